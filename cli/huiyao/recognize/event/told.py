"""Where a report tells of an event: each telling with its name, place and day as that sentence gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from huiyao import patterns, rules
from huiyao.lexicon import Lexicon
from huiyao.recognize.event import place, visit
from huiyao.recognize.event.name import bounded, is_deed, is_generic, is_own, parts
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
    r"随后|接着|选后|首先|最后|同期|同时|期间|会[上前后间]|当[晚天日]|同[日天]|大会(?:还|又)?(?:举行|召开|为)|会议(?:还|又)?(?:举行|召开)|仪式上|现场|之际|环节|特设|召开的|(?:会|会议)(?:选举|审议|决定|推选|聘任|表决)$"
    r"|(?:并|还|又)(?:先后|随后|同时)?(?:召开|举行|举办)|^(?:上午|下午|晚上|当晚)"
    r"|随即|紧接着|继而|其后|会毕|结束后|(?:启动|开幕|揭牌|成立|签约)[^，；]{0,4}后(?=，)"
)
_RECENT = patterns.compile(r"近[日期来]|日前|昨[日天晚]|今[日天晚早晨]")
# 今年以来，在各街道开展了…活动: the work of a time, not of the day.
_LASTING = patterns.compile(r"(?:今年|近年|多年|长期|一直|历年|几年|年初)以?来|每[年月周逢]|常年|定期|历[年届次]")

# What is hoped for is no event to come.
_WISHED = patterns.compile(
    r"希望|期待|盼望|力争|争取|呼吁|倡议|建议(?!书)|原定|(?:就|关于)(?=(?:共同|联合|拟)?(?:举办|召开|举行|承办))"
)

_QUOTED = patterns.compile("“[^“”]+”")
_LISTED = patterns.compile("[、和及](?P<name>[^，；：。、]{3,40}?)(?=[、，；。]|等|$)")

# 下午，座谈会在中心举行: another event, after the one told of before.
_LATER = patterns.compile(
    r"[^，。]{0,6}(?:会|会议|活动|比赛|仪式|参观|考察|调研)?(?:结束后|[会赛随之其选]后|随即|紧?接着|继而|会毕)|(?:当[天日])?(?:下午|晚上?|傍晚|当晚|次日|翌日)(?=[，在于召举])"
)

_HEADLINE = 40
_CLOSE = 2
# A visit belongs to a meeting only where it is said to go before or after it.
_BESIDE = patterns.compile(r"会[前后间]|当[晚天日]|同[日天]")


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's word of an event.

    `date` is None where the sentence gives no month. A generic telling (本次大会) names none, but may say when and
    where; a linked one belongs to the meeting that the text is telling of; a weak one counts only where its day has
    no other, one alone where no other has any, a lone one where nothing else is told with a day, a lasting one not for
    the day of a meeting; a later one is another event than the one before. `party` is who paid a visit, or whose
    session it was, where that stands apart from its name.
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
    alone: bool = False
    lone: bool = False
    lasting: bool = False
    later: bool = False
    party: Span | None = None


class _Days(NamedTuple):
    """The days in a sentence, the one that stands above its block, and the last of its paragraph before it."""

    within: Sequence[DateMention]
    standing: DateMention | None
    earlier: DateMention | None


def tellings(
    passages: Passages,
    sealed: str,
    dates: Placed[DateMention],
    standing: Mapping[int, DateMention],
    ahead: Sequence[Span],
    lexicon: Lexicon,
) -> Iterator[Telling]:
    """The tellings outside plans, in order; `standing` has the days that stand above blocks, by their numbers."""
    ready = rules.load("event", lexicon)
    told = [n for n, b in enumerate(passages.blocks) if b.kind != "boilerplate"]
    for at, number in enumerate(told):
        following = told[at + 1] if at + 1 < len(told) else None
        block = passages.blocks[number]
        if any(block.span.overlaps(span) for span in ahead):
            continue
        earlier: DateMention | None = None
        for sentence in block.sentences:
            inside = dates.within(sentence)
            words = sealed[sentence.slice]
            fitting = [rule for rule in ready if any(need in words for need in rule.needs)]
            if fitting:
                within = [d for d in inside if not _DISPATCH.match(sealed, d.span.end)]
                skeleton = Skeleton.of(sealed, sentence, within)
                told_below: Sequence[DateMention] = ()
                if following is not None and not block.level and _is_headline(sealed, block):
                    told_below = dates.within(passages.blocks[following].span)[:1]
                days = _Days(within, standing.get(number), earlier)
                for telling in _in_sentence(passages.text, sealed, skeleton, sentence, number, days, fitting, lexicon):
                    # A visit that a heading names is dated by the paragraph below.
                    if telling.visit and telling.date is None and told_below:
                        telling = replace(telling, date=told_below[0])
                    yield telling
            earlier = inside[-1] if inside else earlier


def _is_headline(sealed: str, block: Block) -> bool:
    return block.kind in ("title", "heading") or (len(block.span) <= _HEADLINE and "。" not in sealed[block.span.slice])


def _in_sentence(
    text: str,
    sealed: str,
    skeleton: Skeleton,
    sentence: Span,
    block: int,
    days: _Days,
    fitting: Sequence[Rule],
    lexicon: Lexicon,
) -> list[Telling]:
    found: list[Telling] = []
    for rule in fitting:
        for match in rule.finditer(skeleton):
            start = clause_start(sealed, sentence, match.span.start)
            for name, generic in _names(match, text, sealed, lexicon):
                date = _date(days.within, name, match) or days.standing
                lone = date is None and "lone" in rule.gives
                date = days.earlier if lone else date
                wished = _WISHED.search(sealed, start, name.start) is not None
                if wished or any(name.overlaps(o.name) for o in found) or ("own" in rule.gives and date is None):
                    continue
                is_visit = rule.gives["kind"] == "visit"
                later = _LATER.match(sealed, sentence.start, name.start) is not None
                link = _BESIDE if is_visit else _LINK
                site = match.group("site") or match.group("hall") or (visit.site(sealed, name) if is_visit else None)
                found.append(
                    Telling(
                        name,
                        place.named(sealed, site, days.within),
                        date,
                        sentence,
                        block,
                        rule.name,
                        visit=is_visit,
                        generic=generic,
                        future=is_future(sealed[start : match.span.end]) or (date is not None and not date.start.month),
                        linked=later
                        or link.search(sealed, sentence.start, min(match.span.end + 2, sentence.end)) is not None,
                        recent=_RECENT.search(sealed, sentence.start, match.span.end) is not None,
                        weak="weak" in rule.gives,
                        alone="alone" in rule.gives,
                        lone=lone,
                        lasting=date is None and _LASTING.search(sealed, sentence.start, name.start) is not None,
                        later=later,
                        party=visit.party(sealed, sentence, name) if is_visit else match.group("frame"),
                    )
                )
    return sorted(found, key=lambda telling: telling.name)


def _names(match: Match, text: str, sealed: str, lexicon: Lexicon) -> Iterator[tuple[Span, bool]]:
    """The names that a match holds, each with whether it is generic."""
    whole = match.group("name")
    assert whole is not None
    kind = match.rule.gives["kind"]
    if kind == "visit" and (clause := visit.bounded(sealed, whole, lexicon)) is not None:
        yield clause, False
    if kind == "clause":
        yield whole, False
    if kind == "deed" and is_deed(text[(name := bounded(text, sealed, whole, lexicon)).slice], lexicon):
        yield name, False
    if kind != "held":
        return
    for name in chain(parts(text, sealed, whole, lexicon), _listed_behind(text, sealed, whole, lexicon)):
        words = text[name.slice]
        quoted = "ending" not in match.rule.gives and _QUOTED.fullmatch(text, name.start - 1, name.end + 1)
        if is_own(words, lexicon) or (quoted and len(name) > 3):
            yield name, False
        elif len(name) > 1 and is_generic(words, lexicon):
            yield name, True


def _listed_behind(text: str, sealed: str, whole: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The further names of a list that begins with one: 举办采茶公开赛、第二届茶叶博览会等活动."""
    at = whole.end
    while found := _LISTED.match(sealed, at):
        name = bounded(text, sealed, Span(*found.span("name")), lexicon)
        if not is_own(text[name.slice], lexicon):
            return
        yield name
        at = found.end()


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
