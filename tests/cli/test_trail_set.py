"""`set` and `agree`: what was settled changes on record, and an agreement knows what it was given to."""

import re

import pytest

from tests.cli.stamps import steady
from tests.cli.trailing import PLAN, WHOSE, Watched


@pytest.fixture
def plan(plan_file):
    plan_file.write_text(PLAN, encoding="utf-8")
    return Watched(plan_file)


def test_a_settled_target_changes_on_record(goalctl, plan):
    outcome = goalctl("set", "c-ab1", "g1", "target=5", "--because", "he wants more", "--with", "client", status=0)
    assert plan.changed == (
        "+format: 2\n"
        "-      measurable: {by: phq-9, baseline: 18, target: 9}   # agreed in the third session\n"
        "+      measurable: {by: phq-9, baseline: 18, target: 5}   # agreed in the third session\n"
        "+changes:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    by: m.kowalski\n"
        "+    of: g1\n"
        "+    what: smart.measurable.target\n"
        "+    from: 9\n"
        "+    to: 5\n"
        "+    because: he wants more\n"
        "+    with: client\n"
        "+\n"
    )
    assert outcome.out == ""
    assert steady(outcome.err) == f"{WHOSE}g1 target 9 → 5:\n{plan.changed}"


def test_a_draft_needs_no_reason_and_leaves_its_from_and_to_as_well(goalctl, plan):
    goalctl("set", "c-ab1", "g2", "goal=Sees two friends a week", "deadline=+8w", status=0)
    assert plan.changed == (
        "+format: 2\n"
        "-    goal: Sees friends again\n"
        "+    goal: Sees two friends a week\n"
        "+    smart:\n"
        "+      time_bound: {deadline: 2026-04-27}\n"
        "+\n"
        "+changes:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    by: m.kowalski\n"
        "+    of: g2\n"
        "+    what: goal\n"
        "+    from: Sees friends again\n"
        "+    to: Sees two friends a week\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    by: m.kowalski\n"
        "+    of: g2\n"
        "+    what: smart.time_bound.deadline\n"
        "+    to: 2026-04-27\n"
    )


def test_the_reason_for_the_change_of_a_draft_is_on_record_too(goalctl, plan):
    goalctl("set", "c-ab1", "g2", "goal=Sees two friends a week", "--because", "clearer", status=0)
    assert (
        "+    what: goal\n+    from: Sees friends again\n+    to: Sees two friends a week\n+    because: clearer\n"
    ) in plan.changed


def test_another_measure_keeps_the_old_one_for_its_scores(goalctl, plan):
    words = ["by=count", "of=good days", "per=week", "scale=0,7", "baseline=1", "target=5"]
    goalctl("set", "c-ab1", "g1", *words, "--because", "counts say more", status=0)
    assert plan.changed == (
        "+format: 2\n"
        "-      measurable: {by: phq-9, baseline: 18, target: 9}   # agreed in the third session\n"
        "+      measurable: {by: count, of: good days, per: week, scale: [0, 7], baseline: 1, target: 5, "
        "since: 2026-03-02}   # agreed in the third session\n"
        "+      measured_before:\n"
        "+        - {until: 2026-03-01, by: phq-9, baseline: 18, target: 9}\n"
        "+changes:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    by: m.kowalski\n"
        "+    of: g1\n"
        "+    what: smart.measurable.by\n"
        "+    from: phq-9\n"
        "+    to: count\n"
        "+    because: counts say more\n"
        "+\n"
    )


def test_a_measure_that_was_used_today_holds_until_today(goalctl, plan):
    goalctl("log", "c-ab1", "g1.1=5", status=0)
    goalctl("set", "c-ab1", "g1.1", "scale=0,14", "--because", "twice a day counts twice", status=0)
    assert "- until: 2026-03-02\n" in plan.changed


def test_only_another_wording_keeps_the_measure(goalctl, plan):
    goalctl("set", "c-ab1", "g1.1", "of=days with a walk", "--same-measure", "--because", "clearer", status=0)
    assert "measured_before" not in plan.text
    assert "of: days with a walk, per: week" in plan.text


def test_lists_are_added_to_and_values_taken_away(goalctl, plan):
    goalctl("set", "c-ab1", "plan", "values+=being outdoors", "opened=", "--because", "x", status=0)
    assert plan.changed == (
        "+format: 2\n"
        "-opened: 2026-01-05\n"
        "+values: [being outdoors]\n"
        "+changes:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    by: m.kowalski\n"
        "+    what: values\n"
        "+    to: being outdoors\n"
        "+    because: x\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    by: m.kowalski\n"
        "+    what: opened\n"
        "+    from: 2026-01-05\n"
        "+    because: x\n"
        "+\n"
    )


