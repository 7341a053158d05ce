"""The organisation that a report is about, and the short forms that it introduces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from huiyao import patterns
from huiyao.gazetteer import COMMITTEES, org_family, org_suffix
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.records import Imprint, Mention, Organizations, Passages, Post
from huiyao.text import Span, followed_by

_INTRODUCED = patterns.compile(
    r"[（(](?:以下)?(?:统称|简称|下称|又称)(?:为|：|:)?[“‘]?([^”’）)，]{2,14})[”’]?(?:[、或和][“‘][^”’）)]{2,14}[”’])*[）)]"
)
_ABBREVIATED = patterns.compile(r"(?<=[\u4e00-\u9fff])[（(]([\u4e00-\u9fff]{2,4})[）)]")

_OF_A_MEETING = patterns.compile(
    r"第.{1,4}[次届]|[0-9一二三四五六七八九十]+届|大会|会议|博览会|论坛|典礼|仪式|庆典|年会|代表会|企业$"
)
# 市工商联, 省科协: said of bodies that a report meets, seldom of its own.
_SHORTENED = frozenset("省市区县")
_REGION = patterns.compile("^.{2,3}?(?=[省市县区].{3})")
_PREPOSITIONS = frozenset("向对与给由为")
_SINGLE = frozenset("局厅院社署校")
_OF_MANY = ("高校", "院校", "两校", "各校", "母校", "二级学院", "各学院", "企事业单位", "子公司")
# The tokenizer may join what follows a name to its end: 协会会员 in 某协会会员大会.
_MEETS = patterns.compile("会员|理事|换届|年会")
_HONOURED = patterns.compile(r"”(?:荣誉|称号|奖|牌|工程|计划|项目)")
_QUOTED = patterns.compile("“[^”]*”")
_OURS = {"校": "school", "院": "school", "会": "association", "社": "association", "司": "company", "局": "government"}
_ORGAN = patterns.compile(r"(?:董事会|理事会|监事会|秘书处|常务理事会)$")

# The school whose foundation or alumni a report is about is the only one that it has.
_HOUSE_OF_SCHOOL = patterns.compile("^.{2,12}?(?:大学|学院|中学|小学|学校)(?=.{0,6}?(?:基金会|校友))")
_COMES_TO = patterns.compile("(?:来|到|莅临|走访|拜访|访问)我[校院会社司局]")
# 海川市九届人大常委会 is 海川市人大常委会.
_TERM_INSIDE = patterns.compile("(?<=[省市县区州])第?[0-9一二三四五六七八九十]+届(?=人大|政协|人民代表|委员会)")
# The body whose session a report tells of, before the offices that it speaks of.
_SESSION = patterns.compile(
    "(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,8}[省市县区州盟旗])(?:第?[0-9一二三四五六七八九十]+届)?"
    "(人大常委会|政协)(?:召开|举行|第[0-9一二三四五六七八九十]+次)"
)
# 全区 says how far something reaches.
_SCOPES = tuple(f"全{scope}" for scope in ("区", "县", "市", "省", "镇", "乡", "校", "院", "集团", "公司", "国各"))
_HOLDS = patterns.compile("(?:近日|日前|于?[^，。；]{0,12})?(?:召开|举行|举办|组织|开展|成立)")
_CAME = patterns.compile(
    "[^，。；]{0,8}?(?:代表团|考察团|访问团|参访团|一行|来访|率团)"
    "|[^。；]{0,60}?(?:一行|率团|率队)[^。；]{0,16}?(?:来|到|莅临|访)"
)
# Where a report says whom it is about: its first two sentences, some more, and its signature.
_FIRST, _OPENING, _SIGNATURE = 2, 12, 2
# Points for a name by what it is and where it stands; the least that makes it the subject. Set on the corpus.
_KIND = {"association": 4, "school": 2, "company": 2, "government": 1}
_IN_TITLE, _IS_PUBLISHER, _MOST_OFTEN, _MOST_BARE, _OF_OUR_KIND, _ENOUGH = 4, 3, 8, 4, 3, 5
_SHORTEST, _LONGEST = 3, 30


def find(
    passages: Passages,
    imprint: Imprint,
    posts: Sequence[Post],
    people: Sequence[Mention],
    cuts: org.Cuts,
    lexicon: Lexicon,
) -> Organizations:
    """The organisations of a report, from its imprint, its posts, its introductions and its first sentences."""
    text = passages.text
    written = Counter(text[p.org.slice] for p in posts if p.org is not None)
    aliases: dict[str, str] = {}
    for found in _INTRODUCED.finditer(text):
        full = org.ending_at(text, max(0, found.start() - 40), found.start(), lexicon, cuts)
        if len(full) > len(found.group(1)) and org_suffix(text[full.slice], lexicon):
            aliases[found.group(1)] = text[full.slice]
    for found in _ABBREVIATED.finditer(text):
        full = org.ending_at(text, max(0, found.start() - 40), found.start(), lexicon, cuts)
        if _abbreviates(found.group(1), text[full.slice], text, lexicon):
            aliases[found.group(1)] = text[full.slice]
    weights = _weights(passages, imprint, people, cuts, lexicon)
    subject = _heaviest(weights, imprint) or _spoken_of_as_ours(text, lexicon)
    if session := _SESSION.search(text):
        government = subject is None or org_family(subject, lexicon) == "government"
        subject = "".join(session.groups()) if government else subject
    foremost: dict[str, str] = {}
    for family in _KIND:
        name = _heaviest({n: w for n, w in weights.items() if org_family(n, lexicon) == family}, imprint)
        if name := name or _only_one(weights, family, text, lexicon):
            foremost[family] = aliases.get(name, name)
    if ours := _spoken_of_as_ours(text, lexicon):
        foremost.setdefault(_kind_of_ours(ours), ours)
    if "school" not in foremost and (house := _HOUSE_OF_SCHOOL.match(foremost.get("association", ""))):
        foremost["school"] = house.group()
    if imprint.publisher and _is_press(imprint.publisher, lexicon):
        foremost["press"] = imprint.publisher
    return Organizations(subject and aliases.get(subject, subject), foremost, aliases, written)


def _abbreviates(short: str, full: str, text: str, lexicon: Lexicon) -> bool:
    """Whether the text goes on to call an organisation by some of its characters: 渔总 for 海川渔业总会."""
    if len(full) <= len(short) or text.count(short) < 2 or org_suffix(short, lexicon) == short:
        return False
    at = iter(full)
    return org_suffix(full, lexicon) is not None and all(c in at for c in short)


def _is_press(publisher: str, lexicon: Lexicon) -> bool:
    return publisher.isascii() or publisher.endswith(lexicon.words("press"))


def _weights(
    passages: Passages, imprint: Imprint, people: Sequence[Mention], cuts: org.Cuts, lexicon: Lexicon
) -> dict[str, int]:
    """How prominent each organisation is: named in the title, early and often, an association before others."""
    names = set(_candidates(passages, people, cuts, lexicon))
    if imprint.publisher:
        names.add(imprint.publisher)
    names = {_ORGAN.sub("", name) for name in names if not _OF_A_MEETING.search(name)}
    bare = lexicon.table("org_bare")
    names = {n for n in names if _SHORTEST <= len(n) <= _LONGEST and n[:2] not in bare and n not in bare}
    names = {n for n in names if "我" not in n and not n.startswith(_SCOPES)}
    names = {n for n in names if len(n) > _SHORTEST or not n.endswith(("公司", "集团"))}
    names -= {n for n in names if n[0] in _PREPOSITIONS and n[1:] in names}
    text = passages.text
    first = sorted(names, key=lambda name: (text.find(name) if name in text else len(text), name))
    weights = {name: _weight(name, names, text, imprint, lexicon) for name in first}
    ours = _spoken_of_as_ours(text, lexicon)
    kind = _kind_of_ours(ours) if ours else None
    sentences = [s for _, s in passages.sentences()]
    opening = text[: sentences[_FIRST - 1].end] if len(sentences) >= _FIRST else text
    return {
        n: w + _OF_OUR_KIND * (w > 0 and n in opening and org_family(n, lexicon) == kind)
        for n, w in weights.items()
        if ours is None or not _is_guest(n, text)
    }


def _only_one(weights: Mapping[str, int], family: str, text: str, lexicon: Lexicon) -> str | None:
    """The one company, the one association that a short report names, if it is said to hold or hear something."""
    names = [n for n, w in weights.items() if w > 0 and org_family(n, lexicon) == family]
    if len(names) != 1:
        return None
    return names[0] if followed_by(text, names[0], _HOLDS) else None


def _is_guest(name: str, text: str) -> bool:
    """Whether a report that speaks of 我校 says that a party of this name came."""
    return followed_by(text, name, _CAME)


def _heaviest(weights: Mapping[str, int], imprint: Imprint) -> str | None:
    """The most prominent name, of several the first, the longer of two that begin alike; None where none is enough."""
    best = max(weights, key=lambda n: weights[n], default=None)
    if best is None or weights[best] < _ENOUGH:
        return None
    longer = [
        n
        for n in weights
        if n.startswith(best) and weights[n] >= (_ENOUGH if n in (imprint.title or "") else weights[best])
    ]
    return max(longer, key=len, default=best)


def _candidates(passages: Passages, people: Sequence[Mention], cuts: org.Cuts, lexicon: Lexicon) -> Iterator[str]:
    text = passages.text
    sentences = [s for _, s in passages.sentences()]
    ending = patterns.compile(lexicon.alternation("org_suffix"))
    for sentence in {*sentences[:_OPENING], *sentences[-_SIGNATURE:]}:
        floors = [sentence.start, *(m.span.end for m in people if m.span in sentence)]
        for found in ending.finditer(text, sentence.start, sentence.end):
            if (found.end() not in cuts(sentence) and not _MEETS.match(text, found.end())) or _HONOURED.match(
                text, found.end()
            ):
                continue
            floor = max(f for f in floors if f <= found.start() or f == sentence.start)
            span: Span = org.ending_at(text, floor, found.end(), lexicon, cuts)
            yield _TERM_INSIDE.sub("", text[span.slice])


@lru_cache(maxsize=4)
def _bare(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for an organisation where they begin a phrase: 协会, but not 茶业协会."""
    return patterns.compile(rf"(?<![\u4e00-\u9fff])({lexicon.alternation('org_bare')})")


