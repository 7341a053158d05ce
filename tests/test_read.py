from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from huiyao.errors import InputError
from huiyao.read import decode, from_text, read

TEXT = "协会第三届会员大会\r\n应到70人，实到66人。\n"


def test_a_file_is_read_with_its_line_ends_and_known_by_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "纪要.txt"
    file.write_bytes(TEXT.encode())
    report = read(str(file))
    assert report.text == TEXT
    assert report.path == str(file)
    assert report.sha256 == sha256(TEXT.encode()).hexdigest()
    assert (report.media_type, report.encoding) == ("text/plain", "utf-8")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    data = b"\xef\xbb\xbf" + TEXT.encode()
    report = decode(data, "a.txt")
    assert report.text == TEXT
    assert report.sha256 == sha256(data).hexdigest()


def test_a_dash_reads_standard_input() -> None:
    report = read("-", stdin=BytesIO(TEXT.encode()))
    assert (report.path, report.text) == ("-", TEXT)


def test_a_string_is_a_report_too() -> None:
    report = from_text(TEXT)
    assert (report.text, report.sha256) == (TEXT, sha256(TEXT.encode()).hexdigest())


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.txt is empty"):
        decode(data, "a.txt")
    with pytest.raises(InputError, match="is empty"):
        from_text(" \n")


def test_a_missing_file_and_a_folder_are_refused_in_one_line(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none.txt", "does not exist"), (tmp_path, "is a folder")):
        with pytest.raises(InputError) as caught:
            read(str(path))
        assert str(path) in caught.value.message
        assert reason in caught.value.message
        assert caught.value.hint
        assert "\n" not in str(caught.value)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read("a\0b")


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "a.txt"
    file.write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match="may not be read"):
        read(str(file))


def test_binary_data_is_refused() -> None:
    with pytest.raises(InputError, match="binary"):
        decode(b"\x7fELF\x00\x00\x01" + bytes(range(256)), "a.txt")


def test_an_encoding_that_does_not_exist_or_does_not_fit_is_refused() -> None:
    with pytest.raises(InputError, match="no encoding quatsch"):
        decode(TEXT.encode(), "a.txt", encoding="quatsch")
