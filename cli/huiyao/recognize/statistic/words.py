"""The words around figures as patterns, compiled once for a lexicon."""

from __future__ import annotations

import re
from functools import lru_cache

from huiyao.lexicon import Lexicon

SPACE = "[ \u00a0\u3000]"


class Words:
    """Patterns over sealed text (see figure.py)."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.alternation
        self.base = {w: row["base"] for w, row in lexicon.table("figure_base").items()}
        self.direction = {w: row["direction"] for w, row in lexicon.table("figure_change").items()}
        # single characters are also the ends of nouns: 国有, 行为, 发达, 报到
        single = "(?<![所国私占没])有|(?<![行作认称因])为|(?<![发表传抵])达|(?<![公总])共|(?<![报签])到|(?<![签节条合预])约|[是在至仅只已各]"
        self.reach = re.compile(f"(?:{words('figure_reach')}|{single}|{SPACE})$")
        single = "共(?![同青产建享赢商])|已|还|仅|并(?![购网联轨发行])|就(?!业)|有(?![限关色机效害偿望])|[的了]"
        self.lead = re.compile(f"(?:{words('figure_lead')}|{single}|{SPACE})")
        self.into = re.compile(words("figure_into"))
        self.change = re.compile(
            f"(?P<change>{words('figure_change')})(?:[了约近又为达在]|达到|分别|保持|控制|介乎|介于|{SPACE})*$"
        )
        self.base_word = re.compile(words("figure_base"))
        self.follow = re.compile(words("figure_follow"))
        self.attend = re.compile(words("figure_attend"))
        self.become = re.compile(words("figure_become"))
        self.act = re.compile(words("figure_act"))
        self.acts = re.compile(f"(?:{words('figure_act', noun='')}|提升|申报|改造|初审|复审){{1,2}}")
        self.act_verb = re.compile(words("figure_act", noun=""))
        self.attribute = re.compile(f"(?:[一二三四五]期)?(?:{words('figure_attribute')})$")
        self.standing = frozenset(lexicon.words("figure_attribute", alone="yes"))
        self.vote = re.compile(words("figure_vote"))


@lru_cache(maxsize=8)
def words(lexicon: Lexicon) -> Words:
    """The patterns for a lexicon."""
    return Words(lexicon)
