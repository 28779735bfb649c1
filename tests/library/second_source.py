"""The second table of an instrument's facts: entered from another source than the form's own, and compared with it.

A file of `second_source/` is named as its form:

    form: phq-9
    by: who entered it
    on: 2026-11-26
    sources: {camcops: "CamCOPS, tasks/phq9.py at 56a303e"}
    facts:                                        # each with the source that it was read in
      items: {is: 9, from: camcops}
      answers: {is: {q1-q9: [0, 1, 2, 3]}, from: camcops}
      bands: {is: [5, 10, 15, 20], from: camcops}   # of the total; of subscales {depression: [10, 14]}
    examples:                                     # two whole sheets; `from: hand` for one that was added up by hand
      - {answers: [2, 2, 3, 2, 1, 2, 2, 1, 1], total: 16, from: hand}

`reversed: {is: [], …}` says that the source reverses nothing.
"""

import re
from pathlib import Path

from goalctl.documents.read import read_data
from goalctl.library.shelf import FormShelf
from goalctl.model.instrument import FactKind

FORMS = FormShelf()
FOLDER = Path(__file__).parent / "second_source"
TABLES = {path.stem: read_data(path.read_text("utf-8"))[0] for path in sorted(FOLDER.glob("*.yaml"))}
HAND = "hand"
_BY_PART = {FactKind.TABLE, FactKind.BANDS, FactKind.CUT_OFFS, FactKind.MISSING, FactKind.CHANGE, FactKind.NORMS}
_CHANGES = ("reliable", "computed", "mid", "notable", "clinical", "community")
_RANGE = re.compile(r"([a-z]*)(\d+)-\1(\d+)")


def facts_in(table):
    """What the table says of each kind, as `facts_of` gives it of a form."""
    return {FactKind(kind): _fact(FactKind(kind), fact["is"]) for kind, fact in table["facts"].items()}


def plain(value):
    """Numbers as numbers, `q1-q3` as three items: so that two tables can be held against each other."""
    if isinstance(value, dict):
        return {item: plain(inner) for key, inner in value.items() for item in items_of(key)}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    try:
        return float(value)
    except (TypeError, ValueError):
        return value


def items_of(key):
    """`q1-q3` as three items; any other name as itself."""
    found = _RANGE.fullmatch(key)
    return [f"{found[1]}{n}" for n in range(int(found[2]), int(found[3]) + 1)] if found else [key]


def _fact(kind, value):
    if kind in _BY_PART and value and not (isinstance(value, dict) and value.keys().isdisjoint(_CHANGES)):
        value = {"total": value}
    if kind is FactKind.REVERSED:
        value = [item for entry in value for item in items_of(entry)]
    if kind is FactKind.SUBSCALES:
        value = {name: [item for entry in items for item in items_of(entry)] for name, items in value.items()}
    return plain(value)
