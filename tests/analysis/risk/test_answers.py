"""What answers a row, until when, and what raises it again."""

import pytest

from goalctl.analysis.risk.row import RiskState
from goalctl.model.scoring import Height
from goalctl.model.session import Concern
from goalctl.model.settings import Settings
from tests.analysis.risk.at_risk import (
    ASK_AGAIN,
    CLOSED,
    DECIDE,
    MISSED,
    NINE,
    NOTHING,
    OPEN,
    PASSED,
    TODAY,
    UNDER,
    day,
    entry,
    phq,
    record,
    rows,
    screener,
    told,
)

HIGH = screener(q1="yes", q2="yes", q5="yes", q6="yes", q7="yes")


@pytest.mark.parametrize(
    "fields",
    [
        {"ideation": "passive"},
        {"ideation": "none"},
        {"ideation": "active", "plan": "no"},
        {"level": "low"},
        {"concern": "suicide", "ideation": "none"},
        {"concern": "suicide", "done": ["safety plan"]},
        {"means": "no"},
    ],
    ids=str,
)
@pytest.mark.parametrize("days_later", [0, 1, 40])
def test_a_record_in_which_it_was_asked_answers_the_item(fields, days_later):
    assert told(phq(), record(days_later, follow_up=days_later + 5, **fields), today=days_later) == UNDER


@pytest.mark.parametrize(
    "fields",
    [
        {"ideation": "not-asked"},
        {"ideation": "unknown", "plan": "not asked"},
        {"asked_because": "phq-9 item 9"},
        {"ideation": "no HI"},
        {"concern": "suicide", "ideation": "homicidal ideation denied"},
        {"note": "was in a hurry"},
        {"harm_to_others": "none"},
        {"concern": "harm to others", "level": "low"},
        {"concern": "suicide", "ideation": "not asked"},
        {"ideation": "none", "who": "anna"},
    ],
    ids=str,
)
def test_a_record_in_which_it_was_not_asked_answers_nothing(fields):
    found = rows(phq(), record(follow_up=7, **fields))
    assert ("open", Concern.SUICIDE) in {(row.state.value, row.concern) for row in found if row.person is None}


@pytest.mark.parametrize(
    ("means", "after"),
    [
        ("gun removed by his wife", UNDER),
        ("tablets locked away", UNDER),
        ("rope not yet removed", OPEN),
        ("gun is unlocked at night", OPEN),
        ("a new rope", OPEN),
        ("gun locked, he has the key", OPEN),
        ("gun locked, his wife has the key", UNDER),
    ],
)
def test_means_out_of_reach_open_nothing_and_answer_nothing(means, after):
    assert told(record(ideation="active", follow_up=7), record(1, means=means), today=1) == after
    assert told(phq(), record(1, means=means), today=1) == OPEN
    assert told(record(means=means)) == (NOTHING if after == UNDER else OPEN)


@pytest.mark.parametrize(
    ("ideation", "found"),
    [
        ("HI toward his boss", [("harm to others", "open")]),
        ("no SI, HI present", [("harm to others", "open")]),
        ("passive SI, no HI", []),
        ("active, thoughts of HI", [("harm to others", "open"), ("suicide", "open")]),
        ("SI+, HI-", [("suicide", "open")]),
        ("no SI, no HI", []),
        ("denies SI, HI", []),
        ("suicidal and homicidal", [("harm to others", "open"), ("suicide", "open")]),
        ("SI/HI daily", [("harm to others", "open"), ("suicide", "open")]),
        ("passive SI, homicidal ideation", [("harm to others", "open")]),
        ("no acute SI/HI", [("suicide", "open")]),
        ("denies suicidal, homicidal ideation, but active since", [("suicide", "open")]),
        ("no HI, cut her arm last night", [("suicide", "open")]),
        ("daily, no HI", [("suicide", "open")]),
        ("HI denied; hopeless, sees no way out", [("suicide", "open")]),
        ("homicidal ideation toward her ex, wants to die", [("harm to others", "open"), ("suicide", "open")]),
        ("thoughts of killing himself", [("suicide", "open")]),
        ("thoughts of killing self, none of others", [("suicide", "open")]),
        ("voices tell her to hurt herself", [("suicide", "open")]),
        ("wants to hurt himself and his wife", [("harm to others", "open"), ("suicide", "open")]),
    ],
)
def test_thoughts_of_killing_others_are_harm_to_others(ideation, found):
    told_of = [(row.concern.value, row.state.value) for row in rows(record(ideation=ideation)) if row.needs_act]
    assert sorted(told_of) == found


