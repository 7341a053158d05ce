from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import TEXT, Maker, empty, glossed, tea
from huiyao import records
from huiyao.lexicon import bundled
from huiyao.recognize.event import organizer
from huiyao.records import CalendarDate, Summary
from huiyao.render.failure import Failure
from huiyao.render.labels import Language, labels
from huiyao.render.plain import dumps

SCHEMA: dict[str, Any] = json.loads(files("huiyao").joinpath("schema.json").read_text("utf-8"))
CHECKED = jsonschema.Draft202012Validator(SCHEMA)


def written(summary: Summary) -> dict[str, Any]:
    """A summary after the way through JSON, checked against the schema."""
    document: dict[str, Any] = json.loads(dumps(summary.to_dict()))
    CHECKED.validate(document)
    return document


def cut(value: Any, text: str) -> Any:
    """A document with the words of the source that its spans cut out in place of the spans."""
    if isinstance(value, list):
        return [cut(part, text) for part in value]
    if isinstance(value, dict):
        return {
            key: [text[slice(*span)] for span in part] if key == "spans" else cut(part, text)
            for key, part in value.items()
        }
    return value


def test_the_schema_is_one() -> None:
    CHECKED.check_schema(SCHEMA)


def test_a_summary_as_json() -> None:
    document = cut(written(tea()), TEXT)
    source = document.pop("source")
    assert (source["path"], source["encoding"], source["script"]) == ("tea.txt", "utf-8", "simplified")
    assert source["repairs"] == {"gloss": 0, "recovered": 0, "lost": 0}
    assert document["title"] == "东海市茶叶协会召开三届二次理事会"
    assert document["published"] == "2023-03-08"
    assert document["publisher"] == "协会秘书处"
    assert document["events"] == [
        {
            "id": "e1",
            "name": "东海市茶叶协会三届二次理事会",
            "start": "2023-03-06",
            "end": None,
            "place": "东海宾馆",
            "headcount": {"value": 90, "qualifier": "about"},
            "organizers": [{"name": "东海市茶叶协会", "role": "主办"}],
            "spans": ["东海市茶叶协会三届二次理事会"],
        }
    ]
    (chair,) = (person for person in document["people"] if person["name"] == "沐清泉")
    assert chair == {
        "id": "p2",
        "name": "沐清泉",
        "attended": True,
        "roles": ["speaker"],
        "events": ["e1"],
        "positions": [
            {"organization": "东海市茶叶协会", "title": "会长", "spans": ["沐清泉"]},
            {"organization": "云雾茶业有限公司", "title": "董事长", "spans": ["沐清泉"]},
        ],
        "spans": ["沐清泉"],
    }
    assert document["attending_organizations"] == [{"name": "东海海关", "event": "e1", "spans": ["东海海关"]}]
    assert document["resolutions"][0] == {
        "kind": "approved",
        "text": "《2022年度工作报告》",
        "outcome": "passed",
        "event": "e1",
        "votes": {"for": 119, "against": 5, "abstain": 2, "unit": "票", "share": None},
        "people": [],
        "organizations": [],
        "spans": ["《2022年度工作报告》"],
    }
    assert document["resolutions"][1]["event"] is None
    assert document["resolutions"][1]["people"] == ["p4"]
    assert document["statistics"][2] == {
        "subject": "全市茶业产值",
        "quantity": "2500亿元",
        "value": 250000000000,
        "value_max": None,
        "unit": "元",
        "qualifier": "over",
        "period": "2023",
        "status": "forecast",
        "change": None,
        "spans": ["2500亿元"],
    }
    assert document["statistics"][1]["change"] == {"direction": "up", "base": "year_before", "value": 8.3, "unit": "%"}


def test_what_a_report_does_not_say_is_null_or_empty() -> None:
    document = written(empty())
    assert {key: value for key, value in document.items() if key not in ("schema", "source", "kind")} == {
        "title": None,
        "published": None,
        "publisher": None,
        "events": [],
        "people": [],
        "attending_organizations": [],
        "resolutions": [],
        "statistics": [],
    }


def test_a_post_that_is_stated_twice_is_one_with_two_places() -> None:
    make = Maker()
    person = make.person("沐清泉", ("东海市茶叶协会", "会长"), ("东海市茶叶协会", "会长"))
    again = dataclasses.replace(person.positions[1], span=make.span("作工作报告"))
    person = dataclasses.replace(person, positions=(person.positions[0], again))
    document = cut(written(dataclasses.replace(empty(), people=(person,))), TEXT)
    assert document["people"][0]["positions"] == [
        {"organization": "东海市茶叶协会", "title": "会长", "spans": ["沐清泉", "作工作报告"]}
    ]


