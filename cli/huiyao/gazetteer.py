"""What the word lists say of a title or of an organisation's name as a whole."""

from __future__ import annotations

import re
from functools import lru_cache

from huiyao import patterns
from huiyao.lexicon import Lexicon

# With what the endings of committees and groups end, which have no officers of an association.
COMMITTEES = ("委员会", "委会", "组")
_BRACKET_AT_END = patterns.compile(r"[（(][^）)]*[）)]$")


@lru_cache(maxsize=4)
def _heads(lexicon: Lexicon) -> re.Pattern[str]:
    return patterns.compile(lexicon.alternation("title"))


@lru_cache(maxsize=4)
def _suffixes(lexicon: Lexicon) -> tuple[int, dict[str, str]]:
    families = {word: row["family"] for word, row in lexicon.table("org_suffix").items()}
    return max(map(len, families)), families


def title_head(title: str, lexicon: Lexicon) -> str:
    """The head of a title (副会长 → 会长); the title itself where none is known."""
    at = 0
    while found := _heads(lexicon).search(title, at):
        if found.end() == len(title):
            return found.group()
        at = found.start() + 1
    return title


def title_family(title: str, lexicon: Lexicon) -> str:
    """What a title belongs to: association, company, government, school; or rank, honour, press, event, other …"""
    row = lexicon.table("title").get(title_head(title, lexicon))
    return row["family"] if row else "other"


def org_suffix(name: str, lexicon: Lexicon) -> str | None:
    """The longest known ending of a name, None where it has none; a closing bracket is looked through."""
    longest, families = _suffixes(lexicon)
    name = _BRACKET_AT_END.sub("", name) or name
    for length in range(min(longest, len(name)), 0, -1):
        if name[-length:] in families:
            return name[-length:]
    return None


def org_family(name: str, lexicon: Lexicon) -> str | None:
    """The kind of an organisation by its ending: association, company, government, school, department, or None."""
    ending = org_suffix(name, lexicon)
    return _suffixes(lexicon)[1][ending] if ending else None


def title_is_shorter(short: str, long: str) -> bool:
    """Whether a title is a shorter way to say another: 主席 for 专职副主席, 主任 for 主任委员."""
    if long.endswith(short):
        return True
    return long.removeprefix("副") == short + "委员"
