"""What a risk record asked and found, concern by concern.

A stated concern is what the record is about. Without one, thoughts, plan, intent, means, behaviour and level are about
suicide, behaviour and level about self-harm too, and harm about others in both directions. "Not asked" answers nothing.
Means that are at hand are no finding beside an answer about anything else; alone nobody denied anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from goalctl.analysis.risk.notes import speaks_of_risk
from goalctl.analysis.risk.said import (
    Said,
    ideation_height,
    is_long_past,
    is_secured,
    level_height,
    meaning_of,
)
from goalctl.analysis.risk.thoughts import is_about_killing, thoughts_in
from goalctl.model.scoring import Height
from goalctl.model.session import Concern, Risk

HARM = frozenset({Concern.HARM_TO_OTHERS, Concern.HARM_FROM_OTHERS})
_EVERYTHING = Height.BEHAVIOUR


class Recorded(NamedTuple):
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

    @property
    def is_settled(self) -> bool:
        """Whether it says what is to happen: a day to follow up what was found, or that it is closed."""
        return self.closes or (self.found is not None and self.follow_up is not None)


def concerns_recorded(risk: Risk, *, on: date) -> tuple[Recorded, ...]:
    """Everything that the record says, each concern once; what it closes is closed whatever else it says."""
    closed = [Recorded(one, closes=True, because=risk.because or "") for one in dict.fromkeys(risk.close)]
    rest = [one for one in _concerns_asked(_in_place(risk, on), on) if one.concern not in risk.close]
    return (*closed, *rest)


def was_asked(risk: Risk, *, on: date) -> bool:
    """Whether the record asked about anything; what only closes, arranges or remarks did not."""
    return any(one.reach for one in concerns_recorded(risk, on=on))


def _in_place(risk: Risk, on: date) -> Risk:
    """The record with thoughts of killing others where harm to others stands, and with plans and deeds of it there."""
    if risk.concern in HARM:
        return risk
    moved: dict[str, str] = {}
    for field in ("ideation", "plan", "intent", "behaviour"):
        of_oneself, of_others = thoughts_in(getattr(risk, field))
        if of_others is not None and (field == "ideation" or _is_of_now(risk, field, of_others, on)):
            harm = _with_both(moved.get("harm_to_others", risk.harm_to_others), of_others)
            moved |= {field: of_oneself or "not asked", "harm_to_others": harm}
    return risk.model_copy(update=moved) if moved else risk


def _is_of_now(risk: Risk, field: str, of_others: str, on: date) -> bool:
    """Whether it is told, not denied, and not of long ago."""
    is_past = field == "behaviour" and bool(_behaviour_of_another_time(risk, on))
    return meaning_of(of_others) is Said.PRESENT and not is_past


def _with_both(harm: str | None, of_others: str) -> str:
    """What stands where harm does, and among the thoughts: none of what is there is lost."""
    if harm and meaning_of(of_others) is Said.DENIED:
        return harm
    return f"{harm}; {of_others}" if meaning_of(harm) is Said.PRESENT else of_others


_FINDINGS = ("ideation", "plan", "intent", "behaviour", "harm_to_others", "level")


def lost_record(now: Risk | None, earlier: Sequence[Risk]) -> Risk | None:
    """What `earlier` readings of a record found, the newest first, and of which it says nothing any more.

    It is about whom and what the record is about now, and decides nothing. None where nothing is lost.
    """
    readings = [*([now] if now else []), *earlier]
    newest = {field: _newest_answer(readings, field) for field in _no_longer_asked(now, earlier)}
    lost = {field: text for field, text in newest.items() if meaning_of(text) is Said.PRESENT}
    if not lost and (now or not readings or not _is_named_alone(readings[0])):
        return None
    recent = next((one.recent for one in readings if one.recent is not None), None)
    about = {"who": readings[0].who, "concern": readings[0].concern, "recent": recent}
    return Risk().model_copy(update={**lost, **about})


def _no_longer_asked(now: Risk | None, earlier: Sequence[Risk]) -> Iterator[str]:
    """The fields of which the record says nothing; means among them where they were all that it said."""
    stands = now or Risk()
    yield from (field for field in _FINDINGS if not _was_asked(stands, field))
    if any(map(_has_means_alone, earlier)) and not (_asks(stands) or _was_asked(stands, "means")):
        yield "means"


def _was_asked(risk: Risk, field: str) -> bool:
    return meaning_of(getattr(risk, field)).was_asked


def _asks(risk: Risk) -> bool:
    return any(_was_asked(risk, field) for field in _FINDINGS)


def _has_means_alone(risk: Risk) -> bool:
    """Whether means are at hand, and nothing else was asked: `bought a rope`."""
    return meaning_of(risk.means) is Said.PRESENT and not (_asks(risk) or is_secured(risk.means))


def _newest_answer(readings: Iterable[Risk], field: str) -> str | None:
    texts: Iterator[str | None] = (getattr(one, field) for one in readings)
    return next((text for text in texts if meaning_of(text).was_asked), None)


def _is_named_alone(risk: Risk) -> bool:
    """Whether a concern is all that the record says."""
    fields = (*_FINDINGS, "means")
    return risk.concern is not None and all(meaning_of(getattr(risk, one)) is Said.NOTHING for one in fields)


def _concerns_asked(risk: Risk, on: date) -> list[Recorded]:
    """What it is about first; where nothing says what that is, whatever else was asked, or lacks a follow-up day."""
    main = _about(risk, risk.concern or Concern.SUICIDE, on)
    others = list(_others(risk, main))
    names_nothing = main.reach is None and risk.concern is None
    if names_nothing and others:
        return _led_by_the_first(others)
    if names_nothing and (named := list(_named_in_words(risk))):
        return named
    told = [main] if main.reach or not risk.close else []
    return [*told, *(_of_the_rest(risk, main) if names_nothing else ()), *map(_beside, others)]


def _of_the_rest(risk: Risk, main: Recorded) -> list[Recorded]:
    """A follow-up day that was set without a word about what is one of every concern."""
    rest = [one for one in Concern if one != main.concern] if risk.follow_up else []
    return [Recorded(one, follow_up=risk.follow_up, is_beside=True) for one in rest]


def _named_in_words(risk: Risk) -> Iterator[Recorded]:
    """What a record that asked, closed and arranged nothing speaks of in its other words: found, and no answer."""
    if risk.close or risk.follow_up:
        return
    words = [text for text in (risk.asked_because, *risk.done, risk.note) if text]
    spoken = [one for text in words if meaning_of(text) is Said.PRESENT for one in speaks_of_risk(text)]
    for concern in dict.fromkeys(concern for concern, _ in spoken):
        what = ", ".join(dict.fromkeys(word for about, word in spoken if about is concern))
        yield Recorded(concern, found=Height.PLAN if concern in HARM else Height.ACTIVE, says=f"words about {what}")


def _led_by_the_first(others: list[Recorded]) -> list[Recorded]:
    """What was found makes rows; where nothing was, the first of them."""
    if any(one.found for one in others):
        return [_beside(one) for one in others]
    return [others[0], *map(_beside, others[1:])]


def _beside(one: Recorded) -> Recorded:
    """Asked along with something else, it makes a row only when something was found."""
    if one.found:
        return one
    return Recorded(one.concern, one.reach, follow_up=one.follow_up, says=one.says, is_beside=True)


def _about(risk: Risk, concern: Concern, on: date) -> Recorded:
    """What the record says about its own concern."""
    past = _behaviour_of_another_time(risk, on)
    found, reach = _height(risk, concern, past), _reach(risk, concern)
    is_named = risk.concern is not None and reach is None and not _was_left_out(risk)
    if is_named or _has_means_alone(risk):  # nothing denies it
        found = reach = Height.PLAN if concern in HARM else Height.ACTIVE
    return Recorded(concern, reach, found, risk.follow_up, says=_in_words(risk, found), past=past)


def _behaviour_of_another_time(risk: Risk, on: date) -> str:
    """What happened longer than three months ago, in its words; empty for none."""
    if meaning_of(risk.behaviour) is not Said.PRESENT:
        return ""
    is_past = is_long_past(risk.behaviour, on=on) if risk.recent is None else not risk.recent
    return risk.behaviour or "" if is_past else ""


def _height(risk: Risk, concern: Concern, past: str) -> Height | None:
    """The height of what is there; harm is as high as a plan from the first word on."""
    heights = [
        ideation_height(risk.ideation),
        Height.PLAN if Said.PRESENT in {meaning_of(risk.plan), meaning_of(risk.intent)} else None,
        Height.BEHAVIOUR if meaning_of(risk.behaviour) is Said.PRESENT and not past else None,
        level_height(risk.level),
    ]
    found = Height.highest_of(heights)
    if concern in HARM and (found or meaning_of(risk.harm_to_others) is Said.PRESENT):
        return Height.highest_of((found, Height.PLAN))
    return found


def _was_left_out(risk: Risk) -> bool:
    """Whether the record says that it was not asked."""
    fields = (risk.ideation, risk.plan, risk.intent, risk.means, risk.behaviour, risk.harm_to_others, risk.level)
    return any(meaning_of(text) is Said.NOT_ASKED for text in fields)


def _reach(risk: Risk, concern: Concern) -> Height | None:
    """How high it was asked; about harm there is only asked or not."""
    reach = _reach_of_thoughts(risk)
    if concern in HARM:
        return _EVERYTHING if reach or meaning_of(risk.harm_to_others).was_asked else None
    return reach


def _reach_of_thoughts(risk: Risk) -> Height | None:
    if meaning_of(risk.behaviour).was_asked:
        return Height.BEHAVIOUR
    if meaning_of(risk.plan).was_asked or meaning_of(risk.intent).was_asked:
        return Height.PLAN
    secured = is_secured(risk.means)  # that they are out of reach is news of them, and asks about no thoughts
    fields = (risk.ideation, risk.level, *([] if secured else [risk.means]))
    asked = any(meaning_of(text).was_asked for text in fields)
    return Height.ACTIVE if asked else None


def _others(risk: Risk, main: Recorded) -> Iterator[Recorded]:
    """What else the record asked about."""
    if risk.concern is None and (meaning_of(risk.behaviour).was_asked or meaning_of(risk.level).was_asked):
        reach = _EVERYTHING if meaning_of(risk.behaviour).was_asked else Height.ACTIVE
        yield Recorded(Concern.SELF_HARM, reach, follow_up=risk.follow_up, says=main.says)
    if meaning_of(risk.harm_to_others).was_asked and main.concern not in HARM:
        yield from _harm(risk)


def _harm(risk: Risk) -> Iterator[Recorded]:
    """Both directions of harm; the words say which of them is meant."""
    harm = meaning_of(risk.harm_to_others)
    words = f"harm: {risk.harm_to_others}"
    comes_from = (risk.harm_to_others or "").casefold().startswith(("from ", "by ", "harm from "))
    is_killing = is_about_killing(risk.harm_to_others)
    directions = [(Concern.HARM_TO_OTHERS, is_killing or not comes_from), (Concern.HARM_FROM_OTHERS, comes_from)]
    for concern, is_it in directions[:1] if is_killing and not comes_from else directions:
        found = Height.PLAN if is_it and harm is Said.PRESENT else None
        yield Recorded(concern, _EVERYTHING, found, risk.follow_up, says=words)


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
        "means": risk.means if _has_means_alone(risk) else None,
        "level": risk.level if level_height(risk.level) else None,
    }
    told = [f"{name} {text}" for name, text in fields.items() if meaning_of(text) is Said.PRESENT]
    return ", ".join(told) or f"{risk.concern or found} named"
