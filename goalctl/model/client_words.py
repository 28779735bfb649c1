"""The words by which a plan names its own client, and its entries with what was said under such a word as the client's.

Where one person is treated these are `client`, `patient`, `self`, the client's own id, and a minor's `teen`. Of several
members nobody is the client.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from goalctl.model.answers import Answers
from goalctl.model.diary import DiaryEntry
from goalctl.model.ids import CLIENT_RATER, FormRef, Rated
from goalctl.model.measure import FormerMeasure, Measure
from goalctl.model.session import Session

E = TypeVar("E", Session, DiaryEntry)
K = TypeVar("K", FormRef, Rated)
M = TypeVar("M", Measure, FormerMeasure)
V = TypeVar("V")

# As people write whose hour or word it is: the client, patient (by video).
_CLIENT = re.compile(r"(?:the )?(?:client|patient|pt|self)(?: \(.*\)| (?:by|on|via) .*)?", re.IGNORECASE)
_OF_A_MINOR = "teen"


class Named(Protocol):
    """What a plan says of its people."""

    @property
    def client(self) -> str:
        """The client's own id."""

    @property
    def members(self) -> tuple[str, ...]:
        """Those of a couple or family."""

    @property
    def guardians(self) -> tuple[str, ...]:
        """Those of a minor."""


def means_the_client(plan: Named, word: str) -> bool:
    """Whether the word is one for the client, and the name of nobody else there."""
    plain = word.strip().casefold()
    if plan.members or plain in {name.casefold() for name in plan.guardians}:
        return False
    return plain == plan.client or is_the_clients_word(plain, minor=bool(plan.guardians))


def is_the_clients_word(word: str, *, minor: bool) -> bool:
    """Whether people call the client so, whoever that is."""
    return (minor and word == _OF_A_MINOR) or _CLIENT.fullmatch(word) is not None


def own_form(plan: Named, ref: FormRef) -> FormRef:
    """The form as its course is called: what the client filled in under another word is the client's."""
    return ref.by(None) if ref.respondent and means_the_client(plan, ref.respondent) else ref


def own_rated(plan: Named, rated: Rated) -> Rated:
    """The same of a score."""
    is_other = rated.rater != CLIENT_RATER and means_the_client(plan, rated.rater)
    return Rated(rated.item) if is_other else rated


def own_measure(plan: Named, measure: M) -> M:
    """The measure by the client's own form, where it names the client."""
    own = own_form(plan, measure.by)
    return measure if own == measure.by else measure.model_copy(update={"by": own})


def own_judge(plan: Named, word: str) -> str:
    """Whose scores decide, as a rater is written."""
    return CLIENT_RATER if means_the_client(plan, word) else word.casefold()


def in_own_name(plan: Named, entry: E) -> E:
    """The entry with such forms and scores as the client's; one that stands there under both names keeps them."""
    scores = entry.scores
    forms: Mapping[FormRef, Answers] = entry.forms if isinstance(entry, Session) else {}
    if all(rated.rater == CLIENT_RATER for rated in scores) and not any(ref.respondent for ref in forms):
        return entry
    found: dict[str, Mapping[Rated, float] | Mapping[FormRef, Answers]] = {
        "scores": _renamed(scores, lambda rated: own_rated(plan, rated)),
        "forms": _renamed(forms, lambda ref: own_form(plan, ref)),
    }
    return entry.model_copy(update={name: new for name, new in found.items() if new != getattr(entry, name, {})})


def _renamed(found: Mapping[K, V], own: Callable[[K], K]) -> dict[K, V]:
    renamed: dict[K, V] = {}
    for key, value in found.items():
        renamed[key if own(key) in renamed or own(key) in found else own(key)] = value
    return renamed
