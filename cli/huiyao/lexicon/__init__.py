"""Word lists. Each is a TSV file: a heading line that names the columns, then one word a line.

A line that starts with # is a remark. Words are in simplified script, without spaces. A user's folder with files of
the same names is laid over ours: a word that is there already takes the user's columns, others are added, and a word
written -word is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from huiyao.errors import LexiconError

BUNDLED = Path(__file__).parent
_UNFIT = frozenset(" \t\u3000\xa0")

Row = Mapping[str, str]


class Lexicon:
    """The word lists of one or several folders, later ones laid over earlier ones, checked when they are loaded."""

    def __init__(self, *folders: Path) -> None:
        self.folders = (BUNDLED, *folders)
        self._tables: dict[str, Mapping[str, Row]] = {}
        self._words: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._alternations: dict[tuple[str, ...], str] = {}

    def names(self) -> tuple[str, ...]:
        """The names of all lists, sorted."""
        return tuple(sorted({p.stem for folder in self.folders for p in folder.glob("*.tsv")}))

    def table(self, name: str) -> Mapping[str, Row]:
        """The list `name`: from each word to its columns by name, in the order of the file.

        Raises LexiconError, naming file and line, when there is no such list or a line does not fit.
        """
        if name not in self._tables:
            self._tables[name] = MappingProxyType(self._read(name))
        return self._tables[name]

    def words(self, name: str, **columns: str) -> tuple[str, ...]:
        """The words of a list; with columns given, only those whose columns hold just that."""
        key = (name, *(part for item in columns.items() for part in item))
        if key not in self._words:
            table = self.table(name)
            # words of one kind share a row
            kinds = {id(row): row for row in table.values()} if columns else {}
            unfit = {at for at, row in kinds.items() if any(row.get(k) != v for k, v in columns.items())}
            self._words[key] = tuple(word for word, row in table.items() if id(row) not in unfit)
        return self._words[key]

    def alternation(self, name: str, **columns: str) -> str:
        """The words of a list as the inside of a regular expression's group; the longest that fits."""
        key = (name, *(part for item in columns.items() for part in item))
        if key not in self._alternations:
            words = self.words(name, **columns)
            if not words:
                raise LexiconError(f"{name}.tsv has no word with {columns}")
            self._alternations[key] = trie(words)
        return self._alternations[key]

    def _read(self, name: str) -> dict[str, Row]:
        rows: dict[str, Row] = {}
        found = False
        for folder in self.folders:
            path = folder / f"{name}.tsv"
            if path.is_file():
                found = True
                own: dict[str, int] = {}
                columns = tuple(next(iter(rows.values()), {}))
                for number, word, row in _lines(path, columns):
                    if word.startswith("-") and folder is not BUNDLED:
                        rows.pop(word[1:], None)
                        continue
                    if word in own:
                        raise LexiconError(
                            f"{path.name}:{number}: {word} is already on line {own[word]}", hint="delete one of the two"
                        )
                    own[word] = number
                    rows[word] = row
        if not found:
            raise LexiconError(f"there is no word list {name}.tsv", hint=f"the lists are {', '.join(self.names())}")
        return rows


def _lines(path: Path, ours: Sequence[str]) -> Iterator[tuple[int, str, Row]]:
    """The words of a file with line number and columns; those of `ours`, if there are any, are all there."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise LexiconError(f"{path.name} is not UTF-8", hint="save it as UTF-8") from None
    columns: list[str] | None = None
    rows: dict[str, Row] = {}  # words with the same columns share a row
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
            if columns[0] != "word":
                raise LexiconError(f"{path.name}:{number}: the heading must begin with the column word")
            if ours and (unknown := [column for column in columns[1:] if column not in ours]):
                raise LexiconError(
                    f"{path.name}:{number}: there is no column {unknown[0]}",
                    hint=f"the columns are {', '.join(('word', *ours))}",
                )
            continue
        if not cells[0] or not _UNFIT.isdisjoint(cells[0]):
            raise LexiconError(
                f"{path.name}:{number}: a word is empty or has a space in it", hint="write it without spaces"
            )
        rest = line[len(cells[0]) :]
        if rest not in rows:
            if len(cells) > len(columns):
                raise LexiconError(f"{path.name}:{number}: {len(cells)} columns where the heading has {len(columns)}")
            cells += [""] * (len(columns) - len(cells))
            row = dict.fromkeys(ours, "") | dict(zip(columns[1:], cells[1:], strict=True))
            rows[rest] = MappingProxyType(row)
        yield number, cells[0], rows[rest]


def trie(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest that fits: shared beginnings are written once.

    Python's `re` tries alternatives one after the other; on lists of hundreds of words this is many times faster.
    """
    ordered = sorted(words)
    text = "".join(ordered)
    # Hardly a list holds a sign that means something to `re`; to escape word for word takes as long as all else here.
    return _branches(ordered, str if re.escape(text) == text else re.escape)


def _branches(words: Sequence[str], escape: Callable[[str], str]) -> str:
    tree: dict[str, list[str]] = {}
    for word in words:
        tree.setdefault(word[:1], []).append(word[1:])
    ends = tree.pop("", None) is not None
    branches = [
        escape(first + rests[0]) if len(rests) == 1 else escape(first) + _branches(rests, escape)
        for first, rests in tree.items()
    ]
    if not branches:
        return ""
    inside = "|".join(branches)
    if ends:
        return f"(?:{inside})?"
    return inside if len(branches) == 1 else f"(?:{inside})"


@lru_cache(maxsize=1)
def bundled() -> Lexicon:
    """The word lists that come with the program."""
    return Lexicon()
