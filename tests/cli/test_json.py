"""Data for programs: every answer is what its schema says, and no reader breaks without a new version."""

import csv
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from goalctl.cli.table import COMMANDS
from goalctl.cli.with_typer import real_command
from goalctl.model.shape_schema import shape_schema
from goalctl.views.data.kinds import SHAPES
from goalctl.views.data.text import VERSION, json_text
from tests.conftest import TREE

PINNED = Path(__file__).parent / "golden" / "goalctl-1.txt"
SCHEMAS = {name: shape_schema(shape, name) for name, shape in SHAPES.items()}
CLIENT = "c-7f3k"  # of the shipped plans
OF_ALL = {
    ("due",): "due", ("due", "--no-words"): "due", ("today",): "today", ("caseload",): "caseload",
    ("find", "sleep"): "find", ("bank",): "bank",
    ("office",): "office", ("cover",): "covers", ("supervise", "--agenda", "m.kowalski"): "agenda",
    ("fleet", "-C", ".", "due"): "fleet", ("fleet", "-C", ".", "outcomes"): "fleet",
    ("outcomes",): "outcomes", ("outcomes", "--for", "office"): "outcomes",
    ("check",): "check", ("check", "--audit"): "check", ("doctor",): "doctor", ("report", "--kind", "week"): "week",
    ("report", "--check"): "doubts", ("explain", "settings"): "keys", ("explain",): "codes",
    ("explain", "S104"): "codes", ("explain", "profiles"): "profiles", ("explain", "montana"): "requirements",
    ("forms", "list"): "forms", ("forms", "search", "sleep"): "forms",
    ("forms", "show", "phq-9"): "file", ("planners", "list"): "planners",
    ("planners", "search", "sleep"): "statements", ("planners", "show", "depression"): "file",
    ("templates", "list"): "templates", ("templates", "show", "panic"): "file",
}  # fmt: skip
OF_ONE = {
    ("show", CLIENT): "show", ("prep", CLIENT): "prep", ("chart", CLIENT): "chart",
    ("chart", CLIENT, "--overlay"): "chart", ("history", CLIENT): "history", ("outcomes", CLIENT): "treatment",
    ("crisis", CLIENT): "crisis",
    ("report", CLIENT, "--kind", "ur"): "ur", ("report", CLIENT, "--kind", "audit"): "audit",
}  # fmt: skip
ELSEWHERE = {"export", "import"}  # whole plans, as their files have them; the other needs a table, below
PASSED_ON = {"fleet"}  # the format is the question's
PAGES = {"questionnaire", "records", "worksheet", "site", "help"}  # to fill in, for somebody, to print, to look at


def closed(schema):
    """The schema with no key but those it has, so that none goes out that nobody wrote down."""
    if isinstance(schema, dict):
        parts = {key: closed(part) for key, part in schema.items()}
        return parts | {"additionalProperties": False} if "properties" in schema else parts
    return [closed(part) for part in schema] if isinstance(schema, list) else schema


CHECKS = {
    name: Draft202012Validator(closed(schema), format_checker=Draft202012Validator.FORMAT_CHECKER)
    for name, schema in SCHEMAS.items()
}


def answer(outcome, kind):
    found = json.loads(outcome.out)
    assert (found["goalctl"], found["kind"]) == (VERSION, kind)
    CHECKS[kind].validate(found)
    return found


@pytest.mark.parametrize("words", [*OF_ALL, *OF_ONE], ids=" ".join)
def test_of_the_shipped_plans_it_is_what_its_schema_says(goalctl, words):
    outcome = goalctl("-C", TREE, "--no-index", "--today", "2026-06-15", *words, "--format", "json")
    answer(outcome, (OF_ALL | OF_ONE)[words])


