"""A session's note by a template such as DAP or SOAP: asked part by part, or given as ITEM=TEXT; and long notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

from goalctl.cli.asking.form_walk import asked_form
from goalctl.cli.asking.given_answers import item_answers
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.naming import known_form
from goalctl.model.finding import Value
from goalctl.model.form import Form, FormKind, Item
from goalctl.workspace.store.notes import create_note, discard_note
from goalctl.workspace.store.rescued import Unfinished


def asked_note(desk: Desk, form_id: str, given: Sequence[str], *, client: str) -> str | None:
    """The note's text by the template: from `given` (`data=…`), else asked at the terminal; None when nothing is said.

    Each part stands under its name, so that the text can be read without the template.
    """
    form = _template(desk, form_id)
    if given:
        return note_text(form, item_answers(form, list(given)))
    if not desk.may_ask:
        first = form.items[0].id
        raise UsageError(f"the parts of the {form.name} are missing", f'give them, as --note-part {first}="…"')
    kept = _unfinished_note(desk, form_id, client)
    return note_text(form, asked_form(desk, form, kept, at_the_end="takes it as the note"))


def forget_note(desk: Desk, form_id: str, client: str) -> None:
    """The entry with the asked note is saved: what was typed need not be kept any longer."""
    _unfinished_note(desk, form_id, client).forget()


def _unfinished_note(desk: Desk, form_id: str, client: str) -> Unfinished:
    return Unfinished(desk.root, f"note-{form_id}", client)


def note_text(form: Form, answers: Mapping[str, Value]) -> str | None:
    """The answered parts, each under its name; a template of one part has no heading. None without any answer."""
    said = [(item, str(answers[item.id])) for item in form.items if answers.get(item.id) is not None]
    if len(form.items) == 1:
        return said[0][1] if said else None
    return "\n".join(f"{_heading(item)}: {text}" for item, text in said) or None


@contextmanager
def new_note_file(
    desk: Desk,
    client: str,
    day: date,
    text: str,
    *,
    by: str | None,
    form: str | None = None,
    session: str | None = None,
) -> Iterator[str]:
    """The name of a new note's file while the entry that links it is saved; if that fails, the file is taken back."""
    name = create_note(desk.practice, client, day, text, by=by, form=form, session=session)
    try:
        yield name
    except BaseException:
        discard_note(desk.practice, name)
        raise


def _template(desk: Desk, form_id: str) -> Form:
    form = known_form(desk, form_id)
    if form.kind is not FormKind.NOTE:
        known = [name for name, other in desk.practice.forms.items() if other.kind is FormKind.NOTE]
        raise UsageError(f"{form_id} is no note template", f"note templates are: {', '.join(known)}")
    return form


def _heading(item: Item) -> str:
    words = item.section or item.id.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"
