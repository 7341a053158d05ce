"""Facts as rows: a table for each kind of fact, the same in CSV and in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from huiyao.records import AttendingOrganization, Event, Evidence, Resolution, Statistic, Summary
from huiyao.render.failure import Failure
from huiyao.render.plain import dumps, plain
from huiyao.render.roster import House, posts
from huiyao.render.script import Spell

Value = str | int | float | bool | list[Any] | None
Row = Mapping[str, Value]
Kind = Literal["text", "code", "number", "flag", "date", "spans"]


_Stated = Event | AttendingOrganization | Resolution | Statistic


class Column(NamedTuple):
    """A column: its name as in JSON, what its cells hold, the labels' prefix for codes, its width in characters."""

    name: str
    kind: Kind = "text"
    width: int = 12
    codes: str = ""
    label: str = ""


class Table(NamedTuple):
    """A kind of fact with its columns."""

    name: str
    columns: tuple[Column, ...]


_REPORT = Column("report", width=18)
_SPANS = Column("spans", "spans")
_SENTENCE = Column("sentence", width=60)

TABLES = {
    table.name: table
    for table in (
        Table(
            "reports",
            (
                Column("path", width=24),
                Column("title", width=40, label="heading"),
                Column("kind", "code", codes="report"),
                Column("published", "date"),
                Column("publisher", width=24),
                Column("media_type"),
                Column("encoding"),
                Column("characters", "number"),
                Column("script", "code", codes="script"),
                Column("error", width=40),
            ),
        ),
        Table(
            "people",
            (
                _REPORT,
                Column("id", width=6),
                Column("name", label="person"),
                Column("organization", width=32),
                Column("title", width=20),
                Column("attended", "flag", 8),
                Column("roles", "code", codes="role"),
                Column("events", width=8),
                _SPANS,
                _SENTENCE,
            ),
        ),
        Table(
            "events",
            (
                _REPORT,
                Column("id", width=6),
                Column("name", width=40),
                Column("start", "date"),
                Column("end", "date"),
                Column("place", width=20),
                Column("headcount", "number"),
                Column("qualifier", "code", codes="qualifier"),
                Column("organizers", width=40),
                _SPANS,
                _SENTENCE,
            ),
        ),
        Table(
            "attending_organizations",
            (_REPORT, Column("name", width=32, label="organization"), Column("event", width=8), _SPANS, _SENTENCE),
        ),
        Table(
            "resolutions",
            (
                _REPORT,
                Column("kind", "code", codes="resolution"),
                Column("text", width=40),
                Column("outcome", "code", codes="outcome"),
                Column("event", width=8),
                Column("for", "number"),
                Column("against", "number"),
                Column("abstain", "number"),
                Column("unit", width=8),
                Column("share", "number"),
                Column("people", width=12),
                Column("organizations", width=32),
                _SPANS,
                _SENTENCE,
            ),
        ),
        Table(
            "statistics",
            (
                _REPORT,
                Column("subject", width=28),
                Column("quantity", width=14),
                Column("value", "number", 14),
                Column("value_max", "number", 14),
                Column("unit", width=8),
                Column("qualifier", "code", codes="qualifier"),
                Column("period"),
                Column("status", "code", codes="status"),
                Column("direction", "code", codes="direction"),
                Column("change", "number"),
                Column("change_unit", width=8),
                Column("base", width=14),
                _SPANS,
                _SENTENCE,
            ),
        ),
    )
}
OFFICIALS = Table(
    "officials",
    (
        Column("organization", width=32),
        Column("department", width=20),
        Column("name", label="person"),
        Column("title", width=24),
        Column("attended", "flag", 8),
        Column("reports", width=40),
    ),
)


def rows(table: Table, result: Summary | Failure, *, spell: Spell) -> Iterator[Row]:
    """The rows of a table for one report; a report that could not be read is a row among the reports only."""
    if isinstance(result, Failure):
        if table.name == "reports":
            yield {"path": result.path, "error": result.message}
        return
    document = result.to_dict(spell=spell)
    report = document["source"]["path"]
    if table.name == "reports":
        yield {**document["source"], **document}
    elif table.name == "people":
        yield from ({"report": report, **row} for row in _people(document, result, spell))
    else:
        facts: Sequence[_Stated] = getattr(result, table.name)
        for item, fact in zip(document[table.name], facts, strict=True):
            yield {"report": report, **_flat(item), "sentence": _sentence(fact.evidence, result, spell)}


def officials(houses: Iterable[House]) -> Iterator[Row]:
    """The rows of officials by organisation, one for each post."""
    for organization, department, official, post in posts(houses):
        yield {
            "organization": organization,
            "department": department,
            "name": official.name,
            "title": post.title,
            "attended": official.attended,
            "reports": list(post.sources),
        }


def text(value: Value, column: Column) -> str:
    """A cell as one line of harmless text, codes as JSON has them; what the report does not say is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return dumps(value) if column.kind == "spans" else plain("; ".join(map(str, value)))
    return plain(str(value))


def _flat(item: Mapping[str, Any]) -> dict[str, Value]:
    """A fact with what is nested in it in columns of its own."""
    flat = {**item, **(item.get("votes") or {})}
    if headcount := item.get("headcount"):
        flat |= {"headcount": headcount["value"], "qualifier": headcount["qualifier"]}
    if change := item.get("change"):
        flat |= {
            "direction": change["direction"],
            "change": change["value"],
            "change_unit": change["unit"],
            "base": change["base"],
        }
    if organizers := item.get("organizers"):
        flat["organizers"] = [f"{by['name']} {by['role']}" for by in organizers]
    return flat


def _people(document: Mapping[str, Any], summary: Summary, spell: Spell) -> Iterator[Row]:
    """A row for each post, or one for a person without any."""
    for item, person in zip(document["people"], summary.people, strict=True):
        evidence = {(at.organization, at.title): at.evidence for at in reversed(person.positions)}
        part = next((presence.evidence for presence in person.presences), None)
        shared = {**item, "organization": None, "title": None}
        if not evidence:
            yield {**shared, "sentence": _sentence(part, summary, spell) if part else None}
        for position, post in zip(item["positions"], person.posts(), strict=True):
            yield {**shared, **position, "sentence": _sentence(evidence[post], summary, spell)}


def _sentence(evidence: Evidence, summary: Summary, spell: Spell) -> str:
    return spell(" ".join(summary.clean.text[evidence.sentence.slice].split()))
