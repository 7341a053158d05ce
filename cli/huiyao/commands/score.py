"""huiyao score: how well the summaries of reports meet gold annotations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from huiyao.commands import options
from huiyao.commands.batch import Batch
from huiyao.commands.inputs import Summarizer
from huiyao.commands.outputs import output
from huiyao.errors import InputError
from huiyao.render.plain import dumps
from huiyao.score import FACETS, MAIN, Tally, compare, overall

EPILOG = """\b
Examples:
  huiyao score corpus/gold corpus/reports
  huiyao score corpus/gold corpus/reports --errors
"""


def score(
    gold_folder: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Annotations, NAME.json.")],
    text_folder: Annotated[Path, typer.Argument(metavar="TEXT_DIR", help="The reports, NAME.txt.")],
    *,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed (-) and what is wrong (+).")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    jobs: options.Jobs = 1,
    folder: options.LexiconFolder = None,
) -> None:
    """Measure summaries against gold annotations.

    Prints precision, recall and F1 for each kind of fact.
    """
    texts = {path.stem: str(path) for path in sorted(text_folder.glob("*.txt"))}
    golds = {path.stem: _gold(path) for path in sorted(gold_folder.glob("*.json")) if path.stem in texts}
    if not golds:
        raise InputError(
            f"no report has both a gold annotation in {gold_folder} and a text in {text_folder}",
            hint="give the folder of NAME.json files, then that of NAME.txt files",
        )
    batch = Batch([texts[name] for name in golds], jobs=jobs)
    summaries = {summary.clean.report.path: summary.to_dict() for summary in batch.each(Summarizer(folder))}
    compared = {name: compare(gold, summaries.get(texts[name], {})) for name, gold in golds.items()}
    total = {facet.name: sum((tallies[facet.name] for tallies in compared.values()), start=Tally()) for facet in FACETS}
    with output(data=True) as out:
        if errors:
            for name, tallies in compared.items():
                for line in _errors(tallies):
                    print(name, line, file=out)
        if as_json:
            print(dumps(_figures(len(golds), total)), file=out)
        else:
            for line in _table(len(golds), total):
                print(line, file=out)
    batch.finish()


def _gold(path: Path) -> dict[str, Any]:
    try:
        gold = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} is no gold annotation: {error}", hint="see corpus/README.md for its form") from None
    if not isinstance(gold, dict):
        raise InputError(f"{path} is no gold annotation", hint="see corpus/README.md for its form")
    return gold


def _errors(tallies: Mapping[str, Tally]) -> Iterator[str]:
    for facet, tally in tallies.items():
        for sign, items in (("-", tally.missed), ("+", tally.wrong)):
            for item in items:
                yield f"{facet} {sign} {dumps(_plain(item))}"


def _plain(item: object) -> object:
    """An item as JSON has it; the forms of an organisation come as a set."""
    if isinstance(item, tuple):
        return [sorted(part) if isinstance(part, frozenset) else part for part in item]
    return item


def _figures(reports: int, total: Mapping[str, Tally]) -> dict[str, Any]:
    figures = {name: {"p": t.precision, "r": t.recall, "f1": t.f1, "n": t.gold} for name, t in total.items()}
    return {"reports": reports, "overall": overall(total), **figures}


def _table(reports: int, total: Mapping[str, Tally]) -> Iterator[str]:
    yield f"{reports} reports"
    yield f"{'facet':<12} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6}   a fact is right if its ... is"
    for facet in FACETS:
        t = total[facet.name]
        yield f"{facet.name:<12} {t.precision:6.3f} {t.recall:6.3f} {t.f1:6.3f} {t.gold:6d}   {facet.counts}"
    yield f"{'overall':<12} {'':>6} {'':>6} {overall(total):6.3f}          mean F1 of {', '.join(MAIN)}"
