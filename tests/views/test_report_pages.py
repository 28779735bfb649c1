"""Reports: what each says, and that every page is whole, safe and fit for a screen reader."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from report_cases import BITES, PLAN, biting, data_of, report_of, scope_of

from goalctl.analysis.history.digest import agreement_digest
from goalctl.model.identity import Identity
from goalctl.views.reports.asked import requested_facts
from goalctl.views.reports.discharge import NotDischargedError
from goalctl.views.reports.page import BadTemplateError
from goalctl.views.reports.parts import Scope
from goalctl.views.reports.ur import review_call
from tests.views.sentence_cases import case_of

GOLDEN = Path(__file__).parent / "golden"
DISCHARGED = (
    PLAN.replace("opened: 2026-01-05\n", "opened: 2026-01-05\nstatus: discharged\n", 1)
    + """\
discharge: {on: 2026-03-30, by: m.kowalski, reason: Goals reached, outcomes: {g1: achieved}, aftercare: Running club}
"""
)
KINDS = ("plan", "progress", "review", "discharge", "client", "record")


def data_for(kind):
    return data_of(DISCHARGED if kind == "discharge" else PLAN)


class Page(HTMLParser):
    """What a screen reader meets: headings, tables, pictures, and everything that a page could load."""

    def __init__(self, text):
        super().__init__()
        self.headings, self.tags, self.ids, self.untitled, self.loads = [], [], [], 0, []
        self.heads_without_scope = 0
        self.lang = None
        self._svg = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append(tag)
        self.lang = found.get("lang", self.lang)
        self.ids += [found["id"]] if "id" in found else []
        self.loads += [value for name, value in attrs if name in {"src", "href", "xlink:href", "action"}]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.heads_without_scope += tag == "th" and "scope" not in found
        if tag == "svg":
            self.untitled += 1
            self._svg.append(found.get("aria-labelledby", "").split())
        if tag == "title" and self._svg and found.get("id") in self._svg[-1]:
            self.untitled -= 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_can_be_read_by_a_screen_reader(kind):
    page = Page(report_of(kind, "html", data_for(kind)))
    assert page.lang == "en"
    assert page.headings.count(1) == 1
    assert page.headings[0] == 1
    assert all(below - above <= 1 for above, below in zip(page.headings, page.headings[1:], strict=False))
    assert (page.heads_without_scope, page.untitled) == (0, 0)
    assert page.tags.count("caption") == page.tags.count("table")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_loads_nothing_and_no_id_stands_twice(kind):
    text = report_of(kind, "html", data_for(kind))
    page = Page(text)
    assert page.loads == []
    assert "script" not in page.tags
    assert len(page.ids) == len(set(page.ids))
    assert not re.search(r"url\((?!#)|@import|https?://(?!www\.w3\.org/2000/svg)", text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_clients_words_never_become_markup(kind):
    text = report_of(kind, "html", biting(data_for(kind)), identity=Identity(name=BITES))
    assert "<script" not in text
    assert "\u202e" not in text
    assert "{{ 7*7 }}" in text
    assert text.count("</style>") == 1
    assert set(Page(text).tags) <= set(Page(report_of(kind, "html", data_for(kind))).tags) | {"blockquote", "footer"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_clients_words_never_become_markdown(kind):
    plain, biten = (report_of(kind, "md", data) for data in (data_for(kind), biting(data_for(kind))))
    assert "<script" not in biten.replace("\\<", "")
    assert "![x]" not in biten
    assert not re.search(r"(?<!\\)\*bold", biten)
    columns = [re.sub(r"\\\|", "", line).count("|") for line in biten.splitlines() if line.startswith("|")]
    assert columns == [line.count("|") for line in plain.splitlines() if line.startswith("|")]


def test_a_progress_report_reads_as_it_always_did():
    assert report_of("progress") == (GOLDEN / "report-progress.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("every", "held"), [("1y", 7973), ("2w", 208019)], ids=["by the year", "by the week"])
def test_sessions_up_to_the_last_day_that_there_is_are_counted_to_an_end(every, held):
    services = [{"type": "individual psychotherapy", "every": every}]
    case = case_of(scores=[3], deadline=date.max, plan={"services": services}, today=date(2026, 6, 15))
    facts = {fact.label: fact.value for fact in requested_facts(Scope(case, Identity(), case.today))}
    assert facts["Sessions until then"].startswith(f"{held} sessions")


@pytest.mark.parametrize(
    ("every", "lasts", "begin", "deadline", "held"),
    [
        ("2w", "12w", date(2026, 6, 15), date(2027, 6, 15), "6 sessions"),
        ("2w", "52w", date(2026, 6, 15), date(2026, 9, 7), "6 sessions"),
        ("3 per week", "2w", date(2026, 6, 15), date(2027, 6, 15), "6 sessions"),
        ("1m", "3m", date(2026, 1, 31), date(2026, 12, 31), "3 sessions"),
        ("1m", "1y", date(2026, 1, 31), date(2026, 3, 30), "1 session"),
        ("1m", "1y", date(2026, 1, 31), date(2026, 3, 31), "2 sessions"),
    ],
    ids=[
        "as long as it is for",
        "as long as there is a goal",
        "a rate",
        "months",
        "the 31st, a day before",
        "the 31st",
    ],
)
def test_sessions_are_counted_as_long_as_the_service_is_asked_for(every, lasts, begin, deadline, held):
    services = [{"type": "counselling", "every": every, "for": lasts}]
    case = case_of(scores=[3], deadline=deadline, plan={"services": services}, today=begin)
    facts = {fact.label: fact.value for fact in requested_facts(Scope(case, Identity(), case.today))}
    assert facts["Sessions until then"] == f"{held} of counselling"


def test_a_page_for_the_client_reads_as_it_always_did():
    assert report_of("client") == (GOLDEN / "report-client.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("written_as", ["md", "html"])
def test_a_client_reads_no_diagnosis_no_severity_and_no_verdict(written_as):
    text = report_of("client", written_as).lower()
    for word in ("f32.1", "depressive", "severe", "risk", "overdue", "off track", "low mood", "trend", "clinician 2"):
        assert word not in text


def test_a_plan_carries_its_digest_its_signature_lines_and_what_is_on_record():
    text = report_of("plan")
    assert f"**{agreement_digest(scope_of().plan)}**" in text
    assert "Client or guardian: client c-ab1 (on record: signed 2026-01-12 (paper chart)" in text
    assert "Clinician: M. Kowalski, LPC, licence 12345" in text


def test_a_discharge_summary_needs_a_discharge():
    with pytest.raises(NotDischargedError, match="c-ab1 is not discharged"):
        report_of("discharge")


def test_a_discharge_that_says_no_day_is_written_by_hand_as_no_command_adds_it():
    data = {key: value for key, value in data_of(DISCHARGED).items() if key != "discharge"}
    with pytest.raises(NotDischargedError, match="c-ab1 is discharged, and no discharge says on which day") as told:
        report_of("discharge", data=data)
    assert told.value.hint == "write it with its day: goalctl edit c-ab1"


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 5, 30), "2026-05-31"),
        (date(2026, 5, 31), "2026-05-31"),
        (date(2026, 6, 1), "2026-05-31, which has passed"),
    ],
    ids=["the day before", "the day", "the day after"],
)
@pytest.mark.parametrize(
    ("kind", "line"), [("plan", "Next review of the plan: **{}**\n"), ("progress", "- **Next review:** {}\n")]
)
def test_a_review_that_was_missed_is_no_next_one(kind, line, today, said):
    assert line.format(said) in report_of(kind, today=today)


def test_a_discharge_summary_tells_each_outcome_and_what_comes_after():
    text = report_of("discharge", data=data_of(DISCHARGED))
    assert "| g1 | Uses coping skills on most days | achieved | 18 | 8 on 2026-03-09 | 9 |" in text
    assert "- **Aftercare:** Running club" in text


@pytest.mark.parametrize("written_as", ["md", "html"])
def test_a_discharge_summary_of_a_plan_that_goes_on_says_so_at_its_top(written_as):
    data = data_of(DISCHARGED.replace("status: discharged\n", "status: active\n", 1))
    said = "does not hold: treatment ended on 2026-03-30, and the plan is active"
    text = report_of("discharge", written_as, data=data)
    assert 0 < text.find(said) < text.find("Treatment and its end")
    assert said in report_of("progress", data=data)
    assert "Why treatment goes on" in report_of("progress", data=data)
    assert "Treatment ended" not in report_of("client", data=data)
    assert "does not hold" not in report_of("discharge", written_as, data=data_of(DISCHARGED))


def test_a_discharge_of_a_later_day_has_not_happened_yet():
    with pytest.raises(NotDischargedError):
        report_of("discharge", data=data_of(DISCHARGED), today=date(2026, 3, 29))


def scalars_in(value, key=""):
    if isinstance(value, dict):
        for inner, item in value.items():
            yield from scalars_in(item, inner)
    elif isinstance(value, list):
        for item in value:
            yield from scalars_in(item, key)
    elif value is not None:
        yield value


@pytest.mark.parametrize("written_as", ["md", "html"])
def test_a_record_leaves_nothing_of_the_file_out(written_as):
    text = report_of("record", written_as, today=date(2026, 4, 20)).replace("&#39;", "'").replace("\\", "")
    missing = [value for value in scalars_in(data_of()) if value not in text]
    assert missing == []


def test_a_record_keeps_the_original_beside_what_became_of_it():
    text = report_of("record")
    assert "> amended 2026-02-11 by m.kowalski: scores.g1.1 2 (was 3): counted twice" in text
    assert "- **scores:** g1.1: 3; g1.1@clinician: 2" in text
    assert "> void since 2026-02-17 by m.kowalski: another client's" in text
    assert "Linked note: notes/c-ab1/2026-01-12.md, left out of this copy" in text


def test_a_linked_note_stands_in_the_record_where_it_is_wanted():
    text = report_of("record", notes={"notes/c-ab1/2026-01-12.md": "Long.\n\n- and wide"})
    assert "> Long.\n> \n> \\- and wide\n" in text


def test_what_was_written_later_is_in_no_report():
    assert all("written after" not in report_of(kind, data=data_for(kind)) for kind in KINDS)


def test_a_stretch_holds_its_first_and_its_last_day():
    text = report_of("progress", begin=date(2026, 2, 9), end=date(2026, 3, 9))
    assert "- **Period:** 2026-02-09 to 2026-03-09" in text
    assert "- **Sessions held:** 2" in text
    assert "| 2026-01-12 |" not in text


def test_a_name_stands_on_every_page_and_an_unknown_one_is_a_blank_line():
    named = report_of("progress", "html", identity=Identity(name="Ada Example", birth_date="1984-03-02"))
    assert 'content: "c\\2d ab1 \\b7  Ada Example' in named
    assert "<dt>Date of birth</dt><dd>1984-03-02</dd>" in named
    assert 'class="blank"' in report_of("progress", "html")


def test_a_template_in_a_sandbox_reaches_nothing_else():
    def sources(name):
        return "{{ report.__class__.__mro__ }}" if name == "plan.md.j2" else None

    with pytest.raises(BadTemplateError, match=r"templates/reports/plan\.md\.j2:1: access to attribute '__class__'"):
        report_of("plan", sources=sources)


DOUBLED = "{{% set n = namespace(x='a') %}}{{% for i in range(60) %}}{{% set n.x = n.x {} n.x %}}{{% endfor %}}"


def test_what_a_template_joins_is_escaped_as_before():
    joined = "{% macro m() %}<b>{% endmacro %}{{ m() ~ '<' ~ 1 }} {{ '<' ~ ('a' ~ 'b') }} {{ 1 + 2 }}"
    assert report_of("plan", "html", sources={"plan.html.j2": joined}.get) == "<b>&lt;1 &lt;ab 3\n"


def test_a_template_that_is_wrong_is_told_by_name_and_line():
    with pytest.raises(BadTemplateError, match=r"templates/reports/plan\.md\.j2:2: Encountered unknown tag 'iff'"):
        report_of("plan", sources={"plan.md.j2": "# Plan\n{% iff %}"}.get)


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("{% extends 'plan.md.j2' %}", ":1: it includes or extends itself without end"),
        ("\n{{ 1/0 }}", ":2: what stands here can't be worked out (ZeroDivisionError)"),
        ("{{ 'a' + 1 }}", ":1: what stands here can't be worked out (TypeError)"),
        ("{{ 'a'|xmlattr }}", ":1: what stands here can't be worked out (AttributeError)"),
        ("{{ 'a' * 9999999999 }}", ":1: it makes more than a page can hold"),
        ("{{ 'a'.center(10 ** 9) }}", ":1: it makes more than a page can hold"),
        ("{{ 'a'|center(10 ** 9) }}", ":1: it makes more than a page can hold"),
        ("{{ '%999999999s' % 'a' }}", ":1: it makes more than a page can hold"),
        ("{{ '%999999999s'|format('a') }}", ":1: it makes more than a page can hold"),
        ("{{ '{:999999999}'.format('a') }}", ":1: it makes more than a page can hold"),
        ("{{ ('a' * 10 ** 7)|replace('a', 'b' * 1000)|length }}", ":1: it makes more than a page can hold"),
        ("{{ ('a' * 10 ** 6).join('b' * 1000)|length }}", ":1: it makes more than a page can hold"),
        ("{{ 9 ** 9 ** 9 }}", ":1: it makes more than a page can hold"),
        ("{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", ":1: it makes more than"),
        (DOUBLED.format("~"), ":1: it makes more than a page can hold"),
        (DOUBLED.format("+"), ":1: it makes more than a page can hold"),
        ("{% for a in range(99999) %}{{ 'long' * 999 }}{% endfor %}", ": it makes more than a page can hold"),
    ],
)
def test_an_ordinary_mistake_in_a_template_is_told_with_its_line_and_ends_in_time(template, why):
    with pytest.raises(BadTemplateError, match=re.escape(f"templates/reports/plan.md.j2{why}")):
        report_of("plan", sources={"plan.md.j2": template}.get)


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (
            "\n{% block contnet %}Ours{% endblock %}",
            ":2: no block of that name is extended: contnet; did you mean content?",
        ),
        ("{% block content %}{% endblock %}\nOurs", ":2: what stands here is in no block, and would be nowhere"),
        ("{% block content %}{% endblock %}{{ 1 }}", ":1: what stands here is in no block, and would be nowhere"),
    ],
    ids=["misspelt", "words beside", "a value beside"],
)
def test_what_an_own_template_says_where_it_would_be_nowhere_is_told(template, why):
    extending = "{% extends 'base.md.j2' %}" + template
    with pytest.raises(BadTemplateError, match=re.escape(f"templates/reports/plan.md.j2{why}")):
        report_of("plan", sources={"plan.md.j2": extending, "base.md.j2": "{% block content %}{% endblock %}"}.get)


def test_an_own_template_may_have_blocks_within_blocks_and_macros_beside_them():
    extending = (
        "before: {% extends 'base.md.j2' %}\n{% set n = 1 %}{% macro m() %}M{% endmacro %}\n"
        "{% block content %}a{% block new %}{{ m() }}{% endblock %}{% endblock %}\n"
    )
    above = {"plan.md.j2": extending, "base.md.j2": "{% block content %}{% endblock %}|{% block foot %}f{% endblock %}"}
    assert report_of("plan", sources=above.get) == "before: aM|f\n"


def test_what_a_loop_knows_of_itself_is_still_known():
    template = (
        "{% for one in 'abc' %}{{ loop.index }}/{{ loop.length }}{{ one }}{{ '' if loop.last else ',' }}{% endfor %}"
    )
    assert report_of("plan", sources={"plan.md.j2": template}.get) == "1/3a,2/3b,3/3c\n"


def test_a_note_of_the_record_keeps_its_lines_and_paragraphs():
    noted = data_of("client: c-ab1\nsessions: [{date: 2026-03-02, response: 'one\n\n  two', note: HERE}]\n")
    noted["sessions"][0]["note"] = "S: tired\nO: pale\n\n# A: low\n---\nP: walks\n"
    text = report_of("record", data=noted)
    assert "\n\nS: tired\\\nO: pale\n\n\\# A: low\\\n\\---\\\nP: walks\n\n" in text
    assert "- **response:** one\\\ntwo\n" in text


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("status: on-hold\nholds: [{from: 2026-03-16, because: flu}]\n", "treatment rests"),
        ("status: discharged\n", "treatment has ended"),
        ("status: discharged\ndischarge: {on: 2026-03-30, reason: moved}\n", "treatment ended on 2026-03-30"),
    ],
    ids=["rests", "ended nobody knows when", "ended"],
)
def test_of_what_rests_or_has_ended_nothing_is_asked_for_and_that_is_no_gap(how, why):
    scope = scope_of(data_of(PLAN + how))
    assert review_call(scope).asked_for[-1].lines == (f"nothing: {why}",)
    assert "What is asked for" not in review_call(scope).missing
    assert "What is asked for" not in review_call(scope_of()).missing


@pytest.mark.parametrize("written_as", ["md", "html"])
@pytest.mark.parametrize("kind", ["progress", "discharge", "transfer"])
def test_no_heading_stands_over_nothing_where_there_is_no_goal(kind, written_as):
    data = {key: value for key, value in data_for(kind).items() if key != "goals"}
    bare = data | {"sessions": [{"date": "2026-03-02"}], "changes": [], "discharge": {"on": "2026-03-30"}}
    assert "Course of each goal" in report_of(kind, written_as, data=data_for(kind))
    assert "Course of each goal" not in report_of(kind, written_as, data=bare)
