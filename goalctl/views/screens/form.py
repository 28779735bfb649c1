"""The forms as a listing, and one form on a page: its items, what its scores mean, and where each fact comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goalctl.analysis.figures import span_text
from goalctl.analysis.instruments.facts import FactStanding
from goalctl.analysis.instruments.form_range import possible_range
from goalctl.analysis.instruments.scoring import better_of
from goalctl.model.finding import Finding
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.measure import Better
from goalctl.model.scalars import number_text
from goalctl.model.scoring import Method, Prorate, Scored, Scoring
from goalctl.views.listing import MEND, Column, Listing, Row, Tone
from goalctl.views.page import Line
from goalctl.views.words.instrument import checked_words, entering_lines, licence_words, standings
from goalctl.views.words.outcome import recovery_words
from goalctl.views.words.rhythm import rhythm_words
from goalctl.views.words.sheet import (
    FACTS_NOT_VERIFIED,
    NOT_VERIFIED,
    beside_words,
    cut_off_words,
    facts_end,
    important_words,
    norm_words,
    reliable_words,
)

WIDE = 110
COLUMNS = (
    Column("form", "form"),
    Column("kind", "kind"),
    Column("items", "items", right=True),
    Column("name", "name", keep=False),
    Column("about", "about", keep=False),
    Column("checked", "checked", from_width=WIDE),
    Column("own", "whose"),
)
OWN, SHIPPED = "own", "shipped"
OUTCOME = "outcome"


def forms_view(forms: Iterable[tuple[Form, bool]], broken: Iterable[tuple[str, Finding]], *, nothing: str) -> Listing:
    """The forms, each with whether it is the practice's own; those that can't be read come first."""
    rows = [_broken_row(name, finding) for name, finding in broken]
    rows += [_row(form, OWN if own else SHIPPED) for form, own in forms]
    return Listing("forms", COLUMNS, tuple(rows), nothing, caption="goalctl forms show FORM tells more")


def _row(form: Form, whose: str) -> Row:
    about = form.about if form.verified else f"{form.about or form.name} ({NOT_VERIFIED})"
    cells = {"form": form.form, "kind": form.kind.value, "items": len(form.items), "name": form.name}
    return Row({**cells, "about": about, "checked": checked_words(form), "own": whose})


def _broken_row(name: str, finding: Finding) -> Row:
    cells = {"form": name, "kind": f"error {finding.code}", "items": None, "name": MEND}
    return Row({**cells, "about": finding.message, "checked": None, "own": OWN}, Tone.BAD)


def form_page(form: Form, *, file: str) -> Iterator[Line]:
    """One form; `file` is where it stands, in the words of its reader."""
    yield Line(f"{form.name} [{form.form}, version {form.version}, {form.kind.value}]", tone=Tone.GOOD)
    yield from _named_line("", form.about)
    yield from _named_line("over", form.over)
    yield from _named_line("filled in by", form.by)
    yield from _named_line("usually", rhythm_words(form.every))
    yield from _named_line("tags", ", ".join(form.tags))
    if not form.verified:
        yield Line(FACTS_NOT_VERIFIED, tone=Tone.SOON)
    yield from (Line(line) for line in entering_lines(form))
    yield from _items(form)
    if form.scoring:
        yield from _scoring(form, form.scoring)
    for risk in form.risk:
        yield Line(f"risk item {risk.item}, endorsed {risk.when}: {risk.says}{facts_end(risk)}", tone=Tone.LATE)
    for one in form.not_risk:
        yield Line(f"no risk item: {one.item}, because {one.because}{facts_end(one)}")
    yield Line("")
    yield from _named_line("licence", licence_words(form.licence) if form.licence else None)
    yield from _named_line("attribution", form.attribution)
    for source in form.sources:
        yield from _named_line("source", source)
    yield from _checked(form)
    yield from _named_line("file", file)


def _checked(form: Form) -> Iterator[Line]:
    """What was found alike in two sources, what has one only and what none; who compared them, and when."""
    if form.checked is None:
        day = None if form.verified_on is None else str(form.verified_on)
        yield from _named_line("checked against its sources on", day)
        return
    yield Line(f"compared by {form.checked.by} on {form.checked.on}:")
    for standing, kinds in standings(form).items():
        yield Line(f"{standing.value}: {', '.join(kinds)}", 1, _STANDING_TONES[standing])
    yield from (Line(f"second source: {source}", 1) for source in form.checked.sources)
    if again := form.checked.entered_again:
        alike = ", ".join(kind.value.replace("_", " ") for kind in again.facts)
        yield Line(f"entered a second time by another hand on {again.on}, {again.by}, found alike: {alike}", 1)


_STANDING_TONES = {FactStanding.TWICE: Tone.PLAIN, FactStanding.ONCE: Tone.SOON, FactStanding.NOT: Tone.LATE}


def _named_line(what: str, text: str | None) -> Iterator[Line]:
    if text:
        yield Line(f"{what}: {text}" if what else text)


def _items(form: Form) -> Iterator[Line]:
    yield Line("")
    if form.options:
        yield Line(f"answers: {_options(form.options)}")
    if form.anchors:
        yield Line(f"each line: {_options(form.anchors)}")
    for item in form.items:
        if item.section:
            yield Line(item.section, 1, Tone.QUIET)
        yield Line(f"{item.id} {item.ask}{_item_end(form, item)}", 1)


def _item_end(form: Form, item: Item) -> str:
    """How it is answered and scored, and when it is asked."""
    parts = form.scoring.subscales.values() if form.scoring else ()
    left_out = "not in the total" if any(item.id in part.items for part in parts) else "not scored"
    marks = {
        "reversed": form.is_reversed(item),
        left_out: form.scoring is not None and not form.is_scored(item),
    }
    told = [*_answer_marks(form, item), *(mark for mark, holds in marks.items() if holds)]
    told += [f"if {other} is {wanted}" for other, wanted in item.shown_if.items()]
    told += ["needed"] if item.required else []
    return f" [{'; '.join(told)}]" if told else ""


def _answer_marks(form: Form, item: Item) -> Iterator[str]:
    """What can be answered, where the form's own options do not say it."""
    if item.options:
        yield _options(item.options)
    elif not form.options:
        yield form.type_of(item).value
    limits = form.scale_of(item)
    if limits and not form.options_of(item) and form.type_of(item) in {FieldType.SCALE, FieldType.NUMBER}:
        yield f"{number_text(limits[0])} to {'any' if limits[1] is None else number_text(limits[1])}"
    if item.anchors:
        yield _options(item.anchors)


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
    is_main = form.scoring is not None and (of is None or form.scoring.method is Method.NONE)
    is_outcome = is_main and OUTCOME in form.tags
    yield Line(f"{name}: {_method(form, part, of)}", 0 if of is None else 1)
    yield from (Line(meaning, 2) for meaning in _meanings(part, better_of(form, of), is_outcome=is_outcome))


