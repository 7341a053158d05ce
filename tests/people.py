"""Reads a text as the program does, and tells of its people in a form that fits the row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import pytest

from huiyao import pipeline
from huiyao.lexicon import bundled
from huiyao.recognize import org
from huiyao.records import Report, Summary
from huiyao.segment.tokens import tokenizer
from huiyao.text import Span

Told = tuple[str, str | None, str | None]
"""A name with an organisation and a title."""

_MARK = re.compile("⟦([^⟦⟧]*)⟧")


@lru_cache(maxsize=1024)
def summary(text: str) -> Summary:
    """The summary of a text."""
    return pipeline.run(Report("-", text, "0"))


def posts(text: str) -> list[Told]:
    """Each post of each person, in order; a person without one stands with None and None."""
    return [
        (person.name, organization, title)
        for person in summary(text).people
        for organization, title in person.posts() or [(None, None)]
    ]


def names(text: str) -> list[str]:
    """The names of a text's people, in the order of their first mention."""
    return [person.name for person in summary(text).people]


def cuts_of(text: str) -> org.Cuts:
    """Where the tokenizer cuts inside a span of a text."""
    tokenize = tokenizer(bundled()).tokenize

    def cuts(span: Span) -> frozenset[int]:
        return frozenset({span.start, *(span.start + token.end for token in tokenize(text[span.slice]))})

    return cuts


def plain(example: str) -> str:
    """A text without its marks: 会长⟦邱国栋⟧ is 会长邱国栋."""
    return _MARK.sub(r"\1", example)


def marked(text: str, spans: Iterable[Span]) -> str:
    """A text with each span marked: 会长⟦邱国栋⟧."""
    parts: list[str] = []
    at = 0
    for span in sorted(spans):
        parts += (text[at : span.start], "⟦", text[span.slice], "⟧")
        at = span.end
    return "".join((*parts, text[at:]))


def unread(reason: str, *case: object) -> object:
    """A case that a reader reads and the program does not yet; the test fails as soon as it does."""
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))
