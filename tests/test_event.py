from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reading
from huiyao import rules
from huiyao.lexicon import bundled
from huiyao.recognize import event
from huiyao.records import CleanText, Event


@dataclass(frozen=True)
class Read:
    clean: CleanText
    events: tuple[Event, ...]

    def said(self) -> list[tuple[str, str]]:
        return [(e.name, str(e.start)) for e in self.events]


def read(text: str) -> Read:
    page = reading.page(text)
    found = event.find(page.passages, page.dates, page.quantities, page.imprint, bundled())
    return Read(page.passages.clean, found)


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
        ("4月9日，第一届采茶节在龙井村举行。", "第一届采茶节", "2023-04-09", None),
        ("4月9日，东海学院第一次团代会火热举行。", "东海学院第一次团代会", "2023-04-09", None),
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
        "会长表示，希望明年在春山市举办第五届茶叶论坛。",
        "原定于4月20日召开的第三次会员大会延期举行。",
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


def test_a_name_does_not_begin_with_the_particle_before_it() -> None:
    (found,) = news("东海市茶叶协会参加4月10日于龙井广场举办之第七届东海茶博会。").events
    assert found.name == "第七届东海茶博会"


def test_a_guest_who_gives_guidance_is_no_organizer() -> None:
    (found,) = news("4月10日，东海市茶叶协会第三次会员大会在龙井村召开，市农业局局长秦守正等领导莅临指导。").events
    assert found.organizers == ()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("会议以绿色发展理念为指导，以服务会员为主线。", []),
        ("在市农业局的指导下，协会多年来取得了进步。", []),
        ("大会在市农业局的大力支持下成功举办。", [("市农业局", "支持")]),
        ("大会由东海市总工会主办，市农业局担任指导单位。", [("东海市总工会", "主办"), ("市农业局", "指导")]),
        ("主办单位：东海市总工会\n协办单位：东海市文联", [("东海市总工会", "主办"), ("东海市文联", "协办")]),
    ],
)
def test_who_guides_or_supports_is_an_organization_of_this_event(body: str, said: list[tuple[str, str]]) -> None:
    (found,) = news(f"4月10日，东海市茶叶协会第三次会员大会在龙井村召开。{body}").events
    assert [(o.name, o.role) for o in found.organizers] == said


def test_lines_before_the_event_name_its_organizers() -> None:
    (found,) = read(
        "主办单位：东海市总工会\n承办单位：东海市茶叶协会\n2023年4月10日，第三届采茶大赛在龙井村举行。\n"
    ).events
    assert [o.role for o in found.organizers] == ["主办", "承办"]


def test_the_year_that_is_looked_back_on_is_not_the_days() -> None:
    (found,) = read("3月18日，东海市茶叶协会召开全市茶业工作会议，总结2021年工作，部署2022年任务。\n").events
    assert str(found.start) == "2022-03-18"


def test_a_meeting_to_come_has_its_own_year() -> None:
    held, announced = news(
        "4月10日，东海市茶叶协会第三次会员大会在龙井村召开，会议表决了第四次会员大会于明年在春山市举办。"
    ).events
    assert (str(held.start), held.place) == ("2023-04-10", "龙井村")
    assert (announced.name, str(announced.start), announced.place) == ("第四次会员大会", "2024", "春山市")


def test_who_paid_a_visit_may_stand_in_the_clause_before() -> None:
    (found,) = news(
        "4月10日，春山市茶业协会一行18人，在市农业局副局长秦守正、会长何山、副会长甄海、秘书长施能、监事长"
        "林秀、名誉会长沐清和、常务理事边小满、副秘书长郎一鸣的率领下来东海茶叶博物馆考察。"
    ).events
    assert found.name == "春山市茶业协会一行来东海茶叶博物馆考察"
    assert found.headcount
    assert int(found.headcount.value) == 18


def test_a_visit_may_go_deep() -> None:
    (found,) = news("4月10日，市委书记何山深入春山茶业公司调研茶产业发展情况。").events
    assert found.name == "市委书记何山深入春山茶业公司调研茶产业发展情况"


