from __future__ import annotations

import json
from pathlib import Path

import pytest

from floors import CORPUS, digest, pinned, scores
from huiyao import normalize, read
from huiyao.lexicon import bundled
from huiyao.records import Report
from huiyao.score import folded

REPIN = "python tests/floors.py pins the corpus as it is now"


def test_reports_and_gold_are_those_whose_scores_are_pinned() -> None:
    assert digest() == pinned()["digest"], f"the corpus has changed; {REPIN}"


def test_no_score_is_below_its_floor() -> None:
    floors, reached = pinned()["floors"], scores()
    assert floors.keys() == reached.keys(), REPIN
    assert {facet: score for facet, score in reached.items() if score < floors[facet]} == {}


def test_every_report_has_its_gold_annotation() -> None:
    names = [{path.stem for path in CORPUS.glob(pattern)} for pattern in ("reports/*.txt", "gold/*.json")]
    assert names[0] == names[1]


@pytest.mark.parametrize("path", sorted(CORPUS.glob("gold/*.json")), ids=lambda path: path.stem)
def test_what_a_gold_annotation_quotes_stands_in_its_report(path: Path) -> None:
    text = cleaned(read.read(str(CORPUS / "reports" / f"{path.stem}.txt")))
    gold = json.loads(path.read_text("utf-8"))
    quoted = [person["name"] for person in gold["people"]]
    quoted += [statistic["quantity"] for statistic in gold["statistics"]]
    quoted += [resolution["quote"] for resolution in gold["resolutions"]]
    assert [words for words in quoted if cleaned(read.from_text(words)) not in text] == []


def cleaned(report: Report) -> str:
    return folded(normalize.run(report, bundled()).text)
