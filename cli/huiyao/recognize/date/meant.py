"""The years, months and days that dates leave unsaid: from the day of publication, the headings, the dates around."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from huiyao import patterns
from huiyao.lexicon import bundled
from huiyao.recognize import section
from huiyao.recognize.date import reviewed
from huiyao.recognize.date.founding import is_bound
from huiyao.recognize.date.written import exists
from huiyao.records import Block, CalendarDate, DateMention, Passages
from huiyao.rules import Rule, load
from huiyao.text import Span

_SHIFTS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_TITLE_YEAR = patterns.compile(r"总结|报告|要点|计划|回顾|大事记|纪实|公报|年报|概况|工作|情况")
# 11月30日讯, 12月1日电: the day on which the paragraph below was written
_DISPATCH = patterns.compile(r"[讯电](?!话|视|影|子|力|器|网)")
_UP_TO = patterns.compile(r"截至(?:到)?$")
# 2022年度工作总结大会 is held when the year is over
_REVIEW = patterns.compile(r"年度?[^，。]{0,12}(?:(?:总结|表彰|述职)[^，。]{0,8}会|考核|评估|检查)")
# 为表彰2023年度先进，3月8日召开大会: the year is over when the meeting is held
_REVIEWED = patterns.compile(r"(?:表彰|表扬|嘉奖|奖励|总结|回顾|评选|评定|介绍|通报|公布|解读)了?[^，。；：\n]{0,6}$")
_BARE_YEAR = patterns.compile(r"(?<![0-9])20[0-9]{2}(?![0-9]|年度)")
# 2026第五届茶博会
_EDITION = patterns.compile(
    r"(?<![0-9.-])20[0-9]{2}(?=第[一二三四五六七八九十0-9]+届|[\u4e00-\u9fff“”‘’「」·]{2,24}?(?:大会|论坛|博览会|峰会|年会|展会))(?!年)"
)
_AHEAD = patterns.compile(r"(?:将|拟|定|暂定|计划|预定|预计|订|即将|择期)[于在]?[^，。；]{0,4}$")
# a year that is only compared with, or that stands in a title, does not say when the sentence plays
_ASIDE = patterns.compile(r"(?:[比较自同与和从至到]|相比|早在|《[^》]{0,40}|“[^”]{0,30})$")
_ASIDE_REACH, _AHEAD_REACH, _NAME_REACH, _UP_TO_REACH = 42, 12, 24, 3
_LATE = 7
_WINTER, _EARLY = 10, 3
_DAYS_AHEAD = timedelta(days=75)


def resolve(
    dates: Sequence[DateMention], passages: Passages, published: CalendarDate | None
) -> tuple[DateMention, ...]:
    """The dates with the years, months and days that the text means.

    A date whose year cannot be found keeps None as its year if it has a month; a relative date that cannot be told
    (今年 without any known year) is left out.
    """
    return tuple(_Reading(passages, published).resolve(dates))


@lru_cache(maxsize=1)
def _rules() -> dict[str, Rule]:
    return {rule.name: rule for rule in load("date", bundled())}


class _Reading:
    """One pass over a report's dates, from the first to the last."""

    def __init__(self, passages: Passages, published: CalendarDate | None) -> None:
        self.text = passages.text
        self.published = published
        self.blocks = passages.blocks
        self.starts = [b.span.start for b in passages.blocks]
        self.last: CalendarDate | None = None
        self.spoken: int | None = None
        self.spoken_in = -1
        self.dispatch: CalendarDate | None = None

    def resolve(self, dates: Sequence[DateMention]) -> list[DateMention]:
        """The dates that can be told, whole as far as the text goes."""
        self.sections = self._section_years(dates)
        self.fallback = self._fallback(dates)
        self.review = self._review(dates)
        self.annual = next((m.start.year for m in dates if m.start.year and self._is_annual(m)), None)
        self.told_last = max((m.start for m in dates if m.start.year and m.start.day), key=_order, default=None)
        resolved = []
        for mention in dates:
            whole = self._whole(mention)
            if whole is not None:
                resolved.append(whole)
                self._remember(whole)
        return resolved

    def _remember(self, mention: DateMention) -> None:
        """Keep the last day or month that was told, and the year that the paragraph speaks of."""
        number = self._block(mention.span)
        if number < 0 or self.blocks[number].kind == "boilerplate":
            return
        if mention.start.day and _DISPATCH.match(self.text, mention.span.end):
            self.dispatch = mention.start
        if mention.start.month and not self._is_up_to(mention):
            self.last = mention.end if mention.end and mention.end.day else mention.start
        before = self.text[max(0, mention.span.start - _ASIDE_REACH) : mention.span.start]
        if mention.start.year is not None and not _ASIDE.search(before) and not self._is_name(mention):
            self.spoken, self.spoken_in = mention.start.year, number

    def _is_name(self, mention: DateMention) -> bool:
        """A year to come, with no comma behind it, is in a name (2016年奥运会, told in 2015), so is one reviewed."""
        if _REVIEW.search(self.text, mention.span.start, mention.span.end + _NAME_REACH):
            return True
        start = mention.span.start
        if mention.start.month is None and _REVIEWED.search(self.text, max(0, start - _AHEAD_REACH), start):
            return True
        published = self.published
        if published is None or published.year is None or mention.start.year is None:
            return False
        return mention.start.year > published.year and self.text[mention.span.end : mention.span.end + 1] not in "，,"

    def _block(self, span: Span) -> int:
        return bisect_right(self.starts, span.start) - 1

    def _section_years(self, dates: Sequence[DateMention]) -> list[int | None]:
        """For each block the year that its headings, or a report's title, speak of."""
        stated: dict[int, int | None] = {}
        for mention in dates:
            number = self._block(mention.span)
            if number >= 0 and mention.start.year and self._says_year(self.blocks[number]):
                stated.setdefault(number, mention.start.year)
        return section.years(self.blocks, stated)

    def _says_year(self, block: Block) -> bool:
        title = self.text[block.span.slice] if block.kind == "title" else ""
        return block.kind == "heading" or bool(_TITLE_YEAR.search(title) and not _REVIEW.search(title))

    def _fallback(self, dates: Sequence[DateMention]) -> int | None:
        """The year of the report where nothing nearer says it: published, else the first whole date, else any year."""
        if self.published is not None:
            return self.published.year
        titles = "".join(self.text[b.span.slice] for b in self.blocks if b.kind == "title")
        if (titled := _BARE_YEAR.search(titles)) is not None:
            return int(titled.group())
        told = [m for m in dates if m.start.year and not self._is_elsewhere(m)]
        whole = [m.start.year for m in told if m.start.month]
        year = max((year for year in whole if year), default=None) or next((m.start.year for m in told), None)
        if year is None and (edition := _EDITION.search(self.text)) is not None:
            return int(edition.group())
        return year

    def _is_news(self, mention: DateMention) -> bool:
        """Whether a day is that of publication or the one before it, whatever year the paragraph has spoken of."""
        published, day = self.published, mention.start
        if published is None or not (published.year and published.month and published.day and day.month and day.day):
            return False
        told = date(published.year, published.month, published.day)
        return (day.month, day.day) in {(d.month, d.day) for d in (told, told - timedelta(days=1))}

    def _review(self, dates: Sequence[DateMention]) -> reviewed.Review | None:
        if self.published is not None or any(m.start.year and m.start.day and not self._is_up_to(m) for m in dates):
            return None
        return reviewed.Review("\n".join(self.text[b.span.slice] for b in self.blocks if b.kind != "boilerplate"))

    def _of_meeting(self, mention: DateMention) -> int | None:
        """The year in which the report's years of review and plan put a day, where the report has no whole day."""
        return self.review.year(mention.start.month) if self.review is not None and mention.start.month else None

    def _of_the_year(self, mention: DateMention) -> int | None:
        """The year of a 2018年度 that the report names, for a day late in a year: in spring it is the year before."""
        return self.annual if mention.start.month and mention.start.month >= _LATE else None

    def _is_elsewhere(self, mention: DateMention) -> bool:
        """Whether a year is that of a founding, or only part of a name: 成立于1986年, 2018年度科技奖."""
        whole = mention.start.day is not None
        return is_bound(self.text, mention.span, whole=whole) or self._is_annual(mention)

    def _is_up_to(self, mention: DateMention) -> bool:
        """Whether a date only says up to when something is counted: 截至2022年12月31日."""
        return _UP_TO.search(self.text, max(0, mention.span.start - _UP_TO_REACH), mention.span.start) is not None

    def _is_annual(self, mention: DateMention) -> bool:
        return "年度" in self.text[mention.span.start : mention.span.end + 1]

    def _whole(self, mention: DateMention) -> DateMention | None:
        rule = _rules()[mention.rule]
        of = rule.gives.get("of")
        if of == "day" and self.dispatch is not None and mention.start.day is None:
            return _days_after(mention, self.dispatch, int(rule.gives["shift"]))
        if of == "day" and self.published is None and mention.start.day is not None:
            # 今(16)日 on a page that does not say when it was published
            return self._day_only(mention)
        if of == "last" or of == "day":
            return self._shifted_day(mention, int(rule.gives["shift"]), of)
        if of == "month":
            return self._shifted_month(mention, int(rule.gives["shift"]))
        this_year = self.published.year if self.published else self._nearest(mention)
        if of == "context":
            context = self._spoken(mention) or self._nearest(mention)
            return None if context is None else _with_year(mention, context + int(rule.gives["shift"]))
        if of == "year":
            return None if this_year is None else _with_year(mention, this_year + int(rule.gives["shift"]))
        if mention.rule.startswith("shifted-"):
            written = self.text[mention.span.slice][:2]
            return mention if this_year is None else _with_year(mention, this_year + _SHIFTS[written])
        if mention.start.year is not None:
            return mention
        if mention.start.month is None:
            return self._day_only(mention)
        year = self._year_for(mention)
        return mention if year is None else _with_year(mention, year)

    def _nearest(self, mention: DateMention) -> int | None:
        """The year that 今年 stands for where no publication tells it: the section's, the meeting's, the report's."""
        section = self.sections[self._block(mention.span)] if self.blocks else None
        meeting = self._of_meeting(replace(mention, start=self.last)) if self.last is not None else None
        return section or meeting or self.fallback

    def _year_for(self, mention: DateMention) -> int | None:
        """The year of a date that has a month: said in its paragraph, by its section, or nearest to publication."""
        number = self._block(mention.span)
        if self._is_news(mention):
            return self.published.year if self.published else None
        if (said := self._spoken(mention)) is not None:
            return said + self._turn(mention, said)
        if number >= 0 and self.sections[number] is not None:
            return self.sections[number]
        if self.published is None or self.published.year is None:
            last = self.last.year if self.last else None
            return last or self._of_meeting(mention) or self.fallback or self._of_the_year(mention)
        before = self.text[max(0, mention.span.start - _AHEAD_REACH) : mention.span.start]
        named = self.text[max(0, mention.span.start - _ASIDE_REACH) : mention.span.start]
        ahead = bool(_AHEAD.search(before)) or f"{self.published.year + 1}年" in named
        return _near(mention.start, self.published, ahead=ahead)

    def _spoken(self, mention: DateMention) -> int | None:
        """The year that the paragraph has spoken of last."""
        return self.spoken if self.spoken_in == self._block(mention.span) else None

    def _turn(self, mention: DateMention, year: int) -> int:
        """1 where a winter's day is followed by one of early spring: 2008年12月20日来函，1月12日复函, told in 2009."""
        last, told = self.last, self.published or self.told_last
        if last is None or last.year != year or told is None or self.sections[self._block(mention.span)] is not None:
            return 0
        turned = (last.month or 0) >= _WINTER and (mention.start.month or 12) <= _EARLY
        return int(turned and _order(replace(mention.start, year=year + 1)) <= _order(told))

    def _day_only(self, mention: DateMention) -> DateMention | None:
        """12日 is in the month spoken of before, else in the one that brings it nearest before publication."""
        assert mention.start.day is not None
        last, published = self.last, self.published
        if last is not None and last.month:
            year, month = last.year, last.month
        elif published is not None and published.month and published.year:
            year, month = published.year, published.month
            before = self.text[max(0, mention.span.start - _AHEAD_REACH) : mention.span.start]
            if published.day and mention.start.day > published.day and not _AHEAD.search(before):
                year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        else:
            return None
        start = CalendarDate(year, month, mention.start.day)
        end = None if mention.end is None else CalendarDate(year, month, mention.end.day)
        return replace(mention, start=start, end=end) if exists(start) and (end is None or exists(end)) else None

    def _shifted_day(self, mention: DateMention, days: int, of: str) -> DateMention | None:
        base = self.last if of == "last" else self.published
        return None if base is None or base.year is None else _days_after(mention, base, days)

    def _shifted_month(self, mention: DateMention, months: int) -> DateMention | None:
        base = self.published or self.last
        if base is None or base.year is None or base.month is None:
            return None
        year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
        start = replace(mention.start, year=year, month=month + 1)
        return replace(mention, start=start) if exists(start) else None


