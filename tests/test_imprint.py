from __future__ import annotations

import pytest

import reading
from huiyao.records import Imprint

BODY = "4月10日下午，东海市茶叶协会第三届理事会第四次会议在东海宾馆三楼举行，理事单位代表共计百余人到会。"


def read(text: str) -> Imprint:
    return reading.page(text).imprint


@pytest.mark.parametrize(
    ("line", "published", "publisher"),
    [
        ("来源：协会秘书处发布时间：2023-04-12 08:36 阅读：1,276次", "2023-04-12", "协会秘书处"),
        ("2023-04-12 | 作者：科研办 | 点击：[ 418 ]", "2023-04-12", "科研办"),
        ("发布：宣传科 日期：2023-04-12", "2023-04-12", "宣传科"),
        ("时间:2023-04-12", "2023-04-12", None),
        ("作者: 茶乡论坛    时间: 2023/4/12 10:09", "2023-04-12", None),
        ("2023-04-12 10:22 来源:东海日报 [字体:大 中 小]", "2023-04-12", "东海日报"),
        ("东海在线 | 编辑: 何山 2023-04-12 09:41:12 原创", "2023-04-12", "东海在线"),
        ("2023-04-12 09:41 海东焦点报/记者何山/东海报导", "2023-04-12", "海东焦点报"),
        ("發布日期:112.04.12 | 點閱: 645", "2023-04-12", None),
        ("二〇二三年四月十二日", "2023-04-12", None),
    ],
)
def test_the_line_below_the_title_says_when_and_by_whom(line: str, published: str, publisher: str | None) -> None:
    found = read(f"东海市茶叶协会召开三届四次理事会\n{line}\n\n{BODY}\n")
    assert str(found.published) == published
    assert found.publisher == publisher
    assert found.title == "东海市茶叶协会召开三届四次理事会"


def test_where_the_page_stands_is_not_of_its_title() -> None:
    found = read(f"东海市茶叶协会召开三届四次理事会 当前位置：协会要闻\n2023-04-12\n\n{BODY}\n")
    assert found.title == "东海市茶叶协会召开三届四次理事会"


def test_a_field_before_the_page_says_when() -> None:
    found = read(f"date 2023-04-12 {BODY}\n")
    assert str(found.published) == "2023-04-12"


def test_a_signature_with_its_date_outweighs_a_short_source() -> None:
    found = read(
        f"东海市茶叶协会2022年工作总结\n来源：秘书处\n一、组织建设\n{BODY}\n东海市茶叶协会秘书处\n2023年1月30日\n"
    )
    assert found.publisher == "东海市茶叶协会秘书处"
    assert str(found.published) == "2023-01-30"


def test_the_day_of_a_meeting_is_not_the_day_of_publication() -> None:
    found = read(
        "东海市藻类协会第四届第七次理监事联席会议纪录\n一、时间：中华民国一一二年九月十六日下午二时\n"
        "二、地点：渔会三楼会议室\n三、主席：何山理事长\n决议：照案通过。\n"
    )
    assert found.published is None
    assert found.kind == "meeting"


def test_the_address_of_the_page_dates_it_where_nothing_else_does() -> None:
    found = read(f"东海市茶叶协会召开理事会\n{BODY}\n链接：http://tea.example/news/2023-04/12/content_1.htm\n")
    assert str(found.published) == "2023-04-12"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("东海市茶叶协会2022年工作总结及2023年工作打算", "annual_report"),
        ("政府工作报告", "annual_report"),
        ("在东海市茶叶协会第三次会员大会上的讲话", "speech"),
        ("东海市茶叶协会召开三届四次理事会", "meeting"),
        ("东海茶叶走出“加速度”", "news"),
    ],
)
def test_the_title_tells_the_kind(title: str, kind: str) -> None:
    assert read(f"{title}\n2023-04-12\n茶园面积稳定在两万亩，产值稳步增长，茶农户均增收四千余元。\n").kind == kind


def test_a_report_without_a_title_that_opens_with_a_year_is_of_that_year() -> None:
    found = read(
        "2022年，全市茶业在变局中稳步前行，茶农踊跃改种良种，各项工作都有新的进展。\n一、综合\n茶叶总产量9300吨。\n"
    )
    assert (found.kind, found.year) == ("annual_report", 2022)


def test_an_annual_report_is_of_the_year_in_its_title_not_of_its_publication() -> None:
    found = read("东海市茶叶协会2022年工作总结及2023年工作打算\n发布日期：2023-02-03\n全年培训茶农两千人次。\n")
    assert found.year == 2022
    assert read(f"东海市茶叶协会召开理事会\n2023-02-03\n{BODY}\n").year == 2023


def test_a_bare_text_has_no_imprint() -> None:
    found = read("茶园面积稳定在两万亩，产值稳步增长，茶农户均增收四千余元，全市涌现出一批典型。")
    assert (found.title, found.published, found.publisher, found.year) == (None, None, None, None)


def test_spans_hold_what_they_say() -> None:
    page = reading.page(f"东海市茶叶协会召开理事会\n来源：协会秘书处 发布时间：2023-04-12\n{BODY}\n")
    found, clean = page.imprint, page.passages.clean
    assert found.publisher_span is not None
    assert found.published_span is not None
    assert clean.text[found.publisher_span.slice] == "协会秘书处"
    assert clean.text[found.published_span.slice] == "2023-04-12"
