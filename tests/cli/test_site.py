"""`goalctl site`: what is written where, for whom, and that only what changed is written again."""

import csv
import json
import re
import shutil
import stat
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from goalctl.cli.site import making
from goalctl.workspace.store.names import keep_name
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.site_folder import MARKER
from tests.conftest import PLAN

SHIPPED = Path(__file__).parents[2]
DAY = "2026-06-15"
STRAY = ".goalctl-0123456789abcdef.tmp"
PAGES = ("index", "caseload", "due", "due-by-clinician", "outcomes", "findings")
CLINICAL = re.compile(
    r"suicid|self-harm|PHQ|phq-9|GAD|gad-7|off track|worse|depress|panic|moderate|note|endorsed", re.IGNORECASE
)


@pytest.fixture
def site(tmp_path_factory):
    """Where it goes: a folder that is not there yet, outside of the workspace."""
    return tmp_path_factory.mktemp("outside") / "site"


@pytest.fixture
def caseload(practice):
    """The shipped caseload in the place of the one plan, and a plan that nobody can read."""
    shutil.rmtree(practice / "plans")
    shutil.copytree(SHIPPED / "plans", practice / "plans")
    (practice / "plans" / "c-bad.yaml").write_text("client: c-bad\nclinician: s.lee\nopened: [\n", encoding="utf-8")
    return practice


def files_in(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")}


class Words(HTMLParser):
    """What a page says, without its rules and its script."""

    def __init__(self, page):
        super().__init__()
        self.found, self.inside = [], ""
        self.feed(page)

    def handle_starttag(self, tag, _attributes):
        self.inside = tag

    def handle_endtag(self, tag):
        self.inside = ""
        self.found += [] if tag in {"span", "a", "strong"} else [" "]

    def handle_data(self, data):
        if self.inside not in {"style", "script"}:
            self.found.append(data)


def words_of(path):
    return " ".join("".join(Words(path.read_text("utf-8")).found).split())


def test_it_says_how_many_pages_there_are_and_where_to_begin(goalctl, site):
    outcome = goalctl("site", site, status=0)
    assert (outcome.out, outcome.err) == ("", f"saved {site}: 7 pages, 7 written; open {site / 'index.html'}\n")
    assert set(files_in(site)) == {*(f"{name}.html" for name in PAGES), "clients/c-ab1.html"}


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_every_file_is_for_its_owner_alone_and_no_repository_takes_any(goalctl, site):
    site.mkdir(mode=0o755)
    goalctl("site", site, status=0)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (site, *site.rglob("*"))}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}
    assert (site / ".gitignore").read_text("utf-8") == "*\n"


def test_nothing_is_written_twice(goalctl, site):
    goalctl("site", site)
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    assert "7 pages, nothing has changed" in goalctl("site", site, status=0).err
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*.html")} == before


def test_a_page_that_somebody_spoiled_is_made_again(goalctl, site):
    goalctl("site", site)
    before = files_in(site)
    (site / "clients" / "c-ab1.html").write_text("spoiled", encoding="utf-8")
    assert "1 written" in goalctl("site", site, status=0).err
    assert files_in(site) == before


def add_session(practice):
    with (practice / "plans" / "c-7f3k.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: ghj234, date: 2026-06-14, note: Called., scores: {g1.1: 6}}\n")


def take_out_a_plan(practice):
    (practice / "plans" / "c-m2x9.yaml").unlink()


def mend(practice):
    (practice / "plans" / "c-bad.yaml").write_text(PLAN.replace("c-ab1", "c-bad"), encoding="utf-8")


def other_settings(practice):
    text = (practice / "goalctl.yaml").read_text("utf-8")
    (practice / "goalctl.yaml").write_text(f"{text}due_within: 30d\n", encoding="utf-8")


CHANGES = {
    "logged": add_session,
    "gone": take_out_a_plan,
    "mended": mend,
    "settings": other_settings,
    "nothing": lambda _: None,
}
DAYS = (DAY, "2026-06-16", "2026-09-01", "2026-03-01")


def changes_on_days():
    """Every change on the same day, every day with nothing changed, and each with each where there is time."""
    for name, change in CHANGES.items():
        for day in DAYS:
            is_long = day != DAY and name != "nothing"
            yield pytest.param(change, day, id=f"{name}-{day}", marks=pytest.mark.torture if is_long else ())


