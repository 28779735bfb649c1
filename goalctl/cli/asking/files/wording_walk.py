"""Asking for the official wording of an instrument, item by item, after its licence was shown."""

from __future__ import annotations

from goalctl.cli.asking.ask import Question, one_key
from goalctl.cli.asking.guided import sitting
from goalctl.cli.desk import Desk
from goalctl.model.finding import Path
from goalctl.model.form import Form
from goalctl.views.clean import one_line
from goalctl.views.words.instrument import licence_words
from goalctl.workspace.shelves.wording import wordings

ASKED = "May this practice use its wording under these terms? y/n > "


def is_allowed(desk: Desk, form: Form) -> bool:
    """Whether the person says so, with the licence before their eyes."""
    desk.say(one_line(f"{form.name}: {licence_words(form.licence) if form.licence else 'no licence is stated'}"))
    if form.attribution:
        desk.say(one_line(f"attribution: {form.attribution}"))
    return one_key(ASKED, "yn") == "y"


def asked_wording(desk: Desk, form: Form) -> dict[Path, str]:
    """What was typed, by its place in the form; what was skipped stays as it is."""
    places = list(wordings(form))
    questions = [
        Question(
            str(n), f"{n + 1}/{len(places)} {what} ({words})", "Word for word as the official sheet has it.", long=True
        )
        for n, (_, what, words) in enumerate(places)
    ]
    desk.say("Type the wording word for word; Enter leaves the label as it is, e opens your editor.")
    with sitting(desk, "wording", form.form, questions) as walk:
        found = walk.run()
    return {places[int(key)][0]: str(words) for key, words in found.items()}
