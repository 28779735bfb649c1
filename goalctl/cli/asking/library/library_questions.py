"""What is asked about a ready-made entry: its blanks, where the client stands, what is true of this client.

What a planner says of people in general is proposed, and never taken unasked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from goalctl.analysis.figures import span_text
from goalctl.cli.asking.ask import Question, Replies, words_from
from goalctl.model.entry import plain_value
from goalctl.model.finding import Fields, Path, Value, value_in
from goalctl.model.measure import is_off_scale, own_scale
from goalctl.model.scalars import ScalarError, number_from, number_text
from goalctl.model.statement import placeholders
from goalctl.views.words.measure import target_text
from goalctl.workspace.shelves.filling import Open, filled_in, put, texts_in

BECAUSE = ("smart", "attainable", "because")
RELEVANT = ("smart", "relevant")
EVIDENCE = ("evidence",)
_FILL = "fill "


def with_answers(entry: Fields, words: Mapping[str, str], questions: Iterable[Question], answers: Replies) -> Fields:
    """The entry with words in place of its blanks, and each answer at the place of its question."""
    found = {key.removeprefix(_FILL): str(value) for key, value in answers.items() if key.startswith(_FILL)}
    filled: Value = without_blanks(entry, {**words, **found})
    for question in questions:
        if question.key in answers and not question.key.startswith(_FILL):
            filled = put(filled, _path(question.place), answers[question.key])
    return filled if isinstance(filled, dict) else entry


def _path(place: Sequence[str]) -> Path:
    return tuple(int(step) if step.isdigit() else step for step in place)


def _steps(path: Path) -> tuple[str, ...]:
    return tuple(map(str, path))


def without_blanks(entry: Fields, words: Mapping[str, str]) -> Fields:
    """The entry with these words in place of its blanks; the others stay."""
    filled = filled_in(entry, words)
    return filled if isinstance(filled, dict) else entry


def blanks_in(entry: Fields) -> list[str]:
    """The words in braces, each once, in order."""
    return list(dict.fromkeys(word for text in texts_in(entry) for word in placeholders(text)))


def is_open(entry: Fields, each: Open) -> bool:
    """Whether the measure is still the one whose baseline is missing."""
    measure = value_in(entry, each.place)
    return isinstance(measure, dict) and measure.get("by") == str(each.measure.by) and measure.get("baseline") is None


def blank_question(entry: Fields, word: str) -> Question:
    """What goes in place of one of them, with a sentence that it stands in."""
    example = next(text for text in texts_in(entry) if word in placeholders(text))
    return Question(f"{_FILL}{word}", f"What goes in place of {{{word}}}?", example, required=True)


def reason_questions(because: str, entry: Fields, at_place: Path = ()) -> list[Question]:
    """Why it is within reach for this client; what the planner says of others is proposed, never taken unasked.

    `at_place` is where the goal stands in the entry.
    """
    place = (*at_place, *BECAUSE)
    if not because or value_in(entry, place) is not None:
        return []

    def read(line: str) -> Value:
        return because if line.lower() in {"y", "yes"} else words_from(line)

    help_ = "y if that is true of this client, else your own words; Enter leaves it out"
    ask, above = "Why can it be reached?", f"In general: {because}"
    return [Question(f"because {because}", ask, help_, read=read, above=above, retell=str, to=_steps(place))]


def sign_questions(shows: Sequence[str], entry: Fields, at_place: Path = ()) -> list[Question]:
    """How a problem shows: by the numbers of what the planner names, in words, or both."""
    place = (*at_place, *EVIDENCE)
    if not shows or value_in(entry, place) is not None:
        return []

    def read(line: str) -> Value:
        return "; ".join(_sign(part.strip(), shows) for part in line.split(",") if part.strip())

    heading = [str(value_in(entry, (*at_place, "problem")))] if at_place else []
    signs = "\n".join([*heading, *(f"   {n} {sign}" for n, sign in enumerate(shows, start=1))])
    help_ = "numbers with commas between them, or what this client reports, or both: 1,3, PHQ-9 18"
    return [Question(f"evidence {shows[0]}", "How does it show?", help_, read=read, above=signs, to=_steps(place))]


def _sign(part: str, shows: Sequence[str]) -> str:
    if not part.isdigit():
        return str(words_from(part))
    if not 1 <= int(part) <= len(shows):
        raise ScalarError("E129", f"there is no sign {part} here", f"write 1 to {len(shows)}, or words")
    return shows[int(part) - 1]


def _key(each: Open, part: str) -> str:
    return f"{part} {each.wording}"


def open_questions(each: Open) -> list[Question]:
    """Where the client stands today, and another target where that is at the library's target already."""
    measure = each.measure
    target = "" if measure.target is None else f"Target {target_text(measure)}. "
    what = measure.of or measure.kind
    usual = f"Often {each.usual}. " if each.usual else ""
    per = f" per {measure.per.value}" if measure.per else ""
    key = _key(each, "baseline")

    def read(line: str) -> Value:
        number = number_from(line)
        if is_off_scale(measure, number):
            low, high = own_scale(measure)
            raise ScalarError("E231", f"{number_text(number)} is off the scale", f"write {span_text(low or 0, high)}")
        return plain_value(number)

    def is_there_already(answers: Replies) -> bool:
        stated = answers.get(key)
        if stated is None or measure.target is None or not each.usual:
            return False
        return (float(str(stated)) - measure.target) * (float(each.usual) - measure.target) <= 0

    help_ = f"{each.wording}. {target}{usual}Enter leaves it out: then the first score serves."
    ahead = f"That is at the target of {target_text(measure)} already."
    return [
        Question(key, f"Today, {what}{per}?", help_, read=read, to=_steps((*each.place, "baseline"))),
        Question(
            _key(each, "target"),
            "What is the target then?",
            ahead,
            read=read,
            asked=is_there_already,
            to=_steps((*each.place, "target")),
        ),
    ]
