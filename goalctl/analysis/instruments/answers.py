"""The answers given on a form, one by one: which item each belongs to, whether it fits, and what it scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from goalctl.model.finding import Finding, Path
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.scalars import ScalarError, day_from, flag_from, number_from, number_text, shown
from goalctl.model.scoring import comparison_from
from goalctl.model.session import Answers

OUT_OF_RANGE = "E232"
WRONG_NUMBER = "E233"
UNKNOWN_ITEM = "E234"
WRONG_KIND = "E236"

ANSWERED = "answered"
_ONE_ZERO = {"1": True, "0": False, "y": True, "n": False}


def given(form: Form, answers: Answers) -> dict[str, str]:
    """The answers by item id; skipped items and ids that the form lacks are left out."""
    if answers.by_position is not None:
        pairs = zip((item.id for item in form.items), answers.by_position, strict=False)
        return {item: answer for item, answer in pairs if answer is not None}
    known = {item.id for item in form.items}
    stated = answers.by_item or {}
    return {item: answer for item, answer in stated.items() if answer is not None and item in known}


def stated_subscales(form: Form, answers: Answers) -> dict[str, float]:
    """Subscale scores entered as such, without the items."""
    found: dict[str, float] = {}
    for name, text in (answers.by_item or {}).items():
        if text is not None and form.item(name) is None and form.scoring and name in form.scoring.subscales:
            try:
                found[name] = number_from(text)
            except ScalarError:
                continue
    return found


def is_yes(text: str) -> bool:
    """Whether a yes-no answer says yes; also 1 and 0, y and n, as sheets have them."""
    known = _ONE_ZERO.get(text.lower())
    return flag_from(text) if known is None else known


def canonical(form: Form, item: Item, text: str) -> str:
    """The answer in the one way it is compared: `+1` is `1`, `true` is `yes`; refuses what the item can't hold."""
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
    options = form.options_of(item)
    if text in options:
        return text
    same = next((option for option in options if _same_number(option, text)), None)
    if same is None:
        raise ScalarError(OUT_OF_RANGE, f"'{shown(text)}' is not an answer to {item.id}", range_hint(form, item))
    return same


def _same_number(one: str, other: str) -> bool:
    try:
        return number_from(one) == number_from(other)
    except ScalarError:
        return False


def range_hint(form: Form, item: Item) -> str:
    """What may be answered: `0 to 3`, or the options."""
    if options := form.options_of(item):
        return f"answer one of {', '.join(options)}"
    low, high = form.scale_of(item) or (0.0, None)
    return f"answer {number_text(low)} or more" if high is None else f"answer {number_text(low)} to {number_text(high)}"


def points_of(form: Form, item: Item, text: str) -> float:
    """What the answer adds to a score, after `points` and reversal; a ScalarError if it does not fit or has none."""
    answer = canonical(form, item, text)
    if item.points is not None:
        if answer not in item.points:
            raise ScalarError(OUT_OF_RANGE, f"'{shown(text)}' scores nothing for {item.id}", range_hint(form, item))
        return item.points[answer]
    value = float(answer == "yes") if form.type_of(item) is FieldType.YES_NO else number_from(answer)
    low, high = form.scale_of(item) or (0.0, None)
    is_reversed = form.scoring is not None and item.id in form.scoring.reversed and high is not None
    return low + (high or 0.0) - value if is_reversed else value


def is_shown(form: Form, item: Item, answers: Mapping[str, str]) -> bool:
    """Whether the answers so far make the item appear; an item without `shown_if` always does."""
    return all(_says(form, other, answers.get(other), wanted) for other, wanted in item.shown_if.items())


def ruled_out(form: Form, answers: Mapping[str, str]) -> frozenset[str]:
    """The items that the answers keep from appearing; while what decides it is unanswered, an item is not ruled out."""
    found: set[str] = set()
    for item in form.items:
        for other, wanted in item.shown_if.items():
            if other in found or (other in answers and not _says(form, other, answers[other], wanted)):
                found.add(item.id)
    return frozenset(found - answers.keys())


def _says(form: Form, item_id: str, answer: str | None, wanted: str) -> bool:
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


def answer_problems(form: Form, answers: Answers) -> Iterator[Finding]:
    """What is wrong with the single answers and their number."""
    if answers.by_position is not None:
        yield from _wrong_number(form, answers)
        for position, (item, answer) in enumerate(zip(form.items, answers.by_position, strict=False)):
            yield from _unfit(form, item, answer, (position,))
    for item_id, answer in (answers.by_item or {}).items():
        known = form.item(item_id)
        if known is not None:
            yield from _unfit(form, known, answer, (item_id,))
        elif form.scoring is None or item_id not in form.scoring.subscales:
            yield _unknown_item(form, item_id)


def expected_counts(form: Form, answers: Mapping[str, str] | None = None) -> tuple[int, int]:
    """How many answers a list has at least and at most.

    Items at its end may be left off when they score nothing, or did not come up after the answers so far.
    """
    out = ruled_out(form, answers or {})
    needed = [n for n, item in enumerate(form.items, 1) if form.is_scored(item) and item.id not in out]
    return max(needed, default=0), len(form.items)


def fits_by_number(form: Form, answers: Answers) -> bool:
    """Whether a list has as many answers as the form can take; any other way of answering always fits."""
    if answers.by_position is None:
        return True
    least, most = expected_counts(form, given(form, answers))
    return least <= len(answers.by_position) <= most


def _wrong_number(form: Form, answers: Answers) -> Iterator[Finding]:
    if not fits_by_number(form, answers):
        least, most = expected_counts(form)
        wanted = f"{least} items" if least == most else f"{least} to {most} items"
        hint = "write an answer for each in order; ~ is a skip, as in [2, ~, 1]"
        yield Finding(WRONG_NUMBER, f"{len(answers.by_position or ())} answers; {form.name} has {wanted}", (), hint)


def _unfit(form: Form, item: Item, answer: str | None, path: Path) -> Iterator[Finding]:
    if answer is None:
        return
    try:
        canonical(form, item, answer)
    except ScalarError as error:
        code = OUT_OF_RANGE if error.code == OUT_OF_RANGE else WRONG_KIND
        label = f"{item.id} ({item.ask})" if item.ask != item.id else item.id
        hint = error.hint if code == WRONG_KIND else f"{label}: {error.hint}"
        yield Finding(code, str(error), path, hint)


def _unknown_item(form: Form, item_id: str) -> Finding:
    ids = [item.id for item in form.items]
    near = get_close_matches(item_id, ids, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]}?" if near else f"its items: {', '.join(ids[:12])}{' …' if len(ids) > 12 else ''}"  # noqa: PLR2004 - enough to recognise
    return Finding(UNKNOWN_ITEM, f"{form.name} has no item {shown(item_id)}", (item_id,), hint, at_key=True)
