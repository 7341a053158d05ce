"""Statistics: figures with what they count, when, and whether they are reached, aimed at or foreseen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from huiyao import patterns
from huiyao.lexicon import Lexicon, Row
from huiyao.recognize.statistic import table, unit
from huiyao.recognize.statistic.figure import Clauses, Figure
from huiyao.recognize.statistic.period import Periods
from huiyao.recognize.statistic.refuse import Refusals
from huiyao.recognize.statistic.relative import RELATIVE, Subject
from huiyao.recognize.statistic.status import Outlooks
from huiyao.recognize.statistic.subject import Subjects
from huiyao.recognize.statistic.timeline import Timeline
from huiyao.recognize.statistic.unit import BODIES, PEOPLE
from huiyao.recognize.statistic.words import words
from huiyao.records import Change, DateMention, Evidence, Imprint, Passages, Qualifier, Quantity, Statistic
from huiyao.text import Span

# two counts of so many that agree are the same count; smaller ones agree by chance
_TELLING = 30
# nouns up to this length (企业, 单位) say little
_GENERIC = 2
_SAME = patterns.compile(
    r"[，,（(]?(?P<base>同比|环比|[与和同较比][^，。；、0-9]{1,10}?)(?:基本|大体|大致|总体)?(?:持平|相当|不变)"
)
_COMPARED = patterns.compile("(?:同比|[比较]上年).*$")
_WITH = patterns.compile(r"^[与和同](?!比)")
# rules for figures that are said of the figure before
_OF_ANOTHER = frozenset({"change", "share", "than", "part", "goal"})
_NOUN = patterns.compile("[\u4e00-\u9fff]{2}")
_COMMON_UNITS = RELATIVE | {"元", "美元", "票", "股", ""}


def find(
    passages: Passages,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    imprint: Imprint,
    lexicon: Lexicon,
) -> tuple[Statistic, ...]:
    """All statistics of a report in the order of the text; a figure that is told again is listed once."""
    clauses = Clauses(passages, quantities, dates, lexicon)
    kinds = unit.kinds(lexicon)
    timeline = Timeline(clauses, dates, imprint)
    periods = Periods(clauses, timeline, dates, imprint, kinds, lexicon)
    told = [*_told(clauses, periods, Outlooks(clauses, periods, imprint, lexicon), kinds, lexicon)]
    headings = frozenset(s for b in passages.blocks if b.kind in ("title", "heading") for s in b.sentences or (b.span,))
    once = [*_once(told, headings, _Behind(passages.text, frozenset(lexicon.words("figure_general"))))]
    tables = [_own(cells, once) for cells in table.read(passages, timeline.default(), lexicon)]
    return tuple(sorted((s for found in (once, *tables) for s in found), key=lambda s: s.quantity.span))


def _own(cells: Sequence[Statistic], told: Sequence[Statistic]) -> Sequence[Statistic]:
    """The cells of a table; of one that for the most part restates the text, those that it adds."""
    own = [cell for cell in cells if not any(_is_told(cell, other) for other in told)]
    return own if 2 * len(own) <= len(cells) else cells


def _is_told(cell: Statistic, other: Statistic) -> bool:
    """Whether a table's cell repeats what a sentence tells."""
    a, b = cell.quantity.amount, other.quantity.amount
    label = _COMPARED.sub("", cell.subject)
    return (a.value, a.unit, cell.period) == (b.value, b.unit, other.period) and label in other.subject


def _told(
    clauses: Clauses, periods: Periods, outlooks: Outlooks, kinds: Mapping[str, str], lexicon: Lexicon
) -> Iterator[Statistic]:
    """The statistics told in sentences."""
    subjects = Subjects(clauses, words(lexicon), kinds)
    counted = patterns.compile(f"(?:{lexicon.alternation('unit', kind='person')})$")
    hedges = lexicon.table("hedge")
    hedged = patterns.compile(f"(?P<hedge>{lexicon.alternation('hedge', side='before')})占?[^，。；]{{2,16}}$")
    for figures in clauses.figures(Refusals(clauses, kinds, lexicon).keep):
        named = list(zip(figures, subjects.of(figures), strict=True))
        level: Statistic | None = None
        dated = False
        for i, (figure, subject) in enumerate(named, 1):
            if subject is None:
                continue
            status = outlooks.status(figure, subject)
            # 2022年产值30万元，增长5%，支出20万元: what goes on behind a figure holds when it does
            said = periods.said(figure)
            beside = dated and figure.opening in ("，", "、") and not periods.lasts(figure)
            moved = said is None and (subject.rule in _OF_ANOTHER or beside)
            dated = moved and dated if said is None else said.rule == "year"
            period = level.period if level is not None and moved else periods.period(figure, subject, status)
            quantity = _measured(figure.quantity, subject, counted)
            if subject.rule == "share" and quantity.hedge is None:
                # 约占会员的百分之五, 不到会员的百分之五
                hedge = hedged.search(clauses.text, figure.left.start, figure.left.end)
                quantity = quantity if hedge is None else _about(quantity, hedge, hedges)
            level = Statistic(
                subject.text,
                quantity,
                period,
                outlooks.come(figure, status, period),
                _change(subject, named[i:]) or _unchanged(figure, clauses.passages.text, subjects.words.base),
                subject.span,
                Evidence(subject.rule, (figure.quantity.span,), figure.sentence),
            )
            yield level


