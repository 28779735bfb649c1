"""Ids: clients, problems, goals, objectives, interventions, homework, forms, and which id comes next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from goalctl.model.scalars import KNOWN, ScalarError, excerpt

MEASURE_WORDS = frozenset({"rating", "count", "number", "percent", "levels", "done"})
CLIENT_RATER = "client"

_DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", "clock$", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


class IdKind:
    """One kind of id: its pattern, what it is called where it is refused, an example, and how to write it.

    Where it `may_be_digits`, YAML's own loaders take some of these ids for numbers.
    """

    def __init__(self, regex: str, called: str, example: str, hint: str = "", *, may_be_digits: bool = False) -> None:
        self.regex = regex
        self.called, self.example, self.may_be_digits = called, example, may_be_digits
        self.hint = hint or f"write it as {example}"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when the first such id is looked at."""
        return re.compile(self.regex, re.ASCII)

    def fits(self, text: str) -> bool:
        """Whether the whole text is such an id."""
        return self.pattern.fullmatch(text) is not None

    def read(self, text: str) -> str:
        """The id, or its refusal."""
        if not self.fits(text):
            raise ScalarError("E128", f"'{excerpt(text)}' can't be {self.called}", self.hint)
        return text


_N = r"[1-9]\d{0,4}"
_SIX = "[0-9a-hjkmnp-tv-z]{6}"  # Crockford's base32 characters, without i, l, o, u
_SIX_WORDS = "write it as 4k7q2m (six digits and letters, without i, l, o and u), or leave it out"
_SMALL = "use small letters, digits"

CLIENT = IdKind(
    "[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?", "a client's id", "c-7f3k",
    f"{_SMALL}, dots and dashes, as c-7f3k; never a name or initials", may_be_digits=True,
)  # fmt: skip
PROBLEM = IdKind(f"p{_N}", "a problem's id", "p1")
GOAL = IdKind(f"g{_N}", "a goal's id", "g1")
OBJECTIVE = IdKind(rf"g{_N}\.{_N}", "an objective's id", "g1.1")
SCORABLE = IdKind(rf"g{_N}(\.{_N})?", "the id of a goal or an objective", "g1.1", "write it as g1 or g1.1")
INTERVENTION = IdKind(f"i{_N}", "an intervention's id", "i1")
FULL_INTERVENTION = IdKind(rf"g{_N}\.{_N}\.i{_N}", "an intervention's full id", "g1.1.i1")
RESOURCE = IdKind(f"r{_N}", "a resource's id", "r1")
AREA = IdKind(
    "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?", "a planner's name", "social-anxiety",
    f"{_SMALL} and dashes, as social-anxiety",
)  # fmt: skip
SESSION = IdKind(_SIX, "a session's id", "4k7q2m", _SIX_WORDS, may_be_digits=True)
ENTRY = IdKind(_SIX, "an id", "4k7q2m", _SIX_WORDS, may_be_digits=True)
NUMBERED_HOMEWORK = IdKind(r"h[1-9]\d{0,5}", "the id of homework", "h1")
HOMEWORK = IdKind(
    f"{NUMBERED_HOMEWORK.regex}|{_SIX}", "the id of homework", "7c2m9x",
    "write it as 7c2m9x, or leave it out", may_be_digits=True,
)  # fmt: skip
WORKSPACE = IdKind(
    "[0-9a-hjkmnp-tv-z]{8}", "a workspace's id", "k7c2m9x4",
    "write it as k7c2m9x4 (eight digits and letters, without i, l, o and u); it is made once and stays",
    may_be_digits=True,
)  # fmt: skip
RATER = IdKind("[a-z][a-z0-9-]{0,31}", "a rater's name", "anna")
FORM = IdKind(r"[a-z0-9][a-z0-9-]{0,62}(@[1-9]\d{0,2})?", "a form's id", "phq-9")
FORM_REF = IdKind(
    rf"(?P<id>[a-z0-9][a-z0-9-]{{0,62}})(@(?P<version>[1-9]\d{{0,2}}))?(@(?P<who>{RATER.regex}))?",
    "a form's id", "phq-9", "write it as phq-9, phq-9@2 or phq-9@anna",
)  # fmt: skip


