"""Chronicles, in which a day stands in a line of its own above what happened on it."""

from __future__ import annotations

from collections.abc import Mapping

from huiyao import patterns
from huiyao.recognize.placed import Placed
from huiyao.records import DateMention, Passages

# ★5月15日（星期三）：
_MARK = patterns.compile(r"[^\w（【]*[（【]?")
_REST = patterns.compile(r"[）】]?(?:[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?|上午|下午|晚上?|[^\w])*")
# One line of a day may be the page's own.
_FEWEST = 2


def days(passages: Passages, sealed: str, dates: Placed[DateMention]) -> Mapping[int, DateMention]:
    """For each block below a line that is a day and no more, by its number, that day; empty where no text does so."""
    told: dict[int, DateMention] = {}
    day: DateMention | None = None
    lines = 0
    for number, block in enumerate(passages.blocks):
        if block.kind == "boilerplate":
            continue
        first = next(iter(dates.within(block.span)), None)
        if first is not None and first.start.day and _is_alone(sealed, block.span.start, block.span.end, first):
            day, lines = first, lines + 1
        elif block.kind in ("title", "heading"):
            day = None
        elif day is not None:
            told[number] = day
    return told if lines >= _FEWEST else {}


def _is_alone(sealed: str, start: int, end: int, day: DateMention) -> bool:
    return (
        _MARK.fullmatch(sealed, start, day.span.start) is not None
        and _REST.fullmatch(sealed, day.span.end, end) is not None
    )
