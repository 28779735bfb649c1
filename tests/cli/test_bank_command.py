"""`bank` as a listing, and `--from bank:ID` for the same client and for another one."""

import csv
import io
import json

import pytest
from stamps import unstamped

from goalctl.documents.read import read_data

OTHER = """\
client: c-zz9
opened: 2025-06-02
values: [family]
goals:
  - id: g1
    goal: Reads a story to the children on four evenings
    status: achieved
    opened: 2025-06-02
    closed: 2025-08-11
    smart:
      measurable: {by: count, of: evenings, per: week, scale: [0, 7], baseline: 0, target: 4}
      relevant: {in_their_words: I want to be there for them}
      time_bound: {deadline: 2025-09-01}
  - {id: g2, goal: Tells Mrs Alder about the plan, status: discontinued, opened: 2025-06-02}
  - id: g3
    goal: "I want to be there for them, every day"
    status: draft
"""


@pytest.fixture
def other(practice):
    """A second client in the practice."""
    (practice / "plans" / "c-zz9.yaml").write_text(OTHER, encoding="utf-8")


pytestmark = pytest.mark.usefixtures("other")


def rows(outcome):
    return json.loads(outcome.out)["bank"]


def id_of(goalctl, *words):
    return rows(goalctl("bank", *words, "--format", "json"))[0]["id"]


def test_everything_used_is_listed_with_how_it_went(goalctl):
    found = rows(goalctl("bank", "story", "--format", "json", status=0))
    assert found == [
        {
            "id": "bank:" + found[0]["id"][5:], "kind": "goal", "used": 1, "reached": 1, "clients": 1, "weeks": 10,
            "measures": ["count"], "last": "2025-06-02", "text": "Reads a story to the children on four evenings",
            "own_words": False, "private": [],
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        (["--kind", "interventions"], ["Behavioural activation"]),
        (["--kind", "objectives"], ["Walks on three days a week"]),
        (["--kind", "homework"], ["walk on Tuesday"]),
        (["--client", "c-ab", "--kind", "goals"], ["Fewer symptoms of depression"]),
        (["behavorial"], ["Behavioural activation"]),
        (["xylophone"], []),
    ],
    ids=" ".join,
)
def test_it_is_narrowed_by_kind_client_and_words_that_may_be_mistyped(goalctl, words, texts):
    assert [row["text"] for row in rows(goalctl("bank", *words, "--format", "json", status=0))] == texts


def test_no_client_is_named_and_own_words_and_private_texts_are_marked(goalctl):
    found = goalctl("bank", "--kind", "goals", "--format", "csv", status=0).out
    notes = {row["text"]: row["note"] for row in csv.DictReader(io.StringIO(found))}
    assert "c-zz9" not in found
    assert notes["Tells Mrs Alder about the plan"] == "private: P101"
    assert notes["I want to be there for them, every day"] == "own words"


def test_another_client_gets_the_goal_without_what_was_the_first_one_s_own(goalctl, plan_file):
    ref = id_of(goalctl, "story")
    added = goalctl("add-goal", "c-ab1", "--from", ref, "--baseline", "1", status=0)
    assert added.out == "g2\n"
    assert read_data(plan_file.read_text(encoding="utf-8"))[0]["goals"][1] == {
        "id": "g2", "goal": "Reads a story to the children on four evenings", "problem": "p1", "status": "draft",
        "opened": "2026-03-02",
        "smart": {
            "measurable": {
                "by": "count", "of": "evenings", "per": "week", "scale": ["0", "7"], "baseline": "1", "target": "4",
            },
            "time_bound": {"deadline": "2026-06-01"},
        },
    }  # fmt: skip


def test_a_name_stays_with_its_client_unless_the_text_is_written_anew(goalctl, plan_file):
    before, ref = plan_file.read_bytes(), id_of(goalctl, "alder")
    refused = goalctl("add-goal", "c-ab1", "--from", ref, status=3)
    assert refused.err == (
        f"goalctl: {ref} comes from another client's plan: a name with a title stands here\n"
        "   hint: write the text anew on the command line, or allow it: privacy: {allow: […]} in goalctl.yaml\n"
    )
    assert plan_file.read_bytes() == before
    goalctl("add-goal", "c-ab1", "Tells the teacher about the plan", "--from", ref, status=0)
    goalctl("add-goal", "c-zz9", "--from", ref, status=0)


def test_own_words_of_another_client_are_said_to_be_theirs(goalctl):
    ref = id_of(goalctl, "there", "every", "day")
    added = goalctl("add-goal", "c-ab1", "--from", ref, status=0)
    assert added.err.startswith(f"{ref} repeats what another client said: put it into this client's own words.\n")
    assert "c-zz9" not in added.err
    assert "repeats" not in goalctl("add-goal", "c-zz9", "--from", ref, status=0).err


def test_interventions_and_homework_come_from_the_bank_too(goalctl, practice):
    what, task = id_of(goalctl, "behavioural"), id_of(goalctl, "tuesday")
    goalctl("add-objective", "c-zz9", "g1", "Reads alone", "--intervention", what, status=0)
    goalctl("log", "c-zz9", "--homework", task, status=0)
    text = (practice / "plans" / "c-zz9.yaml").read_text(encoding="utf-8")
    assert "{id: i1, what: Behavioural activation, every: 1w, for: 12w, on: 2026-03-02}" in text
    assert "      - {task: walk on Tuesday}\n" in unstamped(text)


def test_a_plan_that_cannot_be_read_is_named_since_what_it_holds_is_missing(goalctl, practice):
    (practice / "plans" / "c-bad.yaml").write_text("client: [", encoding="utf-8")
    (error,) = json.loads(goalctl("bank", "--format", "json", status=3).out)["errors"]
    assert (error["client"], error["where"][:16], error["code"][0]) == ("c-bad", "plans/c-bad.yaml", "E")


def test_an_id_that_is_not_there_is_one_sentence(goalctl):
    refused = goalctl("add-goal", "c-ab1", "--from", "bank:123456", status=2)
    assert refused.err == "goalctl: the bank has no bank:123456\n   hint: `goalctl bank` lists what it has\n"
