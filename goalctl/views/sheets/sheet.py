"""A form as a sheet to fill in: its sections and fields, blank or with what is known already. No format here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from math import ceil, floor

from goalctl.analysis.figures import span_text
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.ids import CLIENT_RATER
from goalctl.views.sheets.condition import condition_words


class SheetFormat(StrEnum):
    """The formats of a sheet."""

    TXT = "txt"
    MD = "md"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to answer. `choices` are the possible answers with their labels, empty where one writes.

    `help` has all that is needed to fill it in, `when` the answers to others after which it is to be filled in.
    """

    id: str
    ask: str
    help: str
    kind: FieldType
    choices: tuple[tuple[str, str], ...]
    answer: str
    when: str = ""

    @property
    def told(self) -> str:
        """What stands under the question on paper: when to answer it, and how."""
        return "; ".join(filter(None, (self.when, self.help)))


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
        """Whether the field is answered on the shared scale, with nothing more to say of it."""
        return bool(self.scale) and field.choices == self.scale and not field.told

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
    scale = tuple((form.options or {}).items())
    found = tuple(Section(heading, tuple(fields)) for heading, fields in sections)
    return Sheet(form.name, _about(form), head, scale, found, notes)


def _about(form: Form) -> str:
    """What it is about, who fills it in where that is not the client, and which time it is about."""
    about = f"{form.about}." if form.about else ""
    by = f"To be filled in by: {form.by}." if form.by and form.by != CLIENT_RATER else ""
    return " ".join(filter(None, (about, by, f"Over {form.over}." if form.over else "")))


def filled_in_by(form: Form, respondent: str | None, *, of_several: bool = False) -> tuple[tuple[str, str], ...]:
    """The line of the head that says who fills it in, or is to; none where that can be the client alone."""
    is_asked = respondent or of_several or form.by not in {None, CLIENT_RATER}
    return (("Filled in by", respondent or ""),) if is_asked else ()


def _field(form: Form, item: Item, answer: str) -> Field:
    choices = _choices(form, item)
    ends = " · ".join(f"{number}: {words}" for number, words in form.anchors_of(item).items())
    said = [part for part in (item.help, "" if choices else _span_in_words(form, item), ends) if part]
    told = "; ".join([*(part.rstrip(".") for part in said[:-1]), *said[-1:]])
    boxes = {other.id: _choices(form, other) for other in form.items} if item.shown_if else {}
    when = condition_words(form, item, boxes)
    return Field(item.id, item.ask, told, form.type_of(item), choices, answer, when)


def _span_in_words(form: Form, item: Item) -> str:
    """Which numbers can be written, and in which unit: `30 to 200 kg`."""
    span = form.scale_of(item) if form.type_of(item) in {FieldType.SCALE, FieldType.NUMBER} else None
    low, high = span or (0.0, None)
    return " ".join(filter(None, (span_text(low, high) if span else "", item.unit)))


_MOST_STEPS = 11


def _choices(form: Form, item: Item) -> tuple[tuple[str, str], ...]:
    if form.type_of(item) is FieldType.YES_NO:
        return (("yes", "yes"), ("no", "no"))
    if form.type_of(item) is FieldType.CHOICE:
        return tuple(form.options_of(item).items())
    low, high = form.scale_of(item) or (0.0, None)
    if form.type_of(item) is not FieldType.SCALE or high is None or high - low >= _MOST_STEPS:
        return ()
    return tuple((str(step), str(step)) for step in range(ceil(low), floor(high) + 1))