@pytest.mark.parametrize(
    "fields",
    [
        {"harm_to_others": "from her husband, HI toward him"},
        {"ideation": "HI toward her boss", "harm_to_others": "from her husband, he hits her"},
    ],
    ids=["in one field", "in two"],
)
def test_whom_the_client_would_kill_hides_nobody_who_harms_the_client(fields):
    found = {row.concern.value for row in rows(record(**fields)) if row.needs_act}
    assert found == {"harm to others", "harm from others"}


def test_what_stands_beside_such_thoughts_is_told_with_them():
    (row,) = rows(record(ideation="HI toward his boss, has a gun at home"))
    assert "has a gun at home" in f"{row.detail}"


def test_no_hi_answers_harm_to_others_and_neither_suicide_nor_harm_from_others():
    harm = record(harm_to_others="wants to hit him"), record(concern="harm from others", harm_to_others="from him")
    found = rows(phq(), *harm, record(1, ideation="no HI"), today=1)
    assert {row.concern.value for row in found if row.state.value == "open"} == {"suicide", "harm from others"}


def test_means_alone_are_found_and_no_denial():
    (row,) = rows(phq(), record(means="bought a rope"))
    assert [(one.what, one.says) for one in row.detail] == [
        ("risk record", "means bought a rope"),
        ("phq-9 q9", row.detail[1].says),
    ]
    assert told(record(means="bought a rope", follow_up=7)) == UNDER


def test_a_record_of_the_day_before_does_not():
    assert told(record(ideation="none"), phq(1), today=1) == OPEN


def test_on_one_day_only_clock_times_say_that_the_answer_came_later():
    assert told(record(ideation="none", follow_up=5), phq()) == UNDER
    asked = {**record(ideation="none", follow_up=5), "time": "10:00"}
    assert told(asked, phq(time="15:00")) == OPEN
    assert told({**asked, "time": "16:00"}, phq(time="15:00")) == UNDER


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"ideation": "passive"}, OPEN),
        ({"ideation": "active", "plan": "no"}, OPEN),
        ({"ideation": "active", "behaviour": "none"}, UNDER),
        ({"behaviour": "took tablets"}, UNDER),
    ],
    ids=str,
)
def test_a_record_answers_as_high_as_it_asked(fields, expected):
    assert told(HIGH, record(1, follow_up=4, **fields), today=1) == expected


def test_a_later_record_that_asks_less_does_not_end_what_is_higher():
    high = record(plan="tablets", ideation="active", follow_up=3)
    assert told(high, record(3, ideation="none"), today=4) == PASSED
    assert told(high, record(3, ideation="none", plan="no"), today=4) == NOTHING


@pytest.mark.parametrize(
    ("today", "expected"),
    [(6, UNDER), (7, TODAY), (8, PASSED)],
    ids=["day before", "the day itself", "day after"],
)
def test_the_follow_up(today, expected):
    assert told(phq(), record(ideation="passive", follow_up=7), today=today) == expected


QUIET = [
    ({"behaviour": "took tablets"}, 7),
    ({"plan": "tablets"}, 7),
    ({"harm_to_others": "wants to hit him"}, 7),
    ({"ideation": "active"}, 14),
    ({"ideation": "passive"}, 28),
]


@pytest.mark.parametrize(("fields", "days"), QUIET, ids=str)
@pytest.mark.parametrize(
    ("after", "expected"),
    [(-1, UNDER), (0, TODAY), (1, ASK_AGAIN)],
    ids=["day before", "the day itself", "day after"],
)
def test_a_follow_up_a_year_ahead_holds_for_the_quiet_time_at_most(fields, days, after, expected):
    assert told(record(follow_up=365, **fields), today=days + after) == expected


@pytest.mark.parametrize(
    ("after", "expected"), [(-1, UNDER), (0, TODAY), (1, ASK_AGAIN)], ids=["day before", "the day itself", "day after"]
)
def test_without_a_follow_up_a_low_answer_holds_for_its_quiet_time(after, expected):
    assert told(phq(), record(ideation="passive"), today=28 + after) == expected
    assert told(phq(), record(ideation="none"), today=14 + after) == expected


