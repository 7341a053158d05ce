"""Does to a text what the tools do that gloss pages byte by byte in GBK."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

_FIRST, _SECOND = range(0x81, 0xFF), range(0x40, 0xFF)


def gloss(text: str, glosses: Iterable[tuple[str, str]], *, keep_private: bool = True) -> str:
    """The text with a reading behind each pair of bytes that is a glossed character, whether or not it is one there.

    A byte that is left without its second one takes the sign behind it along and becomes a question mark. Characters
    of private use, as wrongly paired bytes often make them, are dropped unless `keep_private`.
    """
    data = text.encode("gb18030")
    for character, reading in glosses:
        pair = character.encode("gb18030")
        data = data.replace(pair, pair + f"({reading})".encode("gb18030"))
    return _decode(data, keep_private)


def _decode(data: bytes, keep_private: bool) -> str:
    signs: list[str] = []
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            signs.append(chr(data[at]))
            at += 1
            continue
        pair = data[at : at + 2]
        at += 2
        if pair[0] not in _FIRST or len(pair) == 1 or pair[1] not in _SECOND or pair[1] == 0x7F:
            signs.append("?")
            continue
        sign = pair.decode("gb18030", "replace")[0]
        if keep_private or not "\ue000" <= sign <= "\uf8ff":
            signs.append(sign)
    return "".join(signs)


def straddling(text: str) -> list[str]:
    """The characters that the second byte of one character of a text makes with the first byte of the next one."""
    data = [sign.encode("gb18030") for sign in text]
    pairs = [a[1:] + b[:1] for a, b in pairwise(data) if len(a) == len(b) == 2]
    return [sign for pair in pairs if len(sign := pair.decode("gb18030", "ignore")) == 1]
