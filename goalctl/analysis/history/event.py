"""One thing that happened to a plan, and how each kind of record tells of itself: to a file's own trail and to git."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from goalctl.analysis.figures import counted
from goalctl.model.holds import Hold
from goalctl.model.plan import Agreement, Discharge, Review
from goalctl.model.session import Amendment, Session, Void
from goalctl.model.supervision import SupervisionPoint, SupervisionTalk


class Event(NamedTuple):
    """One thing that happened to a plan.

    `item` is what it happened to (`g1`, a session's id), or empty for the plan itself; `what` and `to` say the same in
    the words of the file, so that two tellings of one event can be known for one. `because` may hold a client's words,
    `text` never does. `id` is the event's own, where the plan gives it one: of a change, a review, an agreement.
    """

    day: date | None
    item: str
    what: str
    text: str
    to: str = ""
    because: str = ""
    by: str = ""
    id: str = ""

    @property
    def beside_its_item(self) -> str:
        """The text where the id of what it happened to stands in a column of its own."""
        return self.text.removeprefix(f"{self.item} ") if self.item else self.text


def logged_event(session: Session) -> Event:
    """An entry that was logged, by its day."""
    scores = len(session.scores) + len(session.forms)
    kind = "session" if session.kind.value == "session" else session.kind.value
    text = f"log {kind} {session.date}" + (f", {counted(scores, 'score')}" if scores else "")
    return Event(session.date, session.id or "", "session", text)


def amended_event(session: Session, amendment: Amendment) -> Event:
    """An entry's correction."""
    text = f"session {session.date} amended: {', '.join(amendment.set_)}"
    because, by = amendment.because, amendment.by or ""
    return Event(amendment.on, session.id or "", "amended", text, str(session.date), because, by, amendment.id or "")


def void_event(session: Session, void: Void) -> Event:
    """An entry's void mark."""
    text = f"session {session.date} void"
    return Event(void.on, session.id or "", "void", text, str(session.date), void.told, void.by or "")


def review_event(review: Review) -> Event:
    """A look that was taken."""
    decision = f": {review.decision.value}" if review.decision else ""
    text = f"review of {review.of or 'the plan'}{decision}"
    because, by = review.note or "", review.by or ""
    return Event(review.on, review.of or "", "review", text, str(review.on), because, by, review.id or "")


def agreement_event(agreement: Agreement) -> Event:
    """Who agreed, or did not."""
    text = f"agreement of {agreement.who}: {agreement.how.value}"
    to = f"{agreement.on} {agreement.who}"
    return Event(agreement.on, "", "agreement", text, to, agreement.because or "", id=agreement.id or "")


def flagged_event(point: SupervisionPoint) -> Event:
    """Something that is to be brought to supervision."""
    return Event(
        point.on, "", "supervision", "to bring to supervision", f"{point.on} {point.id}", point.about, point.by or "",
        point.id or "",
    )  # fmt: skip


def talked_event(point: SupervisionPoint, talk: SupervisionTalk) -> Event:
    """That it was talked over."""
    text, to = f"talked over in supervision (of {point.on})", f"{point.id} {talk.on}"
    return Event(talk.on, "", "talked", text, to, talk.decided or "", talk.by or "", point.id or "")


def hold_begun(hold: Hold) -> Event:
    """That treatment rests from a day on."""
    return Event(hold.from_, "", "holds", "put on hold", f"from {hold.from_}", hold.because or "")


def hold_ended(hold: Hold) -> Event:
    """That it goes on; a hold that has no end has nothing to tell yet."""
    return Event(hold.to, "", "holds", "resumed", f"to {hold.to}")


def discharge_event(done: Discharge) -> Event:
    """That treatment ended."""
    return Event(done.on, "", "discharge", "discharge recorded", str(done.on), done.reason or "")
