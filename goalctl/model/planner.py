"""A planner: pre-written problems, goals, objectives, interventions, homework and resources for one area.

What a planner says, and whether it holds together; finding, ranking and filling it in belong elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from goalctl.model import ids
from goalctl.model.goal import Term
from goalctl.model.measure import Measure
from goalctl.model.statement import Statement, StatementKind
from goalctl.model.types import (
    GoalId,
    HomeworkId,
    InterventionId,
    ObjectiveId,
    Often,
    ProblemId,
    Record,
    ScorableId,
    Stretch,
    Text,
    Whole,
    id_grammar,
    words,
)

Area = Annotated[str, id_grammar(ids.AREA)]
ResourceId = Annotated[str, id_grammar(ids.RESOURCE)]


class Evidence(Record):
    """What is known about treating this area, in a sentence or two, and where it is written (name and year)."""

    note: Text
    sources: tuple[Text, ...] = ()


class PlannerProblem(Record):
    """What may bring a client, and signs by which it shows."""

    id: ProblemId
    problem: Text
    shows: tuple[Text, ...] = ()


class PlannerObjective(Record):
    """A step toward a planner's goal; `interventions` names those of the planner that serve it."""

    id: ObjectiveId
    objective: Text
    measurable: Measure | None = None
    horizon: Stretch | None = None
    interventions: tuple[InterventionId, ...] = ()


class PlannerGoal(Record):
    """A whole SMART goal; its baseline and target are hints, `horizon` is counted from the day it is opened."""

    id: GoalId
    goal: Text
    problem: ProblemId | None = None
    term: Annotated[Term, words(Term)] | None = None
    specific: Text | None = None
    measurable: Measure | None = None
    because: Text | None = None
    horizon: Stretch | None = None
    objectives: tuple[PlannerObjective, ...] = ()


class PlannerIntervention(Record):
    """What the clinician does, named by its approach, how often and for how long."""

    id: InterventionId
    approach: Text
    what: Text
    every: Often | None = None
    for_: Stretch | None = None

    @property
    def wording(self) -> str:
        """The approach and what is done, as it stands in a plan."""
        return f"{self.approach[:1].upper()}{self.approach[1:]}: {self.what}"


class PlannerHomework(Record):
    """A task between two sessions, for one goal or objective of the planner."""

    id: HomeworkId
    for_: ScorableId | None = None
    task: Text


class PlannerResource(Record):
    """A kind of workbook, app or exercise that helps; never a product."""

    id: ResourceId
    kind: Text
    what: Text


class Planner(Record):
    """The statements for one area."""

    format: Whole = 1
    planner: Area
    name: Text
    about: Text | None = None
    tags: tuple[Text, ...] = ()
    evidence: Evidence | None = None
    problems: tuple[PlannerProblem, ...] = ()
    goals: tuple[PlannerGoal, ...] = ()
    interventions: tuple[PlannerIntervention, ...] = ()
    homework: tuple[PlannerHomework, ...] = ()
    resources: tuple[PlannerResource, ...] = ()

    @property
    def objectives(self) -> tuple[PlannerObjective, ...]:
        """The objectives of all goals, in the file's order."""
        return tuple(objective for goal in self.goals for objective in goal.objectives)

    def statements(self) -> Iterator[Statement]:
        """Everything that can be put into a plan, kind by kind; a goal is followed by its objectives."""
        for problem in self.problems:
            yield Statement(problem.id, StatementKind.PROBLEM, problem.problem)
        for goal in self.goals:
            yield Statement(goal.id, StatementKind.GOAL, goal.goal)
            for objective in goal.objectives:
                yield Statement(objective.id, StatementKind.OBJECTIVE, objective.objective)
        for intervention in self.interventions:
            yield Statement(intervention.id, StatementKind.INTERVENTION, intervention.wording)
        for homework in self.homework:
            yield Statement(homework.id, StatementKind.HOMEWORK, homework.task)
        for resource in self.resources:
            yield Statement(resource.id, StatementKind.RESOURCE, resource.what)

    def dangling(self) -> list[tuple[str, str]]:
        """References that lead nowhere: the id that refers, and the id that is missing."""
        known = {statement.id for statement in self.statements()}
        references = [(goal.id, goal.problem) for goal in self.goals]
        references += [(objective.id, named) for objective in self.objectives for named in objective.interventions]
        references += [(homework.id, homework.for_) for homework in self.homework]
        return [(source, named) for source, named in references if named is not None and named not in known]