def _with_year(mention: DateMention, year: int) -> DateMention:
    start = replace(mention.start, year=year)
    end = mention.end
    if end is not None and end.year is None:
        # 12月30日至1月2日 runs into the next year
        later = end.month is not None and start.month is not None and end.month < start.month
        end = replace(end, year=year + 1 if later else year)
    return replace(mention, start=start, end=end) if exists(start) else mention


def _order(day: CalendarDate) -> tuple[int, int, int]:
    return day.year or 0, day.month or 12, day.day or 31


def _days_after(mention: DateMention, base: CalendarDate, days: int) -> DateMention | None:
    """The day so many days after another, without a year where the other has none; None where that is no day."""
    if base.month is None or base.day is None:
        return None
    # 2000 had a 29th of February
    day = date(base.year or 2000, base.month, base.day) + timedelta(days=days)
    return replace(mention, start=CalendarDate(day.year if base.year else None, day.month, day.day))


def _near(day: CalendarDate, published: CalendarDate, *, ahead: bool) -> int:
    """The year that puts a day shortly before publication, or, where the text looks ahead, after it."""
    assert published.year is not None
    month, at = day.month or 1, day.day or 1
    told = date(published.year, published.month or 12, published.day or 28)
    here = date(published.year, month, min(at, 28))
    if ahead:
        return published.year if here >= told - _DAYS_AHEAD else published.year + 1
    return published.year if here <= told + _DAYS_AHEAD else published.year - 1
