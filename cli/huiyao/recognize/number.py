"""Quantities: figures with their units and the words of approximation around them.

What looks like one and is none (dates, ordinals, sessions, durations, clock times, telephone numbers, 5G) is left out
here; whether a quantity is a statistic is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import cast

from huiyao.lexicon import Lexicon
from huiyao.recognize.numeral import exact, value
from huiyao.records import Amount, DateMention, Passages, Qualifier, Quantity
from huiyao.rules import SIGNS, load
from huiyao.rules.scan import Hit, Scanner
from huiyao.text import Span

_STARTS = "[-−0-9〇○零一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍陆柒捌玖拾佰仟]"
_MORE = re.compile("[余多来]|十几")
_FOUR_PLACES = Decimal("0.0001")
_BEFORE_REACH = 12


def find(passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> tuple[Quantity, ...]:
    """All quantities of the text, boilerplate included, in order and without overlap."""
    return tuple(_Reader(passages, dates, lexicon).quantities())


@lru_cache(maxsize=8)
def _scanner(lexicon: Lexicon) -> Scanner:
    return Scanner(load("number", lexicon), _STARTS)


@lru_cache(maxsize=8)
def _hedges(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of approximation before a figure, with what may stand between, and those after it."""
    between = "有为达到至在占共"
    currency = lexicon.alternation("currency")
    # 签约, 附近: the word's last character belongs to another
    apart = "(?<![签节条合预公特邀])(?=约)|(?<![附邻临最])(?=近)|(?![约近])"
    before = f"(?:{apart})(?P<hedge>{lexicon.alternation('hedge', side='before')})[{between}]?(?:{currency})?[ 　]?$"
    return re.compile(before), re.compile(f"(?P<hedge>{lexicon.alternation('hedge', side='after')})")


class _Reader:
    """One pass over a report's text."""

    def __init__(self, passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> None:
        self.text = _without(passages.text, dates)
        self.source = passages.text
        self.lexicon = lexicon
        self.units = lexicon.table("unit")
        self.hedge_words = lexicon.table("hedge")
        self.before, self.after = _hedges(lexicon)
        self.dollars = re.compile("美[金元][ 　]?$")

    def quantities(self) -> Iterator[Quantity]:
        for hit in _scanner(self.lexicon).finditer(self.text):
            if "out" in hit.rule.gives or self._is_time(hit):
                continue
            yield from self._read(hit)

    def _is_time(self, hit: Hit) -> bool:
        unit = hit.group("unit")
        return unit is not None and self.units.get(unit, {}).get("kind") == "time"

    def _read(self, hit: Hit) -> Iterator[Quantity]:
        form = hit.rule.gives["form"]
        if form == "ratio":
            yield from self._parts(hit)
            return
        try:
            amount = _AMOUNTS[form](hit)
        except (ValueError, ZeroDivisionError):
            return
        hedge, qualifier = self._hedge(hit)
        if qualifier == "exact" and _MORE.search(self.text[hit.span.slice]):
            qualifier = "over"
        low, high, unit = amount
        if unit == "元" and self.dollars.search(self.text, max(0, hit.span.start - _BEFORE_REACH), hit.span.start):
            unit = "美元"
        yield Quantity(hit.span, self.source[hit.span.slice], Amount(low, high, unit, qualifier), hedge, hit.rule.name)

    def _parts(self, hit: Hit) -> Iterator[Quantity]:
        """18.8:26.1:55.1 is three quantities without a unit."""
        for part in re.finditer(r"[0-9.]+", self.text[hit.span.slice]):
            span = Span(*part.span()).shift(hit.span.start)
            yield Quantity(span, part.group(), Amount(Decimal(part.group()), None, "", "exact"), None, hit.rule.name)

    def _hedge(self, hit: Hit) -> tuple[Span | None, Qualifier]:
        """The word of approximation before or after the figure, and what it makes of it."""
        start, end = hit.span.start, hit.span.end
        if hit.group("plus"):
            return None, "over"
        after = self.after.match(self.text, end)
        if after is not None:
            return Span(*after.span("hedge")), self._qualifier(after.group("hedge"))
        base = max(0, start - _BEFORE_REACH)
        before = self.before.search(self.text[base:start])
        if before is not None:
            return Span(*before.span("hedge")).shift(base), self._qualifier(before.group("hedge"))
        return None, "exact"

    def _qualifier(self, word: str) -> Qualifier:
        return cast(Qualifier, self.hedge_words[word]["qualifier"])


def _without(text: str, dates: Sequence[DateMention]) -> str:
    """The text with each date behind signs, so that no figure takes a part of it."""
    parts, at = [], 0
    for mention in dates:
        if mention.span.start < at:
            continue
        parts += [text[at : mention.span.start], SIGNS["date"] * len(mention.span)]
        at = mention.span.end
    return "".join([*parts, text[at:]])


_Read = tuple[Decimal, Decimal | None, str | None]
_PLAIN_UNITS = {"％": "%", "个百分点": "百分点", "个基点": "基点", "人民币": "元", "块钱": "元"}
_SCALE = re.compile(r"[余多来 \u00a0]*([百千十]?万亿|[百千十]?[万亿]|[百千兆])[余多来 \u00a0]*$")


def _unit(hit: Hit) -> str | None:
    unit = hit.group("unit")
    if unit is None:
        return None
    return _PLAIN_UNITS.get(unit, unit)


def _plain(hit: Hit) -> _Read:
    return value(hit.group("low") or ""), None, _unit(hit)


def _range(hit: Hit) -> _Read:
    """Both ends; a scale that only the upper one carries is meant for both: 3-3.5万亩 begins at 30000."""
    low_text, high_text = hit.group("low") or "", hit.group("high") or ""
    low, high = value(low_text), value(high_text)
    scale = _SCALE.search(high_text)
    if scale is not None and _SCALE.search(low_text) is None and low * value(scale.group(1)) <= high:
        low = exact(low * value(scale.group(1)))
    if high < low:
        raise ValueError("a range that falls")
    return low, high, _unit(hit)


def _neighbours(hit: Hit) -> _Read:
    low, high = value(hit.group("low") or ""), value(hit.group("high") or "")
    if high != low + 1:
        raise ValueError("not neighbours")
    tens = value("一" + tens_text) if (tens_text := hit.group("tens")) else Decimal(1)
    return low * tens, high * tens, _unit(hit)


def _share(hit: Hit) -> _Read:
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


def _tenths(hit: Hit) -> _Read:
    low = value(hit.group("low") or "") * 10
    if high := hit.group("high"):
        return low, value(high) * 10, "%"
    fifth = hit.group("fifth")
    return low + (5 if fifth == "半" else value(fifth) if fifth else 0), None, "%"


def _half(_: Hit) -> _Read:
    return Decimal("0.5"), None, None


_AMOUNTS = {
    "half": _half,
    "plain": _plain,
    "bare": _plain,
    "range": _range,
    "neighbours": _neighbours,
    "share": _share,
    "tenths": _tenths,
}
