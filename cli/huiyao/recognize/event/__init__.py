"""Meetings, ceremonies, contests and visits that a report tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huiyao.lexicon import Lexicon
from huiyao.recognize.alike import likeness
from huiyao.recognize.event.attendance import headcount
from huiyao.recognize.event.organizer import organizers
from huiyao.recognize.event.told import Telling, tellings
from huiyao.recognize.outlook import plans
from huiyao.recognize.sealed import seal, written
from huiyao.records import DateMention, Event, Evidence, Imprint, Mention, Passages, Quantity
from huiyao.text import Span

# From here on two names are taken for one event's.
_ALIKE = 0.6
# So far behind a telling the text may still say who came.
_REACH = 600


def find(
    passages: Passages,
    dates: Sequence[DateMention],
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],  # noqa: ARG001
    imprint: Imprint,
    lexicon: Lexicon,
) -> tuple[Event, ...]:
    """The events of a report, in order. `dates` have their years filled in."""
    sealed = seal(passages.text)
    found = list(tellings(passages, sealed, dates, plans(passages), lexicon))
    groups = _grouped(found, passages.text)
    return tuple(_events(passages, sealed, groups, quantities, imprint))


def _grouped(found: Sequence[Telling], text: str) -> list[list[Telling]]:
    """The tellings of one event together, in the order of their first."""
    groups: list[list[Telling]] = []
    for telling in found:
        for group in groups:
            if any(_same(text, telling, other) for other in group):
                group.append(telling)
                break
        else:
            groups.append([telling])
    return groups


def _same(text: str, one: Telling, other: Telling) -> bool:
    if one.date and other.date and one.date.start != other.date.start:
        return False
    return likeness(text[one.name.slice], text[other.name.slice]) >= _ALIKE


def _events(
    passages: Passages,
    sealed: str,
    groups: Sequence[Sequence[Telling]],
    quantities: Sequence[Quantity],
    imprint: Imprint,
) -> Iterator[Event]:
    text = passages.text
    main: DateMention | None = None
    begins = sorted(t.sentence.start for group in groups for t in group)
    for group in groups:
        best = max(group, key=lambda t: _worth(t, passages))
        date = next((t.date for t in group if t.date), None)
        visit = best.rule.gives["kind"] == "visit"
        if visit and date is None and imprint.kind == "annual_report":
            continue
        if date is None and imprint.kind != "annual_report":
            date = main
        if (date is None and best.site is None) or (best.future and not (date and date.start.month)):
            continue
        main = main or date
        site = next((t.site for t in group if t.site), None)
        block = passages.blocks[best.block]
        end = block.span.end if imprint.kind == "annual_report" else min(len(text), block.span.end + _REACH)
        further = next((at for at in begins if at > best.sentence.start), len(text))
        stretch = Span(best.sentence.start, max(best.sentence.end, min(end, further)))
        yield Event(
            name=written(text[best.name.slice]),
            start=date.start if date else None,
            end=date.end if date else None,
            place=written(text[site.slice]) if site else None,
            headcount=headcount(text, stretch, quantities),
            organizers=organizers(
                text, sealed, Span(best.sentence.start, max(best.sentence.end, min(block.span.end, further)))
            ),
            span=best.name,
            spans=tuple(t.name for t in group),
            evidence=Evidence(best.rule.name, (best.name,), best.sentence),
        )


def _worth(telling: Telling, passages: Passages) -> tuple[bool, bool, int]:
    """What makes the best of several tellings: not in the title, with a day, with the longest name."""
    return passages.blocks[telling.block].kind != "title", telling.date is not None, len(telling.name)
