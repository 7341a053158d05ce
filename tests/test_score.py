from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from huiyao.score import FACETS, MAIN, Tally, compare, overall, overlap

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

PERSON = {
    "name": "沐清泉",
    "attended": True,
    "roles": ["speaker"],
    "positions": [{"organization": "东海市茶叶协会", "also": ["协会"], "title": "会长"}],
}
EVENT = {"name": "东海市茶叶协会三届二次理事会", "start": "2023-03-06", "headcount": 90}
FIGURE = {
    "value": 21,
    "value_max": None,
    "unit": "家",
    "subject": "新发展会员单位",
    "period": "2022",
    "status": "actual",
}


def found(gold: Mapping[str, Any], summary: Mapping[str, Any]) -> dict[str, tuple[int, int, int]]:
    """Hits, missed and wrong of those facets in which there is anything."""
    tallies = compare(gold, summary)
    counts = {name: (t.hits, len(t.missed), len(t.wrong)) for name, t in tallies.items()}
    return {name: count for name, count in counts.items() if any(count)}


def test_equal_documents_meet_in_every_facet() -> None:
    matter = {"quote": "《工作报告》", "kind": "approved"}
    gold = {
        "people": [PERSON],
        "attending_organizations": ["东海海关"],
        "events": [EVENT],
        "resolutions": [matter],
        "statistics": [FIGURE],
    }
    assert found(gold, gold) == {facet.name: (1, 0, 0) for facet in FACETS}
    assert overall(compare(gold, gold)) == 1


def test_a_summary_s_own_forms_are_understood() -> None:
    gold = {"events": [EVENT], "attending_organizations": ["东海海关"], "resolutions": [{"quote": "《报告》"}]}
    summary = {
        "events": [{**EVENT, "headcount": {"value": 90, "qualifier": "about"}}],
        "attending_organizations": [{"name": "东海海关", "event": "e1"}],
        "resolutions": [{"text": "《报告》"}],
    }
    assert all(tally[1:] == (0, 0) for tally in found(gold, summary).values())


@pytest.mark.parametrize(
    ("organization", "counts"),
    [("协会", (1, 0, 0)), ("东海市茶叶协会", (1, 0, 0)), ("茶叶协会", (0, 1, 1)), (None, (0, 1, 1))],
)
def test_an_organisation_is_right_in_any_accepted_form(organization: str | None, counts: tuple[int, int, int]) -> None:
    person = {**PERSON, "positions": [{"organization": organization, "title": "会长"}]}
    assert found({"people": [PERSON]}, {"people": [person]})["officials"] == counts


def test_width_spaces_and_punctuation_do_not_count() -> None:
    assert found({"people": [{"name": "阿依古丽·买买提"}]}, {"people": [{"name": "阿依古丽 ・买买提"}]})["names"] == (
        1,
        0,
        0,
    )


def test_a_role_counts_only_where_it_acts() -> None:
    assert "roles" not in found({"people": [{"name": "沐清泉", "roles": ["attendee", "mentioned"]}]}, {})


def test_an_event_needs_its_date() -> None:
    assert found({"events": [EVENT]}, {"events": [{**EVENT, "start": "2023-03-07"}]})["events"] == (0, 1, 1)


def test_a_figure_needs_value_unit_and_subject() -> None:
    other = {**FIGURE, "subject": "培训人数", "period": "2021"}
    assert found({"statistics": [FIGURE]}, {"statistics": [other]}) == {
        "quantities": (1, 0, 0),
        "statistics": (0, 1, 1),
        "dated": (0, 1, 1),
    }
    late = {**FIGURE, "period": "2021"}
    assert found({"statistics": [FIGURE]}, {"statistics": [late]}) == {
        "quantities": (1, 0, 0),
        "statistics": (1, 0, 0),
        "dated": (0, 1, 1),
    }


def test_the_most_alike_are_paired_first() -> None:
    gold = [{"quote": "成立茶艺分会的提案"}, {"quote": "成立茶艺分会"}]
    summary = [{"text": "成立茶艺分会"}, {"text": "成立茶艺分会的提案"}]
    assert found({"resolutions": gold}, {"resolutions": summary})["resolutions"] == (2, 0, 0)


def test_overlap_is_whole_for_a_part_of_at_least_half() -> None:
    assert overlap("会员单位", "发展会员单位") == 1
    assert overlap("会员", "新发展会员单位") < 1
    assert overlap("", "会员") == overlap(None, None) == 0


def test_precision_recall_and_their_mean() -> None:
    tally = Tally(1, ("a",), ()) + Tally(2, (), ("b", "c"))
    assert (tally.precision, tally.recall, tally.gold) == (3 / 5, 3 / 4, 4)
    assert tally.f1 == pytest.approx(2 / 3)
    assert Tally().f1 == 0


@pytest.mark.skipif(not (SHARED / "tools" / "score.py").exists(), reason="the reference scorer is not here")
def test_figures_are_those_of_the_reference_scorer() -> None:
    spec = importlib.util.spec_from_file_location("reference", SHARED / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    assert [facet.name for facet in FACETS] == list(reference.FACETS)
    assert reference.MAIN == MAIN
    chance = random.Random(1)
    golds = [json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "corpus" / "gold").glob("*.json"))]
    for gold in golds:
        summary = damaged(gold, chance)
        expected = {
            name: (hits, len(missed), len(wrong))
            for name, (hits, missed, wrong) in reference.facets(gold, summary).items()
        }
        got = {name: (t.hits, len(t.missed), len(t.wrong)) for name, t in compare(gold, summary).items()}
        assert got == expected, gold["id"]


def damaged(value: Any, chance: random.Random) -> Any:
    """A document with some entries lost, doubled, cut short or changed."""
    if isinstance(value, dict):
        return {key: damaged(part, chance) for key, part in value.items() if key != "also"}
    if isinstance(value, list):
        kept = [damaged(part, chance) for part in value for _ in range(chance.choice([0, 1, 1, 1, 1, 2]))]
        return kept if chance.random() < 0.5 else kept[::-1]
    if isinstance(value, str) and chance.random() < 0.2:
        return value[chance.randrange(3) :]
    if isinstance(value, int | float) and chance.random() < 0.1:
        return value + 1
    return value
