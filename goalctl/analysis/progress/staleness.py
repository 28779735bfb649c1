"""When a score is too old to judge by: one and a half times the interval at which it is meant to be taken."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from goalctl.analysis.figures import counted
from goalctl.analysis.instruments.readings import form_of, is_answered_by
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.client_words import own_form
from goalctl.model.frequency import EverySessions
from goalctl.model.goal import Scorable, Status, status_told
from goalctl.model.holds import Hold, rests_on
from goalctl.model.measure import Measure
from goalctl.model.people import fillers_of
from goalctl.model.plan import Change, Lifecycle, Plan
from goalctl.model.scalars import Duration

# From practice, without a published source: four weeks where nothing else is said, else half an interval of slack.
USUAL_DAYS = 28
SLACK = 1.5


def is_on_hold(at: Standpoint) -> bool:
    """Whether treatment rests on that day: inside one of the holds, else by the plan's status when it lists none."""
    if at.plan.holds:
        return rests_on(at.plan.holds, at.today)
    return at.plan.status is Lifecycle.ON_HOLD


def goes_on(at: Standpoint) -> bool:
    """Whether treatment is neither over nor rests on that day."""
    return not (at.plan.has_ended or is_on_hold(at))


def interval_of(at: Standpoint, measure: Measure) -> Duration | EverySessions | None:
    """How often a form is meant to be filled in: as this plan says, else the form. None for other measures.

    What a count is counted over is no interval of scoring: a weekly count may be asked for every other week.
    """
    if measure.form is None:
        return None
    assessments = at.plan.assessments
    meant = [(one.every, who) for one in assessments for who in fillers_of(at.plan, one.form)]
    planned = [every for every, who in meant if is_answered_by(own_form(at.plan, measure.form), who, at.forms)]
    form = form_of(at.forms, measure.form)
    return planned[0] if planned else form.every if form else None


def staleness(at: Standpoint, measure: Measure, since: date | None) -> str | None:
    """Why a score of that day is stale, in words; None while it is not, on a plan on hold, and without a day.

    Days and sessions on hold don't count. What is scored by occasion is never stale: that no crisis came is good news.
    """
    if since is None or is_on_hold(at) or _is_by_occasion(measure):
        return None
    interval = interval_of(at, measure)
    if isinstance(interval, EverySessions):
        return _stale_by_sessions(at, interval, since)
    return _stale_by_days(at, interval, since)


def taken_up_on(plan: Plan, item: Scorable) -> date | None:
    """The last day on which it was taken up, or given its first measure, by the trail: no score was due before."""
    marked = {one.id: one for one in (item, plan.goal_of(item.id)) if one}
    days = (
        change.on
        for change in plan.changes
        if (change.what == "status" and (one := marked.get(change.of or "")) and _takes_up(one, change))
        or (change.of == item.id and change.what.endswith("measurable") and change.from_ is None)
    )
    return max(days, default=None)


def _takes_up(item: Scorable, change: Change) -> bool:
    return status_told(item, change.to) == Status.ACTIVE


def _stale_by_sessions(at: Standpoint, interval: EverySessions, since: date) -> str | None:
    seen = (entry.date for entry in at.plan.seen if entry.kind.client_came and since < entry.date <= at.today)
    held = sum(1 for day in seen if not rests_on(at.plan.holds, day))
    late = held > interval.count * SLACK
    return f"{counted(held, 'session')} without a score, due every {interval}" if late else None


def _stale_by_days(at: Standpoint, interval: Duration | None, since: date) -> str | None:
    allowed = USUAL_DAYS if interval is None else math.floor((interval.after(since) - since).days * SLACK)
    if at.today < day_worked(at.plan.holds, since, allowed + 1):
        return None
    due = f"due every {interval}" if interval else f"{USUAL_DAYS} is the usual limit"
    return f"no score for {_days_in_words(at, since)}, since {since}; {due}"


def _days_in_words(at: Standpoint, since: date) -> str:
    """`40 days`, or `40 days beside 12 days on hold`."""
    days = _days_worked(at.plan.holds, since, at.today)
    rested = (at.today - since).days - days
    return f"{days} days beside {counted(rested, 'day')} on hold" if rested else f"{days} days"


def _is_by_occasion(measure: Measure) -> bool:
    """Whether there is a score only when something happened: a share of occasions, or a count on each of them."""
    return measure.kind in {"percent", "count"} and measure.per is None


def day_worked(holds: tuple[Hold, ...], since: date, number: int) -> date:
    """Of the days after `since` on which treatment does not rest that one; the last of all where it rests for good."""
    day = Duration(number, "d").after(since)
    for begin, end in _rests_after(holds, since):
        day = Duration((end - begin).days, "d").after(day) if begin <= day else day
    return day


def _days_worked(holds: tuple[Hold, ...], since: date, today: date) -> int:
    """Days after `since`, up to today, on which treatment did not rest."""
    tomorrow = Duration(1, "d").after(today)
    rested = (min(end, tomorrow) - begin for begin, end in _rests_after(holds, since) if begin < tomorrow)
    return (today - since).days - sum(rest.days for rest in rested)


def _rests_after(holds: tuple[Hold, ...], since: date) -> Iterator[tuple[date, date]]:
    """The stretches of rest behind that day, in order, each without its last day; no day is in two of them."""
    reached = Duration(1, "d").after(since)
    for hold in sorted(holds, key=lambda hold: hold.from_):
        begin, end = max(hold.from_, reached), hold.to or date.max
        if begin < end:
            yield begin, end
            reached = end
