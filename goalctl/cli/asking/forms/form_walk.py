"""A form item by item at the terminal: one key where every answer is one character, a line elsewhere."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from goalctl.analysis.figures import counted, span_text
from goalctl.analysis.instruments.answers import range_hint
from goalctl.analysis.instruments.answers_text import takes_one_character
from goalctl.cli.asking.ask import BACK, HELP, HOW, Question, Walk, one_key
from goalctl.cli.asking.forms.form_questions import questions_of
from goalctl.cli.asking.keeping import kept
from goalctl.cli.asking.taken_up import taken_up
from goalctl.cli.desk import Desk
from goalctl.model.finding import Value
from goalctl.model.form import FieldType, Form, Item
from goalctl.views.cells import columns_of
from goalctl.views.clean import clean, one_line
from goalctl.views.words.instrument import entering_lines
from goalctl.workspace.store.rescued import Unfinished

ENTER = "\r\n"
STILL_HERE = "   That Enter ended the answer above; Enter again, or -, skips this one."


@dataclass
class FormWalk(Walk):
    """The items of a form in a row, with one key press where that is enough.

    Whoever ends each answer with Enter would skip every other item, and give the rest the answers of others: so the
    first Enter after an answering key skips nothing.
    """

    form: Form | None = None
    just_answered: bool = False

    def _ask(self, question: Question) -> bool:
        item = self.form.item(question.key) if self.form else None
        if self.form is None or item is None or not takes_one_character(self.form, item):
            return super()._ask(question)
        return self._press(self.form, item, question)

    def _line(self, question: Question, prompt: str) -> str:
        line = super()._line(question, prompt)
        if not line and self.just_answered:
            self.desk.say(STILL_HERE)
            line = super()._line(question, prompt)
        self.just_answered = False
        return line

    def _press(self, form: Form, item: Item, question: Question) -> bool:
        """Whether a key answered or skipped it; False means back."""
        if question.above:
            self.desk.say(clean(question.above))
        while True:
            before = self.typed.get(item.id, "")
            prompt = f"{one_line(question.ask)} {f'[{one_line(before)}] ' if before else ''}> "
            key = one_key(prompt, f"{keys_of(form, item)}-{BACK}{HELP}{ENTER}")
            ends_the_one_before = self.just_answered and key in ENTER
            self.just_answered = key not in f"-{BACK}{HELP}{ENTER}"
            if key == BACK:
                return False
            if key == HELP:
                self._explain(form, item)
            elif ends_the_one_before:
                self.desk.say(STILL_HERE)
            elif self._take(question, "" if key in ENTER else key):
                return True

    def _explain(self, form: Form, item: Item) -> None:
        self.desk.say(_laid_out(self.desk, _options(form.options_of(item))) or range_hint(form, item))
        if item.help:
            self.desk.say(one_line(item.help))
        self.desk.say(HOW)


def keys_of(form: Form, item: Item) -> str:
    """The keys that answer an item whose answers are one character long."""
    if form.type_of(item) is FieldType.YES_NO:
        return "yn10"
    if options := form.options_of(item):
        return "".join(options)
    low, high = form.scale_of(item) or (0.0, 0.0)
    return "".join(str(step) for step in range(int(low), int(high or low) + 1))


def _options(options: Mapping[str, str]) -> list[str]:
    return [one_line(key if key == words else f"{key}: {words}") for key, words in options.items()]


def _laid_out(desk: Desk, options: list[str], indent: str = "") -> str:
    """The possible answers on one line where they fit, else each on its own."""
    line = indent + " · ".join(options)
    return line if columns_of(line) < desk.width else "\n".join(indent + option for option in options)


def asked_form(
    desk: Desk, form: Form, unfinished: Unfinished, *, at_the_end: str, last: Mapping[str, str] | None = None
) -> dict[str, Value]:
    """The answers by item; what was typed is kept and offered the next time, until it is saved and forgotten.

    `last` are earlier answers that Enter keeps. `at_the_end` says what Enter does after the last item, where it is
    still possible to go back.
    """
    walk = FormWalk(desk, _numbered_questions(desk, form), client=unfinished.client, form=form)
    with _kept_when_stopped(walk, unfinished):
        typed = taken_up(desk, unfinished, f"{form.name}: some of it was typed for", is_about_a_day=True)
        walk.typed = typed or dict(last or {})
        _begin(desk, form)
        if walk.typed:
            desk.say(f"Taking up {'what you typed last time' if typed else 'the last one'}: Enter keeps each answer.")
        walk.run()
        while one_key(f"That was the last one: Enter {at_the_end}, < goes back > ", BACK + ENTER) == BACK:
            walk.run(from_the_end=True)
    if walk.answers:
        kept(desk, unfinished, walk.typed)
    return walk.answers


@contextmanager
def _kept_when_stopped(walk: FormWalk, unfinished: Unfinished) -> Iterator[None]:
    """Whatever stops the walk, what was typed is kept and told; then it goes on as what stopped it."""
    try:
        yield
    except (KeyboardInterrupt, EOFError, SystemExit, OSError) as stop:  # the last: a prompt that nobody is there to see
        if walk.typed:
            walk.desk.say(f"\nStopped; nothing was saved. {kept(walk.desk, unfinished, walk.typed)}".rstrip(" "))
        raise stop if isinstance(stop, SystemExit | OSError) else KeyboardInterrupt from None


def _numbered_questions(desk: Desk, form: Form) -> list[Question]:
    return [
        replace(question, ask=_numbered_prompt(form, n), above=_above(desk, form, n))
        for n, question in enumerate(questions_of(form))
    ]


def _numbered_prompt(form: Form, place: int) -> str:
    item = form.items[place]
    return f"{place + 1}/{len(form.items)} {item.ask}{_range(form, item)}"


def _above(desk: Desk, form: Form, place: int) -> str:
    """The heading that starts with the item, and its answers where they are its own, or the form's again after such."""
    item, before = form.items[place], form.items[max(place - 1, 0)]
    heading = f"\n{one_line(item.section)}" if item.section else ""
    options, is_own = form.options_of(item), bool(item.options and item.options != form.options)
    is_shared_again = options == form.options and form.options_of(before) != form.options
    own = _laid_out(desk, _options(options), "  ") if options and (is_own or is_shared_again) else ""
    return "\n".join(part for part in (heading, own) if part)


def _range(form: Form, item: Item) -> str:
    """What may be answered, where the options do not say it."""
    kind = form.type_of(item)
    if kind is FieldType.YES_NO:
        return " (y/n)"
    if kind not in {FieldType.SCALE, FieldType.NUMBER} or form.options_of(item):
        return ""
    low, high = form.scale_of(item) or (None, None)
    if low is None:
        return ""
    if anchors := form.anchors_of(item):
        return f" ({' · '.join(_options(anchors))})"
    return f" ({span_text(low, high)})"


def _begin(desk: Desk, form: Form) -> None:
    over = f", over {form.over}" if form.over else ""
    desk.say(one_line(f"{form.name}{over}: {counted(len(form.items), 'item')}"))
    for line in entering_lines(form):
        desk.say(textwrap.fill(one_line(line), desk.width - 1))
    if form.options:
        desk.say(_laid_out(desk, _options(form.options)))
    one_key_each = all(takes_one_character(form, item) for item in form.items)
    skips = "One key an answer; - skips" if one_key_each else "Enter skips"
    desk.say(f"{skips}, < goes back, ? explains, Ctrl-C stops.")