def test_one_service_of_several_is_changed_by_its_number(goalctl, plan):
    goalctl("set", "c-ab1", "plan", "services+={type: psychotherapy, every: 1w}", "--because", "x", status=0)
    goalctl("set", "c-ab1", "plan", "services.1.every=2w", "--because", "less often", status=0)
    assert "{type: psychotherapy, every: 2w}" in plan.text


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["g1", "target=x"], "smart.measurable.target: 'x' is not a number", "write digits"),
        (["g1", "targte=4"], "there is no key 'targte' here", "did you mean target?"),
        (["g2", "obstacles=rain"], "'obstacles' can mean grow.reality.obstacles or", "write the whole key"),
        (["g1", "status=achieved"], "status is not changed here", "goalctl mark CLIENT ID STATUS"),
        (["g1", "id=g7"], "id is not changed here", "an id stays what it is"),
        (["g1", "deadline=2026-06-30"], "the deadline 2026-04-30 of g1 is settled", "goalctl extend c-ab1 g1"),
        (["g1", "target=9"], "g1 reads so already; nothing was changed", None),
        (["g1", "target"], "'target' is not understood", "write KEY=VALUE"),
        (["g1", "goal+=more"], "goal holds one value", "write goal=…"),
        (["g7", "target=4"], "c-ab1 has no g7", "known here: plan, p1, g1"),
        (["plan", "sessions=[]"], "sessions is not changed here", "goalctl log-session"),
        (["plan", "services=weekly"], "services holds more than one value", "write services=[{…}, {…}]"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_what_can_not_be_set_is_said(goalctl, plan, words, message, hint):
    outcome = goalctl("set", "c-ab1", *words, "--because", "x", status=2)
    first, *more = outcome.err.splitlines()
    assert first.startswith(f"goalctl: {message}")
    assert more == [] if hint is None else more[0].startswith(f"   hint: {hint}")
    assert plan.changed == ""


def test_what_would_be_an_error_in_the_plan_is_refused(goalctl, plan):
    outcome = goalctl("set", "c-ab1", "g1", "target=40", "--because", "x", status=2)
    assert "error[E231]: target 40 is above the PHQ-9's maximum, 27\n" in outcome.err
    assert plan.changed == ""


def test_a_settled_change_needs_a_reason(goalctl, plan):
    outcome = goalctl("set", "c-ab1", "g1", "target=5", status=2)
    assert outcome.err.startswith("goalctl: --because is missing: why?\n")
    assert plan.changed == ""


def test_an_agreement_carries_the_digest_of_what_was_agreed_to(goalctl, plan):
    outcome = goalctl("agree", "c-ab1", "--who", "client", "--who", "m.kowalski", "--how", "signed", status=0)
    assert plan.changed == (
        "+format: 2\n"
        "+\n"
        "+agreements:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    who: client\n"
        "+    how: signed\n"
        "+    of: 2:…\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    who: m.kowalski\n"
        "+    how: signed\n"
        "+    of: 2:…\n"
    )
    assert len(set(re.findall(r"of: (2:[0-9a-f]{16})\n", plan.text))) == 1
    assert steady(outcome.err).startswith(f"{WHOSE}client and m.kowalski: signed, Mon 2026-03-02:\n{plan.changed}")


@pytest.mark.parametrize("how", ["declined", "unable"])
def test_who_does_not_agree_has_a_reason(goalctl, plan, how):
    refused = goalctl("agree", "c-ab1", "--how", how, status=2)
    assert refused.err.startswith("goalctl: --because is missing: why not?\n")
    goalctl("agree", "c-ab1", "--how", how, "--because", "in hospital", status=0)
    assert f"    who: client\n+    how: {how}\n+    because: in hospital\n+    of: 2:…\n" in plan.changed


@pytest.mark.usefixtures("plan")
def test_due_says_what_changed_since_the_agreement(goalctl):
    goalctl("agree", "c-ab1", "--how", "signed", "--date", "2026-01-26", status=0)
    assert "agreement" not in goalctl("due").out
    changed = goalctl("set", "c-ab1", "g1", "target=5", "--because", "he wants more", status=0)
    assert changed.err.splitlines()[-1] == (
        "client agreed to the plan as it was on 2026-01-26; next: goalctl agree c-ab1"
    )
    assert goalctl("due").out == (
        "day         when   client  id  kind       what\n"
        "2026-03-02  today  c-ab1       agreement  re-sign: g1 target 9 → 5 since 26 Jan\n"
    )


@pytest.mark.usefixtures("plan")
def test_agreeing_again_ends_it(goalctl):
    goalctl("agree", "c-ab1", "--how", "signed", "--date", "2026-01-26", status=0)
    goalctl("set", "c-ab1", "g1", "target=5", "--because", "x", status=0)
    goalctl("agree", "c-ab1", "--how", "verbal", status=0)
    assert "agreement" not in goalctl("due").out


def test_a_change_by_hand_is_seen_too(goalctl, plan):
    goalctl("agree", "c-ab1", "--how", "signed", "--date", "2026-01-26", status=0)
    plan.path.write_text(plan.text.replace("target: 9", "target: 5"), encoding="utf-8")
    assert "re-sign: the plan has changed since it was agreed to on 2026-01-26\n" in goalctl("due").out


def test_a_problem_gets_other_words_on_record(goalctl, plan):
    goalctl("set", "c-ab1", "p1", "problem=Low mood since March", "--because", "she dates it now", status=0)
    assert "-  - {id: p1, problem: Low mood}\n+  - {id: p1, problem: Low mood since March}\n" in plan.changed
    assert "+    of: p1\n+    what: problem\n+    from: Low mood\n+    to: Low mood since March\n" in plan.changed


@pytest.mark.parametrize(
    "words", [["measurable={by: rating, baseline: 2, target: 7}"], ["by=rating", "baseline=2", "target=7"]],
    ids=["given whole", "key by key"],
)  # fmt: skip
def test_a_new_measure_however_it_is_given_leaves_the_old_one_to_its_scores(goalctl, plan, words):
    goalctl("set", "c-ab1", "g1.1", *words, "--because", "she rates it now", status=0)
    assert (
        "+        measurable: {by: rating, baseline: 2, target: 7, since: 2026-03-02}\n"
        "+        measured_before:\n"
        "+          - until: 2026-03-01\n"
        "+            by: count\n"
    ) in plan.changed
    assert "+    what: measurable.by\n+    from: count\n+    to: rating\n" in plan.changed


def test_smart_given_whole_keeps_the_old_measure_too(goalctl, plan):
    smart = "smart={specific: Fills it in weekly, measurable: {by: gad-7, target: 5}}"
    goalctl("set", "c-ab1", "g1", smart, "--because", "anxiety is worse", status=0)
    assert (
        "+      measured_before:\n+        - {until: 2026-03-01, by: phq-9, baseline: 18, target: 9}\n" in plan.changed
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["target=6", "measurable.target=7"], "smart.measurable.target is given twice"),
        (["smart={specific: Runs}", "target=7"], "smart.measurable.target is part of smart"),
    ],
    ids=["two names of one place", "a place inside another"],
)
def test_two_values_for_one_place_are_refused(goalctl, plan, words, message):
    refused = goalctl("set", "c-ab1", "g1", *words, "--because", "x", status=2)
    assert refused.err == f"goalctl: {message}\n   hint: keep one of the two\n"
    assert plan.changed == ""


