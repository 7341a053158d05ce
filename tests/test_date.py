from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao import rules
from huiyao.lexicon import bundled
from huiyao.recognize import date
from huiyao.records import CalendarDate
from reading import dates, passages


def days(text: str, published: str | None = None) -> dict[str, str]:
    """What is written, and the date that it means."""
    on = CalendarDate(*map(int, published.split("-"))) if published else None
    page = passages(text)
    found = date.resolve(date.find(page, bundled()), page, on)
    return {page.text[d.span.slice]: str(d.start) + (f"..{d.end}" if d.end else "") for d in found}


ANNUAL = """\
东海市茶叶协会2022年工作总结和2023年工作计划
一、2022年主要工作
1月12日召开理事会，12月8日召开年会。
二、2023年工作计划
拟于6月底前换届。
"""


def test_find_leaves_open_what_is_not_written() -> None:
    page = passages("11月20日上午召开，12日闭幕，今年首次举办。")
    found = date.find(page, bundled())
    assert [d.start for d in found] == [
        CalendarDate(None, 11, 20),
        CalendarDate(None, None, 12),
        CalendarDate(None),
    ]


def test_a_month_without_a_year_stays_without_one() -> None:
    assert days("大会于11月20日召开。") == {"11月20日": "--11-20"}


def test_what_cannot_be_told_is_left_out() -> None:
    assert days("今年共举办十场，昨天闭幕，12日散会。") == {}


def test_the_section_says_the_year_in_an_annual_report() -> None:
    told = days(ANNUAL, "2023-01-15")
    assert (told["1月12日"], told["12月8日"], told["6月底"]) == ("2022-01-12", "2022-12-08", "2023-06")


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("12月28日召开大会。", "2024-01-08", "2023-12-28"),
        ("6月20日召开大会。", "2024-06-21", "2024-06-20"),
        ("将于1月6日召开大会。", "2023-12-20", "2024-01-06"),
        ("定于8月3日召开大会。", "2023-06-20", "2023-08-03"),
    ],
)
def test_the_year_is_the_one_nearest_to_publication(text: str, published: str, expected: str) -> None:
    assert expected in days(text, published).values()


def test_a_day_alone_is_in_the_month_spoken_of_before() -> None:
    assert days("1月18日至19日召开大会。19日下午闭幕。", "2024-01-22")["19日"] == "2024-01-19"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("东海在线11月30日讯 协会成立大会今天上午举行。", None, {"今天": "--11-30"}),
        ("东海日报2023年3月1日电 协会昨天成立。", None, {"昨天": "2023-02-28"}),
        ("本网5月9日讯 协会今天成立。", "2023-05-12", {"今天": "2023-05-09"}),
        ("5月9日电话通知，协会今天成立。", "2023-05-12", {"今天": "2023-05-12"}),
    ],
)
def test_today_is_the_day_of_the_dateline(text: str, published: str | None, expected: dict[str, str]) -> None:
    assert expected.items() <= days(text, published).items()


def test_a_day_alone_is_before_publication() -> None:
    assert days("公会23日举行大会。", "2024-03-25") == {"23日": "2024-03-23"}
    assert days("公会28日举行大会。", "2024-03-02") == {"28日": "2024-02-28"}


def test_the_paragraph_says_the_year() -> None:
    text = "2021年协会工作有新进展。3月9日召开理事会，10月21日至24日主办博览会。"
    assert days(text, "2022-03-11")["10月21日至24日"] == "2021-10-21..2021-10-24"


def test_a_year_that_is_only_compared_with_says_nothing() -> None:
    assert days("产值比2017年翻一番，9月6日召开大会。", "2023-09-07")["9月6日"] == "2023-09-06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月18日召开全市茶业工作会议，总结2021年工作，部署2022年工作。", "2022-03-18"),
        ("12月28日召开全市茶业工作会议，总结2021年工作，部署2022年工作。", "2021-12-28"),
        ("3月26日，东海市茶叶协会2020年度工作总结会在翠湖宾馆召开。", "2021-03-26"),
        ("12月26日，东海市茶叶协会2020年度工作总结会在翠湖宾馆召开。", "2020-12-26"),
        ("1月9日召开理事会，讨论2020年度工作计划。", "2020-01-09"),
        ("7月2日召开会议，听取2013年度财政决算的报告。", "2014-07-02"),
        ("为表彰2022年度优秀茶农，3月8日召开2022年度总结暨2023年部署大会。", "2023-03-08"),
        ("8月29日召开职工大会，表彰了2022年度先进个人。", "2023-08-29"),
        ("12月29日召开职工大会，表彰了2022年度先进个人。", "2022-12-29"),
        ("5月16日召开新闻发布会。截至2022年底，全市有茶农八万人。", "2023-05-16"),
        ("截至2022年12月31日有会员80家。3月6日召开会员大会。", "2023-03-06"),
        ("7月2日，2014茶商践行“两个创新”合作峰会在东海召开。", "2014-07-02"),
    ],
)
def test_a_meeting_is_between_the_year_it_reviews_and_the_year_it_plans(text: str, expected: str) -> None:
    assert expected in days(text).values()


