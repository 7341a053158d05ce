"""The command line: each command parses, calls, renders, and is short."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_command

import huiyao
from huiyao.commands import about, doctor, explain, officials, score, steps, summarize
from huiyao.commands.config import defaults
from huiyao.commands.home import config_file
from huiyao.commands.language import chinese_is_spoken
from huiyao.commands.talk import Volume, speak, speak_chinese, tell, tell_bug
from huiyao.errors import HuiyaoError

_EPILOG = """\b
Examples:
  huiyao summarize report.txt
  huiyao officials --recursive reports --output officials.xlsx
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

# As a shell gives it for a program that was ended by SIGPIPE.
_PIPE_CLOSED = 141

# Each command's function, with its examples.
_COMMANDS: dict[str, tuple[Callable[..., None], str]] = {
    "summarize": (summarize.summarize, summarize.EPILOG),
    "officials": (officials.officials, officials.EPILOG),
    "text": (steps.text, steps.TEXT_EPILOG),
    "normalize": (steps.normalize, steps.NORMALIZE_EPILOG),
    "segment": (steps.segment, steps.SEGMENT_EPILOG),
    "explain": (explain.explain, explain.EPILOG),
    "score": (score.score, score.EPILOG),
    "schema": (about.schema, about.SCHEMA_EPILOG),
    "check": (about.check, about.CHECK_EPILOG),
    "doctor": (doctor.doctor, doctor.EPILOG),
}


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"huiyao {huiyao.__version__}")
        raise typer.Exit


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


def program(commands: Iterable[str] = _COMMANDS) -> TyperGroup:
    """The program with all its commands, or with some: each takes half a millisecond to make."""
    app = typer.Typer(
        rich_markup_mode=None, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]}
    )
    app.callback(invoke_without_command=True, epilog=_EPILOG)(_huiyao)
    for name in commands:
        function, examples = _COMMANDS[name]
        app.command(name, epilog=examples)(function)
    made = get_command(app)
    assert isinstance(made, TyperGroup)
    return made


def run(arguments: Sequence[str]) -> int:
    """Runs a command and gives its exit code; what goes wrong is told on stderr in one line."""
    speak(Volume.normal)
    speak_chinese(chinese_is_spoken(arguments))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console that knows few characters shows what it can.
            stream.reconfigure(errors="replace")
    try:
        config = config_file()
        # A page's start has no time for the other commands; settings and help are about all of them.
        is_alone = bool(arguments) and arguments[0] in _COMMANDS and not config.exists()
        called = program(arguments[:1] if is_alone else _COMMANDS)
        settings = defaults(config, called)
        command = next((argument for argument in arguments if argument in settings), "")
        spoken = chinese_is_spoken(arguments, settings.get(command, {}).get("language"))
        speak_chinese(spoken)
        if spoken:
            from huiyao.commands.chinese import translate

            translate(called)
        code = called.main(list(arguments), prog_name="huiyao", standalone_mode=False, default_map=settings)
        sys.stdout.flush()
    except BrokenPipeError:
        # Standard output is flushed once more at the end: that must find somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
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
