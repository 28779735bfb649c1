"""Every key with its words, and how a key is found by the path that leads to it."""

from __future__ import annotations

from goalctl.model.keys.care import CARE
from goalctl.model.keys.form import FORM
from goalctl.model.keys.goal import GOAL
from goalctl.model.keys.key import Key, Keys
from goalctl.model.keys.library import LIBRARY
from goalctl.model.keys.plan import PLAN
from goalctl.model.keys.session import SESSION
from goalctl.model.keys.settings import SETTINGS
from goalctl.model.types import Record

EVERY: Keys = PLAN | CARE | GOAL | SESSION | SETTINGS | FORM | LIBRARY


def key_of(kind: type[Record], name: str) -> Key | None:
    """What is said of that key of the record, by itself or by a record that it extends."""
    told = (EVERY[base] for base in kind.__mro__ if base in EVERY)
    return next((keys[name] for keys in told if name in keys), None)