def test_the_years_reviewed_do_not_outweigh_a_whole_day() -> None:
    text = "3月18日召开会议，总结2021年工作。东海市茶叶协会\n2021年3月20日\n"
    assert days(text)["3月18日"] == "2021-03-18"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07.09.2019 11:40\n茶会开会。", "2019-09-07"),
        ("一、时间：20160923 1400~1530", "2016-09-23"),
        ("五月九日，茶会九日上午开幕。2016年", "2016-05-09"),
        ("9月4日召开茶会，茶会成立于2009年，2007年以来种茶，2016年办会。", "2016-09-04"),
        ("12月6日召开理事会，审议2019年建议。", "2018-12-06"),
    ],
)
def test_days_are_told_in_all_forms_and_by_what_is_no_beginning(text: str, expected: str) -> None:
    assert expected in days(text).values()


def test_a_day_before_noon_or_after_needs_no_sign() -> None:
    assert days("1月30下午召开大会。", "2016-02-01") == {"1月30": "2016-01-30"}


def test_a_day_in_brackets_needs_no_day_of_publication() -> None:
    assert days("公会8月2日通知，今(19)日召开大会。")["今（19）日"] == "--08-19"
    assert days("公会今(19)日召开大会。", "2024-08-19")["今（19）日"] == "2024-08-19"


def test_an_edition_tells_the_year_where_nothing_else_does() -> None:
    assert "2026-03-10" in days("3月10日，2026第五届东海茶博会开幕。").values()
    assert "--03-10" in days("3月10日，2026名茶农到会。").values()


def test_same_day_is_the_day_told_before() -> None:
    assert days("2023年12月28日召开大会。当晚举行联欢。")["当晚"] == "2023-12-28"


def test_last_year_in_a_section_is_the_year_before_it() -> None:
    text = "东海市茶叶协会2022年工作总结\n一、2022年工作\n会费收入比上年增长。\n"
    assert days(text, "2023-02-01")["上年"] == "2021"


@pytest.mark.parametrize("text", ["2月30日", "13月1日", "2022年11月31日", "1850年以前的10月32日"])
def test_days_that_do_not_exist_are_no_dates(text: str) -> None:
    assert not [d for d in dates(text) if d.start.day]


@pytest.mark.parametrize("text", ["理事长陆明天致词", "历时3个月", "每10日一报", "2022.5万元", "编号2022-031"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert days(text, "2023-01-01") == {}


def test_dates_do_not_overlap_and_are_in_order() -> None:
    found = dates(ANNUAL, CalendarDate(2023, 1, 15))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.text(alphabet="2019-/.年月日至号〇一二十三零民国今去上本昨12 ，。：", max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    for mention in dates(text, CalendarDate(2023, 5, 1)):
        assert (
            mention.end is None
            or mention.start.year is None
            or mention.end.year is None
            or mention.end >= mention.start
        )


def test_the_rules_meet_their_examples() -> None:
    assert rules.check(["date"], bundled()) == []


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("茶园于2018年12月11日来函。协会又于1月8日复函。", "2019-01-25", "2019-01-08"),
        ("茶园于2018年12月11日来函。协会又于1月8日复函。", "2018-12-25", "2018-01-08"),
        ("茶园于2018年9月11日来函。协会又于1月8日复函。", "2019-01-25", "2018-01-08"),
    ],
)
def test_a_day_of_spring_behind_one_of_winter_is_in_the_next_year(text: str, published: str, expected: str) -> None:
    assert expected in days(text, published).values()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("为表彰2023年度先进，3月8日，茶会召开大会。", "2024-03-08"),
        ("8月9日，茶会召开大会，表彰2022年度先进。", "2023-08-09"),
        ("4月6日，茶会召开发布会，介绍2021年茶业发展情况。", "2022-04-06"),
        ("7月6日，茶会召开发布会，介绍2021年上半年茶业发展情况。", "2021-07-06"),
        ("12月6日，茶会召开发布会，介绍2021年茶业发展情况。", "2021-12-06"),
    ],
)
def test_a_year_commended_or_told_to_the_press_is_over(text: str, expected: str) -> None:
    assert expected in days(text).values()
