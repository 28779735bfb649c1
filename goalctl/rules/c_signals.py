"""C: clinical signals that nothing on record answers.

A hint to look, never a judgement: a score is no diagnosis, and a 0 on a risk item is no all-clear. A plan on hold and a
discharged one give only those about risk.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.caseload.watched_forms import parts_of
from goalctl.analysis.figures import score_text
from goalctl.analysis.instruments.form_change import Toward, reliable_change
from goalctl.analysis.instruments.readings import course_of, form_of
from goalctl.analysis.outcomes.replanned import days_of_change
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.staleness import goes_on
from goalctl.analysis.progress.symptom_state import change_in_words
from goalctl.analysis.progress.symptoms import later_scores, symptom_change
from goalctl.analysis.risk.attendance import plans_company
from goalctl.analysis.risk.picture import RiskPicture
from goalctl.analysis.risk.record_command import command_for
from goalctl.analysis.risk.row import Mark, RiskEvidence, RiskRow, RiskState
from goalctl.analysis.risk.row_words import not_asked_in_words, row_in_words
from goalctl.analysis.risk.told import unread_words
from goalctl.model.answers import Answers
from goalctl.model.client_words import own_form
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.ids import FormRef
from goalctl.rules.entries import placed_entries
from goalctl.rules.hints import signing_as
from goalctl.rules.rule import Rule, RuleCase, finding_at
from goalctl.rules.s_measure import active

_IS_OPEN = (RiskState.OPEN, RiskState.DECIDE)
_HAS_COME = (RiskState.FOLLOW_UP_PASSED, RiskState.ASK_AGAIN, RiskState.UNDER_FOLLOW_UP)


def _place_of(case: RuleCase, found: RiskEvidence, *rest: str) -> Path:
    """Where it stands in the file: the answers, or the record and a place in it; no entry of an earlier episode is."""
    for n, entry in enumerate(case.plan.sessions):
        if found.entry != entry.current.known_as or found.marks & {Mark.EARLIER, Mark.LATER}:
            continue
        for ref in entry.current.forms if found.form else ():
            if ref.any_version == found.form:
                return ("sessions", n, "forms", str(ref))
        return ("sessions", n, "risk", *rest)
    return ("sessions",)


def _rows_in(case: RuleCase, *states: RiskState) -> Iterator[RiskRow]:
    """The rows that need an act and stand so; a later episode's file has them, where there is one."""
    return (row for row in case.risk.acts_here if row.state in states)


def risk_open(case: RuleCase) -> Iterator[Finding]:
    """Risk is open: endorsed or recorded without a follow-up, or asked with a form and not decided."""
    for row in _rows_in(case, *_IS_OPEN):
        hint = f"what was asked, found and done, and when to follow up: {command_for(case.plan, row)}"
        yield finding_at(row_in_words(row), _place_of(case, row.detail[0]), hint, at_key=True)


def follow_up_passed(case: RuleCase) -> Iterator[Finding]:
    """The day of a risk follow-up is here, or has passed with nothing on record since, or the answer is too old."""
    for row in _rows_in(case, *_HAS_COME):
        record = next((one for one in row.detail if one.form is None), row.detail[0])
        hint = f"record the follow-up: {command_for(case.plan, row)}"
        yield finding_at(row_in_words(row), _place_of(case, record, "follow_up"), hint)


def missed_while_open(case: RuleCase) -> Iterator[Finding]:
    """The client did not come while risk is open, and was not seen since."""
    for row in _rows_in(case, RiskState.MISSED):
        day = row.outreach.missed_on if row.outreach else None
        missed = [path for path, entry in placed_entries(case) if entry.kind.did_not_take_place and entry.date == day]
        yield finding_at(row_in_words(row), (*missed[-1], "kind") if missed else ("sessions",))


def risk_in_unreadable(picture: RiskPicture) -> Iterator[Finding]:
    """The same of a file that can't be read, whose values still tell: no rule sees a plan there."""
    if picture.is_unread:
        words = unread_words(is_locked=picture.is_locked)
        yield Finding(RULES[0].code, words, (), "then look where risk stands", RULES[0].severity)
    for row in picture.needs_act:
        rule = RULES[0] if row.state in _IS_OPEN else RULES[2] if row.state is RiskState.MISSED else RULES[1]
        yield Finding(rule.code, row_in_words(row), (), rule.mend, rule.severity)


