"""The state of a goal that is counted or rated: by its aimline, by its trend alone, or by whether it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from goalctl.analysis.figures import counted, figure, per_week
from goalctl.analysis.progress.aimline import Aimline, Aimlines, beginning_of, judged_points, progress_points
from goalctl.analysis.progress.attainment import Attainment
from goalctl.analysis.progress.course import (
    LAST_POINTS,
    Side,
    can_be_judged,
    four_point_rule,
    last_on_one_side,
    side_of,
    trend_rule,
)
from goalctl.analysis.progress.direction import gain, is_at_target
from goalctl.analysis.progress.judgement import Judgement, State
from goalctl.analysis.progress.point import Point
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.trend import LEAST_TO_SHOW, Trend, projection_of, trend_of
from goalctl.model.measure import Better

FOUR_POINTS = "4-point rule"
TREND = "trend rule"
PROJECTION = "projection"
THREE_POINTS = "three in a row"
TOO_EARLY = "too early to say"
MAINTENANCE = "maintenance"
NOT_DONE = "not done yet"
NO_DIRECTION = "no direction"


def kept_state(series: Series, attainment: Attainment) -> Judgement:
    """A goal to keep what was reached: on track at its target, at risk with one lapse, off track with more in a row."""
    target, n = figure(series.target or 0.0), len(series.since_baseline)
    if attainment.kept and attainment.in_a_row:
        kept = attainment.kept
        because = f"kept at {target} for {kept.days} of {kept.needed_days} days, since {kept.since}"
        return Judgement(State.ON_TRACK, MAINTENANCE, n, because)
    if attainment.in_a_row:
        return Judgement(State.ON_TRACK, MAINTENANCE, n, f"last {counted(attainment.in_a_row, 'score')} held {target}")
    lapsed = _lapsed(series)
    state = State.OFF_TRACK if lapsed >= attainment.needed and lapsed > 1 else State.AT_RISK
    because = f"last {lapsed} of {counted(n, 'score')} on the wrong side of {target}, now {figure(attainment.value)}"
    return Judgement(state, MAINTENANCE, n, because)


def _lapsed(series: Series) -> int:
    """How many of the newest scores in a row are past the target on the wrong side."""
    target = series.target or 0.0
    newest_first = (is_at_target(point.value, target, series.better) for point in reversed(series.since_baseline))
    return sum(1 for _ in takewhile(lambda held: not held, newest_first))


def course_state(series: Series, lines: Aimlines | None) -> Judgement:
    """The state by the scores after the baseline; an extended deadline is judged beside the first one, worse counts."""
    points = judged_points(series)
    if series.measure.by == "done":
        return Judgement(State.ON_TRACK, NOT_DONE, len(points), "not done yet")
    if len(points) < LEAST_TO_SHOW:
        return _too_early(series, points)
    if series.better is None:
        return Judgement(State.NO_DATA, NO_DIRECTION, len(points), "baseline and target do not say which way is better")
    if lines is None:
        return _without_aimline(series, points, series.better)
    current = _against(series, points, lines.current)
    if lines.original is None:
        return current
    return _beside_the_first(current, _against(series, points, lines.original), lines)


def _too_early(series: Series, points: Sequence[Point]) -> Judgement:
    so_far = counted(len(points), "score") + " after the baseline"
    if series.baseline and not series.baseline.stated:
        so_far = f"{counted(len(series.since_baseline), 'score')} and no stated baseline"
    because = f"{so_far}; it takes {LEAST_TO_SHOW} to show a direction, 6 to judge it{_diary_words(series, points)}"
    return Judgement(State.NO_DATA, TOO_EARLY, len(points), because, tentative=True)


def _diary_words(series: Series, points: Sequence[Point]) -> str:
    """Why fewer scores count than the chart shows."""
    return "; a week of diary counts as one" if len(points) < len(progress_points(series)) else ""


def _beside_the_first(current: Judgement, original: Judgement, lines: Aimlines) -> Judgement:
    first = lines.original.end if lines.original else lines.current.end
    worse = min(original, current, key=lambda judgement: judgement.state.rank)
    by_current = f"against the extended deadline, {lines.current.end}: {current.state}, {current.because}"
    by_first = f"against the first one, {first}: {original.state}, {original.because}"
    return Judgement(worse.state, worse.rule, worse.n, f"{by_current}; {by_first}", worse.tentative)


def _against(series: Series, points: Sequence[Point], line: Aimline) -> Judgement:
    """Both rules against one aimline; the worse word counts, and a flat slope alone is a risk, not a verdict."""
    better = series.better or Better.HIGHER
    if not can_be_judged(points, line):
        return _tentative(series, points, line, better)
    trend = trend_of(points)
    by_points = _by_points(points, line, better)
    by_slope = _by_slope(points, trend, line, better)
    found = [judgement for judgement in (by_points, by_slope) if judgement]
    if found:
        return min(found, key=lambda judgement: judgement.state.rank)
    last = points[-1]
    because = f"{figure(last.value)} on {last.day}, {figure(line.expected_on(last.day))} expected; {_n(points)}"
    return Judgement(State.ON_TRACK, FOUR_POINTS, len(points), because)


def _tentative(series: Series, points: Sequence[Point], line: Aimline, better: Better) -> Judgement:
    n, last = len(points), points[-1]
    expected = f"{figure(last.value)} on {last.day}, {figure(line.expected_on(last.day))} expected"
    few = f"too few to judge: it takes 6 over 6 weeks{_diary_words(series, points)}"
    if last_on_one_side(points, line, better, last=LEAST_TO_SHOW) is Side.WORSE:
        because = f"last {LEAST_TO_SHOW} of {n} scores {_wrong_side(better)} the aimline, {expected}; {few}"
        return Judgement(State.AT_RISK, THREE_POINTS, n, because, tentative=True)
    return Judgement(State.ON_TRACK, TOO_EARLY, n, f"{expected}; {_n(points)}, {few}", tentative=True)


def _by_points(points: Sequence[Point], line: Aimline, better: Better) -> Judgement | None:
    side, n, last = four_point_rule(points, line, better), len(points), points[-1]
    where = {Side.WORSE: _wrong_side(better), Side.BETTER: _right_side(better)}
    if side not in where:
        return None
    expected = f"{figure(last.value)} on {last.day}, {figure(line.expected_on(last.day))} expected"
    because = f"last {LAST_POINTS} of {n} scores {where[side]} the aimline (4-point rule): {expected}"
    if side is Side.WORSE:
        return Judgement(State.OFF_TRACK, FOUR_POINTS, n, because)
    return Judgement(State.AHEAD, FOUR_POINTS, n, f"{because}; consider finishing, or the next objective")


def _by_slope(points: Sequence[Point], trend: Trend | None, line: Aimline, better: Better) -> Judgement | None:
    """Flatter than the aimline and behind it: off track. Not there by the deadline at this rate: at risk."""
    if trend is None:
        return None
    n, last = len(points), points[-1]
    slopes = f"{trend.in_words}; {per_week(line.rate)} needed"
    # Progress usually slows down: a flat slope above the line is not held against the client.
    behind = side_of(last, line, better) is Side.WORSE
    if behind and trend_rule(points, trend, line, better) is Side.WORSE:
        return Judgement(State.OFF_TRACK, TREND, n, f"flatter than the aimline (trend rule): {slopes}")
    projected = projection_of(trend, line.target, better)
    if behind and not projected.is_by(line.end):
        because = f"{projected.in_words(last.value, better)}, deadline {line.end}: {slopes}"
        return Judgement(State.AT_RISK, PROJECTION, n, because)
    return None


def _without_aimline(series: Series, points: Sequence[Point], better: Better) -> Judgement:
    """Only whether the slope's interval leads toward better, away from it, or leaves it open; and why only that."""
    trend, n, why = trend_of(points), len(points), _why_no_aimline(series)
    if trend is None or not trend.can_judge:
        because = f"{_n(points)}, too few to judge a trend: it takes 6{_diary_words(series, points)}; {why}"
        return Judgement(State.ON_TRACK, TOO_EARLY, n, because, tentative=True)
    ends = sorted(gain(0.0, slope, better) for slope in (trend.low, trend.high))
    slopes = f"{trend.in_words}; {why}"
    if ends[0] > 0:
        return Judgement(State.ON_TRACK, TREND, n, f"moving toward the target: {slopes}")
    if ends[1] < 0:
        return Judgement(State.OFF_TRACK, TREND, n, f"moving away from the target: {slopes}")
    return Judgement(State.AT_RISK, TREND, n, f"no clear movement: {slopes}")


def _why_no_aimline(series: Series) -> str:
    if series.deadline is None:
        return "no deadline"
    beginning = beginning_of(series)
    if beginning is None:
        return f"no day is known for its baseline, so there is no line to its deadline, {series.deadline}"
    return f"its deadline, {series.deadline}, is not after its start, {beginning[0]}"


def _wrong_side(better: Better) -> str:
    return "below" if better is Better.HIGHER else "above"


def _right_side(better: Better) -> str:
    return "above" if better is Better.HIGHER else "below"


def _n(points: Sequence[Point]) -> str:
    return counted(len(points), "score")
