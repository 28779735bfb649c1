"""The passages of a plan: everything in it that is said in words, each with its day and the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from goalctl.analysis.history.passage import Passage, PlanWords
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, day_from
from goalctl.model.written import record_data

NO_WORDS = {
    *("id", "status", "kind", "place", "by", "of", "format", "client", "clinician", "supervisor", "previous", "date"),
    *("time", "on", "opened", "closed", "written", "term", "serves", "problem_id", "signed", "cpt", "code", "form"),
    *("from", "to", "until", "due", "deadline", "next", "every", "plan_by", "review_every", "worked_on", "used"),
    *("homework_done", "scores", "note_file", "received", "per", "since", "checkpoints", "how", "level", "decision"),
    "for",
}
"""Keys under which a plan says no words, but ids, days and choices."""
TO_WHOM = ("releases", "to")
"""The one `to` that is said of somebody; elsewhere it is a day, or what the trail has."""
DAYS = ("date", "on", "opened", "from", "since")
NAMED = {"goals", "objectives", "problems", "sessions", "interventions"}


def said_in(plan: Plan) -> PlanWords:
    """Everything said in the plan, entries as they read now, void ones left out."""
    return PlanWords(plan.client, tuple(_passages(plan)), links_of(plan))


def links_of(plan: Plan) -> tuple[str, ...]:
    """The long notes that the plan's entries link, or linked before they were amended, each once."""
    links = (link for entry in plan.sessions for link in (entry.note_file, entry.current.note_file) if link)
    return tuple(dict.fromkeys(links))


def _passages(plan: Plan) -> Iterator[Passage]:
    data = {key: value for key, value in record_data(plan).items() if key not in {"sessions", "goals"}}
    yield from _said(data, Passage(plan.client, None, "", ""))
    for goal in plan.goals:
        yield from _said({"goals": [record_data(goal)]}, Passage(plan.client, None, "", ""))
    for entry in plan.log:
        beside = entry.kind.value if entry.kind.value != "session" else ""
        here = Passage(plan.client, entry.date, " ".join(part for part in (entry.id, beside) if part), "")
        yield from _said({key: value for key, value in record_data(entry).items() if key != "amended"}, here)
        if entry.note_file:
            yield here._replace(place=f"{here.place} {entry.note_file}".strip(), file=entry.note_file)


def _said(value: Value, here: Passage, key: str = "") -> Iterator[Passage]:
    if isinstance(value, dict):
        here = here._replace(day=_day(value) or here.day, place=_place(value, here, key))
        for inner, said in value.items():
            if _has_words(key, inner):
                yield from _said(said, here, inner)
    elif isinstance(value, list):
        for said in value:
            yield from _said(said, here, key)
    elif isinstance(value, str) and any(letter.isalpha() for letter in value):
        yield here._replace(place=_beside(here.place, key), text=value)


def _has_words(key: str, inner: str) -> bool:
    return inner not in NO_WORDS or (key, inner) == TO_WHOM


def _day(value: Mapping[str, Value]) -> date | None:
    """The day that stands there, if there is one."""
    for key in DAYS:
        try:
            return day_from(str(value[key]))
        except (KeyError, ScalarError):
            continue
    return None


def _place(value: Mapping[str, Value], here: Passage, key: str) -> str:
    """The id where there is one that names the place, else the keys that lead there."""
    id_ = value.get("id")
    if isinstance(id_, str) and key in NAMED:
        return f"{here.place}.{id_}" if key == "interventions" else id_
    return _beside(here.place, key)


def _beside(place: str, key: str) -> str:
    """What is said of a goal in its own words stands at its id alone."""
    return place if key in {"goal", "objective", "what", "problem"} and place else f"{place} {key}".strip()
