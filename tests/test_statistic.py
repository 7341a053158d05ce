from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao import rules
from huiyao.lexicon import bundled
from huiyao.records import Change, Statistic
from reading import passages, statistics, told

NEWS = """\
东海市茶叶协会召开三届二次理事会
来源：协会秘书处 时间：2023-03-06

3月6日，东海市茶叶协会三届二次理事会在东海宾馆召开，理事单位代表近90人参会。{}
"""

ANNUAL = """\
东海市茶叶协会2022年工作总结和2023年工作计划
发布时间：2023-01-15
一、2022年主要工作
{}
二、2023年工作计划
{}
"""


def news(sentence: str) -> list[tuple[str, str]]:
    return told(statistics(NEWS.format(sentence)))[1:]


def annual(done: str, planned: str = "继续努力。") -> list[Statistic]:
    return list(statistics(ANNUAL.format(done, planned)))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("净增会员单位21家，会员总数达214家。", [("净增会员单位", "21家"), ("会员总数", "214家")]),
        ("发布专利12项、标准3项。", [("发布专利", "12项"), ("发布标准", "3项")]),
        ("参编5项行业标准。", [("行业标准", "5项")]),
        ("会费收入168.5万元，同比增长8.3%。", [("会费收入", "168.5万元"), ("会费收入同比增长", "8.3%")]),
        (
            "平均入住率46.5%，比上年同期提高2.3个百分点。",
            [("平均入住率", "46.5%"), ("平均入住率比上年提高", "2.3个百分点")],
        ),
        ("持证率由61%提高到84%。", [("持证率", "61%"), ("持证率", "84%")]),
        ("茶园面积62.8万亩，其中投产茶园占四分之三。", [("茶园面积", "62.8万亩"), ("投产茶园占茶园面积", "四分之三")]),
        (
            "城镇、农村居民收入分别为39862元和21347元。",
            [("城镇居民收入", "39862元"), ("农村居民收入", "21347元")],
        ),
        (
            "产量312.6万吨、出口额41.2亿美元，同比分别增长3.8%和7.1%。",
            [("产量", "312.6万吨"), ("出口额", "41.2亿美元"), ("产量同比增长", "3.8%"), ("出口额同比增长", "7.1%")],
        ),
        ("六位授课讲师围绕云雾茶的焙制演示了手法与窍门。", [("授课讲师", "六位")]),
        ("八位茶学教授及茶农代表畅谈收成与行情。", [("茶学教授及茶农代表", "八位")]),
        ("来自省内的40多名代表下榻云江之畔的翠湖宾馆。", [("来自省内代表", "40多名")]),
        ("17家山区学校的炊事班负责人也踊跃响应。", [("山区学校", "17家")]),
        ("60余家企业负责人、技术人员参加了培训。", [("参加培训企业", "60余家")]),
        ("12家单位负责人签订安全生产责任书。", [("签订安全生产责任书单位", "12家")]),
        ("25家商会会长在茶旗上留名。", [("商会会长", "25家")]),
        ("41家茶庄、茶具商店与包装公司参加了活动。", [("茶庄、茶具商店与包装公司", "41家")]),
        ("各乡镇组成24支参赛队。", [("各乡镇参赛队", "24支")]),
        ("茶园面积增长4.2%。竹笋产量稳步提高，增长7.3%。", [("茶园面积增长", "4.2%"), ("竹笋产量增长", "7.3%")]),
        (
            "村民收入18200元，比上年增长9.4%；扣除价格因素，实际增长7.1%。",
            [("村民收入", "18200元"), ("村民收入比上年增长", "9.4%"), ("村民收入实际增长", "7.1%")],
        ),
        ("摊位费由250元调400元。", [("摊位费", "250元"), ("摊位费", "400元")]),
        ("以上决议表决情况为：同意7票，反对0票。", [("同意票", "7票"), ("反对票", "0票")]),
        ("近420位来自茶乡、渔港的嘉宾出席。", [("嘉宾", "420位")]),
        ("180余位作物栽培的教授聚于东海。", [("作物栽培的教授", "180余位")]),
        (
            "茶农户数、采茶人员、流动资金为3.1万户、7.4万人和18.2亿元。",
            [("茶农户数", "3.1万户"), ("采茶人员", "7.4万人"), ("流动资金", "18.2亿元")],
        ),
        (
            "种植业、养殖业用电量分别为2.6亿度、3.3亿度。",
            [("种植业用电量", "2.6亿度"), ("养殖业用电量", "3.3亿度")],
        ),
        ("有效期内“云雾一号”保有量达28个。", [("有效期内“云雾一号”保有量", "28个")]),
        ("一是推广良种面积2300亩。", [("推广良种面积", "2300亩")]),
        ("举办50人以上的专业会议320场。", [("50人以上的专业会议", "320场")]),
        ("市红十字会募集资金300元。", [("募集资金", "300元")]),
        ("通过乐捐18,000元作为茶室修缮基金。", [("茶室修缮基金", "18,000元")]),
        ("会长林志远一行三人来校。", [("来校人员", "三人")]),
        ("共120家单位参加了本次活动。", [("参加活动单位", "120家")]),
        ("云雾茶业有限公司等5家单位荣获2022年度领航企业。", [("2022年度领航企业", "5家")]),
        ("授予松风茶庄等10家茶庄“最美茶庄”称号。", [("最美茶庄", "10家")]),
        ("会议应到理事63人，实到57人。", [("应到理事", "63人"), ("实到理事", "57人")]),
        ("签约合作项目14个，总投资约86亿元。", [("签约合作项目", "14个"), ("签约合作项目总投资", "86亿元")]),
        (
            "办班7期，培训学员1,126人次，872人取得证书。",
            [("办班", "7期"), ("培训学员", "1,126人次"), ("取得证书学员", "872人")],
        ),
        ("理事：沐清泉、边小满等21人。", [("理事", "21人")]),
        (
            "三次产业结构为18.8:26.1:55.1。",
            [("三次产业结构", "18.8"), ("三次产业结构", "26.1"), ("三次产业结构", "55.1")],
        ),
        (
            "第一、二产业占生产总值的比重分别回落2.2和1.7个百分点。",
            [("第一产业占生产总值的比重回落", "2.2"), ("第二产业占生产总值的比重回落", "1.7个百分点")],
        ),
        ("应到11位理事，实到9位理事。", [("应到理事", "11位"), ("实到理事", "9位")]),
        ("来自13个地级市的茶学专家出席。", [("地级市", "13个")]),
        ("引进投资额超1000万元项目数比上年增长5%。", [("引进投资额超1000万元项目数比上年增长", "5%")]),
        (
            "采茶人数120人，较上届110人增长9%。",
            [("采茶人数", "120人"), ("采茶人数", "110人"), ("采茶人数增长", "9%")],
        ),
        ("茶农居民收入分别增长7%和8%。", [("茶农居民收入增长", "7%"), ("茶农居民收入增长", "8%")]),
        ("绿茶种植面积3900公顷，产量1060吨。", [("绿茶种植面积", "3900公顷"), ("绿茶产量", "1060吨")]),
        ("组织两次赴台交流活动。", [("赴台交流活动", "两次")]),
        ("为全市11家基层商会“茶农之家”授牌。", [("基层商会", "11家")]),
        ("茶企高管、院校在内的250余人参加会议。", [("参加会议人员", "250余人")]),
        ("理事会审议了三项决议，三项决议经理事一致表决通过。", [("决议", "三项")]),
        ("茶园面积翻了一番。", [("茶园面积增长", "一番")]),
        ("对《茶规》、《焙法》两门课程进行了随机听课。", [("进行随机听课课程", "两门")]),
        ("茶农40余人参加了此次换届仪式。", [("参加换届仪式茶农", "40余人")]),
        ("成活率能够超过90%。", [("成活率", "90%")]),
        ("举办7个大赛参赛选手逾800人。", [("大赛", "7个"), ("大赛参赛选手", "800人")]),
        ("有14家企业符合申报条件。", [("符合申报条件企业", "14家")]),
    ],
)
def test_a_figure_is_told_with_what_it_counts(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert news(sentence) == expected


def test_votes_are_told_with_their_matter() -> None:
    assert news("以119票同意、5票反对、2票弃权通过设立冷链分会的议案。") == [
        ("设立冷链分会同意", "119票"),
        ("设立冷链分会反对", "5票"),
        ("设立冷链分会弃权", "2票"),
    ]
    assert news("边小满获17票，另一名候选人温若水得4票。") == [
        ("边小满得票", "17票"),
        ("另一名候选人温若水得票", "4票"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "会长提出三点要求，做到“五个更多”。",
        "前三名由理事长颁奖，这两项工作由秘书处负责。",
        "推动形成“政产学研用”五位一体格局。",
        "协会要交出一份满意的答卷。",
        "按照“坚持一个统领、提高两个比重、突出三个更加”的思路，守住两条底线。",
        "县四套班子带头种茶。（第 1页 共 4页）",
        "申请单位应具备注册资本不低于500万元、专职人员不少于10人的条件。",
        "协会成立30周年，历时三年建成5G茶园。",
        "会议就“茶企如何践行‘两个健康’指示精神”展开探讨。",
        "云岭面临两个前所未有，作为五个新城之一要跨越发展。",
        "这也是一个抛砖引玉的机会。",
    ],
)
def test_what_counts_itself_is_no_statistic(sentence: str) -> None:
    assert news(sentence) == []


def test_a_threshold_is_left_out_and_stays_in_the_subject() -> None:
    assert news("其中10亿元以上项目5个。") == [("10亿元以上项目", "5个")]


def test_people_are_counted_by_what_they_did() -> None:
    (first, *_) = statistics(NEWS.format(""))
    assert (first.subject, first.quantity.amount.qualifier, first.period) == ("参会人员", "about", "2023-03-06")


def test_a_figure_that_is_told_again_is_listed_once() -> None:
    found = annual("新发展会员86家。", "去年新发展会员86家的基础上，新发展会员100家。")
    assert [s.quantity.text for s in found] == ["86家", "100家"]


def test_the_change_stands_on_the_figure_it_is_said_of() -> None:
    level, change = annual("会费收入168.5万元，同比增长8.3%。")
    assert level.change == Change("up", "year_before", change.quantity.amount.value, "%")
    assert change.change is None


def test_a_share_is_hedged_before_what_it_is_of() -> None:
    shares = statistics(NEWS.format("绿茶会员约占会员的百分之五，红茶会员不到会员的百分之三。"))[1:]
    assert [s.quantity.amount.qualifier for s in shares] == ["about", "under"]


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("茶园面积30万亩，与上年持平。", "year_before"),
        ("茶园面积30万亩，同比基本持平。", "year_before"),
        ("茶园面积30万亩，与设计面积相当。", "与设计面积"),
    ],
)
def test_a_figure_may_be_said_not_to_have_changed(sentence: str, base: str) -> None:
    (found,) = annual(sentence)
    assert found.change == Change("same", base, None, None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("三分之二的会员参加培训。", [("参加培训会员", "三分之二")]),
        ("3/4的会员参加培训。", [("参加培训会员", "3/4")]),
        ("近三成企业完成改造。", [("完成改造企业", "三成")]),
        ("超过80%的会员单位缴纳会费。", [("会员单位", "80%")]),
    ],
)
def test_a_share_that_opens_a_clause_is_of_those_behind_it(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert news(sentence) == expected


def test_a_change_stands_on_the_level_that_it_led_to() -> None:
    before, now, change = annual("会员由136家增加到408家，增长2倍。")
    assert (before.change, change.change) == (None, None)
    assert now.change == Change("up", None, Decimal(2), "倍")


def test_the_section_gives_period_and_status() -> None:
    done, planned = annual("举办培训26期。", "举办培训班30期。")
    assert (done.period, done.status) == ("2022", "actual")
    assert (planned.period, planned.status) == ("2023", "target")


@pytest.mark.parametrize(
    ("sentence", "period", "status"),
    [
        ("截至2022年8月底，茶园面积62.8万亩。", "2022-08", "actual"),
        ("去年茶园面积62.8万亩。", "2022", "actual"),
        ("上年末茶园面积62.8万亩。", "2022", "actual"),
        ("2022年1—10月，产值62.8亿元。", "2022", "actual"),
        ("到2025年，茶园面积将达到62.8万亩。", "2025", "target"),
        ("力争新建茶园62.8万亩。", None, "target"),
        ("在同仁的努力下，未来茶室售茶62万元。", "2023-03-06", "actual"),
        ("预计今年接待游客62.8万人。", "2023", "forecast"),
        ("五年来，累计捐款62.8万元。", None, "actual"),
        ("大会选举产生理事62名。", "2023-03-06", "actual"),
        ("本届茶博会同期还将举办论坛3场。", "2023-03-06", "target"),
    ],
)
def test_period_and_status_are_read(sentence: str, period: str | None, status: str) -> None:
    (found,) = statistics(NEWS.format(sentence))[1:]
    assert (found.period, found.status) == (period, status)


def test_a_change_holds_when_its_level_does() -> None:
    found = statistics(NEWS.format("2021年产值30万元，增长5%。\n茶园占地30亩，茶亭占十分之一。"))
    assert [s.period for s in found[1:]] == ["2021", "2021", None, None]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "茶业网\n2023-05-26\n5月24日，商会发布《东海市茶业运行报告（2022）》。\n报告显示，全市茶叶产值增长6%。",
            "2022",
        ),
        (
            "3月2日，东海市召开茶业工作会议。\n会议指出，过去一年，成绩显著。\n产量30万吨，增速创新高。\n2023-03-04",
            "2022",
        ),
        ("6月2日，东海市召开茶业工作会议。\n会议指出，成绩显著。\n采茶产量30吨，增速创新高。\n2023-06-04", None),
        ("3月2日，会议听取2022年经费使用情况，全年支出30万元。\n2023-03-04", "2022"),
    ],
)
def test_a_figure_is_of_the_year_of_the_report_that_it_is_told_from(text: str, period: str | None) -> None:
    assert statistics(f"东海市召开茶业工作会议\n{text}\n")[0].period == period