@pytest.mark.parametrize(("change", "then"), [*changes_on_days()])
def test_what_is_written_again_is_what_a_new_folder_would_hold(goalctl, caseload, site, change, then):
    goalctl("--today", DAY, "site", site)
    change(caseload)
    again = goalctl("--today", then, "site", site)
    fresh = goalctl("--today", then, "site", site.with_name("fresh"))
    assert files_in(site) == files_in(site.with_name("fresh"))
    assert again.status == fresh.status


def test_of_one_changed_plan_few_pages_are_written(goalctl, caseload, site):
    goalctl("--today", DAY, "site", site)
    before = files_in(site)
    add_session(caseload)
    goalctl("--today", DAY, "site", site)
    changed = {name for name, page in files_in(site).items() if before[name] != page}
    assert {name for name in changed if name.startswith("clients/")} == {"clients/c-7f3k.html"}


@pytest.mark.usefixtures("caseload")
def test_a_discharged_client_s_page_says_how_long_it_holds_and_is_not_made_again(goalctl, site):
    goalctl("--today", "2040-01-01", "site", site)
    page = site / "clients" / "c-9wke.html"
    before = page.stat().st_mtime_ns
    assert re.search(r"The same on every day from \d{4}-\d\d-\d\d on\.", words_of(page))
    goalctl("--today", "2040-02-01", "site", site)
    assert page.stat().st_mtime_ns == before


def test_the_page_of_a_forgotten_client_is_taken_away(goalctl, caseload, site):
    goalctl("--today", DAY, "site", site)
    take_out_a_plan(caseload)
    assert ", 1 taken away" in goalctl("--today", DAY, "site", site).err
    assert not (site / "clients" / "c-m2x9.html").exists()
    assert all(b"c-m2x9" not in page for page in files_in(site).values())


@pytest.mark.usefixtures("caseload")
def test_a_plan_that_cannot_be_read_leads_every_page_and_the_answer_is_incomplete(goalctl, site):
    goalctl("--today", DAY, "site", site, status=3)
    assert "can't be read" in words_of(site / "clients" / "c-bad.html")
    assert "plans/c-bad.yaml:4:1: error" in words_of(site / "clients" / "c-bad.html")
    rows = re.findall(r'<tr role="row"( class="\w+")?', (site / "caseload.html").read_text("utf-8"))
    assert rows[1:6] == [' class="act"', ' class="act"', ' class="act"', ' class="mend"', ' class="mend"']


SCREENS = {
    "caseload": ("caseload",),
    "due": ("due",),
    "due-by-clinician": ("due", "--by", "clinician"),
    "outcomes": ("outcomes", "--by", "clinician"),
}


@pytest.mark.usefixtures("caseload")
@pytest.mark.parametrize("page", SCREENS)
def test_a_page_says_every_word_that_its_screen_says(goalctl, site, page):
    goalctl("--today", DAY, "site", site)
    said = words_of(site / f"{page}.html")
    rows = list(csv.DictReader(goalctl("--today", DAY, *SCREENS[page], "--format", "csv").out.splitlines()))
    cells = {cell for row in rows for key, cell in row.items() if key not in {"goals", "week"}}
    assert len(rows) > 10
    assert {cell for cell in cells if " ".join(cell.split()) not in said} == set()


@pytest.mark.usefixtures("caseload")
def test_the_findings_are_those_of_a_check(goalctl, site):
    goalctl("--today", DAY, "site", site)
    page = words_of(site / "findings.html")
    found = json.loads(goalctl("--today", DAY, "check", "--format", "json").out)["findings"]
    assert [one for one in found if " ".join(one["message"].split()) not in page or one["code"] not in page] == []
    assert page.count("plans/") == len([one for one in found if one["file"].startswith("plans/")])


@pytest.mark.parametrize("place", [".", "plans", "plans/x", ".git/x", "notes", ".goalctl/x", "forms/x"])
@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "force"])
def test_it_never_goes_into_what_belongs_to_a_workspace(goalctl, practice, place, force):
    before = sorted(practice.rglob("*"))
    assert "nothing was written" in goalctl("site", practice / place, *force, status=2).err
    assert [path for path in sorted(practice.rglob("*")) if ".goalctl" not in path.parts] == before


def test_a_folder_that_holds_something_else_is_not_touched_unasked(goalctl, site):
    site.mkdir()
    (site / "letter.txt").write_text("mine", encoding="utf-8")
    refused = goalctl("site", site, status=2).err
    assert refused.startswith(
        f"goalctl: {site} holds something else already; nothing was written\n   hint: name a new "
    )
    goalctl("site", site, "--force", status=0)
    goalctl("site", site, status=0)
    assert (site / "letter.txt").read_text("utf-8") == "mine"


