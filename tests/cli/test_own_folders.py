"""The folders that goalctl keeps for itself hold clients' words: none is followed out of the workspace."""

import pytest
from keyboard import Person

from tests.faults.repositories import begin


@pytest.fixture(params=["rescued", "uncommitted"])
def led_away(request, practice, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "of-somebody-else.txt").write_text("theirs", encoding="utf-8")
    (practice / ".goalctl").mkdir(exist_ok=True)
    (practice / ".goalctl" / request.param).symlink_to(outside)
    return outside


def is_untouched(outside):
    return [path.name for path in outside.iterdir()] == ["of-somebody-else.txt"]


def test_doctor_names_the_link_and_not_what_lies_behind_it(goalctl, practice, led_away):
    told = goalctl("doctor", status=1).out
    (link,) = [path.name for path in (practice / ".goalctl").iterdir() if path.is_symlink()]
    assert f".goalctl/{link}" in told
    assert "a link that leaves the workspace" in told
    assert "of-somebody-else" not in told
    assert is_untouched(led_away)


@pytest.mark.parametrize("led_away", ["rescued"], indirect=True)
def test_a_copy_is_not_put_away_behind_it(goalctl, practice, plan_file, led_away):
    copy = practice / "plans" / "c-ab1 2.yaml"
    copy.write_bytes(plan_file.read_bytes())
    goalctl("doctor", "--fix", status=1)
    assert copy.exists()
    assert is_untouched(led_away)


@pytest.mark.parametrize("led_away", ["rescued"], indirect=True)
def test_what_was_typed_and_not_saved_is_not_kept_behind_it(practice, led_away):
    person = Person(practice, "review", "c-ab1")
    person.answers("continue")
    assert person.stops_at_the_next_prompt() == 130
    assert "decision g1: continue" in person.screen  # to be copied from there
    assert "lies behind a link that leaves the workspace" in person.screen
    assert is_untouched(led_away)


@pytest.mark.parametrize("led_away", ["uncommitted"], indirect=True)
def test_what_git_did_not_take_is_not_kept_behind_it(goalctl, practice, plan_file, led_away):
    begin(practice)
    hook = practice / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o700)
    shown = goalctl("log-session", "c-ab1", "g1.1=3", status=3)
    assert "saved, but not committed" in shown.err
    assert "scores: {g1.1: 3}" in plan_file.read_text(encoding="utf-8")
    assert is_untouched(led_away)
