"""When a figure holds, and whether it is reached, aimed at or foreseen."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from huiyao.recognize.outlook import plans
from huiyao.recognize.statistic.figure import TITLE, Clauses, Figure
from huiyao.records import CalendarDate, DateMention, Imprint, Status
from huiyao.text import Span

_ASIDE = re.compile(r"(?:[比较自由]|相比|早在|与|从)$")
_TARGET = re.compile(
    r"力争|争取|计划(?!单列)|目标|确保|拟|打算|规划|将(?!.{0,4}由)|预留|承诺|要(?!求|闻|素)|安排(?!了)|努力|筹备|未来|今后|下一?步|预算案|预算总额|收支预算"
)
_FORECAST = re.compile(r"预计|预测|有望|预期|可望|预料|估计|料将|预估")
_REACHED = re.compile(r"已经?|了|完成了|累计")
_NOW = re.compile(r"目前|现有|现在|现已|迄今|至今|已有|截至目前|截止目前|如今")
_YEARLY = re.compile(r"全年|年末|年底|年内|年终|全年度")
_AT_EVENT = re.compile(
    r"参加|出席|到会|参会|与会|列席|到场|到贺|应到|实到|委托|嘉宾|来宾|代表|选举|产生|当选|增补|补选|接纳|吸收|表彰|授予|荣获|获评|获奖|签约|签订|协议|捐|颁"
    r"|同意|反对|弃权|赞成|得票|议案|提案|决议|表决|选票|分会场|报告|展位|筵|席|揭牌|发布|现场|入会|理事|监事|副会长|会董|奖"
)


class Periods:
    """The dates of a report as its figures need them."""

    def __init__(self, clauses: Clauses, dates: Sequence[DateMention], imprint: Imprint) -> None:
        self.text = clauses.text
        self.passages = clauses.passages
        self.imprint = imprint
        self.dates = [d for d in dates if self._speaks(d)]
        self._starts = [d.span.start for d in self.dates]
        self.plans = plans(clauses.passages)
        self.event = self._event()
        self.sections = self._sections()

    def _speaks(self, mention: DateMention) -> bool:
        """Whether a date says when its clause holds, rather than what something is compared with or called."""
        start = mention.span.start
        return (
            self.text[start] != TITLE
            and mention.rule != "year-before"
            and _ASIDE.search(self.text, max(0, start - 2), start) is None
        )

    def _event(self) -> str | None:
        """The day of the event that a piece of news tells of: the first whole date in its prose."""
        if self.imprint.kind not in ("meeting", "news", "speech"):
            return None
        prose = [b.span for b in self.passages.blocks if b.kind == "paragraph"]
        for mention in self.dates:
            if mention.start.day and any(mention.span in span for span in prose):
                return _common(mention.start, mention.end)
        return None

    def _sections(self) -> list[int | None]:
        """For each block the year that the last heading with a year speaks of."""
        years: list[int | None] = []
        open_years: list[tuple[int, int | None]] = [
            (-1, self.imprint.year if self.imprint.kind == "annual_report" else None)
        ]
        for block in self.passages.blocks:
            if block.kind == "heading":
                while len(open_years) > 1 and open_years[-1][0] >= block.level:
                    open_years.pop()
                said = self._in(block.span)
                open_years.append((block.level, said[0].start.year if said else open_years[-1][1]))
            years.append(open_years[-1][1])
        return years

    def _in(self, span: Span) -> Sequence[DateMention]:
        return self.dates[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def status(self, figure: Figure) -> Status:
        """Target, forecast or actual, by the words before the figure in its sentence and by the section's heading."""
        before = self.text[figure.sentence.start : figure.quantity.span.start]
        foreseen = max((m.end() for m in _FORECAST.finditer(before)), default=-1)
        aimed = max((m.end() for m in _TARGET.finditer(before)), default=-1)
        if foreseen > aimed or (foreseen >= 0 and "将" in before[foreseen:]):
            return "forecast"
        planned = any(figure.quantity.span in plan for plan in self.plans)
        return "target" if planned or aimed >= 0 else "actual"

    def period(self, figure: Figure, subject: str, status: Status) -> str | None:
        """The day, month or year that a figure stands for."""
        before = Span(figure.sentence.start, figure.quantity.span.start)
        said = self._in(before)
        if said:
            return _common(said[-1].start, said[-1].end)
        section = self.sections[figure.block]
        if section is not None:
            return str(section)
        words = self.text[before.slice]
        published = self.imprint.published
        if _NOW.search(words) or _YEARLY.search(words):
            return str(published.year) if published and published.year else None
        if (
            status == "actual"
            and self.event is not None
            and _AT_EVENT.search(self.text[figure.left.slice] + subject + self.text[figure.right.slice])
        ):
            return self.event
        return None


def _common(start: CalendarDate, end: CalendarDate | None) -> str:
    """What the two ends of a stretch have in common: a month of days, a year of months."""
    if end is None:
        return str(start)
    if start.year != end.year:
        return str(end.year) if end.year else str(start)
    if start.month != end.month:
        return str(start.year) if start.year else str(start)
    if start.day != end.day:
        return str(CalendarDate(start.year, start.month))
    return str(start)
