"""The matters of a decision: where one ends and the next begins in a list, and what is no part of their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.numeral import value
from huiyao.rules import Anchor
from huiyao.text import Span

# Longer than any matter's name: what runs on so far is a sentence.
LONGEST = 100
# The number of an item, in brackets that may be sealed or with a sign behind it; 1.5 is none.
NUMBER = patterns.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d\ue010]{1,3}(?:[)）、]|[.．](?!\d))|[㈠-㈩①-⑳⒈-⒛])\s*")

_JOINTS = patterns.compile(
    r"[、，；]|(?<=[》”])(?=[《“])|以及|(?<![章遍协总温共饱缓柔])和(?!谐|平|解|睦|田|信息|(?:收取|收缴|缴纳|管理|使用|实施)办法)|及(?!时|其|(?:收取|收缴|缴纳|管理|使用|实施)办法)|与(?!会)|并(?=关于|《)"
)
_BEFORE = patterns.compile(
    r"^(?:[，、；：。\s了]|并|(?:先后|分别|逐项|认真|集体|共同)*(?:听取|审议|审阅|审查|讨论|研究|宣读)(?:并(?:审议|讨论))?了|就|对于|如下|以下|有关|(?:会议|大会)(?!决议|公报|宣言|纪要|议程)|同时|随后|接着|最后|会上|其中|还|又|也|另|即|由|以及|及|和(?=《)|决议|[一二三四五六七八九十]是|"
    r"(?:审议|表决|一致)*通过了?(?=《|[^，；]{2,24}(?:报告|章程|办法|方案|案)$)|经[^，]{0,12}表决)+"
)
_AFTER = patterns.compile(
    r"(?:等(?:[一二两三四五六七八九十\d]+[项个份件])?(?:各类|各项|相关|有关|多项)?"
    r"(?:议案|提案|议题|事项|报告|文件|决议|章程制度|制度|内容|会议议程|议程)*)?[、，；：。\s]*$"
)
# A remark in brackets behind a matter is no part of its name; its version is.
_REMARK = patterns.compile(r"[（(][^（）()]*[）)]$")
_VERSION = patterns.compile(r"草案|修[订正]|试行|稿|征求|版|合伙|特殊|暂行|(?:19|20)\d\d|[〇零一二三四五六七八九]{4}年")
# Words that point back to a matter and name none.
_POINTING = patterns.compile(
    r"(?:人事|照案|原案|本案|该案|此案|全案|上述|以上|下列|如下|各项|相关|有关|这些|该|本|此|前述|其余|其他|其它|所有|全部|[一二两三四五六七八九十\d]+[项个份件])*"
    r"(?:提案|议案|决议|议题|事项|报告|文件|案|方案|内容|草案|项目|协议|联盟|分会|基地|协会|平台|办事处|合作|意见)?"
)

_TITLE = patterns.compile(r"“[^”]*”")
# The title of a decree, and what in it honours.
_DECREE = patterns.compile(
    r".{0,40}?关于(?:表彰|授予|命名|表扬|嘉奖)?(?P<whom>.{3,60}?)的?(?:表彰|嘉奖|表扬|命名)?(?:决定|通报|通知|公告|决议)》?$"
)
_HONOURING = patterns.compile(r"表彰|授予|命名|表扬|嘉奖")
# Titles side by side, and nothing else.
_QUOTED = patterns.compile(r"(?:“[^”]*”[、和及]{0,2}){2,}(?:等[^，；：。]*)?(?:(?:荣誉)?称号|荣誉)?$")
# Between two groups of the honoured.
_GROUP = patterns.compile(r"(?<=”)(?:[、，]|以及|和|及)")
_PARTED = patterns.compile(r"[、，；]|和|及|与|其中|$")
_FOUNDERS = patterns.compile(
    r"^.*(?:仪式|大会|年会|会议|启动会|联谊会|签约)(?:（[^（）]*）)?暨(?=.{4})|^.*(?:发起|牵头|举办|组建|打造|共建)的(?=.{4})|^参加(?=.{4})"
)

# What a verdict says of a matter without naming it.
_VERDICT = patterns.compile(
    r"照案|(?:提交|提请|列入)[^，]*的[一二三四五六七八九十\d]+[项个份]|无异议|[征徵]询|全体出席|出席股东|本案|^(?:下列|以下|上述)"
)


@lru_cache(maxsize=4)
def _document(lexicon: Lexicon) -> re.Pattern[str]:
    return patterns.compile(rf"(?:{lexicon.alternation('document')}|[》”]|修[改订正](?=（))(?:（[^）]*）)*$")


@lru_cache(maxsize=4)
def _body(lexicon: Lexicon) -> re.Pattern[str]:
    return patterns.compile(rf"(?:{lexicon.alternation('body')})$")


def is_document(words: str, lexicon: Lexicon) -> bool:
    """Whether sealed words end as the name of something that is passed does: 工作报告, 《…》."""
    return bool(_document(lexicon).search(words))


def names_one(words: str) -> bool:
    """Whether words name a matter, and do not only point back to one (本案, 三项提案)."""
    return 2 <= len(words) <= LONGEST and not _POINTING.fullmatch(words) and not _VERDICT.search(words)


def trimmed(text: str, sealed: str, span: Span) -> Span:
    """The span of a matter without joints before it, 等三项议案 and remarks behind it; empty where nothing is left."""
    number = NUMBER.match(sealed[span.slice])
    span = Span(span.start + (number.end() if number else 0), span.end)
    words = sealed[span.slice]
    before = _BEFORE.match(words)
    start = before.end() if before else 0
    after = _AFTER.search(words, start)
    end = max(start, after.start() if after else len(words))
    span = Span(span.start + start, span.start + end)
    remark = _REMARK.search(text[span.slice])
    if remark and remark.start() and not _VERSION.search(remark.group()):
        return Span(span.start, span.start + remark.start())
    return span


_MARK = patterns.compile(r"、|以及|和(?=《)")
_COUNTED = patterns.compile(
    r"等(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})[项个份件](?:[^，；：。、]{0,4}?(?:[议提]案|议题|事项|文件|决议|制度))?$"
)
# 何山所作的工作报告, 何山作工作报告: whose report it is.
_AUTHOR = patterns.compile(r"[^，；《》“”]{2,40}?(?<!工)[作做](?:的|了)?(?=[^，；《》“”]*报告$)")


# 关于成立青年委员会、调整会费标准、聘请顾问的决定: what a motion is about does not end before its own word.
_OPEN_TOPIC = patterns.compile(r"^[、，]?关于(?!.*(?:的[^的]{1,6}|案|》)$)")


def passed(text: str, sealed: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The documents of a list; and whatever else it names, where it counts what it names."""
    counted = bool(_as_counted(sealed, span))
    for document in documents(text, sealed, span, lexicon):
        if counted or is_document(sealed[document.slice], lexicon):
            yield document


