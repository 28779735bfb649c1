"""The answers that a changing command still needs: asked for, and kept until it has saved them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from goalctl.cli.asking.ask import Question
from goalctl.cli.asking.field_questions import KEY
from goalctl.cli.asking.guided import sitting
from goalctl.cli.asking.keeping import kept
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.writing import say_whose
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.workspace.store.rescued import Unfinished

WHY = Question("because", "Why?", "One sentence for whoever reads the plan later; it stays on record.", required=True)


def complete_answers(
    desk: Desk,
    plan: Plan,
    command: str,
    given: Mapping[str, Value],
    questions: Sequence[Question],
    *,
    day: date | None = None,
    though_optional: bool = False,
) -> dict[str, str]:
    """What was given, and the answers to the questions for the rest; they are about that day, else about today.

    They are asked only when one that is required has no answer yet and somebody is there; else its option is named.
    With `though_optional` they are asked as well where nothing was given.
    """
    found = {key: value for key, value in given.items() if isinstance(value, str) and value.strip()}
    missing = [question for question in questions if question.key not in found]
    if not _are_asked(desk, missing, though_optional=though_optional and not found):
        return found
    say_whose(desk, plan)
    on = day or desk.today
    with sitting(desk, command, plan.client, missing, day=on) as walk:
        answers = walk.run()
    if walk.typed:  # until the command has saved it, and forgets it
        kept(desk, unfinished_answers(desk, command, plan.client, on), walk.typed)
    return found | {key: str(value) for key, value in answers.items()}


def _are_asked(desk: Desk, missing: Sequence[Question], *, though_optional: bool) -> bool:
    """Whether the questions are asked; raise for one that is required where nobody is there."""
    needed = next((question for question in missing if question.required), None)
    if needed and not desk.may_ask:
        raise _missing(needed)
    return needed is not None or (though_optional and desk.may_ask)


def _missing(question: Question) -> UsageError:
    option = "KEY=VALUE" if question.key == KEY else f"--{question.key.replace('_', '-')}"
    return UsageError(f"{option} is missing: {question.ask[:1].lower()}{question.ask[1:]}", question.help)


def unfinished_answers(desk: Desk, command: str, client: str, day: date | None = None) -> Unfinished:
    """Where the answers to this command's questions are kept when it is stopped, with their day, else today."""
    return Unfinished(desk.root, command, client, day or desk.today)
