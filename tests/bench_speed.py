"""Speed and memory beside stock jieba, on this machine, in one run: `python tests/bench_speed.py`.

Everything is repeated in turns, so that a busy machine slows all sides alike. Only the ratios mean anything elsewhere.
CPU time is that of user and system; the median of the repetitions counts. A cold start is that of a program which has
run before: Python's bytecode, jieba's dictionary and our patterns are kept in a folder of this run's own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from huiyao.lexicon import bundled

REPORTS = Path(__file__).parents[1] / "corpus" / "reports"
PAGE = REPORTS / "d01.txt"
STARTS = {
    "jieba": [sys.executable, "-c", "import jieba; jieba.initialize(); list(jieba.cut('会议'))"],
    "huiyao --help": [sys.executable, "-m", "huiyao", "--help"],
    "huiyao summarize, one page": [sys.executable, "-m", "huiyao", "summarize", str(PAGE)],
}


def child(command: Sequence[str], folder: str) -> tuple[float, int]:
    """CPU seconds and peak memory in kilobytes of a command; whatever it keeps, it keeps in `folder`."""
    keeping = {"TMPDIR": folder, "HUIYAO_CACHE": f"{folder}/huiyao", "PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
    environment = {**os.environ, **keeping}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env=environment, **quiet)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def cold(times: int) -> None:
    """Prints CPU time and memory of whole processes, the first of each kind not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in STARTS}
    memory: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(times + 1):
            for name, command in STARTS.items():
                spent, memory[name] = child(command, folder)
                if number:
                    seconds[name].append(spent)
    stock = median(seconds["jieba"])
    print("cold start                     CPU time   peak memory   (jieba = 1)")
    for name in STARTS:
        print(f"{name:<30} {median(seconds[name]) / stock:8.2f} {memory[name] / memory['jieba']:13.2f}")


def warm(times: int) -> None:
    """Prints characters a CPU second of what runs in one process, as multiples of jieba's cutters'.

    jieba cuts the reports both as they are and normalized: it takes many times longer over traditional or damaged
    text, of which it knows no words. Only the second is work of the same kind as ours; that is what the steps are
    compared with, too.
    """
    import jieba
    import jieba.posseg

    jieba.setLogLevel("ERROR")

    from huiyao import normalize, pipeline, read, recognize, segment

    reports = [read.read(str(path)) for path in sorted(REPORTS.glob("*.txt"))]
    texts = {
        "as they are": [report.text for report in reports],
        "normalized": [normalize.run(report, bundled()).text for report in reports],
    }
    spent: Counter[str] = Counter()
    for step in (normalize, segment, recognize):
        step.run = clocked(step.run, step.__name__, spent)
    work: dict[str, Callable[[], object]] = {"huiyao, whole summary": lambda: [pipeline.run(r) for r in reports]}
    for name, cut in (("cut", jieba.cut), ("posseg.cut", jieba.posseg.cut)):
        for state, cuttable in texts.items():
            work[f"jieba.{name}, {state}"] = lambda cut=cut, cuttable=cuttable: [list(cut(text)) for text in cuttable]
    seconds: dict[str, list[float]] = {}
    for number in range(times + 1):
        spent.clear()
        for name, run in work.items():
            clocked(run, name, spent)()
        if number:
            for name in spent:
                seconds.setdefault(name, []).append(spent[name])
    medians = {name: median(values) for name, values in seconds.items()}
    characters = sum(len(report.text) for report in reports)
    columns = [name for name in medians if name.startswith("jieba")]
    print("\ncharacters a CPU second, and as a multiple of", *columns, sep="\n    ")
    for name in sorted(medians, key=lambda name: (name in columns, name.startswith("huiyao."))):
        ratios = "".join(f"{medians[column] / medians[name]:9.2f}" for column in columns)
        print(f"{name:<32}{characters / medians[name]:10.0f}{ratios}")


def clocked(function: Callable[..., Any], name: str, spent: Counter[str]) -> Callable[..., Any]:
    """A function that adds the CPU seconds that it takes to those spent under a name."""

    def called(*arguments: object) -> object:
        start = process_time()
        done = function(*arguments)
        spent[name] += process_time() - start
        return done

    return called


def long(times: int) -> None:
    """Prints how the time for a character grows when texts grow fourfold: 1 where time is in proportion to length."""
    from huiyao import pipeline, read

    corpus = "\n".join(path.read_text("utf-8") for path in sorted(REPORTS.glob("*.txt")))
    unbroken = "".join(filter(str.isalpha, corpus))
    texts = {"a text of 1 MB": corpus * 10, "100,000 characters in a row": unbroken * 4}
    sizes = {"a text of 1 MB": 1_000_000 // 3, "100,000 characters in a row": 100_000}
    seconds: dict[tuple[str, int], list[float]] = {(name, part): [] for name in texts for part in (1, 4)}
    for _ in range(times):
        for (name, part), spent in seconds.items():
            report = read.from_text(texts[name][: sizes[name] * part // 4])
            start = process_time()
            pipeline.run(report)
            spent.append(process_time() - start)
    print("\nlong texts                     CPU time a character, whole to a quarter")
    for name in texts:
        print(f"{name:<30} {median(seconds[name, 4]) / median(seconds[name, 1]) / 4:13.2f}")


if __name__ == "__main__":
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    cold(repetitions)
    warm(repetitions)
    long(min(repetitions, 3))
