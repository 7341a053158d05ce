"""What a user settles once: language, defaults, own words; and how much is told."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

import pytest

from factory import TEXT
from huiyao import pipeline
from huiyao.commands.language import preferred
from huiyao.render.labels import Language
from program import Program


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, Language.zh),
        ({"LANG": "C.UTF-8"}, Language.zh),
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, Language.zh),
        ({"LANG": "zh_TW.UTF-8"}, Language.zh),
        ({"LANG": "de_DE.UTF-8"}, Language.en),
        ({"LC_ALL": "", "LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, Language.en),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="Windows says it otherwise")
def test_labels_are_in_the_language_of_the_locale(environment: dict[str, str], language: Language) -> None:
    assert preferred(environment) is language


def test_labels_can_be_chosen_and_facts_stay(huiyao: Program, tea: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = huiyao("summarize", tea, "--labels", "en").out
    assert "People  4, of whom present 3" in english
    assert "东海市茶叶协会" in english
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert huiyao("summarize", tea).out == english
    assert "reason" not in huiyao("explain", tea).out
    assert huiyao("explain", tea).out.startswith("Event  ")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "home"
    path.mkdir()
    monkeypatch.setenv("HUIYAO_HOME", str(path))
    return path


def test_defaults_come_from_a_file(huiyao: Program, tea: Path, home: Path) -> None:
    (home / "config.toml").write_text('labels = "en"\n[summarize]\nformat = "markdown"\n', "utf-8")
    assert "## People" in huiyao("summarize", tea).out
    assert "## 人员" in huiyao("summarize", tea, "--labels", "zh").out
    assert huiyao("officials", tea).out.startswith("省农业农村厅")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("labels = ", "cannot be read: "),
        ("colour = true", "there is no option colour; huiyao COMMAND --help lists the options"),
        ("[officials]\ntable = 'people'", "there is no option officials.table"),
        ("summarize = 3", "there is no option summarize"),
    ],
)
def test_a_file_of_defaults_that_is_unfit_is_told(text: str, said: str, huiyao: Program, tea: Path, home: Path) -> None:
    (home / "config.toml").write_text(text, "utf-8")
    done = huiyao("summarize", tea)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"huiyao: {home / 'config.toml'}")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_default_that_does_not_fit_is_told(huiyao: Program, tea: Path, home: Path) -> None:
    (home / "config.toml").write_text('format = "pdf"\n', "utf-8")
    done = huiyao("summarize", tea)
    assert done.code == 2
    assert "'pdf' is not one of" in done.err


def test_the_user_s_own_words_are_always_known(huiyao: Program, home: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("3月6日，东海市茶叶协会掌灯人沐清泉、茶博士边小满出席会议。", "utf-8")
    assert "掌灯人" not in huiyao("officials", report).out
    (home / "lexicon").mkdir()
    (home / "lexicon" / "title.tsv").write_text("word\tfamily\n掌灯人\tassociation\n", "utf-8")
    assert "沐清泉  掌灯人" in huiyao("officials", report).out
    more = tmp_path / "more"
    more.mkdir()
    (more / "title.tsv").write_text("word\tfamily\n茶博士\tassociation\n", "utf-8")
    shown = huiyao("officials", "--lexicon", more, report).out
    assert "掌灯人" in shown
    assert "茶博士" in shown


def test_the_doctor_tells_what_is_used(huiyao: Program, home: Path) -> None:
    done = huiyao("doctor")
    assert (done.code, done.err) == (0, "")
    assert f"{home / 'config.toml'} (not there)" in done.out
    report = json.loads(huiyao("doctor", "--json").out)
    assert {"jieba", "rich", "typer"} <= {library["name"] for library in report["libraries"]}
    assert report["lexicon"]["lists"] > 20
    assert report["configuration"] == {"path": str(home / "config.toml"), "there": False}


def test_the_doctor_finds_an_unfit_word_list(huiyao: Program, home: Path) -> None:
    (home / "lexicon").mkdir()
    (home / "lexicon" / "title.tsv").write_text("word\tfamily\n掌 灯人\tassociation\n", "utf-8")
    done = huiyao("doctor")
    assert done.code == 1
    assert "title.tsv:2" in done.out
    assert "title.tsv:2" in done.err


def test_quiet_and_verbose(huiyao: Program, tea: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = pipeline.run
    monkeypatch.setattr(
        pipeline, "run", lambda *given: dataclasses.replace(run(*given), warnings=("the year is a guess",))
    )
    warning = f"huiyao: {tea}: the year is a guess\n"
    assert huiyao("summarize", tea).err == warning
    assert huiyao("summarize", "--quiet", tea).err == ""
    assert huiyao("summarize", "--quiet", "gone.txt").err.startswith("huiyao: gone.txt does not exist")
    verbose = huiyao("summarize", "--verbose", tea).err
    assert verbose == f"{warning}huiyao: {tea}: text/plain, utf-8, {len(TEXT)} characters\n"
