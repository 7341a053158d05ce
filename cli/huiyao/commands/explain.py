"""huiyao explain: why a report's summary says what it says."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from huiyao.commands import options
from huiyao.commands.inputs import Summarizer, clean, given, tell_of, words
from huiyao.commands.language import preferred
from huiyao.commands.outputs import output
from huiyao.errors import UsageError
from huiyao.render.labels import labels
from huiyao.text import Span

EPILOG = """\b
Examples:
  huiyao explain report.txt
  huiyao explain report.txt --person 王小明
  huiyao explain report.txt --span 120:134
"""


def explain(
    context: typer.Context,
    file: options.File = None,
    *,
    person: Annotated[str, typer.Option(metavar="NAME", help="Only what is said of this person.")] = "",
    span: Annotated[
        str, typer.Option(metavar="START:END", help="Only what these characters of the report say; as in the JSON.")
    ] = "",
    encoding: options.Encoding = "",
    language: options.LabelLanguage = None,
    folder: options.LexiconFolder = None,
    _quiet: options.Quiet = False,
    _verbose: options.Verbose = False,
) -> None:
    """Say why: each fact's rule, words and marked sentence."""
    from huiyao.render.console import console
    from huiyao.render.reasons import about, at, lines, reasons

    if person and span:
        raise UsageError("--person and --span cannot be given together", hint="choose one of the two")
    place = _span(span) if span else None
    (path,) = given(file, context)
    lexicon = words(folder)
    summary = Summarizer(folder, encoding)(path)
    tell_of(summary)
    shown = labels(language or preferred())
    if place:
        chosen = at(summary, place, shown)
    else:
        chosen = about(summary, clean(person, lexicon), shown) if person else list(reasons(summary, shown))
    if not chosen:
        missing = f"names nobody {person}" if person else f"states no fact at {span}" if place else "states no fact"
        raise UsageError(f"{path} {missing}", hint=f"huiyao summarize {path} shows what it states")
    with output() as out:
        terminal = console(out)
        for number, reason in enumerate(chosen):
            if number:
                terminal.print()
            for line in lines(reason, summary, width=terminal.width, labels=shown):
                terminal.print(line)


def _span(text: str) -> Span:
    found = re.fullmatch(r"([0-9]+):([0-9]+)", text, re.ASCII)
    if not found or int(found[1]) >= int(found[2]):
        raise UsageError(f"--span {text} is no stretch of text", hint="write it as START:END, such as 120:134")
    return Span(int(found[1]), int(found[2]))
