"""Whose scores decide: each member's, one name's, the client's; who is told of and not waited for."""

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.raters import judges_of
from goalctl.model.settings import Settings
from tests.analysis.invented import FORMS, START, goal, plan_of, week

RATED = {"by": "rating", "baseline": 2, "target": 7, "since": START}
BY_EACH = {**RATED, "judged_by": "each"}


def case_of(measure, *, members=("a", "b"), goals=(), **raters):
    """Scores by rater, one a week."""
    log = [
        {"date": week(1 + n), "scores": {("g1" if rater == "client" else f"g1@{rater}"): score}}
        for rater, scores in raters.items()
        for n, score in enumerate(scores)
    ]
    plan = plan_of(members=members, goals=goals or [goal(measure, deadline=week(26))], sessions=log)
    return Case.of(plan, FORMS, Settings(), week(4))


def progress_of(*args, **keys):
    return case_of(*args, **keys).item("g1").progress


@pytest.mark.parametrize("members", [("a", "b"), ("b", "a"), ()], ids=["a and b", "b and a", "no members"])
@pytest.mark.parametrize(("one", "other"), ["ab", "ba"])
def test_a_goal_of_two_is_not_met_by_one_of_them_whoever_that_is(members, one, other):
    progress = progress_of(RATED, members=members, **{one: [8, 8, 8], other: [2, 2, 2]})
    assert (progress.state, progress.rater) == (State.AT_RISK, other)
    figures = progress.because.partition(" (target 7); ")[0]
    assert sorted(figures.split(", ")) == sorted([f"{one} 8", f"{other} 2"])


@pytest.mark.parametrize(
    ("b", "expected"),
    [
        pytest.param([6, 6, 6], State.ON_TRACK, id="below the target"),
        pytest.param([6, 6, 7], State.REACHED_ONCE, id="once at the target"),
        pytest.param([6, 7, 7], State.MET, id="twice at the target"),
        pytest.param([8, 8, 8], State.MET, id="above it"),
    ],
)
def test_it_is_met_when_each_of_them_reached_it(b, expected):
    case = case_of(BY_EACH, a=[8, 8, 8], b=b)
    assert case.item("g1").progress.state is expected
    assert case.item("g1").attainment.is_met is (expected is State.MET)


@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("b", "a")])
@pytest.mark.parametrize("status", ["active", "on-hold"])
def test_what_each_is_to_reach_is_met_on_the_day_the_last_of_them_met_it(one, other, status):
    goals = [goal(BY_EACH, deadline=week(2), status=status)]
    case = case_of(BY_EACH, goals=goals, **{one: [7, 7, 7], other: [6, 9, 9]})
    assert case.item("g1").attainment.met_on == week(3)
    assert case.treatment().reached == 1
    assert (case.treatment().deadlines.kept, case.treatment().deadlines.of) == (0, 1)


def test_a_look_before_the_last_of_them_met_it_is_none_at_the_target():
    looks = [{"on": week(2), "of": "g1", "decision": "continue"}]
    log = [{"date": week(1 + n), "scores": {"g1@a": 7, "g1@b": b}} for n, b in enumerate([6, 9, 9])]
    plan = plan_of(members=["a", "b"], goals=[goal(BY_EACH)], sessions=log, reviews=looks)
    assert [reason.kind for reason in Case.of(plan, FORMS, Settings(), week(4)).reasons] == [ReasonKind.AT_TARGET]


def test_the_caseload_names_both_numbers():
    case = case_of(RATED, a=[8, 8, 8], b=[2, 2, 2])
    assert case.reasons[0].because.startswith("g1: a 8, b 2 (target 7); b: 2 on 2026-01-26, ")
    assert [series.rater for series in case.series("g1") if series.points] == ["a", "b"]


@pytest.mark.parametrize(("measure", "state"), [(RATED, State.MET), (BY_EACH, State.REACHED_ONCE)], ids=["", "each"])
def test_who_never_scored_is_told_and_waited_for_only_where_each_is_to_reach_it(measure, state):
    case = case_of(measure, a=[8, 8, 8])
    progress = case.item("g1").progress
    assert (progress.state, case.treatment().reached) == (state, int(state is State.MET))
    assert progress.because.endswith("; b has not scored it yet")
    assert ("met since" in progress.because) is (state is State.MET)


def test_before_anybody_scored_nobody_is_told():
    assert progress_of(BY_EACH).remarks == ()
    assert progress_of(BY_EACH).because == "no score yet"


