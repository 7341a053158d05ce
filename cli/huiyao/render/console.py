"""The terminal, or what stands in its place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TextIO

from huiyao.render.layout import Text

if TYPE_CHECKING:
    from rich.console import Console

_PIPED_WIDTH = 80
# With one of these in the environment rich may take for a terminal what is none.
_FORCED = frozenset(("FORCE_COLOR", "TTY_COMPATIBLE"))


class Pipe:
    """What takes lines where there is no terminal: without styles, and without loading rich."""

    def __init__(self, file: TextIO, width: int) -> None:
        self.width = width
        self._file = file

    def print(self, line: Text | str = "") -> None:
        """Writes a line."""
        print(line, file=self._file, flush=True)


def console(file: TextIO) -> Console | Pipe:
    """A console for lines that are already laid out. NO_COLOR, FORCE_COLOR and COLUMNS are heeded.

    A file that is no terminal is 80 cells wide, so that what is piped does not depend on the window.
    """
    if not file.isatty() and _FORCED.isdisjoint(os.environ):
        columns = os.environ.get("COLUMNS", "")
        return Pipe(file, int(columns) if columns.isdigit() else _PIPED_WIDTH)
    from rich.console import Console

    fixed = None if file.isatty() or "COLUMNS" in os.environ else _PIPED_WIDTH
    return Console(file=file, width=fixed, markup=False, highlight=False, emoji=False, soft_wrap=True)
