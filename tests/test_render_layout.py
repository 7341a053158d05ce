from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from huiyao.render.layout import Cell, Column, Grid, Text, paragraph, wrap

CHINESE = st.text(alphabet="会议协茶，。（）《》“”、 ab12.%·", max_size=60)


@given(CHINESE, st.integers(min_value=8, max_value=40))
def test_a_wrapped_line_is_never_too_wide_and_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("东海市茶叶协会", 8, ["东海市茶", "叶协会"]),
        ("东海茶协，成立", 8, ["东海茶", "协，成立"]),
        ("成立《茶》协会", 6, ["成立", "《茶》", "协会"]),
        ("共2500亿元", 8, ["共2500亿", "元"]),
        ("东海 茶协会议", 10, ["东海 茶协", "会议"]),
        ("", 8, [""]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_a_paragraph_is_indented() -> None:
    assert [str(line) for line in paragraph("东海市茶叶协会", width=10, indent=2)] == ["  东海市茶", "  叶协会"]


def table(rows: list[tuple[str, ...]], columns: tuple[Column, ...], *, width: int) -> list[str]:
    cells = [tuple(map(Cell, row)) for row in rows]
    grid = Grid.fit(columns, cells, width=width)
    return [str(line) for row in cells for line in grid.lines(row)]


def test_columns_stand_under_each_other_in_cells() -> None:
    rows = [("会费", "5元", "实际"), ("a", "2500亿元", "目标")]
    assert table(rows, (Column(None), Column(20, "right"), Column(4)), width=40) == [
        "会费       5元  实际",
        "a     2500亿元  目标",
    ]


def test_a_column_without_text_takes_no_room() -> None:
    assert table([("甲", "", "乙")], (Column(None), Column(9), Column(9)), width=20) == ["甲  乙"]


def test_a_long_cell_wraps_within_its_column() -> None:
    assert table([("新发展会员单位", "21家")], (Column(None), Column(6)), width=16) == ["新发展会员  21家", "单位"]


def test_a_long_fixed_cell_is_held_to_its_cap() -> None:
    assert table([("甲", "一致通过赞成")], (Column(None), Column(8)), width=40) == ["甲  一致通过", "    赞成"]


def test_a_line_ends_without_space() -> None:
    line = Text("  ").append("会议 ", "bold").append("  ").append("", "dim")
    line.rstrip()
    assert str(line) == "  会议"
    line = Text("  ").append(" ")
    line.rstrip()
    assert str(line) == ""
