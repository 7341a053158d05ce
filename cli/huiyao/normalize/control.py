"""Signs that print nothing: controls, direction marks, private use. Line ends of any kind become one line feed."""

from __future__ import annotations

from collections.abc import Iterator

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change

_LINE = r"\r\n?|[\x0b\x0c\x85\u2028\u2029]"
_CONTROL = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U000e0000-\U000effff"
)
_SIGNS = patterns.compile(rf"(?P<line>{_LINE})|[{_CONTROL}]+")
_PRIVATE = patterns.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]+")


def changes(text: str, _: Lexicon) -> Iterator[Change]:
    """Takes out what prints nothing, and puts one line feed at each line's end."""
    for found in _SIGNS.finditer(text):
        yield Change(*found.span(), "\n" if found["line"] else "", "control")


def private(text: str, _: Lexicon) -> Iterator[Change]:
    """Takes out characters of private use, which `recovery` has still asked for what bytes they were."""
    for found in _PRIVATE.finditer(text):
        yield Change(*found.span(), "", "control")
