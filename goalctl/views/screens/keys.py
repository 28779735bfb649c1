"""What a key of a file is for: the sentence that an editor's hover has too, what it holds, and an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from goalctl.model.keys.find import KeyPlace
from goalctl.views.listing import Column, Listing, Row
from goalctl.views.page import Line

_COLUMNS = (
    Column("key", "key"),
    Column("says", "what it is for", keep=False),
    Column("holds", "holds", keep=False),
    Column("example", "example", keep=False),
)


def keys_view(places: Iterable[KeyPlace]) -> Listing:
    """Keys in the order of the file, each with its sentence."""
    rows = tuple(
        Row({"key": one.dotted, "says": one.key.sentence, "holds": one.holds, "example": one.key.example})
        for one in places
    )
    return Listing("keys", _COLUMNS, rows, "There is no such key.", "goalctl explain KEY tells more")


def key_page(place: KeyPlace, below: Sequence[KeyPlace]) -> Iterator[Line]:
    """All about one key, and a line for each key directly below it."""
    yield Line(f"{place.dotted} ({place.file})")
    yield Line(place.key.sentence, 1)
    yield Line(f"holds: {place.holds}", 1)
    if place.is_needed:
        yield Line("needed", 1)
    if place.is_new:
        yield Line("a file with it needs format: 2", 1)
    yield Line(f"example: {place.path[-1]}: {place.key.example}", 1)
    for one in below:
        yield Line(f"{one.path[-1]}: {one.key.sentence}", 2)
