"""What a code means: why the rule exists, where it comes from, how to mend it, a bad and a good example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from goalctl.model.finding import Severity
from goalctl.model.profile import Profile, Requirement
from goalctl.rules.rule import Rule
from goalctl.views.listing import Column, Listing, Row, Tone
from goalctl.views.page import Line

_NOT_VERIFIED = " (not looked up again; common knowledge of the field)"
_TONES = {Severity.ERROR: Tone.LATE, Severity.WARNING: Tone.SOON, Severity.INFO: Tone.PLAIN}
_CODE_COLUMNS = (Column("code", "code"), Column("severity", "severity"), Column("title", "title", keep=False))
_PROFILE_COLUMNS = (
    Column("profile", "profile"),
    Column("name", "name", keep=False),
    Column("setting", "setting", keep=False),
    Column("rules", "rules", right=True),
)

BESIDE = ("E15", "E26")
UNREAD = "The file can't be read as a plan until this is mended;"


def codes_view(entries: Iterable[tuple[str, Severity, str]]) -> Listing:
    """Codes with severity and title."""
    rows = tuple(
        Row({"code": code, "severity": severity.value, "title": title}, _TONES[severity])
        for code, severity, title in entries
    )
    return Listing("codes", _CODE_COLUMNS, rows, "There is no such code.", "goalctl explain CODE tells more")


def profiles_view(profiles: Iterable[Profile]) -> Listing:
    """Audit profiles with the setting they are for; `rules` counts those that are inherited too."""
    rows = tuple(
        Row({"profile": found.profile, "name": found.name, "setting": found.setting, "rules": len(found.rules)})
        for found in profiles
    )
    return Listing("profiles", _PROFILE_COLUMNS, rows, "There are no profiles.", "goalctl check --audit PROFILE")


def code_page(
    code: str, title: str, rules: Sequence[Rule], asked: Sequence[tuple[Profile, Requirement]]
) -> Iterator[Line]:
    """All about one code."""
    severity = rules[0].severity if rules else Severity.ERROR
    yield Line(f"{code} {title} ({severity.value})", tone=_TONES[severity])
    for rule in rules:
        yield from _rule_lines(rule)
    if not rules:
        beside = "It stands beside the plans, which can be read;" if code.startswith(BESIDE) else UNREAD
        yield Line(f"{beside} the finding itself says what to do.", 1)
    for profile, requirement in asked:
        yield Line(f"asked for by {profile.profile}: {_asked_words(profile, requirement)}", 1)


def _rule_lines(rule: Rule) -> Iterator[Line]:
    yield Line(f"why: {rule.why}", 1)
    if rule.mend:
        yield Line(f"mend: {rule.mend}", 1)
    if rule.source:
        yield Line(f"source: {rule.source}{'' if rule.verified else _NOT_VERIFIED}", 1)
    if rule.waits:
        yield Line("silent until the plan's plan_by has passed", 1)
    if rule.bad != rule.good:
        yield Line("bad:", 1)
        yield from _example(rule.bad)
        yield Line("good:", 1)
        yield from _example(rule.good)


def _example(text: str) -> Iterator[Line]:
    return (Line(line, 2) for line in text.splitlines())


def _asked_words(profile: Profile, asked: Requirement) -> str:
    parts = [asked.setting or profile.setting]
    if asked.within:
        later = f" or {asked.contacts} contacts, whichever is later" if asked.contacts else ""
        parts.append(f"within {asked.within}{later}")
    if asked.working_days is not None:
        parts.append(f"within {asked.working_days} working days")
    return "; ".join([*parts, *source_words(asked)])


def source_words(asked: Requirement) -> tuple[str, ...]:
    """Where it is written, in which version, read on which day, and what became of that since."""
    if not asked.source:
        return ()
    source = f"{asked.source}{'' if asked.verified else _NOT_VERIFIED}"
    read = f"read on {asked.read}" if asked.read else "not read" if asked.verified else ""
    dated = f"version: {asked.version or 'not noted'}" if asked.verified else ""
    return tuple(part for part in (source, dated, read, f"OLD: {asked.old}" if asked.old else "") if part)


_SETTINGS = {
    "clinician: m.kowalski": "default for new plans and entries",
    "clinicians: {m.kowalski: {name: …, credential: LPC, licence: …}}": "who may sign; A101 and A147 look here",
    "timezone: Europe/London": "what today means; default: this machine's",
    "limits: {active_goals: 3, active_objectives: 3}": "goals of a plan, objectives of a goal (L101, L102)",
    "due_within: 14d": "how far `goalctl due` looks ahead",
    "review_every: 90d": "the next review, unless a plan says otherwise",
    "keep_for: 7y": "how long after a discharge `goalctl forget` needs a reason; the law where you are decides",
    "favourites: [phq-9, gad-7, ors]": "forms that are offered first when one is picked",
    "paper: a4": "what documents are printed on; or letter",
    "commit: no": "yes: one git commit for each change, of that file alone",
    "audit: outpatient": "the profile of `goalctl check --audit`; goalctl explain profiles lists them",
    "check: {ignore: [S106, G], severity: {S105: warning}}": "rules switched off, and told louder or softer",
    "privacy: {words: [Rumpelstilt], allow: ['020 7946 0958']}": "own words that P looks for, and what is no secret",
}


def settings_page() -> Iterator[Line]:
    """Every key of `goalctl.yaml` with its default or an example."""
    yield Line("goalctl.yaml: every key has a default")
    for key, meaning in _SETTINGS.items():
        yield Line(key, 1)
        yield Line(meaning, 2, Tone.QUIET)


def waivers_page() -> Iterator[Line]:
    """How one finding is waived."""
    yield Line("A comment on the first line of a finding waives it:")
    yield Line("goal: Happiness   # goalctl: ignore S104 her own word for it", 1)
    yield Line("Behind a block scalar's header too:  specific: |  # goalctl: ignore S103 quoted")
    yield Line("Several codes: ignore S103, S104 reason. Errors (E) can't be waived.")
    yield Line("A whole practice switches a rule off in goalctl.yaml: check: {ignore: [S104]}")


def json_page() -> Iterator[Line]:
    """What `goalctl check --format json` holds, and those of `doctor`, `today` and `find`."""
    yield Line("goalctl check --format json")
    yield Line("format: 1", 1)
    yield Line("findings: a list, sorted by place; each has", 1)
    yield Line("file, line, column, width: where, from the workspace on, from 1; null for a whole file", 2)
    yield Line("code, severity (error, warning, info), title, message, hint", 2)
    yield Line("path: keys and 0-based positions that lead to the value", 2)
    yield Line("asked: of an audit, by which profile, source, version, read, old, verified; else null", 2)
    yield Line("statistics: how many findings by code", 1)
    yield Line("summary: plans, unreadable, waived, errors, warnings, infos", 1)
    yield Line("goalctl doctor --format json")
    yield Line("format: 1", 1)
    yield Line("doctor: a list; each has where, what and mend, and matters: false for what is only to be known", 1)
    yield Line("goalctl today --format json")
    yield Line("today: a list; each has client, why (act today, mend first, comes), last, prepare and clinician", 1)
    yield Line("goalctl find WORD… --format json")
    yield Line("find: a list; each has client, day (null where nothing says when), place and text", 1)
