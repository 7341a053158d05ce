"""Visits have no name of their own; the clause that tells of one gives it: 何山一行到中心调研, 赴南方考察."""

from __future__ import annotations

import re

from huiyao.text import Span

LONGEST = 40

_LEAD = re.compile(
    r"^(?:[，、；：。\s\ue005]|会前|会后|期间|当天|当日|同日|上午|下午|晚上|随后|之后|近日|日前|还|又|并|先后|实地|首先|然后|接着|与会\w{2,4}|在[^，]{2,24}(?:陪同|带领|率领)下|应[^，]{2,20}邀请)+"
)
# Who went is part of the name where that is short; a long subject is left out.
_GOING = re.compile(r"(?:赴|到(?!会|场|了|位|访)|来(?!自|访|到)|前往|莅临|走进)[^，]")
_VERB = re.compile(r"考察|调研|参观|走访|访问|视察|到访|来访|参访|座谈|洽谈|会见|会晤")
_SUBJECT = 24
_NO = re.compile(r"表示|指出|认为|强调|希望|要求|开展|组织|通过|关于|发言|介绍|活动为|座谈会|洽谈会|调研报告|主持")


def bounded(sealed: str, span: Span) -> Span | None:
    """The name of a visit inside its clause; None where the clause tells of none."""
    words = sealed[span.slice]
    lead = _LEAD.match(words)
    start = lead.end() if lead else 0
    words = words[start:]
    verb, going = _VERB.search(words), _GOING.search(words)
    if verb is None or _NO.search(words):
        return None
    head = min(going.start() if going else verb.start(), verb.start())
    if head > _SUBJECT:
        start, words = start + head, words[head:]
    end = min(len(words), LONGEST)
    return Span(span.start + start, span.start + start + end) if end > 4 else None
