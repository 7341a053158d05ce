"""What the outputs call things, in Chinese or in English; a report's own strings stay as they are.

The words are in `labels.tsv`: key, Chinese, English. What stands in braces there is filled in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from huiyao.records import Amount, CalendarDate, Change, Imprint, Outcome, Role, Statistic, Votes
from huiyao.render.script import Spell


class Language(StrEnum):
    """The language of labels, help and messages."""

    zh = "zh"
    en = "en"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language."""

    language: Language
    words: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The words for a key, with the values filled in; raises KeyError for an unknown key."""
        return self.words[key].format(**values)

    def listed(self, items: Iterable[str]) -> str:
        """Several things in one line."""
        return ("、" if self.language is Language.zh else ", ").join(items)

    def imprint(self, imprint: Imprint, *, spell: Spell) -> list[str]:
        """What a report is, when it was published and by whom, as far as it says so."""
        parts = [self(f"report.{imprint.kind}")]
        if imprint.published:
            parts.append(self("published", date=imprint.published))
        if imprint.publisher:
            parts.append(self("source", publisher=spell(imprint.publisher)))
        return parts

    def part(self, roles: Collection[Role], *, attended: bool) -> str:
        """A person's part in what the report tells of; 到会 is said where no other part says it."""
        parts = [self(f"role.{role}") for role in roles]
        if attended and not {"host", "speaker", "attendee"} & set(roles):
            parts.append(self("role.attendee"))
        return self.listed(parts)

    def dates(self, start: CalendarDate | None, end: CalendarDate | None) -> str:
        """A date or a stretch of days; empty where neither is known."""
        if start and end:
            return self("range", start=start, end=end)
        return str(start or end or "")

    def headcount(self, amount: Amount | None) -> str:
        """How many people came: 约90人; empty where that is not known."""
        if amount is None:
            return ""
        return self(f"hedge.{amount.qualifier}", figure=self("people.present", n=f"{amount.value:f}"))

    def figure(self, statistic: Statistic) -> str:
        """A figure as the report writes it, with its hedge where that stands outside of it: 约2万吨."""
        quantity = statistic.quantity
        hedge = quantity.amount.qualifier if quantity.hedge else "exact"
        return self(f"hedge.{hedge}", figure=quantity.text)

    def change(self, change: Change) -> str:
        """A rise or fall of a figure, with what it is measured against: 同比上升8.3%."""
        known = f"base.{change.base}" in self.words
        base = self(f"base.{change.base}") if known else change.base
        moved = self(
            f"change.{change.direction}", value="" if change.value is None else f"{change.value:f}{change.unit or ''}"
        )
        return self("with_base", base=base, change=moved) if base else moved

    def outcome(self, outcome: Outcome | None) -> str:
        """What came of a matter: 一致通过; empty where that is not known."""
        return self(f"outcome.{outcome}") if outcome else ""

    def votes(self, count: Votes | None) -> str:
        """A count of votes: 赞成119票、反对5票; empty where there was none."""
        if count is None:
            return ""
        numbers = {"favour": count.favour, "against": count.against, "abstain": count.abstain}
        said = {name: f"{number:f}{count.unit}" for name, number in numbers.items() if number is not None}
        if count.share is not None and "favour" in said:
            said = {"share": said.pop("favour"), **said}
        share = f"{count.share:f}" if count.share is not None else ""
        return self.listed(self(f"vote.{name}", votes=votes, share=share) for name, votes in said.items())

    def repairs(self, counts: Mapping[str, int]) -> str:
        """What was repaired in the text, and how often; empty where nothing was."""
        done = [self(f"repair.{reason}", n=n) for reason, n in counts.items() if n]
        return self("repairs", repairs=self.listed(done)) if done else ""


@lru_cache(maxsize=2)
def labels(language: Language) -> Labels:
    """The labels of a language."""
    heading, *lines = Path(__file__).with_name("labels.tsv").read_text("utf-8").splitlines()
    column = heading.split("\t").index(language)
    return Labels(language, {row[0]: row[column] for row in (line.split("\t") for line in lines)})
