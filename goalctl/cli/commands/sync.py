"""`goalctl sync`: what another clinician did comes in, what was done here goes out; no git to know."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from goalctl.analysis.figures import counted
from goalctl.cli.asking.merging.clashes import decide, keep_texts
from goalctl.cli.asking.merging.deletions import Deleted, UndecidedError, settle_entries, settle_plans
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.documents.git_crypt import UNLOCK
from goalctl.model.errors import GoalctlError
from goalctl.model.joint import ClashChoice
from goalctl.views.clean import one_line
from goalctl.views.words.clash import clash_words, whose_file
from goalctl.views.words.news import news_lines
from goalctl.workspace.merge.exchange import Meeting, exchanged, meeting, reached
from goalctl.workspace.merge.files import is_plan
from goalctl.workspace.merge.incoming import Decided
from goalctl.workspace.merge.news import news_of
from goalctl.workspace.store.git.filters import is_locked_here

TRIES = 6


class TakenSide(StrEnum):
    """Whose change is to stand."""

    MINE = "mine"
    THEIRS = "theirs"


class AlwaysQuickerError(GoalctlError):
    """Others pushed each time before we could; nothing of it is lost."""


def command(
    desk: Desk,
    take: Annotated[
        TakenSide | None,
        Option("--take", help="Where two changes can't both stand: mine or theirs; else each is asked about."),
    ] = None,
    deleted: Annotated[
        Deleted | None,
        Option("--deleted", help="What was deleted here by hand: plans back from git, or send that it is gone."),
    ] = None,
) -> None:
    """Fetch what others did, merge it by meaning with what was done here, and push; in clinical words.

    Whatever goes wrong on the way leaves your record as it was. Being offline is normal: go on, and sync later.
    """
    decided = Decided(every=ClashChoice(take.value) if take else None)
    try:
        _exchange(desk, decided, deleted)
    except BaseException:
        keep_texts(desk, decided)
        raise


def _exchange(desk: Desk, decided: Decided, deleted: Deleted | None) -> None:
    quicker, settled = 0, set[str]()
    while quicker < TRIES:
        place, newest = reached(desk.practice, may_ask=desk.may_ask)
        settle_plans(desk, newest, deleted, settled)
        settle_entries(desk, newest, deleted, settled)
        met = meeting(desk.practice, place, newest, decided)
        if met.come.clashes:
            _decide(desk, met, decided)
        elif exchanged(desk.practice, met, may_ask=desk.may_ask):
            _tell(desk, met)
            return
        else:
            quicker += 1
    raise AlwaysQuickerError(f"others were quicker {TRIES} times; your record is as it was", "goalctl sync once more")


def _decide(desk: Desk, met: Meeting, decided: Decided) -> None:
    if desk.may_ask or decided.every:
        decide(desk, met.come, decided)
        return
    for found in met.come.clashes:
        desk.say(f"{whose_file(found.name)}: {clash_words(found.clash)}")
    said = f"{counted(len(met.come.clashes), 'change')} can't stand beside another; your record is as it was"
    raise UndecidedError(said, "goalctl sync at a terminal asks about each; or --take mine, --take theirs")


def _tell(desk: Desk, met: Meeting) -> None:
    news, others = news_of(desk.practice, met.come, today=desk.today)
    desk.write("".join(f"{line}\n" for line in news_lines(news)))
    desk.write("".join(f"{one_line(_fate(desk, name))}\n" for name in others))
    came = "this came in" if news or others else "nothing new came in"
    sent = f"{counted(met.ahead, 'change')} of yours went out" if met.ahead else "nothing of yours was waiting"
    desk.say(f"{came}; {sent}; the record here and at {one_line(met.place.where)} is the same now")


def _fate(desk: Desk, name: str) -> str:
    """What became of a file that is no plan, or of a plan that can't be read or is not there any more."""
    path = desk.root / name
    if path.exists():
        unread = (
            f"it came in locked; {UNLOCK}" if is_locked_here(path) else "it came in and can not be read; goalctl check"
        )
        return f"{name}: {unread if is_plan(name) else 'changed'}"
    gone = "its plan was taken away there; git still has it"
    return f"{whose_file(name)}: {gone}" if is_plan(name) else f"{name}: taken away"
