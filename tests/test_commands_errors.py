from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factory import TEXT
from huiyao import pipeline
from program import Program, Terminal

READERS = ["summarize", "officials", "normalize", "segment", "explain"]


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "does not exist"),
        (b"", "is empty"),
        (b" \n\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is an image"),
    ],
    ids=["missing", "empty", "blank", "binary"],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    command: str, content: bytes | None, said: str, huiyao: Program, tmp_path: Path
) -> None:
    path = tmp_path / "报告.txt"
    if content is not None:
        path.write_bytes(content)
    done = huiyao(command, path)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"huiyao: {path} {said}")
    assert done.err.count("\n") == 1
    assert "; " in done.err


def test_a_folder_is_told_in_one_line(huiyao: Program, tmp_path: Path) -> None:
    done = huiyao("summarize", tmp_path)
    assert (done.code, done.err) == (3, f"huiyao: {tmp_path} is a folder; give the files in it\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told(huiyao: Program, tea: Path) -> None:
    tea.chmod(0)
    done = huiyao("summarize", tea)
    assert (done.code, done.err) == (3, f"huiyao: {tea} may not be read; check its permissions\n")


def test_the_other_files_are_still_done(huiyao: Program, tea: Path) -> None:
    done = huiyao("summarize", "--json", "missing.txt", tea, "gone.txt")
    assert done.code == 5
    first, second, third = done.out.splitlines(keepends=True)
    assert second == huiyao("summarize", "--json", tea).out
    assert [json.loads(line)["source"] for line in (first, third)] == [{"path": "missing.txt"}, {"path": "gone.txt"}]
    assert json.loads(first)["error"] == {
        "code": "not_found",
        "message": "missing.txt does not exist",
        "hint": "check the spelling and the folder",
    }
    assert [line.split()[1] for line in done.err.splitlines()] == ["missing.txt", "gone.txt"]


def test_when_all_files_fail_the_code_says_why(huiyao: Program) -> None:
    assert huiyao("summarize", "missing.txt", "gone.txt").code == 3


@pytest.mark.parametrize("command", READERS)
def test_no_file_and_a_terminal_gives_short_help(
    command: str, huiyao: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO()))
    done = huiyao(command)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"Usage: huiyao {command}")
    assert done.err.endswith(f"huiyao: give a file, or - for standard input; huiyao {command} --help tells more\n")


