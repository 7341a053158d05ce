"""Spreadsheets and CSV: a line for each row, its cells parted by tabs."""

from __future__ import annotations

import csv
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

from huiyao.errors import InputError
from huiyao.read import encoding as encodings
from huiyao.read.content import Content

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
}

_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml")
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
# All cells up to a sheet's last one are held in memory: a single sign in the far corner makes 17 thousand million.
_MOST_CELLS = 5_000_000
_LARGEST_PART = 100_000_000


def read_workbook(data: bytes, path: str, media_type: str) -> Content:
    """The visible sheets of a workbook (.xlsx, .xls, .ods), the names of several above their rows."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        if media_type == MEDIA_TYPES["xlsx"] and not _is_of_use(data):
            raise InputError(f"{path} is larger than a report can be", code="too_large", hint="save its text alone")
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        shown = [
            each.name
            for each in workbook.sheets_metadata
            if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible
        ]
        sheets = [(name, list(_lines(workbook.get_sheet_by_name(name).to_python()))) for name in shown]
    except (CalamineError, BadZipFile, zlib.error, RuntimeError, ValueError, OSError) as error:
        raise InputError(
            f"{path} is a damaged workbook: {error}", code="damaged", hint="open it in Excel and save it anew"
        ) from None
    sheets = [(name, lines) for name, lines in sheets if lines]
    parts = [line for name, lines in sheets for line in ((name, *lines) if len(sheets) > 1 else lines)]
    return Content("\n".join(parts), media_type)


def _is_of_use(data: bytes) -> bool:
    """Whether the sheets of a workbook (.xlsx) are as large as those that people fill."""
    with ZipFile(BytesIO(data)) as archive:
        sheets = [part for part in archive.infolist() if _SHEET.fullmatch(part.filename)]
        return all(part.file_size <= _LARGEST_PART and _cells(archive.read(part)) <= _MOST_CELLS for part in sheets)


def _cells(sheet: bytes) -> int:
    """How many cells a sheet has up to its last row and column."""
    places = _PLACE.findall(sheet)
    columns = {column for column, _ in places}
    width = max((sum((sign - 64) * 26**i for i, sign in enumerate(reversed(column))) for column in columns), default=0)
    return width * max((int(row) for _, row in places), default=0)


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
