"""`goalctl cover`: who looks after whose clients, what they have to know, and what happened meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from goalctl.analysis.caseload.cover import Covering, coverings_of
from goalctl.analysis.figures import counted
from goalctl.analysis.handover import HandoverLine, HandoverPart, away_lines, cover_lines, is_looked_after, told_lines
from goalctl.cli.answer_file import kind_of, text_of
from goalctl.cli.asking.ask import Question, Walk
from goalctl.cli.colleagues import Read, as_of_day, format_by, known_clinician, read_cases
from goalctl.cli.days import day_ahead
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.identities import names_here
from goalctl.cli.opening import Because
from goalctl.cli.options import Force, ListingFormat
from goalctl.cli.people import ME, person_of
from goalctl.cli.writing import day_in_words, say_uncommitted
from goalctl.views.data.people import away_document, cover_document, covers_document
from goalctl.views.listing import Format, Listing
from goalctl.views.listings.handover import cover_words, covers_view, handover_view
from goalctl.workspace.operations.cover import WantedCover, cover_edits, end_edits, refuse_cover
from goalctl.workspace.store.door import refuse_places
from goalctl.workspace.store.practice import BadSettingsError
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.transaction.settings import change_settings

BEFORE = (
    Question("by", "Who looks after them?", "A colleague, by the id of goalctl.yaml.", required=True),
    Question("begin", "From which day on?", "today, mon, 2026-02-09 …", default="today"),
    Question("end", "To which day, that one included?", "fri, +2w, 2026-02-20 …", required=True),
)
A_DAY = timedelta(days=1)

Output = Annotated[
    Path | None,
    Option("--output", "-o", metavar="FILE", help="The sheet into a new file, without names: .md, .html, .txt …"),
]


def command(
    desk: Desk,
    who: Annotated[
        str | None, Argument(metavar="[CLINICIAN]", help="Who is away; else yourself.", show_default=False)
    ] = None,
    by: Annotated[str | None, Option("--by", metavar="WHO", help="Who looks after their clients.")] = None,
    begin: Annotated[str | None, Option("--from", metavar="DAY", help="The first day; else today.")] = None,
    end: Annotated[str | None, Option("--to", metavar="DAY", help="The last day.")] = None,
    because: Because = None,
    stop: Annotated[bool, Option("--end", help="The cover stops today, or is taken back.")] = False,
    back: Annotated[bool, Option("--back", help="What happened while they were away.")] = False,
    output: Output = None,
    force: Force = False,
    shown_as: ListingFormat = None,
) -> int:
    """Let a colleague look after somebody's clients, and print what they have to know, risk first.

    Alone it lists every cover; with a clinician it prints the sheet of the cover that runs or comes next. While it
    runs, due, today and caseload show these clients to whoever covers; their plans stay as they are.
    """
    new = any((by, begin, end, because))
    is_bare = not any((who, stop, back, new))
    _refuse_what_does_not_go_together(output, stop=stop, back=back, new=new, is_bare=is_bare)
    if is_bare:
        return _list(desk, shown_as)
    if desk.practice.findings:
        raise BadSettingsError(desk.practice.findings[0])  # covers stand there: what they say would be wrong
    away = person_of(desk, who or ME, "CLINICIAN") or ""
    if stop:
        return _stop(desk, away)
    if output is not None:
        refuse_places([output], force=force)
    chosen = format_by(shown_as, output)
    if back:
        sheet = _away(desk, _last_begun(desk, away))
    else:
        known = None if new else _newest(desk, away)
        cover = known or _begin(desk, away, {"by": by, "begin": begin, "end": end}, because)
        sheet = _sheet(desk, cover, output)
    return _show(desk, sheet, chosen, output, force=force)


def _refuse_what_does_not_go_together(output: Path | None, *, stop: bool, back: bool, new: bool, is_bare: bool) -> None:
    if stop + back + new > 1:
        raise UsageError("--end and --back stand alone", "goalctl cover m.kowalski --back")
    if output is not None and (stop or is_bare):
        raise UsageError("-o is for a sheet", "goalctl cover m.kowalski -o FILE")


def _list(desk: Desk, shown_as: Format | None) -> int:
    covers = sorted(coverings_of(desk.practice.settings), key=lambda one: one.first, reverse=True)
    desk.answer(
        lambda: covers_view(covers, today=desk.today), lambda: covers_document(covers, today=desk.today), shown_as
    )
    return 0


def _begin(desk: Desk, away: str, given: Mapping[str, str | None], because: str | None) -> Covering:
    """What is missing is asked; then it is written into the settings."""
    known_clinician(desk, away, "CLINICIAN")
    said = _complete(desk, {key: value for key, value in given.items() if value})
    first = day_ahead(said["begin"], today=desk.today, option="--from")
    last = day_ahead(said["end"], today=max(first, desk.today), option="--to")
    by = known_clinician(desk, person_of(desk, said["by"], "--by") or "", "--by")
    wanted = WantedCover(away, by, first, last, because)
    refuse_cover(desk.practice.settings, wanted, today=desk.today)
    now = desk.practice.written()
    words = f"cover of {away} by {by}, {first} to {last}"
    why = change_settings(
        desk.practice, lambda settings: cover_edits(settings, wanted, today=desk.today, now=now), words
    )
    stretch = f"{day_in_words(first)} to {day_in_words(last)}"
    desk.say(f"saved in {SETTINGS}: {by} covers for {away}, {stretch}; to end it: goalctl cover {away} --end")
    say_uncommitted(desk, why)
    return Covering(away, by, first, last)


def _complete(desk: Desk, said: Mapping[str, str]) -> Mapping[str, str]:
    """With what is missing: asked, or refused where there is nobody to ask."""
    missing = [question for question in BEFORE if question.key not in said]
    if desk.may_ask:
        asked = Walk(desk, missing).run() if missing else {}
        return {**said, **{key: str(value) for key, value in asked.items()}}
    if needed := next((question for question in missing if question.required), None):
        option = "--to" if needed.key == "end" else "--by"
        raise UsageError(f"{option} is missing: {needed.ask[:1].lower()}{needed.ask[1:]}", needed.help)
    return {"begin": "today", **said}


def _stop(desk: Desk, away: str) -> int:
    found, _ = end_edits(desk.practice.settings, away, desk.today)  # refuses what can't be
    words = f"cover of {away} by {found.by} ended"
    why = change_settings(desk.practice, lambda settings: end_edits(settings, away, desk.today)[1], words)
    whole = "taken back" if found.first >= desk.today else f"over: {day_in_words(desk.today)} is {away}'s own day again"
    desk.say(f"saved in {SETTINGS}: the cover {cover_words(found)} is {whole}")
    say_uncommitted(desk, why)
    if found.first < desk.today:
        desk.say(f"what happened meanwhile: goalctl cover {away} --back")
    return 0


def _newest(desk: Desk, away: str) -> Covering | None:
    """The one that runs or comes next."""
    found = [one for one in coverings_of(desk.practice.settings) if one.of == away and one.last >= desk.today]
    return min(found, key=lambda one: one.first, default=None)


def _last_begun(desk: Desk, away: str) -> Covering:
    """The last that has begun, which may still run."""
    begun = [one for one in coverings_of(desk.practice.settings) if one.of == away and one.first <= desk.today]
    found = max(begun, key=lambda one: one.last, default=None)
    if found is None:
        raise UsageError(f"nobody has covered for {away}", "goalctl cover lists every cover")
    return found


class CoverSheet:
    """Lines about somebody's clients, as a listing and as data."""

    def __init__(self, cover: Covering, lines: list[HandoverLine], read: Read, today: date, kind: str) -> None:
        self.cover, self.lines, self.read, self.today, self.kind = cover, lines, read, today, kind

    def listing(self) -> Listing:
        """For people."""
        clients = counted(len({line.client for line in self.lines}), "client")
        title = f"{'Cover' if self.kind == 'cover' else 'Meanwhile'}: {cover_words(self.cover)}"
        return handover_view(self.kind, self.lines, self.read.faults, title=title, caption=f"{title}: {clients}")

    def document(self) -> Mapping[str, object]:
        """For programs."""
        if self.kind == "away":
            return away_document(self.cover, self.lines, self.read.faults, today=self.today)
        clients = len({line.client for line in self.lines})
        return cover_document(self.cover, self.lines, self.read.faults, clients=clients, today=self.today)


