from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factory import TEXT
from huiyao import normalize, read, summarize
from huiyao.lexicon import bundled
from huiyao.score import folded
from program import Program

CORPUS = Path(__file__).parents[1] / "corpus"
MEETING = CORPUS / "reports" / "d01.txt"
SCHEMA = json.loads(files("huiyao").joinpath("schema.json").read_text("utf-8"))


def documents(lines: str) -> list[dict[str, Any]]:
    """The JSON objects of an output, one a line, each checked against the schema."""
    found = [json.loads(line) for line in lines.splitlines()]
    for document in found:
        jsonschema.validate(document, SCHEMA)
    return found


def test_summarize_prints_a_page(huiyao: Program, tea: Path) -> None:
    done = huiyao("summarize", tea)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "东海市茶叶协会召开三届二次理事会"
    for words in (
        "活动",
        "人员",
        "沐清泉",
        "会长",
        "决议",
        "一致通过" if "一致" in TEXT else "通过",
        "统计",
        "168.5万元",
    ):
        assert words in done.out


def test_summarize_prints_json_that_is_the_api_s(huiyao: Program, tea: Path) -> None:
    done = huiyao("summarize", "--json", tea)
    assert documents(done.out) == [summarize(tea).to_dict()]


def test_a_path_and_its_text_give_the_same_facts(tea: Path) -> None:
    of_path, of_text = summarize(tea).to_dict(), summarize(TEXT).to_dict()
    assert (of_path["source"].pop("path"), of_text["source"].pop("path")) == (str(tea), "<text>")
    assert of_path == of_text


def test_several_reports_are_several_lines_of_json_in_their_order(huiyao: Program, tea: Path) -> None:
    done = huiyao("summarize", "--json", MEETING, tea, MEETING)
    assert [document["source"]["path"] for document in documents(done.out)] == [str(MEETING), str(tea), str(MEETING)]


def test_several_pages_begin_with_their_paths(huiyao: Program, tea: Path) -> None:
    lines = huiyao("summarize", MEETING, tea).out.splitlines()
    at = lines.index(str(tea))
    assert lines[0] == str(MEETING)
    assert lines[at - 2 : at + 2] == ["", "", str(tea), "东海市茶叶协会召开三届二次理事会"]


# An event's name leaves out the remark within that gives a body's short form.
SHORT_FORM = re.compile(r"[（(]以下简称[^（）()]*[）)]")
NAMED = {
    "people": "name",
    "events": "name",
    "attending_organizations": "name",
    "resolutions": "text",
    "statistics": "quantity",
}


@pytest.mark.parametrize("path", sorted(CORPUS.glob("reports/*.txt")), ids=lambda path: path.stem)
def test_what_a_fact_s_spans_cut_from_a_report_is_the_fact_s_string(path: Path, huiyao: Program) -> None:
    (document,) = documents(huiyao("summarize", "--json", path).out)
    text = path.read_bytes().decode("utf-8-sig")
    assert document["source"]["characters"] == len(text)
    for kind, key in NAMED.items():
        for fact in document[kind]:
            assert fact["spans"]
            for start, end in fact["spans"]:
                cut = normalize.run(read.from_text(text[start:end]), bundled()).text
                assert folded(SHORT_FORM.sub("", cut)) == folded(fact[key])


