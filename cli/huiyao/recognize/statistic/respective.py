"""Figures that one list hands out to the nouns of another, in order: 绿茶、红茶分别增长7%和8%."""

from __future__ import annotations

from collections.abc import Sequence

from huiyao import patterns
from huiyao.recognize.statistic.figure import Figure
from huiyao.recognize.statistic.phrase import Phrases
from huiyao.recognize.statistic.relative import CLOSING, GOAL, Subject, moved
from huiyao.recognize.statistic.words import Words
from huiyao.text import Span

_AND = patterns.compile(r"[、和与及]|以及")
_EQUAL = patterns.compile("(?:为|达到|达|是)$")
# 第一、二、三产业增加值: the parts of an economy are listed by their numbers
_SECTORS = patterns.compile(
    "(?P<listed>第?[一二三](?:产业)?(?:[、和与及]第?[一二三](?:产业)?)*[、和与及]第?[一二三])产业(?P<what>.*)"
)
_LINKS = frozenset({"和", "与", "及", "以及", "、", ""})
_JOINT = patterns.compile("^(?:[、和与及]|以及)")


class Respective:
    """Reads lists of figures that answer lists of nouns."""

    def __init__(self, phrases: Phrases, words: Words) -> None:
        self.phrases = phrases
        self.text = phrases.text
        self.source = phrases.source
        self.words = words

    def read(self, figure: Figure, figures: Sequence[Figure], named: Sequence[Subject | None]) -> list[Subject]:
        """The subjects of the figures that begin with this one, in order; empty if it begins no such list.

        `named` are the subjects of the sentence's figures before.
        """
        left = self.text[figure.left.slice]
        group = self._linked(figure, figures)
        if len(group) < 2:
            return []
        at = left.find("分别")
        if at < 0:
            return self._in_order(figure, len(group))
        middle = figure.left.start + at
        suffix = self._suffix(Span(middle + 2, figure.left.end))
        phrase = Span(self._clause_start(figure, middle), middle)
        base = self.words.base_word.search(self.source, phrase.start, phrase.end)
        than = base.group() if base is not None else ""
        if base is not None:
            phrase = Span(phrase.start, base.start())
        stems = self._items(phrase, len(group)) or [s.stem for s in named if s is not None and s.rule != "change"]
        if not stems and suffix and (whole := self.phrases.before(phrase)) is not None:
            # 城乡居民收入分别增长7%和8%: the parts stand in one word
            stems = [self.phrases.string(whole)] * len(group)
        stems = stems[-len(group) :]
        if len(stems) != len(group):
            return []
        own = [suffix, *(self._change(other) or suffix for other in group[1:])]
        return [self._told(stem, than, said) for stem, said in zip(stems, own, strict=True)]

    def _told(self, stem: str, than: str, said: str) -> Subject:
        text = stem + than.replace("同期", "") + said
        if said in self.words.direction:
            return Subject(text, stem, stem, None, "respectively", moved(self.words, said, than))
        return Subject(text, text, text, None, "respectively")

    def _in_order(self, figure: Figure, count: int) -> list[Subject]:
        """户数、人员、资金为2.5万户、9.9万人和256亿元: as many nouns as figures, without 分别."""
        equal = _EQUAL.search(self.text, figure.left.start, figure.left.end)
        if equal is None or figure.opening != "、":
            return []
        items = self._items(Span(self._clause_start(figure, equal.start()), equal.start()), count)
        return [Subject(item, item, item, None, "respectively") for item in items]

    def _linked(self, figure: Figure, figures: Sequence[Figure]) -> list[Figure]:
        group = [figure]
        for other in figures[figure.index + 1 :]:
            link = self.text[other.left.slice].strip()
            if other.opening not in ("", "、") or not (link in _LINKS or self._change(other)):
                break
            group.append(other)
        return group

    def _change(self, figure: Figure) -> str:
        """增长7%和下降3%: the change that one of the figures tells of its own; "" where it tells none."""
        change = self.words.change.fullmatch(_JOINT.sub("", self.text[figure.left.slice].strip()))
        return change["change"] if change is not None else ""

    def _suffix(self, tail: Span) -> str:
        """What 分别 says of its figures: a change, a goal, what they measure, or no more than that they are so many."""
        said = self.text[tail.slice]
        if self.words.into.search(said):
            return ""
        if (change := self.words.change.search(said)) is not None:
            return change.group("change")
        if (goal := GOAL.match(said)) is not None:
            return goal.group("goal")
        phrase = self.phrases.before(tail)
        return self.phrases.string(phrase) if phrase is not None else ""

    def _clause_start(self, figure: Figure, at: int) -> int:
        while at > figure.sentence.start and self.text[at - 1] not in CLOSING:
            at -= 1
        return at

    def _items(self, phrase: Span, count: int) -> list[str]:
        """The nouns of a list; a short first one shares the end of the last: 城镇、农村居民收入."""
        if (sectors := _SECTORS.search(self.text, phrase.start, phrase.end)) is not None:
            what = self.phrases.string(Span(*sectors.span("what")))
            items = [f"第{n}产业{what}" for n in sectors["listed"] if n in "一二三"]
            return items if len(items) == count else []
        span = self.phrases.before(phrase)
        items = [i for i in _AND.split(self.phrases.string(span)) if i] if span is not None else []
        if len(items) != count:
            return []
        place = self.words.place.match(items[-1])
        near, last = place.end() if place is not None else len(items[-2]), len(items[-1])
        ending = items[-1][near:] if near <= 3 <= last and near <= last - 2 else ""
        return [i + ending for i in items[:-1]] + items[-1:]
