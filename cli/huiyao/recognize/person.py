"""Persons' names: proposals where a name may stand, evidence added up over the whole report, one decision.

A proposal is a stretch of characters that begins with a surname (or is dotted, or in Latin letters) and stands in a slot:
what is before it and what is behind it let a name end there. Each place where it stands adds evidence, the odds of its
characters and the dictionary speak for or against it, and of proposals that overlap the strongest stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from huiyao.gazetteer import org_suffix
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.records import Mention, Passages
from huiyao.text import Span

# Evidence for a name from what stands beside it; set on the corpus, where each was varied by a third without harm.
_BEFORE: Mapping[str, float] = {"title": 3.0, "word": 1.2, "list": 1.2, "start": 1.0, "org": 1.0, "none": 0.0}
_AFTER: Mapping[str, float] = {"title": 3.0, "honour": 2.5, "word": 1.5, "stop": 1.2, "cut": 0.3, "none": -1.0}
_REPEATED = 0.5  # each further place counts for half of the best one
_MOST_REPEATED = 2.5
_ODDS_WEIGHT, _MOST_ODDS = 0.6, 4.0
_ENOUGH = 3.2

_STOPS = frozenset("，。；：、！？）」”’》\n\t ,;:!?)|…—/】〕[［【（(《“-")
_OPENING = frozenset("，。；：！？“‘（(\n\t |】〕>》”")
_HIDDEN = frozenset("某×＊*○〇")


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Who is asked besides the slots: where the tokenizer cuts, how likely characters make a name, what is a word."""

    cuts: org.Cuts
    odds: Callable[[str], float]
    is_word: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class NameGrammar:
    """The compiled word lists around names."""

    surname: re.Pattern[str]
    compound: frozenset[str]
    single: frozenset[str]
    before: re.Pattern[str]
    honour: re.Pattern[str]
    after: re.Pattern[str]
    never: frozenset[str]
    longest_before: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch that may be a name at one place, with the evidence of its two sides."""

    span: Span
    before: str
    after: str

    @property
    def weight(self) -> float:
        """The evidence of this place alone."""
        return _BEFORE[self.before] + _AFTER[self.after]


_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,9}){1,3}")
_LATIN = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ.’-]+(?: [A-ZÀ-Þ][A-Za-zÀ-ÿ.’-]*){1,3}")


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> NameGrammar:
    """The name grammar of a lexicon."""
    surnames = lexicon.words("surname")
    before = lexicon.words("name_before")
    return NameGrammar(
        re.compile(f"(?=({lexicon.alternation('surname')}))"),
        frozenset(w for w in surnames if len(w) > 1),
        frozenset(w for w in surnames if len(w) == 1),
        re.compile(lexicon.alternation("name_before")),
        re.compile(lexicon.alternation("name_after", kind="honour")),
        re.compile(lexicon.alternation("name_after", kind="word")),
        frozenset(lexicon.words("not_name")),
        max(map(len, before)),
    )


def find(passages: Passages, titles: Sequence[Mention], witnesses: Witnesses, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The persons' names of the text outside boilerplate, in order; no two overlap, and none overlaps a title."""
    text = passages.text
    proposals = list(_propose(passages, titles, witnesses, lexicon))
    evidence = _weigh(text, proposals, witnesses)
    strong = [p for p in proposals if evidence[text[p.span.slice]] >= _ENOUGH]
    chosen = _choose(strong, lambda p: (evidence[text[p.span.slice]], len(p.span)))
    names = {text[s.slice] for s in chosen}
    spans = _everywhere(passages, names, chosen, titles, witnesses, lexicon)
    return tuple(Mention("person", s, text[s.slice], "person") for s in spans)


def _propose(
    passages: Passages, titles: Sequence[Mention], witnesses: Witnesses, lexicon: Lexicon
) -> Iterable[Proposal]:
    text, rules = passages.text, grammar(lexicon)
    title_starts = {m.span.start for m in titles}
    title_ends = {m.span.end for m in titles}
    in_title = _covered(titles)
    for _, sentence in passages.sentences():
        for found in rules.surname.finditer(text, sentence.start, sentence.end):
            start = found.start()
            if start in in_title:
                continue
            before = _before(text, start, sentence, title_ends, rules, lexicon)
            for length in _lengths(text, start, rules):
                end = start + length
                if end > sentence.end or not _plain(text, start, end) or (end - 1) in in_title:
                    continue
                if text[start:end] in rules.never:
                    continue
                after = _after(text, end, sentence, title_starts, rules)
                if after == "none" and before == "title" and end in witnesses.cuts(sentence):
                    after = "cut"
                if before != "none" or after in ("title", "honour"):
                    yield Proposal(Span(start, end), before, after)
        for found in _LATIN.finditer(text, sentence.start, sentence.end):
            yield from _at_edges(text, [found.start()], [found.end()], sentence, title_starts, title_ends, lexicon)
        for found in _DOTTED.finditer(text, sentence.start, sentence.end):
            dot, last = found.group().index("·"), found.group().rindex("·")
            starts = range(found.start(), found.start() + dot)
            ends = range(found.start() + last + 2, found.end() + 1)
            yield from _at_edges(text, starts, ends, sentence, title_starts, title_ends, lexicon)


