"""What a report says of itself: its title, when and by whom it was published, and of which kind and year it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from huiyao import rules
from huiyao.lexicon import Lexicon
from huiyao.records import Block, CalendarDate, DateMention, Imprint, Passages, ReportKind
from huiyao.rules import Match, Rule, Skeleton
from huiyao.text import Span, cover

# Lines of the page are short; what is longer is the report's own prose.
_LINE, _NAME = 90, 30
# So many blocks are the page's head, its top and its bottom.
_HEAD, _TOP, _BOTTOM = 3, 9, 8

_ANNUAL = re.compile(
    r"(?:工作|年度|年|任期|履职)(?:总结|要点|计划|回顾|报告(?!会)|打算)|总结[及和暨]|年报|述职|大事记|统计公报"
)
_SPEECH = re.compile(r"上的(?:讲话|致辞|致词|发言|演讲|报告)|^(?:讲话|致辞|发言)|(?:讲话稿|致辞|演讲稿|发言稿)$")
_SPOKEN = re.compile(r"(?:大家|上午|下午|晚上)好|谢谢大家|谢谢各位")
_LETTER = re.compile(r"亲爱的[^，。]{1,8}[:：]")
_HELD = re.compile(r"(?:召开|举行|举办|召集|开幕|圆满|落幕|闭幕|参加|出席|开赛|鸣枪)")
_SUBTITLE = re.compile(r"^[—―-]{1,2}")
_OPENING = 4
_ADDRESS = re.compile(r"https?://[\w./-]*?/(20\d\d)[-/]?(0[1-9]|1[0-2])[-/]?([0-2]\d|3[01])(?=\d{0,12}[/_.])")


def read(passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> Imprint:
    """The imprint of a report. `dates` may still lack years: a day of publication is always written whole."""
    titles = _titles(passages)
    title = "".join(passages.text[span.slice] for span in titles) or None
    published = _published(passages, dates, lexicon)
    publisher = _publisher(passages, dates, lexicon)
    address = _in_address(passages.text)
    kind = _kind(passages, title, lexicon)
    return Imprint(
        kind=kind,
        title=title,
        title_span=cover(titles) if titles else None,
        published=published.start if published else address[0] if address else None,
        published_span=published.span if published else address[1] if address else None,
        publisher=passages.text[publisher.slice] if publisher else None,
        publisher_span=publisher,
        year=_year(passages, dates, kind, published),
    )


def _titles(passages: Passages) -> list[Span]:
    """The lines of the title: those that stand together at the top, without a subtitle behind a dash."""
    spans: list[Span] = []
    for block in passages.blocks:
        if block.kind == "title" and not (spans and _SUBTITLE.match(passages.text[block.span.slice])):
            spans.append(block.span)
        elif spans:
            break
    return spans


def _published(passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> DateMention | None:
    for match in _matches("published", passages, dates, lexicon):
        mention = match.anchors("value", "date")[0]
        assert isinstance(mention, DateMention)
        in_digits = "年" not in passages.text[mention.span.slice]
        if "alone" in match.rule.gives and _is_column(passages, dates, mention.span):
            continue
        if _is_whole(mention.start) and mention.end is None and (in_digits or "date" not in match.rule.gives):
            return mention
    return None


def _is_column(passages: Passages, dates: Sequence[DateMention], day: Span) -> bool:
    """Whether a day alone in its line is one of several such lines, as in a table."""
    dated = {d.span for d in dates}
    alone = [b.span for b in passages.blocks if b.span in dated and b.kind != "boilerplate"]
    return day in alone and len(alone) > 1


def _in_address(text: str) -> tuple[CalendarDate, Span] | None:
    """The day that the page's own address holds, /2015-08/18/ or /20150818/."""
    for found in _ADDRESS.finditer(text):
        year, month, day = (int(part) for part in found.groups())
        if month <= 12 and day <= 31:
            return CalendarDate(year, month, day), Span(found.start(1), found.end(3))
    return None


def _publisher(passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> Span | None:
    for match in _matches("publisher", passages, dates, lexicon):
        span = match.group("value") or match.group("paper")
        if span is not None and len(span):
            return span
    return None


def _matches(field: str, passages: Passages, dates: Sequence[DateMention], lexicon: Lexicon) -> Iterator[Match]:
    """Where the rules for a field fire in the page's lines, rule by rule, each from the top."""
    lines = [(block, where) for block, where in _lines(passages, dates, lexicon)]
    skeletons = [
        (Skeleton.of(passages.text, block.span, [d for d in dates if d.span in block.span]), where)
        for block, where in lines
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
    return len(line) <= _NAME and bool(re.search(rf"(?:{lexicon.alternation('org_suffix')})(?:[（(]章[)）])?$", line))


def _is_whole(day: CalendarDate) -> bool:
    return day.year is not None and day.month is not None and day.day is not None


def _kind(passages: Passages, title: str | None, lexicon: Lexicon) -> ReportKind:
    told = [passages.text[b.span.slice] for b in passages.blocks if b.kind not in ("boilerplate", "title", "caption")]
    if title and _ANNUAL.search(title):
        return "annual_report"
    if title and _SPEECH.search(title):
        return "speech"
    if any(_SPOKEN.search(line) for line in told):
        return "speech"
    if any(_LETTER.search(line) for line in told[:12]):
        return "other"
    meeting = re.compile(
        rf"{lexicon.alternation('event', kind='meeting')}|{lexicon.alternation('event', kind='ceremony')}"
    )
    opening = "\n".join([line for line in told if len(line) > 30][: _OPENING // 2])
    if title and (meeting.search(title) or re.search(r"会议|换届|当选|[次届]理事会|纪要|纪录", title)):
        return "meeting"
    if meeting.search(opening) and _HELD.search(opening):
        return "meeting"
    return "news" if title else "other"


def _year(
    passages: Passages, dates: Sequence[DateMention], kind: ReportKind, published: DateMention | None
) -> int | None:
    """The first year that an annual report names; another's is that of its publication or of its first day."""
    if kind == "annual_report":
        for wanted in ("title", "heading", "paragraph"):
            for block in passages.blocks:
                if block.kind == wanted:
                    for mention in dates:
                        if mention.span in block.span and mention.start.year:
                            return mention.start.year
    if published is not None:
        return published.start.year
    whole = [d.start.year for d in dates if _is_whole(d.start)]
    return whole[0] if whole else next((d.start.year for d in dates if d.start.year), None)
