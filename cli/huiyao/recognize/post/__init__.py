"""Which titles and organisations a sentence gives to which person.

The sentence is read as a row of titles and names with the gaps between them. A title may lead a name
(协会秘书长苏某某), stand behind it (栾某某副处长), in brackets, in apposition, or be joined to it by a verb
(当选, 担任); names in a list share the title or the organisation of the one before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.recognize.post.behind import behind, beside
from huiyao.recognize.post.heading import Heading, goes_past, headed_by, under
from huiyao.recognize.post.house import named_before
from huiyao.recognize.post.leading import affiliated, counted, in_brackets, leading, shared
from huiyao.recognize.post.life import of_life, of_vita
from huiyao.recognize.post.sentence import Phrase, Sentence
from huiyao.recognize.post.verb import by_verb
from huiyao.records import Mention, Passages, Post

__all__ = ["Phrase", "find"]


def find(
    passages: Passages, titles: Sequence[Mention], people: Sequence[Mention], cuts: org.Cuts, lexicon: Lexicon
) -> tuple[tuple[Post, ...], tuple[Phrase, ...]]:
    """The posts of all sentences, in order, and the noun phrase of each name."""
    posts: list[Post] = []
    phrases: list[Phrase] = []
    mentions = sorted([*titles, *people], key=lambda m: m.span)
    at = 0
    alone: Mention | None = None  # the only person of the last sentence that names one
    heading: Heading | None = None  # under which the lines of names stand
    for _, sentence in passages.sentences():
        while at < len(mentions) and mentions[at].span.start < sentence.start:
            at += 1
        inside = at
        while inside < len(mentions) and mentions[inside].span.end <= sentence.end:
            inside += 1
        named = {m.text: m for m in mentions[at:inside] if m.kind == "person"}
        if inside > at:
            row = Sentence(passages.text, sentence, mentions[at:inside], cuts, lexicon)
            if named or alone is None:
                posts.extend(_read(row, heading).posts())
            else:
                posts.extend(of_life(row, alone))
            heading = headed_by(row) or (heading if named and heading and under(row) else None)
            phrases.extend(row.phrases())
        elif goes_past(passages.text[sentence.slice]):
            heading = None
        if named:
            alone = next(iter(named.values())) if len(named) == 1 else None
        at = inside
    settled: dict[int, Post] = {}
    for post in posts:
        # Who takes over an organisation takes over that which was found for it.
        heir = settled.get(id(post.heir)) if post.heir else None
        post_with_heir = post if heir is None or heir is post.heir else replace(post, heir=heir)
        settled[id(post)] = named_before(passages.text, post_with_heir, mentions, cuts, lexicon)
    return tuple(settled.values()), tuple(phrases)


def _read(sentence: Sentence, heading: Heading | None) -> Sentence:
    """Gives each name its posts: first by what stands beside it, then by an organisation alone, then by verbs, and by
    the heading above it.
    """
    for name, posts in sentence.of.items():
        leading(sentence, name)
        behind(sentence, name)
        if all(sentence.is_grade(post) for post in posts) or in_brackets(sentence, name):
            shared(sentence, name)
    counted(sentence)
    for name, posts in sentence.of.items():
        if not posts:
            beside(sentence, name)
        if not posts:
            affiliated(sentence, name)
    for name, posts in sentence.of.items():
        by_verb(sentence, name)
        if not posts:
            of_vita(sentence, name)
        if not any(p.org for p in posts):
            beside(sentence, name)
    if heading:
        for name in under(sentence):
            heading.give(sentence, name)
    return sentence
