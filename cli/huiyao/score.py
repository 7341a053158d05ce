"""How well summaries meet gold annotations, facet by facet.

A gold annotation and a summary are documents of the same shape, as JSON has them. For each facet the items of the two
are paired one to one, the most alike first; an item of the gold without a partner is missed, one of the summary is
wrong. Strings are compared without width, spaces and punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Document = Mapping[str, Any]
Likeness = Callable[[Any, Any], float]

_IGNORED = r"[\s“”\"'‘’「」『』·•・,，、。;；:：!！?？]+"
_ACTED = frozenset({"host", "speaker", "elected", "awarded"})
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items of a facet were found, and which were missed or wrong."""

    hits: int = 0
    missed: tuple[object, ...] = ()
    wrong: tuple[object, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def gold(self) -> int:
        """How many items the gold annotation has."""
        return self.hits + len(self.missed)

    @property
    def precision(self) -> float:
        """The part of what was said that is right; 0 if nothing was said."""
        said = self.hits + len(self.wrong)
        return self.hits / said if said else 0.0

    @property
    def recall(self) -> float:
        """The part of the gold that was found; 0 if there is none."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to be right about: its items in a document, and how alike two of them are (0: not the same)."""

    name: str
    counts: str
    items: Callable[[Document], Iterable[Any]]
    likeness: Likeness

    def compare(self, gold: Document, summary: Document) -> Tally:
        """The tally of this facet for one report."""
        return _pair(list(self.items(gold)), list(self.items(summary)), self.likeness)


def compare(gold: Document, summary: Document) -> dict[str, Tally]:
    """The tally of each facet for one report, from its gold annotation and the JSON of its summary."""
    return {facet.name: facet.compare(gold, summary) for facet in FACETS}


def overall(tallies: Mapping[str, Tally]) -> float:
    """The mean F1 of the facets in MAIN."""
    return sum(tallies[name].f1 for name in MAIN) / len(MAIN)


def folded(text: str | None) -> str:
    """A string as it is compared: NFKC, without spaces and punctuation."""
    return re.sub(_IGNORED, "", unicodedata.normalize("NFKC", text or ""))


def overlap(one: str | None, other: str | None) -> float:
    """The Dice coefficient of two strings' bigrams; 1 where one holds the other and is at most twice as long."""
    short, long = sorted((folded(one), folded(other)), key=len)
    if not short:
        return 0.0
    if short in long and 2 * len(short) >= len(long):
        return 1.0
    a, b = _bigrams(short), _bigrams(long)
    return 2 * (a & b).total() / (a.total() + b.total())


def _bigrams(text: str) -> Counter[str]:
    return Counter(map("".join, pairwise(text))) or Counter([text])


def _pair(gold: Sequence[Any], summary: Sequence[Any], likeness: Likeness) -> Tally:
    alike = ((likeness(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(summary))
    pairs = sorted((pair for pair in alike if pair[0] > 0), key=lambda pair: -pair[0])
    found: set[int] = set()
    right: set[int] = set()
    for _, i, j in pairs:
        if i not in found and j not in right:
            found.add(i)
            right.add(j)
    return Tally(
        len(found),
        tuple(g for i, g in enumerate(gold) if i not in found),
        tuple(s for j, s in enumerate(summary) if j not in right),
    )


def _once(items: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(items))


def _people(document: Document) -> Iterator[Document]:
    yield from document.get("people") or ()


def _names(document: Document) -> list[str]:
    return _once(folded(person["name"]) for person in _people(document))


def _present(document: Document) -> list[str]:
    return _once(folded(person["name"]) for person in _people(document) if person.get("attended"))


def _roles(document: Document) -> list[tuple[str, str]]:
    return _once(
        (folded(person["name"]), role)
        for person in _people(document)
        for role in person.get("roles") or ()
        if role in _ACTED
    )


def _titles(document: Document) -> list[tuple[str, str]]:
    return _once(
        (folded(person["name"]), folded(position["title"]))
        for person in _people(document)
        for position in person.get("positions") or ()
        if position.get("title")
    )


def _officials(document: Document) -> list[tuple[str, str, frozenset[str]]]:
    """Name, title, and the accepted forms of the organisation, which only a gold annotation has several of."""
    return _once(
        (
            folded(person["name"]),
            folded(position.get("title")),
            frozenset(map(folded, [position.get("organization"), *(position.get("also") or ())])),
        )
        for person in _people(document)
        for position in person.get("positions") or ()
        if position.get("title") or position.get("organization")
    )


def _attending(document: Document) -> list[str]:
    """Names; a gold annotation writes them bare."""
    there = document.get("attending_organizations") or ()
    return _once(folded(one if isinstance(one, str) else one.get("name")) for one in there)


def _events(document: Document) -> list[Document]:
    return list(document.get("events") or ())


def _counted(document: Document) -> list[Document]:
    return [event for event in _events(document) if _headcount(event)]


def _resolutions(document: Document) -> list[Document]:
    return list(document.get("resolutions") or ())


def _statistics(document: Document) -> list[Document]:
    return list(document.get("statistics") or ())


def _headcount(event: Document) -> Any:
    count = event.get("headcount")
    return count.get("value") if isinstance(count, Mapping) else count


def _same(one: object, other: object) -> float:
    return float(one == other)


def _same_official(one: tuple[Any, ...], other: tuple[Any, ...]) -> float:
    return float(one[:2] == other[:2] and bool(one[2] & other[2]))


def _same_event(one: Document, other: Document) -> float:
    return _enough(overlap(one.get("name"), other.get("name"))) if one.get("start") == other.get("start") else 0.0


def _same_headcount(one: Document, other: Document) -> float:
    return float(one.get("start") == other.get("start") and _same_number(_headcount(one), _headcount(other)))


def _same_matter(one: Document, other: Document) -> float:
    """A gold annotation calls the matter quote, a summary text."""
    return _enough(overlap(*(matter.get("quote") or matter.get("text") for matter in (one, other))))


def _same_resolution(one: Document, other: Document) -> float:
    return _same_matter(one, other) if one.get("kind") == other.get("kind") else 0.0


def _same_quantity(one: Document, other: Document) -> bool:
    return (
        _same_number(one.get("value"), other.get("value"))
        and _same_number(one.get("value_max"), other.get("value_max"))
        and folded(one.get("unit")) == folded(other.get("unit"))
    )


def _like_quantity(one: Document, other: Document) -> float:
    return 1 + overlap(one.get("subject"), other.get("subject")) if _same_quantity(one, other) else 0.0


def _same_statistic(one: Document, other: Document) -> float:
    return _enough(overlap(one.get("subject"), other.get("subject"))) if _same_quantity(one, other) else 0.0


def _same_dated(one: Document, other: Document) -> float:
    dated = all(one.get(key) == other.get(key) for key in ("period", "status"))
    return _same_statistic(one, other) if dated else 0.0


def _same_number(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= 1e-6 * max(1.0, abs(float(one)))


def _enough(likeness: float) -> float:
    return likeness if likeness >= _ENOUGH else 0.0


FACETS = (
    Facet("names", "people's names", _names, _same),
    Facet("titles", "name and title", _titles, _same),
    Facet("officials", "name, organisation and title", _officials, _same_official),
    Facet("attendance", "who was present", _present, _same),
    Facet("roles", "who hosted, spoke, was elected, was awarded", _roles, _same),
    Facet("attending", "organisations that took part", _attending, _same),
    Facet("events", "event and its date", _events, _same_event),
    Facet("headcounts", "how many came", _counted, _same_headcount),
    Facet("resolutions", "what was decided", _resolutions, _same_matter),
    Facet("kinds", "what was decided and in which way", _resolutions, _same_resolution),
    Facet("quantities", "value and unit", _statistics, _like_quantity),
    Facet("statistics", "value, unit and what is counted", _statistics, _same_statistic),
    Facet("dated", "the same with period and status", _statistics, _same_dated),
)
MAIN = ("officials", "attendance", "events", "resolutions", "statistics")
