"""`hold`, `resume`, `discharge`: treatment rests, goes on and ends."""

import pytest

from tests.cli.trailing import PLAN, WHOSE, Watched, plan_from

HOLD = ["hold", "c-ab1", "--because", "x"]
RISK = """\
    risk: {asked_because: phq-9 item 9, level: low, follow_up: 2026-02-09}
"""


@pytest.fixture
def plan(plan_file):
    plan_file.write_text(PLAN, encoding="utf-8")
    return Watched(plan_file)


def test_a_hold_says_since_when_and_why(goalctl, plan):
    outcome = goalctl("hold", "c-ab1", "--because", "six weeks of rehabilitation", "--date", "-3d", status=0)
    assert plan.changed == (
        "-status: active\n"
        "+status: on-hold\n"
        "+\n"
        "+holds:\n"
        "+  - {from: 2026-02-27, because: six weeks of rehabilitation, by: m.kowalski}\n"
    )
    whose = WHOSE.replace("c-ab1 · ", "c-ab1 · on hold · ")
    assert outcome.err == f"{whose}on hold from Fri 2026-02-27 on:\n{plan.changed}"


def test_treatment_goes_on(goalctl, plan):
    goalctl("hold", "c-ab1", "--because", "x", status=0)
    outcome = goalctl("resume", "c-ab1", status=0)
    assert "status: active\n" in plan.text
    assert "  - {from: 2026-03-02, to: 2026-03-02, because: x, by: m.kowalski}\n" in plan.text
    assert outcome.err.splitlines()[1] == "resumed on Mon 2026-03-02:"


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("held_on", ["2026-03-02", "2026-05-30"], ids=["while it rested", "before it rested"])
def test_deadlines_that_have_passed_are_named_those_of_steps_too(goalctl, monkeypatch, held_on):
    """ "Meanwhile" stood of one that had passed before, and of a step's nothing."""
    monkeypatch.setenv("GOALCTL_TODAY", held_on)
    goalctl("hold", "c-ab1", "--because", "x", status=0)
    monkeypatch.setenv("GOALCTL_TODAY", "2026-06-01")
    said = goalctl("resume", "c-ab1", status=0).err.splitlines()[-1]
    due = goalctl("due", "c-ab1", "--overdue", "--format", "csv").out
    passed = [line.split(",")[3] for line in due.splitlines() if ",deadline," in line]
    assert said == f"past their deadline: {', '.join(passed)}: goalctl extend c-ab1 {passed[0]} … --because …"
    assert passed == ["g1.1", "g1"]


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (HOLD, HOLD, "c-ab1 is on hold already since 2026-03-02"),
        ([], ["resume", "c-ab1"], "c-ab1 is not on hold; nothing was changed"),
        (
            HOLD,
            ["resume", "c-ab1", "--date", "2026-03-01"],
            "the hold began on 2026-03-02, so it can't end on 2026-03-01",
        ),
    ],
    ids=["held twice", "never held", "ends before it began"],
)  # fmt: skip
def test_a_hold_that_can_not_be_is_refused(goalctl, plan, first, second, message):
    if first:
        goalctl(*first, status=0)
    before = plan.text
    assert goalctl(*second, status=3).err.splitlines()[0] == f"goalctl: {message}"
    assert plan.text == before


def test_a_discharge_closes_every_active_goal_by_its_outcome(goalctl, plan):
    words = ["--outcome", "g1=partly", "--reason", "moved away", "--aftercare", "a group there"]
    goalctl("discharge", "c-ab1", *words, status=0)
    assert plan.changed == (
        "+format: 2\n"
        "-status: active\n"
        "+status: discharged\n"
        "+\n"
        "+discharge:\n"
        "+  on: 2026-03-02\n"
        "+  by: m.kowalski\n"
        "+  reason: moved away\n"
        "+  outcomes: {g1: partly}\n"
        "+  aftercare: a group there\n"
        "-    status: active\n"
        "+    status: discontinued\n"
        "+    closed: 2026-03-02\n"
        "+changes:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    by: m.kowalski\n"
        "+    of: g1\n"
        "+    what: status\n"
        "+    from: active\n"
        "+    to: discontinued\n"
        '+    because: "discharge: partly"\n'
        "+\n"
    )
    assert goalctl("due", "c-ab1").out == "Nothing is due within 14d of 2026-03-02.\n"


def test_an_earlier_end_that_hands_left_in_a_plan_that_went_on_is_not_lost(goalctl, plan):
    ended = "status: active\ndischarge: {on: 2026-02-10, reason: moved away, aftercare: a group there}\n\nproblems"
    plan.path.write_text(plan.text.replace("status: active\n\nproblems", ended), encoding="utf-8")
    goalctl("discharge", "c-ab1", "--outcome", "g1=partly", "--reason", "goals reached", status=0)
    changed = {change.what: change for change in plan_from(plan.text).changes if not change.of}
    assert changed["discharge"].from_ == {"on": "2026-02-10", "reason": "moved away", "aftercare": "a group there"}
    assert (changed["status"].from_, changed["status"].to) == ("active", "discharged")
    assert "moved away" in goalctl("history", "c-ab1").out
    assert "c-ab1 · active" in goalctl("--today", "2026-03-01", "show", "c-ab1").out
    assert goalctl("check", "--select", "E", status=0).out == ""


