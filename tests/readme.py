"""README's examples: `python tests/readme.py` runs them and writes what they print.

A block of the kind `text NAME` is a file that the reader has. In a block of the kind `console` a line that begins with
$ is a command and the lines up to the next one are what it prints. All run in one folder that has those files and the
corpus.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_FILE = re.compile(r"^```text (?P<name>\S+)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^\$ (?P<command>.*(?:\\\n.*)*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)


def examples(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a README with the output that it shows."""
    for block in _BLOCK.findall(text):
        for example in _EXAMPLE.finditer(block):
            yield example["command"], example["output"]


def furnish(folder: Path, text: str) -> None:
    """Puts the files that a README shows, and the corpus, into a folder."""
    (folder / "corpus").symlink_to(ROOT / "corpus")
    for file in _FILE.finditer(text):
        path = folder / file["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file["content"], "utf-8")


def printed(command: str, folder: Path) -> str:
    """What a command prints on both streams when it is run in a folder."""
    programs = str(Path(sys.executable).parent)
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "FORCE_COLOR")}
    environment |= {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode("utf-8")


def main() -> None:
    """Writes README anew with what its commands print now."""
    text = README.read_text("utf-8")
    with TemporaryDirectory() as name:
        folder = Path(name)
        furnish(folder, text)

        def rewritten(block: re.Match[str]) -> str:
            return _EXAMPLE.sub(lambda e: f"$ {e['command']}\n{printed(e['command'], folder)}", block[0])

        README.write_text(_BLOCK.sub(rewritten, text), "utf-8")


if __name__ == "__main__":
    main()
