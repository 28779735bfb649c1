"""A planner for one client: its problems, what is ticked of it, and the questions that make it this client's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from goalctl.analysis.caseload.banked import normalised
from goalctl.cli.asking.ask import Question, Replies, Typed
from goalctl.cli.asking.library.library_questions import (
    blank_question,
    blanks_in,
    open_questions,
    reason_questions,
    sign_questions,
    with_answers,
)
from goalctl.cli.asking.library.ticks import TickList, chosen_problems, rows_of, ticked_rows
from goalctl.cli.asking.value_question import value_question
from goalctl.cli.desk import Desk
from goalctl.library.shelf import Shelf
from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.finding import Fields, Path, Value, fields_in, list_in, records_under
from goalctl.model.goal import Goal, Status
from goalctl.model.ids import next_number
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner, PlannerGoal, PlannerObjective
from goalctl.model.statement import StatementKind
from goalctl.model.walk import used_ids
from goalctl.workspace.edits.additions import numbered, with_intervention_days
from goalctl.workspace.operations.use_planner import GOALS, PROBLEMS
from goalctl.workspace.shelves.filling import MEASURABLE, Open, from_planner, objective_entry, opens_of


@dataclass
class TickedEntry:
    """What was ticked, as an entry with blanks, and the questions that are still to be asked about it."""

    entry: Fields
    questions: list[Question] = field(default_factory=list)

    def completed(self, answers: Replies) -> Fields:
        """The entry with the answers in it, its keys in a plan's order."""
        whole = with_answers(self.entry, {}, self.questions, answers)
        ordered: list[Value] = [in_order(Goal, goal) for goal in records_under(whole, GOALS)]
        return {**whole, GOALS: ordered}


@dataclass
class PlannerUse:
    """One planner put into one plan."""

    desk: Desk
    plan: Plan
    shelf: Shelf[Planner]
    planner: Planner

    def chosen(self, typed: Typed) -> TickedEntry:
        """What the person ticks, with what is to be asked about it; the numbers are kept in `typed`."""
        ticks = None
        while ticks is None:
            held = [one.id for one in self.planner.problems if self._held(one.problem)]
            problems = chosen_problems(self.desk, self.planner.problems, held, typed)
            ticks = ticked_rows(self.desk, TickList(rows_of(self.planner, problems)), typed)
        return self._chosen(ticks, problems)

    def _held(self, problem: str) -> str | None:
        """The plan's own problem of that wording."""
        same = (one.id for one in self.plan.problems if normalised(one.problem) == normalised(problem))
        return next(same, None)

    def _chosen(self, ticks: TickList, problems: Sequence[str]) -> TickedEntry:
        ids, new = self._problem_ids(problems)
        goals = [goal for goal in self.planner.goals if ticks.has(goal.id)]
        first = next_number(used_ids(self.plan), "g")
        opens: list[Open] = []
        made: list[Value] = []
        tasks: list[Value] = []
        for n, goal in enumerate(goals):
            steps = [step for step in goal.objectives if ticks.has(goal.id, step.id)]
            entry, goal_opens = self._goal(goal, steps, ticks, (GOALS, n))
            head = entry_values(id=f"g{first + n}", problem=ids.get(goal.problem or ""))
            made.append(numbered({**head, **entry}, f"g{first + n}"))
            tasks += self._tasks(goal, steps, ticks, f"g{first + n}")
            opens += goal_opens
        today = self.desk.today
        whole = entry_values(date=today if tasks else None, problems=new, goals=made, homework=tasks)
        return TickedEntry(whole, self._questions(whole, goals, opens))

    def _problem_ids(self, problems: Sequence[str]) -> tuple[dict[str, str], list[Value]]:
        """The id that each chosen problem has in the plan, and the entries of those that are new in it."""
        ids: dict[str, str] = {}
        new: list[Value] = []
        first = next_number(used_ids(self.plan), "p")
        for problem in self.planner.problems:
            if problem.id not in problems:
                continue
            held = self._held(problem.problem)
            ids[problem.id] = held or f"p{first + len(new)}"
            if held is None:
                new.append(entry_values(id=ids[problem.id], problem=problem.problem, on=self.desk.today))
        return ids, new

    def _goal(
        self, goal: PlannerGoal, steps: Sequence[PlannerObjective], ticks: TickList, at_place: Path
    ) -> tuple[Fields, list[Open]]:
        """A goal with its ticked steps; so many of these are active as are worked on at a time."""
        today, most = self.desk.today, self.desk.practice.settings.limits.active_objectives
        ref = f"{self.planner.planner}/{goal.id}"
        filling = from_planner(self.shelf, ref, StatementKind.GOAL, today=today)
        objectives: list[Value] = []
        opens = [*opens_of((*at_place, "smart", MEASURABLE), goal)]
        for n, step in enumerate(steps):
            kept = step.model_copy(
                update={"interventions": tuple(one for one in step.interventions if ticks.has(goal.id, step.id, one))}
            )
            status = Status.ACTIVE if n < most else Status.RESERVE
            objectives.append(objective_entry(self.planner, kept, today=today, status=status))
            opens += opens_of((*at_place, "objectives", n, MEASURABLE), step)
        entry = entry_values(status=Status.DRAFT.value, opened=today) | filling.entry
        return with_intervention_days(today, {**entry, **entry_values(objectives=objectives)}), opens

    def _tasks(
        self, goal: PlannerGoal, steps: Sequence[PlannerObjective], ticks: TickList, goal_id: str
    ) -> list[Value]:
        """The ticked homework, each task for the step or the goal as it is numbered in the plan."""
        owners = {goal.id: goal_id} | {step.id: f"{goal_id}.{n}" for n, step in enumerate(steps, start=1)}
        places = {goal.id: (goal.id,)} | {step.id: (goal.id, step.id) for step in steps}
        return [
            entry_values(for_=owners[one.for_], task=one.task)
            for one in self.planner.homework
            if one.for_ in owners and ticks.has(*places[one.for_], one.id)
        ]

    def _questions(self, entry: Fields, goals: Sequence[PlannerGoal], opens: Sequence[Open]) -> list[Question]:
        """Blanks, signs of new problems, where the client stands, and why each goal is within reach and matters."""
        questions = [blank_question(entry, word) for word in blanks_in(entry)]
        shows = {one.problem: one.shows for one in self.planner.problems}
        for n, problem in enumerate(list_in(entry.get(PROBLEMS))):
            stated = str(fields_in(problem).get("problem", ""))
            questions += sign_questions(shows.get(stated, ()), entry, (PROBLEMS, n))
        for n, goal in enumerate(goals):
            questions += [one for each in opens if each.place[:2] == (GOALS, n) for one in open_questions(each)]
            questions += reason_questions(goal.because or "", entry, (GOALS, n))
            questions.append(_value(self.plan, goal, n))
        return questions


def _value(plan: Plan, goal: PlannerGoal, n: int) -> Question:
    question = value_question(plan.values)
    above = "\n".join(filter(None, [goal.goal, question.above]))
    return replace(question, key=f"value {goal.goal}", to=(GOALS, str(n), *question.place), above=above)
