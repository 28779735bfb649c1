"""Imported scores as new entries of plans: one entry for each day and kind, none that is there already twice."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from hashlib import sha256

from goalctl.analysis.figures import counted
from goalctl.analysis.scores.fresh import corrected_since, fresh_scores
from goalctl.analysis.scores.given import Score, Source
from goalctl.analysis.scores.table_answers import read_by_its_form
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fault, Fields, Finding, Value
from goalctl.model.form import Form
from goalctl.model.given import refusal
from goalctl.model.plan import Plan
from goalctl.model.scalars import number_text
from goalctl.model.session import Kind
from goalctl.model.validate import record_from
from goalctl.model.walk import entry_ids
from goalctl.workspace.edits.additions import append_edit, new_entry_id
from goalctl.workspace.operations.import_plans import (
    LEFT_OUT,
    MAKES_ONE,
    NEW,
    THERE,
    Import,
    ImportStep,
    TakenMeanwhileError,
    add_plan,
    in_words,
)
from goalctl.workspace.store.caseload import PlanUnreadableError, case_plan
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile, Scan
from goalctl.workspace.store.transaction.transaction import ChangeRefusedError, previewed
from goalctl.workspace.store.who import writer_at

MARK_LENGTH = 16


@dataclass(slots=True)
class ScoredEntry:
    """A new entry of the log or of the diary, with the rows that it is made of; of several of a day, which of them."""

    section: str
    day: date
    kind: Kind
    which: str = ""
    rows: list[Score] = field(default_factory=list)

    def value(self, taken: set[str], by: str | None, *, is_marked: bool) -> Value:
        """As the plan holds it; a journal is nobody's session, so nobody is named."""
        scores = {row.name: number_text(row.score) for row in self.rows if row.source is not Source.FORM}
        if self.section == "diary":
            return entry_values(date=self.day) | scores
        head = entry_values(id=_free_id(taken), date=self.day, by=by if self.kind is Kind.SESSION else None)
        forms = {row.name: row.answers for row in self.rows if row.source is Source.FORM}
        held = entry_values(kind=self.kind.value, scores=scores, forms=forms)
        return head | held | ({"received": self._mark(held)} if is_marked else {})

    def _mark(self, held: Fields) -> str:
        """By which two clones that took in one table know the entry: the same rows have the same."""
        return sha256(json.dumps([str(self.day), self.which, held], sort_keys=True).encode()).hexdigest()[:MARK_LENGTH]


def scores_import(
    practice: Practice, found: Scan, scores: Sequence[Score], *, today: date, new_clients: bool = False
) -> Import:
    """The scores that the plans do not have yet, in new entries; one that contradicts a plan is refused."""
    wanted = Import()
    here = {file.client: file for file in found.files}
    for client in dict.fromkeys(score.client for score in scores):
        own = [score for score in scores if score.client == client]
        if client in here:
            _add_scores(practice, wanted, here[client], own, today)
        elif new_clients:
            _begin(practice, wanted, client, own, today)
        else:
            wanted.bad += [refusal([score.line], f"there is no client {client}", MAKES_ONE) for score in own]
    return wanted


def _add_scores(practice: Practice, wanted: Import, file: PlanFile, scores: Sequence[Score], today: date) -> None:
    case = case_plan(practice, file)
    plan = case.plan
    if plan is None:
        unread = PlanUnreadableError(case).message
        wanted.bad += [refusal([score.line], unread, f"goalctl check {file.name}") for score in scores]
        return
    read, bad = _read(scores, practice.forms)
    fresh, contradicted = fresh_scores(plan, read, practice.forms, today)
    corrected = corrected_since(plan, read, practice.forms, today)
    wanted.told += [_corrected(score) for score in corrected]
    bad += contradicted
    bad += _refusals(practice, file, plan, fresh) if fresh else []
    wanted.bad += bad
    wanted.fates += [(one.line, one.client, _named(one), _fate(one, fresh, corrected)) for one in read]
    if not bad:
        wanted.steps.append(_step(file, fresh, known=len(scores) - len(fresh), left_out=len(corrected)))
    if fresh and not bad:
        wanted.changes.append((file, partial(score_edits, scores=fresh, practice=practice, today=today)))


def _fate(score: Score, fresh: Sequence[Score], corrected: Sequence[Score]) -> str:
    return LEFT_OUT if score in corrected else NEW if score in fresh else THERE


def _begin(practice: Practice, wanted: Import, client: str, scores: Sequence[Score], today: date) -> None:
    """A new plan that holds these entries and little else; what belongs to a goal has none there, and is refused."""
    read, bad = _read(scores, practice.forms)
    by = writer_at(practice).name
    head = entry_values(format=1, client=client, clinician=by, opened=min(_days(scores)))
    empty, _ = record_from(Plan, head)
    fresh, contradicted = fresh_scores(empty, read, practice.forms, today) if empty else (read, [])
    wanted.bad += [*bad, *contradicted]
    taken: set[str] = set()
    sections: dict[str, list[Value]] = {}
    for entry in _entries(fresh):
        sections.setdefault(entry.section, []).append(entry.value(taken, by, is_marked=True))
    steps, before = len(wanted.steps), len(wanted.bad)
    add_plan(practice, wanted, client, {**head, "status": "active", **sections}, _where(scores))
    if len(wanted.bad) == before:
        wanted.steps[steps:] = [ImportStep(client, f"new plan with {in_words(len(fresh), 'score', 0)}", new=True)]
        wanted.fates += [(one.line, client, _named(one), NEW if one in fresh else THERE) for one in read]


