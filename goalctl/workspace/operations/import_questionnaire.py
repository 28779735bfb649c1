"""Questionnaires that came back as entries of plans: each in once, by its digest, and whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from goalctl.analysis.instruments.answers import canonical, is_shown
from goalctl.analysis.instruments.answers_text import answers_value
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.wording import sheet_mark
from goalctl.documents.change import Edit
from goalctl.documents.text import CONTROL
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fault, Value
from goalctl.model.form import Form
from goalctl.model.given import FilledIn, refusal
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.session import Kind
from goalctl.model.walk import entry_ids
from goalctl.workspace.edits.additions import append_edit, new_entry_id
from goalctl.workspace.operations.import_plans import NEW, THERE, Import, ImportStep
from goalctl.workspace.store.caseload import PlanUnreadableError, case_plan
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile, Scan
from goalctl.workspace.store.transaction.transaction import ChangeRefusedError, previewed


def questionnaires_import(practice: Practice, found: Scan, filled: Iterable[FilledIn], *, today: date) -> Import:
    """What the plans do not have yet, in entries of the days on which they were filled in."""
    wanted = Import()
    here = {file.client: file for file in found.files}
    by_client: dict[str, dict[str, FilledIn]] = {}
    for one in filled:
        by_client.setdefault(one.client, {}).setdefault(one.digest, one)
    for client, own in by_client.items():
        if client in here:
            _add(practice, wanted, here[client], list(own.values()), today)
        else:
            hint = "it was made for another workspace, or under an earlier name"
            wanted.bad += [refusal([one.line], f"there is no client {client}", hint) for one in own.values()]
    return wanted


def _add(practice: Practice, wanted: Import, file: PlanFile, filled: Sequence[FilledIn], today: date) -> None:
    case = case_plan(practice, file)
    plan = case.plan
    if plan is None:
        unread = PlanUnreadableError(case).message
        wanted.bad += [refusal([one.line], unread, f"goalctl check {file.name}") for one in filled]
        return
    fresh = _unknown(plan, filled)
    if bad := [fault for one in fresh for fault in _faults(practice, file, one, today)]:
        wanted.bad += bad
        return
    for one in filled:
        _tell(practice, wanted, plan, one, today)
    if fresh:
        wanted.changes.append((file, partial(_edits, filled=fresh, practice=practice)))


def _tell(practice: Practice, wanted: Import, plan: Plan, one: FilledIn, today: date) -> None:
    """What would become of it."""
    form, is_new = _form(practice, one), bool(_unknown(plan, [one]))
    said = _in_words(form, one, today) if is_new else f"{form.name} of {one.day} is {THERE}"
    wanted.steps.append(ImportStep(plan.client, said))
    wanted.fates.append((one.line, plan.client, f"{one.ref} on {one.day}", NEW if is_new else THERE))
    wanted.told += _doubts(plan, form, one) if is_new else ()


def _unknown(plan: Plan, filled: Iterable[FilledIn]) -> list[FilledIn]:
    """Those that the plan has not received, into a void entry neither."""
    received = {entry.received for entry in plan.sessions}
    return [one for one in filled if one.digest not in received]


def _faults(practice: Practice, file: PlanFile, one: FilledIn, today: date) -> list[Fault]:
    """Why it can't come in: the form, the day, the answers, or what the plan's own rules say."""
    if one.day > today:
        hint = "the clock of that device was wrong: see the day with the client, and enter it with goalctl assess"
        return [refusal([one.line], f"it was filled in on {one.day}, which is after today, {today}", hint)]
    if not one.answers:
        return [refusal([one.line], "nothing was answered", "")]
    try:
        previewed(practice, file, partial(_edits, filled=[one], practice=practice))
    except ScalarError as error:
        return [refusal([one.line], str(error), error.hint)]
    except ChangeRefusedError as error:
        return [refusal([one.line], found.message, found.hint) for found in error.findings]
    return []


def _in_words(form: Form, one: FilledIn, today: date) -> str:
    """The form, both days, and how much of what came up was answered."""
    came_up = [item.id for item in form.items if is_shown(form, item, one.answers)]
    left = [item for item in came_up if item not in one.answers]
    missing = f", not {', '.join(left)}" if left else ""
    answered = f"{len(came_up) - len(left)} of {len(came_up)} answered{missing}"
    return f"{one.ref.in_words(form.name)} filled in {one.day}, read {today}: {answered}"


def _doubts(plan: Plan, form: Form, one: FilledIn) -> Iterator[Fault]:
    if one.sheet != sheet_mark(form):
        said = f"{form.name} has other questions or answers now than on the page that was filled in"
        yield refusal([one.line], said, f"compare them before you trust the score: goalctl forms show {form.form}")
    if any(entry.date == one.day and one.ref in entry.forms and not entry.void for entry in plan.log):
        yield refusal([one.line], f"{form.name} was filled in on {one.day} already; this is one more")


def _edits(plan: Plan, filled: Sequence[FilledIn], practice: Practice) -> list[Edit]:
    """An entry for each that the plan as it is by now does not have."""
    taken = set(entry_ids(plan))
    edits: list[Edit] = []
    for one in _unknown(plan, filled):
        id_ = new_entry_id(taken)
        taken.add(id_)
        value = _answers(_form(practice, one), one)
        entry = entry_values(id=id_, date=one.day, kind=Kind.JOURNAL.value, forms={str(one.ref): value})
        edits.append(append_edit(plan, "sessions", entry | {"received": one.digest}))
    return edits


def _form(practice: Practice, one: FilledIn) -> Form:
    form = form_of(practice.forms, one.ref)
    if form is None:
        raise ScalarError("E205", f"there is no form {one.ref.name} here", "goalctl forms lists them")
    return form


def _answers(form: Form, one: FilledIn) -> Value:
    """As a plan holds them, with a space for what no file may hold; a ScalarError for an answer that can't be."""
    found: dict[str, Value] = {}
    for item_id, text in one.answers.items():
        item = form.item(item_id)
        if item is None:
            raise ScalarError(
                "E234", f"{form.name} has no question {item_id}", "the form was changed since the page was made"
            )
        found[item_id] = canonical(form, item, CONTROL.sub(" ", text))
    return answers_value(form, found)
