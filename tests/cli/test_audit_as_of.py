"""A check or an audit of an earlier day asks of the plan as it stood, and tells where that is in the file."""

import json

import pytest

ON = "2026-03-01"
PLAN = """\
format: 2
client: c-then
clinician: m.kowalski
opened: 2026-01-05
status: active
diagnoses:
  - {code: F33.1, name: Depression, on: 2026-03-10}
problems:
  - {id: p2, problem: Sleep, on: 2026-03-10}
  - {id: p1, problem: Low mood, on: 2026-01-05}
goals:
  - {id: g2, goal: Sleeps seven hours on five nights, problem: p2, status: active, opened: 2026-03-10}
  - id: g1
    goal: Calls a friend on three evenings a week
    problem: p1
    status: achieved
    opened: 2026-01-05
    closed: 2026-03-20
    objectives:
      - id: g1.1
        objective: Rings one number a week
        status: active
agreements:
  - {on: 2026-03-12, who: client, how: declined}
changes:
  - {on: 2026-03-20, by: m.kowalski, of: g1, what: status, from: active, to: achieved, because: done}
sessions:
  - {date: 2026-03-09, written: 2026-03-09T12:00, by: m.kowalski, note: Later in time and first in the file}
  - {date: 2026-02-02, written: 2026-03-11T12:00, by: m.kowalski, note: Typed five weeks late, cpt: [90806]}
"""
CODES = ("A102", "A104", "A110", "A114", "A120", "A145", "A154")


@pytest.fixture
def audited(goalctl, practice):
    """The findings of the audit on a day, as code and line."""
    (practice / "plans" / "c-then.yaml").write_text(PLAN, encoding="utf-8")

    def audited_on(day):
        words = ("--today", day, "check", "plans/c-then.yaml", "--audit", "outpatient", "--format", "json")
        found = json.loads(goalctl(*words).out)["findings"]
        return sorted((one["code"], one["line"]) for one in found if one["code"] in CODES)

    return audited_on


def test_what_came_later_neither_meets_a_requirement_nor_breaks_one(audited):
    lines = {name: PLAN.splitlines().index(line) + 1 for name, line in LINES.items()}
    assert audited(ON) == [
        ("A102", 2), ("A104", lines["p1"]), ("A114", lines["g1.1"]), ("A120", 2), ("A145", lines["older"]),
        ("A154", lines["older"]),
    ]  # fmt: skip
    assert audited("2026-04-01") == [
        ("A104", lines["p2"]), ("A104", lines["p1"]), ("A120", lines["declined"]), ("A145", lines["newer"]),
        ("A145", lines["older"]), ("A154", lines["older"]),
    ]  # fmt: skip


LINES = {
    "p1": "  - {id: p1, problem: Low mood, on: 2026-01-05}",
    "p2": "  - {id: p2, problem: Sleep, on: 2026-03-10}",
    "g1.1": "      - id: g1.1",
    "declined": "  - {on: 2026-03-12, who: client, how: declined}",
    "newer": PLAN.splitlines()[-2],
    "older": PLAN.splitlines()[-1],
}


@pytest.mark.parametrize(("day", "is_met"), [("2026-03-09", False), ("2026-03-10", True), ("2026-03-11", True)])
def test_an_audit_report_calls_nothing_met_by_what_came_later(audited, goalctl, day, is_met):
    audited(day)
    told = goalctl("--today", day, "report", "c-then", "--kind", "audit", "--profile", "outpatient", status=0).out
    assert ("- **A102 a diagnosis: met**\n" in told) is is_met
    assert ("- **A102 a diagnosis: NOT MET**\n" in told) is not is_met
    assert ("F33.1 of 2026-03-10" in told) is is_met


@pytest.mark.parametrize(("day", "is_told"), [("2026-03-10", False), ("2026-03-11", True)])
def test_an_audit_of_what_had_been_written_by_a_day_knows_no_entry_that_was_typed_later(audited, goalctl, day, is_told):
    audited(day)
    words = ("report", "c-then", "--kind", "audit", "--profile", "outpatient", "--recorded", day)
    told = goalctl("--today", "2026-04-01", *words, status=0).out
    assert ("there is no code 90806, or no longer" in told) is is_told


@pytest.mark.parametrize(("day", "is_told"), [(ON, False), ("2026-04-01", True)])
def test_a_waiver_of_what_came_later_is_not_one_too_many(goalctl, practice, day, is_told):
    newer = LINES["newer"]
    text = PLAN.replace(newer, f"{newer}  # goalctl: ignore A154 the payer asked for it")
    (practice / "plans" / "c-then.yaml").write_text(text, encoding="utf-8")
    words = ("--today", day, "check", "plans/c-then.yaml", "--audit", "outpatient", "--select", "W101,A154")
    assert ("there is no A154 on this line to waive" in goalctl(*words).out) is is_told


