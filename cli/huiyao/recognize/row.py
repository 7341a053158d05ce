"""People whom the text names in one list: what is said of the list is said of each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple, cast

from huiyao import patterns, rules
from huiyao.recognize.post import Phrase
from huiyao.records import Evidence, Mention, Part, Presence, Role
from huiyao.text import Span

_NUMBER = r"[0-9一二两三四五六七八九十百]+[多余]?[人位名个]"
_NOUN = (
    r"领导|嘉宾|专家|学者|人员|人|同志|代表|负责人|教授|理事长|会长|秘书长|院长|主席|老师"
    r"|委员|律师|选手|成员|师生|医师|企业家|经理"
)
# No verb stands between 等 and the noun that sums the list up.
_KIND = rf"(?:与会|参会|到会|出席)?[^，。；：、和与及出参陪作发致主应受为当荣获在就<>]{{0,12}}?(?:{_NOUN})+"
_OTHERS = rf"(?:…*等(?:{_NUMBER})?(?:{_KIND})?|{_NUMBER}(?:同志|先生|女士|{_NOUN}))?"
_HONOUR = "同志|先生|女士|博士|老师|太平绅士|法师|长老|大和尚|居士|道长|牧师|阿訇|医生|律师|医师"
_REMARK = rf"(?:{_HONOUR}|[（(][^（()）\n]{{0,30}}[）)]|[A-Z]{{2,4}}(?![A-Za-z]))*"
_AFTER = patterns.compile(_REMARK + _OTHERS)
# What stands before a name without being known as its organisation or title holds no verb.
_LEAD = r"(?:(?![由为向在对把被作获等]|主持|致辞|出席|参加|当选|分享|介绍|一行)[^，。；：\s]){0,30}"
_JOIN = patterns.compile(rf"(?:、|[、，]?(?:和|与|及|以及|暨|还有)){_LEAD}|[，,/ ](?:[^，。；：、（）\s]{{0,14}}代表)?")


class Row(NamedTuple):
    """One or several people in one list. `span` runs from the first one's noun phrase to 等8位专家 behind the last."""

    people: tuple[Mention, ...]
    span: Span


def rows(text: str, statement: Span, phrases: Sequence[Phrase]) -> Iterator[Row]:
    """The rows of a statement's phrases, in order."""
    people: list[Mention] = []
    start = end = statement.start
    summed = False
    for phrase, behind in zip_longest(phrases, phrases[1:]):
        if phrase.span.start < end:
            continue
        if people and not ((summed and end == phrase.span.start) or _JOIN.fullmatch(text, end, phrase.span.start)):
            yield Row(tuple(people), Span(start, end))
            people = []
        start = start if people else phrase.span.start
        people.append(phrase.person)
        limit = max(phrase.span.end, behind.span.start) if behind else statement.end
        after = _AFTER.match(text, phrase.span.end, limit)
        end = after.end() if after else phrase.span.end
        summed = "等" in text[phrase.span.end : end]
    if people:
        yield Row(tuple(people), Span(start, end))


class Place(NamedTuple):
    """A statement with its rows, each of which is one <person> of the skeleton."""

    statement: Span
    skeleton: rules.Skeleton
    rows: Mapping[Span, Row]

    @classmethod
    def of(cls, text: str, statement: Span, phrases: Sequence[Phrase]) -> Place:
        """The place for a statement of `text` and the phrases inside it."""
        found = {row.span: row for row in rows(text, statement, phrases)}
        anchors = [Mention("person", span, text[span.slice], "row") for span in found]
        return cls(statement, rules.Skeleton.of(text, statement, anchors), found)

    def rows_of(self, match: rules.Match) -> Iterator[Row]:
        """The rows inside a match's named groups."""
        for group in match.rule.pattern.groupindex:
            for anchor in match.anchors(group, "person"):
                yield self.rows[anchor.span]

    def parts(self, row: Row, rule: rules.Rule, words: Span) -> Iterator[Part]:
        """What a rule gives to each of a row's people, for the words that say so."""
        evidence = Evidence(rule.name, (words,), self.statement)
        presence = Presence(cast(Role, rule.gives["role"]), rule.gives["attended"] == "true", words, evidence)
        for person in row.people:
            yield person, presence
