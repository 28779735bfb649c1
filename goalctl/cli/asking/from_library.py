"""`--from depression/g3`, `--from bank:3f9a1c`: what the library or the bank says, completed by the person who uses it.

Words in braces and where the client stands today are asked for on a terminal. Elsewhere a missing word is an error, and
a missing baseline is left out and said: then the first score serves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated

import typer

from goalctl.analysis.caseload.bank import normalised
from goalctl.cli.asking.ask import Question, Replies, words_from
from goalctl.cli.asking.entry_of import holds, merged_entry
from goalctl.cli.asking.goal_questions import value_question
from goalctl.cli.asking.guided import sitting
from goalctl.cli.asking.interventions import intervention_from
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import open_plan, plan_to_change
from goalctl.cli.writing import whose
from goalctl.model.entry import entry_values, plain_value
from goalctl.model.finding import Fields, Value
from goalctl.model.measure import own_scale
from goalctl.model.plan import Plan
from goalctl.model.planner import StatementKind, placeholders
from goalctl.model.scalars import ScalarError, excerpt, number_from, number_text
from goalctl.views.clean import one_line
from goalctl.views.words.measure import target_text
from goalctl.workspace.memory.answer import Inquiry
from goalctl.workspace.memory.bank import PREFIX, Bank, bank_of, from_bank, refuse_private
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.shelves.filling import (
    MEASURABLE,
    REF,
    Filling,
    Open,
    at,
    filled_in,
    from_planner,
    put,
    texts_in,
)
from goalctl.workspace.shelves.kinds import PLANNERS

From = Annotated[
    str | None,
    typer.Option("--from", metavar="AREA/ID|bank:ID", help="From the library or the bank, as depression/g3."),
]
Fill = Annotated[
    list[str] | None,
    typer.Option("--fill", metavar='"WORD=…"', help="What stands in braces in the library's text; repeat it."),
]
WithObjectives = Annotated[
    bool, typer.Option("--with-objectives", help="With --from: the goal's objectives and interventions too.")
]


VALUE = "value"
RELEVANT = ("smart", "relevant")


@dataclass(frozen=True)
class LibraryRef:
    """What is named on the command line, and the words given for its braces."""

    ref: str
    kind: StatementKind
    fill: Sequence[str] = field(default=())
    with_objectives: bool = False


def is_ref(text: str) -> bool:
    """Whether a text names something in the library or the bank rather than being the thing itself."""
    return REF.fullmatch(text) is not None or (text.startswith(PREFIX) and " " not in text)


def whole_bank(desk: Desk) -> Bank:
    """The bank of this workspace."""
    return bank_of(desk.memory.answer(Inquiry((Part.BANK,), desk.today)))


def library_entry(desk: Desk, client: str, source: LibraryRef, stated: Fields) -> Fields:
    """The entry that the source makes for this client, with what options stated in the place of the library's words."""
    plan = open_plan(desk, client)
    filling = _filling(desk, client, source)
    if filling.own_words and filling.from_client != client:
        desk.say(f"{filling.source} repeats what another client said: put it into this client's own words.")
    entry = _with_options(filling, _problem(plan, filling) | stated)
    words = _words(source.fill, filling)
    entry = _with_what_is_asked(desk, plan, filling, entry, words)
    refuse_private(desk.practice, filling, entry, client=client)
    return entry


def library_tasks(desk: Desk, client: str, tasks: list[Value]) -> list[Value]:
    """Homework, with `depression/h4` and `bank:…` replaced by the tasks that they name."""
    return [_task(desk, client, task) if isinstance(task, dict) else task for task in tasks]


def _task(desk: Desk, client: str, task: Fields) -> Fields:
    text = str(task.get("task", "")).strip()
    if not is_ref(text):
        return task
    return task | library_entry(desk, client, LibraryRef(text, StatementKind.HOMEWORK), {})