def total_without_risk_item(case: RuleCase) -> Iterator[Finding]:
    """The newest filling of a form with a risk item is without it: a total alone, or with the item left out."""
    for gap in case.risk.not_asked:
        for path, ref, answers in _fillings_on(case, gap.form, gap.day):
            hint = f"ask, and say all answers again, with {' and '.join(gap.items)}: goalctl amend CLIENT SESSION"
            if answers.total is not None:
                beside = ", ".join(f"{item}: ANSWER" for item in gap.items)
                total = answers.text or score_text(answers.total)
                whole = f"{ref}: {{total: {total}, {beside}}}"
                hint = f"ask, and say it beside the total, {whole}: goalctl amend CLIENT SESSION"
            yield finding_at(not_asked_in_words(gap), path, hint)


def _fillings_on(case: RuleCase, form: FormRef, day: date | None) -> Iterator[tuple[Path, FormRef, Answers]]:
    """Where the form was filled in on that day, whichever version; nowhere without a day."""
    company = plans_company(case.plan).with_episodes((*case.earlier, *case.later))
    for path, entry in placed_entries(case):
        for ref, answers in entry.forms.items() if entry.date == day else ():
            if form in {ref.any_version, ref.any_version.by(company.person(ref.respondent))}:
                yield (*path, "forms", str(ref)), ref, answers


def _series_by_form(case: RuleCase) -> Iterator[tuple[Path, Series]]:
    """The series of active items that a form scores, and of every other form in the log, each course of one once."""
    of_items = _series_of_items(case)
    yield from of_items.values()
    covered = {(course_of(case.forms, ref), of) for ref, of in of_items}
    filled = ((path, ref) for path, entry in placed_entries(case) for ref in entry.forms)
    last = {course_of(case.forms, own_form(case.plan, ref)): (*path, "forms", str(ref)) for path, ref in filled}
    for course, place in last.items():
        parts = (of for of in parts_of(case, course) if (course, of) not in covered)
        yield from ((place, case.form_series(course, of)) for of in parts)


def _series_of_items(case: RuleCase) -> dict[tuple[FormRef, str | None], tuple[Path, Series]]:
    """By form and part, the first active item that is scored by it."""
    found: dict[tuple[FormRef, str | None], tuple[Path, Series]] = {}
    for path, item in active(case):
        measure = item.measure
        series = case.current(item.id) if measure and measure.form else None
        if series and measure:
            found.setdefault((series.measure.by, measure.of), ((*path, "id"), series))
    return found


def reliably_worse(case: RuleCase) -> Iterator[Finding]:
    """Worse than the baseline by more than measurement error, and nothing of the treatment was changed since."""
    if not goes_on(case):
        return
    for path, series in _series_by_form(case):
        change = symptom_change(series, case.forms)
        if change and change.is_reliably_worse and not _was_changed_since(case, _worse_since(case, series)):
            yield finding_at(f"{change_in_words(change)}; the plan is unchanged", path)


def _worse_since(case: RuleCase, series: Series) -> date:
    """The first day of the run of reliably worse scores that goes on to the newest one."""
    form = form_of(case.forms, series.measure.form)
    since = case.today
    for point in reversed(later_scores(series)):
        if form is None or series.baseline is None:
            break
        change = reliable_change(form, series.baseline.value, point.value, series.measure.of)
        if not (change.reliable and change.toward is Toward.WORSE):
            break
        since = point.day
    return since


def _was_changed_since(case: RuleCase, day: date) -> bool:
    return any(day <= change <= case.today for change in days_of_change(case.plan))


_ENDORSED = "date: 2026-02-02, forms: {phq-9: [1, 1, 1, 1, 1, 1, 1, 1, 1]}"
_OPEN = "{date: 2026-02-02, risk: {asked_because: item 9, level: low, follow_up: 2026-03-09}}"
_WORSE = """{opened: 2026-01-05, goals: [{id: g1, goal: Mood, status: active, opened: 2026-01-05,
  smart: {measurable: {by: phq-9, baseline: 10, target: 4, since: 2026-01-05}}}],
  sessions: [{date: 2026-02-02, forms: {phq-9: {total: 19, q9: 0}}}]CHANGES}"""


