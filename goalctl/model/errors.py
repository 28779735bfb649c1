"""What goalctl says when it cannot do something: the one base class; its children stand near what raises them."""

from __future__ import annotations


class GoalctlError(Exception):
    """An inability, told in one sentence; `hint` says what to do about it, and is empty when there is nothing to say.

    Neither ever holds a client's words. Bad data is no exception: that is a `Finding`.
    """

    exit_status: int = 3
    hint_names_clients: bool = False  # it is not told where one of them sees the screen

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
