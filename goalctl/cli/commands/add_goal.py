"""`goalctl add-goal`: a SMART goal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from goalctl.cli import goal_options, options
from goalctl.cli.asking.ask import Replies
from goalctl.cli.asking.entering import fitting_entry
from goalctl.cli.asking.entry_of import entry_of, merged_entry
from goalctl.cli.asking.goals.judging import with_known_judge
from goalctl.cli.asking.goals.measure_questions import OF_A_GOAL
from goalctl.cli.asking.goals.options_entry import MeasureOptions, deadline_entry, measure_entry, problem_ids
from goalctl.cli.asking.guided import Task, guided_change, must_ask
from goalctl.cli.asking.library.refs import Fill, From, LibraryRef, WithObjectives, on_top_of, words_or_source
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.desk import Desk
from goalctl.cli.naming import measured_by
from goalctl.cli.writing import tell_found, write
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fields, Finding
from goalctl.model.goal import Goal, Status
from goalctl.model.plan import Plan
from goalctl.model.statement import StatementKind
from goalctl.workspace.check.typed import findings_if_active, typed_findings
from goalctl.workspace.edits.additions import numbered
from goalctl.workspace.operations.add_goal import goal_edits, whole_goal
from goalctl.workspace.operations.grow import grow_edits
from goalctl.workspace.store.transaction.transaction import Changed


def command(
    desk: Desk, client: options.Client,
    goal: goal_options.GoalWords = None, specific: goal_options.Specific = None,
    by: options.By = None, of: options.Of = None, per: options.Per = None, unit: options.Unit = None,
    scale: options.Scale = None, level: options.Level = None,
    baseline: options.Baseline = None, target: options.Target = None, since: options.Since = None,
    keep: options.Keep = None, better: options.Better = None, judged_by: options.JudgedBy = None,
    because: goal_options.Because = None, in_client_control: goal_options.InControl = None,
    value: goal_options.ValueServed = None, in_their_words: goal_options.InTheirWords = None,
    deadline: options.Deadline = None, checkpoint: goal_options.Checkpoints = None,
    term: goal_options.TermOption = None, serves: goal_options.Serves = None,
    problem: goal_options.ForProblem = None, priority: options.Priority = None,
    status: options.StatusOption = None, opened: options.Opened = None,
    grow: goal_options.Grow = False, from_: From = None, fill: Fill = None, with_objectives: WithObjectives = False,
) -> None:  # fmt: skip
    """Add a goal, a draft unless --status says otherwise. Without GOAL it asks; --from takes a ready-made one."""
    goal, from_ = words_or_source(desk, client, goal, from_)
    by = measured_by(desk, by)
    measure = MeasureOptions(by, of, per, unit, scale, level, baseline, target, since, keep, better, judged_by)
    smart = SmartOptions(specific, measure, because, in_client_control, value, in_their_words, deadline, checkpoint)
    typed = GoalOptions(goal, problem, status, term, serves, priority, opened, smart)
    source = LibraryRef(from_, StatementKind.GOAL, fill or (), with_objectives) if from_ is not None else None
    add = _grow if grow else _ask if goal is None and source is None else _add
    add(desk, client, _entry(desk, client, typed, source))


def _grow(desk: Desk, client: str, stated: Fields) -> None:
    from goalctl.cli.asking.goals.grow_talk import grow_goal

    grow_goal(desk, client, stated)


class SmartOptions(NamedTuple):
    """The options that say the five parts of a SMART goal."""

    specific: str | None
    measure: MeasureOptions
    because: str | None
    in_client_control: bool | None
    value: str | None
    in_their_words: str | None
    deadline: str | None
    checkpoints: Sequence[str] | None

    def entry(self, today: date, *, is_partial: bool) -> Fields:
        """What they say, as the plan holds it."""
        days = [day_ahead(day, today=today, option="--checkpoint") for day in self.checkpoints or ()]
        return entry_values(
            specific=self.specific,
            measurable=measure_entry(self.measure, today=today, is_partial=is_partial),
            attainable=entry_values(because=self.because, in_client_control=self.in_client_control),
            relevant=entry_values(value=self.value, in_their_words=self.in_their_words),
            time_bound=entry_values(deadline=deadline_entry(self.deadline, today=today), checkpoints=days),
        )


class GoalOptions(NamedTuple):
    """The options that say a goal."""

    goal: str | None
    problem: Sequence[str] | None
    status: str | None
    term: str | None
    serves: str | None
    priority: str | None
    opened: str | None
    smart: SmartOptions

    def entry(self, today: date, *, is_partial: bool) -> Fields:
        """What they say, as the plan holds it; `is_partial`: the library says the rest."""
        smart = self.smart.entry(today, is_partial=is_partial)
        opened = day_back(self.opened, today=today, option="--opened") if self.opened else None
        return entry_values(
            goal=self.goal, problem=problem_ids(self.problem), status=self.status, term=self.term,
            serves=self.serves, priority=self.priority, opened=opened, smart=smart,
        )  # fmt: skip


def _entry(desk: Desk, client: str, typed: GoalOptions, source: LibraryRef | None) -> Fields:
    """What options say, on top of what the library or the bank has."""
    stated = with_known_judge(desk, client, typed.entry(desk.today, is_partial=source is not None), OF_A_GOAL)
    return on_top_of(desk, client, source, stated)


def _add(desk: Desk, client: str, stated: Fields) -> None:
    goal = whole_goal(stated, today=desk.today)
    fitting_entry(Goal, numbered(goal, "g1"))
    changed = write(desk, client, lambda plan: goal_edits(plan, goal), "added a goal:")
    tell_found(desk, changed, _found(desk, changed))
    offer_risk(desk, changed)
    desk.write(f"{changed.plan.goals[-1].id}\n")


def _found(desk: Desk, changed: Changed) -> list[Finding]:
    """What the rules say about the new goal, of a draft also what they will say when it is worked on; each once."""
    new = changed.plan.goals[-1]
    now = typed_findings(desk.practice, changed, today=desk.today)
    if new.status is Status.ACTIVE:
        return [*now]
    later = findings_if_active(desk.practice, changed, new.id, today=desk.today)
    known = {(one.code, one.path, one.message) for one in later}
    return [*(one for one in now if (one.code, one.path, one.message) not in known), *later]


def _doubts(desk: Desk, changed: Changed) -> str:
    """The same in short sentences, for somebody who can still go back."""
    found = _found(desk, changed)
    told = [f"{one.code}: {one.in_short}" for one in found]
    return "\n".join(["", *told]) if told else ""


def _ask(desk: Desk, client: str, stated: Fields) -> None:
    """Add the goal that the answers and the options make; a plan's only problem is what it is for."""
    from goalctl.cli.asking.goals.goal_questions import goal_questions

    must_ask(desk, "GOAL", '"Walks with the kids on three days a week"')

    def task(plan: Plan) -> Task:
        questions = goal_questions(desk, plan, stated)

        def entry(answers: Replies) -> Fields:
            return whole_goal(merged_entry(entry_of(questions, answers), stated), today=desk.today)

        return Task(
            questions, entry, lambda now, entry: grow_edits(now, entry, None),
            doubts=lambda changed: _doubts(desk, changed), with_help=True,
        )  # fmt: skip

    saved = guided_change(desk, client, "add-goal", task)
    if saved is not None:
        new = saved.changed.plan.goals[-1]
        desk.say(f"added {new.id} ({new.status.value}) to {saved.changed.file.name}")
        desk.say(f"next: goalctl add-objective {client} {new.id}")
        offer_risk(desk, saved.changed)
        desk.write(f"{new.id}\n")
