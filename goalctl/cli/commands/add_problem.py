"""`goalctl add-problem`: what brought the client."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.entering import fitting_entry
from goalctl.cli.asking.entry_of import entry_of, holds
from goalctl.cli.asking.goals.goal_questions import numbered_questions
from goalctl.cli.asking.guided import Task, guided_change, must_ask
from goalctl.cli.asking.library.refs import Fill, From, LibraryRef, on_top_of, words_or_source
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.options import Client
from goalctl.cli.writing import write
from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.finding import Fields
from goalctl.model.goal import Problem
from goalctl.model.plan import Plan
from goalctl.model.statement import StatementKind
from goalctl.workspace.operations.add_problem import problem_edits

QUESTIONS = (
    Question("problem", "What brought the client?", "one sentence, as: Low mood since October", required=True),
    Question("evidence", "How does it show?", "scores, what the client reports, what others see"),
)


def command(
    desk: Desk,
    client: Client,
    problem: Annotated[
        str | None,
        Argument(metavar="[PROBLEM]", help="The problem in words; left out, it is asked.", show_default=False),
    ] = None,
    evidence: Annotated[str | None, Option("--evidence", help="How it shows: scores, what the client reports.")] = None,
    from_: From = None,
    fill: Fill = None,
) -> None:
    """Add a problem to a plan. Without PROBLEM it asks, or takes one from the library with --from."""
    problem, from_ = words_or_source(desk, client, problem, from_)
    source = LibraryRef(from_, StatementKind.PROBLEM, fill or ()) if from_ is not None else None
    stated = on_top_of(desk, client, source, entry_values(problem=problem, evidence=evidence))
    if "problem" not in stated:
        _ask(desk, client, stated)
    else:
        _add(desk, client, stated)


def _add(desk: Desk, client: str, problem: Fields) -> None:
    fitting_entry(Problem, {"id": "p1", **problem})
    changed = write(desk, client, lambda plan: problem_edits(plan, problem, today=desk.today), "added a problem:")
    offer_risk(desk, changed)
    desk.write(f"{changed.plan.problems[-1].id}\n")


def _ask(desk: Desk, client: str, stated: Fields) -> None:
    must_ask(desk, "PROBLEM", '"Low mood since October"')
    asked = [question for question in QUESTIONS if not holds(stated, question.place)]

    def task(_plan: Plan) -> Task:
        questions = numbered_questions(asked)

        def entry(answers: Replies) -> Fields:
            return in_order(Problem, entry_of(questions, answers) | stated)

        return Task(questions, entry, lambda now, entry: problem_edits(now, entry, today=desk.today), with_help=True)

    saved = guided_change(desk, client, "add-problem", task)
    if saved is not None:
        new = saved.changed.plan.problems[-1]
        desk.say(f"added {new.id} to {saved.changed.file.name}")
        offer_risk(desk, saved.changed)
        desk.write(f"{new.id}\n")
