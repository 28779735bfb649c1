"""What is asked about a session, in seven prompts; a practice's own session form rewords them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from goalctl.analysis.scores.score_line import row_of, scores_from, scores_text
from goalctl.cli.asking.ask import Question, Replies, words_from
from goalctl.cli.asking.forms.due_forms import due_form_questions
from goalctl.cli.asking.forms.form_questions import reworded_questions
from goalctl.cli.asking.forms.score_row import row_help, row_lines
from goalctl.cli.asking.library.from_library import library_tasks
from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.desk import Desk
from goalctl.cli.writing import day_in_words
from goalctl.model.entry import entry_values, plain_value
from goalctl.model.finding import Fields, Value
from goalctl.model.form import Form
from goalctl.model.ids import SCORABLE
from goalctl.model.next_steps import steps_of_this_week
from goalctl.model.people import people_of
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.model.statement import StatementKind
from goalctl.workspace.operations.log_session import visit_day, visit_from, visit_text, was_seen

SESSION = "session"
NUMBERS = {
    "visit": 1,
    "homework_done": 2,
    "scores": 3,
    "worked_on": 4,
    "response": 5,
    "note": 5,
    "homework": 6,
    "next": 7,
}
LAST = 7
_DONE = {"y": "yes", "yes": "yes", "p": "partly", "partly": "partly", "n": "no", "no": "no"}
_SEVERAL = re.compile(r"[ypn]{2,}")


def session_questions(desk: Desk, plan: Plan, proposed: Fields, note: Form | None = None) -> list[Question]:
    """Visit, last homework, scores and the forms that are due, interventions, response and note, homework, next.

    Of a template for the note only the facts are asked here; where the client was not there, the note alone is asked.
    """
    practice, today = desk.practice, desk.today
    before = [_visit(plan, proposed, today), *_homework_done(plan), _scores(plan)]
    after = [*_worked_on(plan), *_response(note), _note(note), _homework(desk, plan), _next(today)]
    asked = reworded_questions([*before, *after], practice.forms.get(SESSION))
    questions = [_numbered_question(question) for question in asked]
    forms = due_form_questions(desk, plan, lambda answers: visit_day(answers.get("visit"), today), visit_was_seen)
    return [*questions[: len(before)], *forms, *questions[len(before) :]]


def tasks_from(texts: Iterable[str]) -> list[Value]:
    """Homework without ids: `g1.1: run on Tuesday`, or a task that belongs to no goal."""
    return [_task(text) for text in texts]


def _task(text: str) -> Value:
    item, colon, task = text.partition(":")
    return entry_values(for_=item, task=task.strip()) if colon and SCORABLE.fits(item) else entry_values(task=text)


def _numbered_question(question: Question) -> Question:
    """The prompt with its number, and with what can be typed there as short as it goes."""
    number = NUMBERS.get(question.key)
    how = {"homework_done": "y/p/n", "next": "(+1w, fri)"}.get(question.key, "")
    ask = f"{question.ask} {how}".strip()
    return replace(question, ask=f"{number}/{LAST} {ask}" if number else ask)


def visit_was_seen(answers: Replies) -> bool:
    """Whether the client was there, by the answers so far."""
    return was_seen(answers.get("visit"))


def _visit(plan: Plan, proposed: Fields, today: date) -> Question:
    there = proposed.get("present")
    people = list(dict.fromkeys([*people_of(plan), *(map(str, there) if isinstance(there, list) else ())]))

    def read(line: str, upon: Fields = proposed) -> Value:
        day_of = partial(day_back, today=today, option="the visit")
        return visit_from(line, upon, day_of=day_of, people=people)

    def differs(line: str, shown: str) -> Value:
        before = read(shown)
        return read(line, {**proposed, **before} if isinstance(before, dict) else proposed)

    return Question(
        "visit",
        "Visit?",
        "Type only what differs, in any order: a day (yesterday, -3d, fri), a time (14:00 or 14:00-14:45), minutes "
        "(45min), a CPT code, a place (office, video, phone, home), who was there "
        f"({', '.join(people)}), or session, no-show, cancelled, intake, review, crisis, outreach, group.",
        default=visit_text(proposed),
        read=read,
        upon=differs,
        to=(),
        echo=lambda visit: f"{visit_day(visit, today):%a} {visit_text(visit)}",
        retell=visit_text,
    )


def _homework_done(plan: Plan) -> list[Question]:
    tasks = plan.open_homework
    if not tasks:
        return []
    names = " ".join(task.id for task in tasks)

    def read(line: str) -> Value:
        return _done_from(line, [task.id for task in tasks])

    return [
        Question(
            "homework_done",
            "Homework done?",
            f"y yes, p partly, n no; one for each of {names}, - for not asked",
            read=read,
            asked=visit_was_seen,
            above="\n".join(f"{task.id} {task.task}" for task in tasks),
            retell=lambda done: (
                " ".join(f"{key}={value}" for key, value in done.items()) if isinstance(done, dict) else ""
            ),
        )
    ]


def _done_from(line: str, ids: list[str]) -> Value:
    words = list(line) if _SEVERAL.fullmatch(line) else line.lower().split()
    found: dict[str, Value] = {}
    waiting = iter(ids)
    for word in words:
        name, equals, answer = word.partition("=")
        if not equals:
            name, answer = next(waiting, ""), word
        if not name or name not in ids:
            raise ScalarError("E129", f"{excerpt(word)}: there is no such homework", f"asked here: {' '.join(ids)}")
        if answer == "-":
            continue
        if answer not in _DONE:
            raise ScalarError("E129", f"'{excerpt(answer)}' is not understood", "y yes, p partly, n no")
        found[name] = _DONE[answer]
    return found


def _scores(plan: Plan) -> Question:
    row = row_of(plan)
    return Question(
        "scores",
        "Scores?",
        row_help(row),
        read=lambda line: scores_from(line, plan, row),
        asked=lambda answers: visit_was_seen(answers) and bool(row),
        above=row_lines(plan, row),
        echo=lambda scores: scores_text(scores) or "nothing scored",
        retell=scores_text,
    )


def _worked_on(plan: Plan) -> list[Question]:
    """The interventions of the active objectives, by number; what they belong to was worked on."""
    active = {step.id for goal in plan.active_goals for step in goal.active_objectives}
    offered = [(name, step) for name, step in plan.interventions() if name.rpartition(".")[0] in active]
    known = [name for name, _ in offered]

    def read(line: str) -> Value:
        used = [_used_id(word, known, plan) for word in line.replace(",", " ").split()]
        owners = [name.rpartition(".")[0] if name in known else name for name in used]
        return entry_values(
            worked_on=list(dict.fromkeys(owners)), used=[name for name in dict.fromkeys(used) if name in known]
        )

    if not plan.goals:
        return []
    return [
        Question(
            "worked_on",
            "Used?",
            "The numbers of the interventions, as 1 2; or what you worked on, as g1.1.",
            read=read,
            asked=visit_was_seen,
            to=(),
            above="\n".join(
                f"{n} {excerpt(step.what, most=56)} ({name})" for n, (name, step) in enumerate(offered, start=1)
            ),
            echo=_used_text,
            retell=_used_text,
        )
    ]


def _used_id(word: str, known: list[str], plan: Plan) -> str:
    if word.isdigit() and 0 < int(word) <= len(known):
        return known[int(word) - 1]
    if word in known or word in plan.scorables:
        return word
    offered = f"1 to {len(known)}, or " if known else ""
    raise ScalarError("E129", f"'{excerpt(word)}' is nothing to choose here", f"write {offered}an id, as g1")


def _used_text(value: Value) -> str:
    """Every intervention, and what was worked on without one."""
    if not isinstance(value, dict):
        return ""
    used, owners = value.get("used") or [], value.get("worked_on") or []
    covered = {str(name).rpartition(".")[0] for name in used}
    return " ".join([*map(str, used), *(str(owner) for owner in owners if owner not in covered)])


def _response(note: Form | None) -> list[Question]:
    """Not asked where a part of the note's template is itself the response."""
    if note and any(part.to == "response" for part in note.items):
        return []
    help_ = "How the client responded. e opens your editor."
    return [Question("response", "Response?", help_, asked=visit_was_seen, long=True)]


