"""People with their posts and parts, and the organisations that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from huiyao.records.report import Evidence, Mention
from huiyao.text import Span

Role = Literal["host", "speaker", "attendee", "elected", "awarded", "mentioned"]


@dataclass(frozen=True, slots=True)
class Post:
    """A title that one place gives to a person. `org` is the organisation as written, None where it is left out.

    `heir` is the post whose organisation this one takes over, if the sentence has one; `rule` names the construction.
    """

    person: Mention
    title: Mention | None
    org: Span | None
    heir: Post | None
    rule: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Organizations:
    """What a report says of organisations: the one it is about, its short forms, and how often each name is written.

    `subject` is None where the report is about none; `foremost` is the most prominent organisation of each family.
    `aliases` maps an introduced short form to its full one.
    """

    subject: str | None
    foremost: Mapping[str, str]
    aliases: Mapping[str, str]
    written: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Position:
    """A post that one place of the text states for one person. `organization` is resolved, `written` as it stands."""

    organization: str | None
    written: str | None
    title: str | None
    span: Span
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Presence:
    """What one sentence says of a person's part in an event."""

    role: Role
    attended: bool
    span: Span
    evidence: Evidence


Part = tuple[Mention, Presence]
"""A person's mention and what its sentence says of the person's part."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the report, all mentions linked. `mentions` are in order; `events` index the summary's events."""

    name: str
    positions: tuple[Position, ...]
    presences: tuple[Presence, ...]
    mentions: tuple[Mention, ...]
    attended: bool
    roles: tuple[Role, ...]
    events: tuple[int, ...] = ()

    def posts(self) -> dict[tuple[str | None, str | None], list[Span]]:
        """Each organisation and title that the text states for the person, once, with the places that state it."""
        posts: dict[tuple[str | None, str | None], list[Span]] = {}
        for position in self.positions:
            posts.setdefault((position.organization, position.title), []).append(position.span)
        return posts


@dataclass(frozen=True, slots=True)
class AttendingOrganization:
    """An organisation that took part without a named person. `event` indexes the summary's events."""

    name: str
    span: Span
    evidence: Evidence
    event: int | None = None
