from __future__ import annotations

import csv
import io
import json
import os
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest

from factory import TEXT
from huiyao import pipeline
from huiyao.render.tables import TABLES
from program import Program, Terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of reports with what else lies in such folders."""
    top = tmp_path / "报告"
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden.txt", ".git/x.txt", "~$a.docx"):
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n{TEXT}", "utf-8")
    return top


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("o.json", b'{"schema":'),
        ("o.jsonl", b'{"schema":'),
        ("o.NDJSON", b'{"schema":'),
        ("o.md", "# 东海市茶叶协会".encode()),
        ("o.html", b"<!DOCTYPE html>"),
        ("o.xlsx", b"PK\x03\x04"),
        ("o.txt", "东海市茶叶协会".encode()),
        ("o", "东海市茶叶协会".encode()),
    ],
)
def test_the_ending_names_the_format(name: str, begins: bytes, huiyao: Program, tea: Path, tmp_path: Path) -> None:
    done = huiyao("summarize", tea, "--output", tmp_path / name)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_format_can_be_named(huiyao: Program, tea: Path, tmp_path: Path) -> None:
    assert huiyao("summarize", tea, "-f", "html", "-o", tmp_path / "page.aspx").code == 0
    assert (tmp_path / "page.aspx").read_bytes().startswith(b"<!DOCTYPE html>")
    assert huiyao("summarize", "-f", "jsonl", tea).out == huiyao("summarize", "--json", tea).out
    assert huiyao("summarize", "-f", "markdown", tea).out.startswith("# 东海市茶叶协会")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["summarize", "--output", "o.docx"], "no format is known by the ending .docx; name one with --format: screen"),
        (["summarize", "--json", "--format", "csv"], "--json and --format csv cannot be given together; choose one"),
        (["summarize", "--format", "csv"], "one CSV holds one table of facts; choose with --table (reports, people"),
        (["summarize", "--output", "o.csv"], "one CSV holds one table of facts; choose with --table"),
        (["summarize", "--table", "people"], "--table is not for the format screen; it chooses one table for"),
        (["officials", "--format", "html"], "officials cannot be written as html; choose screen, json, jsonl, csv or"),
    ],
)
def test_what_does_not_fit_is_told(arguments: list[str], said: str, huiyao: Program, tea: Path) -> None:
    done = huiyao(*arguments, tea)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"huiyao: {said}")
    assert done.err.count("\n") == 1


def test_a_file_is_not_overwritten_unless_that_is_said(huiyao: Program, tea: Path, tmp_path: Path) -> None:
    path = tmp_path / "o.json"
    path.write_text("mine")
    done = huiyao("summarize", tea, "--output", path)
    assert (done.code, done.err) == (2, f"huiyao: {path} is there already; --force overwrites it\n")
    assert path.read_text() == "mine"
    assert huiyao("summarize", tea, "--output", path, "--force").code == 0
    assert json.loads(path.read_text("utf-8"))["schema"] == "huiyao/1"


@pytest.mark.parametrize("name", ["o.json", "o.html", "o.xlsx", "o.txt", "facts"])
def test_a_file_appears_whole_or_not_at_all(
    name: str, huiyao: Program, tea: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    arguments = ["--format", "csv"] if name == "facts" else []
    before = set(tmp_path.rglob("*"))
    monkeypatch.setattr(pipeline, "run", stopped)
    assert huiyao("summarize", tea, "--output", tmp_path / name, *arguments).code == 130
    assert {path for path in set(tmp_path.rglob("*")) - before if path.is_file()} == set()


@pytest.mark.parametrize("name", ["o.md", "o.html", "o.xlsx"])
def test_nothing_is_written_when_no_file_could_be_read(name: str, huiyao: Program, tmp_path: Path) -> None:
    assert huiyao("summarize", "gone.txt", "--output", tmp_path / name).code == 3
    assert list(tmp_path.glob("*o*")) == []


@pytest.mark.skipif(os.name != "posix", reason="there are no such devices elsewhere")
def test_a_device_is_written_to_and_stays_one(huiyao: Program, tea: Path) -> None:
    assert huiyao("summarize", tea, "--json", "--output", "/dev/null").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_link_stays_a_link(huiyao: Program, tea: Path, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    assert huiyao("summarize", tea, "--output", tmp_path / "link.json", "--force").code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text("utf-8").startswith('{"schema"')


def test_a_folder_gets_a_csv_for_each_kind_of_fact(huiyao: Program, tea: Path, tmp_path: Path) -> None:
    place = tmp_path / "facts"
    assert huiyao("summarize", tea, "--format", "csv", "--output", place).code == 0
    assert {path.name for path in place.iterdir()} == {f"{name}.csv" for name in TABLES}
    written = (place / "people.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfreport,id,name,organization,title,")
    assert b"\r" not in written
    assert huiyao("summarize", tea, "--output", place).code == 2
    assert huiyao("summarize", tea, "--output", place, "--force").code == 0


def test_one_table_goes_to_standard_output(huiyao: Program, tea: Path) -> None:
    done = huiyao("summarize", tea, "--format", "csv", "--table", "statistics")
    lines = list(csv.DictReader(io.StringIO(done.out)))
    assert ("会费收入", "168.5万元", "1685000") in [(row["subject"], row["quantity"], row["value"]) for row in lines]


def test_officials_go_to_a_spreadsheet_and_to_csv(huiyao: Program, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "officials.xlsx"
    assert huiyao("officials", "--recursive", folder, "--output", path).code == 0
    lines = list(openpyxl.load_workbook(path)["任职"].values)
    assert lines[0] == ("单位", "部门", "姓名", "职务", "到会", "报告")
    assert ("东海市茶叶协会", None, "边小满", "秘书长", "是") in [line[:5] for line in lines]
    done = huiyao("officials", folder / "a.txt", "--format", "csv", "--title", "秘书")
    assert list(csv.reader(io.StringIO(done.out)))[1][:4] == ["东海市茶叶协会", "", "边小满", "秘书长"]
    posts = huiyao("officials", folder / "a.txt", "--format", "jsonl").out.splitlines()
    assert next(json.loads(post)["name"] for post in posts) == "毕云涛"


def test_a_folder_is_read_in_the_order_of_names(huiyao: Program, folder: Path) -> None:
    done = huiyao("summarize", "--json", "--recursive", folder)
    paths = [json.loads(line)["source"]["path"] for line in done.out.splitlines()]
    assert paths == [str(folder / name) for name in ("a.txt", "b/1.txt", "b/2.txt")]


def test_a_pattern_is_resolved_where_no_shell_does_that(
    huiyao: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert "*.txt does not exist" in huiyao("summarize", "*.txt").err
    wanted = huiyao("summarize", "--json", *sorted(path.name for path in folder.glob("[!.]*.txt"))).out
    monkeypatch.setattr("huiyao.commands.inputs.os", SimpleNamespace(name="nt"))
    assert huiyao("summarize", "--json", "*.txt").out == wanted
    assert "*.doc does not exist" in huiyao("summarize", "*.doc").err


def test_a_folder_without_files_is_told(huiyao: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = huiyao("summarize", "--recursive", tmp_path / "empty")
    assert (done.code, done.err.count("\n")) == (3, 1)
    assert "holds no file" in done.err


@pytest.mark.parametrize("form", ["json", "screen", "markdown"])
def test_several_processes_give_the_same_in_the_same_order(form: str, huiyao: Program, folder: Path) -> None:
    files = [*(folder / name for name in ("b/2.txt", "a.txt", "b/1.txt")), "gone.txt", folder / "a.txt"]
    alone = huiyao("summarize", "--format", form, *files)
    together = huiyao("summarize", "--format", form, "--jobs", "2", *files)
    assert alone.code == together.code == 5
    assert (alone.out, alone.err) == (together.out, together.err)


def test_standard_input_is_read_with_several_jobs_too(
    huiyao: Program, tea: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    lines = huiyao("summarize", "--json", "--jobs", "2", tea, "-").out.splitlines()
    assert [json.loads(line)["source"]["path"] for line in lines] == [str(tea), "-"]


def test_the_text_is_that_to_which_spans_refer(huiyao: Program, tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    text = huiyao("text", path).out
    document = json.loads(huiyao("summarize", "--json", path).out)
    assert len(text) == document["source"]["characters"]
    for figure in document["statistics"]:
        assert [text[start:end] for start, end in figure["spans"]] == [figure["quantity"]]


def test_the_encoding_can_be_named(huiyao: Program, tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    done = huiyao("summarize", "--json", "--encoding", "gb18030", path)
    assert json.loads(done.out)["source"]["encoding"] == "gb18030"
    assert huiyao("text", "--encoding", "gb18030", path).out == TEXT


@pytest.mark.parametrize(
    ("files", "options", "bar"),
    [
        (6, ["-o", "o.json"], True),
        (5, ["-o", "o.json"], False),
        (6, ["-o", "o.json", "--quiet"], False),
        (6, ["--json"], False),
    ],
)
def test_many_files_show_how_far_they_are(
    files: int,
    options: list[str],
    bar: bool,
    huiyao: Program,
    tea: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys, "stdout", Terminal(io.BytesIO(), encoding="utf-8"))
    monkeypatch.chdir(tmp_path)
    assert huiyao("summarize", *[tea] * files, *options).code == 0
    terminal.flush()
    assert (f"{files}/{files}".encode() in terminal.buffer.getvalue()) == bar  # type: ignore[attr-defined]