@pytest.mark.parametrize(
    ("body", "name", "count"),
    [
        ("4月10日，春山市商业总会一行32人，在会长何山率领下，首次到东海参访。", "春山市商业总会一行到东海参访", 32),
        ("东海厂商会（4月10日）会见会长何山率领一行7人的代表团。", "会见会长何山率领一行7人的代表团", 7),
        (
            "4月10日，春山市茶业协会会长、原市农业局副局长秦守正，副会长甄海（原市农业局种植业处主任科员）、施能"
            "（春山市茶业协会工作人员）一行4人到商会交流走访。",
            "到商会交流走访",
            4,
        ),
    ],
)
def test_a_party_is_counted_with_its_visit(body: str, name: str, count: int) -> None:
    (found,) = news(body).events
    assert (found.name, found.headcount and int(found.headcount.value)) == (name, count)


def test_a_half_year_in_a_name_is_not_its_day() -> None:
    (found,) = news("4月10日，东海市茶叶协会2023年上半年秘书处工作会在龙井村召开。").events
    assert (found.name, str(found.start)) == ("东海市茶叶协会2023年上半年秘书处工作会", "2023-04-10")


def test_a_ceremony_with_its_own_place_is_of_the_only_day() -> None:
    read = news("4月10日，专家组一行到东海学院检查指导工作。\n茶学专业认证汇报会在行政楼三楼会议室召开。")
    assert read.said()[-1] == ("茶学专业认证汇报会", "2023-04-10")


def test_a_meeting_that_is_congratulated_is_the_same() -> None:
    (found,) = news(
        "4月10日，东海市茶叶协会第一次会员大会在龙井村召开。\n春山市茶业协会发来贺信祝贺东海市茶叶协会第一次会员大会召开。"
    ).events
    assert found.name == "东海市茶叶协会第一次会员大会"


def test_minutes_are_not_of_the_meeting_s_name() -> None:
    (found,) = read("东海市茶叶协会第三次会员大会会议纪要\n时间：2023年4月10日\n地点：龙井村\n").events
    assert found.name == "东海市茶叶协会第三次会员大会"


def test_who_will_hold_the_next_meeting_holds_not_this_one() -> None:
    (found,) = news("4月10日，东海市茶叶协会年会由市农业局主办，在龙井村举行，大会宣布下届年会由春山市承办。").events
    assert [o.name for o in found.organizers] == ["市农业局"]


def test_a_count_of_visits_is_none() -> None:
    assert news("4月10日，协会走访民宿428家。").events == ()


def test_the_line_below_a_title_may_say_where_it_was_passed() -> None:
    (found,) = read(
        "东海市茶叶协会章程\n（2023年4月10日东海市茶叶协会第二次会员大会审议通过）\n第一条 本会名称。\n"
    ).events
    assert (found.name, str(found.start)) == ("东海市茶叶协会第二次会员大会", "2023-04-10")


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


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "4月9日，以“数字茶乡”为主题的第三届（2023）东海茶商大会暨第九届茶叶论坛在江城开幕。",
            ("第三届（2023）东海茶商大会暨第九届茶叶论坛", "2023-04-09", "江城", None),
        ),
        (
            "4月9日，东海市人民政府与东海茶叶联合会共同主办以“新茶”为主题的“首届东海会长大会”，在人民会堂召开。",
            ("首届东海会长大会", "2023-04-09", "人民会堂", None),
        ),
        (
            "4月9日下午，历时三天的第十二届东海茶学年会在东海宾馆闭幕。共有800余位茶叶领域的教授、学者相聚东海，"
            "12000余名师生线上参与了交流。",
            ("第十二届东海茶学年会", "2023-04-09", "东海宾馆", 800),
        ),
        (
            "4月9日晚，第七届东海茶叶博览会开幕式在南湖广场隆重举行。各界代表600余人参加。",
            ("第七届东海茶叶博览会开幕式", "2023-04-09", "南湖广场", 600),
        ),
        (
            "4月9日，第七届东海茶叶博览会在东海会展中心落下帷幕。",
            ("第七届东海茶叶博览会", "2023-04-09", "东海会展中心", None),
        ),
        (
            "春山茶业公司第六届董事会第四次会议，于4月1日以邮件形式向全体董事发出通知，于4月9日在公司会议室以现场方式召开。"
            "会议应出席董事9人，实际到会董事8人。",
            ("春山茶业公司第六届董事会第四次会议", "2023-04-09", "公司会议室", 8),
        ),
        (
            "东海市茶叶协会第三届会员大会于4月9日假座海逸酒店召开。",
            ("东海市茶叶协会第三届会员大会", "2023-04-09", "海逸酒店", None),
        ),
        (
            "东海茶商会就职典礼于4月9日（星期日）下午三时三十分假海逸酒店宴会厅举行。",
            ("东海茶商会就职典礼", "2023-04-09", "海逸酒店宴会厅", None),
        ),
        (
            "4月9日，东海市茶商联合会第四次会员代表大会在圆满完成各项议程后闭幕。会长何山等7名代表及全市的400多位代表出席。",
            ("东海市茶商联合会第四次会员代表大会", "2023-04-09", None, 400),
        ),
        (
            "首届全省采茶大赛4月9日在素有茶乡之称的东海举行，我市选派60名选手参加。来自30支代表队的近2000名选手参赛。",
            ("首届全省采茶大赛", "2023-04-09", "东海", 2000),
        ),
        (
            "4月8日及9日，东海市茶叶协会学术研讨会在东海大学举行。",
            ("东海市茶叶协会学术研讨会", "2023-04-08", "东海大学", None),
        ),
    ],
)
def test_names_days_places_and_numbers_of_unseen_wordings(
    body: str, said: tuple[str, str, str | None, int | None]
) -> None:
    found = news(body).events
    assert [
        (e.name, str(e.start), e.place, int(e.headcount.value) if e.headcount is not None else None) for e in found
    ] == [said]