def _method(form: Form, part: Scored, of: str | None) -> str:
    """How the score comes about, from where to where it runs, and which side is the good one."""
    limits, better = possible_range(form, of), better_of(form, of)
    run = f" {span_text(*limits)}" if limits else ""
    items = f", of {', '.join(form.scoring.subscales[of].items)}" if of and form.scoring else ""
    times = f", times {number_text(part.multiply)}" if part.multiply != 1 else ""
    side = f", {better.value} is better" if better else ""
    if of is None and form.scoring and form.scoring.parts:
        items = f", of {', '.join(form.scoring.parts)}"
    return f"{part.method.value}{times}{_table(part)}{run}{side}{items}"


def _table(part: Scored) -> str:
    return (
        f", each sum looked up ({_options({k: number_text(v) for k, v in part.table.items()})})," if part.table else ""
    )


def _meanings(part: Scored, better: Better | None, *, is_outcome: bool) -> Iterator[str]:
    yield from (f"from {number_text(band.from_)}: {band.name}{facts_end(band)}" for band in part.bands)
    yield from (cut_off_words(cut) for cut in part.cut_offs)
    yield from (f"reliable change: {reliable_words(figure)}" for figure in part.judging_change)
    if is_outcome and not part.judging_change:
        yield "reliable change: no published figure is known here that holds for everyone"
    yield from (f"reliable change {beside_words(figure)}" for figure in part.reliable_change if figure.only_for)
    yield from _recovery(part, better, is_outcome=is_outcome)
    yield from map(important_words, part.mid)
    for notable in part.notable_change:
        yield f"a change of {number_text(notable.points)} points: {notable.name}{facts_end(notable)}"
    if part.prorate:
        yield f"missing answers: {_prorating(part.prorate)}"


def _recovery(part: Scored, better: Better | None, *, is_outcome: bool) -> Iterator[str]:
    """The norms, and who has recovered; of a form that follows nobody's outcome only what it states."""
    groups = (("in treatment", part.norms.clinical), ("not in treatment", part.norms.community)) if part.norms else ()
    yield from (f"scores of people {who}: {norm_words(group)}" for who, group in groups if group)
    if is_outcome or groups or any(cut.recovery for cut in part.cut_offs):
        yield f"recovered: {recovery_words(part, better)}"


def _prorating(rule: Prorate) -> str:
    never = f", never {', '.join(rule.never)}" if rule.never else ""
    return f"up to {rule.missing} are estimated{never}{facts_end(rule)}"
