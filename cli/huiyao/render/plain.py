"""Text that only shows and never acts, whatever a report or a file's name holds."""

from __future__ import annotations

import json
import re
from typing import Any

# The categories Cc, Cf, Cs, Zl and Zp of Unicode: they move the cursor, turn the direction of writing, or hide.
# JSON escapes those before the space by itself.
_REST = (
    "\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_ACTING = re.compile(f"[\x00-\x1f{_REST}]")
_ACTING_IN_JSON = re.compile(f"[{_REST}]")


def plain(text: str) -> str:
    """One line of text in which each character that could act on a terminal is shown instead: ESC as ␛."""
    return _ACTING.sub(_picture, text)


def dumps(document: Any, *, indent: int | None = None) -> str:
    """A document as JSON in which such characters are written \\uXXXX: the same data, harmless on a terminal."""
    separators = None if indent else (",", ":")
    text = json.dumps(document, ensure_ascii=False, indent=indent, separators=separators)
    return _ACTING_IN_JSON.sub(_escape, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def _escape(found: re.Match[str]) -> str:
    pair = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{pair[i]:02x}{pair[i + 1]:02x}" for i in range(0, len(pair), 2))
