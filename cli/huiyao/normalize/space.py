"""Spaces: none at a line's ends, inside a word or beside a mark; between two fields one, or the tab that was there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change
from huiyao.normalize.punctuation import GAP, HAN

_WIDE = GAP.replace("\t", "")
_NO_GAP_BEFORE = "，。、；：？！）”’》】〕…%‰℃\n"
_NO_GAP_AFTER = "，。、；：？！（“‘《【〔…\n"
_RUN = re.compile(f"[{GAP}]+")
_CHAIN = re.compile(rf"(?<![{HAN}])[{HAN}](?:[{_WIDE}]{{1,8}}[{HAN}](?![{HAN}]))+")
_BESIDE = re.compile(rf"(?<=[{HAN}])[ \xa0](?=[（“《【])|(?<=[”’》】])[ \xa0](?=[{HAN}])|(?<=第)[ \xa0](?=\d)")
_LATIN = re.compile(rf"(?<=[{HAN}])[ \xa0](?=[A-Za-z\d])|(?<=[A-Za-z])[ \xa0](?=[{HAN}])")
_PROSE = re.compile(r"[，。；！？]")
_PROSE_WITHIN = 24
_IS_HAN = re.compile(f"[{HAN}]")
_FIGURE_AND_SPACE = re.compile(r"\d[\d,.]*[ \xa0]")
_FIGURE_BEFORE = re.compile(r"(?<![-:/.,\d])\d[\d,.]*$")
_COLUMNS = {"\u3000": 2, "\u2003": 2, "\u2001": 2}


def changes(text: str, lexicon: Lexicon) -> Iterator[Change]:
    """Takes out each space that parts nothing and makes one of several that do."""
    inside = {run.span() for chain in _CHAIN.finditer(text) for run in _joins(text, chain)}
    for run in _RUN.finditer(text):
        start, end = run.span()
        before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
        parts_nothing = before in _NO_GAP_AFTER or after in _NO_GAP_BEFORE or (start, end) in inside
        if not parts_nothing and end - start == 1:
            parts_nothing = _BESIDE.match(text, start) is not None or _is_style(text, start, lexicon)
        yield Change(start, end, "" if parts_nothing else "\t" if "\t" in run[0] else " ", "space")


def _joins(text: str, chain: re.Match[str]) -> list[re.Match[str]]:
    """The spaces to take out between single characters: the narrowest, if so each gets a neighbour, else all."""
    runs = list(_RUN.finditer(text, *chain.span()))
    widths = [sum(_COLUMNS.get(sign, 1) for sign in run[0]) for run in runs]
    narrowest = [width == min(widths) for width in widths]
    if all(any(narrowest[max(0, i - 1) : i + 1]) for i in range(len(runs) + 1)):
        return [run for run, joins in zip(runs, narrowest, strict=True) if joins]
    return runs


def _is_style(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the space at a place is one that some set around figures and Latin words, not one between fields."""
    if text[at] not in " \xa0":
        return False
    if text[at - 1 : at].isdigit() and _IS_HAN.match(text, at + 1):
        unit = _unit(lexicon).match(text, at + 1)
        return unit is not None and _FIGURE_BEFORE.search(text[max(0, at - 16) : at]) is not None
    if not _LATIN.match(text, at):
        return False
    figure = _FIGURE_AND_SPACE.match(text, at + 1)
    if figure and _unit(lexicon).match(text, figure.end()):
        return True
    low = max(0, at - _PROSE_WITHIN, text.rfind("\n", at - _PROSE_WITHIN, at))
    high = text.find("\n", at, at + _PROSE_WITHIN)
    return _PROSE.search(text, low, high if high >= 0 else at + _PROSE_WITHIN) is not None


@lru_cache(maxsize=4)
def _unit(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"(?!{lexicon.alternation('unit_lookalike')})(?:[多余万亿]|{lexicon.alternation('unit')})")
