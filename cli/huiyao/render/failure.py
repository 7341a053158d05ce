"""A report that could not be read, in the place of its summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from huiyao.records import SCHEMA


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with the file at `path`: `code` for programs, `message` and `hint` for people."""

    path: str
    code: str
    message: str
    hint: str

    def to_dict(self) -> dict[str, Any]:
        """The failure as `huiyao schema` describes it, ready for JSON."""
        return {
            "schema": SCHEMA,
            "source": {"path": self.path},
            "error": {"code": self.code, "message": self.message, "hint": self.hint},
        }
