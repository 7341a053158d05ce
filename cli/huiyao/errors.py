"""Errors that a user may meet. One root; each error knows the exit code with which a command ends."""

from __future__ import annotations

from typing import Literal

Cause = Literal[
    "not_found",
    "unreadable",
    "empty",
    "no_text",
    "encoding",
    "unsupported",
    "damaged",
    "locked",
    "too_large",
]


class HuiyaoError(Exception):
    """The root of the errors that huiyao raises on purpose.

    `message` says what is wrong and where, `hint` what the user can do about it; both are one line.
    """

    exit_code = 1
    code = "error"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class UsageError(HuiyaoError):
    """The command was called with arguments that do not fit."""

    exit_code = 2
    code = "usage"


class InputError(HuiyaoError):
    """A file is missing, unreadable, empty or of an unsupported kind; of a report `code` says which."""

    exit_code = 3
    code = "input"

    def __init__(self, message: str, *, code: Cause | None = None, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.code = code or type(self).code


class LexiconError(HuiyaoError):
    """A word list does not follow its format."""

    exit_code = 3
    code = "lexicon"


class RuleError(HuiyaoError):
    """A rule file does not follow its format, or a rule fails one of its examples."""

    exit_code = 3
    code = "rule"
