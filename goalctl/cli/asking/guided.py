"""A guided command: whose plan it is, the questions, the new lines before they are saved, and nothing typed is lost.

The plan is not locked while a person types. The answers are collected, then applied to the file as it is by then; only
when something that they are about has changed in the meantime is nothing written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from goalctl.cli.asking.ask import BACK, HOW, Question, Replies, Typed, Walk, choice_of, is_confirmed
from goalctl.cli.asking.keeping import kept
from goalctl.cli.asking.taken_up import taken_up
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.writing import added_lines, days_in_doubt, say_whose, tell_beside
from goalctl.documents.change import Edit
from goalctl.documents.read import read_data
from goalctl.documents.yaml_text import block_text
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fields
from goalctl.model.plan import Plan
from goalctl.views.clean import one_line
from goalctl.views.screens.findings import findings_text
from goalctl.workspace.store.caseload import PlanUnreadableError, case_plan
from goalctl.workspace.store.clients import found_in
from goalctl.workspace.store.rescued import Unfinished
from goalctl.workspace.store.transaction.transaction import Changed, Changes, change_plan, previewed

YES, NO, EDIT = "y", "n", "e"
CHOICES = {YES: "yes", BACK: "back", EDIT: "edit", NO: "no"}
NO_GOOD = {BACK: "back", EDIT: "edit", NO: "stop"}
OFFERED = "What you typed is kept, and offered next time"


def must_ask(desk: Desk, missing: str, example: str) -> None:
    """Nothing happens where someone can be asked; elsewhere what is missing is an error."""
    if not desk.may_ask:
        raise UsageError(f"{missing} is missing", f"give it, as {example}; on a terminal it is asked")


class _DeclinedError(Exception):
    """The person looked at the new lines and does not want them."""


class MeanwhileError(GoalctlError):
    """Something that the answers are about was changed by someone else while they were typed; nothing was written."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} was changed while you typed, so nothing was saved", "look at it, then run this again")


def as_shown(now: Plan, then: Plan, items: Iterable[str]) -> Plan:
    """The plan as it is by now, if these goals and objectives still read as they did when they were judged."""
    for item_id in items:
        if now.scorables.get(item_id) != then.scorables.get(item_id):
            raise MeanwhileError(item_id)
    return now


def _on_nothing(_plan: Plan, _entry: Fields) -> Mapping[str, object]:
    return {}


def _no_doubts(_changed: Changed) -> str:
    return ""


@dataclass(frozen=True)
class Task:
    """What a guided command asks about one plan, and what it makes of the answers.

    `entry` completes the answers. `edits` are pure: they are applied to the plan as it is when it is saved.
    `depends_on` names what the entry is about: if that reads differently by then, it is a conflict. `doubts` are told
    with the new lines, before anything is saved. `kept_as` surrounds the saving, and gives the entry as it is saved.
    Where something is chosen `first`, that gives the task as it is then; it finds there what was typed last time, and
    puts down what is typed now. `day` is the one that the answers are about, where they are about one.
    """

    questions: Sequence[Question]
    entry: Callable[[Replies], Fields]
    edits: Callable[[Plan, Fields], Sequence[Edit]]
    depends_on: Callable[[Plan, Fields], Mapping[str, object]] = _on_nothing
    doubts: Callable[[Changed], str] = _no_doubts
    kept_as: Callable[[Fields], AbstractContextManager[Fields]] = nullcontext
    with_help: bool = False
    first: Callable[[Typed], Task] | None = None
    day: date | None = None


class Saved(NamedTuple):
    """What a guided command saved: the plan's change, and the entry that the person confirmed."""

    changed: Changed
    entry: Fields


def guided_change(desk: Desk, client: str, command: str, task_for: Callable[[Plan], Task]) -> Saved | None:
    """Say whose plan it is, ask, show, confirm and save; None when the person decides against it.

    Whatever stops it, a Ctrl-C, a conflict or a full disk, what was typed is kept and offered the next time.
    """
    found, file = found_in(desk.root, client, exact=True)
    case = case_plan(desk.practice, file)
    plan = case.plan
    if plan is None:
        raise PlanUnreadableError(case)
    say_whose(desk, plan)
    tell_beside(desk, found, client)
    task = task_for(plan)

    def preview(entry: Fields) -> str:
        changed = previewed(desk.practice, file, lambda now: task.edits(now, entry))
        early = days_in_doubt(changed)
        told = [f"{early}. Is the year right?" if early else "", task.doubts(changed)]
        return "\n".join([added_lines(changed), *filter(None, told)])

    with sitting(desk, command, client, task.questions, with_help=task.with_help, day=task.day) as walk:
        if task.first:
            task = task.first(walk.typed)
            walk.questions = task.questions
        entry = confirmed_entry(walk, task.entry, preview)
        with task.kept_as(entry) as ready:
            changed = change_plan(desk.practice, file, _changes_now(task, plan, ready))
        if changed.plan.status is not plan.status:  # it was put on hold, or ended, while the answers were typed
            say_whose(desk, changed.plan)
        return Saved(changed, ready)
    return None


