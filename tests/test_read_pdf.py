from __future__ import annotations

import pytest

from huiyao.errors import InputError
from huiyao.read import decode
from media import pdf

pytest.importorskip("pdfplumber")

HEAD = (220.0, 50.0, "临江市茶业协会通讯")


def placed(top: float, *lines: str) -> list[tuple[float, float, str]]:
    """A paragraph as it stands on a page: its first line indented by two characters."""
    return [(72 + (0 if i else 24), top + 20 * i, line) for i, line in enumerate(lines)]


def test_broken_lines_are_joined_also_over_pages_and_running_heads_left_out() -> None:
    first = "二〇二三年五月六日上午临江市茶业协会在市会展中心召开第三届会员"
    second = "大会，应到会员七十人，实到六十六人，会议由协会秘书长方小圆同志主持。"
    third = "会议审议通过了工作报告和财务报告，选举卢照为会长，选举于飞为协会"
    pages = [
        [HEAD, (230.0, 100.0, "年会纪要"), *placed(150, first[:34], second), *placed(210, third), (290, 800, "- 1 -")],
        [HEAD, (72.0, 100.0, "监事长。"), *placed(140, "会议随后结束。"), (290, 800, "- 2 -")],
        [HEAD, *placed(100, "附：名单从略。"), (290, 800, "- 3 -")],
    ]
    report = decode(pdf(pages), "a.pdf")
    assert report.text.split("\n") == [
        "年会纪要",
        first + second,
        third + "监事长。",
        "会议随后结束。",
        "附：名单从略。",
    ]
    assert report.media_type == "application/pdf"


def test_columns_are_read_one_after_the_other_and_paragraphs_go_on_from_one_to_the_next() -> None:
    text = "".join(f"第{number:02}次会议由会长卢照主持，秘书长方小圆作报告，监事于飞到会。" for number in range(12))
    lines = [text[at : at + 18] for at in range(0, len(text), 18)]
    half = len(lines) // 2
    page = [(200.0, 60.0, "临江市茶业协会第三届会员大会会刊第五期"), (60.0, 800.0, "12")]
    page += [(60.0, 100.0 + 20 * number, line) for number, line in enumerate(lines[:half])]
    page += [(310.0, 100.0 + 20 * number, line) for number, line in enumerate(lines[half:])]
    assert decode(pdf([page]), "a.pdf").text.split("\n") == ["临江市茶业协会第三届会员大会会刊第五期", text]


def test_a_list_without_rules_is_read_row_by_row() -> None:
    names = ["卢照", "于飞", "方小圆", "欧阳文静", "余音", "沐清泉"]
    cells = [(60.0, 320.0, name, "临江市茶业协会第三届理事会理事") for name in names]
    page = [
        (x, 100.0 + 20 * n, text) for n, (a, b, name, post) in enumerate(cells) for x, text in ((a, name), (b, post))
    ]
    assert decode(pdf([page]), "a.pdf").text.split("\n") == [f"{name} {post}" for _, _, name, post in cells]


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(InputError, match="it is a scan; recognize its text"):
        decode(pdf([[], []]), "a.pdf")


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(InputError, match="damaged"):
        decode(pdf([[HEAD]])[:300], "a.pdf")
