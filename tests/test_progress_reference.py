"""The figures of goals as `show --format json` has them, against a reference by fractions that was written apart.

The plans have what is easy to get wrong by a little: tenths, months of 28 to 31 days, scores that were amended or
marked void later than the day that is asked for, two sessions on a day, entries in no order, baselines before and after
the first score, an own form with a factor, missing answers and subscales.
"""

import math
import random
from datetime import date, timedelta
from fractions import Fraction

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.progress.attainment import share_reached
from goalctl.model.form import Form
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
from tests.analysis.invented import as_text, plan_of
from tests.progress_reference import Course

DAYS = [date(2026, 6, 30), date(2028, 2, 29), date(2026, 3, 29), date(2025, 10, 26), date(2027, 2, 28)]
ENDS = {
    "rating": (0, 10), "count": (0, 9), "week": (0, 14), "month": (0, 20), "number": (-5, 5), "share": (0, 1),
    "band": (0, 14), "percent": (0, 100), "levels": (-2, 2), "done": (0, 1), "keep": (0, 10),
    "mean": (0.3, 1.5), "front": (2.1, 10.5), "back": (4, 20),
}  # fmt: skip
IN_TENTHS = {"number", "share", "band", "mean"}
PARTS = {"mean": None, "front": "front", "back": "back"}
OWN_FORM = {
    "form": "tenths", "name": "Tenths", "kind": "assessment", "scale": [1, 5],
    "items": [{"id": f"q{n}", "ask": f"topic {n}"} for n in range(1, 8)],
    "scoring": {
        "method": "mean", "multiply": 0.3, "better": "lower", "reversed": ["q2", "q5"], "prorate": {"missing": 2},
        "subscales": {
            "front": {"items": ["q1", "q2", "q3"], "multiply": 0.7, "better": "higher"},
            "back": {"items": ["q4", "q5", "q6", "q7"], "better": "lower", "prorate": {"missing": 1, "round": "yes"}},
        },
    },
}  # fmt: skip
FORM, WRONG = record_from(Form, as_text(OWN_FORM))


def own_score(answers, of=None):
    """What the form above says, by hand: items, factor, how many may be missing, whether a mean, whether rounded."""
    if isinstance(answers, dict):
        return None if of else Fraction(str(answers["total"]))
    turned = [
        None if one is None else Fraction(6 - one if place in {1, 4} else one) for place, one in enumerate(answers)
    ]
    first, last, factor, spare, size, is_rounded = {
        None: (0, 7, Fraction(3, 10), 2, 1, False),
        "front": (0, 3, Fraction(7, 10), 0, 3, False),
        "back": (3, 7, Fraction(1), 1, 4, True),
    }[of]
    given = [one for one in turned[first:last] if one is not None]
    missing = last - first - len(given)
    if not given or missing > spare:
        return None
    score = sum(given) / len(given) * size * factor
    return Fraction(math.floor(score + Fraction(1, 2))) if is_rounded and missing else score


def drawn_goal(draw, number, opened, today):
    kind = draw.choice(list(ENDS))
    low, high = ENDS[kind]

    def value():
        if kind == "front":
            return round(0.7 * draw.randint(3, 15), 1)
        return round(draw.uniform(low, high), 1) if kind in IN_TENTHS else draw.randint(low, high)

    by = {"week": "count", "month": "count", "share": "number", "band": "number", "keep": "rating"}.get(kind, kind)
    measure = {"by": "tenths" if kind in PARTS else by}
    measure |= {"of": PARTS[kind]} if PARTS.get(kind) else {"of": "calls"} if by in {"count", "number"} else {}
    measure |= {"per": kind} if kind in {"week", "month"} else {}
    measure |= {"levels": {n: f"level {n}" for n in range(-2, 3)}} if kind == "levels" else {}
    measure |= drawn_ends(draw, kind, value)
    if "baseline" in measure and draw.random() < 0.4:
        measure["since"] = opened + timedelta(days=draw.randint(-10, (today - opened).days))
    if draw.random() < 0.25 and kind != "done":
        measure["hold"] = draw.choice([1, 2, 3])
    better = {"front": "higher"}.get(kind, "lower") if kind in PARTS else None
    item = {"id": f"g{number}", "measure": measure, "opened": opened, "form_better": better}
    return item | {"value": value, "kind": kind}


def drawn_ends(draw, kind, value):
    if kind == "done":
        return {}
    if kind == "keep":
        keep = {"keep": draw.choice(["10d", "4w", "1m", "2m"]), "better": draw.choice(["higher", "lower"])}
        return {"baseline": (kept := value()), "target": kept, **keep}
    found = {"baseline": value()} if draw.random() < 0.7 else {}
    low = value()
    if kind == "band":
        return found | {"target": [low, round(low + draw.choice([0.2, 2]), 1)]}
    return found | ({"target": low} if found.get("baseline") != low and draw.random() < 0.9 else {})


