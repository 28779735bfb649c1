"""A form as a page that a client fills in, on whatever is at hand, without a network: it ends in a short text to bring.

All questions are the practice's own; the few sentences around them are ours, and are kept easy to read by a test.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from goalctl.analysis.instruments.answers import ANSWERED, canonical, items_in, points_of
from goalctl.analysis.instruments.wording import sheet_mark
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.given import QUESTIONNAIRE
from goalctl.model.ids import FormRef
from goalctl.model.scalars import ScalarError, number_text
from goalctl.model.scoring import RiskItem, comparison_from
from goalctl.views.clean import one_line
from goalctl.views.frame import Frame, framed, masthead
from goalctl.views.sheets.questionnaire_script import SCRIPT
from goalctl.views.sheets.sheet import Field, Section, Sheet, sheet_of

STAYS = "Your answers stay on this page. It sends nothing. When you close it, they are gone."
MAY_SKIP = "You may leave out what you do not want to answer."
NOBODY_SEES = "Nobody sees this until we meet. If you are in danger:"
NO_SCRIPT = "This page can't run here. Please open it in a web browser, such as Chrome, Firefox or Safari."
DAY = "The day you fill this in"
DONE = "I am done"
CLEAR = "Clear this answer"
GO, LEAVE = "Go to the first one", "Leave them out"
YOUR_TEXT = "Your answers as a text"
HOW = "Bring this text when we meet, or send it the way we agreed. It holds your answers, so keep it safe."
COPY = "Copy the text"
OUR_WORDS = (STAYS, MAY_SKIP, NOBODY_SEES, NO_SCRIPT, DAY, DONE, CLEAR, GO, LEAVE, YOUR_TEXT, HOW, COPY)

Condition = tuple[list[str], str, float | str]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A form for one client, who answers, and what somebody in danger is told to do; empty where nothing is settled."""

    client: str
    ref: FormRef
    form: Form
    in_danger: str


def questionnaire_html(asked: Questionnaire) -> str:
    """The page: one file that needs nothing else, loads nothing and sends nothing."""
    sheet = sheet_of(asked.form, {}, head=())
    who = " · ".join(filter(None, (asked.client, asked.ref.respondent)))
    body = [
        *_opening(asked),
        '<form id="questions" autocomplete="off" novalidate>',
        *(line for section in sheet.sections for line in _section(asked.form, section)),
        f'<div class="field"><label for="day">{DAY}</label><input type="date" id="day" required></div>',
        f'<button type="button" class="main" id="done">{DONE}</button>',
        "</form>",
        *_ending(),
        f'<script type="application/json" id="told">{_told(asked, sheet)}</script>',
    ]
    over = [f"<p>Over {_text(asked.form.over)}.</p>"] if asked.form.over else []
    head = masthead(sheet.title, f'<p class="who">{_text(who)}</p>', *over)
    content = f"{head}<main>\n" + "\n".join(body) + "\n</main>\n"
    return framed(Frame(f"{sheet.title} · {asked.client}", kind="questionnaire", script=SCRIPT), content)


def _text(text: str) -> str:
    return escape(one_line(text))


def _opening(asked: Questionnaire) -> Iterator[str]:
    if asked.in_danger:
        yield f'<p class="danger" id="danger"><strong>{NOBODY_SEES} {_text(asked.in_danger)}</strong></p>'
    yield f"<p>{STAYS} {MAY_SKIP}</p>"
    yield f'<noscript><p class="notice">{NO_SCRIPT}</p></noscript>'


def _ending() -> Iterator[str]:
    """What is missing, if anything is, and then the text; both are there from the start, and hidden."""
    yield '<div id="missing" hidden><p class="notice" role="alert" id="how-many"></p>'
    yield f'<button type="button" id="go">{GO}</button><button type="button" id="leave">{LEAVE}</button></div>'
    yield f'<section id="end" aria-labelledby="end-title" hidden><h2 id="end-title" tabindex="-1">{YOUR_TEXT}</h2>'
    yield f'<div class="danger" role="alert" data-risk=""></div>\n<p id="how">{HOW}</p>'
    yield '<textarea id="text" rows="6" readonly aria-labelledby="end-title" aria-describedby="how"></textarea>'
    yield f'<button type="button" class="main" id="copy">{COPY}</button>'
    yield '<span role="status" id="copied"></span></section>'


def _section(form: Form, section: Section) -> Iterator[str]:
    if section.heading:
        yield f"<h2>{_text(section.heading)}</h2>"
    for field in section.fields:
        yield from _choices(form, field) if field.choices else _writing_field(form, field)


