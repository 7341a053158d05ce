"""The formats of output, and which one a call asks for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from huiyao.errors import UsageError


class Format(StrEnum):
    """What summaries can be written as; `json` is laid out on a terminal, `jsonl` never."""

    screen = "screen"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    markdown = "markdown"
    html = "html"
    xlsx = "xlsx"


SUFFIXES = {
    "": Format.screen,
    ".txt": Format.screen,
    ".json": Format.json,
    ".jsonl": Format.jsonl,
    ".ndjson": Format.jsonl,
    ".csv": Format.csv,
    ".md": Format.markdown,
    ".markdown": Format.markdown,
    ".html": Format.html,
    ".htm": Format.html,
    ".xlsx": Format.xlsx,
}

FormatOption = Annotated[
    Format | None, typer.Option("--format", "-f", help="What to write; by default what the ending of --output says.")
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json; huiyao schema describes it.")]


def chosen(named: Format | None, path: Path | None, *, json: bool) -> Format:
    """The format that is asked for. Raises UsageError where that is not clear."""
    if json:
        if named not in (None, Format.json):
            raise UsageError(f"--json and --format {named} cannot be given together", hint="choose one of the two")
        return Format.json
    if named:
        return named
    if path is None:
        return Format.screen
    if path.is_dir():
        return Format.csv
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(
            f"no format is known by the ending {suffix}", hint=f"name one with --format: {', '.join(Format)}"
        )
    return SUFFIXES[suffix]
