"""What a figure counts, where a noun behind it says so: 五家企业, 420位来自茶乡的嘉宾."""

from __future__ import annotations

from collections.abc import Mapping

from huiyao import patterns
from huiyao.recognize.statistic.figure import Figure
from huiyao.recognize.statistic.phrase import Phrases
from huiyao.recognize.statistic.relative import RELATIVE, Subject, plain
from huiyao.recognize.statistic.unit import BODIES, PEOPLE, SIZES
from huiyao.recognize.statistic.words import Words
from huiyao.text import Span

# up to so many characters of context are taken with a noun that says little, and what is said of it may be so long
CONTEXT, PREDICATE = 8, 14
THIS = patterns.compile("[本此这该]次|本届")
# nouns up to this length (企业, 单位, 项目) say little
_GENERIC = 2
# units of a part of those named behind it, and nouns that such a figure only measures: 以15%的速度
_SHARES = frozenset({"%", None})
_MEASURE = patterns.compile("(?:速度|比例|比重|水平|幅度|增速|目标|概率|利率|股[份权]|折扣|优惠|补贴)$")
_TOOK_PART = patterns.compile(
    "[^，。；：]{0,24}?(?P<verb>参加|出席|参与)[了到过]?(?:[本此这该]次|本届|该|今天的?)?(?P<what>[^，。；：、]{2,24})(?=[，。；])"
)
_WHENCE = patterns.compile("(?:来自?|[在从由经])[^，。；]{1,40}的(?=[^，。；、的]{2,12})")
_WHENCE_BEFORE = patterns.compile("来自.*$")
# 将30万元善款交给学校: what is handed over
_DISPOSED = patterns.compile(
    "(?P<what>[^，。；、的]{2,10}?)(?=[交送转汇捐赠拨发][给到至往交与]|转赠|汇入|划[转拨入]|用于|投入|存入|发放|赠送|捐献)"
)
_FORMED = patterns.compile("(?:组成|组建|派出|选派)了?$")
_ANY_EVENT = frozenset({"会议", "大会", "活动", "仪式"})
_OPEN_END = patterns.compile(r"(?:等(?:合计|共计|总计|一?共)?|[由从为向对以把被]|的是)\s*$")
# who voted on them says nothing of what they are
# 800元助学金及150元的文具: another object, not what the first is worth
_JOINED = patterns.compile("(?:[及和与]|以及)$")
_DECIDES = patterns.compile("(?:审议|表决|讨论|投票|通过|提出|批准|介绍|担任|听取|宣读)了?$")
_IN_TITLES = patterns.compile("(?:《[^《》]*》[、和与及]?)*")
_BECAUSE = ("因", "患", "受")
# 带领全市900名会员开创新局面: what follows is said of who leads them
_LED = patterns.compile("(?:带领|率领|引领|团结)[^，。；]{0,8}$")
_IDLE = patterns.compile(
    "[作做]了?(?:讨论|交流|介绍|说明|报告|发言|总结|部署)|[均都也经]|全年|分别|先后|陆续|相继|到场|同台|齐聚|聚首|欢聚|起步|带来"
)


