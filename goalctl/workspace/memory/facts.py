"""What follows from the bytes of one plan's file, as a memory keeps it: a function that any process can work out.

Each part is worked out by the case, on days that note how long the answer lasts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple, TypeAlias

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.bank import person_of, uses_in
from goalctl.analysis.caseload.standing import ACTIVE, Standing
from goalctl.analysis.caseload.triage import course_reasons, risk_reasons
from goalctl.analysis.history.replay import is_there
from goalctl.analysis.risk.row_words import told_rows
from goalctl.documents.document import document_of, read_document
from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.open import read_bytes
from goalctl.documents.text import MAX_BYTES
from goalctl.model.finding import faults_of
from goalctl.model.plan import Plan
from goalctl.workspace.memory.digest import digest_of
from goalctl.workspace.memory.fresh import UNREAD
from goalctl.workspace.memory.lasting import LastingDay
from goalctl.workspace.memory.parts import (
    NOT_YET,
    NOTHING,
    Part,
    deadline_row,
    faults_body,
    risk_row,
    written,
)
from goalctl.workspace.memory.private import private_codes
from goalctl.workspace.memory.rows import FileRow, PartRow, Row
from goalctl.workspace.memory.standings import reasons_body, standing_body
from goalctl.workspace.memory.uses import uses_body
from goalctl.workspace.store.caseload import CasePlan, case_of, clinician_of, risk_of, supervisor_of
from goalctl.workspace.store.practice import Practice, plans_of, previous_in
from goalctl.workspace.store.root import client_at
from goalctl.workspace.store.scan import PREVIOUS, PlanFile

Said: TypeAlias = tuple[str, Iterable[Row]]


class Work(NamedTuple):
    """What is asked of every file: which parts, on which day, and on the later of it and the day it really is."""

    practice: Practice
    parts: tuple[Part, ...]
    today: date
    later: date


class Facts(NamedTuple):
    """What one file says, as rows of a memory."""

    file: FileRow
    parts: tuple[PartRow, ...]


def facts_of(work: Work, files: Iterable[PlanFile]) -> list[Facts]:
    """What these files say; one that can't be read is told and remembered as that."""
    return [_facts(work, file) for file in files]


def _facts(work: Work, file: PlanFile) -> Facts:
    path, root = file.path(work.practice.root), work.practice.root
    try:
        data = read_bytes(path, root=root, limit=MAX_BYTES)
    except UnreadableFileError:
        return facts_in(work, case_of(work.practice, file, read_document(path, Plan, root=root)), UNREAD)
    return facts_in(work, case_of(work.practice, file, document_of(data, Plan)), data)


def facts_in(work: Work, case: CasePlan, data: bytes) -> Facts:
    """What a file says that was read as `data`, which is empty where it could not be."""
    named = {previous_in(case.document.data), *(match[1].decode() for match in PREVIOUS.finditer(data))}
    if case.plan:  # whose going shows what they hide
        named |= {client_at(episode.name) for episode in work.practice.episodes_after(case.plan)}
        named |= {case.plan.client} - {case.file.client}  # a copy's later episodes are those of whom it names
    file = FileRow(
        name=case.file.name,
        client=case.file.client,
        stamp=case.file.stamp,
        settled=False,
        digest=digest_of(data) if data else UNREAD,
        clinician=clinician_of(work.practice, case),
        supervisor=supervisor_of(case),
        links=written(sorted(name for name in named if name)),
        faults=faults_body(faults_of(case.file.name, case.errors)),
    )
    return Facts(file, tuple(_parts(work, case)))


def _parts(work: Work, case: CasePlan) -> Iterator[PartRow]:
    """The parts in an order in which each may build on those before; risk, which lasts longest, on none."""
    for together in (Part.RISK,), (Part.DUE, Part.BANK, Part.STANDING, Part.WORDS, Part.PEOPLE):
        today = LastingDay(work.today)
        later = LastingDay(work.later, floor=today)
        is_here = case.plan is not None and is_there(case.plan, today=today, now=later)
        seen = case_on(work.practice, case.plan, today, later) if case.plan and is_here else None
        for part in together:
            if part in work.parts:
                body, rows = (
                    _SAID[part](seen, case.file.client) if seen else _without_plan(work, case, part, today, later)
                )
                rows = tuple(rows)  # only when all is written down have the days noted everything
                yield PartRow(part.value, today.span.days, later.span.days, body, rows)


def _without_plan(work: Work, case: CasePlan, part: Part, today: date, now: date) -> Said:
    if part is not Part.RISK:
        return NOT_YET if case.plan and part is Part.PEOPLE else NOTHING, ()
    if case.plan:
        return written([]), ()
    picture = risk_of(work.practice, case, today=today, now=now)
    return written([]), map(risk_row, told_rows(picture, case.file.client, today=today))


def case_on(practice: Practice, plan: Plan, today: date, now: date) -> Case:
    """The plan on days that note what they are asked; `now` is the day it really is, where that is later."""
    earlier, later = practice.episodes_before(plan.client, plan.previous), practice.episodes_after(plan)
    return Case.of(
        plan, practice.forms, practice.settings, today, earlier=plans_of(earlier), later=plans_of(later), now=now
    )  # fmt: skip


def _due(case: Case, _client: str) -> Said:
    return NOTHING, map(deadline_row, case.deadlines)


def _risk(case: Case, client: str) -> Said:
    rows = map(risk_row, told_rows(case.risk, client, today=case.today))
    return written(reasons_body(risk_reasons(case.risk))), rows


def _standing(case: Case, _client: str) -> Said:
    return standing_body(standing_of(case)), ()


def standing_of(case: Case) -> Standing:
    """How a plan stands, by its goals and symptoms alone; only of an active one are its goals told."""
    plan, seen = case.plan, case.plan.last_seen
    states = case.states if plan.status.value == ACTIVE else ()
    return Standing(
        client=plan.client,
        status=plan.status.value,
        clinician=case.clinician,
        supervisor=plan.supervisor,
        reasons=tuple(course_reasons(case)),
        states=tuple(tuple(judgement.state for judgement in progress.judgements) for progress in states),
        last_seen=seen.date if seen else None,
        next=case.next_appointment,
    )


def _bank(case: Case, client: str) -> Said:
    """What is used, under the file's client, the client whom the plan names, and the person whose plan it is."""
    private = partial(private_codes, case.settings)
    uses = [use._replace(private=(*private(use.text), *use.private)) for use in uses_in(case)]
    return uses_body(client, case.plan.client, person_of(case), uses), ()


def _words(case: Case, _client: str) -> Said:
    from goalctl.analysis.history.passages import said_in  # only `find` asks
    from goalctl.workspace.memory.words import words_body

    return words_body(said_in(case.plan)), ()


def _people(case: Case, _client: str) -> Said:
    return written([case.clinician or "", case.plan.supervisor]), ()


_SAID: Mapping[Part, Callable[[Case, str], Said]] = {
    Part.DUE: _due,
    Part.RISK: _risk,
    Part.STANDING: _standing,
    Part.BANK: _bank,
    Part.PEOPLE: _people,
    Part.WORDS: _words,
}
