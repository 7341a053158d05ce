from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.lexicon import bundled
from huiyao.recognize import title
from people import marked, plain
from reading import passages

# Marked is what the person is called by the post: with 副, 原 and 常务, without the organisation and without 新任.
READ = [
    "海川市茶业商会⟦会长⟧邱国栋致辞。",
    "海川市茶业商会⟦副会长⟧唐晓峰、⟦秘书长⟧柏玉兰、⟦副秘书长⟧裴景行到会。",
    "海川市茶业商会⟦常务副会长⟧、⟦执行会长⟧、⟦联席会长⟧、⟦名誉会长⟧、⟦候任会长⟧、⟦创会会长⟧到会。",
    "⟦轮值主席⟧裴景行、⟦永远名誉会长⟧邱国栋到会。",
    "海川市商务局⟦原局长⟧骆文轩、⟦前局长⟧秦守正到会。",
    "⟦代市长⟧骆文轩、⟦常务副市长⟧秦守正、⟦副省长⟧阮青山到会。",
    "⟦一级巡视员⟧秦守正、⟦二级巡视员⟧阮青山、⟦一级调研员⟧骆文轩、⟦四级主任科员⟧唐晓峰到会。",
    "云岭集团⟦党委书记⟧、⟦董事长⟧裴景行，⟦党委副书记⟧、⟦总经理⟧唐晓峰，⟦总工程师⟧阮青山到会。",
    "云岭集团⟦董事长⟧兼⟦总经理⟧裴景行、⟦总经理助理⟧唐晓峰到会。",
    "云岭集团⟦首席执行官⟧裴景行、⟦独立董事⟧宁采薇、⟦财务总监⟧柏玉兰到会。",
    "南江大学⟦副校长⟧阮青山、⟦教授⟧宁采薇、⟦副教授⟧柏玉兰、⟦研究员⟧骆文轩到会。",
    "中国工程院⟦院士⟧阮青山、⟦高级工程师⟧宁采薇、⟦主任医师⟧柏玉兰到会。",
    "海川市茶业商会⟦理事⟧邱国栋、⟦常务理事⟧唐晓峰、⟦监事长⟧柏玉兰、⟦监事⟧裴景行到会。",
    "（⟦记者⟧ 邱国栋 ⟦通讯员⟧ 唐晓峰）",
    "⟦编辑⟧：邱国栋",
    "云岭律师事务所⟦律师⟧裴景行到会。",
    "商会⟦会长⟧楼景行在云岭大律师楼致辞。",
    "云岭集团工会⟦主席⟧裴景行到会。",
    "云岭集团⟦党委书记⟧、⟦工会主席⟧裴景行到会。",
    "海川市委⟦副书记⟧、⟦市长⟧骆文轩，统战部⟦部长⟧秦守正到会。",
    "海川市茶业商会秘书处⟦主任⟧裴景行、⟦理监事⟧唐晓峰到会。",
    "海川市茶业协会⟦监察长⟧裴景行到会。",
    "云岭集团⟦副总⟧裴景行、⟦副总会计师⟧唐晓峰、⟦大中华区总裁⟧柏玉兰到会。",
    "⟦申诉专员⟧裴景行、⟦项目官员⟧唐晓峰到会。",
    # What only looks like a title.
    "商会召开理事会、监事会和常务理事会。",
    "会长单位、副会长单位、理事单位的代表到会。",
    "大会主席团在主席台就座。",
    "委员会、董事会和常务委员会联合发文。",
    "成立海川摄影行业协会。",
    "产值增长，家长和学生到会。",
]


@pytest.mark.parametrize("example", READ)
def test_titles_are_marked(example: str) -> None:
    page = passages(plain(example))
    assert marked(page.text, (m.span for m in title.find(page, bundled()))) == example


PIECES = [
    "会长",
    "副",
    "常务",
    "理事",
    "会",
    "单位",
    "原",
    "党委",
    "书记",
    "工会",
    "主席",
    "、",
    "兼",
    "邱国栋",
    "，",
    "总",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_titles_are_in_order_and_share_no_character(text: str) -> None:
    page = passages(text)
    found = title.find(page, bundled())
    assert all(m.kind == "title" and m.text == page.text[m.span.slice] for m in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
