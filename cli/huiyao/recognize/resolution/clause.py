"""Resolutions that a clause states: a verb of decision with its matters before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from huiyao import patterns, rules
from huiyao.lexicon import Lexicon
from huiyao.recognize.outlook import is_future, is_urged, is_wish, looks_ahead
from huiyao.recognize.placed import Placed
from huiyao.recognize.resolution import matter
from huiyao.recognize.resolution.vote import outcome_of, votes_in
from huiyao.recognize.sealed import clause_start, written
from huiyao.records import Evidence, Mention, Outcome, Passages, Quantity, Resolution, ResolutionKind
from huiyao.rules import Anchor, Match, Rule, Skeleton
from huiyao.text import Span

FAMILIES = (
    "resolution_adopt",
    "resolution_elect",
    "resolution_found",
    "resolution_deal",
    "resolution_award",
    "resolution_decide",
)

# What was done before the time that the report tells of.
_EARLIER = patterns.compile(r"去年|前年|早在|此前")
_ONCE = patterns.compile(
    r"曾经?(?=签|获|被|当选|荣|连任|先后|多次|[担出]?任)|(?:之前|原先|先后)(?:分别|先后)?(?=[担出]任)|因已?调任"
)
_FOUNDED_IN = patterns.compile(r"(?:成立|创立|创办|创建|始建|组建)于(?:19|20)\d\d年")
_CLOSE = 3
# 拟聘任何山为秘书长, told by a rule that begins before 拟.
_PLANNED = patterns.compile(
    r"(?:将|拟|要|建议|提议|推荐|希望|计划)(?:由|聘|增补|增选|选举|推选|推举|任命|邀请|补选|续聘|敦聘|敦请|选聘)"
)
# 建议将奖项更名: told by a rule that begins before 建议.
_ADVISED = patterns.compile(
    r"(?:建议|提议|倡议|呼吁)(?:将|把|在|对|为|以|尽[快早]|每|成立|设立|增设|组建|更名|制定|修[改订]|调整|撤销|取消)"
)
# What is advised and then agreed to is decided.
_AGREED = patterns.compile(r"同意|决定|通过|采纳")
# 会议要求…，选举产生新一届班子: what is asked for.
_ASKED = patterns.compile(
    r"(?:会议|大会|会长|理事长|主席|书记|[他她])[^，。；]{0,4}(?:要求|强调|指出|希望)(?!的)[^。；]{0,80}，[^，。；]{0,20}$"
)
# 决定召开第二次会议，补选市长: what the coming meeting has to do.
_CALLED = patterns.compile(
    r"(?:决定|定于|提议|同意)[^，；。]{0,40}(?:召开|举行)[^，；。]{0,40}会[^，；。]{0,8}，[^。；]{0,40}$"
    r"|根据(?:会议|上述|该)?决定，[^，；。]{2,40}会[^，；。]{0,4}于[^，；。]{2,20}(?:召开|举行)，[^。；]{0,40}$"
)
# So far before its own clause.
_NEAR = 120
# 何山、甄海当选: names that are not known as such, before the first that is.
_NAMES_BEFORE = patterns.compile(r"(?:[\u4e00-\u9fff]{2,3}、)+")
# 推选担任会长: who was chosen stands elsewhere.
_WITHOUT_PERSON = patterns.compile(r"(?:被|并|[推选]选|推举|选举|聘任?)*(?:担任|出任|兼任)")
# A list goes on in the next blocks where this one tells of an election, or announces who is appointed.
_ELECTED = patterns.compile(r"当选|选举产生|任免|任职|任命|(?:研究|讨论)决定[，：]?$")
# So far below it.
_REACH = 600
_YEAR = patterns.compile(r"((?:19|20)\d\d)年(?!度)")


class _Ready(NamedTuple):
    """A rule with what must stand in its block."""

    rule: Rule
    context: re.Pattern[str] | None


def find(
    passages: Passages,
    sealed: str,
    ahead: Sequence[Span],
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],
    year: int | None,
    lexicon: Lexicon,
) -> Iterator[Resolution]:
    """The resolutions that clauses state, rule by rule within a sentence. `year` is the report's own."""
    ready = _ready(lexicon)
    needs = {need for one in ready for need in one.rule.needs}
    anchors: Placed[Anchor] = Placed([*quantities, *(m for m in mentions if m.kind == "person")])
    told = 0
    for block in passages.blocks:
        if block.kind == "boilerplate" or any(block.span in span for span in ahead):
            continue
        near = block.span.end - told <= _REACH
        contexts = _Contexts(sealed, Span(told, block.span.end) if told and near else block.span)
        if not (told and near) and _ELECTED.search(sealed, block.span.start, block.span.end):
            told = block.span.start
        coming = False
        for sentence in block.sentences:
            words = sealed[sentence.slice]
            # What stands behind the semicolon of an agenda or a plan is to come as well.
            if coming := coming and "了" not in words:
                coming = words.endswith("；")
                continue
            coming = words.endswith("；") and "了" not in words and is_wish(words)
            there = {need for need in needs if need in words}
            fitting = [one for one in ready if not there.isdisjoint(one.rule.needs)]
            if not fitting or looks_ahead(words):
                continue
            skeleton = Skeleton.of(sealed, sentence, anchors.within(sentence))
            for one in fitting:
                if one.context is None or contexts.hold(one.context):
                    for found in one.rule.finditer(skeleton):
                        if _is_told(found, sealed, sentence, year):
                            yield from _resolutions(found, passages.text, sealed, sentence, lexicon)


