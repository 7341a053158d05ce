"""Resolutions of minutes: a matter under one label or in a line, its verdict under another, or votes at its end."""

from __future__ import annotations

from collections.abc import Iterator

from huiyao import patterns
from huiyao.recognize.resolution import matter
from huiyao.recognize.resolution.vote import outcome_of, votes_in
from huiyao.recognize.sealed import written
from huiyao.records import Evidence, Outcome, Passages, Resolution, ResolutionKind, Votes
from huiyao.text import Span, cover

_ITEM = r"\s*[【（(]?(?:[一二三四五六七八九十\d]{1,3}[)）、.．】])?\s*"
_NUMBERED = (
    r"^\s*(?:[议提]案(?:[一二三四五六七八九十\d]{1,3})?)?\s*"
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|\d{1,2}\.\d\d)?[\s：、，]*"
)
_MATTER = patterns.compile(
    rf"{_NUMBERED}[议提]案名称\s*：\s*|"
    rf"^(?!\s*\d[.．、]议案内容){_ITEM}(?:\S{{0,8}}?[提议][案题]\S{{0,4}}?)?\s*"
    r"(?:案\s*[由名]|(?:提\s*案|议\s*[案题]|讨论案|讨论事项|承认案|议决案|临时动议)[一二三四五六七八九十\d]*(?:内容|名称)?|事\s*由|主\s*旨|第[一二三四五六七八九十\d]+(?:案|个?[项个](?:议[题程案])?))"
    r"[（(]?[一二三四五六七八九十\d]*[)）]?[】]?\s*：\s*"
)
# A line that holds a document's name and no more, as companies announce what was voted on.
_LINE = patterns.compile(
    _NUMBERED + r"(?:逐项)?(?:审议|表决|讨论)?[：，\s]*(?P<matter>(?:《[^》]*》|关于[^，。；：]{3,90}?(?:案|报告|事项))"
    r"(?:的?[议提预草]案)?)(?:（[^）]*）)?[。；：\s]*$"
)
_VERDICT = patterns.compile(
    rf"{_NUMBERED}(?:[议提]案|总|投票)?(?:(?:表决|投票|审议)(?:结果|情况)|表决)(?:如下)?[：，\s]*$"
    r"|^(?=(?:同意|赞成)[^，。；]{0,6}?\d)|^(?=(?:本|该|此|上述|以上)?(?:[议提]案|事项)(?:均)?(?:已)?(?:获得?|经)?[^，。；]{0,20}(?:通过|否决))"
    rf"|{_NUMBERED}(?:大会|会议|理事会|审查|讨论|[议提]案|总)?\s*(?:决\s*议|议\s*决|决\s*定|表决(?:结果|情况)|审议结果|会议结果|结\s*论|结\s*果)\s*：\s*"
)
_REJECTED = patterns.compile(r"不(?:予)?通过|未(?:获|能)?通过|否决|不同意|不予")
_OPEN = patterns.compile(r"保留|再议|缓议|搁置|撤案|撤回|暂缓|延期|延至|另行|下次|留待|续议")
# What else a verdict may say is a decision, unless it only takes note.
_NOTED = patterns.compile(r"洽悉|略|无|如附件|同上|详|[^。]*(?:如下|回避|[票股权]|：$)")
_PASSED = patterns.compile(r"通过|同意|照案|可决|准予|追认|认可|赞成")
# In a verdict all those present are those who pass it.
_SEVERAL = patterns.compile(r"均|上述|以上|全部|各项|逐项")
_ALL = patterns.compile(r"全体|全数")
_CHOSEN = patterns.compile(r"聘|兼任|选举|推选|推举|选任|补选|改选|任命")
_BEFORE = patterns.compile(r"^(?:审\s*查|审\s*议|讨\s*论|[拟请惠]|有关|检陈|提报|敦?聘请?(?!任)(?=.*任))+")
_AFTER = patterns.compile(
    r"(?:，?\s*(?:提\s*请|敬\s*请|谨\s*请|请)[\s，]*(?:大会|理事会|各位)?[\s，]*"
    r"(?:审\s*议|讨\s*论|公\s*决|核\s*议|追\s*认|承\s*认|备\s*查|审\s*查|鉴\s*核|决\s*议).*|[。；，\s]+)$"
)
# The next matter, which has its verdict with it.
_NEXT = patterns.compile(rf"{_NUMBERED}(?:逐项)?(?:审议|表决)[^，。；]{{0,10}}《")
# 3.01 何山 33,000,000 97.05 是: a line of a table of votes for each who stood, which says that he was chosen.
_SEAT = patterns.compile(
    r"\d{1,2}\.\d\d[\s：、|｜]*(?P<matter>[^\d\s|｜][^\d|｜\t]{1,38}?)[\s|｜]+(?:得票数|同意股份?数)?[：\s]*[\d,]{4,}[^\n]*?"
    r"(?:当选[：\s]*是|[\s|｜](?:当选|是))\s*$"
)
# A matter that begins so is an act, which other rules read.
_ACT = patterns.compile(r"^(?:免去|罢免|聘|选|增|补|推|成立|设立|撤销|取消|接纳|吸收|同意|批准)")
# A motion by its name is passed, whoever is chosen by it.
_DOCUMENT = patterns.compile(r"^关于.*[议提]案$|》$")
# So far below its label a verdict may stand.
_LONGEST = 400
# A verdict in words of its own says at least so much.
_SHORTEST = 4
_VOTED = patterns.compile(r"(?:表决(?:结果|情况)?|(?<=[，。\s])(?:决\s*议|议\s*决|审议结果))\s*：")
# A label of minutes behind a sentence or a matter.
_INLINE = patterns.compile(
    r"(?<=[。；，\s])(?:说\s*明|办\s*法|理\s*由|决\s*议|议\s*决|决\s*定|审议结果|表决(?:结果|情况))\s*："
)


