"""PDF with text in it: paragraphs put together from lines, tables row by row, running heads left out."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from huiyao.errors import InputError
from huiyao.read.content import Content

if TYPE_CHECKING:
    from pdfplumber.page import Page

MEDIA_TYPE = "application/pdf"

_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/,，共]+\s*\d{1,4}\s*页?)?[-—–·\s]*")
_EDGE_LINES = 2
# Lines that a gutter parts, and a column's width in signs: fewer are those of a list or a table.
_FEWEST_LINES, _NARROWEST = 5, 8
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line or a table's row with its place on the page, in points from the upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    is_row: bool = False
    gaps: tuple[tuple[float, float], ...] = ()

    @property
    def size(self) -> float:
        return self.bottom - self.top

    def parted_at(self, x: float) -> tuple[float, float] | None:
        """The gap among the line's signs that lies at x."""
        return next((gap for gap in self.gaps if gap[0] < x < gap[1]), None)


def read(data: bytes, path: str) -> Content:
    """The text of a document. Raises InputError for a scan, a locked or a damaged one, and without pdfplumber."""
    try:
        import pdfplumber
    except ImportError:
        raise InputError(
            f"{path} is a PDF, and pdfplumber is missing", code="unsupported", hint="run pip install pdfplumber"
        ) from None
    # It tells of each oddity in a font that it then gets over.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            pages = [_page(page) for page in document.pages]
    except Exception as error:  # what pdfminer raises depends on what it meets in the file
        if "Password" in f"{type(error).__name__} {error!r}":
            raise InputError(f"{path} is locked by a password", code="locked", hint="save it without one") from None
        raise InputError(
            f"{path} is a damaged PDF: {error or type(error).__name__}", code="damaged", hint="print it to a PDF anew"
        ) from None
    if not any(pages):
        raise InputError(f"{path} has no text: it is a scan", code="no_text", hint="recognize its text (OCR) first")
    return Content("\n".join(_paragraphs(_without_heads(pages))), MEDIA_TYPE)


def _page(page: Page) -> list[_Line]:
    """The lines and table rows of a page, column by column."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and len(table.rows[0].cells) > 1]
    boxes = [table.bbox for table in tables]
    rest = page.filter(lambda sign: not any(_holds(box, sign) for box in boxes)) if boxes else page
    rows: list[_Line] = []
    for table in tables:
        left, top, right, bottom = table.bbox
        for cells in table.extract():
            text = "\t".join("".join((cell or "").split("\n")).replace("\t", " ") for cell in cells)
            if text.strip():
                rows.append(_Line(text, left, right, top, bottom, is_row=True))
    return list(_columns(rest, rows))


def _columns(page: Page, rows: Sequence[_Line]) -> Iterator[_Line]:
    """The lines and rows of a part of a page: where a gutter parts it, those left of it come first.

    What stands across the gutter, such as a heading, comes between what is above and what is below it. A column's
    lines are told as if they stood in the leftmost one, so that a paragraph goes on from one to the next.
    """
    x0, y0, x1, y1 = page.bbox
    inside = [row for row in rows if x0 <= (row.left + row.right) / 2 <= x1 and y0 <= (row.top + row.bottom) / 2 <= y1]
    lines = [
        _Line(
            line["text"],
            line["x0"],
            line["x1"],
            line["top"],
            line["bottom"],
            gaps=tuple((a["x1"], b["x0"]) for a, b in pairwise(line["chars"]) if b["x0"] - a["x1"] > a["size"]),
        )
        for line in page.extract_text_lines(x_tolerance_ratio=0.6)
        if line["text"].strip()
    ]
    found = sorted((*lines, *inside), key=lambda line: line.top)
    gutter = _gutter(lines)
    if gutter is None:
        yield from found
        return
    for across, band in groupby(found, key=lambda line: line.left < gutter < line.right and not line.parted_at(gutter)):
        part = list(band)
        if across:
            yield from part
            continue
        top, bottom = min(line.top for line in part), max(line.bottom for line in part)
        left = list(_columns(page.within_bbox((x0, top, gutter, bottom), strict=False), inside))
        right = list(_columns(page.within_bbox((gutter, top, x1, bottom), strict=False), inside))
        yield from left
        shift = min(line.left for line in right) - min(line.left for line in left) if left and right else 0
        yield from (replace(line, left=line.left - shift, right=line.right - shift) for line in right)


def _gutter(lines: Sequence[_Line]) -> float | None:
    """Where a gap parts most lines into two that fill their columns; cells of a table, which do not, are no columns."""
    middles = [(start + end) / 2 for line in lines for start, end in line.gaps]
    x = max(middles, key=lambda x: sum(line.parted_at(x) is not None for line in lines), default=0.0)
    parted = [(line, gap) for line in lines if (gap := line.parted_at(x))]
    if len(parted) < _FEWEST_LINES or len(parted) * 2 < len(lines):
        return None
    size = median(line.size for line, _ in parted)
    ends, starts = max(gap[0] for _, gap in parted), min(gap[1] for _, gap in parted)
    left, right = min(line.left for line, _ in parted), max(line.right for line, _ in parted)
    full = sum(ends - gap[0] < 2 * size and right - line.right < 2 * size for line, gap in parted)
    wide = min(ends - left, right - starts) > _NARROWEST * size
    return (ends + starts) / 2 if wide and full * 2 > len(parted) and ends < starts else None


def _holds(box: tuple[float, float, float, float], sign: dict[str, float]) -> bool:
    left, top, right, bottom = box
    middle = (sign["top"] + sign["bottom"]) / 2
    return left <= (sign["x0"] + sign["x1"]) / 2 <= right and top <= middle <= bottom


def _without_heads(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """The pages without page numbers and without the lines that most of them have at their edges."""
    edges = Counter(text for page in pages for text in {_pattern(line) for line in _edge(page)})
    often = {text for text, count in edges.items() if len(pages) > 2 and count * 5 >= len(pages) * 3}
    kept: list[list[_Line]] = []
    for page in pages:
        edge = _edge(page)
        kept.append(
            [
                line
                for line in page
                if line not in edge or not (_pattern(line) in often or _PAGE_NUMBER.fullmatch(line.text))
            ]
        )
    return kept


def _edge(page: Sequence[_Line]) -> list[_Line]:
    down = sorted(page, key=lambda line: line.top)
    return [line for line in (*down[:_EDGE_LINES], *down[-_EDGE_LINES:]) if not line.is_row]


def _pattern(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> Iterator[str]:
    """The paragraphs: a line goes on in the next if it is full and the next not indented, set apart, or a row."""
    whole = [line for page in pages for line in page]
    running = [line for line in whole if not line.is_row]
    if not running:
        yield from (line.text for line in whole)
        return
    size = median(line.size for line in running)
    left = median(sorted(line.left for line in running)[: max(1, len(running) // 2)])
    right = sorted(line.right for line in running)[-max(1, len(running) // 10)]
    gaps = [b.top - a.top for page in pages for a, b in pairwise(page) if not a.is_row and b.top > a.top]
    usual = median(gaps) if gaps else size
    text, before = "", None
    for line in whole:
        goes_on = (
            before is not None
            and not (before.is_row or before.gaps)
            and not (line.is_row or line.gaps)
            and before.right > right - 1.5 * size
            and line.left < left + 0.8 * size
            and line.top - before.top < 1.4 * usual
            and abs(line.size - before.size) < 0.2 * size
        )
        if text and not goes_on:
            yield text
            text = ""
        text += (" " if text and _LATIN.match(text[-1]) and _LATIN.match(line.text) else "") + line.text
        before = line
    if text:
        yield text
