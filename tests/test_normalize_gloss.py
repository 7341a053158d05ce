from __future__ import annotations

import pytest

from huiyao.normalize.gloss import can_read
from reading import clean


@pytest.mark.parametrize(
    ("glossed", "bare"),
    [
        ("區(qū)工業(yè)局", "区工业局"),
        ("協(xié)會(huì )會(huì ) 長(cháng)", "协会会 长"),
        ("會（huì）長（zhǎng）", "会长"),
        ("各鎮(zhèn)(區(qū))", "各镇（区）"),
        ("港口(kou)(kou)集團", "港口集团"),
        ("副會(hui)長(zhang)", "副会长"),
        ("會(hui4)長(zhang3)", "会长"),
        ("會 (huì)員", "会员"),
        ("廈(shà)門", "厦门"),
        ("綠(lǜ)色 呂(lv)先生", "绿色 吕先生"),
        ("長(zhăng) 龍(lóng)", "长 龙"),
        ("會(hui\u0300)員(yua\u0301n)", "会员"),
        ("會[huì]員", "会员"),
        ("會（ｈｕì）員", "会员"),
    ],
)
def test_glosses_are_taken_out(glossed: str, bare: str) -> None:
    assert clean(glossed).text.replace(" ", "") == bare.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "各县（市）",
        "张三（左）与李四（右）",
        "云帆（临江）科技",
        "专委会（5G）",
        "CEO(Li Lei)",
        "方案（a）",
        "王（Wang）先生",
        "质量（kg）",
        "会（shān）议",
    ],
)
def test_real_brackets_stay(text: str) -> None:
    assert clean(text).text == text


def test_each_gloss_is_an_edit_and_belongs_to_the_character_before_it() -> None:
    found = clean("口(kou)(kou)岸")
    assert [(edit.before, edit.reason) for edit in found.edits] == [("(kou)", "gloss"), ("(kou)", "gloss")]
    assert found.report.text[found.source(found.find("口")).slice] == "口(kou)(kou)"


def test_a_character_can_have_a_wrong_tone_but_not_another_syllable() -> None:
    assert can_read("長", "zhǎng")
    assert can_read("長", "cháng")
    assert can_read("長", "chāng")
    assert not can_read("長", "chāng", exactly=True)
    assert not can_read("長", "huì")
    assert not can_read("", "huì")
    assert not can_read("A", "ā")
    assert not can_read("阿", "a")
