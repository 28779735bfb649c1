"""What a release may not fall behind, as ratios within one run: the short form of `python -m tests.benchmarks`."""

import os

import pytest

from tests.benchmarks.__main__ import measured, too_slow
from tests.benchmarks.groups import Bench

pytestmark = pytest.mark.benchmark


@pytest.mark.parametrize("only", ["start-up", "one plan", "long plans", "warm", "changing", "cold"])
def test_nothing_is_slower_than_it_may_be(tmp_path, tree_on_path, only):
    bench = Bench(tmp_path, tree_on_path, os.environ["PATH"], with_peers=False)
    assert list(too_slow(measured(bench, [1000], 3, only))) == []
