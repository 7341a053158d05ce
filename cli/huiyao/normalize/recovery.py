"""Restores what glossing has destroyed on pages whose tool worked on GBK bytes, as in 新聞?lì)悇e for 新聞類別.

There, the second byte of 聞 and the first of 類 happen to be 勵: the gloss (lì) was set between the two bytes of 類.
Its bracket made one broken sign with the first byte, and from there all bytes pair up shifted by one, up to a sign of
one byte. The gloss tells what the lost byte can have been, and the rest is paired up again. The same befalls 。” where
a comma was set before the ！ between them. Many pages lose characters of private use besides, and nothing shows where:
unless a text has kept some, what is restored must be words of the language. What stays open is marked lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.normalize import script, words
from huiyao.normalize.draft import Change
from huiyao.normalize.gloss import BRACKETED, READING, can_read, is_tonal
from huiyao.normalize.punctuation import GAP
from huiyao.text import LOST

_TAIL = patterns.compile(rf"[{GAP}\ue000-\uf8ff]*[(（]?[{GAP}]*({READING})[{GAP}]*[)）]")
_GLOSS = patterns.compile(rf"[?？{LOST}]{_TAIL.pattern}")
_BROKEN = patterns.compile(rf"{_GLOSS.pattern}|\?(?=！[{GAP}]*[^\s“”])|\?/[a-z]\w{{0,5}}>")
_GLOSS_AT_END = patterns.compile(rf"[(（]{READING}[)）]$")
_LONGEST = 13
_LONGEST_STRETCH = 400
_TAG = patterns.compile(r"\?/[a-z]\w{0,5}>")
_PRIVATE = patterns.compile(r"[\ue000-\uf8ff]")
_FIRST_BYTES = range(0x81, 0xFF)
_MARKS = frozenset("，。、；：？！“”‘’（）《》【】〈〉—…·％～　")
_STOP = 0xA1  # the first byte of 。 and of the quotation marks and brackets that follow it


class _Stretch(NamedTuple):
    """A stretch of wrongly paired bytes, what it can stand for, and the characters on either side of it."""

    start: int
    end: int
    options: tuple[str, ...]
    certain: bool
    before: str
    after: str


def changes(text: str, _: Lexicon) -> Iterator[Change]:
    """Puts the characters that the bytes determine where they were, and a mark where they determine none."""
    stretches = list(_stretches(text))
    if not stretches:
        return
    keeps_all = _PRIVATE.search(text) is not None
    known = words.known({word for each in stretches for option in each.options for word, _ in _windows(each, option)})
    for each in stretches:
        characters = _chosen(each, known, keeps_all=keeps_all)
        rest = text[each.start + 2 : each.end]
        if not characters and (each.certain or (rest and not _is_common(rest))):
            characters = LOST
        if characters.endswith(LOST):
            yield Change(each.start, _end_of_glosses(text, each.end), characters, "lost")
        elif characters:
            yield Change(each.start, each.end, characters, "lost" if LOST in characters else "recovered")


def _end_of_glosses(text: str, at: int) -> int:
    """The end of the glosses that begin at a place: of a lost character's nothing can be told."""
    while (gloss := _TAIL.match(text, at)) and is_tonal(gloss[1]):
        at = gloss.end()
    return at


def _stretches(text: str) -> Iterator[_Stretch]:
    at = 0
    while found := _BROKEN.search(text, at):
        start, at = found.span()
        options: list[str] = []
        certain = True
        if found[1]:
            before = _bytes(_glossed(text, start))
            leads = _lost_bytes(before[1], found[1]) if len(before) == 2 else []
            if not leads and not is_tonal(found[1]):
                continue
            options, at = _read(text, at, leads)
        elif found[0] == "?":
            options, at = _read(text, at, [_STOP])
            if _GLOSS.search(text, start, at):
                at = found.end()
                continue
            certain = False
        if tag := _TAG.match(text, at):
            at, certain = tag.end(), True
        yield _Stretch(start, at, tuple(options), certain, _glossed(text, start), text[at : at + 1])


