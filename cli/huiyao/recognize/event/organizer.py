"""Who holds, co-holds, guides and supports an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao import patterns
from huiyao.gazetteer import org_family
from huiyao.lexicon import Lexicon
from huiyao.recognize.sealed import written
from huiyao.records import Organizer
from huiyao.text import Span

ROLES = ("主办", "承办", "协办", "指导", "支持")

_AIDS = frozenset({"指导", "支持"})

_ROLE = "|".join(ROLES)
_NAMES = r"(?P<names>(?:(?!主办|承办|协办|指导|支持|主持)[^。；：\n]){3,160}?)"
_HOW = "联合|共同|等单位|等|的|和|与|及|牵头|具体|负责|倾力|独家|单位|大力|鼎力|悉心|精心|有力|关心|领导|直接|业务"
# 由甲主办、乙承办 and 受甲的指导: names before the word, which 以…为 makes no deed of theirs.
_BEFORE = patterns.compile(
    rf"{_NAMES}(?:{_HOW}){{0,3}}"
    rf"(?P<roles>(?<!为)(?:{_ROLE})(?:[、和与及]?(?:{_ROLE}))*)(?!单位)(?=[，、；。的并和与]|$|下)"
)
# 甲担任指导单位
_AS = patterns.compile(
    rf"{_NAMES}(?:担任|作为|为|是)[^，；。]{{0,8}}?(?P<roles>{_ROLE})(?:单位|机构|方)(?=[，、；。]|$)"
)
# 主办单位：甲、乙: names behind a label, which in a line of its own tells of the event of the page.
_BEHIND = patterns.compile(
    rf"(?P<roles>{_ROLE})(?:单位|机构|方)\s*(?:：|为|有|是|包括)+\s*(?P<names>[^。；：\n]{{3,160}})"
)
_LINE = patterns.compile(rf"(?<![^\n])[^\w\n]*(?:大会|会议|活动|论坛|比赛)?{_BEHIND.pattern}")
_LEAD = patterns.compile(
    r"^(?:[，、；\s\ue005]|.*(?:由|(?<![潜存])在(?![线职校])|受|得益于|近日|日前|今日|\d日|[日电]讯(?:（[^（）]*）)?)|得到了?|获得了?|经|并|及|和|与|以及|的|了|本次\w{0,6}|此次\w{0,6}|该\w{0,4}|\w{0,6}(?:日|上午|下午|晚)(?=，))+"
)
_TAIL = patterns.compile(r"(?:等(?:[\d一二三四五六七八九十]+[家个]?)?(?:单位|部门|机构)?|共同|联合|的|单位)+$")
_REMARK = patterns.compile(r"（[^（）]*简称[^（）]*）$")
_JOINT = patterns.compile(
    r"[、，]|以及|(?<=[会院局厅司心府学团社部委联协办处校馆])(?:[和与及]|联合(?!会|体|国|总))(?=\w{3,})"
)
# 甲莅临指导: a guest who gives guidance, no organiser.
_GUEST = patterns.compile(r"(?:莅临|亲临|光临|到会|到场|前来|应邀)[^，；]{0,4}$")
# 下届年会由甲承办 is told of another event.
_NEXT = patterns.compile(r"下一?[届次]|明年|来年")
# Who guides or supports is told of an event where its sentence holds it; elsewhere it is told of the work of years.
_HELD = patterns.compile(r"主办|承办|协办|举办|召开|举行|开幕|启动")
_OTHER_VERB = patterns.compile(
    r"为贯彻|为期|采取|坚持|举行|召开|举办|出席|参加|表示|围绕|为了|通过|深入|积极|大力|不断"
)


def organizers(text: str, sealed: str, stretch: Span, lexicon: Lexicon, *, main: bool = False) -> tuple[Organizer, ...]:
    """The organisers that a stretch of the text names, with their roles, in order and each once.

    The main event of a page has also those that lines of their own give, wherever they stand.
    """
    found: dict[tuple[str, str], Organizer] = {}
    for names, roles, held in _told(sealed, stretch, main=main):
        for span in _names(sealed, names):
            name = written(_REMARK.sub("", text[span.slice]))
            for role in re.findall(_ROLE, roles):
                if role not in _AIDS or (held and org_family(name, lexicon) is not None):
                    found.setdefault((name, role), Organizer(name, role, span))
    return tuple(sorted(found.values(), key=lambda o: o.span))


def _told(sealed: str, stretch: Span, *, main: bool) -> Iterator[tuple[Span, str, bool]]:
    """Where names stand, with their roles and whether they are told of an event."""
    words = sealed[stretch.slice]
    if any(role in words for role in ROLES):
        for pattern in (_BEFORE, _AS, _BEHIND):
            for match in pattern.finditer(words):
                if not _GUEST.search(match["names"]) and not _NEXT.search(match["names"]):
                    held = pattern is not _BEFORE or _HELD.search(_sentence(words, match.start("roles"))) is not None
                    yield Span(*match.span("names")).shift(stretch.start), match["roles"], held
    if main:
        for match in _LINE.finditer(sealed):
            yield Span(*match.span("names")), match["roles"], True


def _sentence(words: str, at: int) -> str:
    ends = [end for sign in "。\n" if (end := words.find(sign, at)) >= 0]
    return words[max(words.rfind(sign, 0, at) for sign in "。\n") + 1 : min(ends, default=len(words))]


def _names(sealed: str, span: Span) -> Iterator[Span]:
    lead = _LEAD.match(sealed[span.slice])
    start = span.start + (lead.end() if lead else 0)
    for joint in [*_JOINT.finditer(sealed, start, span.end), None]:
        end = joint.start() if joint else span.end
        words = sealed[start:end]
        tail = _TAIL.search(words)
        end -= len(tail.group()) if tail else 0
        if 3 <= end - start <= 40 and not _OTHER_VERB.search(words):
            yield Span(start, end)
        start = joint.end() if joint else end
