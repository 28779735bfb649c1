"""E: values of a plan that loads: off the scale, out of bounds, contradicting each other (`E23x` to `E25x`).

Of form answers, `E232` to `E239` are described in `analysis.instruments.scoring`, which knows them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from goalctl.analysis.due.realism import scale_of
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import answer_findings
from goalctl.model.finding import Finding, Path
from goalctl.model.form import Form
from goalctl.model.goal import Scorable
from goalctl.model.ids import CLIENT_RATER, RATER, FormRef, Rated
from goalctl.model.measure import Better, Direction, Measure
from goalctl.model.people import EACH, people_of
from goalctl.model.scalars import excerpt, number_text
from goalctl.model.walk import (
    measure_on,
    placed_answers,
    placed_goals,
    placed_measures,
    placed_scorables,
    placed_scores,
)
from goalctl.rules.rule import Rule, RuleCase


def _off_scale(path: Path, what: str, value: float, measure: Measure, case: RuleCase) -> list[Finding]:
    form = form_of(case.forms, measure.form)
    low, high = scale_of(measure, case.forms)
    whose, name = (f"the {form.name}'s", f"{form.name} totals") if form else ("its scale's", "its values")
    if high is not None and value > high:
        message = f"{what} {number_text(value)} is above {whose} maximum, {number_text(high)}"
    elif low is not None and value < low:
        message = f"{what} {number_text(value)} is below {whose} minimum, {number_text(low)}"
    elif measure.kind == "done" and value % 1:
        return [Finding("E231", f"{what} {number_text(value)} is neither 0 nor 1", path, "write 0 or 1")]
    else:
        return []
    upper = "any number above" if high is None else number_text(high)
    return [Finding("E231", message, path, f"{name} run from {number_text(low or 0)} to {upper}")]


def off_the_scale(case: RuleCase) -> Iterator[Finding]:
    """A score, a baseline or a target that the measure's scale does not have."""
    for path, measure in placed_measures(case.plan):
        for place, what, value in _ends(measure):
            yield from _off_scale((*path, *place), what, value, measure, case)
    to_be_done = {item.id for item in case.plan.scorables.values() if item.measure and item.measure.kind == "done"}
    always = {item.id: _limits(item.measure, case) for item in case.plan.scorables.values() if not item.former_measures}

    def is_off(day: date, rated: Rated, score: float) -> bool:
        low, high = always[rated.item] if rated.item in always else _limits(_measure_then(case, rated, day), case)
        return not low <= score <= high or (score % 1 > 0 and rated.item in to_be_done)

    for path, day, rated, score in placed_scores(case.plan, is_off):
        if measure_then := _measure_then(case, rated, day):
            yield from _off_scale(path, f"{rated}'s score", score, measure_then, case)


def _limits(measure: Measure | None, case: RuleCase) -> tuple[float, float]:
    """Between which a score typed in for the measure has to lie; without a measure, or with a form, anywhere."""
    is_typed = measure is not None and measure.form is None
    low, high = scale_of(measure, case.forms) if measure and is_typed else (None, None)
    return -math.inf if low is None else low, math.inf if high is None else high


def _measure_then(case: RuleCase, rated: Rated, day: date) -> Measure | None:
    item = case.plan.scorables.get(rated.item)
    return measure_on(item, day) if item else None


def _ends(measure: Measure) -> Iterator[tuple[Path, str, float]]:
    """Where it starts and where it is meant to go, a band at both of its ends, each with its place and its name."""
    if measure.baseline is not None:
        yield ("baseline",), "baseline", measure.baseline
    if measure.band:
        yield ("target", 0), "target", measure.band.low
        yield ("target", 1), "target", measure.band.high
    elif measure.target is not None:
        yield ("target",), "target", measure.target


def scores_that_a_form_gives(case: RuleCase) -> Iterator[Finding]:
    """A score typed in for a goal that a form scores: the form's answers are the one source."""
    by_form = {item.id for item in case.plan.scorables.values() if _is_ever_by_form(item)}
    for path, day, rated, score in placed_scores(case.plan, lambda _day, rated, _score: rated.item in by_form):
        measure = _measure_then(case, rated, day)
        if measure is not None and measure.form:
            is_total = _is_a_total(measure, score, case)
            ref = measure.form if rated.rater == CLIENT_RATER else measure.form.by(rated.rater)
            way = _as_form(case.plan.client, ref, number_text(score) if is_total else "", path, day)
            hint = f"in place of {rated}={number_text(score)} {way}; in a file, put the answers under forms: {ref}"
            yield Finding("E243", f"{rated.item} is scored by {measure.form}, not by hand", path, hint, at_key=True)


