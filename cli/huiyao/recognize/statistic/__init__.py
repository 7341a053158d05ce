"""Statistics: figures with what they count, when, and whether they are reached, aimed at or foreseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huiyao.lexicon import Lexicon
from huiyao.recognize.statistic import table
from huiyao.recognize.statistic.figure import Clauses
from huiyao.recognize.statistic.period import Periods
from huiyao.recognize.statistic.refuse import Refusals
from huiyao.recognize.statistic.relative import RELATIVE
from huiyao.recognize.statistic.subject import Subjects
from huiyao.recognize.statistic.words import words
from huiyao.records import DateMention, Evidence, Imprint, Passages, Quantity, Statistic
from huiyao.text import Span

# two counts of so many that agree are the same count; smaller ones agree by chance
_TELLING = 30
_COMMON_UNITS = RELATIVE | {"元", "美元", "票", "股", ""}


def find(
    passages: Passages,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    imprint: Imprint,
    lexicon: Lexicon,
) -> tuple[Statistic, ...]:
    """All statistics of a report in the order of the text; a figure that is told again is listed once."""
    clauses = Clauses(passages, quantities, dates, lexicon)
    periods = Periods(clauses, dates, imprint)
    told = [*_told(clauses, periods, lexicon)]
    headings = frozenset(s for b in passages.blocks if b.kind in ("title", "heading") for s in b.sentences or (b.span,))
    once = [*_once(told, headings), *table.read(passages, periods.default(), lexicon)]
    return tuple(sorted(once, key=lambda s: s.quantity.span))


def _told(clauses: Clauses, periods: Periods, lexicon: Lexicon) -> Iterator[Statistic]:
    """The statistics told in sentences."""
    subjects = Subjects(clauses, words(lexicon))
    refusals = Refusals(clauses, lexicon)
    for figures in clauses.figures(refusals.keep):
        if not figures:
            continue
        for figure, subject in zip(figures, subjects.of(figures), strict=True):
            if subject is None:
                continue
            status = "actual" if subject.rule == "level-before" else periods.status(figure)
            yield Statistic(
                subject.text,
                figure.quantity,
                periods.period(figure, subject, status),
                status,
                None,
                subject.span,
                Evidence(subject.rule, (figure.quantity.span,), figure.sentence),
            )


def _once(told: Sequence[Statistic], headings: frozenset[Span]) -> Iterator[Statistic]:
    """Each figure once: as the prose tells it rather than a heading, else as it is told first."""
    kept: dict[tuple[object, ...], list[Statistic]] = {}
    for statistic in sorted(told, key=lambda s: s.evidence.sentence in headings):
        amount = statistic.quantity.amount
        alike = kept.setdefault((amount.value, amount.value_max, amount.unit), [])
        if not any(_same(statistic, other) for other in alike):
            alike.append(statistic)
            yield statistic


def _same(one: Statistic, other: Statistic) -> bool:
    """Whether two statistics with the same amount are one that is told twice."""
    amount = one.quantity.amount
    if one.evidence.sentence == other.evidence.sentence:
        return False
    if amount.value >= _TELLING and amount.unit not in _COMMON_UNITS:
        return True
    short, long = sorted((one.subject, other.subject), key=len)
    return short in long and 2 * len(short) >= len(long)
