"""What the oracle takes for a contradiction, and what not: one sentence, one plan each."""

from datetime import date
from pathlib import Path

import pytest

from tests.oracle.cases import Practice
from tests.oracle.contradictions import contradictions
from tests.oracle.reference import reference
from tests.oracle.statements import Statement

TODAY = date(2026, 6, 12)
SHORT = "4 on 2026-06-08, 6 expected; the last 3 of 5 scores fall short; too few to judge: it takes 6 over 6 weeks"
FEW = "4 on 2026-06-08, 4 expected; 5 scores, too few to judge: it takes 6 over 6 weeks"
OF_TWO = "anna 4, ben 6 (target 8); anna: "
REMARKS = (
    "carl has not scored it yet",
    "dan is none of the members now and does not decide",
    "scores without a name do not decide",
)


def noticed(*said, where="show"):
    """The rules that are broken by what is said of g1."""
    found = [Statement("c-ab1", "g1", predicate, value, where, value) for predicate, value in said]
    return [one.rule for one in contradictions_of(found)]


def contradictions_of(statements, practice=None):
    reading = reference(practice or Practice(Path(), TODAY, {}))
    reading.statements += statements
    return contradictions([reading], TODAY)


def by_both(first, extended):
    return f"by the first date, 2026-07-01: {first}; by the extended one, 2026-09-01: {extended}"


@pytest.mark.parametrize(
    "told", ["{}", OF_TWO + "{}", "; ".join(["{}", *REMARKS])], ids=["alone", "of two", "with remarks"]
)
@pytest.mark.parametrize(
    ("state", "first", "extended", "fits"),
    [
        ("at risk", SHORT, FEW, True),
        ("at risk", FEW, SHORT, True),
        ("on track", FEW, FEW, True),
        ("at risk", FEW, FEW, False),
        ("on track", SHORT, FEW, False),
        ("met", SHORT, FEW, False),
    ],
)
def test_of_two_dates_the_worse_is_the_state(told, state, first, extended, fits):
    rules = noticed(("because", f"{state}: {told.format(by_both(first, extended))}"))
    assert rules == ([] if fits else ["a state and a sentence that do not fit"])


def test_each_of_two_dates_has_the_newest_score():
    other = FEW.replace("4 on", "9 on")
    said = ("last by client", "4.0"), ("because", f"on track: {by_both(FEW, other)}")
    assert noticed(*said) == ["a sentence with another score"]


@pytest.mark.parametrize("remark", REMARKS)
def test_who_scored_beside_is_told_where_the_state_is(remark):
    state = "off track: 4 on 2026-06-08, 6 expected; the last 4 of 8 scores fall short"
    alone = ("a because without its state", remark)
    assert noticed(("because", f"{state}; {remark}"), alone) == []
    assert noticed(("because", state), alone) == ["not among those in show (because)"]


ENDED = {"status": "discharged", "discharge": {"on": date(2026, 6, 10)}}


@pytest.mark.parametrize(
    ("plan", "entries", "to_come"),
    [
        ({}, [("09", "session")], "2026-06-20"),
        (ENDED, [("09", "session")], ""),
        (ENDED, [("10", "session")], "2026-06-20"),
        ({}, [("08", "session"), ("09", "cancelled")], ""),
        ({}, [("08", "session"), ("09", "cancelled"), ("10", "phone")], "2026-06-20"),
    ],
    ids=["goes on", "from before the end", "from the end on", "called off ahead", "agreed on anew"],
)
def test_what_is_to_come_is_what_still_stands(plan, entries, to_come):
    whole = {"status": "active", "opened": TODAY, "goals": [], **plan, "sessions": [_entry(*one) for one in entries]}
    practice = Practice(Path(), TODAY, {"c-ab1": whole})
    other = "2026-06-27" if to_come else "2026-06-20"
    assert not contradictions_of([_next(to_come)], practice)
    assert [one.rule for one in contradictions_of([_next(other)], practice)] == ["two values"]


def _entry(day, kind):
    found = {"date": date(2026, 6, int(day)), "kind": kind}
    return found if kind == "cancelled" else {**found, "next": date(2026, 6, 20)}


def _next(day):
    return Statement("c-ab1", "", "next", day, "prep", day)
