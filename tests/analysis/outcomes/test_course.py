"""One treatment from its opening to its end: one beginning for every line, nothing of before or after, all people."""

from datetime import timedelta

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.history.replay import as_of
from goalctl.analysis.outcomes.talking_therapies import codes_in
from goalctl.analysis.progress.form_reading import form_reading
from goalctl.analysis.standpoint import Standpoint
from goalctl.library.shelf import FormShelf
from goalctl.model.answers import Answers
from goalctl.model.settings import Settings
from goalctl.views.words.form_course import form_course_words
from goalctl.views.words.outcome import outcome_lines
from tests.analysis.invented import START, goal, mood_form, plan_of, sessions, week

SHIPPED = FormShelf()
DAY = timedelta(days=1)
END = week(20)
ENDED = {"status": "discharged", "discharge": {"on": END, "reason": "by agreement"}}
PAIRED = [
    {"date": week(1), "forms": {"phq-9": {"total": 20}, "gad-7": 15}},
    {"date": END, "forms": {"phq-9": {"total": 8}, "gad-7": 6}},
]
RATED = {"by": "rating", "baseline": 2, "target": 6, "since": START}


def mood(baseline, since):
    return goal({"by": "phq-9", "baseline": baseline, "target": 9, "since": since})


def filled(*scores, form="phq-9"):
    """Each by its week and its total."""
    return [{"date": week(number), "forms": {form: {"total": total}}} for number, total in scores]


def case_of(*, today=None, forms=SHIPPED, **keys):
    return Case.of(plan_of(**keys), forms, Settings(), today or week(30))


def pairs(case):
    return {(one.measure, one.respondent): one.pair for one in case.measured}


def test_of_a_baseline_stated_for_the_day_of_a_filling_every_line_counts_from_it():
    case = case_of(today=week(9), goals=[mood(18, week(0))], sessions=filled((0, 10), (8, 11)))
    (course,) = case.courses
    assert form_course_words(course) == f"PHQ-9 down 7 (reliable): 18 to 11 since {START}; 2 fillings"
    assert next(outcome_lines(case)).startswith(f"PHQ-9 18 to 11 ({START} to {week(8)}): down 7 (reliable: 6 or more)")
    assert f"PHQ-9 down 7 (reliable): 18 to 11 since {START}" in case.item("g1").progress.because


def test_a_goal_that_counts_from_a_later_day_says_what_the_whole_treatment_says():
    case = case_of(today=week(9), goals=[mood(18, week(4))], sessions=filled((0, 10), (8, 12)))
    whole = f"over the whole treatment up 2 (not reliable), from 10 on {START}"
    assert f"PHQ-9 down 6 (reliable): 18 to 12 since {week(4)}; {whole}" in case.item("g1").progress.because
    assert pairs(case) == {("phq-9", None): (10, 12)}


def test_a_goal_that_comes_to_the_same_verdict_says_it_once():
    case = case_of(today=week(9), goals=[mood(18, week(4))], sessions=filled((0, 19), (8, 12)))
    assert case.item("g1").symptoms.over_treatment is None


@pytest.mark.parametrize(
    ("keys", "pair"),
    [
        pytest.param({"goals": [mood(24, week(-100))], "sessions": filled((0, 12), (8, 11))}, (12, 11), id="stated"),
        pytest.param({"sessions": filled((-30, 24), (0, 12), (8, 11))}, (12, 11), id="filled in"),
        pytest.param({"sessions": filled((0, 20), (20, 8), (23, 22)), **ENDED}, (20, 8), id="after the end"),
        pytest.param({"sessions": filled((0, 20), (23, 22)), **ENDED}, None, id="only after the end"),
        pytest.param({"sessions": filled((0, 20), (23, 22)), **ENDED, "status": "active"}, (20, 22), id="it goes on"),
    ],
)
def test_scores_of_another_episode_and_of_afterwards_are_in_no_pair(keys, pair):
    assert pairs(case_of(**keys)) == {("phq-9", None): pair}


def test_what_was_scored_afterwards_is_told_as_that():
    case = case_of(sessions=filled((0, 20), (20, 8), (23, 22)), **ENDED)
    assert next(outcome_lines(case)).endswith(f"to outside it: recovered; 22 on {week(23)}, after the end")


