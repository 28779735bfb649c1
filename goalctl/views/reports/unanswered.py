"""What a utilisation reviewer will ask and the record does not say: each question once, with what puts it there."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.views.reports.doubt import Doubt, DoubtKind, set_hint
from goalctl.views.reports.parts import Scope
from goalctl.views.reports.ur import review_call

SETS = {
    "Diagnosis": 'plan "diagnoses+={code: …, name: …}"',
    "Medication and prescriber": 'plan "medications+={name: …, dose: …, by: …}"',
    "Care team": 'plan "care_team+={who: …, role: …}"',
    "Mental status": 'plan "mental_status={text: …, on: …}"',
    "Functioning": 'plan functioning="…"',
    "Barriers": 'plan barriers+="…"',
    "Discharge criteria": 'plan discharge_criteria="…"',
    "What is asked for": 'plan "services+={type: …, minutes: …, every: 1w, for: 26w}"',
}
_RUN = {
    "Presenting symptoms": "add-problem {client}",
    "Current symptoms": "assess {client} {form}",
    "Risk": "risk {client}",
    "Substance use": "assess {client} audit-c",
    "Goals": "add-goal {client}",
    "Interventions": "add-objective {client}",
    "Why treatment is needed": 'review {client} --necessity "…"',
}
_FORM = "phq-9"  # where neither the plan nor the practice names one


def unanswered(scope: Scope) -> Iterator[Doubt]:
    """A doubt for each question of the page that stands there as not on record, in the page's order."""
    for question in review_call(scope).missing:
        said = f"not on record, and asked in the call: {question.lower()}"
        yield Doubt(DoubtKind.MISSING, said, _mend(scope, question))


def _mend(scope: Scope, question: str) -> str:
    client = scope.plan.client
    if question in SETS:
        return set_hint(client, SETS[question])
    named = [*(str(planned.form) for planned in scope.plan.assessments), *scope.settings.favourites, _FORM]
    return f"goalctl {_RUN[question].format(client=client, form=named[0])}"
