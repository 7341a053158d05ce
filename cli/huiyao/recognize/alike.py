"""How alike two names are: for telling that two places of a report name one thing."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from huiyao import patterns

_SIGNS = patterns.compile(r"[\W_]+")


def bare(name: str) -> str:
    """A name without signs and spaces."""
    return _SIGNS.sub("", name)


def likeness(one: str, other: str) -> float:
    """1 where the shorter name is within the longer, else the Dice coefficient of their character pairs."""
    a, b = sorted((bare(one), bare(other)), key=len)
    if len(a) > 2 and a in b:
        return 1.0
    x, y = Counter(pairwise(a)), Counter(pairwise(b))
    total = sum(x.values()) + sum(y.values())
    return 2 * sum((x & y).values()) / total if total else float(a == b)


def within(one: str, other: str) -> float:
    """How much of the shorter name the longer one holds, as a share of its character pairs."""
    a, b = sorted((bare(one), bare(other)), key=len)
    x, y = Counter(pairwise(a)), Counter(pairwise(b))
    return sum((x & y).values()) / sum(x.values()) if x else float(a in b)
