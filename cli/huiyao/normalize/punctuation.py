"""One form for each mark: full-width beside Chinese words, half-width in numbers and between Latin words.

Whether a mark stands beside a Chinese word is asked of the words on either side of all marks and spaces that stand
together: so no mark's form hangs on that of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff〇"
"""Characters of Chinese words, for a class of a regular expression."""
IS_HAN = patterns.compile(f"[{HAN}]")
GAP = " \t\u3000\xa0\u1680\u2000-\u200a\u202f\u205f"
"""Spaces within a line, likewise."""

_BETWEEN = patterns.compile(r"[^\w\n]+")
_FULL = str.maketrans(",;:!?()", "，；：！？（）")
_HALF = str.maketrans("：∶．，", "::.,")

_NOISE = patterns.compile(rf",[,{GAP}]*")
_NOISED = frozenset("，。；：、！？")
_MARK = patterns.compile(r"[,;!?]|:(?!//)")
_IN_NUMBER = patterns.compile(r"(?<=\d)[：∶．](?=\d)|(?<!\d)\d{1,3}(?:，\d{3})+(?!\d)|∶")
_HALF_BRACKET = patterns.compile(r"[()]")
_BRACKET = patterns.compile(r"[()（）\n]")
_DOT = patterns.compile(
    rf"(?<=[{HAN}])[.．](?=[{GAP}]*(?:[{HAN}”’）》\n]|$))|．|(?<=[{HAN}A-Za-z])[•・‧∙⋅･](?=[{HAN}A-Za-z])"
)
_NUMERAL = frozenset("一二三四五六七八九十")


def noise(text: str, _: Lexicon) -> Iterator[Change]:
    """Takes out the comma that some of the tools which gloss pages set before each mark, as in 召开,。"""
    for found in _NOISE.finditer(text):
        if text[found.end() : found.end() + 1] in _NOISED:
            yield Change(*found.span(), "", "width")


def marks(text: str, _: Lexicon) -> Iterator[Change]:
    """Full-width marks beside Chinese words."""
    for found in beside_chinese(text, _MARK):
        yield Change(*found.span(), found[0].translate(_FULL), "width")


def brackets(text: str, _: Lexicon) -> Iterator[Change]:
    """Full-width brackets around or beside Chinese words, two that belong together alike."""
    beside = {found.start() for found in beside_chinese(text, _HALF_BRACKET)}
    places = set(beside)
    opened: list[tuple[int, int]] = []
    parts = end = 0  # how many stretches between brackets have held Chinese words, and where the last one ended
    for found in _BRACKET.finditer(text):
        at, sign = found.start(), found[0]
        parts += IS_HAN.search(text, end, at) is not None
        end = found.end()
        if sign == "\n":
            opened.clear()
        elif sign in "(（":
            opened.append((at, parts))
        elif opened:
            start, parts_before = opened.pop()
            mixed = (text[start] == "(") != (sign == ")")
            if mixed or parts > parts_before or start in beside or at in beside:
                places |= {start, at}
    for at in sorted(places):
        yield Change(at, at + 1, text[at].translate(_FULL), "width")


def beside_chinese(text: str, signs: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The signs that stand, with others and spaces or alone, between two words of which one is Chinese."""
    if signs.search(text):
        for between in _BETWEEN.finditer(text):
            start, end = between.span()
            if signs.search(text, start, end) and (_ends_in_han(text, start) or IS_HAN.match(text, end)):
                yield from signs.finditer(text, start, end)


def _ends_in_han(text: str, at: int) -> bool:
    return at > 0 and IS_HAN.match(text, at - 1) is not None


def dots(text: str, lexicon: Lexicon) -> Iterator[Change]:
    """The dot of a name is ·, that at a sentence's end 。, that behind a number a half-width one."""
    for found in _DOT.finditer(text):
        at = found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        foreign = lexicon.table("transcription")
        if found[0] not in ".．" or (before in foreign and after in foreign):
            sign = "·"
        elif before in _NUMERAL or not IS_HAN.match(before):
            sign = "."
        else:
            sign = "。"
        yield Change(at, at + 1, sign, "width")


def numbers(text: str, _: Lexicon) -> Iterator[Change]:
    """Half-width marks inside numbers and times, as in １，０００ and 9：30."""
    for found in _IN_NUMBER.finditer(text):
        after = "：" if found[0] == "∶" and not text[found.start() - 1].isdigit() else found[0].translate(_HALF)
        yield Change(*found.span(), after, "width")
