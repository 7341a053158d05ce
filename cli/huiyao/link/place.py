"""Places: the 桂北县 of a bare 县长, the village of a 村支书."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.records import Organizations, Post

_COMMITTEE = patterns.compile(r"(?:中共)?(.*?([省市县区州镇乡]))\2?委$")


# No list holds the villages and the towns; they open a line: 梨花坳村第三次村民代表会议, 云岭镇召开会议.
_OPENING = frozenset("村镇乡")


@lru_cache(maxsize=len(_OPENING))
def _opening(kind: str) -> re.Pattern[str]:
    return patterns.compile(
        rf"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{{2,4}}[县乡镇])?([\u4e00-\u9fff]{{2,4}}{kind})"
        "(?=委|两委|党|第|民委|召开|举行|举办|组织|人民政府|政府)"
    )


@cache
def _leading(kind: str) -> re.Pattern[str]:
    """海川市 at the beginning of an organisation's name."""
    return patterns.compile(rf"(?:..省|...?自治区)?(.{{1,3}}?{kind})(?=.{{2}}|委|$)")


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
    named = filter(None, (known.subject, *known.foremost.values(), *known.written))
    found = {match.group(1) for name in named if (match := _leading(kind).match(name))}
    places = {place for place in found if len(place) > len("范县") or place in lexicon.table("place")}
    places |= {place + kind for place in lexicon.table("place") if place + kind in text}
    if kind in _OPENING:
        places.update(_opening(kind).findall(text))
    return places.pop() if len(places) == 1 else None