def test_the_practice_sets_the_quiet_times():
    settings = Settings.model_validate({"risk_quiet": {"passive": "3d"}})
    assert told(record(ideation="passive"), today=4, settings=settings) == ASK_AGAIN


@pytest.mark.parametrize(("answer", "expected"), [(0, UNDER), (1, UNDER), (2, UNDER), (3, OPEN)])
def test_only_more_than_was_known_is_raised_while_it_is_quiet(answer, expected):
    assert told(phq(answer=2), record(ideation="passive", follow_up=20), phq(7, answer), today=7) == expected


@pytest.mark.parametrize(("answer", "expected"), [(1, UNDER), (2, UNDER), (3, OPEN)])
@pytest.mark.parametrize(("first", "then"), [("@teen", ""), ("", "@teen"), ("@2", ""), ("@self", "@clinician")])
def test_what_was_known_of_an_item_is_known_whoever_signed_the_sheet_of_this_person(first, then, answer, expected):
    before = entry(forms={f"phq-9{first}": [*NINE, 2]})
    after = entry(7, forms={f"phq-9{then}": [*NINE, answer]})
    asked = record(ideation="passive", follow_up=20)
    assert told(before, asked, after, today=7, guardians=["mother"]) == expected


@pytest.mark.parametrize(
    ("on", "expected"), [(6, UNDER), (7, TODAY), (8, OPEN)], ids=["day before", "the day itself", "day after"]
)
def test_the_same_again_is_raised_once_the_follow_up_has_passed(on, expected):
    assert told(phq(), record(ideation="passive", follow_up=7), phq(on), today=on) == expected


def test_a_higher_item_of_another_form_is_raised_at_once():
    assert told(phq(), record(ideation="passive", follow_up=20), screener(3, q1="yes"), today=3) == UNDER
    higher = told(phq(), record(ideation="passive", follow_up=20), screener(3, q2="yes", q5="yes"), today=3)
    assert higher == DECIDE


def test_where_nothing_was_found_nothing_is_kept_quiet():
    assert told(record(ideation="none", follow_up=20), phq(3), today=3) == OPEN


def test_a_record_that_finds_nothing_more_ends_the_row():
    assert told(phq(), record(ideation="passive", follow_up=7), record(7, ideation="none"), today=60) == NOTHING


@pytest.mark.parametrize(
    "fields", [{"ideation": "active"}, {"plan": "tablets"}, {"harm_to_others": "his boss"}], ids=str
)
def test_a_record_at_its_own_height_needs_a_follow_up_day(fields):
    assert told(record(**fields)) == OPEN
    assert told(record(follow_up=5, **fields)) == UNDER
    assert told(record(**fields), record(1, follow_up=5, note="day forgotten"), today=1)[0] == UNDER[0]


def test_a_completed_risk_form_asks_what_was_decided():
    assert told(HIGH) == DECIDE
    assert told(phq(), screener(1), today=1) == DECIDE
    assert told(phq(), screener(1), record(1, ideation="none", behaviour="none", follow_up=8), today=1) == UNDER
    assert told(screener()) == NOTHING


def test_a_risk_form_on_the_day_of_the_follow_up_asks_too():
    assert told(phq(), record(ideation="passive", follow_up=7), screener(7), today=9) == DECIDE
    assert told(phq(), record(ideation="passive", follow_up=7), screener(5), today=6) == UNDER


def test_a_risk_form_with_an_item_left_out_is_not_completed():
    assert told(entry(forms={"c-ssrs-screener": {"q1": "yes", "q6": "no"}})) == OPEN


@pytest.mark.parametrize("kind", ["no-show", "cancelled"])
def test_a_missed_appointment_while_a_row_is_open_needs_an_act(kind):
    asked = [phq(), record(ideation="passive", follow_up=20)]
    assert told(*asked, entry(7, kind=kind), today=7) == MISSED
    assert told(*asked, entry(7, kind=kind), entry(8, kind="phone"), today=8) == UNDER
    assert told(*asked, entry(7, kind=kind), entry(8, kind="outreach"), today=8) == MISSED
    assert told(entry(7, kind=kind), today=7) == NOTHING


def test_a_missed_appointment_is_told_beside_an_item_that_is_open_anyway():
    (found,) = rows(phq(), entry(1, kind="no-show"), today=2)
    assert (found.state, found.outreach.missed_on) == (RiskState.OPEN, day(1))


