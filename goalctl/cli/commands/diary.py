"""`goalctl diary`: scores between sessions, a digit a day, one by one, or as CSV from stdin."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from datetime import timedelta
from typing import Annotated

from goalctl.analysis.figures import counted
from goalctl.analysis.scores.score_line import score_as_meant
from goalctl.cli.asking.ask import Question, Walk
from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.days import day_back
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import plan_to_change
from goalctl.cli.options import Client
from goalctl.cli.piped import piped_text
from goalctl.cli.writing import day_in_words, write
from goalctl.model.finding import Finding
from goalctl.model.ids import Rated, rated_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, excerpt, number_from
from goalctl.workspace.operations.diary import DiaryScore, Rows, csv_rows, diary_edits, diary_findings, line_number

NOT_SCORED = "-"
CONTEXT = {"ignore_unknown_options": True}  # digits may begin with a dash


class DiaryRefusedError(UsageError):
    """Some of the scores don't fit; every one of them is named, and none was written."""

    def __init__(self, named: Sequence[tuple[str, Finding]]) -> None:
        rows = counted(len(named), "score does", "scores do")
        super().__init__(f"nothing was written: {rows} not fit")
        self.named_findings = tuple(named)


def command(
    desk: Desk,
    client: Client,
    words: Annotated[
        list[str] | None,
        Argument(
            metavar="[ID DIGITS | ID=SCORE...]",
            help="g1.1 1101110, a digit a day and - for a day without; or g1.1=3 g2=4; else CSV from stdin.",
            show_default=False,
        ),
    ] = None,
    from_: Annotated[str | None, Option("--from", metavar="DAY", help="The day of the first digit: mon.")] = None,
    date: Annotated[str | None, Option("--date", metavar="DAY", help="The day of ID=SCORE; else today.")] = None,
    note: Annotated[str | None, Option("--note", help="A few words of the client's, with ID=SCORE.")] = None,
    also: Annotated[bool, Option("--also", help="A further score where that day has one already.")] = False,
) -> None:
    """Write down scores between sessions. More than a digit: 12,8,-,10. CSV has the header date,id,score."""
    options, plan = DiaryOptions(from_, date, note), plan_to_change(desk, client)
    scores, findings = _scores(desk, plan, words, options) if words or not desk.may_ask else _asked(desk, plan, options)
    findings += diary_findings(desk.practice, plan, scores, also=also)
    if findings:
        raise DiaryRefusedError(sorted(findings, key=lambda named: line_number(named[0])))
    offer_risk(
        desk, write(desk, client, lambda now: diary_edits(now, scores, note, also=also), f"{_in_words(scores)}:")
    )


FIRST = Question("from", "From which day?", "today for one score of today; else the day of the first digit: mon, -6d.")
SCORES = Question(
    "scores", "Scores?", "Of today one number; else a digit a day, - for none, as 1101110 or 12,8,-,10.", required=True
)


@dataclass(frozen=True, slots=True)
class DiaryOptions:
    """The options, of which each goes with one of the ways in which scores are written."""

    first: str | None
    date: str | None
    note: str | None


def _asked(desk: Desk, plan: Plan, options: DiaryOptions) -> Rows:
    """Of which goal, from which day, and the scores; one of today is one number, of earlier days a digit a day."""
    from goalctl.cli.asking.choices import Asked, picking_of
    from goalctl.cli.asking.picker import picked

    picking = picking_of("ids", Asked(desk, "diary", plan.client, writes=True))
    if picking is None or not picking.choices:
        raise UsageError(f"{plan.client} has nothing to score", f"goalctl add-goal {plan.client}")
    rated = _item_and_rater(picked(desk, picking))
    first = replace(FIRST, default=options.first or options.date or "today", read=lambda line: _day(desk, line))
    start = Day.fromisoformat(_answer(desk, first))

    def rows(line: str) -> list[DiaryScore]:
        if start == desk.today:
            return [DiaryScore(start, rated, _number(plan, line, rated), line)]
        return _run(plan, rated, line, start, today=desk.today)

    def read(line: str) -> str:
        rows(line)
        return line

    return rows(_answer(desk, replace(SCORES, read=read))), []