def is_scored(name: str) -> bool:
    """Whether a goal or an objective is named, with its rater or without: `g1.1`, `g1@anna`."""
    return SCORABLE.fits(name.partition("@")[0])


def goal_id_of(full_id: str) -> str:
    """Of a goal, an objective or an intervention the id of the goal that it leads to."""
    return full_id.partition(".")[0]


def client_from(text: str) -> str:
    """A client's pseudonym, which is also a file name: no capitals, spaces, slashes or device names."""
    if ".." in text:
        raise ScalarError("E128", f"'{excerpt(text)}' can't be a client's id", CLIENT.hint)
    if CLIENT.read(text).partition(".")[0] in _DEVICE_NAMES:
        raise ScalarError("E128", f"'{text}' is a device's name on Windows", "choose another id, as c-7f3k")
    return text


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

    def in_words(self, name: str) -> str:
        """The form's name, with a version that is named and who answered behind it: `PHQ-9 (anna)`, `Card, version 1`.

        The client is not named.
        """
        name = name if self.version is None else f"{name}, version {self.version}"
        return f"{name} ({self.respondent})" if self.respondent else name

    def by(self, respondent: str | None) -> FormRef:
        """The same form, filled in by that person."""
        return FormRef(self.id, self.version, respondent)


@lru_cache(KNOWN)
def form_ref_from(text: str) -> FormRef:
    """`phq-9`, a version `phq-9@2`, a respondent `phq-9@anna`, or both `phq-9@2@anna`."""
    match = FORM_REF.pattern.fullmatch(FORM_REF.read(text))
    parts = match.groupdict() if match else {}
    version, who = parts["version"], parts["who"]
    return FormRef(parts["id"], int(version) if version else None, None if who == CLIENT_RATER else who)


def form_filed(name: str) -> FormRef:
    """The form that a file's name stands for, `phq-9` or `phq-9@2`; a name that can be no form's is taken as it is."""
    return form_ref_from(name) if FORM_REF.fits(name) else FormRef(name)


def form_called(text: str, known: Iterable[str] = ()) -> FormRef:
    """The same, where a person names a form: `PHQ-9`, `phq9`, `GAD 7`; who answers is written as it is.

    `known` are the names of the forms that may be meant; without them only capitals are forgiven.
    """
    form, at, rest = text.strip().partition("@")
    names, named = list(known), form.lower()
    if named not in names:
        alike = [name for name in names if letters_of(name) == letters_of(form)]
        named = alike[0] if len(alike) == 1 else named
    whole = f"{named}{at}{rest}"
    return form_ref_from(whole if FORM_REF.fits(whole) else text)


@lru_cache(KNOWN)
def letters_of(name: str) -> str:
    """The letters and digits of a name, in small: `phq9` for `PHQ-9` and `PHQ 9`."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


class Rated(NamedTuple):
    """Which goal or objective a score belongs to, and who gave it."""

    item: str
    rater: str = CLIENT_RATER

    def __str__(self) -> str:
        return self.item if self.rater == CLIENT_RATER else f"{self.item}@{self.rater}"


@lru_cache(KNOWN)
def rated_from(text: str) -> Rated:
    """`g1`, `g1.1`, or with a rater `g1@clinician`."""
    item, at, rater = text.partition("@")
    if not SCORABLE.fits(item) or (at and not RATER.fits(rater)):
        raise ScalarError("E128", f"'{excerpt(text)}' names no goal or objective", "write g1, g1.1 or g1.1@clinician")
    return Rated(item, rater or CLIENT_RATER)


def next_number(used: Iterable[str], prefix: str) -> int:
    """One more than the highest number that any of the ids carries right after `prefix`."""
    pattern = re.compile(re.escape(prefix) + r"([1-9]\d*)(?![\w-])", re.ASCII)
    return max((int(match[1]) for text in used if (match := pattern.match(text))), default=0) + 1
