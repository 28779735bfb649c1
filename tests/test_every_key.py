"""A key that the model gains is followed through every way in and out; where one stays behind, it is named here.

`every_key.yaml` holds every key of every record of a plan. A way that takes everything over is checked against what it
leaves out; a way that leads to clients, research or other programs is an allow-list: what is not named never leaves.
"""

from datetime import date

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.client_side import Reader
from goalctl.analysis.history.difference import differences
from goalctl.analysis.history.digest import agreement_digest, session_digest
from goalctl.cli.asking.goals.assigning import assignments
from goalctl.cli.commands.set import OF_ITEMS, OF_PLAN
from goalctl.cli.failures import UsageError
from goalctl.documents.read import read_data
from goalctl.documents.yaml_text import block_text
from goalctl.exchange.deidentified import Nameless, deidentified_text
from goalctl.exchange.fhir.bundle import bundle_of
from goalctl.exchange.fhir.shapes import OnRequest
from goalctl.exchange.goals import COLUMNS, goal_from
from goalctl.exchange.heads import Heads
from goalctl.exchange.table import rows_of, sheet_of
from goalctl.model.fields import slots_of
from goalctl.model.goal import Goal, Intervention, Objective, Problem
from goalctl.model.identity import Identity
from goalctl.model.plan import Lifecycle, Plan
from goalctl.model.planner import Planner
from goalctl.model.session import Session
from goalctl.model.settings import Settings
from goalctl.model.statement import StatementKind
from goalctl.model.template import Template
from goalctl.model.validate import record_from
from goalctl.rules.e_file import RULES
from goalctl.rules.rule import RuleCase, findings_of
from goalctl.views.listings.exchange import score_listing
from goalctl.views.listings.formats import csv_text
from goalctl.views.reports.client import client_page
from goalctl.views.reports.parts import Scope
from goalctl.views.reports.record import record_report
from goalctl.workspace.memory.answer import Inquiry
from goalctl.workspace.memory.ask import Memory
from goalctl.workspace.memory.bank import from_bank
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.memory.uses import bank_of
from goalctl.workspace.operations.episode import next_episode
from goalctl.workspace.shelves.filling import from_planner
from goalctl.workspace.shelves.templates import begun_with
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan
from tests.every_key import DATA, DAY, EVERY, FORMS, TEXT, changed_at, held, keys_in, keys_of, named, told_by


def test_the_sample_holds_every_key_there_is_and_is_a_sound_plan():
    plan, findings = record_from(Plan, DATA)
    assert findings == []
    assert findings_of(RULES, RuleCase(plan, FORMS, name=plan.client)) == []
    assert EVERY - keys_in(Plan, DATA) == set()


NO_PART_OF_A_TEMPLATE = named(
    "Plan.client", "Plan.members", "Plan.guardians", "Plan.clinician", "Plan.supervisor", "Plan.opened", "Plan.status",
    "Plan.previous", "Plan.diagnoses", "Plan.medications", "Plan.care_team", "Plan.level_of_care", "Plan.mental_status",
    "Plan.part2", "Plan.values", "Plan.strengths", "Plan.barriers", "Plan.preferences", "Plan.functioning",
    "Plan.authorizations",
    "Plan.consents", "Plan.safety_plan", "Plan.agreements", "Plan.holds", "Plan.discharge", "Plan.releases",
    "Plan.discovery", "Plan.reviews", "Plan.supervision", "Plan.changes", "Plan.diary", "Plan.sessions",
)  # fmt: skip
"""What only a client brings; a template that holds one of these is refused with its place."""


def test_a_template_can_hold_what_is_no_client_s_own():
    shared = {f"Plan.{info.alias or name}" for name, info in Template.model_fields.items()}
    assert named("Plan") - shared == NO_PART_OF_A_TEMPLATE


def test_all_that_a_template_holds_comes_into_the_plan_but_what_is_said_of_one_client(practice):
    own = {info.alias or name for name, info in Template.model_fields.items()}
    parts = {key: value for key, value in DATA.items() if key in own}
    head = {"template": "mine", "name": "Mine", "within": {"g1": "20w", "g1.1": "8w"}}
    (practice / "templates").mkdir()
    (practice / "templates" / "mine.yaml").write_text(block_text({**head, **parts}), encoding="utf-8")
    begun = begun_with("mine", opened=DAY, root=practice)
    assert keys_in(Plan, parts) - keys_in(Plan, begun) == named("Plan.format", "Smart.attainable", "Attainable")
    assert begun["goals"][0]["smart"]["time_bound"] == {
        **DATA["goals"][0]["smart"]["time_bound"],
        "deadline": "2026-10-20",
    }


