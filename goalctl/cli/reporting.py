"""How one report comes about: what is needed besides the plan, its text or PDF, and where it may be saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.reading import tell_risk
from goalctl.documents.open import real_path
from goalctl.documents.save import save
from goalctl.library.report_templates import report_templates
from goalctl.model.finding import Value
from goalctl.model.identity import Identity
from goalctl.model.plan import Plan
from goalctl.views.reports.kinds import ReportFormat, ReportKind, Written, report_text, seen_then
from goalctl.views.reports.parts import Scope
from goalctl.workspace.store.caseload import CasePlan
from goalctl.workspace.store.identity import identities_at
from goalctl.workspace.store.linked_notes import linked_notes
from goalctl.workspace.store.root import PLANS

_BY_ENDING = {".md": ReportFormat.MD, ".html": ReportFormat.HTML, ".htm": ReportFormat.HTML, ".pdf": ReportFormat.PDF}
_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: kind, format, the stretch, notes or not, and whose names may stand on it."""

    kind: ReportKind
    written_as: ReportFormat
    end: date
    begin: date | None = None
    with_notes: bool = False
    identities: Mapping[str, Identity] = field(default_factory=dict)
    is_named: bool = False


def format_of(stated: ReportFormat | None, output: Path | None, *, folder: bool) -> ReportFormat:
    """As stated, else as the file's name ends, else Markdown, which reads well in a terminal."""
    ending = "" if output is None or folder else output.suffix
    meant = _BY_ENDING.get(ending.lower())
    if stated and meant and stated is not meant:
        raise UsageError(f"--format {stated.value} does not fit a file {ending}", "give only one of the two")
    chosen = stated or meant or ReportFormat.MD
    if chosen is ReportFormat.PDF and output is None:
        raise UsageError("a PDF goes into a file", "say which: -o report.pdf")
    return chosen


def prepared(desk: Desk, order: Order, identity: Path | None, output: Path | None) -> Order:
    """The order with the identities it may use; refuses to write where reports must not lie."""
    inside = output is not None and real_path(output, desk.root) is not None
    if inside and output is not None and real_path(output, desk.root / PLANS) is not None:
        raise UsageError(f"a report must not lie in {PLANS}/", "choose another folder")
    if identity is None:
        return order
    if inside:
        raise UsageError(
            "a report with a name must not be saved inside the workspace", "choose a folder outside of it: -o DIR/FILE"
        )
    return replace(order, identities=identities_at(identity, root=desk.root), is_named=True)


def made(desk: Desk, order: Order, case: CasePlan, plan: Plan) -> bytes:
    """The report as it goes into a file; what it lacks is told on stderr, and before that what risk needs today."""
    then = seen_then(desk.practice.case(plan, today=order.end))
    scope = Scope(then, _identity(desk, order, plan.client), desk.today, order.begin)
    sources = report_templates(desk.root)
    text = report_text(order.kind, scope, _written(desk, order, case, plan), order.written_as, sources)
    tell_risk(desk, plan.client, desk.practice.case(plan, today=desk.today).risk)
    _tell_gaps(desk, order, scope)
    if order.written_as is ReportFormat.PDF:
        from goalctl.views.reports.pdf import pdf_of

        return pdf_of(text)
    return text.encode()


def _identity(desk: Desk, order: Order, client: str) -> Identity:
    found = order.identities.get(client)
    if found is None and order.is_named:
        desk.say(f"the identity file has no {client}: its lines stay blank")
    return found or Identity()


def _written(desk: Desk, order: Order, case: CasePlan, plan: Plan) -> Written:
    data: Value = case.document.data
    notes: dict[str, str] | None = None
    if order.with_notes:
        notes, problems = linked_notes(desk.practice, plan)
        for problem in problems:
            desk.say(problem)
    return Written(data if isinstance(data, dict) else {}, notes)


def _tell_gaps(desk: Desk, order: Order, scope: Scope) -> None:
    """An insurer's report without a necessity is not worth sending; who sends it should know."""
    if order.kind is ReportKind.PROGRESS and not any(review.necessity for review in scope.plan.reviews):
        client = scope.plan.client
        desk.say(f'{client}: no review says why treatment is needed: goalctl review {client} --necessity "…"')


def save_report(path: Path, page: bytes) -> None:
    """Save atomically, over an older report of the same name."""
    save(path.absolute(), page, root=path.absolute().parent)


def folder_made(folder: Path) -> Path:
    """The folder, made for its owner alone when it is not there yet."""
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    return folder
