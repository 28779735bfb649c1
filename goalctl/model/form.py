"""Anything with fields: an assessment, a worksheet, a note template; one format, scored or not."""

from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from goalctl.model.bounds import FromOne
from goalctl.model.finding import Value
from goalctl.model.instrument import Checked, Licence, Variant
from goalctl.model.measure import Scale
from goalctl.model.scalars import ScalarError, number_from, text_from
from goalctl.model.scoring import Loinc, Method, NotRisk, RiskItem, Scored, Scoring, Subscale
from goalctl.model.types import (
    NEW,
    Day,
    Flag,
    FormId,
    Grammar,
    Interval,
    Number,
    Record,
    Text,
    UniqueKeys,
    Whole,
    Word,
    words,
    wrong_shape,
)


class FieldType(Word):
    """What kind of answer a field takes: `scale` whole steps, `number` any number, within the item's `scale`."""

    TEXT = "text"
    LONG = "long"
    CHOICE = "choice"
    SCALE = "scale"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes-no"


class FormKind(Word):
    """What a form is for."""

    ASSESSMENT = "assessment"
    WORKSHEET = "worksheet"
    NOTE = "note"
    EXERCISE = "exercise"
    RECORD = "record"


class NoteFact(Word):
    """What a part of a note can be drafted from: facts of the plan, and of the session that is logged."""

    DIAGNOSIS = "diagnosis"
    FUNCTIONING = "functioning"
    ATTENDANCE = "attendance"
    HOMEWORK_DONE = "homework-done"
    GOALS = "goals"
    SCORES = "scores"
    FORMS = "forms"
    INTERVENTIONS = "interventions"
    RESPONSE = "response"
    RISK = "risk"
    HOMEWORK = "homework"
    NEXT = "next"


def _options_from(value: Value) -> dict[str, str]:
    """Answers with their labels; a plain list labels each answer with itself."""
    if isinstance(value, list):
        value = {option: option for option in value if isinstance(option, str)}
    if not isinstance(value, dict) or not value:
        raise wrong_shape("the possible answers belong", value, "write {0: never, 1: sometimes} or [yes, no]")
    return {key: text_from(label if isinstance(label, str) else key) for key, label in value.items()}


_OPTIONS_SCHEMA: dict[str, Any] = {"type": ["array", "object"]}
Options = Annotated[dict[str, str], Grammar(_options_from, _OPTIONS_SCHEMA, text_only=False)]
Points = Annotated[dict[Text, Number], UniqueKeys]
Anchors = Annotated[dict[Text, Text], UniqueKeys]


class Item(Record):
    """One field of a form.

    `ask` is the label or prompt in our own words. A scored item of type `choice` has numbers as its options' keys, or
    `points` that say what each answer scores; a yes scores 1 unless `points` says otherwise. The options stand in the
    order in which the sheet prints them; `anchors` say the same of the ends of a scale. `shown_if` names items and the
    answers (`yes`, `">= 1"`, or `answered` for any) that make this one appear, `q2 + q3` their points together.
    `section` is the heading that starts with this item. `to` is where in the goal, the session or the plan a guided
    command puts the answer. A part of a note is drafted from the facts that `drafts` names, in that order.
    """

    id: Text
    ask: Text
    type: Annotated[FieldType, words(FieldType)] | None = None
    help: Text | None = None
    section: Text | None = None
    options: Options | None = None
    points: Points | None = None
    scale: Scale | None = None
    anchors: Annotated[Anchors | None, NEW] = None
    unit: Text | None = None
    to: Text | None = None
    drafts: Annotated[tuple[Annotated[NoteFact, words(NoteFact)], ...], NEW] = ()
    required: Flag = False
    scored: Flag = True
    shown_if: Annotated[dict[Text, Text], UniqueKeys] = Field(default_factory=dict)


