"""Where a person's name may stand: stretches that begin like a name, and what is beside them.

A proposal is a stretch of characters that begins with a surname (or is dotted, or in Latin letters) together with the
kind of place before and behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from huiyao import patterns
from huiyao.gazetteer import org_suffix, title_family
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.records import Mention, Passages
from huiyao.text import Span

STOPS = frozenset("，。；：、！？）」”’》\n\t ,;:!?)|…—/】〕[［【（(《“-")
QUOTES = frozenset("《“（(")
OPENING = frozenset("，。；：！？“‘（(\n\t |】〕>》”-")
_HIDDEN = frozenset("某×＊*○〇")
_AGENT_MARKS = ("由", "请")
# Words that no verb follows: 为 and 任 in 李有为出席, 张志任致辞.
_ENDS_OF_NAMES = frozenset("为任及")
_JOINTS = frozenset("和与及同跟")
_ORG_ENDS = frozenset("局厅委司署院校县镇省市区厂处部组科室氏某们办湾岛村馆")
_FAR_TITLE = 24
_TAKES = frozenset("任为兼")
_HEAD_OF_PLACE = patterns.compile(r"[省市县区州镇乡村旗盟]长")

# What a stretch of a dotted name may begin and end with is as wide as the longest names seen.
_DOTTED = patterns.compile(r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,9}){1,3}")
_CLOSED = patterns.compile(r"[（(]([^（()）]{1,40})[）)]")
_OF_A_PERSON = patterns.compile(r"女|男|.{1,4}族|[前后]?排?[左右中].?.?|.{2,3}籍|已故|[0-9]+岁")
_PARTIAL = "总董"
_COMPOUND = 4
_LIST_MARK = patterns.compile("、")
_LONGEST_TRANSCRIBED = 7
NAMELIKE = patterns.compile(r"[\u3400-\u9fff·]+|[A-Za-zÀ-ÿ.’ -]+")
_LATIN = patterns.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ.’-]+(?: [A-ZÀ-Þ][A-Za-zÀ-ÿ.’-]*){1,3}")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch that may be a name, with the kinds of place before and behind it.

    `before` is title, rank, roll, word, list, start, org or none; `after` title, honour, takes, deed, word, stop, cut
    or none.
    """

    span: Span
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where titles begin, end and stand, for finding slots beside them."""

    starts: Mapping[int, str]
    ends: Mapping[int, str]
    inside: frozenset[int]
    rolls: frozenset[int]

    @classmethod
    def of(cls, text: str, titles: Iterable[Mention], lexicon: Lexicon) -> Surroundings:
        """The surroundings that a report's titles make; `ends` says title for an office, rank for a grade."""
        titles = tuple(titles)
        offices = ("association", "company", "government", "school", "event")
        return cls(
            {m.span.start: m.text for m in titles},
            {m.span.end: _weight_of(text, m, offices, lexicon) for m in titles},
            frozenset(i for m in titles for i in range(m.span.start, m.span.end)),
            frozenset(at for m in titles for at in _roll(text, m.span.end)),
        )


NOTHING = Surroundings({}, {}, frozenset(), frozenset())
"""The surroundings of a text without titles."""


def _weight_of(text: str, title: Mention, offices: Collection[str], lexicon: Lexicon) -> str:
    kind = title_family(title.text, lexicon)
    signs = kind in ("press", "byline") and text[title.span.end : title.span.end + 1] in ("：", " ")
    return "title" if kind in offices or signs else "rank"


# 理事：甲、乙 and 副会长包括甲、乙: how a roll opens behind a title, and a member with what may stand behind it.
_ROLL = patterns.compile(r"(?:[（(][^）)]{0,12}[）)])?(?:[：:]|包括|分别是|分别为|如下：|名单：)")
_MEMBER = patterns.compile(
    r"([\u3400-\u9fffA-Za-zÀ-ÿ· .]{2,20}?)(?:[（(][^）)]{0,30}[）)])?"
    r"(?:先生|女士|同志)?(、|及|和|以及|等|…|[。，；\n ]|$)"
)


def _roll(text: str, at: int) -> Iterator[int]:
    """Where the members of a roll begin that opens behind a title, if one does and has two members or more."""
    opened = _ROLL.match(text, at)
    members = []
    at = opened.end() if opened else len(text)
    while found := _MEMBER.match(text, at):
        members.append(found.start())
        if found.group(2) not in ("、", "及", "和", "以及"):
            break
        at = found.end()
    if len(members) > 1:
        yield from members