def test_the_course_of_a_form_begins_where_its_outcome_begins():
    case = case_of(sessions=filled((-30, 24), (0, 12), (8, 11)))
    (course,) = case.courses
    assert "PHQ-9 down 1 (not reliable): 12 to 11" in form_course_words(course)
    assert next(outcome_lines(case)).startswith("PHQ-9 12 to 11")


def test_a_form_just_filled_in_is_compared_with_that_beginning():
    at = Standpoint(plan_of(sessions=filled((-30, 24), (0, 12), (4, 13))), SHIPPED, week(8))
    found = form_reading(SHIPPED["phq-9"], Answers(total=11), day=week(8), at=at)
    (total,) = found.parts
    assert [(one.day, one.value) for one in total.compared] == [(week(4), 13), (START, 12)]


@pytest.mark.parametrize(
    "keys",
    [
        {"assessments": [{"form": "phq-9@anna", "every": "4w"}, {"form": "phq-9@ben", "every": "4w"}]},
        {"assessments": [{"form": "phq-9", "every": "4w"}]},
        {"goals": [goal({"by": "phq-9", "target": 9, "judged_by": "each"})]},
        {"goals": [goal({"by": "phq-9", "target": 9})]},
    ],
    ids=["each by name", "nobody named", "judged by each", "judged by nobody named"],
)
def test_who_was_meant_to_fill_it_in_and_never_did_is_counted(keys):
    case = case_of(members=["Anna", "ben"], sessions=filled((0, 20), (8, 8), form="phq-9@anna"), **keys)
    assert pairs(case) == {("phq-9", "anna"): (20, 8), ("phq-9", "ben"): None}


def test_a_goal_s_subscale_is_a_measure_beside_the_total_and_a_form_without_one_is_its_subscales():
    by_part = goal({"by": "scared-child", "of": "panic", "target": 3})
    whole = case_of(goals=[by_part], sessions=[{"date": week(n), "forms": {"scared-child": [1] * 41}} for n in (0, 8)])
    assert pairs(whole) == {("scared-child", None): (41, 41), ("scared-child panic", None): (13, 13)}
    parts = case_of(goals=[goal({"by": "dass-21", "target": 3})]).measured
    assert [one.measure for one in parts] == ["dass-21 depression", "dass-21 anxiety", "dass-21 stress"]


def test_a_parent_s_answers_are_not_the_client_s():
    case = case_of(assessments=[{"form": "phq-9", "every": "4w"}], sessions=filled((0, 20), form="phq-9@mother"))
    assert pairs(case) == {("phq-9@", "mother"): None, ("phq-9", None): None}


@pytest.mark.parametrize("today", [week(21), week(40)], ids=["soon after the end", "long after it"])
def test_what_was_due_after_the_end_was_never_due(today):
    step = {"id": "g1.1", "objective": "Walks", "status": "active", "deadline": week(30)}
    open_goals = [
        goal(deadline=week(32), objectives=[step]),
        goal(deadline=END, id="g2", status="on-hold"),
        goal(deadline=END - DAY, id="g3"),
    ]
    found = case_of(today=today, goals=open_goals, **ENDED).treatment()
    assert (found.deadlines.kept, found.deadlines.of) == (0, 1)


def test_what_comes_after_the_end_says_nothing_of_it():
    log = [{"date": END}, {"date": week(21), "kind": "cancelled"}, {"date": week(22), "kind": "phone"}]
    found = case_of(sessions=log, **ENDED).treatment()
    assert (found.attended, found.missed, found.cancelled, found.unplanned) == (1, 0, 0, False)


@pytest.mark.parametrize(
    ("keys", "ended"),
    [
        (ENDED, [None, END, END]),
        ({**ENDED, "status": "active"}, [None] * 3),
        ({**ENDED, "status": "on-hold"}, [None] * 3),
    ],
    ids=["discharged", "taken up again", "rests"],
)
def test_a_treatment_has_ended_from_the_day_of_its_discharge_on_and_while_that_holds(keys, ended):
    plan = plan_of(**keys)
    assert [plan.ended_on(day) for day in (END - DAY, END, END + DAY)] == ended
    assert case_of(**keys).treatment().ended == ended[-1]


