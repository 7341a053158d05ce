"""One form for each sign: half-width letters and digits, the unified form of a compatibility ideograph, 〇 in years."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change

# Full-width digits and letters, radicals of Kangxi and compatibility ideographs: their plain form is Unicode's.
_COMPATIBLE = "０-９Ａ-Ｚａ-ｚ\u2f00-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d"
_NUMERAL = "一二三四五六七八九"
_NUMERALS = frozenset(_NUMERAL)
_ZEROS = "○◯OΟ0"
_RUN = patterns.compile(rf"[{_NUMERAL}〇零{_ZEROS}]{{2,}}")
_FIGURE_BEFORE = patterns.compile(r"(?:[0-9A-Za-z]|\d\.)$")
_FIGURE_BEHIND = patterns.compile(r"[0-9A-Za-z]|\.\d")


def changes(text: str, lexicon: Lexicon) -> Iterator[Change]:
    """Puts each sign into its plain form, one for one."""
    for found in _signs(lexicon).finditer(text):
        plain = lexicon.table("sign").get(found[0])
        after = plain["plain"] if plain else unicodedata.normalize("NFKC", found[0])
        yield Change(*found.span(), after, "width")


def zeros(text: str, _: Lexicon) -> Iterator[Change]:
    """Writes 〇 for the rings, letters and digits that stand for it between Chinese numerals, as in 二○二O年."""
    for found in _RUN.finditer(text):
        start, end = found.span()
        in_figure = _FIGURE_BEFORE.search(text[max(0, start - 2) : start]) or _FIGURE_BEHIND.match(text, end)
        if in_figure or _NUMERALS.isdisjoint(found[0]):
            continue
        for at in range(start, end):
            if text[at] in _ZEROS:
                yield Change(at, at + 1, "〇", "width")


@lru_cache(maxsize=4)
def _signs(lexicon: Lexicon) -> re.Pattern[str]:
    return patterns.compile(f"[{re.escape(''.join(lexicon.table('sign')))}{_COMPATIBLE}]")
