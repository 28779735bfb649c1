"""Twenty sessions at a terminal, key by key: what is asked, how much is typed, and the note that writes itself.

What a payer looks for in a progress note: goal, intervention, response and progress of each session (Beacon; the golden
thread), start and end (NGS Medicare, CERT), diagnosis, who was there and where, and what comes next.
"""

import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
import yaml
from keyboard import ENTER, TODAY, Person

from goalctl.analysis.likeness import TOO_LIKE, likeness
from goalctl.cli.root import run
from goalctl.documents.read import read_data
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from

TWENTY = Path(__file__).parent / "twenty_sessions.yaml"
DATA = yaml.load(TWENTY.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - the loader that makes text of everything
SESSIONS = {one["name"]: one for one in DATA["sessions"]}
MOST_KEYS = 20  # beside prose and a risk record, the client picked by its number
NOTES = Path(__file__).parent / "twenty_notes.txt"
NOT_YET = {"A146", "A153"}  # nothing is signed before it is saved; and of these days everything is typed late by now
MISSED = "an appointment that is missed"


class Sitting:
    """One of the twenty, from the picker to the saved plan."""

    def __init__(self, folder, told):
        plan = DATA["plans"][told["plan"]] | told.get("with", {})
        plan = {**plan, "sessions": [*plan["sessions"], *told.get("before", [])]}
        self.folder = folder
        self.file = folder / "plans" / f"{plan['client']}.yaml"
        assert record_from(Plan, plan)[1] == []  # and its model is built here, not in every fork
        self.file.parent.mkdir(parents=True)
        self.file.write_text(_yaml(plan), encoding="utf-8")
        settings = {"format": "2", "clinician": "m.kowalski", "note": told["note"]}
        settings["clinicians"] = {"m.kowalski": {"name": "M. Kowalski", "credential": "LPC"}}
        (folder / "goalctl.yaml").write_text(_yaml(settings), encoding="utf-8")
        if "form" in told:
            (folder / "forms").mkdir()
            (folder / "forms" / f"{told['note']}.yaml").write_text(_yaml(told["form"]), encoding="utf-8")
        self.told, self.before = told, plan
        self._type(folder)
        self.plan = read_data(self.file.read_text(encoding="utf-8"))[0]
        self.entry = self.plan["sessions"][-1]

    def _type(self, folder):
        typed = [("keys", ["> ", "1"]), *(next(iter(one.items())) for one in self.told["typed"])]
        typed.append(("keys", ["Save this? Enter yes · < back · e edit · n no > ", ""]))
        person = Person(folder, "log-session", beside={"CI": "1"})  # where nothing is remembered
        self.prompts = person.answers(*(line for _, (_, line) in typed))
        assert person.leaves() == 0, person.screen
        self.expected = [prompt for _, (prompt, _) in typed]
        self.screen = person.screen
        cost = {"keys": lambda line: len(line + ENTER), "prose": lambda _: len(ENTER), "record": lambda _: 0}
        self.keys = sum(cost[kind](line) for kind, (_, line) in typed)

    @property
    def note(self):
        return self.entry.get("note", "")

    def lacks(self):
        """What a payer's reviewer would miss."""
        entry, note = self.entry, self.note
        scored = {key.partition("@")[0] for key in entry.get("scores", {})}
        goals = {item["id"]: item for goal in self.plan["goals"] for item in (goal, *goal["objectives"])}
        worked_on = [item.get("objective") or item["goal"] for id_, item in goals.items() if id_ in entry["worked_on"]]
        used = [step["what"] for item in goals.values() for step in item.get("interventions", [])]
        found = {
            "time": "time" in entry and "cpt" in entry,
            "who was there": "present" in entry and "place" in entry,
            "diagnosis": self.plan["diagnoses"][0]["code"] in note,
            "goals": all(words in note for words in worked_on),
            "intervention": any(f"{what}" in note for what in used),
            "response": entry.get("response", "\0") in note,
            "progress": all("target" in note or "start" in note for _ in scored),
            "plan": any(words in note for words in ("Plan: ", "Homework: ", "Next appointment")),
        }
        return [what for what, is_there in found.items() if not is_there]


def _yaml(value):
    return yaml.dump(value, Dumper=yaml.SafeDumper, sort_keys=False, allow_unicode=True)


@pytest.fixture(scope="module")
def sittings(tmp_path_factory):
    """All twenty, typed once."""
    return {name: Sitting(tmp_path_factory.mktemp("s"), told) for name, told in SESSIONS.items()}


@pytest.fixture(scope="module")
def findings(sittings, tmp_path_factory):
    """What an audit says of each entry that was logged, by the name of its session."""
    folder = tmp_path_factory.mktemp("audit")
    (folder / "plans").mkdir()
    (folder / "goalctl.yaml").write_bytes((next(iter(sittings.values())).folder / "goalctl.yaml").read_bytes())
    for n, one in enumerate(sittings.values(), start=1):
        text = one.file.read_text(encoding="utf-8").replace(f"client: {one.plan['client']}", f"client: s-{n}")
        (folder / "plans" / f"s-{n}.yaml").write_text(text, encoding="utf-8")
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        run(["-C", str(folder), "--today", TODAY, "check", "--audit", "--select", "A,E", "--format", "json"])
    found = {name: set() for name in sittings}
    for finding in json.loads(out.getvalue())["findings"]:
        name, place = (
            list(sittings)[int(finding["file"].removeprefix("plans/s-").removesuffix(".yaml")) - 1],
            finding["path"],
        )
        if place[:2] == ["sessions", len(sittings[name].plan["sessions"]) - 1]:
            found[name].add(finding["code"])
    return found


@pytest.mark.parametrize("name", SESSIONS)
def test_it_asks_in_order_and_takes_twenty_keys_beside_the_prose(sittings, name):
    assert sittings[name].prompts == sittings[name].expected
    assert sittings[name].keys <= MOST_KEYS


def test_the_notes_read_as_they_always_did(sittings):
    told = "".join(f"== {name}\n{one.note}\n\n" for name, one in sittings.items())
    assert told == NOTES.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in SESSIONS if name != MISSED])
