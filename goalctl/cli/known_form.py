"""The form that a word on the command line means, or why there is none."""

from __future__ import annotations

from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, USAGE
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding
from goalctl.model.form import Form
from goalctl.workspace.shelves.form_files import own_name


class NoFormError(GoalctlError):
    """There is no such form, or its file can't be read."""

    def __init__(self, name: str, problems: tuple[Finding, ...]) -> None:
        first = problems[0]
        self.exit_status = USAGE if first.code == "E238" else COULD_NOT
        if first.code == "E238":
            super().__init__(first.message, first.hint)
            return
        super().__init__(f"the form {name} can't be used until it is mended")
        self.named_findings = tuple((own_name(name), finding) for finding in problems)


def known_form(desk: Desk, name: str) -> Form:
    """The form with that id, as `phq-9` or `phq-9@2`."""
    shelf = desk.practice.forms
    form = shelf.get(name)
    if form is None:
        raise NoFormError(name, shelf.problems(name))
    return form
