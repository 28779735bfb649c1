"""The weights of the language rules: what they are, that they are those of the goals here, and what they may not do."""

import pytest

from goalctl.library.shelf import FormShelf
from goalctl.model.finding import Severity
from goalctl.model.plan import Plan
from goalctl.rules import worded
from goalctl.rules.learned import weights
from goalctl.rules.learned.kinds import KINDS
from goalctl.rules.learned.signs import signs_of, words_of
from goalctl.rules.rule import RuleCase, findings_of
from goalctl.rules.s_wording import RULES
from goalctl.rules.wording.clauses import statement
from tests.rules.lint.learn import LEARNED_FROM, digest_of, example, likely, sample

LINES = weights.FILE.read_text(encoding="utf-8").splitlines()
TABLE = {sign: [int(each) for each in row.split()] for sign, row in (line.split("\t") for line in LINES)}


def told(text, **goal):
    plan = Plan.model_validate({"client": "c-ab1", "goals": [{"id": "g1", "goal": text, "status": "active", **goal}]})
    return {found.code: found for found in findings_of(RULES, RuleCase(plan, FormShelf(), name="c-ab1"))}


def test_each_sign_has_a_weight_for_each_kind():
    assert all(len(row) == len(KINDS) and all(type(each) is int for each in row) for row in TABLE.values())
    assert weights.ALWAYS in TABLE


def test_each_sign_is_found_where_it_is_looked_up_and_no_other():
    assert all(list(weights.weights_of(sign)) == row for sign, row in TABLE.items())
    assert not any(map(weights.weights_of, ("", "word:", "word:ring\t", "~", "word:no-such-word")))


def test_they_were_learned_from_the_goals_and_rules_as_they_are_now():
    """Whoever changes a rule or a sign learns them again: python -m tests.rules.lint.learn."""
    assert LEARNED_FROM.read_text(encoding="utf-8").strip() == digest_of(sample())


def test_the_odds_are_the_sum_of_what_every_sign_says():
    said = statement("The panel lets him keep the flat")
    beside = [*weights.found_signs({"S108"}), *weights.measure_signs("none")]
    signs = {*signs_of(said), *beside}
    found = weights.weighed(said, {"S108"}, "none")
    assert {kind for kind, its in found.items() if its.is_likely} == likely(TABLE, signs) == {"depends-on-others"}
    by_hand = sum(TABLE[sign][2] for sign in (*signs, weights.ALWAYS) if sign in TABLE)
    assert found["depends-on-others"].log_odds == by_hand / 100


def test_a_sign_stands_at_a_word():
    said = statement("Rings Dr Hale twice a week")
    assert words_of(said)[signs_of(said)["word:ring"]] == "rings"
    assert signs_of(said)["class:number"] == words_of(said).index("twice")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_weights_believe_what_explain_shows(rule):
    assert rule.code in told(example(rule.bad))
    assert rule.code not in told(example(rule.good))


def test_who_acts_is_judged_by_the_weights_which_name_a_word():
    found = told("Grandad coming round to visiting by Easter")["S108"]
    assert (found.severity, found.message) == (Severity.WARNING, "it depends on what another person does ('grandad')")


def test_a_word_is_quoted_without_the_blank_before_it():
    assert told("Calmer on Mondays")["S102"].message == "'calmer' is an inner state"


def test_what_no_rule_found_is_a_remark(monkeypatch):
    monkeypatch.setattr(worded, "found_by_rules", lambda *_: ())
    found = told("Feels more confident among strangers")["S104"]
    words = "it may not say what one will see or hear the client do ('confident')"
    assert (found.severity, found.message) == (Severity.INFO, words)


def test_a_measure_that_says_how_much_excuses_whatever_the_weights_say():
    measured = {"smart": {"measurable": {"by": "count", "of": "walks", "per": "week", "baseline": "0", "target": "3"}}}
    assert "S109" in told("Walks regularly")
    assert not {"S103", "S109"} & told("Walks regularly", **measured).keys()


@pytest.mark.parametrize("text", ["\u2026", "()", "She", "a" * 6000, "1 " * 400, "If you see this, and that"])
def test_whatever_stands_there_can_be_weighed(text):
    assert all(-100 < its.log_odds < 100 for its in weights.weighed(statement(text), (), "none").values())


@pytest.mark.parametrize("text", ["Asks his sister whether she will come, and that", "Rests while", "Calls him and I"])
def test_a_sentence_that_breaks_off_is_read(text):
    assert set(told(text)) <= {rule.code for rule in RULES}
