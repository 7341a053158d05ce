"""Visits have no name of their own; the clause that tells of one gives it: 何山一行到中心调研, 赴南方考察."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.text import Span

LONGEST = 40
_SHORTEST = 5

_ACCOMPANIED = patterns.compile(r"^.*(?:(?:陪同|带领|率领)下|(?<!区)分别(?=慰问|走访|看望|探望|拜访|拜会|[赴到]))")
_GOING = patterns.compile(
    r"(?:赴|到(?!会(?!员)|场|了|位|访|达)|来(?!自|访|到|的)|前往|莅临|走进|深入(?=[^，]{2,24}(?:调研|考察|走访|检查|慰问)))[^，]"
)
# 何山率部分委员就“…”课题在东海开展专题调研, 支部组织党员走访纪念馆: a party all the same.
_LED = patterns.compile(
    r"率[^，]{2,50}?(?P<way>(?:在|赴|到|来)[^，]{2,24}(?:开展|进行)[^，]{0,4}(?:调研|考察|走访))|(?<!社会)组织(?!部(?!分)|管理)[^，就对]{2,50}?(?:走访|参观|视察|考察|调研(?!员)|检查|督查|前往|[赴到][^，]{2,20}(?:参观|考察|学习|调研|走访|交流|慰问|研学))"
)
_WITHOUT_PARTY = patterns.compile(r"赴|到|来|前往|莅临|走进|参观|考察|走访")
_COUNTED = patterns.compile(r"(?<!一行)(?<![\d百十千])[\d百十千]+\s*[多余]?[名家户个次人位]")
# 东海市茶叶协会一行18人，在会长何山的率领下来…: who went may stand in a clause before.
_PARTY = patterns.compile(
    r"(?:^|[，；：。])(?P<who>[^，；：。]{2,30}?(?:一行|考察团|视察团|访问团|参访团|参观团|代表团|调研组|考察组))"
    r"(?=共?[\d一二三四五六七八九十百]{0,4}[余多]?[人位名]?(?:，|在|由|抵达|来到|$))"
)
# Who went is part of the name where that is short; a long subject is left out, and whoever goes far.
_SUBJECT = 16
_FAR = ("赴", "前往")
# 并召开座谈会: what they did there besides.
# 由会长接待: how the visit told of was received.
_RECEIVED = patterns.compile(r"(?:接待|会见|接见|会晤|陪同)$")
_BESIDES = patterns.compile(r"[，、]?并(?:召开|举行|举办|出席|参加|签|座谈|看望)")
_SITE = patterns.compile(
    r"(?:赴|(?<![达得受找])到(?!会(?!员)|场|访)|来到?(?!访|自)|前往|莅临|走进|深入)(?:首站)?(?P<site>[^，、]{1,24}?(?:、[^，、]{1,12}?){0,4}?)"
    r"(?:等地|等)?(?:就[^，]{1,30}?)?(?:进行|开展|实地|参加|专题|友好|学习|指导|交流|现场|检查|项目|为期[^，]{2,6})*"
    r"(?:考察|调研|参观|走访|访问|视察|参访|座谈|洽谈|检查|考查|评估|指导|慰问|督[导查]|学习|交流|作[^，]{0,20}报告)"
)


# 到访春山公司
_CALLED_ON = patterns.compile(r"(?:到访|造访)了?(?P<site>[^，、]{2,20})$")


class _Words(NamedTuple):
    """What leads to a visit, what tells it, by its object or by a party, and what such a clause does not say."""

    lead: re.Pattern[str]
    verb: re.Pattern[str]
    receive: re.Pattern[str]
    party: re.Pattern[str]
    other: re.Pattern[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    verb, receive, party, other = (
        lexicon.alternation("visit", kind=kind) for kind in ("verb", "receive", "party", "other")
    )
    return _Words(
        patterns.compile(
            rf"^(?:[，、；：。）)\s\ue005还又并]|{lexicon.alternation('event_lead')}"
            r"|与会\w{2,4}|在[^，]{2,24}(?:陪同|带领|率领)下|应[^，]{2,20}邀请|由[^，]{2,30}率领的)+"
        ),
        patterns.compile(rf"(?!考察团)(?:{verb}|{receive})|作了?(?:题为[^，]*的)?报告"),
        patterns.compile(rf"[^，、]{{2}}(?:{receive})了?(?![金品信电物])[^，、了]{{2}}"),
        patterns.compile(party),
        patterns.compile(rf"{other}|组织(?![了的])|陪同(?!下)[^，]{{0,4}}(?:调研|考察)|期间$|进行了?(?:首轮|多次)"),
    )


def bounded(sealed: str, span: Span, lexicon: Lexicon) -> Span | None:
    """The name of a visit inside its clause; None where the clause tells of none."""
    words = sealed[span.slice]
    told = _words(lexicon)
    start = 0
    for lead in (told.lead, _ACCOMPANIED, told.lead):
        found = lead.match(words[start:])
        start += found.end() if found else 0
    words = words[start:]
    if besides := _BESIDES.search(words):
        words = words[: besides.start()]
    verb, going, led = told.verb.search(words), _GOING.search(words), _LED.search(words)
    if (
        verb is None
        or (told.other.search(words) and not led)
        or _COUNTED.search(words, verb.end())
        or _RECEIVED.search(words)
        or not (
            going or led or verb.start() == 0 or told.party.search(words[: verb.end()]) or told.receive.search(words)
        )
    ):
        return None
    head = min(going.start() if going else verb.start(), verb.start())
    if led and led["way"]:
        head = led.start("way")
    if head > _SUBJECT or words.startswith(_FAR, head):
        # 来校访问 says too little without who came, the last of several.
        cut = head if len(words) - head >= _SHORTEST else words.rfind("、", 0, head) + 1
        start, words = start + cut, words[cut:]
    length = min(len(words), LONGEST)
    return Span(span.start + start, span.start + start + length) if length >= _SHORTEST else None


def same(sealed: str, one: Span, other: Span) -> bool:
    """Whether two visits of one day went to the same place, as their names say it."""
    places = [sealed[there.slice] for there in (site(sealed, one), site(sealed, other)) if there and len(there) > 2]
    return any(where in sealed[one.slice] and where in sealed[other.slice] for where in places)


def site(sealed: str, name: Span) -> Span | None:
    """Where a visit went, as its name says it: 赴春山、江州考察; None where it does not."""
    found = _SITE.search(sealed, name.start, name.end) or _CALLED_ON.search(sealed, name.start, name.end)
    return Span(*found.span("site")) if found else None


def party(sealed: str, sentence: Span, name: Span) -> Span | None:
    """Who paid a visit whose own clause does not say so; None where no earlier clause of the sentence does either."""
    if not _WITHOUT_PARTY.match(sealed, name.start):
        return None
    before = sealed[sentence.start : max(sentence.start, sealed.rfind("，", sentence.start, name.start) + 1)]
    *_, last = (None, *_PARTY.finditer(before))
    return Span(*last.span("who")).shift(sentence.start) if last else None
