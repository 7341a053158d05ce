"""Lines that a mail or a printed page broke at one width, put together again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change
from huiyao.normalize.punctuation import GAP, HAN

_LINE = patterns.compile(r"[^\n]+")
# So many lines are broken at the width, and so much narrower each may be; so narrow are lines that are no prose.
_FEWEST, _SLACK, _NARROW = 3, 6, 30
# Of all lines of prose hardly any is longer.
_LONGER = 0.05
_STOP = "。！？；：!?;:…”』」）)】"
_GOES_ON = patterns.compile(rf"[{HAN}\d“‘「『《（(A-Za-z]")
_NEW = patterns.compile(
    rf"[{GAP}]{{2,}}|\u3000|[（(]?(?:[一二三四五六七八九十]{{1,3}}|\d{{1,3}})[)）、.．]|第[一二三四五六七八九十]{{1,3}}[章条节款]|[一二三四五]是|[-•·●◆▲※]"
    rf"|[{HAN}]{{2,8}}[：:]"
)
_PROSE = patterns.compile(r"[，、。；：]")
_EDGES = GAP + "\u3000"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's place, without the spaces around it, its text as it stands, and its width in columns."""

    start: int
    end: int
    text: str
    width: int


def changes(text: str, _: Lexicon) -> Iterator[Change]:
    """Takes out each break, with the spaces beside it, by which a line goes on in the next."""
    lines = [_line(found.start(), found.group()) for found in _LINE.finditer(text)]
    width = _broken_at(lines)
    if width is None:
        return
    for line, below in pairwise(lines):
        full = width - _SLACK <= line.width <= width
        if full and text.count("\n", line.end, below.start) == 1 and _goes_on(text, line, below):
            yield Change(line.end, below.start, "", "wrap")


def _line(start: int, text: str) -> _Line:
    bare = text.strip(_EDGES)
    lead = text.find(bare) if bare else 0
    return _Line(start + lead, start + lead + len(bare), text, _columns(text.rstrip(_EDGES)))


def _columns(text: str) -> int:
    # GBK has a byte for a column.
    return len(text.encode("gbk", "replace"))


def _broken_at(lines: list[_Line]) -> int | None:
    """The width at which a text's lines are broken, in columns; None where they are not."""
    prose = sorted(line.width for line in lines if line.width >= _NARROW and _PROSE.search(line.text))
    if len(prose) < _FEWEST:
        return None
    width = prose[-1 - int(len(prose) * _LONGER)]
    full = sum(width - _SLACK <= each <= width for each in prose)
    return width if full >= max(_FEWEST, len(prose) // 3) else None


def _goes_on(text: str, line: _Line, below: _Line) -> bool:
    return (
        text[line.end - 1 : line.end] not in _STOP
        and not _NEW.match(below.text)
        and _GOES_ON.match(text, below.start) is not None
    )
