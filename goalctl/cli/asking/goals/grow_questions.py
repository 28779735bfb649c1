"""The conversation that finds a goal: Goal, Reality, Options, Will, and then the SMART goal that follows from it.

The questions are those of the form `grow`, in the practice's own words where it has its own form, with as many options
as come up. A question's text, proposal and place in the talk may follow from what was said before: `as_it_stands`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.entry_of import POSITION, holds
from goalctl.cli.asking.forms.form_questions import reworded_questions
from goalctl.cli.asking.goals.goal_questions import goal_questions, yes_or_no
from goalctl.cli.asking.goals.measure_questions import KEY
from goalctl.cli.asking.library.goal_sources import goal_words, offered_wishes, wish_or_words
from goalctl.cli.desk import Desk
from goalctl.model.entry import plain_value
from goalctl.model.finding import Fields, Value
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, whole_from
from goalctl.workspace.operations.grow import WISH

FORM = "grow"
HEADINGS = {
    "goal": "Goal",
    "achievable": "Reality",
    "option1": "Options: at least three, none judged yet",
    "option1_pros": "Options: each one weighed",
    "this_week": "Will",
    "wording": "The goal that follows; Enter takes what stands in [ ]",
}
MOST_OPTIONS = 8
INVITED_OPTIONS = 3
SURE_ENOUGH = 8
HIGHEST = 10
_COUNT = re.compile(r"^\d+/\d+ ")
_ASK_OPTION = (
    "What is one way to get there?",
    "What is another way, however odd?",
    "And a third, if nothing limited you?",
)
_SAID_SO = {"because": ("achievable",), "value": ("why",), "wording": ("goal",)}


def grow_questions(desk: Desk, plan: Plan, stated: Fields) -> list[Question]:
    """Everything that may be asked, in order, without what was stated already."""
    form = desk.practice.forms.get(FORM)
    exploring = [*_goal(plan), *_reality(), *_options(), *_will()]
    asked = [_in_words_of(form, question) for question in exploring]
    left = [question for question in asked if not _is_stated(stated, question)]
    whole = [*left, *_smart(desk, plan, stated)]
    return [replace(one, follows=_FOLLOWS.get(one.key, one.follows)) for one in whole]


def _in_words_of(form: Form | None, question: Question) -> Question:
    """The question as the practice's own form asks it; what only the form has is left to the form."""
    if form is None or form.item(question.key) is None:
        return question
    asked = next(one for one in reworded_questions([question], form) if one.key == question.key)
    return replace(asked, required=question.required)


def _is_stated(stated: Fields, question: Question) -> bool:
    return holds(stated, ("goal",)) if question.key == "goal" else False


def _goal(plan: Plan) -> list[Question]:
    values = f"What matters: {', '.join(plan.values)}" if plan.values else ""
    help_ = "in one sentence; a wish by its number, or its number and your own words: 2 be called by friends"
    return [
        Question(
            "goal", "What would you like to reach?", help_, required=True, read=wish_or_words(plan), to=(),
            above=offered_wishes(plan), echo=_wish_in_words,
        ),
        Question("why", "Why does this matter to you?", to=("grow", "goal", "why"), above=values, long=True),
        Question("changes", "How will life be different?", to=("grow", "goal", "changes"), long=True),
        Question("downsides", "What might it cost you?", to=("grow", "goal", "downsides"), long=True),
        Question("feel", "How will it feel?", to=("grow", "goal", "feel"), long=True),
    ]  # fmt: skip


def _wish_in_words(value: Value) -> str:
    """A wish that was taken by its number."""
    return goal_words(value) if isinstance(value, dict) and WISH in value else ""


def _reality() -> list[Question]:
    return [
        Question("achievable", "Can it be done as things are?", to=("grow", "reality", "achievable")),
        Question("fit", "How does it fit the rest of your life?", to=("grow", "reality", "fit"), long=True),
        Question("past_attempts", "What was tried before?", to=("grow", "reality", "past_attempts"), long=True),
        Question("obstacles", "What gets in the way?", to=("grow", "reality", "obstacles"), long=True),
    ]


def _options() -> list[Question]:
    """All ways first; what speaks for and against each is asked when none comes to mind any more."""
    numbers = range(1, MOST_OPTIONS + 1)
    first = Question(
        "first_step", "Which comes first?", "its number", to=("grow", "options"),
        asked=lambda answers: bool(_named_options(answers)), follows=_first_step,
    )  # fmt: skip
    return [*map(_option, numbers), *(one for n in numbers for one in _weighed(n)), first]


def _place_of(n: int) -> tuple[str, ...]:
    return ("grow", "options", f"{POSITION}{n - 1}")


def _option(n: int) -> Question:
    ask = _ASK_OPTION[n - 1] if n <= INVITED_OPTIONS else "Another way? Enter goes on."
    return Question(
        f"option{n}",
        ask,
        "one way; what speaks for and against it is asked later",
        to=(*_place_of(n), "idea"),
        asked=lambda answers: n <= INVITED_OPTIONS or f"option{n - 1}" in answers,
    )


