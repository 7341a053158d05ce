"""Spaces: none at a line's ends, inside a word or beside a mark; between two fields one, or the tab that was there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.normalize.draft import Change
from huiyao.normalize.punctuation import GAP, HAN, IS_HAN

_SPACES = GAP.replace("\t", "")
_NO_GAP_BEFORE = "，。、；：？！）”’》】〕…\n"
_NO_GAP_AFTER = "，。、；：？！（“‘《【〔…\n"
_RUN = patterns.compile(f"[{GAP}]+")
_CHAIN = patterns.compile(rf"(?<![{HAN}])[{HAN}](?:[{_SPACES}]{{1,8}}[{HAN}](?![{HAN}]))+")
# A full-width space that spreads a name of two characters to the width of three, alone or behind a title.
_SPREAD = patterns.compile(
    rf"(?<![{HAN}]{{2}})(?<=[{HAN}])\u3000(?=[{HAN}])|(?<=[长長席员員事师師记記总總监監任][{HAN}])\u3000(?=[{HAN}](?![{HAN}]\u3000))"
)
_BESIDE = patterns.compile(
    rf"(?<=[{HAN}])[{_SPACES}]+(?=[（“《【])|(?<=[”’》】])[{_SPACES}]+(?=[{HAN}])"
    rf"|(?<=第)[{_SPACES}]+(?=\d)|(?<=\d)[{_SPACES}]+(?=[%‰℃])"
)
# O and 0 may be the 〇 of a Chinese numeral.
_LATIN = patterns.compile(rf"(?<=[{HAN}])[{_SPACES}]+(?=[A-NP-Za-z1-9])|(?<=[A-NP-Za-z])[{_SPACES}]+(?=[{HAN}])")
_PROSE = patterns.compile(r"[，。；！？]")
_FIGURE = patterns.compile(rf"\d[\d,.]*[{_SPACES}]+")
_FIGURE_BEFORE = patterns.compile(r"(?<![-:/.,\d])\d[\d,.]*$")
_COLUMNS = {"\u3000": 2, "\u2003": 2, "\u2001": 2}


def changes(text: str, lexicon: Lexicon) -> Iterator[Change]:
    """Takes out each space that parts nothing and makes one of several that do."""
    inside = {run.span() for chain in _CHAIN.finditer(text) for run in _joins(text, chain)}
    surnames = lexicon.table("surname")
    inside |= {run.span() for run in _SPREAD.finditer(text) if text[run.start() - 1] in surnames}
    line_end, is_prose = -1, False
    for run in _RUN.finditer(text):
        start, end = run.span()
        if start > line_end:
            line_start = text.rfind("\n", line_end + 1, start) + 1 or line_end + 1
            line_end = text.find("\n", start)
            line_end = len(text) if line_end < 0 else line_end
            is_prose = _PROSE.search(text, line_start, line_end) is not None
        before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
        parts_nothing = before in _NO_GAP_AFTER or after in _NO_GAP_BEFORE or (start, end) in inside
        if not parts_nothing and "\t" not in run[0]:
            parts_nothing = _BESIDE.match(text, start) is not None or _is_style(text, run, lexicon, is_prose=is_prose)
        yield Change(start, end, "" if parts_nothing else "\t" if "\t" in run[0] else " ", "space")


def _joins(text: str, chain: re.Match[str]) -> list[re.Match[str]]:
    """The spaces to take out between single characters: the narrowest, if so each gets a neighbour, else all."""
    runs = list(_RUN.finditer(text, *chain.span()))
    widths = [sum(_COLUMNS.get(sign, 1) for sign in run[0]) for run in runs]
    least = min(widths)
    narrowest = [width == least for width in widths]
    if all(any(narrowest[max(0, i - 1) : i + 1]) for i in range(len(runs) + 1)):
        return [run for run, joins in zip(runs, narrowest, strict=True) if joins]
    return runs


def _is_style(text: str, run: re.Match[str], lexicon: Lexicon, *, is_prose: bool) -> bool:
    """Whether spaces are such as some set around figures and Latin words, not such as part fields."""
    start, end = run.span()
    if text[start - 1 : start].isdigit() and IS_HAN.match(text, end):
        unit = _unit(lexicon).match(text, end)
        return unit is not None and _FIGURE_BEFORE.search(text[max(0, start - 16) : start]) is not None
    if not _LATIN.match(text, start):
        return False
    figure = _FIGURE.match(text, end)
    return is_prose or (figure is not None and _unit(lexicon).match(text, figure.end()) is not None)


@lru_cache(maxsize=4)
def _unit(lexicon: Lexicon) -> re.Pattern[str]:
    return patterns.compile(
        f"(?!{lexicon.alternation('unit_lookalike')})(?:[多余万亿届]|[年月日时](?![报刊间期])|{lexicon.alternation('unit')})"
    )
