"""Organisations of which the text says that they, or people it does not name, took part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huiyao import patterns, rules
from huiyao.gazetteer import org_family
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.recognize.post import Phrase
from huiyao.recognize.role import by_statement
from huiyao.recognize.row import Place
from huiyao.records import AttendingOrganization, Evidence, Passages
from huiyao.text import Span

_MARK = patterns.compile(r"、")
_JOIN = patterns.compile(r"以及|和|与|及")
_SHORTEST, _SHORTEST_IN_LIST, _LONGEST_SURE = 4, 2, 16


def find(
    passages: Passages, phrases: Sequence[Phrase], cuts: org.Cuts, lexicon: Lexicon
) -> tuple[AttendingOrganization, ...]:
    """The organisations that took part without a named person, each once, in the order of the text."""
    found: dict[str, AttendingOrganization] = {}
    for statement, inside in by_statement(passages, phrases):
        for organization in _of_statement(passages.text, statement, inside, cuts, lexicon):
            found.setdefault(organization.name, organization)
    return tuple(found.values())


def _of_statement(
    text: str, statement: Span, phrases: Sequence[Phrase], cuts: org.Cuts, lexicon: Lexicon
) -> Iterator[AttendingOrganization]:
    skeleton = Place.of(text, statement, phrases).skeleton
    for rule in rules.load("attending", lexicon):
        for match in rule.finditer(skeleton):
            listed = match.group("list")
            if listed is None:
                continue
            evidence = Evidence(rule.name, (match.span,), statement)
            for span in _members(text, listed, cuts, lexicon, sure="sure" in rule.gives):
                yield AttendingOrganization(text[span.slice], span, evidence)


def _members(text: str, listed: Span, cuts: org.Cuts, lexicon: Lexicon, *, sure: bool) -> list[Span]:
    """The organisations of a list; none where the list is of classes (各镇、街道经信办)."""
    if _OF_CLASSES.search(text, listed.start, listed.end):
        return []
    spans = [org.ending_at(text, part.start, part.end, lexicon, cuts) for part in _parts(text, listed, lexicon)]
    shortest = _SHORTEST_IN_LIST if len(spans) > 1 else _SHORTEST
    return [
        s
        for s in spans
        if len(s) >= shortest and _is_particular(text[s.slice], lexicon, sure=sure and len(s) <= _LONGEST_SURE)
    ]


def _parts(text: str, listed: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The stretches between the marks of a list; 和 and its like part two names only where the first is whole."""
    at = listed.start
    for mark in [*_MARK.finditer(text, listed.start, listed.end), None]:
        end = mark.start() if mark else listed.end
        for join in _JOIN.finditer(text, at, end):
            if join.start() - at >= _SHORTEST and org_family(text[at : join.start()], lexicon) is not None:
                yield Span(at, join.start())
                at = join.end()
        yield Span(at, end)
        at = mark.end() if mark else end


_OF_CLASSES = patterns.compile(r"各(?!界)|等(?!院校|教育|专科|职业|师范)|省内外|地市|市县|来自(?:全国|全省|全市)")
_GENERAL = patterns.compile(
    r"^(?:有关|相关|部分|全体|全市|全省|全国|全县|全区|全校|本|该|我|其他|其它|多个|多家|一些|会员|理事|成员|兄弟|友好|市直|县直|区直|两岸|所属|基层|学校相关)"
    r"|[0-9]|第[0-9一二三四五六七八九十]+[届次]|不同|某"
)


def _is_particular(name: str, lexicon: Lexicon, *, sure: bool) -> bool:
    """Whether a name is that of one organisation, not of a class of them or of a place."""
    return (
        (sure or org_family(name, lexicon) is not None)
        and not _GENERAL.search(name)
        and not name.endswith(lexicon.words("org_class"))
        and name not in lexicon.table("org_suffix")
        and name not in lexicon.table("place")
    )
