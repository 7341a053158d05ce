"""Dashes: - in a range of figures or days, — alone between words, —— where the sense breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change
from huiyao.normalize.punctuation import GAP, HAN

_LONG = "—―─━–"
_RUN = patterns.compile(rf"[{_LONG}－‐‑‒−﹣~-]+")
_BETWEEN_WORDS = patterns.compile(rf"(?<=[{HAN}”》）])--(?=[{HAN}“《（])")
# A range's first part ends in a figure or in what a figure is counted in; its second begins with a figure.
_FIRST = patterns.compile(r"[\d%‰℃年月日号时点分届期岁人元万亿余多]")
_SECOND = patterns.compile(rf"[{GAP}]?(?:[\d+¥]|第\d)")


def changes(text: str, _: Lexicon) -> Iterator[Change]:
    """Puts each run of dashes into the form that its place asks for."""
    for found in _RUN.finditer(text):
        yield Change(*found.span(), _form(text, found), "width")


def _form(text: str, run: re.Match[str]) -> str:
    sign, (start, end) = run[0], run.span()
    if len(sign) > 1:
        is_dash = _BETWEEN_WORDS.match(text, start) if "-" in sign else "~" not in sign
        return "—" * len(sign) if is_dash else sign
    before = text[max(0, start - 2) : start].rstrip()[-1:]
    if _FIRST.match(before) and _SECOND.match(text, end):
        return "-"
    return "—" if sign in _LONG else "~" if sign == "~" else "-"
