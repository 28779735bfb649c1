"""`renumber`: another id for a problem, a goal, an objective or an intervention, everywhere at once and on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from goalctl.analysis.history.renumbering import Renumbering
from goalctl.analysis.history.signatures import is_signed
from goalctl.analysis.history.steps import RENUMBERED
from goalctl.documents.edit import text_after
from goalctl.documents.rename import renamed
from goalctl.documents.text import source_of
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Path, Value
from goalctl.model.ids import next_number
from goalctl.model.plan import Plan
from goalctl.model.walk import used_ids
from goalctl.model.written import record_data
from goalctl.workspace.edits.items import WHOLE_PLAN, PlanItem, item_of
from goalctl.workspace.edits.stamp import stamped_edits
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.transaction.transaction import Changed, file_bytes, replace_plan

TWO = "two things had one id"
_NUMBERED = re.compile(r"(?P<kind>.*?)\d+")


class NotRenumberedError(GoalctlError):
    """The id stays; nothing was changed."""

    exit_status = 2


def next_free_id(plan: Plan, old: str, *others: Plan) -> str:
    """The next id of the same kind and place that none of these plans uses."""
    kind = _kind(old)
    return f"{kind}{next_number((one for some in (plan, *others) for one in _full_ids(some)), kind)}"


def renumber(practice: Practice, file: PlanFile, plan: Plan, old: str, new: str, trail: Trail) -> Changed:
    """Give it the new id in every place that names it, and note that in the trail; one change, one commit.

    Refused where a signed entry names it: what was signed stays as it was signed.
    """
    names = _Names(item_of(plan, old), new)
    if _kind(old) != _kind(new) or old == WHOLE_PLAN:
        raise NotRenumberedError(f"{old} can't become {new}", "an id keeps its place: g3 becomes g4, g1.2 becomes g1.3")
    if new in set(_full_ids(plan)):
        raise NotRenumberedError(f"{new} is there already", f"the next free one is {next_free_id(plan, old)}")
    for entry in plan.sessions:
        if is_signed(entry) and names.are_in(record_data(entry)):
            said = f"{old} stands in the entry of {entry.date}, which is signed, so it keeps its id"
            hint = f"the other clinician can renumber theirs: goalctl renumber {plan.client} {old}"
            raise NotRenumberedError(said, hint)
    before = file_bytes(practice, file)
    return replace_plan(practice, file, before, _text(plan, before, names, trail, practice.written()), None)


def _full_ids(plan: Plan) -> Iterator[str]:
    yield from used_ids(plan)
    yield from (full for full, _ in plan.interventions())


def _kind(id_: str) -> str:
    """All of an id but its number: `g`, `g1.`, `g1.1.i`."""
    match = _NUMBERED.fullmatch(id_)
    return match["kind"] if match else id_


def _text(plan: Plan, before: bytes, names: _Names, trail: Trail, now: datetime | None) -> bytes:
    source = source_of(before)
    text = renamed(source.text, names.after)
    edits = stamped_edits(plan, [trail.change(plan, names.new, RENUMBERED, names.item.id, names.new)], now)
    return text_after(text, edits).encode("utf-8-sig" if source.bom else "utf-8")


class _Names:
    """What is called by an item's id or begins with it, before and after."""

    def __init__(self, item: PlanItem, new: str) -> None:
        self.item, self.new = item, new
        self.own, self.own_new = (one.rpartition(".")[2] if ".i" in one else one for one in (item.id, new))
        self.everywhere = Renumbering(item.id, new)

    def after(self, path: Path, word: str) -> str:
        """The word as it reads afterwards; `path` leads to it, or to what holds it as a key."""
        if path == (*self.item.path, "id") and word == self.own:
            return self.own_new
        return self.everywhere.named(path, word)

    def are_in(self, value: Value) -> bool:
        """Whether any of it is named in there."""
        return self.everywhere.after(value) != value
