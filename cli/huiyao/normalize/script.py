"""Traditional to simplified script, character by character, never word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from huiyao.errors import HuiyaoError
from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change
from huiyao.records import Script


def changes(text: str, lexicon: Lexicon) -> Iterator[Change]:
    """Puts each traditional character into its simplified form, words in which it differs as a whole."""
    if text.isascii():
        return
    characters = _characters()
    if characters.keys().isdisjoint(text):
        return
    kept: dict[int, str] = {}
    for found in _words(lexicon)[0].finditer(text):
        after = _words(lexicon)[1][found[0]]
        kept.update(zip(range(*found.span()), after, strict=True))
    converted = text.translate(_ordinals())
    for at, (before, after) in enumerate(zip(text, converted, strict=True)):
        if before != after:
            yield Change(at, at + 1, kept.get(at, after), "script")


def written(text: str) -> Script:
    """The script that a text is written in: mixed when neither script has nine of ten characters that only one has."""
    if text.isascii():
        return "simplified"
    traditional = simplified = 0
    counts = dict.fromkeys(set(text), 0)
    if not counts.keys() & _characters().keys():
        return "simplified"
    for c in counts:
        if c in _characters():
            traditional += text.count(c)
        elif c in _simplified():
            simplified += text.count(c)
    if traditional * 9 <= simplified:
        return "simplified"
    return "traditional" if simplified * 9 <= traditional else "mixed"


def simplified(character: str) -> str:
    """The simplified form of a character that stands alone."""
    return _characters().get(character, character)


@lru_cache(maxsize=1)
def _characters() -> Mapping[str, str]:
    return {before: after[0] for before, after in _entries("TSCharacters") if before not in after and len(before) == 1}


@lru_cache(maxsize=1)
def _simplified() -> frozenset[str]:
    """Characters that only simplified text has."""
    return frozenset(before for before, after in _entries("STCharacters") if before not in after)


@lru_cache(maxsize=1)
def _ordinals() -> dict[int, str]:
    return {ord(before): after for before, after in _characters().items()}


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, str]]:
    words = {before: after[0] for before, after in _entries("TSPhrases")}
    words |= {word: row["simplified"] for word, row in lexicon.table("script").items()}
    return re.compile("|".join(sorted(words, key=lambda w: (-len(w), w)))), words


def _entries(name: str) -> Iterator[tuple[str, list[str]]]:
    """The entries of a dictionary of opencc-python-reimplemented, each with its conversions, the usual one first."""
    spec = find_spec("opencc")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    files = [file for folder in folders if (file := Path(folder) / "dictionary" / f"{name}.txt").is_file()]
    if not files:
        raise HuiyaoError(
            "the tables of opencc-python-reimplemented are missing",
            hint="run pip install --force-reinstall opencc-python-reimplemented",
        )
    for line in files[0].read_text("utf-8").splitlines():
        before, _, after = line.partition("\t")
        if after:
            yield before, after.split()
