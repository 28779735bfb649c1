"""What is asked about a new goal: six things and what follows from them, in the words of the practice's SMART form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.entry_of import holds
from goalctl.cli.asking.forms.form_questions import reworded_questions
from goalctl.cli.asking.goals.judging import JUDGED_BY, judge_questions
from goalctl.cli.asking.goals.measure_questions import KEY, OF_A_GOAL, measure_questions
from goalctl.cli.asking.library.goal_sources import goal_from, goal_words, offered_wishes
from goalctl.cli.asking.library.measure_examples import measure_examples
from goalctl.cli.asking.value_question import value_question
from goalctl.cli.days import day_ahead
from goalctl.cli.desk import Desk
from goalctl.cli.writing import day_in_words
from goalctl.model.entry import plain_value
from goalctl.model.finding import Fields, Value, list_in, value_in
from goalctl.model.goal import Term
from goalctl.model.plan import Plan
from goalctl.model.scalars import Duration, ScalarError, excerpt, flag_from
from goalctl.model.statement import StatementKind

SMART = "smart"
DEADLINE = (SMART, "time_bound", "deadline")
NEAR = Duration(4, "m")  # our own: what is reached by then is a short-term goal
SOON = timedelta(weeks=4)  # our own: what ends by then needs no look in between
_FOLLOWING = ("level", JUDGED_BY, "term", "checkpoints")
_YES_NO = {"y": "yes", "n": "no"}


def goal_questions(desk: Desk, plan: Plan, stated: Fields) -> list[Question]:
    """The six, for which problem where there are several, and what follows from them; without what was stated already.

    What a goal of the library brings along is not asked either.
    """
    every = [
        _goal(desk, plan),
        *_problem(plan),
        *measure_questions(desk.practice, OF_A_GOAL, measure_examples(desk.practice)),
        *judge_questions(plan, OF_A_GOAL, stated),
        deadline_question(DEADLINE, desk.today),
        _term(stated, desk.today),
        _checkpoints(stated, desk.today),
        _because(),
        _in_client_control(),
        value_question(plan.values),
    ]
    left = [
        _unless_brought(question)
        for question in reworded_questions(every, desk.practice.forms.get(SMART))
        if not _is_stated(stated, question)
    ]
    return numbered_questions(left)


def _unless_brought(question: Question) -> Question:
    """The question, which is passed over where the goal's own answer holds that already."""

    def is_asked(answers: Replies) -> bool:
        goal = answers.get("goal")
        return question.asked(answers) and not (isinstance(goal, dict) and _is_stated(goal, question))

    return question if question.key == "goal" else replace(question, asked=is_asked)


def numbered_questions(questions: Sequence[Question]) -> list[Question]:
    """The questions with how many there are; those that only follow from another answer carry no number."""
    whole = [question for question in questions if not question.key.startswith(_FOLLOWING)]
    numbers = {question.key: f"{n}/{len(whole)} " for n, question in enumerate(whole, start=1)}
    return [replace(question, ask=numbers.get(question.key, "") + question.ask) for question in questions]


def deadline_question(place: tuple[str, ...], today: date) -> Question:
    """By when; days may be typed as `fri` or `+6w`, and come back as a date."""

    def read(line: str) -> Value:
        day = day_ahead(line.lower(), today=today, option="the deadline")
        if day < today:
            raise ScalarError("E122", f"{day} has passed", "write a day to come, as 3m")
        return plain_value(day)

    return Question(
        "deadline",
        "By which day?",
        "as 3m, 6w, fri or 2026-03-31; weeks rather than years",
        read=read,
        to=place,
        echo=lambda value: day_in_words(date.fromisoformat(str(value)), what="by"),
        retell=str,
    )


def _is_stated(stated: Fields, question: Question) -> bool:
    if question.key == "goal":
        return holds(stated, ("goal",))
    measured = question.key == KEY or question.key.startswith("level")
    return holds(stated, OF_A_GOAL) if measured else holds(stated, question.place)