@pytest.mark.parametrize(
    ("item", "word", "key"),
    [("plan", "opened", "opened"), ("g1", "opened", "opened"), ("g1", "since", "smart.measurable.since")],
)
def test_what_has_happened_is_not_still_to_come(goalctl, plan, item, word, key):
    refused = goalctl("set", "c-ab1", item, f"{word}=2026-03-03", "--because", "x", status=2)
    assert refused.err.splitlines()[0] == f"goalctl: {key}: 2026-03-03 is still to come (today is 2026-03-02)"
    assert plan.changed == ""


RELEASED = "releases:\n  - {on: 2026-02-09, to: Dr Osei, what: letter}\nsessions:\n"


@pytest.mark.parametrize("words", ["releases.1.to=Dr Wu", "releases.1.on=2026-02-10", "releases="])
def test_what_was_released_stays_on_record(goalctl, plan_file, words):
    """It was rewritten, `check --against` called it gone, and no earlier day could be shown any more."""
    text = PLAN.replace("sessions:\n", RELEASED)
    plan_file.write_text(text, encoding="utf-8")
    refused = goalctl("set", "c-ab1", "plan", words, "--because", "x", status=2)
    assert "is not changed here\n   hint: what was released stays on record" in refused.err
    assert plan_file.read_text(encoding="utf-8") == text


def test_another_release_can_be_noted_without_a_report(goalctl, plan_file):
    plan_file.write_text(PLAN.replace("sessions:\n", RELEASED), encoding="utf-8")
    new = "releases+={on: 2026-02-20, to: Dr Wu, what: letter}"
    goalctl("set", "c-ab1", "plan", new, "--because", "by post", status=0)
    assert "  - {on: 2026-02-20, to: Dr Wu, what: letter}\n" in plan_file.read_text(encoding="utf-8")
    assert "cannot be shown" not in goalctl("--today", "2026-02-10", "show", "c-ab1").out


def test_a_medicine_may_begin_on_a_day_to_come(goalctl, plan_file):
    plan_file.write_text(
        PLAN.replace("sessions:\n", "medications: [{name: sertraline}]\nsessions:\n"), encoding="utf-8"
    )
    goalctl("set", "c-ab1", "plan", "medications.1.since=+2w", "--because", "with Dr Osei", status=0)
    assert "since: 2026-03-16" in plan_file.read_text(encoding="utf-8")


def test_what_was_altered_of_the_plan_is_told_with_its_whole_name(goalctl, plan_file):
    """`plan on 2026-02-02 → 2026-02-09` named no section."""
    safe = "safety_plan: {on: 2026-02-02}\nsessions:\n"
    plan_file.write_text(PLAN.replace("sessions:\n", safe), encoding="utf-8")
    goalctl("set", "c-ab1", "plan", "safety_plan.on=2026-02-09", "--because", "a slip", status=0)
    assert "plan safety plan on 2026-02-02 → 2026-02-09" in goalctl("history", "c-ab1").out
