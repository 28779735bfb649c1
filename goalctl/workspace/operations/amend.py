"""Corrections of the log that keep the original: amendments, void entries, signatures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.history.digest import session_digest
from goalctl.analysis.history.signatures import SUPERVISOR, has_signed
from goalctl.documents.change import AppendItem, Edit
from goalctl.model.entry import said
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Severity, Value
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Session
from goalctl.model.validate import validated
from goalctl.model.written import record_data
from goalctl.workspace.edits.entries import entry_words
from goalctl.workspace.edits.placing import added, placed
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.store.caseload import file_findings
from goalctl.workspace.store.practice import Practice

Known = tuple[str, ...]


class EntryError(GoalctlError):
    """The entry can't be corrected or signed like that."""


class AmendmentRefusedError(GoalctlError):
    """The entry would not be valid as amended; everything that is wrong is told, and nothing was changed."""

    def __init__(self, client: str, findings: list[Finding]) -> None:
        super().__init__("the entry was not amended: what you gave does not fit")
        self.named_findings = tuple((client, finding) for finding in findings)


def amended(plan: Plan, position: int, fields: Mapping[str, Value], trail: Trail, practice: Practice) -> AppendItem:
    """The edit that appends an amendment; refused when the entry would then not be valid."""
    entry = _not_void(plan.sessions[position])
    new: dict[str, Value] = said(on=trail.on, by=trail.by) | {"set": dict(fields)} | said(because=trail.because)
    data = record_data(entry)
    held = data.get("amended")
    data["amended"] = [*(held if isinstance(held, list) else []), new]
    after, findings = validated(Session, data)
    if after is not None and session_digest(after) == session_digest(entry):
        raise EntryError(f"{entry_words(entry)} reads so already; nothing was changed")
    wrong = findings if after is None else _new_findings(plan, position, after.current, practice)
    if wrong:
        raise AmendmentRefusedError(plan.client, wrong)
    return added(entry, ("amended",), new, at=("sessions", position))


def _new_findings(plan: Plan, position: int, after: Session, practice: Practice) -> list[Finding]:
    """The errors that the plan would have with this entry instead of the one that counts now."""
    known = Counter(finding.message for finding in _errors(plan, position, plan.sessions[position].current, practice))
    errors = _errors(plan, position, after, practice)
    new = Counter(finding.message for finding in errors) - known
    return [finding for finding in errors if finding.message in new]


def _errors(plan: Plan, position: int, entry: Session, practice: Practice) -> list[Finding]:
    sessions = (*plan.sessions[:position], entry, *plan.sessions[position + 1 :])
    found = file_findings(practice, plan.client, plan.model_copy(update={"sessions": sessions}))
    return [finding for finding in found if finding.severity is Severity.ERROR]


def known_place(plan: Plan, known: Known) -> int:
    """Where the entry that is told apart like this stands now."""
    for place, entry in enumerate(plan.sessions):
        if entry.known_as == known:
            return place
    raise EntryError(f"the entry {' '.join(known)} is no longer there", "look at the plan again")


def voided(plan: Plan, position: int, trail: Trail, *, other_client: bool = False) -> list[Edit]:
    """The edits that mark an entry as void; one about another client is withheld from every document."""
    entry = _not_void(plan.sessions[position])
    mark = said(on=trail.on, by=trail.by, because=trail.because, other_client=other_client or None)
    return placed(entry, ("void",), mark, at=("sessions", position))


def _not_void(entry: Session) -> Session:
    if entry.void:
        raise EntryError(f"{entry_words(entry)} is void since {entry.void.on}", "log a new entry instead")
    return entry


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

    A clinician signs what nobody has signed, and again what was changed since; a supervisor what the clinician signed.
    """
    places = [place for place, entry in enumerate(plan.sessions) if signing.takes(entry)]
    if signing.role == SUPERVISOR:
        places = [place for place in places if plan.sessions[place].signed]
    else:
        places = [place for place in places if _is_theirs(plan.sessions[place], signing.by)]
    days = {place: plan.sessions[place].current.date for place in places}
    return sorted((place for place in places if days[place] <= signing.on), key=lambda place: (days[place], place))


def _is_theirs(entry: Session, who: str) -> bool:
    signers = {signature.by for signature in entry.signed if signature.role != SUPERVISOR}
    return who in signers or (not signers and entry.by in {None, who})


def known_digests(plan: Plan, places: list[int]) -> dict[Known, str]:
    """Each entry as it is told apart, with the digest of how it reads now."""
    return {plan.sessions[place].known_as: session_digest(plan.sessions[place]) for place in places}


def signed(plan: Plan, wanted: Mapping[Known, str], signing: Signing) -> list[Edit]:
    """The edits that sign these entries; refused when one has changed since it was looked at."""
    found = {entry.known_as: place for place, entry in enumerate(plan.sessions)}
    edits: list[Edit] = []
    for known, digest in wanted.items():
        place = found.get(known)
        if place is None or session_digest(plan.sessions[place]) != digest:
            raise EntryError(f"the entry {' '.join(known)} was changed while you were signing", "look at it again")
        signature = said(by=signing.by, on=signing.on, of=digest, role=signing.role)
        edits.append(added(plan.sessions[place], ("signed",), signature, at=("sessions", place)))
    return edits
