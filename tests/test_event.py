from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao import normalize, rules, segment
from huiyao.lexicon import bundled
from huiyao.recognize import date, event, imprint, number
from huiyao.records import CleanText, Event, Report


@dataclass(frozen=True)
class Read:
    clean: CleanText
    events: tuple[Event, ...]

    def said(self) -> list[tuple[str, str]]:
        return [(e.name, str(e.start)) for e in self.events]


def read(text: str) -> Read:
    lexicon = bundled()
    clean = normalize.run(Report("-", text, "0"), lexicon)
    passages = segment.run(clean, lexicon)
    found = date.find(passages, lexicon)
    about = imprint.read(passages, found, lexicon)
    dates = date.resolve(found, passages, about.published)
    quantities = number.find(passages, dates, lexicon)
    return Read(clean, event.find(passages, dates, quantities, (), about, lexicon))


def news(body: str) -> Read:
    return read(f"东海市茶叶协会动态\n发布时间：2023-04-12\n{body}\n")


def annual(body: str) -> Read:
    return read(f"东海市茶叶协会2023年工作总结和2024年工作计划\n发布时间：2024-01-15\n一、2023年主要工作\n{body}\n")


@pytest.mark.parametrize(
    ("sentence", "name", "start", "end"),
    [
        (
            "4月10日下午，东海市茶叶协会第三届理事会第四次会议在东海宾馆举行。",
            "东海市茶叶协会第三届理事会第四次会议",
            "2023-04-10",
            None,
        ),
        (
            "4月8日至10日，第六届中国（东海）茶叶博览会在东海市会展中心隆重开幕。",
            "第六届中国（东海）茶叶博览会",
            "2023-04-08",
            "2023-04-10",
        ),
        ("东海市茶叶协会12日假海逸酒店举行第八届会董就职典礼。", "第八届会董就职典礼", "2023-04-12", None),
        (
            "由东海市茶叶协会主办、春山茶业公司承办的第三届采茶大赛于4月9日在龙井村成功举办。",
            "第三届采茶大赛",
            "2023-04-09",
            None,
        ),
        ("4月9日，“春山记忆”摄影展在市美术馆开幕。", "“春山记忆”摄影展", "2023-04-09", None),
        ("昨日，会长何山带队参加第五届海峡茶业交易会，签下两张订单。", "第五届海峡茶业交易会", "2023-04-11", None),
        ("4月9日，“东海茶人第二届交流会” 在东湖国际大酒店举行。", "东海茶人第二届交流会", "2023-04-09", None),
        ("日前，东海市茶叶协会第二届会员大会在东海宾馆召开。", "东海市茶叶协会第二届会员大会", "2023-04", None),
    ],
)
def test_an_event_has_its_own_name_and_day(sentence: str, name: str, start: str, end: str | None) -> None:
    (found,) = news(sentence).events
    assert (found.name, str(found.start)) == (name, start)
    assert (str(found.end) if found.end else None) == end


@pytest.mark.parametrize(
    "sentence",
    [
        "会议要求各单位认真贯彻落实大会精神，抓好各项工作。",
        "全年举办培训班26期，培训茶农两千人次。",
        "下一步将办好第四届采茶大赛。",
        "协会召开会议多次，研究茶园管护工作。",
    ],
)
def test_what_names_no_event_is_none(sentence: str) -> None:
    assert annual(sentence).events == ()


def test_a_place_is_said_with_the_verb() -> None:
    (found,) = news("4月10日，东海市茶叶协会会员大会以现场方式在东海宾馆三楼多功能厅召开。").events
    assert found.place == "东海宾馆三楼多功能厅"


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("4月10日，茶叶协会会员大会在东海宾馆召开，会员代表260余人参加会议。", 260),
        ("4月10日，茶叶协会会员大会在东海宾馆召开，应到会员代表186人，实到141人。", 141),
        ("4月10日，茶叶协会会员大会在东海宾馆召开，线上观看1.8万人次。", None),
        ("4月10日，茶叶协会会员大会在东海宾馆召开，协会全年培训茶农三百人。", None),
    ],
)
def test_those_who_came_are_counted(sentence: str, count: int | None) -> None:
    (found,) = news(sentence).events
    assert (found.headcount and int(found.headcount.value)) == count


def test_organisers_are_named_with_their_part() -> None:
    (found,) = news(
        "4月10日，由东海市茶叶协会、东海市总工会主办，春山茶业公司承办，东海市农业局指导的第三届采茶大赛在龙井村举行。"
    ).events
    assert [(o.name, o.role) for o in found.organizers] == [
        ("东海市茶叶协会", "主办"),
        ("东海市总工会", "主办"),
        ("春山茶业公司", "承办"),
        ("东海市农业局", "指导"),
    ]


