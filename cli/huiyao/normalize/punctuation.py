"""One form for each mark: full-width in Chinese text, half-width in numbers and Latin text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff〇"
"""Characters of Chinese words, for a class of a regular expression."""
CJK = f"{HAN}\u2e80-\u2fdf\u3001-\u33ff\uf900-\ufaff\uff00-\uffee“”‘’…—"
"""Characters beside which a mark is a Chinese one, likewise."""
GAP = " \t\u3000\xa0\u1680\u2000-\u200a\u202f\u205f"
"""Spaces within a line, likewise."""

_IS_CJK = re.compile(f"[{CJK}]")
_IS_GAP = re.compile(f"[{GAP}]")
_FULL = str.maketrans(",;:!?()", "，；：！？（）")

_NOISE = re.compile(r",+(?=[，。；：、！？])")
_MARK = re.compile(r"[,;:!?]")
_IN_NUMBER = re.compile(r"(?<=\d)[：∶．](?=\d)|(?<!\d)\d{1,3}(?:，\d{3})+(?!\d)|∶")
_HALF = str.maketrans("：∶．，", "::.,")
_LONG = 80  # how far into a bracket to look for Chinese: nested ones must not cost the square of their number
_BRACKET = re.compile(r"[()（）\n]")
_DOT = re.compile(
    rf"(?<=[{HAN}])[.．](?=[{GAP}]*(?:[{HAN}”’）》\n]|$))|．|(?<=[{HAN}A-Za-z])[•・‧∙⋅･](?=[{HAN}A-Za-z])"
)
_NUMERAL = frozenset("一二三四五六七八九十")


def noise(text: str, _: Lexicon) -> Iterator[Change]:
    """Takes out the comma that some of the tools which gloss pages set before each mark, as in 召开,。"""
    for found in _NOISE.finditer(text):
        yield Change(*found.span(), "", "width")


def marks(text: str, _: Lexicon) -> Iterator[Change]:
    """Full-width marks beside Chinese characters."""
    for found in _MARK.finditer(text):
        at = found.start()
        before, after = _beside(text, at, -1), _beside(text, at, 1)
        if (before.isdigit() and after.isdigit()) or not (_IS_CJK.match(before) or _IS_CJK.match(after)):
            continue
        yield Change(at, at + 1, found[0].translate(_FULL), "width")


def numbers(text: str, _: Lexicon) -> Iterator[Change]:
    """Half-width marks inside numbers and times, as in １，０００ and 9：30."""
    for found in _IN_NUMBER.finditer(text):
        after = "：" if found[0] == "∶" and not text[found.start() - 1].isdigit() else found[0].translate(_HALF)
        yield Change(*found.span(), after, "width")


def brackets(text: str, _: Lexicon) -> Iterator[Change]:
    """Full-width brackets in Chinese text, two that belong together alike."""
    places: list[int] = []
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        at, sign = found.start(), found[0]
        if sign == "\n":
            opened.clear()
        elif sign in "(（":
            opened.append(at)
        elif opened:
            places += _chinese(text, opened.pop(), at)
        elif sign == ")" and _IS_CJK.match(_beside(text, at, -1) + _beside(text, at, 1)):
            places.append(at)
    for at in sorted(places):
        yield Change(at, at + 1, text[at].translate(_FULL), "width")


def _chinese(text: str, start: int, end: int) -> tuple[int, ...]:
    """The half-width ones of two brackets that belong together, if they are Chinese."""
    half = tuple(at for at in (start, end) if text[at] in "()")
    if not half:
        return ()
    outside = _IS_CJK.match(_beside(text, start, -1)) or _IS_CJK.match(_beside(text, end, 1))
    return half if outside or len(half) == 1 or _IS_CJK.search(text, start + 1, min(end, start + _LONG)) else ()


def dots(text: str, lexicon: Lexicon) -> Iterator[Change]:
    """The dot of a name is ·, that at a sentence's end 。, that behind a number a half-width one."""
    for found in _DOT.finditer(text):
        at = found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        foreign = lexicon.table("transcription")
        if found[0] not in ".．" or (before in foreign and after in foreign):
            sign = "·"
        elif not before or before in _NUMERAL or not _IS_CJK.match(before):
            sign = "."
        else:
            sign = "。"
        yield Change(at, at + 1, sign, "width")


def _beside(text: str, at: int, step: int) -> str:
    """The sign before or after a place, one space skipped; empty at a text's end."""
    for place in (at + step, at + 2 * step):
        if not 0 <= place < len(text):
            return ""
        if not _IS_GAP.match(text[place]):
            return text[place]
    return ""
