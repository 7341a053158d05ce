"""What a report's dates tell of its course: its event's day, the days its blocks begin with, its sections' years."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from huiyao import patterns
from huiyao.recognize import section
from huiyao.recognize.date import is_founding
from huiyao.recognize.statistic.figure import TITLE, Clauses
from huiyao.records import CalendarDate, DateMention, Imprint
from huiyao.text import Span

_ASIDE = patterns.compile(r"(?:[比较自由暨]|相比|早在|与|从)$")
# to the second: when the page was last changed
_STAMP = patterns.compile(r"[ T]\d{1,2}[:：]\d{2}[:：]\d{2}")
_DATELINE = patterns.compile(r"\s?[讯电]")
# 5月17日是第三十个助残日, 会议通知于5月29日发出, 4月16日，记者从海关获悉: days on which nothing was counted
_OBSERVED = patterns.compile(
    r"(?:正?是|为|系|迎来)(?:我国|中国|全国|国际|世界|第)[^，。；\n]{0,20}?(?:日|节|周年)(?=[，。；])"
    r"|[^，。；：\n]{0,16}?(?:发出|送达|寄出)"
    r"|[上下]?午?[，,]?(?:笔者|记者|本报)?[^，。；\n]{0,4}从(?![^，。；\n]{0,24}(?:会[上议]|大会|仪式|论坛|活动|现场))"
    r"[^，。；\n]{2,24}?(?:了解到|获悉|得知|悉)"
)
_NOTICED = patterns.compile(r"通知[^，。；：:\n]{0,6}(?:时间|日期)[:：]\s?$")
# 9月12日当天进馆3万人次: a day that stands out among others
_OUTSTANDING = patterns.compile(r"(?:当[天日]|[这那]一?天|单日|一天)(?=[^，。；\n]{2})")
_ELSEWHERE = patterns.compile(f"{_DATELINE.pattern}|{_OUTSTANDING.pattern}")
_YEARLY_HEADING = patterns.compile(
    r"总结|报告|要点|计划|回顾|打算|安排|工作|目标|收支|收入|支出|财务|决算|预算|情况|数据|大事|成绩|成果|荣誉"
)
# （1）现场会议召开时间：2022年6月16日
_FIELD = patterns.compile(r"(?:会议|召开|举行|举办|活动)(?:召开|举行)?(?:时间|日期)[:：]\s?$")
# 2020年度收入9万元，分项如下：
_BROKEN_DOWN = patterns.compile(r"[：:]\s*$")
# 审议了2021年度收支报告、三项制度: a year in a name; what follows a paper that is passed is often told from it
_PAPER = patterns.compile(r"(?:审[议核查阅]|听取|讨论)了?[^，。；、\n]{0,16}$")
_PAPER_NAME = patterns.compile(r"度?[^，。；、0-9\n]{0,14}(?:报告|[预决]算案?|方案|议案|草案|收支(?:情况|表))")
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
        self.entries = self._entries()

    def within(self, span: Span) -> Sequence[DateMention]:
        """The dates that begin in a span."""
        return self.dates[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def current(self, block: int) -> str | None:
        """The day of the event that a block tells of: the last with which a block up to it begins."""
        behind = bisect_right(self.begun, block, key=lambda begun: begun[0])
        return self.begun[behind - 1][1] if behind else self.event

    def entry(self, block: int) -> str | None:
        """The day of a chronicle under which a block stands."""
        behind = bisect_right(self.entries, block, key=lambda entry: entry[0])
        return self.entries[behind - 1][1] if behind else None

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
            and _OBSERVED.match(self.source, mention.span.end) is None
            and _NOTICED.search(self.source, max(0, start - _NEAR), start) is None
            and not is_founding(self.source, mention.span, whole=mention.start.day is not None)
            and not self._names_paper(mention)
        )

    def _names_paper(self, mention: DateMention) -> bool:
        """Whether a year belongs to the name of a paper that a meeting heard or passed."""
        start, end = mention.span.start, mention.span.end
        if mention.start.month is not None or not _PAPER_NAME.match(self.source, end):
            return False
        return _PAPER.search(self.source, max(0, start - _NEAR), start) is not None

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
        """The day of the event that a piece of news tells of, the first whole date in its prose, and its block.

        Of a paper of another kind it is the day that a field tells: 会议时间：…
        """
        if self.imprint.kind == "annual_report":
            return None, -1
        prose = self.imprint.kind in ("meeting", "news", "speech")
        dateline = None
        for number, block in enumerate(self.blocks):
            if block.kind not in ("paragraph", "caption"):
                continue
            for mention in self.within(block.span):
                outstanding = mention.rule == "same-day" or _OUTSTANDING.match(self.source, mention.span.end)
                if not mention.start.day or outstanding:
                    continue
                if not prose and not _FIELD.search(self.source, block.span.start, mention.span.start):
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
            told = common(first[0]) if day and _ELSEWHERE.match(self.source, first[0].span.end) is None else None
            if told is not None:
                begun.append((number, told))
        return begun

    def _entries(self) -> list[tuple[int, str | None]]:
        """The lines of a chronicle that hold nothing but a day, and that day; a single such line makes none."""
        days = {mention.span: common(mention) for mention in self.dates if mention.start.day}
        lines = [(n, days[block.span]) for n, block in enumerate(self.blocks) if block.span in days]
        return lines if len(lines) > 1 else []

    def _sections(self) -> list[int | None]:
        """For each block the year that the last heading with a year speaks of."""
        report = self.imprint.year if self.imprint.kind == "annual_report" else None
        stated: dict[int, int | None] = {}
        for number, block in enumerate(self.blocks):
            if block.kind != "heading" or not (said := self.within(block.span)):
                continue
            if report is not None or _YEARLY_HEADING.search(self.text, block.span.start, block.span.end):
                stated[number] = said[0].start.year
        return self._totals(section.years(self.blocks, stated, report))

    def _totals(self, sections: Sequence[int | None]) -> list[int | None]:
        """The years of the sections; the items under a total that a colon breaks down have that of the total."""
        years = [*sections]
        total: tuple[int, int | None] | None = None
        for number, block in enumerate(self.blocks):
            if total is not None and block.kind == "paragraph" and block.level > total[0]:
                years[number] = total[1]
                continue
            total = None
            said = self.within(block.span) if _BROKEN_DOWN.search(self.source, block.span.start, block.span.end) else ()
            if said and said[0].start.month is None and said[0].start.year:
                total = block.level, said[0].start.year
        return years


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
