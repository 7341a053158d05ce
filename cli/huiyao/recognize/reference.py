"""Where a report speaks of a person whom it has named: 沐会长, 沐总, 清和会长, 他 at the head of the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from huiyao import patterns
from huiyao.lexicon import Lexicon, trie
from huiyao.recognize.post import Phrase
from huiyao.text import Span

# What a clause's subject stands behind: a mark, or 由.
_HEADS = frozenset(("", "，", "。", "；", "：", "\n", " ", "\u3000", "由"))
_DEPUTY = patterns.compile("^(?:常务|执行|第[一二三])?副")
# What a title is cut down to behind a surname, and what would make another word of it.
_SHORT = (("总经理", "总"), ("总裁", "总"), ("总监", "总"), ("董事长", "董"))
_OTHERWISE = {"总": "[部会裁编监经工商局署结统体理数额共是]", "董": "[事会监]"}
_PRONOUN = patterns.compile(r"[“\s]*([他她])(?!们|[乡人])")


def surnamed(text: str, phrases: Sequence[Phrase], lexicon: Lexicon) -> Iterator[Phrase]:
    """The places where a surname or a given name and a title, or what is short for it, stand for who has both."""
    titles = patterns.compile(lexicon.alternation("title"))
    meant: dict[str, set[str]] = {}
    named: dict[str, Phrase] = {}
    for phrase in phrases:
        name = phrase.person.text
        surname = name[:2] if name[:2] in lexicon.table("surname") and len(name) > 2 else name[:1]
        for title in titles.findall(text[phrase.span.slice].replace(name, "，")):
            for words in _forms(surname, name[len(surname) :], title):
                meant.setdefault(words, set()).add(name)
                named.setdefault(words, phrase)
    sure = [words for words, names in meant.items() if len(names) == 1]
    if not sure:
        return
    taken = {at for phrase in phrases for at in range(phrase.span.start, phrase.span.end)}
    for found in re.finditer(trie(sure), text):
        otherwise = _OTHERWISE.get(found.group()[-1])
        if taken.isdisjoint(range(*found.span())) and not (otherwise and re.match(otherwise, text[found.end() :][:1])):
            yield Phrase(named[found.group()].person, Span(*found.span()))


def _forms(surname: str, given: str, title: str) -> Iterator[str]:
    """How else a person may be called: 贺副会长, 贺会长, 庭筠会长, and 贺总 for a 副总经理."""
    plain = _DEPUTY.sub("", title)
    yield from (surname + title, surname + plain)
    if len(given) > 1:
        yield from (given + title, given + plain)
    yield from (surname + short for ending, short in _SHORT if title.endswith(ending))


def pronoun(text: str, statement: Span, before: Sequence[Phrase]) -> Phrase | None:
    """The pronoun at the head of a statement, for the last who begins a clause of the statement before it."""
    found = _PRONOUN.match(text, statement.start, statement.end)
    if found is None or not before:
        return None
    meant = next((p for p in reversed(before) if text[p.span.start - 1 : p.span.start] in _HEADS), before[-1])
    return Phrase(meant.person, Span(*found.span(1)))
