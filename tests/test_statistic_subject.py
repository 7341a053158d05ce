from __future__ import annotations

import pytest

from reading import statistics, told

NEWS = """\
东海市茶叶协会召开三届二次理事会
来源：协会秘书处 时间：2023-03-08

3月6日，东海市茶叶协会三届二次理事会在东海宾馆召开，理事单位代表近90人参会。{}
"""


def news(sentence: str) -> list[tuple[str, str]]:
    return told(statistics(NEWS.format(sentence)))[1:]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the noun behind ends where another word begins
        ("为34名先天性弱视儿童免费配镜。", [("先天性弱视儿童", "34名")]),
        ("茶艺培训6万人连续多年列入惠民项目。", [("茶艺培训", "6万人")]),
        ("全年两期讲堂分别邀请茶师授课。", [("讲堂", "两期")]),
        ("14个茶师小组共与茶农结成对子。", [("茶师小组", "14个")]),
        ("完成了8个茶室的翻修工作。", [("茶室", "8个")]),
        ("表彰了温若水等五名先进个人。", [("先进个人", "五名")]),
        ("茶会会员210人及会员亲友到场。", [("茶会会员", "210人")]),
        ("茶农、茶商会等合计近400个乡亲到场。", [("乡亲", "400个")]),
        ("评选出年度绿茶奖、年度红茶奖2个奖项。", [("奖项", "2个")]),
        ("送去900元慰问金及160元的茶具。", [("慰问金", "900元"), ("茶具", "160元")]),
        ("表扬优秀茶农，包括林志远、边小满、温若水等在内20人。", [("表扬优秀茶农", "20人")]),
        ("其中八十万元投入茶室修缮计划。", [("茶室修缮计划", "八十万元")]),
        ("共计六位茶室主任：任命林志远为松风茶室主任。", [("茶室主任", "六位")]),
        # of what a share or a level is
        ("春茶每日外销30吨，达到全市总量1/5。", [("春茶每日外销", "30吨"), ("春茶每日外销占全市总量", "1/5")]),
        (
            "茶叶出口额增长6.1%，高于同期全省2.4%的增幅。",
            [("茶叶出口额增长", "6.1%"), ("同期全省增幅", "2.4%")],
        ),
        ("绿茶产量30吨，但是同比下降3%。", [("绿茶产量", "30吨"), ("绿茶产量同比下降", "3%")]),
        (
            "对荷兰、越南、新加坡出口分别增长8%、6%、3%。",
            [("对荷兰出口增长", "8%"), ("越南出口增长", "6%"), ("新加坡出口增长", "3%")],
        ),
        # what stands in brackets is over behind them
        (
            "办理提案52件(其中涉及茶税7件),总量比上年增加8件。",
            [("办理提案", "52件"), ("涉及茶税", "7件"), ("办理提案总量比上年增加", "8件")],
        ),
        # votes
        (
            "应到理事31人，实到22人，符合章程规定。审议结果：20人赞成，2票弃权。",
            [("应到理事", "31人"), ("实到理事", "22人"), ("赞成人数", "20人"), ("弃权票", "2票")],
        ),
        # indices
        (
            "茶业景气指数跌至历史最低值62.40，绿茶指数回升至65.11。",
            [("茶业景气指数", "62.40"), ("绿茶指数", "65.11")],
        ),
    ],
)
def test_a_figure_is_told_with_what_it_counts(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert news(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "林志远、边小满、温若水三人代表茶农发言。",
        "两家茶庄有良好的合作基础。",
        "研制茶机零部件，举办铁人三项赛。",
        "五届主席团成员选出新一届茶会。",
        "地址：东海市茶园路16号B座5-6层",
    ],
)
def test_what_sums_up_or_names_is_no_statistic(sentence: str) -> None:
    assert news(sentence) == []


def test_a_list_that_is_not_summed_up_is_counted() -> None:
    assert [q for _, q in news("林志远、边小满、温若水三位茶师到场。")] == ["三位"]
    assert [q for _, q in news("茶师、茶商三人到场。")] == ["三人"]


def test_the_same_noun_behind_the_same_figure_is_one_figure() -> None:
    assert [q for _, q in news("茶农视察9件实事落实情况。茶农对9件实事表示满意。")] == ["9件"]
    assert [q for _, q in news("茶农视察9件实事落实情况。理事会讨论9件提案。")] == ["9件", "9件"]


def test_the_same_people_may_be_told_with_two_words() -> None:
    assert [q for _, q in news("应到理事40人，实到理事35人。35名理事听取了汇报。")] == ["40人", "35人"]
    assert [q for _, q in news("实到理事35人。35名茶师听取了汇报。")] == ["35人", "35名"]
