"""What stands before and behind a place where a person's name may stand: titles, honours, verbs, marks, rolls."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from huiyao import patterns
from huiyao.gazetteer import org_suffix, title_family
from huiyao.lexicon import Lexicon
from huiyao.records import Mention, Passages
from huiyao.text import Span

JOINTS = frozenset("和与及同跟")
_STOPS = frozenset("，。；：、！？）」”’》\n\t ,;:!?)|…—/】〕[［【（(《“-")
_QUOTES = frozenset("《“（(")
_OPENING = frozenset("，。；：！？“‘（(\n\t |】〕>》”-")
# Words that no verb follows: 为 and 任 in 李有为出席, 张志任致辞.
_ENDS_OF_NAMES = frozenset("为任")
# 甲、乙2人, 甲、乙、丙三位教授
_SUMMED = patterns.compile("(?:[0-9]+|[一二两三四五六七八九十]+)[人位名]")
# What is a document beside others: 研制报告、查新报告等材料.
# No second name follows 和 before an address or a verb, but people who do it may: 和主持会议的领导.
_NO_SECOND = patterns.compile(
    "(?:先生|女士|小姐|同志|博士)(?!们)|作(?![家者曲品为协业])|获(?!奖)|以(?![及色往上下外来内])"
)
_NOUNS = frozenset(("代表", "以及", "主编", "时任"))
_WHO_DO = patterns.compile("[^，。；、]{0,8}?(?:的|人|者|员|领导|嘉宾|代表|老师|专家)")
# 某某某的散文《老井》获
_PRIZED = patterns.compile("的[^，。；《》]{0,8}《[^《》]{1,30}》[^，。；]{0,8}?(?:荣?获|入选|摘|被评|夺|斩)")
_DOCUMENTS = frozenset(("报告", "通报", "总结"))
_LISTING = frozenset("、等和与及")
_FAR_TITLE = 24
_CLOSED = patterns.compile(r"[（(]([^（()）]{1,40})[）)]")
# What follows a noun that sums things up where it is said of people: 等领域的专家, 等工作人员.
_OF_PEOPLE = "[^，。；、]{0,6}?(?:[人者员]|专家|负责|代表|领导|同志|嘉宾|高管|老师|骨干|精英)"
_OF_A_PERSON = patterns.compile(r"女|男|.{1,4}族|[前后]?排?[左右中].?.?|.{2,3}籍|已故|[0-9]+岁")


class Surroundings(NamedTuple):
    """Where titles begin, end and stand, for finding slots beside them."""

    starts: Mapping[int, str]
    ends: Mapping[int, str]
    inside: frozenset[int]
    rolls: frozenset[int]

    @classmethod
    def of(cls, passages: Passages, titles: Iterable[Mention], lexicon: Lexicon) -> Surroundings:
        """The surroundings that a report's titles make; `ends` says title for an office, rank for a grade."""
        text, titles = passages.text, tuple(titles)
        offices = ("association", "company", "government", "school", "event")
        return cls(
            {m.span.start: m.text for m in titles},
            {m.span.end: _weight_of(text, m, offices, lexicon) for m in titles},
            frozenset(i for m in titles for i in range(m.span.start, m.span.end)),
            frozenset((*(at for m in titles for at in _roll(text, m.span.end)), *_columned(passages, lexicon))),
        )


def _columned(passages: Passages, lexicon: Lexicon) -> Iterator[int]:
    """Where the cells begin that stand below 姓名 in a table."""
    heads = frozenset(lexicon.words("layout", kind="person"))
    column: int | None = None
    for block in passages.blocks:
        headed = [i for i, cell in enumerate(block.cells) if passages.text[cell.slice].replace(" ", "") in heads]
        if headed:
            column = headed[0]
        elif not block.cells:
            column = None
        elif column is not None and column < len(block.cells):
            yield block.cells[column].start


NOTHING = Surroundings({}, {}, frozenset(), frozenset())
"""The surroundings of a text without titles."""


def _weight_of(text: str, title: Mention, offices: Collection[str], lexicon: Lexicon) -> str:
    kind = title_family(title.text, lexicon)
    signs = kind in ("press", "byline") and text[title.span.end : title.span.end + 1] in ("：", " ")
    return "title" if kind in offices or signs else "rank"


