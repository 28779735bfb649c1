"""The plan that was read last is not read again while its file says the same, and is when a single byte differs."""

import pytest

from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan


@pytest.fixture
def read(practice):
    known = practice_at(practice)
    return lambda: case_plan(known, scan(practice).files[0])


def test_the_same_bytes_are_the_same_plan(read):
    assert read().plan is read().plan


def test_one_byte_more_is_another_plan(read, plan_file):
    before = read()
    plan_file.write_bytes(plan_file.read_bytes() + b"\n")
    assert read().plan is not before.plan


def test_a_plan_that_could_not_be_read_is_read_again(read, plan_file):
    good = plan_file.read_bytes()
    plan_file.write_bytes(b"\xff")
    assert read().plan is None
    plan_file.write_bytes(b"")
    assert [finding.code for finding in read().findings] == ["E108"]
    plan_file.write_bytes(good)
    assert read().plan
