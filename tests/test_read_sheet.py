from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from huiyao.errors import InputError
from huiyao.read import decode
from media import workbook

ROWS: list[list[object]] = [["姓名", "单位", "职务"], ["卢照", "临江茶厂", "会长"], ["于飞", "", "监事"]]
LINES = ["姓名\t单位\t职务", "卢照\t临江茶厂\t会长", "于飞\t\t监事"]


def far(cell: str) -> bytes:
    """A workbook with a list, and a sign in another cell of its sheet."""
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        sheet.write(cell, "x")
    return file.getvalue()


def test_rows_are_lines_and_cells_are_parted_by_tabs() -> None:
    report = decode(workbook(名单=ROWS), "a.xlsx")
    assert report.text.split("\n") == LINES
    assert report.media_type.endswith("spreadsheetml.sheet")


def test_several_sheets_are_named_and_hidden_ones_left_out() -> None:
    found = decode(workbook(名单=ROWS, 空=[], 隐藏=ROWS, 收支=[["会费", 3.0, 2.5, date(2023, 5, 6)]]), "a.bin").text
    assert found.split("\n") == ["名单", *LINES, "收支", "会费\t3\t2.5\t2023-05-06"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_csv_is_read_whatever_parts_its_cells(sign: str, encoding: str) -> None:
    text = "\r\n".join(sign.join(map(str, row)) for row in ROWS) + f'\r\n"方{sign}圆"{sign}云岭\r\n'
    report = decode(text.encode(encoding), "a.csv")
    assert report.text.split("\n")[:3] == LINES
    assert report.text.split("\n")[3] == f"方{' ' if sign == chr(9) else sign}圆\t云岭"
    assert report.media_type == "text/csv"
    assert report.encoding == encoding.removesuffix("-sig")


@pytest.mark.parametrize("cell", ["XFD1048576", "Z1048576"])
def test_a_sheet_that_no_memory_holds_is_refused(cell: str) -> None:
    with pytest.raises(InputError, match="larger than a report") as caught:
        decode(far(cell), "a.xlsx")
    assert caught.value.code == "too_large"


def test_a_sheet_with_a_sign_far_to_the_right_is_read() -> None:
    assert decode(far("XFD100"), "a.xlsx").text.split("\n")[0].startswith("姓名\t单位")


def test_a_damaged_workbook_is_refused() -> None:
    with pytest.raises(InputError, match="damaged"):
        decode(workbook(名单=ROWS)[:-200], "a.xlsx")
