"""Meetings, ceremonies, contests and visits that a report tells of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.event import chronicle, header, told
from huiyao.recognize.event.attendance import headcount
from huiyao.recognize.event.group import grouped
from huiyao.recognize.event.organizer import organizers
from huiyao.recognize.event.told import Telling
from huiyao.recognize.outlook import plans
from huiyao.recognize.placed import Placed
from huiyao.recognize.sealed import seal, written
from huiyao.records import CalendarDate, DateMention, Event, Evidence, Imprint, Passages, Quantity
from huiyao.text import Span

# So far behind a telling the text may still say who came.
_REACH = 600
# 9-11月份总结会 is named for months, and not held in them.
_OF_NAME = patterns.compile(r"份?(?:工作)?(?:总结|例会|汇报)|(?<=半年)(?![，在于间])|(?<=季度)(?![，在于间])")
# 今年前四个月
_MONTHS = patterns.compile(r"前[一二三四五六七八九十\d]{1,3}个?月$")
# 明年在东海举行: the only day that a meeting to come may have.
_NEXT_YEAR = patterns.compile(r"(?:明年|来年|后年)(?=[在于将，春夏秋冬上下])")
# 首届茶业论坛（TEA 2023）
_REMARKED_YEAR = patterns.compile(r"[”」]?[（(](?:[A-Za-z][^（）()]{0,16}?)?(20\d\d)年?[)）]")
_NAMED_YEAR = patterns.compile(r"20\d\d(?=年?(?!年?度)[^—-])")
# （以下简称“公司”） is no part of a name or a place.
_SHORT_FORM = patterns.compile(r"（以下[统并]?简?称[^（）]*）")
# What a yearly report says to have held was in its year, where its name tells it from all others of its sort.
_HOLDING = frozenset({"held", "holds", "holds-quoted", "came-to"})
_PARTICULAR = patterns.compile(
    r"^(?!.*(?:活动|工作|多场|系列)).*(?:第[^，]{1,4}[届次]|首届|(?:19|20)\d\d|全[国省市县区州旗]|.{8})"
)
# 近日 is no more than so many days ago.
_RECENT = 8


def find(
    passages: Passages,
    dates: Sequence[DateMention],
    quantities: Sequence[Quantity],
    imprint: Imprint,
    lexicon: Lexicon,
) -> tuple[Event, ...]:
    """The events of a report, in order. `dates` have their years filled in."""
    sealed = seal(passages.text)
    own = Placed(
        d
        for d in dates
        if (d.start.month or _NEXT_YEAR.match(sealed, d.span.start))
        and d.span != imprint.published_span
        and not _OF_NAME.match(passages.text, d.span.end)
        and not _MONTHS.search(passages.text, d.span.start, d.span.end)
    )
    published = next((d for d in dates if d.span == imprint.published_span and d.start.day), None)
    days = chronicle.days(passages, sealed, own)
    found = [
        *header.tellings(passages, sealed, own, published, lexicon),
        *told.tellings(passages, sealed, own, days, plans(passages), lexicon),
    ]
    known = {t.date.start for t in found if t.date and not (t.weak or t.alone or t.lone)}
    annual = imprint.kind == "annual_report"
    told_of = [t for t in found if not _is_outdone(t, known, annual=annual)]
    dated = any(t.date and not t.lone for t in told_of)
    groups = grouped([t for t in told_of if not (t.lone and dated)], passages, daily=annual or bool(days))
    first = next((d for d in own.within(Span(0, len(sealed))) if d.start.day), None)
    scene = _Scene(passages, sealed, imprint, Placed(quantities), first, lexicon)
    return tuple(sorted(scene.events(groups), key=lambda event: event.span))


def _is_outdone(telling: Telling, days: Collection[CalendarDate], *, annual: bool) -> bool:
    """Whether a telling is none where others have these days, or since the report is of a whole year."""
    if telling.alone:
        return annual or bool(days)
    if telling.lasting:
        return not annual
    day = telling.date.start if telling.date else None
    return telling.weak and (day is None or day.day is None or day in days)


class _Scene(NamedTuple):
    """A report, in which groups of tellings become events. `first` is the first day that it names."""

    passages: Passages
    sealed: str
    imprint: Imprint
    quantities: Placed[Quantity]
    first: DateMention | None
    lexicon: Lexicon

    def events(self, groups: Sequence[Sequence[Telling]]) -> Iterator[Event]:
        """The events of the groups that have a day or a place; an inner ceremony has the day of the first.

        What only the title tells is an event, of the first day that the report names, where there is no other.
        """
        main: DateMention | None = None
        named = [t for group in groups for t in group if not t.generic]
        titled = self._titled(groups)
        days = {t.date.start for group in groups for t in group if t.date}
        alone = len(days) == 1
        dateless = not days and self.imprint.kind != "annual_report"
        for group in groups:
            best = self._best(group)
            date = self.first if group is titled else self._date(group, main, alone=alone and best.site is not None)
            site = best.site
            if site is None or len(site) == 1:  # 赴日交流
                site = max((t.site for t in group if t.site), key=len, default=None)
            start = self._dated(date.start, best) if date else self._vague(group, best, site)
            lacks_it = self._may_lack_a_day(group, site) or (dateless and group is (titled or groups[0]))
            if start is None and (lacks_it or best.rule == "prepared") and self.imprint.kind != "annual_report":
                start = _in_name(self.passages.text[best.name.slice])
            if start is None and (best.future or best.visit or not lacks_it):
                continue
            if start is None and self._in_title(best) and any(t.date for t in named):
                continue
            # An inner event ends where the next is told, the main one where the next has a day of its own.
            own = {t.sentence.start for t in group}
            begins = {t.sentence.start for t in named if main is not None or t.date is not None or t.later} - own
            further = min((at for at in begins if at > best.sentence.start), default=len(self.sealed))
            yield self._event(group, best, start, date, site, further, inner=main is not None)
            if main is None and date is not None and not best.future:
                main = replace(date, start=start) if start else date

    def _titled(self, groups: Sequence[Sequence[Telling]]) -> Sequence[Telling] | None:
        """The group that only the title tells, where no group has a day."""
        if self.imprint.kind == "annual_report" or any(t.date or t.recent for group in groups for t in group):
            return None
        for group in groups:
            best = self._best(group)
            if self._in_title(best) and not best.visit:
                return group
        return None

    def _best(self, group: Sequence[Telling]) -> Telling:
        """The telling that names the event best: not in the title (a visit: in it), with a day, with a long name."""
        return max(
            (t for t in group if not t.generic),
            key=lambda t: (self._in_title(t) == t.visit, t.date is not None, len(t.name)),
        )

    def _in_title(self, telling: Telling) -> bool:
        return self.passages.blocks[telling.block].kind == "title"

    def _date(self, group: Sequence[Telling], main: DateMention | None, *, alone: bool) -> DateMention | None:
        own = next((t.date for t in group if t.date), None)
        linked = any((t.linked or (alone and not t.visit)) and not t.future for t in group)
        if own is not None or self.imprint.kind == "annual_report" or any(t.recent for t in group):
            return own
        return main if linked else None

    def _dated(self, day: CalendarDate, best: Telling) -> CalendarDate:
        """A day without year is in the year of the event's name: 2026第五届大会, 首届茶业论坛（TEA 2023）."""
        if day.year is not None:
            return day
        named = _in_name(self.passages.text[best.name.slice])
        behind = _REMARKED_YEAR.match(self.passages.text, best.name.end)
        year = named.year if named else int(behind.group(1)) if behind else None
        return replace(day, year=year)

    def _vague(self, group: Sequence[Telling], best: Telling, site: Span | None) -> CalendarDate | None:
        """The month of 近日, or the year in the name; an annual report's own year."""
        if any(t.recent for t in group):
            return _lately(self.imprint.published) or _in_name(self.passages.text[best.name.slice])
        annual = self.imprint.kind == "annual_report" and self.imprint.year is not None
        name = self.passages.text[best.name.slice]
        held = best.rule in _HOLDING and _PARTICULAR.search(name) is not None
        if annual and not best.future and not best.visit and (site is not None or held):
            return _in_name(name) or CalendarDate(self.imprint.year)
        return None

    def _may_lack_a_day(self, group: Sequence[Telling], site: Span | None) -> bool:
        if self.imprint.kind == "annual_report":
            return site is not None
        return site is not None or any(t.recent for t in group)

    def _event(
        self,
        group: Sequence[Telling],
        best: Telling,
        start: CalendarDate | None,
        date: DateMention | None,
        site: Span | None,
        further: int,
        *,
        inner: bool,
    ) -> Event:
        text = self.passages.text
        block = self.passages.blocks[best.block].span
        near = Span(best.sentence.start, max(best.sentence.end, min(block.end, further, best.sentence.end + _REACH)))
        far = near
        main = not inner and self.imprint.kind != "annual_report"
        if main:
            far = Span(near.start, max(near.end, min(block.end + _REACH, further)))
        counts = (headcount(text, part, self.quantities, self.lexicon) for part in (far, *(t.sentence for t in group)))
        return Event(
            name=_SHORT_FORM.sub("", written((text[best.party.slice] if best.party else "") + text[best.name.slice])),
            start=start,
            end=date.end if date else None,
            place=_SHORT_FORM.sub("", written(text[site.slice])) if site else None,
            headcount=next((count for count in counts if count), None),
            organizers=organizers(text, self.sealed, near, self.lexicon, main=main),
            span=best.name,
            spans=tuple(t.name for t in group),
            evidence=Evidence(best.rule, (best.name,), best.sentence),
        )


def _in_name(name: str) -> CalendarDate | None:
    found = _NAMED_YEAR.match(name)
    return CalendarDate(int(found.group())) if found else None


def _lately(published: CalendarDate | None) -> CalendarDate | None:
    """The month of 近日, where the day of publication leaves no doubt of it."""
    if published is None or published.day is None or published.day <= _RECENT:
        return None
    return CalendarDate(published.year, published.month)
