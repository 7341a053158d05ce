"""Organisations of which the text says that they, or people it does not name, took part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from huiyao import patterns, rules
from huiyao.gazetteer import org_family
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.recognize.post import Phrase
from huiyao.recognize.role import by_statement
from huiyao.recognize.row import Place
from huiyao.records import AttendingOrganization, Evidence, Passages
from huiyao.text import Span

_MARK, _ANY_MARK = patterns.compile(r"、"), patterns.compile(r"[、，]")
# 相关部门和下属企业: who came is said twice.
_BRANCHES = patterns.compile(
    r"的?(?:有关|相关|主要|各)(?:职能|业务)?(?:部门|处室|科室|单位|企业)(?:[和及与](?:下属|所属|成员|基层|直属)(?:企业|单位|公司))?$"
)
_JOIN = patterns.compile(r"以及|和|与|及")
_COMERS = patterns.compile(
    r"的?(?:有关|相关|主要|分管|部分|全体)?(?:负责人|负责同志|领导|代表|专家|(?:工作)?人员|官员)$"
)
# 各县林业局、市水利局: of a list that begins with a class, the members with a place or a house of their own.
_EACH = patterns.compile(r"[^、]{0,6}各")
_OF_ITS_OWN = patterns.compile(r"^(?:[省市县区州](?=.{2})|[^各、，]{2,8}?(?:[省市县区州镇旗]|公司|集团|大学)(?=.{2}))")
# 60家茶庄、宾馆及茶馆 are counted together.
_COUNTING = patterns.compile(r"[^、，]{0,8}?[\d一二三四五六七八九十百]+[余多]?[家个所][^、，]{2,10}、")
# 4个专业委员会 are a class, too.
_COUNTED = patterns.compile(r"[\d一二三四五六七八九十]+[个家所]$")
_SHORTEST, _SHORTEST_IN_LIST, _LONGEST_SURE, _FEWEST_OF_WHOLE = 4, 2, 16, 3
# 县残联 is whole though short, and so are 公安局 and 总工会 in a list of bodies.
_SHORT = patterns.compile(r"[省市县区州].{2}|.{2,}[局部]|总工会|工商联|红十字会")


def find(
    passages: Passages, phrases: Sequence[Phrase], cuts: org.Cuts, lexicon: Lexicon
) -> tuple[AttendingOrganization, ...]:
    """The organisations that took part without a named person, each once, in the order of the text."""
    found: dict[str, AttendingOrganization] = {}
    for statement, inside in by_statement(passages, phrases):
        told = _of_statement(passages.text, statement, inside, cuts, lexicon)
        for organization in sorted(told, key=lambda there: there.span):
            found.setdefault(organization.name, organization)
    return tuple(found.values())


def _of_statement(
    text: str, statement: Span, phrases: Sequence[Phrase], cuts: org.Cuts, lexicon: Lexicon
) -> Iterator[AttendingOrganization]:
    skeleton = Place.of(text, statement, phrases).skeleton
    for rule in rules.load("attending", lexicon):
        for match in rule.finditer(skeleton):
            listed = match.group("list")
            if listed is None:
                continue
            evidence = Evidence(rule.name, (match.span,), statement)
            for span in _members(text, listed, cuts, lexicon, sure="sure" in rule.gives, whole="all" in rule.gives):
                yield AttendingOrganization(text[span.slice], span, evidence)


def _members(text: str, listed: Span, cuts: org.Cuts, lexicon: Lexicon, *, sure: bool, whole: bool) -> list[Span]:
    """The organisations of a list; none where the list is of classes (各镇、街道经信办).

    A `whole` list may have commas in it, and is none unless all of its parts but one are known as organisations.
    """
    if _OF_CLASSES.search(text, listed.start, listed.end):
        return []
    each = _EACH.match(text, listed.start, listed.end) or _COUNTING.match(text, listed.start, listed.end)
    mark = _ANY_MARK if whole else _MARK
    parts = [p for p in _parts(text, listed, mark, lexicon) if _may_be_named(text[p.slice], each=each is not None)]
    spans = [org.ending_at(text, part.start, part.end, lexicon, cuts) for part in parts]
    shortest = _SHORTEST_IN_LIST if len(spans) > 1 else _SHORTEST
    named = [
        s
        for s in spans
        if (len(s) >= shortest or _SHORT.fullmatch(text, s.start, s.end))
        and not _COUNTED.search(text, listed.start, s.start)
        and _is_particular(text[s.slice], lexicon, sure=sure and len(s) <= _LONGEST_SURE, listed=len(spans) > 1)
    ]
    return [] if whole and len(named) < max(_FEWEST_OF_WHOLE, len(spans) - 1) else named


def _parts(text: str, listed: Span, mark: re.Pattern[str], lexicon: Lexicon) -> Iterator[Span]:
    """The stretches between the marks of a list; 和 and its like part two names only where the first is whole.

    What a part says of those who came for it (相关官员) is none of the name.
    """
    at = listed.start
    for sign in [*mark.finditer(text, listed.start, listed.end), None]:
        end = sign.start() if sign else listed.end
        came = _COMERS.search(text, at, end)
        stop = came.start() if came else end
        branches = _BRANCHES.search(text, at, stop)
        stop = branches.start() if branches else stop
        for join in _JOIN.finditer(text, at, stop):
            who = _COMERS.search(text, at, join.start())
            last = who.start() if who else join.start()
            if last - at >= _SHORTEST and org_family(text[at:last], lexicon) is not None:
                yield Span(at, last)
                at = join.end()
        yield Span(at, stop)
        at = sign.end() if sign else end


_OF_CLASSES = patterns.compile(r"周年|暨|等(?!院校|教育|专科|职业|师范)|省内外|地市|市县|来自(?:全国|全省|全市)")
_GENERAL = patterns.compile(
    r"^(?:有关|相关|部分|全体|全市|全省|全国|全县|全区|全校|本|该|我|其他|其它|多个|多家|一些|会员|理事|成员|兄弟|友好|市直|县直|区直|两岸|所属|基层|学校相关)"
    r"|[0-9]|第[0-9一二三四五六七八九十]+[届次]|不同|某|^(?:集团|总)公司$|^(?:国家|中央)?部委$|部分院?$|^公司(?:董事会|监事会)|^(?:社会|商协会|行业协会|行业商会|社会团体|群团组织)$|.{0,6}(?:常委|委员)$"
)


def _may_be_named(part: str, *, each: bool) -> bool:
    """Whether a part of a list may name an organisation; `each`: the list begins with a class or a count."""
    whole = part.count("（") == part.count("）") and part.count("(") == part.count(")")
    return "各" not in part and whole and (not each or _is_of_its_own(part))


def _is_of_its_own(part: str) -> bool:
    """Whether a part of a list that begins with a class is none of the class, nor the end of a bracket in it."""
    return _OF_ITS_OWN.match(part) is not None and part.count("（") == part.count("）")


def _is_particular(name: str, lexicon: Lexicon, *, sure: bool, listed: bool) -> bool:
    """Whether a name is that of one organisation, not of a class of them or of a place.

    A common ending is a name only where it is `listed` among others.
    """
    return (
        (sure or org_family(name, lexicon) is not None)
        and not _GENERAL.search(name)
        and not _is_of_class(name, lexicon)
        and (name not in lexicon.table("org_suffix") or (listed and _SHORT.fullmatch(name) is not None))
        and name not in lexicon.table("place")
    )


def _is_of_class(name: str, lexicon: Lexicon) -> bool:
    """Whether a name ends as those of classes do (友会), and not as one organisation's (校友会)."""
    longest = max((word for word in lexicon.words("org_class") if name.endswith(word)), key=len, default="")
    return longest != "" and not any(
        name.endswith(word) and len(word) > len(longest) for word in lexicon.table("org_suffix")
    )
