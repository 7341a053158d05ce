"""Persons' names: evidence added up over the whole report, and one decision between proposals that overlap.

Each place where a stretch stands adds evidence by what is beside it; the odds of its characters speak for or against.
A name beside a name that is already settled has more, so that lists settle from their sure members on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from huiyao.lexicon import Lexicon
from huiyao.recognize import org, slot
from huiyao.recognize.slot import Proposal
from huiyao.recognize.surroundings import JOINTS, NOTHING, Surroundings, after_of, before_of
from huiyao.recognize.tagger import Tagged
from huiyao.records import Mention, Passages
from huiyao.text import Span

# Evidence by what stands beside a name, in the unit of the odds (natural logarithms). Set on the corpus, where each was
# varied by a third without harm.
_BEFORE: Mapping[str, float] = {
    "title": 6.0, "roll": 6.0, "rank": 5.0, "word": 2.0, "list": 1.5, "start": 1.0, "org": 1.0, "none": -4.0
}  # fmt: skip
_AFTER: Mapping[str, float] = {
    "title": 7.0, "takes": 5.0, "honour": 5.0, "deed": 3.0, "word": 1.7, "stop": 1.5, "cut": -3.5, "none": -5.0
}  # fmt: skip
_LISTED = 3.5  # for each neighbour in a list that is a name
_REPEATED, _MOST_REPEATED = 0.5, 4.0  # each further place counts for half, up to a limit
_STRAY, _MOST_STRAY = -0.7, -5.0  # for each place where the same characters stand and no name can
_MOST_AGAINST, _MOST_FOR = -4.5, 6.0
_PLACE, _ORG, _TRANSCRIBED, _LATIN = -6.0, -6.0, 2.0, -1.0
_BRAND = 3
_VERB = -3.0  # for a character at either end that is rather a word beside the name
_NO_SURNAME, _NO_SURNAME_BUT_TRANSCRIBED = -20.0, -2.0
_SEEN: Mapping[str, float] = {
    "PER": 4.0, "nr": 2.0, "LOC": -4.0, "ORG": -4.0, "ns": -4.0, "nt": -4.0, "TIME": -4.0,
    "longer": -1.0, "crossed": -3.0, "part": -4.0, "else": -1.5, "": 0.0,
}  # fmt: skip
_HOPE = -3.0
_LONGEST_SEEN, _USUAL_LENGTH = 12, 3
_ENOUGH = 2.0
_ROUNDS = 3

_OF_A_PLACE = re.compile("(?=(..)[省市县区镇乡州])")
_LIST_MARKS = frozenset("、和与及")


Labels = Mapping[int, tuple[Span, str]]
"""For each character that the tagger read, the word that it belongs to, with its label."""


class Witnesses(NamedTuple):
    """Who is asked besides the slots: where the tokenizer cuts, how likely characters make a name, what is tagged.

    `tag` gives for each sentence its words with their labels, PER for persons. `surnames` are those that people are
    really met with, `places` names of places, `transcribing` the characters that transcribe foreign names;
    `words_before` and `words_behind` those that are rather words beside a name; `is_org` says whether a string ends as
    an organisation's name does.
    """

    cuts: org.Cuts
    odds: Callable[[str], float]
    tag: Callable[[Sequence[str]], list[Tagged]]
    surnames: Collection[str]
    places: Collection[str]
    transcribing: Collection[str]
    words_before: Collection[str]
    words_behind: Collection[str]
    is_org: Callable[[str], bool]


def find(passages: Passages, titles: Sequence[Mention], witnesses: Witnesses, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The persons' names of the text outside boilerplate, in order; no two overlap, and none overlaps a title."""
    text = passages.text
    proposals = list(slot.propose(passages, titles, witnesses.cuts, lexicon))
    strings = _Strings(text, witnesses)
    tagged = _tagged(passages, proposals, strings, witnesses)
    proposals += _seen_by_tagger(passages, tagged, proposals, titles, lexicon)
    chosen: list[Span] = []
    for _ in range(_ROUNDS):
        evidence = _weigh(text, proposals, chosen, tagged, strings, witnesses)
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
    """Whether something behind a proposal, or the tagger where a title leads, says that a name ends there."""
    if proposal.after != "none":
        return True
    whole = proposal.before == "title" and len(proposal.span) == _USUAL_LENGTH
    return whole and tagged.get(proposal.span.start) == (proposal.span, "PER")


class _Strings:
    """What is asked of the same strings at many places of a text, found once for each."""

    def __init__(self, text: str, witnesses: Witnesses) -> None:
        places = frozenset(_OF_A_PLACE.findall(text))
        self.count = lru_cache(maxsize=None)(text.count)
        self.characters = lru_cache(maxsize=None)(lambda name: _characters(name, witnesses))
        self.is_place = lru_cache(maxsize=None)(lambda name: _is_place(name, places, witnesses))


