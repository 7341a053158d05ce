"""The files and word lists that a command is given."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typer

from huiyao.commands.home import lexicon_folder
from huiyao.commands.talk import Volume, tell
from huiyao.errors import InputError, LexiconError
from huiyao.lexicon import Lexicon, bundled
from huiyao.records import Summary
from huiyao.render.failure import Failure

# ~$ begins the file with which Word says that a document is open.
_HIDDEN = (".", "~$")


def given(files: Sequence[str] | str | None, context: typer.Context, *, recursive: bool = False) -> list[str]:
    """The files of a command; without any, standard input, and short help where that is a terminal.

    With `recursive`, a folder stands for the files in it and below. Raises InputError for one without files.
    """
    if files:
        named = [files] if isinstance(files, str) else [path for name in files for path in _matching(name)]
        return [path for name in named for path in _within(name)] if recursive else named
    if sys.stdin is None or sys.stdin.isatty():
        print(context.get_usage(), file=sys.stderr)
        tell(f"give a file, or - for standard input; {context.command_path} --help tells more")
        raise typer.Exit(2)
    return ["-"]


def words(folder: Path | None) -> Lexicon:
    """The word lists, with the user's own laid over them, and those of `folder` over both.

    Raises LexiconError for a folder that holds none, or others than ours.
    """
    own = lexicon_folder()
    return _laid((*([own] if any(own.glob("*.tsv")) else []), *([folder] if folder else [])))


def clean(text: str, lexicon: Lexicon) -> str:
    """What somebody looks for, in the form in which summaries have it: simplified, without spaces."""
    from huiyao import normalize, read

    return normalize.run(read.from_text(text), lexicon).text if text.strip() else ""


@dataclass(frozen=True, slots=True)
class Summarizer:
    """What reads and summarizes a file, in whichever process."""

    folder: Path | None
    encoding: str = ""

    def __call__(self, path: str) -> Summary:
        """The summary of the report at `path`."""
        # Here and not above: --help must not load the pipeline.
        from huiyao import pipeline, read

        return pipeline.run(read.read(path, encoding=self.encoding or None), words(self.folder))


def told(results: Iterable[Summary | Failure]) -> Iterator[Summary | Failure]:
    """The results, and on the way what is to be told of each."""
    for result in results:
        if isinstance(result, Summary):
            tell_of(result)
        yield result


def tell_of(summary: Summary) -> None:
    """Tells the warnings of a summary, and as what its report was read."""
    report = summary.clean.report
    for warning in summary.warnings:
        tell(warning, about=report.path, at=Volume.normal)
    read_as = f"{report.media_type}, {report.encoding}, {len(report.text)} characters"
    tell(read_as, about=report.path, at=Volume.verbose)


@lru_cache(maxsize=4)
def _laid(folders: tuple[Path, ...]) -> Lexicon:
    if not folders:
        return bundled()
    known = bundled().names()
    for folder in folders:
        lists = sorted(folder.glob("*.tsv"))
        if not lists:
            raise LexiconError(f"{folder} holds no word list", hint="name a folder with files such as title.tsv")
        for path in lists:
            if path.stem not in known:
                raise LexiconError(f"{path} is not one of the word lists", hint=f"they are {', '.join(known)}")
    return Lexicon(*folders)


def _matching(name: str) -> list[str]:
    """The files that a pattern such as *.txt means, where the shell leaves that to the program, as on Windows."""
    if os.name != "nt" or Path(name).exists():
        return [name]
    from glob import glob

    return sorted(glob(name)) or [name]  # noqa: PTH207  the pattern may be absolute


def _within(name: str) -> list[str]:
    if name == "-" or not Path(name).is_dir():
        return [name]
    found = [
        str(Path(folder, file))
        for folder, below, files in _walk(Path(name))
        for file in sorted(files)
        if not file.startswith(_HIDDEN)
    ]
    if not found:
        raise InputError(f"{name} holds no file", hint="name the folder that holds the reports")
    return found


def _walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """The folders at and below one, hidden ones left out, each before those below it, in the order of their names."""
    for place, below, files in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith(_HIDDEN))
        yield place, below, files
