"""Every command that a hint names can be pasted: it parses, and names the client and ids at hand."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from goalctl.cli.table import BY_NAME
from goalctl.cli.with_typer import real_command
from goalctl.workspace.check.checking import Checking
from goalctl.workspace.check.choice import Chosen
from goalctl.workspace.shelves.kinds import PROFILES
from goalctl.workspace.shelves.profiles import whole_profile
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan

HERE = Path(__file__).parents[2]
PRACTICES = [HERE, *sorted(path.parent for path in (HERE / "tests/rules/audit_plans").glob("*/goalctl.yaml"))]
SHELF = PROFILES.shelf(None)
EVERYTHING = {code: asked for name in SHELF for code, asked in whole_profile(SHELF, name).rules.items()}
_COMMAND = re.compile(r"goalctl ([^,;:(`]+)")


def commands_in(hint):
    return [command.strip() for command in _COMMAND.findall(hint)]


def hints_of(root):
    profile = whole_profile(SHELF, "outpatient").model_copy(update={"rules": EVERYTHING})
    checking = Checking(practice_at(root), Chosen(profile=profile), date(2026, 6, 15))
    for file, plan in zip(scan(root).files, checking.checked(scan(root).files), strict=True):
        yield from ((file.client, finding.hint) for finding in plan.findings)


@pytest.fixture(scope="module")
def commands():
    """Each command that a hint of these plans names, with the client that it is for."""
    hints = {hint for root in PRACTICES for hint in hints_of(root) if "goalctl " in hint[1]}
    return sorted({(client, command) for client, hint in hints for command in commands_in(hint)})


def test_a_command_in_a_hint_parses_and_is_about_this_client(commands):
    assert len(commands) > 50
    for client, command in commands:
        name, *words = shlex.split(command)
        entry = BY_NAME[name]
        real_command(entry).make_context(name, list(words))  # a usage error is raised
        assert words[:1] == [client] or "client" not in entry.takes, command


def test_no_command_is_left_with_a_word_that_somebody_has_to_replace(commands):
    assert [command for _, command in commands if re.search(r"[A-Z]{2,}|…", command)] == []
