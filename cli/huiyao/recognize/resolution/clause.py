"""Resolutions that a clause states: a verb of decision with its matters before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from huiyao import rules
from huiyao.lexicon import Lexicon
from huiyao.recognize.outlook import is_future, looks_ahead
from huiyao.recognize.resolution import matter
from huiyao.recognize.resolution.vote import outcome_of, votes_in
from huiyao.recognize.sealed import written
from huiyao.records import Evidence, Mention, Outcome, Passages, Quantity, Resolution, ResolutionKind
from huiyao.rules import Anchor, Match, Rule, Skeleton
from huiyao.text import Span

FAMILIES = (
    "resolution_adopt",
    "resolution_elect",
    "resolution_found",
    "resolution_deal",
    "resolution_award",
    "resolution_decide",
)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A rule with the words of which a sentence must hold one, and what must stand in its block."""

    rule: Rule
    needs: tuple[str, ...]
    context: re.Pattern[str] | None


def find(
    passages: Passages,
    sealed: str,
    ahead: Sequence[Span],
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> Iterator[Resolution]:
    """The resolutions that clauses state, rule by rule within a sentence."""
    ready = _ready(lexicon)
    anchors: list[Anchor] = [*quantities, *(m for m in mentions if m.kind == "person")]
    anchors.sort(key=lambda a: a.span.start)
    for block, sentence in passages.sentences():
        if any(sentence.overlaps(span) for span in ahead):
            continue
        words = sealed[sentence.slice]
        skeleton: Skeleton | None = None
        for rule in ready:
            if not any(need in words for need in rule.needs):
                continue
            if rule.context and not rule.context.search(sealed, block.span.start, block.span.end):
                continue
            skeleton = skeleton or Skeleton.of(sealed, sentence, (a for a in anchors if a.span in sentence))
            for found in rule.rule.finditer(skeleton):
                yield from _resolutions(found, passages.text, sealed, sentence, lexicon)


@lru_cache(maxsize=2)
def weak(lexicon: Lexicon) -> frozenset[str]:
    """The names of the rules that only hint at what another may say better."""
    return frozenset(ready.rule.name for ready in _ready(lexicon) if "weak" in ready.rule.gives)


@lru_cache(maxsize=2)
def _ready(lexicon: Lexicon) -> tuple[_Ready, ...]:
    return tuple(
        _Ready(
            rule,
            tuple(rule.gives["needs"].split("|")),
            re.compile(rule.gives["context"]) if "context" in rule.gives else None,
        )
        for family in FAMILIES
        for rule in rules.load(family, lexicon)
    )


def _resolutions(found: Match, text: str, sealed: str, sentence: Span, lexicon: Lexicon) -> Iterator[Resolution]:
    whole = found.group("matter")
    start = _clause_start(sealed, sentence, found.span.start)
    ahead = is_future(sealed[start : found.span.start]) and "weak" not in found.rule.gives
    if whole is None or ahead or looks_ahead(sealed[sentence.slice]):
        return
    kind = cast(ResolutionKind, found.rule.gives["kind"])
    outcome = cast(Outcome, found.rule.gives["outcome"])
    votes = votes_in(text[start : sentence.end]) if kind in ("approved", "rejected", "decided") else None
    how = sealed[start : found.span.end]
    for span in _matters(found, whole, text, sealed, lexicon):
        if matter.names_one(text[span.slice]):
            yield Resolution(
                kind,
                written(text[span.slice]),
                outcome_of(kind, outcome, how, votes),
                votes,
                span,
                Evidence(found.rule.name, (found.span,), sentence),
            )


def _matters(found: Match, whole: Span, text: str, sealed: str, lexicon: Lexicon) -> Iterator[Span]:
    parts = found.rule.gives["parts"]
    if parts == "documents":
        for span in matter.documents(text, sealed, whole, lexicon):
            if matter.is_document(sealed[span.slice], lexicon):
                yield span
    elif parts == "counts":
        yield from matter.counts(text, sealed, whole, found.anchors("matter", "quantity"))
    elif parts == "list":
        yield from matter.items(text, sealed, whole, "、")
    elif parts == "items":
        yield from matter.items(text, sealed, whole, "，")
    elif parts == "person":
        persons = found.anchors("matter", "person")
        yield Span(persons[0].span.start, whole.end) if persons else matter.trimmed(text, sealed, whole)
    else:
        yield matter.trimmed(text, sealed, whole)


def _clause_start(sealed: str, sentence: Span, at: int) -> int:
    return max(sentence.start, *(sealed.rfind(sign, sentence.start, at) + 1 for sign in "，；：。"))
