"""`goalctl add-goal`: a SMART goal."""

from __future__ import annotations

from datetime import date

import typer

from goalctl.cli import goal_options, options
from goalctl.cli.asking.ask import Answers
from goalctl.cli.asking.entering import deadline_entry, fitting, measure_entry, problems_named
from goalctl.cli.asking.entry_of import Entry, entry_of, merged
from goalctl.cli.asking.from_library import Fill, From, Source, WithObjectives, library_entry
from goalctl.cli.asking.goal_questions import goal_questions
from goalctl.cli.asking.grow_talk import grow_goal
from goalctl.cli.asking.guided import Task, guided, must_ask
from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.typed_findings import say_findings
from goalctl.cli.writing import write
from goalctl.documents.change import Edit
from goalctl.model.entry import plain, said
from goalctl.model.fields import in_order
from goalctl.model.goal import Goal
from goalctl.model.plan import Plan
from goalctl.model.planner import StatementKind
from goalctl.workspace.edits.additions import appended, next_id, noted_on
from goalctl.workspace.shelves.filling import numbered


def command(
    ctx: typer.Context,
    client: options.Client,
    goal: goal_options.GoalWords = None,
    specific: goal_options.Specific = None,
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
    because: goal_options.Because = None,
    not_in_client_control: goal_options.NotInControl = False,
    value: goal_options.ValueServed = None,
    in_their_words: goal_options.InTheirWords = None,
    deadline: options.Deadline = None,
    checkpoint: goal_options.Checkpoints = None,
    term: goal_options.TermOption = None,
    serves: goal_options.Serves = None,
    problem: goal_options.ForProblem = None,
    priority: options.Priority = None,
    status: options.StatusOption = None,
    opened: options.Opened = None,
    grow: goal_options.Grow = False,
    from_: From = None,
    fill: Fill = None,
    with_objectives: WithObjectives = False,
) -> None:
    """Add a goal to a plan; it is a draft unless --status says otherwise.

    Without GOAL it asks: six things, and before them the GROW questions with --grow. With --from it is taken from the
    library or the bank, and any other option takes the place of what that says.
    """
    desk = desk_of(ctx)
    today = desk.today
    measure = measure_entry(
        by=by, of=of, per=per, unit=unit, scale=scale, level=level, baseline=baseline, target=target, since=since,
        keep=keep, better=better, today=today, is_partial=from_ is not None,
    )  # fmt: skip
    control = False if not_in_client_control else True if because else None
    looks = [day_ahead(day, today=today, option="--checkpoint") for day in checkpoint or ()]
    smart = said(
        specific=specific,
        measurable=measure,
        attainable=said(because=because, in_client_control=control),
        relevant=said(value=value, in_their_words=in_their_words),
        time_bound=said(deadline=deadline_entry(deadline, today=today), checkpoints=looks),
    )
    stated = said(
        goal=goal, problem=problems_named(problem), status=status, term=term, serves=serves, priority=priority,
        opened=day_back(opened, today=today, option="--opened") if opened else None, smart=smart,
    )  # fmt: skip
    if from_ is not None:
        source = Source(from_, StatementKind.GOAL, fill or (), with_objectives)
        stated = library_entry(desk, client, source, stated)
        goal = str(stated["goal"])
    if grow:
        grow_goal(desk, client, stated)
    elif goal is None:
        _ask(desk, client, stated)
    else:
        _add(desk, client, _completed(stated, today))


def _add(desk: Desk, client: str, entry: Entry) -> None:
    fitting(Goal, numbered(entry, "g1"))
    changed = write(desk, client, lambda plan: _edits(plan, entry), "added a goal:")
    say_findings(desk, changed)
    desk.write(f"{changed.plan.goals[-1].id}\n")


def _completed(entry: Entry, today: date) -> Entry:
    return in_order(Goal, noted_on(today, {"status": "draft", "opened": plain(today), **entry}))


def _edits(plan: Plan, entry: Entry) -> list[Edit]:
    return [appended(plan, "goals", in_order(Goal, numbered(entry, next_id(plan, "g"))))]


def _ask(desk: Desk, client: str, stated: Entry) -> None:
    """Add the goal that the answers and the options make; a plan's only problem is what it is for."""
    must_ask(desk, "GOAL", '"Walks with the kids on three days a week"')
    today = desk.today

    def task(plan: Plan) -> Task:
        questions = goal_questions(desk.practice, plan, stated, today=today)
        problem = said(problem=plan.problems[0].id) if len(plan.problems) == 1 else {}

        def entry(answers: Answers) -> Entry:
            return _completed(merged(entry_of(questions, answers), {**problem, **stated}), today)

        return Task(questions, entry, _edits, with_help=True)

    saved = guided(desk, client, "add-goal", task)
    if saved is not None:
        new = saved.changed.plan.goals[-1]
        desk.say(f"added {new.id} ({new.status.value}) to {saved.changed.file.name}")
        say_findings(desk, saved.changed)
        desk.write(f"{new.id}\n")
