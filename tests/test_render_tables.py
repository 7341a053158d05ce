"""Each table form, read back by another program, holds the facts of the JSON."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
from markdown_it import MarkdownIt

from factory import Maker, empty, tea
from huiyao import pipeline, read, records
from huiyao.lexicon import bundled
from huiyao.records import Summary
from huiyao.render import markdown
from huiyao.render.csv import Sheet
from huiyao.render.failure import Failure
from huiyao.render.labels import Language, labels
from huiyao.render.roster import roster
from huiyao.render.tables import OFFICIALS, TABLES, officials, rows
from huiyao.render.xlsx import Book

CORPUS = Path(__file__).parents[1] / "corpus" / "reports"
GONE = Failure("gone.txt", "not_found", "gone.txt does not exist", "check the spelling")
ZH, EN = labels(Language.zh), labels(Language.en)

Fact = tuple[Any, ...]
Reader = Callable[[Summary, Path], dict[str, list[dict[str, Any]]]]


def report() -> Summary:
    return pipeline.run(read.read(str(CORPUS / "d01.txt")))


def by_csv(summary: Summary, _: Path) -> dict[str, list[dict[str, Any]]]:
    """The tables as the csv module reads them, cells back in the types of JSON."""
    found = {}
    for name, table in TABLES.items():
        out = io.StringIO(newline="")
        sheet = Sheet(table, out, mark=True)
        sheet.add(rows(table, summary, spell=str))
        sheet.add(rows(table, GONE, spell=str))
        assert "\r" not in out.getvalue()
        lines = csv.DictReader(io.StringIO(out.getvalue().encode("utf-8").decode("utf-8-sig"), newline=""))
        kinds = {column.name: column.kind for column in table.columns}
        found[name] = [{key: value_of(text, kinds[key]) for key, text in line.items()} for line in lines]
    return found


def value_of(text: str, kind: str) -> Any:
    if not text:
        return None
    if kind == "number":
        return float(text)
    if kind == "flag":
        return {"true": True, "false": False}[text]
    return json.loads(text) if kind == "spans" else text.removeprefix("'")


def book(*summaries: Summary, path: Path, language: Language = Language.en) -> Any:
    with path.open("wb") as out:
        written = Book(list(TABLES.values()), out, labels=labels(language))
        for summary in summaries:
            for name, table in TABLES.items():
                written.add(name, rows(table, summary, spell=str))
        written.finish()
    return openpyxl.load_workbook(path)


def by_openpyxl(summary: Summary, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The sheets as openpyxl reads them, labels back in the codes of JSON."""
    opened = book(summary, path=folder / "facts.xlsx")
    found = {}
    for sheet, (name, table) in zip(opened.worksheets, TABLES.items(), strict=True):
        lines = list(sheet.iter_rows(min_row=2, values_only=True))
        found[name] = [
            {column.name: cell_of(cell, column) for column, cell in zip(table.columns, line, strict=True)}
            for line in lines
        ]
    return found


def cell_of(cell: Any, column: Any) -> Any:
    if cell is None:
        return None
    if column.kind == "date" and isinstance(cell, datetime):
        return cell.date().isoformat()
    if column.kind == "flag":
        return cell == "yes"
    if column.kind == "code":
        codes = {word: key.partition(".")[2] for key, word in EN.words.items() if key.startswith(f"{column.codes}.")}
        return "; ".join(codes[word] for word in cell.split(", "))
    return json.loads(cell) if column.kind == "spans" else cell


