"""Quantities: figures with their units and the words of approximation around them.

What looks like one and is none (dates, ordinals, sessions, durations, clock times, telephone numbers, 5G) is left out
here; whether a quantity is a statistic is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple, cast

from huiyao import patterns
from huiyao.lexicon import Lexicon, Row, trie
from huiyao.recognize.numeral import exact, value
from huiyao.records import Amount, DateMention, Passages, Qualifier, Quantity
from huiyao.rules import SIGNS, Rule, load
from huiyao.rules.scan import Hit, Scanner
from huiyao.text import Span, hidden

_PART = patterns.compile(r"[0-9.]+")
_STARTS = "[-−0-9〇○零一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍陆柒捌玖拾佰仟]"
_SPACE = "[ \u00a0\u2002-\u200a\u202f\u3000]?"
_MORE = patterns.compile("[余多来几]")
_FOUR_PLACES = Decimal("0.0001")
_BEFORE_REACH = 12
_PLAIN_UNITS = {
    "％": "%",
    "个百分点": "百分点",
    "个基点": "基点",
    "人民币": "元",
    "块钱": "元",
    "人/次": "人次",
    "车/次": "车次",
    "大类别": "类别",
}
_SCALE = patterns.compile(r"[余多来几 \u00a0]*([百千十]?万亿|[百千十]?[万亿]|[百千兆])[余多来几 \u00a0]*$")

# the lower and upper value of a numeral, and its unit where the numeral's own form says it
_Value = tuple[Decimal, Decimal | None, str | None]


def find(passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> tuple[Quantity, ...]:
    """All quantities of the text, boilerplate included, in order and without overlap."""
    return tuple(_Reader(passages, dates, lexicon).quantities())


class _Grammar(NamedTuple):
    """The patterns for a lexicon: numerals, units, words of approximation before and after, currencies."""

    numerals: Scanner
    continued: Rule
    shared: Rule
    unit: re.Pattern[str]
    currency: re.Pattern[str]
    currencies: Mapping[str, Row]
    before: re.Pattern[str]
    after: re.Pattern[str]
    units: Mapping[str, Row]
    hedges: Mapping[str, Row]


@lru_cache(maxsize=8)
def _grammar(lexicon: Lexicon) -> _Grammar:
    rules = load("number", lexicon)
    unit = lexicon.alternation("unit")
    # 元/吨 is a unit, 元/年 is 元
    divisor = trie(word for word, row in lexicon.table("unit").items() if row["kind"] != "time")
    # 签约, 附近: the word's last character belongs to another
    apart = "(?<![签节条合预公特邀])(?=约)|(?<![附邻临最])(?=近)|(?![约近])"
    hedge, currency = lexicon.alternation("hedge", side="before"), lexicon.alternation("currency")
    return _Grammar(
        numerals=Scanner([r for r in rules if "behind" not in r.gives], _STARTS),
        continued=next(r for r in rules if r.name == "continued"),
        shared=next(r for r in rules if r.name == "shared"),
        unit=patterns.compile(
            f"{_SPACE}(?!{lexicon.alternation('unit_lookalike')})(?P<unit>{unit}(?:[/／](?:{divisor}))?)"
        ),
        before=patterns.compile(f"(?:{apart})(?P<hedge>{hedge})[有为达到至在占共]?(?:{currency})?[ \u3000]?$"),
        currency=patterns.compile(f"(?P<currency>{currency}){_SPACE}$"),
        currencies=lexicon.table("currency"),
        # 一套以内在火候定成败的手艺: the word's last character belongs to another
        after=patterns.compile(f"(?P<hedge>{lexicon.alternation('hedge', side='after')})(?!(?<=内)[在部容外涵])"),
        units=lexicon.table("unit"),
        hedges=lexicon.table("hedge"),
    )


class _Reader:
    """One pass over a report's text."""

    def __init__(self, passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> None:
        # no figure takes a part of a date
        self.text = hidden(passages.text, (d.span for d in dates), SIGNS["date"])
        self.source = passages.text
        self.grammar = _grammar(lexicon)

    def quantities(self) -> Iterator[Quantity]:
        """The quantities from left to right."""
        end = 0
        for hit in self.grammar.numerals.finditer(self.text):
            if "out" in hit.rule.gives or hit.span.start < end:
                continue
            for quantity in self._read(hit):
                yield quantity
                end = quantity.span.end

    def _read(self, hit: Hit) -> Iterator[Quantity]:
        form = hit.rule.gives["form"]
        if form == "ratio":
            yield from self._parts(hit)
            return
        try:
            low, high, unit = _VALUES[form](hit)
        except (ValueError, ZeroDivisionError):
            return
        span = hit.span
        measure = self.grammar.unit.match(self.text, span.end) if form in _MEASURED else None
        if measure is not None:
            if self._kind(measure) == "time":
                return
            span, unit = Span(span.start, measure.end()), self._unit(measure, span.start)
            if high is None and (further := self._upper(span, low, measure)) is not None:
                span, high = further
        elif unit is None and (money := self._currency(span.start)) is not None:
            unit = money
        elif form == "plain" and (shared := self._shared(span)) is not None:
            unit = shared
        elif form in _MEASURED:
            return
        hedge, qualifier = self._hedge(span, over=bool(hit.group("plus") or _MORE.search(self.text[hit.span.slice])))
        yield Quantity(span, self.source[span.slice], Amount(low, high, unit, qualifier), hedge, hit.rule.name)

    def _parts(self, hit: Hit) -> Iterator[Quantity]:
        """18.8:26.1:55.1 is three quantities without a unit."""
        for part in _PART.finditer(self.text[hit.span.slice]):
            span = Span(*part.span()).shift(hit.span.start)
            yield Quantity(span, part.group(), Amount(Decimal(part.group()), None, "", "exact"), None, hit.rule.name)

    def _kind(self, measure: re.Match[str]) -> str:
        row = self.grammar.units.get(measure.group("unit"))
        return row["kind"] if row is not None else ""

    def _unit(self, measure: re.Match[str], start: int) -> str:
        """The bare unit; 元 behind 美金 are dollars."""
        written = measure.group("unit").replace("／", "/")
        unit = _PLAIN_UNITS.get(written, written)
        before = self.text[max(0, start - _BEFORE_REACH) : start].rstrip(" \u3000")
        return "美元" if unit == "元" and before.endswith(("美金", "美元")) else unit

    def _currency(self, start: int) -> str | None:
        """What a figure without a unit counts behind the sign or name of a currency: US$3,000万."""
        found = self.grammar.currency.search(self.text, max(0, start - _BEFORE_REACH), start)
        return self.grammar.currencies[found.group("currency")]["unit"] if found is not None else None

    def _shared(self, span: Span) -> str | None:
        """The unit that stands only behind the last of several figures: 分别回落2.2和1.7个百分点."""
        found = self.grammar.shared.pattern.match(self.text, span.end)
        if found is None or "分别" not in self.text[max(0, span.start - 2 * _BEFORE_REACH) : span.start]:
            return None
        measure = self.grammar.unit.match(self.text, found.end())
        return self._unit(measure, span.start) if measure is not None and self._kind(measure) != "time" else None

    def _upper(self, span: Span, low: Decimal, measure: re.Match[str]) -> tuple[Span, Decimal] | None:
        """The upper end of 6%至6.5%, which has the same unit."""
        further = self.grammar.continued.pattern.match(self.text[span.end : span.end + 4 * _BEFORE_REACH])
        if further is None:
            return None
        again = self.grammar.unit.match(self.text, span.end + further.end())
        high = value(further.group("high"))
        if again is None or again.group("unit") != measure.group("unit") or high <= low:
            return None
        return Span(span.start, again.end()), high

    def _hedge(self, span: Span, *, over: bool) -> tuple[Span | None, Qualifier]:
        """The word of approximation before or after the figure, and what it makes of it; `over` is said inside it."""
        after = self.grammar.after.match(self.text, span.end)
        if after is not None:
            return Span(*after.span("hedge")), self._qualifier(after.group("hedge"))
        base = max(0, span.start - _BEFORE_REACH)
        before = self.grammar.before.search(self.text[base : span.start])
        if before is not None:
            return Span(*before.span("hedge")).shift(base), self._qualifier(before.group("hedge"))
        return None, "over" if over else "exact"

    def _qualifier(self, word: str) -> Qualifier:
        return cast(Qualifier, self.grammar.hedges[word]["qualifier"])


def _plain(hit: Hit) -> _Value:
    return value(hit.group("low") or ""), None, None


def _noun(hit: Hit) -> _Value:
    """20亿授信, 近百会员: what is counted follows without a unit."""
    return value(hit.group("low") or ""), None, ""


def _range(hit: Hit) -> _Value:
    """Both ends; a scale that only the upper one carries is meant for both: 3-3.5万亩 begins at 30000."""
    low_text, high_text = hit.group("low") or "", hit.group("high") or ""
    low, high = value(low_text), value(high_text)
    scale = _SCALE.search(high_text)
    if scale is not None and _SCALE.search(low_text) is None and low * value(scale.group(1)) <= high:
        low = exact(low * value(scale.group(1)))
    if high < low:
        raise ValueError("a range that falls")
    return low, high, None


def _neighbours(hit: Hit) -> _Value:
    low, high = value(hit.group("low") or ""), value(hit.group("high") or "")
    if high != low + 1:
        raise ValueError("not neighbours")
    tens = value("一" + tens_text) if (tens_text := hit.group("tens")) else Decimal(1)
    return low * tens, high * tens, None


def _share(hit: Hit) -> _Value:
    """三分之二 to four places; 百分之十五 is 15 %."""
    bottom, low = hit.group("bottom") or "", value(hit.group("low") or "")
    high = value(text) if (text := hit.group("high")) else None
    if bottom in ("百", "100"):
        return low, high, "%"
    if bottom == "千":
        return low, high, "‰"
    size = value(bottom)
    if low >= size:
        raise ValueError("not a proper fraction")
    return exact((low / size).quantize(_FOUR_PLACES, ROUND_HALF_UP)), None, None


def _tenths(hit: Hit) -> _Value:
    low = value(hit.group("low") or "") * 10
    if high := hit.group("high"):
        if value(high) * 10 <= low:
            raise ValueError("a range that falls")
        return low, value(high) * 10, "%"
    fifth = hit.group("fifth")
    return low + (5 if fifth == "半" else value(fifth) if fifth else 0), None, "%"


def _half(_: Hit) -> _Value:
    return Decimal("0.5"), None, None


_VALUES: Mapping[str, Callable[[Hit], _Value]] = {
    "plain": _plain,
    "bare": _plain,
    "noun": _noun,
    "range": _range,
    "neighbours": _neighbours,
    "share": _share,
    "tenths": _tenths,
    "half": _half,
}
# forms that are quantities only with a unit behind
_MEASURED = frozenset({"plain", "range", "neighbours"})
