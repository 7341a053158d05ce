"""A text on its way from the source to its clean form, with all changes made so far."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from huiyao.text import Edit, OffsetMap, Span


class Change(NamedTuple):
    """What a step wants: `after`, never longer, where the text has its characters from `start` to `end`."""

    start: int
    end: int
    after: str
    reason: str


class Draft(NamedTuple):
    """The text as it stands, its source, and the edits between the two, in order."""

    source: str
    text: str
    edits: tuple[Edit, ...] = ()

    @classmethod
    def of(cls, source: str) -> Draft:
        """The draft in which nothing has been changed."""
        return cls(source, source)

    def apply(self, changes: Iterable[Change]) -> Draft:
        """The draft after changes, given in order and without overlap.

        A change of what an earlier edit wrote becomes one edit with it and keeps the earlier reason. Raises ValueError
        for changes that overlap or would lengthen the text: the way back could not be told.
        """
        new = [change for change in changes if self.text[change.start : change.end] != change.after]
        if not new:
            return self
        parts: list[str] = []
        at = 0
        for change in new:
            if change.start < at or len(change.after) > change.end - change.start:
                raise ValueError(f"unfit: {change}")
            parts += (self.text[at : change.start], change.after)
            at = change.end
        text = "".join((*parts, self.text[at:]))
        return Draft(self.source, text, tuple(_merge(self, new, text)))

    def offsets(self) -> OffsetMap:
        """The way back from each character of the text to the source."""
        starts, ends = array("I"), array("I")
        at = 0
        for edit in self.edits:
            start, end = edit.source.start, edit.source.end
            starts.extend(range(at, start))
            ends.extend(range(at + 1, start + 1))
            at = end
            if edit.after:
                # Each character takes one of the source's, the first takes those that are left over.
                first = end - len(edit.after) + 1
                starts.extend(chain((start,), range(first, end)))
                ends.extend(range(first, end + 1))
            elif edit.reason == "gloss" and ends and ends[-1] == start:
                ends[-1] = end
        starts.extend(range(at, len(self.source)))
        ends.extend(range(at + 1, len(self.source) + 1))
        return OffsetMap(starts, ends, len(self.source))


def _merge(draft: Draft, changes: Sequence[Change], text: str) -> Iterator[Edit]:
    """The edits of a draft and new changes as one list; those that share characters become one edit."""
    old, new = iter(draft.edits), iter(changes)
    edit, change = next(old, None), next(new, None)
    back = 0  # from an offset in the draft's text to the source, between edits
    on = 0  # from an offset in the draft's text to the new text, between changes
    while edit is not None or change is not None:
        if edit is not None and (change is None or edit.clean.end <= change.start):
            back = edit.source.end - edit.clean.end
            yield Edit(edit.source, edit.clean.shift(on), edit.before, edit.after, edit.reason) if on else edit
            edit = next(old, None)
        elif change is not None and (edit is None or change.end <= edit.clean.start):
            clean = Span(change.start + on, change.start + on + len(change.after))
            source = Span(change.start + back, change.end + back)
            yield Edit(source, clean, draft.source[source.slice], change.after, change.reason)
            on += len(change.after) - (change.end - change.start)
            change = next(new, None)
        else:
            assert edit is not None
            assert change is not None
            reason = edit.reason
            low = min(change.start, edit.clean.start)
            start, clean_start = min(low + back, edit.source.start), low + on
            high = max(low + 1, edit.clean.end if edit.clean.start == low else change.start + 1)
            while True:
                if edit is not None and edit.clean.start < high:
                    high = max(high, edit.clean.end)
                    back = edit.source.end - edit.clean.end
                    edit = next(old, None)
                elif change is not None and change.start < high:
                    high = max(high, change.end)
                    on += len(change.after) - (change.end - change.start)
                    change = next(new, None)
                else:
                    break
            source, clean = Span(start, high + back), Span(clean_start, high + on)
            before, after = draft.source[source.slice], text[clean.slice]
            if before != after:
                yield Edit(source, clean, before, after, reason)
