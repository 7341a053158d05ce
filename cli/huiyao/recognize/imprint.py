"""What a report says of itself: its title, when and by whom it was published, and of which kind and year it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from huiyao import patterns, rules
from huiyao.lexicon import Lexicon
from huiyao.recognize.date import is_bound
from huiyao.recognize.placed import Placed
from huiyao.records import Block, CalendarDate, DateMention, Imprint, Passages, ReportKind
from huiyao.rules import Match, Rule, Skeleton
from huiyao.text import Span, cover

# Lines of the page are short; what is longer is the report's own prose.
_LINE, _NAME = 90, 30
# So many blocks are the page's head, its top and its bottom.
_HEAD, _TOP, _BOTTOM = 3, 9, 8

_ANNUAL = patterns.compile(
    r"(?:工作|年度|年|任期|履职)(?:总结|要点|计划|回顾|报告(?!会)|打算)|总结[及和暨]|年报|述职|大事记|统计公报"
)
_SPEECH = patterns.compile(r"上的(?:讲话|致辞|致词|发言|演讲|报告)|^(?:讲话|致辞|发言)|(?:讲话稿|致辞|演讲稿|发言稿)$")
_SPOKEN = patterns.compile(r"(?:大家|上午|下午|晚上)好")
_THANKS = patterns.compile(r"谢谢(?:大家|各位)[^”」]{0,4}$")
# a report whose title is lost: its first paragraph speaks of a whole year
_OF_A_YEAR = patterns.compile(r"^(?:一年来|(?:19|20)\d\d年(?:度|以来)?)[，,]")
_MEETING_TITLE = patterns.compile(r"会议|换届|当选|纪要|纪录")
_LETTER = patterns.compile(r"亲爱的[^，。]{1,8}[:：]")
_HELD = patterns.compile(r"(?:召开|举行|举办|召集|开幕|圆满|落幕|闭幕|参加|出席|开赛|鸣枪)")
# …理事会  当前位置：首页 > 新闻: where the page stands on its site.
_WHEREABOUTS = patterns.compile(r"\s*(?:当前|您?现在的?|您的|所在)位置\s*[：:].*$|\s+首页\s*[>＞»].*$")
_SUBTITLE = patterns.compile(r"^[—―-]{1,2}")
# So many blocks a greeting may stand behind, and so many long ones open the report.
_GREETING, _OPENING = 12, 2
_ADDRESS = patterns.compile(r"https?://[\w./-]*?/(20\d\d)[-/]?(0[1-9]|1[0-2])[-/]?([0-2]\d|3[01])(?=\d{0,12}[/_.])")

# What a tool that saves pages sets before them.
_FIELD = patterns.compile(r"^\W{0,3}date\s*[:：]?\s*(20\d\d)-(0[1-9]|1[0-2])-([0-2]\d|3[01])(?=\s)")

# 发布时间：11-07-20, which only the label tells to be a day.
_SHORT_DAY = patterns.compile(
    r"(?:发布|发表|更新|录入|上传)(?:时间|日期)\s*[：:]\s*([012]\d)-(0\d|1[0-2])-([0-2]\d|3[01])(?!\d)"
)

Day = tuple[CalendarDate, Span]


def read(passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> Imprint:
    """The imprint of a report. `dates` may still lack years: a day of publication is always written whole."""
    titles = _titles(passages)
    title = "".join(passages.text[span.slice] for span in titles) or None
    published = _published(passages, dates, lexicon) or _in_address(passages.text) or _in_short(passages.text)
    publisher = _publisher(passages, dates, lexicon)
    day = published[0] if published else None
    kind = _kind(passages, title, lexicon)
    return Imprint(
        kind=kind,
        title=title,
        title_span=cover(titles) if titles else None,
        published=day,
        published_span=published[1] if published else None,
        publisher=passages.text[publisher.slice] if publisher else None,
        publisher_span=publisher,
        year=_year(passages, dates, kind, day),
    )


def _titles(passages: Passages) -> list[Span]:
    """The lines of the title: those that stand together at the top, without a subtitle behind a dash."""
    spans: list[Span] = []
    for block in passages.blocks:
        if block.kind == "title" and not (spans and _SUBTITLE.match(passages.text[block.span.slice])):
            whereabouts = _WHEREABOUTS.search(passages.text, block.span.start, block.span.end)
            spans.append(Span(block.span.start, whereabouts.start() if whereabouts else block.span.end))
        elif spans:
            break
    return spans


def _published(passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> Day | None:
    for match in _matches("published", passages, dates, lexicon):
        mention = match.anchors("value", "date")[0]
        assert isinstance(mention, DateMention)
        in_digits = "年" not in passages.text[mention.span.slice]
        if "alone" in match.rule.gives and _is_column(passages, dates, mention.span):
            continue
        if _is_whole(mention.start) and mention.end is None and (in_digits or "date" not in match.rule.gives):
            return mention.start, mention.span
    return None


def _is_column(passages: Passages, dates: Sequence[DateMention], day: Span) -> bool:
    """Whether a day alone in its line is one of several such lines, as in a table."""
    dated = {d.span for d in dates}
    alone = [b.span for b in passages.blocks if b.span in dated and b.kind != "boilerplate"]
    return day in alone and len(alone) > 1


def _in_address(text: str) -> Day | None:
    """The day that the page's own address holds, /2015-08/18/ or /20150818/, or a field before the page."""
    for found in chain(_FIELD.finditer(text), _ADDRESS.finditer(text)):
        year, month, day = (int(part) for part in found.groups())
        if month <= 12 and day <= 31:
            return CalendarDate(year, month, day), Span(found.start(1), found.end(3))
    return None


