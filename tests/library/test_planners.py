"""The shipped planners: they load, hold together, are large and varied enough, and speak as the linter asks."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from goalctl.documents.read import read_data
from goalctl.model.goal import Term
from goalctl.model.measure import Measure, own_scale
from goalctl.model.planner import Planner, PlannerGoal, PlannerObjective
from goalctl.model.scalars import Duration
from goalctl.model.statement import Statement, StatementKind, placeholders
from goalctl.model.validate import record_from

FOLDER = Path(__file__).parents[2] / "goalctl" / "library" / "planners"
FILES = sorted(FOLDER.glob("*.yaml"))
AREAS = {
    "depression", "generalised-worry", "panic", "social-anxiety", "trauma", "grief", "anger", "alcohol", "opioids",
    "other-substances", "couple-conflict", "parenting", "self-esteem", "sleep", "burnout", "study-and-work", "eating",
    "obsessions-and-compulsions", "adult-adhd", "adolescents", "chronic-pain-and-illness", "life-change", "loneliness",
    "self-harm-and-safety", "bipolar", "psychosis-recovery", "autistic-adults", "perinatal", "veterans",
    "emotion-regulation", "child-behaviour", "caregivers",
}  # fmt: skip
FEWEST = {"problem": 5, "goal": 6, "objective": 14, "intervention": 9, "homework": 8, "resource": 4}
FORM_TOPS = {
    "audit": 40, "core-10": 40, "dast-10": 10, "epds": 30, "gad-7": 21, "isi": 28, "pcl-5": 80, "phq-9": 27,
    "rosenberg": 30, "who-5": 100, "wsas": 40, "y-bocs": 40,
}  # fmt: skip
BANNED = re.compile(
    r"\b(know\w*|comprehend\w*|understand\w*|appreciat\w*|familiari[sz]e\w*|study|studies|studying|aware\w*"
    r"|become acquainted|gain knowledge|cover|covers|learn\w*|reali[sz]e\w*|believ\w*|think\w*|feels?|feelings?"
    r"|experienc\w*|respect|respects|master|masters|explor\w*|discuss\w*|encourag\w*|seek|seeks)\b",
    re.IGNORECASE,
)
AVOIDANCE = re.compile(r"^(not|stop\w*|avoid\w*|quit\w*|never|refrains?)\b|\b(does not|do not|don't)\b", re.IGNORECASE)
NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|once|twice|[a-z]+teen|[a-z]+ty"
COMPARATIVE = re.compile(r"\b(better|more|less|fewer|(?:improv|reduc|increas|decreas|enhanc)\w*)\b(.*)", re.IGNORECASE)
QUANTITY = re.compile(rf"\d|\b({NUMBERS})\b", re.IGNORECASE)
TIMES = re.compile(rf"\b(twice|({NUMBERS}|\d+) times)\b(?! of)", re.IGNORECASE)
PERIOD = re.compile(r"in a row|daily|weekly|monthly|bedtime|\b(session|week|month|day|evening|morning|night)s?\b")
SOURCE = re.compile(r"\b(19|20)\d\d\b")
OPENED = date(2026, 1, 1)
_SMALL_WORDS = """
a an and at before by each for from in into is it my of off on one or out own that the to two up what when which who
with week weeks days day three four five month times least
"""
STOP_WORDS = frozenset(_SMALL_WORDS.split())


def shipped(file: Path) -> Planner:
    data, findings = read_data(file.read_text(encoding="utf-8"))
    assert findings == []
    planner, problems = record_from(Planner, data)
    assert problems == []
    assert planner is not None
    return planner


PLANNERS = {file.stem: shipped(file) for file in FILES}
each_planner = pytest.mark.parametrize("planner", PLANNERS.values(), ids=PLANNERS.keys())


def scored(planner: Planner) -> list[PlannerGoal | PlannerObjective]:
    return [*planner.goals, *planner.objectives]


def client_sentences(planner: Planner) -> list[tuple[str, str]]:
    """Every goal, specific and objective with the id it stands under."""
    of_goals = [(goal.id, text) for goal in planner.goals for text in (goal.goal, goal.specific or "")]
    return of_goals + [(objective.id, objective.objective) for objective in planner.objectives]


def offenders(planner: Planner, pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    return [(where, text) for where, text in client_sentences(planner) if pattern.search(text)]


def days(stretch: Duration | None) -> int:
    assert stretch is not None
    return (stretch.after(OPENED) - OPENED).days


def test_every_planned_area_ships():
    assert AREAS - set(PLANNERS) == set()


def test_the_library_holds_at_least_a_thousand_statements():
    assert sum(len(list(planner.statements())) for planner in PLANNERS.values()) >= 1000


@each_planner
def test_a_planner_carries_its_file_s_name_and_words_to_find_it_by(planner):
    assert PLANNERS[planner.planner] is planner
    assert planner.about
    assert len(planner.tags) >= 4


@each_planner
def test_no_area_is_thin(planner):
    counts = Counter(statement.kind.value for statement in planner.statements())
    assert {kind: counts[kind] for kind, fewest in FEWEST.items() if counts[kind] < fewest} == {}
    assert sum(counts.values()) >= 46


@each_planner
def test_every_area_has_work_for_weeks_and_for_a_longer_time(planner):
    terms = Counter(goal.term for goal in planner.goals)
    assert terms[Term.LONG] >= 2
    assert terms[Term.SHORT] >= 1


@each_planner
def test_ids_are_unique_and_an_objective_s_id_begins_with_its_goal_s(planner):
    ids = Counter(statement.id for statement in planner.statements())
    assert [each for each, times in ids.items() if times > 1] == []
    assert all(objective.id.startswith(f"{goal.id}.") for goal in planner.goals for objective in goal.objectives)


@each_planner
def test_references_resolve(planner):
    assert planner.dangling() == []


@each_planner
def test_the_thread_from_problem_to_intervention_is_whole(planner):
    served = {goal.problem for goal in planner.goals}
    used = {named for objective in planner.objectives for named in objective.interventions}
    assert {problem.id for problem in planner.problems} - served == set()
    assert {intervention.id for intervention in planner.interventions} - used == set()
    assert all(objective.interventions for objective in planner.objectives)


@each_planner
def test_every_problem_says_how_it_shows(planner):
    assert [problem.id for problem in planner.problems if not 2 <= len(problem.shows) <= 4] == []


@each_planner
def test_goals_are_whole(planner):
    parts = ("problem", "term", "specific", "measurable", "because", "horizon", "objectives")
    assert [(goal.id, part) for goal in planner.goals for part in parts if not getattr(goal, part)] == []
    assert [goal.id for goal in planner.goals if len(goal.objectives) > 3] == []


@each_planner
def test_interventions_name_approach_frequency_and_length(planner):
    assert [each.id for each in planner.interventions if not (each.every and each.for_)] == []


@each_planner
def test_every_homework_serves_a_goal_or_an_objective(planner):
    assert [homework.id for homework in planner.homework if homework.for_ is None] == []


@each_planner
def test_measures_lead_from_a_baseline_to_another_target_inside_the_scale(planner):
    wrong = [item.id for item in scored(planner) if item.measurable is None or not is_sane(item.measurable)]
    assert wrong == []


def is_sane(measure: Measure) -> bool:
    if measure.kind == "done":
        return (measure.baseline, measure.target) == (0, 1)
    low, high = (0, FORM_TOPS[measure.form.id]) if measure.form else own_scale(measure)
    if measure.baseline is None or measure.target is None or low is None or measure.baseline == measure.target:
        return False
    top = float("inf") if high is None else high
    within = low <= measure.baseline <= top and low <= measure.target <= top
    return within and measure.target != top


@each_planner
def test_a_count_has_its_period_and_everything_counted_is_named(planner):
    measures = [(item.id, item.measurable) for item in scored(planner) if item.measurable]
    worded = {"count", "number", "percent", "rating"}
    assert [where for where, measure in measures if measure.kind in worded and not measure.of] == []
    assert [where for where, measure in measures if measure.kind == "count" and not measure.per] == []
    assert [
        where for where, measure in measures if measure.kind == "number" and not (measure.unit and measure.scale)
    ] == []


@each_planner
def test_horizons_run_from_two_weeks_to_a_year_and_a_step_ends_no_later_than_its_goal(planner):
    assert [item.id for item in scored(planner) if not 14 <= days(item.horizon) <= 365] == []
    late = [step.id for goal in planner.goals for step in goal.objectives if days(step.horizon) > days(goal.horizon)]
    assert late == []


@each_planner
def test_no_goal_or_objective_rests_on_a_verb_that_cannot_be_seen(planner):
    assert offenders(planner, BANNED) == []


@each_planner
def test_goals_and_objectives_say_what_is_done_instead_of_what_is_left(planner):
    assert offenders(planner, AVOIDANCE) == []


@each_planner
def test_a_comparative_is_followed_by_a_number(planner):
    bare = [
        (where, text)
        for where, text in client_sentences(planner)
        for match in COMPARATIVE.finditer(text)
        if not QUANTITY.search(match[2])
    ]
    assert bare == []


@each_planner
def test_a_frequency_has_its_period(planner):
    sentences = [(where, text) for where, text in client_sentences(planner) if TIMES.search(text)]
    assert [(where, text) for where, text in sentences if not PERIOD.search(text)] == []


@each_planner
def test_placeholders_are_few_and_plainly_named(planner):
    for statement in planner.statements():
        rest = re.sub(r"\{[a-z]+(?: [a-z]+){0,2}\}", "", statement.text)
        assert not set("{}") & set(rest), statement
        assert len(placeholders(statement.text)) <= 2, statement


@each_planner
def test_the_evidence_note_names_sources_with_their_year(planner):
    assert planner.evidence is not None
    assert planner.evidence.sources
    assert [source for source in planner.evidence.sources if not SOURCE.search(source)] == []


def words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9-]+", text.lower())) - STOP_WORDS


def nearly_equal(one: str, other: str, shared: float) -> bool:
    """Whether two sentences say the same in nearly the same words; `shared` is the part of their words in common."""
    return shared >= 0.75 or difflib.SequenceMatcher(None, one.lower(), other.lower()).ratio() >= 0.85


def test_no_two_statements_of_the_library_are_nearly_equal():
    everything = [(f"{name}/{each.id}", each.text) for name, each in all_statements()]
    prepared = [(where, text, words_of(text)) for where, text in everything]
    twins = []
    for (where, text, words), (where_else, other, other_words) in combinations(prepared, 2):
        common = len(words & other_words)
        shared = common / max(1, len(words) + len(other_words) - common)
        if shared >= 0.5 and nearly_equal(text, other, shared):
            twins.append((where, where_else, text, other))
    assert twins == []


def all_statements() -> list[tuple[str, Statement]]:
    """Every statement, and the specifics of goals as goals again, with the name of its planner."""
    statements = [(name, each) for name, planner in PLANNERS.items() for each in planner.statements()]
    specifics = [
        (name, Statement(goal.id, StatementKind.GOAL, goal.specific or ""))
        for name, planner in PLANNERS.items()
        for goal in planner.goals
    ]
    return statements + specifics


def test_statements_come_kind_by_kind_with_each_goal_before_its_steps():
    statements = list(PLANNERS["depression"].statements())
    assert statements[0] == Statement("p1", StatementKind.PROBLEM, "Low mood and withdrawal")
    ids = [statement.id for statement in statements]
    assert ids.index("g1") + 1 == ids.index("g1.1")
    assert next(each.text for each in statements if each.id == "i1").startswith("Behavioural activation: ")


def test_a_reference_that_leads_nowhere_is_named_with_where_it_stands():
    data, _ = read_data("{planner: own, name: Own, homework: [{id: h1, for: g9, task: Walk}]}")
    planner, _ = record_from(Planner, data)
    assert planner is not None
    assert planner.dangling() == [("h1", "g9")]


def test_a_placeholder_is_listed_once_in_order():
    assert placeholders("Walks to {place} with {person} and back from {place}") == ("place", "person")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{planner: Own Area, name: Own}", "use small letters, digits and dashes, as social-anxiety"),
        ("{planner: own, name: Own, resources: [{id: x1, kind: app, what: Timer}]}", "write it as r1"),
    ],
    ids=["capitals in the name", "a resource's id"],
)
def test_a_wrong_id_is_refused_with_how_to_write_it(text, hint):
    data, _ = read_data(text)
    planner, findings = record_from(Planner, data)
    assert planner is None
    assert [finding.hint for finding in findings] == [hint]
