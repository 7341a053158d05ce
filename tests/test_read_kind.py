from __future__ import annotations

from email.message import EmailMessage
from io import BytesIO
from time import process_time
from zipfile import ZipFile

import pytest

from huiyao.errors import InputError
from huiyao.read import decode


def archive(**files: str) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as zipped:
        for name, text in files.items():
            zipped.writestr(name.replace("_", "/"), text)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "an old Word or WPS document; open it in Word"),
        (rb"{\rtf1\ansi}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "an image; recognize its text"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "an image"),
        (b"Rar!\x1a\x07", "an archive; unpack it"),
        (archive(report="会议"), "an archive"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (archive(ppt_slide1="x"), "a presentation"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.doc")
    assert str(caught.value).startswith("a.doc is ")
    assert message in str(caught.value)
    assert caught.value.exit_code == 3


def test_a_message_is_read_by_its_page_or_else_by_its_text() -> None:
    message = EmailMessage()
    message["Subject"] = "会议纪要"
    message["From"] = "office@example.org"
    message.set_content("会长卢照作工作报告，66人出席。\n", charset="gb2312")
    report = decode(message.as_bytes(), "a.eml")
    assert (report.text, report.media_type) == ("会长卢照作工作报告，66人出席。\n", "message/rfc822")
    message.add_alternative("<html><p>会长卢照作工作报告，秘书长方小圆主持，66人出席会议。</p></html>", subtype="html")
    report = decode(message.as_bytes(), "a.mht")
    assert (report.text, report.media_type) == ("会长卢照作工作报告，秘书长方小圆主持，66人出席会议。", "text/html")


def test_a_message_s_header_decides_where_its_bytes_leave_the_encoding_open() -> None:
    message = EmailMessage()
    message.set_content("通知", charset="gb2312")
    assert decode(message.as_bytes(), "a.eml").text == "通知\n"


def test_a_message_without_text_is_refused() -> None:
    message = EmailMessage()
    message["From"] = "office@example.org"
    message.add_attachment(b"\0", maintype="image", subtype="png")
    with pytest.raises(InputError, match="without text"):
        decode(message.as_bytes(), "a.eml")


def test_a_message_that_is_nested_too_deep_is_refused() -> None:
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    with pytest.raises(InputError, match="damaged message"):
        decode(f"MIME-Version: 1.0\n{nested}Content-Type: text/plain\n\n会议\n".encode(), "a.eml")


def test_a_message_with_many_parameters_is_read_once() -> None:
    started = process_time()
    header = "MIME-Version: 1.0\nContent-Type: text/plain" + "; a=b" * 20_000
    assert decode(f"{header}\n\n会长出席会议。".encode(), "a.eml").text == "会长出席会议。"
    assert process_time() - started < 1
