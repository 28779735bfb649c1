"""`outcomes` as it is called, against a naive reference that was written apart, on random caseloads.

Every way in is asked: each grouping, the choosing options, an earlier day, one client, and what leaves the house.
"""

import csv
import io
import json
import random
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

import goalctl as package
from goalctl.exchange.warehouse import rows_of
from tests.outcomes_attacker import found_out
from tests.outcomes_caseload import START, TODAY, as_of, random_caseload
from tests.outcomes_reference import (
    NAMES,
    change_in_words,
    end_of,
    figures,
    groups,
    measured,
    one_treatment,
    people_in,
)

NOBODY = None, None
NUMBERS = ("n", "of", "percent", "value", "low", "high")
GROUPINGS = ("measure", "clinician", "area", "template", "period", "episode")
LIBRARY = Path(package.__file__).parent / "library"
AREAS, TEMPLATES = ("panic", "grief", "sleep", "other-substances"), ("panic", "grief", "couple")
WORDS = {"{substance}": "ketamine", "{person}": "her sister"}


def shelf(kind, key, names):
    """The wordings of some planners or templates, with something in their blanks."""
    found = {}
    for name in names:
        read = yaml.safe_load((LIBRARY / kind / f"{name}.yaml").read_text(encoding="utf-8"))
        goals = read["goals"]
        texts = [problem["problem"] for problem in read["problems"]] + [goal["goal"] for goal in goals]
        texts += [step["objective"] for goal in goals for step in goal.get("objectives", [])]
        assert read[key] == name
        found[name] = [filled(text) for text in texts]
    return found


def filled(text):
    for blank, said in WORDS.items():
        text = text.replace(blank, said)
    return text


def folded(texts):
    return {text.casefold() for text in texts if "{" not in text}


PLANNED, DRAFTED = shelf("planners", "planner", AREAS), shelf("templates", "template", TEMPLATES)
ORIGINS = {
    "areas": {name: folded([*PLANNED[name], *DRAFTED.get(name, [])]) for name in AREAS},
    "templates": {name: folded(texts) for name, texts in DRAFTED.items()},
}
WORDINGS = ["Low mood"] * 8 + sorted(
    text for texts in [*PLANNED.values(), *DRAFTED.values()] for text in texts[:5] if "{" not in text
)


