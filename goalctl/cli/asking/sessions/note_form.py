"""A session's note by a template such as DAP or SOAP, given as ITEM=TEXT; and long notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from goalctl.cli.asking.forms.given_answers import item_answers
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.naming import known_form_of
from goalctl.model.form import Form, FormKind
from goalctl.views.words.note import note_text
from goalctl.workspace.store.notes import create_note, discard_note


def given_note(desk: Desk, form_id: str, given: Sequence[str]) -> str | None:
    """The note's text by the template, from `data=…`; None when nothing is said.

    Each part stands under its name, so that the text can be read without the template.
    """
    form = note_template(desk, form_id)
    if not given:
        first = form.items[0].id
        raise UsageError(f"the parts of the {form.name} are missing", f'give them, as --note-part {first}="…"')
    return note_text(form, item_answers(form, list(given)))


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


def note_template(desk: Desk, form_id: str) -> Form:
    """The template of that name; any other form is a usage error."""
    return known_form_of(desk, form_id, FormKind.NOTE, "note template")
