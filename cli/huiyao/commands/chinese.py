"""Help and messages in Chinese, for those whose system speaks it.

`chinese.tsv` has them: the English as the program says it, then the Chinese. What stands in braces is taken over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from typer import Context
from typer._click.formatting import HelpFormatter
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

# A heading among a command's examples; and what the exit codes mean.
_HEADING = re.compile(r"^\w[\w ]*:$|(?<=    )\S.*$", re.MULTILINE)


class _Help(HelpFormatter):
    """Help whose own words are Chinese too."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix if prefix is not None else chinese("Usage:"))

    def write_heading(self, heading: str) -> None:
        super().write_heading(chinese(heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(option, chinese(what)) for option, what in rows], col_max, col_spacing)


class _Context(Context):
    formatter_class = _Help


def chinese(english: str) -> str:
    """A message, or each of its parts between semicolons, in Chinese; as it is where that is not known."""
    return "；".join(map(_phrase, english.split("; ")))


def translate(program: TyperGroup) -> None:
    """Has a program's help speak Chinese."""
    for command in (program, *program.commands.values()):
        if isinstance(command, TyperCommand | TyperGroup):
            command.context_class = _Context
            command.help = _paragraphs(command.help)
            command.epilog = command.epilog and _HEADING.sub(lambda found: _phrase(found[0]), command.epilog)
            for parameter in command.params:
                if isinstance(parameter, TyperOption | TyperArgument):
                    parameter.help = _paragraphs(parameter.help)


def _paragraphs(text: str | None) -> str | None:
    return text and "\n\n".join(_phrase(" ".join(paragraph.split())) for paragraph in text.split("\n\n"))


def _phrase(english: str) -> str:
    for pattern, phrase in _phrases():
        if found := pattern.fullmatch(english):
            return phrase.format(**found.groupdict())
    return english


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(_read())


def _read() -> Iterator[tuple[re.Pattern[str], str]]:
    _, *lines = files("huiyao.commands").joinpath("chinese.tsv").read_text("utf-8").splitlines()
    for line in lines:
        english, phrase = line.split("\t")
        parts = re.split(r"\{(\w+)\}", english)
        pattern = "".join(f"(?P<{part}>.+)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
        yield re.compile(pattern, re.DOTALL), phrase
