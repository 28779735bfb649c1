"""Several people in one plan: what one said and scored is on nobody else's page; a release is not taken as given."""

import re
import shlex

import pytest
from several_people import COUPLE, DRAWN, NUMBERS, ON_A_PAGE, ON_A_SCREEN, ON_A_SHEET, TEEN

_WORD = r"(?:anna|ben|both|client|mother|nobody|staff)-[a-z-]+"
MARKERS = {word for text in (COUPLE, TEEN) for word in re.findall(_WORD, text)}
ALARMING = ("risk", "suicid", "crisis", "severe", "worse", "confidential", "off track", "overdue")


@pytest.fixture
def several(practice, plan_file):
    """A couple's plan and a teen's in place of the usual one."""
    plan_file.unlink()
    for name, text in (("c-two", COUPLE), ("c-teen", TEEN)):
        (practice / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return practice


def marked(text):
    """Every marker that stands in a text; a longer one is not also the shorter one that it begins with."""
    plain = text.replace("\\", "")
    words = set(re.findall(r"(?<![\w-])[a-z]+(?:-[a-z]+)+(?![\w-])", plain)) & MARKERS
    return words | {figure for figure in NUMBERS if re.search(rf"(?<![\d.]){re.escape(figure)}(?!\d|\.\d)", plain)}


OWN_ON_A_CHART = {"anna": {"4.21", "4.61"}, "ben": {"6.21"}}


def reading_for(name):
    return ("--for", name) if name else ()


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("written_as", ["md", "html"])
@pytest.mark.parametrize(("client", "reader"), ON_A_PAGE, ids=str)
def test_on_a_page_stands_what_its_reader_may_know_and_nothing_else(goalctl, client, reader, written_as):
    words = ("report", client, "--kind", "client", "--format", written_as, *reading_for(reader))
    drawn = DRAWN.get((client, reader), set()) if written_as == "html" else set()
    assert marked(goalctl(*words, status=0).out) == ON_A_PAGE[client, reader] | drawn


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(("client", "reader"), ON_A_SCREEN, ids=str)
def test_on_a_screen_stands_what_its_reader_may_know_and_nothing_else(goalctl, client, reader):
    ways = [("show", client, *reading_for(reader))] if reader else []
    ways += [] if reader else [("--with-client", "show", client), ("--with-client", "prep", client)]
    for words in ways:
        seen = goalctl(*words, status=0)
        assert marked(seen.out) == ON_A_SCREEN[client, reader]
        assert marked(seen.err) == set()


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(("client", "form", "goal"), ON_A_SHEET, ids=str)
def test_a_sheet_is_filled_in_with_the_words_of_whoever_it_is_for(goalctl, client, form, goal):
    assert marked(goalctl("worksheet", form, goal, "--for", client, status=0).out) == ON_A_SHEET[client, form, goal]


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(("client", "reader"), ON_A_PAGE, ids=str)
def test_a_page_and_its_remarks_hold_no_alarming_word(goalctl, client, reader):
    page = goalctl("report", client, "--kind", "client", *reading_for(reader), status=0).out.lower()
    assert [word for word in ALARMING if word in page] == []


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("reader", ["anna", "ben"])
@pytest.mark.parametrize("more", [("g1",), ("g1", "gad-7@{}"), ("g1", "g2.1", "--overlay")], ids=str)
def test_a_chart_that_is_handed_out_has_one_s_line_alone_and_names_nobody(goalctl, several, reader, more):
    words = [word.format(reader) for word in more]
    goalctl("chart", "c-two", *words, "--for", reader, "--save", several / "g1.svg", status=0)
    drawn = (several / "g1.svg").read_text(encoding="utf-8")
    assert "anna" not in drawn
    assert "ben" not in drawn
    assert marked(drawn) <= {"both-goal", "both-step", *OWN_ON_A_CHART[reader]}


@pytest.mark.usefixtures("several")
def test_a_screen_that_a_couple_sees_together_draws_nobody_s_line(goalctl):
    drawn = goalctl("--with-client", "chart", "c-two", "g1", "g2", "g3", status=0)
    assert not any(name in f"{drawn.out}{drawn.err}" for name in ("◆", "●", "4.31", "2.31"))


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("kind", ["plan", "progress", "record"])
def test_what_the_clinician_and_the_auditor_read_has_both_side_by_side(goalctl, kind):
    text = goalctl("report", "c-two", "--kind", kind, status=0).out.replace("\\", "")
    assert {"anna", "ben"} <= set(re.findall(r"[a-z]+", text))


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(
    ("client", "lines"),
    [
        ("c-two", ["Member: anna", "Member: ben (on record: declined to sign 2026-01-12: ben-agreement; no digest"]),
        ("c-teen", ["Client: client c-teen", "Guardian: mother", "Guardian: father"]),
    ],
)
def test_each_of_them_signs_the_plan(goalctl, client, lines):
    text = goalctl("report", client, "--kind", "plan", status=0).out.replace("\\", "")
    assert [line for line in lines if f"- {line}" not in text] == []


@pytest.mark.usefixtures("several")
def test_the_record_holds_every_word_of_everybody(goalctl):
    kept = {"client", "both"}  # what a page may say of both is in there too
    record = marked(goalctl("report", "c-two", "--kind", "record", status=0).out)
    assert {word for word in MARKERS if word in COUPLE and word.partition("-")[0] not in kept} <= record


@pytest.mark.usefixtures("several")
def test_a_table_of_scores_says_whose_each_is(goalctl):
    rows = [line.split(",") for line in goalctl("export", "c-two", "--format", "csv", status=0).out.splitlines()]
    rater = rows[0].index("rater")
    assert {row[rater] for row in rows[1:] if "gad-7" in row} == {"anna", "ben"}
    assert {row[rater] for row in rows[1:] if "g1" in row} == {"anna", "ben", "clinician"}


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(
    ("client", "word", "hint"),
    [
        ("c-two", "carol", "there are anna, ben"),
        ("c-two", "anne", "did you mean anna? there are anna, ben"),
        ("c-two", "client", "there are anna, ben"),
        ("c-teen", "moter", "did you mean mother? there are client, mother, father"),
    ],
    ids=str,
)
def test_who_is_nobody_of_the_plan_is_refused_with_those_there_are(goalctl, client, word, hint):
    for way in (("report", client, "--kind", "client"), ("show", client), ("chart", client)):
        refused = goalctl(*way, "--for", word, status=2)
        assert refused.out == ""
        assert refused.err.endswith(f"goalctl: --for: {word} is nobody of {client}\n   hint: {hint}\n")


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("word", ["ben", "Ben", "BEN"])
def test_a_name_is_known_whatever_its_capitals(goalctl, word):
    assert "ben-quote" in goalctl("report", "c-two", "--kind", "client", "--for", word, status=0).out


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("words", [("--kind", "record"), ("--kind", "client", "--all", "-o", "out")], ids=str)
def test_for_somebody_is_only_one_client_s_page(goalctl, words):
    client = () if "--all" in words else ("c-two",)
    refused = goalctl("report", *client, *words, "--for", "anna", status=2)
    assert "--for is for one client's page" in refused.err


@pytest.mark.usefixtures("several")
def test_a_page_for_all_says_how_to_get_one_s_own(goalctl):
    told = goalctl("report", "c-two", "--kind", "client", status=0).err
    assert "without anybody's own scores and words; one's own: --for anna or --for ben\n" in told


RELEASED = "consents: [{what: release of information, who: anna, on: 2026-01-12"


@pytest.mark.parametrize("kind", ["plan", "progress", "record"])
def test_whose_release_is_missing_is_told_where_a_document_leaves(goalctl, several, kind):
    told = goalctl("report", "c-two", "--kind", kind, status=0).err
    assert "c-two: no release by ben holds on 2026-03-02" in told
    assert several


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ("until: 2026-03-01", "anna and ben"), ("until: 2026-03-02", "ben"), ("until: 2026-03-03", "ben"),
        ("withdrawn: 2026-03-01", "anna and ben"), ("withdrawn: 2026-03-02", "anna and ben"),
        ("withdrawn: 2026-03-03", "ben"),
    ],
    ids=str,
)  # fmt: skip
def test_a_release_that_ran_out_or_was_withdrawn_is_missing_from_its_day(goalctl, several, more, missing):
    file = several / "plans" / "c-two.yaml"
    file.write_text(COUPLE.replace(RELEASED, f"{RELEASED}, {more}"), encoding="utf-8")
    assert f"no release by {missing} holds on 2026-03-02" in goalctl("report", "c-two", status=0).err
    assert f"info[P109]: no release by {missing} holds today" in goalctl("check").out


