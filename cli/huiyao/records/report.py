"""A report from its bytes to its sentences, and the places in it that a fact rests on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from huiyao.text import LOST, Edit, OffsetMap, Span

Script = Literal["simplified", "traditional", "mixed"]
BlockKind = Literal["title", "heading", "paragraph", "caption", "row", "boilerplate"]
MentionKind = Literal["person", "org", "title", "place", "date", "quantity"]


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was read: its decoded text, to which all spans that leave the program refer.

    `warnings` are sentences on what could not be read.
    """

    path: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanText:
    """A report's text repaired and in simplified script, with the exact way back to the source."""

    report: Report
    text: str
    offsets: OffsetMap
    edits: tuple[Edit, ...]
    script: Script

    def source(self, clean: Span) -> Span:
        """The source span for a span of the clean text."""
        return self.offsets.source(clean)

    def repairs(self) -> dict[str, int]:
        """How many glosses were taken out, how many stretches with lost bytes were restored, and how many stay lost.

        What could not be decoded is lost too, with or without a gloss.
        """
        count = Counter(edit.reason for edit in self.edits)
        lost = len(re.findall(f"{LOST}+", self.text))
        return {"gloss": count["gloss"], "recovered": count["recovered"], "lost": lost}

    def find(self, words: str, start: int = 0) -> Span:
        """The first place of `words` at or after `start`; raises ValueError when there is none."""
        at = self.text.index(words, start)
        return Span(at, at + len(words))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or table row. `level` is 1 for 一、 2 for (一) 3 for 1、 and so on, else 0.

    `cells` are the spans of a table row's cells; sentences of a boilerplate block are never read for facts.
    """

    span: Span
    kind: BlockKind
    sentences: tuple[Span, ...]
    level: int = 0
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passages:
    """The clean text divided into blocks, and those into sentences."""

    clean: CleanText
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The clean text, to which the spans of blocks and sentences refer."""
        return self.clean.text

    def sentences(self) -> Iterator[tuple[Block, Span]]:
        """Each sentence that may state a fact, with its block, in order."""
        for block in self.blocks:
            if block.kind != "boilerplate":
                for sentence in block.sentences:
                    yield block, sentence


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a fact was found: the rule's name, the words it used, and the sentence that they stand in."""

    rule: str
    words: tuple[Span, ...]
    sentence: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names a person, an organisation, a title or a place. `rule` says how it was found."""

    kind: MentionKind
    span: Span
    text: str
    rule: str