def test_company_head_with_its_day_in_the_next_line() -> None:
    found = read(
        "春山茶业股份有限公司\n2022年年度股东大会决议公告\n一、会议召开和出席情况\n1、召开时间：\n（1）2023年4月18日15:00\n"
        "2、召开地点：东海市茶山路8号\n"
    ).events
    assert [(e.name, str(e.start), e.place) for e in found] == [("2022年年度股东大会", "2023-04-18", "东海市茶山路8号")]


@pytest.mark.parametrize(
    "body",
    [
        "4月9日，东海市茶叶协会在东海宾馆举行年会。本议案尚需提交公司第一次临时股东大会审议通过。",
        "与茶博会同期举办的本届器物展以“器与道”为主题，时间为4月9日至5月10日。",
        "何会长在东海考察访问期间，王会长参加了4月9日的有关活动。",
    ],
)
def test_what_is_no_event_of_the_report(body: str) -> None:
    names = [e.name for e in news(body).events]
    assert not any(word in name for name in names for word in ("本议案", "本届", "期间"))


def test_an_event_told_short_again_is_one() -> None:
    found = news(
        "4月9日，东海供销社与春山茶业公司战略合作暨物流合作签约仪式在江城举行。随后召开战略合作签约仪式，双方领导致辞。"
    ).events
    assert [e.name for e in found] == ["东海供销社与春山茶业公司战略合作暨物流合作签约仪式"]


def test_a_year_of_founding_is_not_the_events() -> None:
    found = read("4月9日，东海市茶叶协会第三次会员大会在江城召开。协会自2007年12月20日成立以来发展迅速。\n").events
    assert [str(e.start) for e in found] == ["--04-09"]


def test_a_year_in_the_name_is_the_events() -> None:
    found = read("3月10日，2026第五届东海茶叶发展大会在江城召开，东海市茶叶协会出席会议。\n").events
    assert [str(e.start) for e in found] == ["2026-03-10"]


def test_the_month_of_the_dateline_is_that_of_a_bare_day() -> None:
    found = read(
        "“丝路茶商论坛”在甘州开幕\n新华社兰州9月16日电（记者高山）“丝路茶商论坛”16日在甘州开幕，聚焦茶产业。\n"
    ).events
    assert [str(e.start) for e in found] == ["--09-16"]