def library_intervention(desk: Desk, client: str, text: str, number: int) -> Fields:
    """What the clinician does: in words, or what the library or the bank has under that name."""
    if not is_ref(text.strip()):
        return intervention_from(text, number)
    entry = library_entry(desk, client, LibraryRef(text.strip(), StatementKind.INTERVENTION), {})
    return {"id": f"i{number}", **entry}


def _problem(plan: Plan, filling: Filling) -> Fields:
    """Which of the plan's problems a goal is for: the one in the planner's words, else the only one."""
    if filling.kind is not StatementKind.GOAL:
        return {}
    same = [problem.id for problem in plan.problems if normalised(problem.problem) == normalised(filling.problem)]
    only = [problem.id for problem in plan.problems] if len(plan.problems) == 1 else []
    return entry_values(problem=next(iter(same or only), None))


def _filling(desk: Desk, client: str, source: LibraryRef) -> Filling:
    active = desk.practice.settings.limits.active_objectives if source.with_objectives else 0
    if source.ref.startswith(PREFIX):
        return from_bank(
            whole_bank(desk), source.ref, source.kind, client=client, today=desk.today, most_active=active,
            case_of=lambda used_by: desk.practice.case(plan_to_change(desk, used_by), today=desk.today),
        )  # fmt: skip
    shelf = PLANNERS.shelf(desk.root)
    return from_planner(shelf, source.ref, source.kind, today=desk.today, most_active=active)


def _with_options(filling: Filling, stated: Fields) -> Fields:
    """Another way of scoring takes the place of the library's as a whole; everything else part by part."""
    entry: Value = filling.entry
    for place in (("smart", MEASURABLE), (MEASURABLE,)):
        by = at(stated, (*place, "by"))
        if by is not None and by != at(filling.entry, (*place, "by")):
            entry = put(entry, place, {})
    return merged_entry(entry if isinstance(entry, dict) else {}, stated)


def _words(fill: Sequence[str], filling: Filling) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in fill:
        word, equals, value = text.partition("=")
        if not equals or not value.strip():
            raise UsageError(f"--fill: '{excerpt(text)}' is not understood", 'write it as --fill "activity=a run"')
        if word not in filling.blanks:
            known = ", ".join(filling.blanks)
            raise UsageError(
                f"--fill: {filling.source} has no {{{excerpt(word)}}}", f"it has {known}" if known else "leave it out"
            )
        found[word] = value.strip()
    return found


def _with_what_is_asked(desk: Desk, plan: Plan, filling: Filling, entry: Fields, words: dict[str, str]) -> Fields:
    blanks = [word for word in _blanks(entry) if word not in words]
    opens = [each for each in filling.open if _is_open(entry, each)]
    if not desk.may_ask:
        _refuse_blanks(entry, blanks)
        _tell_left_out(desk, filling, opens, words)
        return _without_blanks(entry, words)
    questions = [_blank(entry, word) for word in blanks]
    questions += _sign_questions(filling, entry)
    questions += [question for each in opens for question in _open_questions(each)]
    if filling.kind is StatementKind.GOAL and not holds(entry, RELEVANT):
        questions.append(replace(value_question(plan.values), key=VALUE, to=RELEVANT))
    if not questions:
        return _without_blanks(entry, words)
    desk.say(f"{whose(desk, plan)}\nfrom {filling.source}: {one_line(next(texts_in(filling.entry)))}")
    with sitting(desk, "from-library", plan.client, questions, with_help=True) as walk:
        answers = dict(walk.run())
    return _with_answers(entry, words, answers, opens)


def _with_answers(entry: Fields, words: dict[str, str], answers: Replies, opens: Sequence[Open]) -> Fields:
    found = {key.removeprefix("fill "): str(value) for key, value in answers.items() if key.startswith("fill ")}
    filled: Value = _without_blanks(entry, words | found)
    for each in opens:
        for part in ("baseline", "target"):
            if (value := answers.get(_key(each, part))) is not None:
                filled = put(filled, (*each.place, part), value)
    for key, place in (("evidence", ("evidence",)), (VALUE, RELEVANT)):
        if (answer := answers.get(key)) is not None:
            filled = put(filled, place, answer)
    return filled if isinstance(filled, dict) else entry


