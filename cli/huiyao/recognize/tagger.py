"""Names in running text as lac_small tags them: a witness for where a name begins and ends, not a judge.

Labels: PER, LOC, ORG, TIME, and parts of speech (n noun, v verb, m numeral, w sign; nr, ns, nt are names, too,
of which it is less certain).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from huiyao import patterns
from huiyao.text import Span

if TYPE_CHECKING:
    from huiyao.recognize.bigru import Network

# The model was trained on half-width signs. One character for one, so that places stay.
_FULL = "，、。；：！？（）【】「」『』“”‘’％＋－／　 "
_HALF = ',,.;:!?()[]""""""\'\'%+-/,,'
_SIGNS = str.maketrans(_FULL, _HALF) | {0xFEE0 + c: chr(c) for c in range(0x30, 0x7B) if chr(c).isalnum()}

# Longer sentences are cut, at a sign if there is one, so that a batch has no row much longer than the others.
_LONGEST = 160
_CUT = patterns.compile(rf"[^,.;:!?]{{1,{_LONGEST}}}[,.;:!?]*")
# Characters in a batch, and sentences: what makes the matrices large but lets them stay in the cache.
_BATCH, _ROWS = 4096, 128

Tagged = list[tuple[Span, str]]


class Tagger:
    """The model with its lists of characters and labels, read from jieba's wheel; ready after 30 ms, 25 MB."""

    def __init__(self) -> None:
        folder = Path(str(find_spec("jieba").origin)).with_name("lac_small")  # type: ignore[union-attr]
        self._characters = _numbers(folder / "word.dic")
        self._unknown = self._characters["OOV"]
        labels = _numbers(folder / "tag.dic")
        self._labels = sorted(labels, key=labels.__getitem__)
        self._network = _network(folder / "model_baseline")

    def tag(self, sentences: Sequence[str]) -> list[Tagged]:
        """For each sentence its words, which cover it from end to end, with their labels.

        The same sentences give the same tags. Beside other sentences, a sentence's scores can differ in their last
        bit, which has changed no tag in the corpus.
        """
        pieces = [(i, piece) for i, sentence in enumerate(sentences) for piece in _pieces(sentence)]
        texts = [sentences[i][piece.slice].translate(_SIGNS) for i, piece in pieces]
        order = sorted(range(len(pieces)), key=lambda at: (-len(texts[at]), texts[at]))
        labelled: list[list[int]] = [[] for _ in pieces]
        for batch in _batches(order, [len(text) for text in texts]):
            found = self._network.label([[self._characters.get(c, self._unknown) for c in texts[at]] for at in batch])
            for at, labels in zip(batch, found, strict=True):
                labelled[at] = labels
        tagged: list[Tagged] = [[] for _ in sentences]
        for (i, piece), labels in zip(pieces, labelled, strict=True):
            tagged[i].extend(self._words(labels, piece.start))
        return tagged

    def _words(self, labels: Sequence[int], start: int) -> Iterator[tuple[Span, str]]:
        """Joins the labels of characters, X-B for a word's first and X-I for its others, to words."""
        kind, begin = "", 0
        for at, number in enumerate(labels):
            label, _, place = self._labels[number].rpartition("-")
            if place != "I" or label != kind:
                if at > begin:
                    yield Span(start + begin, start + at), kind
                kind, begin = label or place, at
        if labels:
            yield Span(start + begin, start + len(labels)), kind


@lru_cache(maxsize=1)
def tagger() -> Tagger:
    """The tagger; it is built once."""
    return Tagger()


def _pieces(sentence: str) -> Iterator[Span]:
    start = at = 0
    for clause in _CUT.finditer(sentence.translate(_SIGNS)) if len(sentence) > _LONGEST else ():
        if clause.end() - start > _LONGEST and at > start:
            yield Span(start, at)
            start = at
        at = clause.end()
    if start < len(sentence):
        yield Span(start, len(sentence))


def _batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Runs of `order`, which goes from long to short, none with more characters or rows than a batch may have."""
    batch: list[int] = []
    for at in order:
        if batch and (len(batch) == _ROWS or (len(batch) + 1) * lengths[batch[0]] > _BATCH):
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def _numbers(path: Path) -> dict[str, int]:
    """The entries of a list, each with the number that stands before it."""
    cells = path.read_text("utf-8").replace("\n", "\t").split("\t")
    return dict(zip(cells[1::2], map(int, cells[::2]), strict=False))


def _network(folder: Path) -> Network:
    # numpy's algebra would spread these small matrices over all processors, for twice the work and no gain. It looks
    # at this variable once, when it is loaded.
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ[name] = before or "1"
    try:
        from huiyao.recognize.bigru import Network
    finally:
        if before is None:
            del os.environ[name]
    return Network(folder)
