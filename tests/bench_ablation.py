"""What each piece of the program brings: what the scores lose without it. `python tests/bench_ablation.py`.

The pieces are the witnesses of names and the families of rules; with `--rules-of FAMILY` the rules of that family. The
scores are those of the corpus, or of the folders of annotations and reports that are given, as for `huiyao score`.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from floors import CORPUS
from huiyao import pipeline, read, rules
from huiyao.lexicon import Lexicon, bundled
from huiyao.recognize import given, person
from huiyao.recognize.tagger import Tagged, Tagger
from huiyao.rules import Rule
from huiyao.score import FACETS, Tally, compare, overall
from huiyao.segment.tokens import Tokenizer
from huiyao.text import Span

SHOWN = ("names", "officials", "attendance", "roles", "attending", "events", "resolutions", "statistics", "dated")
Scores = dict[str, float]


def no_tags(_: Tagger, sentences: Sequence[str]) -> list[Tagged]:
    """What the name tagger says when it is silent."""
    return [[] for _ in sentences]


def even_odds(known: Callable[[str, Lexicon], float], name: str, lexicon: Lexicon) -> float:
    """The odds of a name when its given name's characters say nothing: only the list of surnames speaks."""
    return given.NO_NAME if known(name, lexicon) == given.NO_NAME else 0.0


def each_character(_: Tokenizer, text: str, **__: bool) -> list[Span]:
    """The cuts of a tokenizer that knows no word."""
    return [Span(at, at + 1) for at in range(len(text))]


def chosen_only(_: object, chosen: Sequence[Span], *__: object) -> list[Span]:
    """The places of names when one place settles nothing for the others."""
    return list(chosen)


WITNESSES: dict[str, tuple[Any, str, Callable[..., object]]] = {
    "name tagger (lac_small)": (Tagger, "tag", no_tags),
    "given-name model": (given, "score", partial(even_odds, given.score)),
    "jieba's cuts": (Tokenizer, "tokenize", each_character),
    "names settled elsewhere": (person, "_everywhere", chosen_only),
}


def leave_out(piece: str) -> None:
    """Takes a piece out of this process for good; a rule that is left out fits nowhere."""
    if piece in WITNESSES:
        owner, name, silent = WITNESSES[piece]
        setattr(owner, name, silent)
        return
    make = rules._rule

    def silenced(file: str, table: dict[str, object], lexicon: Lexicon, parts: Mapping[str, str]) -> Rule:
        rule = make(file, table, lexicon, parts)
        family = file.removesuffix(".toml")
        if piece not in (family, f"{family}.{rule.name}"):
            return rule
        return rule._replace(expression=f"(?!)(?:{rule.expression})")

    rules._rule = silenced


def scores(piece: str | None, folders: tuple[Path, Path]) -> Scores:
    """The F1 of each facet, and the overall score, without a piece. Only for a process that does nothing else."""
    if piece:
        leave_out(piece)
    total = {facet.name: Tally() for facet in FACETS}
    for gold, text in pairs(*folders):
        summary = pipeline.run(read.read(str(text))).to_dict()
        for name, tally in compare(json.loads(gold.read_text("utf-8")), summary).items():
            total[name] += tally
    return {"overall": overall(total), **{name: tally.f1 for name, tally in total.items()}}


def pairs(gold_folder: Path, text_folder: Path) -> Iterator[tuple[Path, Path]]:
    """The annotations that have a report, each with it."""
    for gold in sorted(gold_folder.glob("*.json")):
        if (text := text_folder / f"{gold.stem}.txt").exists():
            yield gold, text


def pieces(families: Sequence[str]) -> list[str]:
    """The names of the rules of these families; without any, of all pieces: witnesses and families of rules."""
    if families:
        return [f"{family}.{rule.name}" for family in families for rule in rules.load(family, bundled())]
    return [*WITNESSES, *rules.families()]


def measure(out: Sequence[str | None], folders: tuple[Path, Path]) -> Iterator[Scores]:
    """The scores without each piece, None for the whole program; each in a process of its own."""
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), max_tasks_per_child=1) as pool:
        yield from pool.map(scores, out, repeat(folders))


def main() -> None:
    """Prints the scores of the whole program, and for each piece by how many points they change without it."""
    parser = argparse.ArgumentParser(description="How the scores change without each piece, in points of F1.")
    parser.add_argument("folders", nargs="*", type=Path, metavar="GOLD_DIR TEXT_DIR")
    parser.add_argument(
        "--rules-of", action="append", default=[], choices=rules.families(), help="leave out each rule of this family"
    )
    arguments = parser.parse_args()
    if len(arguments.folders) not in (0, 2):
        parser.error("give both folders, or none for the corpus")
    gold, text = arguments.folders or (CORPUS / "gold", CORPUS / "reports")
    out = pieces(arguments.rules_of)
    reached = measure([None, *out], (gold, text))
    whole = next(reached)
    shown = ("overall", *SHOWN)
    print(f"{'without':<34}" + "".join(f"{name:>12}" for name in shown))
    print(f"{'(nothing)':<34}" + "".join(f"{100 * whole[name]:12.1f}" for name in shown))
    idle = []
    for piece, score in zip(out, reached, strict=True):
        change = (round(100 * (score[name] - whole[name]), 1) + 0.0 for name in shown)  # + 0.0: none is -0.0
        print(f"{piece:<34}" + "".join(f"{points:+12.1f}" for points in change), flush=True)
        if score == whole:
            idle.append(piece)
    print(f"no score changes without {len(idle)} of {len(out)}: {', '.join(idle) or 'none'}")


if __name__ == "__main__":
    main()
