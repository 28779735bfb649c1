"""Caseloads of which a small count followed from the figures that were told; worked out by hand."""

import json
import re

import pytest
import yaml

FIRST, LAST = "2026-01-05", "2026-05-20"
ENDED = {"status": "discharged", "discharge": {"on": LAST, "reason": "by agreement"}}
BETTER, SAME, WORSE = (20, 8), (15, 14), (5, 15)


def scored(phq, gad=None, *, last=LAST, who=("",), **keys):
    """A plan with two fillings of one form or both, by each of those."""
    pairs = {"phq-9": phq, **({"gad-7": gad} if gad else {})}
    log = [
        {"date": day, "forms": {f"{form}{by}": {"total": pair[place]} for form, pair in pairs.items() for by in who}}
        for place, day in enumerate((FIRST, last))
        if phq[place] is not None
    ]
    return {"clinician": "a", "opened": FIRST, "sessions": log, **keys}


@pytest.fixture
def told(practice, plan_file, goalctl, monkeypatch):
    """What the office is told of so many plans of each kind: n and of, by subject and figure."""
    monkeypatch.setenv("GOALCTL_TODAY", "2026-06-15")

    def tell(*kinds):
        plan_file.unlink(missing_ok=True)
        plans = [plan for times, plan in kinds for _ in range(times)]
        for number, plan in enumerate(plans):
            text = yaml.safe_dump({"format": 2, "client": f"c-{number:02}", **plan})
            (practice / "plans" / f"c-{number:02}.yaml").write_text(text, encoding="utf-8")
        found = json.loads(goalctl("outcomes", "--for", "office", "--format", "json", status=0).out)["outcomes"]
        return {(row["subject"], row["figure"]): (row["n"], row["of"]) for row in found}

    return tell


HIDDEN = (None, None)
NHS, ALL = "NHS Talking Therapies", ("treatments", "all")


def test_neither_better_nor_worse_follows_from_both(told):
    found = told(
        (14, scored(BETTER, (15, 6), **ENDED)),
        (13, scored((10, 20), (8, 15), **ENDED)),
        (3, scored((15, 15), (12, 12), **ENDED)),
    )
    assert (found[NHS, "reliable improvement"], found[NHS, "reliable deterioration"]) == ((14, 30), HIDDEN)


def test_better_but_not_recovered_follows_from_recovery_and_improvement(told):
    found = told(
        (15, scored(BETTER, (15, 6), **ENDED)),
        (5, scored((22, 12), (15, 12), **ENDED)),
        (15, scored(SAME, (12, 12), **ENDED)),
    )
    assert (found[NHS, "reliable recovery"], found[NHS, "reliable improvement"]) == ((15, 35), HIDDEN)


def test_worse_of_late_follows_from_the_worse_and_those_whose_plan_could_be_changed(told):
    early = {"last": "2026-03-05"}
    found = told(
        (12, scored(WORSE, reviews=[{"on": "2026-03-10", "decision": "change"}], **early)),
        (12, scored(WORSE, **early)),
        (2, scored(WORSE, last="2026-06-10")),
        (14, scored((15, 4), **early)),
    )
    assert found["PHQ-9", "reliably worse"] == (26, 40)
    assert found["PHQ-9", "plan changed within four weeks"] == HIDDEN


def test_begun_well_follows_from_response_and_remission(told):
    found = told((14, scored(BETTER)), (16, scored(SAME)), (11, scored((0, 3))), (2, scored((3, 2))))
    assert (found["PHQ-9", "response"], found["PHQ-9", "remission"]) == ((14, 32), HIDDEN)


def test_who_is_no_case_of_the_nhs_follows_from_the_endings(told):
    other = {"diagnoses": [{"code": "F43.1", "name": "PTSD"}]}
    found = told((27, scored(BETTER, (15, 6), **ENDED)), (3, scored(BETTER, (15, 6), **ENDED, **other)))
    assert (found[ALL], found["treatments", "ended"]) == ((30, None), (30, 30))
    assert {pair for (subject, _), pair in found.items() if subject == NHS} == {HIDDEN}


def test_without_a_second_score_follows_from_all_and_those_with_one(told):
    found = told((43, scored(BETTER)), (2, scored((20, None))))
    assert (found[ALL], found["treatments", "ended"]) == (HIDDEN, HIDDEN)
    assert (found["PHQ-9", "first and last score"], found["PHQ-9", "recovered"]) == ((43, None), (43, 43))


PARENTS = ("@mother", "@father")


@pytest.mark.parametrize(("children", "pairs"), [(6, HIDDEN), (11, (22, 22))])
def test_two_parents_tell_of_one_child(told, goalctl, practice, children, pairs):
    found = told((children, scored(BETTER, who=PARENTS)), (11, {"opened": FIRST, "sessions": [{"date": FIRST}]}))
    assert found["PHQ-9, by somebody else", "first and last score"] == pairs
    saved = goalctl("outcomes", "--chart", "-o", practice / "x.svg")
    assert ("a picture of 6 people is not written" in saved.err) is (children == 6)


def test_two_members_of_a_couple_are_two_people(told):
    couple = scored(BETTER, who=("@anna", "@ben"), members=["anna", "ben"])
    found = told((6, couple), (11, {"opened": FIRST, "sessions": [{"date": FIRST}]}))
    assert found["PHQ-9", "first and last score"] == (12, 12)


@pytest.mark.parametrize(("parents", "has_interval"), [(PARENTS, False), (PARENTS[:1], True)], ids=["both", "one"])
def test_answers_about_one_child_hang_together_and_have_no_interval(told, goalctl, parents, has_interval):
    told(*((1, scored((14 + number % 4, 6 + number % 3), who=parents)) for number in range(24)))
    found = json.loads(goalctl("outcomes", "--format", "json").out)["outcomes"]
    (effect,) = (row for row in found if row["figure"] == "effect size")
    assert (effect["n"], effect["low"] is not None) == (24 * len(parents), has_interval)
    assert ("no interval, as several answers are about one person" in effect["note"]) is not has_interval


def test_twenty_answers_about_ten_children_are_no_twenty_people(told, goalctl):
    told(*((1, scored((14 + number % 4, 6 + number % 3), who=PARENTS)) for number in range(10)))
    assert "effect size" not in goalctl("outcomes").out


def test_the_words_of_a_picture_have_no_small_count(told, goalctl, practice):
    told((12, scored(BETTER)), (3, scored((20, 12))), (4, scored(SAME)), (1, scored(WORSE)))
    goalctl("outcomes", "--chart", "-o", practice / "x.svg", status=0)
    (words,) = re.findall("<desc[^>]*>(.*?)</desc>", (practice / "x.svg").read_text(encoding="utf-8"))
    classes = "recovered, reliably improved, no reliable change, reliably worse"
    assert words.startswith(f"20 first and last scores: hidden, too few: {classes}. ")
    assert "12 recovered, 3 reliably improved" in goalctl("outcomes", "--chart", status=0).out


def test_a_picture_says_what_the_figures_say(told, goalctl, practice):
    told((15, scored(BETTER)), (3, scored((20, 12))), (14, scored(SAME)), (12, scored(WORSE)))
    goalctl("outcomes", "--chart", "-o", practice / "x.svg", status=0)
    (words,) = re.findall("<desc[^>]*>(.*?)</desc>", (practice / "x.svg").read_text(encoding="utf-8"))
    shown, hidden = "15 recovered, 14 no reliable change", "reliably improved, reliably worse"
    assert words.startswith(f"44 first and last scores: {shown}; hidden, too few: {hidden}. ")
