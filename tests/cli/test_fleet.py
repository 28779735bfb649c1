"""Many workspaces asked at once: what each says alone, marked with its name, wherever it is worked out."""

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import date, datetime, timedelta, timezone

import pytest

from goalctl.cli.commands.fleet import ASKS
from goalctl.cli.fleet.work import FleetPlace, FleetQuestion, told_by
from goalctl.views.listings.fleet import fleet_view
from tests.conftest import TREE

DAY = "2026-06-15"
NAMES = ["clinics/east", "clinics/north", "clinics/west"]
HEARS = """import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite that a shell put into the background ignores it
from goalctl.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def clinics(practice):
    """Three practices of some of the shipped plans, beside each other."""
    plans = sorted((TREE / "plans").glob("*.yaml"))
    for number, name in enumerate(NAMES):
        folder = practice / name
        (folder / "plans").mkdir(parents=True)
        shutil.copy(TREE / "goalctl.yaml", folder)
        for plan in plans[number::3]:
            shutil.copy(plan, folder / "plans")
    return practice / "clinics"


def asked_alone(goalctl, name, question, *words):
    return goalctl("-C", name, "--today", DAY, *ASKS[question], *words)


def fleet(goalctl, *words, status=None):
    return goalctl("--today", DAY, "fleet", "-C", "clinics/*", *words, status=status)


@pytest.mark.parametrize("question", ASKS)
@pytest.mark.usefixtures("clinics")
def test_each_answer_for_programs_is_the_workspace_s_own(goalctl, question):
    told = json.loads(fleet(goalctl, question, "--format", "json").out)
    alone = [asked_alone(goalctl, name, question, "--format", "json") for name in NAMES]
    expected = [
        {"workspace": name, "status": one.status, "answer": json.loads(one.out)}
        for name, one in zip(NAMES, alone, strict=True)
    ]
    assert (told["asked"], told["failed"], told["workspaces"]) == (question, [], expected)


@pytest.mark.parametrize("question", ["due", "caseload", "outcomes"])
@pytest.mark.usefixtures("clinics")
def test_the_rows_are_the_workspaces_own_behind_their_names(goalctl, question):
    told = list(csv.DictReader(fleet(goalctl, question, "--format", "csv").out.splitlines()))
    expected = [
        {"workspace": name, **row}
        for name in NAMES
        for row in csv.DictReader(asked_alone(goalctl, name, question, "--format", "csv").out.splitlines())
    ]
    assert told == expected


@pytest.mark.usefixtures("clinics")
def test_people_see_each_workspace_as_a_heading(goalctl):
    lines = fleet(goalctl, "due", "--within", "2w").out.splitlines()
    assert [line for line in lines if line in NAMES] == NAMES


def test_what_one_cannot_answer_is_told_and_the_others_are_shown(goalctl, clinics):
    (clinics / "west" / "goalctl.yaml").unlink()
    whole = json.loads(
        goalctl(
            "--today", DAY, "fleet", "-C", "clinics/east", "-C", "clinics/west", "due", "--format", "json", status=3
        ).out
    )
    assert [one["workspace"] for one in whole["workspaces"]] == ["clinics/east"]
    assert [(one["workspace"], one["status"]) for one in whole["failed"]] == [("clinics/west", 3)]
    listed = goalctl("--today", DAY, "fleet", "-C", "clinics/west", "-C", "clinics/east", "due", status=3)
    assert "clinics/west: goalctl: " in listed.err
    assert "is not a goalctl workspace" in listed.err
    assert "clinics/east" in listed.out


def test_where_one_can_be_asked_and_another_cannot_the_answer_is_incomplete(goalctl, clinics):
    form = dict.fromkeys(NAMES, "phq-9: 6") | {"clinics/west": "ors: 30"}
    for clinic, answered in form.items():
        for plan in (clinics.parent / clinic / "plans").glob("*.yaml"):
            plan.unlink()
        plan = f"client: c-1\nopened: 2026-01-01\nsessions: [{{id: aaaaaa, date: 2026-02-01, forms: {{{answered}}}}}]\n"
        (clinics.parent / clinic / "plans" / "c-1.yaml").write_text(plan, encoding="utf-8")
    some = fleet(goalctl, "outcomes", "--measure", "ors", status=3)
    assert (some.err.count("nobody has ors here"), "clinics/west: ORS" in some.out) == (2, True)
    assert fleet(goalctl, "outcomes", "--measure", "gad-7", status=2).out == ""


def test_where_nothing_is_to_show_each_says_so_of_its_own(goalctl, clinics):
    (clinics / "west" / "plans" / "c-n8gy.yaml").unlink()  # is to mend first
    for name, days in zip(NAMES, ("14d", "30d", "14d"), strict=True):
        settings = clinics.parent / name / "goalctl.yaml"
        settings.write_text(
            settings.read_text(encoding="utf-8").replace("due_within: 14d", f"due_within: {days}"), encoding="utf-8"
        )
    assert fleet(goalctl, "due", "--supervisor", "a.nobody", status=0).out == (
        "clinics/east, clinics/west: Nothing is due within 14d of 2026-06-15. "
        "clinics/north: Nothing is due within 30d of 2026-06-15.\n"
    )


@pytest.mark.parametrize("shown_as", ["table", "plain", "md", "html"])
def test_who_has_nothing_to_show_says_so_beside_the_others_to_people_alone(goalctl, clinics, shown_as):
    for plan in (clinics / "north" / "plans").glob("*.yaml"):
        plan.unlink()
    told = " ".join(fleet(goalctl, "due", "--format", shown_as).out.split())  # a narrow table wraps it
    assert told.count("clinics/north") == told.count("Nothing is due within 14d of 2026-06-15.") == 1
    rows = csv.DictReader(fleet(goalctl, "due", "--format", "csv").out.splitlines())
    assert {row["workspace"] for row in rows} == {"clinics/east", "clinics/west"}


@pytest.mark.usefixtures("clinics")
def test_what_rows_are_grouped_by_stands_in_the_headings_and_for_programs_in_a_column(goalctl):
    people = fleet(goalctl, "due", "--by", "week", "--format", "plain").out
    assert (people.split("\n", 1)[0].split(), "clinics/east: week of 2026-06-15" in people) == (
        ["day", "when", "client", "id", "kind", "what"], True,
    )  # fmt: skip
    assert fleet(goalctl, "due", "--by", "week", "--format", "csv").out.startswith("workspace,week,day,")


def test_a_page_of_several_is_headed_by_the_day_that_it_is_in_each(clinics):
    settings = clinics / "east" / "goalctl.yaml"
    settings.write_text(re.sub("(?m)^timezone:.*\n", "", settings.read_text(encoding="utf-8")), encoding="utf-8")
    asked = FleetQuestion(("due",), None, no_index=True, now=LATE, writer=None, here=".")
    told = told_by(asked, [FleetPlace(name, clinics / name) for name in ("east", "west")])
    title = fleet_view([(one.workspace, one.listing) for one in told], for_people=True).title
    assert title == "east: Due, as of 2026-06-15; west: Due, as of 2026-06-16"


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "TERM"])
def test_who_stops_a_fleet_stops_all_of_it(clinics, tree_on_path, number, status):
    git, begun = clinics.parent / "bin" / "git", clinics.parent / "begun"  # a git that is slow at the first clinic
    git.parent.mkdir()
    git.write_text(f"#!/bin/sh\n[ -e {begun} ] && exit 128\n: > {begun}\nexec sleep 30\n", encoding="utf-8")
    git.chmod(0o700)
    slow = tree_on_path | {"PATH": f"{git.parent}{os.pathsep}{os.environ['PATH']}"}
    command = [sys.executable, "-c", HEARS, "--today", DAY, "fleet", "-C", "clinics/*", "due", "--rev", "HEAD"]
    here = subprocess.Popen(command, cwd=clinics.parent, env=slow, stderr=subprocess.PIPE, text=True)
    while not begun.exists():
        time.sleep(0.01)
    here.send_signal(number)
    assert (here.communicate(timeout=30)[1], here.returncode) == ("", status)


def asked_in_json(goalctl, *words, status):
    told = json.loads(goalctl("--today", DAY, "fleet", *words, "due", "--format", "json", status=status).out)
    return [one["workspace"] for one in told["workspaces"]], [one["workspace"] for one in told["failed"]]


def test_what_a_pattern_meets_and_nobody_can_look_into_is_told_like_any_other(goalctl, clinics):
    (clinics / "loop").symlink_to("loop")
    (clinics / "unmounted").symlink_to("nowhere")
    (clinics / "no-clinic").mkdir()
    (clinics / "a-file").touch()
    assert asked_in_json(goalctl, "-C", "clinics/*", status=3) == (NAMES, ["clinics/loop", "clinics/unmounted"])
    assert asked_in_json(goalctl, "-C", "clinics/loop", "-C", NAMES[0], status=3) == (NAMES[:1], ["clinics/loop"])


@pytest.mark.parametrize("lost", ["gone", "goalctl.yml", "a link"])
def test_a_clinic_that_has_lost_its_settings_is_not_passed_over_by_a_pattern(goalctl, clinics, lost):
    settings = clinics / "north" / "goalctl.yaml"
    settings.rename(settings.with_suffix(".yml"))
    if lost != "goalctl.yml":
        settings.with_suffix(".yml").unlink()
    if lost == "a link":
        settings.symlink_to("nowhere.yaml")
    (clinics / "no-clinic" / "plans").mkdir(parents=True)
    assert asked_in_json(goalctl, "-C", "clinics/*", status=3) == (["clinics/east", "clinics/west"], ["clinics/north"])


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_is_closed_is_told_and_the_others_are_shown(goalctl, clinics):
    (clinics / "north").chmod(0)
    try:
        found = asked_in_json(goalctl, "-C", "clinics/*", status=3)
    finally:
        (clinics / "north").chmod(0o700)
    assert found == (["clinics/east", "clinics/west"], ["clinics/north"])


def test_a_hint_makes_the_folder_that_is_missing_in_the_clinic_that_lacks_it(goalctl, clinics):
    bare = (clinics / "west").rename(clinics / "west wing")
    shutil.rmtree(bare / "plans")
    told = goalctl("fleet", "-C", "clinics/*", "due", status=3).err
    assert f"hint: make it: mkdir '{bare / 'plans'}'\n" in told


@pytest.mark.parametrize("named", ["gone*", "gone"])
def test_what_is_named_and_not_there_keeps_nobody_from_being_asked(goalctl, clinics, named):
    (clinics / "all.txt").write_bytes(f"\ufeffeast\r\n{named}\r\n".encode())
    assert asked_in_json(goalctl, "--from", "clinics/all.txt", status=3) == (NAMES[:1], [f"clinics/{named}"])


@pytest.mark.parametrize(("named", "status", "failed"), [("e*", 0, []), ("east\ngone", 3, ["[9] clinics/gone"])])
def test_the_folder_of_a_list_is_no_pattern(goalctl, clinics, named, status, failed):
    odd = clinics.rename(clinics.with_name("[9] clinics"))
    (odd / "all.txt").write_text(named, encoding="utf-8")
    found = asked_in_json(goalctl, "--from", "[9] clinics/all.txt", status=status)
    assert found == (["[9] clinics/east"], failed)


def test_the_name_of_a_folder_says_nothing_to_the_terminal(goalctl, clinics):
    odd = clinics / "we\x1b[31m\nst"
    (clinics / "west").rename(odd)
    (odd / "plans" / "c-1.yaml").write_text("client: [", encoding="utf-8")
    told = goalctl("fleet", "-C", "clinics/we*", "check", "--severity", "error", status=3)
    assert "\x1b" not in told.out + told.err
    assert (told.out.splitlines()[0], told.err.count("clinics/we\\x1b[31m st: ")) == ("clinics/we\\x1b[31m st", 1)


def test_a_list_that_is_no_text_is_refused(goalctl, clinics):
    (clinics / "all.txt").write_bytes("east\n".encode("utf-16-le"))
    assert "it is no text" in goalctl("fleet", "--from", "clinics/all.txt", "due", status=3).err


def test_a_plan_that_cannot_be_read_makes_the_whole_incomplete(goalctl, clinics):
    (clinics / "north" / "plans" / "c-zz9.yaml").write_text("client: [", encoding="utf-8")
    rows = list(csv.DictReader(fleet(goalctl, "caseload", "--format", "csv", status=3).out.splitlines()))
    assert {row["workspace"] for row in rows if "c-zz9" in str(row)} == {"clinics/north"}


def test_a_file_names_workspaces_as_seen_from_it_and_each_is_asked_once(goalctl, clinics):
    (clinics / "all.txt").write_text("# ours\neast\n\nwest\n", encoding="utf-8")
    told = goalctl(
        "--today", DAY, "fleet", "--from", "clinics/all.txt", "-C", "clinics/west/", "due", "--format", "json"
    )
    assert [one["workspace"] for one in json.loads(told.out)["workspaces"]] == ["clinics/west", "clinics/east"]


REFUSED = {
    ("due",): "no workspace is named",
    ("-C", "nowhere/*", "due"): "no workspace fits nowhere/*",
    ("-C", "clinics/*", "show"): "a fleet can't be asked for show",
    ("-C", "clinics/east", "clinics/west", "due"): "write the pattern in quotes: goalctl fleet -C 'clinics/*' due",
    ("-C", "clinics/*", "due", "--withn", "2w"): "No such option: --withn",
    ("-C", "clinics/*", "due", "c-7f3k"): "c-7f3k: a client is one practice's\n   hint: goalctl -C DIR due c-7f3k\n",
    ("-C", "clinics/*", "check", "a b.yaml", "c-1"): "one practice's\n   hint: goalctl -C DIR check 'a b.yaml' c-1\n",
    ("-C", "clinics/*", "due", "--format", "ics"): "--format ics: a calendar is one practice's",
    ("-C", "clinics/*", "week", "-o", "x.html"): "with small counts hidden: --for office",
    ("due", "-C", "clinics/*"): "-C stands before what is asked: goalctl fleet -C …",
    ("caseload", "--from", "all.txt"): "--from stands before what is asked: goalctl fleet --from …",
    ("--format", "json", "due"): "--format stands behind what is asked: goalctl fleet … due --format …",
    ("due", "--today", "fri"): "--today stands before the command: goalctl --today … fleet",
    ("-C", "clinics/*", "outcomes", "--chart"): "--chart: a picture is one practice's",
    ("-C", "clinics/*", "outcomes", "-o", "x.csv"): "--output: the answers of many go to stdout",
    ("-C", "clinics/*", "--scheduler", "clinic:8786", "due"): "--scheduler: 'clinic:8786' is no address",
    ("-C", "clinics/*", "--scheduler", "tcp://[::1", "due"): "--scheduler: 'tcp://[::1' is no address",
    ("-C", "clinics/*", "--scheduler", "tls://clinic:99999", "due"): "is no address",
    ("-C", "clinics/*", "--scheduler", "", "due"): "--scheduler: '' is no address",
    ("-C", "clinics/*", "--scheduler", "TLS://clinic:8786", "due"): "--scheduler: 'TLS://clinic:8786' is no address",
    ("-C", "clinics/*", "--scheduler", "tcp://127.0.0.1", "due"): "--scheduler: 'tcp://127.0.0.1' is no address",
    ("-C", "clinics/*", "--scheduler", "tls://clinic:8786/x", "due"): "'tls://clinic:8786/x' is no address",
    ("-C", "clinics/*", "--scheduler", "tcp://10.0.0.1:8786", "due"): "could be read on its way",
}


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_what_a_fleet_is_not_for_is_refused_before_any_workspace_is_asked(goalctl, clinics, words):
    refused = goalctl("fleet", *words, status=2)
    assert (refused.out, REFUSED[words] in refused.err, list(clinics.rglob(".goalctl"))) == ("", True, [])


LATE = datetime(2026, 6, 15, 23, 30, tzinfo=timezone(timedelta(hours=-7)))


@pytest.mark.parametrize(
    ("zone", "day"), [("", "2026-06-15"), ("timezone: Europe/London\n", "2026-06-16")], ids=["the asker's", "its own"]
)
def test_wherever_a_question_is_worked_out_it_is_asked_at_the_asker_s_day(clinics, zone, day):
    settings = clinics / "east" / "goalctl.yaml"
    text = re.sub("(?m)^timezone:.*\n", "", settings.read_text(encoding="utf-8"))
    settings.write_text(text + zone, encoding="utf-8")
    asked = FleetQuestion(("due", "--format", "json"), None, no_index=True, now=LATE, writer=None, here=".")
    (told,) = told_by(asked, [FleetPlace("east", clinics / "east")])
    assert told.document["as_of"] == date.fromisoformat(day)


def test_wherever_a_question_is_worked_out_me_is_who_asks(goalctl, clinics, monkeypatch):
    monkeypatch.setenv("GOALCTL_CLINICIAN", "m.kowalski")  # as a worker of a cluster may have it
    asked = FleetQuestion(
        ("caseload", "--format", "json", "--clinician", "me"), DAY, no_index=True, now=LATE, writer="s.lee", here="."
    )
    (told,) = told_by(asked, [FleetPlace("clinics/west", clinics / "west")])
    assert {plan["clinician"] for plan in told.document["caseload"] if plan["status"]} == {"s.lee"}
    monkeypatch.delenv("GOALCTL_CLINICIAN")
    refused = fleet(goalctl, "--scheduler", "tcp://127.0.0.1:1", "caseload", "--clinician", "me", status=2)
    assert "set GOALCTL_CLINICIAN, or name the clinician" in refused.err


@pytest.mark.parametrize("shown_as", ["concise", "github"])
def test_files_are_seen_from_where_a_question_is_asked(goalctl, clinics, monkeypatch, shown_as):
    alone = asked_alone(goalctl, "clinics/east", "check", "--format", shown_as).out
    words = ("check", "--format", shown_as)
    monkeypatch.chdir(clinics / "west")
    asked = FleetQuestion(words, DAY, no_index=True, now=LATE, writer=None, here=str(clinics.parent))
    (told,) = told_by(asked, [FleetPlace("clinics/east", clinics / "east")])
    assert (told.text, "clinics/east/plans/" in alone) == (alone, True)


@pytest.mark.usefixtures("clinics")
def test_without_dask_a_cluster_is_an_extra_that_is_named(goalctl, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    refused = goalctl("fleet", "-C", "clinics/east", "--scheduler", "tcp://127.0.0.1:8786", "due", status=3)
    assert "pip install 'goalctl[cluster]'" in refused.err


@pytest.fixture(params=["tcp", "tls"])
def cluster(request, tmp_path, tree_on_path):
    """A scheduler on this machine with two workers: its address, the workers' processes, what a client's Dask knows."""
    pytest.importorskip("distributed", reason="a cluster is an extra: pip install 'goalctl[cluster]'")
    file, started = tmp_path / "scheduler.json", []
    knows = tree_on_path | (with_certificates(tmp_path) if request.param == "tls" else {})
    here = ["--scheduler-file", str(file), "--no-dashboard", "--protocol", request.param]

    def start(*words):
        command = [sys.executable, "-m", *words, *here, "--host", "127.0.0.1"]
        started.append(subprocess.Popen(command, env=knows, cwd=tmp_path, stderr=subprocess.DEVNULL))

    start("distributed.cli.dask_scheduler", "--port", "0")
    while not (file.exists() and file.read_text(encoding="utf-8")):
        time.sleep(0.1)
    for _ in range(2):
        start("distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny")
    scheduler, *workers = started
    yield json.loads(file.read_text(encoding="utf-8"))["address"], workers, knows
    for process in (scheduler, *workers):
        process.kill()
        process.wait()


def with_certificates(folder):
    """Dask's settings for one key, signed by itself, which everybody in the cluster has and trusts."""
    key, certificate = str(folder / "key.pem"), str(folder / "certificate.pem")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=clinic", "-days", "2"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    tls, require = "DASK_DISTRIBUTED__COMM__TLS__", "DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION"
    whose = {f"{tls}{who}__{what}": file for who in ("SCHEDULER", "WORKER", "CLIENT")
             for what, file in (("KEY", key), ("CERT", certificate))}  # fmt: skip
    return {f"{tls}CA_FILE": certificate, require: "true", **whose}


