"""The language of labels, help and messages: as the call says, or the user's defaults, or the surroundings."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import pairwise

from huiyao.render.labels import Language

_NONE = ("C", "POSIX")
_CHINESE_ON_WINDOWS = 0x04
_PRIMARY = 0x3FF


def preferred(environment: Mapping[str, str] = os.environ) -> Language:
    """The language of labels: Chinese, as the reports are, unless the locale names another."""
    return _of_locale(environment) or Language.zh


def chinese_is_spoken(
    arguments: Sequence[str] = (), default: str | None = None, environment: Mapping[str, str] = os.environ
) -> bool:
    """Whether help and messages are in Chinese: as --labels says among the arguments, or `default`, or the locale.

    The arguments are looked through before they are parsed: what parsing has to tell is told in that language too.
    """
    said = [argument.removeprefix("--labels=") for argument in arguments if argument.startswith("--labels=")]
    said += [value for option, value in pairwise(arguments) if option == "--labels"]
    for language in (*said, default):
        with suppress(ValueError):
            return Language(language or "") is Language.zh
    return _of_locale(environment) is Language.zh


def _of_locale(environment: Mapping[str, str]) -> Language | None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            locale = environment[name].split(".")[0]
            if locale in _NONE:
                return None
            return Language.zh if locale.lower().startswith("zh") else Language.en
    return _of_windows()


def _of_windows() -> Language | None:
    if sys.platform == "win32":
        import ctypes

        # https://learn.microsoft.com/windows/win32/intl/language-identifiers: the low ten bits are the language.
        chinese = ctypes.windll.kernel32.GetUserDefaultUILanguage() & _PRIMARY == _CHINESE_ON_WINDOWS
        return Language.zh if chinese else Language.en
    return None
