"""Who holds, co-holds, guides and supports an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiyao import patterns
from huiyao.recognize.sealed import written
from huiyao.records import Organizer
from huiyao.text import Span

ROLES = ("主办", "承办", "协办", "指导", "支持")

_ROLE = "|".join(ROLES)
_NAMES = r"(?P<names>(?:(?!主办|承办|协办|指导|支持|主持)[^。；：\n]){3,160}?)"
# 由甲主办、乙承办 and 受甲的指导: names before the word.
_BEFORE = patterns.compile(
    rf"{_NAMES}(?:联合|共同|等单位|等|的|和|与|及|牵头|具体|负责|倾力|独家|单位){{0,3}}"
    rf"(?P<roles>(?:{_ROLE})(?:[、和与及]?(?:{_ROLE}))*)(?!单位)(?=[，、；。的并和与]|$|下)"
)
# 主办单位：甲、乙: names behind a label.
_BEHIND = patterns.compile(
    rf"(?P<roles>{_ROLE})(?:单位|机构|方)\s*(?:：|为|有|是|包括)+(?P<names>[^。；：\n]{{3,160}})"
)
_LEAD = patterns.compile(
    r"^(?:[，、；\s\ue005]|.*由|在|受|得到了?|获得了?|经|并|及|和|与|以及|的|了|本次\w{0,6}|此次\w{0,6}|该\w{0,4}|\w{0,6}(?:日|上午|下午|晚)(?=，))+"
)
_TAIL = patterns.compile(r"(?:等(?:[\d一二三四五六七八九十]+[家个]?)?(?:单位|部门|机构)?|共同|联合|的|单位)+$")
_JOINT = patterns.compile(r"[、，]|以及|(?<=[会院局厅司心府学团社部委])[和与及](?=\w{3,})")
# 甲莅临指导: a guest who gives guidance, no organiser.
_GUEST = patterns.compile(r"(?:莅临|亲临|光临|到会|到场|前来|应邀)[^，；]{0,4}$")
_OTHER_VERB = patterns.compile(r"举行|召开|举办|出席|参加|表示|围绕|为了|通过|深入|积极|大力|不断")


def organizers(text: str, sealed: str, stretch: Span) -> tuple[Organizer, ...]:
    """The organisers that a stretch of the text names, with their roles, in order and each once."""
    found: dict[tuple[str, str], Organizer] = {}
    words = sealed[stretch.slice]
    if not any(role in words for role in ROLES):
        return ()
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(words):
            if _GUEST.search(match["names"]):
                continue
            names = Span(*match.span("names")).shift(stretch.start)
            for span in _names(sealed, names):
                name = written(text[span.slice])
                for role in re.findall(_ROLE, match["roles"]):
                    found.setdefault((name, role), Organizer(name, role, span))
    return tuple(sorted(found.values(), key=lambda o: o.span))


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
