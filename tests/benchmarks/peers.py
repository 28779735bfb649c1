"""The same work by other programs: so many items, one of five due, however they are kept there.

Each has its own data in its own folder; nothing of the user's is read. A program that is not installed is left out.
Debian has taskwarrior and hledger (`apt install taskwarrior hledger`), PyPI todoman, topydo and jrnl.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.benchmarks.runs import Run

NOW, LATER = date(2026, 6, 15), date(2035, 6, 15)
UNTIL = NOW + timedelta(days=7)
ONE_OF = 5
WHAT = "Walks on three days a week"
ICAL = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//goalctl//benchmarks//EN
BEGIN:VTODO
UID:item-{n}
DTSTAMP:20260105T090000Z
SUMMARY:{what}, client {n}
DUE;VALUE=DATE:{due:%Y%m%d}
STATUS:NEEDS-ACTION
END:VTODO
END:VCALENDAR
"""
TODOMAN = """\
path = "{folder}/lists/*"
cache_path = "{folder}/cache.sqlite"
default_list = "practice"
date_format = "%Y-%m-%d"
time_format = "%H:%M"
"""
JRNL = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: {folder}/journal.txt}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.6
"""


@dataclass(frozen=True)
class Peer:
    """How its data are made, and the words that list what is due, and that add one."""

    name: str
    make: Callable[[Path, int], None]
    due: Callable[[Path], list[str]]
    add: Callable[[Path], list[str]] | None = None
    most: int = 100_000


def items(number):
    for n in range(number):
        yield n, NOW if n % ONE_OF == 0 else LATER


def seconds_of(day):
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def make_task(folder, number):
    (folder / "taskrc").write_text(f"data.location={folder}\nconfirmation=off\ngc=off\nhooks=off\n", encoding="utf-8")
    line = '[description:"{what}, client {n}" due:"{due}" entry:"1767225600" status:"pending" uuid:"{id}"]\n'
    with (folder / "pending.data").open("w", encoding="utf-8") as file:
        for n, due in items(number):
            file.write(line.format(what=WHAT, n=n, due=seconds_of(due), id=f"{n:08x}-0000-4000-8000-000000000000"))


def make_todoman(folder, number):
    (folder / "config.py").write_text(TODOMAN.format(folder=folder), encoding="utf-8")
    (folder / "lists" / "practice").mkdir(parents=True)
    for n, due in items(number):
        (folder / "lists" / "practice" / f"{n}.ics").write_text(ICAL.format(n=n, what=WHAT, due=due), encoding="utf-8")


def make_hledger(folder, number):
    with (folder / "journal").open("w", encoding="utf-8") as file:
        for n, due in items(number):
            file.write(f"{due} {WHAT}, client {n}\n    expenses:goals  1\n    assets:time\n\n")


def make_topydo(folder, number):
    (folder / "config").write_text("", encoding="utf-8")
    with (folder / "todo.txt").open("w", encoding="utf-8") as file:
        file.writelines(f"2026-01-05 {WHAT}, client {n} due:{due}\n" for n, due in items(number))


def make_jrnl(folder, number):
    (folder / "config.yaml").write_text(JRNL.format(folder=folder), encoding="utf-8")
    with (folder / "journal.txt").open("w", encoding="utf-8") as file:
        file.writelines(f"[{due} 09:00] {WHAT}, client {n}.\n\n" for n, due in items(number))


PEERS = (
    Peer(
        "task", make_task,
        lambda at: ["task", f"rc:{at}/taskrc", f"due.before:{UNTIL}", "export"],
        lambda at: ["task", f"rc:{at}/taskrc", "add", WHAT, f"due:{UNTIL}"],
    ),
    Peer("hledger", make_hledger, lambda at: ["hledger", "-f", f"{at}/journal", "reg", "expenses", f"date:..{UNTIL}"]),
    Peer(
        "todo", make_todoman,
        lambda at: ["todo", "--config", f"{at}/config.py", "list", "--due", "168"],
        lambda at: ["todo", "--config", f"{at}/config.py", "new", "-l", "practice", "--due", str(UNTIL), WHAT],
    ),
    Peer(
        "topydo", make_topydo,
        lambda at: ["topydo", "-c", f"{at}/config", "-t", f"{at}/todo.txt", "ls", f"due:<{UNTIL}"],
        lambda at: ["topydo", "-c", f"{at}/config", "-t", f"{at}/todo.txt", "add", f"{WHAT} due:{UNTIL}"],
        most=10_000,
    ),
    Peer(
        "jrnl", make_jrnl,
        lambda at: ["jrnl", "--config-file", f"{at}/config.yaml", "-to", str(UNTIL), "--short"],
        lambda at: ["jrnl", "--config-file", f"{at}/config.yaml", f"{UNTIL} 09:00: {WHAT}."],
        most=10_000,
    ),
)  # fmt: skip


def peers_here(number, path):
    """Those that are installed and can do with so many items."""
    return [peer for peer in PEERS if shutil.which(peer.name, path=path) and number <= peer.most]


def peer_folder(data, peer, number):
    """Its data, made once."""
    folder = data / f"{peer.name}-{number}"
    if not folder.is_dir():
        making = folder.with_suffix(".making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        peer.make(making, number)
        for file in making.iterdir():  # what names its own folder, names where it will be
            if file.name in {"taskrc", "config.py", "config.yaml"}:
                file.write_text(file.read_text(encoding="utf-8").replace(str(making), str(folder)), encoding="utf-8")
        making.rename(folder)
    return folder


def peer_due(data, number, path):
    """What each takes to list what is due."""
    return {f"{peer.name}, due": _run(peer, peer.due, data, number, path) for peer in peers_here(number, path)}


def peer_add(data, number, path):
    """What each takes to add an item, to data of their own, which grow by as many."""
    adding = [peer for peer in peers_here(number, path) if peer.add]
    return {f"{peer.name}, add": _run(peer, peer.add, data / "added to", number, path) for peer in adding}


def _run(peer, words, data, number, path):
    folder = peer_folder(data, peer, number)
    environment = {"PATH": path, "HOME": str(folder), "TZ": "UTC", "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8")}
    return Run(words(folder), folder, environment)
