"""Things in their places: which of them lie in a stretch of the text, without looking at all the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from huiyao.text import Span


class Spanned(Protocol):
    """Anything that has a place in the text."""

    @property
    def span(self) -> Span:
        """Its place."""


Thing = TypeVar("Thing", bound=Spanned)


class Placed(Generic[Thing]):
    """Things that do not overlap, by their places."""

    __slots__ = ("_starts", "_things")

    def __init__(self, things: Iterable[Thing]) -> None:
        self._things = sorted(things, key=lambda thing: thing.span.start)
        self._starts = [thing.span.start for thing in self._things]

    def within(self, span: Span) -> Sequence[Thing]:
        """Those that begin and end inside a span, in order."""
        found = self._things[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        if found and found[-1].span.end > span.end:
            found.pop()
        return found