OF_THE_EARLIER_EPISODE = named(
    "Plan.format", "Plan.client", "Plan.opened", "Plan.status", "Plan.plan_by", "Plan.clinician", "Plan.supervisor",
    "Plan.review_every", "Plan.level_of_care", "Plan.mental_status", "MentalStatus", "Plan.functioning",
    "Plan.services", "Service", "Plan.assessments", "PlannedAssessment", "Plan.authorizations", "Authorization",
    "Plan.consents", "Consent", "Plan.agreements", "Agreement", "Plan.releases", "Release", "Plan.safety_plan",
    "SafetyPlan", "Plan.discharge_criteria", "Plan.discharge", "Discharge", "Plan.holds", "Hold", "Plan.discovery",
    "Discovery", "Wish", "PerfectDay", "Plan.reviews", "Review", "Plan.supervision", "SupervisionPoint",
    "SupervisionTalk", "Plan.changes", "Change", "Plan.diary", "DiaryEntry",
    "Plan.sessions", "Session", "Risk", "Homework", "Signature", "Amendment", "Void",
    "Goal.priority", "Goal.opened", "Goal.closed", "Goal.grow", "Grow", "GrowGoal", "GrowReality", "GrowOption",
    "GrowWill", "Smart.measured_before", "FormerMeasure", "Measure.baseline", "Measure.since", "TimeBound.deadline",
    "TimeBound.extended", "TimeBound.checkpoints", "Extension", "Objective.priority", "Objective.opened",
    "Objective.closed", "Objective.measured_before", "Objective.deadline", "Objective.extended",
    "Objective.checkpoints",
)  # fmt: skip
"""What a new episode decides, assesses and records anew."""


def test_a_new_episode_takes_over_all_that_is_not_the_earlier_one_s():
    old = record_from(Plan, DATA)[0]
    begun = next_episode({"clinician": "who treats now"}, old)
    assert begun["clinician"] == "who treats now"
    begun.pop("clinician")
    assert EVERY - keys_in(Plan, begun) == OF_THE_EARLIER_EPISODE


def test_an_export_comes_back_key_for_key(goalctl, practice):
    (practice / "plans" / "c-all.yaml").write_text(TEXT, encoding="utf-8")
    exported = goalctl("--today", "2999-12-31", "export", "c-all", status=0).out
    (practice / "all.json").write_text(exported, encoding="utf-8")
    (practice / "plans" / "c-all.yaml").unlink()
    goalctl("import", "all.json", "--new-clients", "--write", status=0)
    assert read_data((practice / "plans" / "c-all.yaml").read_text(encoding="utf-8"))[0] == DATA


def test_a_draft_that_is_gone_on_with_keeps_every_key(practice, plan_file):
    keyboard = pytest.importorskip("tests.cli.keyboard")
    draft = {**DATA["goals"][0], "status": "draft"}
    plan = {**DATA, "client": "c-ab1", "status": "active", "goals": [draft, DATA["goals"][1]]}
    del plan["discharge"]
    plan_file.write_text(block_text(plan), encoding="utf-8")
    person = keyboard.Person(practice, "grow", "c-ab1", "g1")
    person.answers(".")
    assert person.leaves() == 0
    kept = read_data(plan_file.read_text(encoding="utf-8"))[0]
    assert kept["goals"][0] == draft


IN_THE_BANK = named(
    "Goal.goal", "Goal.term", "Goal.smart", "Goal.objectives", "Smart.specific", "Smart.measurable", "Smart.time_bound",
    "TimeBound.deadline", "TimeBound.monitored", "Objective.objective", "Objective.status", "Objective.opened",
    "Objective.measurable", "Objective.deadline", "Objective.interventions", "Intervention.id", "Intervention.what",
    "Intervention.who", "Intervention.every", "Intervention.for", "Intervention.minutes", "Measure.by", "Measure.of",
    "Measure.unit", "Measure.scale", "Measure.target", "Measure.better", "Measure.keep", "Measure.hold", "Measure.per",
    "Measure.anchors", "Measure.levels", "Measure.baseline",
)  # fmt: skip
"""An allow-list: what goes from one client's plan into another's."""


