"""Where sentences end. Works on clean text, and bears half-width signs where they were left standing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao import patterns
from huiyao.text import Span

# A sentence without an end is cut here, so that no later step meets a run of unbounded length.
LONGEST = 1000

_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_CLOSING = r"[”’」』）)》】]*"
_END = rf"(?:[。！？；]|(?<=[{_HAN}）)”》%])[!?;．](?![{_HAN}]*[」』])|(?<=[{_HAN}）)”》%])\.(?=\s|$))"

# What stands in a pair that is short enough to be one word of the sentence is passed over whole.
_PAIRS = (
    r"《[^《》\n]{1,80}》",
    r"“[^“”\n]{1,40}”",
    r"「[^「」\n]{1,40}」",
    r"『[^『』\n]{1,40}』",
    r"（[^（）\n]{1,80}）",
    r"\([^()\n]{1,80}\)",
)
_STOP = patterns.compile(rf"(?P<pair>{'|'.join(_PAIRS)})|{_END}+{_CLOSING}|\n+")
# A quotation that is itself a sentence ends the one that brings it: 他说：“我们准备好了。”
_SPOKEN = patterns.compile(r"[。！？!?][”」』]$")


def split(text: str, block: Span) -> tuple[Span, ...]:
    """The sentences of a block of `text`, without the spaces around them, in order."""
    return tuple(span for cut in _cuts(text, block) for span in _bounded(text, trimmed(text, cut)) if len(span))


def trimmed(text: str, span: Span, around: str | None = None) -> Span:
    """The span without the characters of `around`, by default all spaces, at its ends."""
    piece = text[span.slice]
    start = span.start + len(piece) - len(piece.lstrip(around))
    return Span(start, max(start, span.end - len(piece) + len(piece.rstrip(around))))


def _cuts(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.lastgroup == "pair" and not _ends_by_quotation(text, stop):
            continue
        yield Span(start, stop.end())
        start = stop.end()
    yield Span(start, block.end)


def _ends_by_quotation(text: str, pair: re.Match[str]) -> bool:
    return bool(_SPOKEN.search(pair.group())) and text[pair.start() - 1 : pair.start()] in {"：", ":"}


def _bounded(text: str, span: Span) -> Iterator[Span]:
    while len(span) > LONGEST:
        within = text[span.start : span.start + LONGEST]
        at = max(within.rfind(sign) for sign in "，,、 ") + 1
        cut = span.start + (at or LONGEST)
        yield Span(span.start, cut)
        span = trimmed(text, Span(cut, span.end))
    yield span
