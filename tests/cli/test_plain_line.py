"""A line that is read plainly is read as Typer reads it; what Typer refuses, or asks about, is never plain."""

import inspect
import io
from contextlib import redirect_stdout
from enum import Enum
from functools import wraps
from typing import get_args

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.plain_line import NotPlainError, command_values, root_values
from goalctl.cli.root_options import opened_desk
from goalctl.cli.table import BY_NAME, COMMANDS
from goalctl.cli.with_typer import answered, one_command
from goalctl.workspace.store.account import Account
from tests.conftest import LONG_RUN

PLAIN = [entry.name for entry in COMMANDS if not {"app", "CONTEXT"} & vars(entry.load()).keys()]
WORDS = st.sampled_from(
    ["c-ab1", "g1=6", "12", "a b", "-", "--", "-x", "-3d", "", "x=y", "json", "yes", "--help", "--bogus", "=", "10..12"]
)


def parts_of(function):
    """A word, or an option with or without a value, in both ways of writing it; words that the type knows are drawn."""
    parts = [WORDS.map(lambda word: [word])]
    for parameter in inspect.signature(function, eval_str=True).parameters.values():
        kind, *said = get_args(parameter.annotation) if hasattr(parameter.annotation, "__metadata__") else (None,)
        known = [
            one.value
            for part in (kind, *get_args(kind))
            if inspect.isclass(part) and issubclass(part, Enum)
            for one in part
        ]
        value = st.sampled_from(known) | WORDS if known else WORDS
        for name in [name for one in said for names in getattr(one, "names", ()) for name in names.split("/")]:
            parts += [st.just([name]), value.map(lambda word, name=name: [name, word])]
            parts.append(value.map(lambda word, name=name: [f"{name}={word}"]))
    return st.lists(st.one_of(parts), max_size=5).map(lambda found: [word for part in found for word in part])


def as_typer_reads(function, words):
    """What Typer gives to the function; None where the line is none for it."""

    @wraps(function)
    def recorded(_desk, **given):
        return given

    command = one_command("recorded", recorded, {})
    try:
        with command.make_context("recorded", list(words), obj=Desk(None, None, no_input=True)) as context:
            return command.invoke(context)
    except (typer.TyperException, typer.Exit, UsageError):
        return None


def with_defaults(function, found):
    """With what is left out."""
    bound = inspect.signature(function).bind(None, **found)
    bound.apply_defaults()
    return {key: value for key, value in bound.arguments.items() if key != "desk"}


@pytest.mark.parametrize("name", PLAIN)
@settings(max_examples=int(LONG_RUN or 15))
@given(data=st.data())
def test_a_plain_line_is_read_as_typer_reads_it(name, data):
    function = BY_NAME[name].load().command
    words = data.draw(parts_of(function))
    try:
        found = command_values(function, words)
    except NotPlainError:
        return
    told = as_typer_reads(function, words)
    assert told is not None, words
    assert with_defaults(function, found) == told


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["due"],
        ["--today", "2026-06-15", "due"],
        ["--today=2026-06-15", "--no-index", "due", "c-ab1"],
        ["-C", ".", "--color", "never", "today"],
        ["--workspace", ".", "--no-input", "caseload", "--format", "json"],
        ["--with-client", "show", "c-ab1"],
    ],
    ids=" ".join,
)
def test_what_stands_before_a_command_says_the_same_to_both(goalctl, words):
    plain, out = goalctl(*words, status=0).out, io.StringIO()
    root_values(opened_desk, words)  # which it is
    with redirect_stdout(out):
        answered(words, Account())
    assert out.getvalue() == plain


@pytest.mark.parametrize(
    "words",
    [
        ["--color", "green", "due"],
        ["--today"],
        ["--bogus", "due"],
        ["-C.", "due"],
        ["--no-input=yes", "due"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_what_does_not_fit_before_a_command_is_not_plain(words):
    with pytest.raises(NotPlainError):
        root_values(opened_desk, words)
