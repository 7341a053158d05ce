"""Organisations: where a name that ends at a known place begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.gazetteer import org_suffix
from huiyao.lexicon import Lexicon, trie
from huiyao.text import Span

# A name runs over none of these; brackets and quotation marks are stepped over as a whole where they are short.
HARD_STOPS = frozenset("，。；：、！？《》\n\t ,;:!?|…—■▲◆●【】〔〕*/")
_OPENERS = {"）": "（", ")": "(", "”": "“", "’": "‘"}
_LONGEST_BRACKET = 20
_AFTER_NAME = patterns.compile(
    r"(?:[（(](?:以下)?(?:统称|简称|下称|又称|以上)[^）)]*[）)]|新任|现任|首任|时任|新一任|新晋|首轮|新入会|拟任|(?:新一|首|本|上|下)届"
    r"(?:执行理事会|理事会|监事会|董事会|委员会|主席团)?|第?[0-9一二三四五六七八九十百]+[届任](?:执行理事会|理事会|监事会|董事会|委员会|主席团|会董会|会董)?|新当选的?|首批|第[0-9一二三四五六七八九十]+批|(?<=[会社])新|(?<=会)大会|老|主要|相关|有关|非?关联)+\Z"
)
_BEFORE_NAME = patterns.compile(
    r"(?:[（(【\[][^）)】\]]*[）)】\]]|该|此|各|其|现(?!代)|新任|现任|时任|(?:\d|[一二三四五六七八九十])+[月日时分]|先后|分别|新一届|首届|本届|上一?[任届]|前任|历届|第[0-9一二三四五六七八九十]+批|同志|先生|女士|原央视|(?:19|20)[0-9]{2}年?度?|(?:分管|主管|主要|有关|相关)领导|第?[0-9一二三四五六七八九十百]+届(?!.*(?:组委会|组织委员会|筹委会|大会|论坛|峰会|节|赛|展览?会|博览会|运动会)$)|[a-z](?=[\u4e00-\u9fff]))+(?=..)"
)
# These open a clause whatever the tokenizer joins them with.
_FIRST = frozenset("由请邀即及与")
_NATIONAL = ("全国", "中国", "中华")
_LONGEST_TAIL = 40
_WHOLE_BY_ITSELF = frozenset("局厅委部处院司办")
_ASIDE = patterns.compile(r"[（(][^）)]*[）)]")
_BRACKETED = patterns.compile(r"[（(“‘][^）)”’]*[）)”’]")

Cuts = Callable[[Span], frozenset[int]]
"""Gives the offsets inside a span at which the tokenizer cuts."""


class OrgGrammar(NamedTuple):
    """The compiled word lists. `joint` are words with an inner 和, 与 or 及, and 我校, 本会;
    `object` is a verb and the general word that it has for its object, 促进公司.
    """

    word: re.Pattern[str]
    token: re.Pattern[str]
    joint: re.Pattern[str]
    object: re.Pattern[str]


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> OrgGrammar:
    """The organisation grammar of a lexicon."""
    return OrgGrammar(
        patterns.compile(lexicon.alternation("org_boundary", kind="word")),
        patterns.compile(lexicon.alternation("org_boundary", kind="token")),
        patterns.compile(trie((*lexicon.words("org_joint"), *lexicon.words("org_bare", kind="own")))),
        patterns.compile(
            rf"(?:{lexicon.alternation('org_boundary', kind='object')})"
            rf"(?=[全各本我]?(?:{lexicon.alternation('org_bare', kind='general')})\Z)"
        ),
    )


def ending_at(text: str, floor: int, end: int, lexicon: Lexicon, cuts: Cuts) -> Span:
    """The organisation's name that ends at `end` and begins at or after `floor`; empty where there is none.

    `floor` is the end of the mention or mark before; the name begins behind the last word that cannot be inside it.
    What stands around it without belonging to it, 新任 and 第N届, is left out.
    """
    if found := _AFTER_NAME.search(text, max(floor, end - _LONGEST_TAIL), end):
        end = found.start()
    start = _hard_start(text, floor, end)
    if start >= end:
        return Span(end, end)
    rules = grammar(lexicon)
    stretch = _BRACKETED.sub(lambda m: "□" * len(m.group()), text[start:end])
    joined = [m.span() for m in rules.joint.finditer(stretch)]
    aside = _ASIDE.match(text, start, end)
    begin = aside.end() - start if aside else 0
    for found in rules.word.finditer(stretch):
        if not _inside(found.span(), joined):
            begin = max(begin, found.end())
    inner: frozenset[int] | None = None
    for found in rules.token.finditer(stretch):
        if found.end() <= begin or _inside(found.span(), joined):
            continue
        if inner is None:
            inner = cuts(Span(start, end))
        at = (start + found.start(), start + found.end())
        if found.end() >= len(stretch) - 1 and found.end() < len(stretch):
            continue  # 推进 in 智能制造推进处: nothing but a suffix would be left
        if begin < found.start() and found.end() == len(stretch) and found.group() in lexicon.table("org_suffix"):
            continue  # 所 in 综合规划所
        first = at[0] == start + begin
        if ((first and found.group() in _FIRST) or (at[0] in inner and at[1] in inner)) and not _joins(
            stretch, begin, found, lexicon
        ):
            begin = found.end()
    if acts := rules.object.match(stretch, begin):
        begin = acts.end()
    found = _BEFORE_NAME.match(text, start + begin, end)
    return Span(found.end() if found else start + begin, end)


def _inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in others)


def _joins(stretch: str, begin: int, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether 和, 与 or 及 joins parts of one name: what stands before it is no whole organisation by itself."""
    if found.group() not in ("和", "与", "及"):
        return False
    before = stretch[begin : found.start()]
    ending = org_suffix(before, lexicon)
    bare = lexicon.table("org_bare")
    after = stretch[found.end() :]
    # What begins with a place is a name of its own: 建设方面与省律协.
    placed = len(after) > 2 and (
        after[0] in "省市县区" or after[:2] in lexicon.table("place") or after[:2] in _NATIONAL
    )
    if len(before) == 1:
        return after in bare  # 馨和商会
    whole = not before or before in bare or after in bare or placed
    if ending == before and before not in bare:
        return True  # 科技与工程学院
    return not whole and (ending is None or (len(ending) == 1 and ending not in _WHOLE_BY_ITSELF))


def _hard_start(text: str, floor: int, end: int) -> int:
    at = end
    while at > floor:
        char = text[at - 1]
        if opener := _OPENERS.get(char):
            opened = text.rfind(opener, max(floor, at - _LONGEST_BRACKET), at)
            if opened < 0:
                return at
            at = opened
        elif char in HARD_STOPS or char in "（(“‘”’":
            return at
        else:
            at -= 1
    return floor
