"""Plans as FHIR R4B: what maps, what never leaves unasked, and that every shipped plan is shaped as R4B has it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from goalctl.analysis.case import Case
from goalctl.documents.read import read_data
from goalctl.exchange.fhir.bundle import bundle_of, kept_back
from goalctl.exchange.fhir.shapes import OnRequest
from goalctl.library.shelf import FormShelf
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from

TODAY = date(2026, 6, 15)
TREE = Path(__file__).parents[2]
SHIPPED = sorted([*(TREE / "plans").glob("*.yaml"), *(TREE / "examples" / "worked" / "plans").glob("*.yaml")])
NOTHING, ALL = OnRequest(), OnRequest(confidential=True, risk=True)
RISK = "    risk: {concern: suicide, ideation: a passing thought on the bridge}\n"
PLAN = """\
format: 2
client: c-ab1
clinician: m.kowalski
opened: 2026-01-05
status: active
x-own: never
diagnoses: [{code: F41.1, name: Generalised anxiety disorder, on: 2026-01-05, by: m.kowalski}]
problems: [{id: p1, problem: Worry}]
services: [{type: Individual, minutes: 50, every: 1w, for: 6m, cpt: "90834"}]
goals:
  - id: g1
    goal: Sees friends again
    problem: p1
    status: active
    opened: 2026-01-05
    smart:
      measurable:
        by: levels
        levels: {-2: nobody, -1: one a month, 0: one a week, 1: two a week, 2: every day}
        baseline: -1
        target: 0
        since: 2026-01-05
      relevant: {in_their_words: I miss them}
      time_bound: {deadline: 2026-06-30}
    objectives:
      - id: g1.1
        objective: Calls a friend
        measurable: {by: count, per: week, baseline: 0, target: [2, 4]}
        interventions: [{id: i1, what: Role play, who: clinician, every: 3 per week, for: 8w, minutes: 20}]
  - {id: g2, goal: Less worry, status: draft, smart: {measurable: {by: gad-7, target: 7}}}
sessions:
  - id: k1k1k1
    date: 2026-02-02
    scores: {g1: -1, g1@clinician: 0, g1.1: 1}
    forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 2], dass-21: {depression: 14}}
    risk: {concern: suicide, ideation: a passing thought on the bridge}
  - {id: k2k2k2, date: 2026-02-09, confidential: yes, scores: {g1: 2}, forms: {gad-7: 12}}
