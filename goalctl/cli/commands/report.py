"""`goalctl report`: a document for an auditor, an insurer, whoever comes after, or the client."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from goalctl.cli.days import stretch_back
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.cli.options import AnyClient, Force, OfClinician, Recorded, Revision
from goalctl.cli.readers import For
from goalctl.cli.reading import readable_plan, see_recorded, tell_errors, tell_risk_of, tell_strays
from goalctl.cli.reports.making import (
    Order,
    fits,
    format_of,
    leaves_with_a_name,
    make_folder,
    release_words,
    report_bytes,
    with_identities,
)
from goalctl.cli.reports.options import (
    Begin,
    By,
    Check,
    End,
    Everyone,
    IdentityFile,
    Kind,
    OfProfile,
    Output,
    Release,
    ReportAs,
    RiskIn,
    RiskTold,
    WeekOptions,
    Within,
    WithNotes,
)
from goalctl.model.plan import Plan
from goalctl.views.clean import clean
from goalctl.views.reports.kinds import ReportFormat, ReportKind
from goalctl.views.screens.findings import findings_text
from goalctl.workspace.store.caseload import CasePlan, case_plans
from goalctl.workspace.store.door import refuse_places
from goalctl.workspace.store.stray_risk import told_scan

OF_A_STRETCH = {ReportKind.PROGRESS, ReportKind.RECORD, ReportKind.REVIEW}
FOR_ONE = {ReportKind.CLIENT, ReportKind.REVIEW}
_WHOSE = "name a client, or say --all"


def command(
    desk: Desk,
    client: AnyClient = None,
    kind: Kind = None,
    begin: Begin = None,
    end: End = None,
    shown_as: ReportAs = None,
    output: Output = None,
    force: Force = False,
    identity: IdentityFile = None,
    with_notes: WithNotes = False,
    release: Release = None,
    for_: For = None,
    recorded: Recorded = None,
    everyone: Everyone = False,
    check: Check = False,
    risk: RiskIn = RiskTold.LINE,
    by: By = None,
    within: Within = None,
    clinician: OfClinician = None,
    revision: Revision = None,
    profile: OfProfile = None,
) -> int:
    """Write a report: plan, progress, review to sign, client's page, ur (a review call), discharge, transfer, record,
    audit.

    The week is of the whole practice. --check writes nothing: it tells what in a report would not hold.
    """
    week = WeekOptions(clinician, within, revision, by, for_, shown_as, output, force)
    typed = ReportOptions(
        kind, begin, end, None if check else shown_as, output, identity, with_notes, release, for_, force,
        see_recorded(desk, recorded), risk, profile,
    )  # fmt: skip
    if kind is ReportKind.WEEK:
        _refuse_beside_week(client, check=check, everyone=everyone)
        _refuse_of_one_client(desk, typed)
        from goalctl.cli.reports.week import write_week

        return write_week(desk, week)
    week.refuse_elsewhere()
    if check:
        return _checked(desk, client, typed, shown_as)
    return _write(desk, client, typed, everyone=everyone)


def _checked(desk: Desk, client: str | None, typed: ReportOptions, shown_as: ReportFormat | None) -> int:
    """What in it would not hold; where no kind is named, in the report for an insurer."""
    from goalctl.cli.reports.check import check_reports

    meant = typed._replace(stated=typed.stated or ReportKind.PROGRESS)
    return check_reports(desk, _order(desk, meant, is_folder=False), client, typed.stated, shown_as)


def _write(desk: Desk, client: str | None, typed: ReportOptions, *, everyone: bool) -> int:
    """One client's document, or one for each whom it fits."""
    if client is not None and everyone:
        raise UsageError("--all is for every client, not for one", _WHOSE)
    order = _order(desk, typed, is_folder=everyone)
    if everyone:
        return _all(desk, order, typed)
    stays = typed.output is not None or typed.release is not None
    if client is None:
        from goalctl.cli.asking.missing import picked_client

        client = picked_client(desk, "report", UsageError("which client?", _WHOSE), writes=stays)
    return _one(desk, order, client, typed)


def _refuse_beside_week(client: str | None, *, check: bool, everyone: bool) -> None:
    if client is not None or everyone:
        raise UsageError("a week is of the whole practice, not of one client", "goalctl report --kind week")
    if check:
        raise UsageError("a week is not checked", "leave out --check")


def _refuse_of_one_client(desk: Desk, typed: ReportOptions) -> None:
    """What a week would do nothing with: names, a release to note, the record of another day, other kinds' options."""
    of_one = {"--identity": typed.identity, "--record-release": typed.release, "--recorded": typed.recorded}
    for name, value in of_one.items():
        if value is not None:
            raise UsageError(f"{name} is for a report of one client", "leave it out; --rev: as a commit has the plans")
    _stretch(desk, typed.kind, typed.begin, typed.end)
    _refuse_of_another_kind(typed._replace(reader=None))  # the week's own reader is the office


class ReportOptions(NamedTuple):
    """The options that say a report, and where it goes."""

    stated: ReportKind | None
    begin: str | None
    end: str | None
    written_as: ReportFormat | None
    output: Path | None
    identity: Path | None
    with_notes: bool
    release: str | None
    reader: str | None
    force: bool
    recorded: date | None
    risk: RiskTold
    profile: str | None

    @property
    def kind(self) -> ReportKind:
        """Which one; nothing said is the plan."""
        return self.stated or ReportKind.PLAN


