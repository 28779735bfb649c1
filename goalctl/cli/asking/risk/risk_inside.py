"""Risk that needs an act, asked inside the session: chosen or put off, and recorded in the session's own entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from goalctl.analysis.case import Case
from goalctl.analysis.risk.row import Mark, RiskRow
from goalctl.analysis.risk.row_words import row_in_words
from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.forms.form_questions import own_answers
from goalctl.cli.asking.risk.risk_offer import NOBODY, Offer, waiting_offer
from goalctl.cli.asking.risk.risk_questions import FORM, risk_questions
from goalctl.cli.desk import Desk
from goalctl.model.finding import Fields, Value
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.session import Session
from goalctl.views.clean import one_line

NOW = "now"
_PREFIX = f"{FORM}."
_YES = {"y", "yes"}
_LATER = {"n", "no"}


@dataclass(frozen=True)
class RiskInside:
    """The questions of a record about what needs an act most, as of the session with the answers given by then.

    `case_of` is that case, None while the answers make no entry.
    """

    desk: Desk
    plan: Plan
    case_of: Callable[[Replies], tuple[Case, Session] | None]

    def questions(self) -> list[Question]:
        """Whether it is asked now, then the risk form; none where that can't be read."""
        form = self.desk.practice.forms.get(FORM)
        if form is None:
            return []
        first = Question(
            f"{_PREFIX}{NOW}",
            "Ask and record it now? y, or Enter to do it later",
            f"y asks what a risk record holds, and the note can speak of it. {NOBODY}.",
            read=_yes,
            asked=lambda answers: self.row(answers) is not None,
            to=(),
            follows=self._with_its_row,
        )
        return [first, *(self._of_the_form(one) for one in self._form_questions(form))]

    def row(self, answers: Replies) -> RiskRow | None:
        """What needed an act most on that day; None for nothing, and where the client was not there."""
        found = self.case_of(answers)
        if found is None or not found[1].kind.client_was_seen:
            return None
        case, session = found
        rows = (row for row in case.risk.needs_act if row.newest <= session.date or Mark.AHEAD in row.marks)
        return next(rows, None)

    def put_off(self, answers: Replies) -> RiskRow | None:
        """What was offered and not recorded."""
        return None if answers.get(f"{_PREFIX}{NOW}") else self.row(answers)

    def record_in(self, entry: Fields, answers: Replies) -> Fields:
        """The entry with whom and what its record is about, where one was made."""
        row, record = self.row(answers), entry.get("risk")
        if row is None or not isinstance(record, dict):
            return entry
        return {**entry, "risk": {**self._offer(row, answers).about, **record}}

    def _form_questions(self, form: Form) -> list[Question]:
        return risk_questions(form, because="", on=self.desk.today, today=self.desk.today)

    def _of_the_form(self, question: Question) -> Question:
        def is_asked(answers: Replies) -> bool:
            return answers.get(f"{_PREFIX}{NOW}") is not None and question.asked(own_answers(answers, _PREFIX))

        follows = self._with_the_reason if question.key == "asked_because" else None
        return replace(question, key=f"{_PREFIX}{question.key}", asked=is_asked, follows=follows)

    def _with_its_row(self, question: Question, answers: Replies) -> Question:
        found, row = self.case_of(answers), self.row(answers)
        if found is None or row is None:
            return question
        return replace(question, above=one_line(f"!! Risk: {row_in_words(_before(found[1], row))}."))

    def _with_the_reason(self, question: Question, answers: Replies) -> Question:
        row = self.row(answers)
        return replace(question, default=self._offer(row, answers).because) if row else question

    def _offer(self, row: RiskRow, answers: Replies) -> Offer:
        found = self.case_of(answers)
        day = found[1].date if found else self.desk.today
        return waiting_offer(self.plan, row, day, self.desk.today)


def _before(session: Session, row: RiskRow) -> RiskRow:
    """The row without the session in which it is being asked."""
    unasked = list(row.unasked_on)
    if session.date in unasked:
        unasked.remove(session.date)
    return row._replace(unasked_on=tuple(unasked))


def _yes(line: str) -> Value:
    if line.lower() in _YES:
        return "yes"
    if line.lower() in _LATER:
        return None
    raise ScalarError("E129", f"'{line}' is not understood", "y asks it now, Enter leaves it for later")
