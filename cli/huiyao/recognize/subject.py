"""The organisation that a report is about, and the short forms that it introduces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from huiyao.gazetteer import org_family, org_suffix
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.records import Imprint, Organizations, Passages, Post

_INTRODUCED = re.compile(r"[（(](?:以下)?(?:统称|简称|下称|又称)(?:为|：|:)?[“‘]?([^”’）)，]{2,14})[”’]?[）)]")


def find(
    passages: Passages, imprint: Imprint, posts: Sequence[Post], cuts: org.Cuts, lexicon: Lexicon
) -> Organizations:
    """The organisations of a report, from its imprint, its posts, its introductions and its first sentences."""
    text = passages.text
    written = Counter(text[p.org.slice] for p in posts if p.org is not None)
    aliases: dict[str, str] = {}
    for found in _INTRODUCED.finditer(text):
        full = org.trimmed(text, org.ending_at(text, max(0, found.start() - 40), found.start(), lexicon, cuts))
        if len(full) > len(found.group(1)) and org_suffix(text[full.slice], lexicon):
            aliases[found.group(1)] = text[full.slice]
    subject = _subject(passages, imprint, cuts, lexicon)
    return Organizations(subject, aliases, written)


def _subject(passages: Passages, imprint: Imprint, cuts: org.Cuts, lexicon: Lexicon) -> str | None:
    """The organisation that the report is about: named early and often, an association before others."""
    text = passages.text
    opening = [s for _, s in passages.sentences()][:6]
    ending = [s for _, s in passages.sentences()][-2:]
    names: Counter[str] = Counter()
    pattern = re.compile(
        lexicon.alternation("org_suffix", family="association")
        + "|"
        + lexicon.alternation("org_suffix", family="company")
        + "|"
        + lexicon.alternation("org_suffix", family="school")
        + "|"
        + lexicon.alternation("org_suffix", family="government")
    )
    for sentence in [*opening, *ending]:
        for found in pattern.finditer(text, sentence.start, sentence.end):
            span = org.trimmed(text, org.ending_at(text, sentence.start, found.end(), lexicon, cuts))
            name = text[span.slice]
            if 4 <= len(name) <= 30 and len(found.group()) >= 2:
                names[name] += 1
    if imprint.publisher:
        names[imprint.publisher] += 1
    in_title = imprint.title or ""

    def weight(name: str) -> tuple[float, int]:
        kind = org_family(name, lexicon)
        often = min(10, text.count(name))
        points = often + (3 if name in in_title else 0) + {"association": 4, "company": 2}.get(kind or "", 0)
        bare = org_suffix(name, lexicon) or ""
        if len(bare) >= 2 and bare in lexicon.table("org_bare"):
            points += min(4, len(re.findall(f"(?<![\u4e00-\u9fff]){bare}", text)))
        return points, len(name)

    best = max(sorted(names), key=weight, default=None)
    return best if best and weight(best)[0] >= 5 else None
