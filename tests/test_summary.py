from __future__ import annotations

from dataclasses import replace

from factory import TEXT, Maker
from huiyao import summary
from huiyao.records import AttendingOrganization, Event, Passages, Person, Resolution, Summary
from huiyao.summary import Linked

MAKE = Maker()
FIRST, SECOND = "理事会", "会费收入"


def event(words: str) -> Event:
    span = MAKE.span(words)
    return Event(words, None, None, None, None, (), span, (span,), MAKE.evidence(words))


def resolution(words: str) -> Resolution:
    return Resolution("decided", words, None, None, MAKE.span(words), MAKE.evidence(words))


def summed(*events: Event, people: tuple[Person, ...] = (), resolutions: tuple[Resolution, ...] = ()) -> Summary:
    there = AttendingOrganization("东海海关", MAKE.span("东海海关"), MAKE.evidence("东海海关"))
    linked = Linked(MAKE.imprint(), events, people, (there,), resolutions, (), ())
    return summary.run(Passages(MAKE.clean, ()), linked)


def test_a_fact_belongs_to_the_event_told_before_it() -> None:
    early, late = MAKE.person("毕云涛"), MAKE.person("沐清泉")
    late = replace(late, presences=tuple(replace(p, span=MAKE.span("预计")) for p in late.presences))
    found = summed(
        event(FIRST), event(SECOND), people=(early, late), resolutions=(resolution("郎一鸣"), resolution("力争"))
    )
    assert [p.events for p in found.people] == [(0,), (1,)]
    assert [o.event for o in found.attending_organizations] == [0]
    assert tuple(r.event for r in found.resolutions) == (0, 1)


def test_what_is_told_before_every_event_belongs_to_the_first() -> None:
    found = summed(event(SECOND), people=(MAKE.person("毕云涛"),), resolutions=(resolution("郎一鸣"),))
    assert found.people[0].events == (0,)
    assert tuple(r.event for r in found.resolutions) == (0,)


def test_without_an_event_nothing_belongs_to_one() -> None:
    found = summed(people=(MAKE.person("毕云涛"),), resolutions=(resolution("郎一鸣"),))
    assert found.people[0].events == ()
    assert found.attending_organizations[0].event is None
    assert tuple(r.event for r in found.resolutions) == (None,)


def test_who_was_at_two_events_belongs_to_both_and_who_was_absent_to_none() -> None:
    twice, absent = MAKE.person("毕云涛"), MAKE.person("沐清泉", attended=False)
    (here,) = twice.presences
    twice = replace(twice, presences=(replace(here, span=MAKE.span("力争")), here, here))
    found = summed(event(FIRST), event(SECOND), people=(twice, absent))
    assert [p.events for p in found.people] == [(0, 1), ()]


def test_all_else_is_handed_on() -> None:
    person = MAKE.person("毕云涛", ("省农业农村厅种植业处", "处长"))
    found = summed(event(FIRST), people=(person,))
    assert found.clean.text == TEXT
    assert replace(found.people[0], events=()) == person
    assert found.events == (event(FIRST),)
