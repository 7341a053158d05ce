"""Noun phrases before and behind a figure, cut free of the words that only lead to them."""

from __future__ import annotations

import re

from huiyao import patterns
from huiyao.recognize.statistic.figure import ASIDE, DATE, TITLE, Clauses, Figure
from huiyao.recognize.statistic.words import Words
from huiyao.text import Span

_EMPTY = patterns.compile(
    f"^(?:[由从为对向把被使让令以在于及和与至到中内上等各且的、共了{ASIDE}{DATE} \u00a0\u3000]|以及|其中)*$"
)
_ETC = patterns.compile(r".*(?<![高同平初中上对均一二三四特优甲乙])等(?![级额候待于离])")
_MODAL = patterns.compile(
    r"打算|力争|争取|计划|预料|预计|目标|预留|预估|估计|预测|将(?![军来])|拟(?!定)|则?要(?![素闻求])|还(?!款)|再(?=培训|新|增|建|办)"
)
RESULT = patterns.compile(r"选举产生了?|录得|获得|夺得|斩获|取得|拿回|捧回|捧得|赢得")
# 学院现有教职工: what stands before is whose they are
_HAVE = patterns.compile("现共?有|共有|拥有|设有|(?<=[县市区省镇乡村])有(?![限关色机效望害])")
_UNTIL = patterns.compile(
    r"在?(?:年底|月底|年内|[一二两三四五六七八九十]年[内间]?|期内)[之以]?前?(?:为|内)?$|在?[一二两三四五六七八九十]年[内间]"
)
_FURTHER = patterns.compile("以及|[及暨](?=全体|各)")
# 走访协会12家: what opens a clause may also be what is counted
_BODIES = "会司团心盟院校"
_PAST = patterns.compile("(?<=..)了(?!解)")
_LIGHT = patterns.compile("(?<=..)(?:实现|完成)(?=..)")
_PREPOSITION = patterns.compile(r"[为向对由把被给从][^为]")
_TRIP = patterns.compile("赴[^，。；的]{1,6}(?:活动|交流|考察|培训|调研|学习|参展)")
# 2月中轻造纸指数: the name of a trade or a country begins behind the date
_DATED = patterns.compile(f"{DATE}(?:[底末初间]|中(?![国华小央共东西南北心轻医药学欧日俄])|以来|期间|共|的)*")
_JOINTS = frozenset({"及", "和", "与", "以及", "同"})
_TASK = patterns.compile("的[^的]{2,6}(?:工作|任务)$")
_CLOSING = "，。；：（）！？,;:()\n"
_PEOPLE, _BODY_UNITS = frozenset({"人", "名", "位"}), frozenset({"家", "所", "个"})
# beyond this many characters a stretch is more than a noun phrase
_LIMIT = 12
# 迈上30万元的新台阶, 突破30万元后: no noun that so many are of; 理事七人中有人请假: of those told before
_NO_NOUN = patterns.compile(
    "新?的?(?:台阶|大关|关口|门槛|新高|高位|高点|高度|量级|水平)(?:[上了后]|$)|[之以]?后$|[之当]?[中里](?:[有均都仅只]|$)"
)
# 捐款从2016年突破30万元
_SINCE_DATE = patterns.compile(f"[从自由]{DATE}+$")
_TRANSITIVE = patterns.compile(
    "参加|召开|出席|获得|荣获|当选|列席|参与|得到|户均|人均|[作做](?=[了出为交经专]|主题|报告|发言)|被|于|占|是|将|由|携|在|均|已|向|为(?!民)|共[与同有]|经(?!理(?!事)|[济费营验纪])|中(?=[列排居])|获(?!奖)"
)


