"""Word documents (.docx): headers, paragraphs with their automatic numbers, tables row by row, footnotes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from huiyao.errors import InputError
from huiyao.read.content import Content
from huiyao.read.numbering import Numbering, W

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNREAD = frozenset((f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{_MC}Fallback"))
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PAGE_NUMBER = re.compile(r"[\W\d]*(?:第?[\W\d]*页[\W\d]*(?:共[\W\d]*页)?)?[\W\d]*")
_WANTED = re.compile(r"word/(?:document|numbering|styles|header\d*|footnotes|endnotes)\.xml")
# A part that unpacks to more is no report but an attempt to fill the memory.
_LARGEST_PART = 100_000_000


def read(data: bytes, path: str) -> Content:
    """The text of a document. Raises InputError for a damaged one."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = {name: _part(archive, name, path) for name in archive.namelist() if _WANTED.fullmatch(name)}
        return Content("\n".join(_text(parts)), MEDIA_TYPE)
    except (BadZipFile, zlib.error, ElementTree.ParseError, EOFError, ValueError, OSError, RuntimeError) as error:
        raise InputError(
            f"{path} is a damaged Word document: {error}", code="damaged", hint="open it in Word and save it anew"
        ) from None


def _text(parts: Mapping[str, ElementTree.Element]) -> Iterator[str]:
    """The lines of a document: those of its headers once, its own, its notes."""
    numbering = Numbering(parts.get("word/numbering.xml"), parts.get("word/styles.xml"))
    heads = [line for name in sorted(parts) if "header" in name for line in _lines(parts[name], numbering)]
    yield from dict.fromkeys(line for line in heads if not _PAGE_NUMBER.fullmatch(line))
    yield from _lines(parts["word/document.xml"], numbering)
    for name in sorted(parts):
        if "notes" in name:
            yield from _lines(parts[name], numbering)


def _part(archive: ZipFile, name: str, path: str) -> ElementTree.Element:
    if archive.getinfo(name).file_size > _LARGEST_PART:
        raise InputError(f"{path} is larger than a report can be", code="too_large", hint="save its text alone")
    return ElementTree.fromstring(archive.read(name))


def _lines(element: ElementTree.Element, numbering: Numbering) -> Iterator[str]:
    """The lines of a part or of a cell: one a paragraph, one a table's row."""
    for child in element:
        if child.tag == f"{W}p":
            yield from _paragraph(child, numbering).split("\n")
        elif child.tag == f"{W}tbl":
            yield from _rows(child, numbering)
        elif child.tag not in _UNREAD:
            yield from _lines(child, numbering)


def _paragraph(paragraph: ElementTree.Element, numbering: Numbering) -> str:
    text = "".join(_runs(paragraph, numbering)).strip(" \t\n")
    return numbering.label(paragraph) + text if text else ""


def _runs(element: ElementTree.Element, numbering: Numbering) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{W}txbxContent":
            yield "\n" + "\n".join(_lines(child, numbering)) + "\n"
        elif child.tag not in _UNREAD:
            yield from _runs(child, numbering)


def _rows(table: ElementTree.Element, numbering: Numbering) -> Iterator[str]:
    """A table's rows, cells parted by tabs; a cell that is merged with the one above says the same again."""
    above: dict[int, str] = {}
    for row in table.iter(f"{W}tr"):
        cells: list[str] = []
        column = 0
        for cell in row.findall(f"{W}tc"):
            text = " ".join(filter(None, _lines(cell, numbering))).replace("\t", " ")
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(f"{W}val") != "restart":
                text = above.get(column, "")
            above[column] = text
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            column += int(span.get(f"{W}val", "1")) if span is not None else 1
            cells.append(text)
        if any(cells):
            yield "\t".join(cells)