def _changes_now(task: Task, plan: Plan, entry: Fields) -> Changes:
    """The edits for the plan as it is by then, if what they are about still reads as it did in `plan`."""

    def changes(now: Plan) -> Sequence[Edit]:
        then, today = task.depends_on(plan, entry), task.depends_on(now, entry)
        for what, before in then.items():
            if today.get(what) != before:
                raise MeanwhileError(what)
        return task.edits(now, entry)

    return changes


@contextmanager
def sitting(
    desk: Desk,
    command: str,
    client: str,
    questions: Sequence[Question],
    *,
    with_help: bool = False,
    day: date | None = None,
) -> Iterator[Walk]:
    """A walk that takes up what an earlier one left; what is typed is kept unless all goes well.

    `day` is the one that the answers are about, where they are about one; else the day they are typed on is kept.
    """
    unfinished = Unfinished(desk.root, command, client, day or desk.today)
    walk = Walk(desk, questions, with_help=with_help, client=client)
    desk.say(HOW)
    try:
        walk.typed = taken_up(desk, unfinished, "Some of this was typed as of", is_about_a_day=day is not None)
        yield walk
    except (KeyboardInterrupt, EOFError, SystemExit) as stop:
        where = kept(desk, unfinished, walk.typed) if walk.typed else ""
        desk.say(f"\nStopped; nothing was changed. {where}".rstrip(" "))
        raise stop if isinstance(stop, SystemExit) else KeyboardInterrupt from None
    except (GoalctlError, OSError):
        if walk.typed and (where := kept(desk, unfinished, walk.typed, OFFERED)):
            desk.say(where)
        raise
    except _DeclinedError:
        desk.say(f"Nothing was changed. {kept(desk, unfinished, walk.typed)}".rstrip())
    else:
        unfinished.forget()


def confirmed_entry(walk: Walk, entry_from: Callable[[Replies], Fields], preview: Callable[[Fields], str]) -> Fields:
    """The entry that the person wants saved, after as many rounds as it takes."""
    desk = walk.desk
    entry = entry_from(walk.run())
    while True:
        good = _can_be_saved(desk, entry, preview)
        choice = choice_of(desk, "Save this?" if good else "That can't be saved.", CHOICES if good else NO_GOOD)
        if choice == YES:
            return entry
        if choice == NO:
            raise _DeclinedError
        entry = _entry_from_editor(desk, entry, preview) if choice == EDIT else entry_from(walk.run(from_the_end=True))


def _can_be_saved(desk: Desk, entry: Fields, preview: Callable[[Fields], str]) -> bool:
    """Show what would be saved; False, with the reasons, when it can't be."""
    try:
        desk.say(f"\n{preview(entry)}\n")
    except GoalctlError as error:
        _tell(desk, error)
        return False
    return True


def _tell(desk: Desk, error: GoalctlError) -> None:
    desk.say(f"{one_line(error.message)}{f' ({one_line(error.hint)})' if error.hint else ''}")
    desk.say(findings_text(getattr(error, "named_findings", ())))


def _entry_from_editor(desk: Desk, entry: Fields, preview: Callable[[Fields], str]) -> Fields:
    """The entry after the person has edited it; what can't be saved is told and may be edited again or dropped."""
    from goalctl.cli.asking.editor import text_from_editor

    text = block_text(entry)
    while True:
        try:
            text = text_from_editor(desk.root, "entry.yaml", text)
            edited = _read(text)
            preview(edited)
        except GoalctlError as error:
            _tell(desk, error)
            if not is_confirmed(desk, "Edit it again? (no takes it as it was before)"):
                return entry
        else:
            return edited


def _read(text: str) -> Fields:
    value, findings = read_data(text)
    if value is None and findings:
        raise UsageError(findings[0].message, findings[0].hint)
    if not isinstance(value, dict):
        raise UsageError("that is no entry", "keep the keys and their colons")
    return {key: inner for key, inner in value.items() if inner is not None}
