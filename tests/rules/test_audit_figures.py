"""What an audit finds of the faults planted in invented plans, and what it tells besides: precision and recall.

The plans of `audit_plans/` were written by hand, and their faults noted in `faults.yaml`, before the rules.
`pytest tests/rules/test_audit_figures.py -s` prints the figures rule by rule.
"""

import sys
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from goalctl.documents.read import read_data
from goalctl.model.scalars import day_from
from goalctl.workspace.check.checking import Checking
from goalctl.workspace.check.choice import Chosen
from goalctl.workspace.shelves.kinds import PROFILES
from goalctl.workspace.shelves.profiles import whole_profile
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan

PLANS = Path(__file__).with_name("audit_plans")
NAMES = sorted(folder.name for folder in PLANS.iterdir() if folder.is_dir())
HAVE_IDS = {"sessions", "goals", "objectives", "problems"}
ASKED_BESIDE = {"C109", "D109", "P109", "P110"}


@dataclass(frozen=True)
class Told:
    """One fault or finding: whose plan, which code, and at which item, entry or (`client`) the plan as a whole."""

    plan: str
    code: str
    at: str


def place_of(data, path):
    """The id of the innermost goal, objective, problem or entry on the way to a finding."""
    at = "client"
    for step, following in pairwise(path):
        data = data[step]
        at = data[following]["id"] if step in HAVE_IDS else at
    return at


def planted(name):
    noted, wrong = read_data((PLANS / name / "faults.yaml").read_text(encoding="utf-8"))
    assert not wrong, wrong
    told = [Told(plan, fault["code"], fault["at"]) for plan, faults in noted["plans"].items() for fault in faults]
    return told, day_from(noted["today"]), set(noted["plans"])


def found(name):
    """Every finding of an audit of the practice's plans; each plan must be one that can be read."""
    practice = practice_at(PLANS / name)
    profile = whole_profile(PROFILES.shelf(None), practice.settings.audit)
    checking = Checking(practice, Chosen(profile=profile), planted(name)[1])
    files = scan(practice.root).files
    told = []
    for file, checked in zip(files, checking.checked(files), strict=True):
        data, _ = read_data(file.path(practice.root).read_text(encoding="utf-8"))
        assert not [finding for finding in checked.findings if finding.code.startswith("E")], checked
        audited = [one for one in checked.findings if one.code.startswith("A") or one.code in ASKED_BESIDE]
        told += [Told(file.client, one.code, place_of(data, one.path)) for one in audited]
    return told


def figures(name):
    """By code: how many were planted, told rightly, told falsely."""
    here, there = Counter(planted(name)[0]), Counter(found(name))
    rows = {}
    for code in sorted({one.code for one in [*here, *there]}):
        of = {one for one in [*here, *there] if one.code == code}
        right = sum(min(here[one], there[one]) for one in of)
        rows[code] = (sum(here[one] for one in of), right, sum(there[one] for one in of) - right)
    return rows


def table(name):
    rows = figures(name)
    whole = tuple(sum(row[n] for row in rows.values()) for n in range(3))
    lines = [f"\n{name}", "code     planted  told  false  precision  recall"]
    for code, (there, right, false) in [*rows.items(), ("all", whole)]:
        precision = f"{right / (right + false):.2f}" if right + false else "-"
        recall = f"{right / there:.2f}" if there else "-"
        lines.append(f"{code:<8} {there:>7} {right:>5} {false:>6} {precision:>10} {recall:>7}")
    return "\n".join(lines)


@pytest.mark.parametrize("name", NAMES)
def test_every_planted_fault_is_told_and_nothing_else(name):
    sys.stdout.write(f"{table(name)}\n")
    here, there = Counter(planted(name)[0]), Counter(found(name))
    assert (there - here, here - there) == (Counter(), Counter())


@pytest.mark.parametrize("name", NAMES)
def test_every_plan_of_the_practice_is_one_whose_faults_are_noted(name):
    assert planted(name)[2] == {file.client for file in scan(PLANS / name).files}
