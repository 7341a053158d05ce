"""One sentence as a row of titles and names with the gaps between them, and the posts that are read from it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from huiyao.gazetteer import org_suffix, title_family
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.recognize.post.construction import (
    BRACKETS,
    CAPACITY,
    CHAIN,
    COPULAS,
    IN_BRACKETS,
    PAPER,
    POSTNOMINALS,
    PRESS,
    ROLL_LIST,
    SUMMED,
    TITLE_LIST,
    grammar,
)
from huiyao.records import Mention, Post
from huiyao.text import Span

# How long a company's name without an ending is that has a brand and a trade: 恒润铸管.
_HOUSE = range(4, 7)
_MARKS = frozenset("，、；：。\n")


class Phrase(NamedTuple):
    """A person's name with the titles around it, as one noun phrase of its sentence."""

    person: Mention
    span: Span


class Item(NamedTuple):
    """A title or a name in a sentence; `start` is where the organisation before a title begins, if it has one."""

    mention: Mention
    start: int
    org: Span | None

    @property
    def is_name(self) -> bool:
        """Whether this is a name, not a title."""
        return self.mention.kind == "person"

    @property
    def end(self) -> int:
        """Where the title or the name ends."""
        return self.mention.span.end


class Sentence:
    """What has been read of one sentence: the posts so far of each name, the titles already given.

    Names and titles are known by their places in `items`, names also in `names`. `of` holds the posts of each name,
    `bounds` where its noun phrase runs, `leader` the name whose titles one in a list shares; `given` are the titles
    that some name has.
    """

    def __init__(self, text: str, span: Span, mentions: Sequence[Mention], cuts: org.Cuts, lexicon: Lexicon) -> None:
        self.text, self.span, self.cuts, self.lexicon = text, span, cuts, lexicon
        self.rules = grammar(lexicon)
        self.items: list[Item] = []
        for mention in mentions:
            if not self._says_again(mention):
                self.items.append(self._item(mention))
        self.given: set[int] = set()
        self.of: dict[int, list[Post]] = {i: [] for i, item in enumerate(self.items) if item.is_name}
        self.bounds: dict[int, tuple[int, int]] = {
            i: (self.items[i].mention.span.start, self.items[i].end) for i in self.of
        }
        self.leader: dict[int, int] = {}
        self.names = tuple(self.of)

    def _says_again(self, mention: Mention) -> bool:
        """主席（会长）: a title in brackets that only says the one before in another way."""
        start, end = mention.span.start, mention.span.end
        follows = self.items and not self.items[-1].is_name and self.items[-1].end == start - 1
        return bool(follows) and self.text[start - 1] in "（(" and self.text[end : end + 1] in ("）", ")")

    def posts(self) -> Iterator[Post]:
        """All posts, by name in order."""
        for posts in self.of.values():
            yield from posts

    def phrases(self) -> Iterator[Phrase]:
        """The noun phrase of each name."""
        for i, (start, end) in self.bounds.items():
            yield Phrase(self.items[i].mention, Span(start, end))

    def _item(self, mention: Mention) -> Item:
        start = mention.span.start
        if mention.kind == "person":
            return Item(mention, start, None)
        floor = self.items[-1].end if self.items else self.span.start
        found = org.ending_at(self.text, floor, start, self.lexicon, self.cuts)
        if self.items and self.items[-1].is_name and found.start == floor and self._is_suffix(found):
            before = self.items[-2].end if len(self.items) > 1 else self.span.start
            found = org.ending_at(self.text, before, start, self.lexicon, self.cuts)  # 白露基金会 behind 白露
        unit = self.lexicon.table("org_bare").get(self.text[found.slice], {}).get("kind") == "unit"
        if self.items and POSTNOMINALS.fullmatch(self.text, self.items[-1].end, start):
            return Item(mention, start, None)
        if PRESS.search(mention.text) and (paper := PAPER.search(self.text, floor, start)):
            return Item(mention, paper.start(), Span(*paper.span("house" if paper["house"] else "paper")))
        if taken := self.rules.taking.match(self.text, found.start, found.end):
            found = Span(taken.end(), found.end)
        if SUMMED.fullmatch(self.text, found.start, found.end) or IN_BRACKETS.fullmatch(
            self.text, found.start, found.end
        ):
            return Item(mention, start, None)
        if len(found) >= 2 or unit:
            return Item(mention, found.start, found)
        joint = self.text[start - 1 : start]
        signs = joint == " " and title_family(mention.text, self.lexicon) in ("press", "byline")
        if not len(found) and joint in ("的", "\t", " ") and not signs and (owner := self._org_before(floor, start)):
            return Item(mention, owner.start, owner)
        return Item(mention, found.start if len(found) else start, None)

    def _is_suffix(self, found: Span) -> bool:
        """Whether a stretch is only how organisations' names end: 基金会."""
        return len(found) > 1 and org_suffix(self.text[found.slice], self.lexicon) == self.text[found.slice]

    def is_free(self, item: int) -> bool:
        """Whether there is a title at a place that no name has been given yet."""
        return 0 <= item < len(self.items) and not self.items[item].is_name and item not in self.given

    def name_before(self, name: int) -> int | None:
        """The last name before another."""
        at = bisect_left(self.names, name)
        return self.names[at - 1] if at else None

    def between(self, item: int) -> str:
        """The text between an item and the one before it."""
        return self.text[self.items[item - 1].end : self.items[item].start]

    def gap(self, start: int, end: int) -> str:
        """The text between two places without brackets."""
        return BRACKETS.sub("", self.text[start:end])

    def give(
        self, name: int, item: int | None, rule: str, *, found: Span | None = None, heir: Post | None = None
    ) -> Post:
        """Adds a post to a name's."""
        mention = self.items[item].mention if item is not None else None
        post = Post(self.items[name].mention, mention, found, heir, rule, self.span)
        self.of[name].append(post)
        if item is not None:
            self.given.add(item)
        return post

    def is_taken_before(self, item: int) -> bool:
        """甲当选会长乙、丙当选副会长: a title without a mark behind it that the name before it takes."""
        before = item - 1
        while before in self.given:
            before -= 1
        if before < 0 or not self.items[before].is_name:
            return False
        gap = self.gap(self.bounds[before][1], self.items[item].start)
        return not gap.endswith(COPULAS[1:]) and self.rules.takes.fullmatch(gap) is not None

    def chain_start(self, last: int) -> int:
        """The first of the titles that are joined to the one at `last`: 某局局长、某会会长."""
        first = last
        while self.is_free(first - 1):
            between = self.between(first)
            if self.is_taken_before(first - 1):
                break
            if not CHAIN.fullmatch(between) or (between in ("，", ",") and not self.goes_on(first - 1)):
                break
            first -= 1
        return first

    def goes_on(self, item: int) -> bool:
        """Whether a title before a comma belongs to the name after it: 某部总经理，某分会会长严某."""
        return self.items[item].org is not None and self.items[item].mention.text != "负责人"

    def org_before(self, name: int) -> Span | None:
        """The organisation right before a name, if it ends as organisations do."""
        floor = self.items[name - 1].end if name else self.span.start
        return self._org_before(floor, self.bounds[name][0])

    def _org_before(self, floor: int, end: int) -> Span | None:
        end -= self.text[end - 1 : end] in ("的", "\t", " ")
        if capacity := CAPACITY.search(self.text, floor, end):
            end = capacity.start()
        found = org.ending_at(self.text, floor, end, self.lexicon, self.cuts)
        if len(found) < 2 or org_suffix(self.text[found.slice], self.lexicon) is None:
            return None
        return found

    def house_before(self, name: int) -> Span | None:
        """恒润铸管 in ，恒润铸管贺某某董事长: what fills the stretch from a mark to a name with a company's title."""
        floor = self.items[name - 1].end if name else self.span.start
        end = self.bounds[name][0]
        found = org.ending_at(self.text, floor, end, self.lexicon, self.cuts)
        opens = found.start == self.span.start or self.text[found.start - 1] in _MARKS
        inner = self.cuts(Span(found.start, min(end + 1, self.span.end)))
        return found if opens and len(found) in _HOUSE and {found.start + 2, end} <= inner else None

    def whole_org(self, stretch: Span) -> Span | None:
        """A stretch that is an organisation's name and nothing else."""
        return stretch if self._org_before(stretch.start, stretch.end) == stretch else None

    def is_summed(self, name: int, item: int) -> bool:
        """甲等7位专家: whether a title sums up a list that ends with a name."""
        return SUMMED.fullmatch(self.gap(self.bounds[name][1], self.items[item].mention.span.start)) is not None

    def end_of(self, name: int) -> int:
        """Where a name ends with the title right behind it, if one stands there: 甲院士."""
        following = self.items[name + 1 : name + 2]
        titled = following and not following[0].is_name and following[0].mention.span.start == self.items[name].end
        return following[0].end if titled else self.items[name].end

    def is_listed(self, name: int) -> bool:
        """Whether a name stands in one list with the name before it, of which a post is known."""
        before = self.name_before(name)
        if before is None or not self.of[before]:
            return False
        gap = self.gap(self.bounds[before][1], self.items[name].mention.span.start)
        in_roll = any(p.rule in ("label", "shared") for p in self.of[before])
        return (ROLL_LIST if in_roll else TITLE_LIST).fullmatch(gap) is not None

    def listed_before(self, name: int) -> Post | None:
        """The last post of the name before, but for an honour, where both stand in one list."""
        before = self.name_before(name)
        if before is None or not self.is_listed(name):
            return None
        offices = [p for p in self.of[before] if self._family(p) != "honour"]
        return (offices or self.of[before])[-1]

    def is_of_company(self, item: int) -> bool:
        """Whether a title is one that companies give."""
        return title_family(self.items[item].mention.text, self.lexicon) == "company"

    def is_duty(self, item: int) -> bool:
        """Whether a title is what somebody does at one meeting, which is no post."""
        return title_family(self.items[item].mention.text, self.lexicon) == "duty"

    def is_grade(self, post: Post) -> bool:
        """Whether a post is an honour or a grade behind the name, as 院士 in 委员甲院士、乙院士."""
        return post.rule == "behind" and self._family(post) in ("honour", "rank")

    def _family(self, post: Post) -> str:
        return title_family(post.title.text, self.lexicon) if post.title else ""
