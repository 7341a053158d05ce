"""Dates and stretches of days as they are written, in all forms that rules/date.toml knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from huiyao.lexicon import Lexicon
from huiyao.recognize.numeral import value
from huiyao.records import CalendarDate, DateMention, Passages
from huiyao.rules import Rule, load
from huiyao.rules.scan import Hit, Scanner

_STARTS = "[0-9〇○零一二三四五六七八九十廿初元正民中今本去上下前明来昨当同次翌第这该]"


def find(passages: Passages, lexicon: Lexicon) -> tuple[DateMention, ...]:
    """All dates of the text, boilerplate included, in order and without overlap.

    What is not written (the year of 11月20日, all of 昨天) is None until `resolve`.
    """
    return tuple(m for hit in _scanner(lexicon).finditer(passages.text) if (m := _mention(hit)) is not None)


def exists(day: CalendarDate) -> bool:
    """Whether there is such a day in the calendar, in a year that a report may speak of."""
    if day.year is not None and not 1850 <= day.year <= 2150:
        return False
    if day.month is None:
        return True
    try:
        # 2000 had a 29th of February
        date(day.year or 2000, day.month, day.day or 1)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=8)
def _scanner(lexicon: Lexicon) -> Scanner:
    return Scanner(load("date", lexicon), _STARTS)


def _mention(hit: Hit) -> DateMention | None:
    year = _year(hit.group("y"), hit.rule)
    start = CalendarDate(year, _number(hit.group("m")), _number(hit.group("d")))
    end_day, end_month = _number(hit.group("d2")), _number(hit.group("m2"))
    end_year = _year(hit.group("y2"), hit.rule) or year
    end = None
    if (half := hit.group("half")) is not None:
        first, last = _months(half)
        start, end = replace(start, month=first), CalendarDate(year, last)
    elif (first_months := hit.group("first")) is not None:
        start, end = replace(start, month=1), CalendarDate(year, _number(first_months))
    elif end_day or end_month:
        end = CalendarDate(end_year, end_month or start.month, end_day)
    elif hit.group("y2"):
        end = CalendarDate(end_year)
    if not exists(start) or (end is not None and (not exists(end) or _order(end) < _order(start))):
        return None
    return DateMention(hit.span, start, end, hit.rule.name)


def _order(day: CalendarDate) -> tuple[int, int, int]:
    return day.year or 0, day.month or 0, day.day or 0


def _number(numeral: str | None) -> int | None:
    if numeral is None:
        return None
    return 1 if numeral in ("元", "正") else int(value(numeral.removeprefix("初")))


def _year(numeral: str | None, rule: Rule) -> int | None:
    number = _number(numeral)
    return number if number is None or rule.gives.get("era") != "roc" else number + 1911


def _months(half: str) -> tuple[int, int]:
    """The first and last month of 上半年, 前三季度, 第二季度."""
    if "半年" in half:
        return (1, 6) if "上" in half else (7, 12)
    count = next(int(value(c)) for c in half if c in "一二两三四1234")
    return (1, 3 * count) if half.startswith("前") else (3 * count - 2, 3 * count)
