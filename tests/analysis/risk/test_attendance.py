"""A contact that somebody was away from: it neither ends reaching out to that one, nor was anything left unasked."""

import pytest

from goalctl.analysis.risk.attendance import company_of
from tests.analysis.risk.at_risk import MISSED, UNDER, day, entry, record, rows, told

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
