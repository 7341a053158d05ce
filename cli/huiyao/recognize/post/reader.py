"""Reads one sentence as a row of titles and names with the gaps between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from huiyao.gazetteer import org_family, org_suffix, title_head
from huiyao.lexicon import Lexicon
from huiyao.recognize import org
from huiyao.recognize.post.construction import (
    APPOSED,
    BRACKETS,
    CHAIN,
    COPULAS,
    COUNTED,
    ENDS,
    FILLED_BY,
    FOUNDED,
    HONOUR,
    LEAD,
    LIST,
    OF_A_REGION,
    ROLL_LIST,
    TITLE_LIST,
    grammar,
)
from huiyao.records import Mention, Post
from huiyao.text import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """A person's name with the titles around it, as one noun phrase of its sentence."""

    person: Mention
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
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


class Reader:
    """Reads one sentence. Its state is what has been read: the posts so far of each name, the titles already given."""

    def __init__(
        self, text: str, sentence: Span, mentions: Sequence[Mention], cuts: org.Cuts, lexicon: Lexicon
    ) -> None:
        self.text, self.sentence, self.cuts, self.lexicon = text, sentence, cuts, lexicon
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
        for i in self.of:
            self._leading(i)
            self._behind(i)
            if not self.of[i]:
                self._shared(i)
        self._counted()
        for i in self.of:
            self._by_verb(i)
            if not any(p.org for p in self.of[i]):
                self._beside(i)
            if not self.of[i]:
                self._affiliated(i)

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
        floor = self.items[-1].end if self.items else self.sentence.start
        found = org.ending_at(self.text, floor, start, self.lexicon, self.cuts)
        unit = self.lexicon.table("org_bare").get(self.text[found.slice], {}).get("kind") == "unit"
        if taken := self.rules.taking.match(self.text, found.start, found.end):
            found = Span(taken.end(), found.end)
        if len(found) >= 2 or unit:
            return Item(mention, found.start, found)
        joint = self.text[start - 1 : start]
        if not len(found) and joint in ("的", "\t") and (owner := self._org_before(floor, start)):
            return Item(mention, owner.start, owner)
        return Item(mention, found.start if len(found) else start, None)

    def _gap(self, start: int, end: int) -> str:
        return BRACKETS.sub("", self.text[start:end])

    def _give(
        self, name: int, item: int | None, rule: str, *, found: Span | None = None, heir: Post | None = None
    ) -> Post:
        mention = self.items[item].mention if item is not None else None
        post = Post(self.items[name].mention, mention, found, heir, rule, self.sentence)
        self.of[name].append(post)
        if item is not None:
            self.given.add(item)
        return post

    def _leading(self, name: int) -> None:
        """省工信厅副处长栾某某; several titles joined by 、 or 兼; 理事：甲、乙."""
        last = name - 1
        if last < 0 or self.items[last].is_name or last in self.given:
            return
        gap = self._gap(self.items[last].end, self.items[name].mention.span.start)
        if not LEAD.fullmatch(gap):
            return
        if gap.strip() in ("：", ":") and self.items[last].mention.text == "主席":
            return  # 主席：甲 names who chairs the meeting
        if gap.endswith("由") and not self.rules.filled.match(self.text, self.items[name].end):
            return
        if last > 0 and not gap and self._is_taken_before(last):
            return
        first = self._chain_start(last)
        heir = self._earlier(name, first)
        for item in range(first, last + 1):
            rule = "label" if gap else "leading"
            heir = self._give(name, item, rule, found=self.items[item].org, heir=heir)
        start, end = self.bounds[name]
        self.bounds[name] = (self.items[first].start if not gap else start, end)
        if first > 0 and not self.items[first - 1].is_name and first - 1 not in self.given:
            between = self.text[self.items[first - 1].end : self.items[first].start]
            if FILLED_BY.fullmatch(between) and self.rules.filled.match(self.text, end):
                self._give(name, first - 1, "label", found=self.items[first - 1].org)

    def _is_taken_before(self, item: int) -> bool:
        """甲当选会长乙、丙当选副会长: a title without a mark behind it that the name before it takes."""
        before = item - 1
        if before < 0 or not self.items[before].is_name:
            return False
        gap = self._gap(self.bounds[before][1], self.items[item].start)
        return not gap.endswith(COPULAS[1:]) and self.rules.takes.fullmatch(gap) is not None

    def _chain_start(self, last: int) -> int:
        """The first of the titles that are joined to the one at `last`: 某局局长、某会会长."""
        first = last
        while first > 0 and not self.items[first - 1].is_name and first - 1 not in self.given:
            between = self.text[self.items[first - 1].end : self.items[first].start]
            if self._is_taken_before(first - 1):
                break
            if not CHAIN.fullmatch(between) or (between in ("，", ",") and not self._goes_on(first - 1)):
                break
            first -= 1
        return first

    def _goes_on(self, item: int) -> bool:
        """Whether a title before a comma belongs to the name after it: 某部总经理，某分会会长严某."""
        return self.items[item].org is not None and self.items[item].mention.text != "负责人"

    def _earlier(self, name: int, first: int) -> Post | None:
        """The post of the name before, whose organisation a title without one takes over: 某局局长甲、副局长乙."""
        before = max((i for i in self.of if i < name), default=None)
        found = self.items[first].org
        own = found is not None and self.text[found.slice] not in self.lexicon.table("org_bare")
        if before is None or not self.of[before] or own:
            return None
        gap = self._gap(self.bounds[before][1], self.items[first].start)
        if not LIST.fullmatch(gap):
            return None
        return self._like(self.items[first].mention.text, self.of[before])

    def _like(self, text: str, posts: Sequence[Post]) -> Post | None:
        """Of a person's posts the one whose organisation a bare title in the list takes over.

        A 副局长 goes with the 局长; an association's officers go with the first post of the one before, since what
        follows there (商会副会长、某公司总经理) is that person's own.
        """
        head = title_head(text, self.lexicon)
        same = [p for p in posts if p.title and title_head(p.title.text, self.lexicon) == head]
        if OF_A_REGION.search(text):
            return None
        if head in self.lexicon.table("officer"):
            return posts[0]
        return same[-1] if same else posts[-1]

    def _behind(self, name: int) -> None:
        """栾某某副处长; 曾某（某公司总经理）; 田某教授、敖某教授."""
        item = name + 1
        start, end = self.bounds[name]
        if item < len(self.items) and not self.items[item].is_name and self.items[item].org is None:
            between = self._gap(end, self.items[item].mention.span.start)
            leads = (
                item + 1 < len(self.items)
                and self.items[item + 1].is_name
                and self.items[item].end == self.items[item + 1].mention.span.start
            )
            if re.fullmatch(HONOUR, between) and not leads:
                own = self.of[name][-1] if self.of[name] else None
                floor = self.items[name - 1].end if name else self.sentence.start
                found = None if own else self._org_before(floor, start)
                if found:
                    self._joined_before(name, found)
                heir = own or (None if found else self._listed_before(name))
                self._give(name, item, "behind", found=found, heir=heir)
                self.bounds[name] = (found.start if found else start, self.items[item].end)
                if not own and not found and heir is None and self.rules.plural.search(self.items[item].mention.text):
                    self._share_back(name, item)
                end = self.items[item].end
                item += 1
        if self.text[end : end + 1] in ("（", "("):
            close = min((at for at in (self.text.find("）", end), self.text.find(")", end)) if at > 0), default=end)
            while item < len(self.items) and self.items[item].end <= close and not self.items[item].is_name:
                heir = self.of[name][-1] if self.of[name] else None
                found = self.items[item].org
                self._give(name, item, "brackets", found=found, heir=heir)
                item += 1

    def _joined_before(self, name: int, found: Span) -> None:
        """某专委会主任、某大学周某教授: titles before the organisation that a title behind the name goes with."""
        last = name - 1
        if last < 0 or self.items[last].is_name or last in self.given:
            return
        if self.text[self.items[last].end : found.start] not in ("", "、", "，", "兼") or self._is_taken_before(last):
            return
        for item in range(self._chain_start(last), last + 1):
            self._give(name, item, "leading", found=self.items[item].org)

    def _share_back(self, name: int, item: int) -> None:
        """某律师事务所甲、乙律师: the title behind the last name of a list is that of all."""
        names = [name]
        while (before := max((i for i in self.of if i < names[0]), default=None)) is not None:
            gap = self._gap(self.bounds[before][1], self.bounds[names[0]][0])
            if self.of[before] or not TITLE_LIST.fullmatch(gap) or gap == " ":
                break
            names.insert(0, before)
        floor = self.items[names[0] - 1].end if names[0] else self.sentence.start
        found = self._org_before(floor, self.bounds[names[0]][0])
        self.of[name].clear()
        for one in names:
            self._give(one, item, "behind", found=found)

    def _org_before(self, floor: int, end: int) -> Span | None:
        end -= self.text[end - 1 : end] in ("的", "\t")
        found = org.ending_at(self.text, floor, end, self.lexicon, self.cuts)
        if len(found) < 2 or org_suffix(self.text[found.slice], self.lexicon) is None:
            return None
        return found

    def _listed_before(self, name: int) -> Post | None:
        before = max((i for i in self.of if i < name), default=None)
        if before is None or not self.of[before]:
            return None
        gap = self._gap(self.bounds[before][1], self.items[name].mention.span.start)
        listed = ROLL_LIST if self.of[before][-1].rule in ("label", "shared") else TITLE_LIST
        return self.of[before][-1] if listed.fullmatch(gap) else None

    def _shared(self, name: int) -> None:
        """副会长甲、乙 and 理事：甲、乙: a name in a list has the title of the one before it."""
        before = self._listed_before(name)
        if before is None or before.title is None or before.rule not in ("leading", "label", "shared"):
            return
        leader = max(i for i in self.of if i < name)
        while any(p.rule == "shared" for p in self.of[leader]):
            leader = max(i for i in self.of if i < leader)
        for post in [p for p in self.of[leader] if p.rule in ("leading", "label")]:
            if post.title and (post.rule == "label" or self.rules.plural.search(post.title.text)):
                item = next(i for i, x in enumerate(self.items) if x.mention is post.title)
                self._give(name, item, "shared", found=post.org, heir=post if post.org is None else post.heir)

    def _by_verb(self, name: int) -> None:
        """甲、乙当选副会长; 聘任甲为秘书长; 甲辞去会长职务; several titles joined by 、 or 兼."""
        item = name + 1
        while item < len(self.items) and item in self.given and not self.items[item].is_name:
            item += 1
        if item >= len(self.items) or self.items[item].is_name:
            return
        gap = self._gap(self.bounds[name][1], self.items[item].start)
        stops = self.text[self.items[item].end : self.items[item].end + 1] in ENDS
        if gap.endswith(COPULAS) and not gap.endswith("作为") and not stops:
            return
        if gap == "任" and self.items[item].mention.text == "主席" and self.items[item].org is None:
            return  # the chair of a meeting, not a post
        rule = "takes" if self.rules.takes.fullmatch(gap) else "leaves" if self.rules.leaves.fullmatch(gap) else None
        if rule is None:
            return
        names = [name]
        while (before := max((i for i in self.of if i < names[-1]), default=None)) is not None:
            between = self._gap(self.bounds[before][1], self.bounds[names[-1]][0])
            if not LIST.fullmatch(between) and not ROLL_LIST.fullmatch(between):
                break
            names.append(before)
        for one in reversed(names):
            self._take(one, item, rule)

    def _take(self, name: int, item: int, rule: str) -> None:
        found = self.items[item].org
        if rule == "takes" and (found is None or self.text[found.start : found.start + 1] == "该"):
            found = self._founded_before(name) or found or self._taken_before(name)
        post = self._give(name, item, rule, found=found)
        following = item + 1
        while following < len(self.items) and not self.items[following].is_name:
            between = self.text[self.items[following - 1].end : self.items[following].start]
            leads = following + 1 < len(self.items) and self.items[following + 1].is_name
            adjacent = leads and self.items[following].end == self.items[following + 1].mention.span.start
            if not between or not CHAIN.fullmatch(between) or between == "，" or adjacent:
                return
            found = self.items[following].org
            post = self._give(name, following, rule, found=found, heir=post)
            following += 1

    def _taken_before(self, name: int) -> Span | None:
        """甲连任某会会长，乙当选副会长: what the same sentence elects for goes on."""
        taken = [p.org for i in self.of if i < name for p in self.of[i] if p.rule == "takes" and p.org]
        return taken[-1] if taken else None

    def _counted(self) -> None:
        """增补副会长3名，即甲、乙、丙: a counted title is that of all names in the list behind it."""
        for item, one in enumerate(self.items):
            if one.is_name or item in self.given:
                continue
            opened = COUNTED.match(self.text, one.end)
            if opened is None:
                continue
            at = opened.end()
            for name in (i for i in self.of if i > item):
                if not ROLL_LIST.fullmatch("、" if at == opened.end() else self._gap(at, self.bounds[name][0])):
                    break
                if at == opened.end() and self.bounds[name][0] != at:
                    break
                at = self.bounds[name][1]
                self._give(name, item, "label", found=one.org)

    def _founded_before(self, name: int) -> Span | None:
        """成立青年委员会，由甲出任主席: what the same sentence sets up just before."""
        founded = list(FOUNDED.finditer(self.text, self.sentence.start, self.bounds[name][0]))
        return Span(*founded[-1].span(1)) if founded else None

    def _beside(self, name: int) -> None:
        """易某，某大学教授，…; a caption's 潘某 某公司总经理 某联盟会长; the cells of a row, in any order."""
        item, post, at = name + 1, None, self.bounds[name][1]
        while item < len(self.items) and not self.items[item].is_name and item not in self.given:
            gap = self.text[at : self.items[item].start]
            found = self.items[item].org
            if gap not in APPOSED and not (post and CHAIN.fullmatch(gap)):
                return
            ends = self.text[self.items[item].end : self.items[item].end + 1] in ENDS
            if not ends or (found is None and post is None and gap not in (" ", "\t", "：", ":")):
                return
            if gap == "\t" and found is None:
                floor = self.items[name - 1].end if name else self.sentence.start
                found = self._org_before(floor, self.bounds[name][0])
            post = self._give(name, item, "apposition", found=found, heir=post)
            at = self.items[item].end
            item += 1

    def _affiliated(self, name: int) -> None:
        """某公司官某某先生: an organisation right before a name that has no title."""
        start, end = self.bounds[name]
        floor = self.items[name - 1].end if name else self.sentence.start
        found = self._org_before(floor, start)
        kind = org_family(self.text[found.slice], self.lexicon) if found else None
        if found and len(found) >= 4 and kind in ("company", "school", "association", "government"):
            self._give(name, None, "affiliation", found=found)
            self.bounds[name] = (found.start, end)
