"""`sign`: what there is to sign for a person, and signatures under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.history.digest import session_digest
from goalctl.analysis.history.signatures import SUPERVISOR, has_signed, needs_signature
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Session
from goalctl.workspace.edits.entries import EntryError
from goalctl.workspace.edits.placing import item_edit

Known = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs, in which role, on which day."""

    by: str
    on: date
    role: str | None = None

    def has_signed(self, entry: Session) -> bool:
        """Whether this person has signed the entry as it reads."""
        return has_signed(entry, self.by)

    def takes(self, entry: Session) -> bool:
        """Whether it is there for this person to sign: not void, not the client's own, not yet signed as it reads."""
        return not entry.void and entry.kind is not Kind.JOURNAL and not self.has_signed(entry)


def to_sign(plan: Plan, signing: Signing) -> list[int]:
    """What this person has not signed as it reads, up to that day, in the order of the log.

    A clinician signs what nobody has signed, and again what was changed since; a supervisor what the clinician signed,
    and what is their own.
    """
    places = [place for place, entry in enumerate(plan.sessions) if signing.takes(entry)]
    if signing.role == SUPERVISOR:
        places = [place for place in places if plan.sessions[place].signed or plan.sessions[place].by == signing.by]
    else:
        places = [place for place in places if _is_theirs(plan.sessions[place], signing.by)]
    days = {place: plan.sessions[place].current.date for place in places}
    return sorted((place for place in places if days[place] <= signing.on), key=lambda place: (days[place], place))


def _is_theirs(entry: Session, who: str) -> bool:
    signers = {signature.by for signature in entry.signed if signature.role != SUPERVISOR}
    return who in signers or (not signers and entry.by in {None, who})


def others_unsigned(plan: Plan, signing: Signing) -> Counter[str]:
    """How many entries up to that day wait for each of those who wrote them, the signing person's own left out."""
    unsigned = (entry for entry in plan.sessions if needs_signature(entry) and entry.current.date <= signing.on)
    return Counter(entry.by for entry in unsigned if entry.by and entry.by != signing.by)


def known_digests(plan: Plan, places: list[int]) -> dict[Known, str]:
    """Each entry as it is told apart, with the digest of how it reads now."""
    return {plan.sessions[place].known_as: session_digest(plan.sessions[place]) for place in places}


def signature_edits(plan: Plan, wanted: Mapping[Known, str], signing: Signing) -> list[Edit]:
    """The edits that sign these entries; refused when one has changed since it was looked at."""
    found = {entry.known_as: place for place, entry in enumerate(plan.sessions)}
    edits: list[Edit] = []
    for known, digest in wanted.items():
        place = found.get(known)
        if place is None or session_digest(plan.sessions[place]) != digest:
            raise EntryError(f"the entry {' '.join(known)} was changed while you were signing", "look at it again")
        signature = entry_values(by=signing.by, on=signing.on, of=digest, role=signing.role)
        edits.append(item_edit(plan.sessions[place], ("signed",), signature, at=("sessions", place)))
    return edits
