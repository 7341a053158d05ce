from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from huiyao import commands
from readme import PICTURES, README, ROOT, examples, furnish, printed, screen

TEXT = README.read_text("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that README shows."""
    path = tmp_path_factory.mktemp("readme")
    furnish(path, TEXT)
    return path


@pytest.mark.parametrize(("command", "output"), list(examples(TEXT)), ids=[command for command, _ in examples(TEXT)])
def test_an_example_prints_what_readme_shows(command: str, output: str, folder: Path) -> None:
    for program in ("jq", "sqlite3"):
        if f"{program} " in command and not shutil.which(program):
            pytest.skip(f"{program} is not here")
    assert printed(command, folder) == output, "python tests/readme.py writes what the examples print now"


def test_the_python_example_prints_what_its_last_line_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    (block,) = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    exec(compile(block, "README.md", "exec"), {})
    assert "".join(re.findall(r"^# (.*\n)", block, re.MULTILINE)) == capsys.readouterr().out


def test_every_command_is_told_of() -> None:
    assert {name for name in commands.program().commands if f"huiyao {name}" not in TEXT} == set()


def test_the_picture_of_the_screen_shows_what_the_example_prints(folder: Path) -> None:
    assert (PICTURES / "screen.svg").read_text("utf-8") == screen(folder), "python tests/readme.py makes it anew"


def test_every_picture_is_there() -> None:
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", TEXT)
    assert len(shown) == 2
    assert all((ROOT / name).is_file() for name in shown)
