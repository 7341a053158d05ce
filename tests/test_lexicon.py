from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.errors import LexiconError
from huiyao.lexicon import Lexicon, bundled, trie

OUR_OWN = bundled().names()


def laid(folder: Path, name: str, text: str) -> Lexicon:
    """Our word lists with one of a user's laid over them."""
    (folder / f"{name}.tsv").write_text(text, "utf-8")
    return Lexicon(folder)


@pytest.mark.parametrize("name", OUR_OWN)
def test_our_lists_are_sound(name: str) -> None:
    assert bundled().table(name)


def test_a_user_s_list_is_laid_over_ours(tmp_path: Path) -> None:
    text = "# mine\nword\tfamily\n茶会\tassociation\n协会\tcompany\n-学会\n"
    table = laid(tmp_path, "org_suffix", text).table("org_suffix")
    assert table["茶会"]["family"] == "association"
    assert table["协会"]["family"] == "company"
    assert "学会" not in table
    assert table.keys() - bundled().table("org_suffix").keys() == {"茶会"}
    assert bundled().table("org_suffix")["协会"]["family"] == "association"


def test_a_column_that_is_left_out_is_empty(tmp_path: Path) -> None:
    assert laid(tmp_path, "org_suffix", "word\n茶会\n").table("org_suffix")["茶会"]["family"] == ""


def test_words_are_chosen_by_column(tmp_path: Path) -> None:
    lexicon = laid(tmp_path, "org_suffix", "word\tfamily\n茶会\ttea\n茶联\ttea\n")
    assert lexicon.words("org_suffix", family="tea") == ("茶会", "茶联")
    assert re.fullmatch(lexicon.alternation("org_suffix", family="tea"), "茶联")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word\tfamily\n茶会\n茶社\n茶会\n", "org_suffix.tsv:4: 茶会 is already on line 2; delete one of the two"),
        ("family\tword\n", "org_suffix.tsv:1: the heading must begin with the column word"),
        ("word\tfamily\n茶会\ta\tb\n", "org_suffix.tsv:2: 3 columns where the heading has 2"),
        ("word\tfamily\n茶 会\ta\n", "org_suffix.tsv:2: a word is empty or has a space in it; write it without spaces"),
        ("word\tfamily\n\ta\n", "org_suffix.tsv:2: a word is empty or has a space in it; write it without spaces"),
        ("word\tkind\n茶会\ta\n", "org_suffix.tsv:1: there is no column kind; the columns are word, family"),
    ],
)
def test_a_list_that_is_unfit_is_refused_by_file_and_line(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as refused:
        laid(tmp_path, "org_suffix", text).table("org_suffix")
    assert str(refused.value) == message


def test_a_list_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "org_suffix.tsv").write_bytes("word\n茶会\n".encode("gb18030"))
    with pytest.raises(LexiconError, match=r"org_suffix\.tsv is not UTF-8; save it as UTF-8"):
        Lexicon(tmp_path).table("org_suffix")


def test_a_list_that_there_is_not_is_told() -> None:
    with pytest.raises(LexiconError, match=r"there is no word list nowhere\.tsv; the lists are "):
        bundled().table("nowhere")


def test_no_word_for_a_condition_is_told() -> None:
    with pytest.raises(LexiconError, match=r"org_suffix\.tsv has no word with"):
        bundled().alternation("org_suffix", family="nowhere")


@given(st.lists(st.text(alphabet="会长秘书.[", min_size=1, max_size=4), min_size=1), st.text(alphabet="会长秘书.["))
def test_a_trie_matches_the_longest_word_that_fits(words: list[str], text: str) -> None:
    found = re.match(trie(words), text)
    assert (found[0] if found else "") == max((word for word in words if text.startswith(word)), key=len, default="")
