"""Every kind of due item: on which day it falls due, around every day and number that decides it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.due.deadline import Deadline, Due, in_words
from goalctl.analysis.due.deadlines import KINDS, deadlines_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.documents.read import read_data
from goalctl.library.shelf import FormShelf
from goalctl.model.plan import Lifecycle, Plan
from goalctl.model.scalars import Duration
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from

TABLE, _ = read_data(Path(__file__).with_name("due_items.yaml").read_text(encoding="utf-8"))
OF_KIND = {kind.__name__.removeprefix("_"): kind for kind in KINDS[Lifecycle.ACTIVE]}
ROWS = [(name, edge) for name, edges in TABLE.items() for edge in edges]
FORMS = FormShelf()
TODAY = date(2026, 3, 2)
SUPERVISED = Settings.model_validate({"clinicians": {"n.intern": {"cosign_within": "7d"}}})


def plan_of(text):
    data, wrong = read_data(text)
    assert not wrong, wrong
    plan, wrong = record_from(Plan, {"client": "c-ab1", **data})
    assert not wrong, wrong
    return plan


def placed(edge, value):
    """The plan with the value in its place, or with as many of what the edge counts."""
    many = [edge["each"].replace("N", str(n + 1)) for n in range(int(value))] if "each" in edge else [value]
    return edge["plan"].replace("HERE", ", ".join(many))


@pytest.mark.parametrize(("name", "edge"), ROWS, ids=[f"{name}: {edge['edge']}" for name, edge in ROWS])
def test_each_kind_falls_due_on_its_day(name, edge):
    found = {}
    for value in edge["due"]:
        at = Standpoint(plan_of(placed(edge, value)), FORMS, settings=SUPERVISED)
        found[value] = ", ".join(sorted(f"{day} {item}".strip() for day, item, *_ in OF_KIND[name](at))) or "nothing"
    assert found == edge["due"]


@pytest.mark.parametrize(
    ("opened", "due"),
    [("2026-01-12", "2026-04-05"), ("2026-04-05", "2026-04-05"), ("2026-04-06", "2026-04-06")],
    ids=["ninety days on", "on that day", "nobody could before"],
)
def test_an_earlier_episode_s_safety_plan_falls_due_in_the_later_one_until_there_is_another(opened, due):
    before = plan_of("{status: discharged, discharge: {on: 2026-01-09}, safety_plan: {on: 2026-01-05}}")
    later = plan_of(f"{{opened: {opened}, previous: c-ab1}}")
    own = later.copy_with(safety_plan=plan_of("safety_plan: {on: 2026-04-20}").safety_plan)
    found = [
        [str(day) for day, *_ in OF_KIND["safety_plan_reviews"](Standpoint(plan, FORMS, earlier=(before,)))]
        for plan in (later, own)
    ]
    assert found == [[due], ["2026-07-19"]]


def test_every_kind_has_its_days_in_the_table():
    assert set(TABLE) == set(OF_KIND)


@pytest.mark.parametrize("name", TABLE)
def test_every_kind_is_looked_at_the_day_before_on_the_day_and_the_day_after(name):
    values = {value for edge in TABLE[name] for value in edge["due"]}
    days = {date.fromisoformat(value) for value in values if value[4:5] == "-" and len(value) == 10}
    assert any({day, day + timedelta(days=1), day + timedelta(days=2)} <= days for day in days)


@pytest.mark.parametrize(
    ("status", "kinds"),
    [
        ("active", {Due.DEADLINE, Due.REVIEW, Due.CONSENT, Due.SIGNATURE}),
        ("on-hold", {Due.REVIEW}),
        ("discharged", set()),
    ],
)
def test_a_plan_on_hold_is_only_reviewed_and_a_discharged_one_owes_nothing(status, kinds):
    goal = "goals: [{id: g1, goal: W, status: active, smart: {time_bound: {deadline: 2026-02-02}}}]"
    consent = "consents: [{what: video, on: 2026-01-05, until: 2026-06-30}]"
    plan = plan_of(f"{{opened: 2026-01-05, status: {status}, {goal}, {consent}, sessions: [{{date: 2026-02-02}}]}}")
    assert {due.kind for due in deadlines_of(Standpoint(plan, FORMS))} == kinds


@pytest.mark.parametrize(
    ("days", "is_overdue", "is_within", "words"),
    [
        pytest.param(-84, True, True, "3 months overdue", id="twelve weeks ago"),
        pytest.param(-83, True, True, "11 weeks overdue", id="a day less"),
        pytest.param(-2, True, True, "2 days overdue", id="two days ago"),
        pytest.param(-1, True, True, "1 day overdue", id="the day before"),
        pytest.param(0, False, True, "today", id="the day itself"),
        pytest.param(1, False, True, "tomorrow", id="the day after"),
        pytest.param(2, False, True, "in 2 days", id="in two days"),
        pytest.param(13, False, True, "in 13 days", id="the day before the last of two weeks"),
        pytest.param(14, False, True, "in 14 days", id="the last day of two weeks"),
        pytest.param(15, False, False, "in 15 days", id="the day after them"),
        pytest.param(20, False, False, "in 20 days", id="the last one told in days"),
        pytest.param(21, False, False, "in 3 weeks", id="the first one told in weeks"),
        pytest.param(83, False, False, "in 11 weeks", id="the last one told in weeks"),
        pytest.param(84, False, False, "in 3 months", id="the first one told in months"),
        pytest.param(400, False, False, "in 13 months", id="more than a year ahead"),
    ],
)
def test_how_late_or_how_soon_it_is(days, is_overdue, is_within, words):
    deadline = Deadline(TODAY + timedelta(days=days), "c-ab1", "", Due.REVIEW, "review of the plan")
    assert deadline.is_overdue(today=TODAY) is is_overdue
    assert deadline.is_within(Duration(2, "w"), today=TODAY) is is_within
    assert in_words(deadline.day, today=TODAY) == words


@pytest.mark.parametrize(
    ("today", "due"),
    [
        pytest.param(date(2026, 3, 8), [date(2026, 3, 10)], id="the day before the review"),
        pytest.param(date(2026, 3, 9), [], id="the day of the review"),
        pytest.param(date(2026, 3, 10), [], id="the day after"),
    ],
)
def test_a_look_that_is_still_to_come_keeps_no_checkpoint(today, due):
    goal = "goals: [{id: g1, goal: W, status: active, smart: {time_bound: {checkpoints: [2026-03-10]}}}]"
    case = Case.of(plan_of(f"{{{goal}, reviews: [{{on: 2026-03-09}}]}}"), FORMS, Settings(), today)
    assert [deadline.day for deadline in case.deadlines if deadline.kind is Due.CHECKPOINT] == due


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        pytest.param("2026-02-01", "the plan has changed since it was agreed to on 2026-02-02", id="the day before"),
        pytest.param("2026-02-02", "g1 wording V → W since 2 Feb", id="the day of the agreement"),
        pytest.param("2026-02-03", "g1 wording V → W since 2 Feb", id="the day after"),
    ],
)
def test_an_outdated_agreement_names_what_was_changed_from_its_day_on(changed, why):
    agreement = "agreements: [{on: 2026-02-02, who: client, how: signed, of: 000000}]"
    change = f"changes: [{{on: {changed}, of: g1, what: goal, from: V, to: W}}]"
    plan = plan_of(f"{{{agreement}, goals: [{{id: g1, goal: W}}], {change}}}")
    assert [due.what for due in deadlines_of(Standpoint(plan)) if due.kind is Due.AGREEMENT] == [f"re-sign: {why}"]
