"""A summary as Markdown, for notes and wikis."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from huiyao.records import Summary
from huiyao.render.labels import Labels
from huiyao.render.plain import plain
from huiyao.render.script import Spell

# The signs that Markdown reads as marks, wherever they stand (CommonMark 0.31, backslash escapes).
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
# Full stops and hyphens within dates and figures are no marks.
_FIGURE = re.compile(r"(?<=[0-9])\\([.\-])(?=[0-9])")


def page(summary: Summary, *, labels: Labels, spell: Spell = str) -> Iterator[str]:
    """The lines of a summary; the reports' strings are text in them and never marks."""

    def say(text: str | None) -> str:
        return escaped(spell(text)) if text else ""

    imprint = summary.imprint
    yield f"# {say(imprint.title) or escaped(summary.clean.report.path)}"
    yield ""
    path = f"{labels('column.path')}: {escaped(summary.clean.report.path)}"
    yield f"{' · '.join(labels.imprint(imprint, spell=say))}  \n{path}"
    yield from _events(summary, labels, say)
    yield from _people(summary, labels, say)
    yield from _section(
        "attending_organizations", labels, [f"- {say(there.name)}" for there in summary.attending_organizations]
    )
    yield from _resolutions(summary, labels, say)
    yield from _statistics(summary, labels, say)


def escaped(text: str) -> str:
    """A text on one line in which no sign is a mark."""
    return _FIGURE.sub(r"\1", _SIGNS.sub(r"\\\1", plain(text)))


def _section(kind: str, labels: Labels, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"## {labels(f'section.{kind}')}"
        yield ""
        yield from lines


def _table(kind: str, labels: Labels, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows:
        heading = [labels(f"column.{column}") for column in columns]
        lines = [heading, ["---"] * len(columns), *rows]
        yield from _section(kind, labels, [f"| {' | '.join(cells)} |" for cells in lines])


def _events(summary: Summary, labels: Labels, say: Callable[[str | None], str]) -> Iterator[str]:
    rows = [
        (
            say(event.name),
            labels.dates(event.start, event.end),
            say(event.place),
            labels.headcount(event.headcount),
        )
        for event in summary.events
    ]
    yield from _table("events", labels, ("event", "date", "place", "headcount"), rows)


def _people(summary: Summary, labels: Labels, say: Callable[[str | None], str]) -> Iterator[str]:
    rows: list[tuple[str, ...]] = []
    for person in summary.people:
        name, part = say(person.name), labels.part(person.roles, attended=person.attended)
        for organization, title in person.posts() or {(None, None): []}:
            rows.append((name, say(organization), say(title), part))
            name = part = ""
    yield from _table("people", labels, ("person", "organization", "title", "part"), rows)


def _resolutions(summary: Summary, labels: Labels, say: Callable[[str | None], str]) -> Iterator[str]:
    rows = [
        (
            labels(f"resolution.{resolution.kind}"),
            say(resolution.text),
            labels.outcome(resolution.outcome),
            labels.votes(resolution.votes),
        )
        for resolution in summary.resolutions
    ]
    yield from _table("resolutions", labels, ("kind", "text", "outcome", "votes"), rows)


def _statistics(summary: Summary, labels: Labels, say: Callable[[str | None], str]) -> Iterator[str]:
    rows = [
        (
            say(statistic.subject),
            say(labels.figure(statistic)),
            statistic.period or "",
            labels(f"status.{statistic.status}"),
        )
        for statistic in summary.statistics
    ]
    yield from _table("statistics", labels, ("subject", "quantity", "period", "status"), rows)
