"""The laws that hold for every text, and the repairs as a whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from huiyao.normalize.draft import Change, Draft
from huiyao.read import from_text
from huiyao.text import Span, restore
from reading import clean

PIECES = st.sampled_from(
    [
        *"會长區業陳昇乾隆安龍瞭藉王静于年月日号届个点第三二○〇O0",
        *"1234,.:;!?()[]-~'\"/|%@",
        *"，。：；！？（）、《》“”‘’「」『』·•．—－～–…【】",
        *" \t\n\r\u3000\xa0\u2009\u200b\ufeff\u202e\x1b\ue000\ufffd\u2028",
        *"ａＺ５％：﹕⾧金︰①㈠",
        "(huì)",
        "（qū）",
        "(kou)(kou)",
        "( zhǎng )",
        "?lì)悇e",
        "?jié)摿薮?！笆",
        "?/p>",
        ",，",
        "——",
        "2023 年",
        "CEO",
        "huì)",
        "会员",
        "工业和信息化",
    ]
)
TEXTS = st.lists(PIECES, max_size=24).map("".join) | st.text(max_size=30)
SIMPLIFIED = st.lists(
    st.sampled_from(
        ["会议", "由", "会长", "张三", "主持，", "应到70人", "（市）", "“一带一路”", "。", "\n", "2.5亿元", "15%", "；"]
    ),
    min_size=1,
).map("".join)


@settings(max_examples=600)
@given(TEXTS)
@example("?lì)a(huì)")
@example("會(huì)(huì)(huì)")
def test_the_source_is_rebuilt_from_the_clean_text_and_its_edits(text: str) -> None:
    found = clean(text)
    assert restore(found.text, found.edits) == text
    for edit in found.edits:
        assert text[edit.source.slice] == edit.before
        assert found.text[edit.clean.slice] == edit.after
        assert edit.before != edit.after


@settings(max_examples=600)
@given(TEXTS)
def test_every_character_has_its_place_in_the_source(text: str) -> None:
    found = clean(text)
    assert len(found.offsets) == len(found.text)
    end = 0
    for at in range(len(found.text)):
        source = found.source(Span(at, at + 1))
        assert end <= source.start < source.end <= len(text)
        assert found.offsets.clean(source) == Span(at, at + 1)
        end = source.end


@settings(max_examples=1500)
@given(TEXTS)
def test_normalizing_twice_is_normalizing_once(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@given(SIMPLIFIED)
def test_simplified_text_without_damage_is_untouched(text: str) -> None:
    found = clean(text)
    assert found.text == text
    assert found.edits == ()
    assert found.script == "simplified"


def test_a_name_can_be_cut_from_the_source_with_its_glosses() -> None:
    found = clean("協(xié)會(huì)會(huì)長(zhǎng)　尤冠瀾致辭")
    assert found.text == "协会会长 尤冠澜致辞"
    assert found.report.text[found.source(found.find("会长")).slice] == "會(huì)長(zhǎng)"


def test_repairs_are_counted_by_kind() -> None:
    found = clean("新聞?lì)悇e：協(xié)會(huì)動態(tài)?！?/p>")
    assert found.repairs() == {"gloss": 3, "recovered": 1, "lost": 1}


def test_line_ends_become_line_feeds_and_count_in_the_source() -> None:
    found = clean("第一行\r\n第二行\r第三行\u2028第四行")
    assert found.text == "第一行\n第二行\n第三行\n第四行"
    assert found.source(found.find("第二行")) == Span(5, 8)


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\u200b", "\ufeff", "\ue001", "\xad", "\U000e0101"])
def test_signs_that_print_nothing_are_taken_out(sign: str) -> None:
    assert clean(f"会{sign}长").text == "会长"


def test_a_text_without_a_break_and_one_of_many_lines_are_read_alike() -> None:
    text = "協會" * 30_000
    assert clean(text).text == "协会" * 30_000


def test_changes_that_overlap_or_lengthen_are_refused() -> None:
    with pytest.raises(ValueError, match="unfit"):
        Draft.of("协会").apply([Change(0, 1, "协会", "width")])
    with pytest.raises(ValueError, match="unfit"):
        Draft.of("协会").apply([Change(0, 2, "会", "width"), Change(1, 2, "", "width")])


def test_a_change_of_what_an_edit_wrote_becomes_one_edit_with_it() -> None:
    draft = Draft.of("ａ b c").apply([Change(0, 1, "a", "width"), Change(3, 4, "", "space")])
    draft = draft.apply([Change(0, 3, "x", "space")])
    assert draft.text == "xc"
    assert [(edit.before, edit.after, edit.reason) for edit in draft.edits] == [
        ("ａ b", "x", "width"),
        (" ", "", "space"),
    ]
    assert restore(draft.text, draft.edits) == "ａ b c"


def test_the_digest_of_a_string_is_that_of_its_bytes() -> None:
    assert from_text("会议").sha256 == from_text("会议").sha256 != from_text("会議").sha256


def test_lines_broken_at_one_width_are_put_together() -> None:
    text = (
        "东海市茶叶协会动态\n"
        "　　3月26日，东海市茶叶协会2022年度工作总结\n会在龙井村召开，会议审议通过了《2022年度工\n"
        "作报告》和《财务收支报告》，增补何山为副会\n长。\n　　会后，与会代表参观了东海茶叶博物馆，并就\n"
        "新茶上市进行了座谈。\n"
    )
    found = clean(text)
    assert found.text.splitlines() == [
        "东海市茶叶协会动态",
        "3月26日，东海市茶叶协会2022年度工作总结会在龙井村召开，会议审议通过了《2022年度工作报告》和《财务收支报告》，增补何山为副会长。",
        "会后，与会代表参观了东海茶叶博物馆，并就新茶上市进行了座谈。",
    ]
    assert {edit.reason for edit in found.edits if "\n" in edit.before} == {"wrap"}


@pytest.mark.parametrize(
    "text",
    [
        "东海市茶叶协会第三次会员大会代表名单\n" + "春山茶业股份有限公司总经理何山\n" * 5,
        "一、会议审议通过了上年度工作报告，决定增补理事\n二、会议审议通过了上年度财务报告，决定调整会费\n"
        "三、会议审议通过了下年度工作计划，决定举办赛事\n四、会议审议通过了下年度收支预算，决定设立分会\n",
        "会议在龙井村召开，由会长何山主持，秘书长甄海作报告\n来宾参加\n他们对协会表示祝贺，并参观了东海茶叶博物馆新馆，"
        "随后参加了座谈会\n散会\n",
    ],
)
def test_lines_of_their_own_stay_apart(text: str) -> None:
    assert clean(text).text.count("\n") == text.count("\n")