def _at_edges(
    text: str,
    starts: Sequence[int],
    ends: Sequence[int],
    sentence: Span,
    title_starts: set[int],
    title_ends: set[int],
    lexicon: Lexicon,
) -> Iterable[Proposal]:
    """The dotted or Latin name whose two ends stand best in a slot; the longest where several stand alike."""
    rules = grammar(lexicon)
    opened = [(_before(text, at, sentence, title_ends, rules, lexicon), at) for at in starts]
    closed = [(_after(text, at, sentence, title_starts, rules), at) for at in ends]
    before, start = max(opened, key=lambda o: (_BEFORE[o[0]], -o[1]))
    after, end = max(closed, key=lambda c: (_AFTER[c[0]], -c[1]))
    if before != "none" or after in ("title", "honour"):
        yield Proposal(Span(start, end), before, after)


def _covered(mentions: Iterable[Mention]) -> frozenset[int]:
    return frozenset(i for m in mentions for i in range(m.span.start, m.span.end))


def _lengths(text: str, start: int, rules: NameGrammar) -> tuple[int, ...]:
    if text[start : start + 2] in rules.compound:
        return (4, 3, 2)
    # A married woman's double surname: 郑马佩雯.
    if text[start + 1 : start + 2] in rules.single:
        return (3, 2, 4)
    return (3, 2)


def _plain(text: str, start: int, end: int) -> bool:
    return all("\u3400" <= c <= "\u9fff" and c not in _HIDDEN for c in text[start:end])


def _before(text: str, start: int, sentence: Span, title_ends: set[int], rules: NameGrammar, lexicon: Lexicon) -> str:
    if start in title_ends or (text[start - 1 : start] in " ：" and start - 1 in title_ends):
        return "title"
    if start == sentence.start or text[start - 1] in _OPENING:
        return "start"
    if text[start - 1] == "、":
        return "list"
    for length in range(1, rules.longest_before + 1):
        if start - length >= sentence.start and rules.before.fullmatch(text, start - length, start):
            return "word"
    if org_suffix(text[max(sentence.start, start - 6) : start], lexicon):
        return "org"
    return "none"


def _after(text: str, end: int, sentence: Span, title_starts: set[int], rules: NameGrammar) -> str:
    if end in title_starts:
        return "title"
    if end >= sentence.end or text[end] in _STOPS:
        return "stop"
    if rules.honour.match(text, end, sentence.end):
        return "honour"
    if rules.after.match(text, end, sentence.end):
        return "word"
    return "none"


def _weigh(text: str, proposals: Sequence[Proposal], witnesses: Witnesses) -> dict[str, float]:
    places: dict[str, list[float]] = defaultdict(list)
    for proposal in proposals:
        places[text[proposal.span.slice]].append(proposal.weight)
    evidence = {}
    for name, weights in places.items():
        best = max(weights)
        more = min(_MOST_REPEATED, _REPEATED * (sum(w for w in weights if w > 0) - max(best, 0)))
        evidence[name] = best + more + _character(name, witnesses)
    return evidence


def _character(name: str, witnesses: Witnesses) -> float:
    if "·" in name:
        return 2.0
    if name[0] < "\u3400":
        return 0.0
    return max(-_MOST_ODDS, min(_MOST_ODDS, _ODDS_WEIGHT * witnesses.odds(name)))


def _choose(proposals: Iterable[Proposal], order: Callable[[Proposal], tuple[float, int]]) -> list[Span]:
    """Of overlapping proposals the one that comes first by `order` (descending), then the earliest."""
    taken: set[int] = set()
    chosen: list[Span] = []
    for proposal in sorted(proposals, key=lambda p: (tuple(-x for x in order(p)), p.span)):
        cells = range(proposal.span.start, proposal.span.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            chosen.append(proposal.span)
    return sorted(chosen)


def _everywhere(
    passages: Passages,
    names: Iterable[str],
    chosen: Sequence[Span],
    titles: Sequence[Mention],
    witnesses: Witnesses,
    lexicon: Lexicon,
) -> list[Span]:
    """The chosen spans and every other place where a chosen name stands: one place settles its bounds for all."""
    text, rules = passages.text, grammar(lexicon)
    taken = {i for s in chosen for i in range(s.start, s.end)} | _covered(titles)
    spans = list(chosen)
    pattern = re.compile("|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n))) or r"(?!)")
    for _, sentence in passages.sentences():
        for found in pattern.finditer(text, sentence.start, sentence.end):
            span = Span(*found.span())
            if not taken.isdisjoint(range(span.start, span.end)):
                continue
            if len(span) == 2 and witnesses.is_word(found.group()) and not _stands_free(text, span, sentence, rules):
                continue
            taken.update(range(span.start, span.end))
            spans.append(span)
    return sorted(spans)


def _stands_free(text: str, span: Span, sentence: Span, rules: NameGrammar) -> bool:
    opened = span.start == sentence.start or text[span.start - 1] in _OPENING or text[span.start - 1] == "、"
    return opened and _after(text, span.end, sentence, set(), rules) != "none"
