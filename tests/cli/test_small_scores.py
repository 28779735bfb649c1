"""A score is told alike everywhere: a small one is not 0, a long mean is cut, and none is rounded over a cut-off."""

import pytest

SMALL = """\
client: c-ab2
opened: 2026-01-05
problems: [{id: p1, problem: Drinks before work}]
goals:
  - id: g1
    goal: Blood alcohol in the morning at most 0.003
    problem: p1
    status: active
    opened: 2026-01-05
    smart:
      measurable: {by: number, of: blood alcohol, unit: g/l, scale: [0, 5], baseline: 0.9, target: 0.003}
      time_bound: {deadline: 2026-12-31}
sessions:
  - {id: 4k7q2m, date: 2026-01-12, scores: {g1: 0.0048}}
  - {id: 4k7q2n, date: 2026-01-19, scores: {g1: 0.0042}}
"""
MEANS = """\
client: c-ab2
opened: 2026-01-05
sessions:
  - {id: 4k7q2m, date: 2026-01-12, forms: {own-mean: [1, 2, 2, 2, 3, 3, 5]}}
  - {id: 4k7q2n, date: 2026-01-19, forms: {own-mean: [4, 4, 4, 4, 4, 4, 3]}}
"""
OWN_FORM = (
    """\
format: 1
form: own-mean
name: Own
kind: assessment
scale: [0, 6]
items:
"""
    + "".join(f"  - {{id: q{n}, ask: topic {n}}}\n" for n in range(1, 8))
    + """\
scoring: {method: mean, better: lower, bands: [{from: 0, name: below four}, {from: 4, name: four or more}]}
"""
)


def written(practice, text):
    (practice / "plans" / "c-ab2.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("kind", ["progress", "client", "review", "ur", "record"])
def test_a_small_score_is_not_told_as_none(goalctl, practice, kind):
    written(practice, SMALL)
    told = goalctl("report", "c-ab2", "--kind", kind).out.replace("\\", "")
    assert "0.0042" in told
    assert not any(nothing in told for nothing in ("to 0 on", "| 0 on", "now 0;", "2026-01-19 | 0 |"))


def test_a_chart_that_cannot_be_drawn_in_lines_tells_small_scores_too(goalctl, practice):
    written(practice, SMALL)
    goalctl("chart", "c-ab2", "--save", practice / "c.html", status=0)
    assert "0.0042" in (practice / "c.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("show",), ("prep",), ("report", "--kind", "record")], ids=lambda words: words[-1])
def test_a_mean_is_told_with_two_places_and_not_over_its_cut_off(goalctl, practice, words):
    """27/7 = 3.857 is below four: not 3.9, not 3.857142857; 18/7 = 2.571."""
    (practice / "forms").mkdir()
    (practice / "forms" / "own-mean.yaml").write_text(OWN_FORM, encoding="utf-8")
    written(practice, MEANS)
    command, *rest = words
    told = goalctl(command, "c-ab2", *rest).out
    assert "3.86" in told
    assert "3.857" not in told
    assert "3.9" not in told
