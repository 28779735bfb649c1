"""What there is to pick from, by the kinds of word that `table.py` and the tables of TAB name; likely ones first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from goalctl.analysis.due.visit_forms import forms_used, is_due
from goalctl.cli.asking.clients import client_choices
from goalctl.cli.asking.picker import Choice, Picking
from goalctl.cli.completion.candidates import SHELLS
from goalctl.cli.completion.words import STATUSES
from goalctl.cli.desk import Desk
from goalctl.cli.naming import favourites
from goalctl.cli.reading import readable_plan
from goalctl.model.form import Form, FormKind
from goalctl.model.goal import Goal, Objective, Problem, Scorable, Status
from goalctl.model.plan import Plan
from goalctl.model.session import Session, entry_order
from goalctl.workspace.edits.items import WHOLE_PLAN, items_of
from goalctl.workspace.shelves.kinds import FORMS, PLANNERS, TEMPLATES
from goalctl.workspace.store.caseload import plan_now
from goalctl.workspace.store.root import NoWorkspaceError

_STANDS = (Status.ACTIVE, Status.ON_HOLD, Status.RESERVE, Status.DRAFT, Status.ACHIEVED, Status.DISCONTINUED)
_LAST = 10**6

AnyScorable = TypeVar("AnyScorable", Goal, Objective)


@dataclass(frozen=True)
class Asked:
    """One word that is missing: for which command, of whom if that is known, and whether something is written."""

    desk: Desk
    command: str
    client: str = ""
    item: str = ""
    writes: bool = False

    @cached_property
    def plan(self) -> Plan:
        """The client's plan; for writing the whole id is needed."""
        if not self.writes:
            return readable_plan(self.desk, self.client)[1]
        return plan_now(self.desk.practice, self.client)

    @property
    def root(self) -> Path | None:
        """The workspace, if there is one."""
        try:
            return self.desk.root
        except NoWorkspaceError:
            return None


def picking_of(kind: str, asked: Asked) -> Picking | None:
    """The question for a word of that kind; None where there is nothing to pick from, so that words are typed."""
    made = _KINDS.get(kind)
    return made(asked) if made else None


def _client(asked: Asked) -> Picking:
    choices, is_likely = client_choices(asked.desk, asked.command)
    return Picking(
        f"{asked.command}: which client?",
        choices,
        "The clients of this practice; whoever comes today stands first. A name is understood where names are kept.",
        first=is_likely and not asked.writes,
        by_number=asked.writes,
    )


def _goal(asked: Asked) -> Picking:
    goals = _scorables(by_priority(asked.plan.goals))
    return Picking(f"Which goal of {asked.plan.client}?", goals, "Active goals first.")


def _ids(asked: Asked) -> Picking:
    every: list[Scorable] = []
    for goal in by_priority(asked.plan.goals):
        every += [goal, *by_priority(goal.objectives)]
    return Picking(f"Which goal or objective of {asked.plan.client}?", _scorables(every), "Active ones first.")


def _item(asked: Asked) -> Picking:
    choices = [Choice(name, _words(item.record)) for name, item in items_of(asked.plan).items() if name != WHOLE_PLAN]
    whole = Choice(WHOLE_PLAN, "the plan itself: clinician, diagnoses, review_every, services …")
    return Picking(
        f"What of {asked.plan.client} changes?", [*choices, whole], "A problem, a goal, a step, or the plan."
    )


def _words(record: object) -> str:
    """What stands in the plan for it."""
    match record:
        case Problem():
            return record.problem
        case _:
            status = f"{record.status} · " if hasattr(record, "status") else ""
            return f"{status}{getattr(record, 'wording', '') or getattr(record, 'what', '')}"


def by_priority(items: Sequence[AnyScorable]) -> list[AnyScorable]:
    """What is worked on first, then what rests, waits or has ended; ties as in the plan."""
    return sorted(items, key=lambda item: (_STANDS.index(item.status), item.priority or _LAST))


def _scorables(items: Sequence[Scorable]) -> list[Choice]:
    return [Choice(item.id, f"{item.status} · {item.wording}") for item in items]


