from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from factory import TEXT
from huiyao.commands import run
from program import Done, Program

# How long an example takes says how busy the machine is, not whether a law holds.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Keeps compiled patterns beside what pytest keeps, away from the user's own."""
    if config.cache is not None:
        os.environ["HUIYAO_CACHE"] = str(config.cache.mkdir("huiyao"))


@pytest.fixture(autouse=True)
def nobody_s_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets the settings and word lists, or the language, of whoever runs it."""
    monkeypatch.setenv("HUIYAO_HOME", str(tmp_path_factory.getbasetemp() / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A file with the report of the factory."""
    path = tmp_path / "tea.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def huiyao(capsys: pytest.CaptureFixture[str]) -> Program:
    """Runs a command within this process: huiyao("summarize", path)."""

    def called(*arguments: object) -> Done:
        code = run([str(argument) for argument in arguments])
        return Done(code, *capsys.readouterr())

    return called
