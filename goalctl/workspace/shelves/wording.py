"""The official wording of an instrument in a practice's own form, in place of goalctl's labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goalctl.analysis.instruments.wording import in_our_words
from goalctl.documents.change import SetScalar
from goalctl.documents.edit import text_after
from goalctl.documents.save import save
from goalctl.library.shelf import ENDING, Shelf, shipped_original
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Path
from goalctl.model.form import Form
from goalctl.model.ids import form_filed
from goalctl.model.instrument import Wording
from goalctl.workspace.shelves.kinds import FORMS
from goalctl.workspace.store.git.waiting import Waiting
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.transaction.committing import take_up

CLINICIAN = "clinician"


class BarredWordingError(GoalctlError):
    """The licence allows the wording in no program."""

    exit_status = 2

    def __init__(self, form: Form) -> None:
        hint = f"use the printed sheet, and enter its numbers: goalctl assess CLIENT {form.form}"
        super().__init__(f"the licence of {form.name} bars its wording from any program", hint)


class NoWordingError(GoalctlError):
    """A client would answer goalctl's labels in place of the questions."""

    exit_status = 2

    def __init__(self, form: Form, labels: int) -> None:
        said = f"goalctl has no questions of {form.name}, only labels of its own, and those are not for a client"
        some = f"{form.name} still has {labels} of goalctl's labels in place of questions"
        hint = f"goalctl forms wording {form.form} takes the official wording; forms show {form.form} is for you"
        super().__init__(said if labels == len(form.items) else some, hint)


def check_wording(form: Form) -> None:
    """Raise unless a client may be given the form: BarredWordingError, else NoWordingError while labels are ours.

    A form that the clinician fills in is a page for the clinician.
    """
    labels = () if form.by == CLINICIAN else in_our_words(form, shipped_original(form))
    if labels and is_barred(form):
        raise BarredWordingError(form)
    if labels:
        raise NoWordingError(form, len(labels))


def is_barred(form: Form) -> bool:
    """Whether the licence allows the wording in no program, by the form's own word or the shipped one's."""
    licences = (one.licence for one in (form, shipped_original(form)) if one)
    return any(licence is not None and licence.wording is Wording.BARRED for licence in licences)


def wordings(form: Form) -> Iterator[tuple[Path, str, str]]:
    """Everything that a client reads, with its place and what it is: the items, their answers, the shared answers."""
    for key, words in (form.options or {}).items():
        yield ("options", key), f"answer {key}", words
    for n, item in enumerate(form.items):
        yield ("items", n, "ask"), item.id, item.ask
        for key, words in (item.options or {}).items():
            yield ("items", n, "options", key), f"{item.id}, answer {key}", words


def put_wording(practice: Practice, shelf: Shelf[Form], name: str, words: Mapping[Path, str]) -> str:
    """The words in the practice's own form of that name, which is made if need be; gives the file."""
    document = shelf.document(name)
    is_own = shelf.is_own(name)
    text = document.text if document and is_own else FORMS.copy_text(shelf, name, name)
    text = text_after(text, [SetScalar(path, said) for path, said in words.items()])
    if not is_own:
        return FORMS.create(practice, form_filed(name).id, text)
    file = f"{FORMS.folder}/{name}{ENDING}"
    save(practice.root / file, text.encode(), root=practice.root)
    practice.account.note(file)
    take_up(practice, Waiting(file, (file,), "the wording of a form"))
    return file
