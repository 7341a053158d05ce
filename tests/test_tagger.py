from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao.recognize.tagger import Tagger, tagger

REPORTS = sorted((Path(__file__).parents[1] / "corpus/reports").glob("*.txt"))


def tags(sentence: str, label: str) -> list[str]:
    (tagged,) = tagger().tag([sentence])
    return [sentence[span.slice] for span, found in tagged if found == label]


@pytest.mark.parametrize(
    ("sentence", "label", "words"),
    [
        ("市工商联主席张小明、副主席李建国，会长欧阳修远（左）出席会议。", "PER", ["张小明", "李建国", "欧阳修远"]),
        ("会议由东海市茶叶协会秘书长王晓燕主持。", "ORG", ["东海市茶叶协会"]),
        ("他去年12月在北京发言。", "TIME", ["去年12月"]),
        ("他去年12月在北京发言。", "LOC", ["北京"]),
        ("罗天启 毕川茶业集团有限责任公司 副总经理", "PER", ["罗天启"]),
    ],
)
def test_names_are_tagged(sentence: str, label: str, words: list[str]) -> None:
    assert tags(sentence, label) == words


def test_no_sentences_and_empty_ones() -> None:
    assert tagger().tag([]) == []
    assert tagger().tag([""]) == [[]]
    assert [len(tagged) > 0 for tagged in tagger().tag(["", "会长张小明", ""])] == [False, True, False]


def test_full_width_signs_and_letters_are_read_as_half_width_ones() -> None:
    pairs = [("会长张小明，秘书长李建国。", "会长张小明,秘书长李建国."), ("ＡＢ公司２０２１年", "AB公司2021年")]
    for full, half in pairs:
        assert tagger().tag([full]) == tagger().tag([half])


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(alphabet="会长张小明，。（）《》AbＡ1 𠮷\ue001\u0000\n", max_size=400), max_size=5))
def test_tags_cover_each_sentence(sentences: list[str]) -> None:
    for sentence, tagged in zip(sentences, tagger().tag(sentences), strict=True):
        assert "".join(sentence[span.slice] for span, _ in tagged) == sentence
        assert all(label and not label.endswith(("-B", "-I")) for _, label in tagged)


def test_a_long_sentence_is_tagged_in_pieces() -> None:
    sentence = "东海市茶叶协会会长张小明，" * 100
    assert tags(sentence, "PER") == ["张小明"] * 100
    assert sum(len(word) for word in tags("茶" * 1000, "n")) <= 1000


def test_neighbours_do_not_change_the_tags() -> None:
    lines = [line for path in REPORTS[:3] for line in path.read_text("utf-8").splitlines()]
    together = tagger().tag(lines)
    assert [tagger().tag([line])[0] for line in lines] == together
    assert tagger().tag(lines[::-1]) == together[::-1]


def test_a_new_tagger_gives_the_same() -> None:
    sentence = "市工商联主席张小明出席会议。"
    assert Tagger().tag([sentence]) == tagger().tag([sentence])


def test_numpy_is_loaded_only_when_a_tagger_is_built() -> None:
    code = "import sys, huiyao.recognize.tagger; sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
