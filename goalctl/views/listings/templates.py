"""The plan templates as a listing."""

from __future__ import annotations

from collections.abc import Iterable

from goalctl.model.finding import Finding
from goalctl.model.template import Template
from goalctl.views.listing import MEND, Column, Listing, Row, Tone

COLUMNS = (
    Column("template", "template"),
    Column("name", "name", keep=False),
    Column("about", "about", keep=False),
    Column("own", "whose"),
)


def templates_view(templates: Iterable[tuple[Template, bool]], broken: Iterable[tuple[str, Finding]]) -> Listing:
    """The templates, each with whether it is the practice's own; those that can't be read come first."""
    rows = [
        Row({"template": name, "name": MEND, "about": finding.message, "own": "own"}, Tone.BAD)
        for name, finding in broken
    ]
    rows += [_row(template, "own" if own else "shipped") for template, own in templates]
    return Listing("templates", COLUMNS, tuple(rows), "There are no templates.", caption=_CAPTION)


_CAPTION = "goalctl add-client CLIENT --template TEMPLATE begins a plan with one"


def _row(template: Template, whose: str) -> Row:
    return Row({"template": template.template, "name": template.name, "about": template.about, "own": whose})
