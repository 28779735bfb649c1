"""Noting in a plan which report was released to whom."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.cli.desk import Desk
from goalctl.cli.opening import writer_of
from goalctl.cli.reporting import Order
from goalctl.cli.writing import write
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_edit


def record_release(desk: Desk, order: Order, plan: Plan, to: str) -> None:
    """Append to the plan's `releases`; the report itself is saved or shown by then."""
    since = f"{order.begin} " if order.begin else ""
    what = f"{order.kind.value} report, {since}to {order.end}, {order.written_as.value}"
    release = entry_values(on=desk.today, to=to, what=what, by=writer_of(desk, plan, None))

    def changes(now: Plan) -> Sequence[Edit]:
        return [append_edit(now, "releases", release)]

    write(desk, plan.client, changes, f"release noted: {what}, to {to}")
