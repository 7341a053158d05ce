"""Units by what they count. `unit.tsv` has a kind for each; these are what several readers of figures take together."""

from __future__ import annotations

from collections.abc import Mapping

from huiyao.lexicon import Lexicon

PEOPLE = frozenset({"人", "名", "位", "人次"})
BODIES = frozenset({"家", "所", "个"})
# kinds of what is measured, not counted
EXTENTS = frozenset({"area", "length", "volume", "mass", "energy"})
SIZES = EXTENTS | {"money"}


def kinds(lexicon: Lexicon) -> Mapping[str, str]:
    """The kind of each unit."""
    return {word: row["kind"] for word, row in lexicon.table("unit").items()}
