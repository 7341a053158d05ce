"""What one statement says of the people in others: a label, a greeting, a ceremony."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from huiyao import patterns, rules
from huiyao.recognize.row import Place
from huiyao.records import Evidence, Part

# Nothing, a line in brackets (the date between who speaks and whom he greets), or the heads of a table's columns.
_ASIDE = patterns.compile(
    r"\s*(?:[（(][^（()）<]*[）)]\s*|(?:(?:序号|姓名|性别|工作单位|单位|职务|职称|电话|备注|签名|签到)\s*)+)?"
)


# 理事会名单：甲、乙。候补理事：丙。 The rule that reads the first of such lists; those behind it name an office.
_LISTED = "election-list"


class Rolls:
    """Reads a report's statements one after the other.

    Its state is the label that governs, and what came before.
    """

    def __init__(self, family: Sequence[rules.Rule]) -> None:
        self._labels = [r for r in family if r.gives["of"] == "next"]
        self._greetings = [r for r in family if r.gives["of"] == "before"]
        self._shapes = {r.name: r for r in family if r.gives["of"] == "self"}
        (self._elected,) = (r for r in self._labels if r.gives.get("shape") == "officers")
        self._label: rules.Rule | None = None
        (self._ceremony,) = (r for r in family if r.gives["of"] == "beside")
        self._before: Place | None = None
        self._told: list[Part] = []
        self._solemn = False

    def read(self, place: Place, told: Sequence[Part]) -> Iterator[Part]:
        """The parts that are said from one statement to another, this one being the later.

        `told` are the parts that the statement itself gives.
        """
        if _ASIDE.fullmatch(place.skeleton.text):
            return
        if self._before and self._before.rows:
            for greeting in self._greetings:
                if greeting.pattern.search(place.skeleton.text):
                    yield from _give(self._before, greeting, self._shapes["signature"])
        given: list[Part] = []
        if place.rows and self._label:
            given = list(_give(place, self._label, self._shapes[self._label.gives.get("shape", "member")]))
            yield from given
            self._label = self._label if given else None
        else:
            self._label = next((r for r in self._labels if r.pattern.search(place.skeleton.text)), None)
        if self._label is None and any(presence.evidence.rule == _LISTED for _, presence in told):
            self._label = self._elected
        yield from self._invested(place, [*told, *given])
        self._before = place

    def _invested(self, place: Place, told: list[Part]) -> Iterator[Part]:
        solemn = self._ceremony.pattern.search(place.skeleton.text) is not None
        elected = chain(self._told if solemn else (), told if solemn or self._solemn else ())
        for person, presence in elected:
            if presence.role == "elected":
                evidence = Evidence(self._ceremony.name, presence.evidence.words, presence.evidence.sentence)
                yield person, replace(presence, attended=True, evidence=evidence)
        self._told, self._solemn = told, solemn


def _give(place: Place, rule: rules.Rule, shape: rules.Rule) -> Iterator[Part]:
    for match in shape.finditer(place.skeleton):
        for row in place.rows_of(match):
            yield from place.parts(row, rule, match.span)
