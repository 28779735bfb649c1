"""`goalctl review`: a look that was taken at a plan or one goal, and what was decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from goalctl.cli import options
from goalctl.cli.asking.answers import complete_answers, unfinished_answers
from goalctl.cli.asking.ask import Question
from goalctl.cli.asking.guided import as_shown
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Date, Writer, open_plan, writer_of
from goalctl.cli.writing import write
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Objective
from goalctl.model.plan import Decision, Plan
from goalctl.model.scalars import ScalarError
from goalctl.views.page import plain_page
from goalctl.views.words.agreed import standing_lines
from goalctl.workspace.edits.items import NoItemError, scorable_of
from goalctl.workspace.operations.review import Reviewing, review_edits

_DECISION = "decision "
_WORDS = ", ".join(Decision)
_FOLLOWED_BY = {
    Decision.CHANGE: "goalctl set {client} {id} KEY=VALUE --because …",
    Decision.EXTEND: "goalctl extend {client} {id} DATE --because …",
    Decision.ACHIEVED: "goalctl mark {client} {id} achieved",
    Decision.DISCONTINUE: "goalctl mark {client} {id} discontinued --because …",
}


def command(
    desk: Desk,
    client: options.Client,
    item_id: Annotated[str | None, Argument(metavar="[ID]", help="One goal or objective; else the whole plan.")] = None,
    decision: Annotated[
        list[str] | None,
        Option("--decision", metavar="g1=continue", help=f"{_WORDS}; one for each active goal."),
    ] = None,
    note: Annotated[str | None, Option("--note", help="What was seen and said.")] = None,
    necessity: Annotated[str | None, Option("--necessity", help="Why treatment is still needed.")] = None,
    next_: Annotated[str | None, Option("--next", metavar="DAY", help="The next review: 2026-06-30, 3m.")] = None,
    with_: Annotated[str, Option("--with", metavar="WHO", help="Who looked at it, beside the clinician.")] = "client",
    date: Date = "today",
    by: Writer = None,
) -> None:
    """Record a review: the scores are shown, each active goal gets a decision, and the next review a day.

    Decisions are recorded, not carried out: which command does that is said.
    """
    plan, day = open_plan(desk, client), day_back(date, today=desk.today, option="--date")
    items = [scorable_of(plan, item_id)[1]] if item_id else list(plan.active_goals)
    _show_where_they_stand(desk, plan, items)
    stated = _decision_answers(plan, items, decision or []) | entry_values(note=note, necessity=necessity, next=next_)
    asked = _questions(items, item_id, day)
    told = complete_answers(desk, plan, "review", stated, asked, day=day, though_optional=True)
    review = _reviewing(told, Reviewing(day, writer_of(desk, plan, by), with_, {}, item_id))

    def changes(now: Plan) -> list[Edit]:
        return review_edits(as_shown(now, plan, review.decisions), review)

    changed = write(desk, client, changes, f"reviewed {item_id or 'the plan'}:")
    unfinished_answers(desk, "review", client, day).forget()
    _tell_what_follows(desk, changed.plan, review)
    offer_risk(desk, changed)


def _show_where_they_stand(desk: Desk, plan: Plan, items: Sequence[Goal | Objective]) -> None:
    desk.say(plain_page(standing_lines(desk.case(plan), items)))


def _questions(items: Sequence[Goal | Objective], item_id: str | None, day: dt.date) -> Sequence[Question]:
    """A decision for each goal, what concerns the plan as a whole, and what was seen."""
    return [*map(_decision_question, items), *(_about_the_plan(day) if not item_id else ()), _NOTE]


def _reviewing(told: Mapping[str, str], begun: Reviewing) -> Reviewing:
    """The review with what was told: decisions, next day, note."""
    decisions = {key.removeprefix(_DECISION): Decision(told[key]) for key in told if key.startswith(_DECISION)}
    following = _next_review(told["next"], begun.on) if "next" in told else None
    note, necessity = told.get("note"), told.get("necessity")
    return replace(begun, decisions=decisions, next=following, note=note, necessity=necessity)


_NOTE = Question("note", "What was seen and said?", "One or two sentences; Enter skips.")


def _about_the_plan(day: dt.date) -> Sequence[Question]:
    why = "What an insurer asks: what would happen without it, what is still to be reached. Enter skips."
    when = "A day, or from today: 6w, 3m. Enter leaves it to the plan's review_every."
    return (
        Question("necessity", "Why is treatment still needed?", why),
        Question("next", "When is the next review?", when, read=lambda text: _next_review(text, day).isoformat()),
    )


def _key(item_id: str) -> str:
    return f"{_DECISION}{item_id}"


def _decision_question(item: Goal | Objective) -> Question:
    helped = f"for each active goal: --decision {item.id}=continue ({_WORDS})"
    return Question(_key(item.id), f"{item.id}: {_WORDS}?", helped, required=True, read=Decision.read)


def _next_review(text: str, day: dt.date) -> dt.date:
    found = day_ahead(text, today=day, option="--next")
    if found <= day:
        raise UsageError(f"--next: {found} is not after the review of {day}", "name a day to come")
    return found


def _decision_answers(plan: Plan, items: Sequence[Goal | Objective], words: Sequence[str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    known = [item.id for item in items]
    for word in words:
        item_id, equals, text = word.partition("=")
        if not equals:
            raise UsageError(f"--decision: '{word}' is not understood", "write it as g1=continue")
        if item_id not in known:
            raise NoItemError(plan, f"active goal {item_id}" if item_id in plan.scorables else item_id, known)
        if _key(item_id) in found:
            raise UsageError(f"--decision: {item_id} is given twice", "keep one of the two")
        try:
            found[_key(item_id)] = Decision.read(text).value
        except ScalarError as error:
            raise UsageError(f"--decision {item_id}: {error}", error.hint) from None
    return found


def _tell_what_follows(desk: Desk, plan: Plan, review: Reviewing) -> None:
    for item_id, decision in review.decisions.items():
        if follows := _FOLLOWED_BY.get(decision):
            desk.say(f"{item_id} {decision.value}: {follows.format(client=plan.client, id=item_id)}")
    following = desk.case(plan).next_review
    if following and review.of is None:
        desk.say(f"next review: {following:%a} {following}")
