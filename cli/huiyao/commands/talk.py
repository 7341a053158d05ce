"""What is said to the person at the terminal: on stderr, a line at a time."""

from __future__ import annotations

import os
import sys
from enum import IntEnum

from huiyao.render.plain import plain


class Volume(IntEnum):
    """How much is said: errors only, warnings too, or also what is being done."""

    quiet = 0
    normal = 1
    verbose = 2


_volume = Volume.normal
_chinese = False


def speak(volume: Volume) -> None:
    """Sets how much is said from here on."""
    global _volume
    _volume = volume


def speak_chinese(wanted: bool) -> None:
    """Sets whether what is said from here on is in Chinese; else it is in English."""
    global _chinese
    _chinese = wanted


def quiet() -> bool:
    """Whether only errors are said."""
    return _volume is Volume.quiet


def tell(message: str, *, about: str = "", at: Volume = Volume.quiet) -> None:
    """Says one line, `about` the file of that name, if as much as `at` is to be said; errors always are."""
    if _volume < at:
        return
    if _chinese:
        from huiyao.commands.chinese import chinese

        message = chinese(message)
    print(f"huiyao: {plain(f'{about}: {message}' if about else message)}", file=sys.stderr)


def tell_bug(error: Exception, *, about: str = "") -> None:
    """Says that huiyao itself has failed, on the file `about` if one is named; raises if a traceback is asked for."""
    if os.environ.get("HUIYAO_TRACEBACK"):
        raise error
    tell(bug(error), about=about)


def bug(error: Exception) -> str:
    """A bug in one line."""
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"this is a bug in huiyao: {what}; HUIYAO_TRACEBACK=1 shows where"
