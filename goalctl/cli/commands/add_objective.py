"""`goalctl add-objective`: a step toward a goal, with what the clinician does for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import typer

from goalctl.cli import goal_options, options
from goalctl.cli.asking.ask import Answers
from goalctl.cli.asking.entering import deadline_entry, fitting, measure_entry
from goalctl.cli.asking.entry_of import Entry, entry_of, merged
from goalctl.cli.asking.from_library import Fill, From, Source, library_entry, library_intervention
from goalctl.cli.asking.guided import Task, guided, must_ask
from goalctl.cli.asking.objective_questions import OWNER, objective_questions
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.typed_findings import say_findings
from goalctl.cli.writing import write
from goalctl.documents.change import Edit
from goalctl.model.entry import plain, said
from goalctl.model.fields import in_order
from goalctl.model.goal import Goal, Objective
from goalctl.model.plan import Plan, active_objectives
from goalctl.model.planner import StatementKind
from goalctl.workspace.edits.additions import appended_objective, next_id, noted_on
from goalctl.workspace.store.transaction import Changed


def command(
    ctx: typer.Context,
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
    deadline: options.Deadline = None,
    status: options.StatusOption = None,
    intervention: goal_options.Interventions = None,
    from_: From = None,
    fill: Fill = None,
) -> None:
    """Add an objective to a goal; it is active while the goal has few active ones, else in reserve.

    Without GOAL or OBJECTIVE it asks. With --from it is taken from the library or the bank.
    """
    desk = desk_of(ctx)
    measure = measure_entry(
        by=by, of=of, per=per, unit=unit, scale=scale, level=level, baseline=baseline, target=target, since=since,
        keep=keep, better=better, today=desk.today, is_partial=from_ is not None,
    )  # fmt: skip
    done = [library_intervention(desk, client, text, n) for n, text in enumerate(intervention or (), start=1)]
    stated = said(
        goal=goal, objective=objective, status=status, measurable=measure,
        deadline=deadline_entry(deadline, today=desk.today), interventions=done,
    )  # fmt: skip
    if from_ is not None:
        stated = library_entry(desk, client, Source(from_, StatementKind.OBJECTIVE, fill or ()), stated)
    if goal is None or "objective" not in stated:
        _ask(desk, client, stated)
    else:
        entry = _completed(stated, desk.today)
        fitting(Objective, {"id": "g1.1", **_without_owner(entry)})
        changed = write(desk, client, _edits(desk, entry), f"added an objective to {goal}:")
        say_findings(desk, changed)
        desk.write(f"{_newest(changed, goal)}\n")


def _completed(entry: Entry, today: date) -> Entry:
    """The entry with its goal in front, which tells where it goes and is not part of it."""
    whole = noted_on(today, {"opened": plain(today), **_without_owner(entry)})
    return {OWNER: entry.get(OWNER)} | in_order(Objective, whole)


def _without_owner(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if key != OWNER}


def _edits(desk: Desk, entry: Entry) -> Callable[[Plan], list[Edit]]:
    """An objective whose status was not said is active, unless its goal has enough that are."""
    limit = desk.practice.settings.limits.active_objectives

    def edits(plan: Plan) -> list[Edit]:
        owner = _goal(plan, str(entry.get(OWNER)))
        usual = "active" if len(active_objectives(owner)) < limit else "reserve"
        new = {"id": next_id(plan, f"{owner.id}."), "status": usual} | _without_owner(entry)
        return [appended_objective(plan, owner, in_order(Objective, new))]

    return edits


def _newest(changed: Changed, goal_id: str) -> str:
    """The id of the objective that was added to that goal."""
    return _goal(changed.plan, goal_id).objectives[-1].id


def _ask(desk: Desk, client: str, stated: Entry) -> None:
    """Add the objective that the answers and the options make."""
    must_ask(desk, "OBJECTIVE" if OWNER in stated else "GOAL", 'g1 "Walks on three days a week"')

    def task(plan: Plan) -> Task:
        if OWNER in stated:
            _goal(plan, str(stated[OWNER]))
        questions = objective_questions(desk.practice, plan, stated, today=desk.today)

        def entry(answers: Answers) -> Entry:
            return _completed(merged(entry_of(questions, answers), stated), desk.today)

        def about(now: Plan, entry: Entry) -> dict[str, object]:
            owner = str(entry.get(OWNER))
            return {owner: next((goal.goal for goal in now.goals if goal.id == owner), None)}

        return Task(questions, entry, lambda now, entry: _edits(desk, entry)(now), about, with_help=True)

    saved = guided(desk, client, "add-objective", task)
    if saved is not None:
        new = _newest(saved.changed, str(saved.entry[OWNER]))
        desk.say(f"added {new} to {saved.changed.file.name}")
        say_findings(desk, saved.changed)
        desk.write(f"{new}\n")


def _goal(plan: Plan, goal_id: str) -> Goal:
    goal = next((goal for goal in plan.goals if goal.id == goal_id), None)
    if goal is None:
        known = ", ".join(goal.id for goal in plan.goals)
        raise UsageError(
            f"{plan.client} has no goal {goal_id}", f"known here: {known or 'none yet; add-goal adds one'}"
        )
    return goal
