"""The state of a goal that is counted or rated: by its aimline, by its trend alone, or by whether it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from goalctl.analysis.figures import counted, figure, per_week, score_text
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.progress.aimline import FORM_A_BASELINE, Aimline, Aimlines, beginning_of, progress_points
from goalctl.analysis.progress.attainment import Attainment
from goalctl.analysis.progress.course import (
    LAST_POINTS,
    Course,
    Side,
    can_be_judged,
    four_point_rule,
    last_on_one_side,
    moves_toward_better,
    projection_past,
    side_of,
    trend_rule,
)
from goalctl.analysis.progress.direction import gain, is_within
from goalctl.analysis.progress.judgement import Judgement, State
from goalctl.analysis.progress.movement import is_near, trend_points
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.trend import LEAST_TO_JUDGE, LEAST_TO_SHOW
from goalctl.model.measure import Better

FOUR_POINTS = "4-point rule"
TREND = "trend rule"
PROJECTION = "projection"
STANDSTILL = "plateau"
THREE_POINTS = "three in a row"
PAST_THE_BAND = "past the band"
TOO_EARLY = "too early to say"
MAINTENANCE = "maintenance"
NOT_DONE = "not done yet"
NO_DIRECTION = "no direction"
ADVICE = "; consider "


def kept_state(series: Series, attainment: Attainment) -> Judgement:
    """A goal to keep what was reached: on track at its target, at risk with one lapse, off track with more in a row."""
    target, n = series.target_words, len(series.since_baseline)
    if attainment.kept and attainment.in_a_row:
        kept = attainment.kept
        because = f"kept at {target} for {kept.of_needed}, since {kept.since}"
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
    now = score_text(points[-1].value)
    return Judgement(state, rule, n, f"last {lapsed} of {counted(n, 'score')} {where} {series.target_words}, now {now}")


def past_the_band(series: Series) -> Judgement | None:
    """The state while the newest score is past the band; no line or rate says it: too far is no question of pace."""
    points = trend_points(series)
    past = list(takewhile(lambda point: series.is_past_band(point.value), reversed(points)))
    return _lapsed(series, PAST_THE_BAND, points, past, "past") if past else None


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
        so_far = f"{_without_baseline(series, points)} and no stated baseline"
    because = f"{so_far}; it takes {LEAST_TO_SHOW} to show a direction, 6 to judge it{_diary_words(series, points)}"
    return Judgement(State.NO_DATA, TOO_EARLY, len(points), because, tentative=True)


def _without_baseline(series: Series, points: Sequence[Point]) -> str:
    """From the fourth score on, how many there are after the three that form a baseline: those are not judged."""
    scores = len(series.since_baseline)
    if scores < FORM_A_BASELINE:
        return counted(scores, "score")
    return f"{counted(len(points), 'score')} after the first {FORM_A_BASELINE}"


def _diary_words(series: Series, points: Sequence[Point]) -> str:
    """Why fewer scores count than the chart shows."""
    return "; a week of diary counts as one" if len(points) < len(progress_points(series)) else ""


def _beside_the_first(current: Judgement, original: Judgement, lines: Aimlines) -> Judgement:
    """The worse of the two, with the figures by both dates."""
    first = lines.original.end if lines.original else lines.current.end
    worse = min(original, current, key=lambda judgement: judgement.state.rank)
    if original.because == current.because:
        return worse
    because = f"by the first date, {first}: {figures_of(original)}; by the extended one, {lines.current.end}: "
    return worse._replace(because=because + figures_of(current))


def figures_of(judgement: Judgement) -> str:
    """The sentence without the advice to the clinician."""
    return judgement.because.partition(ADVICE)[0]


def _against(course: Course, line: Aimline) -> Judgement:
    """All that applies against one aimline; the worst word counts."""
    if not can_be_judged(course.points, line):
        return _tentative(course, line)
    found = (_by_points(course, line), _by_slope(course, line), plateau(course), _by_date(course, line))
    return min((judgement for judgement in found if judgement), key=lambda judgement: judgement.state.rank)


def _expected(points: Sequence[Point], line: Aimline) -> str:
    last = points[-1]
    return f"{score_text(last.value)} on {last.day}, {figure(line.expected_on(last.day), beside=last.value)} expected"


def _tentative(course: Course, line: Aimline) -> Judgement:
    series, points = course.series, course.points
    n, expected, better = len(points), _expected(points, line), series.better
    few = f"too few to judge: it takes 6 over 6 weeks{_diary_words(series, points)}"
    if last_on_one_side(points, line, better, last=LEAST_TO_SHOW) is Side.WORSE:
        because = f"{expected}; the last {LEAST_TO_SHOW} of {n} scores fall short; {few}"
        why = f"{_beside(points[-LEAST_TO_SHOW:], line)} the aimline"
        return Judgement(State.AT_RISK, THREE_POINTS, n, because, tentative=True, why=why)
    return Judgement(State.ON_TRACK, TOO_EARLY, n, f"{expected}; {_n(points)}, {few}", tentative=True)


def _by_points(course: Course, line: Aimline) -> Judgement:
    """Off track by the last four; ahead by them where the scores also move and the date is not too early."""
    points, better = course.points, course.series.better
    side, n, expected = four_point_rule(points, line, better), len(points), _expected(points, line)
    why = f"last {LAST_POINTS} of {n} {_beside(points[-LAST_POINTS:], line)} the aimline; {_slope_words(course)}"
    if side is Side.WORSE:
        because = f"{expected}; the last {LAST_POINTS} of {n} scores fall short"
        return Judgement(State.OFF_TRACK, FOUR_POINTS, n, because, why=why)
    moves = moves_toward_better(course.trend, better)
    if side is Side.BETTER and moves and projection_past(course, line) is None:
        because = f"{expected}; the last {LAST_POINTS} of {n} scores are better than that{_advice(course)}"
        return Judgement(State.AHEAD, FOUR_POINTS, n, because, why=why)
    return Judgement(State.ON_TRACK, FOUR_POINTS, n, f"{expected}; {_n(points)}", why=_slope_words(course))


def _by_slope(course: Course, line: Aimline) -> Judgement | None:
    """Flatter than the aimline and behind it: off track. A flat slope above it is not held against the client."""
    points, trend, better = course.points, course.trend, course.series.better
    is_behind = side_of(points[-1], line, better) is Side.WORSE
    if trend is None or not is_behind or trend_rule(points, trend, line, better) is not Side.WORSE:
        return None
    why = f"flatter than the aimline: {_slope_words(course)}"
    pace, needed = per_week(trend.slope, beside=line.rate), per_week(line.rate, beside=trend.slope)
    because = f"{_expected(points, line)}; {pace}, {needed} needed for {line.end}"
    return Judgement(State.OFF_TRACK, TREND, len(points), because, why=why)


def plateau(course: Course) -> Judgement | None:
    """Scores that stand still off their target; None while they move or are too few."""
    points, series = course.movement.standstill, course.series
    if not points:
        return None
    low, high = (score_text(end(point.value for point in points)) for end in (min, max))
    where = f"at {low}" if low == high else f"between {low} and {high}"
    because = f"{_n(points)} {where} since {points[0].day}, target {series.target_words}: no movement{_advice(course)}"
    return Judgement(State.PLATEAU, STANDSTILL, len(course.points), because, why=_slope_words(course))


def _by_date(course: Course, line: Aimline) -> Judgement | None:
    because = date_too_early(course, line)
    why = f"{_slope_words(course)}, {per_week(line.rate)} needed"
    return Judgement(State.AT_RISK, PROJECTION, len(course.points), because, why=why) if because else None


def date_too_early(course: Course, line: Aimline) -> str:
    """`at the present pace the date is too early: at 8 about DAY, target date DAY`; empty where it is not."""
    found, series = projection_past(course, line), course.series
    if found is None:
        return ""
    when = found.in_words(course.points[-1].value, series.better, series.band)
    return f"at the present pace the date is too early: {when}, target date {line.end}"


def _advice(course: Course) -> str:
    """To finish is worth a thought at the target, or one step from it; nowhere else."""
    return ADVICE + "finishing, or the next objective" if is_near(course.series, course.points[-1].value) else ""


def _slope_words(course: Course) -> str:
    return f"slope {course.trend.in_words}" if course.trend else ""


def _without_aimline(course: Course, better: Better) -> Judgement:
    """Only whether the slope's interval leads toward better, away from it, or leaves it open; and why only that."""
    trend, n, why = course.trend, len(course.points), _why_no_aimline(course.series)
    if trend is None or n < LEAST_TO_JUDGE:
        diary = _diary_words(course.series, course.points)
        because = f"{_n(course.points)}, too few to judge a trend: it takes 6{diary}; {why}"
        return Judgement(State.ON_TRACK, TOO_EARLY, n, because, tentative=True)
    if still := plateau(course):
        return still
    ends = sorted(gain(0.0, slope, better) for slope in (trend.low, trend.high))
    slopes, behind = f"{per_week(trend.slope)}; {why}", _slope_words(course)
    if ends[0] > 0:
        return Judgement(State.ON_TRACK, TREND, n, f"moving toward the target: {slopes}", why=behind)
    if ends[1] < 0:
        return Judgement(State.OFF_TRACK, TREND, n, f"moving away from the target: {slopes}", why=behind)
    return Judgement(State.AT_RISK, TREND, n, f"no clear movement: {slopes}", why=behind)


def _why_no_aimline(series: Series) -> str:
    if series.deadline is None:
        return "no deadline"
    beginning = beginning_of(series)
    if beginning is None:
        return f"no day is known for its baseline, so there is no line to its deadline, {series.deadline}"
    if is_within(series.band, beginning[1]):
        return (
            f"it began at {score_text(beginning[1])}, within {series.target_words}, so there is no line to lead there"
        )
    return f"its deadline, {series.deadline}, is not after its start, {beginning[0]}"


def _beside(points: Sequence[Point], line: Aimline) -> str:
    """Where scores of one side lie as one sees them; before and beyond a band both sides of the line are worse."""
    above = {point.value > line.expected_on(point.day) for point in points}
    return "on both sides of" if len(above) > 1 else "above" if above.pop() else "below"


def _n(points: Sequence[Point]) -> str:
    return counted(len(points), "score")
