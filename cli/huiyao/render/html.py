"""Summaries as one page that needs nothing else: the facts beside the reports' text, each leading to the other.

The page works without scripts too: facts and marked places are links to each other. Its policy lets no other script
or style run than its own, and nothing be loaded.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from itertools import count, pairwise
from typing import TYPE_CHECKING, TextIO

from huiyao.records import Summary
from huiyao.render.failure import Failure
from huiyao.render.labels import Labels
from huiyao.render.plain import plain
from huiyao.render.script import Spell
from huiyao.text import Span

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as the page shows it: its words, the places of the source that state it, and the facts under it."""

    number: int
    kind: str
    name: str
    details: tuple[str, ...]
    spans: tuple[Span, ...]
    parts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one kind."""

    kind: str
    count: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source that the same facts cover, innermost first.

    `begins` are the facts with a span that begins here, `first` those whose first one does.
    """

    text: str
    kind: str
    facts: tuple[int, ...]
    begins: tuple[int, ...]
    first: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One report as the page shows it."""

    path: str
    title: str
    about: tuple[str, ...]
    traditional: bool
    sections: tuple[Section, ...]
    pieces: tuple[Piece, ...]
    facts: int


def view(summary: Summary, *, labels: Labels, spell: Spell = str) -> View:
    """What the page shows of a report; `spell` writes the strings of its facts."""
    sections = tuple(_sections(summary, labels, spell))
    facts = [fact for section in sections for top in section.facts for fact in (top, *top.parts)]
    imprint, report = summary.imprint, summary.clean.report
    return View(
        path=report.path,
        title=spell(imprint.title) if imprint.title else report.path,
        about=_told((*labels.imprint(imprint, spell=spell), report.path, labels.repairs(summary.clean.repairs()))),
        traditional=summary.clean.script == "traditional",
        sections=sections,
        pieces=tuple(_pieces(report.text, facts)),
        facts=len(facts),
    )


def write(views: Sequence[View | Failure], out: TextIO, *, labels: Labels) -> None:
    """Writes the page of reports and, by name, of those that could not be read."""
    style, script = _part("page.css"), _part("page.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; " + (
        "base-uri 'none'; form-action 'none'"
    )
    page = _template().generate(
        labels=labels,
        views=[view for view in views if isinstance(view, View)],
        failures=[view for view in views if isinstance(view, Failure)],
        style=style,
        script=script,
        policy=policy,
    )
    out.writelines(page)


def _sections(summary: Summary, labels: Labels, spell: Spell) -> Iterator[Section]:
    numbers = count(1)
    there = sum(person.attended for person in summary.people)
    for kind, facts in (
        ("events", _events(summary, labels, spell, numbers)),
        ("people", _people(summary, labels, spell, numbers)),
        ("attending_organizations", _attending(summary, spell, numbers)),
        ("resolutions", _resolutions(summary, labels, spell, numbers)),
        ("statistics", _statistics(summary, labels, spell, numbers)),
    ):
        found = tuple(facts)
        if found:
            yield Section(kind, labels(f"count.{kind}", n=len(found), present=there), found)


def _events(summary: Summary, labels: Labels, spell: Spell, numbers: Iterator[int]) -> Iterator[Fact]:
    source = summary.clean.source
    for event in summary.events:
        organizers = labels.listed(
            labels("with_part", name=spell(by.name), part=spell(by.role)) for by in event.organizers
        )
        details = (
            labels.dates(event.start, event.end),
            spell(event.place or ""),
            labels.headcount(event.headcount),
            organizers,
        )
        spans = _places(source(span) for span in (event.span, *event.spans))
        yield Fact(next(numbers), "events", spell(event.name), _told(details), spans)


def _people(summary: Summary, labels: Labels, spell: Spell, numbers: Iterator[int]) -> Iterator[Fact]:
    source = summary.clean.source
    for person in summary.people:
        number = next(numbers)
        posts = tuple(
            Fact(
                next(numbers),
                "people",
                " ".join(_told(map(spell, filter(None, post)))),
                (),
                _places(map(source, spans)),
            )
            for post, spans in person.posts().items()
        )
        part = labels.part(person.roles, attended=person.attended)
        spans = _places(source(mention.span) for mention in person.mentions)
        yield Fact(number, "people", spell(person.name), _told([part]), spans, posts)


def _attending(summary: Summary, spell: Spell, numbers: Iterator[int]) -> Iterator[Fact]:
    for there in summary.attending_organizations:
        spans = _places([summary.clean.source(there.span)])
        yield Fact(next(numbers), "attending_organizations", spell(there.name), (), spans)


def _resolutions(summary: Summary, labels: Labels, spell: Spell, numbers: Iterator[int]) -> Iterator[Fact]:
    for resolution in summary.resolutions:
        kind, outcome = labels(f"resolution.{resolution.kind}"), labels.outcome(resolution.outcome)
        details = _told((kind, outcome, labels.votes(resolution.votes)))
        spans = _places([summary.clean.source(resolution.span)])
        yield Fact(next(numbers), "resolutions", spell(resolution.text), details, spans)


def _statistics(summary: Summary, labels: Labels, spell: Spell, numbers: Iterator[int]) -> Iterator[Fact]:
    for statistic in summary.statistics:
        details = _told((spell(labels.figure(statistic)), statistic.period, labels(f"status.{statistic.status}")))
        spans = _places([summary.clean.source(statistic.quantity.span)])
        yield Fact(next(numbers), "statistics", spell(statistic.subject), details, spans)


def _told(details: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(detail for detail in details if detail)


def _places(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted({span for span in spans if len(span)}))


def _pieces(text: str, facts: Sequence[Fact]) -> Iterator[Piece]:
    """The whole text in pieces, cut wherever the span of a fact begins or ends."""
    begins: dict[int, list[tuple[Span, Fact]]] = {}
    for fact in facts:
        for span in fact.spans:
            begins.setdefault(span.start, []).append((span, fact))
    cuts = sorted({0, len(text), *begins, *(span.end for told in begins.values() for span, _ in told)})
    here: list[tuple[Span, Fact]] = []
    for start, end in pairwise(cuts):
        here = [(span, fact) for span, fact in here if span.end > start] + begins.get(start, [])
        here.sort(key=lambda told: (len(told[0]), told[1].number))
        yield Piece(
            _lines(text[start:end]),
            here[0][1].kind if here else "",
            tuple(dict.fromkeys(fact.number for _, fact in here)),
            tuple(dict.fromkeys(fact.number for span, fact in here if span.start == start)),
            tuple(dict.fromkeys(fact.number for _, fact in here if fact.spans[0].start == start)),
        )


def _lines(text: str) -> str:
    """A text whose line ends stay and whose other signs that act are shown."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").split("\n")
    return "\n".join(map(plain, lines))


def _part(name: str) -> str:
    return files("huiyao.render").joinpath(name).read_text("utf-8")


def _digest(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    # No loader: the template is one file. Every value is escaped.
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["plain"] = plain
    return environment.from_string(_part("page.html"))
