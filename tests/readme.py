"""README's examples: `python tests/readme.py` runs them and writes what they print.

In a block of the kind `console` a line that begins with $ is a command, run by bash in the project's folder, and the
lines up to the next one are what it prints.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^\$ (?P<command>.*(?:\\\n.*)*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)


def examples(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a README with the output that it shows."""
    for block in _BLOCK.findall(text):
        for example in _EXAMPLE.finditer(block):
            yield example["command"], example["output"]


def printed(command: str) -> str:
    """What a command prints, on both streams."""
    folder = str(Path(sys.executable).parent)
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "FORCE_COLOR")}
    environment |= {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL}
    return subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, text=True, **both).stdout


def main() -> None:
    """Writes README anew with what its commands print now."""

    def rewritten(block: re.Match[str]) -> str:
        return _EXAMPLE.sub(lambda e: f"$ {e['command']}\n{printed(e['command'])}", block[0])

    README.write_text(_BLOCK.sub(rewritten, README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
