"""The records that the steps hand on, each frozen. Report → CleanText → Passages → facts → Summary.

Spans of records up to the facts count in the clean text; only `Summary` speaks in spans of the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from huiyao.text import Edit, OffsetMap, Span

Script = Literal["simplified", "traditional", "mixed"]
BlockKind = Literal["title", "heading", "paragraph", "caption", "row", "boilerplate"]
MentionKind = Literal["person", "org", "title", "place", "date", "quantity"]
ReportKind = Literal["meeting", "annual_report", "news", "speech", "other"]
Role = Literal["host", "speaker", "attendee", "elected", "awarded", "mentioned"]
Qualifier = Literal["exact", "about", "over", "under"]
Status = Literal["actual", "target", "forecast"]
ResolutionKind = Literal[
    "approved", "rejected", "elected", "established", "renamed", "admitted", "signed", "released", "awarded", "decided"
]
Outcome = Literal["passed", "passed_unanimously", "rejected", "done"]


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was read: its decoded text, to which all spans that leave the program refer."""

    path: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class CleanText:
    """A report's text repaired and in simplified script, with the exact way back to the source."""

    report: Report
    text: str
    offsets: OffsetMap
    edits: tuple[Edit, ...]
    script: Script

    def source(self, clean: Span) -> Span:
        """The source span for a span of the clean text."""
        return self.offsets.source(clean)

    def find(self, words: str, start: int = 0) -> Span:
        """The first place of `words` at or after `start`; raises ValueError when there is none."""
        at = self.text.index(words, start)
        return Span(at, at + len(words))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or table row. `level` is 1 for 一、 2 for (一) 3 for 1、 and so on, else 0.

    `cells` are the spans of a table row's cells; sentences of a boilerplate block are never read for facts.
    """

    span: Span
    kind: BlockKind
    sentences: tuple[Span, ...]
    level: int = 0
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passages:
    """The clean text divided into blocks, and those into sentences."""

    clean: CleanText
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The clean text, to which the spans of blocks and sentences refer."""
        return self.clean.text

    def sentences(self) -> Iterator[tuple[Block, Span]]:
        """Each sentence that may state a fact, with its block, in order."""
        for block in self.blocks:
            if block.kind != "boilerplate":
                for sentence in block.sentences:
                    yield block, sentence


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a fact was found: the rule's name, the words it used, and the sentence that they stand in."""

    rule: str
    words: tuple[Span, ...]
    sentence: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names a person, an organisation, a title or a place. `rule` says how it was found."""

    kind: MentionKind
    span: Span
    text: str
    rule: str


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
    """A count of votes; None for what the report does not say."""

    favour: Decimal | None
    against: Decimal | None
    abstain: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """A matter that was decided or brought about, in the report's own words."""

    kind: ResolutionKind
    text: str
    outcome: Outcome | None
    votes: Votes | None
    span: Span
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Change:
    """A rise or fall that is said of a figure."""

    direction: Literal["up", "down", "same"]
    base: str
    value: Decimal
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


@dataclass(frozen=True, slots=True)
class Position:
    """A post that one place of the text states for one person. `organization` is resolved, `written` as it stands."""

    organization: str | None
    written: str | None
    title: str | None
    span: Span
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Presence:
    """What one sentence says of a person's part in an event."""

    role: Role
    attended: bool
    span: Span
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the report, all mentions linked. `mentions` are in order; `events` index the summary's events."""

    name: str
    positions: tuple[Position, ...]
    presences: tuple[Presence, ...]
    mentions: tuple[Mention, ...]
    attended: bool
    roles: tuple[Role, ...]
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AttendingOrganization:
    """An organisation that took part without a named person. `event` indexes the summary's events."""

    name: str
    span: Span
    evidence: Evidence
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a report says, with spans in the clean text and the way back to the source in `clean`."""

    clean: CleanText
    imprint: Imprint
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    attending_organizations: tuple[AttendingOrganization, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    resolution_events: tuple[int | None, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    warnings: tuple[str, ...] = field(default=())
