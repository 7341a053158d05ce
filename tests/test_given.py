from __future__ import annotations

import importlib.util
import sys
from itertools import product
from pathlib import Path

import pytest

from huiyao.lexicon import Lexicon, bundled
from huiyao.recognize import given
from huiyao.recognize.given import NO_NAME, score
from huiyao.recognize.given_model import GivenModel, frequency, train

HOOK = Path(__file__).parents[1] / "cli/hatch_build.py"

NAMES = [
    "沐春燕",
    "苏晓东",
    "欧阳文远",
    "司徒慧敏",
    "陈嘉怡",
    "冼国华",
    "逄建军",
    "郄玉梅",
    "张伟",
    "林晶晶",
    "陈林雅芳",
]
WORDS = [
    "会长张",
    "成立大",
    "安全生",
    "高质量",
    "于会议",
    "时间",
    "方面",
    "全体",
    "金融",
    "马上",
    "何况",
    "任务",
    "经济",
]


@pytest.mark.parametrize(("name", "word"), list(product(NAMES, WORDS)))
def test_names_are_likelier_than_words(name: str, word: str) -> None:
    assert score(name, bundled()) > score(word, bundled())


@pytest.mark.parametrize("name", NAMES)
def test_names_are_likelier_as_names(name: str) -> None:
    assert score(name, bundled()) > 0


@pytest.mark.parametrize("name", ["", "张", "的人民", "张三李四王五", "Zhang", "〇〇"])
def test_what_is_no_surname_with_a_given_name_is_no_name(name: str) -> None:
    assert score(name, bundled()) == NO_NAME


def test_a_name_that_is_a_word_lies_between() -> None:
    assert score("金融", bundled()) < score("高峰", bundled()) < score("高志峰", bundled())


def test_a_surname_of_the_user_counts(tmp_path: Path) -> None:
    (tmp_path / "surname.tsv").write_text("word\tfrequency\n鿏\tcommon\n", "utf-8")
    assert score("鿏建华", bundled()) == NO_NAME
    assert score("鿏建华", Lexicon(tmp_path)) > 0


def test_characters_of_names_are_learnt() -> None:
    lines = [f"张{first}{second} 3 nr" for first in "建国晓" for second in "华军东"]
    lines += ["张的是 3 nr", "建设 5000 v", "国家 9000 n", "的 90000 u", "是 90000 v", "李明 20 nr", "了不得 40 a"]
    model = train("\n".join(lines).encode(), {"张", "李"})
    assert model.first == {"建": 3, "国": 3, "晓": 3}
    assert model.second == {"华": 3, "军": 3, "东": 3}
    assert model.only == {"明": 1}
    assert model.surnames == {"张": 9}
    assert set(model.words) == {"建", "国", "李", "了"}


def test_a_model_is_written_and_read_alike(tmp_path: Path) -> None:
    model = GivenModel(10, {"建": 3}, {"建": 2}, {"华": 1}, {"明": 1}, {"张": 2}, {"国": "家Z"})
    model.save(tmp_path / "new" / "given.json")
    assert GivenModel.load(tmp_path / "new" / "given.json") == model


def test_a_word_keeps_about_its_frequency() -> None:
    model = train("国家 9000 n\n国有股 50 n\n".encode(), set())
    pair, triple = model.words["国"][1], model.words["国"][-1]
    assert 9000 / 1.2 < frequency(pair) < 9000 * 1.2
    assert 50 / 1.2 < frequency(triple) < 50 * 1.2


def test_without_the_build_the_model_is_learnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = score("沐春燕", bundled())
    monkeypatch.setattr(given, "DATA", tmp_path / "given.json")
    assert score("沐春燕", Lexicon()) == built


def test_the_build_makes_what_the_installed_package_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("hatch_build", HOOK)
    assert spec is not None
    assert spec.loader is not None
    hook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hook)
    package = tmp_path / "huiyao"
    for name in ("segment/words.py", "recognize/given_model.py", "lexicon/surname.tsv"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_bytes((hook.PACKAGE / name).read_bytes())
    installed = hook.PACKAGE
    monkeypatch.setattr(hook, "PACKAGE", package)
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    hook.make(hook._jieba_dictionary())
    for name in ("segment/data/dictionary.txt", "segment/data/dictionary.json", "recognize/data/given.json"):
        assert (package / name).read_bytes() == (installed / name).read_bytes()
