"""The keys of what treatment is for: problems, goals, objectives, interventions, and how they are measured."""

from goalctl.model.goal import (
    Attainable,
    Extension,
    Goal,
    Grow,
    GrowGoal,
    GrowOption,
    GrowReality,
    GrowWill,
    Intervention,
    Objective,
    Problem,
    Relevant,
    Smart,
    TimeBound,
)
from goalctl.model.keys.key import Key, Keys
from goalctl.model.measure import FormerMeasure, Measure, Weight

_STATUS = Key("Whether it is planned, worked on, resting, waiting in reserve, or closed and how.", "active")
_OPENED = Key("The day the work on it began.", "2026-02-02")
_CLOSED = Key("The day it was achieved or given up.", "2026-06-15")
_PRIORITY = Key("Its place among those worked on: 1 comes first.", "1")
_MEASURABLE = Key("How it is scored, from where to where.", "{by: rating, baseline: 3, target: 7}")
_BEFORE = Key("Measures used earlier, each with its last day.", "[{by: rating, until: 2026-04-30}]")
_DEADLINE = Key("By when: what is due on that day is not overdue yet.", "2026-06-30")
_EXTENDED = Key("Every time the deadline was moved.", "[{on: 2026-06-15, from: 2026-06-30, because: ill in May}]")
_CHECKPOINTS = Key("Days before the deadline to look at it.", "[2026-04-15]")

