"""What an audit asks for and finds in another place: of the day, of the trail, of who was there then."""

import pytest

from tests.rules.test_audit_phases import found_by, told

COUPLE = "[anna, ben]"


@pytest.mark.parametrize(
    ("members", "before", "billed", "is_told"),
    [
        ("[anna]", COUPLE, "present: [ben], cpt: [90834]", False),
        ("[anna]", COUPLE, "present: [anna], cpt: [90846]", False),
        (COUPLE, "null", "present: [client], cpt: [90834]", False),
        (COUPLE, "null", "present: [client], cpt: [90846]", True),
        (COUPLE, "[anna]", "present: [ben], cpt: [90834]", True),
    ],
    ids=["who left since", "half of those who were two", "who was treated alone", "and was there", "who joined since"],
)
def test_a_code_fits_those_who_were_treated_on_that_day(members, before, billed, is_told):
    trail = f"changes: [{{on: 2026-02-20, what: members, from: {before}, to: {members}, because: so it is now}}]"
    plan = f"{{format: 2, members: {members}, {trail}, sessions: [{{date: 2026-02-02, {billed}}}]}}"
    assert bool(told("A155", plan)) is is_told


@pytest.mark.parametrize(("day", "is_named"), [("2026-02-19", True), ("2026-02-20", True), ("2026-02-21", False)])
def test_a_session_names_the_goal_that_its_form_scored_then(day, is_named):
    measures = (
        "smart: {measured_before: [{until: 2026-02-20, by: gad-7, baseline: 14, target: 6}], "
        "measurable: {by: rating, baseline: 2, target: 8}}"
    )
    goal = f"goals: [{{id: g1, goal: Sleeps, status: active, opened: 2026-01-05, {measures}}}]"
    found = told("A140", f"{{{goal}, sessions: [{{date: {day}, forms: {{gad-7: 9}}}}]}}")
    assert found == ([] if is_named else ["the session names no goal or objective"])


@pytest.mark.parametrize(("added", "is_told"), [("2026-02-01", True), ("2026-02-02", False), ("2026-02-03", False)])
def test_no_session_has_to_name_an_intervention_that_was_planned_later(added, is_told):
    step = f"{{id: g1.1, objective: Walks, interventions: [{{id: i1, what: Call, on: {added}}}]}}"
    goal = f"goals: [{{id: g1, goal: Out, status: active, opened: 2026-01-05, objectives: [{step}]}}]"
    assert bool(told("A141", f"{{format: 2, {goal}, sessions: [{{date: 2026-02-02}}]}}")) is is_told


@pytest.mark.parametrize(
    ("longer", "is_told"),
    [
        ("{id: g2, goal: B}", True),
        ("{id: g2, goal: B, problem: p1}", False),
        ("{id: g2, goal: B, serves: g3}, {id: g3, goal: C, problem: p1}", False),
        ("{id: g2, goal: B, serves: g1}", True),
    ],
    ids=["of no problem", "of one", "of one, around a corner", "in a circle"],
)
def test_a_goal_that_serves_one_of_no_problem_is_for_none(longer, is_told):
    plan = f"{{problems: [{{id: p1, problem: P}}], goals: [{{id: g1, goal: A, status: active, serves: g2}}, {longer}]}}"
    assert told("A111", plan) == (["g1 is for no problem"] if is_told else [])


def replanned(on, before, after):
    services = [f"[{{type: t, every: {every}}}]" for every in (before, after)]
    trail = f"changes: [{{on: {on}, what: services, from: {services[0]}, to: {services[1]}, because: other}}]"
    return f"services: {services[1]}, {trail}"


@pytest.mark.parametrize(
    ("on", "before", "after", "is_told"),
    [
        ("2026-02-02", "4w", "1w", False),
        ("2026-01-06", "4w", "1w", False),
        ("2026-01-05", "4w", "1w", True),
        ("2026-02-03", "1w", "4w", True),
        ("2026-02-02", "1w", "4w", False),
    ],
    ids=["rarer until its end", "rarer at its beginning", "not rarer in it", "rarer after it", "rarer at its end"],
)
def test_a_gap_is_measured_by_what_was_planned_then(on, before, after, is_told):
    entries = "{date: 2026-01-05}, {date: 2026-02-02}, {date: 2026-02-09}, {date: 2026-02-16}, {date: 2026-02-23}"
    assert bool(told("A137", f"{{{replanned(on, before, after)}, sessions: [{entries}]}}")) is is_told


