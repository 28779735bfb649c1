"""A cover: on record in the settings, a sheet for whoever covers, their clients in every listing, and the way back."""

import json

import pytest
from clinic_of_three import SETTINGS, make_clinic
from test_json import answer

HIGH = "  - {id: ghj789, date: 2026-02-20, by: n.intern, risk: {ideation: active, level: high}}\n"
FOR = "(s.lee for n.intern)"


@pytest.fixture
def clinic(practice):
    """c-in2 needs an act: a high risk without a follow-up."""
    make_clinic(practice)
    plan = practice / "plans" / "c-in2.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + HIGH, encoding="utf-8")
    return practice


@pytest.fixture
def covered(clinic, goalctl):
    begin = ("cover", "n.intern", "--by", "s.lee", "--from", "today", "--to", "2026-03-06", "--because", "exams")
    return goalctl("-C", clinic, *begin, status=0)


def test_it_is_kept_in_the_settings_and_every_other_byte_stays(clinic, covered):
    text = (clinic / "goalctl.yaml").read_text(encoding="utf-8")
    head, _, tail = text.partition("covers:\n")
    entry = tail[: tail.index("    because: exams\n")]
    rest = tail[tail.index("    because: exams\n") + len("    because: exams\n") :]
    assert head + rest == SETTINGS
    assert [line.split(":")[0].strip(" -") for line in entry.splitlines()] == [
        "id", "on", "written", "of", "by", "from", "to",
    ]  # fmt: skip
    assert covered.err == (
        "saved in goalctl.yaml: s.lee covers for n.intern, Mon 2026-03-02 to Fri 2026-03-06; "
        "to end it: goalctl cover n.intern --end\n"
    )


def test_the_sheet_tells_risk_first_then_client_by_client(covered):
    words = "suicide: ideation active, level high recorded on 2026-02-20, no follow-up recorded"
    assert [line.split(None, 1) for line in covered.out.splitlines()[1:]] == [
        ["c-in2", f"risk              2026-02-20  {words}"],
        ["c-in2", "safety plan                   there is none on record"],
        ["c-in2", "in short                      Low mood; last seen 2026-02-20"],
        ["c-in1", "in short                      Low mood; last seen 2026-02-16"],
        ["c-in1", "next appointment  2026-03-03  Tuesday"],
    ]


@pytest.mark.usefixtures("clinic", "covered")
def test_while_it_runs_whoever_covers_sees_the_clients_and_whose_they_are(goalctl):
    for words in (("due",), ("caseload",), ("today", "--today")):
        at = ("--today", "2026-03-03") if words[-1] == "--today" else ()
        listed = goalctl(*at, words[0], "--clinician", "s.lee", status=0).out
        assert [line for line in listed.splitlines()[1:] if FOR not in line] == [], listed
        assert "c-in2" in listed
    assert "c-ab1" not in goalctl("due", "--clinician", "s.lee").out
    assert f"c-in1 {FOR}: " in goalctl("--today", "2026-03-03").out
    assert "s.lee for n.intern: 2 clients" in goalctl().out


@pytest.mark.usefixtures("covered")
@pytest.mark.parametrize(
    ("day", "seen"),
    [("2026-03-01", False), ("2026-03-02", True), ("2026-03-06", True), ("2026-03-07", False)],
    ids=["day before", "first day", "last day", "day after"],
)
def test_it_runs_from_its_first_day_to_its_last(goalctl, day, seen):
    assert ("c-in2" in goalctl("--today", day, "due", "--clinician", "s.lee").out) is seen
    assert ("c-in2" in goalctl("--today", day, "--no-index", "due", "--clinician", "s.lee").out) is seen
    assert "c-in2" in goalctl("--today", day, "due", "--clinician", "n.intern").out


@pytest.mark.usefixtures("covered")
def test_programs_are_told_who_covers_and_the_clinician_stays_who_it_is(goalctl):
    cover = {"clinician": "n.intern", "by": "s.lee", "first": "2026-03-02", "last": "2026-03-06"}
    for words, kind in ((("due",), "due"), (("today",), "today"), (("caseload",), "caseload")):
        found = answer(goalctl(*words, "--clinician", "s.lee", "--format", "json"), kind)
        assert found["covers"] == [cover]
        assert {row["clinician"] for row in found["risk"]} == {"n.intern"}
    found = answer(goalctl("cover", "n.intern", "--format", "json"), "cover")
    assert (found["cover"], found["clients"], found["lines"][0]["part"]) == (cover, 2, "risk")


