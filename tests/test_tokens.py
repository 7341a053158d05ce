from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyao.lexicon import bundled
from huiyao.segment.tokens import DATA, Tokenizer, tokenizer
from huiyao.segment.words import Words

REPORTS = sorted((Path(__file__).parents[1] / "corpus/reports").glob("*.txt"))


@pytest.fixture(scope="module")
def stock():  # type: ignore[no-untyped-def]
    """jieba with its whole dictionary, loaded without its cache in the shared temporary folder."""
    jieba = pytest.importorskip("jieba")
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


@pytest.fixture(scope="module")
def ours() -> Tokenizer:
    return Tokenizer()


def words(tokenizer: Tokenizer, text: str, *, hmm: bool = True) -> list[str]:
    return [text[span.slice] for span in tokenizer.tokenize(text, hmm=hmm)]


@pytest.mark.parametrize("hmm", [True, False])
def test_tokens_are_those_of_jieba(ours: Tokenizer, stock, hmm: bool) -> None:  # type: ignore[no-untyped-def]
    for path in REPORTS:
        text = path.read_text("utf-8")
        assert words(ours, text, hmm=hmm) == list(stock.cut(text, HMM=hmm))


@settings(deadline=None)
@given(
    text=st.text(alphabet="东海市茶叶协会会长沐清和出席了第三届理事会，A1.5%+# \n𠮷䶮", max_size=60), hmm=st.booleans()
)
def test_tokens_of_any_text_are_those_of_jieba(ours: Tokenizer, stock, text: str, hmm: bool) -> None:  # type: ignore[no-untyped-def]
    assert words(ours, text, hmm=hmm) == list(stock.cut(text, HMM=hmm))


def test_tokens_cover_the_text(ours: Tokenizer) -> None:
    text = "东海市茶叶协会　会长沐清和\n出席。"
    assert "".join(words(ours, text)) == text


def test_an_unbroken_run_is_cut_in_pieces_that_meet_between_words(ours: Tokenizer, stock) -> None:  # type: ignore[no-untyped-def]
    text = "东海市茶叶协会会长主持召开第三届理事会第二次会议" * 60
    cuts = {span.end for span in ours.tokenize(text)}
    at, expected = 0, set()
    for word in stock.cut(text):
        at += len(word)
        expected.add(at)
    assert cuts == expected


def test_words_of_the_lists_are_tokens(ours: Tokenizer) -> None:
    text = "新任执行董事出席"
    assert "执行董事" in words(tokenizer(bundled()), text)
    assert "执行董事" not in words(ours, text)


def test_our_words_do_not_depend_on_what_was_read_before() -> None:
    text = "聘任沐清和为茶博会长"
    fresh = words(Tokenizer(["茶博会长"]), text)
    used = Tokenizer(["茶博会长"])
    used.tokenize("茶博会长期设在东海，博会会长、茶博士、会长期主持。")
    assert words(used, text) == fresh
    assert "茶博会长" in fresh


def test_the_dictionary_is_written_and_read_alike(tmp_path: Path) -> None:
    dictionary = "茶叶 30 n\n茶叶协会 5 nt\n会长 20 n\n会 9 v\n会长 21 n\n".encode()
    Words.compile(dictionary).save(tmp_path)
    for found in (Words.compile(dictionary), Words.load(tmp_path, dictionary)):
        found.enter("茶叶会长")
        assert found.total == 85
        assert found.frequencies == {"茶": 0, "茶叶": 30, "茶叶协": 0, "茶叶协会": 5, "会": 9, "会长": 21}


def test_data_of_another_dictionary_is_not_used(tmp_path: Path) -> None:
    Words.compile("茶叶 30 n\n".encode()).save(tmp_path)
    found = Words.load(tmp_path, "会长 20 n\n".encode())
    found.enter("茶叶会长")
    assert found.frequencies == {"会": 0, "会长": 20}


def test_without_data_the_tokens_are_the_same(ours: Tokenizer, tmp_path: Path) -> None:
    text = "东海市茶叶协会会长沐清和出席第三届理事会。"
    assert words(Tokenizer(data=tmp_path), text) == words(ours, text)


def test_the_build_made_the_data() -> None:
    assert (DATA / "dictionary.txt").is_file()


def test_jieba_says_nothing(tmp_path: Path) -> None:
    code = "from huiyao.segment.tokens import Tokenizer; Tokenizer().tokenize('东海市茶叶协会会长出席')"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, env={"TMPDIR": str(tmp_path)}, check=True
    )
    assert (done.stdout, done.stderr, list(tmp_path.iterdir())) == (b"", b"", [])
