"""One entry of the log in words: what kind of contact it was, where everybody was, what was found about risk."""

from __future__ import annotations

from goalctl.analysis.risk.said import Said, meaning_of
from goalctl.model.session import Kind, Risk, Session, Setting

_KINDS = {Kind.CRISIS: "crisis contact"}
_PLACES = {Setting.VIDEO: "by video", Setting.PHONE: "by telephone", Setting.HOME: "at home", Setting.OFFICE: "office"}


def kind_words(kind: Kind) -> str:
    """The kind of entry as a reader says it; most kinds say it themselves."""
    return _KINDS.get(kind, kind.value)


def last_seen_words(last: Session | None, *, weekday: bool = False) -> str:
    """`last session 2026-02-02`, with its weekday `last crisis contact Mon 2026-02-02`; or that there was none yet."""
    if last is None:
        return "no session yet"
    return f"last {kind_words(last.kind)} {f'{last.date:%a} ' if weekday else ''}{last.date}"


def whereabouts(entry: Session) -> str:
    """`by video, client at home, Leeds`; empty unless it is known where the client was."""
    if not entry.client_at:
        return ""
    place = _PLACES.get(entry.place, entry.place.value) if entry.place else ""
    return ", ".join(part for part in (place, f"client at {entry.client_at}") if part)


def whole_record_words(risk: Risk) -> str:
    """Everything that the record says, in its own words and order, for whoever has to know all of it at once."""
    recent = {True: "within three months", False: "not within three months", None: None}[risk.recent]
    said = {
        "asked because": risk.asked_because, "ideation": risk.ideation, "plan": risk.plan, "intent": risk.intent,
        "means": risk.means, "behaviour": risk.behaviour, "behaviour was": recent, "harm": risk.harm_to_others,
        "protective": ", ".join(risk.protective), "level": risk.level, "done": ", ".join(risk.done),
        "consulted": risk.consulted, "follow-up": risk.follow_up, "closed": ", ".join(risk.close),
        "because": risk.because, "note": risk.note,
    }  # fmt: skip
    about = [part for part in (risk.who, risk.concern.value if risk.concern else None) if part]
    return "; ".join([*about, *(f"{what} {text}" for what, text in said.items() if text)])


def beyond_thoughts(risk: Risk) -> list[str]:
    """Plan, intent, means and harm, each where one was found, in the record's own words."""
    said = {"plan": risk.plan, "intent": risk.intent, "means": risk.means, "harm": risk.harm_to_others}
    return [f"{what} {text}" for what, text in said.items() if meaning_of(text) is Said.PRESENT]


def risk_words(risk: Risk) -> str:
    """Whom and what it is about and how high it is: `anna, suicide: ideation passive, level low`.

    Plan, intent, means and harm stand there where one was found.
    """
    about = ", ".join(part for part in (risk.who, risk.concern.value if risk.concern else None) if part)
    recent = {True: "behaviour within three months", False: "no behaviour within three months", None: None}
    found = (
        f"ideation {risk.ideation}" if risk.ideation else None,
        *beyond_thoughts(risk),
        f"behaviour {risk.behaviour}" if risk.behaviour else None,
        recent[risk.recent],
        f"level {risk.level}" if risk.level else None,
    )
    said = ", ".join(part for part in found if part)
    return ": ".join(part for part in (about, said) if part)
