"""The pages of a site as texts: what they may do, where they lead, and what of a client's words becomes markup."""

import re
from datetime import date

import pytest

from goalctl.analysis.risk.told import ToldRow
from goalctl.model.finding import Severity
from goalctl.model.scalars import duration_from
from goalctl.views.listing import Column, Listing, Row, Tone
from goalctl.views.screens.day import Day
from goalctl.views.site.brief import ClientBrief, GoalBrief, NoticeBrief, brief_text, kept_brief
from goalctl.views.site.caseload import caseload_page, spark
from goalctl.views.site.client import holds_words
from goalctl.views.site.day import MOST_ROWS, day_page
from goalctl.views.site.findings import MOST_ROWS as MOST_FINDINGS
from goalctl.views.site.findings import SiteFindings, findings_page
from goalctl.views.site.markup import Links
from goalctl.views.site.pages import SiteLook

DAY = date(2026, 3, 2)
LOOK, LINKS = SiteLook(DAY, 1), Links(frozenset({"c-ab1"}), {"c-ab1": "Sam <b>"})
EVIL = "<script>alert(1)</script>\x1b[31m"
COLUMNS = (Column("client", "client"), Column("look", "look at"), Column("why", "why", keep=False))


def listing(*rows):
    return Listing("caseload", COLUMNS, rows, "There are no plans here yet.", title="Caseload")


def caseload(*rows, briefs=None):
    return caseload_page(LOOK, listing(*rows), briefs or {}, LINKS)


def notice(severity=Severity.WARNING, message="m"):
    return NoticeBrief("plans/c-ab1.yaml:1:1", "S101", severity, message, "h")


def test_a_page_loads_nothing_sends_nothing_and_runs_its_own_script_alone():
    page = caseload(Row({"client": "c-ab1", "look": "stale", "why": EVIL}))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none';")
    assert re.search(r"script-src 'sha256-[^']+'$", policy)
    assert page.count("<script>") == 1
    assert set(re.findall(r'(?:src|href)="([^"]*)"', page)) == {
        "#main", "index.html", "caseload.html", "due.html", "outcomes.html", "findings.html", "clients/c-ab1.html",
    }  # fmt: skip


def test_no_word_becomes_markup():
    page = caseload(Row({"client": "c-ab1", "look": "stale", "why": EVIL})).replace("<wbr>", "")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;\\x1b[31m" in page
    assert "Sam &lt;b&gt;" in page


def test_a_client_without_a_page_is_no_link():
    assert "c-zz9</th>" in caseload(Row({"client": "c-zz9", "look": "stale", "why": ""}))


@pytest.mark.parametrize(
    ("look", "tone", "kind"),
    [
        ("risk", Tone.BAD, "act"),
        ("mend first", Tone.BAD, "mend"),
        ("worse", Tone.BAD, ""),
        ("under follow-up", Tone.SOON, ""),
    ],
)
def test_only_what_needs_an_act_and_what_nobody_can_read_stands_out(look, tone, kind):
    page = caseload(Row({"client": "c-ab1", "look": look, "why": "x"}, tone))
    assert (f'<tr role="row" class="{kind}" data-stays="1">' if kind else '<tr role="row"><th') in page


def test_a_course_is_a_line_with_the_aim_beside_it_and_words_for_who_hears_it():
    drawn = spark(GoalBrief("g1", "Sleeps", "on track", (2, 4, 6), 8.0))
    assert 'aria-label="Sleeps: from 2 to 6"' in drawn
    assert '<path class="aim" d="M0 1H80"/><path d="M0 17L40 11.7L80 6.3"/>' in drawn


@pytest.mark.parametrize("scores", [(), (3.0,)], ids=["none", "one"])
def test_fewer_than_two_scores_are_no_line(scores):
    assert spark(GoalBrief("g1", "Sleeps", "no score", scores)) == '<span class="spark"></span>'


def test_a_flat_course_lies_in_the_middle():
    assert 'd="M0 9L80 9"' in spark(GoalBrief("g1", "Sleeps", "plateau", (3, 3)))


def test_a_brief_comes_back_as_it_was_put_down():
    brief = ClientBrief((GoalBrief("g1", "a", "met", (1.0, 2.0), None),), (notice(),), 2)
    assert kept_brief(brief_text(brief)) == brief


@pytest.mark.parametrize("text", ["", "{", "[]", '{"goals": 3}', '{"goals": [], "notices": [], "waived": "2"}'])
def test_what_is_no_brief_is_none(text):
    assert kept_brief(text) is None


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-03-02", "2026-03-02", "As of 2026-03-02."),
        ("2026-03-02", "2026-04-01", "The same on every day from 2026-03-02 to 2026-04-01."),
        ("2026-03-02", "9999-12-31", "The same on every day from 2026-03-02 on."),
        ("0001-01-01", "2026-04-01", "The same on every day to 2026-04-01."),
        ("0001-01-01", "9999-12-31", "The same on every day."),
    ],
)
def test_a_page_says_on_which_days_it_holds(first, last, said):
    assert holds_words(first, last) == said


def day(*rows, **more):
    return Day(DAY, duration_from("14d"), 1, rows, (), (), (), **more)


def test_risk_that_needs_an_act_is_never_cut():
    rows = [ToldRow(f"c-{n}", DAY, f"endorsed {n}", needs_act=True) for n in range(MOST_ROWS * 3)]
    page = day_page(LOOK, day(*rows), [], LINKS)
    assert page.count("<li>c-") == MOST_ROWS * 3


def test_the_office_reads_of_risk_only_that_something_is_due():
    rows = [
        ToldRow("c-ab1", DAY, "suicide: endorsed", needs_act=True),
        ToldRow("c-cd2", DAY, "intent", needs_act=False),
    ]
    page = day_page(SiteLook(DAY, 1, for_office=True), day(*rows), [], LINKS)
    assert page.count("clinical follow-up due") == 2
    assert "endorsed" not in page
    assert "intent" not in page


def test_a_quiet_day_says_so():
    assert "Nothing is overdue, unsigned or running out within 14d." in day_page(LOOK, day(), [], LINKS)


def test_very_many_findings_are_the_errors_and_a_count_of_each_code():
    named = [("c-ab1", notice()) for _ in range(MOST_FINDINGS)] + [("c-cd2", notice(Severity.ERROR, "torn"))]
    page = findings_page(LOOK, SiteFindings(named, {"S101": "What is measured"}), LINKS)
    assert page.count('data-head="what is found"') == 1
    assert "torn" in page
    assert re.search(r"What is measured</td>.*>5000</td>", page)
