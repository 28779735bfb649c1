"""The keys of `goalctl.yaml`."""

from goalctl.model.keys.key import FORMAT, Key, Keys
from goalctl.model.settings import Checks, Clinician, Cover, Limits, Privacy, RiskQuiet, Settings

SETTINGS: Keys = {
    Settings: {
        "format": FORMAT,
        "workspace": Key("Eight characters by which the clients' names are kept elsewhere; made once.", "k7c2m9x4"),
        "clinician": Key("The default for new plans and entries.", "m.kowalski"),
        "clinicians": Key(
            "Who may sign, by the id used in plans; A101 and A147 look here.",
            "{m.kowalski: {name: M. Kowalski, credential: LPC}}",
        ),
        "covers": Key(
            "Who looks after whose clients, from when to when; goalctl cover writes it.",
            "[{of: m.kowalski, by: s.lee, from: 2026-02-09, to: 2026-02-20}]",
        ),
        "timezone": Key("What today means; else this machine's.", "Europe/London"),
        "limits": Key("How many are worked on at a time (L101, L102).", "{active_goals: 3, active_objectives: 3}"),
        "due_within": Key("How far goalctl due looks ahead.", "14d"),
        "review_every": Key("When a plan is reviewed next, unless the plan says otherwise.", "90d"),
        "late_after": Key("What is typed later than this after its hour, else its day, is marked as late.", "3d"),
        "risk_quiet": Key("How long an answer about risk holds at most, by its height.", "{plan: 7d}"),
        "safety_plan_every": Key("How often a safety plan is gone through again.", "90d"),
        "in_danger": Key(
            "What a questionnaire tells a client to do who is in danger; it follows the words: If you are in danger.",
            "call 999, or the Samaritans on 116 123",
        ),
        "keep_for": Key("How long after a discharge forget needs a reason; the law where you are decides.", "7y"),
        "paper": Key("What documents are printed on.", "a4"),
        "spelling": Key("How shipped planners and templates are spelled.", "uk"),
        "prompts": Key("How words are asked for: lists narrowed while typing, or plain lines.", "live"),
        "pager": Key("yes: at a terminal, what is longer than it goes through PAGER, else less.", "yes"),
        "favourites": Key("Forms that are offered first when one is picked.", "[phq-9, gad-7, ors]"),
        "note": Key("The template that log-session drafts the note by; without one no draft.", "dap"),
        "small_cells": Key("Counts below it are hidden in figures that leave the house.", "11", "people"),
        "commit": Key("yes: one git commit for each change, of that file alone.", "no"),
        "audit": Key("The profile of goalctl check --audit; goalctl explain profiles lists them.", "outpatient"),
        "check": Key("Rules switched off, or told louder or softer.", "{ignore: [S106, G]}"),
        "privacy": Key("Own words that P looks for, and what is no secret.", "{words: [Rumpelstilt]}"),
    },
    Clinician: {
        "name": Key("The name as documents show it.", "M. Kowalski"),
        "credential": Key("The credential that a signature carries.", "LPC"),
        "licence": Key("The number of the licence.", "12345"),
        "email": Key("By this address git's identity says who writes on a machine.", "m.kowalski@example.org"),
        "cosign_within": Key(
            "What they sign, the plan's supervisor co-signs within this; without it no co-signature is asked for.", "7d"
        ),
    },
    Cover: {
        "id": Key("Six random characters; goalctl writes them.", "4qt2mn"),
        "on": Key("The day on which it was settled.", "2026-02-01"),
        "written": Key("When it was typed; goalctl writes it.", "2026-02-01T17:20"),
        "of": Key("Whose clients they are.", "m.kowalski"),
        "by": Key("Who looks after them meanwhile.", "s.lee"),
        "from": Key("The first day.", "2026-02-09"),
        "to": Key("The last day.", "2026-02-20"),
        "because": Key("Why; no client's words belong here.", "annual leave"),
        "ended": Key("The day on which it stopped before its last one.", "2026-02-16"),
    },
    Limits: {
        "active_goals": Key("How many goals of a plan are worked on at a time.", "3", "goals"),
        "active_objectives": Key("How many objectives of a goal are worked on at a time.", "3", "objectives"),
    },
    RiskQuiet: {
        "behaviour": Key("After something was done, prepared or tried.", "7d"),
        "plan": Key("After an intent or a plan, or harm to or from others.", "7d"),
        "active": Key("After active thoughts.", "14d"),
        "passive": Key("After a wish to be dead.", "28d"),
    },
    Checks: {
        "ignore": Key("Rules that are switched off, by code or letter.", "[S106, G]"),
        "severity": Key("Rules that are told louder or softer.", "{S105: warning}"),
    },
    Privacy: {
        "words": Key("Names and words of your own that must not stand in a plan.", "[Rumpelstilt]"),
        "allow": Key("What looks private and is not.", "[020 7946 0958]"),
    },
}