def test_who_has_left_is_told_and_does_not_decide():
    progress = progress_of(BY_EACH, members=("a",), a=[8, 8, 8], b=[2, 2, 2])
    assert progress.state is State.MET
    assert progress.remarks == ("b is none of the members now and does not decide",)


def test_a_judge_who_has_left_gives_way_to_the_members():
    progress = progress_of({**RATED, "judged_by": "ben"}, a=[8, 8], b=[2, 2], ben=[9, 9])
    assert (progress.rater, progress.state is State.MET) == ("b", False)
    assert progress.remarks == ("ben is none of the members now and does not decide",)


@pytest.mark.parametrize(
    ("judge", "members", "expected"),
    [
        pytest.param("a", ("a", "b"), State.MET, id="the one who reached it"),
        pytest.param("A", ("A", "b"), State.MET, id="written with a capital"),
        pytest.param("b", ("a", "b"), State.AT_RISK, id="the one who did not"),
        pytest.param("clinician", ("a", "b"), State.NO_DATA, id="the clinician, who scored once"),
    ],
)
def test_one_name_decides_alone(judge, members, expected):
    measure = {**RATED, "judged_by": judge}
    assert progress_of(measure, members=members, a=[8, 8, 8], b=[2, 2, 2], clinician=[5]).state is expected


def test_the_scores_of_a_judge_who_has_none_are_not_taken_from_another():
    progress = progress_of({**RATED, "judged_by": "clinician"}, members=(), client=[8, 8, 8])
    assert progress.state is State.NO_DATA
    assert progress.because == "no score yet; clinician has not scored it yet"


@pytest.mark.parametrize(
    ("judge", "told"),
    [
        pytest.param("a", (), id="one of the members, whose it is"),
        pytest.param("A", (), id="written with a capital"),
        pytest.param("clinician", ("clinician has not scored it yet",), id="somebody beside them"),
    ],
)
def test_a_score_without_a_name_is_that_of_the_one_it_is_judged_by(judge, told):
    progress = progress_of({**RATED, "judged_by": judge}, client=[3, 4, 5])
    assert (progress.rater, progress.remarks) == ("client", told)


@pytest.mark.parametrize("scores", [[3, 4, 5], [8, 8, 8]], ids=["below the target", "at it"])
def test_what_each_of_two_is_to_reach_is_not_met_by_scores_that_name_nobody(scores):
    case = case_of(BY_EACH, client=scores)
    assert case.item("g1").progress.state is State.NO_DATA
    assert case.item("g1").progress.because == (
        "no score yet; a has not scored it yet; b has not scored it yet; scores without a name do not decide"
    )
    assert [point.value for series in case.series("g1") for point in series.points] == scores
    assert case_of(BY_EACH, client=scores, a=[8, 8, 8]).item("g1").progress.rater == "a"


@pytest.mark.parametrize("judge", ["a", "clinician"])
def test_the_stated_baseline_is_of_a_score_without_a_name_whoever_judges(judge):
    assert case_of(RATED | {"judged_by": judge}, client=[6]).current("g1").baseline.value == RATED["baseline"]


def test_of_the_only_member_a_score_without_a_name_is_theirs():
    assert progress_of(BY_EACH, members=("a",), client=[8, 8, 8]).state is State.MET


def test_the_clinician_s_numbers_stand_beside_the_client_s_and_never_decide():
    case = case_of(RATED, members=(), client=[2, 2, 2], clinician=[8, 8, 8])
    assert case.item("g1").progress.rater == "client"
    assert [series.rater for series in case.series("g1")] == ["client", "clinician"]


def test_an_objective_that_does_not_say_it_is_judged_as_its_goal():
    step = {"id": "g1.1", "objective": "Talks", "status": "active", "measurable": RATED}
    whole = goal({**RATED, "judged_by": "b"}, deadline=week(26)) | {"objectives": [step]}
    log = [{"date": week(n), "scores": {"g1.1@a": 8, "g1.1@b": 2}} for n in (1, 2, 3)]
    case = Case.of(plan_of(members=["a", "b"], goals=[whole], sessions=log), FORMS, Settings(), week(3))
    assert case.item("g1.1").progress.rater == "b"


