"""The positions of a person: shorter and repeated ways to say the same one are merged into the fullest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from huiyao.gazetteer import title_head, title_is_shorter
from huiyao.lexicon import Lexicon
from huiyao.link.name import same
from huiyao.records import Evidence, Position, Post
from huiyao.text import cover


def of_person(
    posts: Sequence[Post], found: Mapping[int, str | None], text: str, lexicon: Lexicon
) -> tuple[Position, ...]:
    """One position a post: shorter and repeated ways to say the same one are merged into the fullest."""
    kept: list[tuple[Post, str | None]] = []
    for post in sorted(posts, key=lambda p: (p.org is None, p.heir is None, p.person.span)):
        organization = found[id(post)]
        if post.title is None:
            if any(same(organization, o, lexicon) for _, o in kept):
                continue
            kept.append((post, organization))
            continue
        name = post.title.text
        for i, (other, held) in enumerate(kept):
            if other.title is None:
                continue
            if other.title.text == name and same(organization, held, lexicon):
                if post.org is not None and organization and held and len(organization) > len(held):
                    kept[i] = (other, organization)
                break
            spoken = post.rule in ("leading", "behind", "apposition") and (post.heir is None or post.rule == "behind")
            loose = post.org is None and spoken
            if loose and title_is_shorter(name, other.title.text):
                break
        else:
            kept.append((post, organization))
    kept.sort(key=lambda k: (k[0].person.span, k[0].title.span if k[0].title else k[0].person.span))
    return tuple(_position(post, organization, text, lexicon) for post, organization in kept)


def _position(post: Post, organization: str | None, text: str, lexicon: Lexicon) -> Position:
    words = [s for s in (post.org, post.title.span if post.title else None, post.person.span) if s is not None]
    written = text[post.org.slice] if post.org else None
    near = [s for s in words if abs(s.start - post.person.span.start) < 120]
    return Position(
        organization,
        written,
        _titled(post, written, lexicon),
        cover(near or words),
        Evidence(post.rule, tuple(words), post.sentence),
    )


def _titled(post: Post, written: str | None, lexicon: Lexicon) -> str | None:
    """The title, with the organ that it is of: 理事会副主任, 监事会主席."""
    if post.title is None:
        return None
    organ = lexicon.table("org_bare").get(written or "", {}).get("kind") == "organ"
    own = title_head(post.title.text, lexicon) in lexicon.table("officer")
    return (written or "") + post.title.text if organ and not own else post.title.text
