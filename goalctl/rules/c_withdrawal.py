"""C: abstinence after heavy drinking, and whether medical advice on stopping is on record.

Only records answer: somebody medical who takes part in the care, a medicine that was prescribed, a doctor who was
consulted, withdrawal that was asked about and acted on. A word in a note or in a goal is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import score_of
from goalctl.model.care import Medication
from goalctl.model.finding import Finding, Severity
from goalctl.model.plan import Lifecycle
from goalctl.model.scalars import number_text
from goalctl.model.session import Concern, Risk
from goalctl.rules.entries import placed_entries
from goalctl.rules.rule import Rule, RuleCase, finding_at
from goalctl.rules.s_measure import active
from goalctl.rules.wording.patterns import Phrases

_ABSTINENCE = Phrases(
    r"\b(?:abstin\w+|abstain\w*|sober|sobriety|alcohol[- ]free|not drink|no alcohol|(?:stop|quit)s? drinking|detox\w*"
    r"|give up (?:alcohol|drink\w*)|without alcohol)\b"
)
_MEDICAL = Phrases(
    r"\b(?:physician|doctor|dr|gp|md|psychiatrist|prescriber|nurse(?: practitioner)?|np|rn|hospital|detox(?:ification)?"
    r"|internist|(?:general|family) practitioner|medical (?:officer|practice|director)|addiction medicine|clinic)\b"
)
_WITHDRAWAL = {"audit": 20, "ciwa-ar": 8}  # common knowledge of the field, not looked up


def withdrawal_without_advice(case: RuleCase) -> Iterator[Finding]:
    """Signs of alcohol dependence, a goal of abstinence, and no medical advice on record."""
    if case.plan.status is Lifecycle.DISCHARGED or _has_medical_advice(case):
        return
    high = next(_high_scores(case), None)
    for path, item in active(case) if high else ():
        if _ABSTINENCE.stand_in(item.wording.lower()):
            yield finding_at(f"{item.id} means abstinence, and {high}", (*path, "id"))


def _has_medical_advice(case: RuleCase) -> bool:
    plan = case.plan
    team = any(_MEDICAL.stand_in(f"{member.role or ''} {member.who}".lower()) for member in plan.care_team)
    prescribed = any(_is_prescribed(medication, case) for medication in plan.medications)
    return team or prescribed or any(_is_advised(entry.risk) for _, entry in placed_entries(case) if entry.risk)


def _is_prescribed(medication: Medication, case: RuleCase) -> bool:
    """Whether somebody prescribed it, and it is still taken."""
    is_over = medication.until is not None and medication.until < case.today
    return medication.by is not None and not is_over


def _is_advised(risk: Risk) -> bool:
    """Whether withdrawal was acted on, or a doctor consulted."""
    is_withdrawal = risk.concern is Concern.WITHDRAWAL and bool(risk.consulted or risk.done)
    return is_withdrawal or _MEDICAL.stand_in((risk.consulted or "").lower())


def _high_scores(case: RuleCase) -> Iterator[str]:
    for _, entry in placed_entries(case):
        for ref, answers in entry.forms.items():
            form, least = form_of(case.forms, ref), _WITHDRAWAL.get(ref.id)
            total = score_of(form, answers).total if form and least else None
            if total is not None and least is not None and total >= least:
                yield f"the {form.name if form else ref} is {number_text(total)} on {entry.date}"


_DRY = """{goals: [{id: g1, goal: Lives sober for ninety days, status: active}],
  sessions: [{date: 2026-02-02, forms: {audit: 24}, note: Her brother is a nurse}ADVICE]}"""

RULES = (
    Rule(
        "C106",
        "abstinence without medical advice",
        "to stop drinking at once can be dangerous after heavy use",
        withdrawal_without_advice,
        Severity.WARNING,
        mend="ask for medical advice before the first sober day, and record whom was asked: "
        "goalctl risk CLIENT --concern withdrawal",
        source="AUDIT of 20 or more, CIWA-Ar of 8 or more",
        bad=_DRY.replace("ADVICE", ""),
        good=_DRY.replace("ADVICE", ", {date: 2026-02-03, risk: {concern: withdrawal, consulted: Dr. Alder}}"),
        verified=False,
    ),
)
