from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.lexicon import bundled
from huiyao.recognize import org, title
from huiyao.text import Span
from people import cuts_of, marked, plain

# Marked is the organisation of the title; a bar stands where the mention before it ends.
READ = [
    "⟦海川市茶业商会⟧会长",
    "⟦南江省工业和信息化厅工业互联网处⟧副处长",
    "⟦南江省住房和城乡建设厅⟧厅长",
    "⟦海川市文化和旅游局⟧局长",
    "⟦海川市发展和改革委员会⟧主任",
    "⟦海川市人力资源和社会保障局⟧局长",
    "⟦南江省科学技术协会⟧主席",
    "⟦中共云岭县委⟧书记",
    "⟦海川市人大常委会⟧副主任",
    "⟦南江大学化学与材料学院⟧院长",
    "⟦云岭集团海川分公司⟧总经理",
    "⟦海川移动⟧总经理",
    "⟦南江协和医院⟧院长",
    "⟦云岭和记茶行⟧经理",
    # Words before the name.
    "会议由⟦海川市茶业商会⟧会长",
    "会长邱国栋|与⟦海川市物流协会⟧会长",
    "海川市茶业商会和⟦海川市物流协会⟧会长",
    "大会邀请⟦南江大学⟧教授",
    "大会邀请了⟦南江大学⟧教授",
    "特邀⟦海川市物流协会⟧秘书长",
    "以及⟦海川市商务局⟧局长",
    "出席会议的有⟦海川市商务局⟧局长",
    "参加会议的还有⟦海川市商务局⟧局长",
    "会上，⟦海川市商务局⟧局长",
    "来自⟦云岭茶业有限公司⟧董事长",
    "出席会议的有⟦恒泽花卉集团⟧总经理",
    "图为⟦海川市茶业商会⟧会长",
    "嘉宾包括⟦海川市商务局⟧局长",
    "现任⟦海川市茶业商会⟧会长",
    "10时，⟦海川市茶业商会⟧会长",
    "陪同的有⟦海川市茶业商会⟧会长",
    "在⟦海川市茶业商会⟧会长",
    "代表⟦海川市茶业商会⟧会长",
    # Brackets and quotation marks are part of a name where a name can hold them.
    "⟦云岭（海川）茶业有限公司⟧总经理",
    "⟦南江大学（海川校区）⟧副校长",
    "⟦海川市“星火”志愿服务队⟧队长",
    "邱国栋（⟦海川市茶业商会⟧会长",
    "会长邱国栋|、⟦云岭茶业有限公司⟧总经理",
    "会长邱国栋|，⟦南江大学⟧教授",
    "会长邱国栋|携⟦云岭集团⟧总经理",
    "会长邱国栋|会见⟦云岭集团⟧总经理",
    "会长邱国栋|陪同⟦海川市商务局⟧局长",
    "副会长邱国栋|兼任⟦云岭集团⟧总经理",
    "邱国栋|作为⟦云岭集团⟧总经理",
    "他说：“⟦海川市茶业商会⟧会长",
    "⟦海川市茶业商会⟧（以下简称“商会”）会长",
    # What stands around a name without belonging to it.
    "⟦海川市茶业商会⟧新任会长",
    "⟦海川市茶业商会⟧第三届会长",
    "第三届⟦海川市茶业商会⟧会长",
    "⟦第三届海川茶业博览会组委会⟧主任",
    "上届⟦海川市茶业商会⟧会长",
    "⟦海川市茶业商会⟧大会会长",
    "⟦海川市茶业商会⟧新会长",
    "闭幕式上⟦市商务局⟧局长",
    "由左至右⟦海川市茶业商会⟧会长",
    "他的儿子⟦海川市茶业商会⟧会长",
    "现场被颁授⟦海川市茶业商会⟧会长",
    "⟦海川市经合办⟧主任",
    "共同谱写⟦南江大学⟧校长",
    "⟦海川市茶业商会⟧第三届理事会会长",
    "该⟦协会⟧会长",
    "新任⟦海川市茶业商会⟧会长",
    # No name.
    "⟦⟧会长邱国栋",
    "会上，⟦⟧会长邱国栋",
    "会长邱国栋|（左）与⟦南江大学⟧教授",
]

UNREAD = []


@pytest.mark.parametrize("example", [*READ, *UNREAD])
def test_a_name_begins_behind_what_cannot_be_in_it(example: str) -> None:
    before, _, behind = plain(example).rpartition("|")
    text = before + behind
    end = title.in_span(text, Span(len(before), len(text)), bundled())[-1].span.start
    found = org.ending_at(text, len(before), end, bundled(), cuts_of(text))
    assert marked(text, [found]) == example.replace("|", "")


PIECES = [
    "海川市",
    "茶业",
    "商会",
    "和",
    "与",
    "由",
    "邀请",
    "（",
    "）",
    "“",
    "”",
    "，",
    "第三届",
    "新任",
    "局",
    "10月",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.data())
def test_a_name_lies_between_its_floor_and_its_end(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(text)))
    floor = data.draw(st.integers(0, end))
    found = org.ending_at(text, floor, end, bundled(), cuts_of(text))
    assert found in Span(floor, end)
    assert "，" not in text[found.slice] or "（" in text[found.slice] or "“" in text[found.slice]
