"""Named rules over the skeleton of a sentence: its text with each mention shrunk to one sign.

A rule file `rules/<family>.toml` holds `[[rule]]` tables:

    [[rule]]
    name = "host-by"
    pattern = "由(?:<org>|<title>)*(?P<who><person>)主持"
    yes = ["大会由<org>协会</org><title>秘书长</title>⟦<person>尤冠澜</person>⟧主持"]
    no = ["由秘书处主持编写"]
    role = "host"

`pattern` is a regular expression in which `<person>`, `<org>`, `<title>`, `<place>`, `<date>`, `<quantity>` stand for a
mention and `{name}` for any word of the word list `name` (`{verb:kind=speak}` for those whose column kind is speak).
A table `[parts]` in front of the rules names pieces of pattern for that file, used as `{name}` too.
`needs` are words, parted by |, of which a sentence must hold one for the rule to be tried there; a `{name}` among them
stands for all words of that list, and a rule without needs is tried everywhere. Every other key is handed on in
`Rule.gives`. `yes` and `no` are texts in which the rule must and must not fire; in a `yes`, ⟦ ⟧ stand around what the
rule's first named group captures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, cast

from huiyao import patterns
from huiyao.errors import RuleError
from huiyao.lexicon import Lexicon
from huiyao.records import DateMention, Mention, MentionKind, Quantity
from huiyao.text import Span

BUNDLED = Path(__file__).parent

# One private-use character a kind: no report contains them, since normalize takes them out.
SIGNS: Mapping[str, str] = MappingProxyType(
    {"person": "\ue001", "org": "\ue002", "title": "\ue003", "place": "\ue004", "date": "\ue005", "quantity": "\ue006"}
)
_KINDS: Mapping[str, str] = MappingProxyType({sign: kind for kind, sign in SIGNS.items()})

# {name} or {name:column=value}
_LIST = patterns.compile(r"\{([a-z_]+)(?::([a-z]+)=(\w+))?\}")

Anchor = Mention | DateMention | Quantity


def kind_of(anchor: Anchor) -> MentionKind:
    """The kind under which a pattern names an anchor."""
    if isinstance(anchor, Mention):
        return anchor.kind
    return "date" if isinstance(anchor, DateMention) else "quantity"


class Skeleton(NamedTuple):
    """A sentence with each anchor shrunk to its sign. `starts[i]`, `ends[i]` are the clean offsets of `text[i]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    anchors: Mapping[int, Anchor]

    @classmethod
    def of(cls, text: str, sentence: Span, anchors: Iterable[Anchor]) -> Skeleton:
        """The skeleton of a sentence of `text`; anchors outside it or overlapping an earlier one are left out."""
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = sentence.start
        placed: dict[int, Anchor] = {}
        for anchor in sorted(anchors, key=lambda a: (a.span.start, -a.span.end)):
            if anchor.span.start < at or anchor.span.end > sentence.end:
                continue
            parts.append(text[at : anchor.span.start])
            starts.extend(range(at, anchor.span.start))
            ends.extend(range(at + 1, anchor.span.start + 1))
            placed[len(starts)] = anchor
            parts.append(SIGNS[kind_of(anchor)])
            starts.append(anchor.span.start)
            ends.append(anchor.span.end)
            at = anchor.span.end
        parts.append(text[at : sentence.end])
        starts.extend(range(at, sentence.end))
        ends.extend(range(at + 1, sentence.end + 1))
        return cls("".join(parts), tuple(starts), tuple(ends), MappingProxyType(placed))

    def span(self, start: int, end: int) -> Span:
        """The clean span for offsets of the skeleton."""
        if start == end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])

    def inside(self, start: int, end: int, kind: str) -> list[Anchor]:
        """The anchors of a kind between two offsets of the skeleton, in order."""
        sign = SIGNS[kind]
        return [self.anchors[i] for i in range(start, end) if self.text[i] == sign]


class Rule(NamedTuple):
    """A named regular expression with its examples, the words of which a sentence must hold one, and what it gives."""

    name: str
    expression: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    needs: tuple[str, ...]
    gives: Mapping[str, str]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is first tried: a page tries less than half of all."""
        return patterns.compile(self.expression)

    def finditer(self, skeleton: Skeleton) -> Iterator[Match]:
        """Each place where the rule fires, from left to right."""
        for found in self.pattern.finditer(skeleton.text):
            yield Match(self, skeleton, found)

    def failures(self) -> Iterator[str]:
        """A line for each example that the rule does not meet."""
        for example in self.yes:
            skeleton, wanted = _marked(example)
            found = self.pattern.search(skeleton.text)
            if found is None:
                yield f"{self.name}: must fire in: {example}"
            elif wanted is not None:
                first = next(iter(self.pattern.groupindex), None)
                got = found.group(first) if first else None
                if first is None or got is None or skeleton.span(*found.span(first)) != wanted:
                    yield f"{self.name}: captures {_unsigned(got or 'nothing')!r} in: {example}"
        for example in self.no:
            if self.pattern.search(_marked(example)[0].text):
                yield f"{self.name}: must not fire in: {example}"


class Match(NamedTuple):
    """One firing of a rule in one sentence."""

    rule: Rule
    skeleton: Skeleton
    found: re.Match[str]

    @property
    def span(self) -> Span:
        """The clean span of the whole match."""
        return self.skeleton.span(*self.found.span())

    def group(self, name: str) -> Span | None:
        """The clean span of a named group, None where the group took no part."""
        if name not in self.rule.pattern.groupindex or self.found.start(name) < 0:
            return None
        return self.skeleton.span(*self.found.span(name))

    def anchors(self, name: str, kind: str) -> list[Anchor]:
        """The anchors of a kind inside a named group."""
        if name not in self.rule.pattern.groupindex or self.found.start(name) < 0:
            return []
        return self.skeleton.inside(*self.found.span(name), kind)


@lru_cache(maxsize=32)
def load(family: str, lexicon: Lexicon, folder: Path = BUNDLED) -> tuple[Rule, ...]:
    """The rules of a family, in the order of their file. Raises RuleError, naming file and rule, where one is unfit."""
    path = folder / f"{family}.toml"
    try:
        content = patterns.parse(path.read_text("utf-8"))
        tables, parts = content["rule"], content.get("parts", {})
    except FileNotFoundError:
        raise RuleError(f"there is no rule file {path.name}") from None
    except (ValueError, KeyError) as error:
        raise RuleError(f"{path.name}: {error}") from None
    rules: dict[str, Rule] = {}
    for table in tables:
        rule = _rule(path.name, dict(table), lexicon, parts)
        if rule.name in rules:
            raise RuleError(f"{path.name}: two rules are named {rule.name}")
        rules[rule.name] = rule
    return tuple(rules.values())


def families(folder: Path = BUNDLED) -> tuple[str, ...]:
    """The names of all rule files, sorted."""
    return tuple(sorted(p.stem for p in folder.glob("*.toml")))


def check(families_to_check: Sequence[str], lexicon: Lexicon) -> list[str]:
    """A line for each example that its rule does not meet, over whole families."""
    return [f"{f}.{line}" for f in families_to_check for rule in load(f, lexicon) for line in rule.failures()]


def expand(pattern: str, lexicon: Lexicon, parts: Mapping[str, str] = MappingProxyType({})) -> str:
    """A rule's pattern as a plain regular expression over skeletons."""

    def words(found: re.Match[str]) -> str:
        name, columns = _listed(found)
        if name in parts:
            return f"(?:{expand(parts[name], lexicon, parts)})"
        return f"(?:{lexicon.alternation(name, **columns)})"

    pattern = _LIST.sub(words, pattern)
    for kind, sign in SIGNS.items():
        pattern = pattern.replace(f"<{kind}>", sign)
    return pattern


def _rule(file: str, table: dict[str, object], lexicon: Lexicon, parts: Mapping[str, str]) -> Rule:
    name = table.pop("name", None)
    if not isinstance(name, str):
        raise RuleError(f"{file}: a rule has no name")
    pattern, yes, no = table.pop("pattern", None), table.pop("yes", None), table.pop("no", None)
    if not isinstance(pattern, str):
        raise RuleError(f"{file}: {name} has no pattern")
    if not isinstance(yes, list) or not isinstance(no, list) or not yes or not no:
        raise RuleError(f"{file}: {name} needs at least one example under yes and one under no")
    try:
        expression = expand(pattern, lexicon, parts)
        patterns.check(expression)
    except re.error as error:
        raise RuleError(f"{file}: {name}: {error}") from None
    needs = _LIST.sub(lambda found: "|".join(_words(found, lexicon)), str(table.pop("needs", "")))
    gives = MappingProxyType({k: str(v) for k, v in table.items()})
    return Rule(name, expression, tuple(map(str, yes)), tuple(map(str, no)), tuple(needs.split("|")), gives)


def _listed(found: re.Match[str]) -> tuple[str, dict[str, str]]:
    name, key, value = found.groups()
    return name, {key: value} if key else {}


def _words(found: re.Match[str], lexicon: Lexicon) -> tuple[str, ...]:
    name, columns = _listed(found)
    return lexicon.words(name, **columns)


_MARK = patterns.compile(f"<(/?)({'|'.join(SIGNS)})>|([⟦⟧])")


def _marked(example: str) -> tuple[Skeleton, Span | None]:
    """The skeleton of an example's text, and the span between ⟦ and ⟧ if it has them."""
    text, at, opened = "", 0, 0
    anchors: list[Mention] = []
    bounds: list[int] = []
    for mark in _MARK.finditer(example):
        text += example[at : mark.start()]
        at = mark.end()
        if mark.group(3):
            bounds.append(len(text))
        elif not mark.group(1):
            opened = len(text)
        else:
            kind = cast(MentionKind, mark.group(2))
            anchors.append(Mention(kind, Span(opened, len(text)), text[opened:], "example"))
    text += example[at:]
    wanted = Span(bounds[0], bounds[1]) if len(bounds) == 2 else None
    return Skeleton.of(text, Span(0, len(text)), anchors), wanted


def _unsigned(text: str) -> str:
    return "".join(f"<{_KINDS[c]}>" if c in _KINDS else c for c in text)
