"""Which quantities are no statistics: headings that count themselves, ranks, thresholds, names, a loose 一."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.statistic.figure import TITLE, Clauses, Figure
from huiyao.recognize.statistic.unit import SIZES
from huiyao.records import Quantity
from huiyao.rules import Rule, Skeleton, load

_CHINESE = patterns.compile(r"^[〇零一二两三四五六七八九十百千]+")
_ONE = patterns.compile(r"^一(?![番成倍半百千万亿二三四五六七八九十〇零])")


def is_chinese(quantity: Quantity) -> bool:
    """Whether the numeral is written in Chinese."""
    return bool(_CHINESE.match(quantity.text))


class Refusals:
    """The rules by which quantities are refused."""

    def __init__(self, clauses: Clauses, kinds: Mapping[str, str], lexicon: Lexicon) -> None:
        self.text = clauses.text
        self.rules: tuple[Rule, ...] = load("statistic_refuse", lexicon)
        self.conditions: Mapping[str, Callable[[Quantity], bool]] = {
            "small": lambda q: q.amount.value <= 20,
            "chinese": is_chinese,
            "size": lambda q: kinds.get(q.amount.unit or "") in SIZES,
            "phase": lambda q: q.amount.unit == "期" and is_chinese(q),
            "term": lambda q: q.amount.unit == "届",
            "group": lambda q: q.amount.unit in ("组", "队") and is_chinese(q),
            "people": lambda q: kinds.get(q.amount.unit or "") == "person",
            "deputy": lambda q: q.amount.unit == "副" and is_chinese(q),
            "adverb": lambda q: q.text in ("十分", "万分", "百分"),
        }

    def keep(self, figures: Sequence[Figure]) -> list[Quantity]:
        """The quantities of a sentence that may be statistics."""
        sentence = figures[0].sentence
        skeleton = Skeleton.of(self.text, sentence, [f.quantity for f in figures])
        refused = {id(q) for q in self._refused(skeleton)}
        return [f.quantity for f in figures if id(f.quantity) not in refused and self._stands(f, figures)]

    def _refused(self, skeleton: Skeleton) -> Iterator[Quantity]:
        for rule in self.rules:
            allowed = self.conditions.get(rule.gives.get("only", ""))
            for match in rule.finditer(skeleton):
                for name in rule.pattern.groupindex:
                    for anchor in match.anchors(name, "quantity"):
                        assert isinstance(anchor, Quantity)
                        if allowed is None or allowed(anchor):
                            yield anchor

    def _stands(self, figure: Figure, figures: Sequence[Figure]) -> bool:
        quantity = figure.quantity
        if self.text[quantity.span.start] == TITLE:
            return False
        if _ONE.match(quantity.text):
            return quantity.hedge is not None or any(_alike(figure, other) for other in figures)
        return True


def _alike(figure: Figure, other: Figure) -> bool:
    """Whether 一次 stands in a list beside 两次."""
    a, b = figure.quantity, other.quantity
    beside = abs(figure.index - other.index) == 1
    return beside and a.amount.unit == b.amount.unit and is_chinese(b) and not _ONE.match(b.text)
