"""When an item of a form is to be answered, in the words of whoever fills in a sheet: answers, never points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from goalctl.analysis.instruments.answers import ANSWERED, is_shown, items_in
from goalctl.model.form import Form, Item
from goalctl.model.scalars import ScalarError, number_text
from goalctl.model.scoring import Comparison, comparison_from

Choices = Mapping[str, Sequence[tuple[str, str]]]
_WORDS = {">=": "{} or more", "<=": "{} or less", ">": "more than {}", "<": "less than {}", "=": "{}"}
_TURNED = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "=": "="}
_FEW = 2


def condition_words(form: Form, item: Item, choices: Choices) -> str:
    """`only if "Did you drink" is yes`; empty for what is always asked. `choices` are the boxes of each item."""
    told = [_one(form, item, key, wanted, choices) for key, wanted in item.shown_if.items()]
    return f"only if {' and '.join(told)}" if told else ""


def _one(form: Form, item: Item, key: str, wanted: str, choices: Choices) -> str:
    names = items_in(key)
    asked = " and ".join(f'"{found.ask}"' for name in names if (found := form.item(name)))
    if wanted == ANSWERED:
        return f"{'the question above' if _is_next(form, names, item) else asked} is answered"
    if len(names) > 1:
        return f"the {_counted(form, names)} of {asked} add up to {_compared(comparison_from(wanted))}"
    if boxes := choices.get(names[0]):
        alone = item.model_copy(update={"shown_if": {key: wanted}})
        return f"{asked} is {_of_boxes(form, names[0], [box for box, _ in boxes], alone)}"
    return f"{asked} is {_written(form, names[0], wanted)}"


def _is_next(form: Form, names: Sequence[str], item: Item) -> bool:
    return any(one.id == names[0] and other.id == item.id for one, other in pairwise(form.items))


def _counted(form: Form, names: Sequence[str]) -> str:
    """Whether it is the numbers on the sheet that are added up, or what they count."""
    turned = form.scoring.reversed if form.scoring else ()
    items = [found for name in names if (found := form.item(name))]
    is_plain = all(found.points is None and found.id not in turned for found in items)
    return "numbers" if is_plain else "points"


def _of_boxes(form: Form, name: str, boxes: Sequence[str], alone: Item) -> str:
    """The boxes that fit; of many in a row the end that they begin at."""
    fits = [box for box in boxes if is_shown(form, alone, {name: box})]
    if len(fits) > _FEW and fits == [*boxes][-len(fits) :]:
        return f"{_labelled(form, name, fits[0])} or more"
    if len(fits) > _FEW and fits == [*boxes][: len(fits)]:
        return f"{_labelled(form, name, fits[-1])} or less"
    return " or ".join(_labelled(form, name, box) for box in fits)


def _labelled(form: Form, name: str, box: str) -> str:
    """The box as it is printed, with its words behind it."""
    item = form.item(name)
    words = form.options_of(item).get(box, box) if item else box
    return box if words == box else f"{box} ({words})"


def _written(form: Form, name: str, wanted: str) -> str:
    """What is written on a line: a number in relation to another, or words."""
    item = form.item(name)
    try:
        when = comparison_from(wanted)
    except ScalarError:
        return wanted
    low, high = (item and form.scale_of(item)) or (0.0, None)
    is_turned = form.scoring is not None and name in form.scoring.reversed and high is not None
    return _compared(Comparison(_TURNED[when.operator], low + (high or 0.0) - when.number) if is_turned else when)


def _compared(when: Comparison) -> str:
    return _WORDS[when.operator].format(number_text(when.number))