# 理事：甲、乙 and 副会长包括甲、乙: how a roll opens behind a title, and a member with what may stand behind it.
_ROLL = patterns.compile(r"(?:[（(][^）)]{0,12}[）)])?(?:[：:]|包括|分别是|分别为|如下：|名单：)")
_MEMBER = patterns.compile(
    r"([\u3400-\u9fffA-Za-zÀ-ÿ· .]{2,20}?)(?:[（(][^）)]{0,30}[）)])?"
    r"(?:先生|女士|同志)?(、|及|和|以及|等|…|[。，；\n ]|$)"
)


def _roll(text: str, at: int) -> Iterator[int]:
    """Where the members of a roll begin that opens behind a title, if one does and has two members or more."""
    opened = _ROLL.match(text, at)
    members = []
    at = opened.end() if opened else len(text)
    while found := _MEMBER.match(text, at):
        members.append(found.start())
        if found.group(2) not in ("、", "及", "和", "以及"):
            break
        at = found.end()
    if len(members) > 1:
        yield from members


class _Grammar(NamedTuple):
    before: Mapping[str, str]
    longest_before: int
    honour: re.Pattern[str]
    deed: re.Pattern[str]
    cleric: re.Pattern[str]
    after: re.Pattern[str]
    takes: re.Pattern[str]
    things: re.Pattern[str]
    body: re.Pattern[str]


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    before = {word: row["kind"] for word, row in lexicon.table("name_before").items()}
    return _Grammar(
        before,
        max(map(len, before)),
        patterns.compile(f"(?!同学会|校友会)(?:{lexicon.alternation('name_after', kind='honour')})"),
        patterns.compile(lexicon.alternation("name_after", kind="deed")),
        patterns.compile(lexicon.alternation("name_after", kind="cleric")),
        patterns.compile(lexicon.alternation("name_after", kind="word")),
        patterns.compile(f"(?:同志|先生|女士)?(?:{lexicon.alternation('appoint')})"),
        patterns.compile(_MORE + _summed_by(lexicon.alternation("list_noun", kind="thing"))),
        patterns.compile(_summed_by(lexicon.alternation("list_noun", kind="body"))),
    )


# Further members of a list, and what stands between 等 and the noun that sums the list up.
_LONGEST_REMARK = 14
_MORE = "(?:[和与及][^，。；：、等\n]{1,12})?(?:、[^，。；：、等\n]{1,12}){0,8}"
_COUNTED = "(?:[0-9一二两三四五六七八九十多各若]+余?[个项类种门大类款场部间家所]?)?的?"
_SORT = "(?:重点|相关|有关|体验|特色|新兴|主要|不同|传统|具体|多样|热门|基础|专项|各项|日常)?"


def _summed_by(nouns: str) -> str:
    return f"等{_COUNTED}{_SORT}(?:{nouns})(?!{_OF_PEOPLE})"


def things_follow(text: str, end: int, sentence: Span, lexicon: Lexicon) -> bool:
    """Whether a list that goes on or ends here is one of things or bodies: 、海洋等学科, 等单位."""
    rules = _grammar(lexicon)
    return text[end : end + 1] in _LISTING and bool(
        rules.things.match(text, end, sentence.end) or rules.body.match(text, end, sentence.end)
    )


def before_of(text: str, start: int, sentence: Span, beside: Surroundings, lexicon: Lexicon) -> str:
    """What stands before a place: title, rank, roll (理事：), list (、), start, called (选手), word, org or none."""
    if titled := _titled(text, start, beside):
        return titled
    if start in beside.rolls:
        return "roll"
    if start == sentence.start or text[start - 1] in _OPENING:
        return "start"
    if text[start - 1] == "、":
        return "list"
    rules = _grammar(lexicon)
    for length in range(min(rules.longest_before, start - sentence.start), 0, -1):
        if kind := rules.before.get(text[start - length : start]):
            return kind
    # One character between a title and a stretch is no organisation: 秘书长区某某.
    if start - 1 not in beside.ends and org_suffix(text[max(sentence.start, start - 6) : start], lexicon):
        return "org"
    return "none"


