"""The command line: each command parses, calls, renders, and is short."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

import huiyao
from huiyao.commands.about import check, schema
from huiyao.commands.explain import explain
from huiyao.commands.officials import officials
from huiyao.commands.score import score
from huiyao.commands.steps import normalize, segment
from huiyao.commands.summarize import summarize
from huiyao.commands.talk import tell, tell_bug
from huiyao.errors import HuiyaoError

_EPILOG = """\b
Examples:
  huiyao summarize report.txt
  huiyao officials reports/*.txt --title 会长
  huiyao summarize --json report.txt | jq -r '.people[].name'

\b
Exit codes:
  0    done
  1    a bug in huiyao; HUIYAO_TRACEBACK=1 shows where
  2    called wrongly
  3    a file is missing, unreadable, empty or unsupported
  5    some of several files failed, the others are done
  130  Ctrl-C
"""

app = typer.Typer(
    rich_markup_mode=None, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]}
)
for _command in (summarize, officials, normalize, segment, explain, score, schema, check):
    app.command()(_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"huiyao {huiyao.__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog=_EPILOG)
def _huiyao(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Reads Chinese reports and says who attended, what was resolved and what was counted."""
    if context.invoked_subcommand is None:
        print(context.get_help(), file=sys.stderr)
        raise typer.Exit(2)


def run(arguments: Sequence[str]) -> int:
    """Runs a command and gives its exit code; what goes wrong is told on stderr in one line."""
    try:
        code = get_command(app).main(list(arguments), prog_name="huiyao", standalone_mode=False)
        sys.stdout.flush()
    except HuiyaoError as error:
        tell(str(error))
        return error.exit_code
    except typer.TyperException as error:
        tell(f"{error.format_message().rstrip('.')}; huiyao --help tells more")
        return 2
    except Exception as error:
        tell_bug(error)
        return 1
    return code if isinstance(code, int) else 0
