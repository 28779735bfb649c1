"""Audit profiles: what ships fits the rules, and a profile takes over what it extends."""

from datetime import date

import pytest

from goalctl.model.plan import Plan
from goalctl.rules.a_record import plan_late
from goalctl.rules.every import AUDITED
from goalctl.rules.rule import RuleCase
from goalctl.workspace.shelves.kinds import PROFILES, NoLibraryFileError
from goalctl.workspace.shelves.profiles import EndlessProfileError, profile_to_audit_by, whole_profile
from goalctl.workspace.store.practice import practice_at

SHIPPED = PROFILES.shelf(None)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_asks_only_for_audit_rules_and_says_where_they_are_written_and_when_that_was_read(name):
    assert SHIPPED.problems(name) == ()
    profile = SHIPPED[name]
    assert profile.profile == name
    assert profile.rules.keys() <= AUDITED
    assert all(asked.source and asked.version for asked in profile.rules.values())
    assert all(asked.read for asked in profile.rules.values() if asked.verified)


def test_every_audit_rule_is_asked_for_by_some_profile():
    asked = {code for name in SHIPPED for code in whole_profile(SHIPPED, name).rules}
    assert asked == AUDITED


def test_a_profile_takes_over_what_it_extends_and_changes_its_figures():
    level_four = whole_profile(SHIPPED, "illinois-iv")
    assert str(level_four.rules["A131"].within) == "1d"
    assert {"A118", "A130"} <= level_four.rules.keys()


