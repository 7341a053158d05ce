from __future__ import annotations

import dataclasses

import pytest

from factory import TEXT, Maker, empty, tea
from huiyao.lexicon import bundled
from huiyao.records import Summary
from huiyao.render.roster import House, roster
from huiyao.text import Span


def outline(houses: tuple[House, ...]) -> list[str]:
    """Each official with their houses, names as the page shows them."""
    return [
        " > ".join([*(house.name or "-" for house in path), official.name, *official.titles])
        for house in houses
        for path, official in house.walk()
    ]


def summary(*posts: tuple[str | None, str | None], path: str = "tea.txt") -> Summary:
    make = Maker(path=path)
    return dataclasses.replace(empty(path=path), people=(make.person("沐清泉", *posts),))


def test_people_stand_under_their_organisations_in_the_order_of_the_report() -> None:
    assert outline(roster([tea()], bundled())) == [
        "省农业农村厅 > 种植业处 > 毕云涛 > 处长",
        "东海市茶叶协会 > 沐清泉 > 会长",
        "东海市茶叶协会 > 边小满 > 秘书长",
        "东海市茶叶协会 > 郎一鸣 > 副会长",
        "云雾茶业有限公司 > 沐清泉 > 董事长",
    ]


def test_several_titles_in_one_organisation_stand_together() -> None:
    report = summary(("东海茶业集团", "党委书记"), ("东海茶业集团", "董事长"), ("东海茶业集团", "党委书记"))
    assert outline(roster([report], bundled())) == ["东海茶业集团 > 沐清泉 > 党委书记 > 董事长"]


def test_a_person_without_organisation_comes_last() -> None:
    assert outline(roster([summary((None, "编辑"), ("东海茶业集团", None))], bundled())) == [
        "东海茶业集团 > 沐清泉",
        "- > 沐清泉 > 编辑",
    ]


def test_a_person_without_a_post_is_there_too() -> None:
    assert outline(roster([summary()], bundled())) == ["- > 沐清泉"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("省商务厅市场体系建设处", "省商务厅 > 市场体系建设处"),
        ("市委统战部", "市委 > 统战部"),
        ("云岭省科协学会部", "云岭省科协 > 学会部"),
        ("云岭茶业协会秘书处", "云岭茶业协会 > 秘书处"),
        ("市社会组织管理局登记处", "市社会组织管理局 > 登记处"),
        ("省民政厅社会组织管理局", "省民政厅 > 社会组织管理局"),
        ("云岭集团有限公司", "云岭集团有限公司"),
        ("云岭省发展和改革委员会", "云岭省发展和改革委员会"),
        ("商务部", "商务部"),
        ("云岭大学", "云岭大学"),
    ],
)
def test_a_departments_organisation_is_told_from_its_name(name: str, shown: str) -> None:
    assert outline(roster([summary((name, "主任"))], bundled())) == [f"{shown} > 沐清泉 > 主任"]


def test_an_organisation_that_begins_with_another_is_under_it() -> None:
    report = summary(
        ("东海茶叶协会", "会长"), ("东海茶叶协会青年理事会", "主席"), ("东海茶叶协会青年理事会筹备组", "组长")
    )
    assert outline(roster([report], bundled())) == [
        "东海茶叶协会 > 沐清泉 > 会长",
        "东海茶叶协会 > 青年理事会 > 沐清泉 > 主席",
        "东海茶叶协会 > 青年理事会 > 筹备组 > 沐清泉 > 组长",
    ]


def test_a_short_name_that_begins_another_by_chance_is_not_above_it() -> None:
    assert outline(roster([summary(("移动", "经理"), ("移动机器人公司", "经理"))], bundled())) == [
        "移动 > 沐清泉 > 经理",
        "移动机器人公司 > 沐清泉 > 经理",
    ]


def test_a_department_and_its_organisation_may_come_in_either_order() -> None:
    report = summary(("省商务厅市场处", "处长"), ("省商务厅", "厅长"))
    assert outline(roster([report], bundled())) == ["省商务厅 > 沐清泉 > 厅长", "省商务厅 > 市场处 > 沐清泉 > 处长"]


def test_several_reports_are_one_roster_that_names_them() -> None:
    (house,) = roster([summary(("东海协会", "会长")), summary(("东海协会", "主席"), path="b.txt")], bundled())
    (official,) = house.officials
    assert official.titles == ("会长", "主席")
    assert official.sources == ("tea.txt", "b.txt")
    start = TEXT.index("沐清泉")
    assert [dict(post.sources) for post in official.posts] == [
        {"tea.txt": (Span(start, start + 3),)},
        {"b.txt": (Span(start, start + 3),)},
    ]


def test_posts_are_chosen_by_organisation_and_title() -> None:
    assert outline(roster([tea()], bundled(), organization="协会", title="秘书")) == [
        "东海市茶叶协会 > 边小满 > 秘书长"
    ]
    assert outline(roster([tea()], bundled(), organization="农业农村厅")) == ["省农业农村厅 > 种植业处 > 毕云涛 > 处长"]
    assert roster([tea()], bundled(), title="馆长") == ()
