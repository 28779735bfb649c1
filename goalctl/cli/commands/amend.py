"""`goalctl amend`: a correction of one entry that keeps the original."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from goalctl.analysis.history.signatures import has_signed
from goalctl.cli import options
from goalctl.cli.asking.ask import Question
from goalctl.cli.asking.assigning import refuse_elsewhere, refuse_what_does_not_fit, split, typed_value
from goalctl.cli.asking.form_told import tell_forms
from goalctl.cli.asking.given_answers import read_answers
from goalctl.cli.asking.risk_offer import offer_risk
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.known_form import known_filling
from goalctl.cli.naming import EntryWord, entry_at
from goalctl.cli.opening import WHY, Because, Writer, complete_answers, plan_to_change, trail_of, unfinished
from goalctl.cli.writing import write
from goalctl.documents.change import Edit
from goalctl.model.fields import slot_of
from goalctl.model.finding import Value
from goalctl.model.ids import HOMEWORK, SCORABLE, form_ref_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.session import Session
from goalctl.workspace.edits.entries import entry_words, known_place
from goalctl.workspace.operations.amend import amendment_edit

ELSEWHERE = {
    "id": "an entry keeps its id; one that belongs elsewhere is marked with: goalctl void",
    "void": "mark it with: goalctl void",
    "signed": "sign it with: goalctl sign",
    "amended": "an amendment is never rewritten; amend the entry once more",
    "written": "it says when the entry was written, and stays",
}
WHAT = Question(
    "field",
    "What is to read differently?",
    "As KEY=VALUE: scores.g1.1=2, forms.phq-9=12, note=…, risk.level=low. KEY= takes a value away.",
    required=True,
)


def command(
    ctx: typer.Context,
    client: options.Client,
    entry: EntryWord,
    fields: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY=VALUE]...", help="scores.g1.1=2 forms.phq-9=12 note=… risk.level=low"),
    ] = None,
    because: Because = None,
    by: Writer = None,
) -> None:
    """Correct an entry: what it said stays, what it should say stands beside it, and readers use that."""
    desk = desk_of(ctx)
    plan = plan_to_change(desk, client)
    place = entry_at(plan, entry, today=desk.today)
    wanted = _wanted(desk, fields) if fields else {}
    questions = [WHY] if wanted else [WHAT, WHY]
    answers = complete_answers(desk, plan, "amend", {"because": because}, questions)
    wanted = wanted or _wanted(desk, [answers["field"]])
    trail, known = trail_of(desk, plan, by, answers["because"]), plan.sessions[place].known_as

    def changes(plan: Plan) -> list[Edit]:
        return [amendment_edit(plan, known_place(plan, known), wanted, trail, desk.practice)]

    changed = write(desk, client, changes, f"amended {entry_words(plan.sessions[place])}; the original stays:")
    unfinished(desk, "amend", client).forget()
    _tell_signatures(desk, plan.sessions[place], changed.plan.sessions[place], client)
    if any(key.startswith("forms.") for key in wanted):
        tell_forms(desk, changed)
    offer_risk(desk, changed)


def _wanted(desk: Desk, words: list[str]) -> dict[str, Value]:
    """The fields by their keys, as `amended` holds them."""
    return dict(_field(desk, key, text, adds=adds) for key, text, adds in split(words))


def _field(desk: Desk, key: str, text: str, *, adds: bool) -> tuple[str, Value]:
    if adds:
        raise UsageError(f"{key}+= does not work for an entry", f"write {key}=… with everything that it should hold")
    slot = slot_of(Session, _whole_key(desk, key))
    refuse_elsewhere(slot, ELSEWHERE)
    if slot.path[0] == "forms" and text:
        return slot.key, _answers(desk, str(slot.path[-1]), text)
    value = typed_value(slot, text, today=desk.today)
    refuse_what_does_not_fit(Session, slot, value)
    return slot.key, value


def _whole_key(desk: Desk, key: str) -> str:
    """`g1.1` is a score, `h1` an answer to homework, `phq-9` a form."""
    if SCORABLE.fits(key.partition("@")[0]):
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
