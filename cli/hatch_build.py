"""Makes the package's data from jieba's dictionary when the package is built or installed, editable or not."""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = Path(__file__).parent / "huiyao"
MADE = ("cli/huiyao/segment/data/", "cli/huiyao/recognize/data/")


class DataHook(BuildHookInterface[Any]):
    """Runs before the files of a wheel are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Writes the data files and has the wheel take them, though git does not know them."""
        make(_jieba_dictionary())
        build_data["artifacts"] += [f"/{folder}" for folder in MADE]


def make(dictionary: bytes) -> None:
    """Writes the word list for the tokenizer and the model of given names; the same dictionary gives the same bytes."""
    _alone("segment/words.py").Words.compile(dictionary).save(PACKAGE / "segment/data")
    lines = (PACKAGE / "lexicon/surname.tsv").read_text("utf-8").splitlines()
    common = {line.split("\t")[0] for line in lines if line.endswith("\tcommon")}
    _alone("recognize/given_model.py").train(dictionary, common).save(PACKAGE / "recognize/data/given.json")


def _jieba_dictionary() -> bytes:
    origin = find_spec("jieba").origin  # type: ignore[union-attr]
    return Path(str(origin)).with_name("dict.txt").read_bytes()


def _alone(path: str) -> ModuleType:
    """A module of the package without the package, which needs more than a build environment has."""
    name = Path(path).stem
    spec = spec_from_file_location(name, PACKAGE / path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    # dataclasses look their module up by its name
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
