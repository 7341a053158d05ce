from __future__ import annotations

import json
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from huiyao.render.plain import dumps, plain

ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_no_character_that_acts_on_a_terminal_passes() -> None:
    passed = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in ACTING and chr(code) in plain(chr(code))
    ]
    assert passed == []


def test_what_acts_is_shown_by_its_picture_or_number() -> None:
    assert plain("红\x1b[31m\u202e字\x7f\n") == "红␛[31m<U+202E>字␡␊"


def test_ordinary_text_stays_as_it_is() -> None:
    text = "东海市茶叶协会[/bold]（1）“会议”·ʼé𠮷👍"
    assert plain(text) == text


@given(st.text())
def test_json_keeps_the_data_and_holds_nothing_that_acts(text: str) -> None:
    written = dumps({"name": text})
    assert json.loads(written) == {"name": text}
    assert not any(unicodedata.category(c) in ACTING for c in written)


def test_json_that_is_laid_out_keeps_its_lines() -> None:
    assert dumps({"a": [1]}, indent=2) == '{\n  "a": [\n    1\n  ]\n}'


def test_json_writes_chinese_as_it_is() -> None:
    assert dumps({"名": "会"}) == '{"名":"会"}'