def _goal(desk: Desk, plan: Plan) -> Question:
    return Question(
        "goal",
        "The goal, in one sentence?",
        "what will be different; one thing, that can be seen",
        required=True,
        read=goal_from(desk, plan),
        to=(),
        above=offered_wishes(plan),
        echo=_brought,
        retell=goal_words,
        takes_ids=StatementKind.GOAL,
    )


def _brought(value: Value) -> str:
    """The goal in words, where it is a wish or comes from the library."""
    return goal_words(value) if isinstance(value, dict) and len(value) > 1 else ""


def _problem(plan: Plan) -> list[Question]:
    if len(plan.problems) < 2:  # noqa: PLR2004 - the only one needs no question
        return []
    known = {problem.id: problem.problem for problem in plan.problems}

    def read(line: str) -> Value:
        ids = [f"p{word}" if word.isdigit() else word for word in line.lower().replace(",", " ").split()]
        unknown = [wanted for wanted in ids if wanted not in known]
        if unknown:
            raise ScalarError("E128", f"there is no problem {excerpt(line)}", f"write {', '.join(sorted(known))}")
        return ids[0] if len(ids) == 1 else [*dict.fromkeys(ids)]

    listed = "\n".join(f"{id_} {problem}" for id_, problem in known.items())
    return [
        Question("problem", "Which problem is it for?", "its number; several with a comma", read=read, above=listed)
    ]


def _deadline(answers: Replies, stated: Fields) -> date | None:
    """By when the goal is to be reached, as far as that is settled."""
    goal = answers.get("goal")
    found = answers.get("deadline") or value_in(goal, DEADLINE) or value_in(stated, DEADLINE)
    return date.fromisoformat(str(found)) if found else None


def _term(stated: Fields, today: date) -> Question:
    """Short or long; what the deadline says is proposed."""

    def proposed(question: Question, answers: Replies) -> Question:
        deadline = _deadline(answers, stated)
        usual = "" if deadline is None else Term.SHORT.value if deadline <= NEAR.after(today) else Term.LONG.value
        return replace(question, default=usual)

    def read(line: str) -> Value:
        fitting = [term.value for term in Term if term.value.startswith(line.lower())]
        if not fitting:
            raise ScalarError("E129", f"'{excerpt(line)}' is no term", "write short or long")
        return fitting[0]

    return Question(
        "term",
        "A short or a long term goal?",
        "short: within months; long: what those serve",
        read=read,
        follows=proposed,
    )


def _checkpoints(stated: Fields, today: date) -> Question:
    """When to look at it before the deadline; half-way is proposed."""

    def proposed(question: Question, answers: Replies) -> Question:
        deadline = _deadline(answers, stated)
        way = deadline - today if deadline else timedelta()
        return replace(question, default=(today + way // 2).isoformat() if way > SOON else "")

    def read(line: str) -> Value:
        days = [day_ahead(part.strip().lower(), today=today, option="the checkpoint") for part in line.split(",")]
        return [plain_value(day) for day in days]

    def in_words(value: Value) -> str:
        days = list_in(value)
        return ", ".join(day_in_words(date.fromisoformat(str(day))) for day in days)

    return Question(
        "checkpoints",
        "When will you look at it together before that?",
        "a day, or several with commas: 4w, 8w",
        read=read,
        asked=lambda answers: _deadline(answers, stated) is not None,
        to=(SMART, "time_bound", "checkpoints"),
        echo=in_words,
        retell=lambda value: ", ".join(map(str, value)) if isinstance(value, list) else "",
        follows=proposed,
    )


def _because() -> Question:
    return Question(
        "because",
        "Why can it be reached?",
        "what worked before, what helps",
        to=("smart", "attainable", "because"),
    )


def _in_client_control() -> Question:
    return Question(
        "in_client_control",
        "Is it up to the client?",
        "y, or n when it depends on somebody else",
        read=yes_or_no,
        to=("smart", "attainable", "in_client_control"),
    )


def yes_or_no(line: str) -> Value:
    """`y` and `n` are enough."""
    return plain_value(flag_from(_YES_NO.get(line.lower(), line)))
