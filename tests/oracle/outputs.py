"""What every command says about a practice: the real program, run here, each output by its words."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout

from goalctl.cli.root import run
from tests.oracle.cases import Practice

OF_ALL = (
    "", "caseload --format plain", "caseload --format json", "caseload --format md", "caseload --format html",
    "caseload --format csv", "due --within 1w --format plain", "due --format plain", "due --format json",
    "due --format md", "check --format json",
)  # fmt: skip
OF_ONE = (
    "show", "show --why", "prep", "crisis", "history --format json", "chart", "due --format plain",
    "export --format json", "export --format csv", "report --kind plan", "report --kind progress",
    "report --kind progress --format html", "report --kind client", "report --kind record", "report --kind discharge",
    "--with-client show", "--with-client prep", "--with-client chart",
)  # fmt: skip
_QUIET = {"COLUMNS": "80", "NO_COLOR": "1", "CI": "1"}
Outputs = dict[tuple[str, str], str]


def outputs_of(practice: Practice) -> Outputs:
    """By command and client; the client is empty where a command tells of all. What it refuses is left out."""
    found = {}
    with _pipe():
        for command in OF_ALL:
            found[command or "goalctl", ""] = _said(practice, command.split())
        for client in practice.plans:
            for command in OF_ONE:
                found[command, client] = _said(practice, [*command.split(), client])
    return {key: text for key, text in found.items() if text}


def _said(practice: Practice, words: list[str]) -> str:
    root = ["-C", str(practice.root), "--today", str(practice.today), "--no-input"]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        ended = run([*root, *words])
    if "Traceback" in err.getvalue():
        raise AssertionError(err.getvalue())
    return "" if ended in {2, 3} else out.getvalue()


@contextmanager
def _pipe() -> Iterator[None]:
    kept, given = dict(os.environ), sys.stdin
    os.environ.update(_QUIET)
    sys.stdin = io.StringIO()
    try:
        yield
    finally:
        sys.stdin = given
        os.environ.clear()
        os.environ.update(kept)
