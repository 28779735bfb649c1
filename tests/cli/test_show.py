"""`goalctl show`: the plan on one screen, with where each goal stands and why."""

SHOWN = """\
c-ab1 · active · with m.kowalski · opened 2026-01-05
RISK: suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; 1 session since without asking, the last \
on 2026-02-02
values: being a patient father
p1 Low mood

g1 Fewer symptoms of depression [active, for p1]
  measured by PHQ-9: 18 → 9
  ░░░░░░░░░░ 0% ▅ now 18 on 2026-01-12
  target date passed: the target date was 2026-02-28; 18 on 2026-01-12, target 9
  also stale: no score for 49 days, since 2026-01-12; due every 4w
  deadline 2026-02-28, 2 days overdue
  g1.1 Walks on three days a week [active]
    measured by days walked per week (0 to 7): 1 → 3
    █████░░░░░ 50% ▁█ now 2 on 2026-02-02
    no data: 1 score after the baseline; it takes 3 to show a direction, 6 to judge it
    deadline 2026-03-10, in 8 days
    i1 Behavioural activation, every week

due
  2026-01-12 7 weeks overdue: signature: 1 entry unsigned, the oldest of 2026-01-12
  2026-02-28 2 days overdue: deadline: g1 Fewer symptoms of depression
  2026-03-10 in 8 days: deadline: g1.1 Walks on three days a week

last session 2026-02-02
  signed 2026-02-02 by m.kowalski
1 entry unsigned: 2026-01-12 abc123
"""


def test_the_whole_plan_on_one_screen(goalctl):
    assert goalctl("show", "c-ab1", status=0).out == SHOWN


def test_any_beginning_of_the_client_will_do(goalctl):
    assert goalctl("show", "c", status=0).out == SHOWN


def test_an_earlier_day_shows_what_was_known_then(goalctl):
    shown = goalctl("--today", "2026-01-20", "show", "c-ab1", status=0).out
    assert "now 1 on 2026-01-12" in shown
    assert "2026-02-02" not in shown


def test_a_plan_with_an_error_is_shown_and_the_error_told(goalctl, plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("g1.1: 2", "g1.9: 2"), encoding="utf-8")
    shown = goalctl("show", "c-ab1", status=0)
    assert "Walks on three days a week" in shown.out
    assert "error[E202]: there is no g1.9 in this plan" in shown.err


def test_control_characters_and_markup_reach_no_terminal(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("Low mood", "'[bold]Low\u202e mood [/]'")
    plan_file.write_text(text, encoding="utf-8")
    shown = goalctl("show", "c-ab1", status=0).out
    assert "[bold]Low\\u202e mood [/]" in shown


def test_goals_with_levels_are_summed_up_as_a_t_score(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    levels = "measurable: {by: levels, levels: {-2: a, -1: b, 0: c, 1: d, 2: e}, baseline: -1, target: 1}"
    text = text.replace("measurable: {by: phq-9, baseline: 18, target: 9, since: 2026-01-12}", levels)
    plan_file.write_text(text.replace("scores: {g1.1: 2}", "scores: {g1.1: 2, g1: -1}"), encoding="utf-8")
    assert "goal attainment over 1 goal: T 40.0, at the baseline 40.0" in goalctl("show", "c-ab1", status=0).out


def test_rules_and_slopes_stand_behind_why_and_nowhere_else(goalctl, plan_file):
    days = ("02-03", "02-10", "02-17", "02-24")
    more = "".join(f"  - {{date: 2026-{day}, scores: {{g1.1: 2}}}}\n" for day in days)
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + more, encoding="utf-8")
    plain, why = (goalctl("show", "c-ab1", *words, status=0).out for words in ((), ("--why",)))
    assert "[slope 0 a week (0 to 0), n = 5; rule: " not in plain
    assert not [word for word in ("rule:", "slope", "aimline", "4-point") if word in plain]
    assert "rule: deadline, n = 1]" in why
    assert "; rule: " in why


def test_the_first_deadline_is_the_one_that_was_set_first_in_whatever_order_they_stand(goalctl, plan_file):
    moves = "[{on: 2026-02-20, from: 2026-02-21, because: flu}, {on: 2026-02-10, from: 2026-02-14, because: move}]"
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("deadline: 2026-02-28}", f"deadline: 2026-02-28, extended: {moves}}}"), "utf-8")
    assert "extended 2 times, first due 2026-02-14\n" in goalctl("--today", "2026-02-27", "show", "c-ab1").out
    again = goalctl("--today", "2026-02-27", "extend", "c-ab1", "g1", "2026-03-31", "--because", "flu", status=0)
    assert "extended 3 times now; first due 2026-02-14\n" in again.out + again.err
