"""What a command has just saved is remembered by it, so that the next listing need not read it again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date

from goalctl.model.errors import GoalctlError
from goalctl.workspace.memory.fresh import NOBODY, is_settled, reached
from goalctl.workspace.memory.glance import reopened
from goalctl.workspace.memory.key import key_of
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.memory.store import KEY, Store
from goalctl.workspace.memory.told import FOLDER
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import PLANS, client_at
from goalctl.workspace.store.scan import ENDING, PlanFile, stamp_of


def learn(practice: Practice, names: Iterable[str], *, today: date) -> None:
    """Bring what a memory says of these files up to date; where there is none yet, or it can't be had, none is made."""
    store = Store.of(practice.root, make=False)
    if store is None:
        return
    try:
        if store.value(KEY) == (key := key_of(practice.root)):
            store.begin(key, {})
            practice.look_anew()
            plans = [name for name in names if name.startswith(f"{PLANS}/") and name.endswith(ENDING)]
            _learn(store, practice, plans, today)
    except (OSError, sqlite3.Error, GoalctlError, ValueError, TypeError, KeyError) as error:
        store.close(error)  # the next listing sees for itself that the files have changed
    else:
        store.close()


def _learn(store: Store, practice: Practice, names: list[str], today: date) -> None:
    from goalctl.workspace.memory.facts import Work, facts_of

    parts, now = tuple(Part(kind) for kind in store.kinds()), store.moment()
    work = Work(practice, parts, today, max(today, practice.today or today))
    found = facts_of(work, [_file(practice, name) for name in names])
    links = store.links()
    for facts in found:
        links[facts.file.client] = links.get(facts.file.client, NOBODY) | set(json.loads(facts.file.links))
    family = reached([facts.file.client for facts in found], links)
    with store.writing():
        before = store.drawers_of(names)
        store.forget_parts(family)
        for facts in found:
            store.keep(facts.file._replace(settled=is_settled(facts.file.stamp, now)), facts.parts)
        is_new = len(before) < len(names)  # what lies beside may be told otherwise
        drawers = {*before.values(), *store.drawers_of(names).values()}
        store.note({FOLDER: "" if is_new else reopened(store.value(FOLDER), drawers)})


def _file(practice: Practice, name: str) -> PlanFile:
    client = client_at(name)
    return PlanFile(client, name, stamp_of(practice.root / name))
