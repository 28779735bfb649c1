from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goalctl.analysis.instruments.answers import is_shown
from goalctl.analysis.instruments.form_change import Toward, reliable_change
from goalctl.analysis.instruments.form_check import form_findings
from goalctl.analysis.instruments.scoring import answer_findings, answers_from_text, better_of, possible_range, score_of
from goalctl.analysis.instruments.tally import part_score
from goalctl.analysis.outcomes.change import change_rules
from goalctl.analysis.progress.form_reading import form_reading
from goalctl.model.answers import Answers
from goalctl.model.form import Form
from goalctl.model.measure import Better
from goalctl.model.scalars import ScalarError

THREE = ({"id": "q1", "ask": "sleep"}, {"id": "q2", "ask": "mood"}, {"id": "q3", "ask": "thoughts"})
RISK = ({"item": "q3", "when": ">= 1", "says": "thoughts of death"},)
OPTIONS = {"0": "never", "1": "sometimes", "2": "often", "3": "always"}


def a_form(*, items=THREE, risk=(), **scoring):
    data = {"form": "three", "name": "Three", "items": list(items), "options": OPTIONS, "risk": list(risk)}
    return Form.model_validate({**data, "scoring": {"better": "lower", **scoring}})


def listed(*answers):
    return Answers(by_position=answers)


def named(total=None, **answers):
    return Answers(by_item=answers, total=total)


def test_a_sum_adds_every_item():
    assert score_of(a_form(), listed("1", "2", "3")).total == 6


def test_a_mean_divides_by_the_items():
    assert score_of(a_form(method="mean"), listed("1", "2", "3")).total == 2


def test_a_multiplier_comes_last():
    assert score_of(a_form(multiply="4"), listed("1", "2", "3")).total == 24


def test_an_answer_is_read_as_the_number_it_is():
    assert score_of(a_form(), listed("+1", "02", "3.0")).total == 6


def test_a_missing_answer_without_a_rule_gives_no_total_and_says_which():
    score = score_of(a_form(), listed("1", None, "3"))
    assert score.total is None
    assert score.missing == ("q2",)
    assert score.why_no_total == "1 of 3 answers is missing (q2); it needs every answer"


def test_a_missing_answer_is_estimated_by_the_mean_of_the_others():
    score = score_of(a_form(prorate={"missing": "1"}), listed("1", None, "2"))
    assert (score.total, score.prorated) == (4.5, True)


def test_an_estimate_is_rounded_where_the_form_says_so():
    rule = {"missing": "1", "round": "yes"}
    assert score_of(a_form(prorate=rule), listed("1", None, "2")).total == 5


def test_an_item_that_must_be_there_is_never_estimated():
    score = score_of(a_form(prorate={"missing": "1", "never": ["q3"]}), listed("1", "2", None))
    assert score.why_no_total == "1 of 3 answers is missing (q3); without q3 it is never estimated"


def test_too_many_missing_answers_give_no_total():
    score = score_of(a_form(prorate={"missing": "1"}), listed("1", None, None))
    assert score.why_no_total == "2 of 3 answers are missing (q2, q3); at most 1 may be"


def test_an_answer_that_does_not_fit_is_not_quietly_estimated():
    score = score_of(a_form(prorate={"missing": "1"}), listed("1", "7", "2"))
    assert (score.total, score.why_no_total) == (None, "the answer to q2 does not fit")


def test_a_wrong_number_of_answers_is_never_lined_up_with_the_items():
    score = score_of(a_form(risk=RISK), listed("1", "2", "3", "0"))
    assert score.why_no_total == "4 answers do not fit Three"
    assert [risk.item for risk in score.unasked] == ["q3"]


def test_nothing_answered_is_no_zero():
    assert score_of(a_form(prorate={"missing": "3"}), named()).why_no_total == "nothing was answered"


def test_a_skipped_risk_item_is_told_as_not_asked():
    score = score_of(a_form(risk=RISK), listed("1", "2", None))
    assert (score.endorsed, [risk.item for risk in score.unasked]) == ((), ["q3"])


def test_a_risk_item_beside_a_total_counts_as_asked():
    score = score_of(a_form(risk=RISK), named(total=5, q3="2"))
    assert score.total == 5
    assert [(risk.risk.says, risk.answer) for risk in score.endorsed] == [("thoughts of death", "2")]
    assert score.unasked == ()


def test_a_subscale_is_addressed_as_a_measure_addresses_it():
    form = a_form(subscales={"mind": {"items": ["q2", "q3"], "multiply": "2"}})
    score = score_of(form, listed("1", "2", "3"))
    assert (score.of(), score.of("total"), score.of("mind"), score.of("body")) == (6, 6, 10, None)
    assert (possible_range(form, "mind"), possible_range(form, "body")) == ((0, 12), None)


def test_a_subscale_may_be_entered_without_its_items():
    form = a_form(method="none", subscales={"mind": {"items": ["q2", "q3"]}})
    assert score_of(form, named(mind="4")).subscales == {"mind": 4}
    assert answer_findings(form, named(mind="4")) == []