def test_spans_are_those_of_the_source() -> None:
    clean = glossed()
    imprint = Maker().imprint()
    make = Maker(clean.text)
    summary = Summary(clean, imprint, people=(make.person("章程"), make.person("会")))
    document = cut(written(summary), clean.report.text)
    assert [person["spans"] for person in document["people"]] == [["章程"], ["會(huì)"]]
    assert document["source"]["repairs"]["gloss"] == 1
    assert document["source"]["characters"] == 9


def test_strings_are_spelt_as_asked_and_nothing_else_is() -> None:
    plain, spelt = tea().to_dict(), tea().to_dict(spell=lambda text: f"<{text}>")
    strings, changed = list(leaves(plain)), list(leaves(spelt))
    kept = {key for key, value in strings if (key, value) in changed and value is not None}
    assert kept >= {
        "sha256",
        "path",
        "kind",
        "start",
        "published",
        "status",
        "qualifier",
        "outcome",
        "roles",
        "id",
        "role",
        "direction",
    }
    assert not kept & {"name", "title", "text", "subject", "quantity", "organization", "place", "publisher", "unit"}


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part, key)
    else:
        yield key, value


@given(st.decimals(min_value=0, max_value=10**12, places=3))
def test_a_number_is_written_with_the_digits_of_the_report(value: Decimal) -> None:
    make = Maker()
    statistic = make.statistic("会费收入", "168.5万元", str(value), "元")
    text = dumps(written(dataclasses.replace(empty(), statistics=(statistic,)))["statistics"][0]["value"])
    assert Decimal(text) == value
    assert ("." in text) == (value != value.to_integral_value())


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (CalendarDate(2021, 12, 16), "2021-12-16"),
        (CalendarDate(2021, 12), "2021-12"),
        (CalendarDate(2021), "2021"),
        (CalendarDate(None, 11, 20), "--11-20"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(date: CalendarDate, text: str) -> None:
    imprint = dataclasses.replace(Maker().imprint(), published=date)
    assert written(dataclasses.replace(empty(), imprint=imprint))["published"] == text


@pytest.mark.parametrize(
    ("path", "literal"),
    [
        ("kind", records.ReportKind),
        ("source/script", records.Script),
        ("people//roles/", records.Role),
        ("resolutions//kind", records.ResolutionKind),
        ("statistics//status", records.Status),
        ("events//organizers//role", organizer.ROLES),
    ],
)
def test_the_schema_and_the_records_know_the_same_words(path: str, literal: Any) -> None:
    node = SCHEMA["$defs"]["summary"]
    for name in path.split("/"):
        node = node["properties"][name] if name else node["items"]
    assert tuple(node["enum"]) == (get_args(literal) or literal)


def test_the_schema_and_the_records_know_the_same_outcomes_and_qualifiers() -> None:
    outcomes = SCHEMA["$defs"]["summary"]["properties"]["resolutions"]["items"]["properties"]["outcome"]["enum"]
    assert tuple(outcomes) == (*get_args(records.Outcome), None)
    assert tuple(SCHEMA["$defs"]["qualifier"]["enum"]) == get_args(records.Qualifier)


def test_a_report_that_could_not_be_read_is_in_the_schema_too() -> None:
    failure = Failure("gone.txt", "not_found", "gone.txt does not exist", "check the spelling").to_dict()
    CHECKED.validate(failure)
    with pytest.raises(jsonschema.ValidationError):
        CHECKED.validate({**failure, "people": []})
    with pytest.raises(jsonschema.ValidationError):
        CHECKED.validate({**tea().to_dict(), "error": failure["error"]})


def test_the_schema_names_every_base_that_the_word_list_knows() -> None:
    change = SCHEMA["$defs"]["summary"]["properties"]["statistics"]["items"]["properties"]["change"]["oneOf"][1]
    told = change["properties"]["base"]["description"]
    known = {row["base"] for row in bundled().table("figure_base").values()}
    assert {base for base in known if f" {base}," not in told} == set()
    for language in Language:
        assert {base for base in known if f"base.{base}" not in labels(language).words} == set()


def test_what_is_not_in_the_schema_is_refused() -> None:
    document = tea().to_dict()
    document["people"][0]["age"] = 40
    with pytest.raises(jsonschema.ValidationError):
        CHECKED.validate(document)
