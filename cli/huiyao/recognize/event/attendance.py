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
    r"^[^，；。]{0,8}?参加了?[^，；。]{0,12}(?:保险|医保|社保|养老|参保)|^新?(?:一届)?(?:领导)?班子|^[^，；。]{0,10}(?:致贺|表示|致以)|"
    r"^[^，；。]{0,12}?(?:被授予|被评|荣获|获得|获奖|入围|晋级|初赛|海选|报名|当选|线上|在线|受邀参|应邀参|(?:作|做|进行)了?[^，；。]{0,8}(?:报告|发言|演讲|分享|交流))"
    r"|^\s*(?:主讲|演讲|主礼|主持|颁奖|监票|讲者|讲师|报告人)|^(?:同志|先生)?(?:当选|聘)?(?:为|担任|出任)(?!期|主)"
)
# 领导以及商会30名副会长: the last of many groups.
_LAST_OF_MANY = patterns.compile(r"(?:以及|及|[和与])[^，；。、]{2,24}$")
_OFFICERS = patterns.compile(r"(?:常务|执行|荣誉|名誉)?(?:副会长|副理事长|副主席|理事|监事|会董|常委)(?!会)")
# At a meeting of shareholders the directors are not those who meet.
_DIRECTORS = patterns.compile(r"在任[^；。]{2,30}$")
# Who is proposed for another meeting.
_SENT = patterns.compile(r"(?:推荐|推选|选举|选派|提名)[^，；。]{1,40}$")
# 理事40余人召开会议
_MET = patterns.compile(r"[^，；。]{0,8}?(?:召开|举行|相聚|聚会|座谈|联欢)")
# 代表全校三千名师生致贺: for whom somebody speaks.
_ON_BEHALF = patterns.compile(
    r"(?:代表|带领|服务|惠及)(?:了|着|我?[校会县市区]|全[体市县区校省国]|学校|协会|商会|公司|广大)+(?:近|约|逾)?$"
)
# What a year's report sums up is no count of the meeting that hears it.
_REVIEWED = patterns.compile(r"全年|去年|年来|今年以来|近年|过去[的一]|每[年期场次]|历[年次]|自成立以来|截至")
# 共80人, 总计80人: the sum of several counts.
_SUM = patterns.compile(r"(?:共|共计|总共|合计|总计|共有)(?:有|约|近|逾|超过?)?$")
# 与会人数80人 is the sum wherever it stands.
_TOTAL = patterns.compile(
    r"(?:参会|与会|到会|参加|出席|参展|参观|参赛|到场|参与|总)+(?:总?人数|总数)(?:为|有|共|合计|总计|达到?|约|近|逾|超过?)*$"
)
_PARTY = patterns.compile(r"一行(?:共|约)?$|实到(?!会场)[^，；。]{0,8}$")
# 代表团9人由市长带队
_DELEGATION = patterns.compile(r"(?:代表|访问|考察|参访|参观|交流|慰问|友好)团(?:一行)?(?:共|约)?$")
# 400个乡亲
_PERSON = patterns.compile(r"乡亲|来宾|嘉宾|代表(?!团|队)|家长|孩子|小朋友|同学|朋友|市民|村民|居民|侨胞|同胞|伙伴")
_FEWEST = 5
# How far from the number its words stand.
_NEAR, _BEFORE, _BEHIND, _FAR = 14, 60, 48, 160

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
        patterns.compile(rf"(?:{elsewhere})(?!的[近约逾超]?$)|其中|含|包括"),
    )


def headcount(text: str, stretch: Span, quantities: Placed[Quantity], lexicon: Lexicon) -> Amount | None:
    """The number of people in a stretch that is said to have come; None where the text gives none.

    It is the total, if the text gives one. Otherwise it stands in the first sentence that says that people came: there
    the sum counts before its parts, and the most before the few.
    """
    words = _words(lexicon)
    counted = list(_counted(text, stretch, quantities, words.elsewhere))
    if total := next((c for c in counted if _TOTAL.search(text, *_before(c[0].span, stretch, _NEAR))), None):
        return total[0].amount
    for said in (words.came, words.comer):
        found = [
            count
            for count in counted
            if said.search(count[1])
            or _MET.match(text, count[0].span.end)
            or _DELEGATION.search(text, *_before(count[0].span, stretch, _NEAR))
        ]
        if found:
            together = [c for c in counted if c[2] == found[0][2] and (c in found or words.comer.search(c[1]))]
            sums = [c for c in together if _SUM.search(text, *_before(c[0].span, stretch, 6))]
            return max(sums or together, key=lambda count: count[0].amount.value)[0].amount
    return None


def _counted(text: str, stretch: Span, quantities: Placed[Quantity], elsewhere: re.Pattern[str]) -> Iterator[_Count]:
    """The numbers of people, each with its clause and where its sentence ends."""
    for quantity in quantities.within(stretch):
        span, amount = quantity.span, quantity.amount
        if not _is_of_people(text, quantity):
            continue
        if amount.value < _FEWEST and not _PARTY.search(text, *_before(span, stretch, _NEAR)):
            continue
        sentence = max(stretch.start, *(text.rfind(sign, stretch.start, span.start) + 1 for sign in "；;。\n"))
        start = max(sentence, *(text.rfind(sign, stretch.start, span.start) + 1 for sign in "，,"))
        ends = [at for sign in "，,；;。\n" if (at := text.find(sign, span.end, stretch.end)) >= 0]
        stops = [at for sign in "；;。\n" if (at := text.find(sign, span.end, stretch.end)) >= 0]
        end = min([span.end + _BEHIND, *ends])
        others = elsewhere.search(text[max(start, span.start - _NEAR) : span.start])
        if (
            others
            or _SOME.search(text[span.end : end])
            or _SENT.search(text, max(start, span.start - _BEFORE), span.start)
            or _ON_BEHALF.search(text, *_before(span, stretch, _NEAR))
            or _REVIEWED.search(text, max(sentence, span.start - _FAR), span.start)
        ):
            continue
        if _DIRECTORS.search(text, *_before(span, stretch, _BEFORE)) or _is_last_of_many(
            text, max(start, span.start - _BEFORE), span
        ):
            continue
        yield quantity, text[max(start, span.start - _BEFORE) : end], min(stops, default=stretch.end)


def _before(span: Span, stretch: Span, near: int) -> tuple[int, int]:
    """Where the characters before a number begin and end."""
    return max(stretch.start, span.start - near), span.start


def _is_of_people(text: str, quantity: Quantity) -> bool:
    unit, end = quantity.amount.unit, quantity.span.end
    return unit in _PEOPLE or (unit == "个" and _PERSON.match(text, end) is not None)


def _is_last_of_many(text: str, start: int, span: Span) -> bool:
    return _OFFICERS.match(text, span.end) is not None and _LAST_OF_MANY.search(text, start, span.start) is not None
