"""What a risk record asked and found, concern by concern.

A stated concern is what the record is about. Without one, thoughts, plan, intent, means, behaviour and level are about
suicide, behaviour and level about self-harm too, and harm about others in both directions. "Not asked" answers nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.risk.said import Said, ideation_height, is_long_past, level_height, said
from goalctl.model.scoring import Height
from goalctl.model.session import Concern, Risk

HARM = frozenset({Concern.HARM_TO_OTHERS, Concern.HARM_FROM_OTHERS})
_EVERYTHING = Height.BEHAVIOUR


@dataclass(frozen=True, slots=True)
class Recorded:
    """One concern of a record. `reach` is the height up to which it was asked, None when it was not.

    `is_beside`: asked along with what the record is about, with nothing found; it answers, but makes no row. `past` is
    a behaviour of another time.
    """

    concern: Concern
    reach: Height | None = None
    found: Height | None = None
    follow_up: date | None = None
    closes: bool = False
    because: str = ""
    says: str = ""
    past: str = ""
    is_beside: bool = False


def recorded(risk: Risk, *, on: date) -> tuple[Recorded, ...]:
    """Everything that the record says, each concern once; what it closes is closed whatever else it says."""
    closed = [Recorded(one, closes=True, because=risk.because or "") for one in dict.fromkeys(risk.close)]
    rest = [one for one in _asked(risk, on) if one.concern not in risk.close]
    return (*closed, *rest)


def _asked(risk: Risk, on: date) -> Iterator[Recorded]:
    main = _about(risk, risk.concern or Concern.SUICIDE, on)
    others = list(_beside(risk, main))
    says_nothing = main.reach is None and risk.concern is None
    found = [one for one in others if one.found] or others
    lead = found[0] if says_nothing and found else None
    if lead is None and (main.reach or main.found or not risk.close):
        yield main
    if says_nothing and not others and risk.follow_up:  # it is about whatever lacks a follow-up day
        yield from (Recorded(one, follow_up=risk.follow_up, is_beside=True) for one in Concern if one != main.concern)
    for one in others:
        yield one if one.found or one is lead else _only_beside(one)


def _only_beside(one: Recorded) -> Recorded:
    return Recorded(one.concern, one.reach, follow_up=one.follow_up, says=one.says, is_beside=True)


def _about(risk: Risk, concern: Concern, on: date) -> Recorded:
    """What the record says about its own concern."""
    is_past = risk.recent is False or (risk.recent is None and is_long_past(risk.behaviour, on=on))
    happened = said(risk.behaviour) is Said.PRESENT
    found = _highest(
        ideation_height(risk.ideation),
        Height.PLAN if Said.PRESENT in {said(risk.plan), said(risk.intent)} else None,
        Height.BEHAVIOUR if happened and not is_past else None,
        level_height(risk.level),
    )
    reach = _reach(risk)
    if concern in HARM:
        found = _highest(found, Height.PLAN if found or said(risk.harm_to_others) is Said.PRESENT else None)
        reach = _EVERYTHING if reach or said(risk.harm_to_others).was_asked else None
    if risk.concern and reach is None and not _was_left_out(risk):  # a concern is named, and nothing denies it
        found = reach = Height.PLAN if concern in HARM else Height.ACTIVE
    past = risk.behaviour or "" if happened and is_past else ""
    return Recorded(concern, reach, found, risk.follow_up, says=_in_words(risk, found), past=past)


def _was_left_out(risk: Risk) -> bool:
    """Whether the record says that it was not asked."""
    fields = (risk.ideation, risk.plan, risk.intent, risk.means, risk.behaviour, risk.harm_to_others, risk.level)
    return any(said(text) is Said.NOT_ASKED for text in fields)


def _reach(risk: Risk) -> Height | None:
    if said(risk.behaviour).was_asked:
        return Height.BEHAVIOUR
    if said(risk.plan).was_asked or said(risk.intent).was_asked:
        return Height.PLAN
    asked = any(said(text).was_asked for text in (risk.ideation, risk.means, risk.level))
    return Height.ACTIVE if asked else None


def _beside(risk: Risk, main: Recorded) -> Iterator[Recorded]:
    """What else the record asked about."""
    if risk.concern is None and (said(risk.behaviour).was_asked or said(risk.level).was_asked):
        reach = _EVERYTHING if said(risk.behaviour).was_asked else Height.ACTIVE
        yield Recorded(Concern.SELF_HARM, reach, follow_up=risk.follow_up, says=main.says)
    harm = said(risk.harm_to_others)
    if not harm.was_asked or main.concern in HARM:
        return
    words = f"harm: {risk.harm_to_others}"
    comes_from = (risk.harm_to_others or "").casefold().startswith(("from ", "by ", "harm from "))
    for concern, is_it in ((Concern.HARM_TO_OTHERS, not comes_from), (Concern.HARM_FROM_OTHERS, comes_from)):
        found = Height.PLAN if is_it and harm is Said.PRESENT else None
        yield Recorded(concern, _EVERYTHING, found, risk.follow_up, says=words)


def _highest(*heights: Height | None) -> Height | None:
    return max((height for height in heights if height), key=lambda height: height.rank, default=None)


def _in_words(risk: Risk, found: Height | None) -> str:
    """The words of the record that carry its height; what it denies is left out."""
    if found is None:
        return "nothing found"
    fields = {
        "ideation": risk.ideation,
        "plan": risk.plan,
        "intent": risk.intent,
        "behaviour": risk.behaviour,
        "harm": risk.harm_to_others,
        "level": risk.level if level_height(risk.level) else None,
    }
    told = [f"{name} {text}" for name, text in fields.items() if said(text) is Said.PRESENT]
    return ", ".join(told) or f"{risk.concern or found} named"
