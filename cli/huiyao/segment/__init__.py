"""Divides the clean text into blocks (headings, paragraphs, captions, table rows, boilerplate) and sentences."""

from __future__ import annotations

from huiyao.lexicon import Lexicon
from huiyao.records import CleanText, Passages
from huiyao.segment.blocks import divide


def run(clean: CleanText, lexicon: Lexicon) -> Passages:
    """The passages of a clean text. Every character that is not a space lies in exactly one block."""
    return Passages(clean, tuple(divide(clean.text, lexicon)))
