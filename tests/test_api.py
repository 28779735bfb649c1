"""`goalctl.open`: a workspace for Python, typed, lazy, and as careful as the commands."""

import io
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from datetime import date

import pytest

import goalctl as package
from goalctl.workspace.store.caseload import PlanUnreadableError
from tests.conftest import PLAN, TREE

DAY = date(2026, 3, 2)


@pytest.fixture
def workspace(practice):
    return package.open(practice / "plans", today=DAY)


def test_it_says_what_the_commands_say(goalctl, workspace):
    assert (workspace.clients, workspace.case("c-ab1").clinician) == (("c-ab1",), "m.kowalski")
    for due in workspace.due():
        assert f"{due.day}" in goalctl("due").out
    assert next(row.words for row in workspace.risk() if row.needs_act) in goalctl("due").out
    assert workspace.standings()[0].look == "risk"
    (case,) = workspace.cases()
    assert [(one.item, one.state) for one in case.states] == [("g1", "target date passed"), ("g1.1", "no data")]


@pytest.mark.parametrize(("within", "more"), [("7d", 0), ("8d", 1)], ids=["a day short", "to the day"])
def test_how_far_it_looks_ahead_is_said_as_on_the_command_line(workspace, within, more):
    assert sum(one.item == "g1.1" and one.kind == "deadline" for one in workspace.due(within=within)) == more


def test_an_entry_is_logged_as_a_command_would_and_nothing_else_changes(workspace, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    plan = workspace.log("c-ab1", scores={"g1.1": 3}, note="He walked.", next=date(2026, 3, 9))
    last = plan.log[-1]
    assert (last.date, last.by, list(last.scores.values()), last.next) == (DAY, "m.kowalski", [3], date(2026, 3, 9))
    assert plan_file.read_text(encoding="utf-8").startswith(before)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"scores": {"g9": 3}}, "there is no g9 in this plan"),
        ({"scores": {"g1.1": 8}}, "score 8 is above"),
        ({"on": date(2026, 3, 3)}, "2026-03-03 has not come yet"),
        ({"nots": "x"}, "unknown key"),
    ],
    ids=["no such goal", "off its scale", "tomorrow", "no such key"],
)
def test_what_does_not_fit_is_refused_and_the_file_is_as_it_was(workspace, plan_file, entry, says):
    before = plan_file.read_bytes()
    with pytest.raises(package.GoalctlError) as refused:
        workspace.log("c-ab1", **entry)
    told = [str(refused.value), *(str(one) for _, one in getattr(refused.value, "named_findings", ()))]
    assert says in " ".join(told)
    assert plan_file.read_bytes() == before


def test_a_plan_that_cannot_be_read_is_told_and_never_left_out_in_silence(workspace, practice):
    (practice / "plans" / "c-bad.yaml").write_text("client: [", encoding="utf-8")
    assert [client for client, _ in workspace.faults()] == ["c-bad"]
    assert len(list(workspace.cases())) == 1
    with pytest.raises(PlanUnreadableError):
        workspace.case("c-bad")


def test_of_an_earlier_day_everything_is_as_it_was_then(practice):
    (practice / "plans" / "c-new.yaml").write_text(
        PLAN.replace("c-ab1", "c-new").replace("opened: 2026-01-05", "opened: 2026-02-01"), encoding="utf-8"
    )
    then = package.open(practice, today=date(2026, 1, 20))
    assert [case.plan.client for case in then.cases()] == ["c-ab1"]
    assert len(then.case("c-ab1").entries) == 1


def test_what_came_of_treatment_is_there_by_group(workspace):
    (everyone,) = workspace.outcomes("measure")
    assert (everyone.group, everyone.n) == ("everyone", 1)


def test_the_page_s_python_runs(tmp_path, monkeypatch):
    page = (TREE / "docs" / "reference" / "json-and-python.md").read_text("utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    shutil.copytree(TREE / "plans", tmp_path / "plans")
    shutil.copy(TREE / "goalctl.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    before = (tmp_path / "plans" / "c-7f3k.yaml").read_text("utf-8")
    with redirect_stdout(io.StringIO()) as told:
        exec(code, {})  # noqa: S102 - our own page
    assert "\nc-7f3k g1 " in told.getvalue()
    assert "Practised with her sister." in (tmp_path / "plans" / "c-7f3k.yaml").read_text("utf-8").removeprefix(before)


def test_to_import_it_is_cheap(tree_on_path):
    code = "import sys, goalctl; print(*(one for one in sys.modules if one.startswith(('goalctl', 'pydantic'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=tree_on_path)
    assert done.stdout == "goalctl\n"
