"""An event's own name: where it begins and ends, and whether it is one at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.text import Span

LONGEST = 90

# 第一届采茶节, 2023花艺展: a word too short to tell an event without its edition.
_EDITION = patterns.compile(r"(?:第[^，]{1,6}届|首届|20\d\d年?).{2,}(?<![环季细情春关枝时])[节展赛]$")
# 采茶赛, unlike 参赛 and 开赛
_CONTEST = "(?<=[^参开报应备观停])赛"
# 全委（扩大）会
_WIDENED = "(?:[委事]会?|主席|会长|常委|党组|党委)（扩大）会"
# What leads to a name without being part of it, before and beside the words of the list: the line's head, then remarks.
_BEFORE = (
    r"[，、；：。\s|｜】\ue005]|[^，。【】]{2,12}】|[^，。]{2,24}[电讯](?=[\s（])"
    r"|(?:本报|本网|本社|中新社|新华社)[^，。]{0,12}?[电讯报](?:道|\s)*|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|的|之(?=第)|了"
)
_BESIDE = (
    r"(?:会议|大会)决定|(?:会议|大会)?(?:表决|决定|宣布|通过|确定|商定)了?(?=[第下首])|(?:会议|年会|大会|活动|论坛)期间|经(?=第|[一二三四五六七八九十]届)|晚(?!会|宴)|也|还|又|并|将|隆重的?|盛大的?"
    r"|(?:为期|历时|持续)\w{1,4}[天日周](?:半)?的?|自|与|一年一度的?|备受\w{2}的?|举世瞩目的?|万众瞩目的?|形式多样的?|丰富多彩的?"
    r"|\w{0,4}时许?|(?:本报|本网|本站)?讯|(?:【[^】]*】)|（[^（）]*）(?=\S)"
)
# Who holds an event, and on what.
_ABOUT = (
    r"^.{2,}(?<!隆重)(?:祝贺|贺信)(?=.{6})|^.*(?:主办|承办|协办|举办)(?=“|以“[^”]*”为主题的)|^.*以“[^”]*”为(?:主题|主线|题)的(?=.{6})"
    r"|^[^，。]{4,60}(?:公司|协会|学会|大学|学院|集团|中心|政府|局|院|厅|会)关于(?=.{6})"
)
_REMARK = patterns.compile(
    r"[（(](?:以?下?简?称|又称)?[^（）()]*(?:称|人|主持|实际|应)[^（）()]*[）)]$|[（(][A-Za-z][^（）()]*[）)]$"
)
_QUOTED = patterns.compile("[“「『][^“”「」『』]+[”」』]")
_COUNTED = patterns.compile(r"[\d一二三四五六七八九十两几多]+[场次个期项批]|各|每|相关|有关|多")
_FEWEST_OF_DEED = 6
_MANY = patterns.compile(r"(?<!第)[\d一二三四五六七八九十两]+[场次个期项]|各|每|历|多|系列|等")
# 青年会 is no 年会; 博览会等活动 are several.
_NO_EVENT = patterns.compile(r"青年会$|等(?:一?系列|多项)?活动$")
_CLAUSE = patterns.compile(
    r"为(?:本次|本届)?(?:大会|论坛|活动|展会|仪式|会议|比赛)$|[书记长任]{2}、|本议案|提交|提请|尚需|围绕(?![^“]*”)|决议公告|[一二三四五六]、|\d[.．](?!\d)|要办的|^(?:会议|活动)和|^(?:拟定|商定|延迟|推迟)"
)
# 甲博览会与乙博览会 are two, 论坛及表彰大会 is one.
_BOTH = patterns.compile(r"[与和、](?=.{4,})")


class _Words(NamedTuple):
    """How the word lists tell a name: the nouns of events, and what may stand before, within and behind a name."""

    noun: re.Pattern[str]
    ending: re.Pattern[str]
    lead: re.Pattern[str]
    relative: re.Pattern[str]
    generic: re.Pattern[str]
    action: re.Pattern[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    noun, lead, hold, generic, action = (
        lexicon.alternation(name) for name in ("event", "event_lead", "event_hold", "event_generic", "event_action")
    )
    noun = rf"{noun}|{_CONTEST}|{_WIDENED}"
    return _Words(
        noun=patterns.compile(rf"(?:{noun})"),
        ending=patterns.compile(rf"(?:{noun})(?:[”」』）)]|[（(][^（）()]*[）)])*$"),
        lead=patterns.compile(rf"^(?:{_BEFORE}|{lead}|{_BESIDE})+"),
        relative=patterns.compile(rf"^.*(?:{hold})的[—―-]*(?=.)|{_ABOUT}"),
        generic=patterns.compile(rf"(?:{generic}|等|的|性|[\d一二三四五六七八九十两]+[场次个期项])+"),
        action=patterns.compile(rf"^(?:{action}|为|由|在|对|就|把|将|赴|到|以(?!“))"),
    )


def bounded(text: str, sealed: str, span: Span, lexicon: Lexicon) -> Span:
    """The name inside a stretch that ends with it: without 由…主办的, 随后, 本次 and a remark behind."""
    start, end = span.start, span.end
    words = _words(lexicon)
    while found := words.relative.match(sealed[start:end]) or words.lead.match(sealed[start:end]):
        start += found.end()
    if remark := _REMARK.search(text[start:end]):
        end = start + remark.start()
    if _QUOTED.fullmatch(text, start, end):
        start, end = start + 1, end - 1
    return Span(start, end)


def parts(text: str, sealed: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The names of a stretch that may join two events with 与 or 和."""
    start = span.start
    for joint in _BOTH.finditer(sealed[span.slice]):
        before = bounded(text, sealed, Span(start, span.start + joint.start()), lexicon)
        if len(before) > 5 and _words(lexicon).ending.search(text[before.slice]):
            yield before
            start = span.start + joint.end()
    yield bounded(text, sealed, Span(start, span.end), lexicon)


def is_own(words: str, lexicon: Lexicon) -> bool:
    """Whether words name one event, and are no common noun (会议, 本次论坛, 3场专题论坛) and no clause."""
    if (
        not 3 <= len(words) <= LONGEST
        or words.count("”") != words.count("“")
        or _words(lexicon).action.match(words)
        or _CLAUSE.search(words)
        or _NO_EVENT.search(words)
    ):
        return False
    told = _words(lexicon).ending.search(words) or _EDITION.search(words)
    return told is not None and not is_generic(words, lexicon)


def is_deed(words: str, lexicon: Lexicon) -> bool:
    """Whether words name what was done for its matter: 采茶技能培训, unlike 专题培训."""
    return (
        _FEWEST_OF_DEED <= len(words) <= LONGEST
        and words.count("”") == words.count("“")
        and not _CLAUSE.search(words)
        and not _COUNTED.match(words)
        and not _words(lexicon).action.match(words)
    )


def is_generic(words: str, lexicon: Lexicon) -> bool:
    """Whether words only point to an event: 会议, 本次论坛, 3场专题论坛."""
    general = _words(lexicon).generic.match(words)
    if general and _MANY.search(general.group()):
        return True
    rest = words[general.end() if general else 0 :]
    return not rest or (_words(lexicon).noun.fullmatch(rest) is not None and not words.startswith("第"))
