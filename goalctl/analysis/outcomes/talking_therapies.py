"""NHS Talking Therapies outcomes, for treatments that meet their conditions; of all others there are none.

An ended course of at least two attended sessions, with first and last PHQ-9 and first and last anxiety measure. That is
the GAD-7, unless a disorder has a measure of its own (Clark 2018, Annu Rev Clin Psychol 14, table 2: social anxiety,
PTSD, agoraphobia, obsessions, panic, health anxiety): no threshold for one of those was checked at its source here, so
such treatments are not counted under that name. Nor is one with a code that nobody can read, or that leaves open which
of these disorders it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.outcomes.measured import Measured, measured
from goalctl.analysis.progress.reliable import NHS_FORMS, ServiceOutcome, service_outcome
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.ids import FormRef

LEAST_ATTENDED = 2
OWN_MEASURE = (
    # ICD-10 and its clinical modifications, which DSM-5 uses: agoraphobia, social anxiety, other and unspecified
    # phobias, panic, obsessions, unspecified stress, PTSD, health anxiety with body dysmorphia
    "F400", "F401", "F408", "F409", "F410", "F42", "F431", "F439", "F452",
    # ICD-11: panic, agoraphobia, social anxiety, obsessions and what is related, PTSD, complex PTSD, unspecified stress
    "6B01", "6B02", "6B04", "6B2", "6B40", "6B41", "6B4Z",
    # ICD-9-CM, which DSM-IV used: panic, phobias but specific ones (300.29), obsessions, health anxiety, PTSD
    "30001", "30020", "30021", "30022", "30023", "3003", "3007", "30981",
)  # fmt: skip
"""How codes begin that stand for a disorder with a measure of its own, or may; without dots."""

TOO_WIDE = frozenset({"F4", "F40", "F41", "F43", "F45", "6B0", "6B4", "300", "3000", "3002", "309", "3098"})
"""Whole groups of disorders, some of which have a measure of their own."""

OF_ONE_DISORDER = frozenset({"agoraphobia", "health anxiety", "ocd", "panic", "ptsd", "social anxiety"})
"""The tags of forms that measure one such disorder."""

_CODE = re.compile(r"[A-Z]\d[0-9A-Z]{1,5}|\d[A-Z][0-9A-Z]{1,5}|[A-Z]{2}\d[0-9A-Z]{1,4}|\d{3,5}")
_BETWEEN_CODES = re.compile(r"[\s;/&()]+|,\s+")


def talking_therapies(at: Standpoint, *, attended: int) -> ServiceOutcome | None:
    """The outcome; None where a condition is not met, or several people are treated together."""
    is_ended = at.plan.ended_on(at.today) is not None and attended >= LEAST_ATTENDED
    found = at.once(measured)
    if not is_ended or at.plan.members or _may_have_own_measure(at, found):
        return None
    return service_outcome({one.measure: one.pair for one in found if one.pair and _is_on_its_scale(one)})


def _is_on_its_scale(one: Measured) -> bool:
    """Whether it is the form that the thresholds are for: a practice's own may be called as it and be another."""
    facts = NHS_FORMS.get(one.measure)
    return facts is not None and one.limits == (0, facts.most)


def _may_have_own_measure(at: Standpoint, found: tuple[Measured, ...]) -> bool:
    """By what is diagnosed, or by what is filled in, planned, or set as a goal's measure."""
    return any(_is_of_one_disorder(at, one.form) for one in found) or any(
        _stands_for_own_measure(diagnosis.code) for diagnosis in at.plan.diagnoses
    )


def _is_of_one_disorder(at: Standpoint, name: str) -> bool:
    """A screener asks who may have it, and is no measure of it."""
    form = form_of(at.forms, FormRef(name))
    tags = {tag.casefold() for tag in form.tags} if form else set()
    return bool(tags & OF_ONE_DISORDER) and "screening" not in tags


def _stands_for_own_measure(code: str) -> bool:
    codes = list(codes_in(code))
    return not codes or any(one in TOO_WIDE or one.startswith(OWN_MEASURE) for one in codes)


def codes_in(text: str) -> Iterator[str]:
    """The codes that a text has the shape of, in capitals and without dots: `F4310` of `f43.10`; none of mere words."""
    for part in _BETWEEN_CODES.split(text.upper()):
        bare = re.sub(r"[.,-]", "", part)
        if _CODE.fullmatch(bare):
            yield bare
