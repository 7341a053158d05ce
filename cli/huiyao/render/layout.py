"""Lines and columns for a terminal, in cells: a Chinese character takes two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from rich.cells import cell_len

from huiyao import patterns
from huiyao.render.plain import plain

if TYPE_CHECKING:
    from rich.text import Text as RichText

GAP = 2
_NARROWEST = 8

# A line never begins with a closing mark, nor ends with an opening one, nor parts a number or a Latin word.
_PIECE = patterns.compile(r"\s+|[（《〈「『“‘【\[(]*(?:[0-9A-Za-z.,:%/+-]+|\S)[，。、；：！？）》〉」』”’】\])…%]*")


class Text:
    """A line in parts, each with its style beside that of the whole. `str` leaves the styles out.

    rich, which writes them on a terminal, takes longer to load than a page to lay out: a pipe does without it.
    """

    def __init__(self, text: str = "", style: str = "") -> None:
        self._style = style
        self._parts = [(text, "")]

    def append(self, text: str, style: str = "") -> Self:
        """Adds a part."""
        self._parts.append((text, style))
        return self

    def rstrip(self) -> None:
        """Takes the space from the end."""
        while self._parts:
            text, style = self._parts.pop()
            if text := text.rstrip():
                self._parts.append((text, style))
                return

    def __str__(self) -> str:
        return "".join(text for text, _ in self._parts)

    def __rich__(self) -> RichText:
        from rich.text import Text as RichText

        line = RichText(style=self._style)
        for part in self._parts:
            line.append(*part)
        return line


def wrap(text: str, width: int) -> list[str]:
    """One line of text as the lines, at least one, that fit into `width` cells."""
    lines = [""]
    room = width
    for piece in _PIECE.findall(plain(text)):
        for part in [piece] if cell_len(piece) <= width else piece:
            size = cell_len(part)
            if size > room and lines[-1]:
                lines.append("")
                room = width
            if lines[-1] or not part.isspace():
                lines[-1] += part
                room -= size
    return [line.rstrip() for line in lines]


def paragraph(text: str, *, width: int, indent: int = 0, style: str = "") -> Iterator[Text]:
    """The lines of a text, each indented."""
    for line in wrap(text, max(width - indent, _NARROWEST)):
        yield Text(" " * indent).append(line, style)


class Column(NamedTuple):
    """A column of a table: its widest measure in cells, None for the one that takes what the others leave.

    No capped column takes more than a third of the table.
    """

    cap: int | None
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a table, its style, and how far it is indented within its column."""

    text: str
    style: str = ""
    inset: int = 0


class Grid(NamedTuple):
    """Columns with the measures, in cells, that suit the rows of a table."""

    columns: tuple[Column, ...]
    measures: tuple[int, ...]

    @classmethod
    def fit(cls, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, width: int) -> Grid:
        """The grid for rows that have a cell for each column, in `width` cells altogether."""
        wanted = [
            max((row[i].inset + cell_len(plain(row[i].text)) for row in rows), default=0) for i in range(len(columns))
        ]
        most = max(width // 3, _NARROWEST)
        measures = [w if c.cap is None else min(w, c.cap, most) for w, c in zip(wanted, columns, strict=True)]
        taken = sum(m + GAP for m, c in zip(measures, columns, strict=True) if m and c.cap is not None)
        left = max(width - taken, _NARROWEST)
        fitted = (min(m, left) if c.cap is None else m for m, c in zip(measures, columns, strict=True))
        return cls(tuple(columns), tuple(fitted))

    def lines(self, row: Sequence[Cell], *, indent: int = 0) -> Iterator[Text]:
        """A row as lines; a column without any text takes no room."""
        shown = [(c, m, cell) for c, m, cell in zip(self.columns, self.measures, row, strict=True) if m]
        folded = [wrap(cell.text, max(measure - cell.inset, 1)) for _, measure, cell in shown]
        for number in range(max(map(len, folded), default=0)):
            line = Text(" " * indent)
            for (column, measure, cell), parts in zip(shown, folded, strict=True):
                part = " " * cell.inset + parts[number] if number < len(parts) else ""
                blank = " " * (measure - cell_len(part))
                line.append(blank + part if column.align == "right" else part + blank, cell.style)
                line.append(" " * GAP)
            line.rstrip()
            yield line
