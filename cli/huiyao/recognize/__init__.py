"""Finds every kind of fact in a report's passages. What the recognizers need of each other is said here, once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from huiyao.gazetteer import org_suffix
from huiyao.lexicon import Lexicon
from huiyao.recognize import (
    attending,
    date,
    event,
    evidence,
    given,
    imprint,
    number,
    person,
    post,
    recipient,
    resolution,
    role,
    statistic,
    subject,
    title,
)
from huiyao.recognize.tagger import tagger
from huiyao.records import (
    AttendingOrganization,
    Event,
    Imprint,
    Mention,
    Organizations,
    Part,
    Passages,
    Post,
    Resolution,
    Statistic,
)
from huiyao.text import Span

Tokenize = Callable[[str], list[Span]]
"""Cuts a text into tokens that follow each other without a gap."""


class Facts(NamedTuple):
    """What the recognizers found, with spans in the clean text, before mentions are linked to entities."""

    imprint: Imprint
    people: tuple[Mention, ...]
    posts: tuple[Post, ...]
    parts: tuple[Part, ...]
    organizations: Organizations
    events: tuple[Event, ...]
    attending: tuple[AttendingOrganization, ...]
    resolutions: tuple[Resolution, ...]
    recipients: tuple[Mention, ...]
    statistics: tuple[Statistic, ...]


def run(passages: Passages, tokenize: Tokenize, lexicon: Lexicon) -> Facts:
    """The facts of a report."""
    cuts = _cuts(passages.text, tokenize)
    found_dates = date.find(passages, lexicon)
    about = imprint.read(passages, found_dates, lexicon)
    dates = date.resolve(found_dates, passages, about.published)
    about = imprint.read(passages, dates, lexicon)
    quantities = number.find(passages, dates, lexicon)

    titles = title.whole(title.find(passages, lexicon), cuts)
    people = person.find(passages, titles, _witnesses(cuts, lexicon), lexicon)
    posts, phrases = post.find(passages, titles, people, cuts, lexicon)
    mentions = tuple(sorted((*titles, *people), key=lambda m: m.span))
    organizations = subject.find(passages, about, posts, people, cuts, lexicon)
    resolutions = resolution.find(passages, quantities, mentions, about, lexicon)

    return Facts(
        about,
        people,
        posts,
        role.find(passages, phrases, lexicon),
        organizations,
        event.find(passages, dates, quantities, about, lexicon),
        attending.find(passages, phrases, cuts, lexicon),
        resolutions,
        recipient.find(passages, resolutions, organizations, cuts, lexicon),
        statistic.find(passages, quantities, dates, about, lexicon),
    )


def _cuts(text: str, tokenize: Tokenize) -> Callable[[Span], frozenset[int]]:
    """Where the tokenizer cuts inside a span, its two ends included; each span is cut once."""
    known: dict[Span, frozenset[int]] = {}

    def cuts(span: Span) -> frozenset[int]:
        if span not in known:
            known[span] = frozenset({span.start, *(span.start + t.end for t in tokenize(text[span.slice]))})
        return known[span]

    return cuts


def _witnesses(cuts: Callable[[Span], frozenset[int]], lexicon: Lexicon) -> evidence.Witnesses:
    return evidence.Witnesses(
        cuts,
        lambda name: given.score(name, lexicon),
        lambda sentences: tagger().tag(sentences) if sentences else [],
        frozenset((*lexicon.words("surname", frequency="common"), *lexicon.words("surname", frequency="known"))),
        lexicon.table("place"),
        lexicon.table("transcription"),
        frozenset(lexicon.words("name_edge", first="word")),
        frozenset(lexicon.words("name_edge", last="word")),
        lambda name: len(org_suffix(name, lexicon) or "") > 1,
    )