@pytest.mark.usefixtures("clinic", "covered")
def test_what_happened_meanwhile_is_told_by_whom(goalctl):
    goalctl("--today", "2026-03-03", "log-session", "c-in1", "--by", "s.lee", "--minutes", "30", status=0)
    goalctl("--today", "2026-03-03", "risk", "c-in2", "--ideation", "none", "--level", "low", "--by", "s.lee", status=0)
    goalctl("--today", "2026-03-04", "risk", "c-in2", "--ideation", "not-asked", "--by", "s.lee", status=0)
    because = ("--because", "asked for it", "--by", "s.lee")
    goalctl("--today", "2026-03-05", "set", "c-in1", "plan", "review_every=60d", *because, status=0)
    told = goalctl("--today", "2026-03-09", "cover", "n.intern", "--back", status=0).out
    assert [line.split() for line in told.splitlines()[1:]] == [
        ["c-in1", "entry", "2026-03-03", "session,", "30", "minutes", "s.lee"],
        ["c-in1", "change", "review", "every", "none", "→", "60d", "s.lee"],
        ["c-in2", "entry", "2026-03-03", "journal,", "risk", "low", "s.lee"],
        ["c-in2", "entry", "2026-03-04", "journal,", "risk", "record,", "not", "asked", "s.lee"],
    ]
    answer(goalctl("--today", "2026-03-09", "cover", "n.intern", "--back", "--format", "json"), "away")
    day = "n.intern was away to 2026-03-06, s.lee covered: goalctl cover n.intern --back"
    assert [day in goalctl("--today", f"2026-03-{on}").out for on in ("06", "07", "13", "14")] == [
        False, True, True, False,
    ]  # fmt: skip


@pytest.mark.usefixtures("covered")
@pytest.mark.parametrize(
    ("written", "told"),
    [("2026-03-01", False), ("2026-03-02", True), ("2026-03-06", True), ("2026-03-07", False)],
    ids=["day before", "first day", "last day", "day after"],
)
def test_what_was_written_down_meanwhile_about_a_day_before_is_told(goalctl, clinic, written, told):
    plan = clinic / "plans" / "c-in1.yaml"
    entry = f"  - id: aaaaaa\n    date: 2026-02-27\n    written: {written}T09:00\n    by: s.lee\n    minutes: 30\n"
    plan.write_text(plan.read_text(encoding="utf-8") + entry, encoding="utf-8")
    out = goalctl("--today", "2026-03-09", "cover", "n.intern", "--back", status=0).out
    assert ("2026-02-27" in out) is told


@pytest.mark.usefixtures("clinic", "covered")
def test_what_was_done_after_the_last_day_happened_not_meanwhile_but_risk_is_today_s(goalctl):
    goalctl("--today", "2026-03-09", "set", "c-in1", "plan", "review_every=60d", "--because", "asked for", status=0)
    because = ("--ideation", "active", "--level", "high", "--by", "n.intern")
    goalctl("--today", "2026-03-09", "risk", "c-in1", *because, status=0)
    told = goalctl("--today", "2026-03-10", "cover", "n.intern", "--back", status=0).out
    assert [line.split()[:3] for line in told.splitlines()[1:]] == [
        ["c-in1", "risk", "2026-03-09"],
        ["c-in2", "risk", "2026-02-20"],
    ]


@pytest.mark.usefixtures("clinic", "covered")
def test_a_client_who_was_handed_over_meanwhile_is_told_too(goalctl):
    handed = ("transfer", "c-in1", "--to", "m.kowalski", "--because", "moved", "--anyway")
    goalctl("--today", "2026-03-04", *handed, status=0)
    told = goalctl("--today", "2026-03-09", "cover", "n.intern", "--back", status=0).out
    assert "clinician n.intern → m.kowalski" in told


@pytest.mark.usefixtures("clinic", "covered")
def test_it_ends_early_and_before_its_first_day_it_is_taken_back(goalctl):
    ended = goalctl("--today", "2026-03-04", "cover", "n.intern", "--end", status=0).err
    assert "is over: Wed 2026-03-04 is n.intern's own day again" in ended
    assert [FOR in goalctl("--today", day, "due").out for day in ("2026-03-03", "2026-03-04")] == [True, False]
    goalctl("cover", "s.lee", "--by", "m.kowalski", "--from", "2026-04-01", "--to", "2026-04-03", status=0)
    assert "is taken back" in goalctl("cover", "s.lee", "--end", status=0).err
    listed = json.loads(goalctl("cover", "--format", "json").out)["covers"]
    assert [(one["clinician"], one["last"], one["runs"]) for one in listed] == [("n.intern", "2026-03-03", True)]


