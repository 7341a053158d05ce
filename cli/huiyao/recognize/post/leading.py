"""What stands before a name: a title, a label with a list of names behind it, an organisation."""

from __future__ import annotations

from collections.abc import Sequence

from huiyao import patterns
from huiyao.gazetteer import org_family, title_head
from huiyao.recognize.post.construction import COUNTED, ELECTS, FILLED_BY, IN_BRACKETS, LEAD, LIST, ROLL_LIST
from huiyao.recognize.post.sentence import Sentence
from huiyao.records import Post
from huiyao.text import Span

_BESIDES = patterns.compile("[（(](?:并|并兼|兼)任?")
_PARTY = ("工委", "党委", "党组", "县委", "市委", "区委", "镇委", "省委")


def leading(sentence: Sentence, name: int) -> None:
    """省工信厅副处长栾某某; several titles joined by 、 or 兼; 理事：甲、乙."""
    last = name - 1
    if not sentence.is_free(last):
        return
    gap = sentence.gap(sentence.items[last].end, sentence.items[name].mention.span.start)
    if not LEAD.fullmatch(gap):
        return
    if gap == "为" and not _is_election(sentence, name):
        return
    if gap.strip() in ("：", ":") and sentence.items[last].mention.text == "主席" and not sentence.items[last].org:
        return  # 主席：甲 names who chairs the meeting
    if gap.endswith("由") and not sentence.rules.filled.match(sentence.text, sentence.end_of(name)):
        return
    if last > 0 and not gap and sentence.is_taken_before(last):
        return
    first = sentence.chain_start(last)
    heir = _earlier(sentence, name, first)
    rule = "label" if gap else "leading"
    for item in range(first, last + 1):
        heir = sentence.give(
            name, item, rule, found=sentence.items[item].org, heir=_colleague(sentence, name, item) or heir
        )
    start, end = sentence.bounds[name]
    sentence.bounds[name] = (sentence.items[first].start if not gap else start, end)
    filled = sentence.is_free(first - 1) and FILLED_BY.fullmatch(sentence.between(first))
    if filled and sentence.rules.filled.match(sentence.text, sentence.end_of(name)):
        sentence.give(name, first - 1, "label", found=sentence.items[first - 1].org)


def _is_election(sentence: Sentence, name: int) -> bool:
    """Whether 副会长为甲、乙 says who was elected: the sentence does, and the names end there."""
    start, end = sentence.bounds[name]
    ends = sentence.text[end : end + 1] in ("", "、", "，", "。", "；", "\n")
    return ends and ELECTS.search(sentence.text, sentence.span.start, start) is not None


def _earlier(sentence: Sentence, name: int, first: int) -> Post | None:
    """The post of the name before, whose organisation a title without one takes over: 某局局长甲、副局长乙."""
    before = sentence.name_before(name)
    found = sentence.items[first].org
    own = found is not None and sentence.text[found.slice] not in sentence.lexicon.table("org_bare")
    if before is None or not sentence.of[before] or own:
        return None
    gap = sentence.gap(sentence.bounds[before][1], sentence.items[first].start)
    if not LIST.fullmatch(gap):
        return None
    return _like(sentence, sentence.items[first].mention.text, sentence.of[before])


def _colleague(sentence: Sentence, name: int, item: int) -> Post | None:
    """教体局局长甲，教体工委委员、副局长乙: behind a post in the party a bare title is that of the one before."""
    before = sentence.name_before(name)
    own = sentence.of[name]
    if before is None or not own or sentence.items[item].org or not own[-1].org:
        return None
    if not sentence.text[own[-1].org.slice].endswith(_PARTY):
        return None
    head = title_head(sentence.items[item].mention.text, sentence.lexicon)
    same = [p for p in sentence.of[before] if p.title and title_head(p.title.text, sentence.lexicon) == head]
    return same[-1] if same else None


