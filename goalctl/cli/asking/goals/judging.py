"""By whose scores a goal of several people is judged: asked when it is made, and refused when nobody is called that."""

from __future__ import annotations

from goalctl.cli.asking.ask import Question
from goalctl.cli.asking.entry_of import merged_entry
from goalctl.cli.asking.goals.measure_questions import KEY
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import open_plan
from goalctl.model.finding import Fields, Value, fields_in, value_in
from goalctl.model.ids import CLIENT_RATER, FORM_REF, form_ref_from
from goalctl.model.nearest import nearest
from goalctl.model.people import EACH, has_several, judge_named, judges_of
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, excerpt

JUDGED_BY = "judged_by"


def judge_questions(plan: Plan, place: tuple[str, ...], stated: Fields) -> list[Question]:
    """One question in a plan of several people, none elsewhere; `place` is where the measure stands in the entry."""
    if not has_several(plan):
        return []
    judges = ", ".join(judges_of(plan))
    known = value_in(stated, place)
    question = Question(
        JUDGED_BY,
        "Whose scores decide?",
        f"{judges}; each is all of them" if plan.members else judges,
        default=EACH if plan.members else CLIENT_RATER,
        read=lambda line: _judge(plan, line),
        asked=lambda answers: _is_open(answers.get(KEY, known)),
        to=(*place, JUDGED_BY),
    )
    return [question]


def _is_open(measure: Value) -> bool:
    """Whether there is a measure, and one that does not say it already, as `phq-9@anna` does."""
    by = fields_in(measure).get("by")
    return isinstance(by, str) and not (FORM_REF.fits(by) and form_ref_from(by).respondent)


def _judge(plan: Plan, line: str) -> str:
    found = judge_named(plan, line.strip())
    if found is None:
        near = nearest(line, judges_of(plan))
        hint = f"{f'did you mean {near}? ' if near else ''}known here: {', '.join(judges_of(plan))}"
        raise ScalarError("E242", f"{excerpt(line)} is nobody of this plan", hint)
    return found


def known_judge(plan: Plan, word: str, *, option: str) -> str:
    """The judge as a plan writes the name; of several people one whom nobody knows is refused with those there are."""
    if not has_several(plan):
        return word
    try:
        return _judge(plan, word)
    except ScalarError as error:
        raise UsageError(f"{option}: {error}", error.hint) from None


def with_known_judge(desk: Desk, client: str, entry: Fields, place: tuple[str, ...]) -> Fields:
    """The entry whose measure, which stands at that place, is judged by somebody of the client's plan."""
    measure = value_in(entry, place)
    word = fields_in(measure).get(JUDGED_BY)
    if not isinstance(word, str):
        return entry
    value: Value = known_judge(open_plan(desk, client), word, option="--judged-by")
    for step in reversed((*place, JUDGED_BY)):
        value = {step: value}
    return merged_entry(entry, value) if isinstance(value, dict) else entry
