"""What a file is: by its first bytes, and by its name only where the bytes leave it open."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import PurePath
from typing import Literal

from huiyao import patterns
from huiyao.errors import InputError

Kind = Literal["plain", "html", "docx", "pdf", "xlsx", "xls", "ods", "csv", "mail"]

_HEAD = 4096
# Patterns for bytes that were decoded as Latin-1, in ASCII's sense of \s, \b and small letters.
_PAGE = patterns.compile(
    r"(?ais)(?:(?:<\?xml[^>]*>|<!--.*?-->)\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p)\b"
)
_MAIL = patterns.compile(
    r"(?ai)(?:[A-Za-z-]{2,40}:[ \t][^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?(?:MIME-Version|Content-Type):[ \t]"
)
_ZIPPED: dict[str, Kind] = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsx"}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_BY_NAME: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "csv",
    ".tsv": "csv",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
}
_OFFICE = "open it in Word, WPS or LibreOffice and save it as .docx"
_IMAGE = "recognize its text (OCR) first"
_ARCHIVE = "unpack it first"
# What cannot be read, by its first bytes.
_UNREADABLE = (
    (patterns.compile(r"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an old Word or WPS document", _OFFICE),
    (patterns.compile(r"\{\\rtf"), "a document in rich text (RTF)", _OFFICE),
    (
        patterns.compile(r"(?s)\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF....WEBP|....ftypheic"),
        "an image",
        _IMAGE,
    ),
    (patterns.compile(r"\x1f\x8b|Rar!|7z\xbc\xaf|BZh|\xfd7zXZ"), "an archive", _ARCHIVE),
)


def of(data: bytes, path: str) -> Kind:
    """The kind of a file. Raises InputError, saying what to do, for one that cannot be read."""
    head = data[:_HEAD]
    suffix = PurePath(path).suffix.lower()
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data, path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if suffix in (".xls", ".et") and head.startswith(b"\xd0\xcf\x11\xe0"):
        return "xls"
    first = head.decode("latin-1")
    for pattern, what, hint in _UNREADABLE:
        if pattern.match(first):
            raise InputError(f"{path} is {what}", code="unsupported", hint=hint)
    # A page in UTF-16 looks the same without its zeros.
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").decode("latin-1")
    if _PAGE.match(text):
        return "html"
    if _MAIL.match(text):
        return "mail"
    return _BY_NAME.get(suffix, "plain")


def _zipped(data: bytes, path: str) -> Kind:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            mimetype = archive.open("mimetype").read(_HEAD) if "mimetype" in names else b""
    except (BadZipFile, zlib.error, OSError, RuntimeError):
        raise InputError(
            f"{path} is damaged: it ends too early", code="damaged", hint="copy or download it anew"
        ) from None
    for part, kind in _ZIPPED.items():
        if part in names:
            return kind
    if mimetype.strip() == _OPEN_DOCUMENT + b"spreadsheet":
        return "ods"
    if mimetype.startswith(_OPEN_DOCUMENT):
        raise InputError(f"{path} is an OpenDocument text", code="unsupported", hint=_OFFICE)
    if any(name.startswith("ppt/") for name in names):
        raise InputError(f"{path} is a presentation", code="unsupported", hint="save its text as .docx or .pdf")
    raise InputError(f"{path} is an archive", code="unsupported", hint=_ARCHIVE)
