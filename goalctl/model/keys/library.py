"""The keys of planners, templates, audit profiles and mappings."""

from goalctl.model.keys.key import ABOUT, FORMAT, NAME, TAGS, Key, Keys
from goalctl.model.planner import (
    Evidence,
    Planner,
    PlannerGoal,
    PlannerHomework,
    PlannerIntervention,
    PlannerObjective,
    PlannerProblem,
    PlannerResource,
)
from goalctl.model.profile import Profile, Requirement
from goalctl.model.table_map import LongTable, TableMap
from goalctl.model.template import Template

_HORIZON = Key("How long it may take, from the day it is opened.", "12w")
_MEASURABLE = Key("How it is scored; baseline and target are hints.", "{by: rating, baseline: 3, target: 7}")

LIBRARY: Keys = {
    Planner: {
        "format": FORMAT,
        "planner": Key("The planner's id, as its file is named.", "low-mood"),
        "name": NAME,
        "about": ABOUT,
        "tags": TAGS,
        "evidence": Key("What is known about treating this area.", "{note: Behavioural activation helps.}"),
        "problems": Key("What may bring a client.", "[{id: p1, problem: Low mood}]"),
        "goals": Key("Goals to choose from.", '[{id: g1, goal: "Take up {activity} again"}]'),
        "interventions": Key(
            "What the clinician may do.", "[{id: i1, approach: behavioural activation, what: plan the week}]"
        ),
        "homework": Key("Tasks between sessions.", "[{id: h1, task: Keep an activity diary}]"),
        "resources": Key("Workbooks, apps and exercises.", "[{id: r1, kind: worksheet, what: week plan}]"),
    },
    Evidence: {
        "note": Key("What is known, in a sentence or two.", "Behavioural activation helps."),
        "sources": Key("Where it is written: name and year.", "[Ekers et al. 2014]"),
    },
    PlannerProblem: {
        "id": Key("p and a number.", "p1"),
        "problem": Key("What may bring a client; {words in braces} are asked for.", '"Low mood since {event}"'),
        "shows": Key("Signs by which it shows.", "[stays in bed]"),
    },
    PlannerGoal: {
        "id": Key("g and a number.", "g1"),
        "goal": Key("The goal; {words in braces} are asked for.", '"Take up {activity} again"'),
        "problem": Key("The planner's problem that it answers.", "p1"),
        "term": Key("Whether it is a matter of weeks or of a longer time.", "short"),
        "specific": Key("What exactly.", '"{activity} twice a week"'),
        "measurable": _MEASURABLE,
        "because": Key("Why it is within reach.", "It was part of the week before"),
        "horizon": _HORIZON,
        "objectives": Key("The steps toward it.", "[{id: g1.1, objective: Choose a day}]"),
    },
    PlannerObjective: {
        "id": Key("The goal's id, a dot and a number.", "g1.1"),
        "objective": Key("The step; {words in braces} are asked for.", '"Choose a day for {activity}"'),
        "measurable": _MEASURABLE,
        "horizon": _HORIZON,
        "interventions": Key("The planner's interventions that serve it.", "[i1]"),
    },
    PlannerIntervention: {
        "id": Key("i and a number.", "i1"),
        "approach": Key("The approach it belongs to.", "behavioural activation"),
        "what": Key("What the clinician does.", "plan the week together"),
        "every": Key("How often: 2w, 3 per week, twice a month, 4 sessions, as needed.", "1w"),
        "for": Key("For how long.", "12w"),
    },
    PlannerHomework: {
        "id": Key("h and a number.", "h1"),
        "for": Key("The planner's goal or objective that it serves.", "g1"),
        "task": Key("What to do.", "Keep an activity diary"),
    },
    PlannerResource: {
        "id": Key("r and a number.", "r1"),
        "kind": Key("What kind of thing it is; never a product.", "worksheet"),
        "what": Key("What it is for.", "a plan of the week"),
    },
    Template: {
        "format": FORMAT,
        "template": Key("The template's id, as its file is named.", "low-mood"),
        "name": NAME,
        "about": ABOUT,
        "tags": TAGS,
        "plan_by": Key("How soon after the opening the plan must be complete.", "30d"),
        "review_every": Key("How often the whole plan is reviewed.", "90d"),
        "services": Key("What is provided and how often.", "[{type: individual psychotherapy, every: 1w}]"),
        "assessments": Key("Forms that are filled in at an interval.", "[{form: phq-9, every: 4w}]"),
        "discharge_criteria": Key("When treatment is to end.", "PHQ-9 below 5 for two months"),
        "problems": Key("Problems that a new plan begins with.", "[{id: p1, problem: Low mood}]"),
        "goals": Key("Goals that a new plan begins with, as drafts.", "[{id: g1, goal: Back to the choir}]"),
        "within": Key("How long each goal or objective may take, from the opening.", "{g1: 12w}"),
    },
    Profile: {
        "format": FORMAT,
        "profile": Key("The profile's id, as its file is named.", "our-payer"),
        "name": NAME,
        "setting": Key("The setting that it is for.", "outpatient"),
        "about": ABOUT,
        "extends": Key("The profile whose rules it takes over.", "outpatient"),
        "without": Key("Rules of that one that it leaves out.", "[A147]"),
        "rules": Key("What it asks for, by the rule's code.", "{A101: {within: 30d}}"),
    },
    Requirement: {
        "within": Key("The time that the rule allows.", "30d"),
        "contacts": Key("The contacts that the rule allows; of the two, the later counts.", "3", "contacts"),
        "working_days": Key("The working days it allows, Monday to Friday; 0 is the day itself.", "2", "working days"),
        "physician": Key("Whether a physician has to sign, and no other supervisor will do (A122).", "yes"),
        "source": Key("Where it is written.", "42 CFR 456.180"),
        "version": Key("Which text of the source was read.", "current as of 2026"),
        "read": Key("The day it was read.", "2026-01-10"),
        "old": Key("What became of that text since.", "rescinded in 2025"),
        "setting": Key("The setting that it holds for.", "outpatient"),
        "verified": Key("Whether it was looked up.", "yes"),
    },
    TableMap: {
        "format": FORMAT,
        "mapping": Key("The mapping's id, as its file is named.", "old-system"),
        "name": NAME,
        "about": ABOUT,
        "sources": Key("Where the layout is written.", '["the program\'s manual, export"]'),
        "columns": Key("What each head means; - for nothing, * for anything.", "{PatNr: client, PHQ_1: phq-9.q1}"),
        "set": Key("What holds for every row.", "{kind: session}"),
        "long": Key("For one row a value: which columns name and hold it.", "{field: item, value: answer}"),
        "clients": Key("The other program's ids, and ours.", "{1029: c-7f3k}"),
        "answers": Key("The other program's words for answers, by form.", "{phq-9: {never: 0}}"),
        "missing": Key("Its words for nothing.", "[-99, NA]"),
        "dates": Key("In which order it writes a day.", "dmy"),
        "decimal": Key("What stands before its decimals.", '","'),
    },
    LongTable: {
        "field": Key("The column that names the value.", "item"),
        "value": Key("The column that holds the value.", "answer"),
    },
}
