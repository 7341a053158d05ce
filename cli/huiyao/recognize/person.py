"""Persons' names: evidence added up over the whole report, and one decision between proposals that overlap.

Each place where a stretch stands adds evidence by what is beside it; the odds of its characters speak for or against.
A name beside a name that is already settled has more, so that lists settle from their sure members on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from huiyao.lexicon import Lexicon
from huiyao.recognize import slot, unlike
from huiyao.recognize.evidence import USUAL_LENGTH, Labels, Strings, Witnesses, hopeful, weigh
from huiyao.recognize.slot import Proposal
from huiyao.recognize.surroundings import JOINTS, NOTHING, Surroundings, after_of, before_of
from huiyao.records import Mention, Passages
from huiyao.text import Span

_LONGEST_SEEN = 12
_ENOUGH = 2.0
_ROUNDS = 3
# What the tagger sees behind a name that has nothing of its own to end it: 授予某某某某协会称号, 选手某某某沉着应战.
_ENDING: Mapping[str, Collection[str]] = {
    "word": ("ORG", "v", "u"),
    "called": ("ORG", "v", "u", "ad", "d", "p", "TIME"),
    "list": ("ORG",),
}


def find(passages: Passages, titles: Sequence[Mention], witnesses: Witnesses, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The persons' names of the text outside boilerplate, in order; no two overlap, and none overlaps a title."""
    text = passages.text
    proposals = list(slot.propose(passages, titles, witnesses.cuts, lexicon))
    strings = Strings(text, witnesses)
    tagged = _tagged(passages, proposals, strings, witnesses)
    proposals += _seen_by_tagger(passages, tagged, proposals, titles, lexicon)
    chosen: list[Span] = []
    for _ in range(_ROUNDS):
        evidence = weigh(text, proposals, chosen, tagged, strings, witnesses)
        strong = [p for p in proposals if evidence[text[p.span.slice]][0] >= _ENOUGH and _may_end(p, tagged)]
        settled = _choose(_whole(_behind_titles(strong, text), evidence, text), evidence, text)
        if settled == chosen:
            break
        chosen = settled
    spans = _everywhere(passages, chosen, titles, witnesses, lexicon)
    ends = {s.end for s in spans}
    alias = {
        s for s in spans if text[s.start - 1 : s.start] in ("（", "(") and s.start - 1 in ends and _closed(text, s)
    }
    return tuple(Mention("person", s, text[s.slice], "name") for s in spans if s not in alias)


def _closed(text: str, span: Span) -> bool:
    return text[span.end : span.end + 1] in ("）", ")")


def _may_end(proposal: Proposal, tagged: Labels) -> bool:
    """Whether something behind a proposal says that a name ends there, or the tagger, for a name of usual length."""
    if proposal.after != "none":
        return True
    span = proposal.span
    if len(span) != USUAL_LENGTH or tagged.get(span.start) != (span, "PER"):
        return False
    behind = tagged.get(span.end, (span, ""))[1]
    return proposal.before == "title" or behind in _ENDING.get(proposal.before, ())


def _tagged(passages: Passages, proposals: Iterable[Proposal], strings: Strings, witnesses: Witnesses) -> Labels:
    """The tagger's words in the sentences that have a likely enough proposal, by the place of each character."""
    text = passages.text
    starts = sorted(p.span.start for p in proposals if hopeful(p, text[p.span.slice], strings))
    asked = [s for _, s in passages.sentences() if bisect_left(starts, s.start) < bisect_left(starts, s.end)]
    labels: dict[int, tuple[Span, str]] = {}
    for sentence, words in zip(asked, witnesses.tag([passages.text[s.slice] for s in asked]), strict=True):
        for span, label in words:
            word = (span.shift(sentence.start), label)
            labels.update(dict.fromkeys(range(word[0].start, word[0].end), word))
    return labels


