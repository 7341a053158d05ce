"""A title that heads the names on the lines below it: 副会长： alone on a line, or a list that runs over several."""

from __future__ import annotations

from typing import NamedTuple

from huiyao import patterns
from huiyao.recognize.post.sentence import Sentence
from huiyao.records import Mention, Post
from huiyao.text import Span

_NUMBERED = r"[\s（(]*(?:[0-9]+|[一二三四五六七八九十]+)?[\s、.．）)]*[-•·*]?\s*"
_SAYS = patterns.compile("[，。：]")
_OPENS = patterns.compile(_NUMBERED)
_CLOSES = patterns.compile(r"(?:名单|人选)?\s*(?:[（(][^（()）]{1,20}[）)])?\s*[：:]?\s*")
# Behind the names of a line: nothing, or cells with what else is said of the person.
_ENDS = patterns.compile(r"[、，；。]?|[\s（(][^。]*")
_APART = patterns.compile(r"[、，\s]*")


def goes_past(line: str) -> bool:
    """Whether a line without titles and names ends what a heading heads: a sentence does, a name unknown does not."""
    return _SAYS.search(line) is not None


class Heading(NamedTuple):
    """The title that a line gives to the lines below, with the organisation or the post whose organisation it has."""

    title: Mention
    org: Span | None
    heir: Post | None

    def give(self, sentence: Sentence, name: int) -> None:
        """Gives the title to a name of a line below."""
        post = Post(sentence.items[name].mention, self.title, self.org, self.heir, "label", sentence.span)
        sentence.of[name].append(post)


def headed_by(sentence: Sentence) -> Heading | None:
    """The heading that a sentence is, or that the list at its end may go on with on the next line."""
    if not sentence.names:
        return _alone(sentence)
    last = sentence.names[-1]
    rest = sentence.gap(sentence.bounds[last][1], sentence.span.end)
    listed = [p for p in sentence.of[last] if p.rule in ("label", "shared")]
    if not listed or not (title := listed[-1].title) or not _APART.fullmatch(rest):
        return None
    return Heading(title, listed[-1].org, listed[-1] if listed[-1].org is None else None)


def _alone(sentence: Sentence) -> Heading | None:
    """二、副会长（按姓氏笔画排序）： as a line of its own."""
    if len(sentence.items) != 1:
        return None
    item, text, span = sentence.items[0], sentence.text, sentence.span
    start = item.org.start if item.org else item.start
    if not _OPENS.fullmatch(text, span.start, start) or not _CLOSES.fullmatch(text, item.end, span.end):
        return None
    return Heading(item.mention, item.org, None)


def under(sentence: Sentence) -> list[int]:
    """The names of a line below a heading that stand under it: those at its beginning, with brackets or none behind."""
    found: list[int] = []
    at = sentence.span.start
    for name in sentence.names:
        start = sentence.items[name].mention.span.start
        gap = sentence.text[at:start] if not found else sentence.gap(at, start)
        if not (_APART if found else _OPENS).fullmatch(gap):
            break
        found.append(name)
        at = sentence.items[name].end
    rest = sentence.gap(at, sentence.span.end)
    return found if _ENDS.fullmatch(rest) else []
