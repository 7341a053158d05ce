"""Which encoding bytes are in, and what they say in it.

Own rule, since libraries give no answer at a single damaged byte and take a short simplified text for Big5: a byte
order mark, else strict UTF-8, else the encoding in which the text has most frequent characters and fewest odd ones.
"""

from __future__ import annotations

import codecs
import unicodedata
from functools import cache

from huiyao import patterns
from huiyao.errors import InputError
from huiyao.lexicon import bundled
from huiyao.text import LOST

# A supersets stands for its subsets: pages that call themselves gb2312 hold characters of GBK.
_NAMES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
}
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_WITH_ASCII = _CANDIDATES[:3]
_SAMPLE = 200_000
_PLAIN = patterns.compile(r"[\n\r\t -~]+")
_PLAIN_BYTES = bytes((*b"\n\r\t", *range(ord(" "), ord("~") + 1)))
_CONTROL = patterns.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HAN = patterns.compile(r"[\u3400-\u9fff]")
_ODD = frozenset(("Cc", "Co", "Cn", "Cs"))
_NO_TEXT = -0.2


def decode(data: bytes, path: str, *, encoding: str | None = None, declared: str | None = None) -> tuple[str, str]:
    """The text of bytes, its byte order mark left out, with � for what could not be decoded, and the encoding's name.

    `encoding` is the user's word and is taken; what the file itself has `declared` is often wrong, and is taken where
    it makes no less sense than what the bytes look like. Raises InputError for an `encoding` that does not exist or
    does not fit and for bytes that are no text in any.
    """
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    if encoding is not None:
        return _as_told(data, path, encoding)
    name = detect(data, declared)
    text = data.decode(name, "replace")
    is_doubtful = (name != "utf-8" or LOST in text) and not _is_mostly_ascii(data)
    if _is_riddled(text) or (is_doubtful and _merit(text[:_SAMPLE]) < _NO_TEXT):
        raise InputError(
            f"{path} is not a text but binary data",
            code="unsupported",
            hint="save the report as text, HTML, Word or PDF",
        )
    return text, name


def _as_told(data: bytes, path: str, encoding: str) -> tuple[str, str]:
    """The text in the encoding that the user names, and that encoding's name."""
    try:
        name = _known(encoding) or encoding
        text = data.decode(name, "replace")
    except (LookupError, ValueError):
        raise InputError(
            f"there is no encoding {encoding}",
            code="encoding",
            hint="utf-8, gb18030, big5 and utf-16 are some that there are",
        ) from None
    if text.count(LOST) * 10 > len(text):
        raise InputError(f"{path} is not {name}", code="encoding", hint="leave the encoding out, and it is found")
    return text, name


def _is_riddled(text: str) -> bool:
    """Whether a text has more control characters than one has by accident, and than it has Chinese ones."""
    controls = len(_CONTROL.findall(text))
    return controls * 50 > len(text) and controls > len(_HAN.findall(text))


def detect(data: bytes, declared: str | None = None) -> str:
    """The encoding that bytes without a byte order mark are most likely in; what is `declared` decides a draw."""
    found = _detect(data)
    told = _known(declared) if declared else None
    if told == found or told not in _CANDIDATES:
        return found
    try:
        data.decode(told)
    except UnicodeDecodeError:
        return found
    sample = data[:_SAMPLE]
    return told if _merit(sample.decode(told, "replace")) >= _merit(sample.decode(found, "replace")) else found


def _detect(data: bytes) -> str:
    sample = data[:_SAMPLE]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        names = _WITH_ASCII if _is_mostly_ascii(sample) else _CANDIDATES
        return max(names, key=lambda name: _merit(sample.decode(name, "replace")))
    return "utf-16-le" if b"\0" in data and _merit(sample.decode("utf-16-le", "replace")) > 0 else "utf-8"


def _is_mostly_ascii(data: bytes) -> bool:
    """Whether bytes are as no Chinese text in UTF-16 has them: half of its own are by chance those of ASCII signs.

    Two letters of ASCII, for their part, pass for a Chinese character.
    """
    return len(data.translate(None, _PLAIN_BYTES)) * 4 < len(data)


def _known(name: str) -> str | None:
    try:
        name = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return _NAMES.get(name, name)


def _merit(text: str) -> float:
    """From 1 for a text of frequent characters over 0 for one of rare ones to -3 for one that could not be decoded."""
    rest = _PLAIN.sub("", text)
    if not rest:
        return 0.5
    return sum(map(_weight, rest)) / len(rest)


@cache
def _weight(character: str) -> float:
    if character in bundled().table("frequent"):
        return 1.0
    if character in "，。、；：？！（）《》“”‘’　·—…【】％":
        return 0.5
    if character == LOST:
        return -3.0
    if unicodedata.category(character) in _ODD:
        return -1.5
    return 0.0 if "\u4e00" <= character <= "\u9fff" or character > "\uff00" else -0.5
