"""The invented caseload and the worked plans: they read cleanly, and what was planted in them is still there."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from goalctl.documents.read import read_data
from goalctl.documents.text import source_of
from goalctl.model.answers import Answers
from goalctl.model.goal import Status
from goalctl.model.ids import FormRef, form_ref_from
from goalctl.model.plan import Lifecycle, Plan
from goalctl.model.session import Kind, Session
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from

TODAY = date(2026, 6, 15)
TOP = Path(__file__).parents[1]
SHIPPED = sorted((TOP / "plans").glob("*.yaml"))
WORKED = sorted((TOP / "examples" / "worked" / "plans").glob("*.yaml"))
SETTINGS = [TOP / "goalctl.yaml", TOP / "examples" / "worked" / "goalctl.yaml"]

every_plan = pytest.mark.parametrize("path", [*SHIPPED, *WORKED], ids=lambda path: path.stem)


@cache
def plan_at(path):
    plan, _ = record_from(Plan, read_data(source_of(path.read_bytes()).text)[0])
    assert plan is not None
    return plan


def shipped(client):
    return plan_at(TOP / "plans" / f"{client}.yaml")


def findings_in(path, kind):
    source = source_of(path.read_bytes())
    data, findings = read_data(source.text)
    return [*source.findings, *findings, *record_from(kind, data)[1]]


def total(answers: Answers) -> float | None:
    """The sum of the answers; None when an item was skipped."""
    if answers.total is not None:
        return answers.total
    given = answers.by_position or tuple((answers.by_item or {}).values())
    return None if None in given else sum(int(answer) for answer in given if answer)


def item_9(entry: Session) -> str | None:
    answers = entry.forms.get(FormRef("phq-9"), Answers())
    return answers.by_position[8] if answers.by_position else (answers.by_item or {}).get("q9")


def endorsed(entry):
    return item_9(entry) not in {None, "0"}


def totals(plan, form):
    wanted = form_ref_from(form)
    return [total(entry.forms[wanted]) for entry in plan.log if wanted in entry.forms]


def last_scored(plan):
    return max((entry.date for entry in plan.log if entry.scores or entry.forms), default=None)


def references(plan):
    entries = chain.from_iterable((*entry.worked_on, *(rated.item for rated in entry.scores)) for entry in plan.log)
    homework = (task.for_ for entry in plan.log for task in entry.homework if task.for_)
    reviews = (review.of for review in plan.reviews if review.of)
    return {*entries, *homework, *reviews, *(rated.item for day in plan.diary for rated in day.scores)}


@every_plan
def test_a_plan_that_ships_reads_without_a_finding(path):
    assert findings_in(path, Plan) == []


@pytest.mark.parametrize("path", SETTINGS, ids=["shipped", "worked"])
def test_the_settings_that_ship_read_without_a_finding(path):
    assert findings_in(path, Settings) == []


@every_plan
def test_a_client_is_its_files_name_and_the_first_line_names_the_schema(path):
    assert plan_at(path).client == path.stem
    first = path.read_bytes().splitlines()[0]
    assert first == b"# yaml-language-server: $schema=plan.schema.json"


@every_plan
def test_nothing_that_has_happened_is_dated_after_the_day_of_the_replay(path):
    plan = plan_at(path)
    dated = chain(plan.sessions, plan.diary)
    settled = chain(plan.reviews, plan.changes, plan.agreements, plan.consents, plan.diagnoses)
    assert max(chain((entry.date for entry in dated), (fact.on for fact in settled if fact.on))) <= TODAY


@every_plan
def test_entries_have_their_own_ids_and_homework_is_answered_once_and_after_it_was_given(path):
    plan = plan_at(path)
    ids = [entry.id for entry in plan.sessions if entry.id]
    answered = [(name, entry.date) for entry in plan.log for name in entry.homework_done]
    given = {task.id: entry.date for entry in plan.log for task in entry.homework}
    assert len(set(ids)) == len(ids)
    assert len({name for name, _ in answered}) == len(answered)
    assert all(given[name] < day for name, day in answered)


@every_plan
def test_a_score_in_a_note_is_what_the_answers_add_up_to(path):
    names = {"phq-9": "PHQ-9", "gad-7": "GAD-7"}
    for entry in plan_at(path).log:
        for form, answers in entry.forms.items():
            said = re.search(rf"{names[form.id]} (?:is )?(\d+)", entry.note or "")
            assert said is None or int(said[1]) == total(answers)


@every_plan
def test_an_active_goal_is_smart_throughout_and_has_an_objective_with_an_intervention(path):
    for goal in plan_at(path).active_goals:
        smart = goal.smart
        assert smart.specific
        assert all((smart.measurable, smart.measurable.direction))
        assert all((smart.attainable.because, smart.attainable.in_client_control))
        assert smart.relevant.value in plan_at(path).values
        assert all((smart.time_bound.deadline, smart.time_bound.monitored))
        assert any(objective.interventions for objective in goal.objectives)


@every_plan
def test_every_reference_leads_somewhere_but_for_the_planted_one(path):
    plan = plan_at(path)
    loose = references(plan) - plan.scorables.keys()
    assert loose == ({"g3"} if path.stem == "c-n8gy" else set())


@every_plan
def test_an_intervention_that_was_used_stands_in_the_plan(path):
    plan = plan_at(path)
    assert {full for entry in plan.log for full in entry.used} <= {full for full, _ in plan.interventions()}


def test_the_caseload_has_twelve_clients_of_two_clinicians():
    assert len(SHIPPED) == 12
    assert {plan_at(path).clinician for path in SHIPPED} == {"m.kowalski", "s.lee"}


def test_the_files_are_laid_out_as_different_hands_would():
    texts = [path.read_bytes() for path in SHIPPED]
    assert sum(b"\r\n" in text for text in texts) == 1
    assert sum(not text.endswith(b"\n") for text in texts) == 1
    assert sum(b'\n"client"' in text for text in texts) == 1


def test_every_kind_of_measure_is_shown():
    scorables = chain.from_iterable(plan_at(path).scorables.values() for path in SHIPPED)
    kinds = {item.measure.kind for item in scorables if item.measure}
    assert kinds == {"phq-9", "gad-7", "rating", "count", "number", "percent", "levels", "done"}


def test_the_readmes_client_falls_from_18_to_8_with_bumps_and_practises_on_ever_more_days():
    plan = shipped("c-7f3k")
    course = totals(plan, "phq-9")
    days = [score for entry in plan.log for rated, score in entry.scores.items() if str(rated) == "g1.1"]
    assert (len(course), course[0], course[-1]) == (17, 18, 8)
    assert course != sorted(course, reverse=True)
    assert (days[0], days[-1]) == (1, 5)


@pytest.mark.parametrize("client", ["c-p3vd", "c-b1qs"])
def test_a_goal_or_an_objective_is_overdue(client):
    active = [item for item in shipped(client).scorables.values() if item.status is Status.ACTIVE]
    assert any(item.deadline and item.deadline < TODAY for item in active)


def test_nobody_else_is_overdue():
    others = [plan_at(path) for path in SHIPPED if path.stem not in {"c-p3vd", "c-b1qs"}]
    active = [item for plan in others for item in plan.scorables.values() if item.status is Status.ACTIVE]
    assert all(item.deadline >= TODAY for item in active)


def test_one_couple_is_stale():
    plan = shipped("c-t6bn")
    assert plan.members == ("a", "b")
    assert (TODAY - last_scored(plan)).days > 90


def test_one_plan_is_on_hold_and_one_discharged():
    assert [p.stem for p in SHIPPED if plan_at(p).status is Lifecycle.ON_HOLD] == ["c-n8gy"]
    assert [p.stem for p in SHIPPED if plan_at(p).status is Lifecycle.DISCHARGED] == ["c-9wke"]
    assert shipped("c-9wke").discharge.outcomes.keys() == {"g1", "g2", "g3"}


def test_one_plan_is_new_and_holds_drafts_only():
    plan = shipped("c-2rj5")
    assert plan.plan_by.after(plan.opened) > TODAY
    assert {goal.status for goal in plan.goals} == {Status.DRAFT}


def test_one_client_is_reliably_worse_on_the_phq_9_and_nobody_else_is():
    rises = {path.stem: totals(plan_at(path), "phq-9") for path in SHIPPED}
    assert [client for client, course in rises.items() if course and (course[-1] or 0) - course[0] >= 6] == ["c-b1qs"]


def test_item_9_is_endorsed_without_a_risk_record_in_one_entry():
    unanswered = [path.stem for path in SHIPPED for e in plan_at(path).log if endorsed(e) and e.risk is None]
    assert unanswered == ["c-58tz"]


def test_the_day_of_one_risk_follow_up_has_passed_with_nothing_on_record():
    last = {path.stem: [e.risk for e in plan_at(path).log if e.risk][-1:] for path in SHIPPED}
    passed = [client for client, risks in last.items() if any(r.follow_up and r.follow_up < TODAY for r in risks)]
    assert passed == ["c-z64f"]


def test_one_client_reached_the_target_long_before_the_deadline():
    goal = shipped("c-4hq8").scorables["g1"]
    scores = [score for entry in shipped("c-4hq8").log for rated, score in entry.scores.items() if str(rated) == "g1"]
    assert scores[-1] >= goal.measure.target
    assert (goal.deadline - TODAY).days > 90


def test_one_client_s_line_is_flat():
    scores = [score for entry in shipped("c-kx07").log for rated, score in entry.scores.items() if str(rated) == "g1"]
    assert len(scores) == 8
    assert max(scores) - min(scores) < 0.25


def test_entries_were_amended_voided_missed_and_left_unsigned():
    entries = [entry for path in SHIPPED for entry in plan_at(path).sessions]
    unsigned = [entry for entry in entries if not entry.signed]
    assert sum(bool(entry.amended) for entry in entries) == 1
    assert sum(entry.void is not None for entry in entries) == 1
    assert sum(entry.kind is Kind.NO_SHOW for entry in entries) == 2
    assert len(unsigned) == 3


def test_one_authorization_runs_out_within_two_weeks():
    ends = [grant.to for path in SHIPPED for grant in plan_at(path).authorizations]
    assert [end for end in ends if 0 <= (end - TODAY).days <= 14] == [date(2026, 6, 26)]


def test_the_worked_plans_are_three_with_three_objectives_each():
    assert [path.stem for path in WORKED] == ["anger-management", "depression", "opioid-recovery"]
    assert [len(plan_at(path).goals[0].objectives) for path in WORKED] == [3, 3, 3]


@pytest.mark.parametrize("path", WORKED, ids=lambda path: path.stem)
def test_a_worked_plan_is_complete_at_the_top(path):
    plan = plan_at(path)
    assert all((plan.diagnoses, plan.strengths, plan.values, plan.functioning, plan.discharge_criteria))
    assert all(service.minutes and service.every and service.for_ for service in plan.services)
    assert {agreement.who for agreement in plan.agreements} == {"client", plan.clinician}
    assert all((review.on - plan.opened).days <= 90 for review in plan.reviews)
    assert len(plan.goals[0].grow.options) == 3


@pytest.mark.parametrize("path", WORKED, ids=lambda path: path.stem)
def test_every_session_of_a_worked_plan_holds_on_to_the_golden_thread(path):
    plan = plan_at(path)
    for entry in plan.log:
        assert all((entry.time, entry.place, entry.present, entry.cpt, entry.response, entry.signed))
        assert entry.kind is Kind.INTAKE or (entry.worked_on and entry.used)
        assert entry.risk or not endorsed(entry)
    assert {name for entry in plan.log for name in entry.worked_on} == plan.scorables.keys()
    assert {name for entry in plan.log for name in entry.used} == {name for name, _ in plan.interventions()}
