"""How one report comes about: what is needed besides the plan, its text or PDF, where it may be saved, its release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from goalctl.analysis.history.passages import links_of
from goalctl.analysis.history.replay import as_of
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.readers import reader_for
from goalctl.cli.reading import tell_risk, was_there
from goalctl.documents.open import real_path
from goalctl.library.report_templates import report_templates
from goalctl.model.finding import Value, fields_in
from goalctl.model.identity import Identity
from goalctl.model.people import has_several, people_of
from goalctl.model.plan import Plan
from goalctl.views.clean import clean
from goalctl.views.reports.kinds import DOCUMENTS, ReportFormat, ReportKind, Written, report_text, seen_then
from goalctl.views.reports.parts import Scope
from goalctl.views.words.as_of import doubt_words
from goalctl.views.words.people import confidential_lines, missing_release_lines
from goalctl.workspace.store.caseload import CasePlan
from goalctl.workspace.store.identity import identities_in
from goalctl.workspace.store.linked_notes import linked_notes

if TYPE_CHECKING:
    from goalctl.views.reports.audit import Audited

_BY_ENDING = {
    ".md": ReportFormat.MD, ".html": ReportFormat.HTML, ".htm": ReportFormat.HTML, ".pdf": ReportFormat.PDF,
    ".json": ReportFormat.JSON,
}  # fmt: skip
_PRIVATE = 0o700
_OF_ANYBODY = {ReportKind.RECORD, ReportKind.AUDIT}
_DOUBTED = {ReportKind.PROGRESS, ReportKind.REVIEW, ReportKind.UR, ReportKind.DISCHARGE, ReportKind.TRANSFER}
"""Of these every doubt is told when they are written."""
_OF_ENTRIES = {ReportKind.RECORD, ReportKind.PROGRESS, ReportKind.UR, ReportKind.DISCHARGE}
"""For others, with what entries say or count."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: kind, format, the stretch, notes or not, for whom of its people, and whose names it has.

    With `recorded` it is made of what had been written by that day. `to` is outside, whose releases are asked for then.
    """

    kind: ReportKind
    written_as: ReportFormat
    end: date
    begin: date | None = None
    with_notes: bool = False
    reader: str | None = None
    recorded: date | None = None
    identities: Mapping[str, Identity] = field(default_factory=dict)
    is_named: bool = False
    risk_in_full: bool = False
    profile: str | None = None
    to: str | None = None


def format_of(
    stated: ReportFormat | None, output: Path | None, *, folder: bool, kind: ReportKind | None = None
) -> ReportFormat:
    """As stated, else as the file's name ends, else Markdown, which reads well in a terminal."""
    ending = _ending(output, folder=folder)
    meant = _BY_ENDING.get(ending.lower())
    if stated and meant and stated is not meant:
        raise UsageError(f"--format {stated.value} does not fit a file {ending}", "give only one of the two")
    chosen = stated or meant or ReportFormat.MD
    if chosen is ReportFormat.JSON and kind not in DOCUMENTS:
        raise UsageError("--format json is for ur, audit, the week and --check", "goalctl show CLIENT --format json")
    if chosen is ReportFormat.PDF and output is None:
        raise UsageError("a PDF goes into a file", "say which: -o report.pdf")
    return chosen


def _ending(output: Path | None, *, folder: bool) -> str:
    return "" if output is None or folder else output.suffix


def with_identities(desk: Desk, order: Order, identity: Path | None, output: Path | None) -> Order:
    """The order with the identities it may use; what names a client stays outside of the workspace."""
    if identity is None:
        return order
    if output is not None and real_path(output, desk.root) is not None:
        raise UsageError(
            "a report with a name must not be saved inside the workspace", "choose a folder outside of it: -o DIR/FILE"
        )
    return replace(order, identities=identities_in(identity, root=desk.root).clients, is_named=True)


def fits(desk: Desk, order: Order, plan: Plan) -> bool:
    """A summary is for those who are discharged, record and audit for everybody, the rest for those in treatment."""
    if not was_there(desk, plan, on=order.end):
        return False
    return order.kind in _OF_ANYBODY or has_ended(desk, order, plan) is (order.kind is ReportKind.DISCHARGE)


def has_ended(desk: Desk, order: Order, plan: Plan) -> bool:
    """Whether treatment was over on the last day that the report tells of."""
    return as_of(plan, today=order.end, now=desk.practice.today).has_ended