def test_each_member_s_own_form_decides_and_reliable_change_is_per_person():
    mood = {"by": "phq-9", "baseline": 16, "target": 9, "since": START}
    log = [
        {"date": week(n), "forms": {"phq-9@a": {"total": 8, "q9": 0}, "phq-9@b": {"total": 23, "q9": 0}}}
        for n in (1, 2)
    ]
    case = Case.of(plan_of(members=["a", "b"], goals=[goal(mood)], sessions=log), FORMS, Settings(), week(3))
    progress = case.item("g1").progress
    assert (progress.state, progress.rater) == (State.RELIABLY_WORSE, "b")
    own = f"over the whole treatment unchanged (not reliable), from 23 on {week(1)}"
    assert progress.because == f"a 8, b 23 (target 9); b: Mood (b) up 7 (reliable): 16 to 23 since {START}; {own}"
    assert [reason.kind.value for reason in case.reasons].count("worse") == 1


LEFT_ON = week(4)
CAME_ON = week(5)
COMPANY = [
    {"on": LEFT_ON, "what": "members", "from": ["a", "ben"], "to": ["a"]},
    {"on": CAME_ON, "what": "members", "from": ["a"], "to": ["a", "cara"]},
]


@pytest.mark.parametrize(
    ("judge", "closed", "deciding"),
    [
        pytest.param("ben", LEFT_ON, ["ben"], id="his, closed when he left"),
        pytest.param("each", week(3), ["a", "ben"], id="of each, closed while he was there"),
        pytest.param("each", week(6), ["a"], id="of each, closed without him"),
    ],
)
def test_on_a_goal_that_has_ended_those_decide_who_were_members_then(judge, closed, deciding):
    log = [{"date": week(1 + n), "scores": {"g1@a": 7, "g1@ben": ben}} for n, ben in enumerate([7, 8])]
    goals = [goal({**RATED, "judged_by": judge}, status="achieved", closed=closed)]
    plan = plan_of(members=["a", "cara"], goals=goals, changes=COMPANY, sessions=log)
    judges = judges_of(Case.of(plan, FORMS, Settings(), week(7)), "g1")
    assert [series.rater for series in judges.deciding] == deciding
    assert judges.unheard == (("cara",) if closed > CAME_ON else ())


HOURS = {"by": "number", "of": "hours", "target": [7, 9], "judged_by": "a"}


def of_one(*scores, measure=HOURS, members=("a", "b"), **keys):
    """One score a week, each under the name before it: `g1=7` or `g1@a=8`."""
    log = [{"date": week(n), "scores": dict([one.split("=")])} for n, one in enumerate(scores, start=1)]
    plan = plan_of(members=members, goals=[goal(measure, deadline=week(26))], sessions=log, **keys)
    return Case.of(plan, FORMS, Settings(), week(5)).item("g1")


def test_what_the_judge_scored_by_name_and_without_one_is_one_course():
    found = of_one("g1=5.5", "g1@a=7", "g1=8", "g1=9.5")
    assert [(one.rater, [point.value for point in one.points]) for one in found.series if one.points] == [
        ("a", [5.5, 7, 8, 9.5])
    ]
    assert (found.progress.state, found.progress.rater) == (State.AT_RISK, "a")
    assert found.current.baseline.value == 5.5


def test_scores_of_one_day_keep_the_order_of_the_log_whoever_they_name():
    log = [
        {"date": week(1), "time": "15:00", "scores": {"g1": 8}},
        {"date": week(1), "time": "09:00", "scores": {"g1@a": 5}},
    ]
    plan = plan_of(members=["a", "b"], goals=[goal(HOURS)], sessions=log)
    assert [point.value for point in Case.of(plan, FORMS, Settings(), week(2)).current("g1").points] == [5, 8]


@pytest.mark.parametrize(
    ("measure", "members", "scores"),
    [
        pytest.param({**HOURS, "judged_by": "each"}, ("a", "b"), ["g1=5", "g1@a=8"], id="each is to reach it"),
        pytest.param({**HOURS, "judged_by": "mother"}, (), ["g1=5", "g1@mother=8"], id="the client has no name"),
        pytest.param(HOURS, ("a", "b"), ["g1=5", "g1@b=8"], id="the judge has not scored by name"),
    ],
)
def test_elsewhere_a_score_without_a_name_stays_beside(measure, members, scores):
    assert len([one for one in of_one(*scores, measure=measure, members=members).series if one.points]) == 2


def test_where_one_entry_has_both_they_are_two_people_s():
    log = [{"date": week(1), "scores": {"g1": 3, "g1@a": 8}}, {"date": week(2), "scores": {"g1": 4}}]
    plan = plan_of(members=["a", "b"], goals=[goal(HOURS)], sessions=log)
    found = Case.of(plan, FORMS, Settings(), week(3)).series("g1")
    assert [(one.rater, [point.value for point in one.points]) for one in found] == [("client", [3, 4]), ("a", [8])]
