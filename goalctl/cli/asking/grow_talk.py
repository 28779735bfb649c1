"""GROW as a conversation about one goal: what becomes of the answers, and what is kept when it is paused."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.entry_of import Entry, entry_of, merged_entry
from goalctl.cli.asking.grow_questions import WISH, grow_questions
from goalctl.cli.asking.grow_walk import HOW, GrowWalk, PauseError, said_before
from goalctl.cli.asking.guided import MeanwhileError, confirmed_entry, must_ask, sitting
from goalctl.cli.asking.measure_examples import measure_examples
from goalctl.cli.desk import Desk
from goalctl.cli.opening import open_plan
from goalctl.cli.writing import added_lines, whose
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.goal import Goal
from goalctl.model.plan import Plan
from goalctl.model.written import record_data
from goalctl.workspace.check.checking import typed_findings
from goalctl.workspace.edits.additions import append_edit, next_id
from goalctl.workspace.edits.placing import value_edits
from goalctl.workspace.shelves.filling import numbered
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import PlanFile, scan
from goalctl.workspace.store.transaction import change_plan, previewed


def grow_goal(desk: Desk, client: str, stated: Entry) -> None:
    """The conversation for a new goal; what was stated already is not asked."""
    must_ask(desk, "somebody to talk to", "goalctl add-goal CLIENT GOAL with options")
    talk(desk, open_plan(desk, client), stated, None)


def talk(desk: Desk, plan: Plan, stated: Entry, draft: Goal | None) -> None:
    """The conversation about a new goal, or about a draft that goes on; `stated` is what options said already."""
    file = client_file(scan(desk.root), plan.client, exact=True)
    before = record_data(draft) if draft else {}
    known = {key: value for key, value in before.items() if key in {"smart", "problem"}} | stated
    questions = grow_questions(desk, plan, known)
    desk.say(f"{whose(plan)}\n{HOW}")
    with sitting(desk, f"grow-{draft.id}" if draft else "grow", plan.client, questions) as kept:
        typed = kept.typed or said_before(questions, before)
        kept.typed.update(typed)
        talk = _Talk(desk, file, questions, merged_entry(before, stated), draft)
        walk = GrowWalk(desk, questions, typed=kept.typed, hints=talk.hints, examples=measure_examples(desk.practice))
        walk.pass_over_what_was_said()
        try:
            entry = confirmed_entry(walk, talk.entry, talk.shown)
        except PauseError:
            entry = talk.entry(walk.answers)
            if not entry.get("goal"):
                desk.say("There is nothing to keep yet.")
                return
            talk.keep(entry | {"status": "draft"}, is_over=False)
        else:
            talk.keep(entry, is_over=True)


class _Talk:
    """What becomes of the answers: an entry, hints about it, its lines, and the plan with it."""

    def __init__(
        self, desk: Desk, file: PlanFile, questions: Sequence[Question], before: Entry, draft: Goal | None
    ) -> None:
        self.desk, self.file, self.questions = desk, file, questions
        self.before, self.draft = before, draft

    def entry(self, answers: Replies) -> Entry:
        """The goal that the answers make, over what was there before."""
        begun = entry_values(status="draft", opened=None if self.draft else self.desk.today)
        return in_order(Goal, merged_entry(begun | self.before, entry_of(self.questions, answers)))

    def hints(self, answers: Replies) -> list[str]:
        """What the rules say about the goal so far, each as one sentence."""
        entry = self.entry(answers)
        if not entry.get("goal"):
            return []
        changed = previewed(self.desk.practice, self.file, lambda plan: self._edits(plan, entry))
        found = typed_findings(self.desk.practice, changed, today=self.desk.today)
        return [f"{finding.code}: {finding.message}{f' ({finding.hint})' if finding.hint else ''}" for finding in found]

    def shown(self, entry: Entry) -> str:
        """The lines that would be new, and the hints below them."""
        changed = previewed(self.desk.practice, self.file, lambda plan: self._edits(plan, entry))
        found = typed_findings(self.desk.practice, changed, today=self.desk.today)
        hints = [
            f"{finding.code}: {finding.message}{f' ({finding.hint})' if finding.hint else ''}" for finding in found
        ]
        return "\n".join([added_lines(changed), *(["", *hints] if hints else [])])

    def keep(self, entry: Entry, *, is_over: bool) -> None:
        """Save it and say what comes next."""
        changed = change_plan(self.desk.practice, self.file, lambda plan: self._edits(plan, entry))
        goal = self.draft.id if self.draft else changed.plan.goals[-1].id
        client = self.file.client
        if is_over:
            self.desk.say(f"saved {goal} in {self.file.name}\nnext: goalctl add-objective {client} {goal}")
        else:
            self.desk.say(f"kept as the draft {goal}; go on another day with: goalctl grow {client} {goal}")
        self.desk.write(f"{goal}\n")

    def _edits(self, plan: Plan, entry: Entry) -> list[Edit]:
        goal = {key: value for key, value in entry.items() if key != WISH}
        if len(plan.problems) == 1:
            goal = in_order(Goal, entry_values(problem=plan.problems[0].id) | goal)
        if self.draft is None:
            new = next_id(plan, "g")
            return [append_edit(plan, "goals", numbered(goal, new)), *_wish_edits(plan, entry.get(WISH), new)]
        if self.draft not in plan.goals:
            raise MeanwhileError(self.draft.id)
        place, held = plan.goals.index(self.draft), self.draft
        edits = [edit for key, value in goal.items() for edit in value_edits(held, (key,), value, at=("goals", place))]
        return [*edits, *_wish_edits(plan, entry.get(WISH), held.id)]


def _wish_edits(plan: Plan, wish: object, goal: str) -> list[Edit]:
    """The wish that the goal came from names it."""
    places = [n for n, known in enumerate(plan.discovery.magic_wand) if known.wish == wish and known.goal is None]
    if not places:
        return []
    at = ("discovery", "magic_wand", places[0])
    return value_edits(plan.discovery.magic_wand[places[0]], ("goal",), goal, at=at)
