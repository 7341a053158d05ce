"""Finds every kind of fact in a report's passages. The recognizers propose; what they need of each other is said here."""

from __future__ import annotations

from dataclasses import dataclass

from huiyao.lexicon import Lexicon
from huiyao.recognize import date, imprint, number, person, post, role
from huiyao.recognize import title as titles
from huiyao.records import AttendingOrganization, Event, Imprint, Mention, Passages, Resolution, Statistic
from huiyao.recognize.post import Post
from huiyao.recognize.role import Part
from huiyao.segment.tokens import tokenizer
from huiyao.text import Span


@dataclass(frozen=True, slots=True)
class Facts:
    """What the recognizers found, with spans in the clean text, before mentions are linked to entities."""

    imprint: Imprint
    mentions: tuple[Mention, ...]
    posts: tuple[Post, ...]
    parts: tuple[Part, ...]
    events: tuple[Event, ...]
    attending: tuple[AttendingOrganization, ...]
    resolutions: tuple[Resolution, ...]
    statistics: tuple[Statistic, ...]
