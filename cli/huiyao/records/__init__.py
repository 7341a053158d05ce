"""The records that the steps hand on, each frozen. Report → CleanText → Passages → facts → Summary.

Spans of records up to the facts count in the clean text; only `Summary` speaks in spans of the source.
"""

from __future__ import annotations

from huiyao.records.fact import (
    Amount,
    CalendarDate,
    Change,
    DateMention,
    Direction,
    Event,
    Imprint,
    Organizer,
    Outcome,
    Qualifier,
    Quantity,
    ReportKind,
    Resolution,
    ResolutionKind,
    Statistic,
    Status,
    Votes,
)
from huiyao.records.person import (
    AttendingOrganization,
    Organizations,
    Part,
    Person,
    Position,
    Post,
    Presence,
    Role,
)
from huiyao.records.report import (
    Block,
    BlockKind,
    CleanText,
    Evidence,
    Mention,
    MentionKind,
    Passages,
    Report,
    Script,
)
from huiyao.records.summary import (
    SCHEMA,
    Summary,
)

__all__ = [
    "SCHEMA",
    "Amount",
    "AttendingOrganization",
    "Block",
    "BlockKind",
    "CalendarDate",
    "Change",
    "CleanText",
    "DateMention",
    "Direction",
    "Event",
    "Evidence",
    "Imprint",
    "Mention",
    "MentionKind",
    "Organizations",
    "Organizer",
    "Outcome",
    "Part",
    "Passages",
    "Person",
    "Position",
    "Post",
    "Presence",
    "Qualifier",
    "Quantity",
    "Report",
    "ReportKind",
    "Resolution",
    "ResolutionKind",
    "Role",
    "Script",
    "Statistic",
    "Status",
    "Summary",
    "Votes",
]
