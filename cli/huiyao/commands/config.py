"""A user's defaults: a TOML file whose keys are the options' names, for all commands or in a table for one.

labels = "en"

[officials]
jobs = 4
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption

from huiyao.errors import UsageError

Defaults = dict[str, dict[str, Any]]


def defaults(path: Path, program: TyperGroup) -> Defaults:
    """For each command its options' defaults, as the file at `path` sets them; none where there is no file.

    Raises UsageError, naming the file, for what is no TOML or names no option.
    """
    try:
        text = path.read_text("utf-8")
        from tomllib import loads  # not above: few users have settings

        settings = loads(text)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}", hint="write it in TOML, such as: jobs = 2") from None
    commands = {name: command for name, command in program.commands.items() if isinstance(command, TyperCommand)}
    shared = {key: value for key, value in settings.items() if key not in commands}
    for key in shared:
        if not any(key in _options(command) for command in commands.values()):
            raise _unknown(path, key)
    found: Defaults = {}
    for name, command in commands.items():
        known = _options(command)
        own = settings.get(name, {})
        for key in own if isinstance(own, Mapping) else [name]:
            if key not in known:
                raise _unknown(path, f"{name}.{key}" if key != name else key)
        found[name] = {known[key]: value for key, value in {**shared, **own}.items() if key in known}
    return found


def _options(command: TyperCommand) -> dict[str, str]:
    return dict(_named(command))


def _named(command: TyperCommand) -> Iterator[tuple[str, str]]:
    """Each option of a command, as it is written without dashes, with the name of its parameter."""
    for parameter in command.params:
        if isinstance(parameter, TyperOption) and parameter.name and parameter.name != "help":
            for written in parameter.opts:
                if written.startswith("--"):
                    yield written[2:], parameter.name


def _unknown(path: Path, key: str) -> UsageError:
    return UsageError(f"{path}: there is no option {key}", hint="huiyao COMMAND --help lists the options")
