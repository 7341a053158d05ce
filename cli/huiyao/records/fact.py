"""Dates, figures, events, resolutions and statistics."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from huiyao.records.report import Evidence
from huiyao.text import Span

ReportKind = Literal["meeting", "annual_report", "news", "speech", "other"]
Qualifier = Literal["exact", "about", "over", "under"]
Status = Literal["actual", "target", "forecast"]
Direction = Literal["up", "down", "same"]
ResolutionKind = Literal[
    "approved", "rejected", "elected", "established", "renamed", "admitted", "signed", "released", "awarded", "decided"
]
Outcome = Literal["passed", "passed_unanimously", "rejected", "done"]


@dataclass(frozen=True, slots=True, order=True)
class CalendarDate:
    """A date as far as it is known. `str()` gives 2021-12-16, 2021-12, 2021 or, without a year, --11-20."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        if self.year is None:
            return f"--{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")
        return (
            f"{self.year:04d}" + (f"-{self.month:02d}" if self.month else "") + (f"-{self.day:02d}" if self.day else "")
        )


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or a stretch of days in the text; `end` is None for a single date."""

    span: Span
    start: CalendarDate
    end: CalendarDate | None
    rule: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit and its hedge: never a bare float. `unit` is None for a fraction, "" for a pure number."""

    value: Decimal
    value_max: Decimal | None
    unit: str | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in the text. `span` covers numeral and unit without words of approximation, `hedge` those words."""

    span: Span
    text: str
    amount: Amount
    hedge: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the report says of itself. `place` is the province or city that its bare 省 and 市 mean, if it says so."""

    kind: ReportKind
    title: str | None
    title_span: Span | None
    published: CalendarDate | None
    published_span: Span | None
    publisher: str | None
    publisher_span: Span | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Organizer:
    """An organisation that holds, co-holds, guides or supports an event."""

    name: str
    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, ceremony, visit or competition that the report tells of."""

    name: str
    start: CalendarDate | None
    end: CalendarDate | None
    place: str | None
    headcount: Amount | None
    organizers: tuple[Organizer, ...]
    span: Span
    spans: tuple[Span, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Votes:
    """A count of votes; None for what the report does not say. `share` is that of those in favour, in per cent."""

    favour: Decimal | None
    against: Decimal | None
    abstain: Decimal | None
    unit: str
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A matter that was decided or brought about, in the report's own words.

    `event` and `people`, those whom it elects, awards or dismisses, index the summary's; `organizations` are named.
    """

    kind: ResolutionKind
    text: str
    outcome: Outcome | None
    votes: Votes | None
    span: Span
    evidence: Evidence
    event: int | None = None
    people: tuple[int, ...] = ()
    organizations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A rise or fall that is said of a figure.

    `base` is what it is measured against, by its name in the word list or else in the report's words; `value` is None
    where nothing has changed.
    """

    direction: Direction
    base: str | None
    value: Decimal | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Statistic:
    """A figure with what it counts, when, and whether it is reached, aimed at or foreseen."""

    subject: str
    quantity: Quantity
    period: str | None
    status: Status
    change: Change | None
    subject_span: Span | None
    evidence: Evidence
