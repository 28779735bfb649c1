"""Timings as ratios within one run: `pytest -m benchmark -s tests/benchmarks`. Nothing here fails for being slow.

Every figure is the smallest wall time of several whole processes, divided by that of `python -c pass` beside it.
"""

import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.benchmark

RUNS = 7
PLAN = """\
format: 1
client: {client}
clinician: m.kowalski
opened: 2026-01-05
status: active
goals:
  - id: g1
    goal: Walks on three days a week
    status: active
    smart:
      measurable: {{by: count, of: days, per: week, scale: [0, 7], baseline: 1, target: 3}}
      time_bound: {{deadline: 2026-{month:02}-{day:02}}}
sessions:
  - id: abc123
    date: 2026-02-02
    scores: {{g1: 2}}
    signed: [{{by: m.kowalski, on: 2026-02-02}}]
    note: Walked twice.
"""


def caseload_of(folder, number):
    (folder / "plans").mkdir()
    (folder / "goalctl.yaml").write_text("format: 1\n", encoding="utf-8")
    for n in range(number):
        text = PLAN.format(client=f"c-{n:06}", month=n % 12 + 1, day=n % 28 + 1)
        (folder / "plans" / f"c-{n:06}.yaml").write_text(text, encoding="utf-8")
    return folder


def seconds(folder, environment, *words, runs=RUNS):
    def once():
        began = time.perf_counter()
        subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, check=True)
        return time.perf_counter() - began

    return min(once() for _ in range(runs))


def told(name, measured, base):
    ratio = f"{measured / base:.1f} times python -c pass ({base * 1000:.1f} ms)"
    sys.stdout.write(f"\n{name}: {measured * 1000:.0f} ms, {ratio}")


@pytest.mark.parametrize("words", [["--version"], ["--help"]], ids=" ".join)
def test_start_up(tmp_path, tree_on_path, words):
    base = seconds(tmp_path, tree_on_path, "-c", "pass")
    told(" ".join(words), seconds(tmp_path, tree_on_path, "-m", "goalctl", *words), base)


@pytest.mark.parametrize("number", [1, 100, 1_000, 10_000])
def test_due_over_a_caseload(tmp_path, tree_on_path, number):
    folder = caseload_of(tmp_path, number)
    due = ["-m", "goalctl", "--today", "2026-03-02", "due", "--overdue"]
    base = seconds(folder, tree_on_path, "-c", "pass")
    told(f"due, cold, {number} plans", seconds(folder, tree_on_path, *due, runs=1), base)
    time.sleep(0.05)
    told(f"due, warm, {number} plans", seconds(folder, tree_on_path, *due), base)
    log = ["-m", "goalctl", "--today", "2026-03-02", "log-session", "c-000000", "g1=2"]
    told(f"log-session, {number} plans", seconds(folder, tree_on_path, *log, runs=3), base)
