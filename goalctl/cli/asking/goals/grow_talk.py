"""GROW as a conversation about one goal: what becomes of the answers, and what is kept when it is paused."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.entry_of import entry_of, merged_entry
from goalctl.cli.asking.goals.grow_questions import grow_questions
from goalctl.cli.asking.goals.grow_walk import HOW, GrowWalk, PauseError, earlier_answers
from goalctl.cli.asking.guided import MeanwhileError, confirmed_entry, must_ask, sitting
from goalctl.cli.desk import Desk
from goalctl.cli.opening import open_plan
from goalctl.cli.writing import added_lines, tell_beside, whose
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.finding import Fields
from goalctl.model.goal import Goal
from goalctl.model.next_steps import steps_of_this_week
from goalctl.model.plan import Plan
from goalctl.model.written import record_data
from goalctl.workspace.operations.grow import grow_edits
from goalctl.workspace.store.clients import found_in
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.transaction.transaction import Changed, change_plan, previewed


def grow_goal(desk: Desk, client: str, stated: Fields) -> None:
    """The conversation for a new goal; what was stated already is not asked."""
    must_ask(desk, "somebody to talk to", "goalctl add-goal CLIENT GOAL with options")
    talk(desk, open_plan(desk, client), stated, None)


def talk(desk: Desk, plan: Plan, stated: Fields, draft: Goal | None) -> None:
    """The conversation about a new goal, or about a draft that goes on; `stated` is what options said already."""
    found, file = found_in(desk.root, plan.client, exact=True)
    before = record_data(draft) if draft else {}
    known = {key: value for key, value in before.items() if key in {"smart", "problem", "term"}} | stated
    questions = grow_questions(desk, plan, known)
    tell_beside(desk, found, plan.client)
    desk.say(f"{whose(desk, plan)}\n{HOW}")
    with sitting(desk, f"grow-{draft.id}" if draft else "grow", plan.client, questions) as kept:
        typed = kept.typed or earlier_answers(questions, before)
        kept.typed.update(typed)
        talk = _Talk(desk, file, questions, merged_entry(before, stated), draft)
        walk = GrowWalk(desk, questions, typed=kept.typed, client=plan.client, hints=talk.hints)
        walk.pass_over_what_was_said()
        try:
            entry = confirmed_entry(walk, talk.entry, talk.preview)
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
        self, desk: Desk, file: PlanFile, questions: Sequence[Question], before: Fields, draft: Goal | None
    ) -> None:
        self.desk, self.file, self.questions = desk, file, questions
        self.before, self.draft = before, draft

    def entry(self, answers: Replies) -> Fields:
        """The goal that the answers make, over what was there before."""
        begun = entry_values(status="draft", opened=None if self.draft else self.desk.today)
        return in_order(Goal, merged_entry(begun | self.before, entry_of(self.questions, answers)))

    def hints(self, answers: Replies) -> list[str]:
        """What the rules say about the goal so far, each as one sentence."""
        entry = self.entry(answers)
        if not entry.get("goal"):
            return []
        changed = previewed(self.desk.practice, self.file, lambda plan: self._edits(plan, entry))
        return _hints(self.desk, changed)

    def preview(self, entry: Fields) -> str:
        """The lines that would be new, and the hints below them."""
        changed = previewed(self.desk.practice, self.file, lambda plan: self._edits(plan, entry))
        hints = _hints(self.desk, changed)
        return "\n".join([added_lines(changed), *(["", *hints] if hints else [])])

    def keep(self, entry: Fields, *, is_over: bool) -> None:
        """Save it and say what comes next."""
        changed = change_plan(self.desk.practice, self.file, lambda plan: self._edits(plan, entry))
        goal = self.draft.id if self.draft else changed.plan.goals[-1].id
        client = self.file.client
        if is_over:
            self.desk.say(f"saved {goal} in {self.file.name}\nnext: goalctl add-objective {client} {goal}")
            if any(of == goal for of, _ in steps_of_this_week(changed.plan)):
                self.desk.say(f"the step for this week is offered as homework: goalctl log-session {client}")
        else:
            self.desk.say(f"kept as the draft {goal}; go on another day with: goalctl grow {client} {goal}")
        self.desk.write(f"{goal}\n")

    def _edits(self, plan: Plan, entry: Fields) -> list[Edit]:
        if self.draft and self.draft not in plan.goals:
            raise MeanwhileError(self.draft.id)
        return grow_edits(plan, entry, self.draft)


def _hints(desk: Desk, changed: Changed) -> list[str]:
    from goalctl.workspace.check.typed import typed_findings

    found = typed_findings(desk.practice, changed, today=desk.today)
    return [f"{finding.code}: {finding.in_short}" for finding in found]