@pytest.mark.parametrize(
    ("of_ben", "joined", "said"),
    [
        ("2026-01-05", "", "phq-9@ben is planned every 2w, and was last filled in on 2026-01-05"),
        ("2026-02-16", "", None),
        ("", "", "phq-9@ben is planned every 2w, and was never filled in"),
        ("", "changes: [{on: 2026-02-09, what: members, from: [anna], to: [anna, ben], because: both}], ", None),
    ],
    ids=["dropped", "kept", "never begun", "who joined since"],
)
def test_a_measure_is_dropped_by_whoever_left_it_out(of_ben, joined, said):
    days = ("2026-01-05", "2026-01-19", "2026-02-02", "2026-02-16", "2026-02-23", "2026-03-02")
    forms = {day: "phq-9@anna: 9" + (", phq-9@ben: 9" if day == of_ben else "") for day in days}
    entries = ", ".join(f"{{date: {day}, forms: {{{filled}}}}}" for day, filled in forms.items())
    plan = f"format: 2, members: {COUPLE}, opened: 2026-01-05, assessments: [{{form: phq-9, every: 2w}}], {joined}"
    found = found_by("A162", f"{{{plan}sessions: [{entries}]}}")
    assert [one.message for one in found] == ([said] if said else [])
    assert all("goalctl assess c-ab1 phq-9@ben;" in one.hint for one in found)


@pytest.mark.parametrize(
    ("more", "is_told"),
    [
        (", {date: 2026-02-02, kind: crisis, risk: {done: [brought to hospital]}}", False),
        (", {date: 2026-02-03, risk: {concern: suicide, follow_up: 2026-02-05}}", False),
        (", {date: 2026-02-04, risk: {follow_up: 2026-02-05}}", True),
        (", {date: 2026-02-01, risk: {follow_up: 2026-02-05}}", True),
        (", {date: 2026-02-02, risk: {done: [nothing yet]}}", True),
        (", {date: 2026-02-02, risk: {concern: harm to others, done: [told the police]}}", True),
        (", {date: 2026-02-02, forms: {safety-plan: {coping: a walk}}}", True),
    ],
    ids=["that day", "the next", "two days on", "the day before", "nothing", "another concern", "another hour's plan"],
)
def test_high_risk_is_answered_by_what_another_record_says_was_done(more, is_told):
    entry = "{date: 2026-02-02, risk: {ideation: active, level: high}}"
    (hint,) = [one.hint for one in found_by("A156", f"{{format: 2, sessions: [{entry}{more}]}}")] or [""]
    assert hint.endswith("goalctl risk c-ab1 --date 2026-02-02") is is_told


def test_a_safety_plan_of_the_hour_answers_high_risk():
    entry = "{date: 2026-02-02, forms: {safety-plan: {coping: a walk}}, risk: {ideation: active, level: high}}"
    assert told("A156", f"{{format: 2, sessions: [{entry}]}}") == []


@pytest.mark.parametrize(("ended", "is_told"), [("2025-12-31", False), ("2026-01-01", True)])
def test_of_a_treatment_that_ended_before_it_was_due_no_plan_is_asked(ended, is_told):
    over = f"status: discharged, discharge: {{on: {ended}}}"
    plan = f"{{opened: 2025-12-01, plan_by: 30d, {over}}}"
    assert bool(told("A131", plan, within="30d")) is is_told
    assert bool(told("A102", plan)) is is_told


HANDED = "clinician: n.new, changes: [{on: 2026-02-20, what: clinician, from: m.kowalski, to: n.new, because: moved}]"


@pytest.mark.parametrize(
    ("who", "on", "is_told"),
    [
        ("m.kowalski", "2026-02-20", False),
        ("m.kowalski", "2026-02-21", True),
        ("n.new", "2026-02-21", False),
        ("s.lee", "2026-01-12", True),
    ],
    ids=["who was it until then", "and was none any more", "who is it now", "somebody else"],
)
def test_the_clinician_of_the_day_signs_the_plan(who, on, is_told):
    plan = f"{{{HANDED}, agreements: [{{on: {on}, who: {who}, how: signed}}]}}"
    assert bool(told("A121", plan)) is is_told


@pytest.mark.parametrize(
    ("signed", "is_told"),
    [("s.lee", False), ("m.kowalski", True)],
    ids=["under an hour of their own", "under somebody else's"],
)
def test_a_supervisors_signature_under_their_own_hour_is_no_co_signature(signed, is_told):
    entry = f"{{date: 2026-02-02, by: {signed}, signed: [{{by: s.lee, on: 2026-02-02, role: supervisor}}]}}"
    assert bool(told("A146", f"{{supervisor: s.lee, sessions: [{entry}]}}")) is is_told


@pytest.mark.parametrize(("who", "is_told"), [("client", False), ("mother", False), ("old.one", True)])
def test_only_who_works_here_signs_with_a_credential(who, is_told):
    entry = f"{{date: 2026-02-02, signed: [{{by: {who}, on: 2026-02-02}}]}}"
    assert bool(told("A147", f"{{format: 2, guardians: [mother], sessions: [{entry}]}}")) is is_told


TAKEN_BACK = "{what: treatment, who: anna, on: 2026-01-05, withdrawn: 2026-02-09}"


