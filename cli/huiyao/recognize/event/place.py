"""Where an event was: the place's own name, without what is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from huiyao import patterns
from huiyao.records import DateMention
from huiyao.text import Span

# 素有茶乡之称的东海, 风景秀丽的东海 and a time of day before the place.
_LEAD = patterns.compile(
    r"^(?:(?:素[有称][^，]{2,16}的|[^，]{0,12}之称的|(?:风景|景色|环境)\w{2}的|美丽的|著名的|位于|座(?=[^谈]))"
    r"|[^，]{2,24}后在|.*(?:[时点分日年）]|上午|下午|晚)(?:[假在于]座?))+"
)
_TAIL = patterns.compile(r"(?:分别|共同|联合|正式|现场|先后)$")
# 学术年会前, 各项议程后, 热烈的掌声中 and whose help it was are no places.
_NO = patterns.compile(
    r"(?:[前后]|之?际|期间|[之进程声]中|时|[的之]下|前夕|基础上|会上|过程|气氛|氛围)$|^(?:[本当上下]月|\d{1,2}[日号]|一片|圆满|完成|每年|今年|去年)|支持|领导下|指导|见证"
)


def named(sealed: str, site: Span | None, dates: Sequence[DateMention]) -> Span | None:
    """The place in a stretch behind 在, 于 or 假; None where that says when or how."""
    if site is None:
        return None
    lead = _LEAD.match(sealed[site.slice])
    start = site.start + (lead.end() if lead else 0)
    tail = _TAIL.search(sealed, start, site.end)
    site = Span(start, tail.start() if tail else site.end)
    if not len(site) or _NO.search(sealed[site.slice]) or any(d.span.overlaps(site) for d in dates):
        return None
    return site
