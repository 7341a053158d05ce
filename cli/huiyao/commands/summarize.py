"""huiyao summarize: what reports say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TextIO

import typer

from huiyao.commands.inputs import Batch, Files, LexiconFolder, ScriptOption, given, summarizer, words
from huiyao.commands.outputs import output
from huiyao.lexicon import Lexicon
from huiyao.records import Summary
from huiyao.render.plain import dumps
from huiyao.render.script import Spelling, speller


def summarize(
    context: typer.Context,
    files: Files = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, which huiyao schema describes.")] = False,
    to: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of the screen.")
    ] = None,
    script: ScriptOption = Spelling.simplified,
    folder: LexiconFolder = None,
) -> None:
    """Say who attended, what was resolved and what was counted.

    Prints a page to read, or with --json one object for each report: one a line, but laid out on a terminal.
    """
    paths = given(files, context)
    lexicon = words(folder)
    batch = Batch(paths)
    with output(to, inputs=paths, data=json) as out:
        summaries = batch.each(summarizer(lexicon))
        if json:
            _print_json(summaries, out, script=script)
        else:
            _print_pages(summaries, out, lexicon, script=script, named=len(paths) > 1)
    batch.finish()


def _print_json(summaries: Iterable[Summary], out: TextIO, *, script: Spelling) -> None:
    indent = 2 if out.isatty() else None
    for summary in summaries:
        print(dumps(summary.to_dict(spell=speller(script, summary.clean)), indent=indent), file=out)


def _print_pages(summaries: Iterable[Summary], out: TextIO, lexicon: Lexicon, *, script: Spelling, named: bool) -> None:
    from huiyao.render.console import console
    from huiyao.render.plain import plain
    from huiyao.render.screen import page

    terminal = console(out)
    for number, summary in enumerate(summaries):
        if named:
            terminal.print("\n" * (2 * (number > 0)) + plain(summary.clean.report.path), style="reverse")
        for line in page(summary, lexicon, width=terminal.width, spell=speller(script, summary.clean)):
            terminal.print(line)