def _place(form: Form, item_id: str) -> str:
    """The id of an element; an item's own may hold anything."""
    return f"i{next(n for n, item in enumerate(form.items, 1) if item.id == item_id)}"


def _choices(form: Form, field: Field) -> Iterator[str]:
    place = _place(form, field.id)
    described = f' aria-describedby="{place}-help"' if field.help else ""
    yield f'<fieldset id="{place}"{described}><legend>{_text(field.ask)}</legend>{_help(place, field.help)}'
    yield '<div class="choices">'
    for key, words in field.choices:
        yield f'<label><input type="radio" name="{place}" value="{escape(key)}"> {_text(words)}</label>'
    yield f'</div><button type="button" class="quiet" hidden>{CLEAR}</button>{_warning(form, field.id)}</fieldset>'


def _writing_field(form: Form, field: Field) -> Iterator[str]:
    place, item = _place(form, field.id), form.item(field.id)
    span = form.scale_of(item) if item and field.kind in {FieldType.SCALE, FieldType.NUMBER} else None
    described = f' aria-describedby="{place}-help"' if field.help else ""
    yield f'<div class="field" id="{place}"><label for="{place}-line">{_text(field.ask)}</label>'
    yield _help(place, field.help)
    if field.kind is FieldType.LONG:
        yield f'<textarea id="{place}-line" rows="3"{described}></textarea>'
    else:
        yield f'<input id="{place}-line"{_kind(field.kind, span)}{described}>'
    yield f"{_warning(form, field.id)}</div>"


def _kind(kind: FieldType, span: tuple[float, float | None] | None) -> str:
    if kind not in {FieldType.SCALE, FieldType.NUMBER}:
        return ' type="date"' if kind is FieldType.DATE else ' type="text"'
    low, high = span or (None, None)
    ends = "".join(f' {name}="{number_text(end)}"' for name, end in (("min", low), ("max", high)) if end is not None)
    return f' type="number" inputmode="decimal" step="{1 if kind is FieldType.SCALE else "any"}"{ends}'


def _help(place: str, text: str) -> str:
    return f'<div class="help" id="{place}-help">{_text(text)}</div>' if text else ""


def _warning(form: Form, item_id: str) -> str:
    """The place under a risk item where the words for somebody in danger come again."""
    is_asked = any(risk.item == item_id for risk in form.risk)
    return f'<div class="danger" role="alert" data-risk="{escape(item_id)}"></div>' if is_asked else ""


def _told(asked: Questionnaire, sheet: Sheet) -> str:
    """What the script is told: how the text begins, when an item appears, what each answer counts, what is risk."""
    form = asked.form
    named = {"client": asked.client, "form": str(asked.ref), "sheet": sheet_mark(form)}
    fields = {field.id: field for section in sheet.sections for field in section.fields}
    items = [
        {
            "id": item.id,
            "place": _place(form, item.id),
            "shown": [_condition(form, key, wanted) for key, wanted in item.shown_if.items()],
            "points": _points(form, item, fields[item.id]),
            "turned": _turned(form, item),
        }
        for item in form.items
    ]
    head = " ".join([QUESTIONNAIRE, *(f"{key}={quote(value, safe='')}" for key, value in named.items())])
    told = {"head": head, "items": items, "risk": [_endorsed(risk) for risk in form.risk]}
    return json.dumps(told).replace("<", "\\u003c")


def _endorsed(risk: RiskItem) -> Condition:
    return [risk.item], risk.when.operator, risk.when.number


def _condition(form: Form, key: str, wanted: str) -> Condition:
    """When an item appears, as `is_shown` reads it."""
    names = items_in(key)
    if wanted == ANSWERED:
        return names, ANSWERED, ""
    if wanted[0] in "<>=":
        when = comparison_from(wanted)
        return names, when.operator, when.number
    item = form.item(names[0])
    return names, "is", canonical(form, item, wanted) if item else wanted


def _points(form: Form, item: Item, field: Field) -> dict[str, float]:
    """What each answer counts that is picked, or that the form counts by a table."""
    found: dict[str, float] = {}
    for key in item.points or [key for key, _ in field.choices]:
        try:
            found[key] = points_of(form, item, key)
        except ScalarError:
            continue
    return found


def _turned(form: Form, item: Item) -> float | None:
    """What a typed number is taken from where the item runs the other way."""
    low, high = form.scale_of(item) or (0.0, None)
    return low + high if high is not None and form.is_reversed(item) else None
