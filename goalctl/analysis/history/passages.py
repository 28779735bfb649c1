"""The passages of a plan: everything in it that is said in words, each with its day and the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from goalctl.analysis.ranking import Findable, Ranking, stem_of, words_of
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, day_from
from goalctl.model.written import record_data

NO_WORDS = {
    *("id", "status", "kind", "place", "by", "of", "format", "client", "clinician", "supervisor", "previous", "date"),
    *("time", "on", "opened", "closed", "written", "term", "serves", "problem_id", "signed", "cpt", "code", "form"),
    *("from", "to", "until", "due", "deadline", "next", "every", "plan_by", "review_every", "worked_on", "used"),
    *(
        "homework_done",
        "scores",
        "note_file",
        "received",
        "per",
        "since",
        "checkpoints",
        "how",
        "level",
        "decision",
        "for",
    ),
}
"""Keys under which a plan says no words, but ids, days and choices."""
TO_WHOM = ("releases", "to")
"""The one `to` that is said of somebody; elsewhere it is a day, or what the trail has."""
DAYS = ("date", "on", "opened", "from", "since")
NAMED = {"goals", "objectives", "problems", "sessions", "interventions"}
AROUND = 30


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of one client's record; `day` is None where nothing says when."""

    client: str
    day: date | None
    place: str
    text: str


def passages_of(plan: Plan, notes: Mapping[str, str]) -> Iterator[Passage]:
    """Everything said in the plan, entries as they read now, void ones left out; `notes` are linked texts by name."""
    data = {key: value for key, value in record_data(plan).items() if key not in {"sessions", "goals"}}
    yield from _said(data, Passage(plan.client, None, "", ""))
    for goal in plan.goals:
        yield from _said({"goals": [record_data(goal)]}, Passage(plan.client, None, "", ""))
    for entry in plan.log:
        beside = entry.kind.value if entry.kind.value != "session" else ""
        here = Passage(plan.client, entry.date, " ".join(part for part in (entry.id, beside) if part), "")
        yield from _said({key: value for key, value in record_data(entry).items() if key != "amended"}, here)
        if entry.note_file and entry.note_file in notes:
            yield replace(here, place=f"{here.place} {entry.note_file}".strip(), text=notes[entry.note_file])


def _said(value: Value, here: Passage, key: str = "") -> Iterator[Passage]:
    if isinstance(value, dict):
        here = replace(here, day=_day(value) or here.day, place=_place(value, here, key))
        for inner, said in value.items():
            if _has_words(key, inner):
                yield from _said(said, here, inner)
    elif isinstance(value, list):
        for said in value:
            yield from _said(said, here, key)
    elif isinstance(value, str) and any(letter.isalpha() for letter in value):
        yield replace(here, place=_beside(here.place, key), text=value)


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


def passages_found(passages: Iterable[Passage], words: Iterable[str]) -> list[Passage]:
    """Those in which every word stands, or one like it where it stands nowhere; the newest first, cut to the place.

    A slip of the pen and another ending are forgiven; small words are passed over.
    """
    every = list(passages)
    ranking = Ranking([Findable(passage.text) for passage in every])
    wanted = [word for phrase in words for word in phrase.split() if words_of(word)]
    found = [set(ranking.best(word)) for word in wanted]
    places = sorted(set.intersection(*found)) if found else []
    stems = {stem for word in wanted for stem in ranking.stems_meant(word)}
    cut = [replace(every[place], text=_around(every[place].text, stems)) for place in places]
    return sorted(cut, key=lambda passage: (passage.day or date.min, passage.client), reverse=True)


def _around(text: str, stems: set[str]) -> str:
    """The words before and behind the first that is meant, so that a long note shows where."""
    words = text.split()
    place = next((n for n, word in enumerate(words) if any(stem_of(part) in stems for part in words_of(word))), 0)
    first, last = max(place - AROUND // 2, 0), place + AROUND
    return f"{'… ' if first else ''}{' '.join(words[first:last])}{' …' if last < len(words) else ''}"
