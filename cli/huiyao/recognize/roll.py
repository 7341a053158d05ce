"""What one statement says of the people in others: a label of the lines behind it, a greeting of the one who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huiyao import rules
from huiyao.recognize.row import Place
from huiyao.records import Part


class Rolls:
    """Reads a report's statements one after the other. Its state is the label that governs, and the place before."""

    def __init__(self, family: Sequence[rules.Rule]) -> None:
        self._labels = [r for r in family if r.gives["of"] == "next"]
        self._greetings = [r for r in family if r.gives["of"] == "before"]
        (self._member,) = (r for r in family if r.name == "member")
        (self._signature,) = (r for r in family if r.name == "signature")
        self._label: rules.Rule | None = None
        self._before: Place | None = None

    def read(self, place: Place) -> Iterator[Part]:
        """The parts that are said from one statement to another, this statement being the later one."""
        if not place.skeleton.text.strip():
            return
        if self._before and self._before.rows:
            for greeting in self._greetings:
                if greeting.pattern.search(place.skeleton.text):
                    yield from _give(self._before, greeting, self._signature)
        if place.rows and self._label:
            given = list(_give(place, self._label, self._member))
            yield from given
            self._label = self._label if given else None
        else:
            self._label = next((r for r in self._labels if r.pattern.search(place.skeleton.text)), None)
        self._before = place


def _give(place: Place, rule: rules.Rule, shape: rules.Rule) -> Iterator[Part]:
    for match in shape.finditer(place.skeleton):
        for row in place.rows_of(match):
            yield from place.parts(row, rule, match.span)
