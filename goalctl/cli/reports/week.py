"""`report --kind week`: the week of the whole practice, for those who treat or for the office."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.cli.answer_file import kind_of, text_of
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.cli.options import BY_ENDING
from goalctl.cli.people import person_of, tell_if_nobodys
from goalctl.cli.reports.options import WeekBy, WeekOptions
from goalctl.model.day_words import stretch_from
from goalctl.model.scalars import Duration, ScalarError
from goalctl.views.listing import Format, Listing
from goalctl.views.reports.kinds import ReportFormat
from goalctl.views.reports.week import PlanOfWeek, Week, week_document, week_view
from goalctl.workspace.memory.answer import Answer, Inquiry, SettingsBrief
from goalctl.workspace.memory.parts import Part

OFFICE = "office"


def write_week(desk: Desk, typed: WeekOptions) -> int:
    """The week on stdout or in a file; a plan that can't be read stands in it, and makes it incomplete."""
    if typed.reader not in {None, OFFICE}:
        raise UsageError("--for: a week is for those who treat, or for the office", f"--for {OFFICE}")
    shown_as = _format(typed)
    typed = typed._replace(clinician=person_of(desk, typed.clinician, "--clinician"))
    answer = _answer(desk, typed)
    if typed.revision is None:
        tell_if_nobodys(desk, answer, typed.clinician)
    week = Week(_plans(answer, typed), answer.faults, answer.today, for_office=typed.reader == OFFICE)
    by_clinician = typed.by is WeekBy.CLINICIAN

    def listing() -> Listing:
        return week_view(week, by_clinician=by_clinician)

    def document() -> Mapping[str, object]:
        return week_document(week, by_clinician=by_clinician)

    if typed.output is None:
        desk.answer(listing, document, shown_as)
    else:
        text = text_of(listing, document, shown_as)
        desk.write_out(typed.output, text.encode(), force=typed.force, written_as=kind_of(shown_as))
        desk.say(f"saved {typed.output}")
    return COULD_NOT if answer.hides_something else 0


def _format(typed: WeekOptions) -> Format | None:
    """As stated, else as the file's name ends; None for what fits the place it goes to."""
    if typed.written_as is ReportFormat.PDF:
        raise UsageError("a week is no PDF", "use --format html, md or json")
    if typed.written_as is not None:
        return Format(typed.written_as.value)
    return BY_ENDING.get(typed.output.suffix.lower()) if typed.output else None


def _plans(answer: Answer, typed: WeekOptions) -> list[PlanOfWeek]:
    briefs = answer.chosen(typed.clinician)
    return [PlanOfWeek(brief.client, brief.clinician, brief.deadlines, brief.risk, brief.standing) for brief in briefs]


def _answer(desk: Desk, typed: WeekOptions) -> Answer:
    within = _stretch(typed.within) if typed.within else None
    if typed.revision is None:
        return desk.memory.answer(_inquiry(desk, desk.memory.settings, within))
    from goalctl.cli.reading import committed_caseload
    from goalctl.workspace.memory.ask import answer_of_commit, settings_brief

    then = committed_caseload(desk, typed.revision)
    return answer_of_commit(then, _inquiry(desk, settings_brief(then.practice), within))


def _inquiry(desk: Desk, settings: SettingsBrief, within: Duration | None) -> Inquiry:
    today = desk.today_in(settings.timezone)
    until = (within or settings.due_within).after(today)
    return Inquiry((Part.DUE, Part.RISK, Part.STANDING), today, until=until)


def _stretch(text: str) -> Duration:
    try:
        return stretch_from(text)
    except ScalarError as error:
        raise UsageError(f"--within: {error}", error.hint) from None
