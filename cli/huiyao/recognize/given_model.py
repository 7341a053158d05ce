"""Learns from jieba's dictionary which characters stand in given names. The package's build writes down the outcome.

The build runs this file by itself, so it imports nothing of the package.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

# Words below these frequencies (of 60 million) change no decision.
_RARE_PAIR, _RARE_TRIPLE = 15, 12
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class GivenModel:
    """Counts of characters in running text and in given names, of surnames, and the words that names collide with.

    `running`, `first`, `second`, `only` count a character in words, and in names as the first or second of two given
    characters or as the only one. `words` holds, for a word's first character, its other characters, each followed by
    a letter for its frequency.
    """

    total: int
    running: dict[str, int]
    first: dict[str, int]
    second: dict[str, int]
    only: dict[str, int]
    surnames: dict[str, int]
    words: dict[str, str]

    def save(self, path: Path) -> None:
        """Writes the model as JSON; the same model gives the same bytes."""
        path.parent.mkdir(parents=True, exist_ok=True)
        fields = {name: getattr(self, name) for name in self.__slots__}
        path.write_text(json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")), "utf-8")

    @classmethod
    def load(cls, path: Path) -> GivenModel:
        """What `save` wrote. Raises FileNotFoundError where nothing was written."""
        return cls(**json.loads(path.read_text("utf-8")))


def train(dictionary: bytes, surnames: Collection[str]) -> GivenModel:
    """The model from jieba's dict.txt, given as its bytes, and from the common surnames; takes a second.

    The dictionary marks with nr what it holds for names: 40,000 of three characters that begin with a common surname,
    many of them foreign names and plain words. What looks more like running text than like a name is left out, round
    by round.
    """
    entries = [(w, int(n), tag) for w, n, tag in (line.split() for line in dictionary.decode("utf-8").splitlines())]
    running: Counter[str] = Counter()
    for word, count, _ in entries:
        for character in word:
            running[character] += count
    marked = [w for w, _, tag in entries if tag.startswith("nr") and len(w) == 3 and w[0] in surnames]
    names = marked
    for _ in range(_ROUNDS):
        first = _gains((n[1] for n in names), running)
        second = _gains((n[2] for n in names), running)
        names = [n for n in marked if first[n[1]] + second[n[2]] > 1]
    pairs = [w for w, n, tag in entries if tag.startswith("nr") and len(w) == 2 and w[0] in surnames and n < 100]
    return GivenModel(
        total=sum(n for _, n, _ in entries),
        running={c: n for c, n in running.items() if n > 1},
        first=dict(Counter(n[1] for n in names)),
        second=dict(Counter(n[2] for n in names)),
        only=dict(Counter(p[1] for p in pairs)),
        surnames=dict(Counter(n[0] for n in names)),
        words=_words((w, n) for w, n, tag in entries if _collides(w, n, tag)),
    )


def log_share(character: str, counts: dict[str, int], size: int, running: dict[str, int], tokens: int) -> float:
    """The logarithm of a character's share among given names, smoothed with running text and with even shares."""
    even = 0.3 * running.get(character, 0) / tokens + 0.7 / 6000
    return math.log((counts.get(character, 0) + 200 * even) / (size + 200))


def log_running(character: str, running: dict[str, int], tokens: int) -> float:
    """The logarithm of a character's share in running text."""
    return math.log((running.get(character, 0) + 5) / (tokens + 100_000))


def frequency(letter: str) -> float:
    """The frequency that a letter in `words` stands for."""
    return 2 ** ((ord(letter) - ord("A")) / 2)


def _gains(given: Iterable[str], running: Counter[str]) -> dict[str, float]:
    """For each character, how many times likelier it is at its place in a name than in running text (logarithm)."""
    counts, tokens = Counter(given), running.total()
    size = counts.total()
    return {c: log_share(c, counts, size, running, tokens) - log_running(c, running, tokens) for c in running}


def _collides(word: str, count: int, tag: str) -> bool:
    if len(word) == 2:
        return count >= _RARE_PAIR
    return len(word) == 3 and count >= _RARE_TRIPLE and not tag.startswith("nr")


def _words(counted: Iterable[tuple[str, int]]) -> dict[str, str]:
    words: dict[str, str] = {}
    for word, count in sorted(counted):
        letter = chr(ord("A") + round(2 * math.log2(count)))
        words[word[0]] = words.get(word[0], "") + word[1:] + letter
    return words
