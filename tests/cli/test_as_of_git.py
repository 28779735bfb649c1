"""`--recorded DAY` against git: with `commit: true` the plan as written by a day is that of the day's last commit."""

import re
import subprocess
from datetime import date, datetime, time, timedelta

import pytest

from goalctl.analysis.history.digest import agreement_digest
from goalctl.analysis.history.reconstruction import is_reproduced
from goalctl.analysis.history.replay import as_of, recorded_by
from goalctl.documents.change import AppendItem
from goalctl.documents.document import document_of
from goalctl.model.entry import entry_values
from goalctl.model.fields import slot_of
from goalctl.model.goal import Status
from goalctl.model.plan import How, Plan
from goalctl.model.written import record_data
from goalctl.workspace.edits.additions import append_edit
from goalctl.workspace.edits.items import item_of
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.operations.agree import NewAgreement, agreement_edits
from goalctl.workspace.operations.extend import extend_edits
from goalctl.workspace.operations.mark import mark_edits
from goalctl.workspace.operations.set import Assignment, set_edits
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction.transaction import change_plan

FIRST = date(2026, 2, 10)


def git(folder, *words, **env):
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True, env=env or None)
    return done.stdout


@pytest.fixture
def committed(practice, monkeypatch):
    """The practice in git, with `commit: true`; commits are dated by the day that it is meant to be."""
    (practice / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\ncommit: true\n", encoding="utf-8")
    (practice / ".gitignore").write_text(".goalctl/\n", encoding="utf-8")
    git(practice, "init", "--quiet", "--initial-branch=main")
    for key, value in (("user.name", "M. Kowalski"), ("user.email", "mk@example.org")):
        git(practice, "config", key, value)
    it_is(monkeypatch, FIRST - timedelta(1))
    git(practice, "add", ".")
    git(practice, "commit", "--quiet", "--message", "begin")
    return practice


def it_is(monkeypatch, day):
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, f"{day}T18:00:00")


def key(plan, item_id, name, value, trail, **how):
    return set_edits(
        plan, item_id, [Assignment(slot_of(type(item_of(plan, item_id).record), name), value, **how)], trail
    )


def back_dated(plan, trail):
    entry = entry_values(date=trail.on - timedelta(3), by=trail.by, scores={"g1.1": 3}, note="Typed later")
    return [append_edit(plan, "sessions", entry)]


def signed(plan, trail):
    return agreement_edits(plan, NewAgreement(trail.on, ("client",), How.SIGNED, agreement_digest(plan)))


def amended(_plan, trail):
    entry = entry_values(on=trail.on, by=trail.by) | {"set": {"note": "Ran"}, "because": "slip"}
    return [AppendItem(("sessions", 0, "amended"), entry)]


DEEDS = (
    lambda plan, trail: key(plan, "g1", "target", "8", trail),
    back_dated,
    signed,
    lambda plan, trail: key(plan, "g1.1", "deadline", "2026-04-01", trail),
    lambda plan, trail: extend_edits(plan, "g1", date(2026, 6, 30), trail),
    amended,
    lambda plan, trail: mark_edits(plan, "g1.1", Status.ACHIEVED, trail.on, trail),
    lambda plan, trail: key(plan, "plan", "strengths", "sober", trail, adds=True),
    lambda plan, trail: key(plan, "g1.1.i1", "every", "2w", trail),
    back_dated,
    lambda plan, trail: mark_edits(plan, "g1.1", Status.ACTIVE, trail.on, trail),
    lambda plan, trail: key(plan, "plan", "clinician", "s.lee", trail),
    signed,
)


def plan_in(folder, revision):
    return document_of(git(folder, "show", f"{revision}:plans/c-ab1.yaml").encode(), Plan).content


def said(plan, *left_out):
    return {key: value for key, value in record_data(plan).items() if key not in {"format", *left_out}}


def by_hand(folder):
    """What somebody alters in the file without a command goes into the trail with the next one."""
    path = folder / "plans" / "c-ab1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Walks on three", "Runs on three"), encoding="utf-8")


def done(folder, monkeypatch, day, deed):
    """The deed, saved and committed on that day; its commit."""
    it_is(monkeypatch, day)
    practice = practice_at(folder, lambda _: datetime.combine(day, time(18)))
    (file,) = scan(folder).files
    change_plan(practice, file, lambda plan: deed(plan, Trail(day, "m.kowalski", "because")))
    return git(folder, "rev-parse", "HEAD").strip()


