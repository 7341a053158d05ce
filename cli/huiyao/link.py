"""Mentions become entities: one person for all places of a name, one organisation for all its forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from huiyao import patterns
from huiyao.gazetteer import COMMITTEES, org_family, org_suffix, title_family, title_head, title_is_shorter
from huiyao.lexicon import Lexicon
from huiyao.records import Evidence, Mention, Organizations, Part, Person, Position, Post, Presence, Role
from huiyao.text import cover

_ROLES: tuple[Role, ...] = ("host", "speaker", "elected", "awarded", "attendee", "mentioned")


_TYPED_TWICE = patterns.compile(r"([局厅委院会])\1$")


def full_name(name: str, known: Organizations, lexicon: Lexicon) -> str:
    """The fullest form that the report supports for an organisation's written name."""
    for short in sorted(known.aliases, key=len, reverse=True):
        if name.startswith(short):
            return known.aliases[short] + name[len(short) :]
    name = _TYPED_TWICE.sub(r"\1", name)
    head = _bare_head(name, lexicon)
    if head is None:
        return name
    rest = name[len(head) :]
    own = lexicon.table("org_bare")[head]["kind"] == "own"
    if known.subject and known.subject.endswith(head[-1] if own else head):
        return known.subject + rest
    tail = head[-1] if own else head
    alike = [n for n in known.foremost.values() if head != "集团" and n.endswith(tail)]
    if not alike and tail.endswith("校") and known.foremost.get("school", "").endswith(_WITH_RECTOR):
        alike = [known.foremost["school"]]
    if alike:
        return alike[0] + rest
    longer = [w for w in known.written if len(w) > len(head) + 1 and w.endswith(head)]
    return (max(longer, key=lambda w: (known.written[w], len(w), w)) if longer else head) + rest


def _bare_head(name: str, lexicon: Lexicon) -> str | None:
    """协会 of 协会专家委员会: a general word that stands for a full name at the beginning of a written one."""
    bare = lexicon.table("org_bare")
    return next((name[:n] for n in (3, 2) if bare.get(name[:n], {}).get("kind") in ("own", "general")), None)


def people(
    posts: Sequence[Post],
    parts: Iterable[Part],
    mentions: Sequence[Mention],
    known: Organizations,
    text: str,
    lexicon: Lexicon,
) -> tuple[Person, ...]:
    """The persons of a report in the order of their first mention."""
    mentions_of: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "person":
            mentions_of[mention.text].append(mention)
    posts_of: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        posts_of[post.person.text].append(post)
    presences_of: dict[str, list[Presence]] = defaultdict(list)
    for mention, presence in parts:
        presences_of[mention.text].append(presence)
    found: dict[int, str | None] = {}
    party = patterns.compile(lexicon.alternation("title_modifier", kind="party"))
    of_party: str | None = None
    of_head: dict[str, str] = {}
    for post in posts:
        organization = _organization(post, found, known, text, lexicon)
        if post.title and party.match(post.title.text):
            # 党组成员 in a later sentence is of the 党组 whose 书记 was named before.
            organization = of_party = (of_party if post.org is None and post.heir is None else None) or organization
        if post.title and post.org is not None and organization:
            of_head[post.title.text] = organization
        if (
            post.title
            and post.org is None
            and post.heir is None
            and title_family(post.title.text, lexicon) == "government"
        ):
            # 副主任 of a later sentence is of the committee whose 主任 was named before.
            organization = of_head.get(post.title.text.removeprefix("副"), organization)
        found[id(post)] = organization
    result = []
    for name, places in mentions_of.items():
        positions = _positions(posts_of[name], found, text, lexicon)
        presences = tuple(presences_of[name])
        attended = any(p.attended for p in presences)
        result.append(Person(name, positions, presences, tuple(places), attended, _roles(presences)))
    return tuple(result)


def _roles(presences: Sequence[Presence]) -> tuple[Role, ...]:
    """The acting roles; attendee or mentioned only where there is no other."""
    seen = {p.role for p in presences}
    acting = tuple(r for r in _ROLES[:4] if r in seen)
    return acting or (("attendee",) if "attendee" in seen else ("mentioned",))


