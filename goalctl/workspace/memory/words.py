"""What each plan says in words, as a memory keeps it. Light: no models.

It is kept in a file of its own, since it is as long as the plans: whoever asks what is due does not pay for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache

from goalctl.analysis.history.passage import Passage, PlanWords
from goalctl.workspace.memory.parts import day_of, day_text, written


def words_body(said: PlanWords) -> str:
    """Everything that a plan says."""
    told = [[day_text(one.day), one.place, one.text, *([one.file] if one.file else [])] for one in said.passages]
    return written([said.client, said.linked, told])


def words_from(bodies: Iterable[str]) -> Iterator[PlanWords]:
    """The same, read back: many plans in one piece."""
    on = cache(day_of)
    for client, linked, told in json.loads(f"[{','.join(bodies)}]"):
        passages = tuple(Passage(client, on(day), place, *text) for day, place, *text in told)
        yield PlanWords(client, passages, tuple(linked))
