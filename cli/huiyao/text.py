"""Places in a text, and the way back from a changed text to its source. Offsets count characters and are half-open."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LOST = "\ufffd"
"""Stands in a text for what its bytes do not tell."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    @property
    def slice(self) -> slice:
        """For cutting the span out of its text: `text[span.slice]`."""
        return slice(self.start, self.end)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same stretch, `by` characters further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change on the way from the source to the clean text.

    `before` stands at `source` in the source text, `after` at `clean` in the clean text; `reason` is one of
    gloss, recovered, lost, width, wrap, space, script, control.
    """

    source: Span
    clean: Span
    before: str
    after: str
    reason: str


class OffsetMap:
    """For each character of a clean text, the span of the source that it stands for.

    Spans are in order and do not overlap. Source characters that no clean character stands for (a removed space)
    lie between them; a removed gloss belongs to the character before it.
    """

    __slots__ = ("_ends", "_length", "_starts")

    def __init__(self, starts: Sequence[int], ends: Sequence[int], source_length: int) -> None:
        if len(starts) != len(ends):
            raise ValueError("one start and one end for each clean character")
        self._starts = array("I", starts)
        self._ends = array("I", ends)
        self._length = source_length

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of an unchanged text of `length` characters."""
        return cls(range(length), range(1, length + 1), length)

    def __len__(self) -> int:
        return len(self._starts)

    def source(self, clean: Span) -> Span:
        """The source span of a clean span; an empty span maps to an empty one.

        Raises ValueError for a span outside the clean text.
        """
        if clean.end > len(self):
            raise ValueError(f"span {clean.start}:{clean.end} lies outside a text of {len(self)} characters")
        if clean.start == clean.end:
            at = self._starts[clean.start] if clean.start < len(self) else self._length
            return Span(at, at)
        return Span(self._starts[clean.start], self._ends[clean.end - 1])

    def clean(self, source: Span) -> Span:
        """The clean span of those characters that stand for any part of a source span."""
        start = bisect_right(self._ends, source.start)
        return Span(start, max(start, bisect_left(self._starts, source.end)))


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans`; raises ValueError when there is none."""
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def followed_by(text: str, words: str, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern matches right behind some place at which words stand in a text.

    A pattern made of the words themselves would be kept among the compiled ones, and with it words of a report.
    """
    at = text.find(words)
    while at >= 0:
        if pattern.match(text, at + len(words)):
            return True
        at = text.find(words, at + 1)
    return False


def hidden(text: str, spans: Iterable[Span], sign: str) -> str:
    """The text, as long as before, with `sign` for each character of the spans, which come in order."""
    parts: list[str] = []
    at = 0
    for span in spans:
        if span.start >= at:
            parts += (text[at : span.start], sign * len(span))
            at = span.end
    return "".join((*parts, text[at:]))


def restore(text: str, edits: Iterable[Edit]) -> str:
    """The source of a clean text, rebuilt from the text and all edits that led to it, in order."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.clean.start], edit.before)
        at = edit.clean.end
    return "".join((*parts, text[at:]))
