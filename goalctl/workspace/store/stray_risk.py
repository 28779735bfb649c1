"""Risk in files that nobody reads as a plan: it opens no row, so that it stands with the finding about the file.

So does risk of another episode whose file can't be read: its rows stand there, and not in the plan that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from goalctl.analysis.risk.in_data import records_risk
from goalctl.documents.document import read_document
from goalctl.model.finding import Finding, Value, fields_in, list_in
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.workspace.store.caseload import CasePlan, case_of, other_episodes, risk_of
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile, Scan, meant_for, scan

TOLD = "risk is recorded there that no list tells"
NEEDS_ACT = "risk needs an act there"
ValuesOf: TypeAlias = Callable[[str], Value]  # what the file of a name says; None of a folder, of no text


def told_scan(practice: Practice) -> Scan:
    """Every plan file, and every stray with the risk that it records: what a listing or document of all tells."""
    return with_risk_told(practice, scan(practice.root))


def with_risk_told(practice: Practice, found: Scan) -> Scan:
    """The same; a stray whose file records risk that the plan beside it does not have says so, and quotes nothing."""
    return with_risk_by(found, lambda name: _values(practice, name), practice.forms)


def with_risk_by(found: Scan, values: ValuesOf, forms: Mapping[str, Form]) -> Scan:
    """The same of files that lie elsewhere, as in a commit."""
    plans = {file.client: file.name for file in found.files}

    def told(name: str, finding: Finding) -> Finding:
        plan = values(plans[whose]) if (whose := meant_for(name)) in plans else None
        files = found.versions.get(name, (name,))
        is_more = any(_has_more(plan, values(file), forms) for file in files)
        return finding._replace(message=f"{finding.message}; {TOLD}") if is_more else finding

    return found._replace(strays=tuple((name, told(name, finding)) for name, finding in found.strays))


def beside_told(practice: Practice, found: Scan, client: str) -> tuple[tuple[str, Finding], ...]:
    """The same of those alone that may hold a part of that client's record."""
    return with_risk_told(practice, found._replace(strays=found.beside(client))).strays


def hides_risk(practice: Practice, plan: PlanFile, name: str) -> bool:
    """Whether that other file of the client records risk that the plan does not have."""
    return _has_more(_values(practice, plan.name), _values(practice, name), practice.forms)


def unread_episodes(practice: Practice, case: CasePlan, *, today: date) -> tuple[tuple[str, Finding], ...]:
    """The client's other episodes that can't be read, each with its first mistake, and if risk needs an act there."""
    names = {episode.name for episode in other_episodes(practice, case) if episode.plan is None}
    files = scan(practice.root).files if names else ()
    return tuple((file.name, _unread(practice, file, case, today)) for file in files if file.name in names)


def _unread(practice: Practice, file: PlanFile, case: CasePlan, today: date) -> Finding:
    other = case_of(practice, file, read_document(file.path(practice.root), Plan, root=practice.root))
    has_risk = bool(risk_of(practice, other, today=today).needs_act)
    first = other.errors[0]
    said = f"{first.message}; it is another episode of {case.file.client}, where what it holds is missing"
    return first._replace(message=f"{said}; {NEEDS_ACT}" if has_risk else said)


def _has_more(plan: Value, other: Value, forms: Mapping[str, Form]) -> bool:
    """Whether an entry of the other that the plan does not have word for word records risk."""
    known: Container[Value] = list(_entries(plan))
    more: list[Value] = [entry for entry in _entries(other) if entry not in known]
    return records_risk({"sessions": more}, forms)


def _values(practice: Practice, name: str) -> Value:
    return read_document(practice.root / name, Plan, root=practice.root).data


def _entries(data: Value) -> Iterator[Value]:
    yield from list_in(fields_in(data).get("sessions"))
