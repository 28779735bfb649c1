"""`goalctl add-client`: a new plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from goalctl.cli.asking.client_questions import client_questions, diagnosis_from, problems_from
from goalctl.cli.asking.entering import fitting_entry
from goalctl.cli.asking.entry_of import entry_of
from goalctl.cli.asking.guided import confirmed_entry, sitting
from goalctl.cli.days import day_back
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.opening import plan_to_change
from goalctl.cli.writing import say_uncommitted
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fields
from goalctl.model.goal import Status
from goalctl.model.plan import Plan
from goalctl.views.clean import clean
from goalctl.workspace.operations.add_client import new_plan_file, plan_from_template, whole_plan
from goalctl.workspace.operations.episode import next_episode
from goalctl.workspace.store.new_plan import new_plan_text
from goalctl.workspace.store.scan import PlanFile, scan
from goalctl.workspace.store.transaction.transaction import create_plan


def command(
    desk: Desk,
    client: Annotated[
        str | None,
        Argument(metavar="[CLIENT]", help="A pseudonym; a random one if left out.", show_default=False),
    ] = None,
    clinician: Annotated[
        str | None, Option("--clinician", metavar="WHO", help="Who treats; else the practice's clinician.")
    ] = None,
    opened: Annotated[str | None, Option("--opened", metavar="DAY", help="When treatment began; else today.")] = None,
    problem: Annotated[list[str] | None, Option("--problem", help="What brought the client; repeat it.")] = None,
    diagnosis: Annotated[
        list[str] | None, Option("--diagnosis", metavar='"F33.1 name"', help="Code and name; repeat it.")
    ] = None,
    value: Annotated[list[str] | None, Option("--value", help="What matters to the client; repeat it.")] = None,
    strength: Annotated[list[str] | None, Option("--strength", help="A strength; repeat it.")] = None,
    barrier: Annotated[list[str] | None, Option("--barrier", help="What may get in the way; repeat it.")] = None,
    template: Annotated[
        str | None,
        Option(
            "--template",
            metavar="NAME",
            help="Begin with this template or planner; goalctl templates lists them.",
        ),
    ] = None,
    after: Annotated[
        str | None, Option("--after", metavar="OLD", help="The client's earlier, discharged plan.")
    ] = None,
) -> None:
    """Make a new plan; its file is plans/CLIENT.yaml. On a terminal it asks, unless options say what goes into it."""
    stated = ClientOptions(clinician, opened, problem, diagnosis, value, strength, barrier).entry(desk.today)
    file = new_plan_file(desk.root, client)
    if stated or template or after or not desk.may_ask:
        whole = _whole(desk, entry_values(client=file.client) | stated)
        based = plan_from_template(whole, template, desk.root) if template else whole
        _make(desk, next_episode(based, plan_to_change(desk, after)) if after else based)
    else:
        _ask(desk, file, client or "new")


@dataclass(frozen=True, slots=True)
class ClientOptions:
    """The options that say what goes into a new plan."""

    clinician: str | None
    opened: str | None
    problems: Sequence[str] | None
    diagnoses: Sequence[str] | None
    values: Sequence[str] | None
    strengths: Sequence[str] | None
    barriers: Sequence[str] | None

    def entry(self, today: date) -> Fields:
        """What they say, as the plan holds it."""
        day = day_back(self.opened, today=today, option="--opened") if self.opened else None
        return entry_values(
            clinician=self.clinician, opened=day, diagnoses=[diagnosis_from(text) for text in self.diagnoses or ()],
            values=self.values, strengths=self.strengths, barriers=self.barriers,
            problems=problems_from(self.problems or ()),
        )  # fmt: skip


def _whole(desk: Desk, entry: Fields) -> Fields:
    return whole_plan(entry, clinician=desk.writer.name, today=desk.today)


def _ask(desk: Desk, file: PlanFile, kept_as: str) -> None:
    """Make the plan that the answers describe."""
    questions = client_questions(file.client, {file.client for file in scan(desk.root).files}, today=desk.today)
    with sitting(desk, "add-client", kept_as, questions, with_help=True) as walk:
        entry = confirmed_entry(
            walk,
            lambda answers: _whole(desk, entry_of(questions, answers)),
            lambda entry: "\n".join(f"+{clean(line)}" for line in _text(desk, entry)[1].splitlines()),
        )
        _make(desk, entry)


def _make(desk: Desk, entry: Fields) -> None:
    file, text = _text(desk, entry)
    changed = create_plan(desk.practice, file, text)
    draft = next((goal.id for goal in changed.plan.goals if goal.status is Status.DRAFT), None)
    hint = f"mark {file.client} {draft} active, once it is settled" if draft else f"add-goal {file.client}"
    desk.say(f"made {file.name}\nnext: goalctl {hint}")
    say_uncommitted(desk, changed.uncommitted)
    desk.write(f"{file.client}\n")


def _text(desk: Desk, entry: Fields) -> tuple[PlanFile, str]:
    """The new file and what it will hold."""
    file = new_plan_file(desk.root, str(entry.get("client")))
    return file, new_plan_text(file, fitting_entry(Plan, entry))
