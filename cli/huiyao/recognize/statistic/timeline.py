"""What a report's dates tell of its course: its event's day, the days its blocks begin with, its sections' years."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from huiyao import patterns
from huiyao.recognize import section
from huiyao.recognize.statistic.figure import TITLE, Clauses
from huiyao.records import CalendarDate, DateMention, Imprint
from huiyao.text import Span

_ASIDE = patterns.compile(r"(?:[比较自由暨]|相比|早在|与|从)$")
# to the second: when the page was last changed
_STAMP = patterns.compile(r"[ T]\d{1,2}[:：]\d{2}[:：]\d{2}")
_DATELINE = patterns.compile(r"\s?[讯电]")
_YEARLY_HEADING = patterns.compile(r"总结|报告|要点|计划|回顾|打算|安排|工作|目标")
_CLAUSE_ENDS = frozenset("。；;\n")
_NEAR = 24
_OPENING = 3


class Timeline:
    """The dates of a report that say when something was, and what holds where none is said.

    `event` is the day or month of the event that a report tells of, in the block `event_block`; `sections` has for each
    block the year that the headings over it speak of.
    """

    def __init__(self, clauses: Clauses, dates: Sequence[DateMention], imprint: Imprint) -> None:
        self.text = clauses.text
        self.source = clauses.passages.text
        self.blocks = clauses.passages.blocks
        self.imprint = imprint
        self.dates = self._told([d for d in dates if self._speaks(d)])
        self._starts = [d.span.start for d in self.dates]
        self.event, self.event_block = self._event()
        self.begun = self._begun()
        self.sections = self._sections()

    def within(self, span: Span) -> Sequence[DateMention]:
        """The dates that begin in a span."""
        return self.dates[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def current(self, block: int) -> str | None:
        """The day of the event that a block tells of: the last with which a block up to it begins."""
        behind = bisect_right(self.begun, block, key=lambda begun: begun[0])
        return self.begun[behind - 1][1] if behind else self.event

    def default(self) -> str | None:
        """The period of a figure of which nothing nearer says when."""
        return self.event or (str(self.imprint.year) if self.imprint.year else None)

    def _speaks(self, mention: DateMention) -> bool:
        """Whether a date says when its clause holds, rather than what something is compared with or called."""
        start = mention.span.start
        return (
            self.text[start] != TITLE
            and (mention.rule != "year-before" or self._opens_clause(start))
            and mention.span != self.imprint.published_span
            and _STAMP.match(self.source, mention.span.end) is None
            and _ASIDE.search(self.text, max(0, start - 3), start) is None
        )

    def _opens_clause(self, start: int) -> bool:
        """Whether a place is the first of its clause: 上年 that stands elsewhere is what something is compared with."""
        return not start or self.text[start - 1] in _CLAUSE_ENDS

    def _told(self, dates: Sequence[DateMention]) -> list[DateMention]:
        """The dates without the bare years in names behind a day of that year: 6月20日，2024年经贸洽谈会在…举行."""
        told: list[DateMention] = []
        for mention in dates:
            named = (
                told
                and mention.start.month is None
                and told[-1].start.day
                and told[-1].start.year == mention.start.year
                and mention.span.start - told[-1].span.end < _NEAR
                and self.source[mention.span.end : mention.span.end + 1] not in "，,"
            )
            if not named:
                told.append(mention)
        return told

    def _event(self) -> tuple[str | None, int]:
        """The day of the event that a piece of news tells of, the first whole date in its prose, and its block."""
        if self.imprint.kind not in ("meeting", "news", "speech"):
            return None, -1
        dateline = None
        for number, block in enumerate(self.blocks):
            if block.kind not in ("paragraph", "caption"):
                continue
            for mention in self.within(block.span):
                if not mention.start.day:
                    continue
                if _DATELINE.match(self.source, mention.span.end):
                    # the day of the dispatch; what 近日 tells of was in its month
                    dateline = dateline or (str(CalendarDate(mention.start.year, mention.start.month)), number)
                    continue
                return common(mention), number
        return dateline or (None, -1)

    def _begun(self) -> list[tuple[int, str]]:
        """The blocks that begin with a day, and that day."""
        begun = []
        for number, block in enumerate(self.blocks):
            first = self.within(Span(block.span.start, min(block.span.end, block.span.start + _OPENING)))
            day = block.kind == "paragraph" and first and first[0].start.day
            told = common(first[0]) if day and not _DATELINE.match(self.source, first[0].span.end) else None
            if told is not None:
                begun.append((number, told))
        return begun

    def _sections(self) -> list[int | None]:
        """For each block the year that the last heading with a year speaks of."""
        report = self.imprint.year if self.imprint.kind == "annual_report" else None
        stated: dict[int, int | None] = {}
        for number, block in enumerate(self.blocks):
            if block.kind != "heading" or not (said := self.within(block.span)):
                continue
            if report is not None or _YEARLY_HEADING.search(self.text, block.span.start, block.span.end):
                stated[number] = said[0].start.year
        return section.years(self.blocks, stated, report)


def common(mention: DateMention) -> str | None:
    """What the two ends of a stretch have in common: a month of days, a year of months."""
    start, end = mention.start, mention.end
    if end is None:
        return str(start)
    if start.year != end.year:
        return str(end.year) if end.year else str(start)
    if start.month != end.month:
        return str(start.year) if start.year else str(start) if start.day else None
    if start.day != end.day:
        return str(CalendarDate(start.year, start.month))
    return str(start)
