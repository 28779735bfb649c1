"""`goalctl caseload`: sixty planted plans in the order of urgency, and what the options leave."""

import json
from datetime import date, timedelta

import pytest

DAY = date(2026, 6, 15)
HEAD = """\
format: 1
client: {client}
clinician: {clinician}
opened: 2026-01-05
status: {status}
goals:
  - id: g1
    goal: Walks on five days a week
    status: active
    opened: 2026-01-05
    smart:
      measurable: {{by: rating, baseline: 1, target: 8, since: 2026-01-05}}
      time_bound: {{deadline: {deadline}}}
reviews: [{{on: 2026-06-01}}]
sessions:
"""


def entries(scores, last, forms=None):
    """One entry a week up to the last day, signed, with these scores and, in the last one, these forms."""
    days = [last - timedelta(weeks=weeks) for weeks in reversed(range(len(scores)))]
    lines = []
    for day, score in zip(days, scores, strict=True):
        lines.append(f"  - {{date: {day}, scores: {{g1: {score}}}, signed: [{{by: m, on: {day}}}]")
        lines[-1] += f", forms: {forms}}}" if forms and day == days[-1] else "}"
    return "\n".join(lines) + "\n"


RISING = (1, 2, 2, 3, 4, 4, 5, 6)
QUICK = (2, 3, 4, 5, 6, 7, 8, 8)
THERE_ONCE = (2, 3, 4, 5, 6, 7, 7, 8)
STILL = (6, 6, 6, 6, 6, 6, 6, 6)
FLAT = (1, 1, 1, 1, 1, 1, 1, 1)
LAST_WEEK = DAY - timedelta(days=5)
KINDS = {
    "risk": {"forms": "{phq-9: {total: 5, q9: 1}}"},
    "worse": {"more": "  - {date: 2026-02-01, forms: {gad-7: 3}}\n  - {date: 2026-06-11, forms: {gad-7: 15}}\n"},
    "off track": {"scores": FLAT},
    "target date passed": {"scores": THERE_ONCE, "deadline": "2026-06-05"},
    "stale": {"last": DAY - timedelta(days=60)},
    "plateau": {"scores": STILL},
    "at target": {"scores": QUICK},
    "due soon": {"scores": THERE_ONCE, "deadline": "2026-06-25"},
    "nothing to look at": {},
}


def plant(folder, client, scores=RISING, deadline="2026-08-31", last=LAST_WEEK, forms=None, more="", **head):
    facts = {"clinician": "m.kowalski", "status": "active"} | head
    text = HEAD.format(client=client, deadline=deadline, **facts) + entries(scores, last, forms) + more
    (folder / "plans" / f"{client}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def sixty(practice, plan_file):
    """Sixty plans, several of each kind, their names saying nothing about the order."""
    plan_file.unlink()
    for number in range(60):
        kind = list(KINDS)[number * 5 % len(KINDS)]
        plant(practice, f"c-{number:02}", **KINDS[kind])
    return practice


def listed(goalctl, *options):
    found = goalctl("--today", DAY, "caseload", "--format", "json", *options)
    return json.loads(found.out)["caseload"]


@pytest.mark.usefixtures("sixty")
def test_sixty_plans_come_out_in_the_order_of_urgency(goalctl):
    looks = [row["look"] for row in listed(goalctl)]
    assert len(looks) == 60
    assert looks == sorted(looks, key=list(KINDS).index)
    assert set(looks) == set(KINDS)


@pytest.mark.usefixtures("sixty")
def test_every_reason_carries_its_figures(goalctl):
    why = {row["look"]: row["why"] for row in listed(goalctl)}
    assert why["risk"].startswith("suicide: phq-9 q9 endorsed (1) on 2026-06-10")
    assert why["worse"].startswith("GAD-7 up 12 (reliable): 3 to 15")
    assert why["off track"] == "g1: 1 on 2026-06-10, 5.6 expected; the last 4 of 8 scores fall short"
    assert why["target date passed"].startswith("g1: the target date was 2026-06-05; 8 on 2026-06-10, target 8")
    assert why["plateau"] == "g1: 8 scores at 6 since 2026-04-22, target 8: no movement"
    assert why["at target"].endswith("next step or review?")
    assert why["stale"].startswith("g1: no score for 60 days")


def test_a_plan_that_cannot_be_read_comes_before_what_can_wait_and_makes_the_answer_incomplete(goalctl, sixty):
    (sixty / "plans" / "c-30.yaml").write_text("format: 1\nclient: [\n", encoding="utf-8")
    assert goalctl("--today", DAY, "caseload").status == 3
    lines = goalctl("--today", DAY, "caseload").out.splitlines()
    assert lines[1].split("  ")[0] == "c-30"
    assert "risk can't be read: mend the file" in lines[1]
    assert next(line for line in lines[1:] if "  risk  " not in line).split()[:3] == ["c-30", "mend", "first"]
    assert len({line.split()[0] for line in lines[1:]}) == 60
    found = json.loads(goalctl("--today", DAY, "caseload", "--format", "json").out)
    assert (len(found["caseload"]), {one["client"] for one in found["errors"]}) == (59, {"c-30"})
    assert found["risk"][0]["client"] == "c-30"


def test_on_hold_and_discharged_plans_are_listed_and_come_last(goalctl, sixty):
    plant(sixty, "a-hold", status="on-hold", scores=FLAT)
    plant(sixty, "a-gone", status="discharged", deadline="2026-06-05")
    assert [row["client"] for row in listed(goalctl)][-1] == "a-gone"
    assert next(row["look"] for row in listed(goalctl) if row["client"] == "a-hold") == "on-hold"


@pytest.mark.parametrize(
    ("options", "clients"),
    [
        (["--clinician", "s.lee"], ["x-2", "x-1"]),
        (["--state", "off track"], ["x-2"]),
        (["--sort", "client", "--clinician", "s.lee"], ["x-1", "x-2"]),
        (["--supervisor", "nobody"], []),
    ],
    ids=str,
)
def test_options_narrow_and_order_the_list(goalctl, practice, plan_file, options, clients):
    plan_file.unlink()
    plant(practice, "x-1", clinician="s.lee")
    plant(practice, "x-2", clinician="s.lee", scores=FLAT)
    plant(practice, "x-3")
    assert [row["client"] for row in listed(goalctl, *options)] == clients


def test_a_state_that_is_none_is_a_usage_error(goalctl):
    assert "--state: 'lost' is no state" in goalctl("caseload", "--state", "lost", status=2).err


def test_a_month_later_only_what_depends_on_the_day_has_changed(goalctl, practice, plan_file):
    plan_file.unlink()
    plant(practice, "x-1")
    now = listed(goalctl)
    later = json.loads(goalctl("--today", "2026-07-15", "caseload", "--format", "json").out)["caseload"]
    assert (now[0]["look"], later[0]["look"]) == ("nothing to look at", "stale")
    assert {key for key in now[0] if now[0][key] != later[0][key]} == {"look", "why", "reasons", "goals"}


def test_a_word_that_no_plan_says_never_reads_as_if_there_were_no_plans(goalctl):
    assert goalctl("--today", "2026-01-06", "caseload", "--state", "plateau", status=0).out == (
        "No plan here is like that; there are 1 in all.\n"
    )