def documents(text: str, sealed: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """What a list names, one after the other. A joint parts two only where the words before it name a document.

    Where the list says how many motions it names, and has so many parts, each part is one, whatever it is called.
    """
    if parts := _as_counted(sealed, span):
        yield from (trimmed(text, sealed, part) for part in parts)
        return
    start = span.start
    for joint in _JOINTS.finditer(sealed[span.slice]):
        before = Span(start, span.start + joint.start())
        words = sealed[before.slice]
        if len(before) > 1 and is_document(words, lexicon) and not _OPEN_TOPIC.match(words):
            yield _unsigned(sealed, trimmed(text, sealed, before))
            start = span.start + joint.end()
    if start < span.end:
        yield _unsigned(sealed, trimmed(text, sealed, Span(start, span.end)))


def _as_counted(sealed: str, span: Span) -> tuple[Span, ...]:
    """The parts of a list that counts them (甲、乙、丙等3项议案); none where it has more or fewer."""
    counted = _COUNTED.search(sealed, span.start, span.end)
    if counted is None:
        return ()
    marks = _MARK.finditer(sealed, span.start, counted.start())
    bounds = [span.start, *(mark.end() for mark in marks), counted.start()]
    parts = tuple(Span(a, b) for a, b in pairwise(bounds))
    said = counted["n"]
    number = int(said) if said.isdigit() else value(said)
    return parts if len(parts) == number else ()


def posts(text: str, sealed: str, span: Span) -> Iterator[Span]:
    """Who is put into which post, in a list of such: 何山为会长、甄海、言午为副会长."""
    marks = _MARK.finditer(sealed, span.start, span.end)
    yield from (
        trimmed(text, sealed, part) for part in _parted(span, marks, lambda before, _: "为" in sealed[before.slice])
    )


def _parted(span: Span, joints: Iterable[re.Match[str]], parts: Callable[[Span, int], bool]) -> Iterator[Span]:
    """What stands between those joints of a list that part it, told by what stands before one and where it ends."""
    start = span.start
    for joint in joints:
        before = Span(start, joint.start())
        if parts(before, joint.end()):
            yield before
            start = joint.end()
    yield Span(start, span.end)


def _unsigned(sealed: str, span: Span) -> Span:
    author = _AUTHOR.match(sealed, span.start, span.end)
    return Span(author.end() if author else span.start, span.end)


def counts(text: str, sealed: str, span: Span, quantities: Sequence[Anchor]) -> Iterator[Span]:
    """The counted posts of a list (理事89名、监事5名), each to its number's end; the whole where none is counted."""
    start = span.start
    ends = [_counted_end(sealed, quantity.span.end, span.end) for quantity in quantities][:-1]
    for end in [*ends, span.end]:
        yield trimmed(text, sealed, Span(start, end))
        start = end


def honours(text: str, sealed: str, span: Span, quantities: Sequence[Anchor]) -> Iterator[Span]:
    """The groups of a list of the honoured, each with its number and its title in quotation marks; else the whole."""

    def counted(_: Span, at: int) -> bool:
        rest = sealed.find("“", at, span.end)
        return any(at <= quantity.span.start < rest for quantity in quantities)

    joints = _GROUP.finditer(sealed, span.start, span.end)
    yield from (trimmed(text, sealed, part) for part in _parted(span, joints, counted))


def titles(text: str, sealed: str, span: Span) -> Iterator[Span]:
    """Each of several titles in quotation marks that stand side by side; else the whole."""
    if not _QUOTED.match(sealed, span.start, span.end):
        yield trimmed(text, sealed, span)
        return
    for title in _TITLE.finditer(sealed, span.start, span.end):
        yield Span(*title.span())


def honours_in(text: str, span: Span) -> Iterator[Span]:
    """Whom a decree honours by its title (《关于表彰先进集体的决定》); nothing where it decrees something else."""
    found = _DECREE.match(text, span.start, span.end)
    if found and _HONOURING.search(text, span.start, span.end):
        yield Span(*found.span("whom"))


def bodies(text: str, sealed: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The organisations of a list of those founded, without who founded them."""
    body = _body(lexicon)
    marks = _MARK.finditer(sealed, span.start, span.end)
    for part in _parted(span, marks, lambda before, _: body.search(sealed, before.start, before.end) is not None):
        yield founded(sealed, trimmed(text, sealed, part))


def _counted_end(sealed: str, at: int, end: int) -> int:
    """Where a counted post ends: behind its number, or, where the number comes first (五名理事), behind its name."""
    joint = _PARTED.search(sealed, at, end)
    return joint.start() if joint else end


def founded(sealed: str, span: Span) -> Span:
    """What was founded, without who founded it (甲牵头发起的…) and what was held at once (签约仪式暨…)."""
    lead = _FOUNDERS.match(sealed[span.slice])
    return Span(span.start + (lead.end() if lead else 0), span.end)


def items(text: str, sealed: str, span: Span, joint: str) -> Iterator[Span]:
    """The parts of a stretch between joints."""
    start = span.start
    while (at := sealed.find(joint, start, span.end)) >= 0:
        yield trimmed(text, sealed, Span(start, at))
        start = at + len(joint)
    yield trimmed(text, sealed, Span(start, span.end))
