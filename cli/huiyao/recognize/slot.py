"""Stretches of the text that may be a person's name by how they begin and by what stands beside them.

A proposal is a stretch of characters that begins with a surname (or is dotted, or in Latin letters) together with the
kind of place before and behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize import org, unlike
from huiyao.recognize.surroundings import JOINTS, Surroundings, after_of, before_of, things_follow
from huiyao.recognize.unlike import Grammar, grammar
from huiyao.records import Mention, Passages
from huiyao.text import Span

_HIDDEN = frozenset("某×＊*○〇")
_AGENT_MARKS = ("由", "请")
_ALIAS = patterns.compile(r"(?:化名|署名|网名|昵称|代号)(?:为|是|叫)?[“「\"]?$")

# What a stretch of a dotted name may begin and end with is as wide as the longest names seen.
_DOTTED = patterns.compile(r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,9}){1,3}")
_COMPOUND = 4
# 计二 in 计二十人
_COUNT = patterns.compile("[一二两三四五六七八九十百千]+余?[人名位家]")
_LIST_MARK = patterns.compile("、")
_LONGEST_TRANSCRIBED = 7
NAMELIKE = patterns.compile(r"[\u3400-\u9fff·]+|[A-Za-zÀ-ÿ.’ -]+")
_LATIN = patterns.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ.’-]+(?: [A-ZÀ-Þ][A-Za-zÀ-ÿ.’-]*){1,3}")


class Proposal(NamedTuple):
    """A stretch that may be a name, with the kinds of place before and behind it.

    `before` is title, rank, roll, called, word, list, start, org or none; `after` title, honour, cleric, takes, deed,
    word, stop, cut or none.
    """

    span: Span
    before: str
    after: str


def propose(passages: Passages, titles: Sequence[Mention], cuts: org.Cuts, lexicon: Lexicon) -> Iterator[Proposal]:
    """Every stretch that stands where a name may stand, outside boilerplate, in no particular order."""
    text, rules = passages.text, grammar(lexicon)
    beside = Surroundings.of(passages, titles, lexicon)
    ends = sorted(beside.ends)
    for _, sentence in passages.sentences():
        for found in rules.surname.finditer(text, sentence.start, sentence.end):
            if found.start() not in beside.inside:
                yield from _surnamed(text, found.start(), sentence, beside, cuts, lexicon)
        for found in _LATIN.finditer(text, sentence.start, sentence.end):
            yield from _between(text, Span(*found.span()), sentence, beside, lexicon)
        for found in _DOTTED.finditer(text, sentence.start, sentence.end):
            yield from _dotted(text, found, sentence, beside, lexicon)
        for found in rules.cleric.finditer(text, sentence.start + 2, sentence.end):
            yield from _between(text, Span(found.start() - 2, found.start()), sentence, beside, lexicon)
        listed = [m.end() for m in _LIST_MARK.finditer(text, sentence.start, sentence.end)]
        for start, behind in pairwise(listed):
            if (
                behind - start - 1 in (2, 3)
                and _plain(text[start : behind - 1])
                and not rules.surname.match(text, start)
            ):
                yield from _between(text, Span(start, behind - 1), sentence, beside, lexicon)
        titled = ends[bisect_right(ends, sentence.start) : bisect_left(ends, sentence.end)]
        for start in titled:
            yield from _unsurnamed(text, start, sentence, beside, lexicon)
        rolls = (start for start in beside.rolls if sentence.start <= start < sentence.end)
        for start in (*titled, *listed, *rolls):
            yield from _transcribed(text, start, sentence, beside, lexicon)


def _surnamed(
    text: str, start: int, sentence: Span, beside: Surroundings, cuts: org.Cuts, lexicon: Lexicon
) -> Iterator[Proposal]:
    rules = grammar(lexicon)
    before = before_of(text, start, sentence, beside, lexicon)
    for length in _lengths(text, start, rules):
        end = start + length
        name = text[start:end]
        # 某集团总裁施行、某物业经理常青: where each of a list has a title, a word is a name, but 代表 leads to one.
        listed = before == "title" and text[end : end + 1] == "、" and length == 2
        never = unlike.never(name, rules) and (not listed or name in rules.leading)
        if end > sentence.end or (end - 1) in beside.inside or never or not _plain(name):
            continue
        if _COUNT.match(text, end - 1, sentence.end):
            continue
        after = after_of(text, end, sentence, beside.starts, lexicon)
        if after == "title" and unlike.ends_elsewhere(
            text, Span(start, end), before, beside.starts.get(end, ""), rules
        ):
            after = "none"
        if name[0] in JOINTS and (name[1:] in rules.endings or before == "none" or length == _COMPOUND):
            continue
        if name[0] in JOINTS and before == after == "title" and name[1] in rules.surnames:
            continue  # 甲董事长和张伟副董事长
        if after == "title" and unlike.linked(name, rules):
            continue
        if unlike.untitled(name, before, after, rules) or unlike.is_word(name, before, after, rules):
            continue
        if length == _COMPOUND and not _double(name, before, rules):
            continue
        if before not in unlike.OFFICES and things_follow(text, end, sentence, lexicon):
            continue
        if text[end : end + 1] == "·" or _ALIAS.search(text, max(sentence.start, start - 5), start):
            continue
        if before in ("title", "rank") and after == "none" and end in cuts(sentence):
            # No name ends where one character would be left over: 副主席任联 before 配致辞.
            beyond = after_of(text, end + 1, sentence, beside.starts, lexicon)
            after = "none" if beyond in ("stop", "deed") else "cut"
        listing = before == "list" and text[end : end + 1] not in JOINTS
        if after == "word" and end not in cuts(sentence) and (listing or name[:2] in rules.never):
            after = "none"  # 国际合 before 作 in 国际合作与展览部, 相关工 in 相关工作人员
        # 由张 and 请任 are words to the tokenizer.
        asked = text[start - 1 : start] in _AGENT_MARKS and after in ("title", "honour", "takes")
        cut = start in cuts(sentence) or name[:2] in rules.surnames or asked
        if before == "none" and not cut:
            continue
        # 处冷 may be a word to the tokenizer where a name follows the 处.
        department = before == "org" and after == "deed" and length > 2
        place = "none" if before in ("called", "word", "org") and not (cut or department) else before
        if place != "none" or after in ("title", "honour", "takes"):
            yield Proposal(Span(start, end), place, after)


def _unsurnamed(text: str, start: int, sentence: Span, beside: Surroundings, lexicon: Lexicon) -> Iterator[Proposal]:
    """昂文多某: what stands alone between a title and a mark or a verb; the tagger has to see the name in it."""
    if grammar(lexicon).surname.match(text, start):
        return
    for end in range(start + 2, min(start + _COMPOUND, sentence.end) + 1):
        fits = after_of(text, end, sentence, beside.starts, lexicon) in ("stop", "deed", "honour", "takes")
        if fits and _plain(text[start:end]):
            yield from _between(text, Span(start, end), sentence, beside, lexicon)


def _dotted(
    text: str, found: re.Match[str], sentence: Span, beside: Surroundings, lexicon: Lexicon
) -> Iterator[Proposal]:
    """阿某·买某: as far on both sides of the dots as the characters are such as transcribe foreign names."""
    known = grammar(lexicon).transcribing
    start = found.start() + found.group().index("·") - 1
    end = found.start() + found.group().rindex("·") + 2
    titled = next((at for at in range(max(found.start(), start - 3), start) if at in beside.ends), None)
    if titled is not None:
        start = titled
    while start > found.start() and text[start - 1] in known and start not in beside.ends:
        start -= 1
    while end < found.end() and text[end] in known and end not in beside.starts:
        end += 1
    yield from _between(text, Span(start, end), sentence, beside, lexicon)


def _transcribed(text: str, start: int, sentence: Span, beside: Surroundings, lexicon: Lexicon) -> Iterator[Proposal]:
    """其其某: a name without a surname behind a title, in characters such as transcribe names."""
    known, end = grammar(lexicon).transcribing, start
    while end < min(sentence.end, start + _LONGEST_TRANSCRIBED) and text[end] in known and end not in beside.starts:
        end += 1
    while end > start + 1:
        if after_of(text, end, sentence, beside.starts, lexicon) != "none":
            yield from _between(text, Span(start, end), sentence, beside, lexicon)
            return
        end -= 1


def _between(text: str, span: Span, sentence: Span, beside: Surroundings, lexicon: Lexicon) -> Iterator[Proposal]:
    if beside.inside.isdisjoint(range(span.start, span.end)):
        yield proposal(text, span, sentence, beside, lexicon)


def proposal(text: str, span: Span, sentence: Span, beside: Surroundings, lexicon: Lexicon) -> Proposal:
    """A stretch of a sentence with what stands before and behind it; nothing stands beside what is never a name."""
    name, rules = text[span.slice], grammar(lexicon)
    if (
        unlike.never(name, rules)
        or name[:2] in rules.deeds
        or name[2:] in rules.honours
        or not _HIDDEN.isdisjoint(name)
        or (len(name) < _COMPOUND and name[-1] in rules.ends)
        or name[-1] == "氏"
    ):
        return Proposal(span, "none", "none")
    before = before_of(text, span.start, sentence, beside, lexicon)
    if before not in unlike.OFFICES and things_follow(text, span.end, sentence, lexicon):
        return Proposal(span, "none", "none")
    after = after_of(text, span.end, sentence, beside.starts, lexicon)
    if unlike.untitled(name, before, after, rules):
        return Proposal(span, "none", "none")
    if after == "title" and (
        unlike.linked(name, rules) or unlike.is_place_of_title(name, beside.starts.get(span.end, ""))
    ):
        after = "none"
    return Proposal(span, before, after)


def _double(name: str, before: str, rules: Grammar) -> bool:
    """Whether four characters may be a name: a compound surname, or two of them where only a name can stand."""
    return name[:2] in rules.surnames or before in ("title", "rank", "roll")


def _lengths(text: str, start: int, rules: Grammar) -> tuple[int, ...]:
    if text[start : start + 2] in rules.surnames:
        return (4, 3, 2)
    # A married woman's name has her husband's surname in front: 郑马雅雯.
    if text[start + 1 : start + 2] in rules.surnames:
        return (3, 2, 4)
    return (3, 2)


def _plain(name: str) -> bool:
    return all("\u3400" <= c <= "\u9fff" and c not in _HIDDEN for c in name)