def _weight(name: str, names: Collection[str], text: str, imprint: Imprint, lexicon: Lexicon) -> int:
    kind, ending = org_family(name, lexicon), org_suffix(name, lexicon)
    if kind is None or ending is None or (len(ending) == 1 and ending not in _SINGLE) or name.endswith(_OF_MANY):
        return 0
    union = kind == "company"  # 某公司工会 says nothing of the company
    longer = max(
        (
            text.count(n)
            for n in names
            if name in n
            and n != name
            and (not n.startswith(name) or (union and org_family(n, lexicon) == "association"))
        ),
        default=0,
    )
    weight = 0 if ending.endswith(COMMITTEES) else _KIND.get(kind, 0)
    weight -= 2 * (name[0] in _SHORTENED)
    shortened = _REGION.sub("", name)
    again = text.count(shortened) - text.count(name) if shortened != name else 0
    weight += min(_MOST_OFTEN, text.count(name) - longer + again)
    weight += _IN_TITLE * (name in _QUOTED.sub("", imprint.title or "")) + _IS_PUBLISHER * (name == imprint.publisher)
    spoken = [found.group(1) for found in _bare(lexicon).finditer(text)]
    return weight + min(_MOST_BARE, sum(name.endswith(word) for word in spoken))


def _kind_of_ours(ours: str) -> str:
    return _OURS.get(ours[-1], "government")


def _spoken_of_as_ours(text: str, lexicon: Lexicon) -> str | None:
    """我校, 我社: how a report speaks of the organisation that it does not name, if it speaks so more than once."""
    counts = {word: text.count(word) for word in lexicon.words("org_bare", kind="own")}
    best = max(sorted(counts), key=lambda w: counts[w])
    return best if counts[best] > 1 or _COMES_TO.search(text) else None
