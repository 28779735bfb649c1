"""The edges of a treatment's facts, counted by hand."""

import pickle
from dataclasses import replace
from datetime import date, timedelta

import pytest

from goalctl.analysis.outcomes.change import change_rules
from goalctl.analysis.outcomes.figures import group_figures
from goalctl.analysis.outcomes.groups import By, grouped
from goalctl.analysis.outcomes.treatment import Origins, treatment
from goalctl.analysis.progress.reliable import ChangeClass
from goalctl.analysis.standpoint import Standpoint
from tests.analysis.invented import START, goal, mood_form, moods, plan_of, sessions, week

FACTS = {
    "reliable_change": [{"points": 6, "source": "an article"}],
    "cut_offs": [{"when": ">= 10", "name": "case", "recovery": "yes", "source": "an article"}],
}
MOOD = mood_form(**FACTS)
WORRY = mood_form(items=7, **FACTS | {"reliable_change": [{"points": 4, "source": "an article"}]})
FORMS = {"phq-9": MOOD, "gad-7": WORRY.model_copy(update={"form": "gad-7", "name": "Worry"})}
ENDED = {"status": "discharged", "discharge": {"on": week(20), "reason": "goals reached"}}
BY_MOOD = {"by": "phq-9", "baseline": 20, "target": 9, "since": START}


def filled(form, totals, *, first=1):
    """A total in every second week."""
    return [{"date": week(first + 2 * n), "forms": {form: {"total": total}}} for n, total in enumerate(totals)]


def treated(*, forms=FORMS, today=None, earlier=(), **keys):
    return treatment(Standpoint(plan_of(**keys), forms, today or week(30), earlier=tuple(earlier)))


def pairs(found):
    return {(one.measure, one.respondent): one.pair for one in found.measured}


@pytest.mark.parametrize(
    ("log", "pair"),
    [
        pytest.param([], None, id="planned, never filled in"),
        pytest.param(filled("phq-9", [18]), None, id="no exit score"),
        pytest.param([{**one, "date": week(1)} for one in filled("phq-9", [18, 9])], None, id="twice on one day"),
        pytest.param(filled("phq-9", [18, 9]), (18, 9), id="first and last"),
        pytest.param(filled("phq-9", [18, 3, 12]), (18, 12), id="the best is not the last"),
        pytest.param([*filled("phq-9", [18, 9]), {"date": week(9), "forms": {"phq-9": {"q1": 3}}}], (18, 9), id="half"),
        pytest.param(
            [*filled("phq-9", [18, 9]), {**moods([2], first=week(8))[0], "void": {"on": week(8), "because": "x"}}],
            (18, 9), id="void",
        ),
        pytest.param([*filled("phq-9", [18]), *moods([9], first=week(31))], None, id="the last is still to come"),
    ],
)  # fmt: skip
def test_a_pair_is_the_first_and_the_last_score_of_two_days(log, pair):
    found = treated(assessments=[{"form": "phq-9", "every": "4w"}], sessions=log)
    assert pairs(found) == {("phq-9", None): pair}


@pytest.mark.parametrize(
    ("since", "first"),
    [(week(-1), 18), (week(0), 20), (week(1), 20), (week(2), 18)],
    ids=["before the opening", "before the first filling", "the same day", "after it"],
)
def test_a_stated_baseline_is_the_first_score_where_no_filling_of_this_treatment_is_older(since, first):
    found = treated(goals=[goal(BY_MOOD | {"since": since})], sessions=filled("phq-9", [18, 9]))
    assert pairs(found) == {("phq-9", None): (first, 9)}


def test_a_draft_states_no_baseline():
    found = treated(goals=[goal(BY_MOOD, status="draft")], sessions=filled("phq-9", [18]))
    assert pairs(found) == {("phq-9", None): None}


def test_a_second_episode_has_scores_of_its_own():
    first = plan_of(client="c-old", sessions=filled("phq-9", [27, 18]), **ENDED)
    found = treated(sessions=filled("phq-9", [15, 14]), earlier=[first])
    assert (found.episode, pairs(found)) == (2, {("phq-9", None): (15, 14)})
    assert (found.client, found.person) == ("c-ab1", "c-old")
    assert list(grouped([found, replace(found, episode=1)], By.EPISODE)) == ["a later episode", "first episode"]


