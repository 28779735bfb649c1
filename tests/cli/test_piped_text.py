"""What comes in by a pipe, as another program saved it: its mark is none of its words, and its letters are kept.

A note saved by Windows' editor was refused as "an invisible mark: type the text again"; so was each that is not UTF-8.
"""

import pytest

from goalctl.cli.unseen import seen

NOTE = "Café, then home.\nCalls Ána on Sunday.\n"
MARK = "\ufeff".encode()
FOREIGN = "it is not UTF-8: read as Windows-1252; look at letters such as é and ü"


@pytest.mark.parametrize(
    ("piped", "told"),
    [
        (NOTE.encode(), ""),
        (MARK + NOTE.encode(), ""),
        (MARK + NOTE.replace("\nC", "\n\ufeffC").replace("\n", "\r\n").encode(), ""),
        (NOTE.replace("home.\n", "home.\u2028").encode(), ""),
        (NOTE.encode("utf-16"), "read as UTF-16"),
        (NOTE.encode("cp1252"), FOREIGN),
        (b"\n".join(map(str.encode, NOTE.split("\n", 1), ("utf-8", "cp1252"))), FOREIGN.replace("it", "line 2")),
        (b"\n".join(map(str.encode, NOTE.split("\n", 1), ("cp1252", "utf-8"))), FOREIGN.replace("it", "line 1")),
    ],
    ids=[
        *("as it is", "with a mark", "two files joined", "a line separator", "UTF-16", "Windows-1252"),
        *("one line of it", "all but one line of it"),
    ],
)
def test_a_note_is_read_in_whatever_way_it_was_saved(goalctl, plan_file, piped, told):
    logged = goalctl("log-session", "c-ab1", "g1.1=3", "--note", "-", given=piped, status=0)
    assert "    note: |-\n      Café, then home.\n      Calls Ána on Sunday.\n" in plan_file.read_text(encoding="utf-8")
    assert logged.err.partition("c-ab1 · ")[0] == (f"--note -: {told}\n" if told else "")


def test_what_is_no_text_is_named_and_nothing_is_written(goalctl, plan_file):
    before = plan_file.read_bytes()
    refused = goalctl("log-session", "c-ab1", "--note", "-", given=b"%PDF-1.7\n", status=2)
    assert refused.err == "goalctl: --note -: it is a PDF\n   hint: give it as text, in UTF-8\n"
    assert plan_file.read_bytes() == before


def test_a_sheet_of_a_diary_too(goalctl, plan_file):
    goalctl("diary", "c-ab1", given="date,id,score\n2026-02-11,g1.1,2\n".encode("utf-16"), status=0)
    assert "  - {date: 2026-02-11, g1.1: 2}\n" in plan_file.read_text(encoding="utf-8")


UNSEEN = {
    "a joiner": "\u200b",
    "a mark of direction": " \u200f",
    "a filler": "\u3164",
    "Braille": "\u2800",
    "a selector": "\ufe0f",
}
ASKING = (
    ("add-goal", "c-ab1", "{}"),
    ("log-session", "c-ab1", "--note", "{}"),
    ("set", "c-ab1", "g1.1", "deadline=2026-04-01", "--because", "{}"),
    ("set", "c-ab1", "g1", "goal={}", "--because", "clearer"),
    ("add-client", "c-ab2", "--problem", "{}"),
)


@pytest.mark.parametrize("words", ASKING, ids=["goal", "note", "reason", "value", "problem"])
@pytest.mark.parametrize("text", UNSEEN.values(), ids=UNSEEN)
def test_a_text_in_which_nothing_can_be_seen_is_none(goalctl, practice, plan_file, words, text):
    """A paste may bring marks alone (surveysolutions#3630 is of that kind): they counted as words that were said."""
    before = plan_file.read_bytes()
    refused = goalctl(*(word.format(text) for word in words), status=2)
    assert "holds nothing that can be seen\n" in refused.err
    assert plan_file.read_bytes() == before
    assert not (practice / "plans" / "c-ab2.yaml").exists()


def test_nor_is_a_piped_one(goalctl):
    refused = goalctl("log-session", "c-ab1", "--note", "-", given="\u200b\n", status=2)
    assert refused.err.startswith("goalctl: --note -: it holds nothing that can be seen\n")


def test_a_line_of_a_prompt_in_which_nothing_can_be_seen_is_empty():
    assert [seen(line) for line in ("\u200b", "\u00a0", "", " ", "\u0645\u06cc\u200c\u062e", "\U0001f44d")] == [
        "", "", "", " ", "\u0645\u06cc\u200c\u062e", "\U0001f44d",
    ]  # fmt: skip


def test_a_plan_that_holds_one_is_read_and_added_to_as_before(goalctl, plan_file):
    """It was written by goalctl 0.1.0."""
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("    scores: {g1.1: 2}\n", '    note: "\\u200b"\n'), encoding="utf-8")
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    assert goalctl("check", "--select", "E", status=0).out == ""
