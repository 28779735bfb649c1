"""All plans of a workspace, each with everything that is wrong with it; a plan that can't be read is still listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from goalctl.analysis.history.replay import as_of
from goalctl.analysis.risk.picture import RiskPicture
from goalctl.documents.document import Document, read_document
from goalctl.documents.git_crypt import LOCKED, UNLOCK
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Value, by_place, errors_in, fields_in
from goalctl.model.plan import Plan
from goalctl.rules.e_file import RULES
from goalctl.rules.rule import RuleCase, findings_of
from goalctl.workspace.store.clients import file_now
from goalctl.workspace.store.practice import Episode, Practice, plans_of, previous_in
from goalctl.workspace.store.scan import PlanFile


class CasePlan(NamedTuple):
    """A client's file as read; `findings` are all its `E` findings, in the order of the file.

    `beside` is what lies beside it and may hold a part of the record, by name; only a file that was asked for tells it.
    """

    file: PlanFile
    document: Document[Plan]
    findings: tuple[Finding, ...]
    beside: tuple[tuple[str, Finding], ...] = ()

    @property
    def plan(self) -> Plan | None:
        """The plan; None when the file can't be read (`E1xx`)."""
        return self.document.content

    @property
    def plans_client(self) -> str:
        """Whom the plan in it names, which is another client than the file's where it was copied or linked."""
        return self.plan.client if self.plan else self.file.client

    @property
    def is_locked(self) -> bool:
        """Whether git-crypt has locked the file, so that nothing of it can be read here."""
        return any(finding.code == LOCKED for finding in self.findings)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(errors_in(self.findings))

    @property
    def without_plan(self) -> CasePlan:
        """The same file where its plan is not to be counted."""
        return self._replace(document=replace(self.document, content=None))


def case_plan(practice: Practice, file: PlanFile) -> CasePlan:
    """One client's plan with its findings; the plan that was read last is not read again while its file is the same."""
    last = practice.last_read.get(file.name)
    known = last.document if last else None
    document = read_document(file.path(practice.root), Plan, root=practice.root, known=known)
    case = last._replace(file=file) if last and document is known else case_of(practice, file, document)
    practice.last_read.clear()
    practice.last_read[file.name] = case
    return case


def case_of(practice: Practice, file: PlanFile, document: Document[Plan]) -> CasePlan:
    """The same for a file that has been read, from wherever."""
    found = file_findings(practice, file.client, document.content, document.data) if document.content else ()
    findings = (*document.findings, *document.with_places(found))
    return CasePlan(file, document, tuple(sorted(findings, key=by_place)))


def risk_of(practice: Practice, case: CasePlan, *, today: date, now: date | None = None) -> RiskPicture:
    """Where risk stands in a client's file, by the values that can still be read where there is no plan.

    `now` is the day that it really is, where that is not the practice's.
    """
    from goalctl.analysis.risk.in_data import risk_in_data

    if case.plan is not None:
        return practice.case(case.plan, today=today).risk
    if case.is_locked:
        return RiskPicture(is_unread=True, is_locked=True)
    now = now or practice.today
    earlier = [as_of(episode, today=today, now=now) for episode in plans_of(other_episodes(practice, case))]
    return risk_in_data(
        case.document.data, practice.forms, today=today, settings=practice.settings, earlier=earlier, now=now
    )  # fmt: skip


def other_episodes(practice: Practice, case: CasePlan) -> tuple[Episode, ...]:
    """The client's other plans that risk is read from; where there is no plan, those that its values lead back to."""
    if case.plan is None:
        return practice.episodes_before(case.file.client, previous_in(case.document.data))
    before = practice.episodes_before(case.plan.client, case.plan.previous)
    return (*before, *practice.episodes_after(case.plan))


def clinician_of(practice: Practice, case: CasePlan) -> str:
    """Whose client it is; of a file that can't be read, whom its values name. Empty when nobody is named."""
    stated = case.plan.clinician if case.plan else _named_in(case, "clinician")
    is_somebodys = case.plan or isinstance(case.document.data, dict)
    return stated or (practice.settings.clinician if is_somebodys else None) or ""


def supervisor_of(case: CasePlan) -> str | None:
    """Who supervises it; of a file that can't be read, whom its values name."""
    return case.plan.supervisor if case.plan else _named_in(case, "supervisor")


def _named_in(case: CasePlan, key: str) -> str | None:
    data = case.document.data
    named = fields_in(data).get(key)
    return named if isinstance(named, str) and named else None


def file_findings(practice: Practice, name: str, plan: Plan, data: Value = None) -> list[Finding]:
    """What is wrong with a plan that loads (`E2xx`), without places; `data` is what its file says, if it has one."""
    return findings_of(RULES, RuleCase(plan, practice.forms, settings=practice.settings, name=name, data=data))


def case_plans(practice: Practice, files: Iterable[PlanFile]) -> Iterator[CasePlan]:
    """The plans one after another, so that never all of them are held."""
    for file in files:
        yield case_plan(practice, file)


def case_now(practice: Practice, client: str) -> CasePlan:
    """The file of the client of that whole id as it is now, whether there is a plan in it or not."""
    return case_plan(practice, file_now(practice.root, client))


def plan_now(practice: Practice, client: str) -> Plan:
    """The plan of that whole id as its file has it; one that can't be read is a `PlanUnreadableError`."""
    case = case_now(practice, client)
    if case.plan is None:
        raise PlanUnreadableError(case)
    return case.plan


class PlanUnreadableError(GoalctlError):
    """A command needs a plan that can't be read; every problem of the file is told, or that it is locked."""

    def __init__(self, case: CasePlan) -> None:
        self.named_findings: tuple[tuple[str, Finding], ...] = ()
        if case.is_locked:
            super().__init__(f"{case.file.name} is locked by git-crypt", UNLOCK)
        else:
            super().__init__(f"{case.file.name} can't be used until it is mended")
            self.named_findings = (*case.beside, *((case.file.name, finding) for finding in case.errors))
