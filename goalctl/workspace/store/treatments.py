"""What came of every treatment in a workspace: plan after plan, so that never all of them are held."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.history.replay import is_there
from goalctl.analysis.outcomes.treatment import NOWHERE, Origins, Treatment
from goalctl.model.finding import Fault, fault_of, faults_of
from goalctl.workspace.store.caseload import CasePlan, case_plan
from goalctl.workspace.store.clients import client_beside
from goalctl.workspace.store.counted_once import EachOnce
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.stray_risk import told_scan


@dataclass(frozen=True, slots=True)
class Treatments:
    """The facts of the plans that could be read, and what is wrong with files, with the client's id."""

    found: tuple[Treatment, ...]
    faults: tuple[tuple[str, Fault], ...] = ()

    @property
    def hides_something(self) -> bool:
        """Whether something could not be read, so that the figures are not those of all."""
        return any(fault.hides_something for _, fault in self.faults)


def treatments_at(
    practice: Practice,
    *,
    today: date,
    origins: Origins = NOWHERE,
    watched: Callable[[Iterable[PlanFile], int], Iterable[PlanFile]] = lambda files, _: files,
) -> Treatments:
    """Every plan that was there on the day. `watched` goes through the files, and may show how far it has come."""
    there, found = told_scan(practice), list[Treatment]()
    counted = {file.client for file in there.files}
    faults = [("", fault_of(SETTINGS, finding)) for finding in practice.findings]
    faults += [(client_beside(name, counted), fault_of(name, one)) for name, one in there.strays]
    once = EachOnce(counted)
    for file in watched(there.files, len(there.files)):
        case = case_plan(practice, file)
        faults += [(file.client, fault) for fault in faults_of(file.name, case.errors)]
        counts = once.counts(file.client, case.plans_client)
        if counts and (one := treatment_of(practice, case, today=today, origins=origins)):
            found.append(one)
    return Treatments(tuple(found), tuple(faults))


def treatment_of(practice: Practice, case: CasePlan, *, today: date, origins: Origins = NOWHERE) -> Treatment | None:
    """The facts of one; None of a file that can't be read, and of a plan that is of a later day."""
    if case.plan is None or not is_there(case.plan, today=today, now=practice.today):
        return None
    return practice.case(case.plan, today=today).treatment(origins)