@pytest.mark.parametrize("words", OF_ALL, ids=" ".join)
@pytest.mark.parametrize("text", ["client: [", None], ids=["a broken plan", "no plan"])
def test_of_a_broken_plan_and_of_none_too(goalctl, plan_file, words, text):
    plan_file.unlink() if text is None else plan_file.write_text(text, encoding="utf-8")
    found = answer(goalctl(*words, "--format", "json"), OF_ALL[words])
    if text and words[0] in {"due", "today", "caseload", "find", "bank"}:
        assert [error["where"].partition(":")[0] for error in found["errors"]] == ["plans/c-ab1.yaml"]


@pytest.mark.parametrize("words", [words[:1] for words in OF_ONE][:3], ids=" ".join)
def test_of_one_plan_its_errors_stand_apart(goalctl, plan_file, words):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("g1.1: 2", "g1.9: 2"), encoding="utf-8")
    found = answer(goalctl(*words, "c-ab1", "--format", "json", status=0), words[0])
    assert [error["code"] for error in found["errors"]] == ["E202"]


@pytest.mark.parametrize("words", [words for words in OF_ONE if words[0] != "crisis"], ids=" ".join)
def test_of_one_that_cannot_be_read_there_is_no_half_answer(goalctl, plan_file, words):
    plan_file.write_text("client: [", encoding="utf-8")
    refused = goalctl(words[0], "c-ab1", *words[2:], "--format", "json", status=3)
    assert (refused.out, "plans/c-ab1.yaml:1:" in refused.err) == ("", True)


def test_for_a_call_what_can_be_read_of_a_broken_plan_is_told(goalctl, plan_file):
    risk = "forms: {safety-plan: {coping: walk}}, risk: {concern: suicide, ideation: passive, done: [called]}"
    entry = f"  - {{id: ghj789, date: 2026-02-25, {risk}}}\nnobody: knows\n"
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    found = answer(goalctl("crisis", "c-ab1", "--format", "json", status=3), "crisis")
    assert (found["broken"], found["status"], found["errors"][0]["code"][:2]) == (True, None, "E1")
    assert (found["last_record"]["ideation"], found["last_record"]["done"]) == ("passive", ["called"])
    assert {"step": "2 What I can do myself", "text": "walk"} in found["safety_plans"][0]["steps"]


def test_a_call_is_never_logged_and_told_to_programs_at_once(goalctl, plan_file):
    before = plan_file.read_bytes()
    refused = goalctl("crisis", "c-ab1", "--note", "called", "--format", "json", status=2)
    assert (refused.out, "logs nothing" in refused.err, plan_file.read_bytes()) == ("", True, before)


@pytest.mark.parametrize("by", ["week", "client", "clinician"])
def test_what_is_due_comes_in_the_order_that_people_see(goalctl, by):
    words = ("-C", TREE, "--no-index", "--today", "2026-06-15", "due", "--by", by, "--format")
    listed = list(csv.DictReader(goalctl(*words, "csv").out.splitlines()))
    seen = [(row["day"], row["client"]) for row in listed if row["kind"] != "risk" and row["day"]]
    assert [(row["day"], row["client"]) for row in answer(goalctl(*words, "json"), "due")["due"]] == seen


def test_an_audit_profile_is_told_with_all_that_it_asks(goalctl):
    told = answer(goalctl("explain", "montana", "--format", "json"), "requirements")
    asked = {row["code"]: row for row in told["rules"]}
    limit = asked["A131"]
    assert (limit["within"], limit["contacts"], limit["read"]) == ("21d", 5, "2026-11-26")
    assert asked["A113"]["verified"] is True  # of the profile that it extends


def test_what_an_import_would_do(goalctl, practice):
    table = "client,id,date,score\nc-ab1,g1.1,2026-02-16,3\n"
    (practice / "scores.csv").write_text(table, encoding="utf-8")
    found = answer(goalctl("import", "scores.csv", "--rows", "--format", "json", status=0), "import")
    assert (found["plans"][0]["client"], found["rows"][0]["line"]) == ("c-ab1", 2)


