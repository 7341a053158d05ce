"""The year of a meeting that says which year it looked back on and for which it planned."""

from __future__ import annotations

import re

from huiyao import patterns

_YEAR = "(20[0-9]{2})年"
_PLANNED_FOR = "计划|要点|打算|安排|思路|预算(?!执行)|部署|建议|设想|展望|任务|目标"
_LOOKED_BACK = patterns.compile(
    f"(?:总结|回顾|考核|表彰)了?[^，。；：\n]{{0,12}}{_YEAR}(?![^，。；、和及与暨\n]{{0,8}}(?:{_PLANNED_FOR}))"
    f"|{_YEAR}度?[^，。；：、和及与暨\n]{{0,12}}(?:总结|述职|考核|表彰|收官)"
)
_PLANNED = patterns.compile(
    f"(?:部署|安排|谋划|布置)了?[^，。；：\n]{{0,6}}{_YEAR}|{_YEAR}度?[^，。；：、和及与暨\n]{{0,8}}(?:{_PLANNED_FOR})"
)
# 截至2022年底: the year has run out.
_RUN_OUT = patterns.compile(f"截至(?:到)?{_YEAR}(?:[底末]|12月(?:31日|底|末))")
# The accounts of a year are settled in the next.
_SETTLED = patterns.compile(f"{_YEAR}度?[^，。；：、和及与暨\n]{{0,12}}决算")
# What is commended or told to the press of a whole year is over, but for the last months.
_OVER = patterns.compile(
    f"(?:表彰|表扬|嘉奖|奖励)了?[^，。；：\n]{{0,12}}{_YEAR}度"
    f"|(?:介绍|通报|公布|解读)了?[^，。；：、\n]{{0,12}}{_YEAR}度?(?!上半年|[前第一二三四0-9])[^，。；：、\n]{{0,16}}(?:情况|成绩|成果|进展|数据)"
)
# A year is looked back on up to April of the next; it is planned for from October of the one before.
_SPRING, _AUTUMN = 4, 10


class Review:
    """The years that a text reviews and plans."""

    def __init__(self, text: str) -> None:
        self.planned = max(_years(_PLANNED, text), default=None)
        self.back = max(_years(_LOOKED_BACK, text), default=None)
        self.run_out = max(_years(_RUN_OUT, text), default=None)
        self.over = max(_years(_OVER, text), default=None)
        self.settled = max(_years(_SETTLED, text), default=None)

    def year(self, month: int) -> int | None:
        """The year in which the text's meeting was in a month, None where the text does not tell.

        总结2021年工作，部署2022年工作 in March is in 2022, in December in 2021. 听取2021年度决算 is in 2022, and
        so, but for its last months, is 表彰2021年度先进.
        """
        if self.planned is not None:
            return self.planned - 1 if month >= _AUTUMN else self.planned
        if self.settled is not None and self.settled >= (self.back or 0):
            return self.settled + 1
        if self.run_out is not None and self.run_out >= (self.back or 0):
            return self.run_out + 1
        if self.over is not None and self.over >= (self.back or 0):
            return self.over + 1 if month < _AUTUMN else self.over
        if self.back is not None:
            return self.back + 1 if month <= _SPRING else self.back
        return None


def _years(pattern: re.Pattern[str], text: str) -> list[int]:
    return [int(written) for found in pattern.finditer(text) for written in found.groups() if written]
