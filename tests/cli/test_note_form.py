"""Notes by a template, and long notes that are taken back when their entry can't be saved."""

from datetime import date

import pytest

from goalctl.cli.asking.sessions.note_form import given_note, new_note_file
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.model.errors import GoalctlError

DAY = date(2026, 3, 2)


@pytest.fixture
def desk(practice):
    return Desk(practice, "2026-03-02", no_input=True)


def test_each_part_stands_under_its_name(desk):
    parts = ["data=came late", "plan=call the brother"]
    assert given_note(desk, "dap", parts) == "Data: came late\nPlan: call the brother"


def test_a_plain_note_has_no_heading(desk):
    assert given_note(desk, "plain", ["note=came late"]) == "came late"


@pytest.mark.parametrize(
    ("form", "given", "told"),
    [
        ("dap", [], "the parts of the DAP note are missing"),
        ("phq-9", ["q1=1"], "phq-9 is no note template"),
        ("dap", ["dta=x"], "'dta=x' answers no item of DAP note"),
    ],
    ids=["nothing given", "no template", "no part"],
)
def test_what_does_not_fit_is_refused(desk, form, given, told):
    with pytest.raises(UsageError, match=told):
        given_note(desk, form, given)


def test_a_long_note_stays_when_its_entry_is_saved(desk, practice):
    with new_note_file(desk, "c-ab1", DAY, "much to say", by="m.kowalski", form="dap") as name:
        pass
    assert (practice / name).read_text(encoding="utf-8").endswith("---\n\nmuch to say\n")


def test_a_long_note_goes_when_its_entry_is_refused(desk, practice):
    with pytest.raises(GoalctlError), new_note_file(desk, "c-ab1", DAY, "much to say", by=None) as name:
        raise GoalctlError("refused")
    assert not (practice / name).exists()


@pytest.mark.parametrize("more", [[], ["g1.1=2"], ["--note", "x"]], ids=["alone", "with a score", "with a note"])
def test_a_part_without_its_template_is_refused_as_that(goalctl, plan_file, more):
    before = plan_file.read_bytes()
    told = goalctl("log-session", "c-ab1", *more, "--note-part", "data=x", status=2).err
    assert told.startswith("goalctl: --note-part: --note-form is missing\n   hint: ")
    assert plan_file.read_bytes() == before
