"""Organisations of which the text says that they, or people it does not name, took part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from huiyao import rules
from huiyao.gazetteer import org_family
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.recognize.post import Phrase
from huiyao.recognize.role import by_statement
from huiyao.recognize.row import Place
from huiyao.records import AttendingOrganization, Evidence, Passages
from huiyao.text import Span

_SEPARATOR = re.compile(r"、|，|；|以及|及(?=.{3})|和(?=.{3})|,")
_SHORTEST, _SHORTEST_IN_LIST = 4, 2


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
            for span in _members(text, listed, cuts, lexicon):
                yield AttendingOrganization(text[span.slice], span, evidence)


def _members(text: str, listed: Span, cuts: org.Cuts, lexicon: Lexicon) -> list[Span]:
    """The organisations of a list; none unless each of them, or the only one, is an organisation by its name."""
    spans: list[Span] = []
    at = listed.start
    for mark in [*_SEPARATOR.finditer(text, listed.start, listed.end), None]:
        end = mark.start() if mark else listed.end
        spans.append(org.ending_at(text, at, end, lexicon, cuts))
        at = mark.end() if mark else end
    shortest = _SHORTEST_IN_LIST if len(spans) > 1 else _SHORTEST
    return [s for s in spans if len(s) >= shortest and _is_particular(text[s.slice], lexicon)]


_GENERAL = re.compile(
    r"^(?:各|有关|相关|部分|全体|全市|全省|全国|本|该|其他|其它|多个|多家|一些|会员|理事|成员|兄弟|友好|省内外|市直|县直|区直|两岸|所属|基层)"
    r"|(?:会员|理事|成员|会长|直属|主管|相关|有关|下属|参会|媒体|筹建)(?:单位|企业|部门|机构)$|[0-9]|第[一二三四五六七八九十]"
)


def _is_particular(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of one organisation, not of a class of them."""
    return (
        org_family(name, lexicon) is not None and not _GENERAL.search(name) and name not in lexicon.table("org_suffix")
    )
