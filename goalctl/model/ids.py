"""Ids: clients, problems, goals, objectives, interventions, homework, forms, and which id comes next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from goalctl.model.scalars import ScalarError, shown

CLIENT = re.compile(r"[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?", re.ASCII)
PROBLEM = re.compile(r"p[1-9]\d{0,4}", re.ASCII)
GOAL = re.compile(r"g[1-9]\d{0,4}", re.ASCII)
OBJECTIVE = re.compile(r"g[1-9]\d{0,4}\.[1-9]\d{0,4}", re.ASCII)
SCORABLE = re.compile(r"g[1-9]\d{0,4}(\.[1-9]\d{0,4})?", re.ASCII)
INTERVENTION = re.compile(r"i[1-9]\d{0,4}", re.ASCII)
FULL_INTERVENTION = re.compile(r"g[1-9]\d{0,4}\.[1-9]\d{0,4}\.i[1-9]\d{0,4}", re.ASCII)
RATER = re.compile(r"[a-z][a-z0-9-]{0,31}", re.ASCII)
FORM = re.compile(r"[a-z0-9][a-z0-9-]{0,62}(@[1-9]\d{0,2})?", re.ASCII)
FORM_REF = re.compile(
    rf"(?P<id>[a-z0-9][a-z0-9-]{{0,62}})(@(?P<version>[1-9]\d{{0,2}}))?(@(?P<who>{RATER.pattern}))?", re.ASCII
)
SESSION = re.compile(r"[0-9a-hjkmnp-tv-z]{6}", re.ASCII)
NUMBERED_HOMEWORK = re.compile(r"h[1-9]\d{0,5}", re.ASCII)
HOMEWORK = re.compile(rf"{NUMBERED_HOMEWORK.pattern}|{SESSION.pattern}", re.ASCII)

MEASURE_WORDS = frozenset({"rating", "count", "number", "percent", "levels", "done"})
CLIENT_RATER = "client"

_DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", "clock$", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


def client_from(text: str) -> str:
    """A client's pseudonym, which is also a file name: no capitals, spaces, slashes or device names."""
    hint = "use small letters, digits, dots and dashes, as c-7f3k; never a name or initials"
    if CLIENT.fullmatch(text) is None or ".." in text:
        raise ScalarError("E128", f"'{shown(text)}' can't be a client's id", hint)
    if text.partition(".")[0] in _DEVICE_NAMES:
        raise ScalarError("E128", f"'{text}' is a device's name on Windows", "choose another id, as c-7f3k")
    return text


def _id(text: str, pattern: re.Pattern[str], kind: str, example: str) -> str:
    if pattern.fullmatch(text) is None:
        raise ScalarError("E128", f"'{shown(text)}' can't be {kind}", f"write it as {example}")
    return text


def problem_id_from(text: str) -> str:
    """A problem's id: `p1`, `p2`."""
    return _id(text, PROBLEM, "a problem's id", "p1")


def goal_id_from(text: str) -> str:
    """A goal's id: `g1`, `g2`."""
    return _id(text, GOAL, "a goal's id", "g1")


def objective_id_from(text: str) -> str:
    """An objective's id: `g1.1`, `g1.2`."""
    return _id(text, OBJECTIVE, "an objective's id", "g1.1")


def scorable_id_from(text: str) -> str:
    """A goal's or an objective's id."""
    return _id(text, SCORABLE, "the id of a goal or an objective", "g1 or g1.1")


def intervention_id_from(text: str) -> str:
    """`i1`, `i2` … inside an objective."""
    return _id(text, INTERVENTION, "an intervention's id", "i1")


def full_intervention_id_from(text: str) -> str:
    """`g1.1.i1`, as sessions name it."""
    return _id(text, FULL_INTERVENTION, "an intervention's full id", "g1.1.i1")


def homework_id_from(text: str) -> str:
    """The id of homework: six characters as a session's, `7c2m9x`, or one of the older kind, `h1`."""
    return _id(text, HOMEWORK, "the id of homework", "7c2m9x, or leave it out")


def form_id_from(text: str) -> str:
    """A form's id, `phq-9`, or one version of it, `phq-9@2`."""
    return _id(text, FORM, "a form's id", "phq-9")


def session_id_from(text: str) -> str:
    """Six of Crockford's base32 characters (no i, l, o, u), `4k7q2m`."""
    return _id(
        text, SESSION, "a session's id", "4k7q2m (six digits and letters, without i, l, o and u), or leave it out"
    )


def entry_id_from(text: str) -> str:
    """The id of a change, a review, an agreement or an amendment: six characters as a session's."""
    return _id(text, SESSION, "an id", "4k7q2m (six digits and letters, without i, l, o and u), or leave it out")


@dataclass(frozen=True, slots=True)
class FormRef:
    """A form as a plan names it: its id, one version of it or that of the day, and who fills it in.

    `respondent` is None for the client; a member of a couple, a parent or somebody else is named.
    """

    id: str
    version: int | None = None
    respondent: str | None = None

    def __str__(self) -> str:
        return self.name + (f"@{self.respondent}" if self.respondent else "")

    @property
    def name(self) -> str:
        """What the library calls it, whoever fills it in: `phq-9`, or `phq-9@2` for one version."""
        return self.id if self.version is None else f"{self.id}@{self.version}"

    @property
    def any_version(self) -> FormRef:
        """The same form by the same respondent, whichever version: what belongs to one course."""
        return FormRef(self.id, None, self.respondent)

    def by(self, respondent: str | None) -> FormRef:
        """The same form, filled in by that person."""
        return FormRef(self.id, self.version, respondent)


def form_ref_from(text: str) -> FormRef:
    """`phq-9`, a version `phq-9@2`, a respondent `phq-9@anna`, or both `phq-9@2@anna`."""
    match = FORM_REF.fullmatch(text)
    if match is None:
        raise ScalarError("E128", f"'{shown(text)}' can't be a form's id", "write it as phq-9, phq-9@2 or phq-9@anna")
    who = match["who"]
    return FormRef(
        match["id"], int(match["version"]) if match["version"] else None, None if who == CLIENT_RATER else who
    )


@dataclass(frozen=True, slots=True, order=True)
class Rated:
    """Which goal or objective a score belongs to, and who gave it."""

    item: str
    rater: str = CLIENT_RATER

    def __str__(self) -> str:
        return self.item if self.rater == CLIENT_RATER else f"{self.item}@{self.rater}"


def rated_from(text: str) -> Rated:
    """`g1`, `g1.1`, or with a rater `g1@clinician`."""
    item, at, rater = text.partition("@")
    if SCORABLE.fullmatch(item) is None or (at and RATER.fullmatch(rater) is None):
        raise ScalarError("E128", f"'{shown(text)}' names no goal or objective", "write g1, g1.1 or g1.1@clinician")
    return Rated(item, rater or CLIENT_RATER)


def next_number(used: Iterable[str], prefix: str) -> int:
    """One more than the highest number that any of the ids carries right after `prefix`."""
    pattern = re.compile(re.escape(prefix) + r"([1-9]\d*)(?![\w-])", re.ASCII)
    return max((int(match[1]) for text in used if (match := pattern.match(text))), default=0) + 1
