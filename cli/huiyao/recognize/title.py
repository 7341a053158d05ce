"""Titles of persons: a head (会长, 局长, 工程师) with what stands before it (原, 常务, 副, 党委)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.records import Mention, Passages
from huiyao.text import Span

_ASSISTANT = "助理"
_UNIONS = ("总工会", "工会", "妇联")
_GRADES = ("负责人", "科员", "主任科员", "副主任科员", "调研员", "巡视员")
_OF_PLACE = patterns.compile("[省市县区州]长")
_NEAR = 4
_SHORT = patterns.compile("会[（(]([\u4e00-\u9fff]{1,3}总)[）)]")
# 理事会当选名单：甲、乙: the heading of a list of those who hold the title.
OF_A_LIST = "会(?:当选|成员|人员)*名单[：:]"
_JOINS = frozenset("兼任和及与为由")


class TitleGrammar(NamedTuple):
    """The compiled word lists. `modifiers` are grouped by length, since a title is extended to the left; `bodies` are
    those that name a body, such as 机关党委, `grades` the heads that no body gives.
    """

    head: re.Pattern[str]
    stop: re.Pattern[str]
    modifiers: tuple[tuple[int, frozenset[str]], ...]
    bylines: frozenset[str]
    bodies: tuple[str, ...]
    grades: frozenset[str]


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> TitleGrammar:
    """The title grammar of a lexicon."""
    by_length: dict[int, set[str]] = {}
    for word in lexicon.words("title_modifier"):
        by_length.setdefault(len(word), set()).add(word)
    return TitleGrammar(
        patterns.compile(lexicon.alternation("title")),
        patterns.compile(f"(?!{OF_A_LIST})(?:{'|'.join(_stops(lexicon))})"),
        tuple((n, frozenset(by_length[n])) for n in sorted(by_length, reverse=True)),
        frozenset(lexicon.words("title", family="byline")),
        tuple(sorted((*_UNIONS, *lexicon.words("title_modifier", kind="party")), key=len, reverse=True)),
        frozenset((*lexicon.words("title", family="rank"), *_GRADES)),
    )


def _stops(lexicon: Lexicon) -> Iterator[str]:
    yield f"(?:{lexicon.alternation('title_stop', behind='')})"
    for word, row in lexicon.table("title_stop").items():
        if row["behind"]:
            yield f"(?<={row['behind']}){word}"


def find(passages: Passages, lexicon: Lexicon) -> tuple[Mention, ...]:
    """All titles of the text outside boilerplate, each as long as the word lists make it, in order."""
    short = frozenset(_SHORT.findall(passages.text))
    found = (m for _, sentence in passages.sentences() for m in in_span(passages.text, sentence, lexicon))
    return tuple(_behind_short(passages.text, m, short) if short else m for m in found)


def _behind_short(text: str, title: Mention, short: Iterable[str]) -> Mention:
    """会长 in 渔总会长, where the report says that it calls a 渔业总会 so."""
    at = title.span.start
    if title.text[0] != "总" or not text.endswith(tuple(short), 0, at + 1):
        return title
    return Mention("title", Span(at + 1, title.span.end), title.text[1:], "title")


def whole(titles: Iterable[Mention], cuts: Callable[[Span], frozenset[int]]) -> tuple[Mention, ...]:
    """The titles without those of a place whose two characters belong to two words: 市长 in 桂林市长兴集团."""
    return tuple(m for m in titles if not _OF_PLACE.fullmatch(m.text) or _is_word(m.span, cuts))


def _is_word(span: Span, cuts: Callable[[Span], frozenset[int]]) -> bool:
    around = Span(max(0, span.start - _NEAR), span.end + _NEAR)
    inner = cuts(around)
    return span.start in inner or span.end in inner


def in_span(text: str, span: Span, lexicon: Lexicon) -> list[Mention]:
    """The titles inside a span of the text."""
    rules = grammar(lexicon)
    found: list[Mention] = []
    floor, at = span.start, span.start
    while head := rules.head.search(text, at, span.end):
        if (
            rules.stop.match(text, head.end(), span.end)
            or _in_a_name(text, head, span, rules)
            or _is_cut_short(text, head, span, rules)
        ):
            at = head.start() + 1
            continue
        end = head.end() + len(_ASSISTANT) * text.startswith(_ASSISTANT, head.end(), span.end)
        start = _without_body(text, floor, _extend(text, floor, head.start(), rules), head, rules)
        found.append(Mention("title", Span(start, end), text[start:end], "title"))
        floor = at = end
    return found


def _without_body(text: str, floor: int, start: int, head: re.Match[str], rules: TitleGrammar) -> int:
    """工会 belongs to the title only behind a mark: 某集团党委书记、工会主席, but 某集团工会 主席; never to a grade."""
    body = next((body for body in rules.bodies if text.startswith(body, start, head.start())), None)
    if body is None:
        return start
    opens = start == floor or not "\u4e00" <= text[start - 1] <= "\u9fff" or text[start - 1] in _JOINS
    stays = head.group() not in rules.grades and (opens or body not in _UNIONS)
    return start if stays else start + len(body)


def _in_a_name(text: str, head: re.Match[str], span: Span, rules: TitleGrammar) -> bool:
    """Whether a byline's word is part of something else: 摄影 in 海川摄影行业协会."""
    at = head.start()
    return head.group() in rules.bylines and at > span.start and "\u4e00" <= text[at - 1] <= "\u9fff"


def _is_cut_short(text: str, head: re.Match[str], span: Span, rules: TitleGrammar) -> bool:
    """Whether a head's borders fall inside words: 副总 in 副总会计师, 会监 in 协会监察长."""
    goes_on = head.group().endswith("总") and rules.head.match(text, head.end() - 1, span.end)
    longer = head.group()[0] == "会" and rules.head.match(text, head.start() + 1, span.end)
    return bool(goes_on) or bool(longer and longer.end() > head.end())


def _extend(text: str, floor: int, start: int, rules: TitleGrammar) -> int:
    while True:
        for length, words in rules.modifiers:
            if start - length >= floor and text[start - length : start] in words:
                start -= length
                break
        else:
            return start
