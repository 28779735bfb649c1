"""A form as a sheet to fill in: its sections and fields, blank or with what is known already. No format here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from goalctl.model.form import FieldType, Form, Item


class SheetFormat(StrEnum):
    """The formats of a sheet."""

    TXT = "txt"
    MD = "md"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to answer. `choices` are the possible answers with their labels, empty where one writes."""

    id: str
    ask: str
    help: str
    kind: FieldType
    choices: tuple[tuple[str, str], ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under a heading; the first section may have none."""

    heading: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole sheet. `head` stands on top as label and value, empty values to be written in; `notes` at the end.

    `scale` are the answers that most fields share; such fields are shown as rows of one grid.
    """

    title: str
    about: str
    head: tuple[tuple[str, str], ...]
    scale: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[str, ...]

    def is_row(self, field: Field) -> bool:
        """Whether the field is answered on the shared scale."""
        return bool(self.scale) and field.choices == self.scale

    def runs(self, section: Section) -> list[tuple[bool, list[Field]]]:
        """The section's fields in order, rows of the grid that follow each other together; True marks such a run."""
        return [(is_row, list(fields)) for is_row, fields in groupby(section.fields, key=self.is_row)]


def sheet_of(
    form: Form, answers: Mapping[str, str], *, head: tuple[tuple[str, str], ...], notes: tuple[str, ...] = ()
) -> Sheet:
    """The form as a sheet, with these answers filled in."""
    sections: list[tuple[str, list[Field]]] = []
    for item in form.items:
        if item.section or not sections:
            sections.append((item.section or "", []))
        sections[-1][1].append(_field(form, item, answers.get(item.id, "")))
    over = f"Over {form.over}." if form.over else ""
    about = f"{form.about}." if form.about else ""
    scale = tuple((form.options or {}).items())
    found = tuple(Section(heading, tuple(fields)) for heading, fields in sections)
    return Sheet(form.name, " ".join(part for part in (about, over) if part), head, scale, found, notes)


def _field(form: Form, item: Item, answer: str) -> Field:
    ends = " · ".join(f"{number}: {words}" for number, words in form.anchors_of(item).items())
    return Field(item.id, item.ask, item.help or ends, form.type_of(item), _choices(form, item), answer)


_MOST_STEPS = 11


def _choices(form: Form, item: Item) -> tuple[tuple[str, str], ...]:
    if form.type_of(item) is FieldType.YES_NO:
        return (("yes", "yes"), ("no", "no"))
    if form.type_of(item) is FieldType.CHOICE:
        return tuple(form.options_of(item).items())
    low, high = form.scale_of(item) or (0.0, None)
    if form.type_of(item) is not FieldType.SCALE or high is None or high - low >= _MOST_STEPS:
        return ()
    return tuple((str(step), str(step)) for step in range(int(low), int(high) + 1))
