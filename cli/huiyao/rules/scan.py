"""One pass over a text for all rules of a family: at each place the first rule that fits, then on behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from huiyao import patterns
from huiyao.rules import Rule
from huiyao.text import Span

_GROUP = patterns.compile(r"\(\?P<(\w+)>")


class Hit(NamedTuple):
    """A place of the text at which a rule fits."""

    rule: Rule
    found: re.Match[str]
    number: int

    @property
    def span(self) -> Span:
        """Where the rule fits, in the text that was scanned."""
        return Span(*self.found.span())

    def group(self, name: str) -> str | None:
        """What a named group of the rule holds; None if the rule has no such group or it took no part."""
        if name not in self.rule.pattern.groupindex:
            return None
        return self.found.group(f"{name}_{self.number}")

    def place(self, name: str) -> Span | None:
        """Where a named group of the rule lies; None as for `group`."""
        if self.group(name) is None:
            return None
        return Span(*self.found.span(f"{name}_{self.number}"))


class Scanner:
    """The rules of a family as one pattern, tried only where a character of `starts` begins.

    `starts` is a regular expression for a run of characters with one of which every match begins; within a run, too,
    each place is tried.
    """

    def __init__(self, rules: Sequence[Rule], starts: str) -> None:
        self._rules = tuple(rules)
        self._starts = patterns.compile(starts)
        self._joined = patterns.compile("|".join(f"(?P<rule_{i}>{_own(r, i)})" for i, r in enumerate(self._rules)))

    def finditer(self, text: str) -> Iterator[Hit]:
        """Each hit from left to right; hits do not overlap."""
        at = 0
        while (start := self._starts.search(text, at)) is not None:
            at = start.start()
            found = self._joined.match(text, at)
            if found is None or found.end() == at:
                at += 1
                continue
            assert found.lastgroup is not None
            number = int(found.lastgroup.removeprefix("rule_"))
            yield Hit(self._rules[number], found, number)
            at = found.end()


def _own(rule: Rule, number: int) -> str:
    """A rule's pattern with group names of its own."""
    return _GROUP.sub(lambda g: f"(?P<{g.group(1)}_{number}>", rule.expression)