class _Contexts:
    """Which contexts a block holds, each looked for once."""

    def __init__(self, sealed: str, block: Span) -> None:
        self._sealed = sealed
        self._block = block
        self._known: dict[re.Pattern[str], bool] = {}

    def hold(self, context: re.Pattern[str]) -> bool:
        if context not in self._known:
            self._known[context] = context.search(self._sealed, self._block.start, self._block.end) is not None
        return self._known[context]


@lru_cache(maxsize=2)
def weak(lexicon: Lexicon) -> frozenset[str]:
    """The names of the rules that only hint at what another may say better."""
    return frozenset(ready.rule.name for ready in _ready(lexicon) if "weak" in ready.rule.gives)


@lru_cache(maxsize=2)
def _ready(lexicon: Lexicon) -> tuple[_Ready, ...]:
    return tuple(
        _Ready(
            rule,
            patterns.compile(rule.gives["context"]) if "context" in rule.gives else None,
        )
        for family in FAMILIES
        for rule in rules.load(family, lexicon)
    )


def _is_told(found: Match, sealed: str, sentence: Span, year: int | None) -> bool:
    """Whether the words before a match leave it told as done, and in the time that the report is about."""
    start = _own_clause(sealed, sentence, found)
    whole = found.group("matter")
    told = _YEAR.findall(sealed, sentence.start, max(found.span.start, whole.start if whole else 0))
    if told and year is not None and year - int(told[-1]) > 1:
        return False
    if _EARLIER.search(sealed, start, found.span.start + _CLOSE):
        return False
    if _ONCE.search(sealed, sentence.start, found.span.end):
        return False
    if year is None and _FOUNDED_IN.search(sealed, sentence.start, start):
        return False
    if _PLANNED.search(sealed, start, found.span.end):
        return False
    if _is_asked_for(found, sealed, sentence, start):
        return False
    if "weak" in found.rule.gives:
        return True
    before = sealed[start : max(start, found.span.start)]
    wished = is_wish(sealed[sentence.start : start]) or is_urged(before)
    return not is_future(before) and not (wished and "了" not in sealed[start : found.span.end])


def _is_asked_for(found: Match, sealed: str, sentence: Span, start: int) -> bool:
    """Whether a match, in a clause from `start` on, is what somebody advises, asks for or calls a meeting for."""
    words = sealed[start : found.span.end]
    kind = found.rule.gives["kind"]
    if kind not in ("approved", "rejected") and _ADVISED.search(words) and not _AGREED.search(words):
        return True
    before = sealed[max(sentence.start, start - _NEAR) : found.span.start + 1]
    asked = _ASKED.search(before) or (kind == "elected" and _CALLED.search(before))
    return bool(asked) and "了" not in words


def _own_clause(sealed: str, sentence: Span, found: Match) -> int:
    """Where the clause begins in which a match stands; a sign with which the match begins ends the one before."""
    return clause_start(sealed, sentence, found.span.start + (sealed[found.span.start] in "，；：。"))


def _resolutions(found: Match, text: str, sealed: str, sentence: Span, lexicon: Lexicon) -> Iterator[Resolution]:
    whole = found.group("matter")
    assert whole is not None
    start = _own_clause(sealed, sentence, found)
    kind = cast(ResolutionKind, found.rule.gives["kind"])
    given = found.rule.gives["outcome"]
    votes = None
    if kind in ("approved", "rejected", "decided"):
        part = max(sentence.start, sealed.rfind("；", sentence.start, start) + 1)
        votes = votes_in(text[start : sentence.end]) or votes_in(text[part:start])
    how = sealed[start : found.span.end]
    for span in _matters(found, whole, text, sealed, lexicon):
        if matter.names_one(text[span.slice]):
            yield Resolution(
                kind,
                written(text[span.slice]),
                None if given == "open" else outcome_of(kind, cast(Outcome, given), how, votes),
                votes,
                span,
                Evidence(found.rule.name, (found.span,), sentence),
            )


def _matters(found: Match, whole: Span, text: str, sealed: str, lexicon: Lexicon) -> Iterator[Span]:
    parts = found.rule.gives["parts"]
    if parts == "documents":
        yield from matter.passed(text, sealed, whole, lexicon)
    elif parts == "counts":
        yield from matter.counts(text, sealed, whole, found.anchors("matter", "quantity"))
    elif parts == "pieces":
        yield from matter.documents(text, sealed, whole, lexicon)
    elif parts == "bodies":
        yield from matter.bodies(text, sealed, whole, lexicon)
    elif parts == "titles":
        yield from matter.titles(text, sealed, whole)
    elif parts == "honour-title":
        yield from matter.honours_in(text, whole)
    elif parts == "posts":
        yield from matter.posts(text, sealed, whole)
    elif parts == "honours":
        yield from matter.honours(text, sealed, whole, found.anchors("matter", "quantity"))
    elif parts == "list":
        yield from matter.items(text, sealed, whole, "、")
    elif parts == "items":
        yield from matter.items(text, sealed, whole, "，")
    elif parts == "person":
        persons = found.anchors("matter", "person")
        firms = any(q.amount.unit == "家" for q in found.anchors("matter", "quantity") if isinstance(q, Quantity))
        cut = persons and not firms
        if not persons and _WITHOUT_PERSON.match(sealed, whole.start):
            return
        listed = persons and _NAMES_BEFORE.fullmatch(sealed, whole.start, persons[0].span.start)
        yield Span(persons[0].span.start, whole.end) if cut and not listed else matter.trimmed(text, sealed, whole)
    else:
        bare = matter.trimmed(text, sealed, whole)
        yield matter.founded(sealed, bare) if found.rule.gives["kind"] == "established" else bare
