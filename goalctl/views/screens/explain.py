"""What a code means: why the rule exists, where it comes from, how to mend it, a bad and a good example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from goalctl.model.finding import Severity
from goalctl.model.profile import Profile, Requirement
from goalctl.rules.judged import JUDGED
from goalctl.rules.rule import Rule
from goalctl.views.listing import Column, Listing, Row, Tone
from goalctl.views.page import Line
from goalctl.views.words.requirement import read_words

_NOT_VERIFIED = " (not looked up again; common knowledge of the field)"
_TONES = {Severity.ERROR: Tone.LATE, Severity.WARNING: Tone.SOON, Severity.INFO: Tone.PLAIN}
_CODE_COLUMNS = (
    Column("code", "code"),
    Column("severity", "severity"),
    Column("title", "title", keep=False),
    Column("right", "right", right=True, keep=False, from_width=90),
)
_PROFILE_COLUMNS = (
    Column("profile", "profile"),
    Column("name", "name", keep=False),
    Column("setting", "setting", keep=False),
    Column("rules", "rules", right=True),
)
_ASKED_COLUMNS = (Column("code", "code"), Column("title", "title", keep=False), Column("asked", "asked", keep=False))

STANDS = {
    "E15": "It stands beside the plans, which can be read;",
    "E26": "It stands beside the plans, which can be read;",
    "E119": "The file is read, as it would be without what follows;",
    "E1": "The file can't be read until this is mended;",
    "E2": "Plans are read, and all else in them counts;",
}
"""What a code that no rule tells leaves of the plans, by what it begins with; the first that fits."""


def codes_view(entries: Iterable[tuple[str, Severity, str]]) -> Listing:
    """Codes with severity and title; of rules about wording, how often each was right where it spoke."""
    rows = tuple(
        Row({"code": code, "severity": severity.value, "title": title, "right": _right(code)}, _TONES[severity])
        for code, severity, title in entries
    )
    return Listing("codes", _CODE_COLUMNS, rows, "There is no such code.", "goalctl explain CODE tells more")


def _right(code: str) -> str | None:
    found = JUDGED.get(code)
    return f"{found.right} of {found.told}" if found else None


def profiles_view(profiles: Iterable[Profile]) -> Listing:
    """Audit profiles with the setting they are for; `rules` counts those that are inherited too."""
    rows = tuple(
        Row({"profile": found.profile, "name": found.name, "setting": found.setting, "rules": len(found.rules)})
        for found in profiles
    )
    return Listing("profiles", _PROFILE_COLUMNS, rows, "There are no profiles.", "goalctl explain PROFILE")


def profile_view(profile: Profile, titles: Mapping[str, str]) -> Listing:
    """One audit profile: every rule that it asks for, inherited ones too, by what limit and where that is written."""
    rows = tuple(
        Row({"code": code, "title": titles.get(code), "asked": "; ".join(_asked_words(asked.setting, asked))})
        for code, asked in sorted(profile.rules.items())
    )
    hint = f"{profile.name}; goalctl check --audit {profile.profile}"
    return Listing("profile", _ASKED_COLUMNS, rows, "It asks for nothing.", hint)


def code_page(
    code: str, title: str, severity: Severity, rules: Sequence[Rule], asked: Sequence[tuple[Profile, Requirement]]
) -> Iterator[Line]:
    """All about one code."""
    yield Line(f"{code} {title} ({severity.value})", tone=_TONES[severity])
    for rule in rules:
        yield from _rule_lines(rule)
    if not rules:
        left = next(words for beginning, words in STANDS.items() if code.startswith(beginning))
        yield Line(f"{left} the finding itself says what to do.", 1)
    for profile, requirement in asked:
        asked_words = _asked_words(requirement.setting or profile.setting, requirement)
        yield Line(f"asked for by {profile.profile}: {'; '.join(asked_words)}", 1)


def _rule_lines(rule: Rule) -> Iterator[Line]:
    yield Line(f"why: {rule.why}", 1)
    if rule.mend:
        yield Line(f"mend: {rule.mend}", 1)
    if rule.source:
        yield Line(f"source: {rule.source}{'' if rule.verified else _NOT_VERIFIED}", 1)
    if judged := JUDGED.get(rule.code):
        yield Line(f"judged: {judged.sentence()}", 1)
    if rule.waits:
        yield Line("silent until the plan's plan_by has passed", 1)
    if rule.bad != rule.good:
        yield Line("bad:", 1)
        yield from _example(rule.bad)
        yield Line("good:", 1)
        yield from _example(rule.good)


def _example(text: str) -> Iterator[Line]:
    return (Line(line, 2) for line in text.splitlines())


def _asked_words(setting: str | None, asked: Requirement) -> Iterator[str]:
    if setting:
        yield setting
    if asked.within:
        later = f" or {asked.contacts} contacts, whichever is later" if asked.contacts else ""
        yield f"within {asked.within}{later}"
    if asked.working_days is not None:
        yield f"within {asked.working_days} working days"
    if asked.physician:
        yield "a physician"
    yield from source_words(asked)


def source_words(asked: Requirement) -> tuple[str, ...]:
    """Where it is written, in which version, read on which day, and what became of that since."""
    if not asked.source:
        return ()
    is_read = asked.verified or asked.read is not None
    dated = f"version: {asked.version or 'not noted'}" if is_read else ""
    old = f"OLD: {asked.old}" if asked.old else ""
    return tuple(part for part in (asked.source, dated, read_words(asked), old) if part)


def waivers_page() -> Iterator[Line]:
    """How one finding is waived."""
    yield Line("A comment on the first line of a finding waives it:")
    yield Line("goal: Happiness   # goalctl: ignore S104 her own word for it", 1)
    yield Line("Behind a block scalar's header too:  specific: |  # goalctl: ignore S103 quoted")
    yield Line("Several codes: ignore S103, S104 reason. Errors (E) can't be waived.")
    yield Line("A whole practice switches a rule off in goalctl.yaml: check: {ignore: [S104]}")


def json_page(kinds: Iterable[str]) -> Iterator[Line]:
    """What `--format json` gives, and where its keys are written."""
    yield Line("--format json: one object, its rows a line each; numbers, days (2026-03-02) and true or false as such")
    yield Line('goalctl: "goalctl/1", the version. A key that goes, or means something else, makes a new one', 1)
    yield Line("kind: which answer it is; as_of: the day that it is seen from, where there is one", 1)
    yield Line("errors: what is wrong with files; client, where, code, message, hint", 1)
    yield Line("risk: what needs an act or is under follow-up; client, clinician, day, needs_act, words", 1)
    yield Line("the rows under a key of their own, each with its figures and the sentence that people read", 1)
    yield Line("What cannot be said is null. Keys may come, so a program should pass over those it doesn't know.")
    yield Line("goalctl schema --for NAME has all keys, as a JSON Schema:")
    yield Line(", ".join(kinds), 1)
