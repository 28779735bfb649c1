"""`goalctl find`: where the record speaks of something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

from goalctl.analysis.history.passage import Passage, passages_found
from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT
from goalctl.cli.options import ListingFormat
from goalctl.model.finding import Fault
from goalctl.views.clean import clean
from goalctl.views.listings.find import find_view
from goalctl.workspace.memory.answer import Answer, Inquiry
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.store.linked_notes import linked_notes
from goalctl.workspace.store.scan import scan

if TYPE_CHECKING:
    from datetime import date

Words = Annotated[
    list[str],
    Argument(metavar="WORD...", help="What it speaks of; last may stand one client's id.", show_default=False),
]


def command(desk: Desk, words: Words, shown_as: ListingFormat = None) -> int:
    """Find where goals, notes, entries, answers and journals speak of something: of all clients, or `WORD… CLIENT`.

    All words have to be there; endings and slips of the pen are forgiven. Linked notes are read too.
    """
    memory = desk.memory_of_words
    today, whose = desk.today_in(memory.settings.timezone), _whose(desk, words)
    wanted = words[:-1] if whose else words
    answer = memory.answer(Inquiry((Part.WORDS,), today, whose))
    if answer.settings.faults:
        _ = desk.practice  # which takes note of them
    unread = [[(brief.client, fault) for fault in brief.faults] for brief in answer.briefs if brief.said is None]
    first = [*answer.beside, *(fault for faults in unread for fault in faults[:1])]
    faults = [*answer.beside, *(fault for faults in unread for fault in faults)]
    found = passages_found(_passages(desk, answer), wanted)
    desk.answer(lambda: find_view(found, first, " ".join(wanted)), lambda: _document(found, faults, today), shown_as)
    return COULD_NOT if faults else 0


def _whose(desk: Desk, words: Sequence[str]) -> str | None:
    """A client's whole id, as the last of several words, is that client."""
    if len(words) == 1:
        return None
    return next((file.client for file in scan(desk.root, having=words[-1]).files if file.client == words[-1]), None)


def _passages(desk: Desk, answer: Answer) -> Iterator[Passage]:
    """What the plans say as of the day; a note that can't be read is told."""
    for brief in answer.briefs:
        if brief.said is None:
            continue
        notes, problems = linked_notes(desk.root, brief.said.client, brief.said.linked)
        for problem in problems:
            desk.say(clean(f"{brief.said.client}: {problem}"))
        yield from brief.said.with_texts(notes)


def _document(found: Sequence[Passage], faults: Sequence[tuple[str, Fault]], today: date) -> Mapping[str, object]:
    from goalctl.views.data.beside import find_document

    return find_document(found, faults, today)
