from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao import rules
from huiyao.lexicon import bundled
from reading import passages, quantities


def test_the_span_holds_numeral_and_unit_and_the_hedge_stands_apart() -> None:
    text = "协会新发展会员单位近70家。"
    (quantity,) = quantities(text)
    assert (quantity.text, text[quantity.span.slice]) == ("70家", "70家")
    assert quantity.hedge is not None
    assert text[quantity.hedge.slice] == "近"
    assert quantity.amount.qualifier == "about"


def test_a_word_that_begins_with_the_sign_of_a_hedge_is_none() -> None:
    (quantity,) = quantities("焙茶是一套以内在火候定成败的手艺。")
    assert (quantity.text, quantity.hedge, quantity.amount.qualifier) == ("一套", None, "exact")


@pytest.mark.parametrize(
    ("text", "hedge", "qualifier"),
    [
        ("参训逾1,200人次", "逾", "over"),
        ("善款超过人民币4600万元", "超过", "over"),
        ("新建冷库300座以上", "以上", "over"),
        ("每户集资不超过500元", "不超过", "under"),
        ("规模250人左右", "左右", "about"),
        ("总投资约58亿元", "约", "about"),
    ],
)
def test_hedges_are_found_on_both_sides(text: str, hedge: str, qualifier: str) -> None:
    (quantity,) = quantities(text)
    assert quantity.hedge is not None
    assert (text[quantity.hedge.slice], quantity.amount.qualifier) == (hedge, qualifier)


@pytest.mark.parametrize("text", ["签约33个项目", "附近3个村", "条约5项"])
def test_the_end_of_another_word_is_no_hedge(text: str) -> None:
    assert [q.hedge for q in quantities(text)] == [None]


def test_an_approximation_inside_the_numeral_stays_in_the_quantity() -> None:
    (quantity,) = quantities("培训300余人。")
    assert (quantity.text, quantity.hedge, quantity.amount.qualifier) == ("300余人", None, "over")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("引资US$3,000万，", (30_000_000, "美元")),
        ("捐赠NT$3,000予茶艺社", (3000, "新台币")),
        ("募得RMB500万。", (5_000_000, "元")),
        ("捐款港币50万元", (500_000, "元")),
    ],
)
def test_the_sign_of_a_currency_is_the_unit_of_a_figure_that_has_none(text: str, expected: tuple[int, str]) -> None:
    (quantity,) = quantities(text)
    assert (quantity.amount.value, quantity.amount.unit) == expected


def test_figures_that_are_handed_out_share_the_unit_of_the_last() -> None:
    found = quantities("比重分别回落2.2、0.4和1.7个百分点。")
    assert [(str(q.amount.value), q.amount.unit) for q in found] == [
        ("2.2", "百分点"),
        ("0.4", "百分点"),
        ("1.7", "百分点"),
    ]
    assert [q.text for q in quantities("茶园编号2.2和1.7公顷。")] == ["1.7公顷"]


def test_a_date_is_never_part_of_a_figure() -> None:
    assert [q.text for q in quantities("2021年12月16日70家单位到会，1-5月完成48.7亿元。")] == ["70家", "48.7亿元"]


def test_a_level_and_the_next_are_two_figures() -> None:
    assert [q.text for q in quantities("会员由43家发展到168家。")] == ["43家", "168家"]


def test_values_are_exact() -> None:
    (quantity,) = quantities("占比61.4189%。")
    assert quantity.amount.value == Decimal("61.4189")


def test_a_numeral_behind_letters_is_a_name() -> None:
    assert [q.text for q in quantities("建成5G基站3座，PM2.5下降。")] == ["3座"]


@given(st.text(alphabet="0123456789,.-~%一二三十百千万亿余多第几约近至家人项年月成分之 、，。", max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    page = passages(text)
    found = quantities(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(page.text[q.span.slice] == q.text for q in found)
    assert all(q.amount.value_max is None or q.amount.value_max >= q.amount.value for q in found)


def test_the_rules_meet_their_examples() -> None:
    assert rules.check(["number"], bundled()) == []