def find(passages: Passages, sealed: str) -> Iterator[Resolution]:
    """The matters of labelled minutes with their verdicts, and numbered matters that end in a vote."""
    waiting: list[Span] = []
    verdict: Span | None = None
    for part in _parts(passages, sealed):
        words = sealed[part.slice]
        if seat := _SEAT.match(passages.text, part.start, part.end):
            span, said = Span(*seat.span("matter")), Span(*seat.span())
            evidence = Evidence("chosen-row", (said,), said)
            yield Resolution("elected", written(passages.text[span.slice]), "done", None, span, evidence)
        elif label := _MATTER.match(words):
            waiting, verdict = [Span(part.start + label.end(), part.end)], None
        elif line := _LINE.match(words):
            waiting = [*([] if verdict else waiting), Span(*line.span("matter")).shift(part.start)]
            verdict = None
        elif waiting and (label := _VERDICT.match(words)):
            verdict = Span(part.start + label.end(), part.end)
        elif verdict is not None and _NEXT.match(words):
            waiting, verdict = [], None
        elif waiting and verdict is not None:
            # The verdict may stand below the count of votes.
            verdict = Span(verdict.start, part.end)
        elif (number := matter.NUMBER.match(words)) and (vote := _VOTED.search(words)) and not _VERDICT.match(words):
            begin = Span(part.start + number.end(), part.end)
            yield from _voted(passages, sealed, begin, Span(part.start + vote.end(), part.end))
        if waiting and verdict is not None:
            several = _SEVERAL.search(sealed[verdict.slice]) is not None
            judged = [r for one in waiting[0 if several else -1 :] for r in _judged(passages, sealed, one, verdict)]
            yield from judged
            if judged or len(verdict) > _LONGEST:
                waiting, verdict = [], None


def _parts(passages: Passages, sealed: str) -> Iterator[Span]:
    """The blocks, and where one holds a matter, its explanation and its verdict under labels, each of these."""
    for block in passages.blocks:
        if block.kind == "boilerplate":
            continue
        at = block.span.start
        if _MATTER.match(sealed[block.span.slice]):
            for label in _INLINE.finditer(sealed, at, block.span.end):
                yield Span(at, label.start())
                at = label.start()
        yield Span(at, block.span.end)


def _judged(passages: Passages, sealed: str, whole: Span, verdict: Span) -> Iterator[Resolution]:
    counted = votes_in(passages.text[verdict.slice])
    found = _verdict(sealed[verdict.slice], counted)
    span = _bare(sealed, whole)
    if found is None or not matter.names_one(passages.text[span.slice]):
        return
    kind, outcome = found
    if kind == "approved" and _CHOSEN.search(sealed[whole.slice]) and not _DOCUMENT.search(sealed[span.slice]):
        kind = "elected"
    yield Resolution(
        kind,
        written(passages.text[span.slice]),
        outcome,
        counted,
        span,
        Evidence("minutes", (verdict,), cover((whole, verdict))),
    )


def _voted(passages: Passages, sealed: str, begin: Span, votes: Span) -> Iterator[Resolution]:
    first = patterns.compile(r"[^，。；：]*").match(sealed[begin.slice])
    counted = votes_in(passages.text[votes.slice])
    found = _verdict(sealed[votes.slice], counted)
    if first is None or found is None or _ACT.match(first.group()):
        return
    kind, outcome = found
    span = _bare(sealed, Span(begin.start, begin.start + first.end()))
    if not matter.names_one(passages.text[span.slice]):
        return
    yield Resolution(
        kind,
        written(passages.text[span.slice]),
        outcome,
        counted,
        span,
        Evidence("voted-item", (votes,), Span(begin.start, votes.end)),
    )


def _verdict(said: str, votes: Votes | None) -> tuple[ResolutionKind, Outcome | None] | None:
    if _OPEN.search(said):
        return "decided", None
    if _REJECTED.search(said) or (votes and votes.favour is not None and votes.favour < (votes.against or 0)):
        return "rejected", "rejected"
    if _PASSED.search(said):
        return "approved", "passed_unanimously" if _ALL.search(said) else outcome_of("approved", "passed", said, votes)
    if len(said.strip(" 。")) > _SHORTEST and not _NOTED.match(said):
        return "decided", "passed"
    return None


def _bare(sealed: str, span: Span) -> Span:
    """The matter without 拟 and 审查 before it and 提请审议 behind it."""
    words = sealed[span.slice]
    before, after = _BEFORE.match(words), _AFTER.search(words)
    start = before.end() if before else 0
    return Span(span.start + start, span.start + max(start, after.start() if after else len(words)))
