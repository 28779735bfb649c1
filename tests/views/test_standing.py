"""Where a goal stands, in the words of a report, for every case that there is; the screens say the same."""

import pytest

from goalctl.analysis.case import Case
from goalctl.model.settings import Settings
from goalctl.views.screens.plan import plan_page
from goalctl.views.screens.prep import prep_page
from goalctl.views.words.standing import standing_words
from goalctl.views.words.way import share_words
from tests.analysis.invented import FORMS, START, goal, moods, plan_of, sessions, week

RATED = {"by": "rating", "baseline": 2, "target": 8, "since": START}
MOOD = {"by": "phq-9", "baseline": 18, "target": 9, "since": START}
BAND = {**RATED, "by": "number", "of": "hours", "scale": [0, 24], "baseline": 12, "target": [7, 9]}
EXPECTED = "no data: 1 score after the baseline; it takes 3 to show a direction, 6 to judge it"
OLD = "no score for 70 days, since 2026-01-26; 28 is the usual limit"
CASES = {
    "no measure": ({"measure": None}, "no data: it has no measure yet"),
    "no score": ({}, "no data: no score yet"),
    "one score": ({"scores": [3]}, EXPECTED),
    "few scores": (
        {"scores": [3, 4, 5]},
        "on track: 5 on 2026-01-26, 3.5 expected; 3 scores, too few to judge: it takes 6 over 6 weeks",
    ),
    "on the way": ({"scores": [3, 2, 5, 3, 5, 6]}, "on track: 6 on 2026-02-16, 5 expected; 6 scores"),
    "ahead": (
        {"scores": [3, 4, 5, 6, 6, 7]},
        "ahead: 7 on 2026-02-16, 5 expected; the last 4 of 6 scores are better than that",
    ),
    "short": ({"scores": [2] * 6}, "off track: 2 on 2026-02-16, 5 expected; the last 4 of 6 scores fall short"),
    "flat": ({"scores": [6] * 6}, "plateau: 6 scores at 6 since 2026-01-12, target 8: no movement"),
    "once there": ({"scores": [5, 6, 8]}, "reached once: 1 of 2 in a row at or past 8: 8"),
    "met": ({"scores": [5, 8, 8]}, "met: last 2 scores at or past 8, met since 2026-01-26; 2 in a row needed"),
    "past its date": (
        {"scores": [3, 4, 5], "today": week(13)},
        f"target date passed: the target date was 2026-03-30; 5 on 2026-01-26, target 8; also stale: {OLD}",
    ),
    "worse": ({"measure": MOOD, "log": moods([20, 25])}, "worse: Mood up 7 (reliable): 18 to 25 since 2026-01-05"),
    "two raters": (
        {"members": ["a", "b"], "log": [*sessions([8, 8], key="g1@a"), *sessions([2, 3], key="g1@b")]},
        "no data: a 8, b 3 (target 8); b: 2 scores after the baseline; it takes 3 to show a direction, 6 to judge it",
    ),
    "one of two": (
        {"members": ["a", "b"], "measure": {**RATED, "judged_by": "each"}, "log": sessions([8, 8], key="g1@a")},
        "reached once: last 2 scores at or past 8: 8; b has not scored it yet",
    ),
    "resting": (
        {"scores": [3], "status": "on-hold"},
        "rests; 2 to 3 on 2026-01-12, 17% of the way to the target of 8, 1 score",
    ),
    "closed": (
        {"scores": [8, 8], "status": "achieved", "closed": week(4), "today": week(5)},
        "achieved 2026-02-02; 2 to 8 on 2026-01-19, at the target of 8, 2 scores",
    ),
}


def case_of(*, scores=(), log=None, measure=RATED, today=None, members=(), plan=None, **keys):
    log = sessions(scores) if log is None else log
    given = plan_of(goals=[goal(measure, deadline=week(12), **keys)], sessions=log, members=members, **(plan or {}))
    return Case.of(given, FORMS, Settings(), today or max((entry["date"] for entry in log), default=START))


@pytest.mark.parametrize("name", CASES)
def test_a_report_says_where_a_goal_stands(name):
    keys, words = CASES[name]
    assert standing_words(case_of(**keys), "g1") == words


@pytest.mark.parametrize("name", [name for name, (keys, _) in CASES.items() if "status" not in keys])
def test_the_plan_and_the_page_before_a_session_say_the_same_word(name):
    case = case_of(**CASES[name][0])
    word = CASES[name][1].partition(":")[0]
    assert any(line.text.startswith(f"{word}: ") for line in plan_page(case)) is (name != "no measure")
    scored = [line.text for line in prep_page(case) if line.text.startswith("g1 ")]
    assert not case.plan.sessions or any(line.endswith(f" · {word}") for line in scored)


@pytest.mark.parametrize("plan", [{"status": "on-hold"}, {"holds": [{"from": week(1)}]}], ids=["status", "a hold"])
def test_no_screen_judges_a_goal_while_treatment_rests(plan):
    case = case_of(scores=[2] * 6, plan=plan)
    shown, prepared = ([line.text for line in page(case)] for page in (plan_page, prep_page))
    assert shown[shown.index("deadline 2026-03-30") - 1] == "rests"
    assert [line for line in prepared if line.startswith("g1 ")] == [
        "g1 rating: 2 (before 2, same) → 8, 2026-02-16 · rests"
    ]
    assert not any("off track" in line or "too early" in line for line in [*shown, *prepared])


@pytest.mark.parametrize(
    ("score", "measure", "words"),
    [
        pytest.param(
            -58, {**RATED, "by": "number", "of": "euros", "scale": [-100, 100]}, "further off", id="far behind"
        ),
        pytest.param(1, RATED, "further off", id="behind the beginning"),
        pytest.param(2, RATED, "0%", id="at the beginning"),
        pytest.param(7, RATED, "83%", id="on the way"),
        pytest.param(8, RATED, "100%", id="at the target"),
        pytest.param(9, RATED, "past the target", id="past it"),
        pytest.param(9.5, BAND, "83%", id="short of a band"),
        pytest.param(8, BAND, "100%", id="within a band"),
        pytest.param(5, BAND, "below the target", id="beyond a band"),
        pytest.param(10.5, {**BAND, "baseline": 4}, "above the target", id="beyond a band, upwards"),
        pytest.param(13, BAND, "further off", id="further from a band"),
    ],
)
def test_a_share_is_between_beginning_and_target_and_beyond_them_words(score, measure, words):
    (series,) = case_of(scores=[score], measure=measure).item("g1").series
    assert share_words(series, score) == words