def test_two_members_are_two_people_on_one_measure_and_a_parent_answers_another_one():
    couple = treated(members=["Anna", "ben"], sessions=[*filled("phq-9@anna", [18, 9]), *filled("phq-9@ben", [12, 20])])
    assert pairs(couple) == {("phq-9", "anna"): (18, 9), ("phq-9", "ben"): (12, 20)}
    child = treated(sessions=[*filled("phq-9", [18, 9]), *filled("phq-9@mother", [20, 19])])
    assert pairs(child) == {("phq-9", None): (18, 9), ("phq-9@", "mother"): (20, 19)}


def test_of_a_changed_measure_each_has_a_pair_of_its_own():
    before = {**BY_MOOD, "until": week(4)}
    changed = goal({"by": "gad-7", "baseline": 15, "target": 5, "since": week(4)}, measured_before=[before])
    found = treated(goals=[changed], sessions=[*filled("phq-9", [18, 12]), *filled("gad-7", [14, 7], first=6)])
    assert pairs(found) == {("phq-9", None): (20, 12), ("gad-7", None): (15, 7)}


@pytest.mark.parametrize(("times", "pair"), [(1, (18, 9)), (2, None)], ids=["the same scale", "another scale"])
def test_an_older_version_of_a_form_is_compared_where_its_scale_is_the_same(times, pair):
    older, newer = mood_form(**FACTS, multiply=times), MOOD.model_copy(update={"version": 2})
    log = [*filled("phq-9@1", [18]), *filled("phq-9", [9], first=3)]
    assert pairs(treated(forms={"phq-9@1": older, "phq-9": newer}, sessions=log)) == {("phq-9", None): pair}


@pytest.mark.parametrize(
    "facts",
    [{"points": 6}, {"points": 6, "source": "x", "verified": "no"}, {"points": 6, "source": "x", "only_for": "men"}],
    ids=["no source", "not checked", "for some only"],
)
def test_a_figure_without_a_checked_source_for_everyone_judges_nobody(facts):
    form = mood_form(reliable_change=[facts])
    (one,) = treated(forms={"phq-9": form}, sessions=filled("phq-9", [20, 5])).measured
    assert (one.change, one.outcome) == (-15, None)


@pytest.mark.parametrize(
    ("day", "today", "changed"),
    [
        (week(2), week(30), False),
        (week(3), week(30), True),
        (week(7), week(30), True),
        (week(7) + timedelta(days=1), week(30), False),
        (None, week(6), None),
        (None, week(7), False),
    ],
    ids=["before", "the day itself", "four weeks", "a day late", "still to come", "nothing in four weeks"],
)
def test_who_got_reliably_worse_had_the_plan_changed_within_four_weeks_or_not(day, today, changed):
    reviews = [{"on": day, "decision": "change"}] if day else []
    (one,) = treated(sessions=filled("phq-9", [10, 16]), reviews=reviews, today=today).measured
    assert (one.outcome, one.replanned) == (ChangeClass.DETERIORATED, changed)


@pytest.mark.parametrize(
    ("closed", "kept"), [(week(9), 1), (week(10), 1), (week(10) + timedelta(days=1), 0)], ids=["before", "on", "after"]
)
def test_a_deadline_is_kept_by_its_first_day_and_an_extension_does_not_move_that(closed, kept):
    moved = {"on": week(8), "from": week(10), "because": "flu"}
    done = goal({"by": "done"}, deadline=week(14), extended=[moved], status="achieved", closed=closed)
    found = treated(goals=[done]).deadlines
    assert (found.kept, found.of, found.extended) == (kept, 1, 1)


@pytest.mark.parametrize(
    ("keys", "of"),
    [
        ({"today": week(10)}, 0),
        ({"today": week(10) + timedelta(days=1)}, 1),
        ({"status": "discontinued", "closed": week(10)}, 0),
        ({"status": "discontinued", "closed": week(11)}, 1),
        ({"status": "draft"}, 0),
    ],
    ids=["the day itself", "the day after", "given up in time", "given up late", "a draft"],
)
def test_a_deadline_counts_once_it_is_over(keys, of):
    today = keys.pop("today", week(30))
    assert treated(goals=[goal({"by": "done"}, deadline=week(10), **keys)], today=today).deadlines.of == of