@pytest.mark.parametrize(
    ("filled", "told"),
    [("", "it was never filled in"), ("2026-02-01", "the last is of 2026-02-01, 29 days before"), ("2026-02-02", None)],
    ids=["never", "29 days before", "28 days before"],
)
def test_without_a_terminal_a_discharge_tells_which_exit_measure_is_missing(goalctl, plan, filled, told):
    entry = f"  - {{id: abc124, date: {filled}, forms: {{phq-9: {{total: 9, q9: 0}}}}}}\n" if filled else ""
    plan.path.write_text(plan.text + entry, encoding="utf-8")
    err = goalctl("discharge", "c-ab1", "--outcome", "g1=partly", "--reason", "moved away", status=0).err
    lines = [line for line in err.splitlines() if "at the ending" in line]
    assert lines == ([f"no phq-9 at the ending: {told}: goalctl assess c-ab1 phq-9"] if told else [])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--reason", "x"], "--outcome g1 is missing: g1: achieved, partly, not-achieved, worse?"),
        (["--outcome", "g1=partly"], "--reason is missing: why does treatment end?"),
        (["--outcome", "g1=good", "--reason", "x"], "--outcome g1: 'good' is not one of the words that can stand here"),
        (["--outcome", "g7=partly", "--reason", "x"], "c-ab1 has no g7"),
    ],
    ids=["no outcome", "no reason", "a wrong word", "no such goal"],
)
def test_a_discharge_without_its_answers_is_refused(goalctl, plan, words, message):
    outcome = goalctl("discharge", "c-ab1", *words, status=2)
    assert f"goalctl: {message}" in outcome.err.splitlines()
    assert plan.changed == ""


def test_an_open_risk_needs_an_answer(goalctl, plan):
    plan.path.write_text(plan.text.replace("    signed:", f"{RISK}    signed:"), encoding="utf-8")
    words = ["--outcome", "g1=partly", "--reason", "moved away"]
    refused = goalctl("discharge", "c-ab1", *words, status=2)
    assert (
        "goalctl: --open-risk is missing: risk is open: suicide: the follow-up of 2026-02-09 has passed. "
        "What was arranged?" in refused.err.splitlines()
    )
    goalctl("discharge", "c-ab1", *words, "--open-risk", "handed over to the crisis team", status=0)
    assert "  open_risk: handed over to the crisis team\n" in plan.text


@pytest.mark.parametrize(
    "words",
    [
        ["set", "c-ab1", "g1", "target=5", "--because", "x"],
        ["mark", "c-ab1", "g1", "active", "--because", "x"],
        ["extend", "c-ab1", "g1", "+12w", "--because", "x"],
        ["review", "c-ab1"],
        ["agree", "c-ab1", "--how", "signed"],
        ["hold", "c-ab1", "--because", "x"],
        ["resume", "c-ab1"],
        ["discharge", "c-ab1"],
    ],
    ids=lambda words: words[0],
)
def test_a_discharged_plan_stays_as_it_is(goalctl, plan, words):
    goalctl("discharge", "c-ab1", "--outcome", "g1=achieved", "--reason", "done", status=0)
    before = plan.text
    assert goalctl(*words, status=3).err == (
        "goalctl: c-ab1 is discharged since 2026-03-02\n"
        "   hint: a new episode begins with: goalctl add-client --after c-ab1\n"
    )
    assert plan.text == before


@pytest.mark.usefixtures("plan")
def test_whoever_writes_into_the_plan_of_somebody_discharged_is_told(goalctl):
    goalctl("discharge", "c-ab1", "--outcome", "g1=achieved", "--reason", "done", status=0)
    told = goalctl("log-session", "c-ab1", "--kind", "phone", "--note", "Asks for a letter.", status=0).err
    assert told.startswith("c-ab1 · discharged 2026-03-02 · opened 2026-01-05 · last phone 2026-03-02\n")


@pytest.mark.usefixtures("plan")
def test_corrections_and_signatures_are_possible_after_discharge(goalctl):
    goalctl("discharge", "c-ab1", "--outcome", "g1=achieved", "--reason", "done", status=0)
    goalctl("amend", "c-ab1", "abc123", "g1.1=3", "--because", "x", status=0)
    goalctl("void", "c-ab1", "abc123", "--because", "x", status=0)


def test_treatment_goes_on_from_every_hold_that_two_clones_began(goalctl, plan):
    holds = "holds:\n  - {from: 2026-02-20, because: a}\n  - {from: 2026-02-19, because: b}\n"
    text = plan.text.replace("status: active\n", f"status: on-hold\n{holds}", 1)
    plan.path.write_text(text, encoding="utf-8")
    goalctl("resume", "c-ab1", status=0)
    assert "  - {from: 2026-02-20, to: 2026-03-02, because: a}\n" in plan.text
    assert "  - {from: 2026-02-19, to: 2026-03-02, because: b}\n" in plan.text


@pytest.mark.parametrize(
    "words", [["add-problem", "Sleep"], ["add-goal", "Sleeps"], ["add-objective", "g1", "Rests"]], ids=lambda w: w[0]
)
def test_nothing_is_added_to_what_has_ended(goalctl, plan, words):
    plan.path.write_text(plan.text.replace("status: active\n", "status: discharged\n", 1), encoding="utf-8")
    before = plan.text
    refused = goalctl(words[0], "c-ab1", *words[1:], status=3)
    assert refused.err.splitlines()[1] == "   hint: a new episode begins with: goalctl add-client --after c-ab1"
    assert plan.text == before


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (["review", "c-ab1", "--decision", "g1=continue", "--decision", "g1=change"], "--decision"),
        (["discharge", "c-ab1", "--reason", "x", "--outcome", "g1=partly", "--outcome", "g1=worse"], "--outcome"),
    ],
    ids=["review", "discharge"],
)
def test_one_goal_is_judged_once(goalctl, plan, words, option):
    refused = goalctl(*words, status=2)
    assert f"goalctl: {option}: g1 is given twice\n   hint: keep one of the two\n" in refused.err
    assert plan.changed == ""
