"""A client's page for those who treat: risk, why to look, goals with charts, what is due, the log, the plan, papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.due.deadline import Deadline, in_words
from goalctl.model.finding import Value
from goalctl.model.identity import Identity
from goalctl.model.plan import Plan
from goalctl.views.listings.history import history_view
from goalctl.views.page import Line
from goalctl.views.reports.parts import ReportFact, Scope, Table, facts_of, list_words, table_of
from goalctl.views.reports.plan import PlanReport, plan_report
from goalctl.views.reports.sessions import interventions_table
from goalctl.views.site.brief import NoticeBrief
from goalctl.views.site.findings import findings_listing
from goalctl.views.site.goals import forms_part, goals_part
from goalctl.views.site.log import log_part
from goalctl.views.site.markup import Links, Looks, facts, lines, listing_table, said, section, table
from goalctl.views.site.pages import PageHead, SiteLook, site_page
from goalctl.views.words.about import care_facts
from goalctl.views.words.as_of import doubt_words
from goalctl.views.words.contact import last_seen_words
from goalctl.views.words.risk import act_lines, risk_lines

PARTS = {"goals": "Goals", "forms": "Forms", "due": "Due", "risk": "Risk", "sessions": "Sessions", "plan": "Plan",
         "papers": "Documents", "changes": "Changes", "findings": "Findings"}  # fmt: skip


NO_DAY = date.min  # the day on which a report is written stands in its head, which is not shown


@dataclass(frozen=True, slots=True)
class ClientSheet:
    """What the page is made of beside the case: the plan's plain values, what a check finds, whose name may stand."""

    case: Case
    data: Mapping[str, Value]
    notices: Sequence[NoticeBrief] = ()
    name: str = ""


def client_body(sheet: ClientSheet) -> str:
    """Everything on the page below its heading."""
    scope = Scope(sheet.case, Identity(), NO_DAY)
    plan = plan_report(scope)
    parts = {
        "goals": goals_part(scope),
        "forms": forms_part(scope),
        "due": table(_due(sheet.case), captioned=False),
        "risk": lines(_risk(sheet.case)),
        "sessions": log_part(scope, sheet.data),
        "plan": _plan(plan, scope),
        "papers": _papers(plan, scope),
        "changes": listing_table(history_view(sheet.case.history(), empty=""), Looks(Links()), "Changes"),
        "findings": _findings(sheet.notices),
    }
    held = {key: content for key, content in parts.items() if content}
    links = "".join(f'<li><a href="#{key}">{PARTS[key]}</a></li>' for key in held)
    inside = f'<nav class="inside" aria-label="On this page"><ul>{links}</ul></nav>\n'
    return _acts(sheet.case) + inside + _first(sheet.case) + "".join(
        section(PARTS[key], content, key) for key, content in held.items()
    )  # fmt: skip


def client_page(look: SiteLook, sheet: ClientSheet, name: str, body: str, holds: str) -> str:
    """The page around its body; `holds` says on which days it says the same."""
    plan = sheet.case.plan
    below = " · ".join(said(part) for part in _below(sheet.case, plan) if part)
    heading = f"{plan.client} {sheet.name}".strip()
    return site_page(look, name, PageHead(plan.client, heading, below, "site client", holds), body)


def holds_words(first: str, last: str) -> str:
    """`As of 2026-06-15.`, or for how long the same is said, if nothing is written meanwhile."""
    if first == last:
        return f"As of {first}."
    since, until = first != date.min.isoformat(), last != date.max.isoformat()
    stretch = " ".join([*([f"from {first}"] if since else []), f"to {last}" if until else "on"])
    return f"The same on every day {stretch}." if since or until else "The same on every day."


def _below(case: Case, plan: Plan) -> Iterator[str]:
    yield plan.status.value
    yield case.clinician or ""
    yield f"opened {plan.opened}" if plan.opened else ""
    yield last_seen_words(plan.last_seen)
    yield f"next {case.next_appointment}" if case.next_appointment else ""


def _acts(case: Case) -> str:
    found = [line.text.removeprefix("RISK: ") for line in act_lines(case.risk)]
    items = "".join(f"<li>{said(text)}</li>\n" for text in found)
    head = '<section class="acts" aria-labelledby="act-today">\n<h2 id="act-today">Act today</h2>\n'
    return f"{head}<ul>\n{items}</ul>\n</section>\n" if items else ""


def _first(case: Case) -> str:
    """What is doubtful about the day, and why to look at the plan, most urgent first."""
    doubt = f'<p class="notice">{said(found)}</p>\n' if (found := doubt_words(case)) else ""
    reasons = [one for one in case.reasons if not one.kind.is_about_risk]
    items = "".join(f"<li><strong>{said(one.kind.value)}</strong> {said(one.because)}</li>\n" for one in reasons)
    return doubt + (section("Look at", f'<ul class="why">\n{items}</ul>\n') if items else "")


def _risk(case: Case) -> Iterator[Line]:
    """All that stands beside what needs an act, which leads the page."""
    acts = {line.text for line in act_lines(case.risk)}
    yield from (line for line in risk_lines(case.risk) if line.text not in acts)
    yield from (Line(f"{name}: {text}") for name, text in care_facts(case.plan, case.safety_plans) if "safety" in name)


def _due(case: Case) -> Table:
    rows = [_due_row(due, case.today) for due in case.due]
    return table_of("Due", ("Day", "When", "Of", "Kind", "What"), rows)


def _due_row(due: Deadline, today: date) -> tuple[str, ...]:
    return str(due.day), in_words(due.day, today=today), due.item, due.kind.value, due.what


def _plan(plan: PlanReport, scope: Scope) -> str:
    stated = facts_of(
        ("Level of functioning", plan.functioning),
        ("Mental status", plan.mental_status),
        *((fact.label, fact.value) for fact in (*plan.person, *plan.care)),
        ("Discharge criteria", plan.discharge_criteria),
    )
    tables = (
        plan.problems, plan.diagnoses, plan.services, interventions_table(scope), plan.assessments, plan.medications,
        plan.care_team,
    )  # fmt: skip
    return facts(stated) + "".join(map(table, tables))


def _papers(plan: PlanReport, scope: Scope) -> str:
    """What was signed, allowed, given out and looked at; and the notes that lie in files of their own."""
    released = [(str(one.on), one.to, one.what) for one in scope.plan.releases]
    notes = list_words(dict.fromkeys(_notes(scope.case)))
    tables = (
        plan.agreements, plan.consents, plan.authorizations, plan.reviews,
        table_of("Releases", ("Day", "To", "What"), released),
    )  # fmt: skip
    linked: tuple[ReportFact, ...] = facts_of(("Long notes", notes))
    return "".join(map(table, tables)) + facts((*linked, *plan.safety_plan))


def _notes(case: Case) -> Iterator[str]:
    yield from (entry.note_file for entry in case.entries if entry.note_file)


def _findings(notices: Sequence[NoticeBrief]) -> str:
    if not notices:
        return ""
    return listing_table(findings_listing([("", one) for one in notices], with_client=False), Looks(Links()))
