"""A word planted in every place where a plan holds a client's words, and who watches what a run tells the system."""

import copy
import json
import sys
import typing
from dataclasses import dataclass, field
from functools import cache

from goalctl.model.plan import Plan
from goalctl.model.types import Record
from goalctl.model.validate import record_from
from goalctl.rules.e_file import RULES
from goalctl.rules.rule import RuleCase, findings_of
from tests.every_key import DATA, FORMS

WORD = "xq7zwords"  # planted in plans, notes and names; typed by nobody
NOT_A_CLIENTS = {"by", "clinician", "supervisor", "code", "cpt", "note_file", "with", "of", "what"}


def _texts(kind, data, path=()):
    """The places of all plain words: keys of a record that hold text, and what lists of text hold."""
    annotations = {info.alias or name: info.annotation for name, info in kind.model_fields.items()}
    for key, value in data.items():
        if key not in annotations or key in NOT_A_CLIENTS:
            continue
        inner = next(iter(_records(annotations[key])), None)
        for n, one in enumerate(value) if isinstance(value, list) else [(None, value)]:
            place = (*path, key) if n is None else (*path, key, n)
            if isinstance(one, dict) and inner:
                yield from _texts(inner, one, place)
            elif isinstance(one, str):
                yield place


def _records(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _records(inner)


def _with(data, place, change):
    new = copy.deepcopy(data)
    at = new
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = change(at[place[-1]])
    return new


def _is_sound(client, data):
    plan, wrong = record_from(Plan, data)
    return not wrong and findings_of(RULES, RuleCase(plan, FORMS, name=client, data=data)) == []


@cache
def planted_plan(client):
    """The plan that holds every key, as JSON, with the word in every place that takes it; and how many those are."""
    data, places = {**copy.deepcopy(DATA), "client": client}, 0
    for place in list(_texts(Plan, data)):
        tried = _with(data, place, lambda text: f"{text} {WORD}")
        if _is_sound(client, tried):
            data, places = tried, places + 1
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n", places


@dataclass
class Watcher:
    """What runs of this process say to the system while it watches: commands with their environment, and files."""

    is_on: bool = False
    commands: list = field(default_factory=list)
    paths: set = field(default_factory=set)

    def audit(self, event, told):
        if not self.is_on:
            return
        if event == "subprocess.Popen":
            self.commands.append(repr((told[0], told[1], told[3])))
        elif event in {"open", "os.mkdir", "os.rename", "os.link", "os.remove", "tempfile.mkstemp", "tempfile.mkdtemp"}:
            self.paths.add(repr(told[:2]))


WATCHER = Watcher()
sys.addaudithook(WATCHER.audit)  # which nobody can take away again, so it is told when to look
