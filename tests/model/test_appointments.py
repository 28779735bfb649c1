"""Which appointment is next: not one that was held, missed or called off, nor one from before the end of treatment."""

from datetime import date

import pytest

from goalctl.model.plan import Plan
from goalctl.model.validate import record_from


def next_on(day, *entries, **plan):
    found, wrong = record_from(Plan, {"client": "c-ab1", "sessions": list(entries), **plan})
    assert not wrong
    appointment = found.next_appointment(date.fromisoformat(day))
    return str(appointment) if appointment else None


FIRST = {"date": "2026-06-01", "next": "2026-06-15"}


@pytest.mark.parametrize(
    ("called_off", "then"),
    [
        ({"date": "2026-06-12", "kind": "cancelled"}, None),
        ({"date": "2026-06-12", "kind": "cancelled", "next": "2026-06-22"}, "2026-06-22"),
        ({"date": "2026-06-15", "kind": "cancelled"}, None),
        ({"date": "2026-06-12", "kind": "no-show"}, "2026-06-15"),
        ({"date": "2026-06-12", "kind": "phone"}, "2026-06-15"),
    ],
    ids=["ahead", "ahead, with another day", "on its day", "another was missed", "a call"],
)
def test_an_appointment_that_was_called_off_ahead_is_not_to_come(called_off, then):
    assert next_on("2026-06-13", FIRST, called_off) == then


def test_what_is_cancelled_on_the_day_of_one_of_two_leaves_the_other():
    other = {"date": "2026-06-02", "next": "2026-06-12"}
    assert next_on("2026-06-12", FIRST, other, {"date": "2026-06-12", "kind": "cancelled"}) == "2026-06-15"


def test_one_called_off_does_not_come_back_when_the_one_instead_was_held():
    called_off = {"date": "2026-06-10", "kind": "cancelled", "next": "2026-06-12"}
    assert next_on("2026-06-13", FIRST, called_off, {"date": "2026-06-12"}) is None


@pytest.mark.parametrize(
    "anew",
    [
        [{"date": "2026-06-08", "kind": "cancelled", "next": "2026-06-15"}],
        [{"date": "2026-06-08", "kind": "cancelled"}, {"date": "2026-06-10", "kind": "phone", "next": "2026-06-15"}],
    ],
    ids=["in the same entry", "in a call"],
)
def test_an_appointment_that_was_called_off_and_agreed_on_anew_is_to_come(anew):
    assert next_on("2026-06-11", FIRST, *anew) == "2026-06-15"


@pytest.mark.parametrize(
    ("agreed", "then"), [("2026-06-09", None), ("2026-06-10", "2026-09-01"), ("2026-06-11", "2026-09-01")]
)
def test_of_a_treatment_that_is_over_only_what_was_agreed_on_from_its_end_on_is_to_come(agreed, then):
    end = {"status": "discharged", "discharge": {"on": "2026-06-10"}}
    assert next_on("2026-06-12", {"date": agreed, "next": "2026-09-01"}, **end) == then


CALLED_OFF = {"date": "2026-06-08", "kind": "cancelled"}


@pytest.mark.parametrize(
    ("entries", "then"),
    [
        ([CALLED_OFF, {"date": "2026-06-09", "kind": "phone", "next": "2026-06-15"}], "2026-06-15"),
        ([{**CALLED_OFF, "next": "2026-06-15"}], "2026-06-15"),
        ([{**CALLED_OFF, "next": "2026-06-15"}, {**CALLED_OFF, "date": "2026-06-10"}], None),
        ([{"date": "2026-06-09", "kind": "phone", "next": "2026-06-15"}, {**CALLED_OFF, "date": "2026-06-10"}], None),
        ([CALLED_OFF, {"date": "2026-06-09", "next": "2026-06-15"}, {"date": "2026-06-15", "kind": "no-show"}], None),
    ],
    ids=["comes after all", "another was called off", "off twice", "called off after all", "then missed"],
)
def test_what_is_agreed_on_anew_after_it_was_called_off_is_to_come(entries, then):
    assert next_on("2026-06-15", FIRST, *entries) == then


@pytest.mark.parametrize(
    ("kind", "then"), [("phone", "2026-06-15"), ("crisis", "2026-06-15"), ("session", None), ("group", None)]
)
def test_a_call_in_the_morning_is_not_the_appointment_of_that_day(kind, then):
    assert next_on("2026-06-15", FIRST, {"date": "2026-06-15", "kind": kind}) == then


def test_a_call_that_moves_the_appointment_of_its_day_leaves_nothing_for_today():
    moved = {"date": "2026-06-15", "kind": "phone", "next": "2026-06-17"}
    assert next_on("2026-06-15", FIRST, moved) == "2026-06-17"
