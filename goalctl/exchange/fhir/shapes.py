"""The small shapes that resources are made of. What is empty is left out, as FHIR wants it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from goalctl.analysis.case import Case
from goalctl.analysis.risk.notes import speaks_of_risk
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.session import Session

Json = dict[str, Any]

LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
PATIENT = "patient"


@dataclass(frozen=True, slots=True)
class OnRequest:
    """What leaves only when somebody asked for it: entries kept confidential, and what is written about risk."""

    confidential: bool = False
    risk: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """The case that a bundle is about, and how its resources are named in it."""

    case: Case
    asked: OnRequest = field(default_factory=OnRequest)

    @property
    def system(self) -> str:
        """Whose ids these are: the practice's, by its random id."""
        return f"urn:goalctl:{self.case.settings.workspace or 'practice'}"

    def name(self, thing: str) -> str:
        """What a thing of this client is called all over the practice: `c-7f3k/g1`."""
        client = self.case.plan.client
        return client if thing == PATIENT else f"{client}/{thing}"

    def url(self, thing: str) -> str:
        """The same each time it is exported."""
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{self.system}/{self.name(thing)}')}"

    def reference(self, thing: str) -> Json:
        """A reference to another resource of the bundle."""
        return {"reference": self.url(thing)}

    def entry(self, thing: str, resource: Json) -> Json:
        """A resource as an entry of the bundle, with the id that it has in the practice."""
        kind = {"resourceType": resource["resourceType"]}
        identifier = [{"system": self.system, "value": self.name(thing)}]
        one = resource["resourceType"] == "QuestionnaireResponse"
        named = {"identifier": identifier[0] if one else identifier}
        return {"fullUrl": self.url(thing), "resource": filled({**kind, **named, **resource})}

    def told(self) -> Case:
        """The case that states are read from: an entry that doesn't leave has no say in what does."""
        plan = self.case.plan
        leaving = tuple(entry for entry in plan.sessions if self.leaves(entry.current))
        return self.case if leaving == plan.sessions else replace(self.case, plan=plan.copy_with(sessions=leaving))

    def leaves(self, entry: Session) -> bool:
        """Whether an entry, as its amendments say, leaves at all."""
        return self.asked.confidential or not entry.confidential

    def notes(self, texts: Iterable[tuple[str, str | None]]) -> list[Json]:
        """Annotations, each beginning with what it is; words that speak of risk only when that is asked for."""
        return [
            {"text": f"{head}: {text}" if head else text}
            for head, text in texts
            if text and (self.asked.risk or not speaks_of_risk(text))
        ]

    def person(self, who: str) -> Json:
        """The client as a reference; anybody else by what the plan calls them."""
        return self.reference(PATIENT) if who == CLIENT_RATER else {"display": who}


def filled(value: Json) -> Json:
    """Without what is empty, at any depth."""
    found = {key: _filled(item) for key, item in value.items()}
    return {key: item for key, item in found.items() if item not in (None, "", [], {})}


def _filled(value: object) -> object:
    if isinstance(value, dict):
        return filled(value)
    if isinstance(value, list | tuple):
        return [item for item in map(_filled, value) if item not in (None, "", [], {})]
    return value.isoformat() if isinstance(value, date) else value


def coded(system: str, code: str | None, display: str | None = None, *, text: str | None = None) -> Json:
    """A concept with one code, or with words alone where there is no code."""
    coding = [{"system": system, "code": code, "display": display}] if code else []
    return {"coding": coding, "text": text}


def words(text: str | None) -> Json | None:
    """A concept that no code says."""
    return {"text": text} if text else None


def whole(value: float) -> int | float:
    """A number without decimals as one that JSON writes without them."""
    return int(value) if value.is_integer() else value


def is_integer(value: float) -> bool:
    """Whether FHIR's integer can hold it, which has 32 bits; else it is written as a quantity or a decimal."""
    return value.is_integer() and -(2**31) <= value < 2**31


def quantity(value: float, unit: Mapping[str, str] | None = None) -> Json:
    """A number, with its unit."""
    return {"value": whole(value), **(unit or {})}
