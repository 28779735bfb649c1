"""A form that was answered in part: after logging, in check, in prep, in show, and beside the table of scores."""

WORDS = "GAD-7: 2 of 7 answered, no total"


def test_what_is_missing_is_told_wherever_the_form_would_stand(goalctl):
    logged = goalctl("log-session", "c-ab1", "--form", "gad-7=q1=3,q2=3", status=0)
    assert "GAD-7: no total, 5 of 7 answers are missing" in logged.err
    assert f"warning[C111]: {WORDS}" in goalctl("check", "--select", "C111", status=1).out
    assert f"  {WORDS}, 2026-03-02\n" in goalctl("prep", "c-ab1", status=0).out
    assert f"{WORDS}, 2026-03-02\n" in goalctl("show", "c-ab1", status=0).out
    table = goalctl("export", "c-ab1", "--format", "csv", status=0)
    assert f"c-ab1, 2026-03-02: {WORDS}\n" in table.err


def test_a_later_whole_filling_ends_it_but_the_table_still_tells(goalctl):
    goalctl("log-session", "c-ab1", "--form", "gad-7=q1=3,q2=3", "--date", "2026-02-27", status=0)
    goalctl("log-session", "c-ab1", "--form", "gad-7=1111111", status=0)
    assert WORDS not in goalctl("prep", "c-ab1", status=0).out
    assert goalctl("check", "--select", "C111", status=0).out == ""
    assert f"2026-02-27: {WORDS}" in goalctl("export", "c-ab1", "--format", "csv", status=0).err
