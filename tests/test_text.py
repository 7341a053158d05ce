from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.text import Edit, OffsetMap, Span, cover, followed_by, restore


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("商会近日召开会议", True),
        ("商会会员到会，商会召开会议", True),
        ("协会召开会议", False),
        ("商会会员到会", False),
        ("", False),
    ],
)
def test_a_pattern_may_stand_behind_any_place_of_words(text: str, expected: bool) -> None:
    assert followed_by(text, "商会", re.compile("(?:近日)?召开")) is expected


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="3:2"):
        Span(3, 2)


def test_spans_hold_overlap_and_shift() -> None:
    assert Span(2, 4) in Span(0, 4)
    assert Span(2, 5) not in Span(0, 4)
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert "会长致辞"[Span(0, 2).shift(2).slice] == "致辞"
    assert cover([Span(4, 5), Span(1, 2)]) == Span(1, 5)


def test_a_gloss_belongs_to_the_character_before_it() -> None:
    # 會(huì)長
    offsets = OffsetMap([0, 6], [6, 7], 7)
    assert offsets.source(Span(0, 1)) == Span(0, 6)
    assert offsets.source(Span(0, 2)) == Span(0, 7)
    assert offsets.clean(Span(2, 4)) == Span(0, 1)
    assert offsets.clean(Span(6, 7)) == Span(1, 2)


def test_an_empty_span_maps_to_an_empty_one_also_at_the_end() -> None:
    offsets = OffsetMap([0, 6], [6, 7], 9)
    assert offsets.source(Span(1, 1)) == Span(6, 6)
    assert offsets.source(Span(2, 2)) == Span(9, 9)


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        OffsetMap.identity(3).source(Span(2, 4))


def test_each_character_needs_a_start_and_an_end() -> None:
    with pytest.raises(ValueError, match="each clean character"):
        OffsetMap([0, 1], [1], 2)


@given(st.integers(0, 50), st.data())
def test_the_map_of_an_unchanged_text_changes_no_span(length: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, length))
    span = Span(start, data.draw(st.integers(start, length)))
    assert OffsetMap.identity(length).source(span) == span
    assert OffsetMap.identity(length).clean(span) == span


def test_the_source_is_restored_from_text_and_edits() -> None:
    edits = [
        Edit(Span(0, 1), Span(0, 1), "會", "会", "script"),
        Edit(Span(1, 6), Span(1, 1), "(huì)", "", "gloss"),
        Edit(Span(6, 7), Span(1, 2), "長", "长", "script"),
    ]
    assert restore("会长", edits) == "會(huì)長"
