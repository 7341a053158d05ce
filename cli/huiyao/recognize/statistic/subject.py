"""What a figure counts: a matter voted on, what so many became, the noun before it or behind it, or the last one."""

from __future__ import annotations

from collections.abc import Mapping

from huiyao import patterns
from huiyao.recognize.statistic import vote
from huiyao.recognize.statistic.behind import CONTEXT, PREDICATE, THIS, Behind
from huiyao.recognize.statistic.figure import Clauses, Figure
from huiyao.recognize.statistic.phrase import RESULT, Phrases
from huiyao.recognize.statistic.relative import Relations, Subject, plain
from huiyao.recognize.statistic.respective import Respective
from huiyao.recognize.statistic.unit import PEOPLE
from huiyao.recognize.statistic.words import Words
from huiyao.text import Span

_CLAUSE_END = patterns.compile("[，。；：]")
_NUMBERED = patterns.compile(r"^[㈠-㈩\W]+")
_QUOTED = patterns.compile(r"“(?P<name>[^”]+)”")
_LEVEL = patterns.compile(
    "^(?:(?:国家|国际|世界|[省部市县区校院厅局镇乡村]{1,2})级(?:以上)?|[国境][内外]|市内外|线[上下]|民营|国有)"
)
_LABEL = patterns.compile(r"(?<![^。；\n])(?P<label>[^，。；：、\n]{2,8})[：:]")
_LISTED = 3
_CALLED = patterns.compile("应到(?:会(?!员)|场)?|应出席|应参加")
_PRESENT = patterns.compile(
    "(?:实到|实际到会|实际出席|亲自出席|委托出席|出席|请假|缺席|列席|委托|参训|参赛|参展|报到|结训|到会|参会)$"
)
_HELD = ("召开", "举行", "召集")
_ROLL = patterns.compile(f"{_CALLED.pattern}|{_PRESENT.pattern[:-1]}")
_SPENT_ON = patterns.compile(
    "(?:成立|设立|建立|建设|兴建|用于|投入|用作|拨给|作为|充作|购买|购置|资助|奖励|支持|改造|修建)(?P<what>[^，。；]{2,20})"
)
# what is measured of crops, trades and houses in turn, and what is too wide to be measured so
_MEASURE = patterns.compile(
    "(?:(?:播种|种植|栽培|养殖|造林|采摘)面积|总?产量|单产|总?产值|增加值|销售收入|销售额|销量|出口额|进口额|利润|税收|存栏|出栏)$"
)
_WHOLE_PLACE = patterns.compile("全[市县省区国州镇村乡]|地区|实现")
_AMONG = patterns.compile("等?在内的?[共计]*$")
_COMPOSED = patterns.compile("(?:共同)?组成(?:的(?P<what>[^，。；、]{2,16}))?")
_INCLUDED = patterns.compile("，?(?:其中)?(?:包括|包含)")
_CROWD = patterns.compile(r"代表$|等|在内$")


