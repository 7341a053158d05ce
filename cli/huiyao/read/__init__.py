"""Bytes to a Report. One module a medium; this one opens files and says what is wrong with them."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from huiyao.errors import InputError
from huiyao.read import encoding as encodings
from huiyao.read import kind
from huiyao.read.content import Content
from huiyao.records import Report
from huiyao.text import LOST


def read(path: str, *, encoding: str | None = None, stdin: BinaryIO | None = None) -> Report:
    """The report in a file; `-` reads `stdin`, by default the process's own.

    `encoding` overrides what the bytes themselves say. Raises InputError, naming the file and what to do, when it is
    missing, unreadable, empty, damaged or of a kind without text.
    """
    return decode(_bytes(path, stdin or sys.stdin.buffer), path, encoding=encoding)


def decode(data: bytes, path: str, *, encoding: str | None = None) -> Report:
    """The report in the bytes of a file; `path` is its name for records and messages. Raises InputError as `read`."""
    if not data.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        raise InputError(f"{path} is empty", code="empty", hint="give a file that holds a report")
    content = _content(data, path, encoding)
    if not content.text.strip():
        raise InputError(f"{path} has no text", code="no_text", hint="give a file that holds a report")
    warnings = content.warnings
    if lost := content.text.count(LOST):
        warnings += (f"not decodable as {content.encoding} and marked {LOST}: {lost}",)
    return Report(path, content.text, sha256(data).hexdigest(), content.media_type, content.encoding, warnings)


def from_text(text: str, *, path: str = "<text>") -> Report:
    """The report in a string; its digest is that of the string's UTF-8 bytes. Raises InputError for an empty one."""
    if not text.strip():
        raise InputError(f"{path} is empty", code="empty", hint="give a text that holds a report")
    return Report(path, text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def _content(data: bytes, path: str, encoding: str | None) -> Content:
    """What a file holds. Each medium's module is loaded for its files only: most of them cost more than a report."""
    found = kind.of(data, path)
    if found == "html":
        from huiyao.read import html

        return html.read(data, path, encoding=encoding)
    if found == "docx":
        from huiyao.read import docx

        return docx.read(data, path)
    if found == "pdf":
        from huiyao.read import pdf

        return pdf.read(data, path)
    if found in ("xlsx", "xls", "ods"):
        from huiyao.read import sheet

        return sheet.read_workbook(data, path, sheet.MEDIA_TYPES[found])
    if found == "csv":
        from huiyao.read import sheet

        return sheet.read_csv(data, path, encoding=encoding)
    if found == "mail":
        from huiyao.read import mail

        return mail.read(data, path, encoding=encoding)
    text, name = encodings.decode(data, path, encoding=encoding)
    return Content(text, "text/plain", name)


def _bytes(path: str, stdin: BinaryIO) -> bytes:
    if path == "-":
        return stdin.read()
    file = Path(path)
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path} does not exist", code="not_found", hint="check the spelling and the folder") from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder", code="unreadable", hint="give the files in it") from None
    except PermissionError:
        if file.is_dir():
            raise InputError(f"{path} is a folder", code="unreadable", hint="give the files in it") from None
        raise InputError(f"{path} may not be read", code="unreadable", hint="check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read: {reason}", code="unreadable", hint="check the name") from None
