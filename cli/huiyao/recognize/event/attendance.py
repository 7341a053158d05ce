"""How many people came to an event."""

from __future__ import annotations

from collections.abc import Iterator

from huiyao import patterns
from huiyao.recognize.placed import Placed
from huiyao.records import Amount, Quantity
from huiyao.text import Span

_PEOPLE = frozenset({"人", "名", "位", "人次"})
# Words that say that the counted came; in their absence words for those who come.
_CAME = patterns.compile(
    r"参加|出席|到会|参会|与会|参与|到场|到贺|齐聚|汇聚|聚首|相聚|同台|入场|观摩|参赛|报到|一行|实到|列席|聆听|吸引|接待观众|参观民众|欢聚"
)
_COMERS = patterns.compile(r"代表(?!队)|嘉宾|选手|观众|听众|跑者|运动员|学员|客商")
_ELSEWHERE = patterns.compile(
    r"线上|在线|直播|网络|收看|观看人|应[到出参]|请假|委托|会员总数|名额|被聘|当选|获|培训|其中|含|包括|走访|发放|预计|全年|累计|去年"
)
_FEWEST = 5
# How far from the number its words stand.
_NEAR, _BEFORE, _BEHIND = 14, 60, 24


def headcount(text: str, stretch: Span, quantities: Placed[Quantity]) -> Amount | None:
    """The first number of people in a stretch that is said to have come; None where the text gives none."""
    counted = list(_counted(text, stretch, quantities))
    for words in (_CAME, _COMERS):
        for amount, clause in counted:
            if words.search(clause):
                return amount
    return None


def _counted(text: str, stretch: Span, quantities: Placed[Quantity]) -> Iterator[tuple[Amount, str]]:
    """The numbers of people, each with its clause."""
    for quantity in quantities.within(stretch):
        span, amount = quantity.span, quantity.amount
        if amount.unit in _PEOPLE and amount.value >= _FEWEST:
            start = max(stretch.start, *(text.rfind(sign, stretch.start, span.start) + 1 for sign in "，,；;。\n"))
            ends = [at for sign in "，,、；;。\n" if (at := text.find(sign, span.end, stretch.end)) >= 0]
            if not _ELSEWHERE.search(text[max(start, span.start - _NEAR) : span.start]):
                yield amount, text[max(start, span.start - _BEFORE) : min([span.end + _BEHIND, *ends])]
