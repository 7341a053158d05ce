"""Puts the linked facts of a report together."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from huiyao.records import (
    AttendingOrganization,
    Event,
    Imprint,
    Mention,
    Passages,
    Person,
    Resolution,
    Statistic,
    Summary,
)
from huiyao.text import Span


class Linked(NamedTuple):
    """A report's facts with people as entities, before they are put beside the events that they belong to."""

    imprint: Imprint
    events: tuple[Event, ...]
    people: tuple[Person, ...]
    attending: tuple[AttendingOrganization, ...]
    resolutions: tuple[Resolution, ...]
    recipients: tuple[Mention, ...]
    statistics: tuple[Statistic, ...]


def run(passages: Passages, linked: Linked) -> Summary:
    """The summary of a report: each person and resolution with the event under which the text tells of it."""
    starts = [event.span.start for event in linked.events]
    return Summary(
        clean=passages.clean,
        imprint=linked.imprint,
        events=linked.events,
        people=tuple(replace(p, events=_attended(p, starts)) for p in linked.people),
        attending_organizations=tuple(replace(o, event=_told_under(o.span.start, starts)) for o in linked.attending),
        resolutions=tuple(replace(r, event=_told_under(r.span.start, starts)) for r in _with_concerned(linked)),
        statistics=linked.statistics,
        warnings=passages.clean.report.warnings,
    )


def _with_concerned(linked: Linked) -> Iterator[Resolution]:
    """Each resolution with those whom it elects, awards or dismisses.

    They stand in its own words, or where the sentence says so of them: between the resolution before and this one, or
    anywhere in a sentence that tells of no other.
    """
    told = Counter(resolution.evidence.sentence for resolution in linked.resolutions)
    end = 0
    for resolution in linked.resolutions:
        sentence, own = resolution.evidence.sentence, resolution.span
        reach = Span(max(sentence.start, min(end, own.start)), own.end)
        if told[sentence] == 1:
            reach = Span(min(sentence.start, own.start), max(sentence.end, own.end))
        end = own.end
        if resolution.kind not in ("elected", "awarded", "decided"):
            yield resolution
            continue
        given = resolution.kind if resolution.kind != "decided" else None
        yield replace(
            resolution,
            people=tuple(
                at
                for at, person in enumerate(linked.people)
                if any(mention.span in own for mention in person.mentions)
                or any(p.role == given and p.span in reach for p in person.presences)
            ),
            organizations=tuple(dict.fromkeys(m.text for m in linked.recipients if given and m.span in reach)),
        )


def _told_under(at: int, starts: Sequence[int]) -> int | None:
    """The last event named at or before a place of the text, else the first of all; None where there is no event."""
    if not starts:
        return None
    return max(0, bisect_right(starts, at) - 1)


def _attended(person: Person, starts: Sequence[int]) -> tuple[int, ...]:
    places = (_told_under(p.span.start, starts) for p in person.presences if p.attended)
    return tuple(sorted({at for at in places if at is not None}))