def own(root, **texts):
    """A practice with profiles of its own."""
    (root / "profiles").mkdir()
    (root / "plans").mkdir(exist_ok=True)
    (root / "goalctl.yaml").write_text("format: 1\n", encoding="utf-8")
    for name, rest in texts.items():
        text = f"profile: {name}\nname: x\nsetting: x\n{rest}\n"
        (root / "profiles" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return practice_at(root)


def test_a_profile_that_extends_itself_is_refused_and_found(tmp_path):
    practice = own(tmp_path, one="extends: two", two="extends: one")
    with pytest.raises(EndlessProfileError, match="extends itself"):
        whole_profile(PROFILES.shelf(tmp_path), "one")
    assert [finding.message for _, finding in PROFILES.own_findings(practice)] == [
        "one extends itself",
        "two extends itself",
    ]


def test_a_profile_that_cannot_be_read_is_told_with_its_file(tmp_path):
    own(tmp_path, mine="seting: y")
    with pytest.raises(NoLibraryFileError, match="the profile mine can't be used until it is mended") as told:
        whole_profile(PROFILES.shelf(tmp_path), "mine")
    assert {file for file, _ in told.value.named_findings} == {"profiles/mine.yaml"}


def test_what_a_profile_asks_for_and_nobody_knows_is_found(tmp_path):
    practice = own(tmp_path, mine="extends: nowhere\nrules: {A999: {}, S104: {}, A102: {}}")
    assert [(finding.place.line, finding.message) for _, finding in PROFILES.own_findings(practice)] == [
        (4, "there is no nowhere among the profiles"),
        (5, "there is no audit rule A999"),
        (5, "there is no audit rule S104"),
    ]


def test_a_rule_that_a_profile_leaves_out_and_nobody_knows_is_found(tmp_path):
    practice = own(tmp_path, mine="extends: outpatient\nwithout: [A130, a131]")
    found = [
        (finding.place.line, finding.place.column, finding.message) for _, finding in PROFILES.own_findings(practice)
    ]
    assert found == [(5, 17, "there is no audit rule a131")]


FIGURES = """
    42-cfr-456-180      A130 within 90d          456.180(c)
    42-cfr-456-180      A131 working_days 0      456.180(a): made before admission
    42-cfr-456-380      A130 within 90d          456.380
    beacon              A130 within 90d          authorizations of 90 days
    ccbhc-maine         A130 within 180d         adults
    ccbhc-maine         A131 within 60d          the plan
    ccbhc-maine-child   A130 within 90d          children
    cmhc-42-cfr-485-916 A130 within 30d          485.916
    cmhc-42-cfr-485-916 A131 working_days 7      485.916: seven working days
    illinois            A131 within 14d          level I
    illinois-ii-iii     A131 within 7d           levels II and III
    illinois-iv         A131 within 1d           level IV: 24 hours
    montana             A131 contacts 5          five contacts or
    montana             A131 within 21d          21 days
    ohio-otp            A131 within 7d           opioid treatment programs
    outpatient          A130 within 90d          456.180(c), 456.380
    outpatient          A131 within 30d          common checklists
"""


def test_the_figures_of_the_profiles_are_those_of_their_sources():
    written = [
        (name, code, field, str(figure))
        for name in SHIPPED
        for code, asked in SHIPPED[name].rules.items()
        for field in ("contacts", "within", "working_days")
        if (figure := getattr(asked, field)) is not None
    ]
    assert sorted(written) == [tuple(line.split()[:4]) for line in FIGURES.strip().splitlines()]


@pytest.mark.parametrize(
    ("contacts", "today", "late"),
    [(5, "2026-01-26", False), (5, "2026-01-27", True), (4, "2026-03-02", False)],
    ids=["the 21st day", "the day after", "late, but only four contacts"],
)
def test_in_montana_the_later_of_five_contacts_and_21_days_counts(contacts, today, late):
    sessions = [{"date": f"2026-01-{day:02}"} for day in range(6, 6 + contacts)]
    plan = Plan.model_validate({"client": "c-ab1", "opened": "2026-01-05", "sessions": sessions})
    case = RuleCase(plan, today=date.fromisoformat(today), profile=whole_profile(SHIPPED, "montana"), name="c-ab1")
    assert bool(list(plan_late(case))) is late


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_known_to_have_changed_since_it_was_read_is_marked(name):
    changed = ("77 Ill. Adm. Code 2060", "Mont. ARM 37.106.1916", "Beacon Health Options")
    rules = SHIPPED[name].rules.values()
    assert all(bool(asked.old) == (asked.source or "").startswith(changed) for asked in rules)


@pytest.mark.parametrize(
    ("name", "agreed", "late"),
    [
        ("cmhc-42-cfr-485-916", "2026-01-14", False),
        ("cmhc-42-cfr-485-916", "2026-01-15", True),
        ("42-cfr-456-180", "2026-01-05", False),
        ("42-cfr-456-180", "2026-01-06", True),
    ],
    ids=["the seventh working day", "the day after", "the day of admission", "the day after it"],
)
def test_a_plan_is_due_in_working_days_or_at_admission(name, agreed, late):
    agreement = {"on": agreed, "who": "client", "how": "signed"}
    plan = Plan.model_validate({"client": "c-ab1", "opened": "2026-01-05", "agreements": [agreement]})
    case = RuleCase(plan, today=date(2026, 3, 2), profile=whole_profile(SHIPPED, name), name="c-ab1")
    assert bool(list(plan_late(case))) is late


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("rules: {A999: {source: x}, A102: {source: x}}", ["there is no audit rule A999"]),
        ("extends: outpatient\nrules: {A130: {source: ours}}", ["A130 says no time, and so asks for nothing"]),
        ("rules: {A131: {contacts: 3}}", ["A131 says no time, and so asks for nothing"]),
        ("rules: {}", ["this profile asks for nothing"]),
        ("extends: outpatient\nrules: {A131: {working_days: 7}}", []),
        ("extends: outpatient\nwithout: [A999]", []),
    ],
    ids=["no such rule", "a review without a time", "contacts alone", "nothing", "working days", "left out in vain"],
)
def test_nobody_is_audited_by_a_profile_that_asks_for_what_no_rule_can_tell(tmp_path, rest, told):
    practice, shelf = own(tmp_path, mine=rest, heir="extends: mine"), PROFILES.shelf(tmp_path)
    for name in ("mine", "heir"):
        try:
            profile_to_audit_by(practice, shelf, name)
            found = []
        except NoLibraryFileError as refused:
            found = [finding.message for _, finding in refused.named_findings]
        assert found == told
