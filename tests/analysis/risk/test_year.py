"""A simulated year of 35 clients: no planted event is missed, and a median day has at most three rows that need an act.

The short run looks at one day in 27; `pytest -m torture -s tests/analysis/risk/test_year.py` looks at every day of
five years and prints the figures of each seed. The five seeds take two to five minutes.
"""

from __future__ import annotations

import statistics
from collections import Counter
from datetime import timedelta

import pytest

from goalctl.analysis.risk.attendance import Company
from goalctl.analysis.risk.picture import picture_of
from goalctl.model.settings import Settings
from tests.analysis.risk.at_risk import FORMS
from tests.analysis.risk.practice_year import DAYS, FIRST, Client, practice_year

NO_MARKS = frozenset()
KNOWN_FORMS = {name: FORMS[name] for name in ("phq-9", "c-ssrs-screener")}
SETTINGS = Settings()


def picture_on(client: Client, plan, day: int, *, up_to: int | None = None):
    """The picture in the evening of a day, or with the log as it was after an earlier one."""
    today = FIRST + timedelta(days=day)
    last = today if up_to is None else FIRST + timedelta(days=up_to)
    log = [(entry, NO_MARKS) for entry in plan.sessions if entry.date <= last]
    return picture_of(log, KNOWN_FORMS, company=Company(client.name), today=today, settings=SETTINGS)


def newest_gap(found) -> bool:
    return any(gap.day for gap in found.not_asked)


def year(seed: int, *, every: int, **habits: float):
    """Planted events that no row tells of, and rows needing an act, by morning and evening of the days looked at."""
    missed, planted = [], Counter()
    mornings, evenings, unplanted = Counter(), Counter(), Counter()
    for client in practice_year(seed, **habits):
        plan = client.plan
        for event in client.planted:
            planted[event.what] += 1
            days = {event.first, event.last - 1, *range(event.first, event.last, every)}
            missed += [(client.name, event, day) for day in sorted(days) if not picture_on(client, plan, day).needs_act]
        for event in client.gaps:
            planted[event.what] += 1
            days = {event.first, event.last - 1}
            missed += [(client.name, event, day) for day in days if not newest_gap(picture_on(client, plan, day))]
        for day in (day for day in range(0, DAYS, every) if client.begins <= day < client.ends):
            mornings[day] += len(picture_on(client, plan, day, up_to=day - 1).needs_act)
            found = picture_on(client, plan, day).needs_act
            evenings[day] += len(found)
            if found and not any(event.first <= day < event.last for event in client.planted):
                unplanted[found[0].state.value] += len(found)
    return missed, planted, mornings, evenings, unplanted


def figures(seed: int, planted: Counter, mornings: Counter, evenings: Counter, unplanted: Counter) -> str:
    workdays = [day for day in range(DAYS) if day % 7 < 5]
    first, second = ([counted[day] for day in workdays if day in counted] for counted in (mornings, evenings))
    events = ", ".join(f"{count} {what}" for what, count in planted.most_common())
    return (
        f"seed {seed}: {sum(planted.values())} planted ({events}); "
        f"rows needing an act on a workday: morning median {statistics.median(first)}, at most {max(first)}; "
        f"evening median {statistics.median(second)}, at most {max(second)}; not planted: {dict(unplanted)}"
    )


def judge(seed: int, *, every: int) -> None:
    missed, planted, mornings, evenings, unplanted = year(seed, every=every)
    print(figures(seed, planted, mornings, evenings, unplanted))  # noqa: T201 - the figures are asked for
    assert missed == []
    assert sum(planted.values()) > 100
    workdays = [day for day in mornings if day % 7 < 5]
    assert statistics.median(mornings[day] for day in workdays) <= 3
    assert statistics.median(evenings[day] for day in workdays) <= 3


def test_a_year_of_a_practice():
    judge(20261126, every=27)


def test_where_six_of_ten_records_come_late_none_is_missed_either():
    missed, planted, *_ = year(7, every=60, records_at_once=0.4)
    assert missed == []
    assert planted["an endorsed item"] > 20
    assert planted["an endorsed risk form"] > 0


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(1, 6))
def test_five_years_day_by_day(seed):
    judge(seed, every=1)
