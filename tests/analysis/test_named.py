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
        (["partner-a"], "Says to the partner what is wanted", False),
        ([], "c-7f3k agreed", True),
    ],
)
def test_a_name_is_found_as_a_word_and_roles_and_letters_are_nobody_s(members, text, is_named):
    assert names_any(of(*members), text) == is_named


def test_parents_by_their_role_are_not_named_but_by_their_name():
    assert not names_any(of(guardians=["mother"]), "Talks with mother once a week")
    assert names_any(of(guardians=["ilse"]), "Talks with Ilse once a week")
