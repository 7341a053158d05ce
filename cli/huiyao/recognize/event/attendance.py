"""How many people came to an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from huiyao.records import Amount, Quantity
from huiyao.text import Span

_PEOPLE = frozenset({"人", "名", "位", "人次", "余人", "多人", "余名", "余位"})
_CAME = re.compile(
    r"参加|出席|到会|参会|与会|参与|到场|到贺|到贺|代表|嘉宾|齐聚|汇聚|聚首|相聚|选手|同台|入场|观众|观摩|听众|跑者|参赛|报到|一行|实到|列席|聆听|投票|客商|专家|学者|运动员|邀请|吸引|接待|民众"
)
_ELSEWHERE = re.compile(r"线上|在线|直播|网络|收看|观看人|应到|请假|委托|年薪|就业|学员(?!参)|会员总数|名额")
_SENTENCE = re.compile(r"[。；\n]")
_REACH = 24


def headcount(text: str, stretch: Span, quantities: Sequence[Quantity]) -> Amount | None:
    """The first number of people in a stretch that is said to have come; None where the text gives none."""
    for quantity in quantities:
        if quantity.span not in stretch or quantity.amount.unit not in _PEOPLE:
            continue
        clause = _clause(text, quantity.span, stretch)
        around = text[clause.slice]
        near = text[max(clause.start, quantity.span.start - 8) : quantity.span.start]
        if _CAME.search(around) and not _ELSEWHERE.search(near) and quantity.amount.value >= 5:
            return quantity.amount
    return None


def _clause(text: str, span: Span, stretch: Span) -> Span:
    start = max(text.rfind(sign, stretch.start, span.start) + 1 for sign in "，,；;。\n") or stretch.start
    ends = [at for sign in "，,；;。\n" if (at := text.find(sign, span.end, stretch.end)) >= 0]
    return Span(start, min(ends, default=stretch.end))