@pytest.mark.usefixtures("covered")
@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--by", "n.intern", "--to", "fri"), "n.intern can't cover for n.intern"),
        (("--by", "s.le", "--to", "fri"), "s.le is not one of this practice's clinicians"),
        (("--by", "s.lee"), "--to is missing"),
        (("--to", "fri"), "--by is missing"),
        (("--by", "s.lee", "--from", "2026-03-09", "--to", "2026-03-06"), "is before --from"),
        (("--by", "s.lee", "--from", "2026-02-02", "--to", "2026-02-06"), "has passed"),
        (("--by", "m.kowalski", "--to", "fri"), "n.intern is away from 2026-03-02 to 2026-03-06, and s.lee covers"),
        (("--end", "--back"), "--end and --back stand alone"),
        (("--end", "--because", "back early"), "--end and --back stand alone"),
        (("--end", "-o", "sheet.md"), "-o is for a sheet"),
        (("--by", " ", "--to", "fri"), "--by is empty"),
    ],
    ids=[
        "oneself",
        "a slip",
        "no end",
        "nobody",
        "backwards",
        "over",
        "covered already",
        "two things at once",
        "a reason for an end",
        "a sheet of an end",
        "an empty name",
    ],
)
def test_what_can_t_be_is_refused_and_nothing_is_written(clinic, goalctl, words, why):
    before = (clinic / "goalctl.yaml").read_bytes()
    assert why in goalctl("cover", "n.intern", *words, status=2).err
    assert (clinic / "goalctl.yaml").read_bytes() == before


@pytest.mark.usefixtures("clinic", "covered")
def test_whoever_is_away_covers_for_nobody(goalctl):
    refused = goalctl("cover", "m.kowalski", "--by", "n.intern", "--to", "fri", status=2).err
    assert "n.intern is away from 2026-03-02 to 2026-03-06" in refused


@pytest.mark.usefixtures("clinic", "covered")
def test_whoever_covers_hands_that_over_before_they_are_away_themselves(goalctl):
    refused = goalctl(
        "cover", "s.lee", "--by", "m.kowalski", "--from", "2026-03-06", "--to", "2026-03-09", status=2
    ).err
    assert refused == (
        "goalctl: n.intern is away from 2026-03-02 to 2026-03-06, and s.lee covers\n"
        "   hint: to end that: goalctl cover n.intern --end; then name another colleague for them\n"
    )
    goalctl("cover", "s.lee", "--by", "m.kowalski", "--from", "2026-03-07", "--to", "2026-03-09", status=0)


OF_TWO_CLONES = """\
covers:
  - {of: n.intern, by: m.kowalski, from: 2026-03-02, to: 2026-03-06}
  - {of: n.intern, by: s.lee, from: 2026-03-02, to: 2026-03-06}
"""
A_COVER_OF_A_COVER = """\
covers:
  - {of: n.intern, by: s.lee, from: 2026-03-02, to: 2026-03-06}
  - {of: s.lee, by: m.kowalski, from: 2026-03-04, to: 2026-03-09}
  - {of: m.kowalski, by: s.lee, from: 2026-03-09, to: 2026-03-09}
"""


