"""`goalctl add-objective`: a step toward a goal, with what the clinician does for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goalctl.cli import goal_options, options
from goalctl.cli.asking.ask import Replies
from goalctl.cli.asking.entering import MeasureOptions, deadline_entry, fitting_entry, measure_entry
from goalctl.cli.asking.entry_of import entry_of, merged_entry
from goalctl.cli.asking.goals.judging import with_known_judge
from goalctl.cli.asking.goals.measure_questions import OF_AN_OBJECTIVE
from goalctl.cli.asking.guided import Task, guided_change, must_ask
from goalctl.cli.asking.library.refs import Fill, From, LibraryRef, on_top_of, words_or_source
from goalctl.cli.desk import Desk
from goalctl.cli.naming import measured_by
from goalctl.cli.writing import say_findings, write
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fields, Value
from goalctl.model.goal import Objective
from goalctl.model.plan import Plan
from goalctl.model.statement import StatementKind
from goalctl.workspace.operations.add_objective import (
    OWNER,
    goal_named,
    objective_edits,
    whole_objective,
    without_owner,
)
from goalctl.workspace.store.transaction.transaction import Changed


def command(
    desk: Desk,
    client: options.Client,
    goal: goal_options.GoalId = None,
    objective: goal_options.ObjectiveWords = None,
    by: options.By = None,
    of: options.Of = None,
    per: options.Per = None,
    unit: options.Unit = None,
    scale: options.Scale = None,
    level: options.Level = None,
    baseline: options.Baseline = None,
    target: options.Target = None,
    since: options.Since = None,
    keep: options.Keep = None,
    better: options.Better = None,
    judged_by: options.JudgedBy = None,
    deadline: options.Deadline = None,
    status: options.StatusOption = None,
    intervention: goal_options.Interventions = None,
    from_: From = None,
    fill: Fill = None,
) -> None:
    """Add an objective to a goal; it is active while the goal has few active ones, else in reserve.

    Without GOAL or OBJECTIVE it asks. With --from it is taken from the library or the bank.
    """
    objective, from_ = words_or_source(desk, client, objective, from_)
    by = measured_by(desk, by)
    measure = MeasureOptions(by, of, per, unit, scale, level, baseline, target, since, keep, better, judged_by)
    typed = ObjectiveOptions(goal, objective, status, measure, deadline, intervention or ())
    source = LibraryRef(from_, StatementKind.OBJECTIVE, fill or ()) if from_ is not None else None
    stated = _entry(desk, client, typed, source)
    if goal is None or "objective" not in stated:
        _ask(desk, client, stated)
    else:
        _add(desk, client, stated)


@dataclass(frozen=True, slots=True)
class ObjectiveOptions:
    """The options that say an objective; `goal` is the one that it belongs to."""

    goal: str | None
    objective: str | None
    status: str | None
    measure: MeasureOptions
    deadline: str | None
    interventions: Sequence[str]


def _entry(desk: Desk, client: str, typed: ObjectiveOptions, source: LibraryRef | None) -> Fields:
    """What options say, on top of what the library or the bank has."""
    measure = measure_entry(typed.measure, today=desk.today, is_partial=source is not None)
    done = _interventions(desk, client, typed.interventions)
    deadline = deadline_entry(typed.deadline, today=desk.today)
    stated = entry_values(goal=typed.goal, objective=typed.objective, status=typed.status)
    stated |= entry_values(measurable=measure, deadline=deadline, interventions=done)
    stated = with_known_judge(desk, client, stated, OF_AN_OBJECTIVE)
    return on_top_of(desk, client, source, stated)


def _interventions(desk: Desk, client: str, typed: Sequence[str]) -> list[Value]:
    if not typed:
        return []
    from goalctl.cli.asking.library.from_library import library_intervention

    return [library_intervention(desk, client, text, n) for n, text in enumerate(typed, start=1)]


def _add(desk: Desk, client: str, stated: Fields) -> None:
    objective = whole_objective(stated, today=desk.today)
    fitting_entry(Objective, {"id": "g1.1", **without_owner(objective)})
    owner = str(objective[OWNER])
    changed = write(desk, client, lambda plan: _edits(desk, plan, objective), f"added an objective to {owner}:")
    say_findings(desk, changed)
    desk.write(f"{_newest(changed, owner)}\n")


def _edits(desk: Desk, plan: Plan, objective: Fields) -> list[Edit]:
    return objective_edits(plan, objective, most_active=desk.practice.settings.limits.active_objectives)


def _newest(changed: Changed, goal_id: str) -> str:
    """The id of the objective that was added to that goal."""
    return goal_named(changed.plan, goal_id).objectives[-1].id


def _ask(desk: Desk, client: str, stated: Fields) -> None:
    """Add the objective that the answers and the options make."""
    from goalctl.cli.asking.goals.objective_questions import objective_questions

    must_ask(desk, "OBJECTIVE" if OWNER in stated else "GOAL", 'g1 "Walks on three days a week"')

    def task(plan: Plan) -> Task:
        if OWNER in stated:
            goal_named(plan, str(stated[OWNER]))
        questions = objective_questions(desk, plan, stated)

        def entry(answers: Replies) -> Fields:
            return whole_objective(merged_entry(entry_of(questions, answers), stated), today=desk.today)

        def about(now: Plan, entry: Fields) -> dict[str, object]:
            owner = str(entry.get(OWNER))
            return {owner: next((goal.goal for goal in now.goals if goal.id == owner), None)}

        return Task(questions, entry, lambda now, entry: _edits(desk, now, entry), about, with_help=True)

    saved = guided_change(desk, client, "add-objective", task)
    if saved is not None:
        new = _newest(saved.changed, str(saved.entry[OWNER]))
        desk.say(f"added {new} to {saved.changed.file.name}")
        say_findings(desk, saved.changed)
        desk.write(f"{new}\n")