class Subjects:
    """The subjects of a report's figures, one sentence after the other."""

    def __init__(self, clauses: Clauses, words: Words, kinds: Mapping[str, str]) -> None:
        self.clauses = clauses
        self.text = clauses.text
        self.source = clauses.passages.text
        self.words = words
        self.phrases = Phrases(clauses, words)
        self.relations = Relations(self.phrases, words)
        self.respective = Respective(self.phrases, words)
        self.behind = Behind(self.phrases, words, kinds)
        self.last: Subject | None = None
        self.block = -1
        self.voting = False
        self.roll = ""

    def of(self, figures: list[Figure]) -> list[Subject | None]:
        """The subject of each figure of a sentence, None where none can be told."""
        if figures[0].block != self.block:
            self.last, self.block = None, figures[0].block
        self.voting = False
        named: list[Subject | None] = []
        handed_out: list[Subject] = []
        outside: Subject | None = None
        for figure in figures:
            handed_out = handed_out or self.respective.read(figure, figures, named)
            aside = self._in_brackets(figure)
            if not aside:
                # what stood in brackets is over
                self.last, outside = outside or self.last, None
            elif outside is None:
                outside = self.last
            subject = handed_out.pop(0) if handed_out else self._one(figure)
            subject = subject if subject is not None and subject.text else None
            named.append(subject)
            self.last = subject or self.last
        return named

    def _in_brackets(self, figure: Figure) -> bool:
        """Whether a figure stands between brackets in its sentence."""
        before = self.source[figure.sentence.start : figure.quantity.span.start]
        return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))

    def _one(self, figure: Figure) -> Subject | None:
        return (
            self._vote(figure)
            or self.relations.read(figure, self.last)
            or self._composed(figure)
            or self._became(figure)
            or (self._party(figure) if figure.quantity.amount.unit in PEOPLE else None)
            or self.behind.read(figure)
            or self._attending(figure)
            or (self._doing(figure) if self.phrases.left(figure) is None else None)
            or self._before(figure)
            or self._carried(figure)
        )

    def _vote(self, figure: Figure) -> Subject | None:
        topic = self.last.topic if self.last is not None and self.voting else ""
        counted = vote.subject(self.clauses, self.words, figure, topic)
        if counted is None:
            return None
        matter, cast = counted
        self.voting = True
        return Subject(matter + cast, matter + cast, matter, figure.left, "vote")

    def _composed(self, figure: Figure) -> Subject | None:
        """由45人组成的理事会, 理事会由45人组成: parts by the whole that they make up."""
        found = _COMPOSED.match(self.text, figure.right.start, figure.sentence.end)
        if found is None or not self.text[figure.left.slice].endswith("由"):
            return None
        made = (
            Span(*found.span("what"))
            if found["what"]
            else self.phrases.before(Span(figure.left.start, figure.left.end - 1))
        )
        whole = self.phrases.string(made) if made is not None else ""
        text = whole + ("组成人员" if figure.quantity.amount.unit in PEOPLE else "组成")
        return Subject(text, whole, whole, made, "composed") if whole else None

    def _became(self, figure: Figure) -> Subject | None:
        """等5家单位荣获领航企业: what they became is what is counted."""
        left, right = self.text[figure.left.slice], self.source[figure.right.start : figure.sentence.end]
        right = _CLAUSE_END.split(right, maxsplit=1)[0]
        many = left.endswith("等") or not left.strip()
        if not many and figure.quantity.amount.unit not in PEOPLE:
            return None
        start = figure.right.start
        found = self.words.become.search(right[:16])
        quoted = _QUOTED.search(right, found.end() if found else 0)
        if quoted is not None and (found is not None or right[quoted.end() :].startswith("称号")):
            return plain(self.phrases, Span(*quoted.span("name")).shift(start), "became")
        if found is None or len(right) - found.end() < 2:
            return None
        # the year in a title belongs to it
        title = right[found.end() :].strip(" \u00a0\u3000“”")
        return Subject(title, title, title, Span(start + found.end(), start + len(right)), "became")

    def _doing(self, figure: Figure) -> Subject | None:
        """386人取得证书: people by what is said of them, with their name from the figure before."""
        if figure.quantity.amount.unit not in PEOPLE:
            return None
        said = self.phrases.string(figure.right)
        if not 2 <= len(said) <= PREDICATE or not (self.words.act.match(said) or RESULT.match(said)):
            return None
        noun = self.phrases.noun(self.last.topic) if self.last is not None and figure.index else ""
        noun = noun if len(noun) <= 4 and self.words.persons.match(noun) else ""
        return Subject(said + noun, noun or said, noun or said, figure.right, "doing")

    def _party(self, figure: Figure) -> Subject | None:
        """会长林志远一行三人到访: a party by what it came for."""
        said = self.phrases.string(figure.right)
        if not self.text[figure.left.slice].rstrip().endswith("一行") or not 1 < len(said) <= PREDICATE:
            return None
        return Subject(said + "人员", "人员", "人员", figure.right, "attending")

    def _attending(self, figure: Figure) -> Subject | None:
        """320人参加会议, 实到57人: people by what they did."""
        if figure.quantity.amount.unit not in PEOPLE | {"家"}:
            return None
        right = self.text[figure.right.slice]
        left = self.text[figure.left.slice].strip(" 其中共已")
        if right.startswith(_HELD):
            return Subject("参加会议人员", "人员", "人员", figure.right, "attending")
        if (done := self.words.attend.match(right)) is not None:
            did = THIS.sub("", right.replace("了", ""))
            verb = right if len(did) <= done.end() + 5 else done.group()
            phrase = self.phrases.left(figure)
            noun = self.phrases.string(phrase) if phrase is not None else ""
            if not noun or len(noun) > 6 or _CROWD.search(noun):
                noun = "人员"
            span = Span(figure.right.start, figure.right.start + len(verb))
            return Subject(THIS.sub("", verb.replace("了", "")) + noun, noun, noun, span, "attending")
        if (called := _CALLED.search(left)) is not None and called.end() < len(left):
            self.roll = left[called.end() :]
        if (present := _PRESENT.search(left)) is not None and (self.roll or self.last is not None):
            if self.last is not None and figure.index and not _ROLL.match(self.last.text):
                # 应到会员120人 is of the meeting, 在任董事9人 of what follows it
                self.roll = self.phrases.noun(self.last.stem)
            noun = self.roll or self.phrases.noun(self.last.stem if self.last else "")
            return Subject(present.group() + noun, noun, noun, figure.left, "attending")
        return None

    def _before(self, figure: Figure) -> Subject | None:
        if (among := self._among(figure)) is not None:
            return among
        left = self.phrases.left(figure)
        if left is None:
            return self._labelled(figure)
        text = self.phrases.string(left)
        if text.endswith("等"):
            return self._labelled(figure)
        if (called := _CALLED.search(text)) is not None and called.end() < len(text):
            text = text[called.start() :]
        if self.words.attribute.fullmatch(text) and (figure.index or text not in self.words.standing):
            topic = self._topic(figure)
            return Subject(topic + text, topic + text, topic, left, "attribute")
        if figure.index and self.last is not None and _LEVEL.fullmatch(text):
            # 茶室86个，其中省级12个
            noun = _LEVEL.sub("", self.phrases.noun(self.last.topic))
            return Subject(text + noun, noun, noun, left, "listed")
        if (of := self._measured(figure, text)) is not None:
            return Subject(of + text, of + text, of, left, "attribute")
        if self.words.acts.fullmatch(text):
            return self._bare_act(figure, text, left)
        if figure.opening == "、" and len(text) <= _LISTED and self.last is not None and figure.index:
            # 新改建公路146公里、危桥11座: the verb is said once
            verb = self.words.act.match(self.last.text)
            if verb is not None and _LISTED >= verb.end() < len(self.last.text) and self.words.act.match(text) is None:
                return Subject(verb.group() + text, text, text, left, "listed")
        return Subject(text, text, text, left, "noun-before") if text else None

    def _measured(self, figure: Figure, text: str) -> str | None:
        """Of what a bare 产量 is that follows 绿茶种植面积: of the same crop, trade or house."""
        if self.last is None or figure.opening not in ("，", ",") or not _MEASURE.fullmatch(text):
            return None
        measured = _MEASURE.search(self.last.stem)
        of = self.last.stem[: measured.start()] if measured is not None else ""
        return of if len(of) > 1 and _WHOLE_PLACE.fullmatch(of) is None else None

    def _bare_act(self, figure: Figure, text: str, left: Span) -> Subject | None:
        """办结39件 after 征集提案87件; （编列…元） after what was budgeted."""
        if figure.opening and figure.opening in "（(" and (outside := self.phrases.outside(figure)) is not None:
            return plain(self.phrases, outside, "bracket")
        if (spent := _SPENT_ON.match(self.source, figure.right.start, figure.right.end)) is not None:
            return plain(self.phrases, Span(*spent.span("what")), "spent-on")
        noun = self.phrases.noun(self.last.topic) if self.last is not None and figure.index else ""
        return Subject(text + noun if len(noun) <= CONTEXT else text, noun or text, noun, left, "act")

    def _labelled(self, figure: Figure) -> Subject | None:
        """理事：甲、乙、丙等21人."""
        if not self.text[figure.left.slice].rstrip().endswith("等"):
            return None
        labels = [*_LABEL.finditer(self.text, figure.sentence.start, figure.left.start)]
        return plain(self.phrases, Span(*labels[-1].span("label")), "label") if labels else None

    def _among(self, figure: Figure) -> Subject | None:
        """表扬优秀校友，包括甲、乙等在内20人: the whole that those named are of."""
        if _AMONG.search(self.text, figure.left.start, figure.left.end) is None:
            return None
        opened = [*_INCLUDED.finditer(self.text, figure.sentence.start, figure.left.end)]
        if not opened:
            return None
        end = opened[-1].start()
        start = 1 + max(self.text.rfind(sign, figure.sentence.start, end) for sign in "，。；：")
        whole = self.phrases.before(Span(max(start, figure.sentence.start), end))
        return plain(self.phrases, whole, "among") if whole is not None else None

    def _topic(self, figure: Figure) -> str:
        """What a bare attribute is of: the figure before in the sentence, else the clause before."""
        if self.last is not None and figure.index:
            return self.last.topic
        outside = self.phrases.outside(figure) if figure.left.start > figure.sentence.start else None
        if outside is not None:
            return self.phrases.string(outside)[-10:]
        if self.last is not None:
            return self.last.topic
        # 机耕道硬化工程。全长1.8公里: the sentence before names it
        earlier = self.text[figure.since : figure.sentence.start].rstrip("。；：，")
        earlier = _CLAUSE_END.split(earlier)[-1]
        return _NUMBERED.sub("", earlier)[-10:]

    def _carried(self, figure: Figure) -> Subject | None:
        if (figure.quantity.amount.unit or "").endswith("元") and (
            spent := _SPENT_ON.match(self.source, figure.right.start, figure.right.end)
        ) is not None:
            return plain(self.phrases, Span(*spent.span("what")), "spent-on")
        if self.last is not None and figure.index:
            topic = self.last.topic or self.last.text
            text = self.phrases.noun(topic) if self.text[figure.left.slice].strip() else topic
            return Subject(text, text, text, self.last.span, "carried")
        outside = self.phrases.outside(figure) if figure.left.start > figure.sentence.start else None
        if outside is not None:
            return plain(self.phrases, outside, "clause-before")
        return (
            Subject(self.last.topic, self.last.topic, self.last.topic, self.last.span, "carried") if self.last else None
        )