@pytest.mark.parametrize(
    ("consents", "said"),
    [
        ("{what: treatment, who: anna, on: 2026-01-05}", "no consent to treatment by ben held on 2026-02-02"),
        ("{what: treatment, who: Anna, on: 2026-01-05}, {what: treatment, who: ben, on: 2026-02-02}", None),
        (
            f"{TAKEN_BACK}, {{what: treatment, who: ben, on: 2026-01-05}}",
            "no consent to treatment by anna held on 2026-03-02",
        ),
        ("{what: treatment, on: 2026-01-05}", None),
    ],
    ids=["by one of two", "by each", "taken back by one", "by nobody named"],
)
def test_each_who_is_treated_consents(consents, said):
    held = {"2026-01-26": "anna", "2026-02-02": "anna, ben", "2026-02-16": "ben"}
    entries = ", ".join(f"{{date: {day}, present: [{there}]}}" for day, there in held.items())
    plan = f"{{format: 2, members: {COUPLE}, consents: [{consents}], sessions: [{entries}]}}"
    assert told("A163", plan) == ([said] if said else [])


def test_a_guardian_consents_for_a_family():
    plan = "format: 2, members: [mother, teen], guardians: [mother], sessions: [{date: 2026-02-02}]"
    assert told("A163", f"{{{plan}, consents: [{{what: treatment, who: mother, on: 2026-01-05}}]}}") == []


@pytest.mark.parametrize(("day", "is_told"), [("2026-02-02", True), ("2026-02-24", False), ("2026-02-25", True)])
def test_a_service_that_was_added_runs_from_that_day(day, is_told):
    first, second = "{type: hour, for: 2w}", "{type: group, for: 3w}"
    trail = f"changes: [{{on: 2026-02-03, what: services, from: [{first}], to: [{first}, {second}], because: more}}]"
    plan = f"{{opened: 2026-01-05, services: [{first}, {second}], {trail}, sessions: [{{date: {day}}}]}}"
    assert bool(told("A134", plan)) is is_told


WAITED, RESTED, CAME_BACK, LEFT_OFF = (
    f"{{on: {on}, of: OF, what: status, from: {old}, to: {new}, because: so}}"
    for on, old, new in (
        ("2026-01-19", "reserve", "active"), ("2026-01-19", "active", "on-hold"), ("2026-02-02", "on-hold", "active"),
        ("2026-01-26", "active", "discontinued"),
    )
)  # fmt: skip
HELD = ("2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02", "2026-02-09")
WALKS = "[{id: g1.1, objective: Walks, status: STEP, interventions: [{id: i1, what: Call}]}]"


@pytest.mark.parametrize(
    ("trail", "status", "asked"),
    [
        (WAITED, "active", HELD[2:]),
        (f"{RESTED}, {CAME_BACK}", "active", (*HELD[:2], HELD[4])),
        (LEFT_OFF, "discontinued", HELD[:3]),
        ("", "active", HELD),
    ],
    ids=["waited first", "rested between", "was given up", "all the time"],
)
@pytest.mark.parametrize("of", ["g1", "g1.1"])
def test_a_session_is_asked_for_what_was_worked_on_that_day(of, trail, status, asked):
    statuses = {"g1": "active", "g1.1": "active", of: status}
    steps = WALKS.replace("STEP", statuses["g1.1"])
    goal = f"goals: [{{id: g1, goal: Out, status: {statuses['g1']}, objectives: {steps}}}]"
    entries = ", ".join(f"{{date: {day}}}" for day in HELD)
    plan = f"{{format: 2, opened: 2026-01-05, {goal}, changes: [{trail.replace('OF', of)}], sessions: [{entries}]}}"
    assert [HELD[one.path[1]] for one in found_by("A141", plan)] == list(asked)
    assert [HELD[one.path[1]] for one in found_by("A140", plan)] == list(asked if of == "g1" else HELD)
    said = ["g1.1 was never worked on", "g1.1.i1 was never used"] if status == "active" else []
    found = [*told("A150", plan), *told("A151", plan)]
    assert found == [f"{one} in {len(asked)} sessions" for one in said]


def test_where_the_trail_has_no_status_before_a_step_was_worked_on_until_then():
    steps = WALKS.replace("STEP", "reserve")
    goal = f"goals: [{{id: g1, goal: Out, status: active, objectives: {steps}}}]"
    trail = "changes: [{on: 2026-02-02, of: g1.1, what: status, to: reserve, because: edited as a text}]"
    entries = ", ".join(f"{{date: {day}}}" for day in HELD)
    plan = f"{{format: 2, opened: 2026-01-05, {goal}, {trail}, sessions: [{entries}]}}"
    assert [HELD[one.path[1]] for one in found_by("A141", plan)] == list(HELD[:4])


def test_a_session_between_two_authorizations_is_told_with_the_end_of_the_one_before_it():
    """It named the end of the one that had not begun: "the last one ended on 2026-12-31"."""
    approved = "{payer: P, from: 2026-01-05, to: 2026-02-02}, {payer: P, from: 2026-02-17, to: 2026-12-31}"
    plan = f"{{authorizations: [{approved}], sessions: [{{date: 2026-02-16}}]}}"
    assert told("A135", plan) == ["no authorization covers this day; the last one before it ended on 2026-02-02"]
