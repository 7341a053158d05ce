"""The terminal, or what stands in its place."""

from __future__ import annotations

import os
from typing import TextIO

from rich.console import Console

_PIPED_WIDTH = 80


def console(file: TextIO) -> Console:
    """A console for lines that are already laid out. NO_COLOR, FORCE_COLOR and COLUMNS are heeded.

    A file that is no terminal is 80 cells wide, so that what is piped does not depend on the window.
    """
    fixed = None if file.isatty() or "COLUMNS" in os.environ else _PIPED_WIDTH
    return Console(file=file, width=fixed, markup=False, highlight=False, emoji=False, soft_wrap=True)
