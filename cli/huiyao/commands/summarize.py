"""huiyao summarize: what reports say."""

from __future__ import annotations

from typing import Annotated

import typer

from huiyao.commands import options
from huiyao.commands.batch import Batch
from huiyao.commands.formats import Format, FormatOption, Json, chosen
from huiyao.commands.inputs import Summarizer, given, told
from huiyao.commands.language import preferred
from huiyao.commands.sinks import Order, TableName, sink
from huiyao.render.labels import labels
from huiyao.render.script import Spelling

EPILOG = """\b
Examples:
  huiyao summarize report.txt
  huiyao summarize --recursive reports --output facts.xlsx
  huiyao summarize reports/*.txt --output page.html --labels en
  huiyao summarize reports/*.txt --format csv --table statistics
  huiyao summarize --json report.txt | jq -r '.people[].name'
"""


def summarize(
    context: typer.Context,
    files: options.Files = None,
    *,
    named: FormatOption = None,
    json: Json = False,
    to: options.Output = None,
    force: options.Force = False,
    table: Annotated[TableName | None, typer.Option("--table", help="With --format csv: the facts to write.")] = None,
    recursive: options.Recursive = False,
    jobs: options.Jobs = 1,
    encoding: options.Encoding = "",
    script: options.Script = Spelling.simplified,
    language: options.LabelLanguage = None,
    folder: options.LexiconFolder = None,
    _quiet: options.Quiet = False,
    _verbose: options.Verbose = False,
) -> None:
    """Say who attended, what was resolved and what was counted.

    Prints a page to read. As JSON there is an object for each report, one a line; one that could not be read is an
    object with an error. CSV has a file for each kind of fact, a spreadsheet a sheet. HTML is one page that shows
    the facts beside the reports' text.
    """
    form = chosen(named, to, json=json)
    paths = given(files, context, recursive=recursive)
    batch = Batch(paths, jobs=jobs, printing=to is None)
    order = Order(to, paths, force, labels(language or preferred()), script, folder, table)
    with sink(form, order) as write:
        for result in told(batch.results(Summarizer(folder, encoding))):
            write(result)
        if batch.failed and form not in (Format.json, Format.jsonl):
            batch.finish()
    batch.finish()
