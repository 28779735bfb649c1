"""For whom of a plan's people something is shown, `--for anna`; who is none of them is refused with those there are."""

from __future__ import annotations

from typing import Annotated

from goalctl.analysis.client_side import Reader, reader_named
from goalctl.cli.declared import Option
from goalctl.cli.failures import UsageError
from goalctl.model.nearest import nearest
from goalctl.model.people import people_of
from goalctl.model.plan import Plan
from goalctl.model.scalars import excerpt

For = Annotated[
    str | None,
    Option("--for", metavar="NAME", help="As one of its people may see it: a member, a guardian, or client."),
]


def reader_for(plan: Plan, word: str | None) -> Reader | None:
    """Who is meant; None where nobody is named."""
    reader = reader_named(plan, word) if word is not None else None
    if word is not None and reader is None:
        raise UsageError(f"--for: {excerpt(word)} is nobody of {plan.client}", _people_hint(plan, word))
    return reader


def _people_hint(plan: Plan, word: str) -> str:
    """The name that was probably meant, and all there are."""
    people, near = people_of(plan), nearest(word, people_of(plan))
    there = f"there are {', '.join(people)}" if len(people) > 1 else f"there is only {people[0]}"
    return f"did you mean {near}? {there}" if near else there
