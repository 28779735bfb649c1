"""A Bundle for each client: Patient, CarePlan, Condition, Goal, Observation, QuestionnaireResponse.

docs/reference/fhir.md says key by key what maps and what is lost. Codes of LOINC® are facts of the forms; where a form
has none, and for measures of the practice's own, words say what is scored.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from goalctl.analysis.case import Case
from goalctl.analysis.figures import counted
from goalctl.exchange.fhir.care import care_plan_entry, condition_entries, patient_entry
from goalctl.exchange.fhir.goals import goal_entries
from goalctl.exchange.fhir.scores import score_entries
from goalctl.exchange.fhir.shapes import Json, OnRequest, Subject, filled

_PART_2 = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "42CFRPart2"}


def bundle_of(case: Case, asked: OnRequest) -> Json:
    """The client's plan as a collection; the same plan gives the same bundle on every day it reads so."""
    subject = Subject(case, asked)
    entries = [
        patient_entry(subject),
        care_plan_entry(subject),
        *condition_entries(subject),
        *goal_entries(subject),
        *score_entries(subject),
    ]
    security = [_PART_2] if case.plan.part2 else []
    return filled(
        {
            "resourceType": "Bundle",
            "meta": {"security": security},
            "identifier": {"system": subject.system, "value": case.plan.client},
            "type": "collection",
            "entry": entries,
        }
    )


def kept_back(case: Case, asked: OnRequest) -> list[str]:
    """What the plan holds and nobody asked for, in words, with the option that brings it."""
    confidential = sum(1 for entry in case.entries if entry.confidential and not asked.confidential)
    kept = [f"{counted(confidential, 'session')} kept confidential (--include confidential)"] if confidential else []
    whole = bundle_of(case, replace(asked, risk=True))
    return kept if whole == bundle_of(case, asked) else [*kept, "what is told of risk (--include risk)"]


def fhir_text(cases: Sequence[Case], asked: OnRequest, *, one: bool) -> str:
    """One bundle to be read; else a bundle on each line, as NDJSON."""
    bundles = [bundle_of(case, asked) for case in cases]
    if one and len(bundles) == 1:
        return json.dumps(bundles[0], indent=2) + "\n"
    return "".join(json.dumps(bundle) + "\n" for bundle in bundles)
