"""What words on a command line name: entries of the log, and forms."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from goalctl.analysis.instruments.named import form_meant
from goalctl.cli.days import day_back
from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.model.form import Form, FormKind
from goalctl.model.ids import MEASURE_WORDS, FormRef
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.workspace.edits.entries import entries_named, entry_named

EntryWord = Annotated[
    str, Argument(metavar="SESSION", help="Its id or the beginning of it, its day, or last.", show_default=False)
]

FormWord = Annotated[
    str, Argument(metavar="FORM", help="As phq-9, or phq-9@anna when she fills it in.", show_default=False)
]


def entry_at(plan: Plan, word: str, *, today: date) -> int:
    """The position of the one entry that the word means."""
    return entry_named(plan, word, day=_day(word, today))


def entries_at(plan: Plan, word: str, *, today: date) -> tuple[int, ...]:
    """The positions of all entries of a day, or of the one that is named otherwise."""
    found = entries_named(plan, word, day=_day(word, today))
    return found or (entry_at(plan, word, today=today),)


def _day(word: str, today: date) -> date | None:
    try:
        return day_back(word, today=today, option="SESSION")
    except UsageError:
        return None  # it is an id, or a day with a time, or it will be refused as neither


def known_filling(desk: Desk, word: str) -> tuple[FormRef, Form]:
    """The form that the word means and how it is filed, `phq-9@anna` where somebody else than the client answers.

    `PHQ-9`, `phq9` and `PHQ 9`, as people write it, mean `phq-9`; `OQ-45.2` is the whole name of `oq-45`.
    """
    try:
        ref = form_meant(word, desk.practice.forms)
    except ScalarError as error:
        raise UsageError(str(error), error.hint) from None
    return ref, _known(desk, ref.name)


def favourites(desk: Desk) -> list[str]:
    """The forms that the practice lists first, in its order, as the library calls them."""
    return [form_name(desk, word) for word in desk.practice.settings.favourites]


def known_form(desk: Desk, name: str) -> Form:
    """The form of that name, as `phq-9`, `phq-9@2` or `PHQ 9`."""
    return _known(desk, form_name(desk, name))


def known_form_of(desk: Desk, name: str, kind: FormKind, called: str) -> Form:
    """The form of that name, where it is of that kind, which is called so; any other one is a usage error."""
    form = known_form(desk, name)
    if form.kind is not kind:
        known = [there for there, other in desk.practice.forms.items() if other.kind is kind]
        raise UsageError(f"{name} is no {called}", f"{called}s are: {', '.join(known)}")
    return form


def measured_by(desk: Desk, word: str | None) -> str | None:
    """A measure's `by` as a plan has it: one of its own words, or the form that the word means, `phq9@anna` too."""
    if word is None or word in MEASURE_WORDS:
        return word
    try:
        return str(form_meant(word, desk.practice.forms))
    except ScalarError:
        return word


def form_name(desk: Desk, word: str) -> str:
    """What the library calls the form that the word means; a word that means none stays as it is."""
    try:
        return form_meant(word, desk.practice.forms).name
    except ScalarError:
        return word.lower()


def _known(desk: Desk, name: str) -> Form:
    from goalctl.workspace.shelves.kinds import FORMS  # of all kinds, with their checks

    return FORMS.known(desk.practice.forms, name)
