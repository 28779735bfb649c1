"""Risk in files that nobody reads as a plan: it opens no row, so that it stands with the finding about the file."""

from __future__ import annotations

from collections.abc import Container, Iterator

from goalctl.analysis.risk.in_data import records_risk
from goalctl.documents.document import read_document
from goalctl.model.finding import Finding, Value
from goalctl.model.plan import Plan
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile, Scan, meant_for

TOLD = "risk is recorded there that no list tells"


def with_risk_told(practice: Practice, found: Scan) -> Scan:
    """The same; a stray whose file records risk that the plan beside it does not have says so, and quotes nothing."""
    plans = {file.client: file for file in found.files}
    told = ((name, _told(practice, found, plans, name, finding)) for name, finding in found.strays)
    return found._replace(strays=tuple(told))


def beside_told(practice: Practice, found: Scan, client: str) -> tuple[tuple[str, Finding], ...]:
    """The same of those alone that may hold a part of that client's record."""
    return with_risk_told(practice, found._replace(strays=found.beside(client))).strays


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
