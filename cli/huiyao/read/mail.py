"""Messages and web archives (.eml, .mhtml): their page, or their plain text where there is none."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from huiyao.errors import InputError
from huiyao.read import encoding as encodings
from huiyao.read import html
from huiyao.read.content import Content

MEDIA_TYPE = "message/rfc822"


def read(data: bytes, path: str, *, encoding: str | None = None) -> Content:
    """The body of a message. Raises InputError for one without text or nested too deep."""
    try:
        parts: list[Message] = list(message_from_bytes(data.lstrip()).walk())
    except RecursionError:
        raise InputError(f"{path} is a damaged message", code="damaged", hint="save its text and give that") from None
    for kind in ("text/html", "text/plain"):
        for part in parts:
            payload = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(payload, bytes) and payload.strip():
                declared = part.get_content_charset()
                if kind == "text/html":
                    return html.read(payload, path, encoding=encoding, declared=declared)
                text, name = encodings.decode(payload, path, encoding=encoding, declared=declared)
                return Content(text, MEDIA_TYPE, name)
    raise InputError(f"{path} is a message without text", code="no_text", hint="save its attachment and give that")
