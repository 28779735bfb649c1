"""`goalctl log-group`: one group session in several plans, all or none, nobody's id in another's file."""

import pytest
from stamps import unstamped

CLIENTS = ("c-ab1", "c-ab2", "c-ab3")


@pytest.fixture
def group(practice, plan_file):
    """Three members' files, by client."""
    files = {client: practice / "plans" / f"{client}.yaml" for client in CLIENTS}
    for client, file in files.items():
        file.write_text(plan_file.read_text(encoding="utf-8").replace("c-ab1", client), encoding="utf-8")
    return files


def texts(files):
    return {client: unstamped(file.read_text(encoding="utf-8")) for client, file in files.items()}


def test_everybody_gets_the_session_and_their_own_scores(goalctl, group):
    before = texts(group)
    logged = goalctl(
        "log-group", *CLIENTS, "c-ab1:g1.1=3", "c-ab2:g1.1=2", "c-ab2:g1.1@clinician=4", "--group", "tuesday",
        "--note", "Round on cravings.", "--response", "c-ab1=Spoke twice.", "--time", "18:00-19:30", "--cpt", "90853",
        status=0,
    )  # fmt: skip
    ids = dict(line.split() for line in logged.out.splitlines())
    assert list(ids) == list(CLIENTS)
    assert len(set(ids.values())) == 3
    assert texts(group)["c-ab1"].removeprefix(before["c-ab1"]) == (
        f"  - id: {ids['c-ab1']}\n    date: 2026-03-02\n    time: 18:00-19:30\n    by: m.kowalski\n    kind: group\n"
        "    group: tuesday\n    cpt: [90853]\n    scores: {g1.1: 3}\n    response: Spoke twice.\n"
        "    note: Round on cravings.\n"
    )
    assert "    scores: {g1.1: 2, g1.1@clinician: 4}\n" in texts(group)["c-ab2"].removeprefix(before["c-ab2"])
    assert "scores" not in texts(group)["c-ab3"].removeprefix(before["c-ab3"])


def test_no_member_s_id_is_in_another_s_file(goalctl, group):
    goalctl("log-group", *CLIENTS, "c-ab1:g1.1=3", "--group", "tuesday", status=0)
    for client, text in texts(group).items():
        assert not any(other in text for other in CLIENTS if other != client)


def test_if_one_can_not_be_written_none_is_and_all_reasons_are_told(goalctl, group):
    before = texts(group)
    refused = goalctl("log-group", *CLIENTS, "c-ab1:g1.1=3", "c-ab2:g1.1=9", "c-ab3:g7=1", status=3)
    assert refused.err == (
        "goalctl: none of the plans was changed: what you gave does not fit\n"
        "c-ab2: error[E231]: g1.1's score 9 is above its scale's maximum, 7\n"
        "   hint: its values run from 0 to 7\n"
        "\n"
        "c-ab3: error[E202]: there is no g7 in this plan\n"
        "   hint: known here: g1, g1.1\n"
    )
    assert texts(group) == before


def test_if_one_can_not_be_read_none_is_written(goalctl, group):
    group["c-ab3"].write_text("client: [\n", encoding="utf-8")
    before = texts(group)
    assert "c-ab3.yaml:" in goalctl("log-group", *CLIENTS, status=3).err
    assert texts(group) == before