@pytest.mark.torture
def test_without_its_certificates_a_cluster_answers_nobody(cluster, clinics, tree_on_path):
    address, _, knows = cluster
    command = [sys.executable, "-m", "goalctl", "fleet", "-C", "clinics/*", "--scheduler", address, "caseload"]
    asked = {"cwd": clinics.parent, "capture_output": True, "text": True}
    assert subprocess.run(command, check=False, env=knows, **asked).returncode == 0
    if address.startswith("tls"):
        refused = subprocess.run(command, check=False, env=tree_on_path, **asked)
        assert (refused.returncode, refused.stdout) == (3, "")
        assert "tls:// needs certificates: the configuration does not name them all" in refused.stderr
        gone = {"DASK_DISTRIBUTED__COMM__TLS__CLIENT__KEY": "gone.pem"}
        refused = subprocess.run(command, check=False, env=knows | gone, **asked)
        assert (refused.returncode, "tls:// needs certificates: there is no gone.pem\n" in refused.stderr) == (3, True)


@pytest.mark.torture
@pytest.mark.parametrize("cluster", ["tcp"], indirect=True)
def test_a_worker_that_could_be_read_on_its_way_is_sent_nothing(cluster, clinics):
    address, workers, knows = cluster
    elsewhere = pytest.importorskip("distributed.utils").get_ip()
    if elsewhere.startswith("127."):
        pytest.skip("this machine has no address but its own")
    command = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny", "--host", elsewhere]
    workers.append(subprocess.Popen(command, env=knows, cwd=clinics.parent, stderr=subprocess.DEVNULL))
    command = [sys.executable, "-m", "goalctl", "fleet", "-C", "clinics/*", "--scheduler", address, "caseload"]
    for _ in range(50):
        asked = subprocess.run(command, check=False, env=knows, cwd=clinics.parent, capture_output=True, text=True)
        if asked.returncode:
            break
    assert (asked.returncode, asked.stdout, f"its worker at tcp://{elsewhere}:" in asked.stderr) == (2, "", True)


