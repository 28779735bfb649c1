"""A plan that is made by commands, day after day: from its end, every day reads as it was."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goalctl.analysis.history.digest import agreement_digest
from goalctl.analysis.history.reconstruction import is_reproduced
from goalctl.analysis.history.replay import as_of, recorded_by
from goalctl.documents.change import AppendItem
from goalctl.documents.edit import text_after
from goalctl.documents.read import read_data
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.fields import slot_of
from goalctl.model.goal import Goal, Status
from goalctl.model.plan import Decision, How, Outcome, Plan
from goalctl.model.validate import record_from
from goalctl.model.written import record_data
from goalctl.workspace.edits.additions import append_edit
from goalctl.workspace.edits.items import item_of
from goalctl.workspace.edits.placing import value_edits
from goalctl.workspace.edits.safety_plan import safety_plan_edits
from goalctl.workspace.edits.stamp import stamped_edits
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.operations.add_goal import goal_edits, whole_goal
from goalctl.workspace.operations.add_objective import objective_edits, whole_objective
from goalctl.workspace.operations.add_problem import problem_edits
from goalctl.workspace.operations.agree import NewAgreement, agreement_edits
from goalctl.workspace.operations.discharge import Ending, discharge_edits
from goalctl.workspace.operations.extend import extend_edits
from goalctl.workspace.operations.hold import hold_edits
from goalctl.workspace.operations.mark import mark_edits
from goalctl.workspace.operations.resume import resume_edits
from goalctl.workspace.operations.review import Reviewing, review_edits
from goalctl.workspace.operations.set import Assignment, set_edits
from tests.conftest import LONG_RUN

FIRST = date(2026, 1, 5)
NEW = """\
format: 2
client: c-1
clinician: m.kowalski
opened: 2026-01-05
status: active
goals:
  - id: g1
    goal: Walks again
    status: active
    opened: 2026-01-05
    smart:
      measurable: {by: rating, baseline: 2, target: 6}
      time_bound: {deadline: 2026-03-31}
    objectives:
      - {id: g1.1, objective: Walks to the gate, status: reserve}
"""


@lru_cache(maxsize=4)
def plan_of(text):
    plan, findings = record_from(Plan, read_data(text)[0])
    assert plan is not None, findings
    return plan


@dataclass
class Life:
    """A plan's text, the day it is, and the plan as it was at the end of each day on which something was done."""

    text: str = NEW
    day: date = FIRST
    states: dict[date, Plan] = field(default_factory=dict)

    def __post_init__(self):
        self.states[self.day] = self.plan

    @property
    def plan(self):
        return plan_of(self.text)

    @property
    def trail(self):
        return Trail(self.day, "m.kowalski", "because")

    def item(self, number):
        return [*self.plan.scorables.values()][number % len(self.plan.scorables)]

    def write(self, edits):
        """What leaves no plan behind is not written, as in every command."""
        text = text_after(self.text, stamped_edits(self.plan, edits, datetime.combine(self.day, time(18))))
        if record_from(Plan, read_data(text)[0])[0] is not None:
            self.text = text
            self.states[self.day] = self.plan

    def at(self, day):
        """The plan at the end of that day."""
        return self.states[max(known for known in self.states if known <= day)]


def set_key(life, item_id, *pairs, adds=False):
    kind = type(item_of(life.plan, item_id).record)
    assigned = [Assignment(slot_of(kind, key), value, adds) for key, value in pairs]
    return set_edits(life.plan, item_id, assigned, life.trail)


