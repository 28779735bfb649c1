"""`goalctl records`: the notes of some days, the plan of each, what is missing; and the release noted in the plan."""

import pytest

from tests.conftest import PLAN

SIGNED = "    signed: [{by: m.kowalski, on: 2026-02-02}]\n"
CHANGED = PLAN.replace("measurable: {by: count, of: days walked, per: week, scale: [0, 7], baseline: 1, target: 3}",
    "measurable: {by: count, of: days walked, per: week, scale: [0, 7], baseline: 1, target: 4}") + """
changes:
  - {on: 2026-01-26, of: g1.1, what: measurable.target, from: 3, to: 4, because: he wants more}
"""  # fmt: skip


def records(goalctl, *more, status=0):
    return goalctl("records", "c-ab1", "--for", "State Plan", *more, status=status)


def test_the_release_is_noted_with_its_days_and_for_whom(goalctl, plan_file):
    outcome = records(goalctl, "--from", "2026-01-12", "--to", "2026-02-02")
    assert "release noted: records, 2026-01-12 to 2026-02-02, md, to State Plan" in outcome.err
    assert 'to: State Plan, what: "records, 2026-01-12 to 2026-02-02, md"' in plan_file.read_text(encoding="utf-8")


def test_only_the_notes_of_those_days_are_there_first_and_last_day_included(goalctl):
    page = records(goalctl, "--from", "2026-02-02", "--to", "2026-02-02").out
    assert page.count("\n### ") == 1
    assert "### 2026-02-02, session" in page


def test_the_plan_in_force_is_that_of_each_day(goalctl, plan_file):
    plan_file.write_text(CHANGED, encoding="utf-8")
    page = records(goalctl).out
    before, after = page.split("## The plan in force on ")[1:]
    assert "up from 1 to 3" in before
    assert "up from 1 to 4" in after


def test_what_is_missing_leads_the_page_and_is_told_before_it_is_written(goalctl):
    outcome = records(goalctl)
    missing = outcome.out.partition("## What is missing")[2].partition("\n## ")[0]
    assert "- 2026-02-02" in missing
    assert "not signed" in missing
    assert "nobody had agreed to a plan on 2 days" in missing
    assert "c-ab1: missing: nobody had agreed to a plan on 2 days" in outcome.err


def test_a_release_that_nobody_gave_is_told(goalctl, plan_file):
    assert "c-ab1: no release to State Plan that holds on 2026-03-02 is on record" in records(goalctl).err
    given = "\nconsents: [{what: release of information, on: 2026-01-05}]\n"
    plan_file.write_text(PLAN + given, encoding="utf-8")
    assert "no release to" not in records(goalctl).err


@pytest.mark.parametrize(
    ("what", "is_told"),
    [
        ("release of information to the State Plan", False),
        ("release of information to the school", True),
        ("'release of information: the school'", True),
        ("'release of information: State Plan'", False),
        ("'release of information: on file'", False),
        ("refused a release to the State Plan", True),
    ],
)
def test_a_release_holds_for_whom_it_names_and_a_refusal_for_nobody(goalctl, plan_file, what, is_told):
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(f"{text.rstrip()}\nconsents: [{{what: {what}, on: 2026-01-05}}]\n", encoding="utf-8")
    assert ("no release to State Plan that holds on 2026-03-02" in records(goalctl).err) is is_told


@pytest.mark.parametrize(
    ("given", "is_told"),
    [
        (["release of information to State Plan for billing only"], True),
        (["release of information to State Plan, limited to attendance"], True),
        (["release of information to State Plan"], False),
        (["release of information to State Plan for billing only", "release of information"], False),
        (["release of information to the school for one purpose"], False),
    ],
    ids=["a purpose", "a part", "without limits", "another without", "somebody else's"],
)
def test_a_release_with_limits_is_read_out_before_it_leaves(goalctl, plan_file, given, is_told):
    consents = "".join(f'  - {{what: "{what}", on: 2026-01-05}}\n' for what in given)
    plan_file.write_text(f"{PLAN}\nconsents:\n{consents}", encoding="utf-8")
    words = f"c-ab1: the release to State Plan has limits; is this within them: {given[0]}?"
    assert (words in records(goalctl).err) is is_told


