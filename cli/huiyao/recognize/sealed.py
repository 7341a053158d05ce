"""The text as patterns of clauses read it: signs in one width, and what stands in brackets sealed.

A comma inside 《…》, “…” or （…） ends no clause, a verb in a title decides nothing. The sealed text has the length of
the clean text, so spans of the one are spans of the other.
"""

from __future__ import annotations

import re

from huiyao import patterns
from huiyao.text import Span

SEAL = "\ue010"

_WIDE = str.maketrans(",;:()!?「」『』〔〕︰．", "，；：（）！？“”“”（）：。")
_PAIRS = patterns.compile(
    r"《[^《》\n]{1,120}》|“[^“”\n]{1,80}”|(?<=[^\n])（[^（）\n]{1,120}）|【[^【】\n]{1,60}】|[‘'][^‘’'\n]{1,40}[’']"
    r"|(?<=\d)[，：](?=\d)|(?<=[\u4e00-\u9fff”》）])\.(?=\s|$)"
    r"|(?<=[\u4e00-\u9fff”》）]{2})[ \u3000]+(?=[\u4e00-\u9fff“《（]{2})"
)
_SPACE = patterns.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])|\n")


def seal(text: str) -> str:
    """The text with full-width signs, words parted by commas, not spaces, and what stands in brackets unreadable."""
    return _PAIRS.sub(_sealed, text.translate(_WIDE))


def clause_start(sealed: str, sentence: Span, at: int) -> int:
    """Where the clause begins in which a place of a sentence stands."""
    return max(sentence.start, *(sealed.rfind(sign, sentence.start, at) + 1 for sign in "，；：。"))


def _sealed(pair: re.Match[str]) -> str:
    held = pair.group()
    if held == ".":
        return "。"
    if held[0] in " \u3000":
        return "，" * len(held)
    return held[0] + SEAL * (len(held) - 2) + held[-1] if len(held) > 1 else SEAL


def written(words: str) -> str:
    """Words of the text as a fact says them: without the spaces beside a Chinese character."""
    return _SPACE.sub("", words)
