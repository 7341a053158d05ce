"""Restores what glossing has destroyed on pages whose tool worked on GBK bytes, as in 新聞?lì)悇e for 新聞類別.

There, the second byte of 聞 and the first of 類 happen to be 勵: the gloss (lì) was set between the two bytes of 類.
Its bracket made one broken sign with the first byte, and from there all bytes pair up shifted by one, up to a sign of
one byte. The gloss tells what the lost byte can have been, and the rest is paired up again. The same befalls 。” where
a comma was set before the ！ between them. Many pages lose characters of private use besides, and nothing shows where:
unless a text has kept some, what is restored must be words of the language. What stays open is marked lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from huiyao.lexicon import Lexicon
from huiyao.normalize import script
from huiyao.normalize.draft import Change
from huiyao.normalize.gloss import BRACKETED, READING, can_read

LOST = "\ufffd"
"""Stands in the clean text for what cannot be restored."""

_GLOSS = re.compile(rf"[?？{LOST}][(（]?({READING})[)）]")
_BROKEN = re.compile(rf"{_GLOSS.pattern}|\?(?=！[^\s“”])|\?/[a-z]\w{{0,5}}>")
_TAG = re.compile(r"\?/[a-z]\w{0,5}>")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_FIRST_BYTES = range(0x81, 0xFF)
_STOP = 0xA1  # the first byte of 。 and of the quotation marks and brackets that follow it
_FEW = 30


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of wrongly paired bytes and the characters that it stands for, none if its bytes do not pair up."""

    start: int
    end: int
    characters: str
    certain: bool


def changes(text: str, _: Lexicon) -> Iterator[Change]:
    """Puts the characters that the bytes determine where they were, and a mark where they determine none."""
    stretches = list(_stretches(text))
    if not stretches:
        return
    keeps_all = _PRIVATE.search(text) is not None
    known = _known(set() if keeps_all else {word for each in stretches for word, _ in _windows(text, each)})
    for each in stretches:
        if _is_common(each.characters) and (keeps_all or _is_worded(text, each, known)):
            reason = "lost" if LOST in each.characters else "recovered"
            yield Change(each.start, each.end, each.characters, reason)
        elif each.certain or not _is_common(text[each.start + 2 : each.end]):
            yield Change(each.start, each.end, LOST, "lost")


def _stretches(text: str) -> Iterator[_Stretch]:
    at = 0
    while found := _BROKEN.search(text, at):
        start, at = found.span()
        characters, certain = "", True
        if found[1]:
            before = _bytes(text[start - 1 : start])
            lead = _lost_byte(before[1], found[1]) if len(before) == 2 else None
            if lead is None and found[1].isascii():
                continue
            characters, at = _read(text, at, lead)
        elif found[0] == "?":
            characters, at = _read(text, at, _STOP)
            certain = False
        if tag := _TAG.match(text, at):
            at, certain = tag.end(), True
        yield _Stretch(start, at, characters, certain)


def _read(text: str, at: int, lead: int | None) -> tuple[str, int]:
    """The characters for the bytes of a text from a place on, paired with the byte before, and where they end."""
    characters = ""
    while at < len(text):
        if broken := _GLOSS.match(text, at):
            trail = None if lead is None else _lost_byte(lead, broken[1])
            return characters + _character(lead, trail), broken.end()
        if characters and (gloss := BRACKETED.match(text, at)) and can_read(text[at - 1], gloss[1]):
            at = gloss.end()
            continue
        data = _bytes(text[at])
        if not data or data[0] < 0x40:
            return "", at
        at += 1
        characters += _character(lead, data[0])
        if len(data) == 1:
            return characters, at
        lead = data[1]
        if lead < 0x80:
            return characters + chr(lead), at
    return "", at


def _lost_byte(first: int, reading: str) -> int | None:
    """The byte that makes with the one before it the character of a gloss; None if that is open."""
    readable = [byte for byte in _FIRST_BYTES if can_read(_character(first, byte), reading, exactly=True)]
    likely = [byte for byte in readable if _is_common(_character(first, byte))] or readable
    return likely[0] if len(likely) == 1 else None


def _character(lead: int | None, trail: int | None) -> str:
    return LOST if lead is None or trail is None else bytes((lead, trail)).decode("gb18030", "replace")[0]


def _bytes(character: str) -> bytes:
    """The one or two bytes of a character in GBK, none where it has not so many."""
    data = character.encode("gb18030", "replace")
    return data if len(data) <= 2 else b""


def _is_common(text: str) -> bool:
    """Whether three of four characters are marks, ASCII or, simplified, of the 3,755 of GB 2312's first level."""
    common = 0
    for character in text:
        data = script.simplified(character).encode("gb2312", "replace")
        common += character.isascii() or (len(data) == 2 and (0xA1 <= data[0] <= 0xA3 or 0xB0 <= data[0] <= 0xD7))
    return bool(text) and common * 4 >= (len(text) - text.count(LOST)) * 3


def _windows(text: str, stretch: _Stretch) -> Iterator[tuple[str, range]]:
    """Each two to four simplified characters of a stretch, one before and one after it included, with their places."""
    around = text[stretch.start - 1 : stretch.start] or "\n", text[stretch.end : stretch.end + 1] or "\n"
    whole = "".join(map(script.simplified, stretch.characters.join(around)))
    for start in range(len(whole)):
        for end in range(start + 2, min(start + 4, len(whole)) + 1):
            if whole[start:end].isalpha():
                yield whole[start:end], range(start - 1, end - 1)


def _is_worded(text: str, stretch: _Stretch, known: frozenset[str]) -> bool:
    """Whether more than half of a stretch's characters lie in known words."""
    places = {at for word, where in _windows(text, stretch) if word in known for at in where}
    words = [at for at, character in enumerate(stretch.characters) if character > "\u3400" and character.isalpha()]
    return len(places.intersection(words)) * 2 > len(words)


def _known(words: set[str]) -> frozenset[str]:
    """Those of the words that jieba's dictionary has."""
    lines = _dictionary()
    if len(words) <= _FEW:
        return frozenset(word for word in words if f"\n{word} " in lines)
    return frozenset(words.intersection(line.partition(" ")[0] for line in lines.splitlines()))


@lru_cache(maxsize=1)
def _dictionary() -> str:
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    return "\n" + Path(spec.origin).with_name("dict.txt").read_text("utf-8")
