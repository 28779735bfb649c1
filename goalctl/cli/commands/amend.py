"""`goalctl amend`: a correction of one entry that keeps the original."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from goalctl.analysis.history.signatures import has_signed
from goalctl.cli import options
from goalctl.cli.asking.answers import WHY, complete_answers, unfinished_answers
from goalctl.cli.asking.entering import typed_score
from goalctl.cli.asking.field_questions import FieldQuestions, assigned, said_fields
from goalctl.cli.asking.forms.given_answers import read_answers
from goalctl.cli.asking.goals.assigning import (
    refuse_elsewhere,
    refuse_two_for_one_place,
    refuse_what_does_not_fit,
    split,
    typed_value,
)
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.asking.sessions.whose_entry import refuse_unknowing
from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.naming import EntryWord, entry_at, known_filling
from goalctl.cli.opening import Because, Writer, plan_to_change, trail_of
from goalctl.cli.writing import tell_forms, write
from goalctl.documents.change import Edit
from goalctl.model.fields import Slot, slot_of
from goalctl.model.finding import Fields, Value
from goalctl.model.ids import HOMEWORK, form_ref_from, is_scored
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.session import Session
from goalctl.model.written import record_data
from goalctl.workspace.edits.entries import entry_words, known_place
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.operations.amend import amendment_edit
from goalctl.workspace.store.transaction.transaction import Changed

ELSEWHERE = {
    "id": "an entry keeps its id; one that belongs elsewhere is marked with: goalctl void",
    "void": "mark it with: goalctl void",
    "signed": "sign it with: goalctl sign",
    "amended": "an amendment is never rewritten; amend the entry once more",
    "written": "it says when the entry was written, and stays",
}
WHAT = "What is to read differently?"
HOW = "As scores.g1.1=2, forms.phq-9=12, note=…, risk.level=low; KEY= takes a value away; a name alone is asked on."


def command(
    desk: Desk,
    client: options.Client,
    entry: EntryWord,
    fields: Annotated[
        list[str] | None,
        Argument(metavar="[KEY=VALUE]...", help="scores.g1.1=2 forms.phq-9=12 note=… risk.level=low"),
    ] = None,
    because: Because = None,
    by: Writer = None,
) -> None:
    """Correct an entry: what it said stays, what it should say stands beside it, and readers use that."""
    plan = plan_to_change(desk, client)
    before = plan.sessions[entry_at(plan, entry, today=desk.today)]
    refuse_unknowing(desk, plan, [before], by, "amended")
    correction = _correction(desk, plan, before, AmendOptions(fields or (), because, by))
    changed = _amend(desk, client, correction)
    unfinished_answers(desk, "amend", client).forget()
    _tell(desk, changed, correction)


@dataclass(frozen=True, slots=True)
class AmendOptions:
    """What is to read differently, why, and who says so, as they were typed."""

    fields: Sequence[str]
    because: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry as it stands, and what it should say instead."""

    entry: Session
    wanted: Fields
    trail: Trail


def _correction(desk: Desk, plan: Plan, entry: Session, typed: AmendOptions) -> Correction:
    """What was typed, and what is asked for because it was not."""
    if typed.fields:
        _check(desk, plan, entry, typed.fields)
        questions = [WHY]
    else:
        fields = said_fields(record_data(entry.current), ELSEWHERE)
        asked = FieldQuestions(WHAT, HOW, fields, lambda word: _check(desk, plan, entry, [word]))
        questions = [*asked.questions(), WHY]
    answers = complete_answers(desk, plan, "amend", {"because": typed.because}, questions)
    wanted = _new_values(desk, plan, typed.fields or [assigned(answers)])
    return Correction(entry, wanted, trail_of(desk, plan, typed.by, answers["because"]))


def _check(desk: Desk, plan: Plan, entry: Session, words: Sequence[str]) -> None:
    """Raise for what the entry can't say, before it is asked why."""
    wanted, trail = _new_values(desk, plan, words), Trail(desk.today, None, "why is asked next")
    amendment_edit(plan, known_place(plan, entry.known_as), wanted, trail, desk.practice)


def _amend(desk: Desk, client: str, correction: Correction) -> Changed:
    def changes(plan: Plan) -> list[Edit]:
        place = known_place(plan, correction.entry.known_as)
        return [amendment_edit(plan, place, correction.wanted, correction.trail, desk.practice)]

    return write(desk, client, changes, f"amended {entry_words(correction.entry)}; the original stays:")


def _tell(desk: Desk, changed: Changed, correction: Correction) -> None:
    """Who has to sign again, what the forms say now, and what the correction did to risk."""
    place = known_place(changed.plan, correction.entry.known_as)
    _tell_signatures(desk, correction.entry, changed.plan.sessions[place], changed.plan.client)
    if any(key.startswith("forms.") for key in correction.wanted):
        tell_forms(desk, changed)
    offer_risk(desk, changed)


def _new_values(desk: Desk, plan: Plan, words: Sequence[str]) -> Fields:
    """The fields by their keys, as `amended` holds them."""
    found = [_field(desk, plan, key, text, adds=adds) for key, text, adds in split(words)]
    refuse_two_for_one_place([slot for slot, _ in found])
    return {slot.key: value for slot, value in found}


def _field(desk: Desk, plan: Plan, key: str, text: str, *, adds: bool) -> tuple[Slot, Value]:
    if adds:
        raise UsageError(f"{key}+= does not work for an entry", f"write {key}=… with everything that it should hold")
    slot = slot_of(Session, _whole_key(desk, key))
    refuse_elsewhere(slot, ELSEWHERE)
    if any(isinstance(step, int) for step in slot.path):
        whole = f"{slot.path[0]}=[{{…}}, {{…}}]"
        raise UsageError(f"{key} can't be amended alone", f"write {whole} with everything that it should hold")
    if slot.path[0] == "forms" and text:
        return slot, _answers(desk, str(slot.path[-1]), text)
    if slot.path[0] == "scores":
        text = typed_score(plan, str(slot.path[-1]), text)
    value = typed_value(slot, text, today=desk.today)
    refuse_what_does_not_fit(Session, slot, value)
    return slot, value


def _whole_key(desk: Desk, key: str) -> str:
    """`g1.1` is a score, `h1` an answer to homework, `phq-9` a form."""
    if is_scored(key):
        return f"scores.{key}"
    if HOMEWORK.fits(key):
        return f"homework_done.{key}"
    return f"forms.{key}" if _names_a_form(desk, key) else key


def _names_a_form(desk: Desk, key: str) -> bool:
    try:
        return form_ref_from(key).name in desk.practice.forms
    except ScalarError:
        return False


def _answers(desk: Desk, name: str, text: str) -> Value:
    ref, form = known_filling(desk, name)
    return read_answers(form, text, told_as=f"forms.{ref}")


def _tell_signatures(desk: Desk, before: Session, after: Session, client: str) -> None:
    signers: Mapping[str, None] = dict.fromkeys(signature.by for signature in after.signed)
    gone = [who for who in signers if has_signed(before, who) and not has_signed(after, who)]
    if gone:
        desk.say(f"signed by {', '.join(gone)} as it read before; sign again: goalctl sign {client} {after.id or ''}")
