"""An audit profile: which audit rules a payer, an accreditor or a state asks for, in which setting, and its figures."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from goalctl.model.bounds import Count
from goalctl.model.types import NEW, Day, Flag, Record, Stretch, Text, UniqueKeys, Whole


class Requirement(Record):
    """What one rule asks for: its figures, where they are written, and in which setting they hold.

    `within` and `contacts` are the time and the number of contacts that a rule about time allows; where both stand,
    the later one counts. `working_days` count from Monday to Friday, 0 for the day itself. `physician`: nobody else
    will do. `version` is which text of the source was read, `read` on which day, and `old` what became of that text
    since. Not `verified`: common knowledge that was not looked up, or, with a day, a text that does not plainly ask it.
    """

    within: Stretch | None = None
    contacts: Count | None = None
    working_days: Annotated[Count | None, NEW] = None
    physician: Annotated[Flag, NEW] = False
    source: Text | None = None
    version: Annotated[Text | None, NEW] = None
    read: Annotated[Day | None, NEW] = None
    old: Annotated[Text | None, NEW] = None
    setting: Text | None = None
    verified: Flag = True


class Profile(Record):
    """One file of `profiles/`: the rules it asks for by code, beside those of the profile that it `extends`."""

    format: Whole = 1
    profile: Text
    name: Text
    setting: Text
    about: Text | None = None
    extends: Text | None = None
    without: tuple[Text, ...] = ()
    rules: Annotated[dict[Text, Requirement], UniqueKeys] = Field(default_factory=dict)

    def over(self, base: Profile) -> Profile:
        """This profile with everything that the base asks for and it does not leave out."""
        kept = {code: asked for code, asked in base.rules.items() if code not in self.without}
        return self.model_copy(update={"rules": {**kept, **self.rules}})
