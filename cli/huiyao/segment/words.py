"""jieba's dictionary in a form from which only the words that a text can contain are taken.

The package's build runs this file by itself, so it imports nothing of the package.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from pathlib import Path

_LINES, _INDEX = "dictionary.txt", "dictionary.json"

# What a word of ours weighs at least in a dictionary whose frequencies sum to 60 million: enough to win over its
# parts, whatever was read before, so that a text's tokens do not depend on the texts before it.
WEIGHT = 2000


class Words:
    """The dictionary as sorted lines, which stay bytes, and the frequencies that were entered from it so far.

    `frequencies` is what jieba calls FREQ: from each word to its frequency, from each beginning of a longer word to 0.
    """

    def __init__(self, lines: bytes, firsts: str, starts: Sequence[int], total: int, digest: str) -> None:
        """`firsts` are the words' first characters, in order; the words with `firsts[i]` begin at `starts[i]`."""
        self.total = total
        self.frequencies: dict[str, int] = {}
        self._lines = lines
        self._firsts = firsts
        self._starts = starts
        self._digest = digest
        self._own: dict[str, list[str]] = {}
        self._seen: set[str] = set()

    @classmethod
    def compile(cls, dictionary: bytes) -> Words:
        """Reads jieba's dict.txt, given as its bytes; takes half a second."""
        frequencies: dict[str, int] = {}
        total = 0
        for line in dictionary.decode("utf-8").splitlines():
            word, frequency = line.strip().split(" ")[:2]
            frequencies[word] = int(frequency)
            total += int(frequency)
        lines: list[bytes] = []
        starts: dict[str, int] = {}
        at = 0
        for word in sorted(frequencies):
            starts.setdefault(word[0], at)
            lines.append(f"\n{word} {frequencies[word]}".encode())
            at += len(lines[-1])
        return cls(b"".join(lines) + b"\n", "".join(starts), [*starts.values(), at], total, _digest(dictionary))

    @classmethod
    def load(cls, folder: Path, dictionary: bytes) -> Words:
        """What `save` wrote to a folder; compiled anew where nothing is there or it comes from another dictionary."""
        try:
            head = json.loads((folder / _INDEX).read_text("utf-8"))
            if head["digest"] == _digest(dictionary):
                return cls((folder / _LINES).read_bytes(), **head)
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return cls.compile(dictionary)

    def save(self, folder: Path) -> None:
        """Writes the two files that `load` reads; the same dictionary gives the same bytes."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _LINES).write_bytes(self._lines)
        head = {"firsts": self._firsts, "starts": self._starts, "total": self.total, "digest": self._digest}
        (folder / _INDEX).write_text(json.dumps(head, ensure_ascii=False, separators=(",", ":")), "utf-8")

    def add(self, words: Iterable[str]) -> None:
        """Adds words of two characters or more to those of the dictionary. Call it before `enter`."""
        for word in words:
            if len(word) > 1:
                self._own.setdefault(word[:2], []).append(word)

    def enter(self, text: str) -> None:
        """Brings into `frequencies` every word that can occur in a text: its first two characters stand there."""
        pairs = set(map("".join, pairwise(text)))
        new = sorted((pairs | set(text)) - self._seen)
        self._seen.update(new)
        for first, starts in groupby(new, key=lambda start: start[0]):
            section = self._section(first)
            for start in starts:
                if section:
                    self._enter_from(start, *section)
                for word in self._own.get(start, ()):
                    self._put(word, max(self.frequencies.get(word, 0), WEIGHT))

    def _section(self, first: str) -> tuple[int, int] | None:
        """Where the words with a first character stand, with the line's end that begins the next section."""
        at = bisect_left(self._firsts, first)
        if not self._firsts.startswith(first, at):
            return None
        return self._starts[at], self._starts[at + 1] + 1

    def _enter_from(self, start: str, begin: int, end: int) -> None:
        """Enters the words of two characters or more that begin with `start`, or the word of one that it is."""
        lines = self._lines
        key = b"\n" + start.encode("utf-8", "surrogatepass")
        if len(start) == 1:
            known = lines.startswith(key + b" ", begin)
            self.frequencies[start] = int(lines[begin + len(key) + 1 : lines.index(b"\n", begin + 1)]) if known else 0
            return
        at = lines.find(key, begin, end)
        while at >= 0 and lines.startswith(key, at):
            gap = lines.index(b" ", at)
            after = lines.index(b"\n", gap)
            self._put(lines[at + 1 : gap].decode(), int(lines[gap + 1 : after]))
            at = after

    def _put(self, word: str, frequency: int) -> None:
        self.frequencies[word] = frequency
        for length in range(len(word) - 1, 0, -1):
            if word[:length] in self.frequencies:
                break
            self.frequencies[word[:length]] = 0


def _digest(dictionary: bytes) -> str:
    return hashlib.sha256(dictionary).hexdigest()
