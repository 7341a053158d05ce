"""What a verb behind a name gives to it or takes from it: 当选, 担任, 辞去."""

from __future__ import annotations

from huiyao import patterns
from huiyao.recognize.post.construction import (
    APPOINTING,
    CHAIN,
    COPULAS,
    DESCRIBED,
    ELECTS,
    ENDS,
    FILLED_BY,
    FOUNDED,
    HANDED,
    HONOURED,
    LEFT_OFFICE,
    LIST,
    MOTION,
    NEXT_OFFICE,
    OF_OFFICE,
    QUOTED,
    RELIEVED,
    ROLL_LIST,
    SLATE,
    UNKNOWN,
)
from huiyao.recognize.post.sentence import Sentence
from huiyao.text import Span

# 会长甲为秘书长、监事长颁发聘书: 为 is to, not as.
_GIVEN = patterns.compile("(?:(?!并)[^，。；])*?(?:颁|授牌|授予|佩戴|赠送|发放|送上|揭牌|献花|戴上|送行|庆生)")
_RESPECTIVELY = patterns.compile("分别|依次")


def by_verb(sentence: Sentence, name: int) -> None:
    """甲、乙当选副会长; 聘任甲为秘书长; 甲辞去会长职务; several titles joined by 、 or 兼."""
    item = name + 1
    while item < len(sentence.items) and item in sentence.given and not sentence.items[item].is_name:
        item += 1
    if sentence.is_free(item) and sentence.is_summed(name, item):
        item += 1
    if item >= len(sentence.items) or sentence.items[item].is_name:
        return
    gap = sentence.gap(sentence.bounds[name][1], sentence.items[item].start)
    end = sentence.items[item].end
    stops = (
        sentence.text[end : end + 1] in ENDS or sentence.text.startswith(MOTION, end) or SLATE.match(sentence.text, end)
    )
    if gap.endswith(COPULAS) and not gap.endswith("作为") and not stops:
        return
    if gap == "为" and _GIVEN.match(sentence.text, end, sentence.span.end):
        return
    if sentence.is_duty(item):
        return
    if gap == "任" and sentence.items[item].mention.text == "主席" and sentence.items[item].org is None:
        return  # the chair of a meeting, not a post
    handed = HANDED.fullmatch(gap) and APPOINTING.match(sentence.text, end)
    if sentence.rules.takes.fullmatch(gap) or handed or _is_granted(sentence, name, item, gap):
        rule = "takes"
    elif sentence.rules.leaves.fullmatch(gap) or _is_relieved(sentence, name, item, gap):
        rule = "leaves"
    else:
        return
    names = [name]
    while (before := sentence.name_before(names[-1])) is not None:
        between = sentence.gap(sentence.bounds[before][1], sentence.bounds[names[-1]][0])
        if not any(joint.fullmatch(between) for joint in (LIST, ROLL_LIST, DESCRIBED)) and not (
            UNKNOWN.fullmatch(between) and ELECTS.search(sentence.text, sentence.span.start, sentence.bounds[before][0])
        ):
            break
        if between == "，" and any(p.rule in ("label", "shared") for p in sentence.of[before]):
            break  # 副会长为甲，乙当选秘书长
        names.append(before)
    chain = _chain(sentence, item)
    if _RESPECTIVELY.search(gap) and len(chain) == len(names):
        for one, title in zip(reversed(names), chain, strict=True):
            sentence.give(one, title, rule, found=sentence.items[title].org or sentence.items[item].org)
        return
    for one in reversed(names):
        _take(sentence, one, item, rule)


def _chain(sentence: Sentence, item: int) -> list[int]:
    """The titles that are joined to the one at `item`: 会长、监事长和秘书长."""
    chain = [item]
    while item + 1 < len(sentence.items) and not sentence.items[item + 1].is_name:
        if not CHAIN.fullmatch(sentence.between(item + 1)) or _is_filled(sentence, item + 1):
            break
        item += 1
        chain.append(item)
    return chain


def _is_filled(sentence: Sentence, item: int) -> bool:
    """甲、乙当选副会长、秘书长由丙兼任: a title that the words behind it give to another."""
    return FILLED_BY.match(sentence.text, sentence.items[item].end) is not None


def _is_relieved(sentence: Sentence, name: int, item: int, gap: str) -> bool:
    """免去甲某局局长职务: the verb stands before the name, and 职务 or nothing behind the title."""
    end = sentence.items[item].end
    if not RELIEVED.fullmatch(gap):
        return False
    if not OF_OFFICE.match(sentence.text, end) and sentence.text[end : end + 1] not in ENDS:
        return False
    return sentence.rules.relieves.search(sentence.text, sentence.span.start, sentence.bounds[name][0]) is not None


def _is_granted(sentence: Sentence, name: int, item: int, gap: str) -> bool:
    """授予甲、乙同志“荣誉会长”称号: the title is in quotation marks or called one, the verb stands before the name."""
    end = sentence.items[item].end
    quoted = QUOTED.fullmatch(gap) and sentence.text[end : end + 1] in ("”", "’")
    if not quoted and not (RELIEVED.fullmatch(gap) and HONOURED.match(sentence.text, end)):
        return False
    return sentence.rules.grants.search(sentence.text, sentence.span.start, sentence.bounds[name][0]) is not None


def _take(sentence: Sentence, name: int, item: int, rule: str) -> None:
    found = sentence.items[item].org
    if rule == "takes" and (found is None or sentence.text[found.start : found.start + 1] == "该"):
        found = _founded_before(sentence, name) or found or _taken_before(sentence, name)
    post = sentence.give(name, item, rule, found=found)
    following = item + 1
    while following < len(sentence.items) and not sentence.items[following].is_name:
        between = sentence.between(following)
        if rule == "takes" and LEFT_OFFICE.fullmatch(between):
            rule, between = "leaves", "、"  # 任命甲为某部部长，免去其某处处长职务
        if rule == "leaves" and NEXT_OFFICE.fullmatch(between):
            rule, between = "takes", ""  # 免去甲某局局长职务，任某委员会主任
            post = sentence.give(name, following, rule, found=sentence.items[following].org)
            following += 1
            continue
        leads = following + 1 < len(sentence.items) and sentence.items[following + 1].is_name
        adjacent = leads and sentence.items[following].end == sentence.items[following + 1].mention.span.start
        if (
            not between
            or not CHAIN.fullmatch(between)
            or between == "，"
            or adjacent
            or _is_filled(sentence, following)
        ):
            return
        found = sentence.items[following].org
        post = sentence.give(name, following, rule, found=found, heir=post)
        following += 1


def _taken_before(sentence: Sentence, name: int) -> Span | None:
    """甲连任某会会长，乙当选副会长: what the same sentence elects for goes on."""
    taken = [p.org for i in sentence.of if i < name for p in sentence.of[i] if p.rule == "takes" and p.org]
    return taken[-1] if taken else None


def _founded_before(sentence: Sentence, name: int) -> Span | None:
    """成立青年委员会，由甲出任主席: what the same sentence sets up just before."""
    founded = list(FOUNDED.finditer(sentence.text, sentence.span.start, sentence.bounds[name][0]))
    return Span(*founded[-1].span(1)) if founded else None