def _day(desk: Desk, line: str) -> str:
    return day_back(line, today=desk.today, option="the day").isoformat()


def _answer(desk: Desk, question: Question) -> str:
    try:
        return str(Walk(desk, [question]).run()[question.key])
    except EOFError:
        raise KeyboardInterrupt from None


def _in_words(scores: Sequence[DiaryScore]) -> str:
    days = sorted(score.day for score in scores)
    span = (
        day_in_words(days[0], what="for")
        if days[0] == days[-1]
        else f"{day_in_words(days[0], what='from')} to {days[-1]}"
    )
    return f"{counted(len(scores), 'score')} {span}"


def _scores(desk: Desk, plan: Plan, words: list[str] | None, options: DiaryOptions) -> Rows:
    """From the words, in one of the two ways they are written, or from stdin; with what is wrong in the sheet."""
    if not words:
        _refuse_options(from_=options.first, date=options.date, note=options.note)
        return _from_stdin(desk, plan)
    if all("=" in word for word in words):
        _refuse_options(from_=options.first)
        day = day_back(options.date or "today", today=desk.today, option="--date")
        return [_pair(plan, word, day) for word in words], []
    _refuse_options(date=options.date, note=options.note)
    if len(words) != 2:  # noqa: PLR2004 - an id and its digits
        raise UsageError(f"'{excerpt(' '.join(words))}' is not understood", "write g1.1 1101110 --from mon, or g1.1=3")
    if options.first is None:
        raise UsageError("--from is missing: which day is the first digit for?", "write --from mon, or --from -7d")
    start = day_back(options.first, today=desk.today, option="--from")
    return _run(plan, _item_and_rater(words[0]), words[1], start, today=desk.today), []


def _refuse_options(**options: str | None) -> None:
    for name, value in options.items():
        if value is not None:
            option = name.rstrip("_")
            raise UsageError(f"--{option} does not go with this", "--from is for digits, --date and --note for g1.1=3")


def _from_stdin(desk: Desk, plan: Plan) -> Rows:
    if sys.stdin.isatty():
        raise UsageError(
            "no scores are given", "write g1.1 1101110 --from mon, g1.1=3 --date yesterday, or pipe CSV in"
        )
    scores, findings = csv_rows(piped_text(desk, "stdin"), plan, today=desk.today)
    if not scores and not findings:
        raise UsageError("there are no rows", "CSV is the header date,id,score and a line for each score")
    return scores, findings


def _pair(plan: Plan, word: str, day: Day) -> DiaryScore:
    name, _, score = word.partition("=")
    rated = _item_and_rater(name)
    return DiaryScore(day, rated, _number(plan, score, rated), word)


def _run(plan: Plan, rated: Rated, digits: str, start: Day, *, today: Day) -> list[DiaryScore]:
    marks = [mark.strip() for mark in digits.split(",")] if "," in digits else list(digits)
    if all(mark in {"", NOT_SCORED} for mark in marks):
        raise UsageError("no day has a score", "- is a day without one")
    days = [start + timedelta(days=n) for n in range(len(marks))]
    if days[-1] > today:
        ends = f"{len(marks)} days from {start:%a} {start} end on {days[-1]}"
        raise UsageError(f"{ends}, which is still to come (today is {today})", "write a day up to today for each digit")
    scored = [(day, mark) for day, mark in zip(days, marks, strict=True) if mark != NOT_SCORED]
    return [DiaryScore(day, rated, _number(plan, mark, rated), f"{day:%a} {day}") for day, mark in scored]


def _item_and_rater(text: str) -> Rated:
    try:
        return rated_from(text)
    except ScalarError as error:
        raise UsageError(str(error), error.hint) from None


def _number(plan: Plan, text: str, rated: Rated) -> float:
    try:
        return number_from(score_as_meant(plan, str(rated), text))
    except ScalarError as error:
        hint = "a digit a day, - for none; with more digits commas: 12,8,-,10"
        raise UsageError(f"{rated}: {error}", error.hint if len(text) > 1 else hint) from None
