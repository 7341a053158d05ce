"""Tokens: words as jieba 0.42.1 cuts them, with the words of our lists known to it."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.segment.words import Words
from huiyao.text import Span

DATA = Path(__file__).parent / "data"

# jieba's model for unknown words takes time in the square of an unbroken run (100,000 characters: 94 s), so longer
# runs are cut in pieces. A piece's last tokens are cut again with the next piece, since its end is no word's end.
_PIECE, _MARGIN = 400, 40
_LONG_RUN = patterns.compile(rf"[\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]{{{_PIECE + 1},}}")

# The lists whose words jieba cuts apart where it does not know them.
_LISTS = ("title", "org_suffix", "event")


class Tokenizer:
    """jieba with its dictionary entered only as far as the texts need it: the same tokens after a tenth of the start.

    The tokens of a text do not depend on the texts before it.
    """

    def __init__(self, words: Iterable[str] = (), *, data: Path = DATA) -> None:
        jieba = _quiet_jieba()
        self._words = Words.load(data, Path(jieba.__file__).with_name("dict.txt").read_bytes())
        self._words.add(words)
        self._jieba = jieba.Tokenizer()
        self._jieba.FREQ = self._words.frequencies
        self._jieba.total = self._words.total
        # Without this jieba would read its dictionary, or a file in the shared temporary folder, by itself.
        self._jieba.initialized = True

    def tokenize(self, text: str, *, hmm: bool = True) -> list[Span]:
        """The tokens of a text; they follow each other without a gap, spaces and signs being tokens too.

        With `hmm` false no word is made up from characters that the dictionary does not join.
        """
        self._words.enter(text)
        spans: list[Span] = []
        at = 0
        for word in self._cut(text, hmm=hmm):
            spans.append(Span(at, at + len(word)))
            at += len(word)
        return spans

    def _cut(self, text: str, *, hmm: bool) -> Iterator[str]:
        at = 0
        for run in _LONG_RUN.finditer(text):
            yield from self._jieba.cut(text[at : run.start()], HMM=hmm)
            yield from self._cut_long(run.group(), hmm=hmm)
            at = run.end()
        yield from self._jieba.cut(text[at:], HMM=hmm)

    def _cut_long(self, run: str, *, hmm: bool) -> Iterator[str]:
        at = 0
        while len(run) - at > _PIECE:
            first = at
            for word in self._jieba.cut(run[at : at + _PIECE], HMM=hmm):
                if at + len(word) > first + _PIECE - _MARGIN and at > first:
                    break
                yield word
                at += len(word)
        yield from self._jieba.cut(run[at:], HMM=hmm)


@lru_cache(maxsize=2)
def tokenizer(lexicon: Lexicon) -> Tokenizer:
    """The tokenizer that knows the words of a lexicon; it is built once."""
    return Tokenizer(word for name in _LISTS for word in lexicon.words(name))


def _quiet_jieba() -> Any:
    """jieba, imported without a word to the terminal and without pkg_resources.

    jieba asks for pkg_resources only to open files and does without it. Where it is installed it costs 70 ms and a
    warning, and an old one on Python 3.12 an AttributeError that jieba does not expect.
    """
    hidden = not {"jieba", "pkg_resources"} & sys.modules.keys()
    if hidden:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
    finally:
        if hidden:
            del sys.modules["pkg_resources"]
    return jieba
