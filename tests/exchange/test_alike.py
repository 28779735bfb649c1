"""Rows for strangers: how many are alike, what goes so that they are, and whether anybody finds a client in them."""

import random
from collections import Counter
from datetime import date, timedelta
from statistics import mean

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.outcomes.treatment import NOWHERE, Origins
from goalctl.exchange.alike import COLUMNS, TooFewAlikeError, alike
from goalctl.exchange.deidentified import Nameless, least_alike
from goalctl.library.shelf import FormShelf
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings

TODAY = date(2026, 6, 1)
FORMS = FormShelf(None)
AREAS = Origins(areas={"low mood": "depression", "worry": "anxiety", "drinking": "alcohol"})
LEAST = 11
SEED = 20261127


def case_of(n, opened, problem, scores, **more):
    sessions = [
        {
            "id": f"{n:05d}{at}"[-6:],
            "date": str(opened + timedelta(weeks=at)),
            "forms": {"phq-9": {"total": str(score)}},
        }
        for at, score in enumerate(scores)
    ]
    problems = [{"id": "p1", "problem": problem}]
    plan = {"client": f"c-{n}", "opened": str(opened), "problems": problems, "sessions": sessions, **more}
    return Case.of(Plan.model_validate(plan), FORMS, Settings(), TODAY)


def caseload(number, drawn):
    """Invented clients: the day they came, what brought them, and the course of their PHQ-9."""
    for n in range(number):
        opened = date(2025, 1, 6) + timedelta(days=drawn.randrange(400))
        first = drawn.choices((21, 16, 11, 6), (3, 5, 4, 2))[0] + drawn.randrange(-2, 3)
        course = [first]
        for _ in range(drawn.choice((3, 6, 9, 14))):
            course.append(min(max(course[-1] + drawn.choice((-3, -2, -1, 0, 0, 1)), 0), 27))
        yield case_of(n, opened, drawn.choice(("Low mood", "Low mood", "Worry", "Drinking")), course)


@pytest.mark.parametrize(("number", "leaves"), [(10, False), (11, True), (12, True)], ids=["below", "at", "above"])
def test_rows_leave_when_as_many_are_alike(number, leaves):
    cases = [case_of(n, date(2026, 1, 5), "Low mood", (20, 8)) for n in range(number)]
    if leaves:
        assert (alike(cases, AREAS, least=LEAST).k, alike(cases, AREAS, least=LEAST).columns) == (number, COLUMNS)
    else:
        with pytest.raises(TooFewAlikeError):
            alike(cases, AREAS, least=LEAST)


def test_every_row_has_so_many_like_it_in_every_value():
    found = alike(caseload(400, random.Random(SEED)), AREAS, least=LEAST)  # noqa: S311 - a test
    counted = Counter(tuple(row.values()) for row in found.rows)
    assert min(counted.values()) == found.k >= LEAST
    assert len(found.rows) + found.rare == 400


def test_columns_go_before_many_rows_do_and_both_are_told():
    drawn = random.Random(SEED)  # noqa: S311 - a test
    found = alike(caseload(120, drawn), AREAS, least=LEAST)
    assert found.columns == COLUMNS[: len(found.columns)]
    assert {f"the column {name}" for name in COLUMNS[len(found.columns) :]} <= set(found.left_out)
    assert found.rare <= 12 or len(found.columns) == 1


def test_how_few_rows_were_rare_is_not_told():
    cases = [case_of(n, date(2026, 1, 5), "Low mood", (20, 8)) for n in range(30)]
    odd = [case_of(99, date(2025, 1, 6), "Worry", (4, 20))]
    assert "fewer than 11 rows that are rare" in alike([*cases, *odd], AREAS, least=LEAST).left_out


def test_of_several_episodes_the_newest_counts():
    cases = [case_of(n, date(2026, 1, 5), "Low mood", (20, 8)) for n in range(11)]
    later = case_of(50, date(2026, 1, 5), "Low mood", (20, 8), previous="c-3")
    assert len(alike([*cases, later], AREAS, least=LEAST).rows) == 11


def test_a_client_who_filled_in_nothing_is_one_of_those():
    cases = [case_of(n, date(2026, 1, 5), "Low mood", ()) for n in range(11)]
    assert alike(cases, NOWHERE, least=LEAST).rows[0]["form"] == "not known"


def nearest(wanted, rows):
    """The rows that differ least from what somebody knows, by the columns of both."""
    apart = [sum(row.get(name) != value for name, value in wanted.items()) for row in rows]
    return [n for n, found in enumerate(apart) if found == min(apart)]


def test_who_knows_month_area_and_course_of_a_client_finds_no_row_better_than_by_chance():
    """The chance that the row they pick, one of the nearest, is that client's; a row is a client's if it says so."""
    cases = list(caseload(300, random.Random(SEED)))  # noqa: S311 - a test
    found = alike(cases, AREAS, least=LEAST)
    known = [dict(alike([case] * LEAST, AREAS, least=LEAST).rows[0]) for case in cases]  # all that could be known
    chances = []
    for row in known:
        picked = nearest({name: row[name] for name in found.columns}, found.rows)
        is_there = all(found.rows[picked[0]][name] == row[name] for name in found.columns)
        chances.append(1 / len(picked) if is_there else 0)
    assert max(chances) <= 1 / found.k
    assert mean(chances) <= 1 / LEAST


def test_in_the_pseudonymised_export_the_same_person_finds_nearly_everybody():
    """Which is why it is not called de-identified."""
    cases = list(caseload(300, random.Random(SEED)))  # noqa: S311 - a test
    courses = Counter(tuple(score.score for score in case.scores) for case in cases)
    found = mean(1 / courses[tuple(score.score for score in case.scores)] for case in cases)
    assert least_alike(Nameless.of(case, "x") for case in cases) == 1
    assert found > 0.9
