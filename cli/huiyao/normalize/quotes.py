"""Quotation marks: “ ” and, inside them, ‘ ’."""

from __future__ import annotations

from collections.abc import Iterator

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change
from huiyao.normalize.punctuation import IS_HAN, beside_chinese

_CORNER = patterns.compile(r"[「」『』“”\n]")
_LINE = patterns.compile(r"[^\n]+")
# Not the sign of inches or minutes and not an apostrophe.
_DOUBLE = patterns.compile(r"(?<!\d)\"|\"(?=\w)")
_SINGLE = patterns.compile(r"(?<![A-Za-z0-9])'|'(?![A-Za-z0-9])")
_CURVED = patterns.compile(r"[“”]")


def corners(text: str, _: Lexicon) -> Iterator[Change]:
    """Puts 「 」 and 『 』 as “ ”, inside another quotation as ‘ ’."""
    depth = 0
    for found in _CORNER.finditer(text):
        sign = found[0]
        if sign == "\n":
            depth = 0
        elif sign in "“「":
            depth += 1
        elif sign in "”」":
            depth = max(0, depth - 1)
        if sign in "「」":
            yield Change(*found.span(), "“" if sign == "「" else "”", "width")
        elif sign in "『』":
            opened, closed = "‘’" if depth else "“”"
            yield Change(*found.span(), opened if sign == "『" else closed, "width")


def pairs(text: str, _: Lexicon) -> Iterator[Change]:
    """Puts straight marks, paired in the order of their line, as curved ones around and beside Chinese words."""
    if '"' not in text and "'" not in text:
        return
    beside = {found.start() for sign in (_DOUBLE, _SINGLE) for found in beside_chinese(text, sign)}
    places: dict[int, str] = {}
    for line in _LINE.finditer(text):
        for sign, (opened, closed) in ((_DOUBLE, "“”"), (_SINGLE, "‘’")):
            marks = [found.start() for found in sign.finditer(text, *line.span())]
            for start, end in zip(marks[::2], marks[1::2], strict=False):
                if start in beside or end in beside or IS_HAN.search(text, start, end):
                    places |= {start: opened, end: closed}
    for at in sorted(places):
        yield Change(at, at + 1, places[at], "width")


def turned(text: str, _: Lexicon) -> Iterator[Change]:
    """Turns every other mark of a line that has an even number of them, all of one kind, as in ”两山”理念."""
    if "“" not in text and "”" not in text:
        return
    for line in _LINE.finditer(text):
        signs = list(_CURVED.finditer(text, *line.span()))
        if len(signs) % 2 == 0 and len({sign[0] for sign in signs}) == 1:
            for i, sign in enumerate(signs):
                yield Change(*sign.span(), "“”"[i % 2], "width")
