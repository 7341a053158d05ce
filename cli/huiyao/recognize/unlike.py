"""Stretches that look like a person's name and are none: words, ends of organisations, places, joints beside names."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.surroundings import JOINTS
from huiyao.text import Span

OFFICES = ("title", "rank")
_LINKS = JOINTS | frozenset("向对暨")
_JOINED = _LINKS | frozenset("等")
# 区 is a surname, 区政府 no name.
_PLACES = frozenset("省市县区州旗乡镇村")
_SCHOOLS = frozenset("中小大高附")
_TAKES = frozenset("任为兼")
_HEAD_OF_PLACE = patterns.compile(r"[省市县区州镇乡村旗盟]长|[市县区]议员|党(?:支部|总支|委|组|工委)")


class Grammar(NamedTuple):
    """The words that a stretch is held against, from the word lists."""

    surname: re.Pattern[str]
    surnames: Collection[str]
    never: frozenset[str]
    words: frozenset[str]
    leading: frozenset[str]
    deeds: frozenset[str]
    ends: frozenset[str]
    endings: frozenset[str]
    honours: frozenset[str]
    cleric: re.Pattern[str]
    transcribing: Collection[str]


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> Grammar:
    """The words of a lexicon."""
    return Grammar(
        patterns.compile(f"(?=({lexicon.alternation('surname')}))"),
        lexicon.table("surname"),
        frozenset((*lexicon.words("not_name"), *lexicon.words("name_after", kind="deed"))),
        frozenset(lexicon.words("name_word")),
        frozenset(lexicon.words("name_before")),
        frozenset(lexicon.words("name_after", kind="deed")),
        frozenset(lexicon.words("name_edge", last="never")),
        frozenset(w for w in lexicon.words("org_suffix") if len(w) > 1),
        frozenset((*lexicon.words("name_after", kind="honour"), *lexicon.words("name_after", kind="cleric"))),
        patterns.compile(lexicon.alternation("name_after", kind="cleric")),
        lexicon.table("transcription"),
    )


def never(name: str, rules: Grammar) -> bool:
    """Whether a stretch is a word that is no name, or such a word with a joint behind it: 代表及."""
    return name in rules.never or (name[-1] in _JOINED and name[:-1] in rules.never)


def untitled(name: str, before: str, after: str, rules: Grammar) -> bool:
    """Whether a stretch is a word that is a name only beside a title, and stands beside none."""
    return name in rules.words and before not in OFFICES and after not in ("title", "honour", "takes")


def is_body(name: str, lexicon: Lexicon) -> bool:
    """Whether a stretch ends as an organisation's name does: 海山华堂."""
    return name[-2:] in grammar(lexicon).endings


def linked(name: str, rules: Grammar) -> bool:
    """向郭 in 向郭会长, 和潘 in 和潘组长: one surname behind a joint."""
    return len(name) == 2 and name[0] in _LINKS and name[1] in rules.surnames


def is_word(name: str, before: str, after: str, rules: Grammar) -> bool:
    """Whether a stretch that begins with a surname is a word, an organisation's end, or a place."""
    return (
        name in rules.endings
        or name[2:] in rules.endings
        or name[:2] in rules.deeds
        or name[1:] in rules.honours
        or (name[0] in _PLACES and name[1:] in rules.endings)
        or (len(name) > 2 and name[:2] in rules.surnames and name[2] in _PLACES)
        or "氏" in name
        or (len(name) == 2 and name[1] in _PLACES)
        or (name[-1] in rules.ends and not (before == "title" and after != "title"))
    )


def ends_elsewhere(text: str, span: Span, before: str, title: str, rules: Grammar) -> bool:
    """Whether what stands before a title ends as no name does: 任, 黄岳及, 农学会, 梅山 (乡长)."""
    name, behind = text[span.slice], span.end + len(title)
    return (
        name[-1] in _TAKES
        or (name[-1] in JOINTS and text[behind : behind + 1] in rules.surnames)
        or (name[1:] in rules.endings and before != "title")
        or (name[-1] == title[:1] and name[-1] in _PLACES)
        or is_place_of_title(name, title)
    )


def is_place_of_title(name: str, title: str) -> bool:
    """梅山 before 乡长, 青中 before 校长: two characters are rather the place; 文管所 before 所长 is the 所."""
    if title.endswith(f"{name[-1]}长"):
        return True
    return len(name) == 2 and (_HEAD_OF_PLACE.match(title) is not None or (name[1] in _SCHOOLS and "校长" in title))
