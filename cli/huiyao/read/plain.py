"""Plain text."""

from __future__ import annotations

from huiyao.errors import InputError

_BOM = b"\xef\xbb\xbf"


def decode(data: bytes, path: str, *, encoding: str | None = None) -> tuple[str, str]:
    """The text of the bytes, line ends as they are and without a byte order mark, and the encoding's name.

    Raises InputError when they are no text, or none in that encoding.
    """
    if b"\0" in data:
        raise InputError(f"{path} is not a text but binary data", hint="save the report as a text file")
    name = encoding or "utf-8"
    try:
        return data.removeprefix(_BOM).decode(name), name
    except LookupError:
        raise InputError(
            f"there is no encoding {name}", hint="utf-8, gb18030 and big5 are some that there are"
        ) from None
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not {name}: byte {error.start} does not fit", hint="name its encoding, or save it as UTF-8"
        ) from None
