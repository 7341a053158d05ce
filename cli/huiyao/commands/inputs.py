"""The files that a command is given, worked through one by one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from huiyao.commands.talk import tell, tell_bug
from huiyao.errors import HuiyaoError, InputError, LexiconError
from huiyao.lexicon import Lexicon, bundled
from huiyao.records import Summary
from huiyao.render.script import Spelling

Done = TypeVar("Done")

Files = Annotated[
    list[str] | None, typer.Argument(metavar="FILE...", help="Reports as text files; - reads standard input.")
]
File = Annotated[str | None, typer.Argument(metavar="FILE", help="A report as a text file; - reads standard input.")]
LexiconFolder = Annotated[
    Path | None, typer.Option("--lexicon", metavar="FOLDER", help="Word lists to lay over those that come with huiyao.")
]
ScriptOption = Annotated[
    Spelling, typer.Option("--script", help="The characters of strings; source: those of the report.")
]


class Batch:
    """The work on several files: one that fails is told on stderr, and the others are still done."""

    def __init__(self, files: Sequence[str]) -> None:
        self._files = files
        self._failures: list[int] = []

    def each(self, work: Callable[[str], Done]) -> Iterator[Done]:
        """What `work` makes of each file that does not fail."""
        for path in self._files:
            try:
                done = work(path)
            except InputError as error:
                tell(str(error))
                self._failures.append(error.exit_code)
            except HuiyaoError:
                # It is not the file's: a word list or a rule is unfit, and no other file would fare better.
                raise
            except Exception as error:
                tell_bug(error, path=path)
                self._failures.append(1)
            else:
                yield done

    def finish(self) -> None:
        """Ends the command with the exit code that the failures call for, if there were any."""
        if self._failures:
            partly = 1 not in self._failures and len(self._files) > 1 and len(self._failures) < len(self._files)
            raise typer.Exit(5 if partly else min(self._failures))


def given(files: Sequence[str] | str | None, context: typer.Context) -> list[str]:
    """The files of a command; without any, standard input, and short help where that is a terminal."""
    if files:
        return [files] if isinstance(files, str) else list(files)
    if sys.stdin is None or sys.stdin.isatty():
        print(context.get_usage(), file=sys.stderr)
        tell(f"give a file, or - for standard input; {context.command_path} --help tells more")
        raise typer.Exit(2)
    return ["-"]


def words(folder: Path | None) -> Lexicon:
    """The word lists, with those of `folder` laid over them. Raises LexiconError for a folder that holds none."""
    if folder is None:
        return bundled()
    known = bundled().names()
    lists = sorted(folder.glob("*.tsv"))
    if not lists:
        raise LexiconError(f"{folder} holds no word list", hint="name a folder with files such as title.tsv")
    for path in lists:
        if path.stem not in known:
            raise LexiconError(f"{path} is not one of the word lists", hint=f"they are {', '.join(known)}")
    return Lexicon(folder)


def clean(text: str, lexicon: Lexicon) -> str:
    """What somebody looks for, in the form in which summaries have it: simplified, without spaces."""
    from huiyao import normalize, read

    return normalize.run(read.from_text(text), lexicon).text if text.strip() else ""


def summarizer(lexicon: Lexicon) -> Callable[[str], Summary]:
    """What reads and summarizes a file."""
    # Here and not above: --help must not load the pipeline.
    from huiyao import pipeline, read

    def summarize(path: str) -> Summary:
        summary = pipeline.run(read.read(path), lexicon)
        for warning in summary.warnings:
            tell(f"{path}: {warning}")
        return summary

    return summarize
