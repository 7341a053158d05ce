"""Reads a text as the program does, up to dates, quantities and statistics."""

from __future__ import annotations

from collections.abc import Sequence

from huiyao import normalize, segment
from huiyao.lexicon import bundled
from huiyao.recognize import date, imprint, number, statistic
from huiyao.records import CalendarDate, DateMention, Passages, Quantity, Report, Statistic


def passages(text: str) -> Passages:
    lexicon = bundled()
    return segment.run(normalize.run(Report("-", text, "0"), lexicon), lexicon)


def dates(text: str, published: CalendarDate | None = None) -> tuple[DateMention, ...]:
    page = passages(text)
    return date.resolve(date.find(page, bundled()), page, published)


def quantities(text: str) -> tuple[Quantity, ...]:
    page = passages(text)
    return number.find(page, date.find(page, bundled()), bundled())


def statistics(text: str) -> tuple[Statistic, ...]:
    page, lexicon = passages(text), bundled()
    found = date.find(page, lexicon)
    about = imprint.read(page, found, lexicon)
    resolved = date.resolve(found, page, about.published)
    return statistic.find(page, number.find(page, resolved, lexicon), resolved, about, lexicon)


def told(found: Sequence[Statistic]) -> list[tuple[str, str]]:
    """Subject and quantity of each statistic."""
    return [(s.subject, s.quantity.text) for s in found]
