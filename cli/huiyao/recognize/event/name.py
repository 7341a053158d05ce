"""An event's own name: where it begins and ends, and whether it is one at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.text import Span

LONGEST = 90

# What leads to a name without being part of it.
_LEAD = patterns.compile(
    r"^(?:[，、；：。\s|｜】\ue005]|[^，。【】]{2,12}】|[^，。]{2,24}[电讯](?=[\s（])|(?:本报|本网|本社|中新社|新华社)[^，。]{0,12}?[电讯报](?:道|\s)*|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|的|之(?=第)|了|随后|接着|之后|首先|最后|然后|会前|会后|会上|(?:会议|大会)决定|期间|(?:会议|年会|大会|活动|论坛)期间|同日|当日|当天|当晚|次日"
    r"|上午|下午|晚上|晚间|傍晚|晚(?!会|宴)|首次|本次|此次|这次|该次|近日|日前|今天|今日|昨日|昨天|昨晚|同期|同时|一次|一场|一期|也|还|又|并|将|隆重的?|盛大的?"
    r"|(?:为期|历时|持续)\w{1,4}[天日周](?:半)?的?|自|与|一年一度的?|备受瞩目的?|举世瞩目的?|万众瞩目的?|形式多样的?|丰富多彩的?|\w{0,4}时许?|(?:本报|本网|本站)?讯|(?:【[^】]*】)|（[^（）]*）(?=\S))+"
)
_RELATIVE = patterns.compile(
    r"^.*(?:主办|承办|协办|举办|组织|指导|支持|发起|打造|参与|召开|举行|实施|牵头|开展|筹划|策划|主编|编制|冠名|赞助|推出|合办)的[—―-]*(?=.)"
    r"|^.*(?:主办|承办|协办|举办)(?=“|以“[^”]*”为主题的)|^.*以“[^”]*”为(?:主题|主线|题)的(?=.{6})"
    r"|^[^，。]{4,60}(?:公司|协会|学会|大学|学院|集团|中心|政府|局|院|厅|会)关于(?=.{6})"
)
_REMARK = patterns.compile(
    r"[（(](?:以?下?简?称|又称)?[^（）()]*(?:称|人|主持|实际|应)[^（）()]*[）)]$|[（(][A-Za-z][^（）()]*[）)]$"
)
_GENERIC = patterns.compile(
    r"(?:本次|此次|这次|本届|该|各|每|历次|历届|多次|多场|多个|一系列|系列|各类|各种|相关|有关|其他|其它|重要|大型|等|这个|此|两次|三次|几次|数场|上述|以上|我们的|盛大"
    r"|隆重|专题|新闻|当天|上次|下次|下一次|首场|全部|整个|主题|特色|的|性|[\d一二三四五六七八九十两]+[场次个期]"
    r"|董事会|监事会|理事会|股东大?会|党委|支委|开幕|闭幕|启动|揭牌|签约|颁奖|表彰|授牌|颁证|工作|现场|正式|成立|就职|欢迎|答谢|交接|系列)+"
)
_QUOTED = patterns.compile("[“「『][^“”「」『』]+[”」』]")
_MANY = patterns.compile(r"(?<!第)[\d一二三四五六七八九十两]+[场次个期]|各|每|历|多|系列|等")
_ACTION = patterns.compile(
    r"^(?:本届|本次|此次|这次|召开|举行|举办|开展|参加|出席|组织|为|由|在|对|就|把|将|赴|到|宣布|宣读|表示|他|她|我们|以(?!“)|通过|围绕|根据|按照|促进|推动|推进|深化|面向|更多|进一步)"
)
# 青年会 is no 年会; 博览会等活动 are several.
_NO_EVENT = patterns.compile(r"青年会$|等(?:一?系列|多项)?活动$")
_CLAUSE = patterns.compile(
    r"为(?:本次|本届)?(?:大会|论坛|活动|展会|仪式|会议|比赛)$|[书记长任]{2}、|本议案|提交|提请|尚需|围绕(?![^“]*”)"
)
# 甲博览会与乙博览会 are two, 论坛及表彰大会 is one.
_BOTH = patterns.compile(r"[与和、](?=.{4,})")


@lru_cache(maxsize=4)
def _noun(lexicon: Lexicon) -> re.Pattern[str]:
    return patterns.compile(rf"(?:{lexicon.alternation('event')})")


@lru_cache(maxsize=4)
def _ending(lexicon: Lexicon) -> re.Pattern[str]:
    return patterns.compile(rf"(?:{lexicon.alternation('event')})(?:[”」』）)]|[（(][^（）()]*[）)])*$")


def bounded(text: str, sealed: str, span: Span) -> Span:
    """The name inside a stretch that ends with it: without 由…主办的, 随后, 本次 and a remark behind."""
    start, end = span.start, span.end
    while found := _RELATIVE.match(sealed[start:end]) or _LEAD.match(sealed[start:end]):
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
        before = bounded(text, sealed, Span(start, span.start + joint.start()))
        if len(before) > 5 and _ending(lexicon).search(text[before.slice]):
            yield before
            start = span.start + joint.end()
    yield bounded(text, sealed, Span(start, span.end))


def is_own(words: str, lexicon: Lexicon) -> bool:
    """Whether words name one event, and are no common noun (会议, 本次论坛, 3场专题论坛) and no clause."""
    if (
        not 3 <= len(words) <= LONGEST
        or words.count("”") != words.count("“")
        or _ACTION.match(words)
        or _CLAUSE.search(words)
        or _NO_EVENT.search(words)
    ):
        return False
    return _ending(lexicon).search(words) is not None and not is_generic(words, lexicon)


def is_generic(words: str, lexicon: Lexicon) -> bool:
    """Whether words only point to an event: 会议, 本次论坛, 3场专题论坛."""
    general = _GENERIC.match(words)
    if general and _MANY.search(general.group()):
        return True
    rest = words[general.end() if general else 0 :]
    return not rest or (_noun(lexicon).fullmatch(rest) is not None and not words.startswith("第"))
