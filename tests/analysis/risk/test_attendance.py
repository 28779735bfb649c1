"""A contact that somebody was away from: it neither ends reaching out to that one, nor was anything left unasked."""

import pytest

from goalctl.analysis.risk.attendance import company_in_data, company_of
from tests.analysis.risk.at_risk import MISSED, NINE, UNDER, day, entry, record, rows, told

COUPLE = {"members": ["Anna", "Ben"]}
MINOR = {"guardians": ["mother"]}
MISSED_ONE = entry(3, kind="no-show")


def asked(**fields: object) -> dict:
    return record(ideation="passive", follow_up=25, **fields)


def held_with(*there: str) -> dict:
    return entry(4, present=list(there))


@pytest.mark.parametrize(
    ("there", "stands"),
    [(["ben"], MISSED), (["Ben", "clinician"], MISSED), (["anna"], UNDER), (["anna", "ben"], UNDER), ([], UNDER)],
    ids=["the other", "the other and the clinician", "she", "both", "nobody named"],
)
def test_a_session_with_the_other_partner_does_not_reach_the_one_who_did_not_come(there, stands):
    assert told(asked(who="anna"), MISSED_ONE, held_with(*there), today=7, **COUPLE) == stands


@pytest.mark.parametrize(
    ("there", "stands"),
    [(["mother"], MISSED), (["parents"], MISSED), (["client"], UNDER), (["teen", "mother"], UNDER), (["c-ab1"], UNDER)],
)
def test_a_session_with_the_parents_alone_does_not_reach_the_child(there, stands):
    assert told(asked(), MISSED_ONE, held_with(*there), today=7, **MINOR) == stands


@pytest.mark.parametrize("who", ["Sister", "boyfriend", "GP", "social worker"])
def test_a_call_with_a_relative_or_a_colleague_alone_does_not_reach_the_client(who):
    assert told(asked(), MISSED_ONE, held_with(who), today=7) == MISSED
    assert told(asked(), MISSED_ONE, held_with(who, "client"), today=7) == UNDER


def test_a_name_that_nobody_knows_may_be_the_client():
    assert told(asked(), MISSED_ONE, held_with("Jonas"), today=7, **MINOR) == UNDER


def test_of_two_partners_a_risk_that_names_neither_is_reached_by_either():
    assert told(asked(), MISSED_ONE, held_with("ben"), today=7, **COUPLE) == UNDER


def test_where_one_was_not_there_nothing_was_left_unasked():
    late = record(who="anna", ideation="passive", follow_up=2)
    (row,) = rows(late, held_with("ben"), today=7, **COUPLE)
    assert row.unasked_on == ()
    (row,) = rows(late, held_with("anna"), today=7, **COUPLE)
    assert row.unasked_on == (day(4),)


def test_of_values_that_are_no_names_nobody_is_known():
    assert company_of("c-ab1", "anna", [["ben"], " Ben "]).members == frozenset()
    assert company_of("c-ab1", None, [["ben"], " Ben "]).guardians == {"ben"}


def test_a_change_of_what_is_no_word_names_nobody_who_left():
    changes = [{"what": ["members"], "from": ["Ben"]}, {"what": "members", "from": ["Carl"]}]
    assert company_in_data("c-ab1", {"members": ["Anna"], "changes": changes}).left == {"carl"}


@pytest.mark.parametrize("who", ["teen", "client", "self", "c-ab1"])
def test_a_minor_s_teen_is_the_client_whom_a_record_without_a_name_is_about(who):
    filled = entry(0, forms={f"phq-9@{who}" if who != "c-ab1" else "phq-9": [*NINE, 2]})
    assert told(filled, asked(), today=1, **MINOR) == UNDER
    assert told(filled, record(1, who=who, ideation="passive", follow_up=25), today=1, **MINOR) == UNDER


def test_a_member_who_is_called_so_and_a_teen_without_guardians_are_themselves():
    filled = entry(0, forms={"phq-9@teen": [*NINE, 2]})
    assert [row.person for row in rows(filled, members=["Teen", "Ben"], **MINOR)] == ["teen"]
    assert [row.person for row in rows(filled)] == ["teen"]


PARTED = [{"on": day(6).isoformat(), "what": "members", "from": ["anna", "ben"], "to": ["anna"]}]
OF_AGE = [{"on": day(6).isoformat(), "what": "guardians", "from": ["petra"]}]


@pytest.mark.parametrize(
    ("who", "there", "now"),
    [("anna", "Ben", {"members": ["anna"], "changes": PARTED}), (None, "Petra", {"changes": OF_AGE})],
    ids=["a partner", "a guardian"],
)
def test_an_hour_with_one_alone_who_has_left_since_reaches_nobody_else(who, there, now):
    assert told(asked(**{"who": who} if who else {}), MISSED_ONE, held_with(there), today=7, **now) == MISSED
