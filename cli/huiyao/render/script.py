"""A report's strings in the script that the reader wants."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from huiyao.records import CleanText

Spell = Callable[[str], str]
"""Writes a string of a report's summary in the script that the reader wants."""


class Spelling(StrEnum):
    """In which characters strings are written: `source` has those of the report itself."""

    simplified = "simplified"
    source = "source"
    traditional = "traditional"


def speller(spelling: Spelling, clean: CleanText) -> Spell:
    """What writes a string of a report's summary in a spelling."""
    if spelling is Spelling.simplified:
        return str
    as_written = _as_written(clean)
    if spelling is Spelling.source or clean.script == "traditional":
        return as_written
    convert = _converter().convert
    return lambda text: str(convert(as_written(text)))


def _as_written(clean: CleanText) -> Spell:
    """Where the string stands in the clean text, the characters of that place; else those that the report prefers."""
    written = {edit.clean.start: edit.before for edit in clean.edits if edit.reason == "script"}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for at, before in written.items():
        counts[clean.text[at]][before] += 1
    preferred = {after: befores.most_common(1)[0][0] for after, befores in counts.items()}

    def spell(text: str) -> str:
        at = clean.text.find(text)
        if at < 0:
            return "".join(preferred.get(c, c) for c in text)
        return "".join(written.get(at + i, c) for i, c in enumerate(text))

    return spell


def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("s2t")