def test_if_one_can_not_be_saved_the_others_are_put_back(goalctl, group):
    before = texts(group)
    group["c-ab3"].chmod(0o400)
    refused = goalctl("log-group", *CLIENTS, "--note", "Round.", status=3)
    assert refused.err.startswith("goalctl: plans/c-ab3.yaml")
    assert refused.out == ""
    assert texts(group) == before
    assert sorted(file.stem for file in group["c-ab1"].parent.iterdir()) == list(CLIENTS)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["c-ab1"], "a group has at least two members"),
        (["c-ab1", "c-ab2", "c-ab1"], "c-ab1 is named twice"),
        (["c-ab1", "c-ab2", "c-ab3:g1.1=2"], "'c-ab3:g1.1=2': c-ab3 is not among those who were there"),
        (["c-ab1", "c-ab2", "g1.1=2"], "'g1.1=2' is not understood"),
        (["c-ab1", "c-ab2", "c-ab1:g1.1=2", "c-ab1:g1.1=3"], "c-ab1: g1.1 is scored twice"),
        (
            ["c-ab1", "c-ab2", "--note", "C-AB1 came late."],
            "c-ab1 is named in a text that would stand in another's plan",
        ),
        (["c-ab1", "c-ab2", "--response", "c-ab1=Answered c-ab2."], "c-ab2 is named in a text"),
        (["c-ab1", "c-ab2", "--date", "2026-03-03"], "--date: 2026-03-03 is still to come"),
    ],
    ids=["alone", "twice", "absent", "nobody's score", "two scores", "a name in the note", "a name aside", "to come"],
)
def test_what_does_not_fit_is_refused_before_anything_is_written(goalctl, group, words, sentence):
    before = texts(group)
    assert sentence in goalctl("log-group", *words, status=2).err
    assert texts(group) == before


@pytest.mark.usefixtures("group")
@pytest.mark.parametrize(
    ("first", "again", "n"),
    [
        ((), (), 3),
        (("--time", "18:00-19:30"), (), 3),
        (("--time", "18:00-19:30"), ("--time", "18:00"), 3),
        (("--time", "18:00"), ("--time", "10:00"), 0),
        ((), ("--group", "friday"), 0),
        ((), ("--date", "yesterday"), 0),
    ],
    ids=["nothing more said", "one without its hour", "one without its end", "two hours", "two groups", "two days"],
)
def test_one_meeting_that_two_clones_logged_is_told_until_one_is_void(goalctl, first, again, n):
    """Each clone drew its own id, so both entries came together and counted: in sessions used and in attendance."""
    words = ("log-group", *CLIENTS, "--group", "tuesday", "--note", "Round on cravings.")
    goalctl(*words, *first, status=0)
    second = goalctl(*words[:4], *(again if "--group" in again else (*words[4:6], *again)), status=0)
    ids = dict(line.split() for line in second.out.splitlines())
    told = goalctl("check", "--select", "C114").out
    assert told.count(" stands twice, here and in ") == n
    if n:
        assert f"hint: the other has it all: goalctl void c-ab1 {ids['c-ab1']} --because twice\n" in told
        for client in CLIENTS:
            goalctl("void", client, ids[client], "--because", "twice", status=0)
        assert "stands twice" not in goalctl("check", "--select", "C114").out


@pytest.mark.usefixtures("group")
def test_the_entry_that_alone_has_what_is_billed_is_not_the_one_to_void(goalctl):
    words = ("log-group", *CLIENTS, "--group", "tuesday", "--note", "Round on cravings.")
    first = dict(line.split() for line in goalctl(*words, status=0).out.splitlines())
    goalctl(*words, "--time", "18:00-19:30", "--cpt", "90853", status=0)
    told = goalctl("check", "--select", "C114").out
    assert f"hint: the other has it all: goalctl void c-ab1 {first['c-ab1']} --because twice\n" in told


@pytest.mark.usefixtures("group")
def test_of_two_entries_of_a_meeting_neither_is_named_where_each_has_something_of_its_own(goalctl):
    """Following the hint would have made the only risk record void."""
    goalctl("log-group", *CLIENTS, "--group", "tuesday", "--note", "Round on cravings.", status=0)
    goalctl("risk", "c-ab1", "--concern", "suicide", "--ideation", "passive", "--follow-up", "+1w", status=0)
    goalctl("log-group", *CLIENTS, "--group", "tuesday", "--response", "c-ab1=Spoke twice.", status=0)
    assert "each has something of its own" in goalctl("check", "c-ab1", "--select", "C114", status=1).out
