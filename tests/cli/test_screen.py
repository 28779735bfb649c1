"""Colours and the pager: by the option, by the environment, at a terminal and in a pipe."""

import re
import sys

import pytest

from goalctl.cli.screen import Colour, Screen
from goalctl.views.charts.style import LOOKS, SCORES
from goalctl.views.style import BRIGHT_RED, RED
from tests.cli.terminal import at_terminal, pexpect

ESCAPE = "\x1b["
AUTO, ALWAYS, NEVER = Colour.AUTO, Colour.ALWAYS, Colour.NEVER
NO, FORCE, DUMB = ("NO_COLOR", "1"), ("FORCE_COLOR", "1"), ("TERM", "dumb")


class Stream:
    def __init__(self, *, is_terminal):
        self.isatty = lambda: is_terminal


@pytest.fixture
def bare(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "GOALCTL_PAGER", "PAGER", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return monkeypatch


@pytest.mark.parametrize(
    ("colour", "environment", "is_terminal", "expected"),
    [
        (AUTO, [], True, True),
        (AUTO, [], False, False),
        (AUTO, [NO], True, False),
        (AUTO, [("NO_COLOR", "")], True, True),
        (AUTO, [FORCE], False, True),
        (AUTO, [("FORCE_COLOR", "")], False, False),
        (AUTO, [NO, FORCE], True, False),
        (AUTO, [NO, FORCE], False, False),
        (AUTO, [DUMB], True, False),
        (AUTO, [DUMB, FORCE], True, True),
        (ALWAYS, [NO], False, True),
        (ALWAYS, [DUMB], True, True),
        (NEVER, [FORCE], True, False),
        (NEVER, [], True, False),
    ],
)
def test_the_option_wins_then_no_color_then_force_color_then_the_terminal(
    bare, colour, environment, is_terminal, expected
):
    for name, value in environment:
        bare.setenv(name, value)
    bare.setattr(sys, "stdout", Stream(is_terminal=is_terminal))
    assert Screen(colour, lambda: False).is_coloured is expected


@pytest.mark.parametrize("words", [("due",), ("show", "c-ab1"), ("chart", "c-ab1"), ()], ids=" ".join)
def test_colours_stand_in_a_pipe_where_they_are_asked_for_and_nowhere_else(goalctl, bare, words):
    assert ESCAPE not in goalctl(*words).out
    assert ESCAPE in goalctl("--color", "always", *words).out
    bare.setenv("FORCE_COLOR", "1")
    coloured = goalctl(*words).out
    assert ESCAPE in coloured
    assert ESCAPE not in goalctl("--color", "never", *words).out


@pytest.mark.parametrize("form", ["plain", "json", "csv", "md", "html"])
def test_what_programs_read_is_never_coloured(goalctl, bare, form):
    bare.setenv("FORCE_COLOR", "1")
    assert ESCAPE not in goalctl("--color", "always", "due", "--format", form).out


def test_a_word_that_is_none_of_the_three_is_refused(goalctl):
    refused = goalctl("--color", "sometimes", "due", status=2).err
    assert "'sometimes' is not one of 'auto', 'always', 'never'" in refused


def luminance(channels):
    """As WCAG 2.2 defines it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def channels_of(number):
    """What xterm shows for a number of the 256 that no theme changes."""
    if number >= 232:
        return [(8 + 10 * (number - 232)) / 255] * 3
    steps = (0, 95, 135, 175, 215, 255)
    return [steps[(number - 16) // by % 6] / 255 for by in (36, 6, 1)]


def contrast(channels, ground):
    lighter, darker = sorted((luminance(channels), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


WHITE, BLACK = (1, 1, 1), (0, 0, 0)
SOLARIZED = ([part / 255 for part in (0xFD, 0xF6, 0xE3)], [part / 255 for part in (0x00, 0x2B, 0x36)])
NUMBERS = {look.colour for look in (*SCORES, *LOOKS.values())}


@pytest.mark.parametrize("number", sorted(NUMBERS))
def test_every_colour_of_a_chart_stands_out_on_light_and_on_dark(number):
    least = 4.3 if number != RED else 3.9
    assert min(contrast(channels_of(number), ground) for ground in (WHITE, BLACK)) >= least
    assert min(contrast(channels_of(number), ground) for ground in SOLARIZED) >= 3


def test_what_is_late_stands_out_as_text_must():
    channels = [int(BRIGHT_RED[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    assert min(contrast(channels, ground) for ground in (WHITE, BLACK)) >= 4.5


def on_terminal(folder, *words, **environment):
    """What a person of 24 lines sees in the end, and the status."""
    known = {"TERM": "xterm-256color", "GOALCTL_TODAY": "2026-03-02", "PATH": "/usr/bin:/bin", "COLUMNS": "80"}
    process, child = at_terminal(words, folder, known | environment)
    child.expect(pexpect.EOF)
    child.close()
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\r", "", child.before), process.wait()


def test_a_few_workspaces_with_many_plans_show_how_far_a_fleet_is(tmp_path):
    for name in ("east", "west"):
        (tmp_path / name / "plans").mkdir(parents=True)
        (tmp_path / name / "goalctl.yaml").write_text("format: 1\n", encoding="utf-8")
        for number in range(50):
            plan = tmp_path / name / "plans" / f"c-{number}.yaml"
            plan.write_text(f"client: c-{number}\nopened: 2026-01-01\n", encoding="utf-8")
    shown, status = on_terminal(tmp_path, "fleet", "-C", "*", "due", "--format", "csv")
    assert ("asking workspaces" in shown, status) == (True, 0)


PAGED = "sed s/^/paged:/"


LONG_PAGE = ("explain", "settings")  # longer than the screen


def test_no_pager_is_begun_unless_somebody_wants_one(practice):
    shown, status = on_terminal(practice, *LONG_PAGE, PAGER=PAGED)
    assert (status, "paged:" in shown) == (0, False)


def test_with_the_setting_what_is_longer_than_the_screen_goes_through_the_pager(practice):
    (practice / "goalctl.yaml").write_text("format: 2\npager: yes\n", encoding="utf-8")
    shown, status = on_terminal(practice, *LONG_PAGE, PAGER=PAGED)
    assert status == 0
    assert {line.partition(":")[0] for line in shown.splitlines()} == {"paged"}
    short, _ = on_terminal(practice, "due", PAGER=PAGED)
    assert "paged:" not in short


@pytest.mark.parametrize("pager", ["", "cat", "no"])
def test_the_machine_s_own_word_wins_over_the_practice_s(practice, pager):
    (practice / "goalctl.yaml").write_text("format: 2\npager: yes\n", encoding="utf-8")
    assert "paged:" not in on_terminal(practice, *LONG_PAGE, PAGER=PAGED, GOALCTL_PAGER=pager)[0]
    assert "paged:" in on_terminal(practice, *LONG_PAGE, GOALCTL_PAGER=PAGED)[0]


def test_a_pipe_is_never_paged(goalctl, practice, bare):
    (practice / "goalctl.yaml").write_text("format: 2\npager: yes\n", encoding="utf-8")
    bare.setenv("GOALCTL_PAGER", PAGED)
    assert "paged:" not in goalctl(*LONG_PAGE, status=0).out


@pytest.mark.parametrize(
    ("pager", "why"),
    [
        ("no-such-pager", "no such file or directory"),
        ("false", "false ended with status 1"),
        ("less 'FRX", "no closing quotation"),
    ],
)
def test_a_pager_that_fails_hides_nothing(practice, pager, why):
    plain, _ = on_terminal(practice, *LONG_PAGE)
    shown, status = on_terminal(practice, *LONG_PAGE, GOALCTL_PAGER=pager)
    assert status == 0
    assert plain in shown
    assert f"the pager could not be used: {why}" in shown.lower()