BOTH = [*filled("phq-9", [18, 9]), *filled("gad-7", [12, 7])]


@pytest.mark.parametrize(
    ("keys", "is_counted"),
    [
        ({**ENDED, "sessions": BOTH}, True),
        ({"sessions": BOTH}, False),
        ({**ENDED, "sessions": filled("phq-9", [18, 9])}, False),
        ({**ENDED, "sessions": [{**one, "kind": "journal"} for one in BOTH[1:]] + BOTH[:1]}, False),
        ({**ENDED, "sessions": BOTH, "diagnoses": [{"code": "F43.10", "name": "PTSD"}]}, False),
        ({**ENDED, "sessions": BOTH, "diagnoses": [{"code": "F41.1", "name": "GAD"}]}, True),
        ({**ENDED, "sessions": BOTH, "members": ["anna", "ben"]}, False),
    ],
    ids=["all conditions", "going on", "no anxiety measure", "one session", "PTSD has its own", "worry", "a couple"],
)
def test_figures_are_called_nhs_only_where_its_conditions_hold(keys, is_counted):
    assert (treated(**keys).nhs is not None) is is_counted


@pytest.mark.parametrize(
    ("reason", "log", "unplanned"),
    [
        ("goals reached", [], False),
        ("Dropped out after the holidays", [], True),
        ("did not return", [], True),
        ("moved away", [{"date": week(19), "kind": "no-show"}], True),
        ("moved away", [{"date": week(18), "kind": "no-show"}, {"date": week(19)}], False),
    ],
    ids=["as meant", "dropped out", "did not return", "the last was missed", "missed one, came again"],
)
def test_an_ending_is_unplanned_where_the_reason_or_the_last_appointment_says_so(reason, log, unplanned):
    found = treated(status="discharged", discharge={"on": week(20), "reason": reason}, sessions=log)
    assert found.unplanned is unplanned


def test_what_was_cancelled_was_not_missed_and_each_is_of_all_appointments():
    log = [
        *sessions([1]),
        *({"date": week(n), "kind": kind} for n, kind in enumerate(["no-show", *["cancelled"] * 2], 2)),
    ]
    found = treated(goals=[goal()], sessions=log)
    assert (found.attended, found.missed, found.cancelled) == (1, 1, 2)
    told = {one.name: (one.n, one.of) for one in group_figures("", [found]).figures if one.subject == "sessions"}
    assert told == {"attended": (1, 4), "missed": (1, 4), "cancelled": (2, 4)}


def test_attended_and_missed_are_appointments_and_goals_reached_are_of_those_agreed_on():
    log = [*sessions([1]), {"date": week(2), "kind": "no-show"}, {"date": week(3), "kind": "journal"}]
    reached = {"id": "g2", "goal": "x", "status": "achieved", "closed": week(2)}
    found = treated(goals=[goal(), reached, {"id": "g3", "goal": "y", "status": "reserve"}], sessions=log)
    assert (found.attended, found.missed, found.reached, found.goals) == (1, 1, 1, 2)


def test_area_and_template_are_those_whose_wordings_the_plan_repeats():
    origins = Origins({"low mood": "depression"}, {"a": frozenset({"low mood"}), "b": frozenset({"low mood", "x"})})
    at = Standpoint(plan_of(problems=[{"id": "p1", "problem": "Low mood."}], goals=[{"id": "g1", "goal": "x"}]))
    assert (treatment(at, origins).areas, treatment(at, origins).template) == (("depression",), "b")
    assert (treatment(at).areas, treatment(at).template) == ((), None)


@pytest.mark.parametrize(("n", "percent"), [(4, None), (5, 60.0)], ids=["too few", "enough"])
def test_of_too_few_pairs_no_share_is_told(n, percent):
    scores = [[18, 9], [18, 9], [18, 9], [18, 18], [18, 18]]
    found = [treated(sessions=filled("phq-9", pair)) for pair in scores[:n]]
    told = {one.name: one for one in group_figures("all", found).figures if one.subject == "Mood"}
    assert (told["recovered"].n, told["recovered"].of, told["recovered"].percent) == (3, n, percent)
    assert ("too few to judge" in told["recovered"].note) is (percent is None)


