from __future__ import annotations

import io
import subprocess
import sys

import pytest

from huiyao.render.console import console
from huiyao.render.layout import Text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def printed(file: io.StringIO) -> str:
    console(file).print(Text("会议", "bold red"))
    return file.getvalue()


def test_a_terminal_has_colour() -> None:
    assert printed(Terminal()) == "\x1b[1;31m会议\x1b[0m\n"


def test_no_color_takes_the_colour_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "31" not in printed(Terminal())


def test_a_pipe_gets_plain_text() -> None:
    assert printed(io.StringIO()) == "会议\n"


def test_a_pipe_does_without_rich() -> None:
    program = (
        "import io, sys; from huiyao.render.console import console; console(io.StringIO()).print('会议');"
        "print('rich.console' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout.strip() == b"False"


@pytest.mark.parametrize(("name", "is_coloured"), [("FORCE_COLOR", True), ("TTY_COMPATIBLE", True), ("TERM", False)])
def test_colour_is_forced_upon_a_pipe(name: str, is_coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1")
    assert ("31" in printed(io.StringIO())) is is_coloured


def test_a_part_has_its_style_beside_that_of_the_line() -> None:
    file = Terminal()
    console(file).print(Text("会议", "bold red").append("  1 项", "not bold").append("  ", "dim"))
    assert file.getvalue() == "\x1b[1;31m会议\x1b[0m\x1b[31m  1 项\x1b[0m\x1b[1;2;31m  \x1b[0m\n"


def test_a_pipe_is_eighty_cells_wide_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert console(io.StringIO()).width == 80
    monkeypatch.setenv("COLUMNS", "120")
    assert console(io.StringIO()).width == 120


def test_lines_are_printed_as_they_are() -> None:
    file = io.StringIO()
    console(file).print(Text("[bold]会议[/] " + "会" * 60 + " :smile: 12"))
    assert file.getvalue() == "[bold]会议[/] " + "会" * 60 + " :smile: 12\n"
