"""`goalctl sync`: what another clinician did comes in, what was done here goes out; no git to know."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from goalctl.analysis.figures import counted
from goalctl.cli.asking.clashes import decide
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import FINDINGS
from goalctl.model.errors import GoalctlError
from goalctl.model.joint import ClashChoice
from goalctl.views.clean import one_line
from goalctl.views.words.clash import clash_words, whose_file
from goalctl.views.words.news import news_lines
from goalctl.workspace.merge.exchange import Meeting, exchanged, meeting
from goalctl.workspace.merge.incoming import Decided
from goalctl.workspace.merge.news import news_of

TRIES = 6


class TakenSide(StrEnum):
    """Whose change is to stand."""

    MINE = "mine"
    THEIRS = "theirs"


class AlwaysQuickerError(GoalctlError):
    """Others pushed each time before we could; nothing of it is lost."""


class UndecidedError(GoalctlError):
    """Two changes can't both stand, and nobody is there to ask; the record is as it was."""

    exit_status = FINDINGS


def command(
    ctx: typer.Context,
    take: Annotated[
        TakenSide | None,
        typer.Option("--take", help="Where two changes can't both stand: mine or theirs; else each is asked about."),
    ] = None,
) -> None:
    """Fetch what others did, merge it by meaning with what was done here, and push; in clinical words.

    Whatever goes wrong on the way leaves your record as it was. Being offline is normal: go on, and sync later.
    """
    desk = desk_of(ctx)
    decided, quicker = Decided(every=ClashChoice(take.value) if take else None), 0
    while quicker < TRIES:
        met = meeting(desk.practice, decided, may_ask=desk.may_ask)
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
    fates = ((name, "changed" if (desk.root / name).exists() else "taken away") for name in others)
    desk.write("".join(one_line(f"{name}: {fate}") + "\n" for name, fate in fates))
    came = "nothing new came in" if not met.come.is_new else "this came in" if news or others else "it came in"
    sent = f"{counted(met.ahead, 'change')} of yours went out" if met.ahead else "nothing of yours was waiting"
    desk.say(f"{came}; {sent}; the record here and at {one_line(met.place.where)} is the same now")