class Form(Record):
    """A form: its fields, its scoring where it has one, and where its facts come from.

    `enter` says how the numbers are taken from the sheet, `variant` which scoring a total of this form is where several
    are in use. `copy_of` is the shipped form that this one was made from under another id, `without_risk` says why it
    leaves out risk items of that one, or of the shipped form of its own id.
    """

    format: Whole = 1
    form: FormId
    version: FromOne = 1
    name: Text
    kind: Annotated[FormKind, words(FormKind)] = FormKind.WORKSHEET
    about: Text | None = None
    over: Text | None = None
    by: Text | None = None
    enter: Annotated[Text | None, NEW] = None
    variant: Annotated[Text | None, NEW] = None
    other_variants: Annotated[tuple[Variant, ...], NEW] = ()
    options: Options | None = None
    scale: Scale | None = None
    anchors: Annotated[Anchors | None, NEW] = None
    type: Annotated[FieldType, words(FieldType)] | None = None
    items: tuple[Item, ...]
    scoring: Scoring | None = None
    risk: tuple[RiskItem, ...] = ()
    not_risk: Annotated[tuple[NotRisk, ...], NEW] = ()
    without_risk: Annotated[Text | None, NEW] = None
    loinc: Annotated[Loinc | None, NEW] = None
    every: Interval | None = None
    tags: tuple[Text, ...] = ()
    copy_of: Annotated[FormId | None, NEW] = None
    licence: Licence | None = None
    attribution: Text | None = None
    sources: tuple[Text, ...] = ()
    verified: Flag = True
    verified_on: Day | None = None
    checked: Annotated[Checked | None, NEW] = None

    def part_name(self, of: str | None) -> str:
        """The form's name, of a subscale with its id behind it."""
        return f"{self.name} {of}" if of else self.name

    def item(self, item_id: str) -> Item | None:
        """The item with that id."""
        return next((item for item in self.items if item.id == item_id), None)

    @cached_property
    def conditional_items(self) -> tuple[Item, ...]:
        """The items that come up only after some answers to others."""
        return tuple(item for item in self.items if item.shown_if)

    def type_of(self, item: Item) -> FieldType:
        """The item's type: its own, the form's, or what its options or scale imply, its own before the form's."""
        if stated := item.type or self.type:
            return stated
        if item.options or (self.options and not item.scale):
            return FieldType.CHOICE
        return FieldType.SCALE if item.scale or self.scale else FieldType.TEXT

    def options_of(self, item: Item) -> dict[str, str]:
        """The item's possible answers with their labels: its own, else the form's for an item without another type."""
        shared = self.options if self.type_of(item) is FieldType.CHOICE else None
        return item.options or shared or {}

    def anchors_of(self, item: Item) -> dict[str, str]:
        """What single numbers of a scale mean: the item's own words, else the form's."""
        is_measured = self.type_of(item) in {FieldType.SCALE, FieldType.NUMBER}
        return item.anchors or (self.anchors if is_measured and item.scale in {None, self.scale} else None) or {}

    def scale_of(self, item: Item) -> tuple[float, float | None] | None:
        """The lowest and highest answer: the item's own, else the form's; of a choice the ends of its numbered options.

        A yes counts 1 and a no 0; None for an item whose answers are no numbers.
        """
        return self._scales[item.id] if item.id in self._scales else self._scale_of(item)

    @cached_property
    def _scales(self) -> dict[str, tuple[float, float | None] | None]:
        """Worked out once, because every answer of every session asks for it."""
        return {item.id: self._scale_of(item) for item in self.items}

    def _scale_of(self, item: Item) -> tuple[float, float | None] | None:
        kind = self.type_of(item)
        if kind in {FieldType.TEXT, FieldType.LONG, FieldType.DATE}:
            return None
        if kind is FieldType.YES_NO:
            return 0.0, 1.0
        if kind is not FieldType.CHOICE and (stated := item.scale or (None if item.options else self.scale)):
            return stated
        try:
            numbers = [number_from(key) for key in self.options_of(item)]
        except ScalarError:
            return None
        return (min(numbers), max(numbers)) if numbers else None

    def points_range(self, item: Item) -> tuple[float, float | None] | None:
        """The least and the most that the item can add to a score; None for one that can't be scored."""
        if item.points:
            return min(item.points.values()), max(item.points.values())
        return self.scale_of(item)

    def points_for(self, item: Item, answer: str) -> float | None:
        """What an answer that the item can hold adds to a score, after `points` and reversal; None for nothing."""
        if item.points is not None:
            return item.points.get(answer)
        value = float(answer == "yes") if self.type_of(item) is FieldType.YES_NO else number_from(answer)
        low, high = self.scale_of(item) or (0.0, None)
        return low + high - value if high is not None and self.is_reversed(item) else value

    @cached_property
    def choices(self) -> dict[str, dict[str, float | None]]:
        """What each option of an item that takes one adds to a score, by item.

        Worked out once, because every answer of every session asks for it.
        """
        chosen = (item for item in self.items if self.type_of(item) is FieldType.CHOICE)
        return {
            item.id: {option: self._points_of_option(item, option) for option in self.options_of(item)}
            for item in chosen
        }

    def _points_of_option(self, item: Item, option: str) -> float | None:
        try:
            return self.points_for(item, option)
        except ScalarError:  # words, which are no number
            return None

    def is_scored(self, item: Item) -> bool:
        """Whether the item's answer enters a score."""
        return self.scoring is not None and item.scored and self.points_range(item) is not None

    @cached_property
    def scored_items(self) -> tuple[Item, ...]:
        """The items whose answers enter a score, in order."""
        return tuple(item for _, item in self.placed_scored_items)

    @cached_property
    def placed_scored_items(self) -> tuple[tuple[int, Item], ...]:
        """These, each with its place on the form, from 1."""
        return tuple((place, item) for place, item in enumerate(self.items, 1) if self.is_scored(item))

    def is_reversed(self, item: Item) -> bool:
        """Whether the item scores lowest plus highest minus the answer."""
        return self.scoring is not None and item.id in self.scoring.reversed

    def has_whole_steps(self, item: Item) -> bool:
        """Whether whatever the item adds to a score is a whole number."""
        if item.points is not None:
            return not any(points % 1 for points in item.points.values())
        return self.type_of(item) in {FieldType.SCALE, FieldType.CHOICE, FieldType.YES_NO}

    @model_validator(mode="after")
    def _changes_as_finely_as_it_scores(self) -> Self:
        parts: tuple[Scored, ...] = (self.scoring, *self.scoring.subscales.values()) if self.scoring else ()
        for part in parts:
            if part.reliable_change and not self._is_whole(part):
                for figure in part.reliable_change:
                    figure.of_scores_with_fractions()
        return self

    def _is_whole(self, part: Scored) -> bool:
        """Whether every score of the total, or of that subscale, is a whole number."""
        if part.table:
            return not any(score % 1 for score in part.table.values())
        if part.method is not Method.SUM or part.multiply % 1:
            return False
        if isinstance(part, Scoring) and part.parts:
            return all(self._is_whole(part.subscales[name]) for name in part.parts if name in part.subscales)
        return all(self.has_whole_steps(item) for item in self._items_of(part))

    def _items_of(self, part: Scored) -> Sequence[Item]:
        """The items of that subscale; all that count where it names none, and for the total."""
        names = part.items if isinstance(part, Subscale) else ()
        return [item for item in self.items if item.id in names] if names else self.scored_items
