"""Of several people each agrees under their own name, and whoever has to sign again is named."""

import pytest
from several_people import COUPLE, TEEN


@pytest.fixture
def people(practice, plan_file):
    plan_file.unlink()
    for name, text in (("c-two", COUPLE), ("c-teen", TEEN)):
        (practice / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("people")
def test_of_several_members_nobody_is_the_client_who_agreed(goalctl):
    assert (
        "--who is missing: who agreed?\n   hint: anna, ben, m.kowalski"
        in goalctl("agree", "c-two", "--how", "signed", status=2).err
    )


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("client", "who", "there"),
    [("c-two", "ana", "anna, ben"), ("c-two", "client", "anna, ben"), ("c-teen", "anna", "client, mother, father")],
)
def test_a_slip_in_the_name_of_who_agreed_is_told(goalctl, client, who, there):
    told = goalctl("agree", client, "--who", who, "--how", "signed", status=0).err
    assert f"{who} is nobody of this plan ({there}): a slip?" in told


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("client", "who"),
    [("c-two", "Anna"), ("c-two", "m.kowalski"), ("c-two", "anna-doctor"), ("c-teen", "guardian"), ("c-teen", "teen")],
)
def test_members_guardians_and_colleagues_are_no_slip(goalctl, client, who):
    assert "nobody" not in goalctl("agree", client, "--who", who, "--how", "signed", status=0).err


@pytest.mark.usefixtures("people")
def test_who_has_to_sign_again_is_named_until_they_did_or_left(goalctl):
    for who in ("Anna", "ben"):
        goalctl("agree", "c-two", "--who", who, "--how", "signed", status=0)
    goalctl("extend", "c-two", "g1", "2026-07-31", "--because", "illness", status=0)
    assert "re-sign by Anna, ben: g1 deadline" in goalctl("due", "c-two", status=0).out
    goalctl("agree", "c-two", "--who", "anna", "--how", "signed", status=0)
    assert "re-sign by ben: g1 deadline" in goalctl("due", "c-two", status=0).out
    goalctl("set", "c-two", "plan", "members=anna", "--because", "they parted", status=0)
    assert "re-sign" not in goalctl("due", "c-two", status=0).out


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("how", [("declined", "--because", "thinks it over"), ("signed",)], ids=["declined", "signed"])
def test_the_word_of_who_left_neither_stands_for_the_others_nor_is_asked_again(goalctl, how):
    goalctl("agree", "c-two", "--who", "ben", "--how", *how, status=0)
    goalctl("set", "c-two", "plan", "members=anna", "--because", "they parted", status=0)
    told = goalctl("report", "c-two", "--kind", "plan", "--check", status=1).out
    assert "nobody has agreed to the plan" in told
    assert "ben declined" not in told
