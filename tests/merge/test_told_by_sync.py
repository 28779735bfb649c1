"""What a sync may leave behind and nobody would look for: it is told, or it waits for somebody who decides."""

import pytest

from tests.merge.clinic import git, git_that

MOVED_TWICE = (
    "c-ab1: the entry {0} was moved to c-3 here and to c-2 there, and stands in both plans whichever you take; "
    "where it does not belong: goalctl void CLIENT {0} --other-client --because …\n"
)
OTHERS = ("c-2", "c-3")


@pytest.fixture
def moved(clinic):
    """The clinic with two more clients, whose plans can hold the entry of 20 February; and how that is called."""
    for name in OTHERS:
        text = clinic.plan("anna").partition("\nsessions:")[0].replace("c-ab1", name)
        (clinic.place("anna") / "plans" / f"{name}.yaml").write_text(f"{text}\n", encoding="utf-8")
    clinic.log("anna", "2026-02-20")
    clinic.sync("anna")
    clinic.sync("bert")
    return clinic, clinic.plan("bert").rpartition("  - id: ")[2][:6]


def move(clinic, who, entry, to):
    clinic.call(who, "move", "c-ab1", entry, "--to", to, "--because", "wrong client", "--by", "anna", status=0)


def test_an_entry_moved_to_two_clients_is_told_with_both_and_again_by_every_check(moved):
    clinic, entry = moved
    for who, to in zip(("anna", "bert"), OTHERS, strict=True):
        move(clinic, who, entry, to)
    clinic.sync("anna")
    assert MOVED_TWICE.format(entry) in clinic.sync("bert", status=1).err
    clinic.sync("bert", "--take", "mine")
    clinic.sync("anna")
    for who in ("anna", "bert"):
        found = clinic.call(who, "check", "--select", "C114", status=1).out
        assert f"an entry of c-2 stands in the plan of c-3 too, and counts in both: {entry}" in found
    clinic.call("anna", "void", "c-3", entry, "--other-client", "--because", "moved twice", "--by", "anna", status=0)
    assert clinic.call("anna", "check", "--select", "C114", status=0).out == ""


@pytest.mark.parametrize("side", ["theirs", "mine"])
def test_risk_that_was_written_into_an_entry_that_the_other_moved_away_is_never_void_with_it(moved, side):
    """`--take theirs` kept the record in the entry, which was void: the row was gone from every list."""
    clinic, entry = moved
    risk = ("--concern", "suicide", "--ideation", "active", "--level", "high", "--follow-up", "+1d")
    first, second = ("anna", "bert") if side == "theirs" else ("bert", "anna")
    move(clinic, "anna", entry, "c-2")
    written = clinic.call("bert", "risk", "c-ab1", "--date", "2026-02-20", *risk, status=0)
    assert entry in written.out
    clinic.sync(first)
    assert f"{side} would leave out sessions: {entry}, risk" in clinic.sync(second, "--take", side, status=1).err
    clinic.sync(second, "--take", "mine" if side == "theirs" else "theirs")
    assert "1 under follow-up" in clinic.call(second, "due", "--within", "2w", status=None).out


def import_(clinic, who, *rows):
    file = clinic.place(who) / "scores.csv"
    file.write_text("client,id,date,score\n" + "".join(f"c-ab1,{row}\n" for row in rows), encoding="utf-8")
    clinic.call(who, "import", file, "--write", status=0)
    file.unlink()


WALKED, MOOD, FEAR = "g1.1,2026-02-16,2", "phq-9,2026-02-16,7", "gad-7,2026-02-16,5"
ALL_THERE, OWN = "the other has it all: goalctl void c-ab1 ", "each has something of its own"
SHARED = {
    "one of them has it all": ((WALKED, MOOD), (MOOD,), ["phq-9"], ALL_THERE),
    "each has something of its own": ((WALKED, MOOD), (MOOD, FEAR), ["phq-9"], OWN),
    "nothing": ((MOOD,), (FEAR,), [], ""),
    "another figure": ((WALKED, MOOD), (MOOD.replace(",7", ",8"), FEAR), [], ""),
}


