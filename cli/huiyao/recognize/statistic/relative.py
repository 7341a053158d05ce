"""Figures that are said of another one: levels between which it moved, rise and fall, shares, goals reached."""

from __future__ import annotations

from typing import NamedTuple, cast

from huiyao import patterns
from huiyao.recognize.statistic.figure import DATE, Figure
from huiyao.recognize.statistic.phrase import Phrases
from huiyao.recognize.statistic.words import Words
from huiyao.records import Direction
from huiyao.text import Span

RELATIVE = frozenset({"%", "‰", "百分点", "基点", "倍", "番", None})
_FROM = patterns.compile(
    f"(?:已|便|则|拟)?(?:[由从自](?!于|事|治|动|来|愿)|较)(?P<first>(?:最初|成立之初|[^，由从]{{1,5}}时|原来|起初|当初|年初|每[年家人户个]|{DATE}|的)*)$"
)
_BEHIND_LEVEL = patterns.compile(
    f"(?:{DATE}|(?:历史|近[年期]来?|年内|[0-9一二三四五六七八九十]+年来)?的?(?:新|最)[高低][点值位]?|[的了]|每[年家人户个]|目前|现在|如今|今天)*$"
)
# 观众12万人，较上届11万人增长9%
_BASE = patterns.compile(f"[比较](?:上[届次期年]|去年|同期|{DATE})(?:同期)?的?$")
_SHARE = patterns.compile(
    r"(?P<head>.*?)(?:约|近|仅|只|又|就|已|还)*(?:占(?!地|有|用)(?:到|了|据)?|(?=不到|不足|超过|未达|约为)(?:不到|不足|超过|未达|约为)(?=.{2,}的$)|(?:达到?|相当于|约为)(?=.{2,8}(?:总[量数额]|总面积|总人口)的?$))"
    r"(?P<of>.*?)(?:的?(?:比重|比例|份额)?(?:[提升增降]?(?:高|升|加|低|至)?[到至]|上升[到至]|下降[到至]|为|达|约|近|达到|超过|超)?)的?$"
)
_PORTION = patterns.compile("占.{1,16}(?:比重|比例|份额)")
GOAL = patterns.compile(
    r"(?P<head>.*?)(?P<done>完成|为|相当于|达到|达)?"
    r"(?P<goal>(?:年度|全年|年初|预期|预算|计划|序时|既定)?[^，]{0,4}(?:目标|任务|计划|预算|进度)(?:任务|数)?)的?$"
)
# 扣除价格因素，实际增长7.1% is of what the figure before was of
_REAL = patterns.compile("实际|名义")
# 竹笋产量稳步提高，增长7.3%: a clause that tells without a figure how its subject moved
_MOVED = patterns.compile(
    "(?P<what>.{2,12}?)(?:呈现?)?(?:持续|平稳|稳步|稳定|大幅|小幅|明显|显著|快速|较快|逐步|继续|不断|有所|略有|总体|保持|实现|进一步)+"
    "(?:提升|增长|提高|上升|下降|回落|扩大|发展|增加|减少|改善|向好|回升|增强|平稳|稳定|恢复)"
)
_COMPARED = patterns.compile(r"(?:比|较|与|同)[^，]{1,14}$")
_THAN = patterns.compile(r"(?P<than>(?:高于|低于|快于|慢于|高出|低出|超出|优于|多于|少于)[^，]{1,12})$")
_LEVEL = patterns.compile("的(?P<what>(?:平均)?(?:增[幅速长]率?|[涨降]幅|水平|比[例重]))")
# so much of the figure before is named as the whole of a share
_WHOLE, _PREDICATE = 8, 10
CLOSING = "，。；：,;:\n"


class Subject(NamedTuple):
    """What a figure counts.

    `stem` is the subject without the change or share that this figure tells of it; `topic` what a bare attribute
    (总投资, 增幅) that follows would be of. `moved` is the direction of a change and what it is measured against.
    """

    text: str
    stem: str
    topic: str
    span: Span | None
    rule: str
    moved: tuple[Direction, str | None] | None = None


def plain(phrases: Phrases, span: Span, rule: str) -> Subject | None:
    """The subject that a stretch names by itself, None where it names nothing."""
    text = phrases.string(span)
    return Subject(text, text, text, span, rule) if text else None


def moved(words: Words, change: str, compared: str) -> tuple[Direction, str | None]:
    """Up or down, and the name of the base in the word list; a base that is not there stands as it is written."""
    return cast(Direction, words.direction[change]), words.base.get(compared, compared or None)


