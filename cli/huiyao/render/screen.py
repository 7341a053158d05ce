"""A summary as a page that a person reads in half a minute."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.text import Text

from huiyao.lexicon import Lexicon
from huiyao.records import Outcome, Status, Summary
from huiyao.render import labels
from huiyao.render.layout import Cell, Column, Grid, paragraph
from huiyao.render.roster import House, Official, roster

Spell = Callable[[str], str]
Row = tuple[Cell, ...]

_INDENT = 2
_PEOPLE = (Column(20), Column(None), Column(14))
_OFFICIALS = (Column(20), Column(None), Column(36))
_RESOLUTIONS = (Column(4), Column(None), Column(8))
_STATISTICS = (Column(None), Column(20, "right"), Column(21), Column(4))
_OUTCOMES: dict[Outcome, str] = {"passed": "green", "passed_unanimously": "green", "rejected": "red", "done": "dim"}
_STATUSES: dict[Status, str] = {"actual": "dim", "target": "yellow", "forecast": "magenta"}


def page(summary: Summary, lexicon: Lexicon, *, width: int, spell: Spell = str) -> Iterator[Text]:
    """The lines of a summary, none wider than `width` cells; `spell` writes the report's strings."""
    yield from _heading(summary, width, spell)
    sections = (
        *_events(summary, width, spell),
        *_people(summary, lexicon, width, spell),
        *_attending(summary, width, spell),
        *_resolutions(summary, width, spell),
        *_statistics(summary, width, spell),
    )
    yield from sections or (Text(), Text("没有读到活动、人员、决议或统计。"))
    yield from _repairs(summary)


def officials(tops: Sequence[House], *, width: int, sources: bool, spell: Spell = str) -> Iterator[Text]:
    """The lines of officials by organisation; with `sources`, each with the names of the reports' files."""

    def row(official: Official) -> Row:
        where = "  ".join(Path(path).name for path in official.sources) if sources else ""
        return Cell(spell(official.name)), Cell(_titles(official, spell)), Cell(where, "dim")

    yield from _tree(tops, row, _OFFICIALS, width=width, indent=0, spell=spell)


def _heading(summary: Summary, width: int, spell: Spell) -> Iterator[Text]:
    imprint = summary.imprint
    yield from paragraph(spell(imprint.title or summary.clean.report.path), width=width, style="bold")
    parts = [labels.REPORTS[imprint.kind]]
    if imprint.published:
        parts.append(f"{imprint.published} 发布")
    if imprint.publisher:
        parts.append(f"来源：{spell(imprint.publisher)}")
    yield from paragraph("  ".join(parts), width=width, style="dim")


def _section(name: str, count: str) -> Iterator[Text]:
    yield Text()
    yield Text(name, "bold cyan").append(f"  {count}", "not bold dim")


def _events(summary: Summary, width: int, spell: Spell) -> Iterator[Text]:
    if not summary.events:
        return
    yield from _section("活动", f"{len(summary.events)} 项")
    for event in summary.events:
        yield from paragraph(spell(event.name), width=width, indent=_INDENT, style="bold")
        dates = " 至 ".join(str(date) for date in (event.start, event.end) if date)
        came = labels.headcount(event.headcount) if event.headcount else ""
        about = "  ".join(filter(None, (dates, spell(event.place or ""), came)))
        if about:
            yield from paragraph(about, width=width, indent=2 * _INDENT)


def _people(summary: Summary, lexicon: Lexicon, width: int, spell: Spell) -> Iterator[Text]:
    if not summary.people:
        return

    def row(official: Official) -> Row:
        style = "" if official.attended else "dim"
        part = labels.part(official.roles, attended=official.attended)
        return Cell(spell(official.name), style), Cell(_titles(official, spell), style), Cell(part, style)

    there = sum(person.attended for person in summary.people)
    yield from _section("人员", f"{len(summary.people)} 人，到会 {there} 人")
    yield from _tree(roster([summary], lexicon), row, _PEOPLE, width=width, indent=_INDENT, spell=spell)


def _attending(summary: Summary, width: int, spell: Spell) -> Iterator[Text]:
    names = [spell(there.name) for there in summary.attending_organizations]
    if names:
        yield from _section("到会单位", f"{len(names)} 家")
        yield from paragraph("、".join(names), width=width, indent=_INDENT)


def _resolutions(summary: Summary, width: int, spell: Spell) -> Iterator[Text]:
    rows: list[Row] = []
    for resolution in summary.resolutions:
        votes = f"（{labels.votes(resolution.votes)}）" if resolution.votes else ""
        outcome = labels.OUTCOMES[resolution.outcome] if resolution.outcome else ""
        style = _OUTCOMES[resolution.outcome] if resolution.outcome else ""
        kind = Cell(labels.RESOLUTIONS[resolution.kind], "dim")
        rows.append((kind, Cell(f"{spell(resolution.text)}{votes}"), Cell(outcome, style)))
    yield from _table("决议", rows, _RESOLUTIONS, width)


def _statistics(summary: Summary, width: int, spell: Spell) -> Iterator[Text]:
    """Figures with one subject stand together, the subject said once."""
    subjects = list(dict.fromkeys(statistic.subject for statistic in summary.statistics))
    rows: list[Row] = []
    for subject in subjects:
        shown = spell(subject)
        for statistic in summary.statistics:
            if statistic.subject == subject:
                status = Cell(labels.STATUSES[statistic.status], _STATUSES[statistic.status])
                figure = Cell(spell(labels.figure(statistic)), "bold")
                rows.append((Cell(shown), figure, Cell(statistic.period or ""), status))
                shown = ""
    yield from _table("统计", rows, _STATISTICS, width)


def _table(name: str, rows: Sequence[Row], columns: Sequence[Column], width: int) -> Iterator[Text]:
    if rows:
        yield from _section(name, f"{len(rows)} 项")
        grid = Grid.fit(columns, rows, width=width - _INDENT)
        for row in rows:
            yield from grid.lines(row, indent=_INDENT)


def _repairs(summary: Summary) -> Iterator[Text]:
    reasons = [edit.reason for edit in summary.clean.edits]
    done = [f"{what} {reasons.count(reason)} 处" for reason, what in labels.REPAIRS.items() if reason in reasons]
    if done:
        yield Text()
        yield Text(f"原文修复：{'，'.join(done)}", "dim")


def _titles(official: Official, spell: Spell) -> str:
    return "、".join(map(spell, official.titles))


def _tree(
    tops: Sequence[House],
    row: Callable[[Official], Row],
    columns: Sequence[Column],
    *,
    width: int,
    indent: int,
    spell: Spell,
) -> Iterator[Text]:
    """Houses with their officials, whose columns are the same in all of them."""

    def cells(official: Official, depth: int) -> Row:
        first, *others = row(official)
        return replace(first, inset=depth * _INDENT), *others

    rows = [cells(official, len(path)) for top in tops for path, official in top.walk()]
    grid = Grid.fit(columns, rows, width=width - indent)

    def lines(house: House, depth: int) -> Iterator[Text]:
        name = "（未写单位）" if house.name is None else spell(house.name)
        style = "underline" if house.name else "dim"
        yield from paragraph(name, width=width, indent=indent + depth * _INDENT, style=style)
        for official in house.officials:
            yield from grid.lines(cells(official, depth + 1), indent=indent)
        for department in house.departments:
            yield from lines(department, depth + 1)

    for top in tops:
        yield from lines(top, 0)