def test_what_was_to_come_is_done_when_its_month_is_over() -> None:
    (day,) = [s for s in annual("6月22日茶艺赛开赛，选手们将比试112场。") if s.quantity.text == "112场"]
    assert (day.period, day.status) == ("2022-06-22", "actual")
    (year,) = annual("全年将办茶会30期。")
    assert (year.period, year.status) == ("2022", "target")


def test_those_who_took_part_did_so_on_the_day_named_before() -> None:
    found = annual("11月21日，举办茶友沙龙。\n林志远等18位茶艺师参与交流。\n组织41家会员参加茶博会。")
    assert [s.period for s in found] == ["2022-11-21", "2022"]
    found = annual("11月21日，举办茶友沙龙。\n林志远等18位茶艺师和上官云等20位茶商参与交流。")
    assert [s.period for s in found] == ["2022-11-21", "2022-11-21"]


def test_the_figures_of_a_sentence_go_on_in_the_year_of_the_first() -> None:
    found = statistics(NEWS.format("优秀茶庄2022年度茶会到商会的收入62万元，支出58万元，累计支出620万元。"))[1:]
    assert [s.period for s in found] == ["2022", "2022", None]


def test_a_paragraph_that_opens_with_a_month_tells_of_it() -> None:
    found = statistics("茶业公报\n2020-04-17\n3月份，产量增长4.2%。绿茶产量下降1.8%。\n")
    assert [s.period for s in found] == ["2020-03", "2020-03"]