class Behind:
    """Reads the nouns behind a report's figures."""

    def __init__(self, phrases: Phrases, words: Words, kinds: Mapping[str, str]) -> None:
        self.phrases = phrases
        self.text = phrases.text
        self.source = phrases.source
        self.words = words
        self.kinds = kinds

    def read(self, figure: Figure) -> Subject | None:
        """五家企业, 六成企业; a noun that says little is told with what stands before it or is said of it."""
        unit = figure.quantity.amount.unit
        share = unit in RELATIVE
        if share and (unit not in _SHARES or self.phrases.left(figure) is not None):
            return None
        if self.text[figure.left.slice].endswith(("将", "把")):
            found = _DISPOSED.match(self.text, figure.right.start, figure.right.end)
            if found is not None:
                return plain(self.phrases, Span(*found.span("what")), "noun-behind")
        right = self.phrases.right(figure)
        if right is None:
            return self._from(figure)
        if figure.quantity.rule == "before-noun":
            return plain(self.phrases, right, "noun-behind")
        noun = self.phrases.string(right)
        if share and _MEASURE.search(noun):
            return None
        described = self._described(figure, noun, right)
        if described is not None:
            return described
        if (listed := self._listed(figure, right)) is not None:
            return listed
        for read in (self._formed, self._attended, self._sent):
            if (told := read(figure, noun, right)) is not None:
                return told
        if len(noun) > _GENERIC:
            return plain(self.phrases, right, "noun-behind")
        said = self._said_of(figure, right)
        if said and unit in PEOPLE and self.words.attend.match(said) is None:
            return Subject(said + noun, noun, noun, right, "noun-behind")
        before = ""
        # 年度人物奖、年度匠心奖2个奖项: those that are counted stand in a list before
        named = figure.opening == "、" and not figure.index
        if not named and (figure.opening or not figure.index) and not _OPEN_END.search(self.text[figure.left.slice]):
            left = self.phrases.left(figure)
            before = self.phrases.string(left) if left is not None else ""
            before = "" if _DECIDES.search(before) or _IN_TITLES.fullmatch(before) else before
            before = "" if _LED.search(before) else before if unit in PEOPLE else _WHENCE_BEFORE.sub("", before)
        if 0 < len(before) <= CONTEXT:
            return Subject(before + noun, noun, noun, right, "noun-around")
        return Subject(said + noun, noun, noun, right, "noun-behind")

    def _said_of(self, figure: Figure, noun: Span) -> str:
        """What is said of a noun behind a figure, where it tells the counted from others: 会员获评示范."""
        if self.text.startswith("的", noun.end) or _LED.search(self.text, figure.left.start, figure.left.end):
            return ""
        said = self.phrases.string(Span(noun.end, figure.right.end))
        closed = figure.right.end >= figure.sentence.end or self.text[figure.right.end] in "，。；：！？,;"
        closed = closed or (len(said) > 2 * _GENERIC and self.words.act.match(said) is not None)
        fewest = _GENERIC if figure.quantity.amount.unit in PEOPLE else _GENERIC + 1
        telling = closed and fewest <= len(said) <= PREDICATE and "的" not in said and _IDLE.match(said) is None
        return THIS.sub("", said.replace("了", "")) if telling else ""

    def _attended(self, figure: Figure, noun: str, span: Span) -> Subject | None:
        """50家企业负责人、技术人员参加了培训 counts 参加培训企业: a short noun with what it took part in."""
        if len(noun) > _GENERIC or figure.quantity.amount.unit not in PEOPLE | BODIES:
            return None
        found = _TOOK_PART.match(self.source, span.end, figure.sentence.end)
        if found is None or (what := self.phrases.tail(found["what"])) in _ANY_EVENT:
            return None
        return Subject(f"{found['verb']}{what}{noun}", noun, noun, span, "noun-behind")

    def _from(self, figure: Figure) -> Subject | None:
        """420位来自茶乡、渔港的嘉宾, 15名在茶赛中获奖的茶师: who is counted stands behind what tells of them."""
        if figure.quantity.amount.unit not in PEOPLE:
            return None
        found = _WHENCE.match(self.text, figure.right.start, figure.sentence.end)
        # 9名因病致贫的学生: why they are so belongs to them, whence they came and where they were does not
        because = self.text.startswith(_BECAUSE, figure.right.start)
        if found is None and not because:
            return None
        start = figure.right.start if because or found is None else found.end()
        who = self.words.persons.match(self.text, start, figure.sentence.end)
        end = (
            who.end()
            if who is not None
            else start + self.phrases.noun_length(self.text[start : figure.right.end], joined=False)
        )
        return plain(self.phrases, Span(start, end), "noun-behind")

    def _formed(self, figure: Figure, noun: str, span: Span) -> Subject | None:
        """各乡镇组成20支参赛队: what is formed, with those who formed it."""
        formed = _FORMED.search(self.text, figure.left.start, figure.left.end)
        if formed is None or (who := self.phrases.before(Span(figure.left.start, formed.start()))) is None:
            return None
        text = self.phrases.string(who)
        return Subject(text + noun, noun, noun, span, "noun-around") if 0 < len(text) <= CONTEXT else None

    def _listed(self, figure: Figure, span: Span) -> Subject | None:
        """41家茶庄、茶具商店与包装公司参加: the whole list is counted."""
        if figure.quantity.amount.unit not in BODIES or self.text[span.end : span.end + 1] != "、":
            return None
        found = self.words.bodies_listed.match(self.text, span.start, figure.sentence.end)
        return plain(self.phrases, Span(*found.span()), "noun-behind") if found is not None else None

    def _sent(self, figure: Figure, noun: str, span: Span) -> Subject | None:
        """6家单位负责人签订责任书: bodies by what their people do, else with who they are: 25家商会会长."""
        if figure.quantity.amount.unit not in BODIES:
            return None
        officer = self.words.officers.match(self.text, span.end, figure.right.end)
        if officer is None or officer.group().startswith("的"):
            return None
        said = self.phrases.string(Span(officer.end(), figure.right.end))
        if self.words.act.match(said) is not None and len(said) <= PREDICATE:
            return Subject(said + noun, noun, noun, span, "noun-behind")
        return plain(self.phrases, Span(span.start, officer.end()), "noun-behind")

    def _described(self, figure: Figure, noun: str, right: Span) -> Subject | None:
        """投资1.2亿元、建筑面积3.6万平方米的中心: sizes that describe the noun behind them."""
        if self.kinds.get(figure.quantity.amount.unit or "") not in SIZES or self.text[figure.right.start] != "的":
            return None
        left = self.phrases.left(figure)
        joined = _JOINED.search(self.text, figure.left.start, figure.left.end)
        attribute = self.phrases.string(left) if left is not None and joined is None else ""
        return Subject(noun + attribute, noun + attribute, noun, right, "described") if attribute else None
