"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from huiyao.commands.talk import Volume, speak, speak_chinese
from huiyao.render.labels import Language
from huiyao.render.script import Spelling


def _hush(wanted: bool) -> None:
    if wanted:
        speak(Volume.quiet)


def _tell_more(wanted: bool) -> None:
    if wanted:
        speak(Volume.verbose)


def _speak(language: Language | None) -> Language | None:
    if language:
        speak_chinese(language is Language.zh)
    return language


Files = Annotated[list[str] | None, typer.Argument(metavar="FILE...", help="Reports; - reads standard input.")]
File = Annotated[str | None, typer.Argument(metavar="FILE", help="A report; - reads standard input.")]
Recursive = Annotated[
    bool, typer.Option("--recursive", "-r", help="Read folders: all reports in them, hidden files left out.")
]
Encoding = Annotated[
    str, typer.Option("--encoding", metavar="NAME", help="The encoding of the files, instead of what they say.")
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Read so many files at the same time.")]
LexiconFolder = Annotated[
    Path | None, typer.Option("--lexicon", metavar="FOLDER", help="Word lists to lay over those that come with huiyao.")
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its ending names the format."),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite what --output names.")]
Script = Annotated[Spelling, typer.Option("--script", help="The characters of strings; source: those of the report.")]
LabelLanguage = Annotated[
    Language | None,
    typer.Option(
        "--labels", callback=_speak, help="The language of labels, help and messages; by default that of the locale."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", callback=_hush, help="Say nothing but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", callback=_tell_more, help="Say what is being done.")]