def _as_form(client: str, ref: FormRef, total: str, path: Path, day: date) -> str:
    """How the form's answers or its total are given: with a session, by an amendment, on a day of the diary."""
    if path[0] == "diary":
        return f"goalctl assess {client} {ref}{f' --total {total}' if total else ''} --date {day}"
    return f"--form {ref}={total or 'ANSWERS'}, or with amend forms.{ref}={total or 'ANSWERS'}"


def _is_a_total(measure: Measure, score: float, case: RuleCase) -> bool:
    """Whether the number can be the form's total, and is not read as its answers, a digit each."""
    form, (low, high) = form_of(case.forms, measure.form), scale_of(measure, case.forms)
    is_read_as_answers = form is not None and len(number_text(score)) == len(form.items)
    return not (is_read_as_answers or measure.of or low is None or high is None) and low <= score <= high


def _is_ever_by_form(item: Scorable) -> bool:
    return any(measure is not None and measure.form for measure in (item.measure, *item.former_measures))


def form_answers(case: RuleCase) -> Iterator[Finding]:
    """Answers that the form does not have: too many, off the range, for an item it lacks."""
    for path, ref, answers in placed_answers(case.plan):
        form = form_of(case.forms, ref)
        for found in answer_findings(form, answers) if form else ():
            yield Finding(found.code, found.message, (*path, *found.path), found.hint, at_key=found.at_key)


def targets_that_go_nowhere(case: RuleCase) -> Iterator[Finding]:
    """A target equal to the baseline that does not say it is to be kept, and which side is the better one.

    A band that holds its baseline says both: it is to be kept, and what lies outside is worse. Nor may a target lead
    away from the side that is called the better one.
    """
    for path, measure in placed_measures(case.plan):
        is_level = measure.direction is Direction.KEEP and measure.band is None
        if is_level and (measure.keep is None or measure.better is None):
            hint = "change one of them; to keep what was reached, add keep: 12w and better: higher (or lower)"
            yield Finding("E241", "target and baseline are the same", (*path, "target"), hint)
        if measure.better and _says_otherwise(measure.better, measure.direction):
            way = "up" if measure.direction is Direction.UP else "down"
            message = f"better: {measure.better.value} stands beside a target that leads {way} from its baseline"
            hint = "what baseline and target say is the way: change one of them, or leave better out"
            yield Finding("E241", message, (*path, "better"), hint)


def _says_otherwise(better: Better, direction: Direction | None) -> bool:
    return direction is (Direction.DOWN if better is Better.HIGHER else Direction.UP)


def measures_without_their_parts(case: RuleCase) -> Iterator[Finding]:
    """Scaling without levels, or levels without scaling; a subscale the form lacks; a hold or rater that can't be."""
    for path, measure in placed_measures(case.plan):
        parts = _missing_parts(measure, form_of(case.forms, measure.form))
        yield from (Finding("E242", message, (*path, key), hint) for key, message, hint in parts)
        if measure.judged_by == EACH and case.plan.guardians and not case.plan.members:  # the client counted for all
            hint = f"name one of {', '.join(people_of(case.plan))}, or add members"
            yield Finding("E242", "each is for a plan with members", (*path, "judged_by"), hint)


def _missing_parts(measure: Measure, form: Form | None) -> Iterator[tuple[str, str, str]]:
    """The key that can't serve, what is wrong with it, and a hint."""
    yield from _odd_numbers(measure)
    subscales = form.scoring.subscales if form and form.scoring else None
    if form and subscales is not None and measure.of and measure.of not in subscales:
        hint = f"{form.name} has {', '.join(subscales) or 'no subscales'}"
        yield "of", f"{form.name} has no subscale {measure.of}", hint
    yield from _odd_judgement(measure)


def _odd_numbers(measure: Measure) -> Iterator[tuple[str, str, str]]:
    if measure.kind == "levels" and not measure.levels:
        yield "by", "a measure by levels needs its levels", "add levels: {-2: …, -1: …, 0: …, 1: …, 2: …}"
    if measure.kind != "levels" and measure.levels:
        hint = "write by: levels to score by them; else leave them out, or say under anchors what a number means"
        yield "levels", f"levels belong to a measure by levels; this one is by {measure.by}", hint
    if measure.kind == "done" and measure.scale not in {None, DONE}:
        hint = "leave scale out; for more than done or not write by: rating, or by: number, with that scale"
        yield "scale", "a measure by done is scored 0 or 1", hint


def _odd_judgement(measure: Measure) -> Iterator[tuple[str, str, str]]:
    if measure.hold is not None and measure.hold < 1:
        yield "hold", "hold counts scores in a row, at least 1", "write hold: 2"
    if measure.judged_by and not RATER.fits(measure.judged_by):
        message = f"'{excerpt(measure.judged_by)}' can't be a rater"
        yield "judged_by", message, "write each, or a name as in g1@clinician"


