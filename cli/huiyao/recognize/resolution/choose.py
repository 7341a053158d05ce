"""Which of the proposed resolutions stand: one a place, and one for what is said twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from huiyao import patterns
from huiyao.recognize.alike import likeness
from huiyao.records import Resolution
from huiyao.text import Span

# From here on two matters of one kind are taken for the same one, said again; posts differ by a character.
_ALIKE, _ALIKE_CHOSEN = 0.85, 0.9
_AGREEMENT = patterns.compile(r"(?:与[^，]{0,24}?)?(?:签署|签订|签)了?(?:相关)?协议书?")
_SIGNING = patterns.compile(r"^(?:签署|签订|签约|签)了?")
# 缔结为友好商会, which 签订友好商会协议 says again.
_FRIENDS = patterns.compile(r"(?:缔结|结为|结成)[为了]?(?P<what>.+)$")
# 何山同志当选为会长 and 会长：何山: who was chosen for what.
_CHOICES = (
    patterns.compile(
        r"^(?P<who>.{2,}?)(?:同志|先生|女士|教授|院士)?(?:全票|高票|成功|再次|连续)*"
        r"(?:[被获受]?(?:当选|连任|聘任|聘请|聘|选举?|推选|任命)为?|担任|出任|为|任)(?P<post>[^：]{2,}?)(?:（[^）]*）)?$"
    ),
    patterns.compile(r"^(?P<post>.{0,12}[长任席事问书])：(?P<who>.+?)(?:（[^）]*）)?$"),
)
# What a post may leave out where it is told again: the body in which it is held.
_HELD_IN = patterns.compile(r"(?:[会院部局厅司社委协团校处站所室组届]|联盟|中心|集团|公司)$")
# So many matters back a text is searched for the same one.
_MEMORY = 60
# Words so long that a motion's name holds are about that motion.
_LONG_ENOUGH = 6


def chosen(proposed: Sequence[Resolution], titles: Sequence[Span], weak: Collection[str]) -> tuple[Resolution, ...]:
    """The proposals that stand, in the order of the text. Of two that overlap the one proposed first stands.

    A title says what the report says again below; a weak rule's (新任会长何山) says what a better one may have said.
    """
    standing: list[Resolution] = []
    for resolution in proposed:
        at = bisect_right(standing, resolution.span.start, key=_start)
        if not any(resolution.span.overlaps(other.span) for other in standing[max(0, at - 1) : at + 1]):
            standing.insert(at, resolution)
    below = [r for r in standing if not _within(r, titles)]
    kinds = {r.kind for r in below}
    better = [r for r in below if r.evidence.rule not in weak]
    below = [r for r in below if not (r.evidence.rule in weak and _told_of(r, better))]
    below = [r for r in below if not _is_short_for(r, below)]
    told: list[Resolution] = []
    for resolution in sorted(below + [r for r in standing if _within(r, titles) and r.kind not in kinds], key=_start):
        if not any(_same(resolution, other) for other in told[-_MEMORY:]):
            told.append(resolution)
    return tuple(told)


def _is_short_for(one: Resolution, others: Sequence[Resolution]) -> bool:
    """Whether another names whole the agreement, the friendship or the founded body that one names in part."""
    for other in others:
        if other is one or other.kind != one.kind:
            continue
        if one.kind == "signed" and _AGREEMENT.fullmatch(one.text) and not _AGREEMENT.fullmatch(other.text):
            return True
        if one.kind == "signed" and (friends := _FRIENDS.search(one.text)) and friends["what"] in other.text:
            return True
        if one.kind == "established" and one.text != other.text and other.text.rstrip("”").endswith(one.text):
            return True
    return False


def _within(resolution: Resolution, titles: Sequence[Span]) -> bool:
    return any(resolution.evidence.sentence in span for span in titles)


def _told_of(resolution: Resolution, others: Sequence[Resolution]) -> bool:
    """Whether another resolution names the person with whom this one ends."""
    name = resolution.text[-2:]
    return any(name in other.text for other in others if other is not resolution and other.kind == resolution.kind)


def _start(resolution: Resolution) -> int:
    return resolution.span.start


def _same(one: Resolution, other: Resolution) -> bool:
    """Whether two say one thing; what one sentence lists is told apart there."""
    if one.kind in ("approved", "decided") and other.kind == "approved" and _is_said_of(one, other):
        return True
    if one.kind != other.kind or one.evidence.sentence == other.evidence.sentence:
        return False
    if one.kind == "signed":
        return likeness(_SIGNING.sub("", one.text), _SIGNING.sub("", other.text)) >= _ALIKE
    if one.kind == "elected" and (_choice(one) or _choice(other)):
        return _same_choice(_choice(one), _choice(other))
    return likeness(one.text, other.text) >= (_ALIKE_CHOSEN if one.kind == "elected" else _ALIKE)


def _is_said_of(one: Resolution, motion: Resolution) -> bool:
    """Whether one repeats what a motion before it is about: 修订《甲》 below 关于修订《甲》《乙》的议案."""
    elsewhere = one.evidence.sentence != motion.evidence.sentence
    sure = motion.text.endswith("案") and len(one.text) >= _LONG_ENOUGH
    return elsewhere and sure and one.text in motion.text


def _choice(resolution: Resolution) -> tuple[str, str] | None:
    """Who was chosen and for which post, where an election's words say both."""
    found = next((found for choice in _CHOICES if (found := choice.match(resolution.text))), None)
    return (found["who"], found["post"]) if found else None


def _same_choice(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    """Whether two elections put the same into the same post; one may leave out the body, or what they are beside."""
    if one is None or other is None:
        return False
    short_who, long_who = sorted((one[0], other[0]), key=len)
    short, long = sorted((one[1], other[1]), key=len)
    held = long.removesuffix(short)
    return long_who.endswith(short_who) and long.endswith(short) and (not held or bool(_HELD_IN.search(held)))
