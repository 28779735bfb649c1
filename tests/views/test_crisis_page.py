"""The page for a call fits on one screen, whatever was written, and says so where something was cut."""

import textwrap
from datetime import date

import pytest

from goalctl.analysis.risk.crisis import crisis_picture
from goalctl.analysis.standpoint import Standpoint
from goalctl.library.shelf import FormShelf
from goalctl.model.identity import Identity
from goalctl.views.screens.crisis import crisis_page
from tests.analysis.invented import plan_of

FORMS = FormShelf()
STEPS = ("warning_signs", "coping", "people_and_places", "helpers", "professionals", "surroundings")
WHO = Identity(name="Samuel Example", telephone="07700 900123", emergency_contact="Jo", address="x")
CUT = "cut to fit; whole: goalctl crisis c-ab1 | less"


def page(words: int, *, height: int = 21, room: int | None = 80):
    text = " ".join(f"word{n}" for n in range(words))
    risk = {"ideation": f"passive, {text}", "plan": "no", "done": [text], "follow_up": date(2026, 3, 9)}
    filled = {"safety-plan": dict.fromkeys(STEPS, text)}
    plan = plan_of(supervisor="s.lee", sessions=[{"date": date(2026, 3, 2), "forms": filled, "risk": risk}])
    return crisis_page(crisis_picture(Standpoint(plan, FORMS, date(2026, 3, 3))), WHO, room=room, height=height)


def lines_on(page_lines, room=80):
    return sum(max(1, len(textwrap.wrap(line.text, room - 2 * line.indent))) for line in page_lines)


@pytest.mark.parametrize("words", [1, 8, 20, 60, 300])
def test_it_fits_above_the_first_prompt_of_a_screen_of_80_by_24(words):
    assert lines_on(page(words)) <= 21


@pytest.mark.parametrize(("words", "is_cut"), [(1, False), (8, False), (60, True)])
def test_what_is_cut_is_said_and_what_is_whole_is_not(words, is_cut):
    assert (page(words)[-1].text == CUT) == is_cut
    assert any(line.text.endswith(" …") for line in page(words)) == is_cut


@pytest.mark.parametrize("words", [1, 300])
def test_without_a_width_nothing_is_cut(words):
    assert not any("…" in line.text or line.text == CUT for line in page(words, room=None))


def test_every_step_is_there_however_little_room_there_is():
    headings = [line.text[:2] for line in page(300, height=5) if line.text[:1].isdigit()]
    assert headings == ["1 ", "2 ", "3 ", "4 ", "5 ", "6 "]
