"""Puts the linked facts of a report together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from huiyao.records import (
    AttendingOrganization,
    Event,
    Imprint,
    Passages,
    Person,
    Resolution,
    Statistic,
    Summary,
)


@dataclass(frozen=True, slots=True)
class Linked:
    """A report's facts with people as entities, before they are put beside the events that they belong to."""

    imprint: Imprint
    events: tuple[Event, ...]
    people: tuple[Person, ...]
    attending: tuple[AttendingOrganization, ...]
    resolutions: tuple[Resolution, ...]
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
        resolutions=linked.resolutions,
        resolution_events=tuple(_told_under(r.span.start, starts) for r in linked.resolutions),
        statistics=linked.statistics,
        warnings=passages.clean.report.warnings,
    )


def _told_under(at: int, starts: Sequence[int]) -> int | None:
    """The last event named at or before a place of the text, else the first of all; None where there is no event."""
    if not starts:
        return None
    return max(0, bisect_right(starts, at) - 1)


def _attended(person: Person, starts: Sequence[int]) -> tuple[int, ...]:
    places = (_told_under(p.span.start, starts) for p in person.presences if p.attended)
    return tuple(sorted({at for at in places if at is not None}))
