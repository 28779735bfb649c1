"""`goalctl import`: an export, a questionnaire's text, a table of goals or scores; it shows first what it does."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

from goalctl.analysis.figures import counted
from goalctl.cli.asking.risk.risk_offer import foretell_risk, offer_risk
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, FINDINGS, UsageError
from goalctl.cli.mapping import Mapped, mapped
from goalctl.cli.naming import known_filling
from goalctl.cli.options import ListingFormat
from goalctl.cli.writing import (
    days_in_doubt,
    nobody_in_words,
    say_slips,
    say_uncommitted,
    strangers_in,
    tell_forms,
)
from goalctl.documents.open import read_bytes
from goalctl.documents.text import CONTROL, MAX_BYTES
from goalctl.exchange import goals, scores
from goalctl.exchange.decoding import NotATableError, decoded
from goalctl.exchange.heads import Heads
from goalctl.exchange.plans import plans_from
from goalctl.exchange.questionnaire import filled_in_from, holds_answers
from goalctl.exchange.stranger import READS, text_kind
from goalctl.exchange.table import RawTable, TableRow, rows_of, sheet_of, with_fields_as_columns
from goalctl.model.finding import Fault
from goalctl.model.given import FilledIn, Given
from goalctl.model.ids import is_scored
from goalctl.views.data.library import import_document
from goalctl.views.listing import Format
from goalctl.views.listings.exchange import fate_listing, fault_lines, import_listing
from goalctl.workspace.operations.import_plans import THERE, Import, apply, foreseen, goals_import, plans_import
from goalctl.workspace.operations.import_questionnaire import questionnaires_import
from goalctl.workspace.operations.import_scores import scores_import
from goalctl.workspace.store.scan import scan

MOST_BYTES = 16 * MAX_BYTES
MOST_LINES = 12


def command(
    desk: Desk,
    file: Annotated[
        Path,
        Argument(metavar="FILE", help="An export, a questionnaire's text, a CSV; - is stdin.", show_default=False),
    ],
    map_: Annotated[
        list[str] | None,
        Option(
            "--map",
            metavar="NAME|FILE|HEAD=KEY,…",
            help="A mapping (redcap, or a YAML file), or what a column means: Mood=score, Sleep=phq-9.q3, HEAD=- none.",
        ),
    ] = None,
    set_: Annotated[
        list[str] | None, Option("--set", metavar="KEY=VALUE", help="For every row, as client=c-7f3k; repeat it.")
    ] = None,
    dates: Annotated[
        str | None, Option("--dates", metavar="ORDER", help="How days are written: iso, dmy or mdy.")
    ] = None,
    decimal: Annotated[str | None, Option("--decimal", metavar="MARK", help="6.5 or 6,5: a . or a ,")] = None,
    new_clients: Annotated[bool, Option("--new-clients", help="Make a plan for each client that has none.")] = False,
    each_row: Annotated[bool, Option("--rows", help="Show what becomes of each row.")] = False,
    write: Annotated[bool, Option("--write", help="Do it; else it only shows what it would do.")] = False,
    shown_as: ListingFormat = None,
) -> int:
    """Take in whole plans, questionnaires, goals, scores or answers: all of it, or nothing when a row can't be used.

    Nothing is written without --write. Columns of scores: client, id, rater, date, score, measure, source, part,
    respondent, entry, or one for each goal or answer (g1, phq-9.q1); of goals: client, goal, status, by, baseline,
    target, deadline and more. No plan is ever written over.
    """
    text = _text(desk, file)
    told = mapped(desk, map_, set_, dates, decimal)
    wanted = _wanted(desk, file, text, told, new_clients)
    if each_row or shown_as is Format.JSON or not wanted.bad:
        _show(desk, wanted, shown_as, each_row=each_row)
    if wanted.bad:
        return _refuse(desk, file, wanted, write=write)
    _finish(desk, file, wanted, write=write)
    return 0


def _wanted(desk: Desk, file: Path, text: str, told: Mapped, new_clients: bool) -> Import:
    if holds_answers(text):
        return _questionnaires(desk, text)
    return _plans(desk, text, new_clients) if _is_json(file, text) else _table(desk, text, told, new_clients)


def _show(desk: Desk, wanted: Import, shown_as: Format | None, *, each_row: bool) -> None:
    fates, steps = _fates(wanted) if each_row else [], [(one.client, one.what, one.new) for one in wanted.steps]
    errors = [("", fault) for fault in (*wanted.bad, *wanted.told)]
    desk.answer(
        lambda: fate_listing(fates) if fates else import_listing(steps),
        lambda: import_document(steps, fates, errors, today=desk.today),
        shown_as,
    )


def _fates(wanted: Import) -> list[tuple[int, str, str, str]]:
    """What becomes of each row of a table, of one that can't be used too."""
    refused = {line: fault.message for fault in wanted.bad for line in _lines(fault)}
    others = [fate for fate in wanted.fates if fate[0] not in refused]
    return sorted([*others, *((line, "", "", f"refused: {message}") for line, message in refused.items())])


