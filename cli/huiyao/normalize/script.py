"""Traditional to simplified script, character by character: words are not exchanged for others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from huiyao import patterns
from huiyao.errors import HuiyaoError
from huiyao.lexicon import Lexicon, trie
from huiyao.normalize.draft import Change
from huiyao.records import Script


def changes(text: str, lexicon: Lexicon) -> Iterator[Change]:
    """Puts each traditional character into its simplified form; some words tell the form of a character in them.

    In simplified text the characters that it shares with traditional text (in names: 乾, 昇) are left alone.
    """
    if not _foreign(text, lexicon):
        return
    characters = _characters(lexicon)
    if written(text, lexicon) == "simplified":
        converted = list(text.translate({ord(c): characters[c] for c in _foreign(text, lexicon)}))
    else:
        converted = list(text.translate({ord(c): after for c, after in characters.items()}))
        pattern, words = _words(lexicon)
        for found in pattern.finditer(text):
            converted[found.start() : found.end()] = words[found[0]]
    for at, (before, after) in enumerate(zip(text, converted, strict=True)):
        if before != after:
            yield Change(at, at + 1, after, "script")


def written(text: str, lexicon: Lexicon) -> Script:
    """The script of a text: mixed if neither has nine of ten characters that only one of the two has."""
    foreign = _foreign(text, lexicon)
    if not foreign:
        return "simplified"
    traditional = sum(map(text.count, foreign))
    simple = sum(map(text.count, _simplified().intersection(text)))
    if traditional * 9 <= simple:
        return "simplified"
    return "traditional" if simple * 9 <= traditional else "mixed"


def simplified(character: str) -> str:
    """The simplified form of a character that stands alone."""
    return _table().get(character, character)


def _foreign(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The characters of a text that only traditional text has."""
    if text.isascii():
        return frozenset()
    return frozenset(text) & _characters(lexicon).keys() - lexicon.table("script_both").keys()


@lru_cache(maxsize=4)
def _characters(lexicon: Lexicon) -> Mapping[str, str]:
    own = {word: row["simplified"] for word, row in lexicon.table("script").items() if len(word) == 1}
    return {before: after for before, after in (_table() | own).items() if before != after}


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, str]]:
    words = {before: after[0] for before, after in _entries("TSPhrases")}
    words |= {word: row["simplified"] for word, row in lexicon.table("script").items() if len(word) > 1}
    return patterns.compile(trie(words)), words


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """OpenCC's characters; those whose simplified form few fonts have stay, as they do in official OpenCC."""
    return {before: after[0] for before, after in _entries("TSCharacters") if after[0] <= "\uffff"}


@lru_cache(maxsize=1)
def _simplified() -> frozenset[str]:
    """The characters that only simplified text has."""
    return frozenset(before for before, after in _entries("STCharacters") if before not in after)


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
