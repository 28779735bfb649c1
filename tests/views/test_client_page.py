"""The client's page at every stage: it speaks to the client and promises no day that has passed."""

from datetime import date

import pytest
from report_cases import PLAN, data_of, report_of

ENDED = "discharge: {on: 2026-03-30, by: m.kowalski, reason: moved away}\n"
NO_GOALS = PLAN[: PLAN.index("goals:")] + PLAN[PLAN.index("reviews:") : PLAN.index("sessions:")]


def page_of(text, **scope):
    return report_of("client", data=data_of(text), **scope)


def with_status(word, text=PLAN):
    return text.replace("opened: 2026-01-05\n", f"opened: 2026-01-05\nstatus: {word}\n", 1)


def test_a_discharged_client_reads_when_it_ended_and_not_that_it_has_still_to_begin():
    text = page_of(with_status("discharged") + ENDED)
    assert "## What you worked on\n\nTreatment ended on 30 March 2026.\n" in text
    assert "finding out" not in text
    assert "By 30 June" not in text


def test_a_discharged_client_without_any_goal_is_not_told_that_we_go_on_looking():
    assert "finding out" not in page_of(with_status("discharged", NO_GOALS) + ENDED)
    assert "We are still finding out what to work on." in page_of(NO_GOALS)


def test_nobody_goes_on_looking_while_treatment_rests():
    text = page_of(with_status("on-hold", NO_GOALS) + "holds: [{from: 2026-03-16}]\n")
    assert "Treatment rests for now." in text
    assert "finding out" not in text


def test_an_end_of_which_nobody_knows_the_day_is_an_end():
    for text in (NO_GOALS, PLAN):
        assert "## What you worked on\n\nTreatment has ended.\n" in page_of(with_status("discharged", text))


def test_all_that_is_closed_is_no_beginning():
    closed = PLAN.replace("    status: active\n    opened", "    status: achieved\n    closed: 2026-03-09\n    opened")
    text = page_of(closed)
    assert "There is no goal that is worked on now." in text
    assert "## What you have reached\n\n- Uses coping skills on most days" in text


def test_a_treatment_that_rests_says_so_once():
    text = page_of(with_status("on-hold") + "holds: [{from: 2026-03-16}]\n")
    assert text.count("Treatment rests for now.") == 1
    assert "By 30 June" not in text


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 6, 29), "By 30 June 2026."),
        (date(2026, 6, 30), "By 30 June 2026."),
        (date(2026, 7, 1), "The day agreed on was 30 June 2026."),
    ],
    ids=["the day before", "the day", "the day after"],
)
def test_a_day_is_promised_until_it_has_passed(today, said):
    assert said in page_of(PLAN, today=today)


def test_nobody_on_it_is_called_the_client():
    assert "the client" not in page_of(PLAN).lower()


@pytest.mark.parametrize(
    ("entry", "is_told"),
    [("kind: crisis", True), ("kind: crisis, confidential: yes", False), ("confidential: yes", False)],
    ids=["a call in a crisis", "one that is kept", "a session that is kept"],
)
def test_a_couple_reads_when_it_meets_again_and_not_that_one_of_them_called(entry, is_told):
    plan = "client: c-ab1\nmembers: [a, b]\nopened: 2026-01-05\nsessions:\n"
    called = f"  - {{date: 2026-03-30, present: [a], {entry}, note: secret, next: 2026-04-07}}\n"
    text = page_of(plan + called)
    assert ("We meet again on 7 April 2026" in text) is is_told
    assert "30 March" not in text
    assert "secret" not in text
