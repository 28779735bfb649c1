"""No two statements about one client contradict each other; and the oracle that says so notices what is planted."""

from random import Random

import pytest

from tests.oracle.oracle import Tally
from tests.oracle.planting import PLACES, looked_at, plants, trial

SEED, LONG = 20, 240
LEAST_NOTICED = 38
LEAST_UNDERSTOOD = 0.8


@pytest.fixture(scope="module")
def looked(tmp_path_factory):
    """One practice of six plans, every output of it read."""
    return list(looked_at(SEED, 6, tmp_path_factory.mktemp("oracle")))


def test_nothing_that_is_said_of_six_plans_contradicts_anything_else(looked):
    assert [str(found) for one in looked for found in one.before] == []


def test_nearly_every_line_with_a_fact_is_understood(looked):
    tally = Tally()
    for one in looked:
        tally.add(one.readings.values())
    poor = {where: tally.share(where) for where in tally.understood if tally.share(where) < LEAST_UNDERSTOOD}
    assert poor == {}


@pytest.mark.parametrize("plant", plants()[::5], ids=lambda plant: plant.name)
def test_what_is_planted_is_noticed(looked, plant):
    found = trial(plant, looked, Random(SEED), places=1)  # noqa: S311 - no secret
    assert found.noticed == found.places


def test_forty_are_written_down():
    assert len({plant.name for plant in plants()}) == 40


@pytest.mark.torture
def test_no_contradiction_in_many_plans_and_what_is_planted_is_noticed(tmp_path):
    looked = list(looked_at(SEED + 1, LONG, tmp_path))
    assert [str(found) for one in looked for found in one.before] == []
    trials = [trial(plant, looked, Random(SEED), places=PLACES) for plant in plants()]  # noqa: S311 - no secret
    assert [one.plant.name for one in trials if not one.places] == []
    missed = [one.plant.name for one in trials if not one.is_noticed]
    assert len(trials) - len(missed) >= LEAST_NOTICED, missed
