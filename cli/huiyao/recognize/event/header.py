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
    + r"(?:股东大?会|[董监理]事会|本次|会议|召开|开会|举行|活动|日期|的|[/／])*时\s*间\s*：|"
    + _MARK
    + r"(?:会议|召开|开会|活动)*日\s*期(?:/时间)?\s*："
)
_PLACE = patterns.compile(_MARK + r"(?:股东大?会|[董监理]事会|本次|会议|召开|开会|举行|活动|的)*地\s*[点址]\s*：\s*")
_SITE = patterns.compile(r"(?:(?!会议议程|会议时间|主持人|出席|参会)[^（；。\n])+(?:（[^）]*）)?")
_AROUND = patterns.compile(_MARK + r"(?:【[^】]*】)*|[*\s]+$")
_TAIL = patterns.compile(
    r"(?:(?<=[大事席]会)会议)?(?:议事录|纪录|记录|纪要|决议公告|公告|决议公示|决议|公示|通知|简报|资料|通报|公报|备忘)[（()）\w]*$"
)
_SESSION = patterns.compile(r"第[一二三四五六七八九十\d]+次[^，。]{0,12}$")
_ABOVE, _BELOW = 8, 4


def tellings(passages: Passages, sealed: str, dates: Placed[DateMention], lexicon: Lexicon) -> Iterator[Telling]:
    """The meetings of labelled heads and of tables, in order."""
    blocks = passages.blocks
    told = [i for i, b in enumerate(blocks) if b.kind != "boilerplate"]
    for place, i in enumerate(told):
        span = blocks[i].span
        within = [d for d in dates.within(span) if d.start.day]
        label = _TIME.match(sealed[span.slice])
        if label and label.end() == len(span) and place + 1 < len(told):
            within = [d for d in dates.within(blocks[told[place + 1]].span) if d.start.day]
        if within and label:
            above = [blocks[j].span for j in told[max(0, place - _ABOVE) : place]][::-1]
            name = next((n for line in above if (n := _name(passages.text, sealed, line, lexicon))), None)
            if name is not None:
                below = [blocks[j].span for j in told[place : place + _BELOW]]
                yield Telling(name, _site(sealed, below), within[0], span, i, "labelled-head")
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


def _site(sealed: str, lines: Sequence[Span]) -> Span | None:
    for line in lines:
        if label := _PLACE.match(sealed[line.slice]):
            site = _SITE.match(sealed, line.start + label.end(), line.end)
            return Span(*site.span()) if site else None
    return None
