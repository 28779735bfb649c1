"""What a client's page is made of: another digest whenever the page may say something else, and else the same."""

import pytest

from goalctl.workspace.memory.ingredients import ingredients_of
from goalctl.workspace.store.scan import scan
from tests.conftest import PLAN


@pytest.fixture
def three(practice):
    """A discharged client, the later episode, and somebody else."""
    for client, more in (("c-new", "previous: c-ab1\n"), ("c-zz9", "")):
        text = PLAN.replace("client: c-ab1\n", f"client: {client}\n{more}")
        (practice / "plans" / f"{client}.yaml").write_text(text, encoding="utf-8")
    return practice


def made_of(practice):
    return ingredients_of(practice, scan(practice).files)


def append(practice, client):
    with (practice / "plans" / f"{client}.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: ghj234, date: 2026-02-09}\n")


def add_note(practice):
    (practice / "notes" / "c-zz9").mkdir(parents=True)
    (practice / "notes" / "c-zz9" / "2026-02-09.md").write_text("x", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (lambda practice: append(practice, "c-zz9"), {"c-zz9"}),
        (lambda practice: append(practice, "c-ab1"), {"c-ab1", "c-new"}),
        (lambda practice: append(practice, "c-new"), {"c-ab1", "c-new"}),
        (add_note, {"c-zz9"}),
        (lambda practice: (practice / "plans" / "c-zz9.yaml").touch(), set()),
    ],
    ids=["the plan", "an earlier episode", "a later one", "a note", "nothing but its time"],
)
def test_exactly_what_a_page_tells_makes_it_another(three, change, changed):
    before = made_of(three)
    change(three)
    after = made_of(three)
    assert {client for client in before if before[client] != after[client]} == changed


def test_a_file_that_cannot_be_read_has_none(three):
    (three / "plans" / "c-zz9.yaml").unlink()
    (three / "plans" / "c-zz9.yaml").mkdir()
    assert set(made_of(three)) == {"c-ab1", "c-new"}
