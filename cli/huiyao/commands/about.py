"""huiyao schema and huiyao check: what huiyao promises, and whether its rules keep their word."""

from __future__ import annotations

import typer

from huiyao.commands import options
from huiyao.commands.inputs import words
from huiyao.commands.outputs import output
from huiyao.commands.talk import tell
from huiyao.errors import RuleError

SCHEMA_EPILOG = """\b
Examples:
  huiyao schema > huiyao.schema.json
"""
CHECK_EPILOG = """\b
Examples:
  huiyao check
  huiyao check --lexicon my-words
"""


def schema() -> None:
    """Print the JSON Schema of what summarize --json prints."""
    from importlib.resources import files  # not above, for weight

    with output(data=True) as out:
        print(files("huiyao").joinpath("schema.json").read_text("utf-8"), end="", file=out)


def check(folder: options.LexiconFolder = None) -> None:
    """Load all word lists and rules, and run the rules' examples."""
    from huiyao import rules

    lexicon = words(folder)
    for name in lexicon.names():
        lexicon.table(name)
    families = rules.families()
    failures = rules.check(families, lexicon)
    with output() as out:
        for failure in failures:
            print(failure, file=out)
    if failures:
        raise typer.Exit(RuleError.exit_code)
    tell(f"{len(lexicon.names())} word lists and {sum(len(rules.load(f, lexicon)) for f in families)} rules are sound")
