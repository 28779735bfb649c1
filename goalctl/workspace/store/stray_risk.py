"""Risk in files that nobody reads as a plan: it opens no row, so that it stands with the finding about the file.

So does risk of another episode whose file can't be read: its rows stand there, and not in the plan that is asked for.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date

from goalctl.analysis.risk.in_data import records_risk
from goalctl.documents.document import read_document
from goalctl.model.finding import Finding, Value
from goalctl.model.plan import Plan
from goalctl.workspace.store.caseload import CasePlan, case_of, other_episodes, risk_of
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile, Scan, meant_for

TOLD = "risk is recorded there that no list tells"
NEEDS_ACT = "risk needs an act there"


def with_risk_told(practice: Practice, found: Scan) -> Scan:
    """The same; a stray whose file records risk that the plan beside it does not have says so, and quotes nothing."""
    plans = {file.client: file for file in found.files}
    told = ((name, _told(practice, found, plans, name, finding)) for name, finding in found.strays)
    return found._replace(strays=tuple(told))


def beside_told(practice: Practice, found: Scan, client: str) -> tuple[tuple[str, Finding], ...]:
    """The same of those alone that may hold a part of that client's record."""
    return with_risk_told(practice, found._replace(strays=found.beside(client))).strays


def unread_episodes(practice: Practice, found: Scan, case: CasePlan, *, today: date) -> tuple[tuple[str, Finding], ...]:
    """The client's other episodes that can't be read, each with its first mistake, and if risk needs an act there."""
    names = {episode.name for episode in other_episodes(practice, case) if episode.plan is None}
    return tuple((file.name, _unread(practice, file, case, today)) for file in found.files if file.name in names)


def _unread(practice: Practice, file: PlanFile, case: CasePlan, today: date) -> Finding:
    other = case_of(practice, file, read_document(file.path(practice.root), Plan, root=practice.root))
    has_risk = bool(risk_of(practice, other, today=today).needs_act)
    first = other.errors[0]
    said = f"{first.message}; it is another episode of {case.file.client}, where what it holds is missing"
    return first._replace(message=f"{said}; {NEEDS_ACT}" if has_risk else said)


def _told(practice: Practice, found: Scan, plans: dict[str, PlanFile], name: str, finding: Finding) -> Finding:
    plan = plans.get(meant_for(name))
    known = list(_entries(_values(practice, plan.name))) if plan else []
    for file in found.versions.get(name, (name,)):
        if _has_more(practice, file, known):
            return finding._replace(message=f"{finding.message}; {TOLD}")
    return finding


def _has_more(practice: Practice, file: str, known: Container[Value]) -> bool:
    """Whether an entry of it that the plan does not have word for word records risk."""
    more: list[Value] = [entry for entry in _entries(_values(practice, file)) if entry not in known]
    return records_risk({"sessions": more}, practice.forms)


def _values(practice: Practice, name: str) -> Value:
    """What the file says; None of a folder, and of a text that is none."""
    return read_document(practice.root / name, Plan, root=practice.root).data


def _entries(data: Value) -> Iterator[Value]:
    sessions = data.get("sessions") if isinstance(data, dict) else None
    yield from sessions if isinstance(sessions, list) else []
