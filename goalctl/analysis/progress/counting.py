"""Daily diary counts added up over a week or a month, beside the counts that sessions already give.

What counts once is never counted twice:
- a session's own count stands as it is and speaks for the whole stretch that ends on its day;
- the diary days that no session speaks for are cut into stretches that follow each other. Each sum stands on the last
  day of its stretch, and appears only when that day has come: half a week would look like a fall;
- a stretch follows the session or the stretch before it, so that a day without an entry counts as none; after a longer
  gap it starts with the next entry;
- a stretch that a session's count cuts short is left out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from goalctl.analysis.figures import exact
from goalctl.analysis.instruments.point import Origin, Point
from goalctl.model.scalars import Duration

A_DAY = timedelta(days=1)


def summed_up(diary: Sequence[Point], window: Duration, scored: Sequence[date], *, today: date) -> list[Point]:
    """The sums of the diary's daily counts, by day; `scored` are the days of sessions with a count of their own."""
    # A day that a session already speaks for is done with, whatever the diary says about it.
    left = [point for point in diary if not any(window.before(day) < point.day <= day for day in scored)]
    ends = sorted(scored)
    sums: list[Point] = []
    while left:
        start = _start(left[0].day, ends, window)
        end = max(window.after(start) - A_DAY, left[0].day)  # no window reaches behind the last of all days
        inside = [point for point in left if point.day <= end]
        left = left[len(inside) :]
        if end <= today and not _is_cut(start, end, window, scored):
            sums.append(Point(end, exact(math.fsum(point.value for point in inside)), Origin.DIARY, len(inside)))
        ends.append(end)
    return sums


def _start(first: date, ends: Sequence[date], window: Duration) -> date:
    follows = max((end + A_DAY for end in ends if end < first), default=first)
    return follows if first < window.after(follows) else first


def _is_cut(start: date, end: date, window: Duration, scored: Sequence[date]) -> bool:
    return any(day >= start and window.before(day) < end for day in scored)