def test_a_ceremony_within_a_meeting_inherits_its_day() -> None:
    read = news(
        "4月10日，东海市茶叶协会会员大会在东海宾馆召开。\n随后，大会举行东海市茶叶协会青年分会揭牌仪式。\n"
        "接着召开的三届一次理事会选举何山为会长。三届一次监事会选举甄海为监事长。"
    )
    assert read.said() == [
        ("东海市茶叶协会会员大会", "2023-04-10"),
        ("东海市茶叶协会青年分会揭牌仪式", "2023-04-10"),
        ("三届一次理事会", "2023-04-10"),
        ("三届一次监事会", "2023-04-10"),
    ]


def test_an_event_told_twice_is_one_under_its_full_name() -> None:
    read = news(
        "4月10日，东海市茶叶协会第三次会员大会在东海宾馆召开。\n东海市茶叶协会第三次会员大会的召开令人鼓舞。"
        "今天，我们在这里召开东海市茶叶协会第三次会员大会。"
    )
    assert read.said() == [("东海市茶叶协会第三次会员大会", "2023-04-10")]


def test_a_generic_word_lends_its_day_to_the_event_before() -> None:
    read = news("东海市茶叶协会派员参加在南山市举行的第六届茶业联盟年会。年会于4月8日至10日举行，两百人出席。")
    assert read.said() == [("第六届茶业联盟年会", "2023-04-08")]


def test_an_annual_report_gives_each_event_its_own_day() -> None:
    read = annual(
        "1月12日，协会一届五次理事会在邕北市召开。\n6月18日至20日在平江市承办全省采茶技能竞赛，136名选手同台竞技。\n"
        "5月9日至13日，会长何山率考察团一行23人赴浙江、安徽考察茶产业。\n二、2024年工作计划\n9月举办第八届茶业论坛。"
    )
    assert read.said() == [
        ("协会一届五次理事会", "2023-01-12"),
        ("全省采茶技能竞赛", "2023-06-18"),
        ("赴浙江、安徽考察茶产业", "2023-05-09"),
    ]


def test_the_head_of_minutes_gives_the_meeting() -> None:
    (found,) = read(
        "东海市藻类协会\n第四届第七次理监事联席会议纪录\n一、时间：中华民国一一二年九月十六日下午二时\n"
        "二、地点：渔会三楼会议室\n三、主席：何山理事长\n"
    ).events
    assert (found.name, str(found.start), found.place) == ("第四届第七次理监事联席会议", "2023-09-16", "渔会三楼会议室")


def test_a_table_gives_a_session_below_each_day() -> None:
    read_ = read(
        "董事会重要决议\n重要决议\n102.11.11\n102年第八次董事会\n一、修订章程。\n102.9.27\n102年第七次董事会\n一、注销库藏股。\n"
    )
    assert read_.said() == [("102年第八次董事会", "2013-11-11"), ("102年第七次董事会", "2013-09-27")]


def test_spans_hold_the_name() -> None:
    read = news("4月10日，东海市茶叶协会会员大会在东海宾馆召开，260人参加。")
    for found in read.events:
        assert read.clean.text[found.span.slice] == found.name
        assert found.span in found.evidence.sentence


@given(st.text(alphabet="会议大第一届次召开举行在的，。、《》“”（）4月日人东海赴考察\n", max_size=80))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    read_ = read(text)
    for found in read_.events:
        assert found.name
        assert found.span.end <= len(read_.clean.text)


def test_the_rules_meet_their_examples() -> None:
    assert rules.check(["event"], bundled()) == []


def test_the_notice_of_a_meeting_is_not_its_day() -> None:
    (found,) = news(
        "春山茶业公司第四届董事会第十五次会议通知于2023年4月1日以邮件方式发出，"
        "会议于2023年4月10日在公司会议室以现场方式召开，应参会董事9名，实际参会董事8名。"
    ).events
    assert (found.name, str(found.start)) == ("春山茶业公司第四届董事会第十五次会议", "2023-04-10")
    assert found.headcount is not None
    assert found.headcount.value == 8


def test_a_headline_alone_gives_the_event_of_the_first_day() -> None:
    read_ = read(
        "东海市茶叶协会第二届会员大会召开\n发布时间：2023-04-12\n4月10日，会长何山作工作报告，代表们分组审议，"
        "气氛热烈，大家对下一步工作提出了意见和建议。\n"
    )
    assert read_.said() == [("东海市茶叶协会第二届会员大会", "2023-04-10")]


def test_two_fairs_joined_by_and_are_two() -> None:
    read_ = news("4月8日，第六届东海茶叶博览会与第三届东海咖啡博览会在会展中心举行。")
    assert [name for name, _ in read_.said()] == ["第六届东海茶叶博览会", "第三届东海咖啡博览会"]
