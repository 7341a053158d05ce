"""Where a report tells of an event: each telling with its name, place and day as that sentence gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from huiyao import rules
from huiyao.lexicon import Lexicon
from huiyao.recognize.event import visit
from huiyao.recognize.event.name import bounded, is_own
from huiyao.recognize.outlook import is_future
from huiyao.records import DateMention, Passages
from huiyao.rules import Match, Rule, Skeleton
from huiyao.text import Span


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's word of an event. `date` is None where the sentence gives no month."""

    name: Span
    site: Span | None
    date: DateMention | None
    sentence: Span
    block: int
    rule: Rule
    future: bool


def tellings(
    passages: Passages, sealed: str, dates: Sequence[DateMention], ahead: Sequence[Span], lexicon: Lexicon
) -> Iterator[Telling]:
    """The tellings outside plans, in order."""
    days = [d for d in dates if d.start.month]
    ready = [(rule, tuple(rule.gives["needs"].split("|"))) for rule in rules.load("event", lexicon)]
    for number, block in enumerate(passages.blocks):
        if block.kind == "boilerplate" or any(block.span.overlaps(span) for span in ahead):
            continue
        for sentence in block.sentences:
            words = sealed[sentence.slice]
            fitting = [rule for rule, needs in ready if any(need in words for need in needs)]
            if fitting:
                within = [d for d in days if d.span in sentence]
                skeleton = Skeleton.of(sealed, sentence, within)
                yield from _in_sentence(passages.text, sealed, skeleton, sentence, number, within, fitting, lexicon)


def _in_sentence(
    text: str,
    sealed: str,
    skeleton: Skeleton,
    sentence: Span,
    block: int,
    within: Sequence[DateMention],
    fitting: Sequence[Rule],
    lexicon: Lexicon,
) -> Iterator[Telling]:
    taken: list[Span] = []
    for rule in fitting:
        for match in rule.finditer(skeleton):
            name = _name(match, text, sealed, lexicon)
            if name is None or any(name.overlaps(span) for span in taken):
                continue
            taken.append(name)
            before = sealed[_clause(sealed, sentence, match.span.start) : match.span.end]
            date = _date(within, name, match.span)
            yield Telling(name, match.group("site"), date, sentence, block, rule, is_future(before))


def _name(match: Match, text: str, sealed: str, lexicon: Lexicon) -> Span | None:
    whole = match.group("name")
    assert whole is not None
    if match.rule.gives["kind"] == "visit":
        return visit.bounded(sealed, whole)
    name = bounded(text, sealed, whole)
    quoted = match.rule.name == "held-quoted"
    return name if len(name) and (is_own(sealed[name.slice], lexicon) or quoted) else None


def _date(within: Sequence[DateMention], name: Span, match: Span) -> DateMention | None:
    """The nearest day before the name, else the first in the match behind it."""
    before = [d for d in within if d.span.end <= name.start]
    behind = [d for d in within if name.end <= d.span.start and d.span in match]
    return before[-1] if before else behind[0] if behind else None


def _clause(sealed: str, sentence: Span, at: int) -> int:
    return max(sentence.start, *(sealed.rfind(sign, sentence.start, at) + 1 for sign in "，；：。"))
