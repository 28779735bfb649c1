"""Imported scores as new entries of plans: one entry for each day and kind, none that is there already twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import answer_findings, answers_from_text, score_of
from goalctl.analysis.progress.scores import Score, Source, scores_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fault, Finding, Value
from goalctl.model.form import Form
from goalctl.model.ids import form_ref_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, number_text
from goalctl.model.session import Kind, answers_from
from goalctl.workspace.edits.additions import append_edit, new_session_id
from goalctl.workspace.operations.import_plans import Import, Step, TakenMeanwhileError, in_words, refusal
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile, Scan
from goalctl.workspace.store.transaction import ChangeRefusedError, previewed


@dataclass(slots=True)
class Entry:
    """A new entry of the log or of the diary, with the rows that it is made of."""

    section: str
    day: date
    kind: Kind
    rows: list[Score] = field(default_factory=list)

    def value(self, plan: Plan, by: str | None) -> Value:
        """As the plan holds it; a journal is nobody's session, so nobody is named."""
        scores = {row.name: number_text(row.score) for row in self.rows if row.source is not Source.FORM}
        if self.section == "diary":
            return entry_values(date=self.day) | scores
        head = entry_values(id=new_session_id(plan), date=self.day, by=by if self.kind is Kind.SESSION else None)
        forms = {row.name: row.answers for row in self.rows if row.source is Source.FORM}
        return head | entry_values(kind=self.kind.value, scores=scores, forms=forms)


def scores_import(practice: Practice, found: Scan, scores: Sequence[Score], *, today: date) -> Import:
    """The scores that the plans do not have yet, in new entries; one that contradicts a plan is refused."""
    wanted = Import()
    here = {file.client: file for file in found.files}
    for client in dict.fromkeys(score.client for score in scores):
        own = [score for score in scores if score.client == client]
        if client in here:
            _add_scores(practice, wanted, here[client], own, today)
        else:
            hint = "scores belong to goals, so import or make the plan first"
            wanted.bad += [refusal([score.line], f"there is no client {client}", hint) for score in own]
    return wanted


def _add_scores(practice: Practice, wanted: Import, file: PlanFile, scores: Sequence[Score], today: date) -> None:
    plan = case_plan(practice, file).plan
    if plan is None:
        unread = f"{file.name} can't be used until it is mended"
        wanted.bad += [refusal([score.line], unread, f"goalctl check {file.name}") for score in scores]
        return
    read = [_read_by_its_form(score, practice.forms) for score in scores]
    fresh, bad = _fresh(plan, [score for score in read if isinstance(score, Score)], practice.forms, today)
    bad += [found for found in read if isinstance(found, Fault)]
    bad += _refusals(practice, file, plan, fresh) if fresh else []
    wanted.bad += bad
    if bad:
        return
    entries = len(_entries(fresh))
    counted = in_words(len(fresh), "score", len(scores) - len(fresh))
    into = f" (in {entries} new {'entry' if entries == 1 else 'entries'})" if entries else ""
    wanted.steps.append(Step(file.client, counted + into))
    if fresh:
        wanted.changes.append((file, partial(score_edits, scores=fresh, practice=practice, today=today)))


def _read_by_its_form(score: Score, forms: Mapping[str, Form]) -> Score | Fault:
    """The score of a form as its text says, by the grammar that holds for every way in."""
    if score.source is not Source.FORM or not isinstance(score.answers, str):
        return score
    form = form_of(forms, form_ref_from(score.item))
    if form is None:
        hint = "goalctl forms lists what there is; the practice's own are in forms/"
        return refusal([score.line], f"there is no form {score.item}", hint)
    try:
        value = answers_from_text(form, score.answers)
        answers = answers_from(value)
    except ScalarError as error:
        return refusal([score.line], str(error), error.hint)
    if wrong := answer_findings(form, answers):
        return refusal([score.line], wrong[0].message, wrong[0].hint)
    found = score_of(form, answers)
    if found.total is None:
        hint = f"enter it with goalctl assess {score.client} {score.name}"
        return refusal([score.line], f"{score.name} has no total: {found.why_no_total}", hint)
    return replace(score, score=found.total, answers=value)


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
    for place, entry in _placed(scores, first):
        if finding.path[:2] == place:
            named = [row.line for row in entry.rows if row.name in finding.path]
            return named or [row.line for row in entry.rows]
    return [score.line for score in scores]


def _placed(scores: Sequence[Score], first: Mapping[str, int]) -> Iterator[tuple[tuple[str, int], Entry]]:
    """Each new entry with the place that it will have in the plan."""
    free = dict(first)
    for entry in _entries(scores):
        yield (entry.section, free[entry.section]), entry
        free[entry.section] += 1


def _fresh(
    plan: Plan, scores: Sequence[Score], forms: Mapping[str, Form], today: date
) -> tuple[list[Score], list[Fault]]:
    """The scores that are new, and those that say another number than the plan or an earlier line."""
    known = {score.key: score for score in scores_of(Standpoint(plan, forms, today))}
    fresh: list[Score] = []
    bad: list[Fault] = []
    for score in scores:
        other = known.setdefault(score.key, score)
        if other is score:
            fresh.append(score)
        elif other.score != score.score:
            bad.append(_contradiction(score, other))
    return fresh, bad


def _contradiction(score: Score, other: Score) -> Fault:
    there = f"{number_text(other.score)} on line {other.line}" if other.line else f"{number_text(other.score)} already"
    hint = "take the line out; what a plan says is corrected with goalctl amend"
    return refusal([score.line], f"{score.name} has {there} for {score.day}, not {number_text(score.score)}", hint)


def _entries(scores: Iterable[Score]) -> list[Entry]:
    """The scores by day: those of sessions, those of the client's own reports and forms, those of the diary."""
    found: dict[tuple[str, date, Kind], Entry] = {}
    for score in sorted(scores, key=lambda score: (score.day, score.line)):
        section = "diary" if score.source is Source.DIARY else "sessions"
        kind = Kind.SESSION if score.source is Source.SESSION else Kind.JOURNAL
        entry = found.setdefault((section, score.day, kind), Entry(section, score.day, kind))
        entry.rows.append(score)
    return list(found.values())


def _edits(plan: Plan, scores: Iterable[Score], by: str | None) -> list[Edit]:
    return [append_edit(plan, entry.section, entry.value(plan, by)) for entry in _entries(scores)]


def score_edits(plan: Plan, scores: Sequence[Score], practice: Practice, today: date) -> list[Edit]:
    """The edits for the plan as it is by now; what somebody else has written down meanwhile is not written twice."""
    fresh, bad = _fresh(plan, scores, practice.forms, today)
    if bad:
        raise TakenMeanwhileError(f"nothing was written: {bad[0].where}: {bad[0].message}", bad[0].hint)
    return _edits(plan, fresh, practice.settings.clinician or plan.clinician)