@pytest.mark.parametrize(
    ("body", "name", "start"),
    [
        (
            "4月8日至10日，省茶商联合会副主席何远山率部分委员就“茶乡振兴”课题在江州、海州开展专题调研。",
            "在江州、海州开展专题调研",
            "2023-04-08",
        ),
        ("4月9日，第三党支部组织党员走访岱海茶史纪念馆。", "第三党支部组织党员走访岱海茶史纪念馆", "2023-04-09"),
        ("4月9日，茶叶评估专家组一行莅临我校检查指导工作。", "茶叶评估专家组一行莅临我校检查指导工作", "2023-04-09"),
        ("4月9日，市政府新闻办在临川召开新闻发布会，通报情况。", "新闻发布会", "2023-04-09"),
        (
            "第十七届东海茶叶博览会（TEA2023）将于26日至29日在江城展览中心举行。",
            "第十七届东海茶叶博览会",
            "2023-04-26",
        ),
        (
            "2022年全省筹款5亿元。这是记者从4月12日召开的2023年全省茶叶工作会议上获悉的。",
            "2023年全省茶叶工作会议",
            "2023-04-12",
        ),
        (
            "春山公司和东海茶叶协会昨日签署了战略合作协议。",
            "春山公司和东海茶叶协会昨日签署了战略合作协议",
            "2023-04-11",
        ),
    ],
)
def test_visits_and_single_events_of_unseen_wordings(body: str, name: str, start: str) -> None:
    assert [(e.name, str(e.start)) for e in news(body).events] == [(name, start)]


def test_a_day_announced_for_the_year_in_the_name() -> None:
    found = read(
        "东海商会动态\n发布时间：2023-12-30\n东海青年商会2024年度理事就职典礼将假海逸酒店于1月7日举行。\n"
    ).events
    assert [str(e.start) for e in found] == ["2024-01-07"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("4月9日，东海县开展茶农采摘技能培训。", ("茶农采摘技能培训", "2023-04-09", None)),
        ("4月9日，东海茶业咨询协会组织召开了采茶机改造成果鉴定。", ("采茶机改造成果鉴定", "2023-04-09", None)),
        (
            "4月9日，市政协组织部分委员就茶园道路建设情况进行专题视察。",
            ("就茶园道路建设情况进行专题视察", "2023-04-09", None),
        ),
        (
            "4月9日，在各部门的支持下，东海县妇女第五次代表大会圆满完成各项议程，八十六名代表参加。",
            ("东海县妇女第五次代表大会", "2023-04-09", None),
        ),
        ("4月9日，全省春季茶园管护视频会召开。", ("全省春季茶园管护视频会", "2023-04-09", None)),
        ("4月9日，春山镇茶农子弟学校在甲山村落成。", ("春山镇茶农子弟学校", "2023-04-09", "甲山村")),
        ("4月9日，东海茶学院校友会正式成立。", ("东海茶学院校友会正式成立", "2023-04-09", None)),
        (
            "4月9日，秦守正会长一行4人赴江州茶机研究所（以下简称“研究所”）调研座谈并召开座谈会。",
            ("赴江州茶机研究所调研座谈", "2023-04-09", "江州茶机研究所"),
        ),
        (
            "4月9日，春山茶业学校校长秦守正、江州茶业学校副校长甄海一行来校访问。",
            ("江州茶业学校副校长甄海一行来校访问", "2023-04-09", "校"),
        ),
        (
            "4月9日，东海茶商会会长何山会见由茶联组织的访茶团一行。",
            ("东海茶商会会长何山会见由茶联组织的访茶团一行", "2023-04-09", None),
        ),
        ("4月9日，秘书长施能出席江州茶联春季招待会并致辞。", ("江州茶联春季招待会", "2023-04-09", None)),
        ("4月9日，会长何山在协会三楼会议室主持召开常务理事例会。", ("常务理事例会", "2023-04-09", "协会三楼会议室")),
        (
            "4月9日上午，市二届人大三次会议举行第二次全体会议。",
            ("市二届人大三次会议第二次全体会议", "2023-04-09", None),
        ),
        ("第九届东海茶叶博览会于昨天闭幕。", ("第九届东海茶叶博览会", "2023-04-11", None)),
        ("4月9日，协会邀请研究员何山作茶树病虫害防治专题讲座。", ("茶树病虫害防治专题讲座", "2023-04-09", None)),
        ("4月9日，送茶艺下乡活动走进春山村。", ("送茶艺下乡活动", "2023-04-09", None)),
    ],
)
def test_what_was_done_on_a_day_is_an_event(body: str, said: tuple[str, str, str | None]) -> None:
    assert [(e.name, str(e.start), e.place) for e in news(body).events] == [said]