@dataclass(frozen=True, slots=True)
class _Grammar:
    surname: re.Pattern[str]
    compound: frozenset[str]
    single: frozenset[str]
    before: frozenset[str]
    longest_before: int
    honour: re.Pattern[str]
    deed: re.Pattern[str]
    after: re.Pattern[str]
    takes: re.Pattern[str]
    never: frozenset[str]
    endings: frozenset[str]
    transcribing: frozenset[str]


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    surnames, before = lexicon.words("surname"), lexicon.words("name_before")
    return _Grammar(
        patterns.compile(f"(?=({lexicon.alternation('surname')}))"),
        frozenset(w for w in surnames if len(w) > 1),
        frozenset(w for w in surnames if len(w) == 1),
        frozenset(before),
        max(map(len, before)),
        patterns.compile(lexicon.alternation("name_after", kind="honour")),
        patterns.compile(lexicon.alternation("name_after", kind="deed")),
        patterns.compile(lexicon.alternation("name_after", kind="word")),
        patterns.compile(f"(?:同志|先生|女士)?(?:{lexicon.alternation('appoint')})"),
        frozenset((*lexicon.words("not_name"), *lexicon.words("name_after", kind="deed"))),
        frozenset(w for w in lexicon.words("org_suffix") if len(w) > 1),
        frozenset(lexicon.words("transcription")),
    )


def propose(passages: Passages, titles: Sequence[Mention], cuts: org.Cuts, lexicon: Lexicon) -> Iterator[Proposal]:
    """Every stretch that stands where a name may stand, outside boilerplate, in no particular order."""
    text, rules = passages.text, _grammar(lexicon)
    beside = Surroundings.of(text, titles, lexicon)
    ends = sorted(beside.ends)
    for _, sentence in passages.sentences():
        for found in rules.surname.finditer(text, sentence.start, sentence.end):
            if found.start() not in beside.inside:
                yield from _surnamed(text, found.start(), sentence, beside, cuts, lexicon)
        for found in _LATIN.finditer(text, sentence.start, sentence.end):
            yield from _between(text, Span(*found.span()), sentence, beside, lexicon)
        for found in _DOTTED.finditer(text, sentence.start, sentence.end):
            yield from _dotted(text, found, sentence, beside, lexicon)
        listed = (m.end() for m in _LIST_MARK.finditer(text, sentence.start, sentence.end))
        titled = ends[bisect_right(ends, sentence.start) : bisect_left(ends, sentence.end)]
        for start in (*titled, *listed):
            yield from _transcribed(text, start, sentence, beside, lexicon)


def _surnamed(
    text: str, start: int, sentence: Span, beside: Surroundings, cuts: org.Cuts, lexicon: Lexicon
) -> Iterator[Proposal]:
    rules = _grammar(lexicon)
    before = before_of(text, start, sentence, beside, lexicon)
    for length in _lengths(text, start, rules):
        end = start + length
        name = text[start:end]
        if end > sentence.end or (end - 1) in beside.inside or name in rules.never or not _plain(name):
            continue
        after = after_of(text, end, sentence, beside.starts, lexicon)
        if after == "title" and (
            name[-1] in _TAKES or (length == 2 and _HEAD_OF_PLACE.match(beside.starts.get(end, "")))
        ):
            after = "none"
        if name[0] in _JOINTS and (name[1:] in rules.endings or before == "none"):
            continue
        if name[0] in "向对" and name[1] in rules.single and after == "title":
            continue  # 向郭会长: one surname, which is no name
        if (
            name in rules.endings
            or "氏" in name
            or (name[-1] in _ORG_ENDS and not (before == "title" and after != "title"))
            or (length == 4 and not _double(name, before, rules))
        ):
            continue
        if before in ("title", "rank") and after == "none" and end in cuts(sentence):
            after = "cut"
        # 由张 and 请任 are words to the tokenizer.
        asked = text[start - 1 : start] in _AGENT_MARKS and after in ("title", "honour", "takes")
        cut = start in cuts(sentence) or name[:2] in rules.compound or asked
        if before in ("word", "org", "none") and not cut:
            continue
        if before != "none" or after in ("title", "honour", "takes"):
            yield Proposal(Span(start, end), before, after)


def _dotted(
    text: str, found: re.Match[str], sentence: Span, beside: Surroundings, lexicon: Lexicon
) -> Iterator[Proposal]:
    """阿某·买某: as far on both sides of the dots as the characters are such as transcribe foreign names."""
    known = _grammar(lexicon).transcribing
    start = found.start() + found.group().index("·") - 1
    end = found.start() + found.group().rindex("·") + 2
    while start > found.start() and text[start - 1] in known and start not in beside.ends:
        start -= 1
    while end < found.end() and text[end] in known and end not in beside.starts:
        end += 1
    yield from _between(text, Span(start, end), sentence, beside, lexicon)


