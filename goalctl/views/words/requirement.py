"""How far the source of what a rule asks for was read: in an audit's report and in `explain`."""

from __future__ import annotations

from goalctl.model.profile import Requirement

NOT_LOOKED_UP = "common knowledge of the field, not looked up"


def read_words(asked: Requirement) -> str:
    """`read on 2026-11-22`; of a text that was read and does not plainly ask for it, that too."""
    if asked.read is None:
        return "not read" if asked.verified else NOT_LOOKED_UP
    return (
        f"read on {asked.read}"
        if asked.verified
        else f"read on {asked.read}, but that it asks for just this is not confirmed"
    )
