"""What somebody agrees to when they agree to a plan, and how its goals stand when it is reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from goalctl.analysis.case import Case
from goalctl.analysis.figures import score_text
from goalctl.analysis.progress.raters import judges_of
from goalctl.model.form import Form
from goalctl.model.goal import Goal, Scorable
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.plan import Plan
from goalctl.views.page import Line
from goalctl.views.words.measure import measure_text
from goalctl.views.words.rhythm import rhythm_words, service_words

_SCORES_SHOWN = 6


def agreed_lines(plan: Plan, forms: Mapping[str, Form]) -> Iterator[Line]:
    """Problems, diagnoses, services, active goals with their objectives and interventions: what the digest is of."""
    for problem in plan.problems:
        yield Line(f"{problem.id} {problem.problem}")
    for diagnosis in plan.diagnoses:
        yield Line(f"{diagnosis.code} {diagnosis.name or ''}")
    yield from (Line(service_words(service)) for service in plan.services)
    for goal in plan.active_goals:
        yield from _agreed_goal(goal, forms)


def _agreed_goal(goal: Goal, forms: Mapping[str, Form]) -> Iterator[Line]:
    yield Line(_item(goal, forms))
    for objective in goal.active_objectives:
        yield Line(_item(objective, forms), 1)
        for intervention in objective.interventions:
            rhythm = f", {rhythm_words(intervention.every)}" if intervention.every else ""
            yield Line(f"{intervention.id} {intervention.what}{rhythm}", 2)


def _item(item: Scorable, forms: Mapping[str, Form]) -> str:
    measure = f"; {measure_text(item.measure, forms)}" if item.measure else ""
    deadline = f"; by {item.deadline}" if item.deadline else ""
    return f"{item.id} {item.wording}{measure}{deadline}"


def standing_lines(case: Case, items: Iterable[Scorable]) -> Iterator[Line]:
    """Each item with its measure, its latest scores, and where it stands and why."""
    for item in items:
        overview = case.item(item.id)
        yield Line(_item(item, case.forms))
        for series in case.once(judges_of, item.id).deciding:
            if latest := series.points[-_SCORES_SHOWN:]:
                whose = "" if series.rater == CLIENT_RATER else f" of {series.rater}"
                scores = " ".join(score_text(point.value) for point in latest)
                yield Line(f"scores{whose}: {scores} (last {latest[-1].day})", 1)
        yield Line(f"{overview.progress.state.value}: {overview.progress.because}", 1)
