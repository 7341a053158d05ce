"""The program: `huiyao`, or `python -m huiyao`."""

from __future__ import annotations

import signal
import sys


def main() -> int:
    """Runs the command of the command line and gives its exit code."""
    if hasattr(signal, "SIGPIPE"):
        # A reader that has seen enough (| head) ends the program without a word, as with other programs.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        from huiyao.commands import run  # within the try: Ctrl-C during the import is quiet too

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
