"""Every plan in brief: from the index where the file is unchanged, else from the file itself."""

from __future__ import annotations

from datetime import date

from goalctl.analysis.history.replay import last_entry
from goalctl.model.finding import fault_of
from goalctl.workspace.memory.index import Index, PlanBrief, SettingsBrief, write_index
from goalctl.workspace.store.caseload import CasePlan, case_plan
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.scan import PlanFile


def settings_brief(practice: Practice) -> SettingsBrief:
    """The settings that `due` needs, and what is wrong with them."""
    faults = tuple(fault_of(SETTINGS, finding) for finding in practice.findings)
    return SettingsBrief(practice.settings.timezone, practice.settings.due_within, faults)


def brief_of(practice: Practice, case: CasePlan, *, today: date | None = None) -> PlanBrief:
    """One plan in brief; as its log stood on a day, when one is given."""
    faults = tuple(fault_of(case.file.name, finding) for finding in case.errors)
    plan = case.plan
    if plan is None:
        return PlanBrief(case.file.client, case.file.name, "", "", "", None, (), faults)
    seen = practice.case(plan, today=today or date.max)
    who, newest = (seen.clinician or "", plan.supervisor or ""), last_entry(plan)
    return PlanBrief(case.file.client, case.file.name, *who, plan.status, newest, seen.deadlines, faults)


def fresh_briefs(
    practice: Practice, files: tuple[PlanFile, ...], index: Index | None, *, today: date, remember: bool
) -> list[PlanBrief]:
    """The brief of every file, as of that day; what had to be read is remembered for next time when `remember` says so.

    Plans are read one after another and let go, so that ten thousand of them need no more memory than their briefs.
    """
    lasting: dict[str, PlanBrief] = {}
    shown: list[PlanBrief] = []
    changed = index is None or len(index.briefs) != len(files)
    for file in files:
        brief = index.brief_of(file) if index else None
        if brief is not None and brief.holds_on(today):
            lasting[file.name] = brief
            shown.append(brief)
            continue
        case = case_plan(practice, file)
        changed = changed or brief is None
        brief = lasting[file.name] = brief or brief_of(practice, case)
        shown.append(brief if brief.holds_on(today) else brief_of(practice, case, today=today))
    if remember and changed:
        write_index(practice.root, settings_brief(practice), ((file, lasting[file.name]) for file in files))
    return shown
