"""`goalctl import`: an export, or a table of goals or scores; it shows first what it would do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from goalctl.analysis.progress.scores import Score
from goalctl.cli.asking.form_told import tell_forms
from goalctl.cli.asking.risk_offer import offer_risk
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import COULD_NOT, FINDINGS, UsageError
from goalctl.cli.options import ListingFormat
from goalctl.cli.writing import say_uncommitted
from goalctl.documents.open import read_bytes
from goalctl.documents.text import CONTROL, MAX_BYTES
from goalctl.exchange import goals, scores
from goalctl.exchange.plans import plans_from
from goalctl.exchange.table import Columns, heads_of, rows_of
from goalctl.model.finding import Fault
from goalctl.model.given import Given
from goalctl.views.listings.exchange import fault_lines, import_listing
from goalctl.workspace.operations.import_plans import Import, apply, goals_import, plans_import
from goalctl.workspace.operations.import_scores import scores_import
from goalctl.workspace.store.scan import scan

MOST_BYTES = 16 * MAX_BYTES


def command(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="JSON of goalctl export, or a CSV; - is stdin.", show_default=False)
    ],
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="HEAD=KEY,…", help="What a column means, as Client=client,Mood=score; HEAD=- none."
        ),
    ] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="For every row, as client=c-7f3k; repeat it.")
    ] = None,
    new_clients: Annotated[
        bool, typer.Option("--new-clients", help="Make a plan for each client that has none.")
    ] = False,
    write: Annotated[bool, typer.Option("--write", help="Do it; else it only shows what it would do.")] = False,
    shown_as: ListingFormat = None,
) -> int:
    """Take in whole plans, goals or scores: all of it, or nothing when a single row can't be used.

    Nothing is written without --write. Columns of scores: client, id, rater, date, score, measure, source; of goals:
    client, goal, status, by, baseline, target, deadline and more. No plan is ever written over.
    """
    desk = desk_of(ctx)
    text = _text(file)
    wanted = _plans(desk, text, new_clients) if _is_json(file, text) else _table(desk, text, map_, set_, new_clients)
    if wanted.bad:
        desk.say(fault_lines(str(file), wanted.bad))
        desk.say("nothing was written: every row has to fit")
        return COULD_NOT if write else FINDINGS
    desk.show(import_listing((step.client, step.what, step.new) for step in wanted.steps), shown_as)
    if wanted.is_empty:
        desk.say("there is nothing new to write")
    elif not write:
        desk.say("nothing was written yet: --write does it")
    else:
        _write(desk, wanted)
    return 0


def _write(desk: Desk, wanted: Import) -> None:
    done = apply(desk.practice, wanted)
    desk.say(f"wrote {len(done)} plan{'' if len(done) == 1 else 's'}")
    for changed in done:
        say_uncommitted(desk, changed)
        tell_forms(desk, changed, of_many=True)
        offer_risk(desk, changed)


def _text(file: Path) -> str:
    """What the file holds, as UTF-8, with or without a mark at its beginning."""
    path = file.absolute()
    content = sys.stdin.buffer.read() if str(file) == "-" else read_bytes(path, root=path.parent, limit=MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise UsageError(f"{file} is too big", "import it in parts")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not UTF-8", "save it as UTF-8; spreadsheets call it CSV UTF-8") from None
    if found := CONTROL.search(text.replace("\r\n", "\n")):
        line = text.count("\n", 0, found.start()) + 1
        raise UsageError(f"{file}: line {line}: a control character stands in the text", "take it out")
    return text


def _is_json(file: Path, text: str) -> bool:
    return file.suffix == ".json" or text.lstrip().startswith("{")


def _plans(desk: Desk, text: str, new_clients: bool) -> Import:
    return plans_import(desk.practice, scan(desk.root), plans_from(text), new_clients=new_clients)


def _table(desk: Desk, text: str, map_: list[str] | None, set_: list[str] | None, new_clients: bool) -> Import:
    """Goals when a column says so, else scores."""
    renamed = _pairs(map_, "--map", "Client=client")
    stated = _pairs(set_, "--set", "client=c-7f3k")
    named = {renamed.get(head) or head.lower() for head in heads_of(text)} | set(stated)
    known = goals.COLUMNS if "goal" in named else scores.COLUMNS
    if odd := sorted(set(stated) - set(known)):
        raise UsageError(f"--set: '{odd[0]}' is no column", f"use {', '.join(known)}")
    rows, bad = rows_of(text, Columns(known, renamed, stated))
    if "goal" in named:
        new_goals = [goals.goal_from(row) for row in rows]
        wanted = goals_import(
            desk.practice, scan(desk.root), [found for found in new_goals if isinstance(found, Given)],
            new_clients=new_clients, opened=desk.today.isoformat(),
        )  # fmt: skip
        return _with(wanted, [*bad, *(found for found in new_goals if isinstance(found, Fault))])
    given = [scores.score_from(row, today=desk.today) for row in rows]
    own = [found for found in given if isinstance(found, Score)]
    wanted = scores_import(desk.practice, scan(desk.root), own, today=desk.today)
    return _with(wanted, [*bad, *(found for found in given if isinstance(found, Fault))])


def _with(wanted: Import, bad: list[Fault]) -> Import:
    """All that stands against it, in the order of the lines."""
    wanted.bad = sorted([*bad, *wanted.bad], key=lambda fault: int(fault.where.split()[1].strip(",")))
    return wanted


def _pairs(given: list[str] | None, option: str, example: str) -> dict[str, str]:
    """`A=b,C=d`, which may be repeated; the value of `--set` may hold commas."""
    found: dict[str, str] = {}
    parts = [part for words in given or () for part in (words.split(",") if option == "--map" else [words])]
    for part in parts:
        head, equals, key = part.rpartition("=") if option == "--map" else part.partition("=")
        if not (equals and head.strip() and key.strip()):
            raise UsageError(f"{option}: '{part}' is not understood", f"write it as {example}")
        found[head.strip()] = key.strip()
    return found
