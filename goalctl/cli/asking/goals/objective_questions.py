"""What is asked about a new objective: for which goal, what, how it is seen, by when, and what the clinician does."""

from __future__ import annotations

from goalctl.cli.asking.ask import Question, words_from
from goalctl.cli.asking.entry_of import holds
from goalctl.cli.asking.goals.goal_questions import deadline_question, numbered_questions
from goalctl.cli.asking.goals.judging import JUDGED_BY, judge_questions
from goalctl.cli.asking.goals.measure_questions import OF_AN_OBJECTIVE, measure_questions
from goalctl.cli.asking.library.from_library import library_intervention
from goalctl.cli.asking.library.measure_examples import measure_examples
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.model.finding import Fields, Value
from goalctl.model.goal import Status
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.statement import StatementKind
from goalctl.workspace.operations.add_objective import OWNER


def objective_questions(desk: Desk, plan: Plan, stated: Fields) -> list[Question]:
    """The questions, without what was stated already."""
    if not plan.goals:
        raise UsageError(f"{plan.client} has no goal yet", f"add one first: goalctl add-goal {plan.client}")
    questions = [
        _owner(plan),
        Question("objective", "The objective, in one sentence?", "a step that the client takes", required=True),
        *measure_questions(desk.practice, OF_AN_OBJECTIVE, measure_examples(desk.practice)),
        *judge_questions(plan, OF_AN_OBJECTIVE, stated),
        deadline_question(("deadline",), desk.today),
        _interventions(desk, plan),
    ]
    return numbered_questions([question for question in questions if not _is_stated(stated, question)])


def _is_stated(stated: Fields, question: Question) -> bool:
    return holds(stated, question.place if question.key == JUDGED_BY else question.place[:1])


def _owner(plan: Plan) -> Question:
    goals = [goal for goal in plan.goals if not goal.status.is_closed]
    active = [goal for goal in goals if goal.status is Status.ACTIVE]

    def read(line: str) -> Value:
        wanted = f"g{line}" if line.isdigit() else line.lower()
        if wanted not in {goal.id for goal in plan.goals}:
            raise ScalarError("E128", f"there is no goal {line}", f"write {', '.join(goal.id for goal in goals)}")
        return wanted

    return Question(
        OWNER,
        "A step toward which goal?",
        "its id, as g1",
        default=active[0].id if len(active) == 1 else "",
        required=True,
        read=read,
        above="\n".join(f"{goal.id} {goal.goal}" for goal in goals),
        retell=str,
    )


def _interventions(desk: Desk, plan: Plan) -> Question:
    """Several with a vertical bar between them, since a semicolon stands inside one."""

    def read(line: str) -> Value:
        parts = [part.strip() for part in str(words_from(line)).split("|") if part.strip()]
        return [library_intervention(desk, plan.client, part, number) for number, part in enumerate(parts, start=1)]

    return Question(
        "interventions",
        "What do you do for it?",
        "as Behavioural activation; every 1w; for 12w. Several: put | between them",
        read=read,
        takes_ids=StatementKind.INTERVENTION,
    )
