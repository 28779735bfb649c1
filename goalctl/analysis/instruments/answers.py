"""A single answer on a form: whether the item can take it, what it scores, which items it keeps from appearing."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.analysis.figures import counted, span_text
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.scalars import ScalarError, day_from, excerpt, flag_from, is_one_number, number_from, number_text
from goalctl.model.scoring import comparison_from

OUT_OF_RANGE = "E232"

ANSWERED = "answered"
_ONE_ZERO = {"1": True, "0": False, "y": True, "n": False}


def is_yes(text: str) -> bool:
    """Whether a yes-no answer says yes; also 1 and 0, y and n, as sheets have them."""
    known = _ONE_ZERO.get(text.lower())
    return flag_from(text) if known is None else known


def canonical(form: Form, item: Item, text: str) -> str:
    """The answer in the one way it is compared: `+1` is `1`, `true` is `yes`; refuses what the item can't hold."""
    if text in form.choices.get(item.id, ()):
        return text
    match form.type_of(item):
        case FieldType.YES_NO:
            return "yes" if is_yes(text) else "no"
        case FieldType.SCALE | FieldType.NUMBER:
            return number_text(_number_in_range(form, item, text))
        case FieldType.CHOICE:
            return _option(form, item, text)
        case FieldType.DATE:
            return day_from(text).isoformat()
        case _:
            return text


def _number_in_range(form: Form, item: Item, text: str) -> float:
    number = number_from(text)
    low, high = form.scale_of(item) or (None, None)
    if (low is not None and number < low) or (high is not None and number > high):
        raise ScalarError(OUT_OF_RANGE, f"{number_text(number)} is not an answer to {item.id}", range_hint(form, item))
    if number % 1 and form.type_of(item) is FieldType.SCALE:
        raise ScalarError(OUT_OF_RANGE, f"{number_text(number)} is not a whole step", range_hint(form, item))
    return number


def _option(form: Form, item: Item, text: str) -> str:
    same = next((option for option in form.options_of(item) if is_one_number(option, text)), None)
    if same is None:
        raise ScalarError(OUT_OF_RANGE, f"'{excerpt(text)}' is not an answer to {item.id}", range_hint(form, item))
    return same


def range_hint(form: Form, item: Item) -> str:
    """What may be answered: `0 to 3`, or the options."""
    if options := form.options_of(item):
        return f"answer one of {', '.join(options)}"
    low, high = form.scale_of(item) or (0.0, None)
    return f"answer {span_text(low, high)}"


def points_of(form: Form, item: Item, text: str) -> float:
    """What the answer adds to a score, after `points` and reversal; a ScalarError if it does not fit or has none."""
    points = form.choices.get(item.id, {}).get(text)
    if points is None:
        points = form.points_for(item, canonical(form, item, text))
    if points is None:
        raise ScalarError(OUT_OF_RANGE, f"'{excerpt(text)}' scores nothing for {item.id}", range_hint(form, item))
    return points


def is_shown(form: Form, item: Item, answers: Mapping[str, str]) -> bool:
    """Whether the answers so far make the item appear; an item without `shown_if` always does."""
    return all(_says(form, key, answers, wanted) for key, wanted in item.shown_if.items())


def ruled_out(form: Form, answers: Mapping[str, str]) -> frozenset[str]:
    """The items that the answers keep from appearing; while what decides it is unanswered, an item is not ruled out."""
    found: set[str] = set()
    for item in form.conditional_items:
        for key, wanted in item.shown_if.items():
            is_decided = all(other in found or other in answers for other in items_in(key))
            if is_decided and not _says(form, key, answers, wanted):
                found.add(item.id)
    return frozenset(found - answers.keys())


def items_in(key: str) -> list[str]:
    """The items that a condition is about: one, or those whose points are added up, as `q2 + q3`."""
    return [name.strip() for name in key.split("+")]


def _says(form: Form, key: str, answers: Mapping[str, str], wanted: str) -> bool:
    """Whether the answers fit the condition; of a sum that has only some of them so far, too."""
    names = items_in(key)
    if len(names) == 1:
        return _answer_says(form, key, answers.get(key), wanted)
    known = [name for name in names if name in answers]
    try:
        total = sum(points_of(form, item, answers[name]) for name in known if (item := form.item(name)))
        return bool(known) and (len(known) < len(names) or comparison_from(wanted).holds(total))
    except ScalarError:
        return False


def _answer_says(form: Form, item_id: str, answer: str | None, wanted: str) -> bool:
    item = form.item(item_id)
    if item is None or answer is None:
        return False
    if wanted == ANSWERED:
        return True
    try:
        if wanted[0] in "<>=":
            return comparison_from(wanted).holds(points_of(form, item, answer))
        return canonical(form, item, answer) == canonical(form, item, wanted)
    except ScalarError:
        return False


def expected_counts(form: Form, answers: Mapping[str, str] | None = None) -> tuple[int, int]:
    """How many answers a list has at least and at most.

    Items at its end may be left off when they score nothing, or did not come up after the answers so far.
    """
    out = ruled_out(form, answers or {})
    needed = next((place for place, item in reversed(form.placed_scored_items) if item.id not in out), 0)
    return needed, len(form.items)


def count_words(form: Form) -> str:
    """How many items the form has: `9 items`, and how many with those at its end that may be left off."""
    least, most = expected_counts(form)
    named = counted(least, "item")
    return named if least == most else f"{named} ({most} with those that may be left off)"
