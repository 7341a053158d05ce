"""Compiled patterns and parsed rule files, kept from run to run: making ours takes longer than reading a page.

They are kept in the user's own cache folder; HUIYAO_CACHE names another. Where nothing can be kept there, where the
file is another user's or damaged, or where this Python lacks what is needed of `re`, all is made as ever.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import sys
import zlib
from array import array
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

# Private to `re`, and the only way to its result: a pattern's program, which pickle would compile anew.
_compiler: Any = getattr(re, "_compiler", None)

_MOST = 16_000_000  # bytes; beyond it only what this run used is kept


class Program(NamedTuple):
    """What `re` makes of a pattern: the arguments of its own last step but the pattern's text."""

    flags: int
    groups: int
    names: dict[str, int]
    code: bytes


class Kept(NamedTuple):
    """What is kept under the digests of the texts that it was made from."""

    programs: dict[str, Program]
    tables: dict[str, dict[str, Any]]


class Store:
    """What is kept in one file of a folder, which is read when the store is made.

    With None for a folder nothing is kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / _name() if folder and _compiler else None
        self._kept = (_read(self._path) if self._path else None) or Kept({}, {})
        self._used = Kept({}, {})
        self._new = False

    def compile(self, pattern: str) -> re.Pattern[str]:
        """What `re.compile` gives for a pattern. Raises re.error where it does."""
        try:
            key = _digest(pattern)
            program = self._kept.programs.get(key)
            known = program is not None
            program = program or _program(pattern)
            compiled = _link(pattern, program)
        except Exception:  # whatever another Python's `re` may raise, the public way is always there
            return re.compile(pattern)
        self._used.programs[key] = program
        self._new |= not known
        return compiled

    def check(self, pattern: str) -> None:
        """Raises re.error where `compile` would; what an earlier run compiled is not even linked."""
        key = _digest(pattern)
        if (program := self._kept.programs.get(key)) is None:
            self.compile(pattern)
        else:
            self._used.programs[key] = program

    def parse(self, toml: str) -> dict[str, Any]:
        """What `tomllib.loads` gives for a text without dates. Raises ValueError where it does."""
        key = _digest(toml)
        table = self._kept.tables.get(key)
        if table is None:
            from tomllib import loads  # not above: few runs parse

            table = loads(toml)
            self._new = True
        self._used.tables[key] = table
        return table

    def keep(self) -> None:
        """Writes what was compiled anew, if anything was, together with what was kept before."""
        if self._path is None or not self._new:
            return
        kept = Kept(self._kept.programs | self._used.programs, self._kept.tables | self._used.tables)
        if sum(len(program.code) for program in kept.programs.values()) > _MOST:
            kept = self._used
        try:
            _write(self._path, kept)
        except OSError:
            return
        self._kept, self._new = kept, False


@lru_cache(maxsize=4096)
def compile(pattern: str) -> re.Pattern[str]:  # noqa: A001
    """What `re.compile` gives for a pattern, without compiling it where an earlier run has. Raises re.error."""
    return _store().compile(pattern)


def check(pattern: str) -> None:
    """Raises re.error where `compile` would: what few texts need is checked now and compiled when one does."""
    _store().check(pattern)


def parse(toml: str) -> dict[str, Any]:
    """What `tomllib.loads` gives for a rule file, without parsing it where an earlier run has; not to be changed.

    Raises ValueError.
    """
    return _store().parse(toml)


def cache_folder() -> Path | None:
    """Where what is kept from run to run lies: HUIYAO_CACHE, or the system's place for it; None where there is none."""
    if named := os.environ.get("HUIYAO_CACHE"):
        return Path(named)
    try:
        if sys.platform == "win32":
            base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # nobody's home is known
        return None
    return base / "huiyao" if base.is_absolute() else None


@lru_cache(maxsize=1)
def _store() -> Store:
    store = Store(cache_folder())
    atexit.register(store.keep)
    return store


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _program(pattern: str) -> Program:
    """Does what `re.compile` does up to its last step."""
    parsed = _compiler._parser.parse(pattern, 0)
    code = array("I", _compiler._code(parsed, 0))
    return Program(parsed.state.flags, parsed.state.groups - 1, parsed.state.groupdict, code.tobytes())


def _link(pattern: str, program: Program) -> re.Pattern[str]:
    """Does the last step; `re` checks each program, so that none can reach outside its own memory."""
    names: list[str | None] = [None] * (program.groups + 1)
    for name, number in program.names.items():
        names[number] = name
    code = array("I", program.code).tolist()
    linked: re.Pattern[str] = _compiler._sre.compile(
        pattern, program.flags, code, program.groups, program.names, tuple(names)
    )
    return linked


def _name() -> str:
    """A file's name, different for all that programs depend on."""
    return f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}-{_compiler.MAGIC}-{sys.byteorder}"


# The file: a checksum of what follows it, on a line; as JSON, on a line, the tables, and for each program its key,
# flags, groups, names and bytes of code; the code of all, in the same order.
def _read(path: Path) -> Kept | None:
    """What is in a file; None where it is missing, damaged, or may be written by others than this user."""
    try:
        if not _own(path.parent.stat()):
            return None
        with path.open("rb") as file:
            if not _own(os.fstat(file.fileno())):
                return None
            checksum, rest = int(file.readline()), file.read()
        if zlib.crc32(rest) != checksum:
            return None
        at = rest.index(b"\n") + 1
        head = json.loads(rest[:at])
        programs = {}
        for key, flags, groups, names, size in head["programs"]:
            programs[key] = Program(flags, groups, names, rest[at : at + size])
            at += size
        return Kept(programs, head["tables"])
    except (OSError, ValueError, TypeError, LookupError):
        return None


def _write(path: Path, kept: Kept) -> None:
    """Puts a file in place, whole or not at all. Raises OSError."""
    from tempfile import NamedTemporaryFile  # not above: few runs write

    path.parent.mkdir(0o700, parents=True, exist_ok=True)
    if not _own(path.parent.stat()):
        return
    programs = [(key, *program[:3], len(program.code)) for key, program in kept.programs.items()]
    head = json.dumps({"tables": kept.tables, "programs": programs}, ensure_ascii=False)  # parsed faster than \u4e00
    rest = b"".join((head.encode(), b"\n", *(program.code for program in kept.programs.values())))
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        try:
            file.write(b"%d\n" % zlib.crc32(rest) + rest)
            file.close()
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink()
            raise


def _own(status: os.stat_result) -> bool:
    """Whether a file or folder is this user's and nobody else may write to it; Windows keeps its folders itself."""
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)
