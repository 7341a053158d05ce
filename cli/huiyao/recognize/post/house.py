"""The house of a bare head: 局长 of the 局, 院长 of the 院 that the text named last before; 公司 of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.recognize.post.construction import LONGEST_NAME, SHORTEST_NAME
from huiyao.records import Mention, Post
from huiyao.text import Span

_FAR_BACK = 80
# What a general word means where its own sentence has named one of the kind.
_MEANT = {
    "公司": patterns.compile("公司(?=，)"),
    "企业": patterns.compile("公司|集团|厂(?!长)"),
    "该公司": patterns.compile("(?<!该)公司"),
    "该会": patterns.compile("(?:[协学商公总]会|[究合进金谊]会|联盟)(?![长员议])"),
}
_HOSTS = patterns.compile("公司(?=召开|举行|举办|组织)")  # in a sentence before
_OF_ITS_KIND = patterns.compile("[局院校行厅馆所处站社台署]长$|委员$|^组长$|^副组长$")
# 到某某商会走访，会长甲热情接待: who receives is of the house that is visited.
_RECEIVES = patterns.compile("[^，。；]{0,40}(?:接待|欢迎|会见|迎接|接见)")
_VISITED = patterns.compile(
    "(?:到访|来访|走访|拜访|拜会|访问|参访|造访|莅临|前往|来到|走进|赴|到)(?P<house>[^，。；、到访]{3,30}?"
    "(?:会|联盟|集团|公司|中心|局|院|大学))(?=，|[考参走调交学座访指洽开进])"
)
_HOUSES = {"校": "大学|学院|中学|小学|学校(?!长)", "委": "委员会|专委会", "组": "组(?!长)"}


@cache
def _house(kind: str) -> re.Pattern[str]:
    return patterns.compile(_HOUSES.get(kind, rf"{kind}(?!长)"))


def named_before(text: str, post: Post, mentions: Sequence[Mention], cuts: org.Cuts, lexicon: Lexicon) -> Post:
    """A bare 局长 is of the 局 that the text named last before, a bare 院长 of the 院."""
    if post.org and (pattern := _MEANT.get(text[post.org.slice])):
        start, end = post.sentence.start, post.org.start
        named = _meant(text, pattern, Span(start, end), mentions, cuts, lexicon)
        if named is None and text[post.org.slice] == "公司":
            named = _meant(text, _HOSTS, Span(max(0, start - _FAR_BACK), start), mentions, cuts, lexicon)
        return replace(post, org=named) if named else post
    if host := _visited(text, post):
        return replace(post, org=host)
    if (
        post.org
        or _is_inherited(post)
        or not post.title
        or post.rule == "behind"
        or not _OF_ITS_KIND.search(post.title.text)
    ):
        return post
    kind = post.title.text[-2]
    if any(mark + kind in text for mark in "我来到莅"):
        return post  # the one that speaks, whose guests are named
    at = post.title.span.start
    for found in reversed(list(_house(kind).finditer(text, max(0, at - _FAR_BACK), at))):
        span = _named(text, found.end(), mentions, cuts, lexicon)
        if len(span) >= SHORTEST_NAME and found.end() in cuts(Span(span.start, min(len(text), found.end() + 4))):
            return replace(post, org=span)
    return post


def _visited(text: str, post: Post) -> Span | None:
    """The house that a bare officer who receives guests is of."""
    if post.org or post.heir or not post.title or not _RECEIVES.match(text, post.person.span.end, post.sentence.end):
        return None
    visited = _VISITED.search(text, post.sentence.start, post.title.span.start)
    return Span(*visited.span("house")) if visited else None


def _is_inherited(post: Post) -> bool:
    """Whether the post that it goes with says whose it is: the same person's, or one of a named organisation."""
    heir = post.heir
    return heir is not None and (heir.person is post.person or heir.org is not None or _is_inherited(heir))


def _meant(
    text: str, pattern: re.Pattern[str], before: Span, mentions: Sequence[Mention], cuts: org.Cuts, lexicon: Lexicon
) -> Span | None:
    """In 在某某有限公司，公司董事长甲介绍 the company is that one."""
    taken = {m.span.start for m in mentions if m.kind == "title"}  # 甲会会长与该会会长: of two the other
    for found in reversed(list(pattern.finditer(text, before.start, before.end))):
        span = _named(text, found.end(), mentions, cuts, lexicon)
        if len(span) >= SHORTEST_NAME and found.end() not in taken:
            return span
    return None


def _named(text: str, end: int, mentions: Sequence[Mention], cuts: org.Cuts, lexicon: Lexicon) -> Span:
    floors = (m.span.end for m in mentions if m.span.start < end - 1)
    return org.ending_at(text, min(end, max((0, end - LONGEST_NAME, *floors))), end, lexicon, cuts)
