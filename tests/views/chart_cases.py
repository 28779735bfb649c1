"""Plans for charts, each in a line or two: one goal with a measure, and its scores by day."""

from datetime import date

from goalctl.library.shelf import FormShelf
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from

TODAY = date(2026, 6, 15)
FORMS = FormShelf()
TIME = {"deadline": "2026-08-31"}


def plan_of(goal, sessions=(), **more):
    """A plan as the model makes it; `sessions` are (day, scores) or (day, scores, forms)."""
    entries = [
        {"date": day, "scores": scores, "forms": dict(*forms)} if forms else {"date": day, "scores": scores}
        for day, scores, *forms in sessions
    ]
    data = {"client": "c-ab1", "opened": "2026-01-05", "goals": [goal], "sessions": entries, **more}
    plan, findings = record_from(Plan, data)
    assert plan, findings
    return plan


def goal_of(measure, time=None, goal="Walks every day", **more):
    """One active goal, g1."""
    smart = {"time_bound": time if time is not None else TIME}
    if measure:
        smart["measurable"] = measure
    return {"id": "g1", "goal": goal, "status": "active", "opened": "2026-01-05", "smart": {**smart, **more}}


def weekly(values, start=date(2026, 1, 5), step=7, rater="g1"):
    """One score a week, from the start on."""
    days = [date.fromordinal(start.toordinal() + step * place).isoformat() for place in range(len(values))]
    return [(day, {rater: str(value)}) for day, value in zip(days, values, strict=True)]


RATING = {"by": "rating", "baseline": "2", "target": "7"}
STEPS = {"by": "number", "of": "steps a day", "scale": ["0"], "baseline": "4000", "target": "9500"}
KILOS = {"by": "number", "of": "kilos"}
BLOOD = {"by": "number", "of": "g/l", "baseline": "0.8", "target": "0.2"}
COUNT = {"by": "count", "per": "week", "baseline": "0", "target": "3"}
PRACTISED = {"by": "count", "of": "days practised", "per": "week", "scale": ["0", "7"], "baseline": "1", "target": "6"}
PHQ = {"by": "phq-9", "baseline": "18", "target": "9", "since": "2026-01-05"}
EXTENDED = {
    "deadline": "2026-08-31",
    "extended": [
        {"on": "2026-05-01", "from": "2026-06-30", "because": "flu"},
        {"on": "2026-06-01", "from": "2026-07-07", "because": "move"},
    ],
}
BEFORE = [{"until": "2026-02-28", **RATING}]
THREE_RATERS = ("2026-02-02", {"g1": "3", "g1@clinician": "4", "g1@partner": "2"})
TOTALS = [("2026-02-02", {}, {"phq-9": {"total": "14", "q9": "0"}}), ("2026-03-02", {}, {"phq-9": "12"})]
BITING = "[/]\x1b[31m<script>&\u202e 日本語の目標 " * 4


def odd_plans():
    """Everything that must read well, by name."""
    return {
        "one score": plan_of(goal_of(RATING), weekly([3])),
        "one score, nothing else": plan_of(goal_of({"by": "rating"}, {}), weekly([3])),
        "two hundred": plan_of(goal_of(RATING), weekly([place % 7 for place in range(200)], date(2025, 11, 1), step=1)),
        "two on one day": plan_of(goal_of(RATING), [*weekly([3, 4]), ("2026-01-12", {"g1": "6"})]),
        "a gap of a year": plan_of(goal_of(RATING), [("2025-01-06", {"g1": "2"}), *weekly([3, 4, 5])]),
        "a flat line": plan_of(goal_of(KILOS, {}), weekly([80, 80, 80, 80])),
        "a trend that never arrives": plan_of(goal_of(RATING), weekly([4, 4, 5, 4, 4, 4, 5, 4])),
        "levels": plan_of(goal_of({"by": "levels", "baseline": "-1"}), weekly([-2, -1, 0, 1, 2])),
        "thousands": plan_of(goal_of(STEPS), weekly([4120, 6030, 5200, 8805])),
        "a target in hundredths": plan_of(goal_of(BLOOD), weekly([0.8, 0.55])),
        "no score": plan_of(goal_of(RATING)),
        "no score, no baseline": plan_of(goal_of(KILOS, {})),
        "no measure": plan_of(goal_of(None)),
        "done or not": plan_of(goal_of({"by": "done", "baseline": "0", "target": "1"}), weekly([0, 0, 1])),
        "kept": plan_of(goal_of({**RATING, "baseline": "7", "keep": "12w", "better": "higher"}), weekly([7, 8, 6])),
        "percent": plan_of(goal_of({"by": "percent", "baseline": "10", "target": "80"}), weekly([10, 30, 55])),
        "deadline long past": plan_of(goal_of(RATING, {"deadline": "2025-02-01"}), weekly([3, 4, 5])),
        "deadline in a century": plan_of(goal_of(RATING, {"deadline": "2126-02-01"}), weekly([3, 4, 5])),
        "the last day there is": plan_of(goal_of(RATING, {"deadline": "9999-12-31"}), weekly([3, 4, 5, 6])),
        "no score, the last day there is": plan_of(goal_of(RATING, {"deadline": "9999-12-31"})),
        "extended twice": plan_of(goal_of(RATING, EXTENDED), weekly([3, 4, 4, 5])),
        "three raters": plan_of(goal_of(RATING), [THREE_RATERS, *weekly([3, 4])]),
        "a form": plan_of(goal_of(PHQ), TOTALS),
        "another target": plan_of(goal_of({**RATING, "target": "9"}, measured_before=BEFORE), weekly([3, 4, 5] * 5)),
        "another scale": plan_of(goal_of(COUNT, measured_before=BEFORE), weekly([1, 2, 3] * 5)),
        "text that bites": plan_of(goal_of(RATING, goal=BITING), weekly([3, 4])),
        "past the scale": plan_of(goal_of({**RATING, "scale": ["0", "5"], "target": "5"}), weekly([3, 12])),
    }


def coping_plan():
    """A form with bands whose deadline moved, and an objective that two people score."""
    totals = [18, 19, 17, 15, 16, 14, 15, 13, 12, 11, 14, 12, 11, 10, 9, 10, 8]
    counts = dict(weekly([1, 2, 2, 2, 3, 3, 4, 2, 3, 3, 4, 4, 5, 5], start=date(2026, 2, 2), rater="g1.1"))
    counts["2026-03-30"]["g1.1@clinician"] = "5"
    counts["2026-02-09"]["g1.1@clinician"] = "3"
    filled = [{"phq-9": {"total": str(total), "q9": "0"}} for total in totals]
    days = [day for day, _ in weekly(totals)]
    sessions = [(day, counts.get(day, {}), form) for day, form in zip(days, filled, strict=True)]
    goal = goal_of(PHQ, {**EXTENDED, "extended": EXTENDED["extended"][:1]}, goal="Uses coping skills on most days")
    step = {"id": "g1.1", "objective": "Practises on six days", "measurable": PRACTISED, "deadline": "2026-07-31"}
    return plan_of({**goal, "objectives": [step]}, sessions)