def test_a_discharge_of_a_day_to_come_is_not_there_yet():
    plan = plan_of(status="discharged", discharge={"on": "2099-05-20"})
    now = as_of(plan, today=week(1), now=week(1))
    assert (now.status.value, now.discharge) == ("active", None)


@pytest.mark.parametrize(
    ("status", "outcome", "reached"),
    [
        ("active", "not-achieved", 0),
        ("active", "partly", 0),
        ("active", "worse", 0),
        ("active", "achieved", 1),
        ("achieved", "worse", 0),
        ("active", None, 1),
    ],
)
def test_the_word_at_discharge_decides_and_not_the_scores(status, outcome, reached):
    ending = {"on": END, "outcomes": {"g1": outcome} if outcome else {}}
    keys = {"goals": [goal(RATED, status=status)], "sessions": sessions([7, 8])}
    assert case_of(status="discharged", discharge=ending, **keys).treatment().reached == reached
    assert case_of(status="active", discharge=ending, **keys).treatment().reached == 1


# Which disorders have a measure of their own: Clark 2018, Annual Review of Clinical Psychology 14, table 2. Codes: WHO
# ICD-10 and ICD-11, ICD-10-CM, and the DSM-IV's of ICD-9-CM.
@pytest.mark.parametrize(
    "code",
    [
        "F43.1", "F43.10", "F4310", "f43.1", "F43.1 ", "F43.1, F32.1", "309.81", "30981", "309.81 (F43.10)", "6B40",
        "6B41", "F41.0", "F410", "300.01", "300.21", "6B01", "F40.01", "6B02", "300.22", "F40.1", "F40.10", "300.23",
        "6B04", "F42", "F42.2", "F422", "300.3", "6B20", "6B20.Z", "F45.21", "300.7", "6B23", "F40", "F41", "300",
        "F40.9", "anxiety",
    ],
)  # fmt: skip
def test_a_disorder_with_a_measure_of_its_own_has_no_nhs_figure_however_it_is_spelt(code):
    assert case_of(diagnoses=[{"code": code}], sessions=PAIRED, **ENDED).treatment().nhs is None


@pytest.mark.parametrize(
    "code",
    [
        "F32.1", "F41.1", "F411", "F41.2", "F41.9", "300.02", "300.29", "6A70.1", "6B00", "F40.2", "F43.2", "Z63.0",
        "QE50.7",
    ],
)  # fmt: skip
def test_other_disorders_are_measured_by_the_gad_7(code):
    assert case_of(diagnoses=[{"code": code}], sessions=PAIRED, **ENDED).treatment().nhs is not None


def test_codes_are_read_out_of_what_stands_around_them():
    assert list(codes_in("ICD-10: f43.10 (DSM-IV 309.81); 6B40/QE50")) == ["F4310", "30981", "6B40", "QE50"]


@pytest.mark.parametrize(
    ("form", "is_counted"),
    [("pcl-5", False), ("oci-r", False), ("spin", False), ("pdss-sr", False), ("y-bocs", False), ("core-10", True)],
)
def test_a_measure_of_one_anxiety_disorder_is_the_one_to_count(form, is_counted):
    planned = case_of(assessments=[{"form": form, "every": "4w"}], sessions=PAIRED, **ENDED)
    assert (planned.treatment().nhs is not None) is is_counted


def test_the_thresholds_are_for_the_phq_9_s_own_scale():
    other = mood_form(multiply=2)
    found = case_of(forms={"phq-9": other, "gad-7": SHIPPED["gad-7"]}, sessions=PAIRED, **ENDED).treatment()
    assert found.nhs is None
    assert case_of(sessions=PAIRED, **ENDED).treatment().nhs.recovery is True


@pytest.mark.parametrize(("baseline", "first"), [(27, 27), (28, 14), (-1, 14), (40, 14)])
def test_a_baseline_that_the_form_cannot_give_counts_nowhere(baseline, first):
    case = case_of(goals=[mood(baseline, START)], sessions=filled((1, 14), (8, 13)))
    (course,) = case.courses
    assert pairs(case) == {("phq-9", None): (first, 13)}
    assert case.item("g1").symptoms.baseline.value == course.change.baseline.value == first
