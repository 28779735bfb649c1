"""S: how an active goal or objective is measured, and whether target and method can serve."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.due.realism import scale_of
from goalctl.analysis.figures import exact, score_text
from goalctl.analysis.instruments.form_change import reliable_change
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import better_of, possible_range, scored_part
from goalctl.analysis.progress.deciding import current_of, item_attainment
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.form import Form
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.ids import goal_id_of
from goalctl.model.measure import Better, Direction, Measure
from goalctl.model.scalars import number_text
from goalctl.model.walk import measure_path, placed_scorables
from goalctl.rules.rule import Rule, RuleCase, finding_at
from goalctl.rules.s_fit import active_goals
from goalctl.rules.wording.clauses import statement
from goalctl.rules.wording.small_steps import Way, ways_in_words

SMALL_SHARE = 0.05  # our own: of the scale, or of what is there now where the scale has no end
RATING_STEP = 1  # our own: ratings are given in whole points, and less can't be told apart


def active(case: RuleCase) -> Iterator[tuple[Path, Scorable]]:
    """Every goal and objective that is worked on while treatment goes on; an objective only under such a goal."""
    goals = {goal.id for goal in case.plan.active_goals}
    for path, item in () if case.plan.has_ended else placed_scorables(case.plan):
        if item.status is Status.ACTIVE and goal_id_of(item.id) in goals:
            yield path, item


def measures_in_force(case: RuleCase) -> Iterator[tuple[Path, Measure]]:
    """The measure in force of each of them that has one, with its place."""
    for path, item in active(case):
        if item.measure is not None:
            yield (*path, *measure_path(item)), item.measure


def no_measure(case: RuleCase) -> Iterator[Finding]:
    """An active goal or objective that nothing scores."""
    for path, item in active(case):
        if item.measure is None:
            yield finding_at(f"{item.id} is active and has no measure", (*path, "id"))


def half_a_measure(case: RuleCase) -> Iterator[Finding]:
    """A measure that lacks its baseline or its target; levels and done need none stated."""
    for path, measure in measures_in_force(case):
        if measure.kind in {"levels", "done"}:
            continue
        missing = [name for name in ("baseline", "target") if getattr(measure, name) is None]
        if missing:
            yield finding_at(f"the measure has no {' and no '.join(missing)}", path)


def count_without_a_period(case: RuleCase) -> Iterator[Finding]:
    """A count that does not say over which stretch it is counted."""
    for path, measure in measures_in_force(case):
        if measure.kind == "count" and measure.per is None:
            yield finding_at("a count needs the stretch that it is counted over", path)


def no_method(case: RuleCase) -> Iterator[Finding]:
    """An active goal, not scored by a form, that does not say who keeps the score and how."""
    for path, goal in active_goals(case):
        is_asked = goal.measure is not None and goal.measure.form is None
        if is_asked and not goal.smart.time_bound.monitored:
            yield finding_at(f"{goal.id} does not say how its score comes about", (*path, "id"))


def against_the_form(case: RuleCase) -> Iterator[Finding]:
    """A target on the worse side of the baseline, by what the form calls better."""
    for path, measure in measures_in_force(case):
        form = form_of(case.forms, measure.form)
        better = better_of(form, measure.of) if form else None
        wrong = {Better.LOWER: Direction.UP, Better.HIGHER: Direction.DOWN}
        if form and better and measure.direction is wrong[better]:
            yield finding_at(f"on the {form.name}, {better} is better, and this target is worse", (*path, "target"))


def target_at_the_end(case: RuleCase) -> Iterator[Finding]:
    """A rating, percentage or form score that has to be perfect."""
    for path, measure in measures_in_force(case):
        low, high = scale_of(measure, case.forms)
        end = high if measure.direction is Direction.UP else low
        is_graded = measure.kind in {"rating", "percent"} or measure.form is not None
        is_kept = measure.direction is Direction.KEEP
        if is_graded and not is_kept and measure.target is not None and measure.target == end:
            yield finding_at(f"{number_text(measure.target)} is the end of the scale", (*path, "target"))


def trivial_target(case: RuleCase) -> Iterator[Finding]:
    """A way so short that measurement error covers it: less than reliable change on a form, a point of a rating."""
    for path, measure in measures_in_force(case):
        if measure.baseline is None or measure.target is None or measure.direction is Direction.KEEP:
            continue
        way = abs(measure.target - measure.baseline)
        if _is_noise(measure, case, measure.baseline, measure.target):
            yield finding_at(f"a change of {number_text(way)} is within what measuring alone does", (*path, "target"))


def _is_noise(measure: Measure, case: RuleCase, start: float, end: float) -> bool:
    """Whether the form, or the step of a rating, says that such a change is no more than measurement error."""
    if measure.kind == "rating":
        return abs(end - start) < RATING_STEP
    form = form_of(case.forms, measure.form)
    return form is not None and _is_within_error(form, start, end, measure.of)


def _is_within_error(form: Form, start: float, end: float, of: str | None = None) -> bool:
    """Less than reliable change; where the form knows it only for some people, less than for any of them."""
    is_reliable = reliable_change(form, start, end, of).reliable
    part = scored_part(form, of)
    known = [figure.points for figure in part.reliable_change] if part else []
    return not is_reliable if is_reliable is not None else bool(known) and abs(end - start) < min(known)


def too_easy(case: RuleCase) -> Iterator[Finding]:
    """A way of a twentieth or less, of the scale or of what is there; a first score at the target already."""
    for path, item in active(case):
        measure = item.measure
        if measure is None:
            yield from _too_easy_in_words(case, path, item)
        if measure is None or measure.target is None or measure.kind in {"levels", "done"}:
            continue
        place = (*path, *measure_path(item), "target")
        start, target = measure.baseline, number_text(measure.target)
        is_kept = measure.direction is Direction.KEEP
        if start is not None and not is_kept and _is_small_step(measure, case, start, measure.target):
            yield finding_at(f"from {number_text(start)} to {target} is hardly a change", place)
        elif first := _first_at_target(case, item.id):
            yield finding_at(f"the first score of {first.day}, {score_text(first.value)}, is at the target", place)


def _too_easy_in_words(case: RuleCase, path: Path, item: Scorable) -> Iterator[Finding]:
    """The same where the sentence itself says from where to where it goes, each time if it does so twice."""
    ways = ways_in_words(statement(item.wording).text)
    if ways and all(_is_hardly_a_change(case, way) for way in ways):
        message = f"from {number_text(ways[0].start)} to {number_text(ways[0].end)} is hardly a change"
        yield finding_at(message, (*path, "goal" if isinstance(item, Goal) else "objective"))


def _is_hardly_a_change(case: RuleCase, way: Way) -> bool:
    form = case.forms.get(way.form) if way.form else None
    if way.is_there or (form and _is_within_error(form, way.start, way.end)):
        return True
    low, high = (form and possible_range(form)) or (0, way.scale or way.start)
    whole = (high or way.start) - (low or 0)
    return 0 < exact(abs(way.end - way.start)) <= exact(SMALL_SHARE * whole)


def _is_small_step(measure: Measure, case: RuleCase, start: float, end: float) -> bool:
    """Whether the way is that short; noise is another rule's."""
    low, high = scale_of(measure, case.forms)
    is_closed = low is not None and high is not None
    whole = (high or 0) - (low or 0) if is_closed else abs(start)
    return 0 < exact(abs(end - start)) <= exact(SMALL_SHARE * whole) and not _is_noise(measure, case, start, end)