def _like(sentence: Sentence, text: str, posts: Sequence[Post]) -> Post | None:
    """Of a person's posts the one whose organisation a bare title in the list takes over.

    A 副局长 goes with the 局长; an association's officers go with the first post of the one before, since what
    follows there (商会副会长、某公司总经理) is that person's own.
    """
    head = title_head(text, sentence.lexicon)
    same = [p for p in posts if p.title and title_head(p.title.text, sentence.lexicon) == head]
    party = sentence.rules.party
    if not same and party.match(text):
        same = [p for p in posts if p.title and party.match(p.title.text)]
    if head in sentence.lexicon.table("officer"):
        return posts[0]
    return same[-1] if same else posts[-1]


def shared(sentence: Sentence, name: int) -> None:
    """副会长甲、乙 and 理事：甲、乙: a name in a list has the title of the one before it."""
    last = sentence.name_before(name)
    if last is None or not sentence.is_listed(name):
        return
    if not any(p.title and p.rule in ("leading", "label", "shared") for p in sentence.of[last]):
        return
    leader = sentence.leader[name] = sentence.leader.get(last, last)
    for post in [p for p in sentence.of[leader] if p.rule in ("leading", "label")]:
        if post.title and (post.rule == "label" or sentence.rules.plural.search(post.title.text)):
            item = next(i for i in reversed(range(leader)) if sentence.items[i].mention is post.title)
            sentence.give(name, item, "shared", found=post.org, heir=post if post.org is None else post.heir)


def in_brackets(sentence: Sentence, name: int) -> bool:
    """副会长：甲（某公司总经理）、乙（某大学教授）: whether all that is said of each of a list stands in brackets.

    In 副会长甲、乙（兼秘书长） it does for one alone.
    """
    before = sentence.name_before(name)
    if sentence.of[name] and _BESIDES.match(sentence.text, sentence.bounds[name][1]):
        return True
    told = [p for p in sentence.of[before] if p.rule == "brackets"] if before is not None else []
    return bool(told) and all(p.rule == "brackets" for p in sentence.of[name])


def counted(sentence: Sentence) -> None:
    """增补副会长3名，即甲、乙、丙: a counted title is that of all names in the list behind it."""
    for item, one in enumerate(sentence.items):
        if not sentence.is_free(item):
            continue
        opened = COUNTED.match(sentence.text, one.end)
        if opened is None:
            continue
        at = opened.end()
        for name in (i for i in sentence.of if i > item):
            if not ROLL_LIST.fullmatch("、" if at == opened.end() else sentence.gap(at, sentence.bounds[name][0])):
                break
            if at == opened.end() and sentence.bounds[name][0] != at:
                break
            at = sentence.bounds[name][1]
            sentence.give(name, item, "label", found=one.org)


def affiliated(sentence: Sentence, name: int) -> None:
    """某公司官某某先生, 官某某（某公司）: an organisation right before or behind a name that has no title."""
    found = sentence.org_before(name)
    if found is None and (closed := IN_BRACKETS.match(sentence.text, sentence.bounds[name][1])):
        found = sentence.whole_org(Span(*closed.span(1)))
    if found and _is_department(sentence, name, found):
        return
    kind = org_family(sentence.text[found.slice], sentence.lexicon) if found else None
    if found and len(found) >= 4 and kind in ("company", "school", "association", "government", "department"):
        sentence.give(name, None, "affiliation", found=found)
        start, end = sentence.bounds[name]
        sentence.bounds[name] = (min(found.start, start), end)


def _is_department(sentence: Sentence, name: int, found: Span) -> bool:
    """区委常委、统战部甲: the titles before a department of the same house, with which a name stands without one."""
    row = sentence.lexicon.table("org_bare").get(sentence.text[found.slice], {})
    last = name - 1
    if row.get("kind") != "party" or not sentence.is_free(last):
        return False
    if sentence.text[sentence.items[last].end : found.start] != "、":
        return False
    heir = None
    for item in range(sentence.chain_start(last), last + 1):
        heir = sentence.give(name, item, "leading", found=sentence.items[item].org, heir=heir)
    sentence.give(name, None, "affiliation", found=found, heir=heir)
    return True