def _weighed(n: int) -> list[Question]:
    """What speaks for and against an idea, which stands above."""

    def shown(question: Question, answers: Replies) -> Question:
        return replace(question, above=str(answers[f"option{n}"]))

    def has_idea(answers: Replies) -> bool:
        return f"option{n}" in answers

    return [
        Question(
            f"option{n}_pros", "   What speaks for it?", to=(*_place_of(n), "pros"), asked=has_idea, follows=shown
        ),
        Question(f"option{n}_cons", "   What speaks against it?", to=(*_place_of(n), "cons"), asked=has_idea),
    ]


def _will() -> list[Question]:
    will = ("grow", "will")
    return [
        Question("this_week", "What will you do this week? On which day?", to=(*will, "this_week")),
        Question("will_obstacles", "What might stop you, and what then?", to=(*will, "obstacles"), long=True),
        Question("support", "Who can help, who should know?", to=(*will, "support"), long=True),
        Question("motivation", "How much do you want to do it, 1 to 10?", read=_motivation, to=(*will, "motivation")),
        Question("why_not_lower", "Why not a 0?", to=(*will, "why_not_lower"), asked=_is_rated),
        Question("next_number", "What would add one?", to=(*will, "next_number"), asked=_can_rise),
        Question(
            "smaller_step", "What smaller step are you surer of?", "Enter keeps the step as it is",
            to=(*will, "this_week"), asked=_is_unsure,
            above=f"Below {SURE_ENOUGH}, a smaller step or more time holds better than a big resolve.",
        ),
    ]  # fmt: skip


def _motivation(line: str) -> Value:
    number = whole_from(line)
    if not 1 <= number <= HIGHEST:
        raise ScalarError("E231", f"{number} is off the scale", f"write 1 to {HIGHEST}")
    return plain_value(number)


def _rating(answers: Replies) -> int:
    return int(str(answers.get("motivation", 0)))


def _is_rated(answers: Replies) -> bool:
    return "motivation" in answers


def _can_rise(answers: Replies) -> bool:
    return 0 < _rating(answers) < HIGHEST


def _is_unsure(answers: Replies) -> bool:
    return 0 < _rating(answers) < SURE_ENOUGH


def _smart(desk: Desk, plan: Plan, stated: Fields) -> list[Question]:
    """The goal that follows: its wording again, what exactly, then measure, day and the rest as add-goal asks them."""
    wording = Question(
        "wording",
        "The goal, in one sentence?",
        "as it is to stand in the plan",
        str(stated.get("goal", "")),
        to=("goal",),
    )
    exactly = Question("specific", "What exactly will one see?", "what a visitor could watch", to=("smart", "specific"))
    six = goal_questions(desk, plan, stated)
    rest = [replace(one, ask=_COUNT.sub("", one.ask)) for one in six if one.key != "goal"]
    return [
        wording,
        *([] if holds(stated, exactly.place) else [exactly]),
        *rest,
        _settled_question(),
    ]


def _settled_question() -> Question:
    return Question(
        "status",
        "Is it settled, and worked on from today?",
        "y makes it active; n or Enter leaves it a draft",
        read=lambda line: "active" if yes_or_no(line) == "yes" else "draft",
        asked=lambda answers: KEY in answers,
    )


def _said_before(question: Question, answers: Replies) -> Question:
    """The question with what was said in answer to an earlier one as its proposal."""
    earlier = (goal_words(answers.get(key)) for key in _SAID_SO[question.key])
    return replace(question, default=next((text for text in earlier if text), question.default))


def _named_options(answers: Mapping[str, Value]) -> list[str]:
    keys = [f"option{n}" for n in range(1, MOST_OPTIONS + 1)]
    return [str(answers[key]) for key in keys if key in answers]


def _first_step(question: Question, answers: Mapping[str, Value]) -> Question:
    """The options with their numbers; the answer marks one of them."""
    places = [n for n in range(MOST_OPTIONS) if f"option{n + 1}" in answers]
    listed = "\n".join(f"   {n} {option}" for n, option in enumerate(_named_options(answers), start=1))

    def read(line: str) -> Value:
        if not line.isdigit() or not 1 <= int(line) <= len(places):
            raise ScalarError("E129", f"'{line}' is none of the options", f"write 1 to {len(places)}")
        return {f"{POSITION}{places[int(line) - 1]}": {"first_step": "yes"}}

    return replace(question, above=listed, read=read, echo=lambda value: _step_text({**answers, "first_step": value}))


def _step_text(answers: Mapping[str, Value]) -> str:
    """The option that comes first."""
    first = answers.get("first_step")
    place = next(iter(first), "") if isinstance(first, dict) else ""
    return str(answers.get(f"option{int(place.removeprefix(POSITION)) + 1}", "")) if place else ""


def _will_default(question: Question, answers: Mapping[str, Value]) -> Question:
    return replace(question, default=str(answers.get("smaller_step") or answers.get("this_week") or ""))


_FOLLOWS: Mapping[str, Callable[[Question, Replies], Question]] = {
    **dict.fromkeys(_SAID_SO, _said_before),
    "why_not_lower": lambda question, answers: replace(question, ask=f"Why {_rating(answers)} and not 0?"),
    "next_number": lambda question, answers: replace(question, ask=f"What would take you to {_rating(answers) + 1}?"),
    "this_week": lambda question, answers: replace(question, default=_step_text(answers)),
    "specific": _will_default,
    "deadline": lambda question, _answers: replace(question, default=question.default or "3m"),
}
