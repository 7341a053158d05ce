"""When a figure holds: a day, month or year that the text says, or the one that its section or event has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.statistic.figure import DATE, TITLE, Clauses, Figure
from huiyao.recognize.statistic.relative import Subject
from huiyao.recognize.statistic.retrospect import PAST_YEAR, Retrospect
from huiyao.recognize.statistic.timeline import Timeline, common
from huiyao.recognize.statistic.unit import EXTENTS
from huiyao.records import DateMention, Imprint, Status
from huiyao.text import Span

_BEFORE = patterns.compile(r"之?前|以前")
_NOW = patterns.compile(r"目前|现有|今有|现在|现已|至今|截至目前|截止目前|如今")
_YEARLY = patterns.compile(r"全年|年末|年底|(?<![一二两三四五六七八九十0-9])年内|年终|当年")
_LASTING = patterns.compile(
    r"(?<!一)年[来间]|累计|历年(?!之?最)|历届(?!之?最)|多年|[一二两三四五六七八九十]年(?=收入|支出|共)|迄今|过去一届|任内"
    r"|(?:成立|创[立办建会]|建[会校院馆]|组建|开[业馆播]|运营|投[产用]|启[动用]|实施)[^，。；]{0,6}?(?:以来|至今)"
)
# summed up over a time that is said
_SUMMED = patterns.compile(r"(?:期间|全年|今年|去年|上半年|下半年|年内|当年|年度)[^。；]{0,12}累计")
_SINCE_WHEN = patterns.compile(
    f"[从自由](?P<date>{DATE}+)(?:首次|首度|就|便)?(?:突破|达到?|超过|跨上|迈上|迈入|登上|的)?了?$"
)
_RATE = patterns.compile(r"每年|年均增|每月")
# 3月15日，会议通报，过去一年…: told on that day, done before
_OTHER_TIME = patterns.compile(rf"{PAST_YEAR.pattern}|[二两三四五六七八九十几多近]年来")
_DEICTIC = patterns.compile(r"[本此这][次届]|(?<![^，。；、：\n])会上|该活动|活动现场|与会")
_CLAUSE_END = patterns.compile("[，。；]")
_TAKE_PART = patterns.compile("参加|出席|参与|到场|到会|与会")
_SENT = patterns.compile("(?:组织|带领|率|选派)$")
# what is so before an event and after it
_STANDING = patterns.compile("年产|产量|产值|面积|人口|资产|资本|占地|里程|储量|产能|能力|营业额|年销售|现有")
_GATHERING = patterns.compile("论坛|会议|活动|参会|展")
_DECIDED = patterns.compile("增补|选举|推选|聘任|表决|通过|接纳")
_CLAUSE_HEAD = patterns.compile(f"(?:^|[，。；：,;:])[^，。；：,;:《》“”{TITLE}连比较和与]{{0,6}}$")
_OF = patterns.compile("[^，。；、]{0,7}的|度|[^，。；]{0,2}[届次]")
_OF_FIGURE = patterns.compile("的[约近超逾]?[0-9一二两三四五六七八九十百]")
_TOLD_OF = patterns.compile(r"(?:总结|回顾|通报|介绍|安排|部署|谋划|汇报|听取|审议)了?[^，。；、：\n]{0,4}$")
_DONE_THERE = patterns.compile(
    "表彰|选举|当选|增补|补选|聘任|授[予牌]|颁[发奖]|签约|签订|揭牌|到会|参加会议|出席会议|表决"
)
_SHORT = 8
_SINCE = patterns.compile("以来")
# 今年以来 that no year makes plain holds on, and is not the day of the event
_SOME_YEAR = patterns.compile("今年|去年|本年度")
_AHEAD = patterns.compile(r"未来|今后|下一?步|[一二两三四五]年内|下一?阶段|长远")
_OPENS = patterns.compile(
    r"(?:(?:[㈠-㈩，。；：（）(),;:.“\n]|[0-9]、)[ \u00a0]?|截[至止]|[在于自]|(?<![长展加高升降])到"
    r"|预计|其中|报告|表示|计划|力争|目标|指出|说|^)$"
)
_HELD = patterns.compile(r"(?:[上下]午|晚上?)?[，,]?(?:[于在假]|召开|举行|举办|召集)")
_BREAK = patterns.compile(r"[，；。：,;:]")
_SEMICOLON = patterns.compile("[；;]")


class Periods:
    """Reads which of a report's dates a figure stands for."""

    def __init__(
        self,
        clauses: Clauses,
        timeline: Timeline,
        dates: Sequence[DateMention],
        imprint: Imprint,
        kinds: Mapping[str, str],
        lexicon: Lexicon,
    ) -> None:
        self.text = clauses.text
        self.source = clauses.passages.text
        self.blocks = clauses.passages.blocks
        self.times = timeline
        self.imprint = imprint
        self.past = Retrospect(clauses, timeline, imprint)
        self.written = dates
        self.starting = {mention.span.start: mention for mention in dates}
        self.kinds = kinds
        self.at_event = patterns.compile(lexicon.alternation("figure_event"))

    def period(self, figure: Figure, subject: Subject, status: Status) -> str | None:
        """The day, month or year that a figure stands for."""
        own = [d for d in self.written if d.span in figure.left] if subject.rule == "level-before" else []
        if own:
            # 由上年的61%提高到84%
            return common(own[-1])
        if (reached := self._reached(figure)) is not None:
            return reached
        said = self.said(figure)
        kind = self.kinds.get(figure.quantity.amount.unit or "")
        if kind == "vote" and self.times.event is not None and (said is None or not said.start.day):
            return self.times.current(figure.block)
        report = self.times.sections[figure.block] or self._report_year()
        if said is not None and _NOW.search(self.text, said.span.end, figure.quantity.span.start):
            return str(report) if report else None
        if said is not None and _SINCE.match(self.source, said.span.end):
            return self._since(said, subject, report)
        if said is not None:
            yearly = _YEARLY.search(self.text, said.span.end, figure.quantity.span.start)
            if yearly or _BEFORE.match(self.source, said.span.end):
                return str(said.start.year) if said.start.year else None
            return common(said)
        sentence = self.text[figure.sentence.start : figure.quantity.span.start]
        section = self.times.sections[figure.block]
        earlier = [
            d
            for d in self.times.within(Span(figure.since, figure.sentence.start))
            if self._opens(d, figure.since) and not self._only_told_of(d, figure)
        ]
        if not earlier and (told := self._told_of(figure, subject, status)) is not None:
            return str(told)
        if subject.rule == "level-before":
            return str(section - 1) if section else None
        if _RATE.search(sentence):
            return None
        if self.past.looked_back(figure):
            return self.past.year(section)
        if status != "actual" and _AHEAD.search(sentence):
            return str(section) if section else None
        now, lasting = _end(_NOW, sentence), _end(_LASTING, sentence)
        if _end(_DEICTIC, sentence) > lasting or _end(_SUMMED, sentence) == lasting:
            # 合作多年，在这次签约会上; 茶节期间累计售茶
            lasting = -1
        if subject.rule == "level" or now > lasting:
            if earlier and earlier[-1].start.month is None:
                return common(earlier[-1])
            return str(report) if report else None
        if lasting < 0 and _SINCE.search(sentence):
            return str(report) if report else None
        if lasting >= 0 and section is None:
            return None
        if _YEARLY.search(sentence):
            inside = [d.start.year for d in self.times.within(Span(figure.sentence.start, figure.quantity.span.start))]
            year = (
                next((y for y in reversed(inside) if y), None)
                or section
                or (earlier[-1].start.year if earlier else report)
            )
            return str(year) if year else None
        held = earlier and (status == "actual" or not earlier[-1].start.day or _GATHERING.search(subject.text))
        if held and self._holds_on(earlier[-1], figure, subject, section):
            return common(earlier[-1])
        if section is not None:
            return self.times.entry(figure.block) or self._deictic(figure) or str(section)
        if self.times.event is not None and _DEICTIC.search(sentence):
            return self.times.current(figure.block)
        if status != "actual":
            return None
        told = self.imprint.kind in ("news", "speech") and self.imprint.published is not None
        aside = told and figure.block != self.times.event_block
        untold = _SOME_YEAR.search(self.source, figure.since, figure.quantity.span.start)
        if untold and not self.times.within(Span(figure.sentence.start, figure.quantity.span.start)):
            return None
        if aside or self._stands(figure, subject):
            return self.times.event if self.at_event.search(self._around(figure, subject)) else None
        return self.times.current(figure.block) or self.times.default()

    def _reached(self, figure: Figure) -> str | None:
        """从2016年突破30万元: the date since which a figure was reached."""
        found = _SINCE_WHEN.search(self.text, figure.left.start, figure.left.end)
        mention = self.starting.get(found.start("date")) if found is not None else None
        return common(mention) if mention is not None else None

    def _since(self, said: DateMention, subject: Subject, report: int | None) -> str | None:
        """2007年以来…从3万亩增加到5万亩: the first level is of that year, the second of the report's."""
        if subject.rule == "level-before" or said.start.year in (None, report):
            return common(said)
        return str(report) if subject.rule == "level" and report else None

    def lasts(self, figure: Figure) -> bool:
        """Whether a figure's own clause sums up several years."""
        return _LASTING.search(self.text, figure.left.start, figure.left.end) is not None

    def _told_of(self, figure: Figure, subject: Subject, status: Status) -> int | None:
        """The year of the bulletin that a figure is taken from, or which a report heard in spring is of."""
        if (
            status != "actual"
            or self.lasts(figure)
            or self.times.sections[figure.block]
            or self.at_event.search(self._around(figure, subject))
        ):
            return None
        return self.past.reported(figure)

    def _deictic(self, figure: Figure) -> str | None:
        """本次活动 in a section, and those who took part, are on the last day that the section named."""
        here = _DEICTIC.search(self.text, figure.sentence.start, figure.quantity.span.start)
        if here is None and not self._takes_part(figure):
            return None
        start = figure.since
        for number in range(figure.block, -1, -1):
            start = self.blocks[number].span.start
            if self.blocks[number].kind == "heading":
                break
        days = [d for d in self.times.within(Span(start, figure.sentence.start)) if d.start.day]
        return common(days[-1]) if days else None

    def _takes_part(self, figure: Figure) -> bool:
        sent = _SENT.search(self.text, figure.left.start, figure.left.end)
        # 甲等18位会长和乙等20位代表参与: what is said of the last is said of all in the clause.
        ends = _CLAUSE_END.search(self.text, figure.right.start, figure.sentence.end)
        end = ends.start() if ends else figure.sentence.end
        return sent is None and _TAKE_PART.search(self.text, figure.right.start, end) is not None

    def _report_year(self) -> int | None:
        if self.times.event is not None and self.times.event[:4].isdigit():
            return int(self.times.event[:4])
        return self.imprint.year

    def _around(self, figure: Figure, subject: Subject) -> str:
        return self.text[figure.left.slice] + subject.text + self.text[figure.right.slice]

    def said(self, figure: Figure) -> DateMention | None:
        """The last date before a figure in its sentence that reaches it.

        A date inside a clause holds to its end unless a colon follows, a day to the next semicolon where the section
        or the sentence also has a year.
        """
        at = figure.quantity.span.start
        mentions = self.times.within(Span(figure.sentence.start, at))
        earlier = self.times.within(Span(figure.since, figure.sentence.start))
        yearly = self.times.sections[figure.block] is not None or any(not d.start.month for d in earlier)
        for i in range(len(mentions) - 1, -1, -1):
            mention, before = mentions[i], mentions[:i]
            opens = self._opens(mention, figure.sentence.start)
            sign = _BREAK.search(self.text, mention.span.end, at)
            if not opens and sign is not None and sign.group() not in "：:":
                continue
            if sign is not None and _OF_FIGURE.match(self.source, mention.span.end):
                # 增加到2017年的2050万株，…: of that figure alone
                continue
            if self._only_told_of(mention, figure):
                continue
            if mention.start.day and _OTHER_TIME.search(self.text, mention.span.end, at):
                continue
            within = yearly or any(not d.start.month for d in before)
            apart = mention.start.month and within and _SEMICOLON.search(self.text, mention.span.end, at)
            if apart and not _DECIDED.search(self.text, figure.left.start, figure.left.end):
                continue
            return mention
        return self._named_year(figure)

    def _only_told_of(self, mention: DateMention, figure: Figure) -> bool:
        """Whether a year is what a meeting spoke of, and a figure what it did: 会议总结2022年工作，表彰茶农9名."""
        if mention.start.day or self.times.event is None or self.times.sections[figure.block] is not None:
            return False
        start = mention.span.start
        told = _TOLD_OF.search(self.text, max(figure.since, start - _SHORT), start)
        return told is not None and _DONE_THERE.search(self.text, figure.left.start, figure.right.end) is not None

    def _opens(self, mention: DateMention, start: int) -> bool:
        """Whether a date stands at the beginning of a clause, or says when something was held."""
        at = mention.span.start
        return bool(
            at == start
            or _OPENS.search(self.text, max(start, at - 8), at)
            or (mention.start.day and _HELD.match(self.source, mention.span.end))
            or (not mention.start.day and self._follows_subject(mention, start))
        )

    def _follows_subject(self, mention: DateMention, start: int) -> bool:
        """公会去年办理职训班 speaks of last year to its end, 去年参选的6人 only of them."""
        begin = max(start, mention.span.start - _SHORT)
        before, behind = self.text[begin : mention.span.start], self.text[mention.span.end : mention.span.end + _SHORT]
        return _CLAUSE_HEAD.search(before) is not None and _OF.match(behind) is None

    def _named_year(self, figure: Figure) -> DateMention | None:
        """A date behind a figure: 两项标准于4月20日发布, or the year in a name, 5家单位荣获2021年度领航企业."""
        for mention in self.times.within(figure.right):
            if self.source[mention.span.slice].endswith("年度") or self.source[mention.span.start - 1] == "于":
                return mention
        return None

    def _stands(self, figure: Figure, subject: Subject) -> bool:
        """Whether a figure is so before an event and after it: 该库建筑面积3.6万平方米, 年产茶叶300吨."""
        measured = self.kinds.get(figure.quantity.amount.unit or "") in EXTENTS
        return measured or _STANDING.search(self.text[figure.left.slice] + subject.text) is not None

    def _holds_on(self, mention: DateMention, figure: Figure, subject: Subject, section: int | None) -> bool:
        """Whether a date of an earlier sentence of the paragraph holds for a figure: a day does for what it brought."""
        if mention.start.month and not mention.start.day and mention.end is None:
            # 3月份，产量增长5%。产值下降2%: a paragraph of one month
            return mention.span.start <= figure.since + _SHORT
        if not mention.start.day or (section is None and not self._stands(figure, subject)):
            return True
        return self.at_event.search(self._around(figure, subject)) is not None


def _end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends, -1 without any."""
    return max((m.end() for m in pattern.finditer(text)), default=-1)
