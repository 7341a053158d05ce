"""Divides a text into blocks: its lines, cleared of what belongs to the page, each with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from huiyao import rules
from huiyao.lexicon import Lexicon
from huiyao.records import Block, BlockKind
from huiyao.segment.layout import Line, footer, repeated, rows, title, unnumbered_headings
from huiyao.segment.sentences import split, trimmed
from huiyao.text import Span

# A longer line holds prose, and the page's own pieces are not looked for in it.
_SHORT = 250
_EDGES = " \t\u3000\xa0|｜"


def divide(text: str, lexicon: Lexicon) -> Iterator[Block]:
    """The blocks of a text in order; blank lines and the signs between the pieces of a line are in none."""
    parts = [part for span in _lines(text) for part in _parts(text, span, lexicon)]
    lines = [line for line, noise in parts if not noise]
    looks = [_look(line.text, lexicon) for line in lines]
    plain = [i for i, (kind, _) in enumerate(looks) if kind != "boilerplate"]
    kinds = _kinds([lines[i] for i in plain], [looks[i][0] for i in plain], lexicon)
    found = {lines[i].span: (kind, cells) for i, (kind, cells) in zip(plain, kinds, strict=True)}
    levels = {line.span: level for line, (_, level) in zip(lines, looks, strict=True)}
    for line, _ in parts:
        kind, cells = found.get(line.span, ("boilerplate", ()))
        level = levels.get(line.span, 0) if kind in ("heading", "paragraph") else 0
        sentences = (line.span,) if kind in ("row", "title", "boilerplate") else split(text, line.span)
        yield Block(line.span, kind, sentences, level, cells)


def _kinds(
    lines: Sequence[Line], looks: Sequence[BlockKind | None], lexicon: Lexicon
) -> list[tuple[BlockKind, tuple[Span, ...]]]:
    """Kind and cells of each line, as its own looks and its neighbours tell."""
    below = footer(lines, frozenset(lexicon.words("boilerplate", kind="footer")))
    named = title(lines, looks)
    again = repeated(lines, named)
    tables = rows(lines)
    headings = unnumbered_headings(lines, looks)
    kinds: list[tuple[BlockKind, tuple[Span, ...]]] = []
    for i, look in enumerate(looks):
        if i in below or i in again:
            kinds.append(("boilerplate", ()))
        elif i in named:
            kinds.append(("title", ()))
        elif i in tables:
            kinds.append(("row", tables[i]))
        elif i in headings:
            kinds.append(("heading", ()))
        else:
            kinds.append((look or "paragraph", ()))
    return kinds


def _lines(text: str) -> Iterator[Span]:
    for found in re.finditer(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+", text):
        span = trimmed(text, Span(*found.span()), _EDGES)
        if len(span):
            yield span


def _parts(text: str, line: Span, lexicon: Lexicon) -> Iterator[tuple[Line, bool]]:
    """The pieces of a line, each with whether it belongs to the page."""
    at = line.start
    if len(line) <= _SHORT and _look(text[line.slice], lexicon)[0] != "boilerplate":
        for found in _noise(lexicon).finditer(text[line.slice]):
            noise = trimmed(text, Span(*found.span()).shift(line.start), _EDGES)
            before = trimmed(text, Span(at, noise.start), _EDGES)
            if len(before):
                yield Line(before, text[before.slice]), False
            if len(noise):
                yield Line(noise, text[noise.slice]), True
            at = noise.end
    rest = trimmed(text, Span(at, line.end), _EDGES)
    if len(rest):
        yield Line(rest, text[rest.slice]), False


@lru_cache(maxsize=4)
def _noise(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in rules.load("noise", lexicon)))


def _look(line: str, lexicon: Lexicon) -> tuple[BlockKind | None, int]:
    for rule in rules.load("block", lexicon):
        if rule.pattern.search(line):
            return rule.gives["kind"], int(rule.gives.get("level", 0))  # type: ignore[return-value]
    return None, 0
