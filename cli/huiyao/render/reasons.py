"""Why the summary says what it says: for each fact its rule, the rule's words, and the sentence with marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from huiyao.records import Evidence, Mention, Person, Summary
from huiyao.render.labels import Labels
from huiyao.render.layout import Text, paragraph
from huiyao.text import Span

_AROUND = 20
_INDENT = 2

Kind = Literal["event", "name", "post", "part", "attending", "resolution", "statistic"]


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact in words, where the report states it (in the clean text), and why it was found."""

    kind: Kind
    fact: str
    spans: tuple[Span, ...]
    evidence: Evidence


def reasons(summary: Summary, labels: Labels) -> Iterator[Reason]:
    """The reasons of all facts, in the order of the summary."""
    for event in summary.events:
        yield Reason("event", event.name, (event.span, *event.spans), event.evidence)
    for person in summary.people:
        yield from _of_person(person, summary, labels)
    for there in summary.attending_organizations:
        yield Reason("attending", there.name, (there.span,), there.evidence)
    for resolution in summary.resolutions:
        fact = f"{labels(f'resolution.{resolution.kind}')} {resolution.text}"
        yield Reason("resolution", fact, (resolution.span,), resolution.evidence)
    for statistic in summary.statistics:
        fact = f"{statistic.subject} {labels.figure(statistic)}"
        if statistic.change:
            fact = labels("with_change", figure=fact, change=labels.change(statistic.change))
        yield Reason("statistic", fact, (statistic.quantity.span,), statistic.evidence)


def about(summary: Summary, name: str, labels: Labels) -> list[Reason]:
    """The reasons of what is said of the person called `name`."""
    return [
        reason for person in summary.people if person.name == name for reason in _of_person(person, summary, labels)
    ]


def at(summary: Summary, source: Span, labels: Labels) -> list[Reason]:
    """The reasons of the facts that the report states at a span of its source, or partly there."""
    return [
        reason
        for reason in reasons(summary, labels)
        if any(summary.clean.source(span).overlaps(source) for span in reason.spans)
    ]


def lines(reason: Reason, summary: Summary, *, width: int, labels: Labels) -> Iterator[Text]:
    """A reason as lines; the rule's words stand between ⟦ and ⟧, and spans count in the source."""
    text, evidence = summary.clean.text, reason.evidence
    place = summary.clean.source(evidence.sentence)
    told = {
        "rule": evidence.rule,
        "words": "  ".join(text[word.slice] for word in evidence.words),
        "sentence": _marked(text, evidence),
        "place": f"{place.start}:{place.end}",
    }
    yield from paragraph(f"{labels(f'reason.{reason.kind}')}  {reason.fact}", width=width, style="bold")
    for name, what in told.items():
        style = "dim" if name == "place" else ""
        if what:
            yield from paragraph(f"{labels(f'reason.{name}')}  {what}", width=width, indent=_INDENT, style=style)


def _of_person(person: Person, summary: Summary, labels: Labels) -> Iterator[Reason]:
    """The reasons of a person's name, once for each rule that found it, posts and parts."""
    rules: dict[str, Mention] = {}
    for mention in person.mentions:
        rules.setdefault(mention.rule, mention)
    for mention in rules.values():
        evidence = Evidence(mention.rule, (mention.span,), _sentence(mention, person, summary.clean.text))
        yield Reason("name", person.name, (mention.span,), evidence)
    for position in person.positions:
        post = " ".join(filter(None, (person.name, position.organization, position.title)))
        yield Reason("post", post, (position.span,), position.evidence)
    for presence in person.presences:
        part = labels.part((presence.role,), attended=presence.attended)
        yield Reason("part", f"{person.name} {part}", (presence.span,), presence.evidence)


def _marked(text: str, evidence: Evidence) -> str:
    sentence = evidence.sentence
    words = {word for word in evidence.words if word in sentence and len(word)}
    marks = sorted([(word.end, "⟧") for word in words] + [(word.start, "⟦") for word in words], key=lambda m: m[0])
    parts: list[str] = []
    at = sentence.start
    for place, mark in marks:
        parts += (text[at:place], mark)
        at = place
    return "".join((*parts, text[at : sentence.end])).replace("\n", " ")


def _sentence(mention: Mention, person: Person, text: str) -> Span:
    """The sentence of a mention, if anything else was found in it, or else what stands around it."""
    told = [position.evidence.sentence for position in person.positions]
    told += [presence.evidence.sentence for presence in person.presences]
    around = Span(max(0, mention.span.start - _AROUND), min(len(text), mention.span.end + _AROUND))
    return next((sentence for sentence in told if mention.span in sentence), around)