def report_bytes(desk: Desk, order: Order, case: CasePlan, plan: Plan) -> bytes:
    """The report as it goes into a file; what it lacks is told on stderr, and before that what risk needs today."""
    scope = scope_of(desk, order, plan)
    sources = report_templates(desk.root)
    text = report_text(order.kind, scope, _record_parts(desk, order, case, plan), order.written_as, sources)
    now = desk.practice.case(plan, today=desk.today, recorded=order.recorded)
    tell_risk(desk, plan.client, now.risk)
    _tell_gaps(desk, order, scope, now.plan)
    if order.written_as is ReportFormat.PDF:
        return pdf_bytes(desk, text)
    return text.encode()


def pdf_bytes(desk: Desk, page: str) -> bytes:
    """The page as a PDF; what can't be read in it is told, and makes the status one of something incomplete."""
    from goalctl.views.reports.pdf import pdf_of

    def told(words: str) -> None:
        desk.account.is_whole = False
        desk.say(words)

    return pdf_of(page, told)


def scope_of(desk: Desk, order: Order, plan: Plan) -> Scope:
    """Whose report it is and of which days."""
    then = seen_then(desk.practice.case(plan, today=order.end, recorded=order.recorded))
    reader = reader_for(then.plan, order.reader)
    identity = _identity(desk, order, plan.client)
    return Scope(then, identity, desk.today, order.begin, reader, order.risk_in_full)


def _identity(desk: Desk, order: Order, client: str) -> Identity:
    found = order.identities.get(client)
    if found is None and order.is_named:
        desk.say(f"the identity file has no {client}: its lines stay blank")
    return found or Identity.unsaid()


def _record_parts(desk: Desk, order: Order, case: CasePlan, plan: Plan) -> Written:
    data: Value = case.document.data
    notes: dict[str, str] | None = None
    if order.with_notes:
        notes, problems = linked_notes(desk.practice.root, plan.client, links_of(plan))
        for problem in problems:
            desk.say(problem)
    return Written(fields_in(data), notes, _audited(desk, order, case, plan))


def _audited(desk: Desk, order: Order, case: CasePlan, plan: Plan) -> Audited | None:
    if order.kind is not ReportKind.AUDIT:
        return None
    from goalctl.cli.reports.audit import audited

    return audited(desk, order, case, plan)


def _tell_gaps(desk: Desk, order: Order, scope: Scope, now: Plan) -> None:
    """What whoever sends it should know: a necessity that is missing, a release today, whose figures are left out."""
    plan, client = scope.plan, scope.plan.client
    if doubt := doubt_words(scope.case):
        desk.say(clean(f"{client} {doubt}"))
    _tell_doubts(desk, order, scope)
    for line in _whose_it_is(order, scope, plan.copy_with(consents=now.consents), desk.today):
        desk.say(clean(line))


def _whose_it_is(order: Order, scope: Scope, plan: Plan, today: date) -> Iterator[str]:
    """What is kept from others and whose release is missing; of a page for all of them, how one has an own one."""
    if order.kind in _OF_ENTRIES:
        yield from confidential_lines(plan.client, scope.entries, in_words=order.kind is ReportKind.RECORD)
    if order.kind in {ReportKind.CLIENT, ReportKind.REVIEW}:
        if order.reader is None and has_several(plan):
            each = " or ".join(f"--for {name}" for name in people_of(plan))
            yield f"{plan.client}: a page for all of them, without anybody's own scores and words; one's own: {each}"
    elif order.to is None and order.kind is not ReportKind.TRANSFER:  # a colleague who treats needs no release
        yield from missing_release_lines(plan, today)


def _tell_doubts(desk: Desk, order: Order, scope: Scope) -> None:
    """What in a document for others would not hold; of the others it is told by --check."""
    if order.kind in _DOUBTED:
        from goalctl.views.reports.doubt import doubt_line
        from goalctl.views.reports.doubts import doubts_of

        for found in doubts_of(scope, order.kind.value):
            desk.say(clean(f"{scope.plan.client}: {doubt_line(found)}"))


def make_folder(folder: Path) -> None:
    """For its owner alone, when it is not there yet."""
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)


def release_words(order: Order) -> str:
    """Which document was released."""
    since = f"{order.begin} " if order.begin else ""
    whose = f" for {order.reader}" if order.reader else ""
    return f"{order.kind.value} report{whose}, {since}to {order.end}, {order.written_as.value}"


def leaves_with_a_name(order: Order, client: str) -> bool:
    """Whether the report says who the client is; one of an earlier state is not for others."""
    return client in order.identities and order.recorded is None
