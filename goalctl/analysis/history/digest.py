"""Digests of what is signed and agreed to, so that a later change of it can be seen: `2:9ad03e1c5b7f2a90`.

A digest is a format of its own. It is made from the plain values that the file says, in one canonical form: keys as the
file has them, sorted; what is empty, or says only what is so by default, left out; numbers, days and words as goalctl
writes them; texts without white space around them, composed (Unicode NFC). No name of a class, no order of keys, no way
of quoting and no comment enters it. Digests of six digits are those of 0.1.0, checked as they were made.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping

from goalctl.analysis.history.first_digest import first_agreement_digest, first_session_digest
from goalctl.model.goal import Goal, Objective, Status
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.types import OneOrMany, Record
from goalctl.model.written import file_value

VERSION = "2:"
DIGEST_LENGTH = 16
_UNDER_WAY = {Status.ACTIVE, Status.ON_HOLD}
_BESIDE_THE_ENTRY = {"signed", "amended"}


def agreement_digest(plan: Plan) -> str:
    """The digest of problems, diagnoses, services, and the goals under way with their objectives and interventions.

    Scores, notes, drafts and who explored what do not change it; nor does it that a goal rests for a while.
    """
    goals = [dict(_agreement_parts(goal)) for goal in plan.goals if goal.status in _UNDER_WAY]
    content = {"problems": plan.problems, "diagnoses": plan.diagnoses, "services": plan.services, "goals": goals}
    return _digest("agreement", content)


def _agreement_parts(item: Goal | Objective) -> Iterator[tuple[str, object]]:
    yield from (("id", item.id), ("wording", item.wording), ("measurable", item.measure), ("deadline", item.deadline))
    if isinstance(item, Goal):
        yield from (("problem", item.problems), ("specific", item.smart.specific))
        steps = [dict(_agreement_parts(step)) for step in item.objectives if step.status in _UNDER_WAY]
        yield "objectives", steps
    else:
        yield "interventions", item.interventions


def session_digest(session: Session) -> str:
    """The digest of an entry as it reads with its amendments, without its signatures."""
    content = _stated_fields(session.current)
    return _digest("session", {key: value for key, value in content.items() if key not in _BESIDE_THE_ENTRY})


def is_of_session(digest: str, session: Session) -> bool:
    """Whether the digest is that of the entry as it reads now."""
    return digest == (session_digest(session) if digest.startswith(VERSION) else first_session_digest(session))


def is_of_plan(digest: str, plan: Plan) -> bool:
    """Whether the digest is that of what can be agreed to in the plan as it reads now."""
    return digest == (agreement_digest(plan) if digest.startswith(VERSION) else first_agreement_digest(plan))


def _canonical(value: object) -> object:
    match value:
        case Record():
            return _canonical(_stated_fields(value))
        case Mapping():
            inner = {str(key): _canonical(item) for key, item in value.items()}
            return {key: item for key, item in inner.items() if item not in (None, "", [], {})}
        case str():
            return unicodedata.normalize("NFC", value).strip()
        case list() | tuple() if not isinstance(value, OneOrMany):
            return [_canonical(item) for item in value]
        case None:
            return None
        case _:
            return _canonical(file_value(value))


def _stated_fields(record: Record) -> dict[str, object]:
    """The record's keys as the file has them; what says no more than is so by default is left out."""
    fields = type(record).model_fields.items()
    usual = {name: info.get_default(call_default_factory=True) for name, info in fields}
    return {info.alias or name: getattr(record, name) for name, info in fields if getattr(record, name) != usual[name]}


def _digest(of: str, content: object) -> str:
    text = json.dumps([of, _canonical(content)], sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return VERSION + hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]
