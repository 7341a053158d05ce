"""A summary as a page that a person reads in half a minute."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from huiyao.lexicon import Lexicon
from huiyao.records import Outcome, Statistic, Status, Summary
from huiyao.render.labels import Labels
from huiyao.render.layout import Cell, Column, Grid, Text, paragraph
from huiyao.render.roster import House, Official, roster
from huiyao.render.script import Spell

Row = tuple[Cell, ...]

_INDENT = 2
_PEOPLE = (Column(20), Column(None), Column(14))
_OFFICIALS = (Column(20), Column(None), Column(36))
_RESOLUTIONS = (Column(11), Column(None), Column(9))
_STATISTICS = (Column(None), Column(20, "right"), Column(21), Column(8))
_OUTCOMES: dict[Outcome, str] = {"passed": "green", "passed_unanimously": "green", "rejected": "red", "done": "dim"}
_STATUSES: dict[Status, str] = {"actual": "dim", "target": "yellow", "forecast": "magenta"}


def page(summary: Summary, lexicon: Lexicon, *, width: int, labels: Labels, spell: Spell = str) -> Iterator[Text]:
    """The lines of a summary, none wider than `width` cells; `spell` writes the report's strings."""
    yield from _heading(summary, width, labels, spell)
    sections = (
        *_events(summary, width, labels, spell),
        *_people(summary, lexicon, width, labels, spell),
        *_attending(summary, width, labels, spell),
        *_resolutions(summary, width, labels, spell),
        *_statistics(summary, width, labels, spell),
    )
    yield from sections or (Text(), Text(labels("nothing")))
    yield from _repairs(summary, labels)


def officials(
    tops: Sequence[House], *, width: int, sources: bool, labels: Labels, spell: Spell = str
) -> Iterator[Text]:
    """The lines of officials by organisation; with `sources`, each with the names of the reports' files."""

    def row(official: Official) -> Row:
        where = "  ".join(Path(path).name for path in official.sources) if sources else ""
        return Cell(spell(official.name)), Cell(_titles(official, labels, spell)), Cell(where, "dim")

    yield from _tree(tops, row, _OFFICIALS, width=width, indent=0, labels=labels, spell=spell)


def _heading(summary: Summary, width: int, labels: Labels, spell: Spell) -> Iterator[Text]:
    imprint = summary.imprint
    yield from paragraph(spell(imprint.title or summary.clean.report.path), width=width, style="bold")
    yield from paragraph("  ".join(labels.imprint(imprint, spell=spell)), width=width, style="dim")


def _section(kind: str, labels: Labels, **counts: int) -> Iterator[Text]:
    yield Text()
    yield Text(labels(f"section.{kind}"), "bold cyan").append(f"  {labels(f'count.{kind}', **counts)}", "not bold dim")


def _events(summary: Summary, width: int, labels: Labels, spell: Spell) -> Iterator[Text]:
    if not summary.events:
        return
    yield from _section("events", labels, n=len(summary.events))
    for event in summary.events:
        yield from paragraph(spell(event.name), width=width, indent=_INDENT, style="bold")
        dates = labels.dates(event.start, event.end)
        about = "  ".join(filter(None, (dates, spell(event.place or ""), labels.headcount(event.headcount))))
        if about:
            yield from paragraph(about, width=width, indent=2 * _INDENT)


def _people(summary: Summary, lexicon: Lexicon, width: int, labels: Labels, spell: Spell) -> Iterator[Text]:
    if not summary.people:
        return

    def row(official: Official) -> Row:
        style = "" if official.attended else "dim"
        part = labels.part(official.roles, attended=official.attended)
        return Cell(spell(official.name), style), Cell(_titles(official, labels, spell), style), Cell(part, style)

    there = sum(person.attended for person in summary.people)
    yield from _section("people", labels, n=len(summary.people), present=there)
    yield from _tree(roster([summary], lexicon), row, _PEOPLE, width=width, indent=_INDENT, labels=labels, spell=spell)


def _attending(summary: Summary, width: int, labels: Labels, spell: Spell) -> Iterator[Text]:
    names = [spell(there.name) for there in summary.attending_organizations]
    if names:
        yield from _section("attending_organizations", labels, n=len(names))
        yield from paragraph(labels.listed(names), width=width, indent=_INDENT)


def _resolutions(summary: Summary, width: int, labels: Labels, spell: Spell) -> Iterator[Text]:
    rows: list[Row] = []
    for resolution in summary.resolutions:
        text = spell(resolution.text)
        if resolution.votes:
            text = labels("with_votes", text=text, votes=labels.votes(resolution.votes))
        style = _OUTCOMES[resolution.outcome] if resolution.outcome else ""
        kind = Cell(labels(f"resolution.{resolution.kind}"), "dim")
        rows.append((kind, Cell(text), Cell(labels.outcome(resolution.outcome), style)))
    yield from _table("resolutions", rows, _RESOLUTIONS, width, labels)


def _statistics(summary: Summary, width: int, labels: Labels, spell: Spell) -> Iterator[Text]:
    """Figures with one subject stand together, the subject said once."""
    of: dict[str, list[Statistic]] = {}
    for statistic in summary.statistics:
        of.setdefault(statistic.subject, []).append(statistic)
    rows: list[Row] = []
    for subject, statistics in of.items():
        shown = spell(subject)
        for statistic in statistics:
            status = Cell(labels(f"status.{statistic.status}"), _STATUSES[statistic.status])
            figure = Cell(spell(labels.figure(statistic)), "bold")
            rows.append((Cell(shown), figure, Cell(statistic.period or ""), status))
            shown = ""
    yield from _table("statistics", rows, _STATISTICS, width, labels)


def _table(kind: str, rows: Sequence[Row], columns: Sequence[Column], width: int, labels: Labels) -> Iterator[Text]:
    if rows:
        yield from _section(kind, labels, n=len(rows))
        grid = Grid.fit(columns, rows, width=width - _INDENT)
        for row in rows:
            yield from grid.lines(row, indent=_INDENT)


def _repairs(summary: Summary, labels: Labels) -> Iterator[Text]:
    done = labels.repairs(summary.clean.repairs())
    if done:
        yield Text()
        yield Text(done, "dim")


def _titles(official: Official, labels: Labels, spell: Spell) -> str:
    return labels.listed(map(spell, official.titles))


def _tree(
    tops: Sequence[House],
    row: Callable[[Official], Row],
    columns: Sequence[Column],
    *,
    width: int,
    indent: int,
    labels: Labels,
    spell: Spell,
) -> Iterator[Text]:
    """Houses with their officials, whose columns are the same in all of them."""

    def cells(official: Official, depth: int) -> Row:
        first, *others = row(official)
        return replace(first, inset=depth * _INDENT), *others

    rows = [cells(official, len(path)) for top in tops for path, official in top.walk()]
    grid = Grid.fit(columns, rows, width=width - indent)

    def lines(house: House, depth: int) -> Iterator[Text]:
        name = labels("no_organization") if house.name is None else spell(house.name)
        style = "underline" if house.name else "dim"
        yield from paragraph(name, width=width, indent=indent + depth * _INDENT, style=style)
        for official in house.officials:
            yield from grid.lines(cells(official, depth + 1), indent=indent)
        for department in house.departments:
            yield from lines(department, depth + 1)

    for top in tops:
        yield from lines(top, 0)
