"""The figures of a goal's course once more, worked out naively by fractions from plain data.

Knows nothing of goalctl; its rules are the words of docs/explanation/states.md. A plan is as
`test_progress_reference` draws it: days are `date`, an item is scored by the client alone.
"""

import calendar
import math
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from statistics import NormalDist

A_DAY = timedelta(days=1)
ONCE = {"number", "percent", "levels", "done"}
MEANT = {"levels": 0, "done": 1}


def exactly(number):
    return Fraction(str(number))


def shifted(day, stretch, sign=1):
    """The day so many days, weeks or months later, or earlier; of a shorter month its last day."""
    number, unit = sign * int(stretch[:-1]), stretch[-1]
    if unit != "m":
        return day + timedelta(days=number * {"d": 1, "w": 7}[unit])
    year, month = divmod(day.month - 1 + number, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))


def entries_on(plan, today):
    """The valid entries up to that day, as what was amended by then reads."""
    known = [one for one in plan["sessions"] if one["date"] <= today]
    for entry in sorted(known, key=lambda one: (one["date"], one["time"])):
        if "void" in entry and entry["void"]["on"] <= today:
            continue
        said = {"scores": dict(entry.get("scores", {})), "forms": dict(entry.get("forms", {}))}
        for amended in entry.get("amended", []):
            for place, value in amended["set"].items() if amended["on"] <= today else ():
                part, _, name = place.partition(".")
                said[part][name] = value
        yield entry["date"], said


def points_of(plan, item, today, scored_by):
    """Every score with its day; `scored_by` reads the answers of a form, and is None for other measures."""
    measure, found = item["measure"], []
    for day, said in entries_on(plan, today):
        if scored_by and measure["by"] in said["forms"]:
            score = scored_by(said["forms"][measure["by"]], measure.get("of"))
            found += [(day, score)] if score is not None else []
        elif item["id"] in said["scores"]:
            found.append((day, exactly(said["scores"][item["id"]])))
    noted = [(one["date"], exactly(one[item["id"]])) for one in plan.get("diary", []) if item["id"] in one]
    window = {"week": "1w", "month": "1m"}.get(measure.get("per"))
    days = [day for day, _ in found]
    added = added_up([one for one in noted if one[0] <= today], window, days, today) if window else noted
    return sorted(added + found, key=lambda point: point[0])


def added_up(noted, window, days, today):
    """Weeks or months of a diary, none of which a session speaks for; a day without an entry counts as none."""
    left = sorted(one for one in noted if not any(shifted(day, window, -1) < one[0] <= day for day in days))
    ends, sums = list(days), []
    while left:
        first = left[0][0]
        follows = max((end + A_DAY for end in ends if end < first), default=first)
        start = follows if first < shifted(follows, window) else first
        end = shifted(start, window) - A_DAY
        inside = [value for day, value in left if day <= end]
        left = left[len(inside) :]
        is_cut = any(start <= day and shifted(day, window, -1) < end for day in days)
        sums += [] if is_cut or end > today else [(end, sum(inside))]
        ends.append(end)
    return sums


def middle(values):
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def trend_of(points):
    """Theil and Sen's slope a day with his interval at 95 %; None of fewer than three scores, or of one day alone."""
    if len(points) < 3 or points[0][0] == points[-1][0]:
        return None
    pairs = [(one, other) for one, other in combinations(points, 2) if other[0] > one[0]]
    slopes = sorted(Fraction(other[1] - one[1]) / (other[0] - one[0]).days for one, other in pairs)
    ties = [n for part in (0, 1) for n in Counter(point[part] for point in points).values()]
    left = sum(term(n) for n in [len(points)]) - sum(term(n) for n in ties)
    spread = NormalDist().inv_cdf(0.975) * math.sqrt(left / 18) if left >= 0 else len(slopes)
    spread = min(spread, len(slopes))
    low, high = round((len(slopes) - spread) / 2) - 1, round((len(slopes) + spread) / 2)
    return middle(slopes), slopes[max(low, 0)], slopes[min(high, len(slopes) - 1)]


def term(n):
    return n * (n - 1) * (2 * n + 5)


class Course:
    """Where a goal began, which way is better, how far it is, since when it is met, and its trend."""

    def __init__(self, plan, item, today, scored_by=None):
        self.measure, self.points = item["measure"], points_of(plan, item, today, scored_by)
        self.baseline_day, self.baseline = self._beginning(item["opened"])
        wanted = self.measure.get("target", MEANT.get(self.measure["by"]))
        self.band = tuple(map(exactly, wanted)) if isinstance(wanted, list) else None
        self.target = self._end_that_comes_first() if self.band else None if wanted is None else exactly(wanted)
        self.better = self._better(item.get("form_better"))
        start = self.baseline_day
        self.since = [point for point in self.points if start is None or point[0] >= start]
        later = [point for point in self.since if not self.is_stated or point[0] > start]
        self.trend = None if self.measure["by"] == "done" else trend_of(later)

    @property
    def is_stated(self):
        return "baseline" in self.measure

    def _beginning(self, opened):
        """As stated, else the first score from the opening on, else the first of all."""
        if self.is_stated:
            return self.measure.get("since", opened), exactly(self.measure["baseline"])
        later = [point for point in self.points if point[0] >= opened] or self.points
        return later[0] if later else (None, None)

    def _end_that_comes_first(self):
        low, high = self.band
        return low if self.baseline is None or self.baseline - low <= high - self.baseline else high

    def _better(self, of_form):
        if self.band:
            is_within = self.baseline is None or self.band[0] <= self.baseline <= self.band[1]
            return None if is_within else ("higher" if self.baseline < self.band[0] else "lower")
        leads = self.baseline is not None and self.target is not None and self.baseline != self.target
        seen = ("higher" if self.target > self.baseline else "lower") if leads else None
        if self.is_stated and "target" in self.measure and seen:
            return seen
        by_nature = "higher" if self.measure["by"] in MEANT else None
        return self.measure.get("better") or of_form or by_nature or seen

    def is_there(self, value):
        if self.target is None:
            return False
        if self.band:
            return self.band[0] <= value <= self.band[1]
        if self.better is None:
            return value == self.target
        return value >= self.target if self.better == "higher" else value <= self.target

    def _gap(self, value):
        low, high = self.band
        return max(low - value, value - high, 0)

    @property
    def share(self):
        """Of the way from baseline to target; None where there was none to go."""
        if not self.points or self.target is None or self.baseline is None:
            return None
        value, began_past = self.points[-1][1], self.is_there(self.baseline) and self.baseline != self.target
        if self.band:
            return 1 - self._gap(value) / Fraction(self._gap(self.baseline)) if self._gap(self.baseline) else None
        if self.baseline == self.target or (began_past and not self.is_stated):
            return None
        return (value - self.baseline) / (self.target - self.baseline)

    @property
    def met_on(self):
        """The day on which the newest scores in a row, and the time to keep them, were enough."""
        run = []
        for point in reversed(self.since):
            if not self.is_there(point[1]):
                break
            run.insert(0, point)
        needed = self.measure.get("hold", 1 if self.measure["by"] in ONCE else 2)
        if len(run) < needed:
            return None
        began_there = self.is_there(self.baseline) and (self.band or (self.is_stated and self.baseline == self.target))
        since = self.baseline_day if began_there and run == self.since else run[0][0]
        earliest = shifted(since, self.measure["keep"]) if "keep" in self.measure else run[0][0]
        return next((day for day, _ in run[needed - 1 :] if day >= earliest), None)
