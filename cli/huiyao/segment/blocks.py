"""Divides a text into blocks: its lines, cleared of what belongs to the page, each with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from huiyao import patterns, rules
from huiyao.lexicon import Lexicon
from huiyao.records import Block, BlockKind
from huiyao.segment.layout import excerpts, footer, repeated, unnumbered_headings
from huiyao.segment.lines import Line, line_at, lines_of
from huiyao.segment.sentences import split
from huiyao.segment.table import rows
from huiyao.segment.title import title
from huiyao.text import Span

# A longer line holds prose, and the page's own pieces are not looked for in it.
_SHORT = 250
# These are read as they stand, whatever signs they hold.
_WHOLE = frozenset({"title", "row", "boilerplate"})


def divide(text: str, lexicon: Lexicon) -> Iterator[Block]:
    """The blocks of a text in order; blank lines and the signs between the pieces of a line are in none."""
    pieces = list(_pieces(text, lexicon))
    looks = [("boilerplate", 0) if noise else _look(line.text, lexicon) for line, noise in pieces]
    content = [i for i, (look, _) in enumerate(looks) if look != "boilerplate"]
    kinds = _kinds([pieces[i][0] for i in content], [looks[i][0] for i in content], lexicon)
    found = dict(zip(content, kinds, strict=True))
    for i, (line, _) in enumerate(pieces):
        kind, cells = found.get(i, ("boilerplate", ()))
        level = looks[i][1] if kind in ("heading", "paragraph") else 0
        sentences = (line.span,) if kind in _WHOLE else split(text, line.span)
        yield Block(line.span, kind, sentences, level, cells)


def _kinds(
    lines: Sequence[Line], looks: Sequence[BlockKind | None], lexicon: Lexicon
) -> list[tuple[BlockKind, tuple[Span, ...]]]:
    """Kind and cells of each line, as its own looks and its neighbours tell."""
    named = title(lines, looks, lexicon)
    below = footer(lines, frozenset(lexicon.words("boilerplate", kind="footer")))
    again = repeated(lines, named)
    tables = rows(
        lines, looks, frozenset((*lexicon.words("layout", kind="header"), *lexicon.words("layout", kind="person")))
    )
    headings = unnumbered_headings(lines, looks, lexicon)

    def kind_of(i: int, look: BlockKind | None) -> BlockKind:
        if i in below or i in again:
            return "boilerplate"
        if i in named:
            return "title"
        if i in tables:
            return "row"
        return "heading" if i in headings else look or "paragraph"

    kinds = [kind_of(i, look) for i, look in enumerate(looks)]
    return [(kind, tables[i] if kind == "row" else ()) for i, kind in enumerate(kinds)]


def _pieces(text: str, lexicon: Lexicon) -> Iterator[tuple[Line, bool]]:
    """The pieces of all lines, each with whether it belongs to the page or only repeats what comes next."""
    lines = list(lines_of(text))
    repeating = excerpts(lines)
    for i, line in enumerate(lines):
        at = line.span.start + repeating.get(i, len(line.text))
        yield from _cleared(text, line_at(text, Span(line.span.start, at)), lexicon)
        if i in repeating:
            yield line_at(text, Span(at, line.span.end)), True


def _cleared(text: str, line: Line, lexicon: Lexicon) -> Iterator[tuple[Line, bool]]:
    """The pieces of a line, each with whether it belongs to the page."""
    at = line.span.start
    if len(line.text) <= _SHORT and _look(line.text, lexicon)[0] != "boilerplate":
        for found in _noise(lexicon).finditer(line.text):
            noise = line_at(text, Span(*found.span()).shift(line.span.start))
            before = line_at(text, Span(at, noise.span.start))
            if before.text:
                yield before, False
            if noise.text:
                yield noise, True
            at = noise.span.end
    rest = line_at(text, Span(at, line.span.end))
    if rest.text:
        yield rest, False


@lru_cache(maxsize=4)
def _noise(lexicon: Lexicon) -> re.Pattern[str]:
    return patterns.compile("|".join(f"(?:{rule.expression})" for rule in rules.load("noise", lexicon)))


def _look(line: str, lexicon: Lexicon) -> tuple[BlockKind | None, int]:
    """What a line is by its own looks, None where no rule knows it, and the level of its number."""
    for rule in rules.load("block", lexicon):
        if rule.pattern.search(line):
            return rule.gives["kind"], int(rule.gives.get("level", 0))  # type: ignore[return-value]
    return None, 0
