"""What speaks for and against a stretch as a person's name: its places, its characters, what the tagger says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.recognize import org
from huiyao.recognize.slot import Proposal
from huiyao.recognize.tagger import Tagged
from huiyao.text import Span

# Evidence by what stands beside a name, in the unit of the odds (natural logarithms). Set on the corpus, where each was
# varied by a third without harm.
_BEFORE: Mapping[str, float] = {
    "title": 6.0, "roll": 6.0, "rank": 5.0, "called": 5.0, "word": 2.0, "list": 1.5, "start": 1.0, "org": 1.0,
    "none": -4.0,
}  # fmt: skip
_AFTER: Mapping[str, float] = {
    "title": 7.0, "takes": 5.0, "honour": 5.5, "cleric": 5.0, "deed": 3.0, "word": 1.7, "stop": 1.5,
    "cut": -3.5, "none": -5.0,
}  # fmt: skip
_LISTED = 3.5  # for each neighbour in a list that is a name
_REPEATED, _MOST_REPEATED = 0.5, 4.0  # each further place counts for half, up to a limit
_STRAY, _MOST_STRAY = -0.7, -5.0  # for each place where the same characters stand and no name can
_MOST_AGAINST, _MOST_FOR = -4.5, 6.0
_TAGGED_AGAINST = -3.0
_PERSONAL = frozenset(("title", "honour", "takes"))
_PLACE, _ORG, _TRANSCRIBED, _LATIN = -6.0, -6.0, 2.0, -1.0
_BRAND = 3
_VERB = -3.0  # for a character at either end that is rather a word beside the name
_NO_SURNAME, _NO_SURNAME_BUT_TRANSCRIBED = -20.0, -2.0
_SEEN: Mapping[str, float] = {
    "PER": 4.0, "nr": 2.0, "LOC": -4.0, "ORG": -4.0, "ns": -4.0, "nt": -4.0, "TIME": -4.0,
    "longer": -1.0, "crossed": -3.0, "part": -4.0, "else": -1.5, "": 0.0,
}  # fmt: skip
_HOPE = -3.0
USUAL_LENGTH = 3

_OF_A_PLACE = patterns.compile("(?=(..)[省市县区镇乡州])")
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


class Strings:
    """What is asked of the same strings at many places of a text, found once for each."""

    def __init__(self, text: str, witnesses: Witnesses) -> None:
        places = frozenset(_OF_A_PLACE.findall(text))
        self.count = lru_cache(maxsize=None)(text.count)
        self.characters = lru_cache(maxsize=None)(lambda name: _characters(name, witnesses))
        self.is_place = lru_cache(maxsize=None)(lambda name: _is_place(name, places, witnesses))


def weigh(
    text: str,
    proposals: Sequence[Proposal],
    chosen: Sequence[Span],
    tagged: Labels,
    strings: Strings,
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
            or len(name) < USUAL_LENGTH
            or proposal.after not in ("deed", "title", "word")
        )
        alone = (
            (proposal.before, len(name)) == ("title", USUAL_LENGTH)
            and proposal.after in ("stop", "deed")
            and name[0] not in witnesses.words_before
        )
        known = strings.characters(name) > _NO_SURNAME and (surnamed or alone or proposal.before == "roll")
        cleric = proposal.after == "cleric" and len(name) == 2
        if known or cleric or listed == 2:
            inner = max(_MOST_AGAINST, inner)
        if tagged.get(span.start) == (span, "PER") and (proposal.before == "title" or proposal.after in _PERSONAL):
            inner = max(_TAGGED_AGAINST, inner)
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


def hopeful(proposal: Proposal, name: str, strings: Strings) -> bool:
    """Whether the tagger's word could still make a name of a proposal; it takes half of all time to ask it."""
    if proposal.before == "title" and proposal.after in ("stop", "deed", "honour", "takes"):
        return True
    return _BEFORE[proposal.before] + _AFTER[proposal.after] + strings.characters(name) > _HOPE


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