def test_the_second_at_which_a_page_was_changed_is_no_event() -> None:
    page = "东海市茶叶协会例会\nupdated: 2020-10-29 19:31:56\n会议日期为2020年2月12日。\n会长林志远得8票。\n"
    assert [s.period for s in statistics(page)] == ["2020-02-12"]


def test_a_ratio_moves_from_the_year_before() -> None:
    found = annual("三次产业结构由上年的13.2:32.3:54.5优化为12.4:30.9:56.7。")
    assert [(s.subject, s.period) for s in found] == [("三次产业结构", "2021")] * 3 + [("三次产业结构", "2022")] * 3


TABLE = """\
东海市茶叶协会2022年工作总结
发布时间：2023-01-15
主要指标完成情况如下。
指标名称　单位　2021年完成　2022年完成　同比±%　2023年目标
茶园面积　万亩　31.80　32.46　2.1　33.00
会员单位　家　152　171　12.5　185
"""


def test_a_table_gives_unit_year_and_status() -> None:
    found = [s for s in statistics(TABLE) if s.evidence.rule == "table"]
    assert [(s.subject, str(s.quantity.amount.value), s.quantity.amount.unit, s.period, s.status) for s in found] == [
        ("茶园面积", "318000", "亩", "2021", "actual"),
        ("茶园面积", "324600", "亩", "2022", "actual"),
        ("茶园面积同比", "2.1", "%", "2022", "actual"),
        ("茶园面积", "330000", "亩", "2023", "target"),
        ("会员单位", "152", "家", "2021", "actual"),
        ("会员单位", "171", "家", "2022", "actual"),
        ("会员单位同比", "12.5", "%", "2022", "actual"),
        ("会员单位", "185", "家", "2023", "target"),
    ]


