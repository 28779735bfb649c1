"""The page that a client fills in: by a real browser and its keys alone, and how easy its own words are to read."""

import json
import os
import random
import re
import sys
from pathlib import Path

import pytest

from goalctl.analysis.instruments.answers import is_shown
from goalctl.analysis.risk.endorsed import risk_answers
from goalctl.exchange.questionnaire import filled_in_from
from goalctl.library.shelf import FormShelf
from goalctl.model.answers import Answers
from goalctl.model.form import FieldType
from goalctl.model.ids import FormRef
from goalctl.views.sheets.questionnaire import OUR_WORDS, Questionnaire, questionnaire_html
from goalctl.views.sheets.questionnaire_script import SCRIPT
from goalctl.views.sheets.sheet import sheet_of
from tests.browser import CHROMIUM, a_browser
from tests.questionnaires import IN_DANGER, put_form

needs_browser = pytest.mark.skipif(CHROMIUM is None or sys.platform == "win32", reason="no Chromium is here")
DANGER = f"Nobody sees this until we meet. If you are in danger: {IN_DANGER}"


@pytest.fixture
def page(practice, goalctl, tmp_path_factory):
    put_form(practice)
    goalctl("questionnaire", "c-ab1", "week", "-o", "page.html", status=0)
    with a_browser(tmp_path_factory.mktemp("profile")) as browser:
        yield browser.open(practice / "page.html")


def words(page, place):
    return page.says(f"document.querySelector({place!r}).innerText.trim()")


@needs_browser
def test_it_is_filled_in_by_keyboard_alone_and_its_text_comes_in(page, practice, goalctl, plan_file):
    page.tab_to("#i1 input")
    page.press(" ", "ArrowDown", "ArrowDown")
    page.tab_to("#i2 input")
    assert words(page, "#i2 .danger") == ""
    page.press(" ", "ArrowDown")
    assert words(page, "#i2 .danger") == DANGER
    page.tab_to("#done")
    page.press("Enter")
    assert words(page, "#how-many") == "2 questions have no answer yet."
    page.press("Enter")  # to the first of them
    page.types("5")
    page.tab_to("#i4-line")
    page.types("It's [me] & *walks*,\nnaïve")
    page.tab_to("#done")
    page.press("Enter")
    assert words(page, "#end .danger") == DANGER
    (practice / "text.txt").write_text(page.says("document.getElementById('text').value"), encoding="utf-8")
    goalctl("--today", page.says("document.getElementById('day').value"), "import", "text.txt", "--write", status=0)
    saved = plan_file.read_text("utf-8")
    assert "q1: 2\n        q2: 1\n        q3: 5\n" in saved
    assert "          It's [me] & *walks*,\n          naïve\n" in saved


@needs_browser
def test_a_question_that_goes_takes_its_answer_along_and_an_answer_can_be_taken_back(page):
    page.tab_to("#i1 input")
    page.press(" ", "ArrowDown")
    page.tab_to("#i3-line")
    page.types("5")
    assert "q3=5" in page.says("text(look().answers)")
    page.says("document.activeElement.blur()")
    page.tab_to("#i1 button")
    page.press(" ")
    assert page.says("document.getElementById('i3').hidden && document.activeElement.name") == "i1"
    assert " q" not in page.says("text(look().answers)")


@needs_browser
def test_a_number_is_written_as_a_plan_reads_it_however_it_was_typed(page):
    page.tab_to("#i1 input")
    page.press(" ", "ArrowDown")
    page.tab_to("#i3-line")
    for typed, written in {".5": "q3=0.5", "05": "q3=5", "1e0": "q3=1", "0.00000000001": ""}.items():
        page.says("line(byId.get('q3')).value = ''")
        page.types(typed)
        answers = page.says("text(look().answers)")
        assert (f" {written} " if written else " filled=") in answers
        assert ("q3" in answers) is (written != "")


