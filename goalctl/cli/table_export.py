"""`export --format parquet`: the tables of a workspace as files in a folder of their own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from goalctl.analysis.figures import counted
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.cli.reports.release import note_releases, say_notice, tell_before_it_leaves
from goalctl.exchange.parquet import FILES, ParquetTables
from goalctl.model.errors import GoalctlError
from goalctl.model.plan import Plan
from goalctl.workspace.store.caseload import CasePlan
from goalctl.workspace.store.table_folder import refuse_folder, write_folder

_WHAT = "export, parquet"  # which document is noted as released


class NoTablesError(GoalctlError):
    """The library that writes Parquet is an extra, and is not installed."""

    exit_status = COULD_NOT

    def __init__(self) -> None:
        super().__init__("--format parquet needs pyarrow", "install it: pip install 'goalctl[tables]'")


def write_tables(
    desk: Desk, cases: Iterable[CasePlan], output: Path | None, *, force: bool, release: str | None = None
) -> int:
    """All tables, in the place of those of the time before; 3 where a plan could not be read and is not in them.

    `release` is to whom they go; it is noted in each plan, of which only a few are named then.
    """
    if output is None:
        raise UsageError("--format parquet is a folder of tables", "add -o DIR")
    tables = _empty_tables()
    refuse_folder(output, FILES, force=force)
    unread = leaves_out = False
    released: list[Plan] = []
    covered: list[Plan] = []
    for read in cases:
        if read.plan is None:
            unread = True
        else:
            case = desk.case(read.plan)
            leaves_out |= case.leaves_something_out
            tables.add(case)
            if release:
                released.append(read.plan)
                tell_before_it_leaves(desk, read.plan, case.entries, _WHAT, release)
            covered += [read.plan] if read.plan.part2 else []
    if desk.practice.is_earlier(desk.today) and leaves_out:
        desk.say(f"as of {desk.today}: what came later is left out")
    write_folder(output, tables.files(), desk.account, force=force)
    say_notice(desk, covered)
    desk.say(f"exported {counted(tables.plans, 'plan')} to {output}")
    if release:
        note_releases(desk, released, _WHAT, release)
    return COULD_NOT if unread else 0


def _empty_tables() -> ParquetTables:
    try:
        return ParquetTables()
    except ModuleNotFoundError as error:
        raise NoTablesError from error
