"""Reads a text as the program does, as far as a step needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huiyao import normalize, segment
from huiyao.lexicon import bundled
from huiyao.recognize import date, imprint, number, statistic
from huiyao.records import CalendarDate, CleanText, DateMention, Imprint, Passages, Quantity, Report, Statistic


@dataclass(frozen=True)
class Page:
    """A text with its dates, its imprint and its quantities."""

    passages: Passages
    dates: tuple[DateMention, ...]
    imprint: Imprint
    quantities: tuple[Quantity, ...]


def clean(text: str) -> CleanText:
    return normalize.run(Report("-", text, "0"), bundled())


def passages(text: str) -> Passages:
    return segment.run(clean(text), bundled())


def page(text: str) -> Page:
    lexicon, read = bundled(), passages(text)
    found = date.find(read, lexicon)
    about = imprint.read(read, found, lexicon)
    resolved = date.resolve(found, read, about.published)
    return Page(read, resolved, about, number.find(read, resolved, lexicon))


def dates(text: str, published: CalendarDate | None = None) -> tuple[DateMention, ...]:
    read = passages(text)
    return date.resolve(date.find(read, bundled()), read, published)


def quantities(text: str) -> tuple[Quantity, ...]:
    read = passages(text)
    return number.find(read, date.find(read, bundled()), bundled())


def statistics(text: str) -> tuple[Statistic, ...]:
    read = page(text)
    return statistic.find(read.passages, read.quantities, read.dates, read.imprint, bundled())


def told(found: Sequence[Statistic]) -> list[tuple[str, str]]:
    """Subject and quantity of each statistic."""
    return [(s.subject, s.quantity.text) for s in found]