GOAL: Keys = {
    Problem: {
        "id": Key("p and a number; it stays.", "p1"),
        "problem": Key("What brought the client.", "Low mood since the redundancy"),
        "evidence": Key("How it shows: signs, scores, examples.", "PHQ-9 17; off work since March"),
        "on": Key("The day it was named.", "2026-02-02"),
    },
    Goal: {
        "id": Key("g and a number; it stays.", "g1"),
        "goal": Key("What will be different, in one sentence.", "Back to the choir every week"),
        "problem": Key("The problem it answers, or several.", "[p1, p2]"),
        "status": _STATUS,
        "term": Key("Whether it is a matter of weeks or of a longer time.", "short"),
        "serves": Key("The long-term goal that it is a part of.", "g1"),
        "priority": _PRIORITY,
        "opened": _OPENED,
        "closed": _CLOSED,
        "smart": Key("The five parts of a SMART goal.", "{specific: Rehearsal on Thursdays}"),
        "grow": Key("How the goal was explored: goal, reality, options, will.", "{goal: {why: I miss singing}}"),
        "objectives": Key("The steps toward it.", "[{id: g1.1, objective: Ring the choir leader}]"),
    },
    Smart: {
        "specific": Key("What exactly, where, with whom.", "Go to the rehearsal on Thursdays and stay to the end"),
        "measurable": _MEASURABLE,
        "measured_before": _BEFORE,
        "attainable": Key("Why it is within reach.", "{because: She went until May, in_client_control: yes}"),
        "relevant": Key("Why it matters to the client.", "{value: music}"),
        "time_bound": Key("By when, and how progress is watched.", "{deadline: 2026-06-30}"),
    },
    Attainable: {
        "because": Key("Why the goal is within reach.", "She went every week until May"),
        "in_client_control": Key("Whether reaching it is in the client's own hands.", "yes"),
    },
    Relevant: {
        "value": Key("Which of the client's values it serves, as under values.", "music"),
        "in_their_words": Key("Why it matters, in the client's own words.", "When I sing I am myself"),
    },
    TimeBound: {
        "deadline": _DEADLINE,
        "extended": _EXTENDED,
        "checkpoints": _CHECKPOINTS,
        "monitored": Key("How progress is watched, and by whom.", "rated together in each session"),
    },
    Extension: {
        "on": Key("The day the deadline was moved.", "2026-06-15"),
        "from": Key("The deadline before.", "2026-06-30"),
        "because": Key("Why it was moved.", "ill in May"),
    },
    Grow: {
        "goal": Key("Goal: why, and what would change.", "{why: I miss singing}"),
        "reality": Key("Reality: where the client stands.", "{past_attempts: Went once in April}"),
        "options": Key("Options: ways to get there.", "[{idea: Go with a friend}]"),
        "will": Key("Will: what happens this week.", "{this_week: Ring Ana, motivation: 7}"),
    },
    GrowGoal: {
        "why": Key("Why the client wants it.", "I miss singing"),
        "changes": Key("What would be different in life.", "Thursdays with people again"),
        "downsides": Key("What it would cost.", "Less time with the children"),
        "feel": Key("How it will feel.", '"proud, and tired in a good way"'),
    },
    GrowReality: {
        "achievable": Key("Whether it can be done, and why.", '"Yes: the hall is near"'),
        "fit": Key("How it fits the life there is now.", "Thursdays are free"),
        "past_attempts": Key("What was tried before, and how it went.", "Went once in April and left early"),
        "obstacles": Key("What gets in the way.", "fear of questions"),
    },
    GrowOption: {
        "idea": Key("One way to get there.", "Go with a friend"),
        "pros": Key("What speaks for it.", "less alone"),
        "cons": Key("What speaks against it.", "hangs on her time"),
        "first_step": Key("Whether it is the one to begin with.", "yes"),
    },
    GrowWill: {
        "this_week": Key("What the client will do this week.", "Ring Ana on Tuesday"),
        "obstacles": Key("What may stop it.", "no answer"),
        "support": Key("Who or what helps.", "my sister reminds me"),
        "motivation": Key("How ready the client is, from 1 to 10.", "7"),
        "why_not_lower": Key("Why the number is not lower.", "because I have done it before"),
        "next_number": Key("What would make it one higher.", "knowing somebody there"),
    },
    Objective: {
        "id": Key("The goal's id, a dot and a number; it stays.", "g1.1"),
        "objective": Key("A step that the client takes, in one sentence.", "Ring the choir leader"),
        "status": _STATUS,
        "opened": _OPENED,
        "closed": _CLOSED,
        "priority": _PRIORITY,
        "measurable": _MEASURABLE,
        "measured_before": _BEFORE,
        "deadline": _DEADLINE,
        "extended": _EXTENDED,
        "checkpoints": _CHECKPOINTS,
        "interventions": Key("What is done for it.", "[{id: i1, what: Behavioural activation}]"),
    },
    Intervention: {
        "id": Key("i and a number; elsewhere it is named g1.1.i1.", "i1"),
        "what": Key("What is done.", '"Behavioural activation: plan and rate activities"'),
        "who": Key("Who does it.", "clinician"),
        "every": Key("How often: 2w, 3 per week, twice a month, 4 sessions, as needed.", "1w"),
        "for": Key("For how long.", "12w"),
        "minutes": Key("How long one time takes.", "50", "minutes"),
        "on": Key("The day it was begun.", "2026-02-02"),
    },
    Measure: {
        "by": Key("rating, count, number, percent, levels, done, or the id of a scored form.", "phq-9"),
        "of": Key("What is scored: what is rated or counted; of a form, a subscale.", "panic attacks"),
        "per": Key("The stretch that a count is counted over.", "week"),
        "unit": Key("What the number is in.", "minutes"),
        "scale": Key("The lowest and the highest score; without a highest it is open above.", "[0, 10]"),
        "anchors": Key("What single scores mean, in the client's words.", "{0: not at all, 10: every day}"),
        "levels": Key("Goal attainment levels in words, from -2 to 2.", "{-2: stays at home, 0: goes once}"),
        "baseline": Key("The score at the start.", "3", "points of the measure"),
        "target": Key("The score to reach, or a band of two.", "7", "points of the measure"),
        "since": Key("The day of the baseline.", "2026-02-02"),
        "keep": Key("How long it is to be kept, for a goal that keeps what was reached.", "3m"),
        "better": Key("For a goal that keeps: which side of the target is the good one.", "higher"),
        "hold": Key("How many scores in a row must be at the target.", "2", "scores"),
        "weight": Key("How much the goal counts in a T-score of goal attainment.", "{importance: 3, difficulty: 2}"),
        "judged_by": Key("Whose scores decide: each, or one rater's name.", "anna"),
    },
    FormerMeasure: {
        "until": Key("The last day it was in use.", "2026-04-30"),
    },
    Weight: {
        "importance": Key("How much it matters to the client, 0 to 3.", "3"),
        "difficulty": Key("How hard it is, 0 to 3.", "2"),
    },
}
