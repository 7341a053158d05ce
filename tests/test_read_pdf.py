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


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(InputError, match="it is a scan; recognize its text"):
        decode(pdf([[], []]), "a.pdf")


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(InputError, match="damaged"):
        decode(pdf([[HEAD]])[:300], "a.pdf")
