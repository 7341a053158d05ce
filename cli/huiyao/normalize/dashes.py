"""Dashes: - in a range of figures or days, — alone between words, —— where the sense breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change
from huiyao.normalize.punctuation import GAP, HAN

_LONG = "—―─━–－"
_SHORT = "‐‑‒−﹣"
_RUN = re.compile(rf"[{_LONG}{_SHORT}~]+|(?<=[{HAN}”》）])--(?=[{HAN}“《（])")
# A range's first part ends in a figure or in what a figure is counted in; its second begins with a figure.
_FIRST = re.compile(r"[\d%‰℃年月日号时点分届期岁人元万亿余多]")
_SECOND = re.compile(rf"[{GAP}]?(?:[\d+¥]|第\d)")


def changes(text: str, _: Lexicon) -> Iterator[Change]:
    """Puts each run of dashes into the form that its place asks for."""
    for found in _RUN.finditer(text):
        sign, (start, end) = found[0], found.span()
        if len(sign) > 1:
            after = sign if "~" in sign else "—" * len(sign)
        elif _in_range(text, start, end):
            after = "-"
        else:
            after = "—" if sign in _LONG and sign != "－" else "~" if sign == "~" else "-"
        yield Change(start, end, after, "width")


def _in_range(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start] if text[start - 1 : start].strip() else text[max(0, start - 2) : start - 1]
    return bool(_FIRST.match(before)) and bool(_SECOND.match(text, end))
