"""Tables as CSV: UTF-8, LF, columns and codes named as in JSON."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from huiyao.render.tables import Column, Row, Table, Value, text

# A spreadsheet takes a cell that begins so for a formula (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = tuple("=+-@＝＋－＠")
_MARK = "\ufeff"


class Sheet:
    """A table that is being written; with `mark`, which spreadsheets want, a byte order mark stands before it."""

    def __init__(self, table: Table, out: TextIO, *, mark: bool) -> None:
        if mark:
            out.write(_MARK)
        self._columns = table.columns
        self._writer = csv.writer(out, lineterminator="\n")
        self._writer.writerow(column.name for column in table.columns)

    def add(self, rows: Iterable[Row]) -> None:
        """Writes rows."""
        self._writer.writerows([_cell(row.get(column.name), column) for column in self._columns] for row in rows)


def _cell(value: Value, column: Column) -> str:
    """A cell; one that a spreadsheet would calculate begins with an apostrophe, which makes it text."""
    written = text(value, column)
    return f"'{written}" if isinstance(value, str | list) and written.startswith(_FORMULA) else written
