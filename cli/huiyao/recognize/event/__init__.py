"""Meetings, ceremonies, contests and visits that a report tells of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from huiyao.lexicon import Lexicon
from huiyao.recognize.alike import likeness
from huiyao.recognize.event import header, told
from huiyao.recognize.event.attendance import headcount
from huiyao.recognize.event.organizer import organizers
from huiyao.recognize.event.told import Telling
from huiyao.recognize.outlook import plans
from huiyao.recognize.placed import Placed
from huiyao.recognize.sealed import seal, written
from huiyao.records import CalendarDate, DateMention, Event, Evidence, Imprint, Mention, Passages, Quantity
from huiyao.text import Span

# From here on two names are taken for one event's, and from here on even when the days differ.
_ALIKE, _EQUAL = 0.7, 0.95
# So many events back a text is searched for the same one.
_MEMORY = 60
# So far behind a telling the text may still say who came.
_REACH = 600
# 近日 is no more than so many days ago.
_RECENT = 8


def find(
    passages: Passages,
    dates: Sequence[DateMention],
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],  # noqa: ARG001
    imprint: Imprint,
    lexicon: Lexicon,
) -> tuple[Event, ...]:
    """The events of a report, in order. `dates` have their years filled in."""
    sealed = seal(passages.text)
    own = Placed(d for d in dates if d.start.month and d.span != imprint.published_span)
    found = [
        *header.tellings(passages, sealed, own, lexicon),
        *told.tellings(passages, sealed, own, plans(passages), lexicon),
    ]
    known = {t.date.start for t in found if t.date and not t.weak}
    annual = imprint.kind == "annual_report"
    groups = _grouped([t for t in found if not (t.weak and (annual or _is_known(t, known)))], passages.text)
    return tuple(_events(passages, sealed, groups, quantities, imprint))


def _is_known(telling: Telling, days: Collection[CalendarDate]) -> bool:
    return telling.date is None or telling.date.start.day is None or telling.date.start in days


def _grouped(found: Sequence[Telling], text: str) -> list[list[Telling]]:
    """The tellings of one event together, in the order of their first; a generic one goes with the event before it."""
    groups: list[list[Telling]] = []
    for telling in found:
        if telling.generic:
            if groups:
                groups[-1].append(telling)
            continue
        for group in groups[-_MEMORY:]:
            if any(_same(text, telling, other) for other in group if not other.generic):
                group.append(telling)
                break
        else:
            groups.append([telling])
    return groups


def _same(text: str, one: Telling, other: Telling) -> bool:
    alike = likeness(text[one.name.slice], text[other.name.slice])
    if one.date and other.date and one.date.start != other.date.start and min(len(one.name), len(other.name)) < 8:
        return False
    return alike >= (_ALIKE if not (one.date and other.date) or one.date.start == other.date.start else _EQUAL)


def _events(
    passages: Passages,
    sealed: str,
    groups: Sequence[Sequence[Telling]],
    quantities: Sequence[Quantity],
    imprint: Imprint,
) -> Iterator[Event]:
    text = passages.text
    annual = imprint.kind == "annual_report"
    main: DateMention | None = None
    counted = Placed(quantities)
    begins = sorted(t.sentence.start for group in groups for t in group if not t.generic)
    for group in groups:
        best = max((t for t in group if not t.generic), key=lambda t: _worth(t, passages))
        date = next((t.date for t in group if t.date), None)
        site = next((t.site for t in group if t.site), None)
        linked = any(t.linked for t in group)
        recent = any(t.recent for t in group)
        if date is None and best.visit and not recent and not (linked and not annual):
            continue
        if date is None and not annual and (linked or main is None):
            date = main
        start = date.start if date else None
        if start is None and recent:
            start = _lately(imprint.published)
        if date is None and annual and site is not None and not best.future and imprint.year:
            start = CalendarDate(imprint.year)
        if start is None and (best.future or (site is None and not (recent and not annual))):
            continue
        main = main or date
        block = passages.blocks[best.block].span
        after = bisect_right(begins, best.sentence.start)
        further = begins[after] if after < len(begins) else len(text)
        near = Span(best.sentence.start, max(best.sentence.end, min(block.end, further, best.sentence.end + _REACH)))
        far = (
            near
            if annual or group is not groups[0]
            else Span(near.start, max(near.end, min(block.end + _REACH, further)))
        )
        yield Event(
            name=written(text[best.name.slice]),
            start=start,
            end=date.end if date else None,
            place=written(text[site.slice]) if site else None,
            headcount=headcount(text, far, counted),
            organizers=organizers(text, sealed, near),
            span=best.name,
            spans=tuple(t.name for t in group),
            evidence=Evidence(best.rule, (best.name,), best.sentence),
        )


def _lately(published: CalendarDate | None) -> CalendarDate | None:
    """The month of 近日, where the day of publication leaves no doubt of it."""
    if published is None or published.day is None or published.day <= _RECENT:
        return None
    return CalendarDate(published.year, published.month)


def _worth(telling: Telling, passages: Passages) -> tuple[bool, bool, int]:
    """What makes the best of several tellings: not in the title, with a day, with the longest name."""
    return passages.blocks[telling.block].kind != "title", telling.date is not None, len(telling.name)