def test_a_subscale_says_for_itself_which_side_is_better():
    form = a_form(subscales={"hope": {"items": ["q1"], "better": "higher"}, "pain": {"items": ["q2"]}})
    assert (better_of(form, "hope"), better_of(form, "pain")) == (Better.HIGHER, Better.LOWER)


def test_a_yes_counts_one_and_points_count_as_written():
    yes_no = {"id": "a", "ask": "?", "type": "yes-no"}
    weighed = {"id": "b", "ask": "?", "options": ["x", "y"], "points": {"x": "5", "y": "2"}}
    items = [yes_no, weighed]
    assert score_of(a_form(items=items), listed("yes", "x")).total == 6
    assert possible_range(a_form(items=items)) == (2, 6)


def test_an_item_that_does_not_come_up_is_not_missing():
    follow_up = {"id": "q2", "ask": "how", "shown_if": {"q1": ">= 1"}}
    form = a_form(items=[THREE[0], follow_up, THREE[2]])
    assert score_of(form, listed("0", None, "2")).total == 2
    assert score_of(form, listed("1", None, "2")).missing == ("q2",)
    assert score_of(form, listed(None, None, "2")).missing == ("q1", "q2")


@pytest.mark.parametrize(("answer", "shown"), [("0", False), ("1", True), ("3", True), ("9", False), ("x", False)])
def test_an_item_comes_up_by_what_was_answered_before(answer, shown):
    form = a_form(items=[THREE[0], {"id": "q2", "ask": "how", "shown_if": {"q1": ">= 1"}}])
    assert is_shown(form, form.items[1], {"q1": answer}) is shown


@pytest.mark.parametrize(
    ("answers", "code", "path", "words"),
    [
        (listed("1", "2"), "E233", (), "2 answers; Three has 3 items"),
        (listed("1", "2", "9"), "E232", (2,), "'9' is not an answer to q3"),
        (named(q1="x"), "E232", ("q1",), "'x' is not an answer to q1"),
        (named(q33="1"), "E234", ("q33",), "Three has no item q33"),
        (Answers(total=10), "E235", (), "10 is above the Three's maximum, 9"),
        (named(total=-1), "E235", ("total",), "-1 is below the Three's minimum, 0"),
        (Answers(total=4.5), "E235", (), "4.5 is no possible Three score"),
        (named(total=2, q1="3"), "E237", ("total",), "total 2 can't be, with the answers given beside it"),
        (named(total=9, q1="0"), "E237", ("total",), "total 9 can't be, with the answers given beside it"),
    ],
)
def test_a_wrong_answer_is_named_with_its_place(answers, code, path, words):
    (found,) = answer_findings(a_form(), answers)
    assert (found.code, found.path, found.message) == (code, path, words)
    assert found.hint


@pytest.mark.parametrize(
    ("kind", "answer", "code"),
    [
        ({"type": "number"}, "lots", "E236"),
        ({"type": "date"}, "03/04/2026", "E236"),
        ({"type": "yes-no"}, "perhaps", "E236"),
        ({"type": "scale", "scale": ["0", "10"]}, "3.5", "E232"),
        ({"type": "number", "scale": ["0", "10"]}, "10.1", "E232"),
    ],
)
def test_each_kind_of_answer_has_its_own_grammar(kind, answer, code):
    form = Form.model_validate({"form": "one", "name": "One", "items": [{"id": "a", "ask": "?", **kind}]})
    assert [found.code for found in answer_findings(form, named(a=answer))] == [code]


def test_the_nearest_item_is_named():
    assert answer_findings(a_form(), named(q11="1"))[0].hint == "did you mean q1?"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,2,3", ["1", "2", "3"]),
        ("1 2 3", ["1", "2", "3"]),
        ("1, -, 3", ["1", None, "3"]),
        ("1,,3", ["1", None, "3"]),
        ("123", ["1", "2", "3"]),
        ("1-3", ["1", None, "3"]),
        ("7", "7"),
        ("7 q3=1", {"total": "7", "q3": "1"}),
        ("q1=2, q3=-", {"q1": "2", "q3": None}),
    ],
)
def test_answers_are_read_as_they_are_typed(text, value):
    assert answers_from_text(a_form(), text) == value


@pytest.mark.parametrize("text", ["", "1234", "abc", "q1=1 q1=2", "--"])
def test_what_cannot_be_answers_is_refused_with_a_hint(text):
    with pytest.raises(ScalarError) as refusal:
        answers_from_text(a_form(), text)
    assert refusal.value.hint


def test_as_many_digits_as_there_are_items_are_answers_though_they_could_be_a_total():
    form = a_form(items=[{"id": "a", "ask": "?", "scale": ["0", "9"]}, {"id": "b", "ask": "?", "scale": ["0", "9"]}])
    form = form.model_copy(update={"options": None})
    assert answers_from_text(form, "12") == ["1", "2"]


def test_one_number_is_the_answer_to_a_form_of_one_item():
    assert answers_from_text(a_form(items=THREE[:1]), "2") == ["2"]


