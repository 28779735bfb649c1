"""What the client wrote between sessions: journal entries, words in the diary, answers of a journal form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.instruments.entered import answers_by_item
from goalctl.analysis.instruments.readings import form_of
from goalctl.model.session import Kind, Session

JOURNAL = "journal"  # the tag of a form that is one


def words_between(case: Case, since: date | None) -> list[tuple[date, str]]:
    """Each with its day, from that day on, the newest first; from the beginning where there is no day."""
    found = [*_of_the_diary(case), *_of_the_log(case)]
    return sorted((one for one in found if since is None or one[0] >= since), key=lambda one: one[0], reverse=True)


def _of_the_diary(case: Case) -> Iterator[tuple[date, str]]:
    for noted in case.plan.diary:
        if noted.note and noted.date <= case.today:
            yield noted.date, f"diary: {noted.note}"


def _of_the_log(case: Case) -> Iterator[tuple[date, str]]:
    for entry in case.entries:
        if entry.kind is Kind.JOURNAL and entry.note:
            yield entry.date, f"journal: {entry.note}"
        yield from ((entry.date, said) for said in _answers(case, entry))


def _answers(case: Case, entry: Session) -> Iterator[str]:
    """What was written into forms that are a journal, a question and its answer each."""
    for ref, answers in entry.forms.items():
        form = form_of(case.forms, ref)
        if form is None or JOURNAL not in form.tags:
            continue
        asked = {item.id: item.ask for item in form.items}
        for item, text in answers_by_item(form, answers).items():
            if text:
                yield f"{form.name.lower()}: {asked.get(item, item)} {text}"