def _seen_by_tagger(
    passages: Passages, tagged: Labels, proposals: Iterable[Proposal], titles: Sequence[Mention], lexicon: Lexicon
) -> list[Proposal]:
    """Names that the tagger sees where the slots propose none: without a known surname, or with nothing beside them."""
    known = {p.span for p in proposals}
    beside = Surroundings.of(passages, titles, lexicon)
    seen = sorted({s for s, label in tagged.values() if label == "PER" and 2 <= len(s) <= _LONGEST_SEEN} - known)
    seen = [
        s
        for s in seen
        if slot.NAMELIKE.fullmatch(passages.text, s.start, s.end)
        and not unlike.is_body(passages.text[s.slice], lexicon)
    ]
    sentences = [s for _, s in passages.sentences()]
    starts = [s.start for s in sentences]
    return [
        slot.proposal(passages.text, span, sentences[bisect_right(starts, span.start) - 1], beside, lexicon)
        for span in seen
        if beside.inside.isdisjoint(range(span.start, span.end))
    ]


def _behind_titles(strong: Sequence[Proposal], text: str) -> list[Proposal]:
    """The proposals without those behind a 和 that belongs to a name right behind a title: 局长布和某某."""
    titled = {p.span.end: p.span.start for p in strong if p.before == "title"}
    return [
        p
        for p in strong
        if not (text[p.span.start - 1 : p.span.start] in JOINTS and titled.get(p.span.end, p.span.start) < p.span.start)
    ]


def _whole(strong: Sequence[Proposal], evidence: Mapping[str, tuple[float, float]], text: str) -> list[Proposal]:
    """The proposals without those where the text goes on to a longer name that stands elsewhere: 张书 in 张书某."""
    names = sorted({text[p.span.slice] for p in strong})
    longer: dict[str, list[str]] = {}
    for short, long in pairwise(names):
        if long.startswith(short) and evidence[long][0] > evidence[short][0]:
            longer.setdefault(short, []).append(long)
    return [
        p
        for p in strong
        if not any(text.startswith(long, p.span.start) for long in longer.get(text[p.span.slice], ()))
        or p.after in ("title", "takes", "deed")
    ]


def _choose(proposals: Iterable[Proposal], evidence: Mapping[str, tuple[float, float]], text: str) -> list[Span]:
    """Of overlapping proposals the one with most evidence, then the likeliest characters, then the earliest."""
    taken: set[int] = set()
    chosen: list[Span] = []
    for proposal in sorted(proposals, key=lambda p: (*(-e for e in evidence[text[p.span.slice]]), p.span)):
        cells = range(proposal.span.start, proposal.span.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            chosen.append(proposal.span)
    return sorted(chosen)


def _everywhere(
    passages: Passages, chosen: Sequence[Span], titles: Sequence[Mention], witnesses: Witnesses, lexicon: Lexicon
) -> list[Span]:
    """The chosen spans and every other place where a chosen name stands: one place settles its bounds for all."""
    text = passages.text
    taken = {i for s in (*chosen, *(m.span for m in titles)) for i in range(s.start, s.end)}
    names = sorted({text[s.slice] for s in chosen}, key=lambda n: (-len(n), n))
    if not names:
        return []
    spans = list(chosen)
    pattern = re.compile("|".join(map(re.escape, names)))
    for _, sentence in passages.sentences():
        for found in pattern.finditer(text, sentence.start, sentence.end):
            span = Span(*found.span())
            if not taken.isdisjoint(range(span.start, span.end)):
                continue
            if len(span) == 2 and witnesses.odds(found.group()) < 0 and not _stands_free(text, span, sentence, lexicon):
                continue
            taken.update(range(span.start, span.end))
            spans.append(span)
    return sorted(spans)


def _stands_free(text: str, span: Span, sentence: Span, lexicon: Lexicon) -> bool:
    opened = before_of(text, span.start, sentence, NOTHING, lexicon) in ("start", "list")
    return opened and after_of(text, span.end, sentence, {}, lexicon) != "none"
