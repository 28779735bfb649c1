"""The state of a goal that is counted or rated: by its aimline, by its trend alone, or by whether it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from goalctl.analysis.figures import counted, figure, per_week
from goalctl.analysis.progress.aimline import Aimline, Aimlines, beginning_of, progress_points
from goalctl.analysis.progress.attainment import Attainment
from goalctl.analysis.progress.course import (
    LAST_POINTS,
    Course,
    Side,
    can_be_judged,
    four_point_rule,
    last_on_one_side,
    side_of,
    trend_rule,
)
from goalctl.analysis.progress.direction import gain, is_within
from goalctl.analysis.progress.judgement import Judgement, State
from goalctl.analysis.progress.point import Point
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.trend import LEAST_TO_SHOW, Trend, projection_of
from goalctl.model.measure import Better

FOUR_POINTS = "4-point rule"
TREND = "trend rule"
PROJECTION = "projection"
THREE_POINTS = "three in a row"
PAST_THE_BAND = "past the band"
TOO_EARLY = "too early to say"
MAINTENANCE = "maintenance"
NOT_DONE = "not done yet"
NO_DIRECTION = "no direction"


def kept_state(series: Series, attainment: Attainment) -> Judgement:
    """A goal to keep what was reached: on track at its target, at risk with one lapse, off track with more in a row."""
    target, n = series.target_words, len(series.since_baseline)
    if attainment.kept and attainment.in_a_row:
        kept = attainment.kept
        because = f"kept at {target} for {kept.days} of {kept.needed_days} days, since {kept.since}"
        return Judgement(State.ON_TRACK, MAINTENANCE, n, because)
    if attainment.in_a_row:
        return Judgement(State.ON_TRACK, MAINTENANCE, n, f"last {counted(attainment.in_a_row, 'score')} held {target}")
    where = "outside" if series.band else "on the wrong side of"
    lapses = takewhile(lambda point: not series.is_at_target(point.value), reversed(series.since_baseline))
    return _lapsed(series, MAINTENANCE, series.since_baseline, lapses, where)


def _lapsed(series: Series, rule: str, points: Sequence[Point], lapses: Iterable[Point], where: str) -> Judgement:
    """One lapse is a risk; as many in a row as would make the goal met, and more than one, are off track."""
    lapsed, n = sum(1 for _ in lapses), len(points)
    state = State.OFF_TRACK if lapsed >= series.measure.needed_in_a_row and lapsed > 1 else State.AT_RISK
    now = figure(points[-1].value)
    return Judgement(state, rule, n, f"last {lapsed} of {counted(n, 'score')} {where} {series.target_words}, now {now}")


def _is_past(series: Series, value: float) -> bool:
    """Whether a score has gone through the band that is meant to be reached, and out on its other side."""
    if series.band is None or series.is_at_target(value):
        return False
    return value > series.band.high if series.target == series.band.low else value < series.band.low


def past_the_band(course: Course) -> Judgement | None:
    """The state while the newest score is past the band; no line or rate says it: too far is no question of pace."""
    series = course.series
    past = list(takewhile(lambda point: _is_past(series, point.value), reversed(course.points)))
    return _lapsed(series, PAST_THE_BAND, course.points, past, "past") if past else None


def course_state(course: Course) -> Judgement:
    """The state by the scores after the baseline; an extended deadline is judged beside the first one, worse counts."""
    series, points, lines = course.series, course.points, course.lines
    if series.measure.kind == "done":
        return Judgement(State.ON_TRACK, NOT_DONE, len(points), "not done yet")
    if len(points) < LEAST_TO_SHOW:
        return _too_early(series, points)
    if series.better is None:
        return Judgement(State.NO_DATA, NO_DIRECTION, len(points), "baseline and target do not say which way is better")
    if lines is None:
        return _without_aimline(course, series.better)
    current = _against(course, lines.current)
    if lines.original is None:
        return current
    return _beside_the_first(current, _against(course, lines.original), lines)


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


def _against(course: Course, line: Aimline) -> Judgement:
    """Both rules against one aimline; the worse word counts, and a flat slope alone is a risk, not a verdict."""
    series, points = course.series, course.points
    better = series.better or Better.HIGHER
    if not can_be_judged(points, line):
        return _tentative(series, points, line, better)
    by_points = _by_points(points, line, better)
    by_slope = _by_slope(points, course.trend, line, better)
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
        where = _beside(points[-LEAST_TO_SHOW:], line)
        because = f"last {LEAST_TO_SHOW} of {n} scores {where} the aimline, {expected}; {few}"
        return Judgement(State.AT_RISK, THREE_POINTS, n, because, tentative=True)
    return Judgement(State.ON_TRACK, TOO_EARLY, n, f"{expected}; {_n(points)}, {few}", tentative=True)


def _by_points(points: Sequence[Point], line: Aimline, better: Better) -> Judgement | None:
    side, n, last = four_point_rule(points, line, better), len(points), points[-1]
    if side not in {Side.WORSE, Side.BETTER}:
        return None
    expected = f"{figure(last.value)} on {last.day}, {figure(line.expected_on(last.day))} expected"
    where = _beside(points[-LAST_POINTS:], line)
    because = f"last {LAST_POINTS} of {n} scores {where} the aimline (4-point rule): {expected}"
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
        because = f"{projected.in_words(last.value, better, line.band)}, deadline {line.end}: {slopes}"
        return Judgement(State.AT_RISK, PROJECTION, n, because)
    return None


def _without_aimline(course: Course, better: Better) -> Judgement:
    """Only whether the slope's interval leads toward better, away from it, or leaves it open; and why only that."""
    trend, n, why = course.trend, len(course.points), _why_no_aimline(course.series)
    if trend is None or not trend.can_judge:
        diary = _diary_words(course.series, course.points)
        because = f"{_n(course.points)}, too few to judge a trend: it takes 6{diary}; {why}"
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
    if is_within(series.band, beginning[1]):
        return f"it began at {figure(beginning[1])}, within {series.target_words}, so there is no line to lead there"
    return f"its deadline, {series.deadline}, is not after its start, {beginning[0]}"


def _beside(points: Sequence[Point], line: Aimline) -> str:
    """Where scores of one side lie as one sees them; before and beyond a band both sides of the line are worse."""
    above = {point.value > line.expected_on(point.day) for point in points}
    return "on both sides of" if len(above) > 1 else "above" if above.pop() else "below"


def _n(points: Sequence[Point]) -> str:
    return counted(len(points), "score")
