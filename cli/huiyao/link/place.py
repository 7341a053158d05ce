"""Places: the 桂北县 of a bare 县长, the village of a 村支书."""

from __future__ import annotations

from collections.abc import Mapping

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.records import Organizations, Post

# No list holds the villages; they open a line: 梨花坳村第三次村民代表会议.
_VILLAGE = patterns.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,4}[县乡镇])?([\u4e00-\u9fff]{2,4}村)(?=委|两委|党|第|民委)"
)
_COMMITTEE = patterns.compile(r"(?:中共)?(.*?([省市县区州镇乡]))\2?委$")


def of_committee(post: Post, found: Mapping[int, str | None]) -> str | None:
    """桂北县 for 县长 behind 桂北县委副书记; a bare 市委 gives no name of a place."""
    before = post.heir
    while before is not None:
        organization = found.get(id(before)) or ""
        if post.title and len(organization) > 1 and organization[-1] == post.title.text[-2]:
            return organization
        committee = _COMMITTEE.match(organization)
        if committee:
            return committee.group(1) if len(committee.group(1)) > 1 else None
        before = before.heir
    return None


def only(kind: str, known: Organizations, text: str, lexicon: Lexicon) -> str | None:
    """桂北县 for a bare 县长 in a report that speaks of one 县 only."""
    of_place = patterns.compile(rf"(?:..省|...?自治区)?(.{{1,3}}?{kind})(?=.{{2}}|$)")
    named = filter(None, (known.subject, *known.foremost.values(), *known.written))
    found = {match.group(1) for name in named if (match := of_place.match(name))}
    places = {place for place in found if len(place) > len("范县") or place in lexicon.table("place")}
    places |= {place + kind for place in lexicon.table("place") if place + kind in text}
    if kind == "村":
        places.update(_VILLAGE.findall(text))
    return places.pop() if len(places) == 1 else None