def drawn_plan(draw):
    today = draw.choice(DAYS)
    opened = today - timedelta(days=draw.choice([10, 40, 90, 150, 300]))
    goals = [drawn_goal(draw, n, opened, today) for n in range(1, draw.randint(2, 6))]
    sessions, day = [], opened - timedelta(days=draw.choice([0, 7]))
    while day <= today + timedelta(days=20):
        times = draw.choice([["09:00"]] * 9 + [["15:00", "09:00"]])
        sessions += [drawn_session(draw, goals, day, time) for time in times]
        day += timedelta(days=draw.choice([2, 7, 7, 14, 35]))
    draw.shuffle(sessions)
    days = [opened + timedelta(days=n) for n in range((today - opened).days + 5)]
    counted = [one["id"] for one in goals if one["kind"] in {"week", "month"}]
    diary = [{"date": day, item: draw.choice([0, 1, 1, 2])} for item in counted for day in days if draw.random() < 0.6]
    return {"opened": opened, "sessions": sessions, "diary": diary}, goals, today


def drawn_session(draw, goals, day, time):
    typed = [one for one in goals if one["kind"] not in PARTS]
    rare = {"week", "month"}
    chosen = [one for one in typed if draw.random() < (0.3 if one["kind"] in rare else 0.85)]
    entry = {"date": day, "time": time, "scores": {one["id"]: one["value"]() for one in chosen}}
    if draw.random() < 0.7:
        answers = [draw.choice([1, 2, 3, 4, 5, None]) if draw.random() < 0.2 else draw.randint(1, 5) for _ in range(7)]
        answers[0] = answers[0] or 1
        entry["forms"] = {"tenths": draw.choice([answers, answers, {"total": round(draw.uniform(0.3, 1.5), 1)}])}
    changes = {f"scores.{one['id']}": one["value"]() for one in chosen[:1]}
    changes |= {"forms.tenths": [1, 2, 3, 4, 5, 1, 2]} if "forms" in entry else {}
    later = [timedelta(days=draw.choice([0, 5, 40])) for _ in range(draw.choice([0, 0, 0, 1, 2]))]
    entry["amended"] = [{"on": day + late, "set": changes, "because": "misheard"} for late in sorted(later) if changes]
    if draw.random() < 0.05:
        entry["void"] = {"on": day + draw.choice([timedelta(0), timedelta(days=40)]), "because": "twice"}
    return entry


def as_told(case, item):
    series = case.current(item)
    trend, baseline = case.trend(series), series.baseline
    overview = case.item(item)
    return {
        "points": [(point.day, point.value) for point in series.points],
        "baseline": (baseline.day, baseline.value) if baseline else (None, None),
        "better": series.better,
        "target": series.target,
        "share": share_reached(series, series.last.value) if series.last else None,
        "met": overview.attainment.met_on if overview.attainment else None,
        "trend": (trend.slope, trend.low, trend.high) if trend else None,
    }


def as_worked_out(course):
    return {
        "points": course.points,
        "baseline": (course.baseline_day, course.baseline),
        "better": course.better,
        "target": course.target,
        "share": course.share,
        "met": course.met_on,
        "trend": course.trend,
    }


def are_alike(told, worked_out):
    """Whether numbers are the same but for a machine's error, whatever they stand in."""
    if isinstance(told, list | tuple) and isinstance(worked_out, list | tuple):
        return len(told) == len(worked_out) and all(map(are_alike, told, worked_out))
    if isinstance(told, float):
        return worked_out is not None and math.isclose(told, worked_out, rel_tol=1e-7, abs_tol=1e-7)
    return told == worked_out


@pytest.mark.parametrize("seed", range(60))
def test_every_figure_of_a_goal_is_as_worked_out_by_fractions(seed):
    assert FORM is not None, WRONG
    keys, goals, today = drawn_plan(random.Random(f"progress/{seed}"))  # noqa: S311 - no secret
    written = [
        {"id": one["id"], "goal": f"Goal {one['id']}", "status": "active", "opened": one["opened"],
         "smart": {"measurable": one["measure"]}}
        for one in goals
    ]  # fmt: skip
    case = Case.of(plan_of(goals=written, **keys), {"tenths": FORM}, Settings(), today)
    for one in goals:
        by_hand = Course(keys, one, today, own_score if one["kind"] in PARTS else None)
        told, worked_out = as_told(case, one["id"]), as_worked_out(by_hand)
        assert [key for key in told if not are_alike(told[key], worked_out[key])] == [], (told, worked_out)
