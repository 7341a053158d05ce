"""Tables as a spreadsheet: a sheet for each, with labels for people to read and cells of their own types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any, BinaryIO

from huiyao.errors import UsageError
from huiyao.render.labels import Labels
from huiyao.render.tables import Column, Row, Table, Value, text

# What a sheet holds at most, as Excel says.
_ROWS = 1_048_576
_CHARACTERS = 32_767
_OPTIONS = {
    # Rows go to a file as they come: memory does not grow with the reports.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class Book:
    """A spreadsheet that is being written. `finish` completes it."""

    def __init__(self, tables: Sequence[Table], out: BinaryIO, *, labels: Labels) -> None:
        from xlsxwriter import Workbook

        self._labels = labels
        self._book = Workbook(out, _OPTIONS)
        # The same reports give the same bytes.
        self._book.set_properties({"created": datetime(2000, 1, 1)})
        heading = self._book.add_format({"bold": True, "bottom": 1, "bg_color": "#E7EEF5"})
        self._wrapped = self._book.add_format({"valign": "top", "text_wrap": True})
        self._plain = self._book.add_format({"valign": "top"})
        self._date = self._book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
        self._number = self._book.add_format({"valign": "top", "num_format": "#,##0.####"})
        self._tables = {table.name: table for table in tables}
        self._counts = dict.fromkeys(self._tables, 0)
        self._sheets: dict[str, Any] = {}
        for table in tables:
            sheet = self._sheets[table.name] = self._book.add_worksheet(labels(f"section.{table.name}"))
            sheet.freeze_panes(1, 0)
            for number, column in enumerate(table.columns):
                sheet.set_column(number, number, column.width)
                sheet.write_string(0, number, labels(f"column.{column.label or column.name}"), heading)

    def add(self, name: str, rows: Iterable[Row]) -> None:
        """Writes rows to the sheet of a table. Raises UsageError when they are more than a sheet can hold."""
        table = self._tables[name]
        for row in rows:
            self._counts[name] += 1
            if self._counts[name] == _ROWS:
                raise UsageError("these are more facts than a spreadsheet holds", hint="--format csv has no limit")
            for number, column in enumerate(table.columns):
                self._write(self._sheets[name], number, row.get(column.name), column, row=self._counts[name])

    def finish(self) -> None:
        """Completes the file."""
        for name, table in self._tables.items():
            self._sheets[name].autofilter(0, 0, self._counts[name], len(table.columns) - 1)
        self._book.close()

    def _write(self, sheet: Any, number: int, value: Value, column: Column, *, row: int) -> None:
        if value is None:
            return
        if column.kind == "number" and isinstance(value, int | float):
            sheet.write_number(row, number, value, self._number)
            return
        if column.kind == "date" and isinstance(value, str):
            with suppress(ValueError):
                sheet.write_datetime(row, number, date.fromisoformat(value), self._date)
                return
        written = self._text(value, column)[:_CHARACTERS]
        if written:
            sheet.write_string(row, number, written, self._wrapped if column.name == "sentence" else self._plain)

    def _text(self, value: Value, column: Column) -> str:
        if column.kind == "flag":
            return self._labels("yes" if value else "no")
        if column.kind == "code":
            codes = value if isinstance(value, list) else [value]
            return self._labels.listed(self._labels(f"{column.codes}.{code}") for code in codes)
        return text(value, column)
