"""What comes in by a pipe, as another program saved it: its mark is none of its words, and its letters are kept.

A note saved by Windows' editor was refused as "an invisible mark: type the text again"; so was each that is not UTF-8.
"""

import pytest

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
    ],
    ids=["as it is", "with a mark", "two files joined", "a line separator", "UTF-16", "Windows-1252"],
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