def test_what_a_kill_left_on_its_way_is_nobody_s_and_goes(goalctl, site):
    site.mkdir()
    (site / f"..goalctl-site.json{STRAY}").write_text("half", encoding="utf-8")
    goalctl("site", site, status=0)
    (site / "clients" / f".c-ab1.html{STRAY}").write_text("half", encoding="utf-8")
    goalctl("site", site, status=0)
    assert list(site.rglob("*.tmp")) == []


def test_a_stranger_s_page_of_the_same_name_is_not_written_over(goalctl, site, practice):
    goalctl("site", site)
    (site / "clients" / "c-zz9.html").write_text("mine", encoding="utf-8")
    (practice / "plans" / "c-zz9.yaml").write_text(PLAN.replace("c-ab1", "c-zz9"), encoding="utf-8")
    assert "is no page of goalctl's" in goalctl("site", site, status=2).err
    assert (site / "clients" / "c-zz9.html").read_text("utf-8") == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="links are POSIX")
def test_a_link_to_another_place_is_not_followed(goalctl, site, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    site.symlink_to(other)
    assert "is a link" in goalctl("site", site, status=2).err
    assert list(other.iterdir()) == []


@pytest.mark.parametrize("marker", ["", "{}", "[]", '{"goalctl-site": 2}', '{"goalctl-site":1,"kind":[1],"pages":3}'])
def test_a_marker_that_is_none_makes_no_folder_goalctl_s(goalctl, site, marker):
    site.mkdir()
    (site / MARKER).write_text(marker, encoding="utf-8")
    assert "holds something else" in goalctl("site", site, status=2).err


def test_a_marker_cannot_make_it_take_away_other_files(goalctl, site):
    goalctl("site", site)
    mine = site.parent / "mine.html"
    mine.write_text("mine", encoding="utf-8")
    text = (site / MARKER).read_text("utf-8").replace('"pages":{', '"pages":{"../mine.html":["",[],"","",[0,0]],')
    (site / MARKER).write_text(text, encoding="utf-8")
    goalctl("site", site, status=0)
    assert mine.exists()


@pytest.mark.usefixtures("caseload")
def test_for_the_office_there_is_nothing_clinical(goalctl, site):
    goalctl("--today", DAY, "site", site, "--for", "office", status=3)
    assert set(files_in(site)) == {"index.html", "caseload.html", "due.html", "due-by-clinician.html"}
    said = {name: words_of(site / name) for name in files_in(site)}
    assert {name: CLINICAL.findall(text) for name, text in said.items() if CLINICAL.search(text)} == {}
    assert all("clinical follow-up due" in text for text in said.values())
    assert "c-58tz" in said["caseload.html"]


def test_a_folder_for_the_office_never_gets_the_other_site_unasked(goalctl, site):
    goalctl("site", site, "--for", "office", status=0)
    assert "holds a site for the office" in goalctl("site", site, status=2).err
    goalctl("site", site, "--force", status=0)
    assert "holds a site for those who treat" in goalctl("site", site, "--for", "office", status=2).err


def other_practice(practice):
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: w7c2m9x4\n", encoding="utf-8")


def spoil_the_settings(practice):
    (practice / "goalctl.yaml").write_text("workspace: [\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "status"), [(other_practice, 2), (spoil_the_settings, 3)], ids=["another id", "settings that are broken"]
)
def test_a_folder_stays_with_its_practice(goalctl, practice, site, change, status):
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\n", encoding="utf-8")
    goalctl("site", site, status=0)
    change(practice)
    assert ("another practice's site" in goalctl("site", site, status=status).err) is (status == 2)


def test_a_practice_that_gets_an_id_keeps_its_folder(goalctl, practice, site):
    goalctl("site", site, status=0)
    other_practice(practice)
    goalctl("site", site, status=0)


def test_an_empty_practice_has_its_pages_too(goalctl, plan_file, site):
    plan_file.unlink()
    goalctl("site", site, status=0)
    assert "There are no plans here yet; goalctl add-client makes one." in words_of(site / "index.html")


@pytest.mark.parametrize("whose", [(), ("--for", "office")], ids=["own", "office"])
def test_a_day_before_the_first_plan_is_told_on_the_pages(goalctl, practice, site, whose):
    goalctl("--today", "2026-01-04", "-C", practice, "site", site, *whose, status=0)
    for page in ("index.html", "caseload.html"):
        assert "No plan had begun by 2026-01-04; 1 plan began later." in words_of(site / page)


@pytest.mark.usefixtures("caseload")
def test_one_client_s_own_page_has_nobody_else_and_no_alarming_word(goalctl, site):
    goalctl("--today", DAY, "site", site, "--with-client", "c-7f3k", status=0)
    assert set(files_in(site)) == {"index.html"}
    said = words_of(site / "index.html")
    assert "Uses coping skills" in said
    assert re.search(r"F3\d|risk|off track|c-[^7]", said) is None


@pytest.fixture
def named(practice, tmp_path_factory, monkeypatch):
    """The one client is called Sam."""
    monkeypatch.setenv("GOALCTL_NAMES", str(tmp_path_factory.mktemp("names")))
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\n", encoding="utf-8")
    keep_name(practice_at(practice), "c-ab1", {"name": "Invented Name", "preferred_name": "Sam"})


@pytest.mark.usefixtures("named")
def test_names_stand_there_only_when_they_are_asked_for_and_that_is_told(goalctl, site):
    goalctl("site", site)
    assert all(b"Sam" not in page for page in files_in(site).values())
    assert f"{site} now holds clients' names; keep it as safe" in goalctl("site", site, "--names", status=0).err
    assert "c-ab1 Sam" in words_of(site / "clients" / "c-ab1.html")
    assert "c-ab1 Sam" in words_of(site / "caseload.html")
    goalctl("site", site)
    assert all(b"Sam" not in page for page in files_in(site).values())


@pytest.mark.usefixtures("named")
def test_names_never_lie_inside_the_workspace(goalctl, practice):
    assert "must not lie inside" in goalctl("site", practice / "site", "--names", status=2).err
    goalctl("site", practice / "site", status=0)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--names",), "no names are kept for this workspace"),
        (("--for", "anna"), "a site is for those who treat, or for the office"),
        (("--with-client", "c-ab1", "--for", "anna"), "anna is nobody of c-ab1"),
        (("--with-client", "c-none"), "c-none"),
    ],
    ids=["no names", "nobody", "nobody of them", "no client"],
)
def test_what_cannot_be_done_is_said_and_nothing_is_there(goalctl, site, words, says):
    outcome = goalctl("site", site, *words)
    assert outcome.status in {2, 3}
    assert says in outcome.err
    assert not site.exists()