def outdated_signature(case: RuleCase) -> Iterator[Finding]:
    """A signature whose digest no longer fits, because the entry was amended after it."""
    for wrong in case.outdated_signatures:
        message = f"{wrong.signature.by}'s signature no longer fits: the entry was changed on {wrong.changed_on}"
        hint = f"read it again and sign it: goalctl sign CLIENT SESSION{signing_as(case, wrong.signature.by)}"
        yield finding_at(message, ("sessions", wrong.position, "signed"), hint)


RULES = (
    Rule(
        "C101",
        "risk is open",
        "what was endorsed has to be asked about, what was found needs a day on which it is looked at again",
        risk_open,
        Severity.WARNING,
        mend="what was asked, found and done, and when to follow up: goalctl risk CLIENT",
        source="documented response to a positive risk item; PHQ-9 item 9",
        bad=f"sessions: [{{{_ENDORSED}}}]",
        good=f"sessions: [{{{_ENDORSED}, risk: {{asked_because: item 9, level: low}}}}]",
        verified=False,
    ),
    Rule(
        "C102",
        "the day of a risk follow-up has come, or it is time to ask again",
        "a follow-up that was promised and not recorded did not happen, for all anyone can tell",
        follow_up_passed,
        Severity.WARNING,
        mend="record the follow-up: goalctl risk CLIENT",
        source="follow-up of risk as planned in the record itself",
        bad="sessions: [{date: 2026-02-02, risk: {level: low, follow_up: 2026-02-09}}]",
        good="sessions: [{date: 2026-02-02, risk: {level: low, follow_up: 2026-03-09}}]",
        verified=False,
    ),
    Rule(
        "C103",
        "a missed appointment while risk is open",
        "not coming is one of the things that the follow-up was meant to catch",
        missed_while_open,
        Severity.WARNING,
        mend="reach the client, and log each try and the contact: goalctl crisis CLIENT",
        source="missed appointments after a risk assessment",
        bad=f"sessions: [{_OPEN}, {{date: 2026-02-09, kind: no-show}}]",
        good=f"sessions: [{_OPEN}, {{date: 2026-02-09, kind: no-show}}, {{date: 2026-02-10, kind: phone}}]",
        verified=False,
    ),
    Rule(
        "C104",
        "a form without its risk item",
        "a total says nothing about the one item that must not be missed",
        total_without_risk_item,
        Severity.WARNING,
        source="PHQ-9 item 9; 73 of 116 inpatients at risk left it at 0, so its absence says even less (PMC8258235)",
        bad="sessions: [{date: 2026-02-02, forms: {phq-9: 14}}]",
        good="sessions: [{date: 2026-02-02, forms: {phq-9: {total: 14, q9: 0}}}]",
    ),
    Rule(
        "C105",
        "reliably worse without a change of plan",
        "what does not help is worth changing before it has cost more time",
        reliably_worse,
        Severity.WARNING,
        mend="change goals, steps, interventions, services, medicines or targets (a later deadline, a draft or other "
        "words are no change), and record why: goalctl review CLIENT",
        source="Jacobson & Truax 1991; the form's own figure",
        bad=_WORSE.replace("CHANGES", ""),
        good=_WORSE.replace("CHANGES", ", reviews: [{on: 2026-02-09, decision: change}]"),
    ),
    Rule(
        "C107",
        "a signature that no longer fits",
        "who signed an entry has not seen what was changed since",
        outdated_signature,
        Severity.WARNING,
        mend="read it again and sign it: goalctl sign CLIENT SESSION",
        source="CMS Program Integrity Manual 3.3.2.5",
        bad="sessions: [{date: 2026-02-02, note: a, signed: [{by: m.kowalski, on: 2026-02-02, of: 000000}]}]",
        good="sessions: [{date: 2026-02-02, note: a, signed: [{by: m.kowalski, on: 2026-02-02}]}]",
    ),
)
