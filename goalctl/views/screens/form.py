"""The forms as a listing, and one form on a page: its items, what its scores mean, and where each fact comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goalctl.analysis.instruments.form_range import possible_range
from goalctl.model.finding import Finding
from goalctl.model.form import Form, Item
from goalctl.model.scalars import number_text
from goalctl.model.scoring import Method, Prorate, Scored, Scoring
from goalctl.views.listings.listing import Column, Listing, Row, Tone
from goalctl.views.screens.page import Line
from goalctl.views.words.rhythm import rhythm_words
from goalctl.views.words.sheet import NOT_VERIFIED, facts_end

COLUMNS = (
    Column("form", "form"),
    Column("kind", "kind"),
    Column("items", "items", right=True),
    Column("name", "name", keep=False),
    Column("about", "about", keep=False),
    Column("own", "whose"),
)
OWN, SHIPPED = "own", "shipped"


def forms_view(forms: Iterable[tuple[Form, bool]], broken: Iterable[tuple[str, Finding]], *, nothing: str) -> Listing:
    """The forms, each with whether it is the practice's own; those that can't be read come first."""
    rows = [_broken_row(name, finding) for name, finding in broken]
    rows += [_row(form, OWN if own else SHIPPED) for form, own in forms]
    return Listing("forms", COLUMNS, tuple(rows), nothing, caption="goalctl forms show FORM tells more")


def _row(form: Form, whose: str) -> Row:
    about = form.about if form.verified else f"{form.about or form.name} ({NOT_VERIFIED})"
    cells = {"form": form.form, "kind": form.kind.value, "items": len(form.items), "name": form.name}
    return Row({**cells, "about": about, "own": whose})


def _broken_row(name: str, finding: Finding) -> Row:
    cells = {"form": name, "kind": f"error {finding.code}", "items": None, "name": "mend first"}
    return Row({**cells, "about": finding.message, "own": OWN}, Tone.BAD)


def form_page(form: Form, *, file: str) -> Iterator[Line]:
    """One form; `file` is where it stands, in the words of its reader."""
    yield Line(f"{form.name} [{form.form}, version {form.version}, {form.kind.value}]", tone=Tone.GOOD)
    yield from _said("", form.about)
    yield from _said("over", form.over)
    yield from _said("filled in by", form.by)
    yield from _said("usually", rhythm_words(form.every))
    yield from _said("tags", ", ".join(form.tags))
    if not form.verified:
        yield Line(f"The facts of this form are {NOT_VERIFIED} against their sources.", tone=Tone.SOON)
    yield from _items(form)
    if form.scoring:
        yield from _scoring(form, form.scoring)
    for risk in form.risk:
        yield Line(f"risk item {risk.item}, endorsed {risk.when}: {risk.says}{facts_end(risk)}", tone=Tone.LATE)
    yield Line("")
    yield from _said("licence", form.licence)
    yield from _said("attribution", form.attribution)
    for source in form.sources:
        yield from _said("source", source)
    yield from _said("checked against its sources on", None if form.verified_on is None else str(form.verified_on))
    yield from _said("file", file)


def _said(what: str, text: str | None) -> Iterator[Line]:
    if text:
        yield Line(f"{what}: {text}" if what else text)


def _items(form: Form) -> Iterator[Line]:
    yield Line("")
    if form.options:
        yield Line(f"answers: {_options(form.options)}")
    for item in form.items:
        if item.section:
            yield Line(item.section, 1, Tone.QUIET)
        yield Line(f"{item.id} {item.ask}{_item_end(form, item)}", 1)


def _item_end(form: Form, item: Item) -> str:
    marks = [form.type_of(item).value] if not (item.options or form.options) else []
    marks += [_options(item.options)] if item.options else []
    limits = form.scale_of(item)
    if limits and not form.options_of(item) and form.type_of(item).value in {"scale", "number"}:
        marks.append(f"{number_text(limits[0])} to {'any' if limits[1] is None else number_text(limits[1])}")
    marks += ["reversed"] if form.scoring and item.id in form.scoring.reversed else []
    marks += ["not scored"] if form.scoring and not form.is_scored(item) else []
    marks += [f"if {other} is {wanted}" for other, wanted in item.shown_if.items()]
    marks += ["needed"] if item.required else []
    return f" [{'; '.join(marks)}]" if marks else ""


def _options(options: dict[str, str]) -> str:
    return " · ".join(key if key == words else f"{key}: {words}" for key, words in options.items())


def _scoring(form: Form, scoring: Scoring) -> Iterator[Line]:
    yield Line("")
    if scoring.method is not Method.NONE:
        yield from _part(form, scoring, "total", None)
    for name, part in scoring.subscales.items():
        yield from _part(form, part, part.name or name, name)
    for criterion in scoring.criteria:
        yield Line(f"fits: {criterion.name}{facts_end(criterion)}")
    if scoring.remission:
        limit = number_text(scoring.remission.below)
        yield Line(f"{scoring.remission.name}: below {limit}{facts_end(scoring.remission)}")
    if scoring.response:
        fall = f"a fall of {number_text(scoring.response.percent)} % from baseline"
        yield Line(f"response: {fall}{facts_end(scoring.response)}")


def _part(form: Form, part: Scored, name: str, of: str | None) -> Iterator[Line]:
    limits = possible_range(form, of)
    run = f" {number_text(limits[0])} to {number_text(limits[1])}" if limits else ""
    items = f", of {', '.join(form.scoring.subscales[of].items)}" if of and form.scoring else ""
    times = f", times {number_text(part.multiply)}" if part.multiply != 1 else ""
    side = part.better or (form.scoring.better if form.scoring else None)
    better = f", {side.value} is better" if side else ""
    yield Line(f"{name}: {part.method.value}{times}{run}{better}{items}", 0 if of is None else 1)
    for band in part.bands:
        yield Line(f"from {number_text(band.from_)}: {band.name}{facts_end(band)}", 2)
    for cut in part.cut_offs:
        whom = f" for {cut.for_}" if cut.for_ else ""
        yield Line(f"cut-off {cut.when}{whom}: {cut.name}{facts_end(cut)}", 2)
    for figure in part.reliable_change:
        level = f" at {number_text(figure.confidence)} % confidence" if figure.confidence is not None else ""
        yield Line(f"reliable change: {number_text(figure.points)} points or more{level}{facts_end(figure)}", 2)
    for notable in part.notable_change:
        yield Line(f"a change of {number_text(notable.points)} points: {notable.name}{facts_end(notable)}", 2)
    if part.prorate:
        yield Line(f"missing answers: {_prorating(part.prorate)}", 2)


def _prorating(rule: Prorate) -> str:
    never = f", never {', '.join(rule.never)}" if rule.never else ""
    return f"up to {rule.missing} are estimated{never}{facts_end(rule)}"
