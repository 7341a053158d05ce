"""Organisations that are elected, admitted to a post or given an award: those of whom a sentence says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huiyao import patterns
from huiyao.gazetteer import org_family
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.records import Mention, Organizations, Passages, Resolution
from huiyao.text import Span

_COUNT = r"(?:等(?:[0-9一二三四五六七八九十百]+)?(?:余|多)?(?:家|个)?[^，。；：“”、]{0,6}?)?"
# 甲、乙等5家单位被评为, 甲当选理事长单位
_RECEIVES = patterns.compile(
    rf"(?P<list>[^，。；：\n“”]{{2,}}?){_COUNT}(?:分别|均|共同|双双|首次|再次)?"
    r"(?:当选|连任|荣获|获得|获评|获授|获颁|获|入选|荣膺|被[^，。；“”]{0,14}?(?:授予|评为|评定为|认定为|选为|列为|确定为))"
)
# 授予甲、乙等5家单位“…”, 选举甲为理事长单位
_IS_GIVEN = patterns.compile(
    rf"(?:授予|表彰|选举|推选|推举|增补|聘请)(?!产生)(?P<list>[^，。；：\n“”]{{2,}}?){_COUNT}(?:“|为|担任)"
)
_MARK = patterns.compile(r"、|以及|(?<=[会院局厅司心府社部委])[和与及](?=.{3})")
_KINDS = frozenset({"elected", "awarded"})
_SHORTEST = 4


def find(
    passages: Passages,
    resolutions: Sequence[Resolution],
    organizations: Organizations,
    cuts: org.Cuts,
    lexicon: Lexicon,
) -> tuple[Mention, ...]:
    """The organisations that the sentences of elections and awards give something to, in the order of the text.

    `text` is the full name where the report introduces a short one, or means its own organisation by 协会.
    """
    sentences = sorted({r.evidence.sentence for r in resolutions if r.kind in _KINDS})
    found: dict[Span, Mention] = {}
    for sentence in sentences:
        for span in _receivers(passages.text, sentence, cuts, lexicon):
            name = _full(passages.text[span.slice], organizations, lexicon)
            if name is not None:
                found.setdefault(span, Mention("org", span, name, "receives"))
    return tuple(found[span] for span in sorted(found))


def _receivers(text: str, sentence: Span, cuts: org.Cuts, lexicon: Lexicon) -> Iterator[Span]:
    for pattern in (_RECEIVES, _IS_GIVEN):
        for statement in pattern.finditer(text, sentence.start, sentence.end):
            at, end = statement.span("list")
            for mark in [*_MARK.finditer(text, at, end), None]:
                yield org.ending_at(text, at, mark.start() if mark else end, lexicon, cuts)
                at = mark.end() if mark else end


def _full(name: str, organizations: Organizations, lexicon: Lexicon) -> str | None:
    """The organisation that a name stands for; None where it is none, or not a particular one."""
    bare = lexicon.table("org_bare").get(name)
    if bare is not None:
        return organizations.subject if bare["kind"] in ("own", "general") else None
    if name in organizations.aliases:
        return organizations.aliases[name]
    known = len(name) >= _SHORTEST and org_family(name, lexicon) is not None
    return name if known and not name.endswith(lexicon.words("org_class")) else None
