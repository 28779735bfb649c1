"""A form by its version and by who fills it in: which answers belong together, and what is asked of each alone."""

from datetime import timedelta

import pytest
from invented import FORMS, START, goal, plan_of, week

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.overview import plan_overview
from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.analysis.caseload.triage import triage
from goalctl.analysis.due.deadline import Due
from goalctl.analysis.due.deadlines import deadlines_of, next_assessment
from goalctl.analysis.instruments.readings import form_of, is_answered_by
from goalctl.analysis.progress.form_reading import form_reading
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.series import series_of, series_of_form
from goalctl.analysis.progress.state import state_of
from goalctl.analysis.risk.picture import risk_picture
from goalctl.analysis.scores.given import scores_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.exchange.deidentified import Nameless, deidentified_rows, deidentified_text
from goalctl.model.answers import Answers
from goalctl.model.ids import FormRef, form_ref_from
from goalctl.model.scalars import Duration
from goalctl.model.settings import Settings
from goalctl.rules.c_signals import reliably_worse, total_without_risk_item
from goalctl.rules.rule import RuleCase

DAY = timedelta(days=1)
NEWER = {"phq-9": FORMS["phq-9"].model_copy(update={"version": 2}), "phq-9@1": FORMS["phq-9"]}
YEARLY = Settings.model_construct(review_every=Duration(1, "y"))


def filled(**totals):
    """Entries a week apart; each form's totals in order, its name with _ for - and __ for @."""
    names = {name: name.replace("__", "@").replace("_", "-") for name in totals}
    rows = zip(*totals.values(), strict=True)
    return [
        {"date": week(n), "forms": {names[name]: {"total": t, "q9": 0} for name, t in zip(totals, row, strict=True)}}
        for n, row in enumerate(rows, start=1)
    ]


@pytest.mark.parametrize(
    ("wanted", "filed", "is_answered"),
    [
        ("phq-9", "phq-9", True),
        ("phq-9", "phq-9@1", True),
        ("phq-9", "phq-9@2", True),
        ("phq-9@2", "phq-9@2", True),
        ("phq-9@2", "phq-9@1", False),
        ("phq-9@2", "phq-9", True),
        ("phq-9@1", "phq-9", False),
        ("phq-9@1", "phq-9@1", True),
        ("phq-9", "phq-9@anna", False),
        ("phq-9@anna", "phq-9", False),
        ("phq-9@anna", "phq-9@ben", False),
        ("phq-9@anna", "phq-9@anna", True),
        ("phq-9@anna", "phq-9@1@anna", True),
        ("phq-9@1@anna", "phq-9@1@anna", True),
        ("phq-9@2@anna", "phq-9@anna", True),
        ("phq-9@1@anna", "phq-9@anna", False),
        ("phq-9", "gad-7", False),
        ("gad-7@1", "gad-7", False),
        ("gad-7@1", "gad-7@1", True),
    ],
)
def test_what_was_filed_answers_what_was_wanted(wanted, filed, is_answered):
    assert is_answered_by(form_ref_from(wanted), form_ref_from(filed), NEWER) is is_answered


@pytest.mark.parametrize(
    ("name", "version"),
    [("phq-9", 2), ("phq-9@2", 2), ("phq-9@1", 1), ("phq-9@anna", 2), ("phq-9@1@anna", 1), ("phq-9@3", None)],
)
def test_the_form_behind_a_name_is_the_same_whoever_fills_it_in(name, version):
    form = form_of(NEWER, form_ref_from(name))
    assert (form.version if form else None) == version