def _status(asked: Asked) -> Picking:
    now = asked.plan.scorables.get(asked.item)
    choices = [Choice(word, "as it is now" if now and now.status == word else "") for word in STATUSES]
    return Picking(f"{asked.item} becomes?", choices, "achieved and discontinued end it; reserve waits for its turn.")


def _session(asked: Asked) -> Picking:
    plan, help_ = asked.plan, "The newest first; void ones are left out."
    placed = [(entry, place) for place, entry in enumerate(plan.sessions) if not entry.void]
    newest = sorted(placed, key=lambda pair: entry_order(pair[0].current, pair[1]), reverse=True)
    choices = [_entry(entry, number == 0) for number, (entry, _) in enumerate(newest)]
    return Picking(f"Which entry of {plan.client}?", choices, help_)


def _entry(entry: Session, is_last: bool) -> Choice:
    now = entry.current
    time = f"{now.time.start:%H:%M}" if now.time else ""
    day = f"{now.date:%a} {now.date}"
    signed = "" if entry.signed else "unsigned"
    shown = " · ".join(part for part in (day, time, now.kind.value, signed, now.note or "") if part)
    return Choice(entry.id or now.date.isoformat(), shown, f"last {shown}" if is_last else shown)


def _form(asked: Asked) -> Picking:
    """The forms that are due and used by the client, then the practice's favourites, then all others."""
    shelf = FORMS.shelf(asked.root)
    due, used = _forms_of_client(asked, shelf) if asked.client else ([], [])
    first = favourites(asked.desk) if asked.root else []
    names = [name for name in dict.fromkeys([*due, *used, *first, *shelf]) if name in shelf]
    marks = {**dict.fromkeys(used, "used here"), **dict.fromkeys(due, "due")}
    choices = [_form_choice(shelf[name], marks.get(name, "")) for name in names]
    help_ = "What is due comes first, then your favourites. phq-9@anna says who fills it in."
    return Picking("Which form?", choices, help_, other=lambda line: "@" in line)


def _forms_of_client(asked: Asked, shelf: Mapping[str, Form]) -> tuple[list[str], list[str]]:
    used = [ref for ref in forms_used(asked.plan) if ref.name in shelf]
    due = [ref for ref in used if is_due(asked.plan, ref, shelf[ref.name], shelf, asked.desk.today)]
    return [ref.name for ref in due], [ref.name for ref in used]


def _form_choice(form: Form, mark: str) -> Choice:
    return Choice(form.form, f"{form.name}{f' ({mark})' if mark else ''}", " ".join((form.name, mark, *form.tags)))


def _exercise(asked: Asked) -> Picking:
    shelf = FORMS.shelf(asked.root)
    forms = [shelf[name] for name in shelf if name in shelf]
    choices = [_form_choice(form, "") for form in forms if form.kind is FormKind.EXERCISE]
    return Picking("Which exercise?", choices, "Wishes, a perfect day, values: what comes of it goes into the plan.")


def _area(asked: Asked) -> Picking:
    shelf = PLANNERS.shelf(asked.root)
    choices = [
        Choice(name, shelf[name].name, " ".join((shelf[name].name, *shelf[name].tags)))
        for name in shelf
        if name in shelf
    ]
    return Picking("Which area?", choices, "The areas that there are ready-made goals for.")


def _template(asked: Asked) -> Picking:
    shelf = TEMPLATES.shelf(asked.root)
    choices = [Choice(name, shelf[name].name) for name in shelf if name in shelf]
    return Picking("Which template?", choices, "The plans that a new plan can begin with, your own first.")


def _shell(_asked: Asked) -> Picking:
    return Picking("Which shell?", [Choice(name) for name in SHELLS], "The one that you type commands in.")


_KINDS: Mapping[str, Callable[[Asked], Picking]] = {
    "client": _client,
    "goal": _goal,
    "ids": _ids,
    "item": _item,
    "status": _status,
    "session": _session,
    "form": _form,
    "exercise": _exercise,
    "area": _area,
    "template": _template,
    "shell": _shell,
}
