"""One fact, one answer: what follows from a plan is asked of the case, worked out once, and never again in a view."""

import ast
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.client_side import case_for_client
from goalctl.analysis.progress import trend
from goalctl.library.shelf import FormShelf
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
from goalctl.rules.a_billing import beyond_an_authorization
from goalctl.rules.rule import RuleCase
from goalctl.views.page import plain_page
from goalctl.views.reports.client import client_page as client_report
from goalctl.views.reports.parts import Identity, Scope
from goalctl.views.screens.client import client_page
from goalctl.views.screens.plan import plan_page
from goalctl.views.screens.prep import prep_page

VIEWS = Path(__file__).parent.parent / "goalctl" / "views"
OF_A_PLAN = {"log", "sessions"}
OF_AN_ENTRY = {"next", "homework", "homework_done"}
NOT_OF_AN_ENTRY = {  # of a row, an authorization, a planner: they only have the same name; a note is of its own entry
    "data/many.py": {"one.next"},
    "data/people.py": {"agenda.sessions"},
    "listings/caseload.py": {"standing.next"},
    "listings/handover.py": {"agenda.sessions"},
    "reports/asked.py": {"found.sessions"},
    "reports/audit.py": {"row.sessions"},
    "reports/plan.py": {"found.sessions"},
    "screens/planner.py": {"planner.homework"},
    "site/caseload.py": {"one.next"},
    "words/note.py": {"entry.homework", "entry.next"},
}
DAY = date(2026, 3, 2)
FORMS = FormShelf()


def case_of(*sessions, today=DAY, **keys):
    plan, findings = record_from(Plan, {"client": "c-ab1", "opened": "2026-01-05", **keys, "sessions": list(sessions)})
    assert plan, findings
    return Case.of(plan, FORMS, Settings(), today)


