"""A plan that someone broke by hand: named with place and remedy, listed everywhere, and left as it was."""

import json

import pytest

DAY = "deadline: 2026-02-28"
WORD_AT_SCORE = "scores: {g1.1: 1}"

SLIPS = {
    "unknown key, nearest named": (DAY, "dead_line: 2026-02-28", "23:20", "E120", "did you mean `deadline`?"),
    "unknown top-level key": (
        "status: active\nvalues",
        "status: active\nvalue",
        "7:1",
        "E120",
        "did you mean `values`?",
    ),
    "duplicate key": ("opened: 2026-01-05", "opened: 2026-01-05\nopened: 2026-01-06", "6:1", "E110", "keep one"),
    "duplicate id": ("- id: g1.1", "- id: g1", "25:13", "E128", "write it as g1.1"),
    "duplicate session id": ("id: def456", "id: abc123", "39:9", "E201", "alter one character of the later one"),
    "unknown goal in scores": ("scores: {g1.1: 2}", "scores: {g1.7: 2}", "41:14", "E202", "did you mean g1.1?"),
    "unknown problem": ("problem: p1\n    status", "problem: p2\n    status", "17:14", "E202", "known here: p1"),
    "unknown homework": ("{h1: yes}", "{h9: yes}", "42:21", "E202", "known here: h1"),
    "unknown form": ("by: phq-9", "by: phq-8x", "22:24", "E205", "did you mean phq-8?"),
    "impossible day": (DAY, "deadline: 2026-02-30", "23:30", "E122", "February 2026 has 28 days"),
    "american day": (DAY, "deadline: 02/03/2026", "23:30", "E122", "write 2026-03-02 or 2026-02-03"),
    "score that is a word": (WORD_AT_SCORE, "scores: {g1.1: good}", "36:20", "E124", "write digits"),
    "score that is not a number": (WORD_AT_SCORE, "scores: {g1.1: .nan}", "36:20", "E124", "write digits"),
    "infinite score": (WORD_AT_SCORE, "scores: {g1.1: .inf}", "36:20", "E124", "write digits"),
    "decimal comma": (WORD_AT_SCORE, 'scores: {g1.1: "2,5"}', "36:20", "E124", "use a point: 2.5"),
    "score off the scale": (WORD_AT_SCORE, "scores: {g1.1: 8}", "36:20", "E231", "from 0 to 7"),
    "score below the scale": (WORD_AT_SCORE, "scores: {g1.1: -1}", "36:20", "E231", "from 0 to 7"),
    "target off the form's range": ("target: 9", "target: 40", "22:53", "E231", "PHQ-9 totals run from 0 to 27"),
    "target equals baseline": ("target: 9", "target: 18", "22:53", "E241", "keep: 12w"),
    "client is not the file's name": ("client: c-ab1", "client: c-ab2", "3:9", "E203", "a copy of c-ab2.yaml"),
    "too many answers": ("2, 2, 2, 2]}", "2, 2, 2, 2, 0, 1]}", "37:20", "E233", "9"),
    "answer out of range": ("[2, 2, 3,", "[2, 2, 5,", "37:27", "E232", "0"),
    "score typed where a form scores": (WORD_AT_SCORE, "scores: {g1: 12}", "36:14", "E243", "under forms: phq-9"),
    "goal that serves itself": ("term: short", "serves: g1", "19:13", "E204", "name the longer goal"),
    "anchor": ("client: c-ab1", "client: &who c-ab1", "3:9", "E111", "take it away"),
    "alias": ("client: c-ab1", "client: *who", "3:9", "E111", "write the value itself"),
    "merge key": ("client: c-ab1", "<<: {a: b}\nclient: c-ab1", "3:1", "E112", "themselves"),
    "tag": ("client: c-ab1", "client: !!python/name:os.system c-ab1", "3:9", "E113", "take it away"),
    "two documents": ("goals:", "---\ngoals:", "13:1", "E115", "one plan in one file"),
    "complex key": ("client: c-ab1", "client: c-ab1\n? [a, b]\n: c", "4:3", "E114", "key"),
    "conflict markers": (
        "opened: 2026-01-05",
        "<<<<<<< HEAD\nopened: 2026-01-05\n=======\nopened: 2026-01-06\n>>>>>>> theirs",
        "5:1",
        "E106",
        "keep the lines that are right",
    ),
    "raw control character": ("Low mood", "Low \x1b[31mmood", "11:18", "E107", "delete it"),
    "escaped control character": ("Low mood", '"Low \\e[31mmood"', "11:14", "E107", "only visible text"),
    "newer format": ("format: 1", "format: 3", "2:9", "E131", "install a newer goalctl"),
    "amended off the scale": (
        "homework_done: {h1: yes}",
        "homework_done: {h1: yes}\n    amended: [{on: 2026-02-03, set: {scores.g1.1: 9}, because: slip}]",
        "43:51",
        "E231",
        "from 0 to 7",
    ),
    "missing space in braces": (WORD_AT_SCORE, "scores: {g1.1:1}", "36:14", "E118", "write g1.1: 1, with a space"),
    "decimal comma in braces": (WORD_AT_SCORE, "scores: {g1.1: 1,5}", "36:13", "E124", "use a point: 1.5"),
    "decimal comma in a form": ("forms: {phq-9: [2, ", "forms: {core-om: 12,8, gad-7: [2, ", "37:12", "E124", "12.8"),
}


