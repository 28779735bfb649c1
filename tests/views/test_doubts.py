"""What a document for others must not say in silence: each doubt on the value below its edge, on it and above it."""

import pytest

from goalctl.model.identity import Identity
from goalctl.views.reports.doubts import doubts_of
from goalctl.views.reports.parts import Scope
from goalctl.views.words.used import use_words
from tests.analysis.invented import START, moods, sessions, week
from tests.views.sentence_cases import MOOD, case_of

CHANGED = "g1 got worse and no change of the plan is on record since"
WORSE = {"measure": MOOD, "log": moods([16, 14, 20, 25])}  # 14, its best, in week 3


def said(report="progress", **keys):
    case = case_of(**keys)
    return [doubt.said for doubt in doubts_of(Scope(case, Identity(), case.today), report)]


def change(on):
    return {"on": on, "of": "g1.1", "what": "objective", "from": "Runs", "to": "Walks", "because": "worse"}


@pytest.mark.parametrize(
    ("on", "is_answered"),
    [(week(2.9), False), (week(3), False), (week(3.15), True)],
    ids=["before the best score", "its day", "the day after"],
)
def test_who_got_worse_asks_for_a_change_of_the_plan_since(on, is_answered):
    assert (CHANGED in said(**WORSE, changes=[change(on)])) is not is_answered


DRINKS = {"by": "count", "of": "evenings with a drink", "per": "week", "baseline": 3, "target": 0, "since": START}


@pytest.mark.parametrize(
    ("scores", "is_worse"),
    [([2, 3, 3], False), ([2, 4], False), ([2, 4, 4], True), ([4, 4, 3], False)],
    ids=["back at the beginning", "one worse week", "two in a row", "and back again"],
)
def test_a_count_that_got_worse_asks_for_a_change_too(scores, is_worse):
    assert (CHANGED in said(measure=DRINKS, scores=scores)) is is_worse


@pytest.mark.parametrize(("on", "is_answered"), [(week(1), False), (week(1.15), True)], ids=["its best day", "after"])
def test_a_change_since_the_best_count_answers_it(on, is_answered):
    told = said(measure=DRINKS, scores=[2, 4, 4], changes=[change(on)])
    assert (CHANGED not in told) is is_answered


def test_a_form_of_a_goal_that_fell_back_from_its_best_asks_for_one_as_forms_beside_goals_do():
    assert CHANGED in said(measure=MOOD, log=moods([8, 4, 15]))


def test_a_form_that_got_worse_beside_the_goals_asks_for_one_too():
    log = [*moods([12, 14, 20]), *sessions([3, 4], first=week(6))]
    assert "phq-9 got worse and no change of the plan is on record since" in said(log=log)
    assert not any("got worse" in words for words in said(log=log, changes=[change(week(4))]))


def test_a_review_that_calls_a_goal_achieved_contradicts_a_plan_that_has_it_active():
    looked = [{"on": week(3), "of": "g1", "decision": "achieved"}]
    words = f"the review of {week(3)} calls g1 achieved, the plan active"
    assert words in said(scores=[8, 8], reviews=looked)
    assert words not in said(scores=[8, 8], reviews=looked, status="achieved", closed=week(3), today=week(4))


def test_what_was_agreed_to_and_has_changed_is_told():
    agreed = {"on": START, "who": "client", "how": "signed", "of": "2:0123456789abcdef"}
    told = said(scores=[3], plan={"agreements": [agreed], "format": 2})
    assert any(words.startswith(f"what client agreed to on {START} has changed") for words in told)


DECLINED = {"on": START, "who": "client", "how": "declined", "because": "not yet", "of": "2:0123456789abcdef"}


def test_who_declined_is_not_said_to_have_agreed():
    told = said(scores=[3], plan={"agreements": [DECLINED], "format": 2})
    assert {f"client declined to sign {START}: not yet", "nobody has agreed to the plan"} <= set(told)
    signed = {"on": START, "who": "m.kowalski", "how": "signed"}
    told = said(scores=[3], plan={"agreements": [DECLINED, signed], "format": 2})
    assert f"client declined to sign {START}: not yet" in told
    assert [words for words in told if "agreed to" in words] == []
    assert any(words.startswith(f"what client did not agree to on {START} has changed") for words in told)


