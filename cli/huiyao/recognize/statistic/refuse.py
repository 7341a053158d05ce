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

_NAMES = patterns.compile("(?:(?<=[，。；：\n])|^)(?:[\u4e00-\u9fff]{2,4}、){1,9}[\u4e00-\u9fff]{2,4}$")
_GO_ON = patterns.compile("[，。；：）\n]|一[起同行]|代表|分别|共同|[均都也先]|当选|获|为|到|出席|参加|作|发言|组成|任")
_MANY = 10


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
            "floor": lambda q: q.amount.unit == "层",
            "loose": lambda q: is_chinese(q) and q.amount.value <= 20,
            "pair": lambda q: q.text.startswith(("两", "二")) and q.amount.value == 2,
            "department": lambda q: q.amount.unit == "部" and is_chinese(q),
            "deputy": lambda q: q.amount.unit == "副" and is_chinese(q),
            "adverb": lambda q: q.text in ("十分", "万分", "百分"),
        }

    def keep(self, figures: Sequence[Figure]) -> list[Quantity]:
        """The quantities of a sentence that may be statistics."""
        sentence = figures[0].sentence
        skeleton = Skeleton.of(self.text, sentence, [f.quantity for f in figures])
        refused = {id(q) for q in self._refused(skeleton)}
        kept = [f for f in figures if id(f.quantity) not in refused]
        return [f.quantity for f in kept if self._stands(f, kept)]

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
        if _sums_up(figure, self.text):
            return False
        if _ONE.match(quantity.text):
            return quantity.hedge is not None or any(_alike(figure, other) for other in figures)
        return True


def _sums_up(figure: Figure, text: str) -> bool:
    """Whether a figure only sums up the names before it: 林志远、边小满、温若水三人到场."""
    amount, at = figure.quantity.amount, figure.quantity.span
    if amount.unit != "人" or not 2 <= amount.value < _MANY or not is_chinese(figure.quantity):
        return False
    if _GO_ON.match(text, at.end) is None:
        return False
    named = _NAMES.search(text, figure.sentence.start, at.start)
    return named is not None and named.group().count("、") + 1 == amount.value


def _alike(figure: Figure, other: Figure) -> bool:
    """Whether 一次 stands in a list beside 两次."""
    a, b = figure.quantity, other.quantity
    beside = abs(figure.index - other.index) == 1
    return beside and a.amount.unit == b.amount.unit and is_chinese(b) and not _ONE.match(b.text)
