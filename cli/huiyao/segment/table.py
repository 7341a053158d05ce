"""Which lines are rows of a table, and what their cells are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from huiyao import patterns
from huiyao.records import BlockKind
from huiyao.segment.lines import Line
from huiyao.text import Span

_LONGEST_ROW, _LONGEST_CELL, _SHORT_CELL = 200, 40, 12
# a cell's border that the page's own table has left
_BORDER = patterns.compile(r"[ \t\u3000\xa0]*[|｜][ \t\u3000\xa0]*")
_SENTENCE = patterns.compile(r"[。；;]")
_WIDE_GAP = patterns.compile(r"\t+|[ \u3000\xa0]*\u3000[ \u3000]*|[ \xa0]{2,}")
_GAP = patterns.compile(r"[ \t\u3000\xa0]+")
_NUMBER = patterns.compile(r"^[-—–+±]?\d[\d,，.]*(?:[%％]|[万亿]?[元家个人名次场项票股]?)$|^[—–-]+$")
_NO_ROW = patterns.compile(r"[。！？；：:!?;]|，(?!\d{3})|, |\d\s+[年月日]|[.．]$|^[（(].*[）)]$|^附?[表图]\s*\d?")
# One character, a gap, one character: a short name spread to the width of longer ones.
_SPREAD = patterns.compile(r"(?<!\S)[\u4e00-\u9fff]\s+[\u4e00-\u9fff](?!\S)")


def rows(
    lines: Sequence[Line], looks: Sequence[BlockKind | None], headers: frozenset[str]
) -> Mapping[int, tuple[Span, ...]]:
    """For each row its cells: neighbouring lines of several cells, or one line with many short ones.

    `headers` are words that head a table's columns.
    """
    cells = [() if look == "heading" else _cells(line) for line, look in zip(lines, looks, strict=True)]
    found: dict[int, tuple[Span, ...]] = {}
    for tabular, group in groupby(range(len(lines)), key=lambda i: len(cells[i]) > 1):
        run = list(group)
        if tabular and _is_table([[_text(lines[i], cell) for cell in cells[i]] for i in run], headers):
            found.update((i, cells[i]) for i in run)
    return found


def _cells(line: Line) -> tuple[Span, ...]:
    text = line.text
    borders = len(_BORDER.findall(text))
    bordered = borders > 0
    if len(text) > _LONGEST_ROW or (_SENTENCE if borders > 1 else _NO_ROW).search(text):
        return ()
    gap = _BORDER if bordered else _WIDE_GAP if _WIDE_GAP.search(text) else _GAP
    cells: list[Span] = []
    start = 0
    for found in gap.finditer(text):
        if not _SPREAD.match(text, found.start() - 1):
            cells.append(Span(start, found.start()))
            start = found.end()
    cells.append(Span(start, len(text)))
    cells = [cell for cell in cells if len(cell)] if bordered else cells
    if max(map(len, cells)) > _LONGEST_CELL:
        return ()
    return tuple(cell.shift(line.span.start) for cell in cells)


def _text(line: Line, cell: Span) -> str:
    return line.text[cell.start - line.span.start : cell.end - line.span.start]


def _is_table(run: Sequence[Sequence[str]], headers: frozenset[str]) -> bool:
    if len(run) == 1:
        return len(run[0]) >= 4 and max(map(len, run[0])) <= _SHORT_CELL
    if any(headers & set(cells) for cells in run[:2]):
        return True
    numeric = [i for i, cells in enumerate(run) if any(map(_NUMBER.match, cells))]
    if numeric and numeric[0] <= 2 and len(numeric) * 2 >= len(run) - numeric[0] and max(map(len, run)) >= 3:
        return True
    counts = [len(cells) for cells in run]
    return len(run) >= 3 and min(counts) == max(counts) >= 3
