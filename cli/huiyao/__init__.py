"""Reads Chinese reports and says who attended, what was resolved and what was counted."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from huiyao.errors import HuiyaoError
    from huiyao.records import Report, Summary

__all__ = ["HuiyaoError", "Report", "Summary", "__version__", "summarize"]

__version__ = "0.1.0"

if not TYPE_CHECKING:

    def __getattr__(name):
        """What else is public, once somebody asks: before that the program must be ready for Ctrl-C."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from huiyao import errors, records

        return getattr(errors if name == "HuiyaoError" else records, name)


def summarize(text_or_path: str | Path, *, lexicon: Path | None = None) -> Summary:
    """The summary of a report: a `str` is the report's text itself, a `Path` the file that it stands in.

    `lexicon` is a folder of word lists laid over those that come with the program. `Summary.to_dict()` gives the
    summary as JSON has it. Raises HuiyaoError, with a `message` and a `hint`, when the file is missing, unreadable,
    empty or not a text, or when a word list does not follow its format.
    """
    # Within the function for weight: the pipeline brings jieba's and OpenCC's tables.
    from pathlib import Path

    from huiyao import pipeline, read
    from huiyao.lexicon import Lexicon, bundled

    report = read.read(str(text_or_path)) if isinstance(text_or_path, Path) else read.from_text(text_or_path)
    return pipeline.run(report, Lexicon(lexicon) if lexicon else bundled())
