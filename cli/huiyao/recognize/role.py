"""What the text says of each person's part: host, speaker, attendee, elected, awarded, or only mentioned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from huiyao import rules
from huiyao.lexicon import Lexicon
from huiyao.recognize.post import Phrase
from huiyao.records import Evidence, Mention, Part, Passages, Presence, Role
from huiyao.text import Span


def find(passages: Passages, phrases: Sequence[Phrase], lexicon: Lexicon) -> tuple[Part, ...]:
    """Each part that a rule finds for a mention, in the order of the text.

    Where a statement says that somebody is away, is only quoted or is only spoken of, no other rule makes the same
    mention present in that statement.
    """
    family = rules.load("role", lexicon)
    parts: list[Part] = []
    at = 0
    for statement in statements(passages):
        while at < len(phrases) and phrases[at].span.start < statement.start:
            at += 1
        inside = at
        while inside < len(phrases) and phrases[inside].span.end <= statement.end:
            inside += 1
        if inside > at:
            parts.extend(_of_statement(passages.text, statement, phrases[at:inside], family))
        at = inside
    return tuple(sorted(parts, key=lambda p: (p[0].span, p[1].span)))


def statements(passages: Passages) -> Iterator[Span]:
    """The stretches over which a list of people may run: sentences joined where one ends in a semicolon."""
    for block in passages.blocks:
        if block.kind == "boilerplate":
            continue
        start: int | None = None
        for sentence in block.sentences:
            start = sentence.start if start is None else start
            if not passages.text[sentence.slice].rstrip().endswith(("；", ";")):
                yield Span(start, sentence.end)
                start = None
        if start is not None:
            yield Span(start, block.sentences[-1].end)


def _of_statement(
    text: str, statement: Span, phrases: Sequence[Phrase], family: Sequence[rules.Rule]
) -> Iterator[Part]:
    people = {phrase.span: phrase.person for phrase in phrases}
    anchors = [Mention("person", phrase.span, text[phrase.span.slice], "phrase") for phrase in phrases]
    skeleton = rules.Skeleton.of(text, statement, anchors)
    away: set[Span] = set()
    for rule in sorted(family, key=lambda r: r.gives["role"] != "mentioned"):
        for match in rule.finditer(skeleton):
            evidence = Evidence(rule.name, (match.span,), statement)
            presence = Presence(cast(Role, rule.gives["role"]), rule.gives["attended"] == "true", match.span, evidence)
            for group in rule.pattern.groupindex:
                for anchor in match.anchors(group, "person"):
                    if presence.role == "mentioned":
                        away.add(anchor.span)
                    elif anchor.span in away:
                        continue
                    yield people[anchor.span], presence
