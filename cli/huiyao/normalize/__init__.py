"""Repairs a report's text and puts it into simplified script, each change an Edit with the way back.

The steps stand in the order in which they are applied: each takes the text so far and gives its changes.
"""

from __future__ import annotations

from huiyao.lexicon import Lexicon
from huiyao.normalize import control, dashes, gloss, punctuation, quotes, recovery, script, space, width, wrap
from huiyao.normalize.draft import Draft
from huiyao.records import CleanText, Report

STEPS = (
    control.changes,
    recovery.changes,
    control.private,
    width.changes,
    width.zeros,
    gloss.changes,
    script.changes,
    punctuation.noise,
    quotes.corners,
    quotes.pairs,
    quotes.turned,
    punctuation.brackets,
    punctuation.marks,
    punctuation.dots,
    wrap.changes,
    space.changes,
    punctuation.numbers,
    dashes.changes,
)


def run(report: Report, lexicon: Lexicon) -> CleanText:
    """The clean text of a report: no glosses, one form for each sign, simplified script, mapped to its source."""
    draft = Draft.of(report.text)
    for changes in STEPS:
        draft = draft.apply(changes(draft.text, lexicon))
    return CleanText(report, draft.text, draft.offsets(), draft.edits, script.written(report.text, lexicon))