def _without_blanks(entry: Fields, words: dict[str, str]) -> Fields:
    filled = filled_in(entry, words)
    return filled if isinstance(filled, dict) else entry


def _blanks(entry: Fields) -> list[str]:
    return list(dict.fromkeys(word for text in texts_in(entry) for word in placeholders(text)))


def _is_open(entry: Fields, each: Open) -> bool:
    """Whether the measure is still the one whose baseline is missing."""
    measure = at(entry, each.place)
    return isinstance(measure, dict) and measure.get("by") == str(each.measure.by) and measure.get("baseline") is None


def _refuse_blanks(entry: Fields, blanks: list[str]) -> None:
    if blanks:
        example = next(text for text in texts_in(entry) if blanks[0] in placeholders(text))
        missing = " ".join(f'--fill "{word}=…"' for word in blanks)
        raise UsageError(
            f"{missing} is missing: {one_line(example)}", 'say what belongs there, as --fill "activity=a run"'
        )


def _tell_left_out(desk: Desk, filling: Filling, opens: Sequence[Open], words: dict[str, str]) -> None:
    for each in opens:
        usual = f" ({filling.source} suggests {each.usual})" if each.usual else ""
        desk.say(
            f"no baseline yet{usual}, so the first score will serve: {one_line(str(filled_in(each.wording, words)))}"
        )


def _blank(entry: Fields, word: str) -> Question:
    example = next(text for text in texts_in(entry) if word in placeholders(text))
    return Question(f"fill {word}", f"What goes in place of {{{word}}}?", example, required=True)


def _sign_questions(filling: Filling, entry: Fields) -> list[Question]:
    """How a problem shows: by the numbers of what the planner names, in words, or both."""
    if not filling.shows or "evidence" in entry:
        return []

    def read(line: str) -> Value:
        return "; ".join(_sign(part.strip(), filling.shows) for part in line.split(",") if part.strip())

    signs = "\n".join(f"   {n} {sign}" for n, sign in enumerate(filling.shows, start=1))
    help_ = "numbers with commas between them, or what this client reports, or both: 1,3, PHQ-9 18"
    return [Question("evidence", "How does it show?", help_, read=read, above=signs)]


def _sign(part: str, shows: Sequence[str]) -> str:
    if not part.isdigit():
        return str(words_from(part))
    if not 1 <= int(part) <= len(shows):
        raise ScalarError("E129", f"there is no sign {part} here", f"write 1 to {len(shows)}, or words")
    return shows[int(part) - 1]


def _key(each: Open, part: str) -> str:
    return f"{part} {'.'.join(str(step) for step in each.place)}"


def _open_questions(each: Open) -> list[Question]:
    """Where the client stands today, and another target where that is at the library's target already."""
    measure = each.measure
    target = "" if measure.target is None else f"Target {target_text(measure)}. "
    what = measure.of or measure.kind
    usual = f"Often {each.usual}. " if each.usual else ""
    per = f" per {measure.per.value}" if measure.per else ""
    key = _key(each, "baseline")

    def read(line: str) -> Value:
        low, high = own_scale(measure)
        number = number_from(line)
        if (low is not None and number < low) or (high is not None and number > high):
            ends = f"{number_text(low or 0)} {'or more' if high is None else f'to {number_text(high)}'}"
            raise ScalarError("E231", f"{number_text(number)} is off the scale", f"write {ends}")
        return plain_value(number)

    def is_there_already(answers: Replies) -> bool:
        stated = answers.get(key)
        if stated is None or measure.target is None or not each.usual:
            return False
        return (float(str(stated)) - measure.target) * (float(each.usual) - measure.target) <= 0

    help_ = f"{each.wording}. {target}{usual}Enter leaves it out: then the first score serves."
    ahead = f"That is at the target of {target_text(measure)} already."
    return [
        Question(key, f"Today, {what}{per}?", help_, read=read),
        Question(_key(each, "target"), "What is the target then?", ahead, read=read, asked=is_there_already),
    ]