@pytest.mark.usefixtures("caseload")
def test_an_earlier_day_has_neither_later_plans_nor_later_entries(goalctl, site):
    goalctl("--today", "2026-02-01", "site", site)
    assert "2026-01-26, session" in words_of(site / "clients" / "c-7f3k.html")
    assert "2026-02-02, session" not in words_of(site / "clients" / "c-7f3k.html")
    assert not (site / "clients" / "c-b1qs.html").exists()


@pytest.mark.usefixtures("caseload")
def test_without_memory_it_says_the_same(goalctl, site):
    goalctl("--today", DAY, "site", site)
    goalctl("--today", DAY, "--no-index", "site", site.with_name("other"))
    assert files_in(site) == files_in(site.with_name("other"))


@pytest.mark.usefixtures("caseload")
def test_many_pages_are_on_every_core_what_they_are_in_one_process(goalctl, site, monkeypatch):
    goalctl("--today", DAY, "site", site)
    monkeypatch.setattr(making, "MANY", 2)
    goalctl("--today", DAY, "site", site.with_name("other"))
    assert files_in(site) == files_in(site.with_name("other"))


def test_a_marker_whose_briefs_are_spoiled_is_made_anew(goalctl, site):
    goalctl("--today", DAY, "site", site)
    whole = files_in(site)
    (site / MARKER).write_text((site / MARKER).read_text("utf-8").replace("goals", "gaols"), encoding="utf-8")
    goalctl("--today", DAY, "site", site)
    assert files_in(site) == whole


@pytest.mark.usefixtures("caseload")
def test_a_run_that_was_broken_off_is_finished_by_the_next(goalctl, site):
    """As a kill leaves it: the first marker, and pages that it does not know yet."""
    goalctl("--today", DAY, "site", site)
    whole = files_in(site)
    marker = json.loads((site / MARKER).read_text("utf-8"))
    marker["pages"] = {name: ["", [], "", "", [0, 0]] for name in marker["pages"]}
    (site / MARKER).write_text(json.dumps(marker), encoding="utf-8")
    (site / "clients" / "c-7f3k.html").unlink()
    goalctl("--today", DAY, "site", site)
    assert files_in(site) == whole
