"""Somebody leaves a plan of several people: what they said stays theirs, and nothing is asked of them any more."""

import pytest
from several_people import COUPLE, TEEN
from test_several_people import marked

from tests.faults.repositories import begin


@pytest.fixture
def left(practice, plan_file, goalctl):
    """A couple whom ben has left, and a teen whose guardians are none any more."""
    plan_file.unlink()
    for name, text in (("c-two", COUPLE), ("c-teen", TEEN)):
        (practice / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")
    before = {words: marked(goalctl(*words, status=0).out) for words in OWN_PAGES}
    goalctl("set", "c-two", "plan", "members=anna", "--because", "they parted", status=0)
    goalctl("set", "c-teen", "plan", "guardians=", "--because", "of age", status=0)
    return before


OWN_PAGES = [
    ("report", "c-two", "--kind", "client", "--for", "anna"),
    ("show", "c-two", "--for", "anna"),
    ("report", "c-two", "--kind", "review", "--for", "anna"),
    ("report", "c-teen", "--kind", "client", "--for", "client"),
    ("show", "c-teen", "--for", "client"),
]


@pytest.mark.parametrize("words", OWN_PAGES, ids=lambda words: " ".join(words[:4]))
def test_what_one_said_who_left_is_on_nobody_s_page(goalctl, left, words):
    assert marked(goalctl(*words, status=0).out) <= left[words]


@pytest.mark.usefixtures("left")
def test_who_stays_is_the_one_whom_pages_are_for(goalctl):
    for words in (("--with-client", "show", "c-two"), ("report", "c-two", "--kind", "client")):
        seen = marked(goalctl(*words, status=0).out)
        assert {"4.21", "5.41"} <= seen
        assert seen.isdisjoint({"6.21", "17", "ben-quote"})


@pytest.mark.usefixtures("left")
@pytest.mark.parametrize("words", [("plan",), ("review",), ("review", "--for", "anna")], ids=" ".join)
def test_who_stays_signs_by_name(goalctl, words):
    sheet = goalctl("report", "c-two", "--kind", *words, status=0).out
    assert "- Member: anna" in sheet
    assert "Client or guardian" not in sheet


@pytest.mark.usefixtures("left")
def test_what_is_on_record_of_who_left_is_no_slip_and_asks_nothing_more(goalctl):
    goalctl("set", "c-two", "g3", "judged_by=anna", "--because", "hers now", status=0)
    found = goalctl("check", "plans/c-two.yaml").out
    assert "E209" not in found
    assert "[C110]: g1: " not in found
    ended = goalctl(
        "discharge",
        "c-two",
        "--reason",
        "parted",
        "--open-risk",
        "told",
        *(f"--outcome=g{n}=partly" for n in (1, 2, 3)),
        status=0,
    )
    assert "gad-7@anna at the ending" in ended.err
    assert "@ben" not in ended.err


@pytest.mark.usefixtures("left")
def test_what_is_still_planned_for_who_left_is_told(goalctl):
    goalctl("set", "c-two", "plan", "assessments+={form: gad-7@ben, every: 2w}", "--because", "a slip", status=0)
    assert "warning[E209]: ben is none of the members" in goalctl("check", "plans/c-two.yaml").out
    assert "g3: ben is none of the members now and does not decide" in goalctl("check", "plans/c-two.yaml").out


def test_what_was_planned_for_one_of_two_is_told_where_one_goes_on_alone(goalctl, practice, plan_file):
    """His own PHQ-9 was asked for no more, and nothing said so."""
    plan_file.unlink()
    planned = "assessments: [{form: phq-9@ben, every: 2w}, {form: gad-7@client, every: 2w}]\n"
    answered = "sessions: [{date: 2026-01-12, by: m.kowalski, forms: {phq-9@anna: 4, phq-9@ben: 5}}]\n"
    text = SHARED.replace("goals:\n", f"{planned}goals:\n") + answered
    (practice / "plans" / "c-three.yaml").write_text(text, encoding="utf-8")
    for members in ("ben", ""):
        goalctl("set", "c-three", "plan", f"members={members}", "--because", "a death", status=0)
    told = goalctl("check", "--select", "E209").out
    assert "warning[E209]: ben is none of the people of this plan" in told
    assert told.count("E209") == 1
    assert "@ben" not in goalctl("due", status=None).out
    goalctl("set", "c-three", "plan", "assessments.1.form=phq-9", "--because", "he is the client", status=0)
    assert goalctl("check", "--select", "E209", status=0).out == ""
    assert "phq-9" in goalctl("due", status=None).out


@pytest.mark.usefixtures("left")
def test_who_left_answered_about_themselves(goalctl):
    figures = goalctl("outcomes", "--measure", "gad-7", "--format", "csv", status=0).out
    assert "\nGAD-7,first and last score,,1,3," in figures  # anna, ben and the teen
    assert '\n"GAD-7, by somebody else",first and last score,,0,1,' in figures  # the teen's mother


def becoming(goalctl, practice, plan_file, text, members):
    """What stands on each one's pages after a client's plan has become one of several members."""
    plan_file.unlink()
    (practice / "plans" / "c-teen.yaml").write_text(text, encoding="utf-8")
    goalctl("set", "c-teen", "plan", f"members={members}", "--because", "family work", status=0)
    pages = [(name, *page) for name in members.split(",") for page in (("report", "--kind", "client"), ("show",))]
    return {
        (name, page): marked(goalctl(page, "c-teen", *more, "--for", name, status=0).out) for name, page, *more in pages
    }


@pytest.mark.parametrize("who", ["client", "teen"])
def test_what_a_minor_said_alone_is_not_the_parents_who_become_members_later(goalctl, practice, plan_file, who):
    text = TEEN.replace("judged_by: client, ", "").replace("present: [client", f"present: [{who}")
    text = text.replace("wish: client-wish", "wish: client-wish, goal: g1")
    seen = becoming(goalctl, practice, plan_file, text, "teen,mother")
    known = {"both-goal", "both-task", "both-task-before", "6.21", "9 March 2026", "GAD-7: 17"}
    assert seen["mother", "report"] | seen["mother", "show"] <= known
    assert "client-quote" in seen["teen", "show"]
    assert "client-wish" in seen["teen", "report"]


def test_what_a_client_said_beside_a_partner_is_not_the_partner_s_who_becomes_a_member(goalctl, practice, plan_file):
    text = TEEN.replace("judged_by: client, ", "").replace("guardians: [mother, father]\n", "")
    seen = becoming(goalctl, practice, plan_file, text, "anna,mother")
    assert seen["mother", "report"].isdisjoint({"PHQ-9", "GAD-7: 13", "4.21", "4.61", "client-quote"})


SHARED = """format: 2
client: c-three
members: [anna, ben]
opened: 2026-01-05
status: active
goals:
  - id: g1
    goal: A meal together each week
    status: active
    opened: 2026-01-05
    smart:
      measurable: {by: rating, baseline: 2, target: 8, judged_by: each}
      relevant: {in_their_words: said-by-both, value: quiet}
  - id: g2
    goal: A walk together each week
    status: active
    opened: 2026-03-02
    smart: {relevant: {in_their_words: said-by-all}}
"""


@pytest.mark.parametrize("page", [("report", "--kind", "client"), ("show",), ("report", "--kind", "review")], ids=len)
def test_what_was_said_of_a_shared_goal_before_somebody_joined_is_not_theirs(goalctl, practice, plan_file, page):
    plan_file.unlink()
    (practice / "plans" / "c-three.yaml").write_text(SHARED, encoding="utf-8")
    command, *more = page
    before = goalctl(command, "c-three", *more, "--for", "ben", status=0).out
    goalctl("set", "c-three", "plan", "members=anna,ben,cara", "--because", "his sister joins", status=0)
    seen = {who: goalctl(command, "c-three", *more, "--for", who, status=0).out for who in ("ben", "cara")}
    assert ("said-by-both" in seen["ben"]) == ("said-by-both" in before)
    assert "said-by-both" not in seen["cara"]
    assert "A meal together each week" in seen["cara"]
    assert ("said-by-all" in seen["cara"]) == ("said-by-all" in before)
    together = goalctl("--with-client", "show", "c-three", status=0).out
    assert "said-by-both" not in together
    assert "said-by-all" in together


@pytest.mark.parametrize("page", [("report", "--kind", "client"), ("show",)], ids=["report", "show"])
def test_who_comes_back_knows_what_was_said_until_they_left_and_nothing_of_the_time_between(
    goalctl, practice, plan_file, page
):
    """Ben's own goal began elsewhere on his page than on every other: at his first score, not at the baseline."""
    plan_file.unlink()
    while_he_was_away = SHARED.replace("opened: 2026-03-02", "opened: 2026-02-20")
    scores = "".join(f"  - {{date: 2026-01-{day}, scores: {{g1@ben: {n}}}}}\n" for day, n in ((12, 4), (19, 5)))
    text = f"{while_he_was_away}sessions:\n{scores}"
    (practice / "plans" / "c-three.yaml").write_text(text, encoding="utf-8")
    command, *more = page
    before = goalctl("--today", "2026-02-10", command, "c-three", *more, "--for", "ben", status=0).out
    for day, members in (("2026-02-16", "anna"), ("2026-03-02", "anna,ben")):
        goalctl("--today", day, "set", "c-three", "plan", f"members={members}", "--because", "told", status=0)
    since = goalctl(command, "c-three", *more, "--for", "ben", status=0).out
    began = "began at 2, now 5" if command == "report" else "2 at the start"
    assert began in before
    assert began in since
    assert "said-by-all" not in since


KEPT_LATER = """\
format: 2
client: c-ab1
guardians: [mother]
opened: 2026-01-05
goals: [{id: g1, goal: Sleeps well, status: active, opened: 2026-01-05}]
sessions:
  - {id: aaaaa2, date: 2026-01-12, by: m.kowalski, present: [client], next: 2026-03-09}
  - id: aaaaa3
    date: 2026-01-19
    by: m.kowalski
    present: [client]
    next: 2026-03-16
"""
NOW_KEPT = "    amended: [{on: 2026-02-16, by: m.kowalski, set: {confidential: yes}, because: asked for}]\n"


@pytest.mark.parametrize("words", [("--recorded", "2026-02-01"), ("--at", "HEAD"), ()], ids=["recorded", "git", "now"])
@pytest.mark.parametrize("whose", [("--for", "mother"), ()], ids=["a parent", "at the screen"])
def test_what_was_made_confidential_later_is_so_on_a_page_of_any_day(goalctl, practice, plan_file, words, whose):
    plan_file.write_text(KEPT_LATER, encoding="utf-8")
    begin(practice)
    plan_file.write_text(KEPT_LATER + NOW_KEPT, encoding="utf-8")
    looks_on = () if whose else ("--with-client",)
    page = goalctl(*looks_on, "show", "c-ab1", *words, *whose, status=0).out
    assert "last session Mon 2026-01-12" in page
    assert "next session: Mon 2026-03-09" in page
