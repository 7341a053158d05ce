"""What a figure counts: the noun phrase before it or behind it, or carried along from the figure before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from huiyao.recognize.statistic.figure import ASIDE, TITLE, Clauses, Figure
from huiyao.recognize.statistic.words import Words
from huiyao.text import Span

_RELATIVE = frozenset({"%", "‰", "百分点", "基点", "倍", "番", None})
_EMPTY = re.compile(r"^(?:[由从为对向把被使让令以在于及和与至到中内上等各的、共了]|以及|其中)*$")
_ETC = re.compile(r".*(?<![高同平初中上对均])等(?![级额候待于离])")
_AND = re.compile(r"[、和与及]|以及")
_SHARE = re.compile(r"(?P<head>.*?)(?:约|近|仅|只|又|就|已|还)?(?P<share>占(?:到|了|据)?(?P<of>.*?))(?:的?(?:比重|比例|份额)?(?:为|达|约|近|到|达到|超过|超)?)的?$")
_GOAL = re.compile(r"(?P<head>.*?)(?:完成|为|相当于|达到|达)?(?P<goal>(?:年度|全年|年初|预期|预算|计划|序时)?[^，]{0,4}(?:目标|任务|计划|预算|进度)(?:任务|数)?)的?$")
_COMPARED = re.compile(r"(?:比|较|与|同)[^，]{1,14}$")
_LEFT_LIMIT, _RIGHT_LIMIT = 18, 14
_HEAD_NOUN = "者|率|项目|企业|活动|中心|人员|基地|工作|班|会|站|点|区|类|量|额|数|能力|平台|系统|单位|机构|标准|选手|学员|代表|材料|资金|专利|论文|仪式|协议|车间|网点|产品|服务|培训|对象|队伍|课程|大赛|比赛|手册|标段|生|户|商|地|权|证|书|奖|金|费|场|楼|所|员|师"
_LINKS = frozenset({"和", "与", "及", "以及", "、", ""})


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure counts. `stem` is the subject without the change or share said of it, for figures that follow."""

    text: str
    stem: str
    span: Span | None
    rule: str