def _sheet(desk: Desk, cover: Covering, output: Path | None) -> CoverSheet:
    """What whoever covers has to know; telephones are on the clinician's own terminal alone."""
    read = read_cases(desk, cover.of)
    known = names_here(desk) if desk.is_private and output is None else {}
    lines = _unread(read, cover.of)
    for case in filter(is_looked_after, read.cases):
        client, identity = case.plan.client, known.get(case.plan.client)
        found = list(cover_lines(case, cover.first, cover.last))
        if identity and (said := ", ".join(part for part in (identity.called, identity.telephone) if part)):
            found.append(HandoverLine(client, HandoverPart.TELEPHONE, None, said))
        lines[client] = found
    return CoverSheet(cover, list(_risk_first(lines)), read, desk.today, "cover")


def _away(desk: Desk, cover: Covering) -> CoverSheet:
    """What happened from the first day to the last, or to today: of clients that were theirs, or are."""
    read = read_cases(desk, None)
    last = min(cover.last, desk.today)
    lines = _unread(read, cover.of)
    for case in read.cases:
        before = as_of_day(case, desk, cover.first - A_DAY)
        after = as_of_day(case, desk, last)
        if after is not None and cover.of in {case.clinician, before.clinician if before else None}:
            lines[case.plan.client] = list(away_lines(case, before, after, cover.first, last))
    return CoverSheet(cover, list(_risk_first(lines)), read, desk.today, "away")


def _unread(read: Read, away: str) -> dict[str, list[HandoverLine]]:
    """By client the risk that stands in plans that can't be read, in the sheet of those who look after them."""
    lines: dict[str, list[HandoverLine]] = {}
    for line in told_lines(row for row, _ in read.risk_of(away)):
        lines.setdefault(line.client, []).append(line)
    return lines


def _risk_first(lines: Mapping[str, list[HandoverLine]]) -> Iterator[HandoverLine]:
    """Client after client, whoever has a risk that needs an act before all others."""
    in_need = [client for client, found in lines.items() if any(one.part is HandoverPart.RISK for one in found)]
    for client in (*in_need, *(client for client in lines if client not in in_need)):
        yield from lines[client]


def _show(desk: Desk, sheet: CoverSheet, chosen: Format | None, output: Path | None, *, force: bool) -> int:
    if output is None:
        desk.answer(sheet.listing, sheet.document, chosen)
    else:
        text = text_of(sheet.listing, sheet.document, chosen)
        desk.write_out(output, text.encode(), force=force, written_as=kind_of(chosen))
        desk.say(f"saved {output}")
    return sheet.read.status