def _order(desk: Desk, typed: ReportOptions, *, is_folder: bool) -> Order:
    _refuse_of_another_kind(typed)
    if typed.recorded and typed.release is not None:
        raise UsageError("what is released is the report of today", "leave out --recorded or --record-release")
    if typed.reader is not None and is_folder:
        raise UsageError(*_FOR_ONE)
    first, last = _stretch(desk, typed.kind, typed.begin, typed.end)
    order = Order(
        typed.kind,
        format_of(typed.written_as, typed.output, folder=is_folder, kind=typed.kind),
        last,
        first,
        typed.with_notes,
        typed.reader,
        typed.recorded,
        risk_in_full=typed.risk is RiskTold.FULL,
        profile=typed.profile,
        to=typed.release,
    )
    return with_identities(desk, order, typed.identity, typed.output)


_FOR_ONE = ("--for is for one client's page", "goalctl report CLIENT --kind client --for NAME")


def _refuse_of_another_kind(typed: ReportOptions) -> None:
    """Each of these options belongs to one kind of report."""
    if typed.reader is not None and typed.kind not in FOR_ONE:
        raise UsageError(*_FOR_ONE)
    for is_given, kind, why in (
        (typed.with_notes, ReportKind.RECORD, ("--with-notes is for the record", "add --kind record")),
        (typed.profile is not None, ReportKind.AUDIT, ("--profile is for the audit", "add --kind audit")),
        (
            typed.risk is RiskTold.FULL,
            ReportKind.PROGRESS,
            ("--risk full is for the progress report", "add --kind progress"),
        ),
    ):
        if is_given and typed.kind is not kind:
            raise UsageError(*why)


def _stretch(desk: Desk, kind: ReportKind, begin: str | None, end: str | None) -> tuple[date | None, date]:
    """The days that the report tells about; None: from the beginning."""
    if kind not in OF_A_STRETCH and (begin or end):
        article = "an" if kind is ReportKind.AUDIT else "a"
        raise UsageError(
            f"{article} {kind.value} report has no --from and --to", "they are for progress, record and review"
        )
    return stretch_back(begin, end, today=desk.today)


def _one(desk: Desk, order: Order, client: str, typed: ReportOptions) -> int:
    if typed.output is not None:
        refuse_places([typed.output], force=typed.force)
    case, plan = readable_plan(desk, client, on=order.end)
    page = report_bytes(desk, order, case, plan)
    if typed.release is not None:
        from goalctl.cli.reports.release import tell_before_it_leaves

        tell_before_it_leaves(desk, plan, (), release_words(order), typed.release)
    if typed.output is None:
        desk.write(page.decode())
    else:
        desk.write_out(typed.output, page, force=typed.force, written_as=order.written_as.value)
        desk.say(f"saved {typed.output}")
    if typed.release is not None or (typed.output is not None and leaves_with_a_name(order, plan.client)):
        from goalctl.cli.reports.release import note_release

        note_release(desk, plan, release_words(order), typed.release)
    return tell_errors(desk, case)


def _all(desk: Desk, order: Order, typed: ReportOptions) -> int:
    """One file for each client, named by client, kind and day; what can't be read is told, and makes it incomplete."""
    from goalctl.cli.reports.release import note_releases

    folder = typed.output
    if folder is None:
        raise UsageError("--all writes a file for each client", "say into which folder: -o DIR")
    if typed.release is not None:
        raise UsageError("--record-release is for one report", "name the client instead of --all")
    found = told_scan(desk.practice)
    paths = {file.client: folder / _name(desk, order, file.client) for file in found.files}
    refuse_places(paths.values(), force=typed.force)
    make_folder(folder)
    faults: list[CasePlan] = []
    written: list[Plan] = []
    for case in desk.progress(case_plans(desk.practice, found.files), total=len(found.files), doing="writing reports"):
        faults += [case] if case.errors else []
        plan = _written_for(desk, order, case, paths[case.file.client], force=typed.force)
        written += [plan] if plan else []
    desk.say(f"{len(written)} of {len(found.files)} clients: {order.kind.value} reports in {folder}")
    named = [plan for plan in written if leaves_with_a_name(order, plan.client)]
    note_releases(desk, named, release_words(order), None)
    return tell_strays(desk, found) or _tell_faults(desk, faults)


def _written_for(desk: Desk, order: Order, case: CasePlan, path: Path, *, force: bool) -> Plan | None:
    """The plan whose report was written, if it has one; of a file that can't be read its risk is told."""
    if case.plan is None:
        tell_risk_of(desk, case)
        return None
    if not fits(desk, order, case.plan):
        return None
    from goalctl.views.reports.discharge import NotDischargedError

    try:
        page = report_bytes(desk, order, case, case.plan)
    except NotDischargedError as error:  # it is, and nobody knows since when; the others have their summaries
        desk.account.is_whole = False
        desk.say(clean(f"{error}: {error.hint}"))
        return None
    desk.write_out(path, page, force=force)
    return case.plan


def _name(desk: Desk, order: Order, client: str) -> str:
    return f"{client}-{order.kind.value}-{desk.today}.{order.written_as.value}"


def _tell_faults(desk: Desk, faults: Sequence[CasePlan]) -> int:
    """The status that follows from what could not be read."""
    if faults:
        desk.say(findings_text((case.file.name, finding) for case in faults for finding in case.errors))
    return COULD_NOT if any(case.plan is None for case in faults) else 0