def _organization(
    post: Post, found: Mapping[int, str | None], known: Organizations, text: str, lexicon: Lexicon
) -> str | None:
    """The organisation of a post: as written, else that of the post before it, else what its title belongs to."""
    heir = found.get(id(post.heir)) if post.heir and _is_named(post.heir) else None
    if post.org is not None:
        written = _with_its_kind(text[post.org.slice], post, lexicon)
        return _written(written, heir, known, text, lexicon)
    if post.title is None:
        return None
    if post.rule == "shared" and post.heir is not None and not _is_named(post.heir):
        return found.get(id(post.heir))
    kind = title_family(post.title.text, lexicon)
    if post.title.text.endswith(lexicon.words("title_elsewhere", kind="alone")):
        return None
    if _HEAD_OF_PLACE.search(post.title.text):
        return _place(post, found) or _only_place(post.title.text[-2], known, text, lexicon)
    if _OF_VILLAGE.search(post.title.text) and (village := _only_place("村", known, text, lexicon)):
        return village
    if kind in ("press", "byline"):
        return known.foremost.get("press")
    if kind in ("rank", "honour"):
        learned = heir and (_LEARNED.search(heir) or post.rule != "behind")
        return heir if kind == "rank" and learned else None
    subject_kind = org_family(known.subject, lexicon) if known.subject else None
    of_school = kind == "school" or "校" in post.title.text
    if of_school and heir is not None and org_family(heir, lexicon) in ("association", "government"):
        heir = None  # 基金会副理事长甲，副校长乙
    if heir is not None:
        officer = title_head(post.title.text, lexicon) in lexicon.table("officer")
        if officer and subject_kind == "association" and not _may_have_officer(post, heir, lexicon):
            return known.subject
        return heir
    if kind == subject_kind or (kind == "association" and subject_kind in ("department", "company")):
        return known.subject
    if kind in known.foremost and kind != "government":
        return known.foremost[kind]
    if post.heir is not None and post.heir.person is post.person and post.heir.title is not None:
        return found.get(id(post.heir))
    if kind == "other" and post.rule not in ("takes", "leaves"):
        return None
    house = _HEAD_OF_HOUSE.search(post.title.text)
    if house and not (known.subject or "").endswith(house.group(1)):
        return None
    of_party = lexicon.words("title_modifier", kind="party")
    elsewhere = post.title.text.endswith(lexicon.words("title_elsewhere"))
    if kind in ("government", "other") and (not elsewhere or post.title.text.startswith(of_party)):
        return known.subject
    return None


def _is_named(post: Post) -> bool:
    """Whether a post, or the one that it takes its organisation from, has an organisation in the text."""
    return post.org is not None or (post.heir is not None and _is_named(post.heir))


# A rank behind a name goes with an office at a school or hospital, not with one at an association.
_LEARNED = patterns.compile(r"大学|学院|医院|学校|研究院|研究所|科学院|中科院|工程院|中学|小学|校$|院$")


_HEAD_OF_HOUSE = patterns.compile("([所馆站台署社厂队])长$")
_HEAD_OF_PLACE = patterns.compile(r"[省市县区州镇乡村]长$")
# No list holds the villages; they open a line: 梨花坳村第三次村民代表会议.
_VILLAGE = patterns.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,4}[县乡镇])?([\u4e00-\u9fff]{2,4}村)(?=委|两委|党|第|民委)"
)
_OF_VILLAGE = patterns.compile("^驻?村|^妇女主任$|^(?:村级?)?(?:会计|文书|报账员)$")
_COMMITTEE = patterns.compile(r"(?:中共)?(.*?([省市县区州镇乡]))\2?委$")


def _with_its_kind(written: str, post: Post, lexicon: Lexicon) -> str:
    """某市商务局 for what stands before the title in 某市商务局长."""
    if post.title and (seat := _SEAT.match(post.title.text)) and org_suffix(written, lexicon) is None:
        return written + seat.group()
    short = _SHARED_KIND.search(post.title.text) if post.title else None
    if post.title and post.title.text.startswith("会") and written.endswith(_SHARES_ITS_KIND):
        return written + "会"  # 某市某商会长
    shortest = 2 if short and short.group(1) in "省市县区乡镇部" else 3
    if short and len(written) >= shortest and org_suffix(written, lexicon) is None:
        return written + short.group(1)
    return written


_SHARES_ITS_KIND = ("商", "家长", "校友", "同乡", "宗亲", "联谊", "总商", "后援", "促进", "学生")
_SHARED_KIND = patterns.compile(r"^(?:常务)?副?([局厅部处科司署省市县区乡镇场])长$")
_SEAT = patterns.compile("[省市县区](?=议员)")  # 海川市 for 海川市议员


def _written(written: str, heir: str | None, known: Organizations, text: str, lexicon: Lexicon) -> str | None:
    row = lexicon.table("org_bare").get(written)
    if heir and heir.endswith(written):
        return heir
    if row and row["kind"] == "organ":
        return heir or known.subject or written
    if row and row["kind"] == "party" and heir and heir.endswith("委"):
        return heir + written
    if row and row["kind"] == "unit":
        if written == "校" and heir and heir.endswith(_WITH_RECTOR):
            return heir
        school = known.foremost.get("school", "")
        if written == "校" and school.endswith(_WITH_RECTOR):
            return school
        named = next((n for n in (known.subject, *known.foremost.values()) if n and n.endswith(written)), None)
        return named or _only_place(written, known, text, lexicon) or written
    return full_name(written, known, lexicon)


