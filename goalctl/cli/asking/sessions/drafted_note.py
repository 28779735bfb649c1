"""The note that writes itself: each part of its template is drafted from what was answered, and edited in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from goalctl.analysis.case import Case
from goalctl.analysis.likeness import TOO_LIKE, most_alike
from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.sessions.session_questions import visit_was_seen
from goalctl.model.finding import Fields
from goalctl.model.form import Form, Item
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.views.words.note import Clause, draft_of, has_own_words, heading_of, note_text, part_text

HOW = "Your own words come first, then the draft. Enter keeps it, e edits both, = WORDS replaces it, - drops it."
_PREFIX = "note."


@dataclass(frozen=True)
class DraftedNote:
    """The parts of one template; `case_of` is the case with all that was answered, None while that makes no entry."""

    form: Form
    case_of: Callable[[Replies], tuple[Case, Session] | None]

    def questions(self) -> list[Question]:
        """One for each part, with its draft above it."""
        return [self._question(n, part) for n, part in enumerate(self.form.items, start=1)]

    def written_into(self, entry: Fields, answers: Replies) -> Fields:
        """The entry with its note: the parts in which somebody wrote something, and no other."""
        own = {part.id: str(answers.get(f"{_PREFIX}{part.id}") or "") for part in self.form.items}
        drafts = {part.id: self._draft(part, answers) for part in self.form.items}
        parts = {id_: part_text(words, drafts[id_]) for id_, words in own.items() if has_own_words(words, drafts[id_])}
        fields = {part.to: own[part.id] for part in self.form.items if part.to == "response" and own[part.id]}
        note = note_text(self.form, parts) if visit_was_seen(answers) else None
        return {**entry, **fields, **({"note": note} if note else {})}

    def doubts(self, plan: Plan) -> Iterator[str]:
        """What to look at in the newest entry's note: parts that are left out, and a note like that of another day."""
        entry = plan.sessions[-1].current
        if not entry.kind.client_was_seen:
            return
        if missing := [heading_of(part) for part in self.form.items if not self._stands_in(part, entry.note)]:
            yield f"Left out of the note, for nothing in your own words: {', '.join(missing)}."
        log = [one for one in plan.log if one.id != entry.id and one.date <= entry.date]
        alike = most_alike(entry.note, log) if entry.note else None
        if alike and alike.share >= TOO_LIKE:
            yield f"{alike.share:.0%} of this note is the note of {alike.earlier.date}: what was different this time?"

    def _stands_in(self, part: Item, note: str | None) -> bool:
        return bool(note) and (len(self.form.items) == 1 or f"{heading_of(part)}: " in str(note))

    def _question(self, n: int, part: Item) -> Question:
        number = f" {n}/{len(self.form.items)}" if len(self.form.items) > 1 else ""
        return Question(
            f"{_PREFIX}{part.id}",
            f"{self.form.name}{number} {heading_of(part)}?",
            f"{part.ask}\n{HOW}",
            asked=visit_was_seen,
            long=True,
            follows=lambda question, answers: self._drafted(question, part, answers, is_first=n == 1),
        )

    def _drafted(self, question: Question, part: Item, answers: Replies, *, is_first: bool) -> Question:
        draft = " ".join(clause.text for clause in self._draft(part, answers))
        above = [HOW] if is_first else []
        return replace(question, draft=draft, above="\n".join([*above, part.ask, *([f"| {draft}"] if draft else [])]))

    def _draft(self, part: Item, answers: Replies) -> tuple[Clause, ...]:
        found = self.case_of(answers)
        return draft_of(*found, part) if found else ()