def lived(folder, monkeypatch):
    """One deed every second day, one of them after an edit by hand; the last commit of each day."""
    commits = {FIRST - timedelta(1): git(folder, "rev-parse", "HEAD").strip()}
    for place, deed in enumerate(DEEDS):
        day = FIRST + timedelta(2 * place)
        if deed is amended:
            by_hand(folder)
        commits[day] = done(folder, monkeypatch, day, deed)
    return commits


def merged(folder, monkeypatch, ours):
    """A colleague's branch that logs beside these deeds of ours, the merge of both, and one more; commits by day."""
    monkeypatch.chdir(folder)
    first = {FIRST: done(folder, monkeypatch, FIRST, back_dated)}
    branches = {"main": dict(first), "other": dict(first)}
    git(folder, "branch", "other")
    for place, deed in enumerate(ours):
        for branch, made, later in (("other", back_dated, 1), ("main", deed, 2)):
            day = FIRST + timedelta(2 * place + later)
            git(folder, "checkout", "--quiet", branch)
            branches[branch][day] = done(folder, monkeypatch, day, made)
    day += timedelta(1)
    it_is(monkeypatch, day)
    if subprocess.run(["git", "merge", "--quiet", "--no-edit", "other"], capture_output=True, check=False).returncode:
        path = folder / "plans" / "c-ab1.yaml"
        path.write_text(re.sub(r"^[<=>]{7}.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE))
        git(folder, "commit", "--quiet", "--all", "--no-edit")
    branches["main"][day] = git(folder, "rev-parse", "HEAD").strip()
    branches["main"][day + timedelta(1)] = done(folder, monkeypatch, day + timedelta(1), DEEDS[4])
    return branches, day


def ids_by(folder, commits, day):
    known = [one for one in commits if one <= day]
    return {entry.id for entry in plan_in(folder, commits[max(known)] if known else "HEAD").sessions}


def test_what_was_written_by_a_day_is_what_git_has_of_it(committed, monkeypatch):
    commits = lived(committed, monkeypatch)
    last = plan_in(committed, "HEAD")
    assert len(set(commits.values())) == len(DEEDS) + 1
    for day in (FIRST + timedelta(n - 1) for n in range(2 * len(DEEDS))):
        before = plan_in(committed, commits[max(known for known in commits if known <= day)])
        assert said(recorded_by(last, day)) == said(before), day
        assert said(as_of(last, today=day), "sessions") == said(before, "sessions"), day


def test_recorded_and_the_revision_of_the_day_show_the_same(committed, monkeypatch, goalctl):
    commits = lived(committed, monkeypatch)
    for day in (FIRST - timedelta(1), FIRST + timedelta(2), FIRST + timedelta(13)):
        revision = commits[max(known for known in commits if known <= day)]
        recorded = goalctl("--today", "2026-06-30", "show", "c-ab1", "--recorded", day, status=0).out
        assert recorded == goalctl("--today", day, "show", "c-ab1", "--at", revision, status=0).out


LOGGED_BESIDE = {
    "in places that git can merge": (DEEDS[0], signed, DEEDS[3]),
    "at one place, merged by hand": (DEEDS[0], back_dated, signed),
}


@pytest.mark.parametrize("ours", LOGGED_BESIDE.values(), ids=LOGGED_BESIDE)
def test_a_plan_that_was_merged_reads_as_either_branch_had_it_and_from_the_merge_on_as_git(
    committed, monkeypatch, ours
):
    branches, merge = merged(committed, monkeypatch, ours)
    last = plan_in(committed, "HEAD")
    assert len(last.sessions) == len(plan_in(committed, branches["main"][FIRST]).sessions) + 3 + ours.count(back_dated)
    for day in (FIRST + timedelta(n) for n in range((merge - FIRST).days + 2)):
        before = plan_in(committed, branches["main"][max(known for known in branches["main"] if known <= day)])
        written, sides = recorded_by(last, day), ("main",) if day >= merge else ("main", "other")
        assert said(written, "sessions") == said(before, "sessions"), day
        assert {entry.id for entry in written.sessions} == set().union(
            *(ids_by(committed, branches[side], day) for side in sides)
        )
        valid = {entry.id for entry in last.sessions if entry.date <= day}
        assert {entry.id for entry in as_of(last, today=day).sessions} == valid
    assert all(is_reproduced(last, one) for one in last.agreements)
