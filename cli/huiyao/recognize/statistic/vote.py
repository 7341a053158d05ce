"""Counts of votes: what was voted on, or who was voted for, and how."""

from __future__ import annotations

import re

from huiyao import patterns
from huiyao.recognize.statistic.figure import Clauses, Figure
from huiyao.recognize.statistic.unit import PEOPLE
from huiyao.recognize.statistic.words import Words
from huiyao.records import Passages
from huiyao.text import Span

_UNITS = frozenset({"票", "股"})
_MATTER = patterns.compile(
    r"《(?P<title>[^《》]{2,60})》"
    r"|(?P<plain>[^，。；：、《》\s（）()]{2,24}?(?:议案|提案|方案|预案|动议|建议|工程|事项|合同|决议|章程|办法|名单|案))(?=[，。；：（(、拟则经获以因仅]|的?表决|$)"
)
_PASSED = patterns.compile(r"(?:获得?)?(?:一致)?(?:通过|决定|否决)了?(?:关于)?(?P<matter>[^，。；]{2,30})")
_PROCEDURE = patterns.compile(
    r"(?:经?(?:举手|投票|书面)?表决|投票)?结果?[为是：:]?$|^(?:经?(?:举手|投票|书面)?表决|以|获|仅|只)"
)
_CLAUSE = patterns.compile(r"(?P<clause>[^，。；：]{4,40})[，。；][^，。；]{0,6}表决")
_GATHERED = patterns.compile("审议|以下|如下|[0-9一二三四五六七八九十两]项|临时动议|逐项")
# what only points to a matter that is not named
_POINTING = patterns.compile(
    "(?:(?:以上|上述|本次|该)(?:各?项)?(?:决议|议案|事项|表决)?(?:的?表决)?(?:情况|结果)?)?[为是]?"
)
_MINORITY = patterns.compile("中小(?:投资者|股东)(?:的?单独)?(?:总?表决|投票|计票)")
_ELECTED = patterns.compile(r"(?:补选|选举|推选|增补|推举)(?P<name>[^，。、；]{2,4})为[^，。；、]*$")
_GOT = patterns.compile(r"(?:[获得以仅共收到了]|得票|获得|取得)*$")
# what a matter can do without, in this order
_IDLE = (
    patterns.compile("^(?:[㈠-㈩]|(?:[0-9一二三四五六七八九十]+[.、]))|[（(][^）)]*[）)]|《|》"),
    patterns.compile("^(?:有?关于?|对|将|经|拟将?)|的(?:议案|提案)$"),
    patterns.compile("[由从].*(?:之|的)|^为.*?(?:提供|办理|申请)|事项$"),
)
_WORDS = "的之了和与及、以 \u3000"
# clauses that tell of the meeting and not of a matter: 到会22人，符合章程规定。同意25票
_OF_MEETING = patterns.compile(
    "召开$|举行$|到会|出席|列席|参加会议|参加表决|符合|有效|合法|法定人数|主持|法规|规定$|如下$|结果$"
)
_HEADINGS_BACK = 4
_LONG, _ITEM = 20, 6


def subject(clauses: Clauses, words: Words, figure: Figure, topic: str) -> tuple[str, str] | None:
    """What was voted on or who for, and how (赞成, 得票); None where the figure counts no votes.

    `topic` is what the figure before was of: the matter is said once for 同意, 反对 and 弃权.
    """
    left, right = clauses.text[figure.left.slice], clauses.text[figure.right.slice]
    if figure.quantity.amount.unit in PEOPLE and words.vote.fullmatch(right.rstrip("了")):
        # 25人赞成
        return "", right.rstrip("了") + "人数"
    if figure.quantity.amount.unit not in _UNITS:
        return None
    source = clauses.passages.text
    before = _last(words.vote, left)
    cast = words.vote.match(right) or before
    if cast is not None:
        own = source[figure.left.start : figure.left.start + before.start()] if before is not None else ""
        own = _PROCEDURE.sub("", own.strip(_WORDS).removeprefix("其中"))
        counted = left[before.end() :].strip("为共计是 ") if before is not None else ""
        matter = _short(own) if len(own) >= 3 else _between(source, figure) or topic or _matter_of(clauses, figure)
        if _MINORITY.search(source, figure.sentence.start, figure.quantity.span.start) and not matter.startswith(
            "中小"
        ):
            matter = "中小投资者" + matter
        return ("", cast.group() + "票") if _POINTING.fullmatch(matter) else (matter, cast.group() + counted)
    if figure.quantity.amount.unit != "票":
        return None
    got = _GOT.search(left)
    name = source[figure.left.start : figure.left.start + got.start()].strip(_WORDS) if got is not None else ""
    if not name.endswith(("案", "议")):
        name = name[name.rfind("的") + 1 :]
    name = name or _before_sign(clauses, figure)
    return (name, "得票") if name else None