def _first_at_target(case: RuleCase, item_id: str) -> Point | None:
    """The first score with the measure in force, if nothing was left to reach."""
    series, attained = case.once(current_of, item_id), case.once(item_attainment, item_id)
    first = series.points[0] if series and series.points else None
    is_there = first and attained and series and attained.reached_on == first.day
    return first if is_there and series and series.measure.direction is not Direction.KEEP else None


_SCORED = "smart: {measurable: {by: rating, baseline: 3, target: 7}"

RULES = (
    Rule(
        "S111",
        "an active goal without a measure",
        "without a measure there is no score, no chart and no sign of trouble",
        no_measure,
        Severity.WARNING,
        mend="say how it is scored, as measurable={by: rating, baseline: 3, target: 7}: goalctl set CLIENT ID; or make "
        "it a draft: goalctl mark CLIENT ID draft",
        source="the measurable part of SMART; Bovend'Eerdt 2009",
        bad="goals: [{id: g1, goal: Calls friends, status: active}]",
        good=f"goals: [{{id: g1, goal: Calls friends, status: active, {_SCORED}}}}}]",
        waits=True,
    ),
    Rule(
        "S112",
        "a measure without baseline or target",
        "progress is the way from the one to the other",
        half_a_measure,
        Severity.WARNING,
        mend="write where it starts and where it should end",
        source="Bovend'Eerdt 2009; Mager's criterion",
        bad="goals: [{id: g1, goal: Calls friends, status: active, smart: {measurable: {by: rating, target: 7}}}]",
        good=f"goals: [{{id: g1, goal: Calls friends, status: active, {_SCORED}}}}}]",
        waits=True,
    ),
    Rule(
        "S113",
        "a count without its period",
        "three a day and three a month are different goals",
        count_without_a_period,
        Severity.WARNING,
        mend="add per: day, week, month or session",
        source="Bovend'Eerdt 2009; 34 CFR 300.320",
        bad="goals: [{id: g1, goal: Calls friends, status: active, smart: {measurable: {by: count, of: calls}}}]",
        good="goals: [{id: g1, goal: Calls friends, status: active, smart: {measurable: {by: count, per: week}}}]",
    ),
    Rule(
        "S114",
        "no word on how the score comes about",
        "a score that nobody keeps is guessed in the hour",
        no_method,
        Severity.INFO,
        mend="say who notes it, where and how often, as monitored: goalctl set CLIENT ID",
        source="34 CFR 300.320, how progress will be measured",
        bad=f"goals: [{{id: g1, goal: Calls friends, status: active, {_SCORED}}}}}]",
        good=f"goals: [{{id: g1, goal: Calls, status: active, {_SCORED}, time_bound: {{monitored: diary}}}}}}]",
        waits=True,
    ),
    Rule(
        "S115",
        "a target on the worse side",
        "the form says which side is better; a target on the other one is a slip",
        against_the_form,
        Severity.WARNING,
        mend="exchange baseline and target, or look at the forms: goalctl forms",
        source="Bovend'Eerdt 2009: the direction agrees",
        bad="""goals: [{id: g1, goal: Fewer symptoms, status: active,
          smart: {measurable: {by: phq-9, baseline: 9, target: 18}}}]""",
        good="""goals: [{id: g1, goal: Fewer symptoms, status: active,
          smart: {measurable: {by: phq-9, baseline: 18, target: 9}}}]""",
    ),
    Rule(
        "S116",
        "a target at the end of the scale",
        "who has to be perfect fails on the first bad day",
        target_at_the_end,
        Severity.INFO,
        mend="choose what is good enough, as 8 of 10",
        source="the attainable part of SMART",
        bad="""goals: [{id: g1, goal: Confidence, status: active,
          smart: {measurable: {by: rating, baseline: 3, target: 10}}}]""",
        good="""goals: [{id: g1, goal: Confidence, status: active,
          smart: {measurable: {by: rating, baseline: 3, target: 8}}}]""",
    ),
    Rule(
        "S117",
        "a target within measurement error",
        "such a change comes and goes without treatment",
        trivial_target,
        Severity.INFO,
        mend="aim for a change that is more than noise",
        source="Jacobson & Truax 1991; the form's own figure",
        bad="""goals: [{id: g1, goal: Fewer symptoms, status: active,
          smart: {measurable: {by: phq-9, baseline: 12, target: 9}}}]""",
        good="""goals: [{id: g1, goal: Fewer symptoms, status: active,
          smart: {measurable: {by: phq-9, baseline: 18, target: 9}}}]""",
    ),
    Rule(
        "S118",
        "a goal that is too easy",
        "what is nearly there already is no reason to come; who chose it may be afraid of more",
        too_easy,
        Severity.INFO,
        mend="ask what would be worth the effort, and set the target there",
        source="the attainable part of SMART; Locke & Latham 2002, specific and difficult goals",
        bad="""goals: [{id: g1, goal: Attends, status: active,
          smart: {measurable: {by: percent, of: classes, baseline: 80, target: 85}}}]""",
        good="""goals: [{id: g1, goal: Attends, status: active,
          smart: {measurable: {by: percent, of: classes, baseline: 40, target: 85}}}]""",
    ),
)
