"""One person and one concern through the log: what is unanswered, what was asked and found, until when that holds.

An endorsed item is answered by a record that asked as high as the item is, of its day or later. Then nothing is raised
again until the follow-up, or at most for the quiet time of its height, unless it is higher than what was known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from itertools import accumulate

from goalctl.analysis.risk.outreach import Outreach
from goalctl.analysis.risk.reading import record_evidence
from goalctl.analysis.risk.recorded import Recorded
from goalctl.analysis.risk.row import Mark, RiskEvidence
from goalctl.analysis.risk.step import RiskEntry, RiskStep, in_order
from goalctl.model.scoring import Height
from goalctl.model.session import Kind
from goalctl.model.settings import RiskQuiet


@dataclass(slots=True)
class RiskCourse:
    """Where one row stands after the steps so far.

    `pending` is endorsed and unanswered; `opened` a record that needs a follow-up day and has none; `answer` the newest
    record that asked, `asked_at` its hour; `covered` how high what it knew of is (0: nothing), `known` the points of
    every item among it, by form, whoever signed the sheet for this person.
    `again` was endorsed in its quiet time and not raised.
    """

    quiet_times: RiskQuiet
    pending: list[RiskEvidence] = field(default_factory=list)
    opened: RiskEvidence | None = None
    answer: Recorded | None = None
    asked_on: date | None = None
    asked_at: time | None = None
    quiet: Height | None = None
    covered: int = 0
    known: dict[tuple[str, str], float] = field(default_factory=dict)
    told: list[RiskEvidence] = field(default_factory=list)
    again: list[RiskEvidence] = field(default_factory=list)
    whole_on: date | None = None
    whole: str = ""
    closed_on: date | None = None
    because: str = ""
    outreach: Outreach | None = None
    held: list[date] = field(default_factory=list)

    @property
    def is_alive(self) -> bool:
        """Whether there is a row that is not closed."""
        return bool(self.pending) or self.opened is not None or self.answer is not None

    @property
    def open_now(self) -> tuple[RiskEvidence, ...]:
        """What needs an answer or a follow-up day, and with a record that has none the items that it answered."""
        behind = (self.opened, *self.told) if self.opened else ()
        return tuple(dict.fromkeys((*self.pending, *behind)))

    @property
    def quiet_until(self) -> date | None:
        """The last day of the quiet time; None where nothing was found, so that nothing is kept quiet."""
        return self.quiet_times.at(self.quiet).after(self.asked_on) if self.quiet and self.asked_on else None

    @property
    def until(self) -> date | None:
        """The last day on which the answer holds: the follow-up or the end of the quiet time, whichever is first."""
        follow_up = self.answer.follow_up if self.answer else None
        return min((day for day in (follow_up, self.quiet_until) if day), default=None)

    @property
    def ends_by_follow_up(self) -> bool:
        """Whether it is the follow-up that comes first."""
        return self.answer is not None and self.answer.follow_up is not None and self.until == self.answer.follow_up

    def take(self, step: RiskStep) -> None:
        """One step further."""
        if step.endorsed:
            self._endorse(step.endorsed)
        elif step.record:
            self._record(step.placed, step.record)
        else:
            self._complete(step)

    def _endorse(self, found: RiskEvidence) -> None:
        if self.closed_on:
            self._begin_anew()
        if self.pending or self.opened or not self._is_covered(found):
            self.pending.append(found)
        else:
            self.again.append(found)

    def _is_covered(self, found: RiskEvidence) -> bool:
        """Whether it is the same or less again, while the answer to it holds."""
        if self.quiet is None or self.until is None or found.day > self.until:
            return False
        known = self.known.get(_item_of(found))
        if known is not None and (found.points > known or found.height is None):
            return found.points <= known
        return found.ranks_as.rank <= self.covered

    def _complete(self, step: RiskStep) -> None:
        """A completed risk form is asking; what was decided is open."""
        lapsed = self.until is not None and step.day >= self.until
        if self.pending or self.opened or (self.answer and lapsed):
            self.whole_on, self.whole = step.day, step.whole

    def _record(self, placed: RiskEntry, record: Recorded) -> None:
        if record.closes:
            self._close(placed, record)
        elif record.reach is None or Mark.AHEAD in placed.marks:
            self._note_without_asking(placed, record)
        else:
            if self.closed_on:
                self._begin_anew()
            if self.is_alive or record.found or (record.follow_up and not record.is_beside):
                self._answer(placed, record)

    def _close(self, placed: RiskEntry, record: Recorded) -> None:
        if self.is_alive and Mark.AHEAD not in placed.marks:
            told = [*self.pending, *([self.opened] if self.opened else []), *self.told]
            self._begin_anew()
            self.told, self.closed_on, self.because = told, placed.now.date, record.because

    def _note_without_asking(self, placed: RiskEntry, record: Recorded) -> None:
        """Nothing is answered; what a record of a later day found is open, and a follow-up day is kept in view."""
        if record.found:
            self.opened = record_evidence(placed, record.says, record.found)
        elif self.opened and record.follow_up:
            self._add_follow_up(placed, record)
        elif not self.is_alive and record.follow_up and not record.is_beside and Mark.AHEAD not in placed.marks:
            self.answer, self.asked_on, self.asked_at = record, placed.now.date, placed.at
            self.told = [record_evidence(placed, "not asked", None)]

    def _answer(self, placed: RiskEntry, record: Recorded) -> None:
        reach = _rank_of(record.reach, record.found)
        given = [*self.pending, *self.again]
        answered = [found for found in given if found.ranks_as.rank <= reach and Mark.AHEAD not in found.marks]
        self.pending = [found for found in self.pending if found not in answered]
        told = record_evidence(placed, record.says, record.found)
        if _rank_of(self.quiet) > reach:
            self._fall_short(placed, told, record)
        else:
            self._settle(placed, record, told, answered)

    def _settle(self, placed: RiskEntry, record: Recorded, told: RiskEvidence, answered: list[RiskEvidence]) -> None:
        """It asked high enough: what is known, and until when that holds, is from this record on."""
        self.quiet = _quiet_height(record, answered)
        self.covered = _rank_of(record.found, *(found.ranks_as for found in answered))
        self._remember(record, answered)
        self.answer, self.asked_on, self.asked_at = record, placed.now.date, placed.at
        self.told, self.again = [told, *answered], []
        is_high = _rank_of(record.found) >= Height.ACTIVE.rank
        self.opened = told if is_high and record.follow_up is None else None
        self.whole_on, self.outreach, self.held = None, None, []
        if self.quiet is None and record.follow_up is None and not self.pending:
            self._begin_anew()

    def _fall_short(self, placed: RiskEntry, told: RiskEvidence, record: Recorded) -> None:
        """It did not ask as high as the row is: what was known before holds as long as it did."""
        self.told, self.outreach, self.held = [told, *self.told], None, []
        if self.opened and record.follow_up:
            self._add_follow_up(placed, record)

    def _add_follow_up(self, placed: RiskEntry, record: Recorded) -> None:
        """The follow-up day that the record before lacked; where that asked nothing, it holds for what it found."""
        if self.answer is None and self.opened:
            self.asked_on, self.asked_at, self.quiet = placed.now.date, placed.at, self.opened.ranks_as
            self.told = [self.opened, *self.told]
        self.answer, self.opened = (self.answer or record)._replace(follow_up=record.follow_up), None

    def _remember(self, record: Recorded, answered: Iterable[RiskEvidence]) -> None:
        """Where the record found something, what was known of items that mix heights is still known."""
        if record.found is None:
            self.known = {}
        for found in answered:
            item = _item_of(found)
            self.known[item] = max(found.points, self.known.get(item, found.points))

    def _begin_anew(self) -> None:
        self.pending, self.told, self.again, self.held, self.known = [], [], [], [], {}
        self.opened = self.answer = self.asked_on = self.asked_at = self.quiet = None
        self.whole_on = self.closed_on = self.outreach = None
        self.covered, self.because = 0, ""

    def visit(self, placed: RiskEntry) -> None:
        """An appointment that was missed, a try to reach the client since, or a contact with the client.

        One of the day on which it was asked is a missed one only where clock times prove that it came after.
        """
        day, kind = placed.now.date, placed.now.kind
        if not self.is_alive:
            return
        if kind.client_was_seen:
            self.outreach = None
            self.held += [day] if day != self.asked_on else []
        elif day == self.asked_on and not self._is_after_asking(placed.at):
            return
        elif kind.did_not_take_place:
            since = self.outreach or Outreach(day)
            self.outreach = since.missed(day, was_cancelled=kind is Kind.CANCELLED)
        elif kind is Kind.OUTREACH and self.outreach:
            self.outreach = self.outreach.tried_again(day)

    def _is_after_asking(self, at: time | None) -> bool:
        return at is not None and self.asked_at is not None and at > self.asked_at


def _item_of(found: RiskEvidence) -> tuple[str, str]:
    return (found.form.id if found.form else "", found.item)


def _rank_of(*heights: Height | None) -> int:
    """The rank of the highest; 0 for none."""
    highest = Height.highest_of(heights)
    return highest.rank if highest else 0


def _quiet_height(record: Recorded, answered: Iterable[RiskEvidence]) -> Height | None:
    """How high the answer stands: what was found, or the item's own height where that is higher.

    An item without a height of its own is as high as the record found, and active where it found nothing.
    """
    items = list(answered)
    highest = Height.highest_of((record.found, *(found.height for found in items)))
    return highest or (Height.ACTIVE if items else None)


def course_of(steps: Iterable[RiskStep], visits: Iterable[RiskEntry], quiet_times: RiskQuiet) -> RiskCourse:
    """The course after all of them; a visit comes after what is on record of its day."""
    course, ordered = RiskCourse(quiet_times), in_order(steps)
    days = accumulate((step.day for step in ordered), max)  # what opens anew comes after the day that it is about
    moments: list[tuple[date, int, RiskStep | RiskEntry]] = [
        (day, 0, step) for day, step in zip(days, ordered, strict=True)
    ]
    moments += [(visit.now.date, 1, visit) for visit in visits]
    for _, _, moment in sorted(moments, key=lambda one: one[:2]):
        if isinstance(moment, RiskStep):
            course.take(moment)
        else:
            course.visit(moment)
    return course