def read_by(module):
    """Every attribute that a module reads, as `name.attribute`."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            yield owner, node.attr


@pytest.mark.parametrize("module", sorted(VIEWS.rglob("*.py")), ids=lambda path: str(path.relative_to(VIEWS)))
def test_a_view_asks_and_never_walks_a_plan_s_log_itself(module):
    allowed = NOT_OF_AN_ENTRY.get(module.relative_to(VIEWS).as_posix(), set())
    read = {f"{owner}.{name}" for owner, name in read_by(module) if name in OF_A_PLAN | OF_AN_ENTRY}
    assert not read - allowed


def rated(*scores):
    return [{"date": f"2026-01-{day:02}", "scores": {"g1": str(score)}} for day, score in enumerate(scores, start=6)]


RISING = {
    "id": "g1", "goal": "Calls a friend", "status": "active", "opened": "2026-01-05",
    "smart": {"measurable": {"by": "rating", "baseline": "2", "target": "8", "since": "2026-01-05"},
              "time_bound": {"deadline": "2026-03-30"}},
}  # fmt: skip


def test_a_trend_is_worked_out_once_for_a_whole_screen(monkeypatch):
    worked_out, really = Counter(), trend.trend_of

    def counted(points, **how):
        worked_out[tuple(points)] += 1
        return really(points, **how)

    monkeypatch.setattr(trend, "trend_of", counted)
    case = case_of(*rated(2, 3, 3, 4, 4, 5, 5), goals=[RISING])
    assert len(plain_page([*plan_page(case), *prep_page(case)])) > 0
    assert list(worked_out.values()) == [1]


def test_what_a_case_answers_is_one_thing_for_all_who_ask():
    case = case_of(*rated(2, 3, 4), goals=[RISING])
    assert case.overview.items[0] is case.item("g1")
    assert case.item("g1").progress is case.states[0]
    assert case.overview.reasons is case.reasons
    assert case.item("g1").current is case.current("g1")


def test_a_case_is_of_its_day():
    sessions = rated(2, 3, 4)
    assert len(case_of(*sessions, goals=[RISING], today=date(2026, 1, 7)).entries) == 2


AGREED = {"date": "2026-02-23", "next": "2026-03-09"}
CALL = {"date": "2026-02-25", "kind": "phone"}
SAME_DAY = {"date": "2026-03-02", "next": "2026-03-02"}
ENDED = {"status": "discharged", "discharge": {"on": "2026-02-24", "by": "m.kowalski", "reason": "moved away"}}
NEXT = {
    "a call without one follows": ([AGREED, CALL], "2026-03-09"),
    "the day before": ([{**AGREED, "next": "2026-03-01"}], None),
    "the day itself": ([{**AGREED, "next": "2026-03-02"}], "2026-03-02"),
    "the day after": ([{**AGREED, "next": "2026-03-03"}], "2026-03-03"),
    "the day itself, held already": ([{**AGREED, "next": "2026-03-02"}, {"date": "2026-03-02"}], None),
    "agreed on anew": ([AGREED, {**CALL, "next": "2026-03-06"}], "2026-03-06"),
    "agreed on before the end": ([AGREED], None, ENDED),
    "agreed on after the end": ([{**CALL, "next": "2026-03-06"}], "2026-03-06", ENDED),
    "on hold": ([AGREED], "2026-03-09", {"status": "on-hold", "holds": [{"from": "2026-02-24"}]}),
}


@pytest.mark.parametrize("name", NEXT)
def test_every_screen_names_the_same_next_appointment(name):
    sessions, expected, keys = (*NEXT[name], {})[:3]
    case = case_of(*sessions, **keys)
    day = date.fromisoformat(expected) if expected else None
    assert case.next_appointment == day
    told = f"{day:%a} {day}" if day else ""
    for page in (prep_page(case), plan_page(case)):
        assert (f" · next {told}" in next(iter(page)).text) == bool(day)
    assert (f"next session: {told}" in plain_page(client_page(case_for_client(case)))) == bool(day)
    page = client_report(Scope(case, Identity(), DAY))
    assert page.next == (f"{day.day} {day:%B} {day.year}" if day else "")


def test_every_screen_names_the_same_open_homework():
    given = {"date": "2026-02-02", "homework": [{"id": "h1", "task": "Walk"}, {"id": "h2", "task": "Write"}]}
    case = case_of(given, {"date": "2026-02-09", "homework_done": {"h1": "yes"}})
    assert [task.id for task in case.plan.open_homework] == ["h2"]
    assert [due.mark for due in case.deadlines if due.kind == "homework"] == ["h2"]
    assert "to do: Write" in plain_page(client_page(case_for_client(case)))
    assert client_report(Scope(case, Identity(), DAY)).homework == ("Write",)
    assert "homework h2 (not asked yet) Write" in plain_page(prep_page(case))


def test_who_was_called_last_was_called_on_every_screen():
    case = case_of({"date": "2026-02-02"}, {"date": "2026-02-09", "kind": "phone"})
    assert "last phone 2026-02-09" in plain_page(plan_page(case))
    assert "last phone Mon 2026-02-09" in plain_page(prep_page(case))
    assert "last phone Mon 2026-02-09" in plain_page(client_page(case_for_client(case)))


def used_of(*entries, **approval):
    """What the plan counts, what `due` says, and how many entries the audit finds beyond it."""
    of_acme = {"payer": "Acme", "from": "2026-02-02", "to": "2026-12-31", "sessions": "2", **approval}
    case = case_of(*entries, authorizations=[of_acme])
    (due,) = [due for due in case.deadlines if due.kind == "authorization"]
    beyond = beyond_an_authorization(RuleCase.seen_in(case, case.plan, "c-ab1", None))
    return len(case.plan.days_used[0]), due.what.split(", ")[-1], len(list(beyond))


def test_sessions_used_of_an_authorization_are_one_number():
    held = [{"date": day} for day in ("2026-02-01", "2026-02-02", "2026-02-03")]
    assert used_of(*held, {"date": "2026-02-04", "kind": "no-show"}) == (2, "2 of 2 sessions used", 0)


@pytest.mark.parametrize("kind", ["intake", "phone", "crisis"])
def test_what_was_not_billed_uses_no_session(kind):
    held = [{"date": "2026-02-03"}, {"date": "2026-02-04"}]
    assert used_of(*held, {"date": "2026-02-05", "kind": kind}) == (2, "2 of 2 sessions used", 0)
    billed = [{**entry, "cpt": ["90834"]} for entry in held]
    intake = {"date": "2026-02-02", "kind": kind, "cpt": ["90791"]}
    assert used_of(intake, *billed) == (3, "3 of 2 sessions used", 1)
    assert used_of(intake, *held) == (3, "3 of 2 sessions used", 1)


@pytest.mark.parametrize(("coded", "used"), [(0, 4), (1, 4), (2, 2), (3, 3), (4, 4)])
def test_an_hour_without_a_code_is_free_where_at_least_half_have_one(coded, used):
    held = [{"date": f"2026-02-0{n + 2}", "cpt": ["90834"] if n < coded else []} for n in range(4)]
    assert used_of(*held, sessions="9") == (used, f"{used} of 9 sessions used", 0)


def test_an_authorization_ran_out_on_the_day_of_its_last_session_whatever_came_later():
    approval = {"payer": "Acme", "from": "2026-02-01", "to": "2026-12-31", "sessions": "2"}
    held = [{"date": day} for day in ("2026-02-02", "2026-02-09", "2026-02-16")]
    called = {"date": "2026-02-23", "kind": "phone"}
    (due,) = [due for due in case_of(*held, called, authorizations=[approval]).deadlines if due.kind == "authorization"]
    assert due.day == date(2026, 2, 9)


def test_an_hour_in_two_authorizations_uses_one_of_them():
    approvals = [
        {"payer": "Acme", "from": "2026-01-01", "to": "2026-02-28", "sessions": "1"},
        {"payer": "Acme", "from": "2026-02-02", "to": "2026-12-31", "sessions": "9"},
    ]
    held = [{"date": day} for day in ("2026-02-02", "2026-02-03", "2026-02-04")]
    assert case_of(*held, authorizations=approvals).plan.days_used == (
        (date(2026, 2, 2),),
        (date(2026, 2, 3), date(2026, 2, 4)),
    )