def _days(scores: Iterable[Score]) -> list[date]:
    return [score.day for score in scores]


def _where(scores: Iterable[Score]) -> str:
    return f"line {', '.join(str(score.line) for score in scores)}"


def _corrected(score: Score) -> Fault:
    """What the plan said once and says no more is not taken in again, and that is told."""
    said = f"{_named(score)} stood in the plan, and was made void or amended there: left out"
    return refusal([score.line], said, f"goalctl history {score.client} tells why")


def _read(scores: Iterable[Score], forms: Mapping[str, Form]) -> tuple[list[Score], list[Fault]]:
    """The scores as their forms read them, and what is wrong with the others."""
    found = [read_by_its_form(score, forms) for score in scores]
    bad = [fault for one in found if isinstance(one, list) for fault in one]
    return [one for one in found if isinstance(one, Score)], bad


def _named(score: Score) -> str:
    """`phq-9 17 on 2026-02-01`; of a form without a total how many answers it has."""
    total = f"{score.name} of {len(score.places)} parts" if math.isnan(score.score) else None
    return f"{total or f'{score.name} {number_text(score.score)}'} on {score.day}"


def _step(file: PlanFile, fresh: Sequence[Score], *, known: int, left_out: int) -> ImportStep:
    """How many scores are new to the plan, and in how many entries; of those known, how many are not there any more."""
    entries = len(_entries(fresh))
    into = f" (in {counted(entries, 'new entry', 'new entries')})" if entries else ""
    return ImportStep(file.client, in_words(len(fresh), "score", known - left_out, left_out) + into)


def _refusals(practice: Practice, file: PlanFile, plan: Plan, fresh: Sequence[Score]) -> list[Fault]:
    """What the plan's own rules have against the scores: an unknown goal, a number off the scale."""
    try:
        previewed(practice, file, partial(_edits, scores=fresh, by=None))
    except ChangeRefusedError as error:
        return [refusal(_lines(plan, fresh, finding), finding.message, finding.hint) for finding in error.findings]
    return []


def _lines(plan: Plan, scores: Sequence[Score], finding: Finding) -> list[int]:
    """The lines that a finding is about, by the entry and the name in its path."""
    first = {"sessions": len(plan.sessions), "diary": len(plan.diary)}
    for place, entry in _places(scores, first):
        if finding.path[:2] == place:
            named = [row.line for row in entry.rows if row.name in finding.path]
            return named or [row.line for row in entry.rows]
    return [score.line for score in scores]


def _places(scores: Sequence[Score], first: Mapping[str, int]) -> Iterator[tuple[tuple[str, int], ScoredEntry]]:
    """Each new entry with the place that it will have in the plan."""
    free = dict(first)
    for entry in _entries(scores):
        yield (entry.section, free[entry.section]), entry
        free[entry.section] += 1


def _entries(scores: Iterable[Score]) -> list[ScoredEntry]:
    """The scores by day: those of sessions, those of the client's own reports and forms, those of the diary.

    What stood in several entries of a day comes together, unless two of them score the same.
    """
    groups: dict[tuple[str, date, Kind], list[Score]] = {}
    for score in sorted(scores, key=lambda score: (score.day, score.line)):
        section = "diary" if score.source is Source.DIARY else "sessions"
        kind = Kind.SESSION if score.source is Source.SESSION else Kind.JOURNAL
        groups.setdefault((section, score.day, kind), []).append(score)
    found: dict[tuple[object, str], ScoredEntry] = {}
    for head, group in groups.items():
        are_apart = len({score.name for score in group}) < len(group)
        for score in group:
            which = score.entry if are_apart else ""
            found.setdefault((head, which), ScoredEntry(*head, which)).rows.append(score)
    return list(found.values())


def _edits(plan: Plan, scores: Iterable[Score], by: str | None) -> list[Edit]:
    taken, is_marked = set(entry_ids(plan)), plan.format > 1  # an older plan stays one that an older goalctl reads
    return [append_edit(plan, one.section, one.value(taken, by, is_marked=is_marked)) for one in _entries(scores)]


def _free_id(taken: set[str]) -> str:
    """An id that none of those is, which then is one of them."""
    found = new_entry_id(taken)
    taken.add(found)
    return found


def score_edits(plan: Plan, scores: Sequence[Score], practice: Practice, today: date) -> list[Edit]:
    """The edits for the plan as it is by now; what somebody else has written down meanwhile is not written twice."""
    fresh, bad = fresh_scores(plan, scores, practice.forms, today)
    if bad:
        raise TakenMeanwhileError(f"nothing was written: {bad[0].where}: {bad[0].message}", bad[0].hint)
    return _edits(plan, fresh, writer_at(practice).name or plan.clinician)
