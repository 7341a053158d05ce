"""Where a command's data goes: standard output, a file, or a folder of files; files appear when they are complete."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from huiyao.errors import InputError, UsageError
from huiyao.render.plain import dumps


@contextmanager
def output(
    path: Path | None = None, *, inputs: Sequence[str] = (), data: bool = False, force: bool = False
) -> Iterator[TextIO]:
    """Standard output, or the file at `path`, which appears at the end if anything was written and nothing went wrong.

    `data` is UTF-8 with LF whatever the console. Raises UsageError where the file is one of `inputs`, or is there
    already and `force` is not given; InputError where it cannot be written.
    """
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper) and data:
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        yield sys.stdout
        return
    with (
        _draft(path, inputs=inputs, force=force) as draft,
        draft.open("w", encoding="utf-8", errors="replace", newline="\n") as file,
    ):
        yield file


@contextmanager
def binary(path: Path | None, *, inputs: Sequence[str] = (), force: bool = False) -> Iterator[BinaryIO]:
    """The same for bytes; raises UsageError where they would go to a terminal."""
    if path is None:
        if sys.stdout.isatty():
            raise UsageError("this format is not for the screen", hint="name a file with --output")
        yield sys.stdout.buffer
        return
    with _draft(path, inputs=inputs, force=force) as draft, draft.open("wb") as file:
        yield file


@contextmanager
def folder(
    path: Path, names: Sequence[str], *, inputs: Sequence[str] = (), force: bool = False
) -> Iterator[list[TextIO]]:
    """The files of these names in a folder, which is made if there is none. Raises as `output` does."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from None
    with ExitStack() as stack:
        yield [stack.enter_context(output(path / name, inputs=inputs, force=force)) for name in names]


def print_json(document: object, out: TextIO) -> None:
    """Prints a document as JSON, laid out where a person sees it and else in one line."""
    print(dumps(document, indent=2 if out.isatty() else None), file=out)


@contextmanager
def _draft(path: Path, *, inputs: Sequence[str], force: bool) -> Iterator[Path]:
    """A file beside the one at `path`, whose name it takes at the end unless it is empty."""
    if any(name != "-" and Path(name).exists() and path.exists() and path.samefile(name) for name in inputs):
        raise UsageError(f"{path} is one of the reports", hint="name another file for --output")
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise UsageError(f"{path} is a folder", hint="name a file in it, or give --format csv")
        yield path  # A pipe or a device is written to as it is.
        return
    if path.exists() and not force:
        raise UsageError(f"{path} is there already", hint="--force overwrites it")
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        _attempt(path, draft.touch)
        yield draft
        if draft.stat().st_size:
            _attempt(path, lambda: draft.replace(target))
    finally:
        draft.unlink(missing_ok=True)


def _attempt(path: Path, work: Callable[[], object]) -> None:
    try:
        work()
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> InputError:
    return InputError(f"{path} cannot be written: {error.strerror}", hint="check folder and permissions")
