"""The program: `huiyao`, or `python -m huiyao`."""

from __future__ import annotations

import gc
import sys

_SELDOM = 200_000


def main() -> int:
    """Runs the command of the command line and gives its exit code."""
    # A run makes next to no rings of objects: to look for them in all that it builds takes a tenth of a short run.
    gc.set_threshold(_SELDOM)
    try:
        # Within the try: Ctrl-C during the imports is quiet too.
        import signal

        if hasattr(signal, "SIGPIPE"):
            # A reader that has seen enough (| head) ends the program without a word, as with other programs.
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        from huiyao.commands import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()  # nor at the end, when all memory is given back at once


if __name__ == "__main__":
    sys.exit(main())
