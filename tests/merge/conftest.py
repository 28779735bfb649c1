"""A clinic of two, made once and copied for each test."""

import shutil

import pytest

from tests.conftest import PLAN
from tests.merge.clinic import Clinic, clinic_in, git


@pytest.fixture(scope="session")
def first_clinic(tmp_path_factory):
    """Where the clinic is that others are copied from; it is made by the first test that needs one."""
    return tmp_path_factory.mktemp("clinics") / "first"


@pytest.fixture
def clinic(goalctl, tmp_path, first_clinic):
    """Anna's record in a bare repository and Bert's clone of it, with one plan."""
    if not first_clinic.exists():
        first_clinic.mkdir()
        clinic_in(first_clinic, goalctl, PLAN)
    clinic = Clinic(tmp_path / "clinic", goalctl)
    shutil.copytree(first_clinic, clinic.folder)
    for who in ("anna", "bert"):
        git(clinic.place(who), "remote", "set-url", "origin", str(clinic.hub))
    return clinic
