"""What TAB offers: commands, clients from the folder's listing, ids from one plan's text, options. No models."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from goalctl.cli.commands import BY_NAME, COMMANDS, Command
from goalctl.model.errors import GoalctlError
from goalctl.workspace.root import find_root
from goalctl.workspace.scan import PlanFile, scan

ROOT_OPTIONS = ("--workspace", "--today", "--no-input", "--version", "--help")
WITH_VALUE = {"-C", "--workspace", "--today"}
_ID = re.compile(r"^[\s\-{]*id:\s*[\"']?(g\d+(?:\.\d+)?)\b", re.MULTILINE)


def offered(words: Sequence[str], options_of: Callable[[Command], list[str]]) -> list[str]:
    """The words that can stand at the end of this line, of which the last one is incomplete."""
    *before, incomplete = words or [""]
    line = _without_root_options(before)
    command = BY_NAME.get(line[0]) if line else None
    if command is None:
        found = list(ROOT_OPTIONS) if incomplete.startswith("-") else [entry.name for entry in COMMANDS if not line]
    elif incomplete.startswith("-"):
        found = options_of(command)
    else:
        found = _arguments(command, [word for word in line[1:] if not word.startswith("-")], _workspace(before))
    return [word for word in found if word.startswith(incomplete)]


def _without_root_options(words: list[str]) -> list[str]:
    """The line from the command on."""
    left = list(words)
    while left and left[0].startswith("-"):
        del left[: 2 if left[0] in WITH_VALUE else 1]
    return left


def _workspace(words: list[str]) -> Path | None:
    stated = next((value for option, value in pairwise(words) if option in {"-C", "--workspace"}), "")
    stated = stated or os.environ.get("GOALCTL_WORKSPACE", "")
    return Path(stated).expanduser() if stated else None


def _arguments(command: Command, given: list[str], stated: Path | None) -> list[str]:
    """The clients, or the ids of the client already named; nothing outside a workspace."""
    if not command.takes:
        return []
    try:
        root = find_root(Path.cwd(), stated=stated)
        files = scan(root).files
    except (GoalctlError, OSError):
        return []
    if command.takes[min(len(given), len(command.takes) - 1)] == "client":
        return [file.client for file in files] if len(given) < len(command.takes) else []
    return _ids(root, next((file for file in files if file.client == given[0]), None))


def _ids(root: Path, file: PlanFile | None) -> list[str]:
    if file is None:
        return []
    text = file.path(root).read_text(encoding="utf-8", errors="replace")
    return list(dict.fromkeys(_ID.findall(text)))