class Phrases:
    """Cuts phrases out of a report's sealed text."""

    def __init__(self, clauses: Clauses, words: Words) -> None:
        self.text = clauses.text
        self.source = clauses.passages.text
        self.words = words

    def string(self, span: Span) -> str:
        """The words of a span without asides, dates and what opens or closes them idly."""
        kept = [
            c
            for c, sealed in zip(self.source[span.slice], self.text[span.slice], strict=True)
            if sealed not in (ASIDE, DATE)
        ]
        words = "".join(kept).strip(" \u00a0\u3000的之、了\"'").lstrip("”").rstrip("“与和及")
        if words.startswith("“") and words.find("”") in (-1, len(words) - 1):
            words = words.strip("“”")
        elif words.endswith("”") and "“" not in words:
            words = words.rstrip("”")
        return _LIGHT.sub("", words).removeprefix("和").removeprefix("与").removeprefix("及")

    def before(self, span: Span) -> Span | None:
        """The noun phrase at the end of a stretch before a figure, None if it holds only function words."""
        span = self._stripped(span)
        for pattern in (_DATED, _MODAL, RESULT, _PAST, _HAVE):
            span = self._behind_last(pattern, span)
        span = self._stripped(span)
        if _UNTIL.fullmatch(self.text[span.slice]):
            return None
        span = self._behind_last(_UNTIL, span)
        text = self.text[span.slice]
        if (etc := _ETC.match(text)) is not None and etc.end() < len(text):
            span = Span(span.start + etc.end(), span.end)
        if len(span) > _LIMIT:
            span = self._behind_last(_FURTHER, span)
        span = self._from_verb(span, always=bool(_PREPOSITION.match(self.text[span.slice])))
        span = self._behind_of(self._without_title(span))
        text = self.text[span.slice]
        if _EMPTY.match(text) or not text.strip(ASIDE + " “”的"):
            return None
        return span

    def _stripped(self, span: Span) -> Span:
        """A stretch without the words that lead to the figure and those that open the clause."""
        start, end = span.start, span.end
        while (found := self.words.reach.search(self.text, max(start, end - 8), end)) is not None:
            end = found.start()
        while start < end and self.text[start] in ASIDE:
            start += 1
        while (found := self.words.lead.match(self.text, start, end)) is not None:
            if found.end() == end and found.group()[-1] in _BODIES:
                break
            start = found.end()
        if (since := _SINCE_DATE.search(self.text, start, end)) is not None:
            end = since.start()
        return Span(start, max(start, end))

    def _behind_last(self, pattern: re.Pattern[str], span: Span) -> Span:
        """What follows the last match of a pattern; what stands before it where nothing but a time follows."""
        start, end = span.start, span.end
        for found in pattern.finditer(self.text, span.start, span.end):
            rest = self.text[found.end() : span.end]
            if not _EMPTY.match(rest) and not _UNTIL.fullmatch(rest):
                start = found.end()
            elif pattern is _MODAL:
                end = max(start, found.start())
        return Span(start, max(start, end))

    def _from_verb(self, span: Span, *, always: bool = False) -> Span:
        """The part of a long stretch that begins at its last verb with a noun behind it."""
        if len(span) <= _LIMIT // 2 and not always:
            return span
        start = span.start
        for act in self.words.act_verb.finditer(self.text, span.start, span.end):
            if act.end() + 2 <= span.end or always:
                start = act.start()
        if start > span.start and self.text[start - 1] in "新净":
            start -= 1
        return Span(start, span.end)

    def _without_title(self, span: Span) -> Span:
        """会刊《…》全年出版 is 会刊: a name that is shown behind its noun, and the verb after it."""
        text = self.text[span.slice]
        at = text.find(TITLE)
        if (
            at >= 2
            and text[at - 1] not in "内中里的上"
            and self.words.act.fullmatch(text[:at].rstrip("“《「")) is None
            and len(text) - len(text.rstrip(TITLE)) < len(text)
            and text.rfind(TITLE) > len(text) - 6
        ):
            return Span(span.start, span.start + at)
        return span

    def _behind_of(self, span: Span) -> Span:
        """The head of a long phrase: what follows its last 的."""
        text = self.text[span.slice]
        at = text.rfind("的")
        shortest = 2 if len(text) > _LIMIT + 2 and text[at - 1] != "中" else 3
        if 0 < at < len(text) - shortest and len(text) > _LIMIT - 2:
            return Span(span.start + at + 1, span.end)
        return span

    def left(self, figure: Figure) -> Span | None:
        """The noun phrase before a figure, also across the bracket or colon at which its clause opens."""
        span = figure.left
        if figure.index and not figure.opening:
            span = self._from_verb(span, always=True)
        phrase = self.before(span)
        if (
            phrase is None
            and figure.opening
            and figure.opening in "（(：:"
            and _EMPTY.match(self.text[figure.left.slice])
        ):
            phrase = self.outside(figure)
        return phrase

    def outside(self, figure: Figure) -> Span | None:
        """The phrase before the sign at which a figure's clause opens."""
        end = figure.left.start - 1
        start = end
        while start > figure.sentence.start and self.text[start - 1] not in _CLOSING:
            start -= 1
        return self.before(Span(start, end)) if start < end else None

    def right(self, figure: Figure) -> Span | None:
        """The noun phrase behind a figure, as in 五家企业; None where a verb or nothing follows."""
        start, end = figure.right.start, figure.right.end
        while start < end and self.text[start] in "的之 \u00a0\u3000":
            start += 1
        text = self.text[start:end]
        if not text or text[0] in ASIDE + "/”" or RESULT.match(text) or _NO_NOUN.match(text):
            return None
        if _TRIP.fullmatch(text):
            return Span(start, end)
        if 1 < (at := text.find(TITLE)) <= _LIMIT // 2 and at < len(text.rstrip(TITLE)) and "的" not in text[:at]:
            # 11家商会“茶农之家”授牌: a name and what follows it
            return Span(start, start + self.noun_length(text[:at].rstrip("“《「"), joined=False))
        unit = figure.quantity.amount.unit or ""
        verb = self.words.follow.match(text) or (self.words.act.match(text) if unit.endswith("元") else None)
        if verb is not None and verb.end() == len(text) and verb.re is self.words.act:
            verb = None
        if verb is not None and verb.group() in _JOINTS:
            return None
        if verb is not None and not (self.words.head.match(text, verb.end()) and not _TRANSITIVE.match(text)):
            return None
        if (done := self.words.attend.match(text)) is not None and not self._attributive(text, done):
            return None
        # 7个大赛参赛选手逾8000人: the second noun is counted by the next figure
        joined = end < figure.sentence.end and self.text[end] not in _CLOSING + "、"
        end = start + self.noun_length(text, joined=joined)
        if (counted := self._counted(unit, text[: end - start])) is not None:
            return self._head(Span(start, start + counted))
        phrase = self._head(Span(start, end))
        return phrase if self.string(phrase) else None

    def _counted(self, unit: str, text: str) -> int | None:
        """How far what a unit of people or bodies counts goes, where more than its noun follows: 6位讲师做了示范."""
        words = self.words.persons if unit in _PEOPLE else self.words.bodies if unit in _BODY_UNITS else None
        words = words or (self.words.unmeasured if not unit else None)
        found = words.match(text) if words is not None else None
        return found.end() if found is not None and found.end() < len(text) else None

    def _head(self, span: Span) -> Span:
        """A long phrase behind a figure cut down: to what follows 来自…的, to what comes before 和."""
        text = self.text[span.slice]
        at = text.rfind("的")
        if at > 1 and _TASK.search(text, at):
            # 完成6个展厅的布展工作 counts 展厅
            return Span(span.start, span.start + at)
        if 0 < at < len(text) - 2 and (len(text) > _LIMIT - 4 or text.startswith("来自")):
            span = Span(span.start + at + 1, span.end)
            text = self.text[span.slice]
        if len(text) > _LIMIT + 2 and (joint := patterns.compile("[和与及]").search(text[2:])) is not None:
            span = Span(span.start, span.start + 2 + joint.start())
        return Span(span.start, span.end - 1) if len(text) > 2 and text[-1] in "们中里" else span

    def _attributive(self, text: str, verb: re.Match[str]) -> bool:
        """参赛选手 is a noun, 参加会议 a predicate."""
        return not _TRANSITIVE.match(verb.group()) and self.words.head.match(text, verb.end()) is not None

    def noun_length(self, text: str, *, joined: bool) -> int:
        """How far the noun at the beginning of a text goes: up to the verb, which may only describe another noun."""
        if (
            text[:2] in self.words.general
            and (verb := self.words.act.match(text, 2))
            and not self.words.head.match(text, verb.end())
        ):
            return 2
        for at in range(2, len(text)):
            if _TRANSITIVE.match(text, at) is not None:
                return at
            for words in (self.words.follow, self.words.attend, self.words.act_verb):
                verb = words.match(text, at)
                if verb is not None and len(verb.group()) > 1 and (joined or not self._attributive(text, verb)):
                    return at
        return len(text)

    def tail(self, text: str) -> str:
        """The last noun of a long object: 展览会的剪彩仪式和开幕式 is 剪彩仪式."""
        if len(text) <= _LIMIT // 2:
            return text
        return patterns.compile("[和与及暨]").split(text[text.rfind("的") + 1 :])[0]

    def noun(self, text: str) -> str:
        """A subject without the verb at its beginning: 受理投诉 counts 投诉."""
        while (verb := self.words.act.match(text)) is not None and len(text) - verb.end() >= 2:
            text = text[verb.end() :]
        return text