class Relations:
    """Reads the relation in which a figure stands to what was said before."""

    def __init__(self, phrases: Phrases, words: Words) -> None:
        self.phrases = phrases
        self.text = phrases.text
        self.source = phrases.source
        self.words = words

    def read(self, figure: Figure, last: Subject | None) -> Subject | None:
        """The subject by the first relation that holds, None if the figure stands for itself."""
        left = self.text[figure.left.slice]
        found = self._share(figure, last) if _PORTION.search(left) else None
        found = found or self._to_level(figure, last) or self._from_level(figure, last) or self._changed(figure, last)
        if found is None and figure.quantity.amount.unit in RELATIVE:
            found = self._than(figure, last) or self._share(figure, last) or self._goal(figure, last)
            found = found or self._part(figure, last)
        return found

    def _stem(self, span: Span, last: Subject | None) -> tuple[str, str, Span | None]:
        """The noun phrase in a stretch, or what the figure before counted; with the topic that it leaves."""
        phrase = self.phrases.before(span)
        if phrase is not None and (text := self.phrases.string(phrase)):
            if last is not None and self.words.attribute.fullmatch(text):
                return last.topic + text, last.topic, phrase
            return text, text, phrase
        return (last.stem, last.topic, last.span) if last is not None else ("", "", None)

    def _to_level(self, figure: Figure, last: Subject | None) -> Subject | None:
        """由61%提高到84%: the second level is of the same thing as the first."""
        left = figure.left
        for found in self.words.into.finditer(self.text, left.start, left.end):
            if _BEHIND_LEVEL.match(self.text, found.end(), left.end):
                stem, topic, span = self._stem(Span(left.start, found.start()), last)
                return Subject(stem, stem, topic, span, "level") if stem else None
        return None

    def _from_level(self, figure: Figure, last: Subject | None) -> Subject | None:
        found = _FROM.search(self.text, figure.left.start, figure.left.end)
        behind = self.text[figure.right.slice].lstrip(" 的")
        if found is None or not self.words.into.match(behind):
            found = _BASE.search(self.text, figure.left.start, figure.left.end)
            if found is None or not self.words.change_word.match(behind):
                return None
        stem, topic, span = self._stem(Span(figure.left.start, found.start()), last)
        return Subject(stem, stem, topic, span, "level-before") if stem else None

    def _changed(self, figure: Figure, last: Subject | None) -> Subject | None:
        left = figure.left
        found = self.words.change.search(self.text, left.start, left.end)
        if found is None:
            return None
        base = self.words.base_word.search(self.source, left.start, found.start())
        compared = _COMPARED.search(self.text, left.start, found.start())
        said = min((m.start() for m in (base, compared) if m is not None), default=found.start())
        own = self.phrases.before(Span(left.start, said))
        if own is not None and _REAL.fullmatch(self.text[own.slice]):
            said, own = own.start, None
        alone = own is None
        if figure.quantity.amount.unit not in RELATIVE and base is None and compared is None and not alone:
            return None
        stem, topic, span = (self._moved_before(figure) if alone else None) or self._stem(Span(left.start, said), last)
        if not stem:
            return None
        how = base.group() if base is not None else self.source[said : found.start()].strip()
        how = how.replace("同期", "")
        change = found.group("change")
        movement = moved(self.words, change, base.group() if base is not None else how)
        # 会员翻了一番 is a rise of the members
        risen = "增长" if change.startswith("翻") else change
        return Subject(stem + how + risen, stem, topic, span, "change", movement)

    def _moved_before(self, figure: Figure) -> tuple[str, str, Span | None] | None:
        """The subject of the clause before, where that clause tells of a movement and has no figure."""
        if figure.opening not in ("，", ","):
            return None
        end = figure.left.start - 1
        start = end
        while start > figure.previous and self.text[start - 1] not in CLOSING:
            start -= 1
        found = _MOVED.fullmatch(self.text, start, end)
        phrase = self.phrases.before(Span(*found.span("what"))) if found is not None else None
        text = self.phrases.string(phrase) if phrase is not None else ""
        return (text, text, phrase) if text else None

    def _than(self, figure: Figure, last: Subject | None) -> Subject | None:
        found = _THAN.search(self.text, figure.left.start, figure.left.end)
        if found is None:
            return None
        if (level := _LEVEL.match(self.text, figure.right.start, figure.right.end)) is not None:
            # 高于同期全国1.8%的增幅: the figure is the other's own
            other = found.group("than")[2:] + level["what"]
            return Subject(other, other, other, Span(*found.span("than")), "than")
        stem, topic, span = self._stem(Span(figure.left.start, found.start()), last)
        return Subject(stem + found.group("than"), stem, topic, span, "than") if stem else None

    def _share(self, figure: Figure, last: Subject | None) -> Subject | None:
        found = _SHARE.match(self.text[figure.left.slice])
        if found is None:
            return None
        start = figure.left.start
        stem, topic, span = self._stem(Span(start, start + found.end("head")), last)
        of = self.phrases.string(Span(start + found.start("of"), start + found.end("of")))
        if not of and (right := self.phrases.right(figure)) is not None:
            of = self.phrases.string(right)
        if not of and last is not None and stem != last.stem:
            of = last.topic[-_WHOLE:]
        text = f"{stem}占{of}" if of else f"{stem}占比"
        return Subject(text, text, topic, span, "share")

    def _goal(self, figure: Figure, last: Subject | None) -> Subject | None:
        found = GOAL.match(self.text[figure.left.slice])
        if found is None:
            return None
        stem, topic, span = self._stem(Span(figure.left.start, figure.left.start + found.end("head")), last)
        return Subject(f"{stem}完成{found.group('goal')}", stem, topic, span, "goal") if stem else None

    def _part(self, figure: Figure, last: Subject | None) -> Subject | None:
        """三分之一是返乡青年, 三分之二从事外贸, 覆盖80%的医院: the part is named behind its share."""
        before = self.phrases.left(figure)
        if before is not None:
            verb = self.phrases.string(before)
            right = self.phrases.right(figure)
            if right is None or self.words.act.fullmatch(verb) is None:
                return None
            text = verb + self.phrases.string(right)
            return Subject(text, text, text, right, "part")
        said = self.phrases.string(figure.right)
        if last is None or not 2 <= len(said) <= _PREDICATE or not (figure.index or said[0] in "是为"):
            return None
        part = said.removeprefix("是").removeprefix("为")
        text = part + last.topic if part == said else f"{part}占{last.topic}"
        return Subject(text, text, last.topic, figure.right, "part")