def test_a_payer_finds_what_a_note_must_hold_and_an_audit_nothing_but_the_signature(sittings, findings, name):
    assert sittings[name].lacks() == SESSIONS[name].get("lacks", [])
    assert findings[name] <= NOT_YET


def test_no_note_is_like_one_before_and_none_denies_what_nobody_asked(sittings):
    for one in sittings.values():
        earlier = [entry["note"] for entry in one.plan["sessions"][:-1] if "note" in entry]
        assert all(likeness(one.note, note) < TOO_LIKE for note in earlier)
        assert not re.search(r"\bdenie[sd]\b", one.note)
        assert ("Risk" in one.note) == ("risk" in one.entry)


def test_a_part_without_own_words_is_left_out_and_told(sittings):
    one = sittings["a part without words of her own"]
    assert "Left out of the note, for nothing in your own words: Assessment, Plan." in one.screen
    assert one.note.startswith("Data: A short hour")
    assert "Assessment" not in one.note


def test_what_is_put_off_is_told_when_the_session_is_saved_and_not_asked_again(sittings):
    screen = sittings["a risk follow-up is due and put off"].screen
    assert screen.count("the follow-up of 2026-03-01 has passed") == 2
    assert "To record what was asked: goalctl risk c-ab1" in " ".join(screen.split())
    assert "Record it now?" not in screen


def test_a_note_in_last_weeks_words_is_told_before_it_is_saved(tmp_path):
    told = SESSIONS["an ordinary week"]
    same = {
        "5/7 Response? > ": "Doubtful at first, then made a list of her own.",
        "6/7 New homework? > ": "walk on Tuesday",
        "DAP note 1/3 Data? > ": "Came straight from a late shift and was tired.",
        "DAP note 2/3 Assessment? > ": "Afraid that her friends have moved on without her.",
    }
    typed = [{kind: [prompt, same.get(prompt, line)]} for one in told["typed"] for kind, (prompt, line) in one.items()]
    screen = " ".join(Sitting(tmp_path, {**told, "typed": typed}).screen.split())
    assert "of this note is the note of 2026-02-23: what was different this time?" in screen
