"""What came of treatment against what others printed: named couples, figures of R packages (`published.yaml`)."""

from collections import Counter
from pathlib import Path
from statistics import mean, stdev

import pytest
import yaml

from goalctl.analysis.outcomes.effect import CONFIDENT, effect_of, standardized
from goalctl.analysis.progress.reliable import (
    ChangeClass,
    beyond,
    change_class,
    cut_off_a,
    cut_off_c,
)
from goalctl.model.change import NormGroup, difference_error
from goalctl.model.measure import Better

PRINTED = yaml.safe_load((Path(__file__).parent / "published.yaml").read_text(encoding="utf-8"))
COUPLES, SAMPLES, DATA = PRINTED["couples"], PRINTED["samples"], PRINTED["data"]


def group(mean, sd):
    return NormGroup.model_construct(mean=mean, sd=sd, population="a sample")


def judged(pairs, *, sd, reliability, cut_off, better):
    points = 1.96 * difference_error(sd, reliability)
    ill = beyond(cut_off, better)
    return [change_class(*pair, points=points, better=better, ill=ill) for pair in pairs]


def couples_class(number):
    named = (word for word in ("recovered", "improved", "deteriorated") if number in COUPLES[word])
    return ChangeClass(next(named, "unchanged"))


@pytest.mark.parametrize("number", range(1, 31), ids=lambda number: f"couple {number}")
def test_each_couple_of_jacobson_and_truax_is_classed_as_printed(number):
    firsts = [first for first, _ in COUPLES["pairs"]]
    cut_off = cut_off_a(group(mean(firsts), stdev(firsts)), Better.HIGHER)
    assert cut_off == pytest.approx(COUPLES["cut_off"], abs=0.05)
    (found,) = judged(
        [COUPLES["pairs"][number - 1]], sd=stdev(firsts), reliability=COUPLES["reliability"], cut_off=cut_off,
        better=Better.HIGHER,
    )  # fmt: skip
    assert found is couples_class(number)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_divided_as_the_r_package_divides_it(name):
    sample = SAMPLES[name]
    pairs = DATA[sample["data"]]
    clinical = group(mean(first for first, _ in pairs), stdev(first for first, _ in pairs))
    functional = group(*sample.get("functional", (0, 0)))
    cut_off = cut_off_a(clinical, Better.LOWER) if sample["criterion"] == "a" else cut_off_c(clinical, functional)
    told = {"cut_off": cut_off, "clinical": (clinical.mean, clinical.sd)}
    for key in told.keys() & sample.keys():
        assert told[key] == pytest.approx(sample[key], abs=0.005)
    chosen = [
        pair for place, pair in enumerate(pairs) if "group" not in sample or DATA["groups"][place] == sample["group"]
    ]
    found = Counter(
        judged(chosen, sd=clinical.sd, reliability=sample["reliability"], cut_off=cut_off, better=Better.LOWER)
    )
    assert [found[word] for word in ChangeClass] == sample.get("classes", [found[word] for word in ChangeClass])


@pytest.mark.parametrize("study", [*PRINTED["mean_changes"]["treated"], *PRINTED["mean_changes"]["controls"]], ids=str)
def test_a_standardized_mean_change_and_its_variance_are_those_of_metafor(study):
    before, after, sd, n, r, size, variance = study
    found = standardized(after - before, sd, r, n)
    assert found.size == pytest.approx(size, abs=0.00006)
    assert ((found.high - found.low) / 2 / CONFIDENT) ** 2 == pytest.approx(variance, abs=0.00006)


def test_an_effect_is_worked_out_from_the_pairs_and_positive_is_better():
    pairs = [(10, 6), (12, 9), (14, 8), (16, 11)]
    falling, rising = effect_of(pairs, Better.LOWER), effect_of([(-one, -two) for one, two in pairs], Better.HIGHER)
    assert falling == rising
    assert falling.size == pytest.approx(0.7236 * 4.5 / 2.582, abs=0.001)  # c(3) = .7236, mean fall 4.5, SD 2.582
    assert falling.low < falling.size < falling.high


@pytest.mark.parametrize("pairs", [[], [(10, 5)], [(10, 5), (12, 6)], [(10, 5)] * 30], ids=["none", "1", "2", "alike"])
def test_without_a_spread_at_the_start_there_is_no_effect_size(pairs):
    assert effect_of(pairs, Better.LOWER) is None
