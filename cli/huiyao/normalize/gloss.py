"""Takes out pinyin glosses: a reading in brackets that was set behind its character, as in 會(huì)長(zhǎng)."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.normalize import script
from huiyao.normalize.draft import Change
from huiyao.normalize.punctuation import GAP

_LETTER = "a-zａ-ｚüêāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿăĕĭŏŭɑɡ\u0300-\u0304\u0306\u0308\u030c:"
READING = rf"[{_LETTER}]{{1,10}}[1-5]?"
"""How a reading can be written; whether it is one, only `can_read` knows."""

BRACKETED = patterns.compile(rf"[(（\[［][{GAP}]*({READING})[{GAP}]*[)）\]］]")
_IS_GAP = patterns.compile(f"[{GAP}]")
_VARIANTS = str.maketrans("ăĕĭŏŭɑɡ", "ǎěǐǒǔag")
_TONES = "\u0300\u0301\u0304\u030c"


def changes(text: str, _: Lexicon) -> Iterator[Change]:
    """Takes out each bracket that holds a reading of the character before it, also when it stands there twice."""
    glossed, end = "", -1
    for found in BRACKETED.finditer(text):
        start = found.start()
        while start > max(end, 0) and _IS_GAP.match(text, start - 1):
            start -= 1
        if start != end:
            glossed = text[start - 1 : start]
        if can_read(glossed, found[1]):
            yield Change(start, found.end(), "", "gloss")
            end = found.end()


def can_read(character: str, reading: str, *, exactly: bool = False) -> bool:
    """Whether a character can be read so, whatever the tone unless `exactly`. A toneless letter alone is no reading."""
    reading = _plain(reading)
    if not character or character < "\u2e80" or (reading.isascii() and len(reading) == 1):
        return False
    known = _readings(character) | _readings(script.simplified(character))
    return reading in known if exactly else _toneless(reading) in {_toneless(each) for each in known}


def is_tonal(reading: str) -> bool:
    """Whether a reading tells the tone by a mark: nothing else is written so in a Chinese text."""
    return not _plain(reading).isascii()


def _plain(reading: str) -> str:
    """A reading with each of its letters written in one way."""
    return unicodedata.normalize("NFKC", reading).translate(_VARIANTS).replace("u:", "ü").replace("v", "ü")


@lru_cache(maxsize=4096)
def _toneless(reading: str) -> str:
    letters = unicodedata.normalize("NFD", reading)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES)).rstrip("12345")


@lru_cache(maxsize=4096)
def _readings(character: str) -> frozenset[str]:
    return frozenset(_table().get(str(ord(character)), "").split(",")) - {""}


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    """pypinyin's readings by code point, without its words, whose loading would take eight times as long."""
    spec = find_spec("pypinyin")
    assert spec is not None
    assert spec.origin is not None
    file = Path(spec.origin).with_name("pinyin_dict.json")
    if file.is_file():
        table: dict[str, str] = json.loads(file.read_text("utf-8"))
        return table
    from pypinyin.constants import PINYIN_DICT

    return {str(point): readings for point, readings in PINYIN_DICT.items()}
