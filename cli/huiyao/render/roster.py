"""People by organisation, a department under its organisation."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.records import Person, Role, Summary
from huiyao.text import Span

# Shorter names (移动, 联通) begin others by chance; an ending of one character stands inside words, but for these.
_SHORTEST = 3
_OFFICES = "厅局委署"


class Post(NamedTuple):
    """A title, None if the report gives none, with the reports' paths and the spans of their sources that state it."""

    title: str | None
    sources: Mapping[str, tuple[Span, ...]]


class Official(NamedTuple):
    """A person in one organisation with the posts held there; `people` are the person in each report."""

    name: str
    posts: tuple[Post, ...]
    people: tuple[Person, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the posts that have one."""
        return tuple(post.title for post in self.posts if post.title)

    @property
    def sources(self) -> tuple[str, ...]:
        """The paths of the reports."""
        return tuple(dict.fromkeys(path for post in self.posts for path in post.sources))

    @property
    def attended(self) -> bool:
        """Whether a report has them present."""
        return any(person.attended for person in self.people)

    @property
    def roles(self) -> tuple[Role, ...]:
        """What they did, over all reports."""
        return tuple(dict.fromkeys(role for person in self.people for role in person.roles))


class House(NamedTuple):
    """An organisation with its officials and its departments; `name` is None for people without organisation.

    A department's `name` is what it adds to its organisation's; `full` is the whole.
    """

    name: str | None
    full: str | None
    officials: tuple[Official, ...]
    departments: tuple[House, ...]

    def walk(self, *, above: tuple[House, ...] = ()) -> Iterator[tuple[tuple[House, ...], Official]]:
        """Each official with the houses that lead to them, the outermost first."""
        path = (*above, self)
        for official in self.officials:
            yield path, official
        for department in self.departments:
            yield from department.walk(above=path)


Holding = tuple[Person, str | None, str, tuple[Span, ...]]
"""A person's post in one report: the person, the title, the report's path, the spans that state it."""


def roster(
    summaries: Iterable[Summary], lexicon: Lexicon, *, organization: str = "", title: str = ""
) -> tuple[House, ...]:
    """The posts of all summaries by organisation, in the order of the reports; those without one come last.

    With `organization` or `title`, only posts whose organisation or title has these characters in it. A person
    without any post is under no organisation, unless one of the two is given.
    """
    held: dict[str | None, dict[str, list[Holding]]] = {}
    for summary in summaries:
        clean = summary.clean
        for person in summary.people:
            for (where, what), spans in (person.posts() or {(None, None): []}).items():
                if organization in (where or "") and title in (what or ""):
                    holding = (person, what, clean.report.path, tuple(map(clean.source, spans)))
                    held.setdefault(where, {}).setdefault(person.name, []).append(holding)
    return _houses({where: tuple(map(_official, people.values())) for where, people in held.items()}, lexicon)


def posts(houses: Iterable[House]) -> Iterator[tuple[str | None, str | None, Official, Post]]:
    """Each post with its organisation, what its department adds to that, and its holder."""
    for top in houses:
        for (first, *inner), official in top.walk():
            department = "".join(house.name or "" for house in inner) or None
            for post in official.posts:
                yield first.full, department, official, post


def _official(holdings: Sequence[Holding]) -> Official:
    titles: dict[str | None, dict[str, tuple[Span, ...]]] = {}
    for _, title, path, spans in holdings:
        titles.setdefault(title, {})[path] = spans
    people = tuple(dict.fromkeys(person for person, *_ in holdings))
    return Official(people[0].name, tuple(Post(title, sources) for title, sources in titles.items()), people)


def _houses(officials: Mapping[str | None, tuple[Official, ...]], lexicon: Lexicon) -> tuple[House, ...]:
    above = _above([name for name in officials if name], lexicon)
    below: dict[str | None, list[str]] = {}
    for name, parent in above.items():
        below.setdefault(parent, []).append(name)

    def build(name: str) -> House:
        short = name.removeprefix(above[name] or "")
        return House(short, name, officials.get(name, ()), tuple(map(build, below.get(name, ()))))

    alone = (House(None, None, officials[None], ()),) if None in officials else ()
    return (*map(build, below.get(None, ())), *alone)


def _above(names: Sequence[str], lexicon: Lexicon) -> dict[str, str | None]:
    """For each name, and for each organisation that only its departments tell of, the organisation above it."""
    known = frozenset(names)
    above: dict[str, str | None] = {}
    waiting = deque(names)
    while waiting:
        name = waiting.popleft()
        if name in above:
            continue
        prefixes = (name[:end] for end in range(len(name) - 1, _SHORTEST - 1, -1))
        parent = next((prefix for prefix in prefixes if prefix in known), None) or _organization(name, lexicon)
        above[name] = parent
        if parent:
            waiting.appendleft(parent)
    return above


def _organization(name: str, lexicon: Lexicon) -> str | None:
    """The organisation in a department's name, 省商务厅 in 省商务厅市场处; else None."""
    found = _grammar(lexicon).match(name)
    return found["organization"] if found else None


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> re.Pattern[str]:
    endings = [
        re.escape(word)
        for word, row in lexicon.table("org_suffix").items()
        if row["family"] != "department" and (len(word) > 1 or word in _OFFICES)
    ]
    return patterns.compile(
        rf"(?P<organization>.+?(?:{'|'.join(endings)}))(?<!委(?=员)).+(?:{lexicon.alternation('department')})(?<!公司)$"
    )