@pytest.mark.parametrize(
    ("day", "told"),
    [
        pytest.param("2026-03-09", ["D101 g1", "D101 g1.1"], id="before the later goal"),
        pytest.param("2026-03-10", ["D101 g2", "D101 g1", "D101 g1.1", "L103 g2"], id="beside it"),
        pytest.param("2026-03-19", ["D101 g2", "D101 g1", "D101 g1.1", "L103 g2"], id="before the first is reached"),
        pytest.param("2026-03-20", ["D101 g2", "L103 g2", "L104 g1.1"], id="after"),
    ],
)
def test_a_check_of_a_day_speaks_of_the_goals_that_were_open_then(goalctl, practice, day, told):
    (practice / "plans" / "c-then.yaml").write_text(PLAN, encoding="utf-8")
    words = ("--today", day, "check", "plans/c-then.yaml", "--select", "D101,L103,L104", "--format", "json")
    found = json.loads(goalctl(*words).out)["findings"]
    assert sorted(f"{one['code']} {one['message'].split()[0].strip(',')}" for one in found) == sorted(told)


def test_days_that_do_not_go_together_are_told_whichever_day_it_is(goalctl, practice):
    ends = "status: discharged\ndischarge: {on: 2999-03-24, by: m.kowalski, reason: done}\n"
    (practice / "plans" / "c-then.yaml").write_text(PLAN.replace("status: active\n", ends, 1), encoding="utf-8")
    told = goalctl("--today", ON, "check", "plans/c-then.yaml", "--select", "D113").out
    assert "treatment goes on until 2999-03-24: that day is still to come" in told


def test_what_is_dated_ahead_is_told_and_what_has_come_since_is_not(goalctl, practice):
    ahead = (
        "releases: [{on: 2999-03-24, to: Dr Osei, what: the plan}]\nreviews: [{on: 2020-06-24, decision: continue}]\n"
    )
    (practice / "plans" / "c-then.yaml").write_text(PLAN + ahead, encoding="utf-8")
    told = goalctl("--today", ON, "check", "plans/c-then.yaml", "--select", "D116").out
    assert "2999-03-24 is still to come: until then this is left out" in told
    assert "hint: mend the day: goalctl edit c-then" in told
    assert told.count("D116") == 1


@pytest.mark.parametrize(
    ("state", "code"),
    [
        pytest.param("status: discharged\ndischarge: {on: 2020-03-24}", "D113", id="ended later"),
        pytest.param("status: on-hold\nholds: [{from: 2020-03-24}]", "D114", id="rests since later"),
        pytest.param("status: active\nholds: [{from: 2020-02-10, to: 2020-03-20}]", "D114", id="rested then"),
    ],
)
def test_what_has_come_since_is_no_contradiction_on_an_earlier_day(goalctl, practice, state, code):
    file = practice / "plans" / "c-then.yaml"
    file.write_text(f"client: c-then\nopened: 2020-01-06\n{state}\n", encoding="utf-8")
    assert code not in goalctl("--today", "2020-03-01", "check", "plans/c-then.yaml").out
    wrong = state.replace("discharged", "active").replace("2020-03-24}]", "2020-03-24, to: 2020-03-25}]")
    if "active" not in state:
        file.write_text(f"client: c-then\nopened: 2020-01-06\n{wrong}\n", encoding="utf-8")
        assert code in goalctl("--today", "2020-03-01", "check", "plans/c-then.yaml").out


@pytest.mark.parametrize(("day", "is_told"), [("2026-03-09", False), ("2026-03-10", True)])
def test_a_goal_of_a_later_day_is_nobodys_copy(goalctl, practice, day, is_told):
    words = "Goes to the market alone on two mornings a week and buys three things"
    goal = f"{{id: g1, goal: {words}, status: active, opened: OPENED}}"
    for client, opened in (("c-one", "2026-01-05"), ("c-two", "2026-03-10")):
        text = f"client: {client}\nopened: 2026-01-05\ngoals:\n  - {goal.replace('OPENED', opened)}\n"
        (practice / "plans" / f"{client}.yaml").write_text(text, encoding="utf-8")
    told = goalctl("--today", day, "check", "--audit", "outpatient", "--select", "A170").out
    assert ("almost the same words as g1 of c-one" in told) is is_told