def _measured(quantity: Quantity, subject: Subject, counted: re.Pattern[str]) -> Quantity:
    """入场人次突破十万: the unit is the last word of what is counted."""
    last = counted.search(subject.text) if quantity.rule == "bare" and quantity.amount.unit is None else None
    return quantity if last is None else replace(quantity, amount=replace(quantity.amount, unit=last.group()))


def _about(quantity: Quantity, found: re.Match[str], hedges: Mapping[str, Row]) -> Quantity:
    """A share with the word of approximation that stands before what it is of."""
    qualifier = cast(Qualifier, hedges[found["hedge"]]["qualifier"])
    amount = replace(quantity.amount, qualifier=qualifier)
    return replace(quantity, amount=amount, hedge=Span(*found.span("hedge")))


def _change(subject: Subject, behind: Sequence[tuple[Figure, Subject | None]]) -> Change | None:
    """The first change that the sentence goes on to tell of a figure, before it gives another level of the same."""
    if subject.moved is not None:
        return None
    for figure, other in behind:
        if other is None:
            continue
        if other.moved is not None and other.stem == subject.text:
            direction, base = other.moved
            return Change(direction, base, figure.quantity.amount.value, figure.quantity.amount.unit)
        if other.text == subject.text:
            return None
    return None


def _unchanged(figure: Figure, text: str, bases: Mapping[str, str]) -> Change | None:
    """30万亩，与上年持平: said right behind the figure, without a number."""
    found = _SAME.match(text, figure.quantity.span.end, figure.sentence.end)
    if found is None:
        return None
    compared = found["base"]
    return Change("same", bases.get(_WITH.sub("比", compared), compared), None, None)


class _Behind(NamedTuple):
    """The text, and nouns that say too little to tell that what stands behind two figures is the same."""

    text: str
    general: frozenset[str]

    def alike(self, one: Statistic, other: Statistic) -> bool:
        """Whether the same noun stands behind two figures: 视察10件实事, 听取10件实事汇报."""
        here, there = (self.text[s.quantity.span.end : s.quantity.span.end + 2] for s in (one, other))
        return here == there and _NOUN.fullmatch(here) is not None and here not in self.general


def _once(told: Sequence[Statistic], headings: frozenset[Span], behind: _Behind) -> Iterator[Statistic]:
    """Each figure once: as the prose tells it rather than a heading, else as it is told first."""
    kept: dict[tuple[object, ...], list[Statistic]] = {}
    for statistic in sorted(told, key=lambda s: s.evidence.sentence in headings):
        amount = statistic.quantity.amount
        unit = "人" if amount.unit in PEOPLE - {"人次"} else "家" if amount.unit in BODIES else amount.unit
        alike = kept.setdefault((amount.value, amount.value_max, unit), [])
        retold = statistic.evidence.sentence in headings and any(amount.unit == s.quantity.amount.unit for s in alike)
        if not retold and not any(_same(statistic, other, behind) for other in alike):
            alike.append(statistic)
            yield statistic


def _same(one: Statistic, other: Statistic, behind: _Behind) -> bool:
    """Whether two statistics with the same amount are one that is told twice."""
    amount = one.quantity.amount
    if one.evidence.sentence == other.evidence.sentence:
        return one.subject == other.subject and amount.unit not in _COMMON_UNITS
    if amount.unit != other.quantity.amount.unit:
        # 35名理事, 实到理事35人 are the same people, 35名教师 others; 4家合作社, 4个合作社
        if amount.unit in BODIES:
            return one.subject == other.subject and len(one.subject) > _GENERIC
        return amount.value >= _TELLING and one.subject[-2:] in other.subject
    if amount.value >= _TELLING and amount.unit not in _COMMON_UNITS:
        return True
    if one.status != other.status:
        return False
    if amount.unit not in _COMMON_UNITS and behind.alike(one, other):
        return True
    short, long = sorted((one.subject, other.subject), key=len)
    if one.quantity.text != other.quantity.text and long.endswith(short):
        # 4期 and 四期 are two ways to write one figure
        return True
    return short in long and 2 * len(short) >= len(long)
