from __future__ import annotations

import pytest

from reading import statistics


def periods(text: str) -> dict[str, str | None]:
    return {s.quantity.text: s.period for s in statistics(text)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a founding is past
        ("协会成立于2009年5月8日，截至目前有会员43家。", {"43家": None}),
        ("协会自成立以来编写茶规3项。", {"3项": None}),
        ("茶园1978年开始筹建，现在已经四十多年了，藏书9册。", {"9册": None}),
        ("茶校创办于民国35年，今有茶室9间。", {"9间": None}),
        # from one level to another
        (
            "2007年以来，茶园从9万亩增加到13万亩，茶苗从1100万株增加到2017年的2050万株，售价从18元增加到64元。",
            {"9万亩": "2007", "13万亩": "2017", "1100万株": "2007", "2050万株": "2017", "18元": "2007", "64元": "2017"},
        ),
    ],
)
def test_a_beginning_does_not_date_what_came_of_it(sentence: str, expected: dict[str, str | None]) -> None:
    page = f"东海市茶叶协会召开会员大会\n9月4日，东海市茶叶协会会员大会在东海召开。\n{sentence}\n"
    assert periods(page) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what the reporter heard on a day was not done on it
        ("4月16日，记者从东海海关获悉，全市茶叶出口额8亿元。\n其中绿茶出口额6亿元。", {"8亿元": None, "6亿元": None}),
        # a festival's day is not the event's
        ("5月21日是第五个国际茶日。\n5月18日，茶会在茶园举行，为6家茶庄颁发牌匾。", {"6家": "--05-18"}),
        # nor is the day on which the meeting was called
        ("本次会议通知于5月29日发出。会议应到理事9人。", {"9人": None}),
        # a day that stands out
        (
            "9月12日当天售茶3吨。\n2016年9月14日，茶博会闭幕，茶商120家到会。",
            {"3吨": "2016-09-12", "120家": "2016-09-14"},
        ),
        # dates in Chinese numerals
        ("本报东海五月九日电 茶会九日上午开幕，代表三百二十人出席。", {"三百二十人": "--05-09"}),
    ],
)
def test_only_the_day_of_the_event_dates_its_figures(text: str, expected: dict[str, str | None]) -> None:
    assert periods(f"东海市茶叶协会在行动\n{text}\n") == expected


def test_the_past_year_governs_the_paragraphs_behind_it() -> None:
    page = "东海市茶叶协会晒成绩\n2020-03-12\n今天，协会召开理事会。\n过去的一年，成绩显著。\n"
    page += "募集善款51万元。\n{}新增会员2家。\n"
    assert periods(page.format("")) == {"51万元": "2019", "2家": "2019"}
    assert periods(page.format("会议强调，抓好春茶。\n"))["2家"] != "2019"


def test_last_year_is_the_one_that_a_meeting_of_spring_looks_back_on() -> None:
    page = "1月9日，协会召开会员大会，回顾总结了2020年工作。去年，会员发表茶文62篇。"
    assert periods(page) == {"62篇": "2020"}


def test_this_one_year_is_the_year_spoken_of() -> None:
    page = "（原标题：工作报告解读：2023年工作回顾）\n这一年，我们发展茶业。春茶每日外销30吨。新修茶路21公里。\n"
    assert periods(page) == {"30吨": "2023", "21公里": "2023"}


def test_the_lines_of_a_chronicle_date_what_stands_under_them() -> None:
    page = (
        "东海市茶叶协会2019年5月大事记\n发布时间：2019-06-06\n5月7日\n会长会见茶商18人。\n5月9日\n协会慰问茶农20户。\n"
    )
    assert periods(page) == {"18人": "2019-05-07", "20户": "2019-05-09"}


def test_a_year_that_nothing_tells_is_not_that_of_the_event() -> None:
    page = "茶会召开例会\n11月9日，茶会召开例会。\n今年以来，茶会成绩显著。12个小组走访茶农。\n"
    assert periods(page) == {"12个": None}


def test_what_stands_before_an_event_and_after_it_has_no_day() -> None:
    page = "茶商访问东海\n2023年6月5日，茶商28人访问东海。东海年产茶8吨，茶园面积15万亩。\n"
    assert periods(page) == {"28人": "2023-06-05", "8吨": None, "15万亩": None}


