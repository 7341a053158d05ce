"""Where a report tells of an event: each telling with its name, place and day as that sentence gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from huiyao import patterns, rules
from huiyao.lexicon import Lexicon
from huiyao.recognize.event import place, visit
from huiyao.recognize.event.name import is_generic, is_own, parts
from huiyao.recognize.outlook import is_future
from huiyao.recognize.placed import Placed
from huiyao.recognize.sealed import clause_start
from huiyao.records import Block, DateMention, Passages
from huiyao.rules import Match, Rule, Skeleton
from huiyao.text import Span

# 6月12日电 is the day of the dispatch.
_DISPATCH = patterns.compile(r"[电讯]")
# What ties a clause to the meeting that the text is telling of.
_LINK = patterns.compile(
    r"随后|接着|首先|最后|同期|同时|期间|会[上前后间]|当[晚天日]|同[日天]|大会(?:还|又)?(?:举行|召开|为)|会议(?:还|又)?(?:举行|召开)|仪式上|现场|之际|环节|特设|召开的|(?:会|会议)(?:选举|审议|决定|推选|聘任|表决)$"
    r"|(?:并|还|又)(?:先后|随后|同时)?(?:召开|举行|举办)|^(?:上午|下午|晚上|当晚)"
)
_RECENT = patterns.compile(r"近日|日前|近期|近来")

# What is hoped for is no event to come.
_WISHED = patterns.compile(r"希望|期待|盼望|力争|争取|呼吁|倡议|建议(?!书)|原定")

_HEADLINE = 40
_CLOSE = 2
# A visit belongs to a meeting only where it is said to go before or after it.
_BESIDE = patterns.compile(r"会[前后间]|当[晚天日]|同[日天]")


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's word of an event.

    `date` is None where the sentence gives no month. A generic telling (本次大会) names none, but may say when and
    where; a linked one belongs to the meeting that the text is telling of; a weak one counts only where its day has
    no other. `party` is who paid a visit, where that stands apart from its name.
    """

    name: Span
    site: Span | None
    date: DateMention | None
    sentence: Span
    block: int
    rule: str
    visit: bool = False
    generic: bool = False
    future: bool = False
    linked: bool = True
    recent: bool = False
    weak: bool = False
    party: Span | None = None


def tellings(
    passages: Passages, sealed: str, dates: Placed[DateMention], ahead: Sequence[Span], lexicon: Lexicon
) -> Iterator[Telling]:
    """The tellings outside plans, in order."""
    ready = rules.load("event", lexicon)
    told = [n for n, b in enumerate(passages.blocks) if b.kind != "boilerplate"]
    for at, number in enumerate(told):
        following = told[at + 1] if at + 1 < len(told) else None
        block = passages.blocks[number]
        if any(block.span.overlaps(span) for span in ahead):
            continue
        for sentence in block.sentences:
            words = sealed[sentence.slice]
            fitting = [rule for rule in ready if any(need in words for need in rule.needs)]
            if fitting:
                within = [d for d in dates.within(sentence) if not _DISPATCH.match(sealed, d.span.end)]
                skeleton = Skeleton.of(sealed, sentence, within)
                told_below: Sequence[DateMention] = ()
                if following is not None and not block.level and _is_headline(sealed, block):
                    told_below = dates.within(passages.blocks[following].span)[:1]
                for telling in _in_sentence(
                    passages.text, sealed, skeleton, sentence, number, within, fitting, lexicon
                ):
                    # A visit that a heading names is dated by the paragraph below.
                    if telling.visit and telling.date is None and told_below:
                        telling = replace(telling, date=told_below[0])
                    yield telling


def _is_headline(sealed: str, block: Block) -> bool:
    return block.kind in ("title", "heading") or (len(block.span) <= _HEADLINE and "。" not in sealed[block.span.slice])


def _in_sentence(
    text: str,
    sealed: str,
    skeleton: Skeleton,
    sentence: Span,
    block: int,
    within: Sequence[DateMention],
    fitting: Sequence[Rule],
    lexicon: Lexicon,
) -> list[Telling]:
    found: list[Telling] = []
    for rule in fitting:
        for match in rule.finditer(skeleton):
            start = clause_start(sealed, sentence, match.span.start)
            for name, generic in _names(match, text, sealed, lexicon):
                date = _date(within, name, match)
                wished = _WISHED.search(sealed, start, name.start) is not None
                if wished or any(name.overlaps(o.name) for o in found) or ("own" in rule.gives and date is None):
                    continue
                link = _BESIDE if rule.gives["kind"] == "visit" else _LINK
                found.append(
                    Telling(
                        name,
                        place.named(sealed, match.group("site") or match.group("hall"), within),
                        date,
                        sentence,
                        block,
                        rule.name,
                        visit=rule.gives["kind"] == "visit",
                        generic=generic,
                        future=is_future(sealed[start : match.span.end]) or (date is not None and not date.start.month),
                        linked=link.search(sealed, sentence.start, min(match.span.end + 2, sentence.end)) is not None,
                        recent=_RECENT.search(sealed, sentence.start, match.span.end) is not None,
                        weak="weak" in rule.gives,
                        party=visit.party(sealed, sentence, name) if rule.gives["kind"] == "visit" else None,
                    )
                )
    return sorted(found, key=lambda telling: telling.name)


def _names(match: Match, text: str, sealed: str, lexicon: Lexicon) -> Iterator[tuple[Span, bool]]:
    """The names that a match holds, each with whether it is generic."""
    whole = match.group("name")
    assert whole is not None
    kind = match.rule.gives["kind"]
    if kind != "held":
        clause = visit.bounded(sealed, whole, lexicon) if kind == "visit" else whole
        if clause is not None:
            yield clause, False
        return
    for name in parts(text, sealed, whole, lexicon):
        words = text[name.slice]
        if is_own(words, lexicon) or (match.rule.name == "holds-quoted" and len(name) > 3):
            yield name, False
        elif len(name) > 1 and is_generic(words, lexicon):
            yield name, True


def _date(within: Sequence[DateMention], name: Span, match: Match) -> DateMention | None:
    """The date right behind the name (大会于4月8日), else the nearest before it, else one in the match behind.

    The day on which notice was given is none of them.
    """
    notice = match.group("notice")
    within = [d for d in within if notice is None or d.span not in notice]
    behind = [d for d in within if name.end <= d.span.start and d.span in match.span]
    if notice is not None and behind:
        return behind[-1]
    close = next((d for d in behind if (d.start.day or not d.start.month) and d.span.start - name.end <= _CLOSE), None)
    before = [d for d in within if d.span.end <= name.start]
    if close or before:
        return close or _joined(before, match.skeleton)
    if match.rule.gives["kind"] == "clause":
        behind = [d for d in within if d.span in name]
    return next((d for d in behind if d.start.day), behind[0] if behind else None)


def _joined(days: Sequence[DateMention], skeleton: Skeleton) -> DateMention:
    """The last of several days, or, where it is joined to the one before (12月7日及8日), both."""
    *_, last = days
    if len(days) > 1:
        first = days[-2]
        at = skeleton.starts.index(last.span.start)
        if at > 1 and skeleton.text[at - 1] in "及和与、" and skeleton.ends[at - 2] == first.span.end and not first.end:
            return replace(first, end=last.start)
    return last
