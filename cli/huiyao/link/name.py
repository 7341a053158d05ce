"""Names of organisations: the fullest form that a report supports, and whether two are forms of one."""

from __future__ import annotations

from huiyao import patterns
from huiyao.gazetteer import org_family, org_suffix
from huiyao.lexicon import Lexicon
from huiyao.link import place
from huiyao.records import Organizations, Post
from huiyao.text import followed_by

WITH_RECTOR = ("大学", "学院", "中学", "小学", "校", "高中")
_TYPED_TWICE = patterns.compile(r"([局厅委院会])\1$")
_SHARES_ITS_KIND = ("商", "家长", "校友", "同乡", "宗亲", "联谊", "总商", "后援", "促进", "学生")
_SHARED_KIND = patterns.compile(r"^(?:常务)?副?([局厅部处科司署省市县区乡镇场])长$")
_GOES = patterns.compile("[^，。；]{0,24}(?:一行|拜访|走访|应邀|受邀|到访|参访|前往|率团|率队|赴)")
_SEAT = patterns.compile("[省市县区](?=议员)")  # 海川市 for 海川市议员


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
    if not alike and tail.endswith("校") and known.foremost.get("school", "").endswith(WITH_RECTOR):
        alike = [known.foremost["school"]]
    if alike:
        return alike[0] + rest
    longer = [w for w in known.written if len(w) > len(head) + 1 and w.endswith(head)]
    return (max(longer, key=lambda w: (known.written[w], len(w), w)) if longer else head) + rest


def _bare_head(name: str, lexicon: Lexicon) -> str | None:
    """协会 of 协会专家委员会: a general word that stands for a full name at the beginning of a written one."""
    bare = lexicon.table("org_bare")
    return next((name[:n] for n in (3, 2) if bare.get(name[:n], {}).get("kind") in ("own", "general")), None)


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


def with_its_kind(written: str, post: Post, lexicon: Lexicon) -> str:
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


def goes_out(ours: str, text: str) -> bool:
    """Whether 我会 goes to another's meeting or house, so that the one that the report is about may be that other."""
    return followed_by(text, ours, _GOES)


def of_written(written: str, heir: str | None, known: Organizations, text: str, lexicon: Lexicon) -> str | None:
    """The full name for a written one; a general word, 校 or 理事会, stands for what the report or `heir` names."""
    row = lexicon.table("org_bare").get(written)
    if heir and heir.endswith(written):
        return heir
    if row and row["kind"] == "own" and goes_out(written, text):
        return written
    if row and row["kind"] == "organ":
        return heir or known.subject or written
    if row and row["kind"] == "party" and heir and heir.endswith("委"):
        return heir + written
    if row and row["kind"] == "unit":
        if written == "校" and heir and heir.endswith(WITH_RECTOR):
            return heir
        school = known.foremost.get("school", "")
        if written == "校" and school.endswith(WITH_RECTOR):
            return school
        named = next((n for n in (known.subject, *known.foremost.values()) if n and n.endswith(written)), None)
        return named or place.only(written, known, text, lexicon) or written
    return full_name(written, known, lexicon)
