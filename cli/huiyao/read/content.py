"""What a medium hands on: its text, and what there is to say about it."""

from __future__ import annotations

from typing import NamedTuple


class Content(NamedTuple):
    """The text of a file. `warnings` are sentences on what it lacks."""

    text: str
    media_type: str
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()
