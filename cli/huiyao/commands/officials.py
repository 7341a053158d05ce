"""huiyao officials: who holds which post where, over one or many reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from huiyao.commands.inputs import Batch, Files, LexiconFolder, clean, given, summarizer, words
from huiyao.commands.outputs import output
from huiyao.records import SCHEMA
from huiyao.render.plain import dumps
from huiyao.render.roster import House, roster


def officials(
    context: typer.Context,
    files: Files = None,
    *,
    organization: Annotated[
        str, typer.Option(metavar="TEXT", help="Only posts whose organisation has this in its name.")
    ] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="Only posts whose title has this in it.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON, with an entry for each post.")] = False,
    folder: LexiconFolder = None,
) -> None:
    """List officials by organisation and department."""
    paths = given(files, context)
    lexicon = words(folder)
    batch = Batch(paths)
    with output(data=json) as out:
        summaries = batch.each(summarizer(lexicon))
        houses = roster(summaries, lexicon, organization=clean(organization, lexicon), title=clean(title, lexicon))
        if json:
            document = {"schema": SCHEMA, "officials": list(_posts(houses))}
            print(dumps(document, indent=2 if out.isatty() else None), file=out)
        else:
            from huiyao.render import screen
            from huiyao.render.console import console

            terminal = console(out)
            for line in screen.officials(houses, width=terminal.width, sources=len(paths) > 1):
                terminal.print(line)
    batch.finish()


def _posts(houses: Sequence[House]) -> Iterator[dict[str, Any]]:
    for top in houses:
        for (first, *inner), official in top.walk():
            for post in official.posts:
                yield {
                    "name": official.name,
                    "organization": first.full,
                    "department": "".join(house.name or "" for house in inner) or None,
                    "title": post.title,
                    "attended": official.attended,
                    "sources": [
                        {"path": path, "spans": [[span.start, span.end] for span in spans]}
                        for path, spans in post.sources.items()
                    ],
                }
