"""Mentions become entities: one person for all places of a name, one organisation for all its forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from huiyao.lexicon import Lexicon
from huiyao.link import organization, position
from huiyao.records import Mention, Organizations, Part, Person, Post, Presence, Role

_ROLES: tuple[Role, ...] = ("host", "speaker", "elected", "awarded", "attendee", "mentioned")


def people(
    posts: Sequence[Post],
    parts: Iterable[Part],
    mentions: Sequence[Mention],
    known: Organizations,
    text: str,
    lexicon: Lexicon,
) -> tuple[Person, ...]:
    """The persons of a report in the order of their first mention."""
    mentions_of: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "person":
            mentions_of[mention.text].append(mention)
    posts_of: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        posts_of[post.person.text].append(post)
    presences_of: dict[str, list[Presence]] = defaultdict(list)
    for mention, presence in parts:
        presences_of[mention.text].append(presence)
    found = organization.of_posts(posts, known, text, lexicon)
    result = []
    for name, places in mentions_of.items():
        positions = position.of_person(posts_of[name], found, text, lexicon)
        presences = tuple(presences_of[name])
        attended = any(p.attended for p in presences)
        result.append(Person(name, positions, presences, tuple(places), attended, _roles(presences)))
    return tuple(result)


def _roles(presences: Sequence[Presence]) -> tuple[Role, ...]:
    """The acting roles; attendee or mentioned only where there is no other."""
    seen = {p.role for p in presences}
    acting = tuple(r for r in _ROLES[:4] if r in seen)
    return acting or (("attendee",) if "attendee" in seen else ("mentioned",))
