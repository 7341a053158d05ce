"""huiyao doctor: what is installed, where its files are, and what is missing."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

import huiyao
from huiyao.commands import options
from huiyao.commands.home import config_file, lexicon_folder
from huiyao.commands.inputs import words
from huiyao.commands.language import preferred
from huiyao.commands.outputs import output, print_json
from huiyao.commands.talk import tell
from huiyao.errors import HuiyaoError, LexiconError
from huiyao.render.plain import plain

EPILOG = """\b
Examples:
  huiyao doctor
  huiyao doctor --json | jq .libraries
"""

_REQUIREMENT = r"(?P<name>[\w.-]+)(?:.*extra == ['\"](?P<extra>[\w-]+))?"


def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    folder: options.LexiconFolder = None,
) -> None:
    """Say which versions, paths and word lists are used, and what is missing."""
    lists, unfit = _lists(folder)
    libraries = list(_libraries())
    report = {
        "huiyao": huiyao.__version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "labels": preferred(),
        "output": sys.stdout.encoding,
        "configuration": _place(config_file()),
        "lexicon": {"lists": lists, "unfit": unfit, "own": _place(lexicon_folder())},
        "libraries": libraries,
    }
    with output(data=json) as out:
        if json:
            print_json(report, out)
        else:
            for name, value in _lines(report):
                print(f"{name:<28} {plain(value)}".rstrip(), file=out)
    missing = [library["name"] for library in libraries if not (library["version"] or library["extra"])]
    if unfit:
        tell(unfit)
    if missing:
        tell(f"{', '.join(missing)} is missing; install huiyao anew")
    if unfit or missing:
        raise typer.Exit(HuiyaoError.exit_code)


def _libraries() -> Iterator[dict[str, Any]]:
    """What this version needs or, for the sake of an `extra`, can use; with the version that is installed."""
    # Here and not above: no other command needs it, and it takes a tenth of the start.
    from importlib import metadata

    for requirement in metadata.requires("huiyao") or []:
        found = re.match(_REQUIREMENT, requirement)
        if found and found["extra"] != "test":
            try:
                version = metadata.version(found["name"])
            except metadata.PackageNotFoundError:
                version = None
            yield {"name": found["name"], "version": version, "extra": found["extra"]}


def _lists(folder: Path | None) -> tuple[int, str]:
    """How many word lists there are, and what is wrong with the first that is unfit."""
    try:
        lexicon = words(folder)
        for name in lexicon.names():
            lexicon.table(name)
    except LexiconError as error:
        return 0, str(error)
    return len(lexicon.names()), ""


def _place(path: Path) -> dict[str, str | bool]:
    return {"path": str(path), "there": path.exists()}


def _lines(report: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("huiyao", "python", "system", "labels", "output"):
        yield name, str(report[name])
    for name, place in (("configuration", report["configuration"]), ("own word lists", report["lexicon"]["own"])):
        yield name, place["path"] if place["there"] else f"{place['path']} (not there)"
    yield "word lists", report["lexicon"]["unfit"] or str(report["lexicon"]["lists"])
    for library in report["libraries"]:
        missing = f"missing: pip install {library['name']}" if library["extra"] else "missing"
        yield library["name"], library["version"] or missing
