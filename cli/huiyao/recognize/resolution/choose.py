"""Which of the proposed resolutions stand: one a place, and one for what is said twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from huiyao import patterns
from huiyao.recognize.alike import likeness
from huiyao.records import Resolution
from huiyao.text import Span

# From here on two matters of one kind are taken for the same one, said again; posts differ by a character.
_ALIKE, _ALIKE_CHOSEN = 0.85, 0.9
_AGREEMENT = patterns.compile(r"(?:与[^，]{0,24}?)?(?:签署|签订|签)了?(?:相关)?协议书?")
_SIGNING = patterns.compile(r"^(?:签署|签订|签约|签)了?")
# So many matters back a text is searched for the same one.
_MEMORY = 60


def chosen(proposed: Sequence[Resolution], titles: Sequence[Span], weak: Collection[str]) -> tuple[Resolution, ...]:
    """The proposals that stand, in the order of the text. Of two that overlap the one proposed first stands.

    A title says what the report says again below; a weak rule's (新任会长何山) says what a better one may have said.
    """
    standing: list[Resolution] = []
    for resolution in proposed:
        at = bisect_right(standing, resolution.span.start, key=_start)
        if not any(resolution.span.overlaps(other.span) for other in standing[max(0, at - 1) : at + 1]):
            standing.insert(at, resolution)
    below = [r for r in standing if not _within(r, titles)]
    kinds = {r.kind for r in below}
    better = [r for r in below if r.evidence.rule not in weak]
    below = [r for r in below if not (r.evidence.rule in weak and _told_of(r, better))]
    below = [r for r in below if not _is_short_for(r, below)]
    told: list[Resolution] = []
    for resolution in sorted(below + [r for r in standing if _within(r, titles) and r.kind not in kinds], key=_start):
        if not any(_same(resolution, other) for other in told[-_MEMORY:]):
            told.append(resolution)
    return tuple(told)


def _is_short_for(one: Resolution, others: Sequence[Resolution]) -> bool:
    """Whether a signing names only an agreement, or a founding only a part of the name, that another names whole."""
    for other in others:
        if other is one or other.kind != one.kind:
            continue
        if one.kind == "signed" and _AGREEMENT.fullmatch(one.text) and not _AGREEMENT.fullmatch(other.text):
            return True
        if one.kind == "established" and one.text != other.text and other.text.rstrip("”").endswith(one.text):
            return True
    return False


def _within(resolution: Resolution, titles: Sequence[Span]) -> bool:
    return any(resolution.span in span for span in titles)


def _told_of(resolution: Resolution, others: Sequence[Resolution]) -> bool:
    """Whether another resolution names the person with whom this one ends."""
    name = resolution.text[-2:]
    return any(name in other.text for other in others if other is not resolution and other.kind == resolution.kind)


def _start(resolution: Resolution) -> int:
    return resolution.span.start


def _same(one: Resolution, other: Resolution) -> bool:
    """Whether two say one thing; what one sentence lists is told apart there."""
    if one.kind != other.kind or one.evidence.sentence == other.evidence.sentence:
        return False
    if one.kind == "signed":
        return likeness(_SIGNING.sub("", one.text), _SIGNING.sub("", other.text)) >= _ALIKE
    return likeness(one.text, other.text) >= (_ALIKE_CHOSEN if one.kind == "elected" else _ALIKE)
