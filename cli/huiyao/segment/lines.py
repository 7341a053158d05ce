"""The lines of a text, and what a line is by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.segment.sentences import trimmed
from huiyao.text import Span

EDGES = " \t\u3000\xa0|｜"
_LINE = patterns.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_PROSE = patterns.compile(r"[。！？；!?;]|[\u4e00-\u9fff）)][.．](?=\s|$)")


class Line(NamedTuple):
    """A line, or a piece of one, without the spaces around it."""

    span: Span
    text: str


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that are not blank."""
    for found in _LINE.finditer(text):
        line = line_at(text, Span(*found.span()))
        if line.text:
            yield line


def line_at(text: str, span: Span) -> Line:
    """What stands at a span, without the spaces around it."""
    span = trimmed(text, span, EDGES)
    return Line(span, text[span.slice])


def is_prose(text: str) -> bool:
    """Whether a line is running text rather than a title, a heading or a cell."""
    return len(text) > 90 or (len(text) > 24 and _PROSE.search(text) is not None)


def is_imprint(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says when, where or by whom the report came out, or is a bare date."""
    return _imprint(lexicon).search(text) is not None


@lru_cache(maxsize=4)
def _imprint(lexicon: Lexicon) -> re.Pattern[str]:
    labels = f"{lexicon.alternation('imprint')}|{lexicon.alternation('layout', kind='label')}"
    dates = (
        r"^\W*\d{2,4}[-年/.]\s?\d{1,2}[-月/.]\s?\d{1,2}",
        r"\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\W*$",
        r"^二[〇○零]",
    )
    return patterns.compile(rf"(?:{labels})[^，。：:]{{0,4}}[：:]|{'|'.join(dates)}|^[（(].*[）)]$|〔\d{{4}}〕")
