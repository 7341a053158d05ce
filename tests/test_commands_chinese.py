from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from huiyao.commands import program
from huiyao.commands.chinese import chinese, translate
from program import Program

_, *LINES = files("huiyao.commands").joinpath("chinese.tsv").read_text("utf-8").splitlines()
PHRASES = [line.split("\t") for line in LINES]
COMMANDS = [*program().commands]


@pytest.fixture(autouse=True)
def china(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_each_phrase_is_there_once_and_fills_in_what_its_english_has() -> None:
    assert [len(phrase) for phrase in PHRASES] == [2] * len(PHRASES)
    english = [phrase[0] for phrase in PHRASES]
    assert len(set(english)) == len(english)
    assert [said for said, told in PHRASES if not fields(told) <= fields(said)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_chinese(command: str, huiyao: Program) -> None:
    done = huiyao(command, "--help")
    assert done.code == 0
    kept = re.sub(r"(?s)例子：.*", "", done.out)
    words = {
        word
        for line in kept.splitlines()
        for word in re.findall(r"(?<![\w|<-])[a-z]{3,}(?: [a-z]+)+", line)
        if "|" not in line
    }
    assert {word for word in words if not word.startswith(("huiyao", "summarize", "format"))} == set()
    assert "用法：" in done.out
    assert "显示这段帮助" in done.out


def test_the_whole_program_s_help_is_in_chinese(huiyao: Program) -> None:
    shown = huiyao("--help").out
    assert "读不了、是空的或不支持" in shown
    assert "命令:" in shown


def test_help_is_in_english_again_for_others(huiyao: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    huiyao("summarize", "--help")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert huiyao("summarize", "--help").out.startswith("Usage: huiyao summarize")


def test_a_program_is_translated_and_not_its_source() -> None:
    translate(program())
    assert program().help == "Reads Chinese reports and says who attended, what was resolved and what was counted."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["summarize", "没有.txt"], "没有.txt 不存在；请检查文件名和所在文件夹"),
        (["summarize", "--jsn", "x"], "没有 --jsn 这个选项（可用 --jobs, --json）；详见 huiyao --help"),
        (["sumarize"], "没有 sumarize 这个命令，是不是 summarize？；详见 huiyao --help"),
        (["score"], "缺少参数 GOLD_DIR；详见 huiyao --help"),
        (["explain", "--span", "9", "x"], "--span 9 不是一段位置；请写成 起:止，如 120:134"),
        (["summarize", "--json", "-f", "csv", "x"], "--json 和 --format csv 不能同时用；请选一个"),
    ],
)
def test_messages_are_in_chinese(arguments: list[str], said: str, huiyao: Program) -> None:
    assert huiyao(*arguments).err == f"huiyao: {said}\n"


def test_labels_choose_the_language_of_messages_too(huiyao: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert huiyao("summarize", "--labels", "en", "x.txt").err.startswith("huiyao: x.txt does not exist; ")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert huiyao("summarize", "--labels", "zh", "x.txt").err.startswith("huiyao: x.txt 不存在；")


def test_labels_choose_the_language_of_help_too(
    huiyao: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert huiyao("summarize", "--help", "--labels", "en").out.startswith("Usage: ")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert huiyao("summarize", "--labels=zh", "--help").out.startswith("用法：")
    assert huiyao("officials", "--labels", "zh", "--jsn").err.startswith("huiyao: 没有 --jsn 这个选项")
    monkeypatch.setenv("HUIYAO_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_text('[officials]\nlabels = "zh"\n', "utf-8")
    assert huiyao("officials", "--help").out.startswith("用法：")
    assert huiyao("summarize", "--help").out.startswith("Usage: ")


def test_warnings_are_in_chinese(huiyao: Program, tmp_path: Path) -> None:
    page, text = tmp_path / "页.html", tmp_path / "文.txt"
    page.write_text("<html><ul><li><a>首页</a><li><a>新闻</a></ul><p>通知</p></html>", "utf-8")
    text.write_bytes("会长卢照作工作报告，".encode("gbk") * 5 + b"\xff.")
    assert huiyao("text", page).err == f"huiyao: {page}: 找不到正文，已读取整个网页\n"
    said = f"huiyao: {text}: 不能按 gb18030 解码、已标为 � 的有 1 处\n"
    assert huiyao("summarize", text, "--json").err == said


def sentences(call: ast.Call) -> Iterator[str]:
    """What a call of an error or of tell says, with x where something is filled in."""
    for said in (*call.args[:1], *(each.value for each in call.keywords if each.arg == "hint")):
        if isinstance(said, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in said.values)
        elif isinstance(said, ast.Constant):
            yield str(said.value)


def test_all_that_a_user_may_be_told_is_known_in_chinese() -> None:
    told = {
        part
        for folder in ("commands", "lexicon", "read")
        for path in Path(str(files("huiyao"))).joinpath(folder).glob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id in ("InputError", "LexiconError", "UsageError", "tell")
        for sentence in sentences(call)
        for part in sentence.split("; ")
        if re.search("[a-wyz]{3}", part)
    }
    assert len(told) > 60
    assert {part for part in told if chinese(part) == part} == set()


def test_json_says_the_same_everywhere(huiyao: Program) -> None:
    assert '"message":"x.txt does not exist"' in huiyao("summarize", "--json", "x.txt").out


def test_what_is_not_known_stays_english() -> None:
    assert chinese("a thing nobody foresaw; check the name") == "a thing nobody foresaw；请检查文件名"


def test_a_console_without_chinese_characters_gets_what_it_can_show(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "HUIYAO_HOME": str(tmp_path)}
    for arguments in (["--help"], ["summarize", "x.txt"]):
        command = [sys.executable, "-m", "huiyao", *arguments]
        done = subprocess.run(command, capture_output=True, env=environment, check=False)
        assert b"Traceback" not in done.stderr
