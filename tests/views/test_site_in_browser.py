"""A site in a real browser: a client is found, opened, looked at and printed; by day, by night, on a telephone, aloud.

axe-core is looked for in AXE (the file axe.min.js), and where `npm install` puts it; without it one test is left out.
"""

import base64
import io
import os
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stderr
from pathlib import Path

import pytest

from goalctl.cli.root import run
from tests.browser import CHROMIUM, a_browser

pytestmark = pytest.mark.skipif(CHROMIUM is None or sys.platform == "win32", reason="no Chromium is here")
TREE = Path(__file__).parents[2]
PAGES = ("index", "caseload", "due", "due-by-clinician", "outcomes", "findings", "clients/c-t6bn", "clients/c-bad")
OFFICE = ("index", "caseload", "due", "due-by-clinician")
BY_NIGHT = [{"name": "prefers-color-scheme", "value": "dark"}]
OWN = "tbody tr:not([data-heading], [data-stays])"
COLOURED = """[...document.querySelectorAll("main *, nav *, header *, footer *")]
  .filter((one) => !one.closest("svg") && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((one) => { const [r, g, b] = getComputedStyle(one).color.match(/[\\d.]+/g).map(Number);
    return Math.max(r, g, b) - Math.min(r, g, b) > 60; })
  .filter((one) => !one.closest(".acts, tr.act")).map((one) => one.outerHTML.slice(0, 99))"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The shipped caseload with a file that nobody can read, for those who treat and for the office."""
    practice, out = tmp_path_factory.mktemp("practice"), tmp_path_factory.mktemp("out")
    shutil.copytree(TREE / "plans", practice / "plans")
    (practice / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\n", encoding="utf-8")
    (practice / "plans" / "c-bad.yaml").write_text("client: c-bad\nopened: [\n", encoding="utf-8")
    for name, words in (("site", []), ("office", ["--for", "office"])):
        with redirect_stderr(io.StringIO()) as said:
            run(["-C", str(practice), "--today", "2026-06-15", "--no-index", "site", str(out / name), *words])
        assert "written" in said.getvalue()
    return out


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with a_browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def opened(sites, browser):
    """One page of the site for those who treat, as wide as a desk's screen."""

    def page(name, *, width=1280):
        return browser.open(sites / "site" / f"{name}.html", width=width, height=800)

    return page


def follow(page, selector):
    """Go where the link leads, by the keyboard."""
    before = page.says("location.href")
    page.says(f"document.querySelector({selector!r}).focus()")
    page.press("Enter")
    while page.says("location.href") == before or page.says("document.readyState") != "complete":
        pass


def test_a_client_is_found_opened_looked_at_and_printed(opened):
    page = opened("index")
    follow(page, '.pages a[href="caseload.html"]')
    page.tab_to("#words")
    page.types("off track lee")
    shown = page.says(
        f"[...document.querySelectorAll({OWN!r})].filter((row) => !row.hidden).map((row) => row.innerText)"
    )
    assert [row.split()[0] for row in shown] == ["c-kx07"]
    assert (
        page.says("document.querySelector('#find output').textContent") == "6 of 15 rows"
    )  # what needs an act and what is to be mended stays
    follow(page, f"{OWN}:not([hidden]) a")
    assert page.says("document.querySelector('h1').textContent") == "c-kx07"
    chart = page.says(
        "(({width, height}) => [width, height])(document.querySelector('svg[role=img]').getBoundingClientRect())"
    )
    assert chart[0] > 400
    assert chart[1] > 200
    printed = base64.b64decode(page.ask("Page.printToPDF", preferCSSPageSize=True)["data"])
    assert printed.startswith(b"%PDF")
    assert len(printed) < 1_000_000  # a line drawn on for thousands of years made it 159 MB
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 2


def test_what_needs_an_act_stays_in_sight_whatever_is_looked_for(opened):
    page = opened("caseload")
    page.tab_to("#words")
    page.types("nobody is called that")
    shown = page.says(
        "[...document.querySelectorAll('tbody tr')].filter((row) => !row.hidden).map((row) => row.className)"
    )
    assert shown == ["act", "act", "act", "mend", "mend"]


def test_a_column_sorts_by_the_keyboard_both_ways(opened):
    page = opened("caseload")
    clients = f"[...document.querySelectorAll({OWN!r})].map((row) => row.cells[0].innerText)"
    page.says("document.querySelector('thead button').focus()")
    page.press("Enter")
    once = page.says(clients)
    assert once == sorted(once)
    assert page.says("document.querySelector('thead th').getAttribute('aria-sort')") == "ascending"
    page.press("Enter")
    assert page.says(clients) == once[::-1]
    assert page.says("document.querySelector('tbody tr').className") == "act"


def test_without_scripts_everything_is_there(opened):
    page = opened("index")
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    follow(page, '.pages a[href="caseload.html"]')
    assert page.says("document.querySelectorAll('tbody tr').length") == 15
    assert page.says("getComputedStyle(document.getElementById('find')).display") == "none"
    assert page.says("document.querySelector('thead').innerText.split('\\t').length") == 7


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_telephone(opened, name):
    page = opened(name, width=375)
    assert page.says("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("by_night", [False, True], ids=["by day", "by night"])
@pytest.mark.parametrize("name", PAGES)
def test_colour_says_one_thing(opened, name, by_night):
    page = opened(name)
    page.ask("Emulation.setEmulatedMedia", features=BY_NIGHT if by_night else [])
    assert page.says(COLOURED) == []


def axe():
    """The file of axe-core; None where it is not installed."""
    places = [os.environ.get("AXE", ""), TREE / "node_modules" / "axe-core" / "axe.min.js"]
    if npm := shutil.which("npm"):
        root = subprocess.run([npm, "root", "--global"], capture_output=True, text=True, check=False).stdout.strip()
        places.append(Path(root) / "axe-core" / "axe.min.js")
    return next((Path(place) for place in places if place and Path(place).is_file()), None)


@pytest.mark.parametrize(
    ("width", "by_night"), [(1280, False), (1280, True), (375, False)], ids=["day", "night", "narrow"]
)
def test_who_hears_it_or_uses_keys_alone_finds_no_barrier(browser, sites, width, by_night):
    found = axe()
    if found is None:
        pytest.skip("axe-core is not here: npm install axe-core, and name its axe.min.js in AXE")
    script, barriers = found.read_text("utf-8"), {}
    for name in (*(f"site/{page}" for page in PAGES), *(f"office/{page}" for page in OFFICE)):
        page = browser.open(sites / f"{name}.html", width=width, height=800)
        page.ask("Emulation.setEmulatedMedia", features=BY_NIGHT if by_night else [])
        page.says(script + ";0")
        barriers[name] = page.says("axe.run().then((found) => found.violations.map((one) => one.id))")
    assert {name: ids for name, ids in barriers.items() if ids} == {}