"""


def case_of(text, **settings):
    data, _ = read_data(text)
    plan, findings = record_from(Plan, data)
    assert plan is not None, findings
    return Case.of(plan, FormShelf(), Settings(**settings), TODAY)


def resources(kind, asked=None, text=PLAN):
    bundle = bundle_of(case_of(text), asked or OnRequest())
    return [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]


def code_of(concept):
    return concept.get("coding", [{}])[0].get("code") or concept.get("text")


def observations(asked=None):
    found = resources("Observation", asked)
    return [
        (code_of(one["code"]), one["effectiveDateTime"], one.get("valueQuantity", {}).get("value")) for one in found
    ]


def test_a_client_is_a_pseudonym_and_nothing_else():
    (patient,) = resources("Patient")
    assert set(patient) == {"resourceType", "identifier", "active"}
    assert patient["identifier"][0]["value"] == "c-ab1"


def test_goal_attainment_scaling_is_as_the_person_centered_outcomes_guide_has_it():
    goal = resources("Goal")[0]
    (milestone, *levels) = goal["extension"]
    assert milestone["extension"][0]["valueCodeableConcept"]["coding"][0]["code"] == "milestone"
    assert [level["extension"][1]["valueString"] for level in levels][::4] == ["every day", "nobody"]
    assert levels[2]["extension"][0]["valueCoding"]["code"] == "LA34481-4"
    assert code_of(goal["target"][0]["measure"]) == "107332-9"
    assert code_of(goal["target"][0]["detailCodeableConcept"]) == "LA34481-4"


def test_a_goal_says_where_it_stands_why_and_by_when():
    goal, step, draft = resources("Goal")
    assert (goal["lifecycleStatus"], goal["startDate"]) == ("active", "2026-01-05")
    assert goal["target"][0]["dueDate"] == "2026-06-30"
    assert goal["note"] == [{"text": "In their words: I miss them"}]
    assert "expressedBy" in goal
    assert (draft["lifecycleStatus"], "achievementStatus" in draft) == ("proposed", False)
    assert step["target"][0]["detailRange"]["high"] == {
        "value": 4,
        "unit": "per week",
        "system": "http://unitsofmeasure.org",
        "code": "/wk",
    }


@pytest.mark.parametrize(
    ("target", "detail"),
    [
        ("2147483647", {"detailInteger": 2147483647}),
        ("2147483648", {"detailQuantity": {"value": 2147483648}}),
        ("2.5", {"detailQuantity": {"value": 2.5}}),
    ],
    ids=["the largest of 32 bits", "one more", "no whole number"],
)
def test_a_target_that_no_integer_of_fhir_can_hold_is_a_quantity(target, detail):
    text = PLAN.replace("{by: gad-7, target: 7}", f"{{by: number, of: steps a year, baseline: 1, target: {target}}}")
    (found,) = resources("Goal", text=text)[2]["target"]
    assert {key: value for key, value in found.items() if key.startswith("detail")} == detail


@pytest.mark.parametrize(
    ("answer", "kind"), [(2**31 - 1, "valueInteger"), (2**31, "valueDecimal"), (-(2**31) - 1, "valueDecimal")]
)
def test_an_answer_that_no_integer_of_fhir_can_hold_is_a_decimal(answer, kind):
    form, _ = record_from(Form, read_data("{form: own, name: Own, items: [{id: q1, ask: How many?, type: number}]}")[0])
    text = PLAN.replace("gad-7: 12}}", f"own: {{q1: {answer}}}}}}}").replace("confidential: yes, ", "")
    case = replace(case_of(text), forms={"own": form})
    found = [entry["resource"] for entry in bundle_of(case, NOTHING)["entry"]]
    (response,) = (one for one in found if one["resourceType"] == "QuestionnaireResponse")
    assert response["item"][0]["answer"] == [{kind: answer}]


def test_every_score_is_an_observation_by_whoever_gave_it():
    assert observations() == [
        ("107332-9", "2026-01-05", None),
        ("Count per week", "2026-01-05", 0),  # it says no day of its own: its goal's opening
        ("107334-5", "2026-02-02", None),
        ("107333-7", "2026-02-02", None),
        ("Count per week", "2026-02-02", 1),
        ("44261-6", "2026-02-02", 10),
        ("DASS-21 depression", "2026-02-02", 14),
    ]


def test_the_baseline_of_one_who_judges_is_by_them_and_one_of_a_draft_without_a_day_is_none():
    text = PLAN.replace("status: active\nx-own", "status: active\nmembers: [anna, ben]\nx-own")
    text = text.replace("by: levels", "judged_by: anna\n        by: levels").replace(
        "gad-7, t", "gad-7, baseline: 9, t"
    )
    first, *others = resources("Observation", text=text)
    assert first["performer"] == [{"display": "anna"}]
    assert [one["effectiveDateTime"] for one in others if "note" in one] == ["2026-01-05"]


def named(kind, text):
    found = [one["identifier"] for one in resources(kind, text=text)]
    return [one["value"] for one in (found if kind == "QuestionnaireResponse" else [of[0] for of in found])]


def test_two_notes_of_one_day_are_two_observations_each_with_an_address_of_its_own():
    text = f"{PLAN}diary: [{{date: 2026-02-03, g1: 0}}, {{date: 2026-02-03, g1: 1}}]\n"
    assert named("Observation", text)[-2:] == ["c-ab1/diary-2026-02-03-g1", "c-ab1/diary-2026-02-03-2-g1"]
    addresses = [entry["fullUrl"] for entry in bundle_of(case_of(text), NOTHING)["entry"]]
    assert len(addresses) == len(set(addresses))


def test_an_entry_without_an_id_keeps_its_name_when_an_earlier_day_is_filled_in():
    text = PLAN.replace("id: k1k1k1\n    date", "date")
    later = text.replace("sessions:\n", "sessions:\n  - {date: 2026-01-12, scores: {g1: -1}}\n")
    (name,) = named("QuestionnaireResponse", text)
    assert named("QuestionnaireResponse", later) == [name]


def test_a_total_that_makes_up_for_a_skipped_answer_says_so():
    text = PLAN.replace("phq-9: [1, 1,", "phq-9: [1, ~,")
    notes = {code_of(one["code"]): one.get("note") for one in resources("Observation", text=text)}
    assert notes["44261-6"] == [{"text": "Prorated: an estimate without q2"}]


def test_a_total_that_is_rounded_for_a_skipped_answer_is_whole():
    text = PLAN.replace(
        "dass-21: {depression: 14}", "phq-a: {q1: ~, q2: 1, q3: 1, q4: 1, q5: 1, q6: 1, q7: 1, q8: 1, q9: 0}"
    )
    values = {
        code_of(one["code"]): one.get("valueQuantity", {}).get("value") for one in resources("Observation", text=text)
    }
    assert values["PHQ-A total score"] == 8


def test_that_a_problem_is_over_is_not_said_because_treatment_is():
    text = PLAN.replace("status: active\nx-own", "status: discharged\ndischarge: {on: 2026-05-01}\nx-own")
    assert [("clinicalStatus" in one) for one in resources("Condition", text=PLAN)] == [True, True]
    assert [("clinicalStatus" in one) for one in resources("Condition", text=text)] == [False, False]


def test_the_answers_on_a_form_have_their_codes():
    (response,) = resources("QuestionnaireResponse")
    assert response["questionnaire"] == "http://loinc.org/q/44249-1"
    assert [item["linkId"] for item in response["item"]][::8] == ["44250-9", "44260-8"]
    assert response["item"][8]["answer"] == [{"valueCoding": {"code": "2", "display": "more than half the days"}}]


@pytest.mark.parametrize("words", ["bridge", "2026-02-09", "never", "x-own"])
def test_what_was_not_asked_for_never_leaves(words):
    assert words not in json.dumps(bundle_of(case_of(PLAN), OnRequest()))


def test_an_entry_that_is_kept_back_has_no_say_in_how_a_goal_stands():
    text = PLAN.replace("target: 0", "target: 2").replace("scores: {g1: 2}", "scores: {g1: 2, g1@clinician: 2}")
    state = {asked: resources("Goal", asked, text)[0]["achievementStatus"]["text"] for asked in (NOTHING, ALL)}
    assert state == {NOTHING: "stale", ALL: "met"}


SAID = "I can't stop thinking of killing myself"


@pytest.mark.parametrize(
    ("where", "there"),
    [
        ("in_their_words: I miss them", f"in_their_words: {SAID}"),
        ("problem: Worry}", f"problem: Worry, evidence: {SAID}}}"),
    ],
    ids=["a goal's", "a problem's"],
)
def test_words_beside_a_goal_or_problem_that_speak_of_risk_are_kept_back_and_that_is_told(where, there):
    case = case_of(PLAN.replace(where, there).replace(RISK, ""))
    assert "killing" not in json.dumps(bundle_of(case, NOTHING))
    assert kept_back(case, NOTHING)[1:] == ["what is told of risk (--include risk)"]
    assert SAID in json.dumps(bundle_of(case, ALL))
    assert kept_back(case, ALL) == []


@pytest.mark.parametrize(
    "form",
    ["safety-plan: {warning_signs: stays in bed, coping: radio}", "safety-plan@anna: {coping: radio}",
     "c-ssrs-screener: {q1: yes, q2: no, q6: no}"],
    ids=["a safety plan", "one member's", "a screener of risk alone"],
)  # fmt: skip
def test_a_form_that_is_about_risk_leaves_only_when_that_is_asked_and_it_is_told(form):
    text = PLAN.replace(RISK, "").replace("dass-21: {depression: 14}", form)
    name = form.partition(":")[0].partition("@")[0]
    case = case_of(text)
    assert name not in json.dumps(bundle_of(case, NOTHING))
    assert kept_back(case, NOTHING)[1:] == ["what is told of risk (--include risk)"]
    assert name in json.dumps(bundle_of(case, ALL))
    assert "Observation" in {entry["resource"]["resourceType"] for entry in bundle_of(case, NOTHING)["entry"]}


def test_what_was_asked_for_leaves():
    text = json.dumps(bundle_of(case_of(PLAN), OnRequest(confidential=True, risk=True)))
    assert "a passing thought on the bridge" in text
    assert "2026-02-09" in text
    assert "x-own" not in text


def test_the_page_says_of_every_key_of_a_plan_whether_it_maps_or_is_lost():
    page = (TREE / "docs" / "reference" / "fhir.md").read_text(encoding="utf-8")
    table = page.partition("| in the plan | in FHIR | lost |")[2].partition("\n\n")[0]
    keys = {info.alias or name for name, info in Plan.model_fields.items()}
    assert {key for key in keys if f"`{key}`" not in table} == set()


def test_services_and_interventions_are_activities_with_their_rhythm():
    (plan,) = resources("CarePlan")
    first, second = (activity["detail"] for activity in plan["activity"])
    assert first["scheduledTiming"]["repeat"] | {"boundsDuration": 0} == {
        "duration": 20, "durationUnit": "min", "boundsDuration": 0, "frequency": 3, "period": 1, "periodUnit": "wk",
    }  # fmt: skip
    assert second["code"]["coding"][0]["code"] == "90834"


def test_a_goal_for_a_problem_that_is_not_there_refers_to_none():
    assert "addresses" not in resources("Goal", text=PLAN.replace("problem: p1\n", "problem: p9\n"))[0]


def test_every_reference_leads_to_a_resource_of_the_bundle():
    bundle = bundle_of(case_of(PLAN), OnRequest(confidential=True, risk=True))
    known = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(known) == len(set(known))
    assert set(references_in(bundle)) <= set(known)


def references_in(value):
    if isinstance(value, dict):
        yield from ([value["reference"]] if "reference" in value else ())
        for item in value.values():
            yield from references_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from references_in(item)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize("asked", [OnRequest(), OnRequest(confidential=True, risk=True)], ids=["as usual", "all of it"])
def test_every_shipped_plan_is_shaped_as_r4b_has_it(path, asked):
    bundles = pytest.importorskip("fhir.resources.R4B.bundle")
    data, _ = read_data(path.read_text(encoding="utf-8"))
    if record_from(Plan, data)[0] is None:
        pytest.skip("it can't be read, on purpose")
    bundle = bundle_of(case_of(path.read_text(encoding="utf-8")), asked)
    checked = bundles.Bundle.model_validate_json(json.dumps(bundle))
    assert len(checked.entry) == len(bundle["entry"])
    assert set(references_in(bundle)) <= {entry["fullUrl"] for entry in bundle["entry"]}
