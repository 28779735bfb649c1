"""Where a new goal's words can come from: the client's own wishes, the library, the bank, or what is typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from goalctl.cli.asking.ask import words_from
from goalctl.cli.asking.library.from_library import library_entry
from goalctl.cli.asking.library.refs import LibraryRef, is_ref
from goalctl.cli.desk import Desk
from goalctl.model.discovery import Wish
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.model.statement import StatementKind
from goalctl.workspace.operations.grow import WISH

_NUMBERED = re.compile(r"(\d)(?:[\s,.:]+(.*))?", re.ASCII)


def open_wishes(plan: Plan) -> list[Wish]:
    """The wishes of the magic wand that no goal has come from yet."""
    return [wish for wish in plan.discovery.magic_wand if wish.goal is None]


def offered_wishes(plan: Plan) -> str:
    """The open wishes with their numbers; empty without any."""
    listed = "\n".join(f"   {n} {wish.wish}" for n, wish in enumerate(open_wishes(plan), start=1))
    return f"Wishes from the magic wand; a number takes one:\n{listed}" if listed else ""


def wish_or_words(plan: Plan) -> Callable[[str], Value]:
    """A reader: a wish by its number, or its number and other words, else words alone."""
    wishes = open_wishes(plan)

    def read(line: str) -> Value:
        number = _NUMBERED.fullmatch(line)
        if number is None or not wishes:
            return entry_values(goal=words_from(line))
        place = int(number[1]) - 1
        if not 0 <= place < len(wishes):
            raise ScalarError("E129", f"there is no wish {number[1]} here", f"write 1 to {len(wishes)}, or words")
        return {"goal": words_from(number[2] or wishes[place].wish), WISH: wishes[place].wish}

    return read


def goal_from(desk: Desk, plan: Plan) -> Callable[[str], Value]:
    """The same, and of an id of the library or the bank the whole goal that it names."""
    words = wish_or_words(plan)

    def read(line: str) -> Value:
        if is_ref(line):
            return library_entry(desk, plan.client, LibraryRef(line, StatementKind.GOAL), {})
        return words(line)

    return read


def goal_words(value: Value) -> str:
    """The goal's sentence, of an answer that may say more than that."""
    return str(value.get("goal", "")) if isinstance(value, dict) else str(value or "")
