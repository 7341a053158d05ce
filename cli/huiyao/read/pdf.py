"""PDF with text in it: paragraphs put together from lines, tables row by row, running heads left out."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from huiyao.errors import InputError
from huiyao.read.content import Content

if TYPE_CHECKING:
    from pdfplumber.page import Page

MEDIA_TYPE = "application/pdf"

_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/,，共]+\s*\d{1,4}\s*页?)?[-—–·\s]*")
_EDGE_LINES = 2
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

    @property
    def size(self) -> float:
        return self.bottom - self.top


def read(data: bytes, path: str) -> Content:
    """The text of a document. Raises InputError for a scan, a locked or a damaged one, and without pdfplumber."""
    try:
        import pdfplumber
    except ImportError:
        raise InputError(
            f"{path} is a PDF, and pdfplumber is missing", code="unsupported", hint="run pip install huiyao[pdf]"
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
    """The lines and table rows of a page from top to bottom."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and len(table.rows[0].cells) > 1]
    boxes = [table.bbox for table in tables]
    rest = page.filter(lambda sign: not any(_holds(box, sign) for box in boxes)) if boxes else page
    found = [
        _Line(line["text"], line["x0"], line["x1"], line["top"], line["bottom"])
        for line in rest.extract_text_lines(x_tolerance_ratio=0.6, return_chars=False)
        if line["text"].strip()
    ]
    for table in tables:
        left, top, right, bottom = table.bbox
        for cells in table.extract():
            text = "\t".join("".join((cell or "").split("\n")).replace("\t", " ") for cell in cells)
            if text.strip():
                found.append(_Line(text, left, right, top, bottom, is_row=True))
    return sorted(found, key=lambda line: line.top)


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
    return [line for line in (*page[:_EDGE_LINES], *page[-_EDGE_LINES:]) if not line.is_row]


def _pattern(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> Iterator[str]:
    """The paragraphs: a line goes on in the next if it is full and the next is neither indented nor set apart."""
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
            and not before.is_row
            and not line.is_row
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
