"""A plan that iCloud keeps off this computer: the client is named wherever clients are, and never made anew.

In its place lies a hidden file, which was passed over: an empty caseload, and "nothing is wrong around the plans".
"""

import pytest

TOLD = "c-ab1.yaml is in iCloud, not on this computer"


@pytest.fixture
def placeholder(plan_file):
    return plan_file.rename(plan_file.parent / ".c-ab1.yaml.icloud")


@pytest.mark.usefixtures("placeholder")
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((), 3),
        (("caseload",), 3),
        (("today",), 3),
        (("due",), 3),
        (("show", "c-ab1"), 3),
        (("log-session", "c-ab1", "g1.1=3"), 3),
        (("export", "--format", "csv"), 3),
        (("check", "--select", "E"), 1),
        (("doctor",), 1),
    ],
    ids=lambda words: " ".join(words[:1]) if isinstance(words, tuple) else "",
)
def test_a_client_whose_plan_is_elsewhere_is_named(goalctl, words, status):
    told = goalctl(*words, status=status)
    assert TOLD in " ".join((told.out + told.err).split())


def test_it_is_not_made_a_second_time(goalctl, placeholder):
    refused = goalctl("add-client", "c-ab1", status=2)
    assert refused.err.startswith(f"goalctl: c-ab1 may be there already: plans/.c-ab1.yaml.icloud: {TOLD}\n")
    assert not (placeholder.parent / "c-ab1.yaml").exists()


def test_other_hidden_files_are_nobody_s(goalctl, plan_file):
    for name in (".icloud", ".c-ab2.icloud", ".notes.txt.icloud", ".hidden.yaml"):
        (plan_file.parent / name).write_text("", encoding="utf-8")
    assert TOLD not in goalctl("check", "--select", "E", status=0).out


def test_settings_that_are_elsewhere_are_not_made_anew(goalctl, practice):
    """The hint was to make another workspace in their place."""
    (practice / "goalctl.yaml").rename(practice / ".goalctl.yaml.icloud")
    told = goalctl("caseload", status=3)
    assert told.err == (
        f"goalctl: goalctl.yaml of {practice} is in iCloud, not on this computer\n"
        "   hint: fetch it in Finder, and let the workspace be kept downloaded\n"
    )