def test_a_confidential_entry_is_told_before_it_leaves(goalctl, plan_file):
    text = PLAN.replace("format: 1", "format: 2").replace("  - id: abc123\n", "  - id: abc123\n    confidential: yes\n")
    plan_file.write_text(text, encoding="utf-8")
    assert "c-ab1: it holds confidential entries, of 2026-01-12\n" in records(goalctl).err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--for", " "), "for whom are they?"),
        (("--for", "X", "--from", "2026-02-02", "--to", "2026-01-01"), "--from 2026-02-02 is after --to 2026-01-01"),
        (("--for", "X", "--to", "2026-03-03"), "is still to come"),
        ((), 'say who asked: goalctl records c-ab1 --for "State Plan"'),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_noted(goalctl, plan_file, words, message):
    refused = goalctl("records", "c-ab1", *words, status=2)
    assert message in refused.err
    assert plan_file.read_text(encoding="utf-8") == PLAN


def test_a_page_that_cannot_be_saved_is_no_release(goalctl, plan_file, tmp_path_factory):
    there = tmp_path_factory.mktemp("outside") / "records.md"
    there.write_text("kept", encoding="utf-8")
    records(goalctl, "-o", there, status=2)
    assert (there.read_text(encoding="utf-8"), plan_file.read_text(encoding="utf-8")) == ("kept", PLAN)


def test_a_record_has_the_words_first_the_id_last_and_says_what_is_a_late_entry(goalctl, plan_file):
    late = "  - id: aaa111\n    date: 2026-02-09\n    note: Walked twice.\n    written: 2026-02-20T10:00\n"
    plan_file.write_text(PLAN + late, encoding="utf-8")
    for command in (("report", "c-ab1", "--kind", "record"), ("records", "c-ab1", "--for", "X")):
        entry = goalctl(*command, status=0).out.partition("### 2026-02-09, session")[2]
        assert entry.startswith(", LATE ENTRY\n")
        assert entry.index("Walked twice.") < entry.index("id: aaa111)")
    assert "2026-02-09 aaa111: not signed, written late, no start and end" in records(goalctl).err


RESTED = PLAN.replace("    problem: p1\n    status: active", "    problem: p1\n    status: on-hold").replace(
    "format: 1\n", "format: 2\n"
) + """
changes:
  - {on: 2026-01-26, of: g1, what: status, from: active, to: on-hold, because: the flu first}
"""  # fmt: skip
STEP_ENDED = PLAN.replace("a week\n        status: active", "a week\n        status: achieved") + """
changes:
  - {on: 2026-01-26, of: g1.1, what: status, from: active, to: achieved, because: three days}
"""  # fmt: skip


def test_a_goal_that_rests_is_in_force_and_said_to_rest_from_that_day_on(goalctl, plan_file):
    plan_file.write_text(RESTED, encoding="utf-8")
    before, after = records(goalctl).out.split("## The plan in force on ")[1:]
    assert "| g1 | Fewer symptoms of depression | scored by" in before
    assert "| g1 | Fewer symptoms of depression | rests | scored by" in after


def test_a_step_that_has_ended_is_in_force_no_longer(goalctl, plan_file):
    plan_file.write_text(STEP_ENDED, encoding="utf-8")
    before, after = records(goalctl).out.split("## The plan in force on ")[1:]
    assert ("| g1.1 |" in before, "| g1.1 |" in after) == (True, False)


@pytest.mark.parametrize(
    ("how", "days"), [("declined", "2 days"), ("unable", "2 days"), ("verbal", ""), ("signed", "")], ids=str
)
def test_who_did_not_agree_has_not_agreed_to_a_plan(goalctl, plan_file, how, days):
    given = f"\nagreements: [{{on: 2026-01-12, who: client, how: {how}, because: wants a day to read}}]\n"
    plan_file.write_text(PLAN + given, encoding="utf-8")
    assert ("nobody had agreed to a plan on 2 days" in records(goalctl).out) is bool(days)


def test_the_record_of_a_stretch_has_what_is_of_its_days(goalctl, plan_file):
    """A hold that lasted into it is of its days, and so is what was talked over in it, whenever it was brought up."""
    more = (
        "supervision:\n  - {on: 2026-01-13, about: earlier}\n  - {on: 2026-02-03, about: inside}\n"
        "  - {on: 2026-01-13, about: brought, talked: [{on: 2026-02-04, decided: settled}]}\n"
        "holds:\n  - {from: 2026-01-14, to: 2026-02-01, because: into it}\n"
        "  - {from: 2026-01-06, to: 2026-01-07, because: gone}\n"
    )
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + more, encoding="utf-8")
    page = goalctl("report", "c-ab1", "--kind", "record", "--from", "2026-02-01", "--to", "2026-02-09", status=0).out
    assert [word for word in ("earlier", "inside", "settled", "into it", "gone") if word in page] == [
        "inside", "settled", "into it",
    ]  # fmt: skip
