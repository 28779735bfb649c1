"""Every rule that counts, measures or compares days: what it says below its edge, on it and above it."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from goalctl.documents.read import read_data
from goalctl.library.shelf import FormShelf
from goalctl.model.plan import Plan
from goalctl.model.profile import Profile
from goalctl.model.scalars import day_from
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
from goalctl.rules.every import ADVICE, ALL
from goalctl.rules.rule import RuleCase, findings_of

TABLE, _ = read_data(Path(__file__).with_name("boundaries.yaml").read_text(encoding="utf-8"))
EDGES = [(code, edge) for code, edges in TABLE["edges"].items() for edge in edges]
NAMES = [f"{code} {edge['edge']}" for code, edge in EDGES]
FORMS = FormShelf()
WITHIN = "{within: 90d}"
TODAY = "2026-03-02"


def loaded(model, text):
    data, wrong = read_data(text)
    assert not wrong, wrong
    record, wrong = record_from(model, {"client": "c-ab1", **data} if model is Plan else data)
    assert not wrong, wrong
    return record, data


def case_of(plan, today, *, settings="{}", profile=""):
    plan, data = loaded(Plan, plan)
    asked = loaded(Profile, f"{{profile: p, name: p, setting: tests, rules: {{{profile}}}}}")[0]
    settings = loaded(Settings, settings)[0]
    return RuleCase(plan, FORMS, today=today, settings=settings, data=data, profile=asked, name="c-ab1")


def placed(text, edge, value):
    """The text with the value in its place, or with as many of what the edge counts."""
    many = [edge["each"].replace("N", str(n + 1)) for n in range(int(value))] if "each" in edge else [value]
    return text.replace("[HERE, ", f"[{', '.join(many)}, " if many else "[").replace("HERE", ", ".join(many))


def is_flagged(code, edge, value):
    case = case_of(
        placed(edge["plan"], edge, value),
        day_from(placed(edge.get("today", TODAY), edge, value)),
        settings=edge.get("settings", "{}"),
        profile=f"{code}: {edge.get('profile', WITHIN)}",
    )
    return bool(findings_of([rule for rule in ALL if rule.code == code], case))


OVERRULED = {"Improve the quality of sleep", "Balance the cheque book each Friday", "Comes out to my brother"}
"""What no rule of wording finds anything in, and the weights tell all the same: three false alarms that are known."""


def flagged(code, edge):
    return [value for value in (*edge["flagged"], *edge["silent"]) if is_flagged(code, edge, value)]


@pytest.mark.parametrize(("code", "edge"), EDGES, ids=NAMES)
def test_a_rule_sees_what_lies_beyond_its_edge_and_nothing_else(code, edge):
    assert [value for value in flagged(code, edge) if value not in OVERRULED] == edge["flagged"]


def test_every_rule_has_its_edges_here_or_a_word_why_it_has_none():
    without = [code for part in ("no edge", "elsewhere") for codes in TABLE[part].values() for code in codes]
    assert {rule.code for rule in ALL} <= {*TABLE["edges"], *without}
    assert len(without) == len(set(without))
    assert not set(without) & set(TABLE["edges"])


def step(value):
    """A whole number, a day or a minute as a number; None for words."""
    if re.fullmatch(r"-?(0|[1-9]\d*)", value):
        return int(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value).toordinal()
    is_moment = re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", value)
    return datetime.fromisoformat(f"{value}Z").timestamp() // 60 if is_moment else None


def is_looked_at_all_round(flagged, silent):
    """Whether there is something on both sides, and of what can be counted three in a row across the edge."""
    if not flagged or not silent or set(flagged) & set(silent):
        return False
    beyond, within = ({step(value) for value in values} for values in (flagged, silent))
    in_a_row = ({value, value + 1, value + 2} for value in (beyond | within) - {None})
    return None in beyond | within or any(
        three <= beyond | within and three & beyond and three & within for three in in_a_row
    )


def test_every_edge_is_looked_at_from_both_sides_and_from_the_value_itself():
    looked_at = (is_looked_at_all_round(edge["flagged"], edge["silent"]) for _, edge in EDGES)
    assert [name for name, is_whole in zip(NAMES, looked_at, strict=True) if not is_whole] == []


@pytest.mark.parametrize(
    ("opened", "is_told"),
    [
        pytest.param("2026-02-15", True, id="the day after it was to be settled"),
        pytest.param("2026-02-16", False, id="the day itself"),
        pytest.param("2026-02-17", False, id="the day before"),
    ],
)
@pytest.mark.parametrize("rule", [rule for rule in ADVICE if rule.waits], ids=lambda rule: rule.code)
def test_a_rule_that_waits_speaks_the_day_after_the_plan_was_to_be_settled(rule, opened, is_told):
    _, bad = loaded(Plan, rule.bad)
    keys = {"client": "c-ab1", **bad, "opened": opened, "plan_by": "14d"}
    plan, wrong = record_from(Plan, keys)
    assert not wrong
    case = RuleCase(plan, FORMS, today=date(2026, 3, 2), data=keys, name="c-ab1")
    assert bool(list(rule.findings(case))) is is_told


@pytest.mark.parametrize(
    ("review", "place"),
    [
        pytest.param("2026-03-01", ("reviews", 0), id="the day before"),
        pytest.param("2026-03-02", ("reviews", 0), id="the day itself"),
        pytest.param("2026-03-03", ("opened",), id="the day after"),
    ],
)
def test_the_review_that_came_too_late_is_shown_from_its_day_on(review, place):
    case = case_of(f"{{opened: 2025-10-01, reviews: [{{on: {review}}}]}}", day_from(TODAY), profile=f"A130: {WITHIN}")
    assert [finding.path for finding in findings_of([rule for rule in ALL if rule.code == "A130"], case)] == [place]


@pytest.mark.parametrize(
    ("credential", "told"),
    [("RN", "no physician has signed the plan"), ("MD", "the supervisor has not signed the plan")],
)
def test_who_is_no_physician_is_not_sent_to_sign_for_one(credential, told):
    settings = f"clinicians: {{s.lee: {{credential: {credential}}}}}"
    case = case_of("{supervisor: s.lee}", day_from(TODAY), settings=settings, profile="A122: {physician: yes}")
    (finding,) = findings_of([rule for rule in ALL if rule.code == "A122"], case)
    assert finding.message == told
