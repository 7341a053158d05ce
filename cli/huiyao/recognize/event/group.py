"""Which tellings are of one event: those of names alike, of one day, and words that only point to an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from huiyao import patterns
from huiyao.recognize.alike import likeness, within
from huiyao.recognize.event import visit
from huiyao.recognize.event.told import Telling
from huiyao.records import Passages

# From here on two names are taken for one event's, and from here on even when the days differ.
_ALIKE, _EQUAL = 0.7, 0.95
# So much of a shorter name is in the longer where both are one's, and so much where one is the title's.
_HELD, _HELD_IN_TITLE = 0.95, 0.75
# A shorter name says too little to be told by its characters.
_BRIEF = 5
_YEARLY = ("年会", "例会", "春茗", "团拜", "会谈", "午宴", "晚宴")
_BODY = patterns.compile(r"会员(?=代表大会|大会)|常务(?=理事会)|理监?事会|监事会|理事长会|会长会|秘书长会")
_CEREMONY = patterns.compile(r"[式礼]$|大会$|会议$")
_POINTING = patterns.compile(r"[本此这该各每]|多次|系列")
# So many events back a text is searched for the same one.
_MEMORY = 60


def grouped(found: Sequence[Telling], passages: Passages, *, daily: bool) -> list[list[Telling]]:
    """The tellings of one event together, in the order of their first; a generic one goes with the event before it.

    A `daily` report tells of its events day by day: there a generic one of another day is an event.
    """
    groups: list[list[Telling]] = []
    for telling in found:
        if telling.generic:
            beside = bool(groups) and _is_beside(telling, groups[-1][0], passages.text)
            if beside or (daily and _is_of_its_day(telling, groups, passages.text)):
                groups.append([replace(telling, generic=False)])
            elif groups:
                groups[-1].append(telling)
            continue
        for group in groups[-_MEMORY:]:
            if any(_same(passages, telling, other) for other in group if not other.generic):
                group.append(telling)
                break
        else:
            groups.append([telling])
    if not groups and (named := [t for t in found if t.date and _worth_a_name(passages.text[t.name.slice])]):
        first = max(named, key=lambda telling: len(telling.name))
        groups.append([replace(t, generic=t is not first) for t in found])
    return groups


def _is_beside(telling: Telling, before: Telling, text: str) -> bool:
    """Whether a common noun with a place of its own is a meeting beside a visit or after a meeting: 座谈会."""
    noun = text[telling.name.slice]
    if telling.site is None or not _worth_a_name(noun) or noun[:2] in text[before.name.slice]:
        return False
    return before.visit or (telling.later and not _CEREMONY.search(noun))


def _is_of_its_day(telling: Telling, groups: Sequence[Sequence[Telling]], text: str) -> bool:
    """Whether a common noun is the event of a day of its own, in a chronicle: 5月9日，协会召开理事会."""
    day = telling.date.start if telling.date else None
    return (
        day is not None
        and day.day is not None
        and _worth_a_name(text[telling.name.slice])
        and all(t.date is None or t.date.start != day for group in groups[-_MEMORY:] for t in group[-_MEMORY:])
    )


def _worth_a_name(words: str) -> bool:
    """Whether a common noun says enough to stand for the only event of a report: 座谈会 and 年会, unlike 会议."""
    return (len(words) > 2 or words in _YEARLY) and not _POINTING.match(words)


def _same(passages: Passages, one: Telling, other: Telling) -> bool:
    words, others = (passages.text[t.name.slice].replace("首届", "第一届") for t in (one, other))
    dated = one.date is not None and other.date is not None
    differ = one.date is not None and other.date is not None and one.date.start != other.date.start
    titled = "title" in (passages.blocks[one.block].kind, passages.blocks[other.block].kind)
    if not differ and one.visit == other.visit:
        if titled and (one.visit or _one_kind(words, others) or within(words, others) >= _HELD_IN_TITLE):
            return True
        if not dated and min(len(words), len(others)) > _BRIEF and within(words, others) >= _HELD:
            return True
    if dated and not differ and one.visit and other.visit and visit.same(passages.text, one.name, other.name):
        return True
    if differ and min(len(one.name), len(other.name)) < 8:
        return False
    if _of_other_bodies(words, others):
        return False
    if one.later and words[-2:] != others[-2:]:
        return False
    return likeness(words, others) >= (_EQUAL if differ else _ALIKE)


def _of_other_bodies(one: str, other: str) -> bool:
    """Whether two names are those of meetings of different bodies: 第二届会员大会 and 第二届理事会."""
    bodies, others = (frozenset(_BODY.findall(words)) for words in (one, other))
    return bool(bodies and others) and bodies.isdisjoint(others)


def _one_kind(one: str, other: str) -> bool:
    """Whether two names end alike beyond the last word: 线下沟通会 and 投资者沟通会."""
    return len(one) > _BRIEF and len(other) > _BRIEF and one[-3:] == other[-3:]
