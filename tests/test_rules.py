from __future__ import annotations

from pathlib import Path

import pytest

from huiyao import rules
from huiyao.errors import LexiconError, RuleError
from huiyao.lexicon import bundled
from huiyao.records import Mention, MentionKind
from huiyao.rules import Skeleton
from huiyao.text import Span

SOUND = """
[[rule]]
name = "host-by"
pattern = "由(?:<org>|<title>)*(?P<who><person>)主持"
yes = ["大会由<org>协会</org><title>会长</title>⟦<person>沐清泉</person>⟧主持"]
no = ["由秘书处主持编写"]
role = "host"
"""


def loaded(text: str, folder: Path) -> tuple[rules.Rule, ...]:
    (folder / "made.toml").write_text(text, "utf-8")
    return rules.load("made", bundled(), folder)


@pytest.mark.parametrize("family", rules.families())
def test_every_rule_meets_its_examples(family: str) -> None:
    assert rules.check([family], bundled()) == []


def test_a_rule_gives_what_it_is_told_to(tmp_path: Path) -> None:
    (rule,) = loaded(SOUND, tmp_path)
    assert (rule.name, dict(rule.gives), list(rule.failures())) == ("host-by", {"role": "host"}, [])


@pytest.mark.parametrize(
    ("yes", "no", "failure"),
    [
        ("由会长主持", "由秘书处主持", "host-by: must fire in: 由会长主持"),
        (
            "由<person>沐清泉</person>主持",
            "由<person>沐清泉</person>主持",
            "host-by: must not fire in: 由<person>沐清泉</person>主持",
        ),
        (
            "由⟦<org>协会</org>⟧<person>沐清泉</person>主持",
            "由秘书处主持",
            "host-by: captures '<person>' in: 由⟦<org>协会</org>⟧<person>沐清泉</person>主持",
        ),
    ],
)
def test_an_example_that_is_not_met_is_told(yes: str, no: str, failure: str, tmp_path: Path) -> None:
    pattern = "由(?:<org>|<title>)*(?P<who><person>)主持"
    (rule,) = loaded(f'[[rule]]\nname = "host-by"\npattern = "{pattern}"\nyes = ["{yes}"]\nno = ["{no}"]', tmp_path)
    assert list(rule.failures()) == [failure]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SOUND.replace("name", "title"), "made.toml: a rule has no name"),
        (SOUND.replace("pattern =", "patern ="), "made.toml: host-by has no pattern"),
        (
            SOUND.replace('yes = ["', 'yes = [] # ["'),
            "made.toml: host-by needs at least one example",
        ),
        (SOUND.replace('主持"\nyes', '主持("\nyes'), "made.toml: host-by: missing"),
        (SOUND + SOUND, "made.toml: two rules are named host-by"),
        ("[[rule]", "made.toml: "),
    ],
)
def test_a_rule_file_that_is_unfit_is_refused_by_name(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as refused:
        loaded(text, tmp_path)
    assert str(refused.value).startswith(message)


def test_a_pattern_cannot_name_a_word_list_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"there is no word list nowhere\.tsv"):
        loaded(SOUND.replace('主持"\nyes', '{nowhere}"\nyes'), tmp_path)


def mention(kind: MentionKind, text: str, words: str) -> Mention:
    at = text.index(words)
    return Mention(kind, Span(at, at + len(words)), words, "made")


def test_a_skeleton_names_the_places_of_the_text(tmp_path: Path) -> None:
    text = "会议通报。大会由协会会长沐清泉主持。"
    mentions = [mention("org", text, "协会"), mention("title", text, "会长"), mention("person", text, "沐清泉")]
    skeleton = Skeleton.of(text, Span(5, len(text)), mentions)
    (match,) = (m for rule in loaded(SOUND, tmp_path) for m in rule.finditer(skeleton))
    who = match.group("who")
    assert who is not None
    assert text[who.slice] == "沐清泉"
    assert text[match.span.slice] == "由协会会长沐清泉主持"
    assert match.anchors("who", "person") == [mentions[2]]
    assert match.group("whom") is None
