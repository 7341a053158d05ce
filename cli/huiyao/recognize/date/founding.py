"""Dates of beginnings: when a body was founded, which says nothing of when its report plays."""

from __future__ import annotations

from huiyao import patterns
from huiyao.text import Span

_FOUNDED = "[成创建设]立|创[办建刊校会设]|[始组筹兴]建|筹办|开办|注册|建[校会馆院厂]"
_BEFORE = patterns.compile(rf"(?:(?:{_FOUNDED})[于在]?|自(?:从)?|从)$")
# 1978年开始筹建: a year or month; a day of founding may be what the report tells of
_BEHIND = patterns.compile(
    rf"(?:就|便|即|才|正式|开始|经批准|由[^，。；]{{1,12}})?(?:{_FOUNDED})(?!大会|会议|仪式|典礼|日|以来|后)"
)
_BOUND = patterns.compile("(?:[由比较]|(?<![长展加高升降截])到)$")
_REACH = 8


def is_founding(text: str, date: Span, *, whole: bool) -> bool:
    """Whether a date is that of a founding: 成立于1986年, 1978年开始筹建, 自2007年成立以来.

    `whole` says that it is written with its day: only what stands before it makes it a founding then.
    """
    if _BEFORE.search(text, max(0, date.start - _REACH), date.start) is not None:
        return True
    return not whole and _BEHIND.match(text, date.end) is not None


def is_bound(text: str, date: Span, *, whole: bool) -> bool:
    """Whether a date only says since when or until when something is so: 2007年以来, 由2015年的8万亩, 到2025年."""
    if text.startswith("以来", date.end) or _BOUND.search(text, max(0, date.start - 2), date.start) is not None:
        return True
    return is_founding(text, date, whole=whole)
