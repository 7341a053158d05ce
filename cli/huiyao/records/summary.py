"""What a report says as a whole, and how JSON has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from huiyao.records.fact import CalendarDate, Event, Imprint, Resolution, Statistic
from huiyao.records.person import AttendingOrganization, Person
from huiyao.records.report import CleanText
from huiyao.text import Span

SCHEMA = "huiyao/1"


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
    warnings: tuple[str, ...] = ()

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
                        "share": _number(resolution.votes.share),
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
