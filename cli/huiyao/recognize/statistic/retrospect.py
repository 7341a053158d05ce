"""What a report looks back on: the year of a bulletin, of a report on work heard in spring, of 过去一年."""

from __future__ import annotations

from huiyao import patterns
from huiyao.recognize.statistic.figure import Clauses, Figure
from huiyao.recognize.statistic.timeline import Timeline
from huiyao.records import Imprint

PAST_YEAR = patterns.compile(r"过去的?一年|(?<!十)一年来|过去一年里")
# 发布《2022年…公报》: what follows is of its year
_BULLETIN = patterns.compile(
    r"(?P<plain>20[0-9]{2})年度?[^，。；、《》]{0,6}(?:报告|公报|年报|[白蓝绿]皮书)[^，。；]{0,4}(?:发布|公布|出炉|显示)"
    r"|(?:发布|公布|披露|根据|据)了?[^，。；《]{0,6}《(?=[^《》\n]*(?:公报|报告|年报|[白蓝绿]皮书|数据))[^《》\n]{0,30}?(?P<year>20[0-9]{2})[^《》\n]{0,30}》"
)
# what a report on work tells in spring is of the year before
_REPORTED = patterns.compile(r"作[^，。；]{0,16}报告[，：:]|(?:工作)?报告(?:指出|显示|说)|会议指出|过去的?一年")
# 发布会上介绍2022年工作情况: what a press conference tells is of that year, and so is what 2022年 begins there
_BRIEFING = patterns.compile("(?:新闻|媒体|情况)(?:发布|通气|通报|吹风|见面)会|记者(?:招待)?会")
_BRIEFED = patterns.compile(
    r"(?:介绍|通报|公布|解读|发布)了?[^，。；、《》\n]{0,16}?(?P<told>20[0-9]{2})年度?(?!上半年|[前第一二三四0-9])[^，。；\n]{2,24}?(?:情况|成绩|成果|进展|数据)"
    r"|(?<![^。；\n])(?P<opened>20[0-9]{2})年(?:度|以?来)?(?=[，,全我])"
)
_TURNED = patterns.compile(r"今年|明年|(?:会议|并|他|她)(?:强调|要求)|下一?步|会上|大会|选举|表彰")
_YEAR_MONTH = patterns.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{2})")
_SPRING, _SPRING_MEETING = 6, 3
# so far back a bulletin or a report may be named
_PAGE = 1500


class Retrospect:
    """Reads which year before its own a report speaks of."""

    def __init__(self, clauses: Clauses, timeline: Timeline, imprint: Imprint) -> None:
        self.text = clauses.text
        self.source = clauses.passages.text
        self.published = imprint.published
        self.event = _YEAR_MONTH.match(timeline.event or "")

    def looked_back(self, figure: Figure) -> bool:
        """Whether 过去一年 was said before a figure and nothing since has turned to another time."""
        at = figure.quantity.span.start
        told = max((m.end() for m in PAST_YEAR.finditer(self.text, max(0, at - _PAGE), at)), default=None)
        return told is not None and (told >= figure.since or _TURNED.search(self.text, told, at) is None)

    def year(self, section: int | None) -> str | None:
        """过去一年 is the section's year, else the year before a report of spring."""
        if section is not None:
            return str(section)
        year, month = self._told()
        return None if year is None else str(year - 1 if (month or 1) <= _SPRING else year)

    def _told(self) -> tuple[int | None, int | None]:
        """The year and month in which the report is told."""
        if self.published is not None:
            return self.published.year, self.published.month
        return (int(self.event["year"]), int(self.event["month"])) if self.event is not None else (None, None)

    def reported(self, figure: Figure) -> int | None:
        """The year of the bulletin that a figure is taken from, or that a report heard in spring is of."""
        at = figure.quantity.span.start
        for found in reversed([*_BULLETIN.finditer(self.source, max(0, at - _PAGE), at)]):
            return int(found["plain"] or found["year"])
        if (briefed := self._briefed(at)) is not None:
            return briefed
        if self.event is None or int(self.event["month"]) > _SPRING_MEETING:
            return None
        for found in reversed([*_REPORTED.finditer(self.text, max(0, at - _PAGE), at)]):
            return None if _TURNED.search(self.text, found.end(), at) is not None else int(self.event["year"]) - 1
        return None

    def _briefed(self, at: int) -> int | None:
        """The year that a press conference told of last before a place."""
        briefing = _BRIEFING.search(self.text, max(0, at - _PAGE), at)
        if briefing is None:
            return None
        for found in reversed([*_BRIEFED.finditer(self.source, briefing.start(), at)]):
            turned = _TURNED.search(self.text, found.end(), at) is not None
            return None if turned else int(found["told"] or found["opened"])
        return None
