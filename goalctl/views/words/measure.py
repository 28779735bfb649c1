"""A measure in words: what is scored, in a few words or with its scale and its way, and by whom."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.analysis.figures import span_text
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import possible_range
from goalctl.analysis.progress.direction import target_of
from goalctl.analysis.progress.series import Series
from goalctl.model.form import Form
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.measure import Direction, Measure, own_scale
from goalctl.model.scalars import number_text
from goalctl.views.clean import one_line
from goalctl.views.words.forms import form_name, with_respondent

_KINDS = {"levels": "goal attainment levels", "done": "done or not"}
_ONCE_DONE = "done or not done; from not done to done"
EACH = "each"


def measure_in_words(measure: Measure, forms: Mapping[str, Form]) -> str:
    """`counted: days practised per week, 0 to 7; up from 1 to 6`."""
    if measure.kind == "done":
        said = f"{measure.of}: {_ONCE_DONE}" if measure.of else _ONCE_DONE
    else:
        said = f"{_what(measure, forms)}; {_way(measure)}"
    return f"{said}{judge_text(measure)}"


def measure_text(measure: Measure, forms: Mapping[str, Form]) -> str:
    """A measure on one line: `days walked per week (0 to 7): 1 → 3`."""
    form = form_of(forms, measure.form)
    low, high = own_scale(measure)
    scale = f" ({span_text(low, high)})" if not form and low is not None and high is not None else ""
    start = "first score" if measure.baseline is None else number_text(measure.baseline)
    goal = target_text(measure) or "no target yet"
    return f"{scored_name(measure, forms)}{scale}: {start} → {goal}{judge_text(measure)}"


def scored_name(measure: Measure, forms: Mapping[str, Form]) -> str:
    """What is scored, in a few words: `PHQ-9 (anna)`, `days practised per week`, `goal attainment levels`."""
    form = form_of(forms, measure.form)
    if form:
        return one_line(with_respondent(form.part_name(measure.of), measure.form))
    name = with_respondent(measure.of or _KINDS.get(measure.kind, measure.kind), measure.form)
    if measure.kind == "levels" and measure.of:
        name = f"{measure.of}, as {_KINDS['levels']}"
    unit = f" ({measure.unit})" if measure.unit and measure.unit not in name else ""
    return one_line(f"{name}{_per(measure)}{unit}")


def series_name(series: Series, forms: Mapping[str, Form]) -> str:
    """What one rater scored: `rating by clinician`; the client is not named, and of a form the name says who it was."""
    name = scored_name(series.measure, forms)
    return name if series.measure.form or series.rater == CLIENT_RATER else f"{name} by {series.rater}"


def target_text(measure: Measure) -> str:
    """Where it is meant to go: `9`, of a band `7 to 9`; empty when nothing is said and nothing goes without saying."""
    target = target_of(measure)
    return str(measure.band) if measure.band else "" if target is None else number_text(target)


def judge_text(measure: Measure) -> str:
    """Whose scores decide, as the end of a line; empty when that is not said."""
    if measure.judged_by is None:
        return ""
    return f", judged by {'each member' if measure.judged_by == EACH else measure.judged_by}"


def _per(measure: Measure) -> str:
    return f" per {measure.per.value}" if measure.per else ""


def _what(measure: Measure, forms: Mapping[str, Form]) -> str:
    return _form(measure, forms) or _own_scale(measure)


def _form(measure: Measure, forms: Mapping[str, Form]) -> str:
    """`scored by the PHQ-9, 0 to 27`; empty where no form that is known scores it."""
    form = form_of(forms, measure.form)
    if form is None or measure.form is None:
        return ""
    part = f", {measure.of}" if measure.of else ""
    return f"scored by the {form_name(measure.form, forms)}{part}{_ends(possible_range(form, measure.of))}"


def _own_scale(measure: Measure) -> str:
    of = f" of {measure.of}" if measure.of else ""
    ends = _ends(own_scale(measure))
    match measure.kind:
        case "count":
            return f"counted: {measure.of or 'times'}{_per(measure)}{ends}"
        case "number":
            return f"measured: {_number(measure)}{ends}"
        case "percent":
            return f"a percentage{of}"
        case "levels":
            return f"five levels{of}, -2 to 2"
        case _:
            return f"a rating{of}{ends}"


def _number(measure: Measure) -> str:
    """`hours of sleep`, `sleep in h`."""
    of = measure.of or "a number"
    return f"{of} in {measure.unit}" if measure.unit and measure.unit not in of else of


def _ends(scale: tuple[float | None, float | None] | None) -> str:
    low, high = scale or (None, None)
    return "" if low is None else f", {span_text(low, high)}"


def _way(measure: Measure) -> str:
    start = measure.baseline
    if measure.target is None:
        return "no target yet"
    goal, to = target_text(measure), "into" if measure.band else "to"
    if start is None:
        return f"from the first score {to} {goal}"
    if measure.direction is Direction.KEEP:
        side = f", {measure.better.value} is better" if measure.better else ""
        return f"keep {goal}{f' for {measure.keep}' if measure.keep else ''}{side}"
    way = "up" if measure.direction is Direction.UP else "down"
    return f"{way} from {number_text(start)} {to} {goal}"