@pytest.mark.parametrize(("n", "is_told"), [(19, False), (20, True)])
def test_an_effect_size_is_told_from_twenty_pairs_on(n, is_told):
    found = [
        treated(client=f"c-{place}", sessions=filled("phq-9", [12 + place % 5, 6 + place % 3])) for place in range(n)
    ]
    assert any(one.name == "effect size" for one in group_figures("all", found).figures) is is_told


@pytest.mark.parametrize(
    ("cut_offs", "ill"),
    [
        ([{"when": ">= 10", "name": "a"}, {"when": ">= 8", "name": "b"}], ">= 8"),
        ([{"when": ">= 10", "name": "a"}, {"when": ">= 8", "name": "b", "for": "women"}], ">= 10"),
        ([{"when": ">= 10", "name": "a"}, {"when": "<= 3", "name": "b"}], ">= 10"),
        ([{"when": ">= 10", "name": "a"}, {"when": ">= 8", "name": "b", "recovery": "no"}], ">= 10"),
        ([{"when": ">= 10", "name": "a", "recovery": "no"}], "None"),
        ([{"when": ">= 10", "name": "a", "verified": "no"}], "None"),
    ],
    ids=["the mildest", "for some only", "the other side", "for a diagnosis", "for a diagnosis alone", "not checked"],
)
def test_the_case_level_is_the_mildest_checked_cut_off_for_recovery_that_holds_for_everyone(cut_offs, ill):
    form = mood_form(cut_offs=[{"recovery": "yes", "source": "an article", **one} for one in cut_offs])
    assert str(change_rules(form, None).ill) == ill


@pytest.mark.parametrize(
    ("ended", "quarter"),
    [("2026-03-31", "2026-Q1"), ("2026-04-01", "2026-Q2"), ("2026-12-31", "2026-Q4"), (None, "going on")],
)
def test_a_period_is_the_quarter_of_the_ending(ended, quarter):
    keys = {"status": "discharged", "discharge": {"on": ended}} if ended else {}
    assert list(grouped([treated(**keys, today=date(2027, 1, 4))], By.PERIOD)) == [quarter]


def test_a_treatment_travels_between_processes():
    found = treated(sessions=BOTH, **ENDED)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - its own


@pytest.mark.parametrize(("totals", "reached"), [([2, 7, 7], 1), ([2, 8, 8], 0)], ids=["noise", "reliably worse"])
def test_what_got_reliably_worse_was_not_reached_by_a_target_that_is_too_easy(totals, reached):
    too_easy = {"by": "phq-9", "target": 9}
    assert treated(goals=[goal(too_easy)], sessions=filled("phq-9", totals), today=week(8)).reached == reached


@pytest.mark.parametrize(
    ("status", "first", "deadlines"), [("draft", 20, (0, 0)), ("reserve", 20, (0, 0)), ("active", 16, (1, 1))]
)
def test_a_step_of_a_goal_that_nobody_agreed_on_counts_nowhere(status, first, deadlines):
    """A step that says nothing of its status is active, and of a draft it is a draft's all the same."""
    by_mood = {"by": "phq-9", "baseline": 16, "target": 9, "since": START}
    step = {"id": "g1.1", "objective": "Gets up", "measurable": by_mood, "deadline": week(4)}
    step["extended"] = [{"on": week(2), "from": week(3), "because": "x"}]
    found = treated(goals=[goal(status=status, objectives=[step])], sessions=filled("phq-9", [20, 12]))
    assert pairs(found)["phq-9", None] == (first, 12)
    assert (found.deadlines.of, found.deadlines.extended) == deadlines


def test_a_form_is_wanted_of_nobody_for_a_step_of_a_draft():
    step = {"id": "g1.1", "objective": "Gets up", "measurable": BY_MOOD}
    assert treated(goals=[goal(status="draft", objectives=[step])]).measured == ()
