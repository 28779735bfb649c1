"""What of a plan may stand where its client can see it, before anything is made of it.

The rule: the agreed goals and steps, appointments, the day of the end, and the reader's own scores, forms, homework and
words. No diagnosis, no risk record, no staff's remark or rating, no verdict (off track, worse, overdue, stale), and in
a plan of several people nobody else's figures or words. It is an allow-list: a key that is not named here never gets
through.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.progress.beginning import opening_of
from goalctl.analysis.progress.direction import STATED
from goalctl.model.answers import Answers
from goalctl.model.client_words import is_the_clients_word
from goalctl.model.diary import DiaryEntry
from goalctl.model.discovery import Discovery
from goalctl.model.goal import Goal, Objective, Relevant
from goalctl.model.ids import CLIENT_RATER, FormRef, Rated
from goalctl.model.measure import Measure
from goalctl.model.people import (
    diary_of,
    former_guardians,
    has_had_several,
    joined_on,
    members_on,
    owner_of,
    people_of,
    person_named,
    same,
    those_of,
    those_treated,
)
from goalctl.model.plan import Change, Discharge, Plan
from goalctl.model.session import Kind, Session
from goalctl.model.types import Record

_OF_THE_PLAN = {
    "format", "client", "members", "guardians", "clinician", "opened", "status", "values_", "strengths", "discovery",
    "goals", "diary", "sessions", "discharge",
}  # fmt: skip
_OF_AN_ENTRY = {
    "id", "date", "time", "kind", "present", "scores", "forms", "homework", "homework_done", "next", "confidential",
    "void",
}  # fmt: skip
_OF_THE_END = {"on"}  # what had been agreed on before is not to come
# What was agreed on of a goal, whosever it is: its words, its days, how it is scored and where it is meant to go.
_AGREED_OF_A_GOAL = {
    "goal", "objective", "status", "deadline", "checkpoints", "measurable", "by", "of", "per", "unit", "scale",
    "levels", "target", "better", "hold", "keep",
}  # fmt: skip
_OF_THE_CLINICIAN = {"baseline", "judged_by"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: somebody of the plan by name, or None for all of its people together.

    With `alone` the page is that one's only, and holds what is kept from the others.
    """

    name: str | None
    alone: bool = False

    def is_also(self, name: str | None) -> bool:
        """Whether what is that person's is the reader's own."""
        return name is not None and self.name is not None and same(self.name, name)


def reader_named(plan: Plan, word: str) -> Reader | None:
    """The reader of a page of their own; None when nobody of the plan is called that."""
    name = person_named(plan, word)
    return Reader(name, alone=True) if name else None


def reader_of_all(plan: Plan) -> Reader:
    """The reader of a page that everybody of the plan may see; where there is only one, that one."""
    return _only_one(people_of(plan))


def reader_at_the_screen(plan: Plan) -> Reader:
    """Who sits there with the clinician: a couple sees what it shares, anybody else is the one who is treated."""
    return _only_one(those_treated(plan))


def _only_one(people: tuple[str, ...]) -> Reader:
    return Reader(None if len(people) > 1 else people[0])


def is_own(plan: Plan, reader: Reader, item_id: str) -> bool:
    """Whether a goal or step is the reader's own, or that of everybody who reads."""
    owner = owner_of(plan, item_id)
    return owner is None or reader.is_also(owner)


def may_know_since(plan: Plan, reader: Reader) -> date | None:
    """The day on which the reader joined the others, on a page for all the last of them; None: from the beginning."""
    readers = plan.members if reader.name is None else (reader.name,)
    return max(filter(None, (joined_on(plan, name) for name in readers)), default=None)


def may_know_of_change(plan: Plan, reader: Reader, change: Change) -> bool:
    """Whether the reader may see from what to what it went; of somebody else's goal only what was agreed on."""
    if change.of not in plan.scorables:
        return False
    leaf = next((part for part in reversed(change.what.split(".")) if not part.lstrip("-").isdigit()), change.what)
    if is_own(plan, reader, change.of):
        return leaf not in _OF_THE_CLINICIAN
    return leaf in _AGREED_OF_A_GOAL


def case_for_client(case: Case, reader: Reader | None = None, *, now: Plan | None = None) -> Case:
    """The case of the plan as the reader may see it, by default whoever sits at the screen.

    `now` is what the file says where the case is of an earlier one: what is confidential is so of any day.
    """
    newest = now or (case.cut_from.whole if case.cut_from else case.plan)
    confidential = frozenset(entry.known_as for entry in newest.sessions if entry.current.confidential)
    view = _View(case.plan, reader or reader_at_the_screen(case.plan), confidential)
    return replace(case, plan=view.seen(), earlier=(), ahead=(), later=(), cut_from=None)