@pytest.mark.parametrize("what", SHARED)
def test_a_row_that_two_different_tables_share_is_told(clinic, what):
    """Both are journals, so that a score of a day and a form stand in one entry of each."""
    first, second, again, hint = SHARED[what]
    clinic.call("anna", "upgrade", "c-ab1", status=None)
    clinic.sync("anna")
    clinic.sync("bert")
    import_(clinic, "anna", *first)
    import_(clinic, "bert", *second)
    clinic.sync("anna")
    clinic.sync("bert")
    found = clinic.call("bert", "check", "--select", "C114", status=None).out
    assert [f"{name} of 2026-02-16 came in twice, here and in" in found for name in again] == [True] * len(again)
    assert hint in found
    assert bool(found) == bool(again)


def test_what_is_dated_ahead_is_no_change_of_spelling(clinic):
    """As from a clone whose clock is ahead: nothing of it is on a page yet."""
    for who, day in (("bert", "2026-02-20"), ("bert", "2026-02-21")):
        clinic.log(who, day)
    clinic.sync("bert")
    told = clinic.call("anna", "--today", "2026-02-20", "sync").out
    assert told == "c-ab1: 1 session by bert; an entry dated ahead, 2026-02-21\n"


def test_two_forms_begun_under_one_id_are_never_made_one(clinic):
    """Questions of both under the bands of one: no score of it meant anything, and nobody was told."""
    texts = {}
    for who, like in (("anna", "phq-9"), ("bert", "gad-7")):
        clinic.call(who, "forms", "new", "mood", "--from", like, status=0)
        texts[who] = (clinic.place(who) / "forms" / "mood.yaml").read_text(encoding="utf-8")
    clinic.sync("anna")
    told = clinic.sync("bert", status=1).err
    assert "forms/mood.yaml: both sides changed this file, and it was begun on both" in told
    clinic.sync("bert", "--take", "mine")
    clinic.sync("anna")
    stands = [(clinic.place(who) / "forms" / "mood.yaml").read_text(encoding="utf-8") for who in texts]
    assert stands == [texts["bert"]] * 2


def test_a_branch_that_the_others_do_not_have_is_no_exchange(clinic):
    """It went out as a branch of its own, and `the record here and there is the same now` was told."""
    place = clinic.place("bert")
    main = git(place, "symbolic-ref", "--short", "HEAD")
    git(place, "checkout", "--quiet", "-b", "mine")
    clinic.log("bert", "2026-02-16")
    done = clinic.sync("bert", status=3)
    assert f"is kept on the branch {main}; mine, as here, is not there\n" in done.err
    assert f"your record is as it was; git switch {main} goes on with it, git push origin mine begins one" in done.err
    assert git(clinic.hub, "branch", "--format=%(refname:short)") == main
    git(place, "push", "--quiet", "origin", "mine")
    assert "is the same now" in clinic.sync("bert").err


HERE = {
    "fatal: unable to write loose object file: No space left on device": "the disk is full\n   hint: your record is as"
    " it was; free some space\n",
    "error: cannot open '.git/FETCH_HEAD': Permission denied": "git may not write into its own folder .git",
    "fatal: cannot create directory at 'x': Read-only file system": "the disk is read-only\n",
    "remote: fatal: no space left on device": "git could not reach ",
    "git@host: Permission denied (publickey).": "does not let you in: the name, password or key is wrong",
}


@pytest.mark.parametrize("says", HERE)
def test_what_is_wrong_on_this_machine_is_not_said_of_the_other_place(clinic, tmp_path, monkeypatch, says):
    git_that(tmp_path, monkeypatch, "fetch", says)
    done = clinic.sync("anna", status=3)
    assert done.err.startswith("goalctl: ")
    assert HERE[says] in done.err