def measure(life, n):
    place = "smart.measurable" if isinstance(life.item(n), Goal) else "measurable"
    kind = ("rating", "count", "percent", "phq-9")[n // 7 % 4]
    values = (("by", kind), ("baseline", str(n % 3)), ("target", str(5 + n % 4)))
    return set_key(life, life.item(n).id, *((f"{place}.{key}", value) for key, value in values))


def target(life, n):
    return set_key(life, life.item(n).id, ("target", str(n % 9 + 1)))


def wording(life, n):
    item = life.item(n)
    return set_key(life, item.id, ("goal" if isinstance(item, Goal) else "objective", f"Says it in way {n}"))


def deadline(life, n):
    return set_key(life, life.item(n).id, ("deadline", (life.day + timedelta(n)).isoformat()))


def extension(life, n):
    item = life.item(n)
    return extend_edits(life.plan, item.id, (item.deadline or life.day) + timedelta(n + 1), life.trail)


def mark(life, n):
    return mark_edits(life.plan, life.item(n).id, [*Status][n // 5 % len(Status)], life.day, life.trail)


def new_goal(life, n):
    entry = {
        "goal": f"Goal of day {n}",
        "status": ("draft", "active")[n % 2],
        "problem": "p1" if life.plan.problems else None,
    }
    return goal_edits(life.plan, whole_goal({key: value for key, value in entry.items() if value}, today=life.day))


def new_objective(life, n):
    done = [{"id": "i1", "what": "Talks it through", "every": "1w"}]
    entry = {"goal": life.plan.goals[n % len(life.plan.goals)].id, "objective": f"Step {n}", "interventions": done}
    return objective_edits(life.plan, whole_objective(entry, today=life.day), most_active=3)


def session(life, n):
    entry = entry_values(
        date=max(FIRST, life.day - timedelta(n % 5)), scores={life.item(n).id: n % 10}, note=f"Entry {n}"
    )
    return [append_edit(life.plan, "sessions", entry)]


def amendment(life, n):
    place = n % len(life.plan.sessions)
    entry = entry_values(on=life.day, by="m.kowalski") | {"set": {"note": f"Read {n}"}, "because": "slip"}
    return [AppendItem(("sessions", place, "amended"), entry)]


def void(life, n):
    place = n % len(life.plan.sessions)
    there = life.plan.sessions[place]
    return (
        []
        if there.void
        else value_edits(there, ("void",), entry_values(on=life.day, because="slip"), at=("sessions", place))
    )


def signature(life, n):
    place = n % len(life.plan.sessions)
    return [AppendItem(("sessions", place, "signed"), entry_values(by="m.kowalski", on=life.day))]


def review(life, n):
    decided = {life.item(n).id: Decision.CONTINUE} if n % 2 else {}
    return review_edits(life.plan, Reviewing(life.day, "m.kowalski", None, decided, note=f"Look {n}"))


def agreement(life, n):
    consent = NewAgreement(life.day, ("client", "m.kowalski")[: n % 2 + 1], How.SIGNED, agreement_digest(life.plan))
    return agreement_edits(life.plan, consent)


def safety_plan(life, n):
    entry = {"date": life.day.isoformat(), "id": "abc123", "forms": {"safety-plan": {"signs": f"Sign {n}"}}}
    return safety_plan_edits(life.plan, entry, by="m.kowalski")


def discharge(life, n):
    if n % 4:
        return []
    judged = dict.fromkeys((goal.id for goal in life.plan.active_goals), [*Outcome][n % len(Outcome)])
    return discharge_edits(life.plan, Ending(life.day, "m.kowalski", "completed", judged))


def consent(life, n):
    return [append_edit(life.plan, "consents", entry_values(what=f"treatment {n}", on=life.day))]


def release(life, n):
    return [append_edit(life.plan, "releases", entry_values(on=life.day, to="insurer", what=f"report {n}"))]


def approval(life, n):
    entry = entry_values(payer="Kasse", from_=life.day, to=life.day + timedelta(90), sessions=n + 1)
    return set_key(life, "plan", ("authorizations", entry), adds=True)


DEEDS: tuple[Callable, ...] = (
    measure, target, wording, deadline, extension, mark, mark, new_goal, new_objective, session, session, amendment,
    void, signature, review, agreement, agreement, safety_plan, discharge, consent, release, approval,
    lambda life, _: problem_edits(life.plan, {"problem": "Low mood"}, today=life.day),
    lambda life, _: hold_edits(life.plan, life.day, "away", None),
    lambda life, _: resume_edits(life.plan, life.day),
    lambda life, n: set_key(life, "plan", ("clinician", f"c{n % 3}")),
    lambda life, n: set_key(life, "plan", ("strengths", f"strength {n}"), adds=True),
    lambda life, n: set_key(life, "plan", ("plan_by", f"{n + 1}d")),
    lambda life, n: set_key(life, "g1", ("judged_by", ("client", "clinician")[n % 2])),
    lambda life, n: set_key(life, "g1", ("checkpoints", [(life.day + timedelta(n + 1)).isoformat()])),
    lambda life, n: set_key(life, "g1.1", ("interventions", {"id": f"i{n + 2}", "what": f"Does {n}"}), adds=True),
)  # fmt: skip


def lived(deeds, life=None):
    life = life or Life()
    for days, deed, number in deeds:
        life.day += timedelta(days)
        if life.plan.discharge:
            break
        try:
            edits = DEEDS[deed](life, number)
        except (GoalctlError, ZeroDivisionError):  # not every deed can be done at every time
            continue
        if edits:
            life.write(edits)
    return life


def said(plan, *left_out):
    return {key: value for key, value in record_data(plan).items() if key not in {"format", *left_out}}


SESSION = DEEDS.index(session)
deeds = st.tuples(st.sampled_from([0, 0, 1, 1, 2, 9]), st.integers(0, len(DEEDS) - 1), st.integers(0, 59))
few = st.lists(deeds, max_size=6)
lives = st.lists(deeds, max_size=24).map(lived)


@settings(max_examples=int(LONG_RUN or 20))
@given(life=lives)
def test_every_day_reads_as_it_was_and_every_agreement_fits_its_day(life):
    last = life.plan
    for day in (FIRST + timedelta(n) for n in range((life.day - FIRST).days + 1)):
        then, was = as_of(last, today=day), life.at(day)
        assert said(then, "sessions") == said(was, "sessions"), day
        assert agreement_digest(then) == agreement_digest(was)
        assert [one.date for one in then.sessions] == [one.date for one in last.sessions if one.date <= day]
    assert all(is_reproduced(last, one) for one in last.agreements)


@settings(max_examples=int(LONG_RUN or 20))
@given(life=lives)
def test_what_had_been_written_by_a_day_is_what_the_file_held_then(life):
    for day in (FIRST + timedelta(n) for n in range((life.day - FIRST).days + 1)):
        assert said(recorded_by(life.plan, day)) == said(life.at(day)), day


@dataclass
class Merged:
    """A life, somebody else's log of the same plan since the fork, and the life that goes on after the two are one."""

    life: Life
    other: Life
    base: Plan
    day: date

    def sessions_at(self, day):
        """What either of the two had in its log by then."""
        return entries(self.life.at(day)) | (entries(self.other.at(day)) - entries(self.base))


def entries(plan):
    return set(map(repr, said(plan).get("sessions", ())))


def merged_text(ours, base, theirs, folder):
    """Git's own merge; where it leaves both, somebody puts the other's entries before ours, by hand."""
    names = [folder / name for name in ("ours", "base", "theirs")]
    for name, text in zip(names, (ours, base, theirs), strict=True):
        name.write_text(text, encoding="utf-8")
    words = ["git", "merge-file", "--diff3", "-p", "-q", *names]
    made = subprocess.run(words, capture_output=True, text=True, check=False)
    return CONFLICT.sub(lambda found: both(found["ours"], found["theirs"]), made.stdout)


CONFLICT = re.compile(
    r"^<<<<<<< .*\n(?P<ours>(?:.*\n)*?)\|{7} .*\n(?:.*\n)*?=======\n(?P<theirs>(?:.*\n)*?)>>>>>>> .*\n", re.MULTILINE
)


def both(ours, theirs):
    """Lines of the entry before first, then the other's entries, then ours."""
    lines = ours.splitlines(keepends=True)
    first = next((n for n, line in enumerate(lines) if re.match(r"  - |\S", line)), len(lines))
    return "".join([*lines[:first], theirs, *lines[first:]])


def merged_life(before, ours, theirs, after, folder):
    life = lived([(0, SESSION, 1), *before])
    base, fork = life.plan, life.day
    text = life.text
    other = lived([(days, SESSION, number) for days, number in theirs], Life(text, fork, dict(life.states)))
    lived(ours, life)
    life.day = max(life.day, other.day) + timedelta(1)
    life.text = merged_text(life.text, text, other.text, folder)
    life.states[life.day] = life.plan
    found = Merged(life, other, base, life.day)
    lived(after, life)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("merges")


@settings(max_examples=int(LONG_RUN or 12))
@given(
    before=few, ours=few, theirs=st.lists(st.tuples(st.sampled_from([0, 1, 2]), st.integers(0, 59)), max_size=4),
    after=few,
)  # fmt: skip
def test_two_branches_that_were_merged_read_as_what_either_had_written_and_as_what_was_valid(
    folder, before, ours, theirs, after
):
    found = merged_life(before, ours, theirs, after, folder)
    life, last = found.life, found.life.plan
    for day in (FIRST + timedelta(n) for n in range((life.day - FIRST).days + 1)):
        written, then, was = recorded_by(last, day), as_of(last, today=day), life.at(day)
        assert said(written, "sessions") == said(was, "sessions") == said(then, "sessions"), day
        assert entries(written) == (entries(was) if day >= found.day else found.sessions_at(day)), day
        assert [one.date for one in then.sessions] == [one.date for one in last.sessions if one.date <= day]
    assert all(is_reproduced(last, one) for one in last.agreements)


RESTS = len(DEEDS) - 8  # what goes on has to rest before


@pytest.mark.parametrize("deed", range(len(DEEDS)))
def test_every_deed_can_be_done_in_such_a_life(deed):
    before = [(0, 9, 3), *([(0, RESTS, 0)] if DEEDS[deed] is DEEDS[RESTS + 1] else [])]
    assert len(lived([*before, (1, deed, 4)]).states) > 1
