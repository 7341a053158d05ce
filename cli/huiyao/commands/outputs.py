"""Where a command's data goes: standard output, or a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from huiyao.errors import InputError, UsageError


@contextmanager
def output(path: Path | None = None, *, inputs: Sequence[str] = (), data: bool = False) -> Iterator[TextIO]:
    """Standard output, or the file at `path`, which is written at the end if there is anything to write.

    `data` is UTF-8 with LF whatever the console. Raises UsageError where the file is one of `inputs`, InputError
    where it cannot be written.
    """
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            if data:
                sys.stdout.reconfigure(encoding="utf-8", newline="\n")
            else:
                sys.stdout.reconfigure(errors="replace")
        yield sys.stdout
        return
    if any(name != "-" and Path(name).exists() and path.exists() and path.samefile(name) for name in inputs):
        raise UsageError(f"{path} is one of the reports", hint="name another file for --output")
    text = io.StringIO()
    yield text
    if not text.getvalue():
        return
    try:
        path.write_text(text.getvalue(), "utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}", hint="check folder and permissions") from None