def test_a_session_held_meanwhile_without_asking_is_told():
    (found,) = rows(phq(), record(ideation="passive", follow_up=7), entry(5), entry(9), entry(12), today=20)
    assert (found.state, found.unasked_on) == (RiskState.FOLLOW_UP_PASSED, (day(9), day(12)))


CLOSING = record(2, close=["suicide"], because="handed over to the crisis team")


def test_closing_ends_it_without_asking_and_is_shown():
    assert told(phq(), CLOSING, today=2) == CLOSED
    assert told(phq(), CLOSING, entry(9, kind="no-show"), today=90) == CLOSED
    assert told(CLOSING, today=2) == NOTHING


@pytest.mark.parametrize("again", [phq(2), phq(30), record(30, ideation="active")], ids=["same day", "later", "record"])
def test_the_next_endorsement_opens_it_again(again):
    assert told(phq(), CLOSING, again, today=30) == OPEN


def test_closing_one_concern_leaves_the_others_open():
    both = [phq(), record(harm_to_others="his boss"), CLOSING]
    assert {(row.concern.value, row.state.value) for row in rows(*both, today=2)} == {
        ("suicide", "closed"),
        ("harm to others", "open"),
    }


def test_of_a_discharged_plan_what_only_grew_old_since_is_no_act():
    asked = [phq(), record(ideation="passive")]
    over = {"status": "discharged", "discharge": {"on": day(10)}}
    assert told(*asked, today=60, **over) == [("ask again", False)]
    assert told(phq(), record(ideation="passive", follow_up=20), today=60, **over) == PASSED


def test_rows_stand_by_need_then_height_then_age():
    found = rows(
        entry(forms={"phq-9@anna": [*NINE, 1]}),
        entry(1, forms={"phq-9@ben": [*NINE, 1]}),
        record(1, harm_to_others="his boss"),
        record(1, behaviour="took tablets", follow_up=6),
        record(1, who="carl", behaviour="took tablets"),
        today=2,
    )
    assert [(row.person, row.height) for row in found] == [
        ("carl", Height.BEHAVIOUR),
        (None, Height.PLAN),
        ("anna", Height.ACTIVE),
        ("ben", Height.ACTIVE),
        (None, Height.BEHAVIOUR),
    ]


def test_a_risk_form_reads_its_highest_item_first_in_one_row():
    (found,) = rows(HIGH)
    assert found.height is Height.BEHAVIOUR
    assert [one.item for one in found.detail] == ["q7", "q5", "q2", "q1"]


def test_a_follow_up_day_without_a_time_is_added_to_what_a_timed_session_of_its_day_found():
    session = record(0, ideation="active", kind="session") | {"time": "10:00-10:50"}
    assert told(session) == OPEN
    assert told(session, record(0, follow_up=7, kind="journal")) == UNDER


@pytest.mark.parametrize("field", [{"note": "wants to die"}, {"asked_because": "has a rope, says his wife"}])
def test_a_record_that_asked_nothing_and_speaks_of_it_is_open_and_answers_nothing(field):
    assert told(record(**field)) == OPEN
    assert told(record(**field), record(1, follow_up=8), today=2) == UNDER
    assert told(record(**field), record(1, follow_up=8), today=9) == PASSED
    assert told(phq(), record(1, **field), record(2, follow_up=8), today=2) == OPEN


@pytest.mark.parametrize("field", [{"note": "no suicidal thoughts"}, {"asked_because": "phq-9 item 9"}])
def test_where_its_words_deny_it_or_name_a_form_it_is_none(field):
    assert told(record(**field)) == NOTHING


@pytest.mark.parametrize(
    ("closed_at", "typed_at", "stands"),
    [
        ("2026-03-05T10:00", None, OPEN),
        ("2026-03-05T10:00", "2026-03-06T10:00", OPEN),
        (None, "2026-03-06T10:00", OPEN),
        (None, "2026-03-02T10:00", CLOSED),
        (None, None, CLOSED),
    ],
)
def test_what_came_into_the_file_behind_a_closing_opens_it_again_however_it_came(closed_at, typed_at, stands):
    closing = record(3, close=["suicide"], because="moved", kind="journal") | {"written": closed_at}
    assert told(phq(), closing, phq(1, written=typed_at), today=5) == stands
    assert told(phq(1, written=typed_at), closing, today=5) == CLOSED
