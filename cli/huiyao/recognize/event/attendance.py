"""How many people came to an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.placed import Placed
from huiyao.records import Amount, Quantity
from huiyao.text import Span

_PEOPLE = frozenset({"人", "名", "位", "人次"})
# 35名选手被授予…, 五位主讲嘉宾, 张三等9人受邀参会: these are no count of all who came.
_SOME = patterns.compile(
    r"^[^，；。]{0,12}?(?:被授予|被评|荣获|获得|获奖|入围|晋级|初赛|海选|报名|当选|线上|在线|受邀参|应邀参|(?:作|做|进行)了?[^，；。]{0,8}(?:报告|发言|演讲|分享|交流))"
    r"|^\s*(?:主讲|演讲|主礼|主持|颁奖|监票|讲者|讲师|报告人)"
)
# 共80人, 总计80人: the sum of several counts.
_SUM = patterns.compile(r"(?:共|共计|总共|合计|总计|共有)(?:有|约|近|逾|超过?)?$")
_PARTY = patterns.compile(r"一行$")
_FEWEST = 5
# How far from the number its words stand.
_NEAR, _BEFORE, _BEHIND = 14, 60, 48

_Count = tuple[Quantity, str, int]


class _Words(NamedTuple):
    """Words that say that the counted came, words for those who come, and words for others."""

    came: re.Pattern[str]
    comer: re.Pattern[str]
    elsewhere: re.Pattern[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    came, comer, elsewhere = (lexicon.alternation("attendance", kind=kind) for kind in ("came", "comer", "elsewhere"))
    return _Words(
        patterns.compile(came),
        patterns.compile(rf"代表(?!队|团)|{comer}"),
        patterns.compile(rf"{elsewhere}|其中|含|包括"),
    )


def headcount(text: str, stretch: Span, quantities: Placed[Quantity], lexicon: Lexicon) -> Amount | None:
    """The number of people in a stretch that is said to have come; None where the text gives none.

    It stands in the first sentence that says so: there the sum counts before its parts, and the most before the few.
    """
    words = _words(lexicon)
    counted = list(_counted(text, stretch, quantities, words.elsewhere))
    for said in (words.came, words.comer):
        found = [count for count in counted if said.search(count[1])]
        if found:
            together = [c for c in counted if c[2] == found[0][2] and (c in found or words.comer.search(c[1]))]
            sums = [c for c in together if _SUM.search(text, max(stretch.start, c[0].span.start - 6), c[0].span.start)]
            return max(sums or together, key=lambda count: count[0].amount.value)[0].amount
    return None


def _counted(text: str, stretch: Span, quantities: Placed[Quantity], elsewhere: re.Pattern[str]) -> Iterator[_Count]:
    """The numbers of people, each with its clause and where its sentence ends."""
    for quantity in quantities.within(stretch):
        span, amount = quantity.span, quantity.amount
        if amount.unit not in _PEOPLE or (amount.value < _FEWEST and not _PARTY.search(text, 0, span.start)):
            continue
        start = max(stretch.start, *(text.rfind(sign, stretch.start, span.start) + 1 for sign in "，,；;。\n"))
        ends = [at for sign in "，,；;。\n" if (at := text.find(sign, span.end, stretch.end)) >= 0]
        stops = [at for sign in "；;。\n" if (at := text.find(sign, span.end, stretch.end)) >= 0]
        end = min([span.end + _BEHIND, *ends])
        if elsewhere.search(text[max(start, span.start - _NEAR) : span.start]) or _SOME.search(text[span.end : end]):
            continue
        yield quantity, text[max(start, span.start - _BEFORE) : end], min(stops, default=stretch.end)