def _note(note: Form | None) -> Question:
    def is_asked(answers: Replies) -> bool:
        return note is None or not visit_was_seen(answers)

    return Question("note", "Note?", "The progress note. e opens your editor.", asked=is_asked, long=True)


def _homework(desk: Desk, plan: Plan) -> Question:
    def read(line: str) -> Value:
        parts = [part.strip() for part in str(words_from(line)).split(";") if part.strip()]
        tasks = library_tasks(desk, plan.client, tasks_from(parts))
        named = [str(task["for"]) for task in tasks if isinstance(task, dict) and "for" in task]
        if unknown := [item for item in named if item not in plan.scorables]:
            raise ScalarError("E129", f"{plan.client} has no {unknown[0]}", f"known here: {', '.join(plan.scorables)}")
        return tasks

    return Question(
        "homework",
        "Homework?",
        "Until next time, as: run on Tuesday; or for a goal: g1.1: run on Tuesday. Several: put ; between them.",
        default="; ".join(f"{goal}: {step}" for goal, step in steps_of_this_week(plan)),
        read=read,
        takes_ids=StatementKind.HOMEWORK,
        asked=visit_was_seen,
    )


def _next(today: date) -> Question:
    return Question(
        "next",
        "Next?",
        "The next appointment: +1w, fri, or 2026-03-31.",
        read=_ahead(today),
        echo=lambda value: day_in_words(date.fromisoformat(str(value)), what="next"),
        retell=str,
    )


def _ahead(today: date) -> Callable[[str], Value]:
    return lambda line: plain_value(day_ahead(line.lower(), today=today, option="the next appointment"))
