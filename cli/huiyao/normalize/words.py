"""Which strings are words: asked only of jieba's dictionary, and only where a damaged text must prove itself."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_FEW = 30
_LINE = re.compile(r"\n(\S{2,4}) ")


def known(strings: set[str]) -> frozenset[str]:
    """Those of the strings, each of two to four characters, that are words."""
    if not strings:
        return frozenset()
    pattern = re.compile(rf"\n({'|'.join(sorted(strings))}) ") if len(strings) <= _FEW else _LINE
    return frozenset(strings.intersection(pattern.findall(_dictionary())))


@lru_cache(maxsize=1)
def _dictionary() -> str:
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    return "\n" + Path(spec.origin).with_name("dict.txt").read_text("utf-8")
