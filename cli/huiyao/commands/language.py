"""The language of labels, from the user's surroundings."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from huiyao.render.labels import Language

_NONE = ("", "C", "POSIX")
_CHINESE_ON_WINDOWS = 0x04
_PRIMARY = 0x3FF


def preferred(environment: Mapping[str, str] = os.environ) -> Language:
    """English where the locale names a language other than Chinese; Chinese, as the reports are, everywhere else."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            locale = environment[name].split(".")[0]
            return Language.zh if locale in _NONE or locale.lower().startswith("zh") else Language.en
    return _of_windows()


def _of_windows() -> Language:
    if sys.platform == "win32":
        import ctypes

        # https://learn.microsoft.com/windows/win32/intl/language-identifiers: the low ten bits are the language.
        chinese = ctypes.windll.kernel32.GetUserDefaultUILanguage() & _PRIMARY == _CHINESE_ON_WINDOWS
        return Language.zh if chinese else Language.en
    return Language.zh