BORDERED = """\
东海市2022年茶业统计公报
全年茶叶产值30亿元，增长5%。其中，绿茶产值20亿元，增长6%。
表1 2022年茶业产值
| 绝对数（亿元） | 比上年增长（%） |
茶叶产值 | 30.0 | 5.0 |
绿茶产值 | 20.0 | 6.0 |
其中：白茶产值 | 2.0 | 1.5 |
"""


def test_a_table_with_borders_that_restates_the_text_adds_what_is_new() -> None:
    found = [s for s in statistics(BORDERED) if s.evidence.rule == "table"]
    assert [(s.subject, str(s.quantity.amount.value), s.quantity.amount.unit) for s in found] == [
        ("白茶产值", "200000000", "元"),
        ("白茶产值比上年增长", "1.5", "%"),
    ]


VOTES = """\
东海重工股份有限公司2022年年度股东大会决议公告
2023年5月17日召开股东大会。
（一）审议通过《2022年度利润分配预案》
股东类型 同意 反对 弃权
票数 比例（%） 票数 比例（%） 票数 比例（%）
普通股 103,482,916 99.8714 133,200 0.1286 0 0.0000
"""


def test_a_table_of_votes_has_two_lines_of_headings() -> None:
    found = [s for s in statistics(VOTES) if s.evidence.rule == "table"]
    assert [(s.subject[-4:], s.quantity.text, s.quantity.amount.unit) for s in found] == [
        ("同意票数", "103,482,916", "股"),
        ("同意比例", "99.8714", "%"),
        ("反对票数", "133,200", "股"),
        ("反对比例", "0.1286", "%"),
        ("弃权票数", "0", "股"),
        ("弃权比例", "0.0000", "%"),
    ]


def test_every_statistic_points_to_its_words() -> None:
    page = passages(TABLE)
    for statistic in statistics(TABLE):
        assert page.text[statistic.quantity.span.slice] == statistic.quantity.text
        assert statistic.quantity.span in statistic.evidence.sentence


WORDS = "会员 增长 达 占 比上年 分别 70家 5% 三成 和 、 ， 。 由 到 同意 9票 （ ） “ ” 其中 《 》 等 2022年"


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=25))
def test_any_sequence_of_words_can_be_read(words: list[str]) -> None:
    for statistic in statistics("".join(words)):
        assert statistic.subject


def test_the_rules_meet_their_examples() -> None:
    assert rules.check(["statistic_refuse"], bundled()) == []