def broken(plan_file, old, new):
    text = plan_file.read_text(encoding="utf-8").replace(
        "    opened: 2026-01-12\n", "    term: short\n    opened: 2026-01-12\n", 1
    )
    if old != new:
        assert old in text
    plan_file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return plan_file.read_bytes()


def test_the_plan_without_a_slip_is_clean(goalctl, plan_file):
    broken(plan_file, "", "")
    assert goalctl("check", "--severity", "error", status=0).out == ""


@pytest.mark.parametrize(("old", "new", "place", "code", "remedy"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_named_with_its_place_and_its_remedy(goalctl, plan_file, old, new, place, code, remedy):
    before = broken(plan_file, old, new)
    found = goalctl("check")
    assert f"plans/c-ab1.yaml:{place}: error[{code}]: " in found.out
    assert remedy in found.out
    assert found.status in {1, 3}
    assert plan_file.read_bytes() == before


@pytest.mark.parametrize(("old", "new", "place", "code", "remedy"), SLIPS.values(), ids=SLIPS.keys())
def test_a_plan_with_a_slip_is_never_left_out_of_a_listing(goalctl, plan_file, old, new, place, code, remedy):  # noqa: ARG001
    broken(plan_file, old, new)
    listed = goalctl("due", "--format", "json", status=3 if code.startswith("E1") else 0)
    first = json.loads(listed.out)["errors"][0]
    assert (first["client"], first["code"], first["where"]) == ("c-ab1", code, f"plans/c-ab1.yaml:{place}")
    assert f"error {code} " in goalctl("due").out


BYTES = {
    "latin-1": ("Low m\xf6od".encode("latin-1"), "E102"),
    "UTF-16": (b"\xff\xfe" + "format: 1\n".encode("utf-16-le"), "E103"),
    "NUL": (b"format: 1\n\x00\x00\x00", "E104"),
    "empty": (b"", "E108"),
    "only a list": (b"- a\n- b\n", "E121"),
    "only a word": (b"hello\n", "E121"),
    "twenty thousand levels": (b"a: " + b"[" * 20_000, "E116"),
    "nine megabytes": (b"# " + b"x" * 9_000_000, "E101"),
    "locked by git-crypt": (b"\x00GITCRYPT\x00abc", "E105"),
}


@pytest.mark.parametrize(("content", "code"), BYTES.values(), ids=BYTES.keys())
def test_a_file_that_is_no_plan_at_all_is_named_for_what_it_is(goalctl, plan_file, content, code):
    plan_file.write_bytes(content)
    assert f"error[{code}]" in goalctl("check").out
    assert f"error {code}" in goalctl("due", status=3).out
    assert plan_file.read_bytes() == content


@pytest.mark.parametrize(("content", "code"), BYTES.values(), ids=BYTES.keys())
def test_nothing_is_written_into_a_file_that_cannot_be_read(goalctl, plan_file, content, code):
    plan_file.write_bytes(content)
    refused = goalctl("log-session", "c-ab1", "g1.1=3", status=3)
    assert ("is locked by git-crypt" if code == "E105" else f"error[{code}]") in refused.err
    assert plan_file.read_bytes() == content


def test_all_problems_are_told_at_once(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    text = text.replace(DAY, "deadline: 02/03/2026").replace("{g1.1: 1}", "{g1.1: x}").replace("values", "valeus")
    plan_file.write_text(text, encoding="utf-8")
    assert goalctl("check").out.count("error[") == 3


@pytest.mark.parametrize("name", ["c-ab2.yml", "c-ab2.YAML", "notes.txt", "Max.yaml", "con.yaml"])
def test_a_file_that_is_not_read_is_named(goalctl, practice, name):
    (practice / "plans" / name).write_text("format: 1\n", encoding="utf-8")
    assert f"plans/{name}: error[E15" in goalctl("check", status=1).out
    assert f"plans/{name}: " in goalctl("due", status=3).out


def test_two_files_of_one_client_are_named(goalctl, practice, plan_file):
    (practice / "plans" / "old").mkdir()
    (practice / "plans" / "old" / "c-ab1.yaml").write_bytes(plan_file.read_bytes())
    assert "plans/old/c-ab1.yaml: error[E153]" in goalctl("check", status=1).out


@pytest.mark.parametrize("client", ["../../etc/passwd", "/etc/passwd", "c\x00d", "C-AB1", "a" * 65, "con", "..", ""])
def test_an_id_that_is_none_is_refused_before_a_path_is_made(goalctl, practice, client):
    before = sorted(practice.rglob("*"))
    for words in (["show", client], ["due", client], ["log-session", client, "g1.1=3"], ["add-client", client]):
        assert goalctl(*words).status in {2, 3}
    assert sorted(path for path in practice.rglob("*") if ".goalctl" not in path.parts) == before


def test_markup_in_any_text_is_shown_as_it_is(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("Low mood", '"[/] [red]low[/red] :smile:"')
    plan_file.write_text(text, encoding="utf-8")
    assert "[/] [red]low[/red] :smile:" in goalctl("show", "c-ab1", status=0).out
