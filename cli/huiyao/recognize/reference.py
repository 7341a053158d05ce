"""Where a report speaks of a person whom it has named: 沐会长 for 会长沐清和, 他 at the head of the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from huiyao import patterns
from huiyao.lexicon import Lexicon, trie
from huiyao.recognize.post import Phrase
from huiyao.text import Span

# What a clause's subject stands behind: a mark, or 由.
_HEADS = frozenset(("", "，", "。", "；", "：", "\n", " ", "\u3000", "由"))
_PRONOUN = patterns.compile(r"[“\s]*([他她])(?!们|[乡人])")


def surnamed(text: str, phrases: Sequence[Phrase], lexicon: Lexicon) -> Iterator[Phrase]:
    """The places where a surname and a title stand for the one named person who has both."""
    titles = patterns.compile(lexicon.alternation("title"))
    meant: dict[str, set[str]] = {}
    named: dict[str, Phrase] = {}
    for phrase in phrases:
        name = phrase.person.text
        surname = name[:2] if name[:2] in lexicon.table("surname") and len(name) > 2 else name[:1]
        for title in titles.findall(text[phrase.span.slice].replace(name, "，")):
            meant.setdefault(surname + title, set()).add(name)
            named.setdefault(surname + title, phrase)
    sure = [words for words, names in meant.items() if len(names) == 1]
    if not sure:
        return
    taken = {at for phrase in phrases for at in range(phrase.span.start, phrase.span.end)}
    for found in re.finditer(trie(sure), text):
        if taken.isdisjoint(range(*found.span())):
            yield Phrase(named[found.group()].person, Span(*found.span()))


def pronoun(text: str, statement: Span, before: Sequence[Phrase]) -> Phrase | None:
    """The pronoun at the head of a statement, for the last who begins a clause of the statement before it."""
    found = _PRONOUN.match(text, statement.start, statement.end)
    if found is None or not before:
        return None
    meant = next((p for p in reversed(before) if text[p.span.start - 1 : p.span.start] in _HEADS), before[-1])
    return Phrase(meant.person, Span(*found.span(1)))