@pytest.mark.parametrize(
    ("covers", "told"),
    [
        (OF_TWO_CLONES, "m.kowalski for n.intern and s.lee for n.intern on the same days: 2026-03-02 to 2026-03-06"),
        (A_COVER_OF_A_COVER, "s.lee for n.intern and m.kowalski for s.lee on the same days: 2026-03-04 to 2026-03-06"),
    ],
    ids=["two for one", "one for one who covers"],
)
def test_where_clones_settled_it_apart_risk_is_in_everybody_s_list_and_doctor_tells(clinic, goalctl, covers, told):
    with (clinic / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write(covers)
    for index in ((), ("--no-index",)):
        for who in ("n.intern", "s.lee", "m.kowalski"):
            due = goalctl("--today", "2026-03-05", *index, "due", "--clinician", who, status=0).out
            assert "act today        c-in2" in due
    assert told in " ".join(goalctl("--today", "2026-03-06", "doctor").out.split())
    assert told not in " ".join(goalctl("--today", "2026-03-07", "doctor").out.split())


@pytest.mark.usefixtures("covered")
def test_where_the_settings_can_t_be_read_no_risk_is_left_out_and_nothing_untrue_is_said(clinic, goalctl):
    with (clinic / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write("favourites: [\n")
    for words in (("due",), ("caseload",), ("today",)):
        assert "suicide: ideation active, level high" in goalctl(*words, "--clinician", "s.lee", status=3).out
    for words in (("n.intern",), ("n.intern", "--end"), ("n.intern", "--back"), ("s.lee", "--by", "m.kowalski")):
        refused = goalctl("cover", *words, status=3)
        assert (refused.out, "nobody" in refused.err, "goalctl.yaml:" in refused.err) == ("", False, True)


def test_two_who_cover_are_both_named(clinic, goalctl):
    with (clinic / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write(OF_TWO_CLONES)
    assert "m.kowalski for n.intern, s.lee for n.intern: 2 clients" in goalctl(status=0).out


@pytest.mark.usefixtures("covered")
def test_the_day_counts_whom_the_sheet_has(clinic, goalctl):
    plan = clinic / "plans" / "c-in1.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "status: discharged\n", encoding="utf-8")
    assert "s.lee for n.intern: 1 client\n" in goalctl().out
    assert "c-in1" not in goalctl("cover", "n.intern").out


@pytest.mark.usefixtures("clinic")
def test_what_is_not_overdue_yet_is_not_called_so_on_the_sheet(goalctl):
    begin = ("cover", "n.intern", "--by", "s.lee", "--from", "2026-04-20", "--to", "2026-04-24")
    told = goalctl(*begin, status=0).out
    assert "1 thing due before 2026-04-20, the oldest review of the plan" in told


@pytest.mark.parametrize(
    ("words", "why"),
    [(("-o", "sheet.md"), "-o is for a sheet"), (("--because", "leave"), "--by is missing")],
    ids=["a file for no sheet", "a reason for no cover"],
)
def test_an_option_of_a_cover_never_just_lists(clinic, goalctl, words, why):
    assert why in goalctl("cover", *words, status=2).err
    assert not (clinic / "sheet.md").exists()


@pytest.mark.usefixtures("clinic", "covered")
def test_the_sheet_goes_into_a_file_for_its_owner_alone(goalctl, tmp_path):
    for ending in ("md", "html"):
        path = tmp_path / "out" / f"sheet.{ending}"
        path.parent.mkdir(exist_ok=True)
        goalctl("cover", "n.intern", "-o", path, status=0)
        assert (path.stat().st_mode & 0o777, "c-in2" in path.read_text(encoding="utf-8")) == (0o600, True)
        assert "is there already" in goalctl("cover", "n.intern", "-o", path, status=2).err


@pytest.mark.usefixtures("covered")
def test_a_plan_that_can_t_be_read_is_told_on_the_sheet(clinic, goalctl):
    (clinic / "plans" / "c-in1.yaml").write_text("client: c-in1\nclinician: n.intern\ngoals: [\n", encoding="utf-8")
    told = goalctl("cover", "n.intern", status=3).out
    assert "mend first" in told
    assert "plans/c-in1.yaml" in told


def test_settings_that_were_written_by_hand_stay_as_they_are(clinic, goalctl):
    (clinic / "goalctl.yaml").write_bytes(b"\xef\xbb\xbfformat: 1\r\nclinician:   m.kowalski # me\r\n")
    goalctl("cover", "--by", "s.lee", "--to", "fri", status=0)
    text = (clinic / "goalctl.yaml").read_bytes()
    assert text.startswith(b"\xef\xbb\xbfformat: 2\r\nclinician:   m.kowalski # me\r\ncovers:\r\n")


@pytest.mark.parametrize(
    ("cover", "told"),
    [
        ("{of: n.intern, by: s.lee, from: 2026-03-06, to: 2026-03-02}", "ends before it begins"),
        ("{of: n.intern, by: x.gone, from: 2026-03-02, to: 2026-03-06}", "x.gone is not one of its clinicians"),
    ],
    ids=["backwards", "a stranger"],
)
def test_doctor_tells_what_was_written_by_hand_and_can_t_be_meant(clinic, goalctl, cover, told):
    with (clinic / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"covers: [{cover}]\n")
    assert told in " ".join(goalctl("doctor", status=1).out.split())


@pytest.mark.usefixtures("covered")
def test_what_whoever_covers_left_unsigned_is_told_as_theirs(clinic, goalctl):
    """`due` said "2 entries unsigned" to a clinician whom `sign` told that there was nothing to sign."""
    logged = ("--date", "today", "--note", "Seen by s.lee.", "--by", "s.lee")
    goalctl("-C", clinic, "log-session", "c-in1", *logged, status=0)
    goalctl("-C", clinic, "sign", "c-in1", "--all", "--by", "n.intern", status=None)
    due = goalctl("-C", clinic, "due", "c-in1", "--unsigned", status=None).out
    assert "1 entry unsigned, the oldest of 2026-03-02, 1 by s.lee" in due
    said = goalctl("-C", clinic, "sign", "c-in1", "--all", "--by", "n.intern", status=0).err
    assert said.endswith("there is nothing for n.intern to sign; 1 of s.lee's is unsigned\n")
    goalctl("-C", clinic, "sign", "c-in1", "--all", "--by", "s.lee", status=0)
    assert "unsigned" not in goalctl("-C", clinic, "due", "c-in1", status=None).out
