"""Where results go, one by one, in each format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import NamedTuple, TextIO

from huiyao.commands.formats import Format
from huiyao.commands.inputs import words
from huiyao.commands.outputs import binary, folder, output
from huiyao.errors import UsageError
from huiyao.records import Summary
from huiyao.render.failure import Failure
from huiyao.render.labels import Labels
from huiyao.render.plain import dumps
from huiyao.render.script import Spelling, speller
from huiyao.render.tables import TABLES, Table, rows

Result = Summary | Failure
Sink = Callable[[Result], None]


class TableName(StrEnum):
    """The tables of facts."""

    reports = "reports"
    people = "people"
    events = "events"
    attending_organizations = "attending_organizations"
    resolutions = "resolutions"
    statistics = "statistics"


class Order(NamedTuple):
    """What the call asks for: where to, in which words and script, with which word lists; `inputs` are its files."""

    to: Path | None
    inputs: Sequence[str]
    force: bool
    labels: Labels
    script: Spelling
    lexicon: Path | None
    table: TableName | None

    def spell(self, result: Result) -> Callable[[str], str]:
        """What writes the strings of a report."""
        return str if isinstance(result, Failure) else speller(self.script, result.clean)


def sink(form: Format, order: Order) -> AbstractContextManager[Sink]:
    """What takes the results in a format; the file is complete at the end. Raises UsageError for an unfit call."""
    if order.table and form is not Format.csv:
        raise UsageError(f"--table is not for the format {form}", hint="it chooses one table for --format csv")
    return _SINKS[form](order)


@contextmanager
def _json(order: Order, *, lines: bool = False) -> Iterator[Sink]:
    with output(order.to, inputs=order.inputs, data=True, force=order.force) as out:
        indent = 2 if out.isatty() and not lines else None

        def write(result: Result) -> None:
            document = result.to_dict() if isinstance(result, Failure) else result.to_dict(spell=order.spell(result))
            print(dumps(document, indent=indent), file=out, flush=True)

        yield write


@contextmanager
def _screen(order: Order) -> Iterator[Sink]:
    from huiyao.render.console import console
    from huiyao.render.layout import Text
    from huiyao.render.plain import plain
    from huiyao.render.screen import page

    written = 0
    with output(order.to, inputs=order.inputs, force=order.force) as out:
        terminal = console(out)

        def write(result: Result) -> None:
            nonlocal written
            if isinstance(result, Failure):
                return
            if len(order.inputs) > 1:
                terminal.print(Text("\n" * (2 * (written > 0)) + plain(result.clean.report.path), "reverse"))
            written += 1
            lexicon, spell = words(order.lexicon), order.spell(result)
            for line in page(result, lexicon, width=terminal.width, labels=order.labels, spell=spell):
                terminal.print(line)

        yield write


@contextmanager
def _markdown(order: Order) -> Iterator[Sink]:
    from huiyao.render.markdown import page

    written = 0
    with output(order.to, inputs=order.inputs, data=True, force=order.force) as out:

        def write(result: Result) -> None:
            nonlocal written
            if isinstance(result, Failure):
                return
            if written:
                print("\n", file=out)
            written += 1
            for line in page(result, labels=order.labels, spell=order.spell(result)):
                print(line, file=out)

        yield write


@contextmanager
def _html(order: Order) -> Iterator[Sink]:
    from huiyao.render import html

    with output(order.to, inputs=order.inputs, data=True, force=order.force) as out:
        views: list[html.View | Failure] = []

        def write(result: Result) -> None:
            if isinstance(result, Summary):
                views.append(html.view(result, labels=order.labels, spell=order.spell(result)))
            else:
                views.append(result)

        yield write
        html.write(views, out, labels=order.labels)


@contextmanager
def _csv(order: Order) -> Iterator[Sink]:
    """A file for each table in a folder, or one table in one file or on standard output."""
    from huiyao.render.csv import Sheet

    if order.table:
        tables: Sequence[Table] = [TABLES[order.table]]
        places: AbstractContextManager[TextIO | list[TextIO]] = output(
            order.to, inputs=order.inputs, data=True, force=order.force
        )
    elif order.to and (order.to.is_dir() or not order.to.suffix):
        tables = list(TABLES.values())
        places = folder(order.to, [f"{name}.csv" for name in TABLES], inputs=order.inputs, force=order.force)
    else:
        raise UsageError(
            "one CSV holds one table of facts",
            hint=f"choose with --table ({', '.join(TableName)}), or name a folder for all with --output",
        )
    with places as opened:
        files = opened if isinstance(opened, list) else [opened]
        sheets = [Sheet(table, file, mark=order.to is not None) for table, file in zip(tables, files, strict=True)]

        def write(result: Result) -> None:
            for table, sheet in zip(tables, sheets, strict=True):
                sheet.add(rows(table, result, spell=order.spell(result)))

        yield write


@contextmanager
def _xlsx(order: Order) -> Iterator[Sink]:
    from huiyao.render.xlsx import Book

    with binary(order.to, inputs=order.inputs, force=order.force) as out:
        book = Book(list(TABLES.values()), out, labels=order.labels)

        def write(result: Result) -> None:
            for name, table in TABLES.items():
                book.add(name, rows(table, result, spell=order.spell(result)))

        yield write
        book.finish()


_SINKS: dict[Format, Callable[[Order], AbstractContextManager[Sink]]] = {
    Format.screen: _screen,
    Format.json: _json,
    Format.jsonl: partial(_json, lines=True),
    Format.csv: _csv,
    Format.markdown: _markdown,
    Format.html: _html,
    Format.xlsx: _xlsx,
}