def _weigh(
    text: str,
    proposals: Sequence[Proposal],
    chosen: Sequence[Span],
    tagged: Labels,
    strings: _Strings,
    witnesses: Witnesses,
) -> dict[str, tuple[float, float]]:
    """The evidence for each string, given the names that are settled so far, and what its characters say alone."""
    starts, ends = {s.start for s in chosen}, {s.end for s in chosen}
    places: dict[str, list[float]] = defaultdict(list)
    fitting: Counter[str] = Counter()
    brands = _brands(text, proposals)
    for proposal in proposals:
        span = proposal.span
        listed = (text[span.start - 1 : span.start] in _LIST_MARKS and span.start - 1 in ends) + (
            text[span.end : span.end + 1] in _LIST_MARKS and span.end + 1 in starts
        )
        slots = _BEFORE[proposal.before] + _AFTER[proposal.after] + _LISTED * listed
        name = text[span.slice]
        inner = strings.characters(name) + _seen(span, tagged)
        if name[-1] in witnesses.words_behind and proposal.after not in ("stop", "deed"):
            inner += _VERB
        # 向 before 各位 and a verb or a title is the preposition, before a mark it may be the surname.
        surnamed = name[0] in witnesses.surnames and (
            name[0] not in witnesses.words_before
            or len(name) < _USUAL_LENGTH
            or proposal.after not in ("deed", "title", "word")
        )
        alone = (
            (proposal.before, len(name)) == ("title", _USUAL_LENGTH)
            and proposal.after in ("stop", "deed")
            and name[0] not in witnesses.words_before
        )
        if surnamed or alone or listed == 2 or proposal.before == "roll":
            inner = max(_MOST_AGAINST, inner)
        if proposal.before == "none" and strings.characters(name) == _NO_SURNAME_BUT_TRANSCRIBED:
            inner += _PLACE
        if proposal.before != "title" and (name in brands or strings.is_place(name)):
            inner += _PLACE
        places[name].append(slots + inner)
        fitting[name] += slots > 0 and proposal.before != "none"
    evidence = {}
    for name, weights in places.items():
        best = max(weights)
        more = min(_MOST_REPEATED, _REPEATED * (sum(w for w in weights if w > 0) - max(best, 0)))
        stray = strings.count(name) - fitting[name]
        evidence[name] = best + more + max(_MOST_STRAY, _STRAY * stray), strings.characters(name)
    return evidence


def _brands(text: str, proposals: Iterable[Proposal]) -> frozenset[str]:
    """Ends of longer names, such as companies have: the same characters stand in front again and again."""
    led = Counter(text[p.span.start - 2 : p.span.end] for p in proposals if p.before == "none")
    return frozenset(name[2:] for name, count in led.items() if count >= _BRAND)


def _tagged(passages: Passages, proposals: Iterable[Proposal], strings: _Strings, witnesses: Witnesses) -> Labels:
    """The tagger's words in the sentences that have a likely enough proposal, by the place of each character."""
    text = passages.text
    starts = sorted(p.span.start for p in proposals if _hopeful(p, text[p.span.slice], strings))
    asked = [s for _, s in passages.sentences() if bisect_left(starts, s.start) < bisect_left(starts, s.end)]
    labels: dict[int, tuple[Span, str]] = {}
    for sentence, words in zip(asked, witnesses.tag([passages.text[s.slice] for s in asked]), strict=True):
        for span, label in words:
            word = (span.shift(sentence.start), label)
            labels.update(dict.fromkeys(range(word[0].start, word[0].end), word))
    return labels


def _hopeful(proposal: Proposal, name: str, strings: _Strings) -> bool:
    """Whether the tagger's word could still make a name of a proposal; it takes half of all time to ask it."""
    return _BEFORE[proposal.before] + _AFTER[proposal.after] + strings.characters(name) > _HOPE


def _seen_by_tagger(
    passages: Passages, tagged: Labels, proposals: Iterable[Proposal], titles: Sequence[Mention], lexicon: Lexicon
) -> list[Proposal]:
    """Names that the tagger sees where the slots propose none: without a known surname, or with nothing beside them."""
    known = {p.span for p in proposals}
    beside = Surroundings.of(passages, titles, lexicon)
    seen = sorted({s for s, label in tagged.values() if label == "PER" and 2 <= len(s) <= _LONGEST_SEEN} - known)
    seen = [s for s in seen if slot.NAMELIKE.fullmatch(passages.text, s.start, s.end)]
    sentences = [s for _, s in passages.sentences()]
    starts = [s.start for s in sentences]
    return [
        slot.proposal(passages.text, span, sentences[bisect_right(starts, span.start) - 1], beside, lexicon)
        for span in seen
        if beside.inside.isdisjoint(range(span.start, span.end))
    ]


def _seen(span: Span, tagged: Labels) -> float:
    """What the tagger says of a stretch: a person, part of something else, or nothing in particular."""
    word, label = tagged.get(span.start, (span, ""))
    if word == span:
        return _SEEN.get(label, _SEEN["else"])
    if label == "PER" and word.start == span.start:
        return _SEEN["longer"]
    if label in ("PER", "nr") or tagged.get(span.end - 1, (span, ""))[1] in ("PER", "nr"):
        return _SEEN["crossed"]
    return _SEEN["part"] if span in word else _SEEN["else"]


def _characters(name: str, witnesses: Witnesses) -> float:
    """What the characters of a name say for it, wherever it stands."""
    if "·" in name:
        known = sum(c in witnesses.transcribing for c in name if c != "·")
        return _TRANSCRIBED if known * 4 >= (len(name) - 1) * 3 else -2 * _TRANSCRIBED
    if name[0] < "\u3400":
        return _LATIN
    if all(c in witnesses.transcribing for c in name) and witnesses.odds(name) <= _NO_SURNAME:
        return _NO_SURNAME_BUT_TRANSCRIBED
    odds = min(_MOST_FOR, witnesses.odds(name))
    return odds + _ORG * witnesses.is_org(name) + _VERB * (name[0] in witnesses.words_before)


def _is_place(name: str, places: Collection[str], witnesses: Witnesses) -> bool:
    """A place of the list, what begins with one, or one of `places`, such as 苏某 in a report that has 苏某市."""
    if name in witnesses.places or (len(name) > 2 and name[:2] in witnesses.places):
        return True
    return name in places


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
