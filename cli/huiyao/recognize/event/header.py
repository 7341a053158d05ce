"""Meetings that the head of minutes gives by labels (时间：, 地点：), and sessions in tables, one below each day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.event.name import is_own
from huiyao.recognize.event.told import Telling
from huiyao.recognize.placed import Placed
from huiyao.records import DateMention, Passages
from huiyao.text import Span

_MARK = r"^(?:[-–·•>*#◆■，\s]|[（(]?[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾\d]{1,3}[)）、.．])*"
_TIME = patterns.compile(
    _MARK
    + r"(?:股东大?会|[董监理]事会|本次|现场|具体|会议|召开|开会|举行|活动|日期|的|和|[/／])*、?时\s*间\s*：|"
    + _MARK
    + r"(?:现场|会议|召开|开会|活动|的)*日\s*期(?:[/、和]时间)?\s*："
)
_PLACE = patterns.compile(
    _MARK + r"(?:股东大?会|[董监理]事会|本次|现场|会议|召开|开会|举行|活动|的)*地\s*[点址]\s*：\s*"
)
_PLACE_WITHIN = patterns.compile(r"地[点址]：\s*(?P<site>[^，。；：\s]{2,40}?)(?=[，。；\s]|\d{1,2}[.．、]|$)")
_SITE = patterns.compile(r"(?:(?!会议议程|会议时间|主持人|出席|参会)[^（；。\n])+(?:（[^）]*）)?")
_AROUND = patterns.compile(_MARK + r"(?:(?:会议|活动|大会|论坛|股东大?会)?(?:名称|届次)：\s*|【[^】]*】)*|[*\s]+$")
_TAIL = patterns.compile(
    r"(?:(?<=[大事席]会)会议)?(?:议事录|纪录|记录|纪要|决议公告|公告|决议公示|决议|公示|通知|简报|资料|通报|公报|备忘)[（()）\w]*$"
)
# 第三届监事会第一次会议决议公告 1.会议召开时间：…: a head whose lines have run together.
_RUN_ON = patterns.compile(
    r"(?P<name>[^，。；：\s]{0,30}(?:第[^，。；：\s]{1,6}[届次]|20\d\d年)[^，。；：\s]{0,24}?(?:会议|大会))(?:决议|的?公告|纪要)"
    r"(?:(?!时间：)[^。]){0,60}?(?:会议|大会)?(?:召开|举行)?的?时间：\s*"
)
_SESSION = patterns.compile(r"第[一二三四五六七八九十\d]+次[^，。]{0,12}$")
_NUMBERED = patterns.compile(r"[（(]?[一二三四五六壹贰叁参\d][)）、.．]")
_ABOVE, _BELOW = 8, 4


def tellings(
    passages: Passages, sealed: str, dates: Placed[DateMention], published: DateMention | None, lexicon: Lexicon
) -> Iterator[Telling]:
    """The meetings of labelled heads and of tables, in order.

    A day that was taken for the page's own is the meeting's where its line has a number or a place stands below.
    """
    blocks = passages.blocks
    told = [i for i, b in enumerate(blocks) if b.kind != "boilerplate"]
    for place, i in enumerate(told):
        span = blocks[i].span
        within = [d for d in dates.within(span) if d.start.day]
        label = _TIME.match(sealed[span.slice])
        if label and label.end() == len(span) and place + 1 < len(told):
            within = [d for d in dates.within(blocks[told[place + 1]].span) if d.start.day]
        below = [blocks[j].span for j in told[place : place + _BELOW]]
        if label and not within and published and published.span in span:
            within = [published] if _NUMBERED.match(sealed, span.start) or _site(sealed, below) else []
        if within and label:
            above = [blocks[j].span for j in told[max(0, place - _ABOVE) : place]][::-1]
            above += [blocks[j].span for j in told[:place] if blocks[j].kind == "title"]
            name = next((n for line in above if (n := _name(passages.text, sealed, line, lexicon))), None)
            if name is not None:
                yield Telling(name, _site(sealed, below), within[0], span, i, "labelled-head")
        elif "时间：" in sealed[span.slice] and (run_on := _RUN_ON.search(sealed, span.start, span.end)):
            day = next((d for d in dates.within(span) if d.span.start == run_on.end()), None)
            if day is not None:
                name = Span(*run_on.span("name"))
                yield Telling(name, _site_within(sealed, Span(run_on.end(), span.end)), day, span, i, "run-on-head")
        elif place and len(span) <= 40 and _SESSION.search(sealed[span.slice]):
            before = blocks[told[place - 1]].span
            day = next((d for d in dates.within(before) if d.start.day and len(d.span) >= len(before) - 1), None)
            if day is not None:
                yield Telling(span, None, day, span, i, "session-below-day")


def _name(text: str, sealed: str, line: Span, lexicon: Lexicon) -> Span | None:
    words = sealed[line.slice]
    around = _AROUND.match(words)
    start = around.end() if around else 0
    end = len(words.rstrip("* \u3000"))
    if tail := _TAIL.search(words[:end]):
        end = tail.start()
    name = Span(line.start + start, line.start + max(start, end))
    return name if _SESSION.search(words[start:end]) or is_own(text[name.slice], lexicon) else None


def _site_within(sealed: str, stretch: Span) -> Span | None:
    """The place that a label gives within a line of several labels, up to the next number."""
    site = _PLACE_WITHIN.search(sealed, stretch.start, stretch.end)
    return Span(*site.span("site")) if site else None


def _site(sealed: str, lines: Sequence[Span]) -> Span | None:
    for line in lines:
        if label := _PLACE.match(sealed[line.slice]):
            site = _SITE.match(sealed, line.start + label.end(), line.end)
            return Span(*site.span()) if site else None
    return None
