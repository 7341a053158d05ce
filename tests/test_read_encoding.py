from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao import normalize
from huiyao.errors import InputError
from huiyao.lexicon import bundled
from huiyao.read import decode
from huiyao.text import LOST

SIMPLIFIED = "临江市茶业协会第三届会员大会五月六日在市会展中心召开，会长卢照作工作报告，应到会员七十人，实到六十六人。"
TRADITIONAL = "臨江市茶業協會第三屆會員大會五月六日在市會展中心召開，會長盧照作工作報告，應到會員七十人，實到六十六人。"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("length", [None, 50, 20])
def test_encodings_are_found_also_in_short_texts(encoding: str, length: int | None) -> None:
    text = (TRADITIONAL if encoding == "big5hkscs" else SIMPLIFIED)[:length]
    report = decode(text.encode(encoding), "a.txt")
    assert (report.text, report.encoding, report.warnings) == (text, encoding, ())


@pytest.mark.parametrize("text", ["张三", "会议纪要", "会长", "协会通知", "主持人：李四"])
def test_a_few_characters_are_enough(text: str) -> None:
    assert decode(text.encode("gbk"), "a.txt").text == text
    assert decode(text.encode("utf-8"), "a.txt").text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_tells(mark: bytes, encoding: str) -> None:
    report = decode(mark + "会议".encode(encoding), "a.txt")
    assert (report.text, report.encoding) == ("会议", encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_bytes_that_cannot_be_decoded_are_marked_and_counted(encoding: str) -> None:
    text = TRADITIONAL * 3
    data = text[:20].encode(encoding) + b"\xff" + text[20:].encode(encoding)
    report = decode(data, "a.txt")
    assert report.encoding == encoding
    assert report.text.count(LOST) == 1
    assert report.text[:20] == text[:20]
    assert report.text.endswith(text[22:])
    assert normalize.run(report, bundled()).repairs()["lost"] == 1
    assert report.warnings == (f"not decodable as {encoding} and marked {LOST}: 1",)


def test_a_damaged_byte_among_many_of_ascii_makes_no_chinese_of_them() -> None:
    report = decode(b"Minutes of the meeting, caf\xe9, 40 people came.\n", "a.txt")
    assert report.text.startswith("Minutes of the meeting, caf")
    assert LOST in report.text


@pytest.mark.parametrize("text", ["通知", "䂮滘"])
def test_what_a_page_says_decides_where_its_bytes_leave_it_open(text: str) -> None:
    page = f"<html><head><meta http-equiv=Content-Type content='text/html; charset=gb2312'></head><p>{text}</p>"
    report = decode(page.encode("gb18030"), "a.html")
    assert (report.text, report.encoding) == (text, "gb18030")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_short_text_may_hold_control_characters(encoding: str) -> None:
    text = "东海市\x1b茶叶协会\x07会长"
    assert decode(text.encode(encoding), "a.txt").text == text
    assert decode(f"\u202e{text}".encode(), "a.txt").text == f"\u202e{text}"


def test_an_encoding_can_be_given() -> None:
    report = decode("浜や細".encode("gbk"), "a.txt", encoding="gb2312")
    assert (report.text, report.encoding) == ("浜や細", "gb18030")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_one_that_does_not_fit_is_refused(encoding: str) -> None:
    with pytest.raises(InputError, match="is not"):
        decode(SIMPLIFIED.encode("gbk"), "a.txt", encoding=encoding)


def test_text_in_other_languages_is_text() -> None:
    assert decode("Réunion générale à Besançon où".encode(), "a.txt").encoding == "utf-8"


@given(st.text(alphabet=sorted(set(SIMPLIFIED)), min_size=8))
def test_whatever_is_written_in_utf8_is_read_in_it(text: str) -> None:
    assert decode(text.encode(), "a.txt").text == text


@given(st.binary(min_size=1))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    refused = None
    try:
        assert decode(data, "a.bin").text
    except InputError as error:
        refused = str(error)
    assert refused is None or ("a.bin" in refused and "\n" not in refused)
