"""NHS Talking Therapies outcomes, for treatments that meet their conditions; of all others there are none.

An ended course of at least two attended sessions, with first and last PHQ-9 and first and last anxiety measure. That is
the GAD-7, unless a disorder with a measure of its own is diagnosed: no threshold for one of those was checked at its
source here, so such treatments are not counted under that name.
"""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.progress.reliable import NHS_FORMS, ServiceOutcome, service_outcome
from goalctl.model.plan import Plan

LEAST_ATTENDED = 2
# ICD-10 codes with a measure of their own: agoraphobia, social anxiety, panic, obsessions, PTSD, health anxiety.
OWN_MEASURE = ("F40.0", "F40.1", "F41.0", "F42", "F43.1", "F45.2")


def talking_therapies(plan: Plan, measured: Sequence[Measured], *, attended: int) -> ServiceOutcome | None:
    """The outcome; None where a condition is not met, or several people are treated together."""
    is_ended = plan.discharge is not None and attended >= LEAST_ATTENDED
    has_own_measure = any(diagnosis.code.upper().startswith(OWN_MEASURE) for diagnosis in plan.diagnoses)
    if not is_ended or has_own_measure or plan.members:
        return None
    return service_outcome({one.measure: one.pair for one in measured if one.measure in NHS_FORMS and one.pair})
