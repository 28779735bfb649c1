"""Invented plans with risk in them, as plain data; day 0 is a Monday."""

from dataclasses import replace
from datetime import date, timedelta

from goalctl.analysis.risk.picture import risk_picture
from goalctl.analysis.standpoint import Standpoint
from goalctl.library.shelf import FormShelf
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from tests.analysis.invented import plan_of

FORMS = FormShelf()
START = date(2026, 3, 2)
NINE = [1, 1, 1, 1, 1, 1, 1, 1]


def day(number: int) -> date:
    return START + timedelta(days=number)


def entry(number: int = 0, **keys: object) -> dict:
    return {"date": day(number), **keys}


def phq(number: int = 0, answer: object = 1, **keys: object) -> dict:
    return entry(number, forms={"phq-9": [*NINE, answer]}, **keys)


def record(number: int = 0, *, follow_up: int | None = None, **fields: object) -> dict:
    if follow_up is not None:
        fields["follow_up"] = day(follow_up)
    kind = fields.pop("kind", "session")
    return entry(number, kind=kind, risk=fields)


def screener(number: int = 0, *, q1="no", q2="no", q3=None, q4=None, q5=None, q6="no", q7=None) -> dict:
    """The C-SSRS screener; what did not come up is left out."""
    given = {"q1": q1, "q2": q2, "q3": q3, "q4": q4, "q5": q5, "q6": q6, "q7": q7}
    if q2 == "yes":
        given |= {item: given[item] or "no" for item in ("q3", "q4", "q5")}
    if q6 == "yes":
        given["q7"] = q7 or "no"
    return entry(number, forms={"c-ssrs-screener": {item: text for item, text in given.items() if text}})


def plan(*sessions: dict, **keys: object) -> Plan:
    return plan_of(opened=START - timedelta(days=30), sessions=list(sessions), **keys)


def picture(*sessions: dict, today: int = 0, earlier=(), forms=FORMS, settings=None, **keys: object):
    at = Standpoint(plan(*sessions, **keys), forms, day(today), settings or Settings())
    return risk_picture(replace(at, earlier=tuple(earlier)))


def rows(*sessions: dict, **keys: object):
    return picture(*sessions, **keys).rows


def told(*sessions: dict, **keys: object) -> list[tuple[str, bool]]:
    """State and whether it needs an act, of every row."""
    return [(row.state.value, row.needs_act) for row in rows(*sessions, **keys)]


OPEN = [("open", True)]
DECIDE = [("decide", True)]
PASSED = [("follow-up passed", True)]
MISSED = [("missed appointment while open", True)]
ASK_AGAIN = [("ask again", True)]
UNDER = [("under follow-up", False)]
TODAY = [("under follow-up", True)]
CLOSED = [("closed", False)]
NOTHING: list[tuple[str, bool]] = []