def test_no_command_gives_help(huiyao: Program) -> None:
    done = huiyao()
    assert (done.code, done.out) == (2, "")
    assert "Exit codes:" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sumarize"], "No such command 'sumarize'"),
        (["summarize", "--jsn"], "No such option: --jsn"),
        (["summarize", "--script", "latin", "x"], "Invalid value for '--script'"),
        (["score"], "Missing argument 'GOLD_DIR'"),
        (["explain", "--span", "9", "x"], "--span 9 is no stretch of text; write it as START:END"),
        (["explain", "--span", "9:3", "x"], "--span 9:3 is no stretch of text"),
        (["explain", "--span", "1:2", "--person", "沐清泉", "x"], "--person and --span cannot be given together"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(arguments: list[str], said: str, huiyao: Program) -> None:
    done = huiyao(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"huiyao: {said}")
    assert done.err.count("\n") == 1


def test_a_person_or_place_without_facts_is_told(huiyao: Program, tea: Path) -> None:
    done = huiyao("explain", "--person", "祁连山", tea)
    assert (done.code, done.err) == (
        2,
        f"huiyao: {tea} names nobody 祁连山; huiyao summarize {tea} shows what it states\n",
    )
    assert huiyao("explain", "--span", "0:1", tea).code == 2


def test_a_report_is_never_overwritten_by_its_summary(huiyao: Program, tea: Path) -> None:
    done = huiyao("summarize", tea, "--output", tea)
    assert (done.code, done.err) == (2, f"huiyao: {tea} is one of the reports; name another file for --output\n")
    assert tea.read_text("utf-8") == TEXT


def test_an_output_that_cannot_be_written_is_told(huiyao: Program, tea: Path, tmp_path: Path) -> None:
    done = huiyao("summarize", tea, "--output", tmp_path / "nowhere" / "out.txt")
    assert done.code == 3
    assert done.err.startswith(f"huiyao: {tmp_path}/nowhere/out.txt cannot be written: ")


def test_nothing_is_written_when_nothing_was_read(huiyao: Program, tmp_path: Path) -> None:
    assert huiyao("summarize", "missing.txt", "--output", tmp_path / "out.txt").code == 3
    assert not (tmp_path / "out.txt").exists()


def test_a_bug_is_one_line_and_says_how_to_see_where(
    huiyao: Program, tea: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("\x1b[31m")

    monkeypatch.delenv("HUIYAO_TRACEBACK", raising=False)
    monkeypatch.setattr(pipeline, "run", broken)
    done = huiyao("summarize", tea, tea)
    assert (done.code, done.out) == (1, "")
    line = f"huiyao: {tea}: this is a bug in huiyao: KeyError: '\\x1b[31m'; HUIYAO_TRACEBACK=1 shows where\n"
    assert done.err == line * 2
    monkeypatch.setenv("HUIYAO_TRACEBACK", "1")
    with pytest.raises(KeyError):
        huiyao("summarize", tea)


def test_ctrl_c_is_quiet(huiyao: Program, tea: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "run", stopped)
    done = huiyao("summarize", tea)
    assert (done.code, done.out, done.err) == (130, "", "")


@pytest.mark.skipif(os.name != "posix", reason="pipes close otherwise elsewhere")
@pytest.mark.parametrize("arguments", [["--help"], ["schema"], ["summarize", "--json", "--jobs", "2"]])
def test_a_closed_pipe_is_quiet(arguments: list[str], tea: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    files = [str(tea)] * 4 if "summarize" in arguments else []
    done = subprocess.run([sys.executable, "-m", "huiyao", *arguments, *files], stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert done.stderr == b""


@pytest.mark.skipif(os.name != "posix", reason="signals are others elsewhere")
def test_ctrl_c_ends_several_processes_quietly(tea: Path) -> None:
    command = [sys.executable, "-m", "huiyao", "summarize", "--json", "--jobs", "2", *[str(tea)] * 2000]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate()
    assert (process.returncode, told) == (130, b"")


# Each command that reads a report, with whether it prints data: UTF-8 whatever the console.
PRINTED = {
    ("summarize",): False,
    **{("summarize", "--format", form): True for form in ("json", "jsonl", "markdown", "html")},
    ("summarize", "--format", "csv", "--table", "people"): True,
    ("summarize", "--labels", "zh", "--verbose"): False,
    ("officials",): False,
    **{("officials", "--format", form): True for form in ("json", "jsonl", "csv")},
    ("text",): True,
    ("normalize",): True,
    ("normalize", "--edits"): True,
    ("segment",): True,
    ("segment", "--json"): True,
    ("explain",): False,
}


@pytest.mark.parametrize("arguments", PRINTED, ids=" ".join)
@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_console_that_knows_few_characters_gets_what_it_can_show(
    encoding: str, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "茶叶" / "䶮会.txt"
    path.parent.mkdir()
    path.write_text(TEXT.replace("沐清泉", "沐清䶮"), "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    environment.pop("PYTHONUTF8", None)
    command = [sys.executable, "-m", "huiyao", *arguments, path]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    printed = done.stdout.decode("utf-8" if PRINTED[arguments] else encoding)
    if PRINTED[arguments] and "--edits" not in arguments:
        assert "\u4dae" in printed
    elif encoding == "gbk" and "--edits" not in arguments:
        assert "沐清?" in printed
    assert b"UnicodeEncodeError" not in done.stderr


def test_a_file_s_name_that_the_console_does_not_know_is_told(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [sys.executable, "-m", "huiyao", "summarize", str(tmp_path / "会.txt")]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 3
    assert done.stderr.endswith(b".txt does not exist; check the spelling and the folder\n")


def test_the_name_of_a_file_never_acts_on_the_terminal(huiyao: Program) -> None:
    done = huiyao("summarize", "\x1b[31mred\u202e.txt")
    assert done.err.startswith("huiyao: ␛[31mred<U+202E>.txt does not exist")


def test_a_report_s_characters_never_act_on_the_terminal(huiyao: Program, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    hostile = "\x1b]0;标题\x07[bold]东海\u202e市茶叶协会[/]会长\x1b[31m沐清泉\x1b[0m出席会议。\x9b31m[/]\u2066\n"
    path.write_text(TEXT + hostile, "utf-8")
    for command in (["summarize"], ["summarize", "--json"], ["officials"], ["normalize"], ["segment"], ["explain"]):
        shown = huiyao(*command, path).out
        assert "东海" in shown
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u2066"} & set(shown)
    for command in (["normalize", "--edits"], ["segment", "--json"], ["summarize", "--json", "--script", "source"]):
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u2066"} & set(huiyao(*command, path).out)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("titles.tsv", "word\n茶博士\n", "titles.tsv is not one of the word lists; they are "),
        ("title.tsv", "word\n茶 博士\n", "title.tsv:2: a word is empty or has a space in it; write it without spaces"),
    ],
)
def test_a_word_list_that_is_unfit_is_told(
    name: str, text: str, said: str, huiyao: Program, tea: Path, tmp_path: Path
) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / name).write_text(text, "utf-8")
    done = huiyao("summarize", "--lexicon", words, tea, tea)
    assert (done.code, done.out) == (3, "")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_folder_without_word_lists_is_told(huiyao: Program, tea: Path, tmp_path: Path) -> None:
    done = huiyao("summarize", "--lexicon", tmp_path / "nowhere", tea)
    assert done.code == 3
    assert done.err == (f"huiyao: {tmp_path}/nowhere holds no word list; name a folder with files such as title.tsv\n")


def test_score_needs_reports_and_sound_annotations(huiyao: Program, tea: Path) -> None:
    done = huiyao("score", tea.parent, tea.parent)
    assert (done.code, done.err.count("\n")) == (3, 1)
    tea.with_suffix(".json").write_text("[1]", "utf-8")
    done = huiyao("score", tea.parent, tea.parent)
    assert done.code == 3
    assert done.err == f"huiyao: {tea.with_suffix('.json')} is no gold annotation; see corpus/README.md for its form\n"
