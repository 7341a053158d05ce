"""Quotation marks: “ ” and, inside them, ‘ ’."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change
from huiyao.normalize.punctuation import CJK

_CORNER = re.compile(r"[「」『』“”\n]")
_PAIR = re.compile(
    rf"(?<![A-Za-z0-9])\"(?=[^\"\n]{{0,200}}[{CJK}])[^\"\n]{{1,200}}\"|(?<=[{CJK}])\"[^\"\n]{{1,200}}\"|(?<![A-Za-z0-9])\"[^\"\n]{{1,200}}\"(?=[{CJK}])"
    rf"|(?<![A-Za-z0-9])'(?=[^'\n]{{0,80}}[{CJK}])[^'\n]{{1,80}}'(?![A-Za-z0-9])"
)
_LINE = re.compile(r"[“”].*")
_CURVED = re.compile(r"[“”]")


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
            single = depth > 0
            yield Change(*found.span(), ("‘" if single else "“") if sign == "『" else "’" if single else "”", "width")


def pairs(text: str, _: Lexicon) -> Iterator[Change]:
    """Puts straight marks in pairs around or beside Chinese characters as curved ones."""
    for found in _PAIR.finditer(text):
        opened, closed = "“”" if found[0][0] == '"' else "‘’"
        yield Change(found.start(), found.start() + 1, opened, "width")
        yield Change(found.end() - 1, found.end(), closed, "width")


def turned(text: str, _: Lexicon) -> Iterator[Change]:
    """Turns every other mark of a line that has an even number of them, all of one kind, as in ”两山”理念."""
    for line in _LINE.finditer(text):
        signs = list(_CURVED.finditer(text, *line.span()))
        if len(signs) % 2 == 0 and len({sign[0] for sign in signs}) == 1:
            for i, sign in enumerate(signs):
                yield Change(*sign.span(), "“”"[i % 2], "width")
