"""A plan to begin with, by questions; or from a plan, each wording looked at by a person before it is nobody's."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from goalctl.cli.asking.ask import Question, Replies, is_confirmed
from goalctl.cli.asking.entry_of import POSITION, entry_of
from goalctl.cli.asking.goals.measure_questions import KEY, measure_questions
from goalctl.cli.asking.interventions import service_from
from goalctl.cli.asking.library.measure_examples import measure_examples
from goalctl.cli.desk import Desk
from goalctl.cli.naming import known_filling
from goalctl.model.day_words import stretch_from
from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.finding import Fields, Path, Value, records_under
from goalctl.model.form import FormKind
from goalctl.model.frequency import interval_from
from goalctl.model.goal import Goal
from goalctl.model.scalars import ScalarError
from goalctl.model.template import Template
from goalctl.views.clean import one_line
from goalctl.workspace.memory.template import put_or_drop
from goalctl.workspace.shelves.kinds import titled

MOST = 6
MOST_STEPS = 3
REMARKS = {
    "within": "how long each may take",
    "goals": "drafts, to choose from with the client",
}


def template_questions(desk: Desk, name: str, title: str | None) -> list[Question]:
    """What it is called and for whom, services and forms, then problems and goals with measures and steps."""
    head = [
        Question("name", "What is it called?", "as the list of templates shows it", titled(name, title), required=True),
        Question("about", "For whom is it, in half a line?", "what somebody finds it by"),
        *(_service(n) for n in range(1, MOST_STEPS + 1)),
        Question(
            "assessments",
            "Which questionnaires, and how often?",
            "as phq-9 every 4w; ors every 1 session",
            read=lambda line: _assessments(desk, line),
        ),
        *(_problem(n) for n in range(1, MOST + 1)),
    ]
    return [*head, *(one for n in range(1, MOST + 1) for one in _goal(desk, n))]


def _service(n: int) -> Question:
    ask = "What do you offer them, and how often?" if n == 1 else "What else do you offer? Enter goes on."
    return Question(
        f"service{n}", ask, "as individual psychotherapy; every 1w; for 16w; 50 minutes", read=service_from,
        asked=lambda answers: n == 1 or f"service{n - 1}" in answers, to=("services", f"{POSITION}{n - 1}"),
    )  # fmt: skip


def _assessments(desk: Desk, line: str) -> Value:
    """Each form that the words name, with its interval."""
    found: list[Value] = []
    for part in filter(None, (part.strip() for part in line.split(";"))):
        word, _, often = part.partition(" every ")
        ref, form = known_filling(desk, word.strip())
        if form.kind is not FormKind.ASSESSMENT:
            raise ScalarError("E129", f"{form.form} is no questionnaire", "goalctl forms list shows what there is")
        found.append(entry_values(form=str(ref), every=_interval(often.strip())))
    return found


def _interval(text: str) -> str:
    """As a plan has it, `4w` or `4 sessions`; in words too, `4 weeks`."""
    for grammar in (interval_from, stretch_from):
        with suppress(ScalarError):
            return str(grammar(text))
    raise ScalarError("E127", "how often is not understood", "write it as phq-9 every 4w, or every 2 sessions")


def _problem(n: int) -> Question:
    ask = "What brings these clients?" if n == 1 else "What else brings them? Enter goes on."
    return Question(
        f"problem{n}", ask, "one problem", required=n == 1, to=("problems", f"{POSITION}{n - 1}", "problem"),
        asked=lambda answers: n == 1 or f"problem{n - 1}" in answers,
    )  # fmt: skip


def _goal(desk: Desk, n: int) -> Iterator[Question]:
    """A goal with its measure, its time and up to three steps."""
    place, key = ("goals", f"{POSITION}{n - 1}"), f"goal{n}"

    def is_there(answers: Replies) -> bool:
        return key in answers

    yield Question(
        key, "A goal that fits many of them?" if n == 1 else "Another goal? Enter goes on.", "one sentence",
        required=n == 1, to=(*place, "goal"), asked=lambda answers: n == 1 or f"goal{n - 1}" in answers,
    )  # fmt: skip
    measure = measure_questions(desk.practice, (*place, "smart", KEY), measure_examples(desk.practice))[0]
    yield replace(
        measure, key=f"{key} measure", ask="How is it seen? Leave the start open.", asked=is_there,
        help=measure.help.replace("as mood 0..10: 3 -> 7", "as mood 0..10: -> 7", 1),
        follows=lambda question, answers: replace(
            question, above=measure_examples(desk.practice)({"goal": answers.get(key)})
        ),
    )  # fmt: skip
    yield _within(key, f"g{n}")
    for m in range(1, MOST_STEPS + 1):
        yield _step(key, n, m)


def _within(key: str, id_: str) -> Question:
    return Question(
        f"{key} within", "How long may it take?", "as 12w or 3 months", read=lambda line: str(stretch_from(line)),
        asked=lambda answers: key in answers, to=("within", id_),
    )  # fmt: skip


def _step(key: str, n: int, m: int) -> Question:
    ask = "A first step toward it?" if m == 1 else "Another step? Enter goes on."
    return Question(
        f"{key} step{m}", ask, "what the client does",
        asked=lambda answers: key in answers and (m == 1 or f"{key} step{m - 1}" in answers),
        to=("goals", f"{POSITION}{n - 1}", "objectives", f"{POSITION}{m - 1}", "objective"),
    )  # fmt: skip


def template_entry(name: str, questions: list[Question], answers: Replies) -> Fields:
    """The template that the answers make, its problems, goals and steps numbered."""
    said = entry_of(questions, answers)
    goals = [_numbered_goal(goal, n) for n, goal in enumerate(records_under(said, "goals"), start=1)]
    problems: list[Value] = [{"id": f"p{n}", **one} for n, one in enumerate(records_under(said, "problems"), start=1)]
    whole = {"format": "1", "template": name, **said, "problems": problems, "goals": goals}
    return in_order(Template, {key: value for key, value in whole.items() if value not in ("", [], {}, None)})


def _numbered_goal(goal: Fields, n: int) -> Value:
    steps: list[Value] = [
        {"id": f"g{n}.{m}", "objective": one.get("objective"), "status": "draft"}
        for m, one in enumerate(records_under(goal, "objectives"), start=1)
    ]
    return in_order(Goal, {"id": f"g{n}", "status": "draft", **goal} | entry_values(objectives=steps))


def without_the_person(desk: Desk, entry: Fields, wordings: list[tuple[Path, str]], doubted: set[str]) -> Fields:
    """The entry after a person has looked at every wording: kept, said otherwise, or left out.

    What looks private by the rules can't be kept as it is.
    """
    desk.say("Each wording, one by one: does it name this person, or point to them?")
    looked_at = [(place, _looked_at(desk, text, is_doubted=text in doubted)) for place, text in wordings]
    for place, words in reversed(looked_at):  # from the end, so that what is left out moves nothing
        if words is not None:
            entry = put_or_drop(entry, place, words)
    return entry


def _looked_at(desk: Desk, text: str, *, is_doubted: bool) -> str | None:
    """None where it may stay; else the words in its place, or none at all."""
    desk.say(textwrap.fill(one_line(text), desk.width - 1, initial_indent="   ", subsequent_indent="   "))
    if is_doubted:
        desk.say("   That looks private by the rules of the practice, and can't stay as it is.")
    elif not is_confirmed(desk, "Does this name the person?", default=False):
        return None
    return desk.read_line("   In words that fit anybody; Enter leaves it out > ").strip()