DONE = (0, 1)
PRIORITIES = (1, 99)  # our own
WEIGHTS = (0, 3)  # Turner-Stokes 2009
MOTIVATION = (1, 10)  # the question of GROW
MINUTES = (1, 1440)  # a day has no more


def numbers_out_of_bounds(case: RuleCase) -> Iterator[Finding]:
    """Weights outside 0 to 3, motivation outside 1 to 10, lengths and priorities that are not above zero."""
    for path, item in placed_scorables(case.plan):
        yield from _out_of_bounds((*path, "priority"), item.priority, *PRIORITIES)
    for path, measure in placed_measures(case.plan):
        if measure.weight:
            yield from _out_of_bounds((*path, "weight", "importance"), measure.weight.importance, *WEIGHTS)
            yield from _out_of_bounds((*path, "weight", "difficulty"), measure.weight.difficulty, *WEIGHTS)
    for path, goal in placed_goals(case.plan):
        if goal.grow:
            yield from _out_of_bounds((*path, "grow", "will", "motivation"), goal.grow.will.motivation, *MOTIVATION)
    for n, session in enumerate(case.plan.sessions):
        yield from _out_of_bounds(("sessions", n, "minutes"), session.minutes, *MINUTES)


def _out_of_bounds(path: Path, value: int | None, low: int, high: int) -> Iterator[Finding]:
    if value is not None and not low <= value <= high:
        yield Finding("E231", f"{path[-1]} {value} is not between {low} and {high}", path, f"use {low} to {high}")


def stretches_that_end_before_they_begin(case: RuleCase) -> Iterator[Finding]:
    """An authorization, a time on hold, a consent or a medicine whose end lies before its start."""
    plan = case.plan
    stretches = [
        *((("authorizations", n, "to"), one.from_, one.to) for n, one in enumerate(plan.authorizations)),
        *((("holds", n, "to"), one.from_, one.to) for n, one in enumerate(plan.holds)),
        *((("consents", n, "until"), one.on, one.until) for n, one in enumerate(plan.consents)),
        *((("consents", n, "withdrawn"), one.on, one.withdrawn) for n, one in enumerate(plan.consents)),
        *((("medications", n, "until"), one.since, one.until) for n, one in enumerate(plan.medications)),
    ]
    for place, start, end in stretches:
        if start and end and end < start:
            yield Finding("E251", "it ends before it begins", place, "check both days")


_MEASURED = "goals: [{{id: g1, goal: Walks, smart: {{measurable: {{{}}}}}}}]"
_SCORED = "{{" + _MEASURED + ", sessions: [{{date: 2026-02-02, {}}}]}}"
_PHQ = "by: phq-9, baseline: 18, target: 9"

RULES = (
    Rule(
        "E231",
        "a value off the scale",
        "progress is measured on the scale; a value beyond it is a slip",
        off_the_scale,
        bad=_MEASURED.format("by: phq-9, baseline: 18, target: 40"),
        good=_MEASURED.format(_PHQ),
    ),
    Rule(
        "E231",
        "a number out of bounds",
        "weights, motivation and lengths have fixed ranges",
        numbers_out_of_bounds,
        bad="goals: [{id: g1, goal: Walks, grow: {will: {motivation: 11}}}]",
        good="goals: [{id: g1, goal: Walks, grow: {will: {motivation: 10}}}]",
    ),
    Rule(
        "E232",
        "form answers that don't fit",
        "a wrong answer gives a wrong total",
        form_answers,
        bad="sessions: [{date: 2026-02-02, forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 4]}}]",
        good="sessions: [{date: 2026-02-02, forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 0]}}]",
    ),
    Rule(
        "E241",
        "target equals baseline",
        "without a direction, progress can't be told",
        targets_that_go_nowhere,
        bad=_MEASURED.format("by: rating, baseline: 5, target: 5"),
        good=_MEASURED.format("by: rating, baseline: 5, target: 5, keep: 12w, better: higher"),
    ),
    Rule(
        "E242",
        "a measure without its parts",
        "a score needs something to be read against",
        measures_without_their_parts,
        bad=_MEASURED.format("by: levels, baseline: -1, target: 1"),
        good=_MEASURED.format("by: levels, baseline: -1, target: 1, levels: {-1: no call, 0: one call, 1: two calls}"),
    ),
    Rule(
        "E243",
        "a typed score where a form scores",
        "two sources for one number drift apart",
        scores_that_a_form_gives,
        bad=_SCORED.format(_PHQ, "scores: {g1: 14}"),
        good=_SCORED.format(_PHQ, "forms: {phq-9: {total: 14, q9: 0}}"),
    ),
    Rule(
        "E251",
        "an end before its start",
        "one of the two days is a slip",
        stretches_that_end_before_they_begin,
        bad="holds: [{from: 2026-02-02, to: 2026-01-02}]",
        good="holds: [{from: 2026-01-02, to: 2026-02-02}]",
    ),
)
