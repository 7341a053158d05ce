"""How much more a string looks like a Chinese person's name than like a piece of running text."""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from huiyao.lexicon import Lexicon
from huiyao.recognize.given_model import GivenModel, frequency, log_running, log_share, train

DATA = Path(__file__).parent / "data" / "given.json"

NO_NAME = -30.0

# Shares among living people's names: one given character, the same twice, two surnames before the given name.
_ONE, _TWICE, _TWO_SURNAMES = 0.2, 0.03, 0.002
# How many people a surname stands for beside those counted: the lists say common, known or rare.
_SURNAME_WEIGHT = {"common": 20.0, "known": 6.0, "rare": 0.7}


def score(name: str, lexicon: Lexicon) -> float:
    """The logarithm of how many times likelier `name` is as a surname with a given name than as running text.

    0 means even odds before any context; names that are plain words (高峰, 时光) lie below 0, most others above 2.
    NO_NAME for what does not begin with a surname or has no one or two characters after it.
    """
    return _scorer(lexicon).score(name)


@lru_cache(maxsize=2)
def _scorer(lexicon: Lexicon) -> _Scorer:
    return _Scorer(_model(lexicon), {word: row["frequency"] for word, row in lexicon.table("surname").items()})


def _model(lexicon: Lexicon) -> GivenModel:
    """The model that the build wrote; where the package was never built, one that is learnt now."""
    try:
        return GivenModel.load(DATA)
    except FileNotFoundError:
        origin = find_spec("jieba").origin  # type: ignore[union-attr]
        dictionary = Path(str(origin)).with_name("dict.txt").read_bytes()
        return train(dictionary, lexicon.words("surname", frequency="common"))


class _Scorer:
    def __init__(self, model: GivenModel, surnames: dict[str, str]) -> None:
        self._model = model
        self._tokens = sum(model.running.values())
        self._sizes = {id(counts): sum(counts.values()) for counts in (model.first, model.second, model.only)}
        weights = {
            s: _SURNAME_WEIGHT[kind] + (model.surnames.get(s, 0) ** 0.9 if kind == "common" else 0)
            for s, kind in surnames.items()
        }
        whole = sum(weights.values())
        self._surnames = {s: math.log(weight / whole) for s, weight in weights.items()}

    def score(self, name: str) -> float:
        splits = [(name[:n], name[n:]) for n in (1, 2, 4) if name[:n] in self._surnames and 1 <= len(name) - n <= 2]
        named = [self._surnames[surname] + self._given(given) for surname, given in splits]
        if len(name) == 4 and name[0] in self._surnames and name[1] in self._surnames:
            both = self._surnames[name[0]] + self._surnames[name[1]]
            named.append(math.log(_TWO_SURNAMES) + both + self._given(name[2:]))
        return max(named) - self._running(name) if named else NO_NAME

    def _given(self, given: str) -> float:
        model = self._model
        if len(given) == 1:
            share = math.exp(self._share(given, model.second)) + math.exp(self._share(given, model.only))
            return math.log(_ONE * share / 2)
        first = math.exp(self._share(given[0], model.first))
        second = (1 - _TWICE) * math.exp(self._share(given[1], model.second))
        return math.log((1 - _ONE) * first * (second + (_TWICE if given[0] == given[1] else 0)))

    def _share(self, character: str, counts: dict[str, int]) -> float:
        return log_share(character, counts, self._sizes[id(counts)], self._model.running, self._tokens)

    def _running(self, text: str) -> float:
        """The logarithm of the likelihood of the likeliest way to read a text as words and characters."""
        best = [0.0]
        for end in range(1, len(text) + 1):
            ways = [best[end - 1] + log_running(text[end - 1], self._model.running, self._tokens)]
            for start in range(max(0, end - 3), end - 1):
                count = self._count(text[start:end])
                if count:
                    ways.append(best[start] + math.log(count / self._model.total))
            best.append(max(ways))
        return best[-1]

    def _count(self, word: str) -> float:
        """A word's frequency, 0 for a string that the model does not hold."""
        others = self._model.words.get(word[0], "")
        at = others.find(word[1:])
        while at >= 0:
            letter = others[at + len(word) - 1]
            if letter.isascii() and (at == 0 or others[at - 1].isascii()):
                return frequency(letter)
            at = others.find(word[1:], at + 1)
        return 0.0
