"""Whether a form makes sense: no id twice, nothing named that it lacks, every scored item with points to score.

What makes a score, what is said of one, or risk wrong is an error, and such a form is used nowhere. What only goes
without a word, or is said in vain, is a warning: the form scores as it should.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from goalctl.analysis.figures import span_text
from goalctl.analysis.instruments.answers import is_yes, items_in
from goalctl.analysis.instruments.form_order import order_findings
from goalctl.analysis.instruments.form_range import ends, possible_range, scored_items
from goalctl.analysis.instruments.form_reach import unreachable_findings
from goalctl.analysis.instruments.form_vain import remark, said_in_vain
from goalctl.analysis.instruments.scoring import UNFIT, better_of
from goalctl.model.finding import Finding, Path
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.measure import Better
from goalctl.model.nearest import did_you_mean
from goalctl.model.scalars import ScalarError, number_text
from goalctl.model.scoring import TOTAL, Criterion, Method, Scored, Scoring
from goalctl.model.watching import MOST_STEPS


def form_findings(form: Form) -> list[Finding]:
    """Everything about the form that contradicts itself; paths lead from the top of its file."""
    found = [*_items(form), *_names(form), *_scores(form), *_items_without_points(form)]
    found += [*_parts(form), *_reversed(form), *_tables(form), *_bands(form), *_norms(form)]
    found += [*_said_twice(form), *_codes(form)]
    return [*found, *order_findings(form), *unreachable_findings(form), *said_in_vain(form)]


def _finding(message: str, path: Path, hint: str) -> Finding:
    return Finding(UNFIT, message, path, hint)


_UNTYPED = re.compile(r"[\s,;=]")  # what parts answers, and sets them apart from their items


def _items(form: Form) -> Iterator[Finding]:
    seen: set[str] = set()
    for n, item in enumerate(form.items):
        if item.id in seen:
            yield _finding(f"the item {item.id} stands twice", ("items", n, "id"), "give each item an id of its own")
        if item.id == TOTAL:
            yield _finding("an item can't be called total", ("items", n, "id"), "answers use that word for the total")
        seen.add(item.id)
        if _UNTYPED.search(item.id):
            message = f"answers in order alone can be typed: {item.id} can't be named in a line of them"
            yield remark(message, ("items", n, "id"), "write ids as q1: no space, comma, semicolon or = in them")
        elif "+" in item.id:
            yield remark(f"{item.id} reads as a sum in shown_if", ("items", n, "id"), "write ids as q1, without +")
        yield from _answers(form, item, n)
        yield from _points_of(form, item, n)
    if not form.items:
        yield _finding("the form has no items", ("items",), "add at least one, as {id: q1, ask: How was the week?}")


def _answers(form: Form, item: Item, n: int) -> Iterator[Finding]:
    kind = form.type_of(item)
    if kind is FieldType.CHOICE and not form.options_of(item):
        yield _finding(f"{item.id} is a choice without options", ("items", n), "add options: {0: never, 1: sometimes}")
    if kind is FieldType.YES_NO and (wrong := _no_yes_or_no(item.options or {})):
        hint = "take its options away, or write type: choice"
        yield _finding(f"{item.id} is answered yes or no, and not by {wrong}", ("items", n, "options"), hint)
    if kind is FieldType.SCALE and not form.scale_of(item):
        yield _finding(f"{item.id} has no scale", ("items", n), "add scale: [0, 10]")


def _points_of(form: Form, item: Item, n: int) -> Iterator[Finding]:
    if item.points is None:
        return
    if mend := _points_missed(form, item, item.points):
        yield _finding(f"the points of {item.id} do not name its answers", ("items", n, "points"), mend)
    if form.scoring and item.id in form.scoring.reversed:
        yield _finding(f"{item.id} has points and is reversed too", ("items", n, "points"), "say it in one way only")


def _no_yes_or_no(options: Mapping[str, str]) -> str | None:
    """An option that is neither, or that is labelled as the other of the two."""
    for option, label in options.items():
        said, meant = _as_yes_or_no(option), _as_yes_or_no(label)
        if said is None or meant is (not said):
            return f"{option}: {label}"
    return None


def _as_yes_or_no(text: str) -> bool | None:
    try:
        return is_yes(text)
    except ScalarError:
        return None


def _points_missed(form: Form, item: Item, points: Iterable[str]) -> str:
    """Which answers points belong to, where they belong to others; a long scale is not listed."""
    low, high = form.scale_of(item) or (0.0, None)
    if form.type_of(item) is FieldType.YES_NO:
        wanted = {"yes", "no"}
    elif options := form.options_of(item):
        wanted = set(options)
    elif high is None or high - low >= MOST_STEPS:
        return f"points can be given to {MOST_STEPS} answers at most; give it a shorter scale"
    else:
        wanted = {str(step) for step in range(int(low), int(high) + 1)}
    return "" if set(points) == wanted else f"give points to {', '.join(sorted(wanted))}"


def _named_items(form: Form) -> Iterator[tuple[Path, str]]:
    """Every item that is named somewhere in the form, with its place."""
    for n, item in enumerate(form.items):
        yield from ((("items", n, "shown_if"), other) for key in item.shown_if for other in items_in(key))
    yield from ((("risk", n, "item"), risk.item) for n, risk in enumerate(form.risk))
    yield from ((("not_risk", n, "item"), one.item) for n, one in enumerate(form.not_risk))
    if form.scoring is not None:
        yield from _named_in_scoring(form.scoring)
        for n, criterion in enumerate(form.scoring.criteria):
            yield from _named_in_criterion(("scoring", "criteria", n), criterion)


def _named_in_scoring(scoring: Scoring) -> Iterator[tuple[Path, str]]:
    lists: list[tuple[Path, Iterable[str]]] = [
        (("reversed",), scoring.reversed),
        (("may_be_skipped",), scoring.may_be_skipped),
        (("prorate", "never"), scoring.prorate.never if scoring.prorate else ()),
        *((("subscales", name, "items"), part.items) for name, part in scoring.subscales.items()),
    ]
    for path, items in lists:
        yield from ((("scoring", *path, n), item) for n, item in enumerate(items))


def _named_in_criterion(path: Path, criterion: Criterion) -> Iterator[tuple[Path, str]]:
    for word, conditions in (("all", criterion.all_), ("any", criterion.any_)):
        for n, condition in enumerate(conditions):
            yield from (((*path, word, n, "items"), item) for item in (*condition.items, *condition.but))


def _names(form: Form) -> Iterator[Finding]:
    known = [item.id for item in form.items]
    for path, item in _named_items(form):
        if item not in known:
            yield _finding(f"there is no item {item}", path, did_you_mean(item, known, "check its id"))


def _scores(form: Form) -> Iterator[Finding]:
    scoring = form.scoring
    if scoring is None:
        return
    for rule, instead in (("remission", "use a cut-off"), ("response", "use reliable_change")):
        if getattr(scoring, rule) and scoring.better is Better.HIGHER:
            yield _finding(f"{rule} is for a form where lower is better", ("scoring", rule), instead)
    if scoring.method is Method.NONE:
        return
    if not form.scored_items:
        yield _finding("no item can be scored", ("scoring",), "give items a scale, or options with numbers as keys")
    if scoring.better is None:
        yield _finding("the form does not say which side is better", ("scoring",), "add better: lower (or higher)")


def _parts(form: Form) -> Iterator[Finding]:
    if form.scoring is None:
        return
    known, parts = form.scoring.subscales, form.scoring.parts
    for n, name in enumerate(parts):
        if name not in known:
            yield _finding(f"there is no subscale {name}", ("scoring", "parts", n), "name subscales of this form")
        elif name in parts[:n]:
            yield _finding(f"the total counts {name} twice", ("scoring", "parts", n), "name each subscale once")
        elif known[name].method is Method.NONE:
            yield _finding(f"{name} has no score to count", ("scoring", "parts", n), "give it method: sum")
    if TOTAL in known:
        hint = "answers use that word for the total"
        yield Finding(UNFIT, "a subscale can't be called total", ("scoring", "subscales", TOTAL), hint, at_key=True)


def _reversed(form: Form) -> Iterator[Finding]:
    for n, name in enumerate(form.scoring.reversed if form.scoring else ()):
        item = form.item(name)
        if item and (form.scale_of(item) or (0.0, 0.0))[1] is None:
            message = f"{name} has no highest answer, so it can't be reversed"
            yield _finding(message, ("scoring", "reversed", n), "give its scale an upper end")


def _tables(form: Form) -> Iterator[Finding]:
    """A table has every sum that can be answered, in whole steps, and a score is looked up there and nowhere else."""
    for name, part in _scored_parts(form):
        if not part.table:
            continue
        low, high = ends(form, scored_items(form, name), {})
        path: Path = ("scoring", "table") if name is None else ("scoring", "subscales", name, "table")
        if part.method is not Method.SUM or part.multiply != 1 or (isinstance(part, Scoring) and part.parts):
            hint = "take multiply, parts and method: mean away; or take the table away"
            yield _finding("a table is of plain sums of answers", path, hint)
        elif high is None:
            yield _finding("a table can't name every sum of answers without a highest one", path, "give each a scale")
        elif not _is_each_sum(list(part.table), low, high):
            yield _finding(f"the table does not run from {span_text(low, high)}", path, "give each sum its score")


def _is_each_sum(named: list[str], low: float, high: float) -> bool:
    steps = range(int(low), int(high) + 1)
    return len(named) == len(steps) and named == [str(total) for total in steps]


def _scored_parts(form: Form) -> list[tuple[str | None, Scored]]:
    return [(None, form.scoring), *form.scoring.subscales.items()] if form.scoring else []


_NEED_POINTS = {("risk",), ("scoring", "reversed"), ("scoring", "subscales"), ("scoring", "criteria")}


def _items_without_points(form: Form) -> Iterator[Finding]:
    """Items that something counts on, and that have nothing to count."""
    wordless = {item.id for item in form.items if form.points_range(item) is None}
    for path, item in _named_items(form):
        if item in wordless and (path[:1] in _NEED_POINTS or path[:2] in _NEED_POINTS):
            yield _finding(f"{item} has no number to score", path, "give it a scale, options with numbers, or points")


def _bands(form: Form) -> Iterator[Finding]:
    for name, part in _scored_parts(form):
        path: Path = ("scoring", "bands") if name is None else ("scoring", "subscales", name, "bands")
        starts = [band.from_ for band in part.bands]
        if starts != sorted(set(starts)):
            yield _finding("the bands do not rise", path, "list them from the lowest score up, each start once")
        if starts and (limits := possible_range(form, name)):
            yield from _band_limits(starts, *limits, path)


def _band_limits(starts: list[float], low: float, high: float, path: Path) -> Iterator[Finding]:
    """Scores without a band, and bands without a score: neither makes a score, or a word for it, wrong."""
    run = span_text(low, high)
    if low < min(starts):
        hint = f"name what lies below: {{from: {number_text(low)}, name: …}}"
        yield remark(f"scores from {number_text(low)} up to {number_text(min(starts))} have no band", path, hint)
    for n, start in enumerate(starts):
        if not low <= start <= high:
            yield remark(f"no score reaches {number_text(start)}", (*path, n, "from"), f"scores run from {run}")


def _said_twice(form: Form) -> Iterator[Finding]:
    """Items that are named once more in the same list, which changes nothing."""
    turned = form.scoring.reversed if form.scoring else ()
    watched = [f"{risk.item} {risk.when} {risk.concern} {risk.height} {risk.ever}" for risk in form.risk]
    for n, name in enumerate(turned):
        if name in turned[:n]:
            yield remark(f"{name} is reversed once, and named twice", ("scoring", "reversed", n), "name it once")
    for n, risk in enumerate(form.risk):
        if watched[n] in watched[:n]:
            message = f"the same risk of {risk.item} stands twice"
            yield remark(message, ("risk", n, "item"), "take one of the two away")


def _codes(form: Form) -> Iterator[Finding]:
    """LOINC codes of what the form lacks, which are sent nowhere."""
    codes = form.loinc
    if codes is None:
        return
    known = {"items": {item.id for item in form.items}, "parts": {*form.scoring.subscales} if form.scoring else set()}
    for key, what, named in (("items", "item", codes.items), ("parts", "subscale", codes.parts)):
        for name in named:
            if name not in known[key]:
                hint = did_you_mean(name, sorted(known[key]), "check its id")
                yield remark(f"there is no {what} {name}", ("loinc", key, name), hint, at_key=True)


def _norms(form: Form) -> Iterator[Finding]:
    """People in treatment do worse than others: means the other way round would call the ill recovered."""
    for name, part in _scored_parts(form):
        better = better_of(form, name)
        clinical, community = (part.norms.clinical, part.norms.community) if part.norms else (None, None)
        if clinical is None or community is None or better is None:
            continue
        worse = clinical.mean - community.mean if better is Better.LOWER else community.mean - clinical.mean
        if worse <= 0:
            path: Path = ("scoring", "norms") if name is None else ("scoring", "subscales", name, "norms")
            message = f"people in treatment score no worse than others, but {better} is better"
            yield _finding(message, path, "check which mean is whose")
