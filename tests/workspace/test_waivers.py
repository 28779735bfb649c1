"""Waivers: on the finding's line, with a reason, and told when they do nothing."""

import pytest

PLAN = """\
client: c-ab1
goals:
  - id: g1
    goal: Happiness{}
    status: draft
    smart: {{measurable: {{by: done}}}}
"""


@pytest.fixture
def checked(goalctl, plan_file):
    def check(text, *words):
        plan_file.write_text(text, encoding="utf-8")
        outcome = goalctl("check", *words)
        return [line.partition(": ")[2] for line in outcome.out.splitlines() if line.startswith("plans/")], outcome.err

    return check


def test_a_waiver_with_a_reason_takes_the_finding_away(checked):
    assert checked(PLAN.format("   # goalctl: ignore S104 her own word")) == (
        [],
        "1 plan checked: nothing found, 1 waived\n",
    )


@pytest.mark.parametrize("comment", ["#goalctl:ignore s104 her own word", "#  goalctl:  ignore S104: her own word"])
def test_a_waiver_may_be_written_closer_or_wider(checked, comment):
    assert checked(PLAN.format(f"   {comment}"))[1] == "1 plan checked: nothing found, 1 waived\n"


def test_without_it_the_finding_is_there(checked):
    assert checked(PLAN.format(""))[0] == ["info[S104]: it does not say what one will see or hear the client do"]


def test_a_waiver_without_a_reason_waives_and_is_a_finding(checked):
    assert checked(PLAN.format("   # goalctl: ignore S104"))[0] == ["warning[W102]: the waiver gives no reason"]


def test_an_unused_waiver_is_a_finding(checked):
    told, _ = checked(PLAN.format("   # goalctl: ignore S104, S103 her own word"))
    assert told == ["warning[W101]: there is no S103 on this line to waive"]


def test_a_waiver_whose_rule_was_not_asked_for_is_not_called_unused(checked):
    assert checked(PLAN.format("   # goalctl: ignore S103 her own word"), "--select", "C,W")[0] == []


@pytest.mark.parametrize("code", ["E201", "S999"])
def test_an_error_or_a_code_that_is_none_cannot_be_waived(checked, code):
    told, _ = checked(PLAN.format(f"   # goalctl: ignore {code} because"))
    assert f"warning[W103]: {code} names no rule that can be waived" in told


def test_a_waiver_that_names_no_code_is_a_finding(checked):
    assert "warning[W103]: this names no rule that can be waived" in checked(PLAN.format("  # goalctl: ignore all"))[0]


def test_behind_the_header_of_a_block_scalar_it_waives_and_inside_it_is_text(checked):
    block = PLAN.replace("Happiness{}", "|  {}\n      Asks Mrs Alder   # goalctl: ignore S104 only words")
    assert checked(block.format("# goalctl: ignore P101 her stage name"))[0] == []
    assert checked(block.format(""))[0] == ["warning[P101]: a name with a title stands here"]


def test_words_in_quotes_are_no_waiver(checked):
    quoted = PLAN.replace("Happiness{}", '"Asks Mrs Alder # goalctl: ignore P101 not a comment"')
    assert checked(quoted.format())[0] == ["warning[P101]: a name with a title stands here"]
