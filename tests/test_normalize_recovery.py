from __future__ import annotations

import re
from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin.constants import PINYIN_DICT

import damage
from huiyao.normalize.script import simplified
from huiyao.text import LOST
from reading import clean

COMMON = frozenset(
    bytes((first, second)).decode("gb2312", "ignore") for first in range(0xB0, 0xD8) for second in range(0xA1, 0xFF)
)
# Common characters of both scripts, as the tables of such tools hold them, with a reading that pypinyin knows.
READINGS = {
    chr(point): readings.split(",")[0]
    for point, readings in PINYIN_DICT.items()
    if simplified(chr(point)) in COMMON
    and len(chr(point).encode("gb18030")) == 2
    and not readings.split(",")[0].isascii()
}
TABLE = [
    (sign, READINGS[sign]) for sign in "會長業聯區產發務動學體議選舉勵類獎節聲應師來對開項標準護濟統織組導負責經營創"
]
WORDS = re.findall(
    r"\S+",
    """
    協會 會長 新聞 類別 產業 聯盟 工業 發展 服務 活動 學會 體系 會議 審議 選舉 獎勵 節約 聲明 應用 教師 支撐 未來 對接
    項目 標準 保護 經濟 統計 組織 指導 負責 經營 創新 平臺 達到 參觀 證書 頒發 榮譽 監事 第三屆 理事 報告 通過 代表
    歐陽文靜 司馬懷遠 張國慶 。 ， 、 “互聯網” （區） 2023年 5G : 一致 的 在 與 和 為 全國 行業 企業 單位 技術 領導 專家
    """,
)
TEXTS = st.lists(st.sampled_from([*WORDS, "\n", " "]), min_size=1, max_size=60).map("".join)


def test_two_characters_that_a_gloss_has_torn_are_restored() -> None:
    assert damage.gloss("新聞類別:", [("勵", "lì")]) == "新聞?lì)悇e:"
    found = clean("新聞?lì)悇e: 協(xié)會動態(tài)")
    assert found.text == "新闻类别：协会动态"
    edit = found.edits[1]
    assert (edit.before, edit.after, edit.reason) == ("?lì)悇e", "类别", "recovered")
    assert found.report.text[found.source(found.find("别")).slice] == "e"


@pytest.mark.parametrize("sign", ["?", "？", "\ufffd"])
@pytest.mark.parametrize("bracket", ["", "("])
def test_the_broken_sign_can_be_of_several_kinds(sign: str, bracket: str) -> None:
    assert clean(f"新聞{sign}{bracket}lì)悇e").text == "新闻类别"


def test_a_stretch_from_which_characters_were_dropped_is_marked_lost() -> None:
    found = clean("產業(yè)發展?jié)摿薮a,前景廣闊")
    assert found.text == f"产业发展{LOST},前景广阔".replace(",", "，")
    assert found.repairs() == {"gloss": 1, "recovered": 0, "lost": 1}


def test_what_a_comma_before_a_mark_has_torn_is_marked_lost_with_the_rest_of_its_tag() -> None:
    assert clean("一口放心魚?！?/p>\n會議(yì)").text == f"一口放心鱼{LOST}\n会议"
    assert clean("巨大?！笆逦濉逼陂g，協(xié)會").text == f"巨大{LOST}，协会"


@pytest.mark.parametrize(
    "text", ["您同意吗？yes)", "怎么样？！他说", "会议（是否召开？）", "对吗?a)", "为何?ma)", "真的?！我们都来"]
)
def test_questions_stay_questions(text: str) -> None:
    assert LOST not in clean(text).text


def test_a_comma_that_was_set_before_marks_is_taken_out() -> None:
    assert clean("會議召開,。他說,，來,；好").text == "会议召开。他说，来；好"


@settings(max_examples=400)
@given(TEXTS, st.data())
def test_what_glossing_did_is_undone_or_marked_and_nothing_is_guessed(text: str, data: st.DataObject) -> None:
    torn = [(sign, READINGS[sign]) for sign in damage.straddling(text) if sign in READINGS]
    table = data.draw(st.lists(st.sampled_from([*TABLE, *torn]), max_size=30, unique=True))
    found = "".join(clean(damage.gloss(text, table)).text.split())
    pattern = "".join(".*" if sign == LOST else re.escape(sign) for sign in found)
    # Whether a space parts two words is told by what surrounds it, of which something may be lost.
    assert re.fullmatch(pattern, "".join(clean(text).text.split()))


@given(TEXTS)
def test_glosses_that_tear_nothing_leave_no_trace(text: str) -> None:
    glossed = "".join(f"{sign}({READINGS[sign]})" if (sign, READINGS.get(sign)) in TABLE else sign for sign in text)
    assert clean(glossed).text == clean(text).text


def test_much_of_what_glossing_tears_is_restored() -> None:
    repairs = Counter[str]()
    for first, second in product(WORDS, WORDS):
        text = f"{first}{second}e"
        torn = [(sign, READINGS[sign]) for sign in damage.straddling(text) if simplified(sign) in COMMON - {sign}]
        repairs.update(clean(damage.gloss(text, torn)).repairs())
    assert repairs["recovered"] > repairs["lost"]
