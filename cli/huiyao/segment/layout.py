"""What only a line's neighbours tell: headings without a number, lists of other reports, repetitions, excerpts.

Each function takes the lines of a text and gives the indices of those that it knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.records import BlockKind
from huiyao.segment.lines import Line, is_imprint, is_prose

# A shorter line may well be written twice: 决议：照案通过。
_LONG = 24
# So much of a line is looked for in the one before, which is no summary if it is longer than a page.
_PROBE, _PAGE = 12, 2000
_NO_HEADING = patterns.compile(r"[，。；、：:,;]")
_AROUND = " \u3000:：>》»·…■▼【】[]"


def unnumbered_headings(lines: Sequence[Line], looks: Sequence[BlockKind | None], lexicon: Lexicon) -> frozenset[int]:
    """Short lines without a sign that stand between paragraphs."""
    prose = [i for i, line in enumerate(lines) if is_prose(line.text)]
    return frozenset(
        i
        for i, line in enumerate(lines[: prose[-1] if prose else 0])
        if i > prose[0]
        and looks[i] is None
        and 2 <= len(line.text) <= 30
        and not _NO_HEADING.search(line.text)
        and not is_imprint(line.text, lexicon)
        and not is_imprint(lines[i + 1].text, lexicon)
    )


def footer(lines: Sequence[Line], words: frozenset[str]) -> frozenset[int]:
    """The lines of lists of other reports: all below such a list's heading, or up to where prose goes on."""
    found: set[int] = set()
    prose = [len(line.text) if is_prose(line.text) else 0 for line in lines]
    total, above = sum(prose), 0
    for i, line in enumerate(lines):
        if line.text.strip(_AROUND) in words:
            if above > total - above:
                found.update(range(i, len(lines)))
                break
            end = next((j for j in range(i + 1, len(lines)) if prose[j]), len(lines))
            found.update(range(i, end))
        above += prose[i]
    return frozenset(found)


def repeated(lines: Sequence[Line], named: frozenset[int]) -> frozenset[int]:
    """Lines of some length, and the title, where they stand in the text again."""
    seen: set[str] = set()
    found: set[int] = set()
    for i, line in enumerate(lines):
        if line.text in seen:
            found.add(i)
        elif len(line.text) >= _LONG or i in named:
            seen.add(line.text)
    return frozenset(found)


def excerpts(lines: Sequence[Line]) -> Mapping[int, int]:
    """For lines that run out in the beginning of the next one, as a page's summary does, where that begins in them."""
    found: dict[int, int] = {}
    for i, (line, following) in enumerate(pairwise(lines)):
        at = line.text.find(following.text[:_PROBE])
        # A title, too, can be how the first paragraph begins, and of two equal lines the second is the repetition.
        if at < 0 or len(line.text) > _PAGE or not is_prose(line.text) or line.text == following.text:
            continue
        excerpt = line.text[at:].rstrip("….。")
        if len(excerpt) >= _LONG and following.text.startswith(excerpt):
            found[i] = at
    return found
