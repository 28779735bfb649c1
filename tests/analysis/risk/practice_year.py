"""A year of an invented practice with 35 places, at published rates, in which every event about risk is planted.

41 % of clients endorse item 9 of the PHQ-9 and 13 % are at risk by C-SSRS (Na et al. 2018, a depression registry);
20 % of appointments are missed (Mitchell & Selmes 2007, Adv Psychiatr Treat 13: 423-434). How often an endorsed item
stays without a record, and how soon it is mended, has no published figure: 88 % are answered in the same session, the
rest after one to seven days. One form in twelve is entered as a total alone.

The planter knows nothing of the analysis. It keeps its own book: from which day on which plan needs an act, until when.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from tests.analysis.invented import plan_of

FIRST = date(2026, 1, 5)
DAYS = 364
PLACES = 35
ENDORSES, AT_RISK, MISSES = 0.41, 0.13, 0.20
RECORDS_AT_ONCE, TOTAL_ONLY, SCREENS, FADES = 0.88, 0.08, 0.3, 0.05
QUIET = {"behaviour": 7, "plan": 7, "active": 14, "passive": 28}
RANK = {"passive": 1, "active": 2, "plan": 3, "behaviour": 4}


class Planted(NamedTuple):
    """Something that must be a row needing an act, from the first day up to the day before the last."""

    first: int
    last: int
    what: str


@dataclass
class Client:
    """One client's year: the log as it grows, and the planter's own book of what is open.

    `answer_given` and `screened` are what was endorsed since the last record, raised or not.
    """

    name: str
    rng: random.Random
    begins: int
    ends: int
    state: str
    rhythm: int
    form_every: int
    records_at_once: float = RECORDS_AT_ONCE
    log: list[dict] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)
    gaps: list[Planted] = field(default_factory=list)
    gap_from: int | None = None
    open_from: int | None = None
    what: str = ""
    answer_given: int = 0
    screened: str | None = None
    due: int | None = None
    quiet: bool = False
    known: int = 0
    covered: int = 0
    act_on: int | None = None

    @property
    def plan(self):
        return plan_of(client=self.name, sessions=self.log)

    def note(self, day: int, kind: str = "session", **keys: object) -> dict:
        when = FIRST + timedelta(days=day)
        self.log.append({"date": when, "kind": kind, "written": f"{when}T18:00", **keys})
        return self.log[-1]

    def open(self, day: int, what: str, act_within: tuple[int, int] = (1, 7)) -> None:
        if self.open_from is None:
            self.open_from, self.what = day, what
        if self.act_on is None or self.act_on < day:
            self.act_on = day + self.rng.randint(*act_within)

    def settle(self, day: int) -> None:
        if self.open_from is not None and self.open_from < day:
            self.planted.append(Planted(self.open_from, day, self.what))
        self.open_from = self.act_on = None

    def end_gap(self, day: int) -> None:
        if self.gap_from is not None and self.gap_from < day:
            self.gaps.append(Planted(self.gap_from, day, "a total alone"))
        self.gap_from = None

    def found(self) -> str | None:
        if self.state == "at risk":
            return self.rng.choices(["active", "passive", "plan", "behaviour"], [70, 22, 6, 2])[0]
        return "passive" if self.state == "endorses" and self.rng.random() < 0.8 else None

    def answer(self, day: int, entry: dict) -> None:
        """A record that asked everything, with the next look at it, for most of them at the next session."""
        found = self.found()
        follow_up = None if self.rng.random() < 0.1 else day + self.rng.choice([self.rhythm] * 4 + [14])
        if found is None and not self.answer_given and not self.screened:
            follow_up = None
        record = {
            "asked_because": "phq-9 item 9",
            "ideation": "none",
            "plan": "no",
            "behaviour": "none",
            "level": "low",
        }
        words = {"plan": {"ideation": "active", "plan": "tablets"}, "behaviour": {"behaviour": "took tablets"}}
        record |= words.get(found, {"ideation": found or "none"})
        if follow_up is not None:
            record["follow_up"] = FIRST + timedelta(days=follow_up)
        entry["risk"] = record
        self.settle(day)
        self.end_gap(day)
        self._keep(day, found, follow_up)

    def _keep(self, day: int, found: str | None, follow_up: int | None) -> None:
        highest = max((height for height in (found, self.screened) if height), key=RANK.get, default=None)
        kept = highest or ("active" if self.answer_given else None)
        ends = [end for end in (follow_up, day + QUIET[kept] if kept else None) if end is not None]
        self.due, self.quiet = min(ends, default=None), kept is not None
        self.known = max(self.answer_given, self.known) if found else self.answer_given
        self.covered = max(RANK[highest] if highest else 0, RANK["active"] if self.answer_given else 0)
        self.answer_given, self.screened = 0, None
        if found in {"active", "plan", "behaviour"} and follow_up is None:
            self.open(day, "a record without a follow-up day")

    def fill_in(self, day: int, entry: dict) -> list[tuple[str, bool]]:
        """The forms of the session; of each endorsed one whether it is more than what was known."""
        chance = {"none": [0], "endorses": [1, 1, 1, 2], "at risk": [1, 2, 2, 3]}
        answer = self.rng.choice(chance[self.state])
        self.end_gap(day)
        if self.rng.random() < TOTAL_ONLY:
            entry["forms"], self.gap_from, answer = {"phq-9": 9}, day, 0
        else:
            entry["forms"] = {"phq-9": [1] * 8 + [answer]}
        raised = (
            [("an endorsed item", answer > self.known if self.known else RANK["active"] > self.covered)]
            if answer
            else []
        )
        self.answer_given = max(self.answer_given, answer)
        if self.state == "at risk" and self.rng.random() < SCREENS:
            raised.insert(0, ("an endorsed risk form", self.screen(entry)))
        return raised

    def screen(self, entry: dict) -> bool:
        height = self.rng.choices(["passive", "active", "plan", "behaviour"], [3, 4, 2, 1])[0]
        given = dict.fromkeys(("q1", "q2", "q6"), "no") | {"q1": "yes"}
        if height in {"active", "plan"}:
            given |= {"q2": "yes", "q3": "no", "q4": "no", "q5": "yes" if height == "plan" else "no"}
        if height == "behaviour":
            given |= {"q6": "yes", "q7": "yes"}
        entry["forms"]["c-ssrs-screener"] = given
        self.screened = max((height, self.screened or height), key=RANK.get)
        return RANK[height] > self.covered

    def session(self, day: int, *, fills_in: bool) -> None:
        entry = self.note(day)
        raised = self.fill_in(day, entry) if fills_in else []
        is_due = self.open_from is not None or (self.due is not None and day >= self.due)
        if (raised or is_due) and self.rng.random() < self.records_at_once:
            self.answer(day, entry)
            return
        holds = self.quiet and self.due is not None and day <= self.due and self.open_from is None
        for what, is_more in raised:
            if is_more or not holds:
                self.open(day, what)

    def appointment(self, day: int, *, fills_in: bool) -> None:
        if self.rng.random() >= MISSES:
            self.session(day, fills_in=fills_in)
            return
        self.note(day, self.rng.choice(["no-show", "cancelled"]))
        if self.due is not None or self.open_from is not None:
            self.open(day, "a missed appointment", (1, 3))

    def live(self, day: int) -> None:
        """One day: what grows old, who comes, what is mended."""
        if self.due is not None and day == self.due + 1:
            self.open(day, "a follow-up that has passed", (0, 3))
        since = day - self.begins
        if since % self.rhythm == 0:
            self.appointment(day, fills_in=since % self.form_every == 0)
            if self.rng.random() < FADES and self.open_from is None:
                self.state = {"at risk": "endorses"}.get(self.state, "none")
        if self.act_on == day and self.open_from is not None and self.open_from <= day:
            self.answer(day, self.note(day, "phone"))


def practice_year(seed: int, records_at_once: float = RECORDS_AT_ONCE) -> list[Client]:
    """Everybody who was in treatment in that year; a place that becomes free is taken the week after."""
    rng = random.Random(seed)  # noqa: S311 - a simulation
    clients: list[Client] = []
    for place in range(PLACES):
        begins = rng.randint(0, 4)
        while begins < DAYS:
            ends = min(DAYS, begins + 7 * rng.randint(10, 40))
            state = rng.choices(["at risk", "endorses", "none"], [AT_RISK, ENDORSES - AT_RISK, 1 - ENDORSES])[0]
            rhythm, form_every = rng.choice([7, 7, 7, 14]), rng.choice([28, 28, 14])
            name = f"c-{place}-{len(clients)}"
            client = Client(name, random.Random(rng.random()), begins, ends, state, rhythm, form_every, records_at_once)  # noqa: S311
            for day in range(begins, ends):
                client.live(day)
            client.settle(ends)
            client.end_gap(ends)
            clients.append(client)
            begins = ends + 7
    return clients
