"""One invented case for each state that a goal, or its treatment, can be in: what every sentence must know."""

from goalctl.analysis.case import Case
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.outcomes.change import ChangeRules
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.progress.recovery import RecoveryCriterion, RecoveryLine
from goalctl.model.measure import Better
from goalctl.model.scoring import Comparison
from goalctl.model.settings import Settings
from tests.analysis.invented import FORMS, START, goal, moods, plan_of, sessions, week

RATED = {"by": "rating", "of": "evenings with the children", "baseline": 2, "target": 8, "since": START}
MOOD = {"by": "phq-9", "baseline": 18, "target": 9, "since": START}
BAND = {"by": "number", "of": "hours slept", "baseline": 4, "target": [7, 9], "since": START}
KEPT = {"by": "rating", "baseline": 8, "target": 8, "keep": "12w", "better": "higher", "since": START}
STEP = {
    "id": "g1.1", "objective": "Walks", "status": "active",
    "interventions": [{"id": "i1", "what": "Activity plan", "every": "1w"}],
}  # fmt: skip
WAITS = {"id": "g2", "goal": "Runs", "status": "reserve"}
SAFE = {"asked_because": "routine", "ideation": "none", "level": "low", "note": "words of nobody else's business"}

ITEMS = {
    "draft": {"status": "draft"},
    "reserve": {"status": "reserve"},
    "no measure": {"measure": None},
    "no score": {},
    "one score": {"scores": [3]},
    "first score serves": {"scores": [3], "measure": {"by": "rating", "target": 8}},
    "no target": {"scores": [3, 4], "measure": {"by": "rating"}},
    "few scores": {"scores": [3, 4, 5]},
    "on the way": {"scores": [3, 2, 5, 3, 5, 6]},
    "the date is too early": {"scores": [2, 3, 2, 3, 3, 4], "deadline": week(8)},
    "further off than at first": {"scores": [1, 0]},
    "no nearer": {"scores": [3, 2]},
    "worse": {"measure": MOOD, "log": moods([16, 14, 20, 25])},
    "worse, and answered": {
        "measure": MOOD,
        "log": moods([16, 14, 20, 25]),
        "reviews": [{"on": week(8), "of": "g1", "decision": "change", "note": "shorter steps"}],
        "changes": [{"on": week(8), "of": "g1.1.i1", "what": "every", "from": "2w", "to": "1w", "because": "worse"}],
    },
    "off track": {"scores": [2] * 6},
    "plateau": {"scores": [6] * 6},
    "at target once": {"scores": [5, 6, 8]},
    "met": {"scores": [5, 8, 9]},
    "met, another in reserve": {"scores": [8, 8, 9, 8, 8], "others": [WAITS]},
    "achieved": {"scores": [5, 8, 8], "status": "achieved", "closed": week(4), "today": week(5)},
    "achieved, never scored": {"status": "achieved", "closed": week(4), "today": week(5)},
    "achieved, not at target": {"scores": [3, 2], "status": "achieved", "closed": week(4), "today": week(5)},
    "discontinued": {"scores": [3, 2], "status": "discontinued", "closed": week(4), "today": week(5)},
    "the target date is today": {"scores": [3, 4, 5], "deadline": week(3), "today": week(3)},
    "past its date": {"scores": [3, 3, 4, 5, 5, 6], "deadline": week(7), "today": week(8)},
    "foretold day passed": {"scores": [3, 4, 4, 5, 5, 6], "deadline": week(40), "today": week(24)},
    "each judged, one met": {
        "members": ["a", "b"], "log": [*sessions([8, 8], key="g1@a"), *sessions([2, 3], key="g1@b")],
    },
    "each judged, one silent": {"members": ["a", "b"], "log": sessions([8, 8], key="g1@a")},
    "goal rests": {"scores": [3, 4], "status": "on-hold"},
    "treatment rests": {"scores": [3, 4], "plan": {"status": "on-hold", "holds": [{"from": week(1)}]}},
    "discharged, met": {
        "scores": [8, 8], "today": week(5),
        "plan": {"status": "discharged", "discharge": {"on": week(4), "reason": "goals reached"}},
    },
    "discharged, closed": {
        "scores": [8, 8], "status": "achieved", "closed": week(4), "today": week(5),
        "plan": {"status": "discharged", "discharge": {"on": week(4)}},
    },
    "discharged, left open": {
        "scores": [3, 4], "today": week(5),
        "plan": {"status": "discharged", "discharge": {"on": week(4), "reason": "moved away"}},
    },
    "band, before it": {"measure": BAND, "scores": [5, 6]},
    "band, within": {"measure": BAND, "scores": [6, 8]},
    "band, past it": {"measure": BAND, "scores": [8, 11]},
    "maintenance, kept": {"measure": KEPT, "scores": [8, 9, 8]},
    "maintenance, lost": {"measure": KEPT, "scores": [8, 6]},
    "done or not: not done": {"measure": {"by": "done"}, "scores": [0]},
    "done or not: done": {"measure": {"by": "done"}, "scores": [0, 1]},
}  # fmt: skip


MOOD_RULES = ChangeRules(Better.LOWER, 6, RecoveryLine(Comparison(">=", 10), RecoveryCriterion.PUBLISHED))
WELL_RULES = ChangeRules(Better.HIGHER, 5, RecoveryLine(Comparison("<", 25), RecoveryCriterion.PUBLISHED))
WORRY_RULES = ChangeRules(Better.LOWER, 9, RecoveryLine(Comparison(">", 58.84), RecoveryCriterion.C, 58.84))
STRICT_RULES = ChangeRules(Better.LOWER, 9, RecoveryLine(Comparison(">=", 45), RecoveryCriterion.C, 58.84))


def measured(*values, rules=MOOD_RULES, respondent=None, name="PHQ-9"):
    """A first and, where there is one, a last score."""
    first, last = (*(Point(week(n), value) for n, value in enumerate(values)), None, None)[:2]
    return Measured("form", "form", name, respondent, rules, first, last)


OUTCOMES = {
    "not filled in": measured(),
    "one score": measured(18),
    "recovered": measured(18, 9),
    "improved, still at case level": measured(20, 12),
    "improved, never at case level": measured(9, 3),
    "below case level, not reliably": measured(12, 9),
    "no change": measured(14, 14),
    "worse": measured(12, 18),
    "higher is better, recovered": measured(20, 25, rules=WELL_RULES),
    "a case level that was worked out": measured(68, 50, rules=WORRY_RULES),
    "a stricter cut-off than was worked out": measured(68, 50, rules=STRICT_RULES),
    "a figure without case level": measured(18, 9, rules=ChangeRules(Better.LOWER, 6)),
    "no figure with a source": measured(18, 9, rules=ChangeRules(Better.LOWER)),
    "a parent answers": measured(18, 9, respondent="mother", name="SCARED, by somebody else"),
}


def case_of(
    *, scores=(), log=None, measure=RATED, today=None, members=(), deadline=None, steps=(STEP,), plan=None, reviews=(),
    changes=(), others=(), **keys,
):  # fmt: skip
    """The case on its day, else on the day of its last entry."""
    log = sessions(scores) if log is None else log
    made = goal(measure, deadline=deadline or week(12), objectives=list(steps), **keys)
    found = plan_of(
        goals=[made, *others],
        sessions=log,
        members=members,
        reviews=list(reviews),
        changes=list(changes),
        **(plan or {}),
    )
    last = max((entry["date"] for entry in log), default=START)
    return Case.of(found, FORMS, Settings(), today or max([last, *(one["on"] for one in reviews)]))
