"""huiyao officials: who holds which post where, over one or many reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TextIO

import typer

from huiyao.commands import options
from huiyao.commands.batch import Batch
from huiyao.commands.formats import Format, FormatOption, Json, chosen
from huiyao.commands.inputs import Summarizer, clean, given, told, words
from huiyao.commands.language import preferred
from huiyao.commands.outputs import binary, output, print_json
from huiyao.errors import UsageError
from huiyao.records import SCHEMA, Summary
from huiyao.render.labels import Labels, labels
from huiyao.render.plain import dumps
from huiyao.render.roster import House, posts, roster
from huiyao.render.tables import OFFICIALS
from huiyao.render.tables import officials as rows

EPILOG = """\b
Examples:
  huiyao officials reports/*.txt --title 会长
  huiyao officials --recursive reports --output officials.xlsx
  huiyao officials report.txt --organization 商务厅 --format csv
"""


def officials(
    context: typer.Context,
    files: options.Files = None,
    *,
    organization: Annotated[
        str, typer.Option(metavar="TEXT", help="Only posts whose organisation has this in its name.")
    ] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="Only posts whose title has this in it.")] = "",
    named: FormatOption = None,
    json: Json = False,
    to: options.Output = None,
    force: options.Force = False,
    recursive: options.Recursive = False,
    jobs: options.Jobs = 1,
    encoding: options.Encoding = "",
    language: options.LabelLanguage = None,
    folder: options.LexiconFolder = None,
    _quiet: options.Quiet = False,
    _verbose: options.Verbose = False,
) -> None:
    """List officials by organisation and department.

    As JSON, CSV or a spreadsheet there is an entry for each post.
    """
    form = chosen(named, to, json=json)
    if form in (Format.html, Format.markdown):
        raise UsageError(f"officials cannot be written as {form}", hint="choose screen, json, jsonl, csv or xlsx")
    paths = given(files, context, recursive=recursive)
    lexicon = words(folder)
    batch = Batch(paths, jobs=jobs)

    def houses() -> tuple[House, ...]:
        results = told(batch.results(Summarizer(folder, encoding)))
        summaries = (result for result in results if isinstance(result, Summary))
        found = roster(summaries, lexicon, organization=clean(organization, lexicon), title=clean(title, lexicon))
        if batch.failed:
            batch.finish()
        return found

    shown = labels(language or preferred())
    if form is Format.xlsx:
        from huiyao.render.xlsx import Book

        with binary(to, inputs=paths, force=force) as file:
            book = Book([OFFICIALS], file, labels=shown)
            book.add(OFFICIALS.name, rows(houses()))
            book.finish()
    else:
        with output(to, inputs=paths, data=form is not Format.screen, force=force) as out:
            _print(houses(), form, out, labels=shown, sources=len(paths) > 1, mark=to is not None)
    batch.finish()


def _print(houses: Sequence[House], form: Format, out: TextIO, *, labels: Labels, sources: bool, mark: bool) -> None:
    if form is Format.json:
        print_json({"schema": SCHEMA, "officials": list(_entries(houses))}, out)
    elif form is Format.jsonl:
        for entry in _entries(houses):
            print(dumps(entry), file=out)
    elif form is Format.csv:
        from huiyao.render.csv import Sheet

        Sheet(OFFICIALS, out, mark=mark).add(rows(houses))
    else:
        from huiyao.render import screen
        from huiyao.render.console import console

        terminal = console(out)
        for line in screen.officials(houses, width=terminal.width, sources=sources, labels=labels):
            terminal.print(line)


def _entries(houses: Sequence[House]) -> Iterator[dict[str, Any]]:
    for organization, department, official, post in posts(houses):
        yield {
            "name": official.name,
            "organization": organization,
            "department": department,
            "title": post.title,
            "attended": official.attended,
            "sources": [
                {"path": path, "spans": [[span.start, span.end] for span in spans]}
                for path, spans in post.sources.items()
            ],
        }
