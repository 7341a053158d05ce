from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from huiyao import patterns, rules
from huiyao.lexicon import bundled
from huiyao.patterns import Store

PATTERNS = (r"(?P<who>[甲乙丙]{1,3})(?P<what>主任|会长)?", "(?:一致|全票)通过", r"\d+(?=票)", "[㐀-鿿]+", "")
TEXT = "甲乙会长说：大会一致通过，得票12票。"
ours = pytest.mark.skipif(not hasattr(os, "getuid"), reason="the system knows no owner")


def kept(folder: Path) -> Path:
    """A folder's one file, after a run has filled it."""
    store = Store(folder)
    for pattern in PATTERNS:
        store.compile(pattern)
    store.keep()
    (file,) = folder.iterdir()
    return file


def takes_from(folder: Path) -> bool:
    """Whether a new run finds in a folder what it needs; what it compiles must be right in any case."""
    store = Store(folder)
    found = [store.compile(pattern) for pattern in PATTERNS]
    for pattern, compiled in zip(PATTERNS, found, strict=True):
        fresh = re.compile(pattern)
        assert compiled == fresh
        assert compiled.groupindex == fresh.groupindex
        assert [m.groups() for m in compiled.finditer(TEXT)] == [m.groups() for m in fresh.finditer(TEXT)]
    before = written(folder)
    store.keep()
    return bool(before) and written(folder) == before


def written(folder: Path) -> list[tuple[int, int]]:
    """When each file of a folder was written."""
    return [(path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.iterdir()] if folder.is_dir() else []


def test_what_is_kept_is_what_re_makes_of_every_rule(tmp_path: Path) -> None:
    written = [rule.expression for family in rules.families() for rule in rules.load(family, bundled())]
    first = Store(tmp_path)
    fresh = [first.compile(pattern) for pattern in written]
    first.keep()
    again = Store(tmp_path)
    stored = [again.compile(pattern) for pattern in written]
    re.purge()
    assert fresh == stored == [re.compile(pattern) for pattern in written]
    assert [p.groupindex for p in stored] == [p.groupindex for p in fresh]


def test_a_second_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path)
    monkeypatch.setattr(patterns, "_program", lambda _: pytest.fail("compiled again"))
    assert takes_from(tmp_path)


def test_a_rule_file_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'list = [1, 2.5, true]\n[[rule]]\nname = "ja"\nyes = ["会（好）\\n"]\n'
    first = Store(tmp_path)
    assert first.parse(text) == tomllib.loads(text)
    first.keep()
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("parsed again"))
    assert Store(tmp_path).parse(text) == first.parse(text)


@ours
def test_only_the_user_may_read_and_write_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "huiyao"
    assert stat.S_IMODE(kept(folder).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [b"", b"12\n", b"no number\n{}\n", b"\xff" * 40])
def test_a_damaged_file_is_not_used_and_is_written_anew(tmp_path: Path, damage: bytes) -> None:
    file = kept(tmp_path)
    file.write_bytes(damage)
    assert not takes_from(tmp_path)
    assert takes_from(tmp_path)


def test_each_changed_byte_is_noticed(tmp_path: Path) -> None:
    file = kept(tmp_path)
    whole = file.read_bytes()
    for at in range(0, len(whole), 97):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert not takes_from(tmp_path)


@ours
@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_may_write_is_not_used(tmp_path: Path, mode: int) -> None:
    kept(tmp_path).chmod(mode)
    assert not takes_from(tmp_path)


@ours
def test_a_folder_that_others_may_write_is_not_used(tmp_path: Path) -> None:
    file = kept(tmp_path)
    before = file.stat().st_mtime_ns
    tmp_path.chmod(0o777)
    assert Store(tmp_path).compile(PATTERNS[0]) == re.compile(PATTERNS[0])
    takes_from(tmp_path)
    assert file.stat().st_mtime_ns == before


@ours
def test_another_users_file_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path)
    user = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: user + 1)
    monkeypatch.setattr(patterns, "_write", lambda *_: pytest.fail("written"))
    with pytest.raises(pytest.fail.Exception, match="written"):
        takes_from(tmp_path)


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert not takes_from(tmp_path / "file" / "huiyao")


def test_without_a_folder_nothing_is_kept() -> None:
    store = Store(None)
    assert store.compile("甲+") == re.compile("甲+")
    store.keep()


def test_without_the_private_parts_of_re_patterns_are_compiled_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_compiler", None)
    assert Store(tmp_path).compile("甲+") == re.compile("甲+")
    assert not takes_from(tmp_path)


def test_an_unfit_pattern_is_refused_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        Store(tmp_path).compile("(甲")


def test_a_program_keeps_what_it_compiled_where_it_is_told_to(tmp_path: Path) -> None:
    environment = {**os.environ, "HUIYAO_CACHE": str(tmp_path / "kept")}
    run = [sys.executable, "-c", "from huiyao import patterns; print(patterns.compile('甲+').findall('甲甲乙甲'))"]
    outs = [subprocess.run(run, env=environment, capture_output=True, text=True, check=True) for _ in range(2)]
    assert [done.stdout.strip() for done in outs] == ["['甲甲', '甲']"] * 2
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_where_things_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HUIYAO_CACHE", str(tmp_path))
    assert patterns.cache_folder() == tmp_path
    monkeypatch.delenv("HUIYAO_CACHE")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert patterns.cache_folder() == tmp_path / "huiyao"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert patterns.cache_folder() is None


def test_what_is_kept_is_checked_without_being_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path)
    monkeypatch.setattr(patterns, "_link", lambda *_: pytest.fail("linked"))
    Store(tmp_path).check(PATTERNS[0])


def test_an_unfit_pattern_does_not_pass(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        Store(tmp_path).check("(会")
