"""A form of the practice's own, by questions for somebody who has never seen such a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from goalctl.analysis.figures import span_text
from goalctl.cli.asking.ask import Question, Replies, words_from
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fields, Value, fields_in, list_in
from goalctl.model.form import FormKind
from goalctl.model.scalars import ScalarError, excerpt, number_from, number_text
from goalctl.model.scoring import Method
from goalctl.workspace.shelves.kinds import titled

MOST_ITEMS = 40
_ENDS = re.compile(r"(\d+)\s*(?:\.\.|-|to)\s*(\d+)")
_BAND = re.compile(r"(\d+(?:\.\d+)?)\s*(.+)")
_KINDS = {
    FormKind.ASSESSMENT: "answers that may be counted",
    FormKind.WORKSHEET: "something to fill in",
    FormKind.NOTE: "the parts of a progress note",
    FormKind.EXERCISE: "finding what to work on",
    FormKind.RECORD: "what was done",
}


def form_questions(form_id: str, name: str | None) -> list[Question]:
    """What it is called and for, its items, how they are answered and counted, and what must not be missed."""
    kinds = "\n".join(f"{kind.value}: {what}" for kind, what in _KINDS.items())
    return [
        Question("name", "What is it called?", "as it stands on the sheet", titled(form_id, name), required=True),
        Question("kind", "What is it?", "one of these words", FormKind.ASSESSMENT.value, read=_kind, above=kinds),
        Question("about", "What is it for, in half a line?", "what somebody finds it by"),
        Question("over", "Which stretch of time does it ask about?", "as the last week", asked=_is_counted_kind),
        Question("by", "Who fills it in?", "client, clinician, parent …", "client"),
        _answers(),
        Question("anchors", "What do its ends mean?", "as not at all, extremely", read=_anchors, asked=_has_ends),
        *(_item(n) for n in range(1, MOST_ITEMS + 1)),
        *_scoring(),
        *_risk(),
    ]


def _kind(line: str) -> Value:
    fitting = [kind.value for kind in FormKind if kind.value.startswith(line.lower())]
    if len(fitting) != 1:
        raise ScalarError("E129", f"'{excerpt(line)}' is no kind of form", f"write {', '.join(FormKind)}")
    return fitting[0]


def _is_counted_kind(answers: Replies) -> bool:
    return answers.get("kind") == FormKind.ASSESSMENT.value


def _answers() -> Question:
    return Question(
        "answers",
        "How is each item answered?",
        "the answers with commas, the first counts 0: never, sometimes, often. Or a scale: 0..10. Or: yes-no, words",
        "never, sometimes, often, always",
        read=_answers_from,
        asked=_is_counted_kind,
        echo=_answers_in_words,
        retell=_answers_in_words,
    )


def _answers_from(line: str) -> Value:
    """A scale by its ends, one of two words, else labels that count from 0 or from the number before them."""
    if ends := _ENDS.fullmatch(line):
        if int(ends[1]) >= int(ends[2]):
            raise ScalarError("E129", "a scale runs from its lower to its higher end", "write 0..10")
        return {"scale": [ends[1], ends[2]]}
    if line.lower() in {"yes-no", "words"}:
        return {"type": {"yes-no": "yes-no", "words": "long"}[line.lower()]}
    labels = [part.strip() for part in str(words_from(line)).split(",") if part.strip()]
    if len(labels) < 2:  # noqa: PLR2004 - one answer is none
        raise ScalarError("E129", "that is one answer", "write two or more, as never, sometimes, often")
    numbered = [re.fullmatch(r"(\d+)\s+(.+)", label) for label in labels]
    found = [(match[1], match[2]) if match else (str(n), labels[n]) for n, match in enumerate(numbered)]
    return {"options": dict(found)}


def _answers_in_words(value: Value) -> str:
    if not isinstance(value, dict):
        return ""
    options, scale = value.get("options"), value.get("scale")
    if isinstance(options, dict):
        return ", ".join(f"{number} {label}" for number, label in options.items())
    return "..".join(map(str, scale)) if isinstance(scale, list) else "words" if value["type"] == "long" else "yes-no"


def _has_ends(answers: Replies) -> bool:
    value = answers.get("answers")
    return isinstance(value, dict) and "scale" in value


def _anchors(line: str) -> Value:
    low, comma, high = line.partition(",")
    if not comma or not high.strip():
        raise ScalarError("E129", "that is one end", "write both with a comma: not at all, extremely")
    return [low.strip(), high.strip()]


def _item(n: int) -> Question:
    ask = f"Item {n}?" if n == 1 else f"Item {n}? Enter when that was the last one."
    return Question(
        f"item{n}", ask, "the words as they are asked", required=n == 1,
        asked=lambda answers: n == 1 or f"item{n - 1}" in answers,
    )  # fmt: skip


def items_in(answers: Replies) -> list[str]:
    """The wordings of the items, in order."""
    return [str(answers[f"item{n}"]) for n in range(1, MOST_ITEMS + 1) if f"item{n}" in answers]


def _is_counted(answers: Replies) -> bool:
    value = answers.get("answers")
    return _is_counted_kind(answers) and isinstance(value, dict) and value.get("type") != "long"


def _with_method(answers: Replies) -> bool:
    return _is_counted(answers) and answers.get("method") != Method.NONE.value


def _scoring() -> list[Question]:
    return [
        Question(
            "method", "How is it counted?", "sum, mean or none", Method.SUM.value, read=_method, asked=_is_counted,
        ),
        Question(
            "better", "Which side is the good one?", "lower or higher", "lower", read=_side, asked=_with_method,
        ),
        Question(
            "reversed", "Which items count the other way round?", "their numbers, as 2 5; Enter for none",
            read=_numbers, asked=_with_method, follows=_listed,
        ),
        Question(
            "bands", "What do the totals mean?", "from which total on, as 0 low, 5 middle, 10 high; Enter for none",
            read=_bands, asked=_with_method, follows=_range_shown,
        ),
    ]  # fmt: skip


def _method(line: str) -> Value:
    if line.lower() not in set(Method):
        raise ScalarError("E129", f"'{excerpt(line)}' is no way of counting", f"write {', '.join(Method)}")
    return line.lower()


def _side(line: str) -> Value:
    if line.lower() not in {"lower", "higher"}:
        raise ScalarError("E129", f"'{excerpt(line)}' is no side", "write lower or higher")
    return line.lower()


def _numbers(line: str) -> Value:
    return [number_text(number_from(word)) for word in line.replace(",", " ").split()]


def _listed(question: Question, answers: Replies) -> Question:
    items = items_in(answers)

    def read(line: str) -> Value:
        numbers = _numbers(line)
        known = [str(n) for n in range(1, len(items) + 1)]
        wrong = [one for one in list_in(numbers) if one not in known]
        if wrong:
            raise ScalarError("E129", f"there is no item {wrong[0]}", f"write 1 to {len(items)}")
        return numbers

    return replace(question, above="\n".join(f"{n} {item}" for n, item in enumerate(items, start=1)), read=read)


def _bands(line: str) -> Value:
    matches = [_BAND.fullmatch(part.strip()) for part in str(words_from(line)).split(",") if part.strip()]
    if not all(matches):
        raise ScalarError("E129", "each begins with the total it starts at", "write 0 low, 5 middle, 10 high")
    return [entry_values(from_=match[1], name=match[2]) for match in matches if match]


def _range_shown(question: Question, answers: Replies) -> Question:
    low, high = _ends(answers)
    times = 1 if answers.get("method") == Method.MEAN.value else len(items_in(answers))
    return replace(question, above=f"Totals run from {span_text(low * times, high * times)}.")


def _ends(answers: Replies) -> tuple[float, float]:
    value = answers.get("answers")
    held = fields_in(value)
    options, scale = held.get("options"), held.get("scale")
    numbers = list(options) if isinstance(options, dict) else scale if isinstance(scale, list) else ["0", "1"]
    points = [float(str(one)) for one in numbers]
    return min(points), max(points)


def _risk() -> list[Question]:
    return [
        Question(
            "risk", "Is there an item whose answer must not be missed?",
            "its number, as one about suicide; Enter for none", read=_numbers, asked=_is_counted, follows=_listed,
        ),
        Question(
            "risk_when", "From which answer on?", "a number, as 1", "1", read=_number,
            asked=lambda answers: "risk" in answers,
        ),
        Question(
            "risk_says", "What does it mean then?", "as thoughts of suicide endorsed", required=True,
            asked=lambda answers: "risk" in answers,
        ),
    ]  # fmt: skip


def _number(line: str) -> Value:
    return number_text(number_from(line))


def form_entry(form_id: str, answers: Replies) -> Fields:
    """The form that the answers make, in the order in which a person reads it."""
    kind = str(answers.get("kind"))
    items = items_in(answers)
    held = answers.get("answers")
    answered = held if isinstance(held, dict) and _is_counted_kind(answers) else {"type": "long"}
    each = {key: value for key, value in answered.items() if key in {"scale", "type"}}
    if anchors := answers.get("anchors"):
        each |= {"anchors": dict(zip(map(str, each.get("scale") or ()), anchors, strict=True))}
    note = kind == FormKind.NOTE.value
    return entry_values(
        format="2" if anchors else "1", form=form_id, version="1", name=answers.get("name"), kind=kind,
        about=answers.get("about"), over=answers.get("over"), by=answers.get("by"), tags=["own"],
        options=answered.get("options"),
        items=[{"id": _slug(ask, n) if note else f"q{n}", "ask": ask, **each} for n, ask in enumerate(items, start=1)],
        scoring=_scoring_entry(answers), risk=_risk_entry(answers),
    )  # fmt: skip


def _slug(ask: str, n: int) -> str:
    """A part of a note by its first word."""
    word = re.match(r"[a-z]+", ask.lower())
    return word[0] if word else f"part{n}"


def _scoring_entry(answers: Replies) -> Value:
    if not _with_method(answers):
        return None
    turned = answers.get("reversed")
    return entry_values(
        method=answers.get("method"), better=answers.get("better"),
        reversed=[f"q{n}" for n in turned] if isinstance(turned, list) else None, bands=answers.get("bands"),
    )  # fmt: skip


def _risk_entry(answers: Replies) -> Value:
    items = answers.get("risk")
    when, says = f">= {answers.get('risk_when', '1')}", answers.get("risk_says")
    return [entry_values(item=f"q{n}", when=when, says=says) for n in items] if isinstance(items, list) else None


REMARKS: Mapping[str, str] = {
    "version": "raise it when answers change meaning",
    "over": "the stretch of time it asks about",
    "tags": "words to find it by",
    "options": "the answers that all items share, with what each counts",
    "items": "what is asked; each may have a help and answers of its own",
    "scoring": "how it is counted, and what a total means",
    "risk": "answers that are told wherever this client is shown",
}
