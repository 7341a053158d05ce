"""What a meeting decided, and what the organisation of a report brought about: one entry a matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.outlook import plans
from huiyao.recognize.resolution import clause, listed, matter, minutes, roster
from huiyao.recognize.resolution.choose import chosen
from huiyao.recognize.resolution.vote import with_votes
from huiyao.recognize.sealed import seal
from huiyao.records import Imprint, Mention, Passages, Quantity, Resolution
from huiyao.text import Span

# A notice of a meeting has its agenda, of which nothing is decided yet.
_NOTICE = patterns.compile(r"(?:召开|举办|举行|组织|参加)[^，。]*(?:通知|邀请函|预告)$")


# Above what those present wish for.
_ADVICE = patterns.compile(
    r"(?:提出|提了|提|征集|收集)(?:到|了|出|如下|以下)*[^，。；：]{0,16}(?:意见|建议)[^。，；：]{0,8}：$"
)


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
    ahead = (*plans(passages), *_advised(passages))

    def proposed() -> Iterator[Resolution]:
        yield from minutes.find(passages, sealed)
        yield from roster.find(passages, sealed, ahead, lexicon)
        yield from clause.find(passages, sealed, ahead, quantities, mentions, imprint.year, lexicon)
        yield from listed.find(passages, sealed, lexicon)

    if imprint.title and _NOTICE.search(imprint.title):
        return ()
    titles = [block.span for block in passages.blocks if block.kind == "title"]
    return with_votes(chosen(tuple(proposed()), titles, clause.weak(lexicon)), passages.text)


def _advised(passages: Passages) -> Iterator[Span]:
    """The numbered blocks below one that announces advice."""
    advised = False
    for block in passages.blocks:
        words = passages.text[block.span.slice]
        if _ADVICE.search(words[-40:]):
            advised = True
        elif advised := advised and bool(matter.NUMBER.match(words)):
            yield block.span