_WITH_RECTOR = ("大学", "学院", "中学", "小学", "校", "高中")


def _may_have_officer(post: Post, organization: str, lexicon: Lexicon) -> bool:
    """Whether an organisation is of the kind that has a 会长 or a 秘书长, which committees and companies have not.

    Of one person's titles the later ones go with the organisation of the first unless it is plainly of another kind.
    """
    if post.heir is not None and post.heir.person is post.person:
        other = org_family(organization, lexicon) in ("company", "government", "school")
        return not other or title_head(post.title.text if post.title else "", lexicon) == "秘书长"
    ending = org_suffix(organization, lexicon)
    return org_family(organization, lexicon) == "association" and not (ending or "").endswith(COMMITTEES)


def _place(post: Post, found: Mapping[int, str | None]) -> str | None:
    """桂北县 for 县长 behind 桂北县委副书记; a bare 市委 gives no name of a place."""
    before = post.heir
    while before is not None:
        organization = found.get(id(before)) or ""
        if post.title and len(organization) > 1 and organization[-1] == post.title.text[-2]:
            return organization
        committee = _COMMITTEE.match(organization)
        if committee:
            return committee.group(1) if len(committee.group(1)) > 1 else None
        before = before.heir
    return None


def _only_place(kind: str, known: Organizations, text: str, lexicon: Lexicon) -> str | None:
    """桂北县 for a bare 县长 in a report that speaks of one 县 only."""
    of_place = patterns.compile(rf"(?:..省|...?自治区)?(.{{1,3}}?{kind})(?=.{{2}}|$)")
    named = filter(None, (known.subject, *known.foremost.values(), *known.written))
    found = {match.group(1) for name in named if (match := of_place.match(name))}
    places = {place for place in found if len(place) > len("范县") or place in lexicon.table("place")}
    places |= {place + kind for place in lexicon.table("place") if place + kind in text}
    if kind == "村":
        places.update(_VILLAGE.findall(text))
    return places.pop() if len(places) == 1 else None


def _positions(
    posts: Sequence[Post], found: Mapping[int, str | None], text: str, lexicon: Lexicon
) -> tuple[Position, ...]:
    """One position a post: shorter and repeated ways to say the same one are merged into the fullest."""
    kept: list[tuple[Post, str | None]] = []
    for post in sorted(posts, key=lambda p: (p.org is None, p.heir is None, p.person.span)):
        organization = found[id(post)]
        if post.title is None:
            if any(same(organization, o, lexicon) for _, o in kept):
                continue
            kept.append((post, organization))
            continue
        name = post.title.text
        for i, (other, held) in enumerate(kept):
            if other.title is None:
                continue
            if other.title.text == name and same(organization, held, lexicon):
                if post.org is not None and organization and held and len(organization) > len(held):
                    kept[i] = (other, organization)
                break
            spoken = post.rule in ("leading", "behind", "apposition") and (post.heir is None or post.rule == "behind")
            loose = post.org is None and spoken
            if loose and title_is_shorter(name, other.title.text):
                break
        else:
            kept.append((post, organization))
    kept.sort(key=lambda k: (k[0].person.span, k[0].title.span if k[0].title else k[0].person.span))
    return tuple(_position(post, organization, text, lexicon) for post, organization in kept)


def _position(post: Post, organization: str | None, text: str, lexicon: Lexicon) -> Position:
    words = [s for s in (post.org, post.title.span if post.title else None, post.person.span) if s is not None]
    written = text[post.org.slice] if post.org else None
    near = [s for s in words if abs(s.start - post.person.span.start) < 120]
    return Position(
        organization,
        written,
        _titled(post, written, lexicon),
        cover(near or words),
        Evidence(post.rule, tuple(words), post.sentence),
    )


def _titled(post: Post, written: str | None, lexicon: Lexicon) -> str | None:
    """The title, with the organ that it is of: 理事会副主任, 监事会主席."""
    if post.title is None:
        return None
    organ = lexicon.table("org_bare").get(written or "", {}).get("kind") == "organ"
    own = title_head(post.title.text, lexicon) in lexicon.table("officer")
    return (written or "") + post.title.text if organ and not own else post.title.text


def same(one: str | None, other: str | None, lexicon: Lexicon) -> bool:
    """Whether two names may be forms of one organisation: one's characters stand, in order, in the other."""
    if one is None or other is None:
        return True
    short, long = sorted((one, other), key=len)
    ending = org_suffix(short, lexicon)
    if ending == org_suffix(long, lexicon) and org_family(short, lexicon) == "school":
        return long.endswith(short)  # 某大学 and 某理工大学 are two
    at = iter(long)
    return all(c in at for c in short)
