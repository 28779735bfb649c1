"""Which entries of the log are signed, and which signatures no longer fit what they were given for."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from goalctl.analysis.history.digest import is_of_session
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.session import Kind, Session, Signature

SUPERVISOR = "supervisor"


class OutdatedSignature(NamedTuple):
    """A signature whose digest no longer fits its entry: where that stands, and the day it was last amended."""

    position: int
    entry: Session
    signature: Signature
    changed_on: date


def is_signed(entry: Session, *, by: date = date.max) -> bool:
    """Whether it was signed by that day; a co-signature alone is not enough, but under an hour of one's own is none."""
    return any((one.role != SUPERVISOR or one.by == entry.by) and one.on <= by for one in entry.signed)


def needs_signature(entry: Session) -> bool:
    """Whether it is a clinician's entry that nobody has signed; a journal is the client's own, a void one nobody's."""
    return not entry.void and entry.kind is not Kind.JOURNAL and not is_signed(entry)


def unsigned_entries(at: Standpoint) -> tuple[Session, ...]:
    """The entries that still need a signature, in the order of the log."""
    return tuple(entry for entry in at.plan.log if needs_signature(entry))


def outdated_signatures(at: Standpoint) -> tuple[OutdatedSignature, ...]:
    """Of each person's newest signature, those whose digest no longer fits their entry; void entries are out."""
    found = []
    for position, entry in enumerate(at.plan.sessions):
        newest = {signature.by: signature for signature in entry.signed}
        wrong = [] if entry.void or not newest else [sign for sign in newest.values() if not _fits(sign, entry)]
        found += [OutdatedSignature(position, entry, sign, _changed_on(entry, sign)) for sign in wrong]
    return tuple(found)


class ToCosign(NamedTuple):
    """An entry that its clinician has signed and the supervisor has not as it reads now, and by when that is due."""

    entry: Session
    day: date


def to_cosign(at: Standpoint) -> tuple[ToCosign, ...]:
    """The entries that wait for the supervisor, in the order of the log.

    Only of clinicians with `cosign_within` in the settings, in plans that name a supervisor; an entry that nobody has
    signed yet waits for that first, and one that the supervisor wrote for nobody.
    """
    supervisor = at.plan.supervisor
    if supervisor is None:
        return ()
    found = (_waiting(at, entry, supervisor) for entry in at.plan.sessions)
    return tuple(sorted(filter(None, found), key=lambda one: one.entry.date))


def _waiting(at: Standpoint, entry: Session, supervisor: str) -> ToCosign | None:
    """The entry, and until when, if its signature is of somebody whom the supervisor co-signs."""
    if entry.void or entry.by == supervisor or has_signed(entry, supervisor):
        return None
    own = [sign for sign in entry.signed if sign.role != SUPERVISOR and sign.by != supervisor]
    stretches = [one.cosign_within for sign in own if (one := at.settings.clinicians.get(sign.by))]
    within = next((stretch for stretch in stretches if stretch is not None), None)
    return ToCosign(entry.current, within.after(_ready_on(entry, supervisor))) if within else None


def _ready_on(entry: Session, supervisor: str) -> date:
    """Since when it waits for the supervisor: the last signature under it, or a change after the supervisor's own."""
    own = (sign.on for sign in entry.signed if sign.role != SUPERVISOR and sign.by != supervisor)
    return max(*own, *(_changed_on(entry, sign) for sign in entry.signed if sign.by == supervisor), date.min)


def has_signed(entry: Session, who: str) -> bool:
    """Whether that person's newest signature is there and, if it has a digest, still fits."""
    own = [signature for signature in entry.signed if signature.by == who]
    return bool(own) and _fits(own[-1], entry)


def _fits(signature: Signature, entry: Session) -> bool:
    return signature.of is None or is_of_session(signature.of, entry)


def _changed_on(entry: Session, signature: Signature) -> date:
    return max((amendment.on for amendment in entry.amended), default=signature.on)