def _lines(fault: Fault) -> list[int]:
    """The lines that it is about; none where it is about a whole plan."""
    kind, _, lines = fault.where.partition(" ")
    return [int(line) for line in lines.split(", ")] if kind == "line" else []


def _refuse(desk: Desk, file: Path, wanted: Import, *, write: bool) -> int:
    desk.say(fault_lines(str(file), wanted.bad))
    desk.say("nothing was written: every row has to fit")
    return COULD_NOT if write else FINDINGS


def _finish(desk: Desk, file: Path, wanted: Import, *, write: bool) -> None:
    """Tell what was passed over, and write the rest, if that is meant and there is anything new."""
    if wanted.told:
        desk.say(fault_lines(str(file), wanted.told))
    if wanted.is_empty:
        desk.say("there is nothing new to write")
    elif not write:
        for changed in foreseen(desk.practice, wanted):
            if early := days_in_doubt(changed):
                desk.say(f"{changed.plan.client}: {early}: is the year right?")
            for who in strangers_in(changed):
                desk.say(f"{changed.plan.client}: {nobody_in_words(changed, who)}")
            foretell_risk(desk, changed)
        desk.say("nothing was written yet: --write does it")
    else:
        _write(desk, wanted)


def _write(desk: Desk, wanted: Import) -> None:
    done = apply(desk.practice, wanted)
    desk.say(f"wrote {counted(len(done), 'plan')}")
    for changed in done:
        say_slips(desk, changed, of_many=True)
        say_uncommitted(desk, changed.uncommitted)
        tell_forms(desk, changed, of_many=True)
        offer_risk(desk, changed)


