"""Every plan in brief: from the index where the file is unchanged, else from the file itself."""

from __future__ import annotations

from datetime import date, timedelta

from goalctl.analysis.history.replay import last_entry
from goalctl.analysis.risk.picture import RiskPicture
from goalctl.analysis.risk.row import Mark, State
from goalctl.analysis.risk.row_words import told_rows
from goalctl.model.finding import fault_of
from goalctl.workspace.memory.index import Index, PlanBrief, RiskBrief, SettingsBrief, stamp_beside, write_index
from goalctl.workspace.store.caseload import CasePlan, case_plan, clinician_of, risk_of
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.scan import PlanFile


def settings_brief(practice: Practice) -> SettingsBrief:
    """The settings that `due` needs, and what is wrong with them."""
    faults = tuple(fault_of(SETTINGS, finding) for finding in practice.findings)
    return SettingsBrief(practice.settings.timezone, practice.settings.due_within, faults)


def brief_of(practice: Practice, case: CasePlan, *, today: date) -> PlanBrief:
    """One plan in brief, as its log stood on that day."""
    faults = tuple(fault_of(case.file.name, finding) for finding in case.errors)
    plan, clinician = case.plan, clinician_of(practice, case)
    if plan is None:
        picture = risk_of(practice, case, today=today)
        risk = RiskBrief(tuple(told_rows(picture, case.file.client, today=today)), today, today)
        return PlanBrief(case.file.client, case.file.name, clinician, "", "", None, (), faults, risk)
    seen = practice.case(plan, today=today)
    beside = tuple(
        (episode.name, stamp_beside(practice.root / episode.name)) for episode in practice.episodes_before(plan)
    )
    risk = RiskBrief(
        tuple(told_rows(seen.risk, case.file.client, today=today)), today, _lasts_until(seen.risk, today), beside
    )
    who = clinician, plan.supervisor or "", plan.status
    return PlanBrief(case.file.client, case.file.name, *who, last_entry(plan), seen.deadlines, faults, risk)


def _lasts_until(picture: RiskPicture, today: date) -> date | None:
    """The last day on which the rows read the same while nothing is written; None when no day alters them."""
    if any(Mark.AHEAD in row.marks for row in picture.rows):
        return today
    waiting = [row.until for row in picture.rows if row.state in {State.UNDER_FOLLOW_UP, State.MISSED} and row.until]
    return max(today, min(waiting) - timedelta(days=1)) if waiting else None


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
        newest = last_entry(case.plan) if case.plan else None
        fresh = lasting[file.name] = brief_of(practice, case, today=max(today, newest or today))
        changed = changed or brief != fresh
        shown.append(fresh if fresh.holds_on(today) else brief_of(practice, case, today=today))
    if remember and changed:
        write_index(practice.root, settings_brief(practice), ((file, lasting[file.name]) for file in files))
    return shown