@pytest.mark.parametrize(
    ("wanted", "filed", "due"),
    [
        pytest.param("phq-9@1", "phq-9@1", week(5), id="the version that is wanted"),
        pytest.param("phq-9@1", "phq-9@2", week(4), id="another version"),
        pytest.param("phq-9@1", "phq-9", week(4), id="that of the day, which is another"),
        pytest.param("phq-9@2", "phq-9", week(5), id="that of the day, which is the one"),
        pytest.param("phq-9", "phq-9@1", week(5), id="any version"),
        pytest.param("phq-9@anna", "phq-9@ben", week(4), id="somebody else"),
        pytest.param("phq-9@anna", "phq-9@anna", week(5), id="the same person"),
    ],
)
def test_an_assessment_is_due_again_after_what_answers_it(wanted, filed, due):
    plan = plan_of(assessments=[{"form": wanted, "every": "4w"}], sessions=[{"date": week(1), "forms": {filed: 9}}])
    at = Standpoint(plan, NEWER, settings=YEARLY)
    assert next_assessment(at, plan.assessments[0], plan.assessments[0].form) == due
    (found,) = [found for found in deadlines_of(at) if found.kind is Due.ASSESSMENT]
    assert (found.day, found.what, found.mark) == (due, f"{wanted}, every 4w", wanted)


def test_a_planned_version_that_was_filled_in_is_not_overdue():
    plan = plan_of(
        assessments=[{"form": "phq-9@1", "every": "4w"}],
        sessions=filled(phq_9__1=[9, 9, 9]),
        review_every="1y",
    )
    assert [reason.kind for reason in triage(Standpoint(plan, FORMS, week(7)))] == [ReasonKind.DUE_SOON]
    assert [reason.kind for reason in triage(Standpoint(plan, FORMS, week(7) + DAY))] == [ReasonKind.OVERDUE]


def test_a_goal_measured_by_a_version_takes_the_interval_of_that_version():
    measure = {"by": "phq-9@1", "baseline": 18, "target": 9, "since": START}
    log = filled(phq_9__1=[15])
    often = plan_of(goals=[goal(measure)], sessions=log, assessments=[{"form": "phq-9@1", "every": "2w"}])
    seldom = plan_of(goals=[goal(measure)], sessions=log, assessments=[{"form": "phq-9@1", "every": "8w"}])
    assert state_of(Standpoint(often, FORMS, week(5)), "g1").says(State.STALE)
    assert not state_of(Standpoint(seldom, FORMS, week(9)), "g1").says(State.STALE)


def test_a_goal_measured_by_a_version_stands_in_the_caseload_once():
    measure = {"by": "phq-9@1", "baseline": 10, "target": 4, "since": START}
    plan = plan_of(goals=[goal(measure)], sessions=filled(phq_9__1=[12, 19]), review_every="1y")
    (found,) = [one for one in triage(Standpoint(plan, FORMS, week(3))) if one.kind is ReasonKind.RELIABLY_WORSE]
    assert (found.item, found.because) == ("g1", f"g1: Mood, version 1 up 9 (reliable): 10 to 19 since {START}")
    (finding,) = reliably_worse(RuleCase(plan, FORMS, today=week(3), name="c-ab1"))
    assert finding.path == ("goals", 0, "id")


def test_versions_are_one_course_and_respondents_are_two():
    plan = plan_of(
        members=["anna", "ben"],
        sessions=[
            {"date": week(1), "forms": {"phq-9@anna": 10, "phq-9@ben": 20, "phq-9@1": 5}},
            {"date": week(2), "forms": {"phq-9@1@anna": 18, "phq-9@ben": 8, "phq-9": 6}},
        ],
    )
    found = plan_overview(Standpoint(plan, FORMS, week(3))).forms
    assert [(one.series.item, one.series.rater, [point.value for point in one.series.points]) for one in found] == [
        ("phq-9", "client", [5, 6]),
        ("phq-9@anna", "anna", [10, 18]),
        ("phq-9@ben", "ben", [20, 8]),
    ]


def test_each_respondent_is_judged_alone():
    plan = plan_of(members=["anna", "ben"], sessions=filled(phq_9__anna=[10, 18], phq_9__ben=[20, 8]))
    found = [one for one in triage(Standpoint(plan, FORMS, week(3))) if one.kind is ReasonKind.RELIABLY_WORSE]
    assert [one.because for one in found] == [
        f"Mood (anna) up 8 (reliable): 10 to 18 since {week(1)} (the first score serves as baseline)"
    ]
    case = RuleCase(plan, FORMS, today=week(3), name="c-ab1")
    assert [finding.path for finding in reliably_worse(case)] == [("sessions", 1, "forms", "phq-9@anna")]