def test_who_declined_and_signed_later_has_agreed():
    signed = {"on": week(1), "who": "client", "how": "signed"}
    told = said(scores=[3], plan={"agreements": [signed, DECLINED], "format": 2})
    assert not any("declined" in words for words in told)


@pytest.mark.parametrize(
    ("used_on", "is_supported"), [(None, False), (week(1), True)], ids=["in no session", "in the first"]
)
def test_an_intervention_is_supported_by_one_session_that_used_it(used_on, is_supported):
    log = [{**entry, "used": ["g1.1.i1"] if entry["date"] == used_on else []} for entry in sessions([3, 4])]
    assert any("g1.1.i1 is planned" in words for words in said(log=log)) is not is_supported


@pytest.mark.parametrize(
    ("last", "is_missing"), [(week(6), True), (week(6.15), False)], ids=["29 days before the end", "28 days"]
)
def test_the_exit_measure_is_of_the_last_four_weeks(last, is_missing):
    log = [*moods([18]), *moods([9], first=last)]
    ended = {"status": "discharged", "discharge": {"on": week(10.15), "aftercare": "none"}}
    told = said("discharge", measure=MOOD, log=log, plan=ended, today=week(11))
    assert any(words.startswith("no phq-9 at the ending") for words in told) is is_missing


def test_a_draft_and_a_goal_that_rests_lack_nothing():
    for status in ("draft", "reserve", "on-hold"):
        assert not any(words.startswith("g1 has no") for words in said(status=status))


def test_a_page_that_no_one_acts_on_is_not_doubted():
    assert said("client", scores=[3]) == []


@pytest.mark.parametrize(
    ("kind", "is_counted"), [("session", True), ("group", True), ("intake", False), ("phone", False), ("crisis", False)]
)
def test_an_intake_and_a_call_are_no_sessions_that_could_use_or_answer(kind, is_counted):
    log = [{"date": week(1), "kind": kind}, {"date": week(2), "used": ["g1.1.i1"]}, {"date": week(3)}]
    number = 3 if is_counted else 2
    case = case_of(log=log)
    assert use_words(case, "g1.1.i1", case.entries) == f"1 of {number} sessions, last on {week(2)}"
    assert f"nothing is said of the response to treatment in {number} of {number} sessions" in said(log=log)


@pytest.mark.parametrize(
    ("since", "score", "is_told"),
    [(week(1), 12, True), (week(1), 13, False), (week(2), 12, True), (week(0), 12, False)],
    ids=["as far as a reliable change", "nearer", "filled in before it", "stated before the first filling"],
)
def test_a_baseline_that_the_record_contradicts_is_told_before_the_document_leaves(since, score, is_told):
    found = said(measure={**MOOD, "since": since}, log=moods([score, 11]))
    assert (f"g1: baseline 18 of {since}, and the Mood was {score} on {week(1)}" in found) is is_told


def test_a_baseline_of_another_episode_is_told_too():
    told = said(measure={**MOOD, "since": week(-90)}, log=moods([12, 11]))
    assert f"g1: baseline 18 of {week(-90)}, before this plan was opened, {START}" in told


def test_a_review_that_was_due_and_is_not_on_record_is_told():
    told = [one for one in said(log=moods([16])) if one.startswith("the review of the plan was due on")]
    late = said(log=moods([16]), today=week(14))
    assert told == []
    assert "the review of the plan was due on 2026-04-05, and none is on record since" in late


@pytest.mark.parametrize(
    "closed", [{"status": "achieved", "closed": week(4)}, {"status": "active"}], ids=["closed", "left open"]
)
def test_an_outcome_that_the_newest_score_contradicts_is_told_once(closed):
    ended = {"status": "discharged", "discharge": {"on": week(4), "outcomes": {"g1": "achieved"}}}
    told = said("discharge", scores=[3, 2], today=week(5), plan=ended, **closed)
    assert len([words for words in told if words.startswith("g1 ") and "achieved" in words]) == 1
