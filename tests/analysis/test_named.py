"""Whether a text names somebody of its plan."""

import pytest

from goalctl.analysis.caseload.named import names_any, names_in
from goalctl.model.plan import Plan


def of(*members, guardians=()):
    return names_in(Plan.model_validate({"client": "c-7f3k", "members": members, "guardians": guardians}))


@pytest.mark.parametrize(
    ("members", "text", "is_named"),
    [
        (["anna"], "Anna's week: one walk", True),
        (["Anna"], "tells anna about it", True),
        (["anna"], "annals and Joanna", False),
        (["anna-maria"], "Anna Maria reads aloud", True),
        (["jo"], "Jo cooks on Friday", True),
        (["jo"], "does jo work", False),
        (["a", "b"], "A walk and B films a week", False),
        (["will"], "I will call", False),
        (["will"], "Will the bills be paid? Will calls", False),
        (["will"], "Thanks Will for three things a day", True),
        (["will"], "Will's list is read", True),
        (["don"], "Don't smoke indoors", False),
        (["grant"], "Applies for a grant", False),
        (["ben"], "Bens Liste", True),
        (["jean"], "wears jeans", False),
        (["anna-b"], "Anna says what is wanted", True),
        (["jean_luc"], "Tells Jean Luc", True),
        (["o'neil"], "O\u2019Neil calls", True),
        (["jos\u00e9"], "Jose\u0301 cooks", True),
        (["anna", "ben"], "Talks with Ben", True),
        (["\u674e\u660e"], "\u674e\u660e\u6bcf\u5929\u6563\u6b65", True),
        (["\u0905\u0928\u0940\u0924\u093e"], "\u0905\u0928\u0940\u0924\u093e \u0938\u0947", True),
        (["partner-a"], "Says to the partner what is wanted", False),
        (["step-father"], "Takes the next step", False),
        (["aunt"], "Visits her aunt", False),
        ([], "c-7f3k agreed", True),
    ],
)
def test_a_name_is_found_as_a_word_and_roles_and_letters_are_nobody_s(members, text, is_named):
    assert names_any(of(*members), text) == is_named


def test_parents_by_their_role_are_not_named_but_by_their_name():
    assert not names_any(of(guardians=["mother"]), "Talks with mother once a week")
    assert names_any(of(guardians=["ilse"]), "Talks with Ilse once a week")


@pytest.mark.parametrize(("what", "former"), [("members", ["anna", "ben"]), ("guardians", ["ben"])])
def test_who_left_is_named_as_before(what, former):
    changes = [{"on": "2026-02-14", "what": what, "from": former}]
    plan = Plan.model_validate({"client": "c-7f3k", "members": ["anna"], "changes": changes})
    assert names_any(names_in(plan), "Ben's list is read")
