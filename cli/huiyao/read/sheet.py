"""Spreadsheets and CSV: a line for each row, its cells parted by tabs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO

from huiyao.errors import InputError
from huiyao.read import encoding as encodings
from huiyao.read.content import Content

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
}


def read_workbook(data: bytes, path: str, media_type: str) -> Content:
    """The visible sheets of a workbook (.xlsx, .xls, .ods), the names of several above their rows."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        shown = [
            each.name
            for each in workbook.sheets_metadata
            if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible
        ]
        sheets = [(name, list(_lines(workbook.get_sheet_by_name(name).to_python()))) for name in shown]
    except (CalamineError, ValueError, OSError) as error:
        raise InputError(
            f"{path} is a damaged workbook: {error}", code="damaged", hint="open it in Excel and save it anew"
        ) from None
    sheets = [(name, lines) for name, lines in sheets if lines]
    parts = [line for name, lines in sheets for line in ((name, *lines) if len(sheets) > 1 else lines)]
    return Content("\n".join(parts), media_type)


def read_csv(data: bytes, path: str, *, encoding: str | None = None) -> Content:
    """The rows of a CSV or TSV file, whichever of , ; tab | parts its cells."""
    text, name = encodings.decode(data, path, encoding=encoding)
    sample = text[:10_000]
    delimiter = max(",\t;|", key=sample.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        return Content("\n".join(_lines(rows)), MEDIA_TYPES["csv"], name)
    except csv.Error as error:
        raise InputError(
            f"{path} is no CSV file: {error}", code="damaged", hint="save it from the spreadsheet anew"
        ) from None


def _lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    for row in rows:
        cells = [_written(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield "\t".join(cells)


def _written(cell: object) -> str:
    """A cell as a person would write it: 3 for 3.0, days without midnight."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return " ".join(str(cell).split())