@needs_browser
def test_nothing_leaves_it_and_nothing_else_runs_in_it(page):
    tried = """new Promise(found => {
        const blocked = [];
        document.addEventListener("securitypolicyviolation", event => blocked.push(event.effectiveDirective));
        fetch("https://127.0.0.1/").catch(() => 0);
        const script = document.createElement("script");
        script.textContent = "window.ran = 1";
        document.body.append(script);
        setTimeout(() => found([...blocked, window.ran].join()), 300);
    })"""
    assert sorted(page.says(tried).split(",")) == ["", "connect-src", "script-src-elem"]


def filled(form, chance):
    """Random answers to most of a form's questions, by the place of each."""
    for place, field in enumerate((one for part in sheet_of(form, {}, head=()).sections for one in part.fields), 1):
        low, high = form.scale_of(form.item(field.id)) or (0, 9)
        days, words = [f"2026-01-0{n}" for n in range(1, 10)], ["a b", "é'*_", "]= %"]
        typed = {FieldType.DATE: days, FieldType.LONG: words, FieldType.TEXT: words}
        numbers = [str(n) for n in range(int(low), int(low + 9 if high is None else high) + 1)]
        answers = [key for key, _ in field.choices] or typed.get(field.kind, numbers)
        if chance.random() > 1 / 7:
            yield place, field.id, chance.choice(answers)


FILL = """(given => {
    for (const box of document.querySelectorAll("fieldset, .field"))
        for (const one of box.querySelectorAll("input:not(#day), textarea"))
            if (one.type === "radio") one.checked = one.value === given[box.id]; else one.value = given[box.id] || "";
    changed();
    const told = [...document.querySelectorAll("[data-risk]")].filter(one => one.dataset.risk && one.textContent);
    return [told.map(one => one.dataset.risk), text(look().answers)];
})"""


@pytest.mark.torture
@needs_browser
def test_the_page_of_every_form_says_what_goalctl_says_of_it(practice, tmp_path_factory):
    chance, axe, forms = random.Random(7), os.environ.get("AXE"), FormShelf()  # noqa: S311 - no secret
    with a_browser(tmp_path_factory.mktemp("profile")) as browser:
        for name in forms:
            form, path = forms[name], practice / "page.html"
            path.write_text(questionnaire_html(Questionnaire("c-ab1", FormRef(name), form, IN_DANGER)), "utf-8")
            page = browser.open(path)
            if axe:  # of `npm install axe-core`: its axe.min.js
                look = f"{Path(axe).read_text('utf-8')}; axe.run().then(found => found.violations.map(one => one.id))"
                assert page.says(look) == [], name
            for _ in range(5):
                given, wanted = {}, {}
                for place, item, answer in filled(form, chance):
                    given[f"i{place}"] = answer
                    wanted |= {item: answer} if is_shown(form, form.item(item), wanted) else {}
                risk, text = page.says(f"{FILL}({json.dumps(given)})")
                (back,) = filled_in_from(text)
                endorsed = risk_answers(form, Answers(by_item=wanted)).endorsed
                assert (back.answers, sorted(set(risk))) == (wanted, sorted(one.risk.item for one in endorsed)), name


def reading_age(text):
    """Flesch-Kincaid grade and five years (Kincaid, Fishburne, Rogers & Chissom 1975); syllables are runs of vowels."""
    spoken = re.findall(r"[a-z']+", text.lower())
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e$", "", word)))) for word in spoken)
    sentences = max(1, len(re.findall(r"[.:](?:\s|$)", text)))
    return 0.39 * len(spoken) / sentences + 11.8 * syllables / len(spoken) - 15.59 + 5


def test_the_measure_gives_what_is_published_for_a_known_text():
    assert reading_age("The cat sat on the mat.") == pytest.approx(-1.45 + 5, abs=0.01)


@pytest.mark.parametrize("text", [*OUR_WORDS, *re.findall(r'"([A-Z ][^"]*\.)"', SCRIPT)])
def test_a_child_of_twelve_can_read_our_own_words(text):
    assert reading_age(text) <= 12