def test_what_has_another_id_since_was_neither_taken_out_nor_added(clinic):
    """It was told as both: by `history` where it was renumbered, and by `sync` to the other."""
    for who, goal in (("anna", "Sleeps through"), ("bert", "Eats at noon")):
        clinic.call(who, "add-goal", "c-ab1", goal, "--by", "rating", "--baseline", "2", "--target", "7", status=0)
    clinic.call("bert", "log", "c-ab1", "g2=3", "--by", "bert", status=0)
    clinic.sync("anna")
    clinic.sync("bert", "--take", "mine")
    assert "taken out" not in clinic.call("bert", "history", "c-ab1").out
    assert clinic.sync("anna").out == "c-ab1: 1 session by bert; g3 added\n"
    clinic.call("anna", "renumber", "c-ab1", "g2", status=0)
    assert git(clinic.place("anna"), "log", "-1", "--format=%s") == "c-ab1: g2 is called g4 now"
    clinic.sync("anna")
    assert clinic.sync("bert").out == "c-ab1: g2 is called g4 now\n"
    told = clinic.call("bert", "history", "c-ab1").out
    assert ("taken out" in told, "changed in its details" in told) == (False, False)


@pytest.mark.parametrize("what", ["note=he wants to die", "risk.level=high"])
def test_what_is_written_into_an_entry_that_the_other_made_void_is_never_void_with_it(clinic, what):
    clinic.call("bert", "risk", "c-ab1", "--ideation", "passive", "--date", "2026-02-20", "--by", "bert", status=0)
    clinic.sync("bert")
    clinic.sync("anna")
    entry = clinic.plan("anna").rpartition("  - id: ")[2][:6]
    clinic.call("anna", "void", "c-ab1", entry, "--because", "twice", "--by", "bert", status=0)
    clinic.call("bert", "amend", "c-ab1", entry, what, "--because", "heard more", "--by", "bert", status=0)
    clinic.sync("anna")
    key = what.partition("=")[0]
    assert f"theirs would leave out sessions: {entry}, {key}" in clinic.sync("bert", "--take", "theirs", status=1).err
    clinic.sync("bert", "--take", "mine")
    assert "void:" not in clinic.plan("bert")


FIRST = {
    "sessions": (("log", "c-new", "--note", "m"), ("risk", "c-new", "--ideation", "active", "--follow-up", "+1d")),
    "goals": (
        ("add-goal", "c-new", "Sleeps", "--by", "rating"),
        ("set", "c-new", "g1", "goal=Rests", "--because", "x"),
    ),
}


@pytest.mark.parametrize("section", FIRST)
def test_the_first_of_a_section_that_one_took_back_and_the_other_changed_is_asked_about(clinic, section):
    """With it the whole section was gone there: `sync` ended in a bug of goalctl, whatever was chosen."""
    add, change = FIRST[section]
    clinic.call("anna", "add-client", "c-new", "--problem", "Low mood", status=0)
    clinic.call("anna", *add, status=None)
    clinic.sync("anna")
    clinic.sync("bert")
    clinic.call("bert", *change, status=0)
    clinic.call("anna", "undo", "c-new", status=0)
    clinic.sync("anna")
    assert f"c-new: taken away there, and changed here: the {section}.\n" in clinic.sync("bert", status=1).err
    if section == "sessions":
        assert "theirs would leave out sessions: " in clinic.sync("bert", "--take", "theirs", status=1).err
    clinic.sync("bert", "--take", "mine")
    clinic.sync("anna")
    new = [(clinic.place(who) / "plans" / "c-new.yaml").read_text(encoding="utf-8") for who in ("anna", "bert")]
    assert f"\n{section}:\n" in new[0]
    assert new[0] == new[1]


def test_a_session_that_was_logged_in_both_clones_is_told_when_it_comes_in(clinic):
    """Two computers of one clinician: it stood twice, and only the count of sessions said so."""
    for who in ("anna", "bert"):
        words = ("g1.1=2", "--date", "2026-02-20", "--time", "10:00-10:50", "--by", "anna")
        clinic.call(who, "log", "c-ab1", *words, status=0)
    clinic.sync("anna")
    assert "c-ab1: 1 session by anna; the session of 2026-02-20 10:00 stands twice" in clinic.sync("bert").out
    assert "stands twice" in clinic.call("anna", "sync", status=0).out
