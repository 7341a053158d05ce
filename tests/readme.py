"""README's examples: `python tests/readme.py` runs them and writes what they print.

A block of the kind `text NAME` is a file that the reader has. In a block of the kind `console` a line that begins with
$ is a command and the lines up to the next one are what it prints. All run in one folder that has those files and the
corpus. The pictures are made too: the screen as SVG, and the page as Chromium shows it, where there is one.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI

import chromium
from huiyao import summarize
from huiyao.lexicon import bundled
from huiyao.render.labels import Language, labels
from huiyao.render.screen import page

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURES = ROOT / "docs"
_FILE = re.compile(r"^```text (?P<name>\S+)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^\$ (?P<command>.*(?:\\\n.*)*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_HEIGHT, _CELL = 20, 10
_TEXT = re.compile(
    r'(?P<before><text class="huiyao-r[^>]*?)x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+" )textLength="[\d.]+"(?P<after>[^>]*)>'
    r"(?P<text>[^<]*)</text>"
)


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
    environment |= {"HUIYAO_HOME": str(folder / "home"), "LC_ALL": "C.UTF-8"}
    environment |= {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
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


def screen(folder: Path) -> str:
    """What `huiyao summarize tea.txt` shows on a terminal, as SVG."""
    summary = summarize(folder / "tea.txt")
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in page(summary, bundled(), width=80, labels=labels(Language.zh)):
        console.print(line, soft_wrap=True)
    svg = console.export_svg(
        title="huiyao summarize tea.txt", unique_id="huiyao", theme=DIMMED_MONOKAI, font_aspect_ratio=_CELL / _HEIGHT
    )
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "Noto Sans Mono CJK SC, Source Han Mono SC, NSimSun, monospace")
    return _TEXT.sub(_in_cells, svg)


def _in_cells(element: re.Match[str]) -> str:
    """A text element as one for each run of characters that are equally wide, each in its cells.

    rich takes every character for one cell wide; a Chinese one takes two.
    """
    at, runs = float(element["x"]), []
    for run in re.findall(r"\s+|[\x21-\xff]+|[^\x00-\xff]+", unescape(element["text"])):
        wide = cell_len(run) * _CELL
        if not run.isspace():
            length = f'textLength="{wide:g}" lengthAdjust="spacingAndGlyphs"'
            runs.append(f'{element["before"]}x="{at:g}" {element["y"]}{length}{element["after"]}>{escape(run)}</text>')
        at += wide
    return "".join(runs)


def photograph(folder: Path, target: Path) -> None:
    """What Chromium shows of the page of three reports, one fact of it chosen, as PNG."""
    printed("huiyao summarize tea.txt corpus/reports/d0[12].txt --output page.html --force", folder)
    for browser in chromium.browser():
        chromium.size(browser, 1200, 640)
        chromium.show(browser, folder / "page.html")
        browser.execute_script("document.querySelectorAll('.fact')[3].click()")
        target.write_bytes(browser.get_screenshot_as_png())


def main() -> None:
    """Writes README anew with what its commands print now, and makes its pictures."""
    text = README.read_text("utf-8")
    with TemporaryDirectory() as name:
        folder = Path(name)
        furnish(folder, text)

        def rewritten(block: re.Match[str]) -> str:
            return _EXAMPLE.sub(lambda e: f"$ {e['command']}\n{printed(e['command'], folder)}", block[0])

        README.write_text(_BLOCK.sub(rewritten, text), "utf-8")
        PICTURES.mkdir(exist_ok=True)
        (PICTURES / "screen.svg").write_text(screen(folder), "utf-8")
        try:
            photograph(folder, PICTURES / "page.png")
        except pytest.skip.Exception as reason:
            print(f"{PICTURES / 'page.png'} is as it was: {reason}", file=sys.stderr)


if __name__ == "__main__":
    main()
