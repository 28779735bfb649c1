"""How finely a change that goalctl works out is told: in whole points where all scores are whole, else not."""

import pytest

from goalctl.model.form import Form
from goalctl.model.validate import record_from
from tests.analysis.invented import as_text

FIGURE = {"sd": 5.3, "reliability": 0.89, "source": "an article"}  # 1.96 S_diff is 4.8723
ITEMS = [{"id": f"q{n}", "ask": f"topic {n}", "scale": [0, 4]} for n in range(1, 5)]
HALVES = [{"id": "q1", "ask": "topic 1", "options": {0: "no", 1: "yes"}, "points": {0: 0, 1: 0.5}}]


def points(items=ITEMS, of=None, **scoring):
    change = {"better": "lower", "reliable_change": [FIGURE]}
    rules = {**scoring, "subscales": {"fear": {"items": ["q1", "q2"], **change}}} if of else {**scoring, **change}
    data = {"form": "mood", "name": "Mood", "kind": "assessment", "items": items, "scoring": rules}
    form, findings = record_from(Form, as_text(data))
    assert form is not None, findings
    part = form.scoring.subscales[of] if of else form.scoring
    return part.reliable_change[0].points


@pytest.mark.parametrize(
    ("keys", "least"),
    [
        pytest.param({}, 5, id="a sum of whole answers"),
        pytest.param({"multiply": 2}, 5, id="its double"),
        pytest.param({"of": "fear"}, 5, id="a subscale"),
        pytest.param({"method": "mean"}, 4.873, id="a mean"),
        pytest.param({"method": "mean", "multiply": 10}, 4.873, id="ten times a mean"),
        pytest.param({"multiply": 0.5}, 4.873, id="half a sum"),
        pytest.param({"items": HALVES}, 4.873, id="half points"),
        pytest.param({"items": [{**ITEMS[0], "type": "number"}]}, 4.873, id="any number"),
        pytest.param({"table": {0: 38.2, 1: 44.7}}, 4.873, id="T scores with fractions"),
        pytest.param({"table": {0: 38, 1: 45}}, 5, id="whole T scores"),
    ],
)
def test_it_is_the_next_change_that_the_form_can_give(keys, least):
    assert points(**keys) == pytest.approx(least)
    assert points(**keys) > 4.872


def test_a_published_figure_stays_as_it_is_published():
    data = {
        "form": "mood",
        "name": "Mood",
        "items": ITEMS,
        "scoring": {"method": "mean", "reliable_change": [{"points": 0.5}]},
    }
    form, _ = record_from(Form, as_text(data))
    assert form.scoring.reliable_change[0].points == 0.5
