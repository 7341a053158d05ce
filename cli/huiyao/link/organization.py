"""Which organisation a post is of: as written, else that of the post beside it, else what its title belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from huiyao import patterns
from huiyao.gazetteer import COMMITTEES, org_family, org_suffix, title_family, title_head
from huiyao.lexicon import Lexicon
from huiyao.link import name, place
from huiyao.records import Organizations, Post

# A rank behind a name goes with an office at a school or hospital, not with one at an association.
_LEARNED = patterns.compile(r"大学|学院|医院|学校|研究院|研究所|科学院|中科院|工程院|中学|小学|校$|院$")
# How a report speaks of the company that it is about and does not name in full.
_BARE_COMPANIES = ("公司", "集团公司", "集团", "本公司", "我公司")
_HEAD_OF_HOUSE = patterns.compile("([所馆站台署社厂队])长$")
_HEAD_OF_PLACE = patterns.compile(r"[省市县区州镇乡村]长$")
_OF_VILLAGE = patterns.compile("^驻?村|^妇女主任$|^(?:村级?)?(?:会计|文书|报账员)$")


def of_posts(posts: Sequence[Post], known: Organizations, text: str, lexicon: Lexicon) -> Mapping[int, str | None]:
    """The organisation of each post, by the identity of the post."""
    found: dict[int, str | None] = {}
    party = patterns.compile(lexicon.alternation("title_modifier", kind="party"))
    of_party: str | None = None
    of_head: dict[str, str] = {}
    for post in posts:
        organization = _organization(post, found, known, text, lexicon)
        if post.title and party.match(post.title.text):
            # 党组成员 in a later sentence is of the 党组 whose 书记 was named before.
            organization = of_party = (of_party if post.org is None and post.heir is None else None) or organization
        if post.title and organization and (post.org is not None or _is_own(post)):
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
    return found


def _organization(
    post: Post, found: Mapping[int, str | None], known: Organizations, text: str, lexicon: Lexicon
) -> str | None:
    """The organisation of a post: as written, else that of the post before it, else what its title belongs to."""
    heir = found.get(id(post.heir)) if post.heir and _is_named(post.heir) else None
    if post.org is not None:
        written = name.with_its_kind(text[post.org.slice], post, lexicon)
        return name.of_written(written, heir, known, text, lexicon)
    if post.title is None:
        return None
    if post.rule == "shared" and post.heir is not None and not _is_named(post.heir):
        return found.get(id(post.heir))
    kind = title_family(post.title.text, lexicon)
    if post.title.text.endswith(lexicon.words("title_elsewhere", kind="alone")):
        return None
    if _HEAD_OF_PLACE.search(post.title.text):
        return place.of_committee(post, found) or place.only(post.title.text[-2], known, text, lexicon)
    if _OF_VILLAGE.search(post.title.text) and (village := place.only("村", known, text, lexicon)):
        return village
    if kind in ("press", "byline"):
        return known.foremost.get("press")
    if heir and post.rule == "behind" and post.heir and _says_the_same(post, post.heir):
        return heir  # 某律师事务所甲律师和乙律师
    if kind in ("rank", "honour"):
        learned = heir and (_LEARNED.search(heir) or post.rule != "behind")
        return heir if kind == "rank" and learned else None
    subject_kind = org_family(known.subject, lexicon) if known.subject else None
    of_school = kind == "school" or "校" in post.title.text
    if of_school and heir is not None and org_family(heir, lexicon) in ("association", "government"):
        heir = None  # 基金会副理事长甲，副校长乙
    if heir is not None:
        officer = title_head(post.title.text, lexicon) in lexicon.table("officer")
        if officer and not _may_have_officer(post, heir, lexicon):
            if subject_kind == "association":
                return known.subject
            if (org_suffix(heir, lexicon) or "").endswith(COMMITTEES) and not _is_own(post):
                return None
        return heir
    if kind == subject_kind or (kind == "association" and subject_kind in ("department", "company")):
        return known.subject
    if kind in known.foremost and kind != "government":
        return known.foremost[kind]
    if _is_own(post) and post.heir and post.heir.title:
        return found.get(id(post.heir))
    if kind == "company" and post.rule not in ("takes", "leaves"):
        return next((w for w in _BARE_COMPANIES if w in known.written), None)
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


def _says_the_same(one: Post, other: Post) -> bool:
    """Whether two posts have the same title."""
    return bool(one.title and other.title and one.title.text == other.title.text)


def _is_own(post: Post) -> bool:
    """Whether the post that it goes with is the same person's."""
    return post.heir is not None and post.heir.person is post.person


def _is_named(post: Post) -> bool:
    """Whether a post, or the one that it takes its organisation from, has an organisation in the text."""
    return post.org is not None or (post.heir is not None and _is_named(post.heir))


def _may_have_officer(post: Post, organization: str, lexicon: Lexicon) -> bool:
    """Whether an organisation is of the kind that has a 会长 or a 秘书长, which committees and companies have not.

    Of one person's titles the later ones go with the organisation of the first unless it is plainly of another kind.
    """
    if _is_own(post):
        other = org_family(organization, lexicon) in ("company", "government", "school")
        return not other or title_head(post.title.text if post.title else "", lexicon) == "秘书长"
    ending = org_suffix(organization, lexicon)
    return org_family(organization, lexicon) == "association" and not (ending or "").endswith(COMMITTEES)
