"""The sentences of a life: 曾任某局局长、某会会长 is said of the person of the sentence before."""

from __future__ import annotations

from collections.abc import Iterator

from huiyao import patterns
from huiyao.recognize.post.construction import CHAIN
from huiyao.recognize.post.sentence import Sentence
from huiyao.records import Mention, Post

_WHEN = r"(?:\d{4}年?(?:\d{1,2}月)?(?:起|至今|以来|后|[—－~～至-]+(?:\d{4}年(?:\d{1,2}月)?|今))?[，,]?)"
_TAKES = r"(?:先后|曾|曾经|历|现|并)*(?:担任|兼任|出任|任)"
_OPENING = patterns.compile(
    rf"(?:{_WHEN}|[^，。；：]{{0,24}}(?:毕业|学历|学位|硕士|博士|党员)[^，。；：]{{0,12}}[，,])*{_TAKES}"
)
_GOES_ON = patterns.compile(rf"[，,；、]?(?:{_WHEN})?{_TAKES}|{CHAIN.pattern}|[，；]")


def of_life(sentence: Sentence, person: Mention) -> Iterator[Post]:
    """The posts that a sentence without a name gives to the person before, if it opens as those of a life do."""
    opened = _OPENING.match(sentence.text, sentence.span.start, sentence.span.end)
    if opened is None:
        return
    at, heir = opened.end(), None
    for item in sentence.items:
        if item.start != at and not _GOES_ON.fullmatch(sentence.text, at, item.start):
            return
        heir = Post(person, item.mention, item.org, heir if item.org is None else None, "takes", sentence.span)
        yield heir
        at = item.end
