"""Mentions become entities: one person for all places of a name, one organisation for all its forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from huiyao.gazetteer import org_family, title_family, title_is_shorter
from huiyao.lexicon import Lexicon
from huiyao.records import Evidence, Mention, Organizations, Part, Person, Position, Post, Presence, Role
from huiyao.text import cover

_ROLES: tuple[Role, ...] = ("host", "speaker", "elected", "awarded", "attendee", "mentioned")


def full_name(name: str, known: Organizations, lexicon: Lexicon) -> str:
    """The fullest form that the report supports for an organisation's written name."""
    for short in sorted(known.aliases, key=len, reverse=True):
        if name.startswith(short):
            return known.aliases[short] + name[len(short) :]
    head = _bare_head(name, lexicon)
    if head is None:
        return name
    rest = name[len(head) :]
    if known.subject and (lexicon.table("org_bare")[head]["kind"] == "own" or known.subject.endswith(head)):
        return known.subject + rest
    longer = [w for w in known.written if len(w) > len(head) + 1 and w.endswith(head)]
    return (max(longer, key=lambda w: (known.written[w], len(w), w)) if longer else head) + rest


def _bare_head(name: str, lexicon: Lexicon) -> str | None:
    """协会 of 协会专家委员会: a general word that stands for a full name at the beginning of a written one."""
    bare = lexicon.table("org_bare")
    return next((name[:length] for length in (3, 2) if name[:length] in bare), None)


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
    found: dict[int, str | None] = {}
    for post in posts:
        found[id(post)] = _organization(post, found, known, text, lexicon)
    result = []
    for name, places in mentions_of.items():
        positions = _positions(posts_of[name], found, text, lexicon)
        presences = tuple(presences_of[name])
        attended = any(p.attended for p in presences)
        result.append(Person(name, positions, presences, tuple(places), attended, _roles(presences)))
    return tuple(result)


def _roles(presences: Sequence[Presence]) -> tuple[Role, ...]:
    """The acting roles; attendee or mentioned only where there is no other."""
    seen = {p.role for p in presences}
    acting = tuple(r for r in _ROLES[:4] if r in seen)
    return acting or (("attendee",) if "attendee" in seen else ("mentioned",))


def _organization(
    post: Post, found: Mapping[int, str | None], known: Organizations, text: str, lexicon: Lexicon
) -> str | None:
    """The organisation of a post: as written, else that of the post it follows, else what its title belongs to."""
    if post.org is not None:
        return full_name(text[post.org.slice], known, lexicon)
    if post.title is None or (known.subject is None and post.heir is None):
        return None
    kind = title_family(post.title.text, lexicon)
    subject_kind = org_family(known.subject, lexicon) if known.subject else None
    heir = found.get(id(post.heir)) if post.heir else None
    if heir is not None:
        place = _place(heir, post.title.text)
        if place is not None:
            return place or None
        if kind == "association" == subject_kind and org_family(heir, lexicon) in ("company", "government", "school"):
            return known.subject
        return heir
    if kind == "association" and subject_kind in ("association", "department"):
        return known.subject
    if kind == subject_kind or (kind == "government" and not _OF_A_PLACE.search(post.title.text)):
        return known.subject
    return None


# Heads of places and members of bodies: not posts of the association whose report it is.
_OF_A_PLACE = re.compile(r"(?:[省市县区州镇乡]长|委员|常委|议员|院士|[局厅司处科]长|巡视员|调研员)$")
_HEAD_OF_PLACE = re.compile(r"[省市县区州镇乡]长$")
_COMMITTEE = re.compile(r"(?:中共)?(.*?[省市县区州镇乡])委$")


def _place(organization: str, title: str) -> str | None:
    """桂北县 for 县长 behind 桂北县委副书记; "" where only 县委 is written; None where the rule does not apply."""
    committee = _COMMITTEE.match(organization)
    if committee is None or not _HEAD_OF_PLACE.search(title):
        return None
    return committee.group(1) if len(committee.group(1)) > 1 else ""


def _positions(
    posts: Sequence[Post], found: Mapping[int, str | None], text: str, lexicon: Lexicon
) -> tuple[Position, ...]:
    """One position a post: shorter and repeated ways to say the same one are merged into the fullest."""
    kept: list[tuple[Post, str | None]] = []
    for post in sorted(posts, key=lambda p: (p.org is None, p.heir is None, p.person.span)):
        organization = found[id(post)]
        if post.title is None:
            if any(same(organization, o) for _, o in kept) or any(p.title for p in posts):
                continue
            kept.append((post, organization))
            continue
        name = post.title.text
        for i, (other, held) in enumerate(kept):
            if other.title is None:
                continue
            if other.title.text == name and same(organization, held):
                if organization and held and len(organization) > len(held):
                    kept[i] = (other, organization)
                break
            loose = post.org is None and (post.heir is None or post.rule == "behind")
            if loose and title_is_shorter(name, other.title.text, lexicon):
                break
        else:
            kept.append((post, organization))
    kept.sort(key=lambda k: (k[0].person.span, k[0].title.span if k[0].title else k[0].person.span))
    return tuple(_position(post, organization, text) for post, organization in kept)


def _position(post: Post, organization: str | None, text: str) -> Position:
    words = [s for s in (post.org, post.title.span if post.title else None, post.person.span) if s is not None]
    written = text[post.org.slice] if post.org else None
    near = [s for s in words if abs(s.start - post.person.span.start) < 120]
    return Position(
        organization,
        written,
        post.title.text if post.title else None,
        cover(near or words),
        Evidence(post.rule, tuple(words), post.sentence),
    )


def same(one: str | None, other: str | None) -> bool:
    """Whether two names may be forms of one organisation: one's characters stand, in order, in the other."""
    if one is None or other is None:
        return True
    short, long = sorted((one, other), key=len)
    at = iter(long)
    return all(c in at for c in short)
