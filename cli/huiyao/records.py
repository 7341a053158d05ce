"""The records that the steps hand on, each frozen. Report → CleanText → Passages → facts → Summary.

Spans of records up to the facts count in the clean text; only `Summary` speaks in spans of the source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from huiyao.text import Edit, OffsetMap, Span

SCHEMA = "huiyao/1"

Script = Literal["simplified", "traditional", "mixed"]
BlockKind = Literal["title", "heading", "paragraph", "caption", "row", "boilerplate"]
MentionKind = Literal["person", "org", "title", "place", "date", "quantity"]
ReportKind = Literal["meeting", "annual_report", "news", "speech", "other"]
Role = Literal["host", "speaker", "attendee", "elected", "awarded", "mentioned"]
Qualifier = Literal["exact", "about", "over", "under"]
Status = Literal["actual", "target", "forecast"]
Direction = Literal["up", "down", "same"]
ResolutionKind = Literal[
    "approved", "rejected", "elected", "established", "renamed", "admitted", "signed", "released", "awarded", "decided"
]
Outcome = Literal["passed", "passed_unanimously", "rejected", "done"]


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was read: its decoded text, to which all spans that leave the program refer.

    `warnings` are sentences on what could not be read.
    """

    path: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()


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

    def repairs(self) -> dict[str, int]:
        """How many glosses were taken out, how many stretches with lost bytes were restored, and how many stay lost."""
        count = Counter(edit.reason for edit in self.edits)
        return {reason: count[reason] for reason in ("gloss", "recovered", "lost")}

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


@dataclass(frozen=True, slots=True)
class Post:
    """A title that one place gives to a person. `org` is the organisation as written, None where it is left out.

    `heir` is the post whose organisation this one takes over, if the sentence has one; `rule` names the construction.
    """

    person: Mention
    title: Mention | None
    org: Span | None
    heir: Post | None
    rule: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Organizations:
    """What a report says of organisations: the one it is about, its short forms, and how often each name is written.

    `subject` is None where the report is about none; `foremost` is the most prominent organisation of each family.
    `aliases` maps an introduced short form to its full one.
    """

    subject: str | None
    foremost: Mapping[str, str]
    aliases: Mapping[str, str]
    written: Mapping[str, int]


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


Part = tuple[Mention, Presence]
"""A person's mention and what its sentence says of the person's part."""


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

    def posts(self) -> dict[tuple[str | None, str | None], list[Span]]:
        """Each organisation and title that the text states for the person, once, with the places that state it."""
        posts: dict[tuple[str | None, str | None], list[Span]] = {}
        for position in self.positions:
            posts.setdefault((position.organization, position.title), []).append(position.span)
        return posts


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
    statistics: tuple[Statistic, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    def to_dict(self, *, spell: Callable[[str], str] = str) -> dict[str, Any]:
        """The summary as `huiyao schema` describes it, ready for JSON; spans count characters of the source.

        `spell` writes each string that comes from the report, say in traditional script. A whole number is an int,
        any other a float with the digits that the report gives (up to 15 of them).
        """
        ids = [f"e{n}" for n, _ in enumerate(self.events, 1)]

        def say(text: str | None) -> str | None:
            return None if text is None else spell(text)

        def happened(at: int | None) -> str | None:
            return None if at is None else ids[at]

        return {
            "schema": SCHEMA,
            "source": self._source(),
            "kind": self.imprint.kind,
            "title": say(self.imprint.title),
            "published": _date(self.imprint.published),
            "publisher": say(self.imprint.publisher),
            "events": [
                {
                    "id": id_,
                    "name": spell(event.name),
                    "start": _date(event.start),
                    "end": _date(event.end),
                    "place": say(event.place),
                    "headcount": event.headcount
                    and {"value": _number(event.headcount.value), "qualifier": event.headcount.qualifier},
                    "organizers": [{"name": spell(by.name), "role": by.role} for by in event.organizers],
                    "spans": self._spans([event.span]),
                }
                for id_, event in zip(ids, self.events, strict=True)
            ],
            "people": [
                {
                    "id": f"p{n}",
                    "name": spell(person.name),
                    "attended": person.attended,
                    "roles": list(person.roles),
                    "events": [ids[at] for at in person.events],
                    "positions": [
                        {"organization": say(organization), "title": say(title), "spans": self._spans(spans)}
                        for (organization, title), spans in person.posts().items()
                    ],
                    "spans": self._spans(mention.span for mention in person.mentions),
                }
                for n, person in enumerate(self.people, 1)
            ],
            "attending_organizations": [
                {"name": spell(there.name), "event": happened(there.event), "spans": self._spans([there.span])}
                for there in self.attending_organizations
            ],
            "resolutions": [
                {
                    "kind": resolution.kind,
                    "text": spell(resolution.text),
                    "outcome": resolution.outcome,
                    "event": happened(resolution.event),
                    "votes": resolution.votes
                    and {
                        "for": _number(resolution.votes.favour),
                        "against": _number(resolution.votes.against),
                        "abstain": _number(resolution.votes.abstain),
                        "unit": spell(resolution.votes.unit),
                    },
                    "people": [f"p{who + 1}" for who in resolution.people],
                    "organizations": [spell(name) for name in resolution.organizations],
                    "spans": self._spans([resolution.span]),
                }
                for resolution in self.resolutions
            ],
            "statistics": [
                {
                    "subject": spell(statistic.subject),
                    "quantity": spell(statistic.quantity.text),
                    "value": _number(statistic.quantity.amount.value),
                    "value_max": _number(statistic.quantity.amount.value_max),
                    "unit": say(statistic.quantity.amount.unit),
                    "qualifier": statistic.quantity.amount.qualifier,
                    "period": statistic.period,
                    "status": statistic.status,
                    "change": statistic.change
                    and {
                        "direction": statistic.change.direction,
                        "base": say(statistic.change.base),
                        "value": _number(statistic.change.value),
                        "unit": say(statistic.change.unit),
                    },
                    "spans": self._spans([statistic.quantity.span]),
                }
                for statistic in self.statistics
            ],
        }

    def _source(self) -> dict[str, Any]:
        report = self.clean.report
        return {
            "path": report.path,
            "sha256": report.sha256,
            "media_type": report.media_type,
            "encoding": report.encoding,
            "characters": len(report.text),
            "script": self.clean.script,
            "repairs": self.clean.repairs(),
        }

    def _spans(self, spans: Iterable[Span]) -> list[list[int]]:
        """Spans of the source, in order, each once."""
        found = sorted({self.clean.source(span) for span in spans})
        return [[span.start, span.end] for span in found]


def _date(date: CalendarDate | None) -> str | None:
    return None if date is None else str(date)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
