"""Invented plans and forms for the tests of analysis: written as plain data, read as any plan is."""

from collections.abc import Iterable
from datetime import date, timedelta

from goalctl.analysis.instruments.point import Point
from goalctl.model.finding import Value
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from

START = date(2026, 1, 5)


def week(number: float) -> date:
    """So many weeks after the start."""
    return START + timedelta(days=round(number * 7))


WEEK_1 = week(1)


def points(values: Iterable[float], *, every: int = 7, first: date = WEEK_1) -> list[Point]:
    return [Point(first + timedelta(days=every * place), value) for place, value in enumerate(values)]


def plan_of(**keys: object) -> Plan:
    plan, findings = record_from(Plan, as_text({"client": "c-ab1", "opened": START, **keys}))
    assert plan is not None, findings
    return plan


def goal(measure: dict | None = None, *, deadline: date | None = None, **keys: object) -> dict:
    """Goal g1, active from the start; `extended`, `checkpoints` and `measured_before` go where they belong."""
    bound = {"deadline": deadline, "extended": keys.pop("extended", None), "checkpoints": keys.pop("checkpoints", None)}
    smart = {"measurable": measure, "measured_before": keys.pop("measured_before", None), "time_bound": bound}
    return {"id": "g1", "goal": "Invented", "status": "active", "opened": START, "smart": smart, **keys}


def sessions(scores: Iterable[object], *, first: date = WEEK_1, every: int = 7, key: str = "g1") -> list[dict]:
    days = (first + timedelta(days=every * place) for place in range(10_000))
    return [{"date": day, "scores": {key: score}} for day, score in zip(days, scores, strict=False)]


def diary(days: str, *, first: date = START, key: str = "g1") -> list[dict]:
    """One entry for each sign; a dot is a day without an entry."""
    return [{"date": first + timedelta(days=n), key: sign} for n, sign in enumerate(days) if sign != "."]


def mood_form(*, items: int = 9, **scoring: object) -> Form:
    """Nine items from 0 to 3, lower is better, reliable change 6, the ninth item about risk."""
    facts = {"better": "lower", "reliable_change": [{"points": 6}], "remission": {"below": 5}, **scoring}
    data = {
        "form": "phq-9",
        "name": "Mood",
        "kind": "assessment",
        "scale": [0, 3],
        "items": [{"id": f"q{n}", "ask": f"topic {n}"} for n in range(1, items + 1)],
        "scoring": {**facts, "response": {"percent": 50}},
        "risk": [{"item": f"q{n}", "when": ">= 1", "says": "thoughts of self-harm"} for n in range(9, items + 1)],
    }
    form, findings = record_from(Form, as_text(data))
    assert form is not None, findings
    return form


def moods(totals: Iterable[int], *, first: date = WEEK_1, every: int = 14) -> list[dict]:
    """Sessions with a total and a risk item that is not endorsed."""
    days = (first + timedelta(days=every * place) for place in range(1_000))
    return [
        {"date": day, "forms": {"phq-9": {"total": total, "q9": 0}}} for day, total in zip(days, totals, strict=False)
    ]


def as_text(data: object) -> Value:
    """What the reader would give: text, lists, mappings, None."""
    if isinstance(data, dict):
        return {str(key): as_text(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [as_text(value) for value in data]
    return None if data is None else str(data)


FORMS = {"phq-9": mood_form()}