def test_a_goal_measured_by_one_respondent_covers_nobody_else():
    measure = {"by": "phq-9@ben", "baseline": 20, "target": 9, "since": START}
    log = filled(phq_9__anna=[10, 18], phq_9__ben=[14, 8])
    plan = plan_of(goals=[goal(measure)], members=["anna", "ben"], sessions=log)
    (series,) = series_of(Standpoint(plan, FORMS, week(3)), "g1")
    assert [point.value for point in series.points] == [14, 8]
    assert [one.because[:11] for one in triage(Standpoint(plan, FORMS, week(3))) if not one.item] == ["Mood (anna)"]


def test_what_one_respondent_answers_on_risk_hides_nobody_else():
    both = {"phq-9@anna": {"total": 14, "q9": 2}, "phq-9@ben": {"total": 4, "q9": 1}}
    found = risk_picture(Standpoint(plan_of(sessions=[{"date": week(1), "forms": both}]), FORMS, week(2))).needs_act
    assert {(row.person, row.detail[0].answer) for row in found} == {("anna", "2"), ("ben", "1")}


def test_a_missing_risk_item_names_the_form_as_it_stands_in_the_file():
    plan = plan_of(sessions=[{"date": week(1), "forms": {"phq-9@1@anna": 17}}])
    (found,) = total_without_risk_item(RuleCase(plan, FORMS, today=week(2), name="c-ab1"))
    assert found.path == ("sessions", 0, "forms", "phq-9@1@anna")
    assert found.hint == (
        "ask, and say it beside the total, phq-9@1@anna: {total: 17, q9: ANSWER}: goalctl amend CLIENT SESSION"
    )


def test_the_hint_to_a_skipped_risk_item_puts_no_total_over_the_other_answers():
    answers = {f"q{n}": 1 for n in range(1, 9)} | {"q9": None}
    plan = plan_of(sessions=[{"date": week(1), "forms": {"phq-9": answers}}])
    (found,) = total_without_risk_item(RuleCase(plan, FORMS, today=week(2), name="c-ab1"))
    assert found.hint == "ask, and say all answers again, with q9: goalctl amend CLIENT SESSION"


def test_a_reading_is_compared_with_the_same_person_s_earlier_ones():
    plan = plan_of(sessions=filled(phq_9=[20], phq_9__anna=[12]))
    answers = Answers(total=9)

    def earlier(respondent):
        reading = form_reading(FORMS["phq-9"], answers, day=week(3), respondent=respondent, at=Standpoint(plan, FORMS))
        return [compared.value for compared in reading.parts[0].compared]

    assert [earlier(None), earlier("anna"), earlier("ben")] == [[20], [12], []]


def test_the_course_of_a_form_that_nobody_filled_in_is_empty():
    assert series_of_form(Standpoint(plan_of(), FORMS, week(1)), FormRef("phq-9", None, "anna")).points == ()


def test_scores_of_a_form_name_who_filled_it_in_apart_from_the_form():
    plan = plan_of(sessions=[{"date": week(1), "forms": {"phq-9@1@anna": 14, "phq-9": 3}}])
    found = list(scores_of(Standpoint(plan, FORMS, week(2))))
    assert [(one.item, one.rater, one.measure, one.name) for one in found] == [
        ("phq-9@1", "anna", "phq-9@1", "phq-9@1@anna"),
        ("phq-9", "client", "phq-9", "phq-9"),
    ]


def test_no_respondent_s_name_leaves_the_house_without_names():
    measure = {"by": "phq-9@anna", "baseline": 20, "target": [5, 9], "since": START}
    plan = plan_of(goals=[goal(measure)], members=["anna"], sessions=filled(phq_9__anna=[14]))
    nameless = Nameless.of(Case.of(plan, FORMS, Settings(), week(3)), "k3")
    text = deidentified_text([nameless], version="1")
    assert "anna" not in text + str(list(deidentified_rows([nameless])))
    assert '"by": "phq-9"' in text
    assert '"rater": "other"' in text
    assert "".join(text.split()).count('"target":[5.0,9.0]') == 1
