"""Lists of decisions: what stands under 决议： or below a line that announces resolutions, item by item."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.resolution import matter
from huiyao.recognize.resolution.vote import outcome_of
from huiyao.recognize.sealed import written
from huiyao.records import Block, Evidence, Passages, Resolution, ResolutionKind
from huiyao.text import Span, cover

# A line that only announces: the numbered lines below it are decisions.
_ABOVE = patterns.compile(
    r"^(?:[^，。：]{0,12}(?:重要|会议|以下|如下|下列)(?:决议|决定)(?:事项|内容|如下)?|决议(?:事项|内容|如下)|[^。]{0,60}(?:形成|作出|做出|达成|通过)[了以如下列]*"
    r"(?:决议|决定|一致意见)(?:如下|事项)*|[^。，]{0,30}(?:议定|商定|决定|研究确定)[了以如下列]{1,4}(?:事项|内容|问题|决定)?|决议)\s*[：]?$"
)
# A line that announces what was passed: the documents in the lines right below it.
_PASSED_ABOVE = patterns.compile(
    r"[^。]{0,80}(?:审议|表决)(?:并|且|后|一致|全票|表决|原则|上)*通过了?"
    r"(?:(?:以下|如下|下列)?(?:各项)?(?:[议提]案|决议|事项|文件)?：|(?:以下|如下|下列)(?:各项)?(?:[议提]案|决议|事项|文件)[：。]?)$"
)
_TITLED = patterns.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])?(?:《|[^，；。：]{4,60}(?:[议提预草]案|报告|章程|办法|方案)[；。]?$)"
)
# 通过了“…”；“…”；“…”: a list that runs on over semicolons.
_RUNNING = patterns.compile(r"通过了?[^；。]*[”》]；\s*(?P<items>(?:[“《][^“”《》]*[”》][；。，\s]*)+)")
_TITLE = patterns.compile(r"[“《][^“”《》]*[”》]")
# Words before a list within a paragraph.
_WITHIN = patterns.compile(
    r"(?:会议|大会|理事会|董事会|常委会|研究|讨论|一致)[^，；。：]{0,8}(?:决定|决议|同意)(?:如下)?：|(?:审议)?通过[了以下如]*[^，；。：]{0,6}(?:议案|提案|议题|事项|决议)："
)
_STOP = patterns.compile(r"[；。]")
_LEAD = patterns.compile(r"^(?:(?:会议|大会|董事会|理事会|审议|表决|投票|一致|全票|决议|决定|同意)[，：]?)*")
_PASSED = patterns.compile(r"^(?:决议)?(?:审议|一致|全票|表决)*(?:通过|承认|追认|批准|核准|备查)了?")
_CHOSEN = patterns.compile(r"^(?:选任|委任|选举|推选|推举|补选|增补|聘任|聘请|续聘|任命)")
_FOUNDED = patterns.compile(r"^(?:成立|设立|增设|组建)")
_CUT = patterns.compile(r"；|，(?=[二三四五六七八九十2-9][、.．])")
_GAP = 60
# What was told and talked of at a meeting, without a decision.
_REPORTED = patterns.compile(r"汇报|通报|介绍|作了|做了|讨论|学习|听取|传达|强调|指出|认为|回顾|总结了")
_DECIDED = patterns.compile(r"决定|同意|通过|批准|议定|确定")
# The line below a title that says who passed what stands there: （2024年3月6日第二次会员大会审议通过）.
_PASSED_BELOW = patterns.compile(r"^（?[^，。；：（]{4,60}?[会届次议](?:审议|讨论|表决|修订|修改|一致|全票)*通过）?$")
_HEAD = 4


def find(passages: Passages, sealed: str, lexicon: Lexicon) -> Iterator[Resolution]:
    """Each item of each list, whole. What other rules find inside an item is better and stands before it."""
    opened = passed = False
    told = [block for block in passages.blocks if block.kind != "boilerplate"]
    for number, block in enumerate(told):
        words = sealed[block.span.slice]
        if 0 < number < _HEAD and _PASSED_BELOW.match(words):
            above = (b.span for b in told[number - 1 :: -1] if matter.is_document(sealed[b.span.slice], lexicon))
            if (name := next(above, None)) is not None:
                whole = cover((name, block.span))
                yield from _item(passages.text, sealed, name, whole, "passed-below", lexicon, kind="approved")
        # What stands below a document that was passed says more of it; the next number is another matter.
        other = block.level or matter.NUMBER.match(words)
        last = words[words.rfind("。", 0, -1) + 1 :]
        passed = bool(_PASSED_ABOVE.match(last)) or (passed and bool(_TITLED.match(words) or not other))
        if _ABOVE.match(last):
            opened = True
        elif passed and _TITLED.match(words):
            yield from _item(passages.text, sealed, block.span, block.span, "passed-list", lexicon)
        elif opened and (block.level or matter.NUMBER.match(words)) and block.kind in ("paragraph", "heading"):
            if _REPORTED.search(words) and not _DECIDED.search(words):
                continue
            yield from _item(passages.text, sealed, block.span, block.span, "announced-list", lexicon)
        elif len(block.span) > _GAP:
            opened = False
        yield from _within(passages.text, sealed, block, lexicon)
        yield from _running(passages.text, sealed, block)


def _running(text: str, sealed: str, block: Block) -> Iterator[Resolution]:
    for listing in _RUNNING.finditer(sealed, block.span.start, block.span.end):
        for found in _TITLE.finditer(sealed, *listing.span("items")):
            span = Span(*found.span())
            said = Span(*listing.span())
            outcome = outcome_of("approved", "passed", sealed[said.slice], None)
            yield Resolution(
                "approved", written(text[span.slice]), outcome, None, span, Evidence("running-list", (span,), said)
            )


def _within(text: str, sealed: str, block: Block, lexicon: Lexicon) -> Iterator[Resolution]:
    for opening in _WITHIN.finditer(sealed, block.span.start, block.span.end):
        stop = sealed.find("。", opening.end(), block.span.end)
        span = Span(opening.end(), stop if stop >= 0 else block.span.end)
        cuts = [cut.start() for cut in _CUT.finditer(sealed, span.start, span.end)]
        bounds = [span.start, *(at + 1 for at in cuts), span.end]
        items = [Span(a, b) for a, b in pairwise(bounds) if b > a]
        for item in items:
            yield from _item(text, sealed, item, Span(opening.start(), span.end), "list-in-text", lexicon)


def _item(
    text: str,
    sealed: str,
    span: Span,
    sentence: Span,
    rule: str,
    lexicon: Lexicon,
    *,
    kind: ResolutionKind | None = None,
) -> Iterator[Resolution]:
    number = matter.NUMBER.match(sealed[span.slice])
    start = span.start + (number.end() if number else 0)
    stop = _STOP.search(sealed, start, span.end)
    end = stop.start() if stop else span.end
    how = sealed[start:end]
    if (lead := _LEAD.match(how)) and not _PASSED.match(how):
        start += lead.end()
    if kind is None:
        other: ResolutionKind = "approved" if rule == "passed-list" else "decided"
        kind, start, end = _kind(sealed, start, end, lexicon, other)
    bare = matter.trimmed(text, sealed, Span(start, max(start, end)))
    if matter.names_one(text[bare.slice]):
        outcome = outcome_of(kind, "done" if kind == "elected" else "passed", how, None)
        yield Resolution(kind, written(text[bare.slice]), outcome, None, bare, Evidence(rule, (bare,), sentence))


def _kind(
    sealed: str, start: int, end: int, lexicon: Lexicon, other: ResolutionKind
) -> tuple[ResolutionKind, int, int]:
    """What an item decides, `other` where it does not say, and where its matter begins and ends."""
    words = sealed[start:end]
    if passed := _PASSED.match(words):
        return "approved", start + passed.end(), end
    if _CHOSEN.match(words):
        return "elected", start, end
    if _FOUNDED.match(words):
        return "established", start, end
    first = words.split("，")[0]
    if first.startswith("《") and matter.is_document(first, lexicon):
        return "approved", start, start + len(first)
    return other, start, end