class Subjects:
    """The subjects of a report's figures, one sentence after the other."""

    def __init__(self, clauses: Clauses, words: Words) -> None:
        self.text = clauses.text
        self.source = clauses.passages.text
        self.words = words
        self.last: Subject | None = None
        self.block = -1

    def of(self, figures: list[Figure]) -> list[Subject | None]:
        """The subject of each figure of a sentence, None where none can be told."""
        if figures[0].block != self.block:
            self.last, self.block = None, figures[0].block
        named: list[Subject | None] = []
        shared: list[Subject | None] = []
        for figure in figures:
            if shared:
                subject = shared.pop(0)
            else:
                shared = self._respectively(figure, figures, named)
                subject = shared.pop(0) if shared else self._one(figure)
            named.append(subject)
            if subject is not None:
                self.last = subject
        return named

    def _one(self, figure: Figure) -> Subject | None:
        relative = figure.quantity.amount.unit in _RELATIVE
        return (
            self._into(figure)
            or self._changed(figure)
            or (self._share(figure) if relative else None)
            or self._became(figure)
            or self._counted(figure, relative)
            or self._attending(figure)
            or self._before(figure)
            or self._carried(figure)
        )

    # ── phrases ──

    def _string(self, span: Span) -> str:
        """The source of a span without asides and footnotes."""
        kept = [c for c, sealed in zip(self.source[span.slice], self.text[span.slice], strict=True) if sealed != ASIDE]
        return "".join(kept).strip(" \u3000的之、和与及了")

    def _stripped(self, span: Span) -> Span:
        """A phrase without the words that lead to the figure and those that open the clause."""
        start, end = span.start, span.end
        while (found := self.words.reach.search(self.text, max(start, end - 8), end)) is not None and found.end() > found.start():
            end = found.start()
        while (found := self.words.lead.match(self.text, start, end)) is not None and found.end() > start:
            start = found.end()
        return Span(start, max(start, end))

    def _phrase(self, span: Span) -> Span | None:
        """The noun phrase at the end of a stretch before a figure, None if it holds only function words."""
        span = self._stripped(span)
        text = self.text[span.slice]
        if (etc := _ETC.match(text)) is not None and etc.end() < len(text):
            span = Span(span.start + etc.end(), span.end)
            text = self.text[span.slice]
        if len(text) > _LEFT_LIMIT:
            span = self._from_last_act(span)
            text = self.text[span.slice]
        if _EMPTY.match(text.strip()) or not text.strip(ASIDE + TITLE + " “”"):
            return None
        return span

    def _from_last_act(self, span: Span) -> Span:
        """The part of a long stretch that begins at its last verb with a noun behind it."""
        start = span.start
        for act in self.words.act.finditer(self.text, span.start, span.end):
            if act.end() + 2 <= span.end:
                start = act.start()
        return Span(start, span.end)

    def _left(self, figure: Figure) -> Span | None:
        span = figure.left
        if figure.index and not figure.opening:
            span = self._from_last_act(span)
        phrase = self._phrase(span)
        if phrase is None and figure.opening in ("（", "(", "：", ":") and _EMPTY.match(self.text[figure.left.slice].strip()):
            phrase = self._outside(figure)
        return phrase

    def _outside(self, figure: Figure) -> Span | None:
        """The phrase before the bracket or colon at which a figure's clause opens."""
        end = figure.left.start - 1
        start = end
        while start > figure.sentence.start and self.text[start - 1] not in "，。；：（）！？,;:()\n":
            start -= 1
        return self._phrase(Span(start, end))

    def _right(self, figure: Figure) -> Span | None:
        """The noun phrase behind a figure, as in 五家企业; None where a verb or nothing follows."""
        start, end = figure.right.start, figure.right.end
        while start < end and self.text[start] in "的之 \u00a0\u3000":
            start += 1
        text = self.text[start:end]
        if not text or text[0] in ASIDE:
            return None
        money = figure.quantity.amount.unit is not None and figure.quantity.amount.unit.endswith("元")
        follow = self.words.follow.match(text) or (self.words.act.match(text) if money else None)
        if follow is not None and not re.match(_HEAD_NOUN, text[follow.end() :]):
            return None
        attend = self.words.attend.match(text)
        if attend is not None and (attend.end() == len(text) or not re.match(_HEAD_NOUN, text[attend.end() :])):
            return None
        length = len(text)
        for cut in self.words.follow.finditer(text, 2):
            if len(cut.group()) >= 2 or cut.group() in "被为向占获是将由在均已":
                if not re.match(_HEAD_NOUN, text[cut.end() :]):
                    length = cut.start()
                    break
        for cut in self.words.attend.finditer(text, 2):
            if cut.start() < length and not re.match(_HEAD_NOUN, text[cut.end() :]):
                length = cut.start()
                break
        for cut in self.words.act.finditer(text, 2):
            if cut.start() < length and cut.end() < len(text) and not re.match(_HEAD_NOUN, text[cut.end() :]):
                length = cut.start()
                break
        phrase = Span(start, start + length)
        return phrase if len(self._string(phrase)) >= 1 else None

    # ── relations ──

    def _subject(self, span: Span, rule: str) -> Subject:
        text = self._string(span)
        return Subject(text, text, span, rule)

    def _stem(self, span: Span) -> tuple[str, Span | None]:
        """The noun phrase in a stretch, or what the figure before counted."""
        phrase = self._phrase(span)
        if phrase is not None:
            text = self._string(phrase)
            if text and not (self.words.attribute.fullmatch(text) and self.last):
                return text, phrase
            if text and self.last is not None:
                return self.last.stem + text, phrase
        return (self.last.stem, self.last.span) if self.last else ("", None)

    def _into(self, figure: Figure) -> Subject | None:
        """由61%提高到84%: the second level is of the same thing as the first."""
        found = self.words.into.search(self.text, figure.left.start, figure.left.end)
        if found is None:
            return None
        stem, span = self._stem(Span(figure.left.start, found.start()))
        return Subject(stem, stem, span, "level") if stem else None

    def _changed(self, figure: Figure) -> Subject | None:
        found = self.words.change.search(self.text, figure.left.start, figure.left.end)
        if found is None:
            return None
        head = Span(figure.left.start, found.start())
        compared = _COMPARED.search(self.text, head.start, head.end) or None
        base = None
        for base in self.words.base_word.finditer(self.text, head.start, head.end):
            break
        cut = min([m.start() for m in (base, compared) if m is not None], default=head.end)
        stem, span = self._stem(Span(head.start, cut))
        if not stem:
            return None
        said = "同比" if base is not None and self.words.base[base.group()] == "year_before" else ""
        return Subject(stem + said + found.group("change"), stem, span, "change")

    def _share(self, figure: Figure) -> Subject | None:
        left = self.text[figure.left.slice]
        if (found := _SHARE.match(left)) is not None:
            stem, span = self._stem(Span(figure.left.start, figure.left.start + found.end("head")))
            of = self._string(Span(figure.left.start + found.start("of"), figure.left.start + found.end("of")))
            if not of and (right := self._right(figure)) is not None:
                of = self._string(right)
            return Subject(f"{stem}占{of}" if of else f"{stem}占比", stem, span, "share")
        if (found := _GOAL.match(left)) is not None:
            stem, span = self._stem(Span(figure.left.start, figure.left.start + found.end("head")))
            return Subject(f"{stem}完成{found.group('goal')}", stem, span, "goal") if stem else None
        return None

    def _became(self, figure: Figure) -> Subject | None:
        """等5家单位荣获领航企业: what they became is what is counted."""
        left, right = self.text[figure.left.slice], self.text[figure.right.slice]
        many = left.endswith("等") or not left.strip()
        found = self.words.become.search(right[:16]) if many or figure.quantity.amount.unit in ("人", "名", "位") else None
        if found is None:
            if left.endswith("等") and (quoted := re.search(r"“[^”]+”(?=称号)", right)) is not None:
                return self._subject(Span(*quoted.span()).shift(figure.right.start), "title")
            return None
        rest = right[found.end() :]
        if len(rest) < 2:
            return None
        start = figure.right.start + found.end()
        phrase = Span(start, figure.right.end)
        if (quoted := re.search(r"“[^”]+”", rest)) is not None:
            phrase = Span(*quoted.span()).shift(start)
        return self._subject(phrase, "became")

    def _counted(self, figure: Figure, relative: bool) -> Subject | None:
        if relative:
            return None
        right = self._right(figure)
        return None if right is None else self._subject(right, "noun-behind")

    def _attending(self, figure: Figure) -> Subject | None:
        """320人参加会议, 实到57人: people by what they did."""
        right = self.text[figure.right.slice]
        if figure.quantity.amount.unit in ("人", "名", "位", "人次") and (done := self.words.attend.match(right)) is not None:
            verb = right[: done.end()]
            rest = right[done.end() :]
            if 0 < len(rest) <= 4:
                verb += rest
            left = self._left(figure)
            noun = self._string(left) if left is not None else ""
            noun = noun if 0 < len(noun) <= 6 and not noun.endswith("代表") else "人员"
            text = verb.strip("了") + noun
            return Subject(text, noun, Span(figure.right.start, figure.right.start + len(verb)), "attending")
        left = figure.left
        stripped = self._stripped(left)
        verb = self.text[stripped.slice]
        if self.words.attend_only.fullmatch(verb) and self.last is not None and figure.quantity.amount.unit in ("人", "名", "位", "家"):
            return Subject(verb + self.last.stem, self.last.stem, stripped, "attending")
        return None

    def _before(self, figure: Figure) -> Subject | None:
        left = self._left(figure)
        if left is None:
            return None
        text = self._string(left)
        if not text:
            return None
        if self.words.attribute.fullmatch(text) or (text.endswith("率") and len(text) <= 3):
            stem = self._previous_phrase(figure)
            return Subject(stem + text, stem or text, left, "attribute")
        stem = re.sub("^(?:应到|应出席)", "", text) or text
        return Subject(text, stem, left, "noun-before")

    def _previous_phrase(self, figure: Figure) -> str:
        if self.last is not None and figure.index:
            return self.last.stem
        outside = self._outside(figure) if figure.left.start > figure.sentence.start else None
        if outside is not None:
            return self._string(outside)[-10:]
        return self.last.stem if self.last is not None else ""

    def _carried(self, figure: Figure) -> Subject | None:
        if self.last is None:
            outside = self._outside(figure) if figure.left.start > figure.sentence.start else None
            return self._subject(outside, "clause-before") if outside is not None else None
        return Subject(self.last.stem, self.last.stem, self.last.span, "carried")

    # ── lists ──

    def _respectively(self, figure: Figure, figures: list[Figure], named: list[Subject | None]) -> list[Subject | None]:
        """The subjects of figures that 分别 hands out in order, empty if this is none of them."""
        left = self.text[figure.left.slice]
        if "分别" not in left:
            return []
        group = [figure]
        for other in figures[figure.index + 1 :]:
            if self.text[other.left.slice].strip() in _LINKS and (other.opening in ("", "、")):
                group.append(other)
            else:
                break
        if len(group) < 2:
            return []
        at = left.index("分别")
        head = left[:at]
        tail = left[at + 2 :]
        change = self.words.change.search(tail)
        clause = figure.left.start + at
        while clause > figure.sentence.start and self.text[clause - 1] not in "，。；：,;:\n":
            clause -= 1
        phrase = self._stripped(Span(clause, figure.left.start + at))
        base = self.words.base_word.search(self.text, phrase.start, phrase.end)
        said = "同比" if base is not None else ""
        if base is not None:
            phrase = Span(phrase.start, base.start())
        items = [i for i in _AND.split(self._string(phrase)) if i]
        suffix = said + change.group("change") if change else ""
        goal = _GOAL.match(tail)
        if goal and not change:
            suffix = goal.group("goal")
        into = self.words.into.search(tail)
        if into is not None:
            suffix = ""
        if len(items) == len(group):
            shared_tail = items[-1][len(items[0]) :] if len(items[0]) <= 2 < len(items[-1]) else ""
            stems = [i if len(i) > 2 else i + shared_tail for i in items]
        else:
            stems = [s.stem for s in named if s is not None and s.rule != "change"][-len(group) :]
        if len(stems) != len(group):
            return []
        return [Subject(stem + suffix, stem, None, "respectively") for stem in stems]
