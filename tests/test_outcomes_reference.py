"""`outcomes` against a naive reference that was written apart, on random caseloads."""

import random

import pytest

from goalctl.analysis.outcomes.figures import group_figures
from goalctl.analysis.outcomes.groups import By, grouped
from goalctl.analysis.outcomes.treatment import treatment
from goalctl.analysis.standpoint import Standpoint
from tests.analysis.invented import mood_form, plan_of
from tests.outcomes_reference import FACTS, MOST, NORMS, RESPONSE, TODAY, figures, random_plan


def _form(name):
    points, case = FACTS[name]
    told = {"source": "an article"}
    is_mood = name == "phq-9"
    recovery = "no" if name in NORMS else "yes"
    form = mood_form(
        items=9 if is_mood else 7,
        reliable_change=[{"points": points, **told}], norms=_norms(name),
        cut_offs=[{"when": f">= {case}", "name": "case", "recovery": recovery, **told}],
        remission={"below": 5} if is_mood else None,
    )  # fmt: skip
    scoring = form.scoring if is_mood else form.scoring.model_copy(update={"response": None})
    return form.model_copy(update={"form": name, "name": name, "scoring": scoring})


def _norms(name):
    groups = NORMS.get(name, {})
    told = {"population": "people", "source": "an article"}
    return {who: {"mean": mean, "sd": sd, **told} for who, (mean, sd) in groups.items()} or None


FORMS = {name: _form(name) for name in MOST}


def told(plans):
    """The same from goalctl, by clinician."""
    found = [treatment(Standpoint(plan_of(**plan), FORMS, TODAY)) for plan in plans]
    for name, members in grouped(found, By.CLINICIAN).items():
        group = group_figures(name, members)
        yield name, {(_measure(one.subject), one.name): (one.n, one.of, one.value) for one in group.figures}


def _measure(subject):
    return subject.replace(", by somebody else", "@")


def differences(seed):
    draw = random.Random(seed)  # noqa: S311 - no secret, to be drawn again
    plans = [random_plan(draw, number) for number in range(draw.choice([1, 3, 12, 60]))]
    for name, found in told(plans):
        expected = figures([plan for plan in plans if plan["clinician"] == name])
        yield from (
            (seed, name, key, found.get(key), expected.get(key))
            for key in sorted(found.keys() | expected.keys())
            if found.get(key) != expected.get(key)
        )


def test_the_reference_and_goalctl_count_alike():
    assert FORMS["phq-9"].scoring.response.percent == RESPONSE
    assert [one for seed in range(20) for one in differences(seed)] == []


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(20, 520, 20))
def test_the_reference_and_goalctl_count_alike_for_long(seed):
    assert [one for each in range(seed, seed + 20) for one in differences(each)] == []
