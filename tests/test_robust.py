"""Any text whatsoever gives a summary that holds what a summary promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao import normalize, pipeline, read
from huiyao.lexicon import bundled

# Pieces from which reports are made, whole and broken, so that random texts reach the recognizers.
PIECES = st.sampled_from(
    [
        *"、，。；：（）“”《》()[]?!…—·%-\n\t \u3000\xa0\0\x1b\u202e\u200b\ue001\ue010\ufeff",
        *"会长的和与及由在被將學協會〇一二三百千万亿年月日",
        "会长", "副会长", "秘书长", "主任", "张三", "李四四", "欧阳小明", "買買提·艾力", "Ab Cd", "先生", "女士",
        "某某市", "青山协会", "工业和信息化局", "有限公司", "第一届理事会", "一、", "（一）", "1.", "①",
        "出席", "主持", "致辞", "当选", "任命", "聘请", "选举", "审议通过了", "《章程》", "表决", "一致", "同意12票",
        "2021年", "12月16日", "去年", "1,234.5", "三十三", "百分之十五", "5%", "10万元", "增长", "预计", "约", "余人",
        "會(huì)", "區(qū )", "?lì)悇", "http://a.b/2021/0102/x", "😀", "👨‍👩‍👧", "𠮷", "é",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=80)).filter(str.strip)


def spans(value: Any) -> Iterator[list[int]]:
    """Every span of a document."""
    if isinstance(value, list):
        for part in value:
            yield from spans(part)
    elif isinstance(value, dict):
        yield from value.get("spans", ())
        for part in value.values():
            yield from spans(part)


def check(text: str) -> None:
    """Asserts what holds of every summary: its spans lie in the text, and what they cut out is what the facts say."""
    summary = pipeline.run(read.from_text(text))
    clean = summary.clean
    assert all(0 <= start < end <= len(text) for start, end in spans(summary.to_dict()))
    for person in summary.people:
        assert {clean.text[mention.span.slice] for mention in person.mentions} == {person.name}
    for quantity in (statistic.quantity for statistic in summary.statistics):
        assert clean.text[quantity.span.slice] == quantity.text
        # What stands around a stretch may decide how it is repaired; without repairs it is the same by itself.
        if not clean.edits:
            assert cleaned(text[clean.source(quantity.span).slice]) == quantity.text


def cleaned(part: str) -> str:
    """A part of a source as the program reads it."""
    return normalize.run(read.from_text(part), bundled()).text


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_any_text_has_a_summary(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "unit",
    [
        "、", "（", "）", "“", "”", "《", "1", "1,", "百万", "王", "会长", "张三、", "会长张三、李四主席", "的",
        "a", "Ab Cd ", "会　", "—", "?lì)", "(a)", "國(guó)", "一、", "1、\n", "阿·", "100人", "增长5%，", "甲\t12\n",
        "\n", "\0", "\x1b\u202e", "😀", "二〇", "同意10票，", "协会秘书长", "出席会议的有", "近百会员，",
    ],
)  # fmt: skip
def test_the_same_over_and_over(unit: str) -> None:
    check("会" + unit * (3000 // len(unit)))


def test_a_text_without_a_break() -> None:
    text = "青山协会在某市召开会员大会会长张小三主持大会并致辞大会选举李四四为副会长欧阳明的秘书长一职由王五五接任"
    check(text * 120)


def test_the_same_text_gives_the_same_summary() -> None:
    report = read.from_text("青山协会会长张小三主持大会，李四四当选副会长。" * 3)
    assert pipeline.run(report).to_dict() == pipeline.run(report).to_dict()
