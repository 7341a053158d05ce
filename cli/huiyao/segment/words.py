"""jieba's dictionary in a form from which only the words that a text can contain are taken.

The package's build runs this file by itself, so it imports nothing of the package.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

_TEXT, _INDEX = "words.txt", "words.json"
_ENCODING = "utf-16-le"  # read in half the time of UTF-8

# What a word of ours weighs at least in a dictionary whose frequencies sum to 60 million: enough to win over its
# parts, whatever was read before, so that a text's tokens do not depend on the texts before it.
WEIGHT = 2000


class Words:
    """The dictionary as one sorted string, and the frequencies that were entered from it so far.

    `frequencies` is what jieba calls FREQ: from each word to its frequency, from each beginning of a longer word to 0.
    """

    def __init__(self, text: str, index: dict[str, tuple[int, int]], total: int, digest: str) -> None:
        self.total = total
        self.frequencies: dict[str, int] = {}
        self._text = text
        self._index = index
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
        parts: list[str] = []
        index: dict[str, tuple[int, int]] = {}
        at = 0
        for word in sorted(frequencies):
            part = f"\n{word} {frequencies[word]}"
            parts.append(part)
            start, _ = index.get(word[0], (at, at))
            at += len(part)
            index[word[0]] = start, at + 1
        return cls("".join(parts) + "\n", index, total, _digest(dictionary))

    @classmethod
    def load(cls, folder: Path, dictionary: bytes) -> Words:
        """What `save` wrote to a folder; compiled anew where nothing is there or it comes from another dictionary."""
        try:
            head = json.loads((folder / _INDEX).read_text("utf-8"))
            if head["digest"] == _digest(dictionary):
                text = (folder / _TEXT).read_bytes().decode(_ENCODING)
                sections = zip(head["first"], pairwise(head["starts"]), strict=True)
                # to the line's end that begins the next section
                index = {first: (start, end + 1) for first, (start, end) in sections}
                return cls(text, index, head["total"], head["digest"])
        except (OSError, ValueError, KeyError):
            pass
        return cls.compile(dictionary)

    def save(self, folder: Path) -> None:
        """Writes the two files that `load` reads; the same dictionary gives the same bytes."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _TEXT).write_bytes(self._text.encode(_ENCODING))
        starts = [*(start for start, _ in self._index.values()), len(self._text) - 1]
        head = {"digest": self._digest, "total": self.total, "first": "".join(self._index), "starts": starts}
        (folder / _INDEX).write_text(json.dumps(head, ensure_ascii=False, separators=(",", ":")), "utf-8")

    def add(self, words: Iterable[str]) -> None:
        """Adds words of two characters or more to those of the dictionary. Call it before `enter`."""
        for word in words:
            if len(word) > 1:
                self._own.setdefault(word[:2], []).append(word)

    def enter(self, text: str) -> None:
        """Brings into `frequencies` every word that can occur in a text: its first two characters stand there."""
        pairs = set(map("".join, pairwise(text)))
        for start in sorted((pairs | set(text)) - self._seen):
            self._seen.add(start)
            if start[0] in self._index:
                self._enter_from(start)
            for word in self._own.get(start, ()):
                self._put(word, max(self.frequencies.get(word, 0), WEIGHT))

    def _enter_from(self, start: str) -> None:
        text = self._text
        first, last = self._index[start[0]]
        if len(start) == 1:
            gap = text.index(" ", first)
            known = text[first + 1 : gap] == start
            self.frequencies[start] = int(text[gap + 1 : text.index("\n", gap)]) if known else 0
            return
        at = text.find("\n" + start, first, last)
        while at >= 0 and text.startswith(start, at + 1):
            gap = text.index(" ", at)
            end = text.index("\n", gap)
            self._put(text[at + 1 : gap], int(text[gap + 1 : end]))
            at = end

    def _put(self, word: str, frequency: int) -> None:
        self.frequencies[word] = frequency
        for length in range(len(word) - 1, 0, -1):
            if word[:length] in self.frequencies:
                break
            self.frequencies[word[:length]] = 0


def _digest(dictionary: bytes) -> str:
    return hashlib.sha256(dictionary).hexdigest()
