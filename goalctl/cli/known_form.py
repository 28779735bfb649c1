"""The form that a word on the command line means, or why there is none."""

from __future__ import annotations

from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.model.form import Form
from goalctl.model.ids import FormRef, form_called
from goalctl.model.scalars import ScalarError
from goalctl.workspace.shelves.kinds import FORMS


def known_filling(desk: Desk, word: str) -> tuple[FormRef, Form]:
    """The form that the word means and how it is filed, `phq-9@anna` where somebody else than the client answers.

    `PHQ-9`, as the form is called, means `phq-9`: every id is in small letters.
    """
    try:
        ref = form_called(word)
    except ScalarError as error:
        raise UsageError(str(error), error.hint) from None
    return ref, known_form(desk, ref.name)


def known_form(desk: Desk, name: str) -> Form:
    """The form with that id, as `phq-9` or `phq-9@2`."""
    return FORMS.known(desk.practice.forms, name.lower())
