"""Audit profiles: what ships fits the rules, and a profile takes over what it extends."""

from datetime import date

import pytest

from goalctl.library.profiles import NoProfileError, profile_named, profile_shelf
from goalctl.model.plan import Plan
from goalctl.rules.a_record import plan_late
from goalctl.rules.every import CODES
from goalctl.rules.rule import Case

SHIPPED = profile_shelf()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_asks_only_for_audit_rules_and_says_where_they_are_written(name):
    assert SHIPPED.problems(name) == ()
    profile = SHIPPED[name]
    assert profile.profile == name
    assert all(code.startswith("A") and code in CODES for code in profile.rules)
    assert all(asked.source for asked in profile.rules.values())


def test_every_audit_rule_is_asked_for_by_some_profile():
    asked = {code for name in SHIPPED for code in profile_named(name).rules}
    assert asked == {code for code in CODES if code.startswith("A")}


def test_a_profile_takes_over_what_it_extends_and_changes_its_figures():
    level_four = profile_named("illinois-iv")
    assert str(level_four.rules["A131"].within) == "1d"
    assert {"A118", "A130"} <= level_four.rules.keys()


def test_a_profile_that_extends_itself_is_refused(tmp_path):
    for name, other in (("one", "two"), ("two", "one")):
        text = f"profile: {name}\nname: x\nsetting: x\nextends: {other}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(NoProfileError, match="extends itself"):
        profile_named("one", tmp_path)


def test_a_profile_that_cannot_be_read_is_told_with_its_line(tmp_path):
    (tmp_path / "own.yaml").write_text("profile: own\nname: x\nseting: y\n", encoding="utf-8")
    with pytest.raises(NoProfileError, match=r"profiles/own.yaml:\d: "):
        profile_named("own", tmp_path)


@pytest.mark.parametrize(
    ("contacts", "today", "late"),
    [(5, "2026-01-26", False), (5, "2026-01-27", True), (4, "2026-03-02", False)],
    ids=["the 21st day", "the day after", "late, but only four contacts"],
)
def test_in_montana_the_later_of_five_contacts_and_21_days_counts(contacts, today, late):
    sessions = [{"date": f"2026-01-{day:02}"} for day in range(6, 6 + contacts)]
    plan = Plan.model_validate({"client": "c-ab1", "opened": "2026-01-05", "sessions": sessions})
    case = Case(plan, "c-ab1", today=date.fromisoformat(today), profile=profile_named("montana"))
    assert bool(list(plan_late(case))) is late
