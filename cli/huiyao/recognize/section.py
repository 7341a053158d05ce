"""The years that headings speak of, for the blocks below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from huiyao.records import Block


def years(blocks: Sequence[Block], stated: Mapping[int, int | None], report: int | None = None) -> list[int | None]:
    """For each block the year of the last title or heading over it that has one.

    `stated` has the years of headings and titles by the numbers of their blocks; `report` is the year where they say
    nothing. A heading ends those of its own level and below, a title all.
    """
    found: list[int | None] = []
    opened: list[tuple[int, int | None]] = [(-1, report)]
    for number, block in enumerate(blocks):
        if block.kind == "title":
            opened = [(-1, stated.get(number, report))]
        elif block.kind == "heading":
            while opened[-1][0] >= block.level:
                opened.pop()
            opened.append((block.level, stated.get(number, opened[-1][1])))
        found.append(opened[-1][1])
    return found