def test_standard_input_is_read_with_a_dash_and_without_a_file(
    huiyao: Program, tea: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outputs = []
    for arguments in (["summarize"], ["summarize", "-"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
        outputs.append(huiyao(*arguments).out)
    assert outputs[0] == outputs[1] == huiyao("summarize", tea).out


def test_output_goes_to_a_file(huiyao: Program, tea: Path, tmp_path: Path) -> None:
    written = tmp_path / "out.json"
    done = huiyao("summarize", "--json", tea, "--output", written)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert written.read_bytes().decode() == huiyao("summarize", "--json", tea).out


def test_the_same_report_gives_the_same_bytes(huiyao: Program) -> None:
    assert huiyao("summarize", "--json", MEETING).out == huiyao("summarize", "--json", MEETING).out


def test_strings_are_in_the_script_that_is_asked_for(huiyao: Program, tea: Path) -> None:
    for spelling, name in {
        "traditional": "東海市茶葉協會",
        "source": "东海市茶叶协会",
        "simplified": "东海市茶叶协会",
    }.items():
        (document,) = documents(huiyao("summarize", "--json", "--script", spelling, tea).out)
        organizations = {post["organization"] for person in document["people"] for post in person["positions"]}
        assert name in organizations


def test_officials_are_listed_by_organisation_and_department(huiyao: Program, tea: Path) -> None:
    assert huiyao("officials", tea).out == (
        "省农业农村厅\n"
        "  种植业处\n"
        "    毕云涛  处长\n"
        "东海市茶叶协会\n"
        "  沐清泉    会长\n"
        "  边小满    秘书长\n"
        "  郎一鸣    副会长\n"
        "云雾茶业有限公司\n"
        "  沐清泉    董事长\n"
    )


def test_officials_can_be_chosen(huiyao: Program, tea: Path) -> None:
    assert (
        huiyao("officials", "--organization", "协会", "--title", "秘书", tea).out
        == "东海市茶叶协会\n  边小满  秘书长\n"
    )
    assert (
        huiyao("officials", "--organization", "協會", "--title", "秘書", tea).out
        == "东海市茶叶协会\n  边小满  秘书长\n"
    )
    assert huiyao("officials", "--title", "馆长", tea).out == ""


def test_officials_of_several_reports_name_them(huiyao: Program, tea: Path) -> None:
    done = huiyao("officials", "--title", "秘书长", tea, MEETING)
    rows = [line.split() for line in done.out.splitlines()]
    assert ["边小满", "秘书长", "tea.txt"] in rows
    assert ["常书远", "秘书长", "d01.txt"] in rows


def test_officials_as_json(huiyao: Program, tea: Path) -> None:
    document = json.loads(huiyao("officials", "--json", tea).out)
    first = document["officials"][0]
    ((start, end),) = first["sources"][0].pop("spans")
    assert "毕云涛" in TEXT[start:end]
    assert document["schema"] == "huiyao/1"
    assert first == {
        "name": "毕云涛",
        "organization": "省农业农村厅",
        "department": "种植业处",
        "title": "处长",
        "attended": True,
        "sources": [{"path": str(tea)}],
    }


def test_normalize_prints_the_text_repaired_and_simplified(huiyao: Program, tmp_path: Path) -> None:
    path = tmp_path / "glossed.txt"
    path.write_text("東海市茶葉協會(huì)召開會(huì)議", "utf-8")
    assert huiyao("normalize", path).out == "东海市茶叶协会召开会议\n"
    edits = json.loads(huiyao("normalize", "--edits", path).out)
    assert {"source": [7, 12], "clean": [7, 7], "before": "(huì)", "after": "", "reason": "gloss"} in edits


def test_segment_prints_tokens(huiyao: Program, tmp_path: Path) -> None:
    path = tmp_path / "glossed.txt"
    path.write_text("會(huì)長(zhǎng)講話。", "utf-8")
    assert huiyao("segment", path).out == "会长 讲话 。\n"
    assert json.loads(huiyao("segment", "--json", path).out) == [
        {"text": "会长", "span": [0, 14]},
        {"text": "讲话", "span": [14, 16]},
        {"text": "。", "span": [16, 17]},
    ]


def test_explain_says_rule_words_and_sentence(huiyao: Program, tea: Path) -> None:
    done = huiyao("explain", "--person", "边小满", tea)
    assert done.code == 0
    assert "边小满 主持" in done.out
    assert "⟦" in done.out
    assert "规则  " in done.out
    assert huiyao("explain", "--person", "邊小滿", tea).out == done.out


def test_explain_finds_what_stands_at_a_span(huiyao: Program, tea: Path) -> None:
    start = TEXT.index("168.5万元")
    done = huiyao("explain", "--span", f"{start}:{start + 7}", tea)
    assert done.out.startswith("统计  会费收入 168.5万元\n")


def test_explain_says_everything_of_a_report(huiyao: Program, tea: Path) -> None:
    done = huiyao("explain", tea)
    assert {line.split()[0] for line in done.out.splitlines() if line and not line.startswith(" ")} >= {
        "活动",
        "姓名",
        "职务",
        "参与",
        "决议",
        "统计",
    }


def test_score_prints_a_table_and_the_errors(huiyao: Program, tea: Path, tmp_path: Path) -> None:
    gold = summarize(tea).to_dict()
    gold["people"].append({"name": "祁连山", "attended": True, "roles": [], "positions": []})
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "tea.json").write_text(json.dumps(gold), "utf-8")
    done = huiyao("score", tmp_path / "gold", tmp_path, "--errors")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[:3] == ['tea names - "祁连山"', 'tea attendance - "祁连山"', "1 reports"]
    assert lines[-1].startswith("overall")
    figures = json.loads(huiyao("score", tmp_path / "gold", tmp_path, "--json").out)
    assert figures["reports"] == 1
    assert figures["names"]["p"] == figures["officials"]["f1"] == 1
    assert figures["names"]["r"] < 1


def test_schema_prints_the_schema(huiyao: Program) -> None:
    assert json.loads(huiyao("schema").out) == SCHEMA


def test_check_finds_our_rules_sound(huiyao: Program) -> None:
    done = huiyao("check")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("rules are sound\n")


def test_a_user_s_words_are_laid_over_ours(huiyao: Program, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("3月6日，东海市茶叶协会掌灯人沐清泉出席会议。", "utf-8")
    words = tmp_path / "words"
    words.mkdir()
    (words / "title.tsv").write_text("word\tfamily\n掌灯人\tassociation\n", "utf-8")
    assert "掌灯人" not in huiyao("officials", report).out
    assert "沐清泉  掌灯人" in huiyao("officials", "--lexicon", words, report).out


@pytest.mark.parametrize(
    ("shell", "script"),
    [
        (
            "bash",
            'eval "$(huiyao --show-completion)"; COMP_WORDS=(huiyao summarize --format x); COMP_CWORD=3;'
            ' _huiyao_completion huiyao; echo "${COMPREPLY[@]}"',
        ),
        (
            "zsh",
            "compdef() { }; _arguments() { print -r -- $1 }; words=(huiyao summarize --format x); CURRENT=4;"
            ' eval "$(huiyao --show-completion)"; _huiyao_completion',
        ),
        ("fish", 'huiyao --show-completion | source; complete -C "huiyao summarize --format x"'),
    ],
)
def test_a_shell_completes_what_an_option_may_be(shell: str, script: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not here")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "HOME": str(tmp_path)}
    done = subprocess.run([shell, "-c", script], capture_output=True, text=True, env=environment, check=False)
    assert (done.stdout.count("xlsx"), "csv" in done.stdout, done.stderr) == (1, False, "")
