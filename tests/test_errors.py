from __future__ import annotations

import json
import pickle
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from huiyao.errors import Cause, InputError
from huiyao.read import decode, docx, read
from media import docx as word
from media import paragraph, pdf

TEXT = "会长卢照作工作报告，66人出席。"
LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >> /ID [<00> <00>] /Root" % (
    b"1" * 64,
    b"2" * 64,
)


def cause(data: bytes, *, encoding: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt", encoding=encoding)
    return caught.value.code


def test_a_program_is_told_why_a_report_could_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: dict[str, str] = {}
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(InputError) as caught:
            read(str(path))
        found[caught.value.code] = caught.value.message
    found[cause(b" \n")] = "blank"
    found[cause(pdf([[]]))] = "a scan"
    found[cause(TEXT.encode(), encoding="big5")] = "not Big5"
    found[cause(b"\x89PNG\r\n\x1a\n")] = "an image"
    found[cause(word(paragraph(TEXT))[:-30])] = "cut off"
    found[cause(pdf([[]]).replace(b"/Root", LOCK))] = "locked"
    monkeypatch.setattr(docx, "_LARGEST_PART", 10)
    found[cause(word(paragraph(TEXT)))] = "too large"
    assert tuple(found) == get_args(Cause)


@pytest.mark.parametrize("encoding", ["quatsch", "hex", "undefined", "punycode", "a\0b"])
def test_what_is_no_encoding_of_texts_is_told(encoding: str) -> None:
    assert cause(TEXT.encode(), encoding=encoding) == "encoding"


def test_the_schema_lists_the_causes() -> None:
    schema = json.loads(files("huiyao").joinpath("schema.json").read_text("utf-8"))
    code = schema["$defs"]["failure"]["properties"]["error"]["properties"]["code"]
    assert tuple(code["enum"]) == (*get_args(Cause), "bug")


def test_an_error_comes_whole_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(InputError("a.txt is empty", code="empty", hint="give another")))
    assert (error.message, error.code, error.hint, error.exit_code) == ("a.txt is empty", "empty", "give another", 3)