def commands_with_json():
    """Every command, and every one of a group, that can be asked for JSON."""
    for entry in COMMANDS:
        found = real_command(entry)
        for name, command in getattr(found, "commands", {entry.name: found}).items():
            shown_as = next((one for one in command.params if "--format" in one.opts), None)
            if shown_as and "json" in f"{getattr(shown_as.type, 'choices', '')}{shown_as.metavar}":
                yield entry.name if name == entry.name else f"{entry.name} {name}"


def test_every_command_that_reads_gives_json_and_none_is_left_out_here():
    tried = {" ".join(words) for words in (*OF_ALL, *OF_ONE)}
    having = {*commands_with_json()} - PAGES
    assert {name for name in having if not any(words.startswith(name) for words in tried)} == ELSEWHERE
    reading = {entry.name for entry in COMMANDS if not entry.writes}
    assert reading - {name.partition(" ")[0] for name in having} == PAGES | PASSED_ON


@pytest.mark.parametrize("words", ["find walk", "bank", "check", "report --check", "report c-ab1 --check"])
def test_what_is_seen_from_a_day_says_which(goalctl, words):
    found = json.loads(goalctl("--today", "2026-02-10", *words.split(), "--format", "json").out)
    assert found["as_of"] == "2026-02-10"


def lines_of(schema, part, where):
    """One line a key, a list or a word of a schema: `due[].days integer`."""
    if "$ref" in part:
        part = schema["$defs"][part["$ref"].rpartition("/")[2]]
    if "anyOf" in part:
        kinds = [one for one in part["anyOf"] if one != {"type": "null"}]
        yield from (line for one in kinds for line in lines_of(schema, one, f"{where}?"))
    elif "properties" in part:
        for key, value in part["properties"].items():
            yield from lines_of(schema, value, f"{where}.{key}".lstrip("."))
    elif part.get("type") == "array" and "items" in part:
        yield from lines_of(schema, part["items"], f"{where}[]")
    else:
        words = part.get("enum") or [part["const"]] if {"enum", "const"} & part.keys() else [""]
        yield from (f"{where} {part.get('format', part.get('type'))} {word}".rstrip() for word in words)


def test_a_key_that_goes_or_means_something_else_is_a_new_version():
    pinned = set(PINNED.read_text(encoding="utf-8").splitlines())
    now = {f"{name}: {line}" for name, schema in SCHEMAS.items() for line in lines_of(schema, schema, "")}
    assert sorted(pinned - now) == [], "this breaks a reader: leave it, or make VERSION (views/data/text.py) goalctl/2"
    assert sorted(now - pinned) == [], f"new keys and words are no new version: add these lines to {PINNED}"


@pytest.mark.parametrize("name", SHAPES)
def test_the_schema_of_each_is_shown_and_sound(goalctl, name):
    shown = json.loads(goalctl("schema", "--for", name, status=0).out)
    Draft202012Validator.check_schema(shown)
    assert shown["properties"]["goalctl"] == {"const": VERSION, "type": "string"} | shown["properties"]["goalctl"]
    assert name in goalctl("explain", "json").out


def test_a_name_that_is_none_is_answered_with_those_there_are(goalctl):
    refused = goalctl("schema", "--for", "duw", status=2).err
    assert "--for: there is no file or answer called 'duw'" in refused
    assert ", ".join(SHAPES) in refused


@pytest.mark.parametrize("words", [("show",), ("prep",)], ids=" ".join)
def test_a_client_who_sees_the_screen_gets_no_data(goalctl, words):
    refused = goalctl("--with-client", *words, "c-ab1", "--format", "json", status=2)
    assert (refused.out, "not for a client" in refused.err) == ("", True)


@pytest.mark.parametrize(
    ("text", "told"),
    [("a\x1b[31m", "a\\x1b[31m"), ("a\u202eb", "a\\u202eb"), ("two\nlines", "two\nlines"), ("naïve", "naïve")],
    ids=["escape", "bidi", "line feed", "letters"],
)
def test_no_text_reaches_a_terminal_with_characters_that_steer_it(text, told):
    assert json.loads(json_text({"rows": [{"text": text}], "one": text})) == {"rows": [{"text": told}], "one": told}
