from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from huiyao.recognize.alike import likeness
from huiyao.recognize.placed import Placed
from huiyao.text import Span


@dataclass(frozen=True)
class Thing:
    span: Span


@given(st.lists(st.integers(1, 5), max_size=12), st.integers(0, 40), st.integers(0, 40))
def test_a_stretch_holds_what_begins_and_ends_in_it(lengths: list[int], start: int, length: int) -> None:
    things, at = [], 0
    for gap in lengths:
        things.append(Thing(Span(at, at + gap)))
        at += gap + 1
    stretch = Span(start, start + length)
    found = Placed(reversed(things)).within(stretch)
    assert list(found) == [t for t in things if t.span in stretch and t.span.start < stretch.end]


def test_a_short_form_is_like_its_full_name() -> None:
    assert likeness("茶叶分会", "东海市茶叶协会茶叶分会") == 1
    assert likeness("四届一次理事会", "四届一次监事会") < 0.7
    assert likeness("", "甲") == 0


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
