"""Which of the proposed resolutions stand: one a place, and one for what is said twice."""

from __future__ import annotations

from collections.abc import Sequence

from huiyao.recognize.alike import likeness
from huiyao.records import Resolution
from huiyao.text import Span

# From here on two matters of one kind are taken for the same one, said again; a title says it in fewer words.
_ALIKE, _ALIKE_IN_TITLE = 0.7, 0.5


def chosen(proposed: Sequence[Resolution], titles: Sequence[Span]) -> tuple[Resolution, ...]:
    """The proposals that stand, in the order of the text. Of two that overlap the one proposed first stands."""
    standing: list[Resolution] = []
    for resolution in proposed:
        if not any(resolution.span.overlaps(other.span) for other in standing):
            standing.append(resolution)
    told: list[Resolution] = []
    # What a title says, the report says better further on.
    for resolution in sorted(standing, key=lambda r: (_within(r, titles), r.span)):
        if not any(_same(resolution, other, titled=_within(resolution, titles)) for other in told):
            told.append(resolution)
    return tuple(sorted(told, key=lambda r: r.span))


def _within(resolution: Resolution, titles: Sequence[Span]) -> bool:
    return any(resolution.span in span for span in titles)


def _same(one: Resolution, other: Resolution, *, titled: bool) -> bool:
    return one.kind == other.kind and likeness(one.text, other.text) >= (_ALIKE_IN_TITLE if titled else _ALIKE)
