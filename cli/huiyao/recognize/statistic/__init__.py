"""Statistics: figures with what they count, when, and whether they are reached, aimed at or foreseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huiyao.lexicon import Lexicon
from huiyao.recognize.statistic import table
from huiyao.recognize.statistic.figure import Clauses
from huiyao.recognize.statistic.period import Periods
from huiyao.recognize.statistic.refuse import Refusals
from huiyao.recognize.statistic.subject import Subjects
from huiyao.recognize.statistic.words import words
from huiyao.records import DateMention, Evidence, Imprint, Passages, Quantity, Statistic


def find(
    passages: Passages,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    imprint: Imprint,
    lexicon: Lexicon,
) -> tuple[Statistic, ...]:
    """All statistics of a report in the order of the text."""
    clauses = Clauses(passages, quantities, dates, lexicon)
    subjects = Subjects(clauses, words(lexicon))
    periods = Periods(clauses, dates, imprint)
    refusals = Refusals(clauses, lexicon)
    found = []
    for every in clauses.figures():
        figures = refusals.keep(every)
        if not figures:
            continue
        for figure, subject in zip(figures, subjects.of(figures), strict=True):
            if subject is None:
                continue
            status = periods.status(figure)
            found.append(
                Statistic(
                    subject.text,
                    figure.quantity,
                    periods.period(figure, subject.text, status),
                    status,
                    None,
                    subject.span,
                    Evidence(subject.rule, (figure.quantity.span,), figure.sentence),
                )
            )
    found.extend(table.read(passages, imprint.year, lexicon))
    return tuple(sorted(found, key=lambda s: s.quantity.span))
