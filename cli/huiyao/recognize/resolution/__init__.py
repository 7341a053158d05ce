"""What a meeting decided, and what the organisation of a report brought about: one entry a matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.outlook import plans
from huiyao.recognize.resolution import clause, listed, minutes, roster
from huiyao.recognize.resolution.choose import chosen
from huiyao.recognize.resolution.vote import with_votes
from huiyao.recognize.sealed import seal
from huiyao.records import Imprint, Mention, Passages, Quantity, Resolution

# A notice of a meeting has its agenda, of which nothing is decided yet.
_NOTICE = patterns.compile(r"(?:召开|举办|举行|组织|参加)[^，。]*(?:通知|邀请函|预告)$")


def find(
    passages: Passages,
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],
    imprint: Imprint,
    lexicon: Lexicon,
) -> tuple[Resolution, ...]:
    """The resolutions of a report in order. Plans, appeals and agenda items without a decision are none.

    `mentions` may be empty; where persons are known, the matter of an election begins at the first of them.
    """
    sealed = seal(passages.text)
    ahead = plans(passages)

    def proposed() -> Iterator[Resolution]:
        yield from minutes.find(passages, sealed)
        yield from roster.find(passages, sealed, ahead, lexicon)
        yield from clause.find(passages, sealed, ahead, quantities, mentions, imprint.year, lexicon)
        yield from listed.find(passages, sealed, lexicon)

    if imprint.title and _NOTICE.search(imprint.title):
        return ()
    titles = [block.span for block in passages.blocks if block.kind == "title"]
    return with_votes(chosen(tuple(proposed()), titles, clause.weak(lexicon)), passages.text)
