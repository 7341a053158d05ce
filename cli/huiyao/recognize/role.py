"""What the text says of each person's part: host, speaker, attendee, elected, awarded, or only mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from huiyao import patterns, rules
from huiyao.lexicon import Lexicon
from huiyao.recognize import reference
from huiyao.recognize.post import Phrase
from huiyao.recognize.roll import Rolls
from huiyao.recognize.row import Place
from huiyao.records import Part, Passages
from huiyao.text import Span

_TITLED = patterns.compile("《[^《》]*》")


def find(passages: Passages, phrases: Sequence[Phrase], lexicon: Lexicon) -> tuple[Part, ...]:
    """Each part that a rule finds for a mention, in the order of the text."""
    family = sorted(rules.load("role", lexicon), key=_precedence)
    text = passages.text
    rolls = Rolls(rules.load("roll", lexicon))
    parts: list[Part] = []
    before: list[Phrase] = []
    for statement, inside in by_statement(passages, [*phrases, *reference.surnamed(text, phrases, lexicon)]):
        he = reference.pronoun(text, statement, before)
        inside = [he, *inside] if he else inside
        place = Place.of(text, statement, inside)
        told = list(_of_statement(place, family)) if inside else []
        parts.extend(told)
        parts.extend(rolls.read(place, told))
        before = inside
    return tuple(sorted(parts, key=lambda p: (p[0].span, p[1].span)))


def by_statement(passages: Passages, phrases: Iterable[Phrase]) -> Iterator[tuple[Span, list[Phrase]]]:
    """Each statement with the phrases inside it, in order."""
    waiting = sorted(phrases, key=lambda p: p.span)
    at = 0
    for statement in _statements(passages):
        while at < len(waiting) and waiting[at].span.start < statement.start:
            at += 1
        first = at
        while at < len(waiting) and waiting[at].span.end <= statement.end:
            at += 1
        yield statement, waiting[first:at]


def _statements(passages: Passages) -> Iterator[Span]:
    """The stretches over which a list of people may run: sentences joined where one ends in a semicolon."""
    for block in passages.blocks:
        if block.kind == "boilerplate":
            continue
        start: int | None = None
        for sentence in block.sentences:
            start = sentence.start if start is None else start
            if not passages.text[sentence.slice].rstrip().endswith(("；", ";")):
                yield Span(start, sentence.end)
                start = None
        if start is not None:
            yield Span(start, block.sentences[-1].end)


def _precedence(rule: rules.Rule) -> int:
    """What says that somebody is away goes first; what reaches far over the statement goes last."""
    if "far" in rule.gives:
        return 3
    return {"mentioned": 0, "elected": 1, "awarded": 1}.get(rule.gives["role"], 2)


def _of_statement(place: Place, family: Sequence[rules.Rule]) -> Iterator[Part]:
    """The parts of a statement's rows.

    A row that is said to be away, or stands in a 《title》, may be elected or awarded, but does nothing; a rule that
    reaches far takes only rows of which nothing is said yet.
    """
    away: set[Span] = set()
    told: set[Span] = set()
    titles = [place.skeleton.span(*found.span()) for found in _TITLED.finditer(place.skeleton.text)]
    words = place.skeleton.text
    for rule in (rule for rule in family if any(need in words for need in rule.needs)):
        for match in rule.finditer(place.skeleton):
            for row in place.rows_of(match):
                acts = rule.gives["role"] not in ("elected", "awarded")
                if acts and (row.span in away or any(row.span in title for title in titles)):
                    continue
                if "far" in rule.gives and row.span in told:
                    continue
                if rule.gives["role"] == "mentioned":
                    away.add(row.span)
                told.add(row.span)
                yield from place.parts(row, rule, match.span)