def test_only_what_is_nobody_s_own_goes_through_the_bank(practice):
    plan = {**DATA, "client": "c-all", "status": "active"}
    (practice / "plans" / "c-all.yaml").write_text(block_text(plan), encoding="utf-8")
    own = practice_at(practice)
    bank = bank_of(Memory(practice, remembers=False).answer(Inquiry((Part.BANK,), DAY)))
    entry = next(one for one in bank.entries if one.text == DATA["goals"][0]["goal"])
    filling = from_bank(
        bank, bank.id_of(entry), StatementKind.GOAL, client="c-ab1", today=DAY, most_active=1,
        case_of=lambda _: own.case(case_plan(own, client_file(scan(practice), "c-all", exact=True)).plan, today=DAY),
    )  # fmt: skip
    assert keys_in(Goal, filling.entry) == IN_THE_BANK


FOR_THE_CLIENT = named(
    "Plan.client", "Plan.status", "Plan.discharge", "Discharge.on", "Plan.members", "Plan.clinician",
    "Plan.values", "ClientValue.value", "Plan.strengths",
    "Plan.discovery", "Discovery", "Wish.wish", "Wish.goal", "PerfectDay.in_a_year", "Plan.goals", "Goal.id",
    "Goal.goal", "Goal.status", "Goal.smart", "Goal.grow", "Goal.objectives", "Grow.will", "GrowWill.support",
    "Smart.measurable",
    "Smart.relevant", "Smart.time_bound", "Relevant", "Measure", "FormerMeasure.until", "TimeBound.deadline",
    "TimeBound.extended", "Extension.from", "Objective.id", "Objective.objective", "Objective.status",
    "Objective.measurable", "Plan.diary", "DiaryEntry.date", "DiaryEntry.scores", "Plan.sessions", "Session.date",
    "Session.scores", "Session.homework", "Session.next", "Session.void", "Session.confidential", "Homework.task",
)  # fmt: skip
"""An allow-list: what the client's own page says, or is drawn from."""


@pytest.mark.parametrize("day", [date(2026, 1, 26), DAY], ids=["under way", "discharged"])
def test_only_what_is_the_client_s_goes_onto_the_client_s_page(day):
    def page(_, plan):
        then = plan if day == DAY else plan.copy_with(status=Lifecycle.ACTIVE, discharge=None)
        return client_page(Scope(Case.of(then, FORMS, Settings(), day, now=day), Identity(), day))

    assert told_by(page) - FOR_THE_CLIENT == set()


FOR_ONE_OF_SEVERAL = FOR_THE_CLIENT | named(
    "Plan.guardians", "Session.forms", "Session.kind", "Session.present", "Homework.for", "Measure"
)
"""What the page of one of several people says besides, or is sorted out by."""


@pytest.mark.parametrize("reader", ["anna", "ben", "mother"])
def test_only_what_is_one_s_own_or_shared_goes_onto_that_one_s_page(reader):
    def page(_, plan):
        under_way = plan.copy_with(status=Lifecycle.ACTIVE, discharge=None)
        case = Case.of(under_way, FORMS, Settings(), date(2026, 1, 26), now=date(2026, 1, 26))
        return client_page(Scope(case, Identity(), case.today, reader=Reader(reader, alone=True)))

    assert told_by(page) - FOR_ONE_OF_SEVERAL == set()


FOR_RESEARCH = named(
    "Plan.status", "Plan.opened", "Plan.goals", "Plan.sessions", "Plan.diary", "DiaryEntry.scores", "Session.date",
    "Session.kind", "Session.scores", "Session.forms", "Session.void", "Goal.id", "Goal.status", "Goal.opened",
    "Goal.closed", "Goal.smart", "Goal.objectives", "Smart.measurable", "Smart.time_bound", "Measure.by",
    "Measure.baseline", "Measure.target", "FormerMeasure.until", "TimeBound.deadline", "TimeBound.extended",
    "Objective.id", "Objective.status", "Objective.opened", "Objective.closed", "Objective.measurable",
    "Objective.deadline", "Objective.extended",
)  # fmt: skip
"""An allow-list: what can be counted."""


def test_only_what_can_be_counted_leaves_for_research():
    def exported(_, plan):
        return deidentified_text([Nameless.of(Case.of(plan, FORMS, Settings(), DAY), "code")], version="0")

    assert told_by(exported) == FOR_RESEARCH


