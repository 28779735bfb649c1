"""One session as it is asked: the facts in a few prompts, risk that waits, then the note that is drafted from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property

from goalctl.analysis.case import Case
from goalctl.analysis.risk.row import RiskRow
from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.entry_of import entry_of, merged_entry
from goalctl.cli.asking.guided import Saved, Task, guided_change
from goalctl.cli.asking.risk.risk_inside import RiskInside
from goalctl.cli.asking.sessions.drafted_note import DraftedNote
from goalctl.cli.asking.sessions.note_form import note_template
from goalctl.cli.asking.sessions.session_questions import session_questions
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.documents.change import Edit
from goalctl.model.client_words import in_own_name
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fields
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.validate import record_from
from goalctl.workspace.edits.additions import new_session_id
from goalctl.workspace.operations.log_session import (
    VISIT_LINE,
    asked_entry,
    proposed_visit,
    session_depends_on,
    visit_day,
    with_task_ids,
)
from goalctl.workspace.store.transaction.transaction import Changed

_AFTER_RISK = {"worked_on", "response", "note", "homework", "next"}


@dataclass(frozen=True)
class GuidedSession:
    """The questions about a session of one plan, and the entry that their answers make.

    What is `stated` already is not asked again, but of the visit it is proposed. With `note_only` nothing but the note
    is asked.
    """

    desk: Desk
    plan: Plan
    stated: Fields
    form: Form | None
    note_only: bool = False

    @cached_property
    def fixed(self) -> Fields:
        """What the entry says whatever is answered."""
        kept = self.stated if self.note_only else self._not_of_the_visit
        return entry_values(id=new_session_id(self.plan), date=self.desk.today) | kept

    @property
    def _not_of_the_visit(self) -> Fields:
        return {key: value for key, value in self.stated.items() if key not in VISIT_LINE}

    @cached_property
    def facts(self) -> list[Question]:
        """All but risk and a drafted note."""
        if self.note_only:
            return []
        stated = {key: self.stated[key] for key in VISIT_LINE if key in self.stated}
        visit = proposed_visit(self.plan, today=self.desk.today) | stated
        asked = session_questions(self.desk, self.plan, visit, self.form)
        return [question for question in asked if question.key not in self.stated]

    @cached_property
    def risk(self) -> RiskInside:
        """The questions about what needs an act."""
        return RiskInside(self.desk, self.plan, lambda answers: self._case(self._entry(self.facts, answers)))

    @cached_property
    def note(self) -> DraftedNote | None:
        """The parts of the note."""
        return DraftedNote(self.form, lambda answers: self._case(self._recorded(answers))) if self.form else None

    @cached_property
    def questions(self) -> Sequence[Question]:
        """All of them, in the order in which they are asked."""
        place = next((n for n, one in enumerate(self.facts) if one.key in _AFTER_RISK), len(self.facts))
        note = self.note.questions() if self.note else []
        return [*self.facts[:place], *self._of_risk, *self.facts[place:], *note]

    def entry(self, answers: Replies) -> Fields:
        """The entry that the answers make."""
        entry = self._recorded(answers)
        whole = self.note.written_into(entry, answers) if self.note else entry
        return asked_entry(whole, self.desk.practice.forms)

    def doubts(self, changed: Changed) -> str:
        """What to look at before it is saved."""
        return "\n".join(self.note.doubts(changed.plan)) if self.note else ""

    @cached_property
    def _of_risk(self) -> list[Question]:
        return [] if self.note_only else self.risk.questions()

    def _entry(self, questions: Sequence[Question], answers: Replies) -> Fields:
        return asked_entry(merged_entry(self.fixed, entry_of(questions, answers)), self.desk.practice.forms)

    def _recorded(self, answers: Replies) -> Fields:
        return self.risk.record_in(self._entry([*self.facts, *self._of_risk], answers), answers)

    def _case(self, entry: Fields) -> tuple[Case, Session] | None:
        """The plan as if the entry were logged, seen from its day."""
        session, _ = record_from(Session, with_task_ids(entry))
        if session is None:
            return None
        plan = self.plan.copy_with(sessions=(*self.plan.sessions, session))
        return self.desk.practice.case(plan, today=session.date), in_own_name(plan, session)


@dataclass(frozen=True, slots=True)
class Logged:
    """A session that was saved, and what was offered to be recorded in it and put off."""

    saved: Saved
    put_off: RiskRow | None


def asked_session(
    desk: Desk,
    client: str,
    stated: Fields,
    edits: Callable[[Plan, Fields], list[Edit]],
    *,
    template: str | None,
    note_only: bool,
    kept_as: Callable[[Fields], AbstractContextManager[Fields]],
) -> Logged | None:
    """Log the session that the answers make; None when the person decides against it.

    Its note follows `template`, else the practice's `note`, else it is asked in one line.
    """
    form = _template(desk, template)
    put_off: RiskRow | None = None

    def task(plan: Plan) -> Task:
        guided = GuidedSession(desk, plan, stated, form, note_only)

        def entry(answers: Replies) -> Fields:
            nonlocal put_off
            put_off = None if note_only else guided.risk.put_off(answers)
            return guided.entry(answers)

        return Task(
            guided.questions, entry, edits, session_depends_on, guided.doubts, kept_as=kept_as,
            day=visit_day(stated, desk.today),
        )  # fmt: skip

    saved = guided_change(desk, client, "log-session", task)
    return Logged(saved, put_off) if saved else None


def _template(desk: Desk, stated: str | None) -> Form | None:
    """The stated one, else the practice's; one of the settings that is none is told with where it stands."""
    name = stated or desk.practice.settings.note
    try:
        return note_template(desk, name) if name else None
    except GoalctlError as error:
        where = "" if stated else "goalctl.yaml, note: "
        raise UsageError(f"{where}{error.message}", error.hint) from None
