from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench_ablation import WITNESSES, Scores, measure, pieces
from huiyao import rules

REPORT = "2023年3月6日，东海市茶叶协会年会在东海宾馆召开，会长沐清泉主持会议。\n"
GOLD = {
    "events": [{"name": "东海市茶叶协会年会", "start": "2023-03-06", "headcount": None}],
    "people": [{"name": "沐清泉", "attended": True, "roles": ["host"], "positions": []}],
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    gold, text = (tmp_path_factory.mktemp(name) for name in ("gold", "text"))
    (gold / "tea.json").write_text(json.dumps(GOLD), "utf-8")
    (text / "tea.txt").write_text(REPORT, "utf-8")
    return gold, text


def test_the_pieces_are_the_witnesses_and_the_families_or_the_rules_of_some_family() -> None:
    assert pieces([]) == [*WITNESSES, *rules.families()]
    assert "role.host-verb" in pieces(["role"])


def test_without_a_piece_its_facts_are_lost_and_no_others(folders: tuple[Path, Path]) -> None:
    whole, *without = measure([None, "event", "role.host-verb", "role.speech", *WITNESSES], folders)
    assert found(whole) == (1, 1, 1)
    assert [found(scores) for scores in without[:3]] == [(1, 0, 1), (1, 1, 0), (1, 1, 1)]
    assert len(without) == 3 + len(WITNESSES)


def found(scores: Scores) -> tuple[float, float, float]:
    return scores["names"], scores["events"], scores["roles"]