def _titled(text: str, start: int, beside: Surroundings) -> str | None:
    """The kind of the title before a place: 会长甲, 会长：甲, 主席（会长）甲, 副局长（正处级）甲."""
    if titled := beside.ends.get(start):
        return titled
    sign = text[start - 1 : start]
    if sign in (" ", "："):
        return beside.ends.get(start - 1)
    if sign in ("）", ")"):
        opened = max(text.rfind(mark, max(0, start - _LONGEST_REMARK), start) for mark in "（(")
        return beside.ends.get(start - 1) or beside.ends.get(opened)
    return None


def after_of(text: str, end: int, sentence: Span, title_starts: Mapping[int, str], lexicon: Lexicon) -> str:
    """What stands behind it: title, honour (先生), cleric (法师), takes (当选), deed (主持), stop, word or none."""
    if end in title_starts:
        return "title"
    if end >= sentence.end:
        return "stop"
    if text[end] in "（(":
        return _after_brackets(text, end, sentence, title_starts, lexicon)
    if text[end] in _STOPS:
        return "stop"
    rules = _grammar(lexicon)
    if rules.honour.match(text, end, sentence.end):
        return "honour"
    if rules.cleric.match(text, end, sentence.end):
        return "cleric"
    if _PRIZED.match(text, end, sentence.end):
        return "word"
    deed = rules.deed.match(text, end, sentence.end)
    if deed and deed.group() in _DOCUMENTS and text[deed.end() : deed.end() + 1] in ("、", "等", "和"):
        return "none"
    if not deed and not rules.after.match(text, end, sentence.end):
        return "word" if _SUMMED.match(text, end, sentence.end) else "none"
    if (verb := rules.takes.match(text, end, sentence.end)) and _title_follows(text, verb.end(), title_starts):
        return "takes"
    if deed:
        return "deed"
    word = rules.after.match(text, end, sentence.end)
    if word and len(word.group()) == 1 and _of_the_name(text, end, sentence, title_starts, lexicon):
        return "none"
    return "word"


def _of_the_name(text: str, at: int, sentence: Span, title_starts: Mapping[int, str], lexicon: Lexicon) -> bool:
    """Whether a word of one character rather ends the name: 林有为 before 为院长, 闻新和 before 先生 or 主持."""
    rules, behind = _grammar(lexicon), at + 1
    if behind >= sentence.end or text[behind] in _STOPS - _QUOTES or text[behind] in ("等", text[at]):
        return True
    deed = rules.deed.match(text, behind, sentence.end)
    if text[at] not in JOINTS:
        return text[at] in _ENDS_OF_NAMES and deed is not None
    if behind in title_starts:
        return not _leads(text, behind, title_starts, lexicon)
    word = rules.after.match(text, behind, sentence.end)
    verb = deed or (word if word and len(word.group()) > 1 and word.group() not in _NOUNS else None)
    if verb:
        return not _WHO_DO.match(text, verb.end(), sentence.end)
    return _NO_SECOND.match(text, behind, sentence.end) is not None


def _leads(text: str, start: int, title_starts: Mapping[int, str], lexicon: Lexicon) -> bool:
    """Whether a title is followed by what may be a name: 甲和秘书长乙, but not 任永和副总经理."""
    end = start + len(title_starts[start])
    return text[end : end + 1] in lexicon.table("surname")


def _after_brackets(text: str, end: int, sentence: Span, title_starts: Mapping[int, str], lexicon: Lexicon) -> str:
    """甲（女）, 甲（某公司总经理）, 甲（左）与乙: brackets that are said of a person, or what stands behind them."""
    close = _CLOSED.match(text, end, sentence.end)
    if close is None:
        return "stop"
    if _OF_A_PERSON.fullmatch(close.group(1)):
        return "honour"
    if any(at + len(title_starts[at]) == close.end(1) for at in range(end, close.end(1)) if at in title_starts):
        return "title"
    behind = after_of(text, close.end(), sentence, title_starts, lexicon)
    return behind if behind in ("title", "takes", "deed") else "stop"


def _title_follows(text: str, at: int, title_starts: Mapping[int, str]) -> bool:
    """Whether a title begins soon behind a verb such as 当选, with at most an organisation between."""
    for place in range(at, min(len(text), at + _FAR_TITLE)):
        if place in title_starts:
            return True
        if text[place] in "，。；、":
            return False
    return False
