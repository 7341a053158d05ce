"""huiyao text, normalize and segment: what the first steps make of a report."""

from __future__ import annotations

from itertools import chain
from typing import Annotated

import typer

from huiyao.commands import options
from huiyao.commands.inputs import given, words
from huiyao.commands.outputs import output, print_json
from huiyao.commands.talk import Volume, tell

TEXT_EPILOG = """\b
Examples:
  huiyao text report.html
  huiyao text --encoding gb18030 report.txt > report-utf8.txt
"""
NORMALIZE_EPILOG = """\b
Examples:
  huiyao normalize report.txt
  huiyao normalize --edits report.txt | jq -r '.[] | .before'
"""
SEGMENT_EPILOG = """\b
Examples:
  huiyao segment report.txt
  huiyao segment --json report.txt | jq -r '.[].text'
"""


def text(context: typer.Context, file: options.File = None, *, encoding: options.Encoding = "") -> None:
    """Print a report's text as it was read: all spans count in it."""
    from huiyao import read

    (path,) = given(file, context)
    report = read.read(path, encoding=encoding or None)
    for warning in report.warnings:
        tell(warning, about=path, at=Volume.normal)
    with output(data=True) as out:
        print(report.text, end="", file=out)


def normalize(
    context: typer.Context,
    file: options.File = None,
    *,
    edits: Annotated[bool, typer.Option("--edits", help="Print the changes instead, as JSON.")] = False,
    encoding: options.Encoding = "",
    folder: options.LexiconFolder = None,
) -> None:
    """Print a report's text repaired and in simplified script."""
    from huiyao import normalize, read

    (path,) = given(file, context)
    clean = normalize.run(read.read(path, encoding=encoding or None), words(folder))
    with output(data=True) as out:
        if not edits:
            print(clean.text, end="" if clean.text.endswith("\n") else "\n", file=out)
            return
        changes = [
            {
                "source": [edit.source.start, edit.source.end],
                "clean": [edit.clean.start, edit.clean.end],
                "before": edit.before,
                "after": edit.after,
                "reason": edit.reason,
            }
            for edit in clean.edits
        ]
        print_json(changes, out)


def segment(
    context: typer.Context,
    file: options.File = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, with each token's span in the source.")] = False,
    encoding: options.Encoding = "",
    folder: options.LexiconFolder = None,
) -> None:
    """Print a report's tokens, a sentence a line."""
    from huiyao import normalize, read, segment
    from huiyao.segment.tokens import tokenizer

    (path,) = given(file, context)
    lexicon = words(folder)
    passages = segment.run(normalize.run(read.read(path, encoding=encoding or None), lexicon), lexicon)
    tokenize = tokenizer(lexicon).tokenize
    sentences = [
        [token.shift(sentence.start) for token in tokenize(passages.text[sentence.slice])]
        for block in passages.blocks
        for sentence in block.sentences
    ]
    with output(data=True) as out:
        if json:
            tokens = [
                {"text": passages.text[token.slice], "span": [place.start, place.end]}
                for token in chain.from_iterable(sentences)
                for place in [passages.clean.source(token)]
            ]
            print_json(tokens, out)
            return
        for sentence in sentences:
            shown = (passages.text[token.slice] for token in sentence)
            print(*(text for text in shown if not text.isspace()), file=out)