def _glossed(text: str, at: int) -> str:
    """The character before a place, glosses between them left out."""
    while gloss := _GLOSS_AT_END.search(text[max(0, at - _LONGEST) : at]):
        at -= len(gloss[0])
    return text[at - 1 : at]


def _read(text: str, at: int, leads: Sequence[int]) -> tuple[list[str], int]:
    """What the bytes of a text from a place on can stand for, paired with the byte before, and where they end."""
    options = [""]
    limit = min(len(text), at + _LONGEST_STRETCH)
    while at < limit:
        if broken := _GLOSS.match(text, at):
            ends = [_character(lead, trail) for lead in leads for trail in _lost_bytes(lead, broken[1])] or [LOST]
            return [option + end for option in options for end in ends], broken.end()
        if options != [""] and (gloss := BRACKETED.match(text, at)) and can_read(text[at - 1], gloss[1]):
            at = gloss.end()
            continue
        data = _bytes(text[at])
        if text[at] in "?？" and not _BROKEN.match(text, at):
            return [option + LOST for option in options], at + 1
        if not data or data[0] < 0x40:
            return [], at
        at += 1
        ends = [_character(lead, data[0]) for lead in leads] or [LOST]
        options = [option + end for option in options for end in ends]
        if len(data) == 1:
            return options, at
        leads = [data[1]]
        if data[1] < 0x80:
            return [option + chr(data[1]) for option in options], at
    return [], at


def _chosen(stretch: _Stretch, known: frozenset[str], *, keeps_all: bool) -> str:
    """The characters of a stretch, those that stay open marked; none if the bytes make no text."""
    sure = "".join(signs[0] if len(set(signs)) == 1 else LOST for signs in zip(*stretch.options, strict=True))
    return sure if _is_common(sure) and (keeps_all or _is_worded(stretch, sure, known)) else ""


def _is_worded(stretch: _Stretch, option: str, known: frozenset[str]) -> bool:
    """Whether there are characters of words in it, and each lies in a known one."""
    covered = {at for word, places in _windows(stretch, option) if word in known for at in places}
    characters = {at for at, character in enumerate(option) if character > "\u3400" and character.isalpha()}
    return bool(characters) and characters <= covered


def _windows(stretch: _Stretch, option: str) -> Iterator[tuple[str, range]]:
    """Each two to four characters, simplified, that may be a word, and their places in the option."""
    whole = "".join(map(script.simplified, (stretch.before or "\n", *option, stretch.after or "\n")))
    for start in range(len(whole)):
        for end in range(start + 2, min(start + 4, len(whole)) + 1):
            if whole[start:end].isalpha():
                yield whole[start:end], range(start - 1, end - 1)


@lru_cache(maxsize=4096)
def _lost_bytes(first: int, reading: str) -> list[int]:
    """The bytes that make with the one before them a character of such a reading: common ones, if there are any."""
    readable = [byte for byte in _FIRST_BYTES if can_read(_character(first, byte), reading, exactly=True)]
    return [byte for byte in readable if _is_common(_character(first, byte))] or readable


def _character(lead: int, trail: int) -> str:
    return bytes((lead, trail)).decode("gb18030", "replace")[0]


def _bytes(character: str) -> bytes:
    """The one or two bytes of a character in GBK, none where it has not so many."""
    data = character.encode("gb18030", "replace")
    return data if len(data) <= 2 else b""


def _is_common(text: str) -> bool:
    """Whether three of four characters are usual marks, ASCII or, simplified, of GB 2312's first level of 3,755."""
    common = 0
    for character in text:
        data = script.simplified(character).encode("gb2312", "replace")
        common += character.isascii() or character in _MARKS or (len(data) == 2 and 0xB0 <= data[0] <= 0xD7)
    return bool(text) and common * 4 >= (len(text) - text.count(LOST)) * 3
