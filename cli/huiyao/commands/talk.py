"""What is said to the person at the terminal: on stderr, a line at a time."""

from __future__ import annotations

import os
import sys

from huiyao.render.plain import plain


def tell(message: str) -> None:
    """Says one line."""
    print(f"huiyao: {plain(message)}", file=sys.stderr)


def tell_bug(error: Exception, *, path: str = "") -> None:
    """Says that huiyao itself has failed, on the file `path` if one is named; raises if a traceback is asked for."""
    if os.environ.get("HUIYAO_TRACEBACK"):
        raise error
    about = f"{path}: " if path else ""
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    tell(f"{about}this is a bug in huiyao: {what}; HUIYAO_TRACEBACK=1 shows where")
