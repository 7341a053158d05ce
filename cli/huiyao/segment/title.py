"""Which of the first lines name the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.records import BlockKind
from huiyao.segment.lines import Line, is_imprint, is_prose

# The title stands among the first lines; further down a short line is a heading.
_TOP = 12
_NO_TITLE = patterns.compile(r"。|\t|[，：；、:,;]$|^[—–-]")
# 2．关于修订章程的议案: one of a list, and no report's name
_ITEM = patterns.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、](?!\d)")
# Two lines of this length are equally good titles, so the first one is taken.
_LONG_ENOUGH = 12


class _Words(NamedTuple):
    site: re.Pattern[str]
    issuer: re.Pattern[str]
    document: re.Pattern[str]
    event: re.Pattern[str]


def title(lines: Sequence[Line], looks: Sequence[BlockKind | None], lexicon: Lexicon) -> frozenset[int]:
    """The indices of the line that names the report, and of a line before or after it that belongs to the name."""
    words = _words(lexicon)
    top: list[int] = []
    for i, line in enumerate(lines[:_TOP]):
        fits = 4 <= len(line.text) <= 80 and not _NO_TITLE.search(line.text)
        if (is_prose(line.text) and not fits) or (top and (is_imprint(line.text, lexicon) or "。" in line.text)):
            break
        # A first line that looks like a caption (联盟成立大会举行，两家中心揭牌) is none.
        named = looks[i] in (None, "heading") or (i == 0 and looks[i] == "caption")
        if (
            fits
            and named
            and not _ITEM.match(line.text)
            and not is_imprint(line.text, lexicon)
            and not words.site.match(line.text)
        ):
            top.append(i)
    if not top:
        return frozenset()

    def fitness(i: int) -> tuple[int, bool, int]:
        return min(len(lines[i].text), _LONG_ENOUGH), words.event.search(lines[i].text) is not None, -i

    best = max(top, key=fitness)
    for first in (best, best - 1):
        if first in top and first + 1 in top and _run_on(lines[first].text, lines[first + 1].text, words):
            return frozenset({first, first + 1})
    return frozenset({best})


def _run_on(first: str, second: str, words: _Words) -> bool:
    """Whether two lines make one name: 临江市茶叶协会 / 第三届第二次理事会纪要."""
    return words.issuer.search(first) is not None and words.document.match(second) is not None


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    issuers = "|".join(word for word in lexicon.words("org_suffix") if len(word) > 1)
    documents = f"{lexicon.alternation('document')}|{lexicon.alternation('layout', kind='document')}"
    return _Words(
        site=patterns.compile(rf"\w{{2,10}}(?:{lexicon.alternation('layout', kind='site')})$"),
        issuer=patterns.compile(rf"(?:{issuers})$"),
        document=patterns.compile(rf"(?:[（(]?第|\d{{4}}|关于|二[〇○零]).*(?:{documents})$"),
        event=patterns.compile(lexicon.alternation("event")),
    )
