"""Reading a line by what a command declares, as most are: known options, each once, with values that fit.

Light. What is wrong, missing, asks for help, or only looks unusual is not plain: Typer reads it, and says what there is
to say. Where both can read a line they read the same; a test draws lines for every command.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from goalctl.cli.declared import Argument, Option

STDIN = "-"
Function = Callable[..., object]


class NotPlainError(Exception):
    """The line is Typer's to read."""


class Parameter(NamedTuple):
    """A parameter of a command: what one of its values becomes, and whether it takes any number of them."""

    name: str
    becomes: type
    takes_many: bool
    said: Option | Argument

    def value(self, text: str) -> object:
        """That word, as the command takes it."""
        if self.becomes is str and text:
            return text
        if self.becomes is Path and text:
            return Path(text)
        if issubclass(self.becomes, Enum) and text in {member.value for member in self.becomes}:
            return self.becomes(text)
        raise NotPlainError


def is_of_the_library(words: Iterable[str]) -> bool:
    """Whether a word can be an id of the library or the bank, which becomes words in whatever changes a plan."""
    return any("/" in word or "bank:" in word for word in words)


def root_values(function: Function, words: Sequence[str]) -> tuple[dict[str, object], list[str]]:
    """What the options before the command say, and the line from the command on."""
    parameters = _parameters(function)
    found, left = _options(parameters, words, is_mixed=False)
    for parameter in parameters:
        variable = parameter.said.envvar if isinstance(parameter.said, Option) else None
        if parameter.name not in found and variable and (text := os.environ.get(variable)):
            found[parameter.name] = parameter.value(text)
    return found, left


def command_values(function: Function, words: Sequence[str]) -> dict[str, object]:
    """What the words after the command say, by parameter; what they leave out is the function's own default.

    A function that asks Typer's context, as `help` does, is Typer's to call: others take the desk.
    """
    if _positional(function)[:1] != ("desk",):
        raise NotPlainError
    parameters = _parameters(function)
    found, loose = _options(parameters, words, is_mixed=True)
    found |= _arguments([parameter for parameter in parameters if isinstance(parameter.said, Argument)], loose)
    if any(parameter.name not in found and parameter.name in _needed(function) for parameter in parameters):
        raise NotPlainError
    return found


def _parameters(function: Function) -> list[Parameter]:
    hints = get_type_hints(function, include_extras=True)
    return [_parameter(name, *get_args(hint)) for name, hint in hints.items() if get_origin(hint) is Annotated]


def _parameter(name: str, kind: Any, said: object, *_: object) -> Parameter:  # noqa: ANN401 - any annotation
    """`str | None` is a text that may be left out, a list takes any number of them."""
    kinds = [part for part in get_args(kind) if part is not NoneType] if NoneType in get_args(kind) else [kind]
    takes_many = get_origin(kinds[0]) is list
    becomes = get_args(kinds[0])[0] if takes_many else kinds[0]
    if len(kinds) != 1 or not isinstance(becomes, type) or not isinstance(said, Option | Argument):
        raise NotPlainError
    return Parameter(name, becomes, takes_many, said)


def _needed(function: Any) -> tuple[str, ...]:  # noqa: ANN401 - a function, whose code knows its names
    """The parameters without a default."""
    names = _positional(function)
    return names[: len(names) - len(function.__defaults__ or ())]


def _positional(function: Any) -> tuple[str, ...]:  # noqa: ANN401 - the same
    names: tuple[str, ...] = function.__code__.co_varnames[: function.__code__.co_argcount]
    return names


def _options(
    parameters: Iterable[Parameter], words: Sequence[str], *, is_mixed: bool
) -> tuple[dict[str, object], list[str]]:
    """What options say, and the other words; not mixed, nothing behind the first of these is looked at."""
    known = {name: (parameter, on) for parameter in parameters for name, on in _names(parameter)}
    found: dict[str, object] = {}
    loose: list[str] = []
    left = list(reversed(words))
    while left:
        word = left.pop()
        if word == STDIN or not word.startswith("-"):
            loose.append(word)
            if not is_mixed:
                return found, [*loose, *reversed(left)]
            continue
        name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        parameter, on = _known(known, name)
        if parameter.becomes is bool:
            _give(found, parameter, on, is_taken=bool(equals))
        else:
            text = value if equals else _next(left)
            _give(found, parameter, parameter.value(text))
    return found, loose


def _names(parameter: Parameter) -> list[tuple[str, bool]]:
    """Each name of an option, and whether it means yes."""
    if not isinstance(parameter.said, Option):
        return []
    pairs = [name.partition("/") for name in parameter.said.names]
    return [(yes, True) for yes, _, _ in pairs] + [(no, False) for _, _, no in pairs if no]


def _known(known: Mapping[str, tuple[Parameter, bool]], name: str) -> tuple[Parameter, bool]:
    if name not in known:
        raise NotPlainError
    return known[name]


def _next(left: list[str]) -> str:
    """The word behind an option; one that looks like an option may have been meant as one."""
    if not left or (left[-1].startswith("-") and left[-1] != STDIN):
        raise NotPlainError
    return left.pop()


def _give(found: dict[str, object], parameter: Parameter, value: object, *, is_taken: bool = False) -> None:
    """Note a value; a second one where one belongs is not plain, nor one that a flag is given."""
    if parameter.takes_many:
        found[parameter.name] = [*_many(found, parameter), value]
    elif is_taken or parameter.name in found:
        raise NotPlainError
    else:
        found[parameter.name] = value


def _many(found: Mapping[str, object], parameter: Parameter) -> list[object]:
    """What that option was given before."""
    given = found.get(parameter.name)
    return given if isinstance(given, list) else []


def _arguments(parameters: Sequence[Parameter], words: Sequence[str]) -> dict[str, object]:
    """The words by their places, of which only the last can take several."""
    found: dict[str, object] = {}
    if any(parameter.takes_many for parameter in parameters[:-1]):
        raise NotPlainError
    left = list(words)
    for parameter in parameters:
        if parameter.takes_many and left:
            found[parameter.name] = [parameter.value(word) for word in left]
            left = []
        elif left:
            found[parameter.name] = parameter.value(left.pop(0))
    if left:
        raise NotPlainError
    return found
