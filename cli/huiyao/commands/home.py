"""Where a user's own settings and word lists are."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """The folder of the user's settings: HUIYAO_HOME, or the one that the operating system has for them."""
    named = os.environ.get("HUIYAO_HOME")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("huiyao", appauthor=False)


def config_file() -> Path:
    """The file of the user's defaults."""
    return home() / "config.toml"


def lexicon_folder() -> Path:
    """The folder of the user's word lists."""
    return home() / "lexicon"
