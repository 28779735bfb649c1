"""`--from depression/g3`, `--from bank:3f9a1c`: what the library or the bank says, completed by the person who uses it.

Words in braces and where the client stands today are asked for on a terminal. Elsewhere a missing word is an error, and
a missing baseline is left out and said: then the first score serves.
"""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.analysis.caseload.banked import normalised
from goalctl.cli.asking.entry_of import holds, merged_entry
from goalctl.cli.asking.guided import sitting
from goalctl.cli.asking.library.library_questions import (
    BECAUSE,
    RELEVANT,
    blank_question,
    blanks_in,
    is_open,
    open_questions,
    reason_questions,
    sign_questions,
    with_answers,
    without_blanks,
)
from goalctl.cli.asking.library.refs import BANK, LibraryRef, expanded, is_ref
from goalctl.cli.asking.value_question import value_question
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import open_plan, plan_to_change
from goalctl.cli.writing import whose
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fields, Value, fields_in, value_in
from goalctl.model.plan import Plan
from goalctl.model.scalars import excerpt
from goalctl.model.statement import StatementKind, placeholders
from goalctl.views.clean import one_line
from goalctl.workspace.shelves.filling import (
    MEASURABLE,
    Filling,
    Open,
    filled_in,
    from_planner,
    put,
    texts_in,
)


def library_entry(desk: Desk, client: str, source: LibraryRef, stated: Fields) -> Fields:
    """The entry that the source makes for this client, with what options stated in the place of the library's words."""
    from goalctl.workspace.memory.bank import refuse_private, theirs

    plan = open_plan(desk, client)
    filling = _filling(desk, client, source)
    if filling.own_words and filling.from_client != client:
        desk.say(theirs(filling.source))
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
        return task | {"task": expanded(desk, client, text)}
    return task | library_entry(desk, client, LibraryRef(text, StatementKind.HOMEWORK), {})


def library_intervention(desk: Desk, client: str, text: str, number: int) -> Fields:
    """What the clinician does: in words, or what the library or the bank has under that name."""
    from goalctl.cli.asking.interventions import intervention_from

    if not is_ref(text.strip()):
        return intervention_from(expanded(desk, client, text), number)
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
    if source.ref.startswith(BANK):
        from goalctl.cli.asking.library.library_words import bank_at
        from goalctl.workspace.memory.bank import from_bank

        return from_bank(
            bank_at(desk), source.ref, source.kind, client=client, today=desk.today, most_active=active,
            case_of=lambda used_by: desk.case(plan_to_change(desk, used_by)),
        )  # fmt: skip
    from goalctl.workspace.shelves.kinds import PLANNERS

    shelf = PLANNERS.shelf(desk.root)
    return from_planner(shelf, source.ref, source.kind, today=desk.today, most_active=active)


def _with_options(filling: Filling, stated: Fields) -> Fields:
    """Another way of scoring takes the place of the library's as a whole; everything else part by part."""
    entry: Value = filling.entry
    for place in (("smart", MEASURABLE), (MEASURABLE,)):
        by = value_in(stated, (*place, "by"))
        if by is not None and by != value_in(filling.entry, (*place, "by")):
            entry = put(entry, place, {})
    return merged_entry(fields_in(entry), stated)


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
    blanks = [word for word in blanks_in(entry) if word not in words]
    opens = [each for each in filling.open if is_open(entry, each)]
    if not desk.may_ask:
        _refuse_blanks(filling, entry, blanks)
        _tell_left_out(desk, filling, entry, opens, words)
        return without_blanks(entry, words)
    questions = [blank_question(entry, word) for word in blanks]
    questions += sign_questions(filling.shows, entry)
    questions += [question for each in opens for question in open_questions(each)]
    questions += reason_questions(filling.because, entry)
    if filling.kind is StatementKind.GOAL and not holds(entry, RELEVANT):
        questions.append(value_question(plan.values))
    if not questions:
        return without_blanks(entry, words)
    desk.say(f"{whose(desk, plan)}\nfrom {filling.source}: {one_line(next(texts_in(filling.entry)))}")
    with sitting(desk, "from-library", plan.client, questions, with_help=True) as walk:
        answers = dict(walk.run())
    return with_answers(entry, words, questions, answers)


def _refuse_blanks(filling: Filling, entry: Fields, blanks: list[str]) -> None:
    """Of what is one option among others, its words are written out: `--fill` would not say for which one it is."""
    if not blanks:
        return
    example = one_line(next(text for text in texts_in(entry) if blanks[0] in placeholders(text)))
    if filling.kind in {StatementKind.HOMEWORK, StatementKind.INTERVENTION}:
        hint = f"write out --{filling.kind.value}, with words of your own in the place of {{{blanks[0]}}}"
        raise UsageError(f"{filling.source} leaves something open: {example}", hint)
    missing = " ".join(f'--fill "{word}=…"' for word in blanks)
    raise UsageError(f"{missing} is missing: {example}", 'say what belongs there, as --fill "activity=a run"')


def _tell_left_out(desk: Desk, filling: Filling, entry: Fields, opens: Sequence[Open], words: dict[str, str]) -> None:
    if filling.because and not holds(entry, BECAUSE):
        desk.say(f'left out until somebody says so of this client: --because "{one_line(filling.because)}"')
    for each in opens:
        usual = f" ({filling.source} suggests {each.usual})" if each.usual else ""
        desk.say(
            f"no baseline yet{usual}, so the first score will serve: {one_line(str(filled_in(each.wording, words)))}"
        )