def facts(document: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The facts of a document of JSON, each with the table that it belongs to."""
    for person in document["people"]:
        shared = {key: person[key] for key in ("id", "name", "attended")} | {
            "roles": "; ".join(person["roles"]) or None,
            "events": "; ".join(person["events"]) or None,
        }
        for post in person["positions"] or [{"organization": None, "title": None, "spans": person["spans"]}]:
            yield "people", {**shared, **post}
    for name in ("events", "attending_organizations", "resolutions", "statistics"):
        for item in document[name]:
            flat = {key: value for key, value in item.items() if key not in ("headcount", "votes", "change")}
            came, votes = item.get("headcount"), item.get("votes")
            if name == "events":
                flat |= {"headcount": came and came["value"], "qualifier": came and came["qualifier"]}
                flat["organizers"] = "; ".join(f"{by['name']} {by['role']}" for by in item["organizers"])
            if name == "resolutions":
                flat |= votes or dict.fromkeys(("for", "against", "abstain", "unit", "share"))
                flat |= {key: "; ".join(item[key]) for key in ("people", "organizations")}
            if name == "statistics":
                change = item["change"] or dict.fromkeys(("direction", "base", "value", "unit"))
                flat |= {"direction": change["direction"], "change": change["value"]}
                flat |= {"change_unit": change["unit"], "base": change["base"]}
            yield name, {key: None if value == "" else value for key, value in flat.items()}


@pytest.mark.parametrize("summary", [tea, report], ids=["tea", "d01"])
@pytest.mark.parametrize("reader", [by_csv, by_openpyxl], ids=["csv", "xlsx"])
def test_what_is_read_back_is_what_json_says(reader: Reader, summary: Callable[[], Summary], tmp_path: Path) -> None:
    made = summary()
    found = reader(made, tmp_path)
    wanted: dict[str, list[dict[str, Any]]] = {}
    for name, fact in facts(made.to_dict()):
        wanted.setdefault(name, []).append(fact)
    assert {"people", "events", "resolutions", "statistics"} <= set(wanted)
    for name, expected in wanted.items():
        assert [{key: line[key] for key in fact} for fact, line in zip(expected, found[name], strict=True)] == expected
        assert all(line["sentence"] for line in found[name])
    assert found["reports"][0]["title"] == made.imprint.title


def test_a_report_that_could_not_be_read_is_a_row_among_the_reports() -> None:
    assert list(rows(TABLES["reports"], GONE, spell=str)) == [{"path": "gone.txt", "error": "gone.txt does not exist"}]
    assert list(rows(TABLES["people"], GONE, spell=str)) == []


FORMULAS = ['=HYPERLINK("http://x")', "+1", "-1", "@x", "＝1＋1", "\tx"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(formula: str, tmp_path: Path) -> None:
    make = Maker(f"{formula}会\n")
    summary = dataclasses.replace(empty(make.clean.text), people=(make.person(f"{formula}会", (f"{formula}会", "会")),))
    out = io.StringIO()
    Sheet(TABLES["people"], out, mark=False).add(rows(TABLES["people"], summary, spell=str))
    _, line = csv.reader(io.StringIO(out.getvalue()))
    assert [cell for cell in line if cell.startswith(tuple("=+-@\t＝＋－＠"))] == []
    (cell,) = (cell for cell in book(summary, path=tmp_path / "x.xlsx")["People"][2] if cell.column == 3)
    assert (cell.data_type, cell.hyperlink) in (("s", None), ("inlineStr", None))


def test_a_sheet_has_types_a_frozen_heading_and_a_filter(tmp_path: Path) -> None:
    opened = book(tea(), path=tmp_path / "facts.xlsx", language=Language.zh)
    assert opened.sheetnames == ["报告", "人员", "活动", "到会单位", "决议", "统计"]
    for sheet in opened.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
    figures = opened["统计"]
    heading = [cell.value for cell in figures[1]]
    row = dict(zip(heading, figures[3], strict=True))
    assert (row["数值"].value, row["数值"].data_type) == (1685000, "n")
    assert row["性质"].value == "实际"
    assert opened["活动"]["D2"].is_date
    assert opened["活动"]["D2"].number_format == "yyyy-mm-dd"


def test_the_same_facts_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        book(tea(), path=tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").properties.created == datetime(2000, 1, 1)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
@pytest.mark.parametrize("name", ["facts.xlsx", "facts.csv"])
def test_libreoffice_opens_the_tables(name: str, tmp_path: Path) -> None:
    if name == "facts.xlsx":
        book(tea(), path=tmp_path / name)
    else:
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as out:
            Sheet(TABLES["people"], out, mark=True).add(rows(TABLES["people"], tea(), spell=str))
    utf8 = "44,34,76"
    everything = f"csv:Text - txt - csv (StarCalc):{utf8},1,,0,false,true,false,false,false,-1"
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += [f"--infilter=CSV:{utf8}"] * name.endswith("csv")
    command += ["--convert-to", everything, "--outdir", str(tmp_path / "read"), str(tmp_path / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (path,) = (path for path in (tmp_path / "read").iterdir() if path.stem in ("facts-People", "facts-facts", "facts"))
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, *people = csv.reader(file)
    assert [line[2:5] for line in people][:2] == [
        ["毕云涛", "省农业农村厅种植业处", "处长"],
        ["沐清泉", "东海市茶叶协会", "会长"],
    ]
    assert len(people) == 5


def test_officials_are_a_table_too() -> None:
    found = list(officials(roster([tea()], bundled())))
    assert {tuple(row) for row in found} == {tuple(column.name for column in OFFICIALS.columns)}
    assert found[0] == {
        "organization": "省农业农村厅",
        "department": "种植业处",
        "name": "毕云涛",
        "title": "处长",
        "attended": True,
        "reports": ["tea.txt"],
    }


def cells(text: str) -> list[list[str]]:
    """The rows of the tables in a Markdown text, as another program parses them."""
    found: list[list[str]] = []
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    for number, token in enumerate(tokens):
        if token.type == "tr_open":
            found.append([])
        if token.type in ("td_open", "th_open"):
            children = tokens[number + 1].children or []
            assert {child.type for child in children} <= {"text", "text_special"}
            found[-1].append("".join(child.content for child in children))
    return found


def test_markdown_holds_the_facts() -> None:
    found = cells("\n".join(markdown.page(tea(), labels=ZH)))
    assert ["东海市茶叶协会三届二次理事会", "2023-03-06", "东海宾馆", "约90人"] in found
    assert ["沐清泉", "东海市茶叶协会", "会长", "发言"] in found
    assert ["", "云雾茶业有限公司", "董事长", ""] in found
    assert ["审议", "《2022年度工作报告》", "通过", "赞成119票、反对5票、弃权2票"] in found
    assert ["会费收入", "168.5万元", "2022", "实际"] in found


SIGNS = "*a* _b_ [c](d) `e` <b>f</b> | # g \\ ![h] ~~i~~ &lt; http://j"


def test_a_report_s_signs_are_no_marks_in_markdown() -> None:
    make = Maker(f"{SIGNS}\n", path="a_b_c.txt")
    summary = dataclasses.replace(
        empty(make.clean.text, path="a_b_c.txt"),
        imprint=make.imprint(SIGNS),
        people=(make.person(SIGNS, (SIGNS, SIGNS)),),
    )
    text = "\n".join(markdown.page(summary, labels=ZH))
    assert cells(text)[1][:3] == [SIGNS] * 3
    assert "html_inline" not in {
        child.type for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text) for child in token.children or []
    }


def test_the_labels_have_a_word_for_everything_in_both_languages() -> None:
    assert ZH.words.keys() == EN.words.keys()
    assert all(ZH.words.values())
    assert all(EN.words.values())
    known: Sequence[tuple[str, Any]] = (
        ("report", records.ReportKind),
        ("role", records.Role),
        ("resolution", records.ResolutionKind),
        ("outcome", records.Outcome),
        ("status", records.Status),
        ("qualifier", records.Qualifier),
        ("hedge", records.Qualifier),
        ("script", records.Script),
    )
    for prefix, literal in known:
        assert {f"{prefix}.{code}" for code in get_args(literal)} <= ZH.words.keys()
    for table in (*TABLES.values(), OFFICIALS):
        assert f"section.{table.name}" in ZH.words
        assert {f"column.{column.label or column.name}" for column in table.columns} <= ZH.words.keys()