@pytest.mark.parametrize(
    "body",
    [
        "4月9日，双方开展合作。",
        "4月9日，协会发放慰问金2万元。",
        "东海市茶叶协会2010年4月9日成立。",
        "4月9日，双方就共同举办第六届茶业论坛等相关事宜进行磋商。",
        "今年以来，协会在各街道开展了茶园创建活动。",
    ],
)
def test_what_was_not_held_on_a_day_is_none(body: str) -> None:
    assert news(body).events == ()


def test_the_work_of_a_year_is_not_of_the_meeting_s_day() -> None:
    (found,) = news("4月9日，市茶协召开委员工作会议。\n今年以来，协会在各街道开展了茶站创建活动。").events
    assert found.name == "委员工作会议"


def test_a_day_in_a_line_of_its_own_is_that_of_the_lines_below() -> None:
    said = read(
        "东海市茶叶协会2019年5月大事记\n发布时间：2019-06-06\n4月29日至5月2日\n副会长甄海陪同日本茶商代表团访问江州。\n"
        "5月7日（星期二）\n秘书长施能出席江州茶联春季招待会。\n市茶协举办首届东海茶业论坛。\n"
    )
    assert [(name, start) for name, start in said.said()] == [
        ("副会长甄海陪同日本茶商代表团访问江州", "2019-04-29"),
        ("江州茶联春季招待会", "2019-05-07"),
        ("首届东海茶业论坛", "2019-05-07"),
    ]


def test_a_year_s_report_lists_what_it_held() -> None:
    assert annual(
        "成功举办全省采茶公开赛、第二届东海茶机博览会等大型活动。\n组织召开2023年新春茶商座谈会。\n"
        "承办全国茶艺邀请赛等3项赛事。\n举办多场茶艺沙龙。"
    ).said() == [
        ("全省采茶公开赛", "2023"),
        ("第二届东海茶机博览会", "2023"),
        ("2023年新春茶商座谈会", "2023"),
        ("全国茶艺邀请赛", "2023"),
    ]


def test_an_event_whose_day_cannot_be_told_has_none() -> None:
    (found,) = read("昨日上午，县九届茶业协会第七次会员大会召开。会长何山出席。\n").events
    assert (found.name, found.start) == ("县九届茶业协会第七次会员大会", None)


def test_a_meeting_beside_a_visit_has_its_own_place() -> None:
    found = news("4月9日，秦守正会长一行到春山县调研茶园建设情况。\n座谈会在县茶业馆会议室举行。").events
    assert [(e.name, e.place) for e in found] == [
        ("秦守正会长一行到春山县调研茶园建设情况", "春山县"),
        ("座谈会", "县茶业馆会议室"),
    ]


def test_the_second_event_of_a_day_follows_the_first() -> None:
    read_ = news(
        "4月9日上午，茶业协会党员大会在东海宾馆召开。大会结束后随即召开首届支委会。下午，茶业双选会在体育馆举行。"
    )
    assert [name for name, _ in read_.said()] == ["茶业协会党员大会", "首届支委会", "茶业双选会"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "东海茶业股份有限公司 第三届监事会第一次会议决议公告 一、会议情况 1.会议召开时间：2023年6月8日 "
            "2.会议召开地点：公司会议室 3.会议召开方式：现场\n",
            ("第三届监事会第一次会议", "2023-06-08", "公司会议室"),
        ),
        (
            "东海茶叶协会第二届第三次理事会会议记录\n\n日 期：2023年6月8日 14:00\n地 点：会址\n",
            ("东海茶叶协会第二届第三次理事会", "2023-06-08", "会址"),
        ),
        (
            "东海茶学会会员大会纪录\n一、时  间：20230608  1400~1530\n二、地  点：茶业馆 会议室\n",
            ("东海茶学会会员大会", "2023-06-08", "茶业馆会议室"),
        ),
    ],
)
def test_heads_of_minutes_in_further_forms(text: str, said: tuple[str, str, str]) -> None:
    assert [(e.name, str(e.start), e.place) for e in read(text).events] == [said]
