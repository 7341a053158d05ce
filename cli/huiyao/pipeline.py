"""The order of the steps: open this first.

Report ─ normalize ─ CleanText ─ segment ─ Passages ─ recognize ─ Facts ─ link, summary ─ Summary
"""

from __future__ import annotations

from huiyao import link, normalize, recognize, segment, summary
from huiyao.lexicon import Lexicon, bundled
from huiyao.records import Report, Summary
from huiyao.segment.tokens import tokenizer
from huiyao.summary import Linked


def run(report: Report, lexicon: Lexicon | None = None) -> Summary:
    """The summary of a report, with the words of `lexicon` (by default those that come with the program)."""
    lexicon = lexicon or bundled()
    clean = normalize.run(report, lexicon)
    passages = segment.run(clean, lexicon)
    facts = recognize.run(passages, tokenizer(lexicon).tokenize, lexicon)
    people = link.people(facts.posts, facts.parts, facts.people, facts.organizations, clean.text, lexicon)
    linked = Linked(
        facts.imprint,
        facts.events,
        people,
        facts.attending,
        facts.resolutions,
        facts.recipients,
        facts.statistics,
    )
    return summary.run(passages, linked)
