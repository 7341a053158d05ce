from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import Maker
from huiyao import segment
from huiyao.lexicon import bundled
from huiyao.records import Block, Passages
from huiyao.segment.sentences import LONGEST, split
from huiyao.text import Span

REPORTS = sorted((Path(__file__).parents[1] / "corpus/reports").glob("*.txt"))

PAGE = """\
首页 > 新闻中心 > 协会动态
东海市茶叶协会召开三届二次理事会
来源：协会秘书处 时间：2023-03-08 阅读：1,276次 字号：【大 中 小】

3月6日，东海市茶叶协会三届二次理事会在东海宾馆召开，约90人参加。会议由秘书长边小满主持；会长沐清和作工作报告。
沐清和 东海市茶叶协会会长 云雾茶业有限公司董事长
一、2022年工作回顾
（一）抓服务，回应会员关切
1.摸清底数。全年走访会员单位112家，发放问卷260份，回收有效问卷251份。
凝心聚力谋发展
指标名称　单位　2022年　2023年
会员单位　家　152　165
会费收入　万元　31.80　32.00
3月6日，东海市茶叶协会三届二次理事会在东海宾馆召开，约90人参加。会议由秘书长边小满主持；会长沐清和作工作报告。
上一篇：关于召开理事会的通知
相关新闻
东海市召开春茶产销座谈会
Copyright © 东海市茶叶协会
"""


def passages(text: str) -> Passages:
    return segment.run(Maker(text).clean, bundled())


def kinds(text: str) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, text[b.span.slice]) for b in passages(text).blocks]


def sentences(text: str) -> list[str]:
    return [text[s.slice] for s in split(text, Span(0, len(text)))]


def test_a_page_is_divided_into_its_blocks() -> None:
    assert [(kind, level, words[:9].strip()) for kind, level, words in kinds(PAGE)] == [
        ("boilerplate", 0, "首页 > 新闻中心"),
        ("title", 0, "东海市茶叶协会召开"),
        ("paragraph", 0, "来源：协会秘书处"),
        ("boilerplate", 0, "阅读：1,276次"),
        ("boilerplate", 0, "字号：【大 中 小"),
        ("paragraph", 0, "3月6日，东海市茶"),
        ("caption", 0, "沐清和 东海市茶叶"),
        ("heading", 1, "一、2022年工作"),
        ("heading", 2, "（一）抓服务，回应"),
        ("paragraph", 3, "1.摸清底数。全年"),
        ("heading", 0, "凝心聚力谋发展"),
        ("row", 0, "指标名称　单位　2"),
        ("row", 0, "会员单位　家　15"),
        ("row", 0, "会费收入　万元　3"),
        ("boilerplate", 0, "3月6日，东海市茶"),
        ("boilerplate", 0, "上一篇：关于召开理"),
        ("boilerplate", 0, "相关新闻"),
        ("boilerplate", 0, "东海市召开春茶产销"),
        ("boilerplate", 0, "Copyright"),
    ]


def test_a_row_has_cells() -> None:
    (row,) = [b for b in passages(PAGE).blocks if "会费" in PAGE[b.span.slice] and b.kind == "row"]
    assert [PAGE[cell.slice] for cell in row.cells] == ["会费收入", "万元", "31.80", "32.00"]
    assert [PAGE[s.slice] for s in row.sentences] == ["会费收入　万元　31.80　32.00"]


def test_a_name_spread_over_its_cell_is_one_cell() -> None:
    text = "产业链　产值　链长\n绿色食品　62.7　沐清和\n竹木家居　19.5　白　露"
    assert [[text[c.slice] for c in b.cells] for b in passages(text).blocks][-1] == ["竹木家居", "19.5", "白　露"]


def test_sentences_of_boilerplate_are_not_read() -> None:
    read = [PAGE[s.slice] for _, s in passages(PAGE).sentences()]
    assert "阅读：1,276次" not in read
    assert "会议由秘书长边小满主持；" in read
    assert sum("约90人" in s for s in read) == 1


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["东海市茶叶协会", "第三届第二次理事会纪要", "时间：2023年3月6日"], "东海市茶叶协会第三届第二次理事会纪要"),
        (["政府工作报告", "——2023年1月9日在东海县人民代表大会上", "东海县县长 沐清和"], "政府工作报告"),
        (["东海茶业网", "东海市茶叶协会召开理事会", "2023-03-08"], "东海市茶叶协会召开理事会"),
        (
            ["凝心聚力，共话茶产业新发展", "东海市茶叶协会第三届年会召开", "来源：秘书处"],
            "东海市茶叶协会第三届年会召开",
        ),
        (["2．关于修订协会章程的议案", "东海市茶叶协会理事会决议"], "东海市茶叶协会理事会决议"),
        (["1、关于选举监事的议案"], ""),
        (["3月6日，东海市茶叶协会三届二次理事会在东海宾馆召开，约90人参加。"], ""),
    ],
)
def test_the_title_is_found(lines: list[str], title: str) -> None:
    text = "\n".join([*lines, "会议由秘书长边小满主持，会长沐清和作工作报告，会员单位代表参加会议。"])
    assert "".join(words for kind, _, words in kinds(text) if kind == "title") == title