def _text(desk: Desk, file: Path) -> str:
    """What the file holds; how it was written is told when it was not UTF-8."""
    path = file.absolute()
    content = sys.stdin.buffer.read() if str(file) == "-" else read_bytes(path, root=path.parent, limit=MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise UsageError(f"{file} is too big", "import it in parts")
    try:
        text, told = decoded(content)
    except NotATableError as error:
        raise UsageError(f"{file}: {error}; {READS}", error.hint) from None
    if told:
        desk.say(f"{file}: {told}")
    if found := CONTROL.search(text.replace("\r\n", "\n")):
        line = text.count("\n", 0, found.start()) + 1
        raise UsageError(f"{file}: line {line}: a control character stands in the text", "take it out")
    if kind := text_kind(text):
        raise UsageError(f"{file} is {kind}; {READS}")
    return text


def _is_json(file: Path, text: str) -> bool:
    """By its name, or by how it begins and ends."""
    ends = text.strip()[:1] + text.strip()[-1:]
    return file.suffix.lower() == ".json" or ends in {"{}", "[]"} or text.lstrip().startswith("{")


def _plans(desk: Desk, text: str, new_clients: bool) -> Import:
    return plans_import(desk.practice, scan(desk.root), plans_from(text), new_clients=new_clients)


def _questionnaires(desk: Desk, text: str) -> Import:
    read = filled_in_from(text)
    found = [one for one in read if isinstance(one, FilledIn)]
    wanted = questionnaires_import(desk.practice, scan(desk.root), found, today=desk.today)
    return _with(wanted, [one for one in read if isinstance(one, Fault)])


def _table(desk: Desk, text: str, told: Mapped, new_clients: bool) -> Import:
    """Goals when a column says so, else scores."""
    sheet = sheet_of(text)
    if sheet.beside:
        desk.say(f"above the heads, or the heads again, and passed over: line {_named(sheet.beside)}")
    if told.long:
        sheet = with_fields_as_columns(sheet, told.long.field, told.long.value)
    words = {told.said.get(head) or told.usual.get(head) or head.lower() for head in sheet.heads}
    are_goals = "goal" in words | set(told.stated)
    return _goals(desk, sheet, told, new_clients) if are_goals else _scores(desk, sheet, told, new_clients)


def _goals(desk: Desk, sheet: RawTable, told: Mapped, new_clients: bool) -> Import:
    rows, bad = _rows(desk, sheet, Heads(goals.COLUMNS, {}, told.said, told.usual), told.stated)
    read = [goals.goal_from(row, told.written) for row in rows]
    own, opened = [found for found in read if isinstance(found, Given)], desk.today.isoformat()
    wanted = goals_import(desk.practice, scan(desk.root), own, new_clients=new_clients, opened=opened)
    return _with(wanted, [*bad, *(found for found in read if isinstance(found, Fault))])


def _scores(desk: Desk, sheet: RawTable, told: Mapped, new_clients: bool) -> Import:
    forms = desk.practice.forms
    form = _form_of_all_rows(desk, told.stated.get("id"))
    rows, bad = _rows(desk, sheet, Heads(scores.COLUMNS, forms, told.said, told.usual, form), told.stated)
    read = scores.ScoreReader(forms, told.written, desk.today).read(rows)
    _tell_passed_over(desk, "no score", read.passed_over)
    _tell_passed_over(desk, "what an earlier row says", read.again)
    wanted = scores_import(desk.practice, scan(desk.root), read.scores, today=desk.today, new_clients=new_clients)
    wanted.fates += [(line, "", "no score", "passed over") for line in read.passed_over]
    wanted.fates += [(line, "", "what an earlier row says", THERE) for line in read.again]
    return _with(wanted, [*bad, *read.bad])


def _form_of_all_rows(desk: Desk, word: str | None) -> str:
    """The form that `--set id=` names; empty where that is a goal, or nothing."""
    if word is None or is_scored(word):
        return ""
    return str(known_filling(desk, word)[0])


def _rows(desk: Desk, sheet: RawTable, heads: Heads, stated: Mapping[str, str]) -> tuple[list[TableRow], list[Fault]]:
    if odd := sorted(set(stated) - set(heads.known)):
        raise UsageError(f"--set: '{odd[0]}' is no column", f"use {', '.join(heads.known)}")
    keys = heads.keys(sheet.heads)
    if left := heads.left_out(sheet.heads):
        desk.say(f"left out: {', '.join(left[:MOST_LINES])}{' …' if len(left) > MOST_LINES else ''}")
    return rows_of(sheet, keys, stated)


def _tell_passed_over(desk: Desk, what: str, lines: Sequence[int]) -> None:
    if lines:
        hold, were = ("holds", "was") if len(lines) == 1 else ("hold", "were")
        desk.say(f"{counted(len(lines), 'row')} {hold} {what} and {were} passed over: line {_named(lines)}")


def _named(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:MOST_LINES])) + (" …" if len(lines) > MOST_LINES else "")


def _with(wanted: Import, bad: Iterable[Fault]) -> Import:
    """All that stands against it, in the order of the lines."""
    wanted.bad = sorted([*bad, *wanted.bad], key=_lines)
    return wanted