def _in_short(text: str) -> Day | None:
    """The day that a label gives with two digits for its year."""
    found = _SHORT_DAY.search(text)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    return CalendarDate(2000 + year, month, day), Span(found.start(1), found.end(3))


def _publisher(passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> Span | None:
    for match in _matches("publisher", passages, dates, lexicon):
        span = match.group("value") or match.group("paper")
        if span is not None and len(span):
            return span
    return None


def _matches(field: str, passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> Iterator[Match]:
    """Where the rules for a field fire in the page's lines, rule by rule, each from the top."""
    placed = Placed(dates)
    skeletons = [
        (Skeleton.of(passages.text, block.span, placed.within(block.span)), where)
        for block, where in _lines(passages, dates, lexicon)
    ]
    for rule in rules.load("imprint", lexicon):
        if rule.gives["field"] == field:
            for skeleton, where in skeletons:
                if _fits(rule, where):
                    yield from rule.finditer(skeleton)


def _lines(
    passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon
) -> Iterator[tuple[Block, frozenset[str]]]:
    """The short blocks that are no titles, each with the parts of the page in which it stands."""
    blocks = [b for b in passages.blocks if b.kind != "title"]
    told = [b for b in blocks if b.kind != "boilerplate"]
    top = {b.span for b in blocks[:_TOP]}
    bottom = {b.span for b in told[-_BOTTOM:]}
    dated = {d.span for d in dates}
    signatures = {
        before.span for before, after in pairwise(told[_HEAD:]) if after.span in dated and len(before.span) <= _NAME
    }
    if len(told) > _TOP and _ends_as_organization(passages.text[told[-1].span.slice], lexicon):
        signatures.add(told[-1].span)
    for block in blocks:
        if len(block.span) <= _LINE:
            where = {"any"}
            where |= {"top"} if block.span in top else set()
            where |= {"bottom"} if block.span in bottom else set()
            where |= {"signature"} if block.span in signatures else set()
            yield block, frozenset(where)


def _fits(rule: Rule, where: frozenset[str]) -> bool:
    return rule.gives["where"] in where


def _ends_as_organization(line: str, lexicon: Lexicon) -> bool:
    return len(line) <= _NAME and _organization(lexicon).search(line) is not None


@lru_cache(maxsize=4)
def _organization(lexicon: Lexicon) -> re.Pattern[str]:
    return patterns.compile(rf"(?:{lexicon.alternation('org_suffix')})(?:[（(]章[)）])?$")


@lru_cache(maxsize=4)
def _meeting(lexicon: Lexicon) -> re.Pattern[str]:
    kinds = (lexicon.alternation("event", kind=kind) for kind in ("meeting", "ceremony", "board"))
    return patterns.compile("|".join(kinds))


def _is_whole(day: CalendarDate) -> bool:
    return day.year is not None and day.month is not None and day.day is not None


def _kind(passages: Passages, title: str | None, lexicon: Lexicon) -> ReportKind:
    told = [b.span for b in passages.blocks if b.kind not in ("boilerplate", "title", "caption")]
    head = [passages.text[span.slice] for span in told[:_GREETING]]
    opening = [passages.text[span.slice] for span in told if len(span) > _NAME][:_OPENING]
    meeting = _meeting(lexicon)
    if title and _ANNUAL.search(title):
        return "annual_report"
    if not title and opening and _OF_A_YEAR.match(opening[0]):
        return "annual_report"
    if title and _SPEECH.search(title):
        return "speech"
    if any(_SPOKEN.search(line) for line in head) or (told and _THANKS.search(passages.text[told[-1].slice])):
        return "speech"
    if any(_LETTER.search(line) for line in head):
        return "other"
    if title and (meeting.search(title) or _MEETING_TITLE.search(title)):
        return "meeting"
    if any(meeting.search(line) and _HELD.search(line) for line in opening):
        return "meeting"
    return "news" if title else "other"


def _year(
    passages: Passages, dates: Sequence[DateMention], kind: ReportKind, published: CalendarDate | None
) -> int | None:
    """The first year that an annual report names; another's is that of its publication or of its first day."""
    if kind == "annual_report":
        told = Placed(d for d in dates if d.start.year)
        for wanted in ("title", "heading", "paragraph"):
            for block in passages.blocks:
                if block.kind == wanted and (mentions := told.within(block.span)):
                    return mentions[0].start.year
    if published is not None:
        return published.year
    own = [d for d in dates if not is_bound(passages.text, d.span, whole=_is_whole(d.start))]
    whole = next((d for d in own if _is_whole(d.start)), None) or next((d for d in own if d.start.year), None)
    return whole.start.year if whole else None
