"""What is told of a life: 曾任某局局长、某会会长 behind a name and 男，1965年生, or in the sentence after it."""

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
_STUDIED = (
    "(?:先生|女士|同志)?(?:，|为|是|系)[^，。；]{0,24}(?:博士|硕士|学历|学位|毕业|出生|党员)(?:[^，。；]*，){1,6}?"
)
_VITA = patterns.compile(
    rf"(?:[（(][^）)]{{1,12}}[）)])?，(?:男|女|[^，。；]{{1,4}}族|\d{{4}}年)(?:[^，。；]*，){{0,9}}?(?:{_WHEN})?{_TAKES}"
    rf"|{_STUDIED}(?:{_WHEN})?{_TAKES}"
)
_GOES_ON = patterns.compile(rf"[，,；、]?(?:{_WHEN})?{_TAKES}|{CHAIN.pattern}|[，；]")


def of_life(sentence: Sentence, person: Mention) -> Iterator[Post]:
    """The posts that a sentence without a name gives to the person before, if it opens as those of a life do."""
    if opened := _OPENING.match(sentence.text, sentence.span.start, sentence.span.end):
        yield from _held(sentence, person, opened.end())


def of_vita(sentence: Sentence, name: int) -> None:
    """甲，男，汉族，1965年生，现任某会会长: the posts in what is told of a person behind the name."""
    person = sentence.items[name].mention
    if opened := _VITA.match(sentence.text, person.span.end, sentence.span.end):
        sentence.of[name].extend(_held(sentence, person, opened.end()))


def _held(sentence: Sentence, person: Mention, at: int) -> Iterator[Post]:
    heir = None
    for item in sentence.items:
        if item.start < at:
            continue
        if item.is_name or (item.start != at and not _GOES_ON.fullmatch(sentence.text, at, item.start)):
            return
        heir = Post(person, item.mention, item.org, heir if item.org is None else None, "takes", sentence.span)
        yield heir
        at = item.end