@pytest.fixture
def asked(practice, plan_file, goalctl):
    """A random caseload in a workspace, and what `outcomes` says of it."""
    plan_file.unlink()

    def lay_out(draw, size):
        for file in (practice / "plans").glob("*.yaml"):
            file.unlink()
        plans = random_caseload(draw, size, WORDINGS)
        for name, plan in plans.items():
            text = json.dumps(plan, default=str)  # YAML as well
            (practice / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")
        return plans

    def ask(day, *words, command="outcomes"):
        return goalctl("--today", day, command, *words, status=0).out

    return lay_out, ask


def day_of(draw):
    return draw.choice([TODAY, START + timedelta(days=draw.randint(1, (TODAY - START).days))])


def told(answer):
    """The numbers of each figure by group, subject and name."""
    document = json.loads(answer)
    assert document["errors"] == []
    rows = document["outcomes"]
    return {(row["group"], row["subject"], row["figure"]): tuple(row[name] for name in NUMBERS) for row in rows}


def standing(plans, day):
    return {name: then for name, plan in plans.items() if (then := as_of(plan, day))}


def differences(seed, asked, size=None):
    lay_out, ask = asked
    draw = random.Random(seed)  # noqa: S311 - no secret, to be drawn again
    plans = lay_out(draw, size or draw.choice([1, 3, 12, 60]))
    for by in GROUPINGS:
        day = day_of(draw)
        expected = {key: one.told for key, one in groups(standing(plans, day), by, day, ORIGINS).items()}
        yield from apart((seed, by, day), told(ask(day, "--by", by, "--format", "json")), expected)
    yield from of_some(seed, draw, plans, ask)


def of_some(seed, draw, plans, ask):
    """By the options that choose, on the last day."""
    then, clinician = standing(plans, TODAY), draw.choice(["a.one", "b.two", "m.kowalski"])
    first = START + timedelta(days=draw.randint(0, 300))
    last = first + timedelta(days=draw.randint(0, 200))
    choices = {
        ("--clinician", clinician): lambda plan: plan.get("clinician", "m.kowalski") == clinician,
        ("--from", str(first), "--to", str(last)): lambda plan: bool(end_of(plan)) and first <= end_of(plan) <= last,
    }
    for words, chosen in choices.items():
        expected = {key: one.told for key, one in groups(then, "measure", TODAY, None, chosen).items()}
        yield from apart((seed, words), told(ask(TODAY, *words, "--format", "json")), expected)
    there = sorted({form for plan in then.values() for form, *_ in measured(plan, TODAY).values()})
    for form in there[:2]:
        subjects = {"treatments": {"all"}, NAMES[form]: None, f"{NAMES[form]}, by somebody else": None}
        found = groups(then, "measure", TODAY)
        expected = {
            key: one.told
            for key, one in found.items()
            if key[1] in subjects and key[2] in (subjects[key[1]] or {key[2]})
        }
        yield from apart((seed, form), told(ask(TODAY, "--measure", form, "--format", "json")), expected)


def apart(where, found, expected):
    for key in sorted(found.keys() | expected.keys()):
        if found.get(key) != expected.get(key):
            yield (*where, key, found.get(key), expected.get(key))


def differences_of_one(seed, asked):
    """Each client alone, and the sentence in `show` and in the reports."""
    lay_out, ask = asked
    draw = random.Random(seed)  # noqa: S311 - no secret, to be drawn again
    plans, day = lay_out(draw, 4), day_of(draw)
    then = standing(plans, day)
    for name, plan in then.items():
        expected = one_treatment(plan, then, day)
        document = json.loads(ask(day, name, "--format", "json"))
        found = {key: value for key, value in document.items() if key in expected}
        found["measured"] = {(one["form"], one["respondent"]): scored(one) for one in document["measured"]}
        yield from apart((seed, day, name), found, plain(expected))
        if not plan.get("members"):
            yield from sentences_missing(day, name, plan, ask)


def scored(one):
    first, last = ((one[f"{end}_on"], one[end]) if one[end] is not None else None for end in ("first", "last"))
    return [first, last, one["outcome"]]


def plain(expected):
    """As JSON has it; whether a plan was changed in time it does not tell of one."""
    measures = {
        key: [one and (str(one[0]), one[1]) for one in (first, last)] + [became]
        for key, (first, last, became, _) in expected["measured"].items()
    }
    scaling = expected["scaling"] and pytest.approx(expected["scaling"])
    return expected | {"measured": measures, "scaling": scaling, "ended": expected["ended"] and str(expected["ended"])}


def sentences_missing(day, name, plan, ask):
    kinds = ["progress", *(["discharge"] if end_of(plan) else [])]
    pages = {"show": ask(day, name, command="show")}
    pages |= {kind: ask(day, name, "--kind", kind, command="report") for kind in kinds}
    judged = [
        (form, who, first, last)
        for (_, who), (form, first, last, became, _) in measured(plan, day).items()
        if became and who is None
    ]
    for page, text in pages.items():
        for one in judged:
            if change_in_words(*one) not in " ".join(text.split()):
                yield day, name, page, change_in_words(*one)


def differences_in_tables(seed, asked, root):
    """A row for each client and measure, with whether the plan was changed in time."""
    draw = random.Random(seed)  # noqa: S311 - no secret, to be drawn again
    plans, day = asked[0](draw, 20), day_of(draw)
    then = standing(plans, day)
    found = {case.plan.client: case for case in package.open(root, today=day).cases()}
    yield from apart((seed, day), dict.fromkeys(found), dict.fromkeys(then))
    for name in found.keys() & then.keys():
        known = name, then[name].get("clinician", "m.kowalski"), end_of(then[name])
        rows = [list(row.values()) for row in rows_of("outcomes", found[name])]
        expected = [
            [*known, form + "@" * measure.endswith("@"), *(first or NOBODY), *(last or NOBODY), became, changed]
            for (measure, _), (form, first, last, became, changed) in measured(then[name], day).items()
        ]
        told = [row[:4] + row[5:9] + row[10:] for row in rows]
        if sorted(map(str, told)) != sorted(map(str, as_numbers(expected))):
            yield seed, day, name, told, expected


def as_numbers(rows):
    """Scores with a point, as the tables have them."""
    return [
        [float(cell) if isinstance(cell, int) and place in {5, 7} else cell for place, cell in enumerate(row)]
        for row in rows
    ]


def leaks(seed, asked, size):
    """What is wrong in what the office gets, and what follows from it."""
    lay_out, ask = asked
    draw = random.Random(seed)  # noqa: S311 - no secret, to be drawn again
    plans, by = lay_out(draw, size), draw.choice(["measure", "clinician", "episode", "period"])
    answer = ask(TODAY, "--by", by, "--for", "office", "--format", "json")
    found, true = told(answer), groups(standing(plans, TODAY), by, TODAY)
    yield from ((seed, name) for name in plans if name in answer)
    yield from ((seed, key, "not true") for key, one in found.items() if not agrees(one, true[key].told))
    yield from ((seed, key, "few") for key, one in found.items() if is_of_few(one, true[key]))
    for group in {key[0] for key in true}:
        open_ = {key[1:]: one[:2] for key, one in found.items() if key[0] == group}
        whole = {key[1:]: one for key, one in true.items() if key[0] == group}
        yield from ((seed, group, *one) for one in followed(open_, whole))
    yield from other_formats(seed, ask, by, found)


def agrees(one, expected):
    """Whether all that is told is true: nothing, everything, or a number without of how many."""
    return one in {(None,) * 6, expected, (expected[0], None, None, *expected[3:])}


def is_of_few(one, figure):
    parts = [who for told_of, who in zip(one, (figure.counted, figure.among), strict=False) if told_of]
    return any(0 < people_in(who) < 11 for who in parts)


def followed(open_, whole):
    """Nobody is counted twice in those who are treated, nor on a measure that each fills in about herself."""
    counted = {key: tuple(who if who is None else len(who) for who in one[:2]) for key, one in whole.items()}
    everyone = whole["treatments", "all"].counted
    alone = {
        subject
        for (subject, name), one in whole.items()
        if name == "first and last score"
        and len({who[0] for who in one.among}) == len(one.among) == len(set(one.among))
    }
    return found_out(open_, counted, alone if len(set(everyone)) == len(everyone) else set())


def other_formats(seed, ask, by, found):
    """The same numbers in a table of another program."""
    rows = list(csv.DictReader(io.StringIO(ask(TODAY, "--by", by, "--for", "office", "--format", "csv"))))
    for row, (key, one) in zip(rows, found.items(), strict=True):
        group = row.get("group", key[0])
        n, of = (int(row[name]) if row[name] else None for name in ("n", "of"))
        if (group, row["of" if "subject" not in row else "subject"], row["figure"])[2] != key[2] or (n, of) != one[:2]:
            yield seed, key, row


def test_the_reference_and_goalctl_count_alike(asked):
    assert [one for seed, size in enumerate((1, 4, 12)) for one in differences(seed, asked, size)] == []


def test_of_one_client_both_say_the_same_everywhere(asked):
    assert list(differences_of_one(0, asked)) == []


def test_the_tables_say_the_same(asked, practice):
    assert list(differences_in_tables(0, asked, practice)) == []


def test_nothing_small_follows_from_what_leaves(asked):
    assert list(leaks(0, asked, 60)) == []


def test_whoever_adds_and_subtracts_finds_the_one_count_that_is_hidden_alone():
    """Of 42 pairs 14 recovered, 13 stayed as they were and 12 got worse: 3 are left; two hidden tell nothing."""
    counts = {"recovered": 14, "reliably improved, not recovered": 3, "no reliable change": 13, "reliably worse": 12}
    true = {("PHQ-9", "first and last score"): (42, 50)} | {("PHQ-9", name): (n, 42) for name, n in counts.items()}
    told = true | {("PHQ-9", "reliably improved, not recovered"): (None, None)}
    (lone,) = {n for _, n in found_out(told, true, set()) if n == counts["reliably improved, not recovered"]}
    assert lone == counts["reliably improved, not recovered"]
    both = told | {("PHQ-9", "reliably worse"): (None, None), ("PHQ-9", "first and last score"): (42, None)}
    assert list(found_out(both, true, set())) == []


def test_every_kind_of_figure_is_drawn():
    plans = standing(random_caseload(random.Random(1), 400, WORDINGS), TODAY)  # noqa: S311 - to be drawn again
    found = figures(list(plans.values()), plans, TODAY)
    usual = {"treatments", "sessions", "goals", "deadlines", "PHQ-9", "GAD-7", "NHS Talking Therapies"}
    assert len({subject for subject, _ in found}) > 18
    assert {name for _, name in found} > {"effect size", "T-score, mean change", "reliable change"}
    assert [key for key, one in found.items() if key[0] in usual and len(one.counted) < 2] == []


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(100, 600, 20))
def test_the_reference_and_goalctl_count_alike_for_long(asked, practice, seed):
    assert [one for each in range(seed, seed + 20) for one in differences(each, asked)] == []
    assert [one for each in range(seed, seed + 20) for one in differences_of_one(each, asked)] == []
    assert [one for each in range(seed, seed + 20) for one in differences_in_tables(each, asked, practice)] == []
    assert [one for each in range(seed, seed + 5) for one in leaks(each, asked, 40 + each % 7 * 25)] == []