def test_a_list_of_other_reports_amid_the_text_does_not_hide_the_rest() -> None:
    prose = "会议由秘书长边小满主持，会长沐清和作工作报告，会员单位代表参加会议。"
    text = f"{prose}\n相关阅读\n春茶上市\n随后{prose}\n最后{prose}"
    assert [kind for kind, _, _ in kinds(text)] == ["paragraph", "boilerplate", "boilerplate", "paragraph", "paragraph"]


def test_a_summary_before_the_text_is_boilerplate() -> None:
    text = "3月6日，东海市茶叶协会在东海宾馆召开三届二次理事会，约90人参加。会议由秘书长边小满主持。"
    found = kinds(f"在东海市茶叶协会理事会上的讲话\n会长沐清和讲话{text[:40]}…\n{text}\n{text[:20]}")
    assert found[1:4] == [
        ("caption", 0, "会长沐清和讲话"),
        ("boilerplate", 0, f"{text[:40]}…"),
        ("paragraph", 0, text),
    ]


def test_a_title_with_which_the_text_begins_stays() -> None:
    title = "东海市茶叶协会第三届理事会第二次会议暨年会在东海宾馆召开"
    assert [kind for kind, _, _ in kinds(f"{title}\n{title}，约90人参加。会议由秘书长边小满主持。")] == [
        "title",
        "paragraph",
    ]


def test_signatures_at_the_end_are_paragraphs() -> None:
    text = "会议由秘书长边小满主持，会长沐清和作工作报告，会员单位代表参加会议。\n东海市茶叶协会\n2023年3月8日"
    assert [kind for kind, _, _ in kinds(text)] == ["paragraph"] * 3


@pytest.mark.parametrize(
    "marked",
    [
        "大会召开。|会长致辞！|谁来主持？|秘书长主持；|监事长列席",
        "会议审议《怎么办？一年来的工作》并通过。|散会",
        "主题是“创新。融合。共赢”的论坛开幕。|散会",
        "他说：“我们准备好了。”|会场响起掌声。",
        "他说“很好！”又坐下。",
        "（牵头人：沐清和；责任单位：秘书处）随后散会。|完",
        "产值2.5亿元，增长3.1%。|完",
        "到会代表132人. |会长主持.",
        "真的吗？！|是的。",
        "“全市茶园38万亩，占全省的七分之一，去年新建的茶园已经全部投产，产量和产值都比前一年有了明显的增长。|明年再建1万亩。”|会长说。",
    ],
)
def test_sentences_end_where_they_end(marked: str) -> None:
    text = marked.replace("|", "")
    assert sentences(text) == [part.strip() for part in marked.split("|")]


def test_a_sentence_without_end_is_cut_at_a_comma() -> None:
    found = sentences("会长沐清和出席，" * 1000)
    assert all(len(s) <= LONGEST and s.endswith("，") for s in found)
    assert "".join(found) == "会长沐清和出席，" * 1000


def test_a_text_of_one_long_line_has_one_paragraph() -> None:
    text = "会议由秘书长边小满主持，会长沐清和作工作报告。" * 300
    (block,) = passages(text).blocks
    assert (block.kind, len(block.sentences)) == ("paragraph", 300)


def inside(blocks: tuple[Block, ...]) -> bool:
    spans = [b.span for b in blocks]
    return all(a.end <= b.start for a, b in pairwise(spans)) and all(
        part in b.span for b in blocks for part in (*b.sentences, *b.cells)
    )


@given(st.text(alphabet="会长一、（）1.。；“”《》：， \n\t　|首页>阅读次：相关新闻图表", max_size=200))
def test_blocks_follow_each_other_and_hold_all_words(text: str) -> None:
    blocks = passages(text).blocks
    assert inside(blocks)
    covered = {i for b in blocks for i in range(b.span.start, b.span.end)}
    assert all(c in " \n\t　|｜" for i, c in enumerate(text) if i not in covered)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_report_of_the_corpus_is_divided(path: Path) -> None:
    found = passages(path.read_text("utf-8"))
    assert inside(found.blocks)
    assert any(found.sentences())
