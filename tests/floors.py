"""The corpus's pinned scores: `python tests/floors.py` pins what the program reaches now.

A floor is never lowered unless --lower is given; a commit that lowers one says why. The digest pins the reports and
their gold annotations, so that no score changes because the corpus has.
"""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from math import floor
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "corpus"
PINNED = CORPUS / "floors.json"


def digest() -> str:
    """The SHA-256 of all names and contents of reports and gold annotations."""
    total = sha256()
    for path in sorted([*CORPUS.glob("reports/*.txt"), *CORPUS.glob("gold/*.json")]):
        total.update(f"{path.relative_to(CORPUS).as_posix()} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def scores() -> dict[str, float]:
    """The F1 of each facet, and the overall score, as `huiyao score` gives them."""
    command = [sys.executable, "-m", "huiyao", "score", str(CORPUS / "gold"), str(CORPUS / "reports"), "--json"]
    figures: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    figures.pop("reports")
    return {"overall": figures.pop("overall"), **{facet: figure["f1"] for facet, figure in figures.items()}}


def pinned() -> dict[str, Any]:
    """The contents of floors.json."""
    document: dict[str, Any] = json.loads(PINNED.read_text("utf-8"))
    return document


def main(arguments: list[str]) -> int:
    """Writes floors.json anew; gives 1 and writes nothing where a floor would sink."""
    before = pinned()["floors"] if PINNED.exists() else {}
    after = {facet: floor(score * 1000) / 1000 for facet, score in scores().items()}
    sunk = [f"{facet} {before[facet]} -> {score}" for facet, score in after.items() if score < before.get(facet, 0)]
    if sunk and "--lower" not in arguments:
        print(f"would lower {', '.join(sunk)}; --lower does it", file=sys.stderr)
        return 1
    PINNED.write_text(json.dumps({"digest": digest(), "floors": after}, indent=1) + "\n", "utf-8")
    print(PINNED.read_text("utf-8"), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