@pytest.mark.torture
def test_a_cluster_without_workers_can_be_stopped_and_is_told(cluster, clinics):
    address, workers, knows = cluster
    for worker in workers:
        worker.kill()
        worker.wait()
    command = [sys.executable, "-c", HEARS, "fleet", "-C", "clinics/*", "--scheduler", address, "caseload"]
    asked = {"cwd": clinics.parent, "env": knows, "stderr": subprocess.PIPE, "text": True}
    here = subprocess.Popen(command, **asked)
    time.sleep(5)
    here.send_signal(signal.SIGINT)
    assert (here.communicate(timeout=10)[1], here.returncode) == ("", 130)
    left = subprocess.run(command, check=False, timeout=90, **asked)
    assert (f"{address} did not do the work" in left.stderr, left.returncode) == (True, 3)


@pytest.mark.torture
@pytest.mark.parametrize("shown_as", ["json", "csv"])
def test_on_a_cluster_of_which_a_worker_dies_the_bytes_are_the_same(cluster, clinics, shown_as):
    address, workers, knows = cluster
    for number in range(9):
        shutil.copytree(clinics / "east", clinics / f"more-{number}")

    def run(*words):
        command = [sys.executable, "-m", "goalctl", "--today", DAY, "fleet", "-C", "clinics/*", *words]
        return subprocess.Popen(
            [*command, "caseload", "--format", shown_as], cwd=clinics.parent, env=knows, stdout=subprocess.PIPE
        )

    here = run("--scheduler", address)
    while here.poll() is None and not list(clinics.rglob("memory.sqlite")):
        time.sleep(0.01)
    workers[0].kill()
    assert here.poll() is None  # in mid-run
    there = here.communicate()[0]
    assert (there, here.returncode) == (run().communicate()[0], 0)
