"""Figures in their clauses: what stands before a quantity and behind it, up to the next sign or quantity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.records import Block, DateMention, Passages, Quantity
from huiyao.text import Span, hidden

# What is sealed has no meaning of its own for a clause: titles, short quotations, asides without figures.
TITLE, ASIDE, DATE = "\ue010", "\ue011", "\ue012"
_PAIRED = patterns.compile(
    r"《[^《》\n]{1,60}》|‘[^‘’\n]{1,20}’|“[^“”\n]{1,40}”|「[^「」\n]{1,40}」|『[^『』\n]{1,40}』|[（(][^（()）\n]{1,40}[)）]|\[[0-9]{1,2}\]"
)
_FULL_STOPS = "。！？!?”"
_SIGNS = "，,。；;：:！!？?（）()、\n|｜—…“”"
# a quotation up to this length is a name, also with a figure in it: “三个转变”
_NAME = 14
# what is longer is no one sentence, and would take time in proportion to its square
_LONGEST, _PAGE = 600, 2000
_SLOGAN = patterns.compile(
    "[“「『](?:[^，。；、“”0-9]{0,4}[一二两三四五六七八九十][^，。；、“”0-9]{1,9}、?){2,}[”」』]"
)
_SPEECH = patterns.compile("[，。；]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in its clause.

    `left` is what stands before it, without words of approximation, back to a sign or to the figure before; `right` is
    what stands behind it. `opening` is the sign at which `left` begins, "" at a figure; `index` counts the figures of
    the sentence, of which the first begins at `first`, and the one before this ends at `previous`. `since` is where
    the paragraph begins, or a page before the sentence.
    """

    quantity: Quantity
    block: int
    sentence: Span
    left: Span
    right: Span
    opening: str
    index: int
    first: int
    previous: int
    since: int


class Clauses:
    """The figures of a report's sentences, and the text with its seals."""

    def __init__(
        self, passages: Passages, quantities: Sequence[Quantity], dates: Sequence[DateMention], lexicon: Lexicon
    ) -> None:
        self.passages = passages
        self.quantities = quantities
        self._starts = [q.span.start for q in quantities]
        self.text = _sealed(hidden(passages.text, (d.span for d in dates), DATE), self._starts)
        self._currency = patterns.compile(f"{lexicon.alternation('currency')}[ 　]?$")

    def figures(self, keep: Callable[[Sequence[Figure]], Sequence[Quantity]]) -> Iterator[list[Figure]]:
        """The figures of each sentence that has any, rows of tables and boilerplate left out.

        `keep` says which of a sentence's figures count.
        """
        text = self.passages.text
        for number, block in enumerate(self.passages.blocks):
            if block.kind in ("boilerplate", "row"):
                continue
            for sentence in _wide_sentences(text, block):
                figures = self._figures(number, sentence, self._in(sentence))
                if figures and len(kept := keep(figures)) < len(figures):
                    figures = self._figures(number, sentence, kept)
                if figures:
                    yield figures

    def _figures(self, block: int, sentence: Span, found: Sequence[Quantity]) -> list[Figure]:
        return [self._figure(block, sentence, found, i) for i in range(len(found))]

    def _in(self, span: Span) -> Sequence[Quantity]:
        first = bisect_left(self._starts, span.start)
        return self.quantities[first : bisect_left(self._starts, span.end)]

    def _figure(self, block: int, sentence: Span, found: Sequence[Quantity], index: int) -> Figure:
        if index and self._one_ratio(found, index):
            # the parts of 18.8:26.1:55.1 stand in one place
            first = self._figure(block, sentence, found, index - 1)
            return replace(first, quantity=found[index], index=index)
        quantity, last = found[index], index
        while last + 1 < len(found) and self._one_ratio(found, last + 1):
            last += 1
        floor = _reach(found[index - 1])[1] if index else sentence.start
        ceiling = _reach(found[last + 1])[0] if last + 1 < len(found) else sentence.end
        start, end = _reach(quantity)[0], _reach(found[last])[1]
        currency = self._currency.search(self.text, max(floor, start - 8), start)
        if currency is not None:
            start = currency.start()
        left_start, opening = self._back(floor, start)
        right_end = self._forth(end, max(end, ceiling))
        return Figure(
            quantity,
            block,
            sentence,
            Span(left_start, max(left_start, start)),
            Span(end, right_end),
            opening,
            index,
            found[0].span.start,
            floor,
            max(self.passages.blocks[block].span.start, sentence.start - _PAGE),
        )

    def _one_ratio(self, found: Sequence[Quantity], index: int) -> bool:
        """Whether a figure and the one before it are parts of one ratio."""
        before, here = found[index - 1], found[index]
        between = self.text[before.span.end : here.span.start].strip(" \u00a0")
        return before.rule == here.rule == "ratio" and between in (":", "：", "∶")

    def _back(self, floor: int, start: int) -> tuple[int, str]:
        for at in range(start - 1, floor - 1, -1):
            if self.text[at] in _SIGNS or (self.text[at] == "." and not self.text[at - 1].isascii()):
                return at + 1, self.text[at]
        return floor, ""

    def _forth(self, end: int, ceiling: int) -> int:
        for at in range(end, ceiling):
            if self.text[at] in _SIGNS:
                return at
        return ceiling


def _reach(quantity: Quantity) -> tuple[int, int]:
    """Where a quantity with its word of approximation begins and ends."""
    start, end = quantity.span.start, quantity.span.end
    if quantity.hedge is not None:
        start, end = min(start, quantity.hedge.start), max(end, quantity.hedge.end)
    return start, end


def _wide_sentences(text: str, block: Block) -> Iterator[Span]:
    """The sentences of a block, those that only a semicolon or colon parts taken as one."""
    start: int | None = None
    for sentence in block.sentences or (block.span,):
        start = sentence.start if start is None else start
        closed = text[sentence.end - 1] in _FULL_STOPS or sentence.end >= block.span.end
        if closed or sentence.end - start > _LONGEST:
            yield Span(start, sentence.end)
            start = None
    if start is not None:
        yield Span(start, block.span.end)


def _is_name(quoted: str) -> bool:
    """Whether a stretch in quotation marks is a name with a numeral in it: “三个转变”, “一个核心、两个中心”."""
    if quoted[0] in "（(" or _SPEECH.search(quoted):
        return False
    return len(quoted) <= _NAME or _SLOGAN.fullmatch(quoted) is not None


def _sealed(text: str, figure_starts: Sequence[int]) -> str:
    """The text with titles, short quotations and asides made unreadable unless a figure stands in them."""
    parts, at = [], 0
    for pair in _PAIRED.finditer(text):
        start, end = pair.span()
        held = bisect_left(figure_starts, end) > bisect_left(figure_starts, start)
        sign = pair.group()[0]
        if held and sign != "《" and not _is_name(pair.group()):
            continue
        parts.append(text[at:start])
        parts.append((ASIDE if sign in "（([" else TITLE) * (end - start))
        at = end
    return "".join([*parts, text[at:]])