FOR_OTHER_PROGRAMS = named(
    "Attainable.because", "Diagnosis", "DiaryEntry.date", "DiaryEntry.scores", "Discharge.on",
    "FormerMeasure.until", "Goal.closed", "Goal.goal", "Goal.id", "Goal.objectives", "Goal.opened", "Goal.priority",
    "Goal.problem", "Goal.serves", "Goal.smart", "Goal.status", "Hold.to", "Intervention.every", "Intervention.for",
    "Intervention.minutes", "Intervention.what", "Intervention.who", "Measure.baseline", "Measure.by",
    "Measure.judged_by", "Measure.levels", "Measure.of", "Measure.per", "Measure.since", "Measure.target",
    "Measure.unit", "Objective.closed", "Objective.deadline", "Objective.id", "Objective.interventions",
    "Objective.measurable", "Objective.measured_before", "Objective.objective", "Objective.opened",
    "Objective.priority", "Objective.status", "Plan.client", "Plan.clinician", "Plan.diagnoses", "Plan.diary",
    "Plan.discharge", "Plan.goals", "Plan.members", "Plan.opened", "Plan.problems", "Plan.services",
    "Plan.sessions", "Plan.status", "Problem", "Relevant", "Service.by", "Service.cpt", "Service.every",
    "Service.for", "Service.minutes", "Service.type", "Session.date", "Session.forms", "Session.id",
    "Session.scores", "Smart.attainable", "Smart.measurable", "Smart.relevant", "Smart.specific",
    "Smart.time_bound", "TimeBound.deadline", "TimeBound.monitored",
)  # fmt: skip
"""An allow-list: what FHIR holds unless more is asked for, or reads a goal's state from.

The table of docs/reference/fhir.md says it.
"""


def test_only_what_is_named_leaves_as_fhir_unasked():
    assert told_by(lambda _, plan: bundle_of(Case.of(plan, FORMS, Settings(), DAY), OnRequest())) == FOR_OTHER_PROGRAMS


FOR_A_TABLE = named(
    "DiaryEntry.date", "DiaryEntry.scores", "FormerMeasure.until", "Goal.id", "Goal.objectives", "Goal.smart",
    "Measure.by", "Objective.id", "Objective.measurable", "Plan.client", "Plan.diary", "Plan.goals", "Plan.sessions",
    "Session.id", "Session.date", "Session.forms", "Session.scores", "Smart.measurable",
)  # fmt: skip
"""An allow-list: scores, and by what they are measured."""


def test_only_scores_leave_as_a_table():
    assert told_by(lambda _, plan: csv_text(score_listing(Case.of(plan, FORMS, Settings(), DAY).scores))) == FOR_A_TABLE


NOT_IN_THE_HISTORY = {"Plan.format"}
"""How it is written, not what it says."""


def test_every_change_is_told():
    plan = record_from(Plan, DATA)[0]
    assert EVERY - told_by(lambda _, other: differences(plan, other)) == NOT_IN_THE_HISTORY


AGREED_TO = named(
    "Plan.diagnoses", "Diagnosis", "Plan.services", "Service", "Plan.problems", "Problem", "Plan.goals", "Goal.id",
    "Goal.goal", "Goal.problem", "Goal.status", "Goal.smart", "Goal.objectives", "Smart.specific", "Smart.measurable",
    "Smart.time_bound", "TimeBound.deadline", "Measure", "Weight", "Objective.id", "Objective.objective",
    "Objective.status", "Objective.measurable", "Objective.deadline", "Objective.interventions", "Intervention",
)  # fmt: skip
"""What somebody signs: an allow-list of the plan's parts, each of them whole."""


def test_what_is_agreed_to_is_what_the_digest_is_made_of():
    assert told_by(lambda _, plan: agreement_digest(plan)) == AGREED_TO


BESIDE_THE_ENTRY = named("Session.signed", "Signature", "Amendment") - {"Amendment.set"}


def test_all_of_an_entry_is_signed():
    of_entries = keys_of(Session)
    signed = told_by(lambda _, plan: [session_digest(entry) for entry in plan.sessions])
    assert of_entries - signed == BESIDE_THE_ENTRY


def test_the_record_prints_every_key():
    def printed(data, plan):
        return record_report(Scope(Case.of(plan, FORMS, Settings(), DAY), Identity(), DAY), data, None)

    assert EVERY - told_by(printed) == set()