def test_what_a_meeting_looks_back_on_is_not_of_its_day() -> None:
    page = "茶会召开理事会\n2023年3月15日，会议通报，{}共募集善款51万元，新增会员2家。\n"
    assert periods(page.format("过去一年")) == {"51万元": "2022", "2家": "2022"}
    assert periods(page.format("近年来")) == {"51万元": None, "2家": None}
    assert periods(page.format("")) == {"51万元": "2023-03-15", "2家": "2023-03-15"}


def test_a_year_from_which_or_until_which_something_moves_is_not_the_reports() -> None:
    page = (
        "茶会举行\n4月10日，茶会举行。茶园由2015年的8万亩扩大到12万亩。目前有茶企126家。\n到2025年，产值达到90亿元。\n"
    )
    assert periods(page) == {"8万亩": "2015", "12万亩": None, "126家": None, "90亿元": "2025"}


def test_what_a_year_before_sought_it_got() -> None:
    page = "茶会工作会议召开\n2024-03-05\n3月4日，会议召开。{}年，茶会争取资金120万元。\n"
    assert [s.status for s in statistics(page.format(2023))] == ["actual"]
    assert [s.status for s in statistics(page.format(2024))] == ["target"]


BRIEFING = "东海市召开茶业新闻发布会\n5月18日，市茶业局召开新闻发布会，{}2021年全市茶业发展情况。\n{}新建茶园600亩。\n"


def test_what_a_press_conference_tells_is_of_the_year_it_tells_of() -> None:
    assert periods(BRIEFING.format("介绍", "")) == {"600亩": "2021"}
    assert periods(BRIEFING.format("通报", "2020年，售茶5吨。\n")) == {"5吨": "2020", "600亩": "2020"}
    # a plan is none of that year's, nor is what the day itself brought
    assert periods(BRIEFING.format("介绍", "今年以来，售茶5吨。\n"))["5吨"] != "2021"
    assert periods(BRIEFING.format("介绍", "记者18人参加会议。\n"))["18人"] == "2022-05-18"


def test_the_items_of_a_total_are_of_its_year() -> None:
    page = "茶会捐款公示\n2023-02-11\n（一）2022年度捐款{}，分项如下{}\n1、茶农捐款3万元；\n（二）结余1万元。\n"
    assert periods(page.format("8万元", "："))["3万元"] == "2022"
    assert periods(page.format("8万元", "："))["1万元"] != "2022"
    assert periods(page.format("8万元", "。"))["3万元"] != "2022"


def test_a_heading_on_accounts_dates_what_stands_under_it() -> None:
    page = "茶会捐款公示\n2023-02-11\n一、2022年度{}\n茶农捐款3万元。\n"
    assert periods(page.format("收支情况")) == {"3万元": "2022"}


def test_the_year_of_a_paper_before_a_meeting_dates_nothing_else() -> None:
    page = "茶会理事会召开\n2023年2月21日，茶会理事会召开。会议{}，修订了《茶规》等3项制度。\n"
    assert periods(page.format("审议了茶会2021年度茶税收支情况报告")) == {"3项": "2023-02-21"}


def test_a_field_dates_the_figures_of_a_paper_without_a_title() -> None:
    page = "特别提示：\n1、没有否决议案。\n一、会议情况\n{}：2022年6月16日14:30\n二、出席情况\n出席的股东18人。\n"
    assert periods(page.format("会议召开时间"))["18人"] == "2022-06-16"


def test_a_figure_reached_since_a_year_is_of_that_year() -> None:
    page = "茶会总结会召开\n2020-01-15\n1月13日，茶会总结会召开。茶商户数从2018年{}500户后，又登上800户台阶。\n"
    assert periods(page.format("首次突破"))["500户"] == "2018"
    assert periods(page.format("突破"))["800户"] != "2018"


def test_what_is_summed_up_over_a_time_that_is_said_has_that_time() -> None:
    page = "茶会\n2022年，茶会成立茶队。{}累计售茶3吨。\n"
    assert periods(page.format("茶节期间，")) == {"3吨": "2022"}
    assert periods(page.format("历年")) == {"3吨": None}


def test_what_a_meeting_does_is_not_of_the_year_of_which_it_speaks() -> None:
    page = "茶会召开工作会\n2023年2月8日，茶会召开工作会，总结2022年工作，安排2023年工作。会议{}。\n"
    assert periods(page.format("表彰了茶庄12家")) == {"12家": "2023-02-08"}
    assert periods(page.format("指出，售茶5吨")) != {"5吨": "2023-02-08"}