@dataclass(frozen=True, slots=True)
class _View:
    """One plan in the eyes of one reader."""

    plan: Plan
    reader: Reader
    confidential: frozenset[tuple[str, ...]]

    def seen(self) -> Plan:
        """The plan with nothing in it that the reader may not know."""
        plan = self.plan
        mine = self._is_for(those_treated(plan))  # a guardian is not asked what matters to the client
        return plan.copy_with(
            **_absent(Plan, _OF_THE_PLAN),
            discharge=plan.discharge and plan.discharge.model_copy(update=_absent(Discharge, _OF_THE_END)),
            values_=tuple(one for one in plan.values_ if mine and not self._was_before_them(one.on)),
            strengths=plan.strengths if mine and not self._was_the_minors(None) else (),
            discovery=self._discovery(),
            goals=tuple(self._goal(goal) for goal in plan.goals if self._was_there(goal)),
            sessions=tuple(found for entry in plan.log if (found := self._known_of(entry))),
            diary=tuple(self._noted(entry) for entry in diary_of(plan)),
        )

    def _is_for(self, people: tuple[str, ...]) -> bool:
        """Whether what belongs to these people may be seen: by one of them, or by all when it is everybody's."""
        everybody = self.plan.members or (CLIENT_RATER, *self.plan.guardians)
        return any(self.reader.is_also(name) for name in people) or (
            self.reader.name is None and all(any(same(one, name) for name in people) for one in everybody)
        )

    def _discovery(self) -> Discovery:
        """Of a client alone all of it; of several members only the wishes that became a goal, which has an owner."""
        found = self.plan.discovery
        if not self.plan.members:
            return found if self.reader.is_also(CLIENT_RATER) else Discovery()
        wishes = (wish for wish in found.magic_wand if wish.goal and is_own(self.plan, self.reader, wish.goal))
        return Discovery(magic_wand=tuple(wish for wish in wishes if not self._was_before_them(wish.on)))

    def _was_there(self, goal: Goal) -> bool:
        """Whether it had not ended before the reader joined."""
        return goal.closed is None or not self._was_before_them(goal.closed)

    def _was_before_them(self, day: date | None) -> bool:
        """Whether it was said or agreed on, on a day or by the opening, before the reader joined.

        What was said when there were no members is the client's, who may be named as that. Who left and came back knows
        what there was until they left.
        """
        since, said = may_know_since(self.plan, self.reader), day or self.plan.opened
        if since is None or said is None or said >= since or self._were_members(said):
            return False
        return not (self._is_named_as_the_client() and _had_no_members(self.plan, said))

    def _were_members(self, day: date) -> bool:
        readers = self.plan.members if self.reader.name is None else (self.reader.name,)
        there = members_on(self.plan, day)
        return all(any(same(name, one) for one in there) for name in readers)

    def _is_named_as_the_client(self) -> bool:
        minor = bool(self.plan.guardians or former_guardians(self.plan))
        return self.reader.name is not None and is_the_clients_word(self.reader.name.casefold(), minor=minor)

    def _goal(self, goal: Goal) -> Goal:
        """The goal as agreed; of somebody else's, or an earlier one, neither the quoted words nor where it began."""
        steps = tuple(self._step(step) for step in goal.objectives)
        if is_own(self.plan, self.reader, goal.id) and not self._was_before_them(goal.opened):
            return goal.model_copy(update={"objectives": steps})
        smart = goal.smart.model_copy(
            update={"measurable": _unbegun(goal.measure), "measured_before": (), "relevant": Relevant()}
        )
        return goal.model_copy(update={"objectives": steps, "smart": smart, "grow": None})

    def _step(self, step: Objective) -> Objective:
        if is_own(self.plan, self.reader, step.id) and not self._was_before_them(opening_of(self.plan, step)):
            return step
        return step.model_copy(update={"measurable": _unbegun(step.measure), "measured_before": ()})

    def _known_of(self, entry: Session) -> Session | None:
        """The entry as the reader may see it; of a call in a crisis the appointment that was agreed on, no more."""
        if entry.known_as in self.confidential and not entry.confidential:
            entry = entry.model_copy(update={"confidential": True})
        if self._may_know_of(entry):
            return self._entry(entry)
        if entry.confidential or entry.next is None:
            return None
        bare = _absent(Session, {"id", "date", "time", "next"})
        return entry.model_copy(update=bare | {"kind": Kind.JOURNAL})

    def _may_know_of(self, entry: Session) -> bool:
        """An entry that is kept from the others is known to those whose it is, on a page of their own.

        That somebody called in a crisis is kept without being marked so.
        """
        is_kept = entry.confidential or (entry.kind is Kind.CRISIS and has_had_several(self.plan))
        return not is_kept or (self.reader.alone and self._is_for(those_of(self.plan, entry)))

    def _entry(self, entry: Session) -> Session:
        people, raters = those_of(self.plan, entry), self._raters(entry)
        tasks = tuple(task for task in entry.homework if self._is_for(people) and self._is_task_mine(task.for_))
        shown = {
            "scores": self._scores(entry.scores, raters),
            "forms": self._forms(entry.forms, raters),
            "homework": tasks,
            "kind": Kind.SESSION if entry.kind is Kind.CRISIS else entry.kind,
        }
        return entry.model_copy(update=_absent(Session, _OF_AN_ENTRY) | shown)

    def _raters(self, entry: Session) -> tuple[str, ...]:
        """Whose is what names nobody: before there were members the client's, if a minor or named as present."""
        named = any(is_the_clients_word(word.casefold(), minor=False) for word in entry.present)
        was_client = named and _had_no_members(self.plan, entry.date)
        return (CLIENT_RATER,) if was_client or self._was_the_minors(entry.date) else those_of(self.plan, entry)

    def _was_the_minors(self, day: date | None) -> bool:
        """Whether a parent who has become a member reads what a minor said on a day, or by the opening, before that."""
        parents = {name.casefold() for name in (*self.plan.guardians, *former_guardians(self.plan))}
        readers = self.plan.members if self.reader.name is None else (self.reader.name,)
        is_parent = any(name.casefold() in parents for name in readers)
        return is_parent and _had_no_members(self.plan, day or self.plan.opened or date.min)

    def _is_task_mine(self, item: str | None) -> bool:
        """What is to be done for a goal of several members that one is judged by is that one's to do."""
        return not self.plan.members or item is None or is_own(self.plan, self.reader, item)

    def _noted(self, entry: DiaryEntry) -> DiaryEntry:
        scores = self._scores(entry.scores, members_on(self.plan, entry.date))
        return entry.model_copy(update=_absent(DiaryEntry, {"date", "scores"}) | {"scores": scores})

    def _scores(self, scores: Mapping[Rated, float], people: tuple[str, ...]) -> dict[Rated, float]:
        return {rated: score for rated, score in scores.items() if self._is_score_mine(rated, people)}

    def _is_score_mine(self, rated: Rated, people: tuple[str, ...]) -> bool:
        """A score without a rater is that of whoever the goal is judged by, else of those who were there."""
        if rated.rater != CLIENT_RATER:
            return self.reader.is_also(rated.rater)
        owner = owner_of(self.plan, rated.item) if self.plan.members else CLIENT_RATER
        return self._is_for(people) if owner is None else self.reader.is_also(owner)

    def _forms(self, forms: Mapping[FormRef, Answers], people: tuple[str, ...]) -> dict[FormRef, Answers]:
        return {ref: answers for ref, answers in forms.items() if self._is_form_mine(ref, people)}

    def _is_form_mine(self, ref: FormRef, people: tuple[str, ...]) -> bool:
        """Where only the client reads, a form that somebody else filled in for them is theirs to see too."""
        if ref.respondent is None:
            return self._is_for(people) if self.plan.members else self.reader.is_also(CLIENT_RATER)
        return self.reader.is_also(ref.respondent) or not has_had_several(self.plan)


def _had_no_members(plan: Plan, day: date) -> bool:
    """Whether the plan has members now, and was a client's alone on that day."""
    return bool(plan.members) and members_on(plan, day) == (CLIENT_RATER,)


def _unbegun(measure: Measure | None) -> Measure | None:
    """How it is scored, which side is the good one and where it is meant to go, without where somebody stood."""
    if measure is None:
        return None
    better = STATED.get(measure.direction, measure.better)
    return measure.model_copy(update={"baseline": None, "since": None, "better": better})


def _absent(kind: type[Record], kept: set[str]) -> dict[str, object]:
    """All fields of a record but those that are kept, as if nobody had filled them in."""
    fields = kind.model_fields.items()
    return {name: info.get_default(call_default_factory=True) for name, info in fields if name not in kept}
