"""Signs that print nothing: controls, direction marks, private use. Line ends of any kind become one line feed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change

_SIGNS = re.compile(
    r"(?P<line>\r\n?|[\x0b\x0c\x85\u2028\u2029])"
    r"|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ud800-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U0010ffff]+"
)


def changes(text: str, _: Lexicon) -> Iterator[Change]:
    """Takes out what prints nothing."""
    for found in _SIGNS.finditer(text):
        yield Change(found.start(), found.end(), "\n" if found["line"] else "", "control")
