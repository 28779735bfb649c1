"""How far a goal or objective has come, in figures: from where to where, by everybody whose scores decide."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.analysis.case import Case
from goalctl.analysis.figures import counted, score_text
from goalctl.analysis.history.cut import next_day
from goalctl.analysis.instruments.point import Origin, Point
from goalctl.analysis.progress.attainment import Attainment, attainment_of, share_reached
from goalctl.analysis.progress.raters import judges_of
from goalctl.analysis.progress.series import Series
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.measure import Better, counting_window
from goalctl.views.words.sparkline import percent_text

WHERE_YOU_WANTED = "That is where you wanted to be."
_HALF, _A_FIFTH = 0.5, 0.2


def way_words(case: Case, item_id: str) -> str:
    """`18 to 8 on 2026-06-08, past the target of 9, 17 scores`; of several raters each by name."""
    judges = case.once(judges_of, item_id)
    if not judges.deciding:
        return "no measure yet"
    said = [f"{_whose(series, judges.deciding)}{_way(series)}" for series in judges.deciding]
    return "; ".join([*said, *judges.remarks])


def newest_words(case: Case, item_id: str) -> str:
    """`8 on 2026-06-08`; of several raters each by name; empty without a score."""
    deciding = case.once(judges_of, item_id).deciding
    return "; ".join(_newest(series, deciding) for series in deciding if series.last)


def afterwards_words(case: Case, item_id: str) -> str:
    """The same of who has scored it when treatment was over: `2 on 2026-08-13, after the end`; empty without such."""
    deciding = case.once(judges_of, item_id).deciding
    return "; ".join(_newest(series, deciding) for series in deciding if series.is_of_afterwards)


def newest_in_treatment(then: Case, case: Case, item_id: str) -> str:
    """The newest score of a treatment, seen from its last day, and beside it what was scored afterwards."""
    return "; ".join(words for words in (newest_words(then, item_id), afterwards_words(case, item_id)) if words)


def _newest(series: Series, deciding: Sequence[Series]) -> str:
    return f"{_whose(series, deciding)}{score_text(series.points[-1].value)} on {day_scored(series)}"


def span_words(case: Case, item_id: str) -> str:
    """`from 18 to 8 on 2026-06-08`; of several raters each by name; empty without a score."""
    judges = case.once(judges_of, item_id)
    found = [(series, series.last) for series in judges.deciding if series.last]
    said = [f"{_whose(series, judges.deciding)}{_span(series, last)}" for series, last in found]
    return "; ".join([*said, *judges.remarks]) if said else ""


def _span(series: Series, last: Point) -> str:
    start = f"from {score_text(series.baseline.value)} " if series.baseline else ""
    return f"{start}to {score_text(last.value)} on {day_scored(series)}"


def day_scored(series: Series) -> str:
    """The day of the newest score, which there is; of a diary's sum also on how few days of its stretch it was kept.

    An estimate, for want of answers, and one of after the end of treatment are told as that.
    """
    last = series.points[-1]
    estimated, later = ", estimated" * last.is_estimate, ", after the end" * series.is_of_afterwards
    return f"{_day_scored(series, last)}{estimated}{later}"


def _day_scored(series: Series, last: Point) -> str:
    window = counting_window(series.measure)
    if last.origin is not Origin.DIARY or window is None:
        return str(last.day)
    after = next_day(last.day)
    days = (after - window.before(after)).days
    return f"{last.day} ({last.entries} of {days} days noted)" if last.entries < days * _HALF else str(last.day)


def share_words(series: Series, value: float) -> str:
    """How far one score is on the way, beside a bar: a percentage between beginning and target, beyond them in words.

    Empty where there is no way to go. What went through a band and out of it is told by its side: that is no success.
    """
    share = share_reached(series, value)
    if share is None:
        return ""
    if series.is_past_band(value):
        return f"{_side(series, value)} the target"
    if share > 1:
        return "past the target"
    return "further off" if share < 0 else percent_text(share)


def baselines_words(case: Case, item_id: str) -> str:
    """Where it began; of several raters each by name where they began apart."""
    deciding = case.once(judges_of, item_id).deciding
    begun = [(series, score_text(series.baseline.value)) for series in deciding if series.baseline]
    if len({value for _, value in begun}) == 1:
        return begun[0][1]
    return "; ".join(f"{_whose(series, deciding)}{value}" for series, value in begun)


def way_of_the_own(series: Series) -> str:
    """The same for who gave the scores: a word about how far it is where that is good to read, else nothing."""
    last = series.last
    if last is None or series.target is None or last not in series.since_baseline:
        return ""
    if series.is_at_target(last.value):
        return WHERE_YOU_WANTED
    share = share_reached(series, last.value)
    if share is None or share < _A_FIFTH or series.is_past_band(last.value):
        return ""
    return "More than half of the way." if share > _HALF else "On the way."


def _whose(series: Series, deciding: Sequence[Series]) -> str:
    return f"{series.rater}: " if len(deciding) > 1 or series.rater != CLIENT_RATER else ""


def _way(series: Series) -> str:
    last = series.last
    if last is None:
        return "no score yet"
    if series.measure.kind == "done":
        return f"{'done' if series.is_at_target(last.value) else 'not done yet'}, {last.day}"
    at = f"{score_text(last.value)} on {day_scored(series)}"
    return f"{_so_far(series, last, at)}, {counted(len(series.points), 'score')}"


def _so_far(series: Series, last: Point, at: str) -> str:
    if series.target is None:
        return f"{at}, no target to hold it against"
    attainment, begun = attainment_of(series), series.baseline
    if attainment is None:
        return f"{at}, before the baseline"
    if series.is_kept:
        return f"{at}, {_kept(series, attainment)}"
    if begun is None or (not begun.stated and len(series.points) == 1):
        said = _at_target(series, last.value)
        return f"{at}, {said}" if said else at
    said = _at_target(series, last.value) or _on_the_way(series, attainment)
    return f"{score_text(begun.value)} to {at}, {said}"


def _at_target(series: Series, value: float) -> str:
    """Empty while it is not there."""
    if not series.is_at_target(value):
        return ""
    if series.band:
        return f"within the target of {series.band}"
    return f"{'at' if value == series.target else 'past'} the target of {series.target_words}"


def _on_the_way(series: Series, attainment: Attainment) -> str:
    """A share only between beginning and target; on the wrong side of either the words say which."""
    share, target = attainment.share, series.target_words
    if series.is_past_band(attainment.value):
        return f"{_side(series, attainment.value)} the target of {target}"
    if share is None:
        return f"the target is {target}"
    if share > 0:
        return f"{percent_text(share)} of the way to the target of {target}"
    return f"{'further from' if share < 0 else 'no nearer to'} the target of {target} than at the beginning"


def _side(series: Series, value: float) -> str:
    return "above" if series.band and value > series.band.high else "below"


def _kept(series: Series, attainment: Attainment) -> str:
    if not attainment.in_a_row:
        return f"not kept at {series.target_words}"
    held = attainment.kept
    way = {Better.LOWER: " or below", Better.HIGHER: " or above", None: ""}[None if series.band else series.better]
    since = f" for {held.of_needed}" if held else ""
    return f"kept at {series.target_words}{way}{since}"
