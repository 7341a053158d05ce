from __future__ import annotations

from factory import Maker, glossed
from huiyao.render.script import Spelling, speller


def test_simplified_is_what_summaries_have() -> None:
    assert speller(Spelling.simplified, glossed())("协会") == "协会"


def test_the_source_s_own_characters_come_back_without_glosses() -> None:
    spell = speller(Spelling.source, glossed())
    assert spell("协会章程") == "協會章程"
    assert spell("会章") == "會章"


def test_a_string_that_the_report_does_not_hold_is_spelt_as_the_report_does() -> None:
    assert speller(Spelling.source, glossed())("会协理事") == "會協理事"


def test_a_simplified_report_is_put_into_traditional_script() -> None:
    assert speller(Spelling.traditional, Maker().clean)("协会发展") == "協會發展"


def test_a_traditional_report_keeps_its_own_characters() -> None:
    assert speller(Spelling.traditional, glossed())("协会理事") == "協會理事"