@pytest.mark.parametrize("kind", [Plan, Problem, Goal, Objective, Intervention], ids=lambda kind: kind.__name__)
def test_every_key_can_be_set_or_it_is_said_where_else(kind):
    elsewhere = OF_PLAN if kind is Plan else OF_ITEMS
    for slot in slots_of(kind):
        if {slot.key, str(slot.path[0]), str(slot.path[-1])} & elsewhere.keys():
            with pytest.raises(UsageError, match="is not changed here"):
                assignments([f"{slot.key}="], kind, elsewhere=elsewhere, today=DAY)
        else:
            (assigned,) = assignments([f"{slot.key}="], kind, elsewhere=elsewhere, today=DAY)
            assert assigned.slot == slot


NO_CELL = named(
    "Goal.id", "Goal.grow", "Goal.objectives", "Smart.measured_before", "TimeBound.extended", "Measure.anchors",
    "Measure.levels",
)  # fmt: skip
"""What is made here, or is more than one value."""


def test_a_table_has_a_column_for_all_that_fits_into_a_cell():
    cells = {"client": "c-ab1", "problem": "p1, p2", "checkpoints": "2026-03-31", "target": "7-9", "scale": "0-10"}
    usual = {"by": "count", "per": "week", "status": "active", "term": "short", "better": "higher", "serves": "g2"}
    days = dict.fromkeys(("opened", "closed", "since", "deadline"), "2026-03-02")
    numbers = dict.fromkeys(("priority", "baseline", "hold", "importance", "difficulty"), "2")
    row = {"keep": "4w", "in_client_control": "yes"} | cells | usual | days | numbers
    row = {column: row.get(column, "words") for column in COLUMNS}
    text = ",".join(row) + "\n" + ",".join(f'"{cell}"' for cell in row.values())
    sheet = sheet_of(text)
    (read,), _ = rows_of(sheet, Heads(COLUMNS).keys(sheet.heads), {})
    wanted = named("Goal", "Smart", "Measure", "Weight", "Attainable", "Relevant", "TimeBound") - NO_CELL
    assert keys_in(Goal, goal_from(read).entry) == wanted


PLANNER = {
    "planner": "mine", "name": "Mine", "about": "x", "tags": ["x"], "evidence": {"note": "x", "sources": ["y"]},
    "problems": [{"id": "p1", "problem": "A problem", "shows": ["a sign"]}],
    "goals": [
        {
            "id": "g1", "goal": "A goal", "problem": "p1", "term": "short", "specific": "One thing",
            "measurable": {"by": "rating", "target": "7"}, "because": "it can be done", "horizon": "8w",
            "objectives": [
                {
                    "id": "g1.1", "objective": "A step", "measurable": {"by": "rating", "target": "6"},
                    "horizon": "4w", "interventions": ["i1"],
                }
            ],
        }
    ],
    "interventions": [{"id": "i1", "approach": "Training", "what": "Train", "every": "1w", "for": "4w"}],
    "homework": [{"id": "h1", "for": "g1.1", "task": "A task"}],
    "resources": [{"id": "r1", "kind": "app", "what": "Timer"}],
}  # fmt: skip
NOT_FOR_A_PLAN = {
    "Planner.about", "Planner.tags", "Planner.evidence", "Planner.resources", "Planner.name",  # to find it by
    "Evidence.note", "Evidence.sources", "PlannerResource.id", "PlannerResource.kind", "PlannerResource.what",
    "PlannerHomework.for",  # said where it is given
}  # fmt: skip
NAMES_ITSELF = {"Planner.planner", "Planner.format"} | {key for key in keys_of(Planner) if key.endswith(".id")}


class OneShelf(dict):
    """A shelf with nothing wrong on it."""

    def problems(self, _):
        return []


def test_all_that_a_planner_says_comes_into_a_plan():
    def fillings(planner):
        found = [(each.id, each.kind) for each in planner.statements() if each.kind is not StatementKind.RESOURCE]
        shelf = OneShelf(mine=planner)
        return [from_planner(shelf, f"mine/{id_}", kind, today=DAY, most_active=1) for id_, kind in found]

    usual = fillings(record_from(Planner, PLANNER)[0])
    told = {
        key
        for path, key in held(Planner, PLANNER)
        for _, planner in changed_at(Planner, PLANNER, path)
        if fillings(planner) != usual
    }
    assert keys_of(Planner) - keys_of(Plan) - told - NAMES_ITSELF == NOT_FOR_A_PLAN - NAMES_ITSELF