def _between(source: str, figure: Figure) -> str:
    """A matter that is named between the figure before and this one."""
    start = figure.sentence.start if not figure.index else figure.previous
    return _last_in(source, Span(start, figure.quantity.span.start)) if figure.index else ""


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    matches = [*pattern.finditer(text)]
    return matches[-1] if matches else None


def _before_sign(clauses: Clauses, figure: Figure) -> str:
    """The name before the bracket or colon at which the figure's clause opens, also as in （连任，得179票）."""
    end = figure.left.start - 1
    if figure.opening in "，," and (bracket := clauses.text.rfind("（", figure.sentence.start, end)) >= 0:
        end = bracket
    elif not figure.opening or figure.opening not in "（(：:":
        return ""
    elected = _ELECTED.search(clauses.text, figure.sentence.start, end)
    if elected is not None:
        return clauses.passages.text[slice(*elected.span("name"))]
    start = end
    while start > 0 and clauses.text[start - 1] not in "，。；：（）！？,;:()\n 、及和":
        start -= 1
    return clauses.passages.text[start:end]


def _matter_of(clauses: Clauses, figure: Figure) -> str:
    """The matter voted on: named behind the vote, before it in the paragraph, or in a heading above."""
    source = clauses.passages.text
    behind = _PASSED.search(clauses.text, figure.quantity.span.end, figure.sentence.end)
    if behind is not None and not patterns.compile("[，。；]").match(behind.group("matter")):
        return patterns.compile("的?(?:议案|提案|方案|决议)$").sub("", source[slice(*behind.span("matter"))])
    start = figure.since
    item = max(source.rfind("；", start, figure.quantity.span.start) + 1, figure.sentence.start)
    for since in (item, start):
        if named := _last_in(source, Span(since, figure.quantity.span.start)):
            return named
    clause = _last(_CLAUSE, source[item : figure.quantity.span.start])
    if clause is not None and not clause.group("clause").startswith(("本议案", "该议案", "此议案")):
        return _short(clause.group("clause"))
    return _named(source, clauses.passages, figure)


def _named(source: str, passages: Passages, figure: Figure) -> str:
    start = figure.since
    found = ""
    if figure.sentence.start - start > _ITEM:
        earlier = source[start : figure.sentence.start].rstrip("。；：，")
        clause = patterns.compile("[，。；：]").split(earlier)[-1]
        return "" if _OF_MEETING.search(clause) else _short(clause)
    for block in reversed(passages.blocks[max(0, figure.block - _HEADINGS_BACK) : figure.block]):
        if found:
            break
        found = _last_in(source, block.span)
    return found


def _last_in(source: str, span: Span) -> str:
    matter = ""
    for found in _MATTER.finditer(source, span.start, span.end):
        named = found.group("title") or found.group("plain")
        if _GATHERED.search(named) is None:
            matter = named
    return _short(matter)


def _short(matter: str) -> str:
    """A matter without number and bracket, and of a long one its beginning and its last word."""
    for idle in _IDLE:
        matter = idle.sub("", matter)
    at = matter.rfind("的")
    return matter[at + 1 :] if len(matter) > _LONG and at > 0 else matter