def _transcribed(text: str, start: int, sentence: Span, beside: Surroundings, lexicon: Lexicon) -> Iterator[Proposal]:
    """其其某: a name without a surname behind a title, in characters such as transcribe names."""
    known, end = _grammar(lexicon).transcribing, start
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
    name = text[span.slice]
    if (
        name in _grammar(lexicon).never
        or not _HIDDEN.isdisjoint(name)
        or (len(name) < _COMPOUND and name[-1] in _ORG_ENDS)
    ):
        return Proposal(span, "none", "none")
    before = before_of(text, span.start, sentence, beside, lexicon)
    return Proposal(span, before, after_of(text, span.end, sentence, beside.starts, lexicon))


def _double(name: str, before: str, rules: _Grammar) -> bool:
    """Whether four characters may be a name: a compound surname, or two of them where only a name can stand."""
    return name[:2] in rules.compound or before in ("title", "rank", "roll")


def _lengths(text: str, start: int, rules: _Grammar) -> tuple[int, ...]:
    if text[start : start + 2] in rules.compound:
        return (4, 3, 2)
    # A married woman's name has her husband's surname in front: 郑马雅雯.
    if text[start + 1 : start + 2] in rules.single:
        return (3, 2, 4)
    return (3, 2)


def _plain(name: str) -> bool:
    return all("\u3400" <= c <= "\u9fff" and c not in _HIDDEN for c in name)


def before_of(text: str, start: int, sentence: Span, beside: Surroundings, lexicon: Lexicon) -> str:
    """What stands before a place: title, rank, roll (理事：甲、乙), list (after 、), start, word, org or none."""
    titled = beside.ends.get(start) or (text[start - 1 : start] in (" ", "：") and beside.ends.get(start - 1))
    if titled:
        return titled
    if start in beside.rolls:
        return "roll"
    if start == sentence.start or text[start - 1] in OPENING:
        return "start"
    if text[start - 1] == "、":
        return "list"
    rules = _grammar(lexicon)
    for length in range(1, rules.longest_before + 1):
        if start - length >= sentence.start and text[start - length : start] in rules.before:
            return "word"
    # One character between a title and a stretch is no organisation: 秘书长区某某.
    if start - 1 not in beside.ends and org_suffix(text[max(sentence.start, start - 6) : start], lexicon):
        return "org"
    return "none"


def after_of(text: str, end: int, sentence: Span, title_starts: Mapping[int, str], lexicon: Lexicon) -> str:
    """What stands behind a place: title, honour (先生), takes (当选), deed (主持), stop (a mark), word or none."""
    if end in title_starts:
        return "title"
    if end >= sentence.end:
        return "stop"
    if text[end] in "（(":
        return _after_brackets(text, end, sentence, title_starts, lexicon)
    if text[end] in STOPS:
        return "stop"
    rules = _grammar(lexicon)
    if rules.honour.match(text, end, sentence.end):
        return "honour"
    deed = rules.deed.match(text, end, sentence.end)
    if not deed and not rules.after.match(text, end, sentence.end):
        return "none"
    if (verb := rules.takes.match(text, end, sentence.end)) and _title_follows(text, verb.end(), title_starts):
        return "takes"
    if deed:
        return "deed"
    word = rules.after.match(text, end, sentence.end)
    if word and len(word.group()) == 1:
        joined = end + 1
        if joined >= sentence.end or text[joined] in STOPS - QUOTES or text[joined] == "等":
            return "none"
        if text[end] in _ENDS_OF_NAMES and rules.deed.match(text, joined, sentence.end):
            return "none"
        if text[end] in _JOINTS and joined in title_starts and not _leads(text, joined, title_starts, rules):
            return "none"
    return "word"


def _leads(text: str, start: int, title_starts: Mapping[int, str], rules: _Grammar) -> bool:
    """Whether a title is followed by what may be a name: 甲和秘书长乙, but not 任永和副总经理."""
    end = start + len(title_starts[start])
    return text[end : end + 1] in rules.single


def _after_brackets(text: str, end: int, sentence: Span, title_starts: Mapping[int, str], lexicon: Lexicon) -> str:
    """甲（女）, 甲（某公司总经理）, 甲（左）与乙: brackets that are said of a person, or what stands behind them."""
    close = _CLOSED.match(text, end, sentence.end)
    if close is None:
        return "stop"
    if _OF_A_PERSON.fullmatch(close.group(1)):
        return "honour"
    if any(at + len(title_starts[at]) == close.end(1) for at in range(end, close.end(1)) if at in title_starts):
        return "title"
    behind = after_of(text, close.end(), sentence, title_starts, lexicon)
    return behind if behind in ("title", "takes", "deed") else "stop"


def _title_follows(text: str, at: int, title_starts: Mapping[int, str]) -> bool:
    """Whether a title begins soon behind a verb such as 当选, with at most an organisation between."""
    for place in range(at, min(len(text), at + _FAR_TITLE)):
        if place in title_starts:
            return True
        if text[place] in "，。；、":
            return False
    return False
