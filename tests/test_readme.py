from __future__ import annotations

import re
import shutil

import pytest

from huiyao.commands import app
from readme import README, ROOT, examples, printed

TEXT = README.read_text("utf-8")


@pytest.mark.parametrize(("command", "output"), list(examples(TEXT)), ids=[command for command, _ in examples(TEXT)])
def test_an_example_prints_what_readme_shows(command: str, output: str) -> None:
    if "jq " in command and not shutil.which("jq"):
        pytest.skip("jq is not here")
    assert printed(command) == output, "python tests/readme.py writes what the examples print now"


def test_the_python_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})


def test_every_command_is_told_of() -> None:
    names = {command.callback.__name__ for command in app.registered_commands if command.callback}
    assert {name for name in names if f"huiyao {name}" not in TEXT} == set()