def test_a_change_says_which_way_it_goes():
    worse_up = a_form(reliable_change=[{"points": "2"}])
    assert reliable_change(worse_up, 3, 6).toward is Toward.WORSE
    assert reliable_change(worse_up, 6, 3).toward is Toward.BETTER
    assert reliable_change(a_form(better="higher"), 3, 6).toward is Toward.BETTER
    assert reliable_change(a_form(), 3, 3).toward is Toward.SAME


def test_without_a_figure_no_change_is_called_reliable_or_not():
    change = reliable_change(a_form(), 9, 0)
    assert (change.reliable, change.level, change.remission, change.response) == (None, None, None, None)


@pytest.mark.parametrize(("after", "level"), [(8, None), (7, 90), (6, 90), (5, 95)])
def test_the_strictest_level_that_is_reached_is_named(after, level):
    form = a_form(reliable_change=[{"points": "2", "confidence": "90"}, {"points": "4", "confidence": "95"}])
    reached = reliable_change(form, 9, after).level
    assert (reached.confidence if reached else None) == level


@pytest.mark.parametrize(("before", "after", "response"), [(8, 4, True), (8, 5, False), (0, 0, None), (4, 8, False)])
def test_a_response_is_a_fall_in_percent(before, after, response):
    form = a_form(response={"percent": "50"}, remission={"below": "5"})
    change = reliable_change(form, before, after)
    assert (change.response, change.remission) == (response, after < 5)


@pytest.mark.parametrize(("better", "told"), [("lower", True), ("higher", None), (None, None)])
def test_a_fall_is_a_response_and_a_low_score_a_remission_only_where_lower_is_better(better, told):
    form = a_form(better=better, response={"percent": "50"}, remission={"below": "5"})
    change, rules = reliable_change(form, 6, 1), change_rules(form, None)
    assert (change.response, change.remission) == (told, told)
    assert (rules.is_response(6, 1), rules.is_remission(1)) == (told, told)


def test_a_change_for_the_worse_may_have_a_name_of_its_own():
    form = a_form(better="higher", notable_change=[{"points": "1", "name": "talk about it", "worse": "yes"}])
    assert [len(reliable_change(form, 5, after).notable) for after in (4, 4.5, 6)] == [1, 0, 0]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"reversed": ["q9"]}, ("scoring", "reversed", 0)),
        ({"subscales": {"s": {"items": ["q1", "q9"]}}}, ("scoring", "subscales", "s", "items", 1)),
        ({"prorate": {"missing": "1", "never": ["q9"]}}, ("scoring", "prorate", "never", 0)),
        ({"bands": [{"from": "5", "name": "b"}, {"from": "0", "name": "a"}]}, ("scoring", "bands")),
        ({"bands": [{"from": "0", "name": "a"}, {"from": "10", "name": "b"}]}, ("scoring", "bands", 1, "from")),
        ({"better": None}, ("scoring",)),
        ({"better": "higher", "remission": {"below": "5"}}, ("scoring", "remission")),
        ({"better": "higher", "response": {"percent": "50"}}, ("scoring", "response")),
        ({"items": [THREE[0], THREE[0]]}, ("items", 1, "id")),
        ({"items": [{"id": "total", "ask": "?"}]}, ("items", 0, "id")),
        ({"risk": [{"item": "q9", "when": ">= 1", "says": "x"}]}, ("risk", 0, "item")),
        (
            {"criteria": [{"name": "x", "all": [{"items": ["q9"], "when": "> 1"}]}]},
            ("scoring", "criteria", 0, "all", 0, "items"),
        ),
    ],
)
def test_a_form_that_contradicts_itself_is_told_where(changes, path):
    (found,) = form_findings(a_form(**changes))
    assert (found.code, found.path) == ("E239", path)
    assert found.hint


ANSWER = st.one_of(st.none(), st.sampled_from(["0", "1", "3", "4", "x", "-1", "1.5", "yes", ""]))


@settings(max_examples=60)
@given(st.lists(ANSWER, max_size=5), st.dictionaries(st.sampled_from(["q1", "q2", "q9", "mind"]), ANSWER))
def test_no_answers_whatever_make_scoring_fail(positions, items):
    form = a_form(risk=RISK, prorate={"missing": "1"}, subscales={"mind": {"items": ["q2", "q3"]}})
    for answers in (listed(*positions), Answers(by_item=items), Answers(by_item=items, total=3)):
        score = score_of(form, answers)
        assert (score.total is None) is (score.why_no_total is not None)
        assert [part_score(form, answers, of) for of in (None, "mind", "body")] == [score.total, score.of("mind"), None]
        if not answer_findings(form, answers):
            assert score.total is None or 0 <= score.total <= 9


@pytest.mark.parametrize(
    ("answers", "limits"),
    [
        pytest.param(named(q1="1", q2="2", q3="3"), (0, 9), id="answered"),
        pytest.param(named(q2="2", q3="3"), (0, 6), id="rightly left out: there is less to reach"),
        pytest.param(Answers(total=6), (0, 9), id="a total does not say what was left out"),
    ],
)
def test_a_total_stands_beside_what_it_could_have_been(answers, limits):
    (part,) = form_reading(a_form(may_be_skipped=["q1"]), answers, day=date(2026, 1, 5)).parts
    assert part.limits == limits