def test_who_left_has_still_said_what_is_on_record(goalctl, several):
    goalctl("set", "c-two", "plan", "members=anna", "--because", "ben left", status=0)
    assert several
    assert "c-two: no release by ben holds on 2026-03-02" in goalctl("report", "c-two", status=0).err


def test_the_release_that_is_missing_is_put_on_record_by_the_line_that_tells_it(goalctl, several):
    told = goalctl("report", "c-two", status=0).err.partition("once given: goalctl ")[2]
    goalctl(*shlex.split(told.replace("…", '"signed on paper"')), status=0)
    assert several
    assert "no release" not in goalctl("report", "c-two", status=0).err


@pytest.mark.usefixtures("several")
def test_a_page_of_one_s_own_needs_nobody_s_release(goalctl):
    assert "release" not in goalctl("report", "c-two", "--kind", "client", "--for", "anna", status=0).err


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(
    "words",
    [
        ("assess", "c-two", "gad-7@ben", "--total", "5", "--date", "2026-01-19"),
        ("diary", "c-two", "g3@ben=4", "--date", "2026-02-20", "--also"),
        ("explore", "c-two", "magic-wand", "wish1=sleep at night"),
    ],
    ids=lambda words: words[0],
)
def test_what_is_written_while_the_client_looks_shows_nothing_of_what_stands_beside_it(goalctl, words):
    told = goalctl("--with-client", *words, status=0)
    assert marked(f"{told.out}{told.err}") == set()
    assert "13" not in f"{told.out}{told.err}"
