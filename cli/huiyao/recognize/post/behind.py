"""What stands behind a name without a verb: a title, brackets, an apposition."""

from __future__ import annotations

from huiyao import patterns
from huiyao.recognize.post.construction import APPOSED, CHAIN, ENDS, HONOUR, SUMMED, TITLE_LIST
from huiyao.recognize.post.sentence import Sentence
from huiyao.text import Span

_HONOURED = patterns.compile(rf"{HONOUR}|{SUMMED.pattern}")
_CLOSE = patterns.compile("[）)]")


def behind(sentence: Sentence, name: int) -> None:
    """栾某某副处长; 曾某（某公司总经理）; 田某教授、敖某教授."""
    item = name + 1
    if _follows(sentence, name):
        _give_behind(sentence, name)
        item += 1
    end = sentence.items[item - 1].end
    if sentence.text[end : end + 1] not in ("（", "(") or not (closed := _CLOSE.search(sentence.text, end)):
        return
    for title in sentence.items[item:]:
        if title.is_name or title.end > closed.start():
            return
        heir = sentence.of[name][-1] if sentence.of[name] else None
        sentence.give(name, item, "brackets", found=title.org, heir=heir)
        item += 1


def _follows(sentence: Sentence, name: int) -> bool:
    """Whether a title of no organisation of its own stands behind a name, and does not lead the next."""
    if name + 1 >= len(sentence.items):
        return False
    title, start = sentence.items[name + 1], sentence.items[name + 1].mention.span.start
    gap = sentence.gap(sentence.bounds[name][1], start)
    if title.is_name or title.org is not None or not _HONOURED.fullmatch(gap):
        return False
    if sentence.of[name] and sentence.is_summed(name, name + 1):
        return False  # 会长甲、局长乙两位专家: each has a title already
    following = sentence.items[name + 2 : name + 3]
    return not (following and following[0].is_name and title.end == following[0].mention.span.start)


def _give_behind(sentence: Sentence, name: int) -> None:
    item, (start, _) = name + 1, sentence.bounds[name]
    own = sentence.of[name][-1] if sentence.of[name] else None
    found = None if own else sentence.org_before(name)
    if not own and not found and sentence.is_of_company(item) and sentence.listed_before(name) is None:
        found = sentence.house_before(name)
    if found:
        _joined_before(sentence, name, found)
    heir = own or (None if found else sentence.listed_before(name))
    post = sentence.give(name, item, "behind", found=found, heir=heir)
    last = _titles_behind(sentence, item)
    for further in range(item + 1, last + 1):
        sentence.give(name, further, "behind", heir=post)
    sentence.bounds[name] = (found.start if found else start, sentence.items[last].end)
    summed = sentence.is_summed(name, item)
    plural = not found and sentence.rules.plural.search(sentence.items[item].mention.text)
    if heir is None and (summed or plural):
        _share_back(sentence, name, item)


def _titles_behind(sentence: Sentence, item: int) -> int:
    """甲名誉会长、顾问: the last of the titles behind a name; one right before a name is that one's."""
    while item + 1 < len(sentence.items):
        title, following = sentence.items[item + 1], sentence.items[item + 2 : item + 3]
        leads = following and following[0].is_name and following[0].mention.span.start - title.end <= 1
        if title.is_name or title.org or leads or sentence.between(item + 1) not in ("、", "兼"):
            break
        item += 1
    return item


def _joined_before(sentence: Sentence, name: int, found: Span) -> None:
    """某专委会主任、某大学周某教授: titles before the organisation that a title behind the name goes with."""
    last = name - 1
    if not sentence.is_free(last):
        return
    between = sentence.text[sentence.items[last].end : found.start]
    if between not in ("", "、", "，", "兼") or sentence.is_taken_before(last):
        return
    if between == "，" and not sentence.goes_on(last):
        return
    for item in range(sentence.chain_start(last), last + 1):
        sentence.give(name, item, "leading", found=sentence.items[item].org)


def _share_back(sentence: Sentence, name: int, item: int) -> None:
    """某律师事务所甲、乙律师: the title behind the last name of a list is that of all."""
    names = [name]
    while (before := sentence.name_before(names[0])) is not None:
        gap = sentence.gap(sentence.bounds[before][1], sentence.bounds[names[0]][0])
        if sentence.of[before] or not TITLE_LIST.fullmatch(gap) or gap == " ":
            break
        names.insert(0, before)
    if len(names) == 1:
        return
    found = sentence.org_before(names[0])
    sentence.of[name].clear()
    for one in names:
        sentence.give(one, item, "behind", found=found)


def beside(sentence: Sentence, name: int) -> None:
    """易某，某大学教授，…; a caption's 潘某 某公司总经理 某联盟会长; the cells of a row, in any order."""
    item, post, at = name + 1, None, sentence.bounds[name][1]
    while sentence.is_free(item):
        gap = sentence.text[at : sentence.items[item].start]
        found = sentence.items[item].org
        if gap not in APPOSED and not (post and CHAIN.fullmatch(gap)):
            return
        ends = sentence.text[sentence.items[item].end : sentence.items[item].end + 1] in ENDS
        if not ends or (found is None and post is None and gap not in (" ", "\t", "：", ":")):
            return
        if gap == "\t" and found is None:
            found = sentence.org_before(name)
        post = sentence.give(name, item, "apposition", found=found, heir=post)
        at = sentence.items[item].end
        item += 1
