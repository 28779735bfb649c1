"""The facts of a form as plain values, by kind: what a second source is compared with, and how far they are checked.

Wording is left out: what a band is called is ours, where it begins is a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

from goalctl.analysis.instruments.form_range import possible_range
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.instrument import FactKind
from goalctl.model.scalars import number_text
from goalctl.model.scoring import TOTAL, Scored

Fact: TypeAlias = "str | float | Sequence[Fact] | Mapping[str, Fact] | None"


class FactStanding(StrEnum):
    """How far a kind of fact is checked."""

    TWICE = "two sources"
    ONCE = "one source"
    NOT = "not verified"


def facts_of(form: Form) -> dict[FactKind, Fact]:
    """What the form states, by kind; a kind that it has nothing of is left out."""
    found = {kind: tell(form) for kind, tell in _TELL.items()}
    return {kind: fact for kind, fact in found.items() if fact not in (None, [], {})}


def standing_of(form: Form, kind: FactKind) -> FactStanding:
    """How far the facts of that kind are checked; of a form that nobody compared, as far as its own word goes."""
    if not form.verified or (form.checked and kind in form.checked.unsourced):
        return FactStanding.NOT
    if form.checked is None or kind in form.checked.one_source:
        return FactStanding.ONCE
    return FactStanding.TWICE


def _parts(form: Form) -> dict[str, Scored]:
    if form.scoring is None:
        return {}
    return {TOTAL: form.scoring, **form.scoring.subscales}


def _by_part(form: Form, tell: Callable[[Scored], Fact]) -> Fact:
    """By total and subscale; parts that state nothing are left out."""
    found = {name: tell(part) for name, part in _parts(form).items()}
    return {name: fact for name, fact in found.items() if fact not in (None, [], {})}


def _answers(form: Form) -> Fact:
    """What each scored item can add, in rising order; `low to high` where any number between may stand."""
    return {item.id: _points(form, item) for item in form.scored_items}


def _points(form: Form, item: Item) -> Fact:
    if item.points:
        return sorted(set(item.points.values()))
    if form.type_of(item) is FieldType.YES_NO:
        return [0.0, 1.0]
    if options := form.options_of(item):
        return sorted(float(key) for key in options)
    low, high = form.scale_of(item) or (0.0, None)
    return f"{number_text(low)} to {'any' if high is None else number_text(high)}"


def _total(form: Form) -> Fact:
    limits = possible_range(form)
    return list(limits) if limits else None


def _reversed(form: Form) -> Fact:
    return list(form.scoring.reversed) if form.scoring else None


def _subscales(form: Form) -> Fact:
    parts = form.scoring.subscales if form.scoring else {}
    return {name: list(part.items) for name, part in parts.items()}


def _table(form: Form) -> Fact:
    """What each sum becomes, from the lowest on."""
    return _by_part(form, lambda part: list(part.table.values()))


def _bands(form: Form) -> Fact:
    """Where a next band begins; the lowest begins with the scale."""
    return _by_part(form, lambda part: [band.from_ for band in part.bands][1:])


def _cut_offs(form: Form) -> Fact:
    return _by_part(form, lambda part: [str(cut.when) for cut in part.cut_offs])


def _criteria(form: Form) -> Fact:
    return [criterion.name for criterion in form.scoring.criteria] if form.scoring else None


def _risk(form: Form) -> Fact:
    return {risk.item: str(risk.when) for risk in form.risk}


def _missing(form: Form) -> Fact:
    return _by_part(
        form, lambda part: [float(part.prorate.missing), *part.prorate.never] if part.prorate is not None else None
    )


def _change(form: Form) -> Fact:
    """Every published figure; of one that is worked out the two that it comes from."""
    return _by_part(form, _changes_of)


def _changes_of(part: Scored) -> Fact:
    found: dict[str, Fact] = {
        "reliable": [one.points for one in part.reliable_change if not one.is_computed],
        "computed": [[one.sd, one.reliability] for one in part.reliable_change if one.is_computed],
        "mid": [one.points for one in part.mid],
        "notable": [one.points for one in part.notable_change],
    }
    return {name: figures for name, figures in found.items() if figures}


def _norms(form: Form) -> Fact:
    """Mean and spread of each group."""
    return _by_part(form, _norms_of)


def _norms_of(part: Scored) -> Fact:
    groups = {"clinical": part.norms.clinical, "community": part.norms.community} if part.norms else {}
    return {name: [group.mean, group.sd] for name, group in groups.items() if group}


def _licence(form: Form) -> Fact:
    return form.licence.wording.value if form.licence else None


_TELL: dict[FactKind, Callable[[Form], Fact]] = {
    FactKind.ITEMS: lambda form: float(len(form.scored_items)),
    FactKind.ANSWERS: _answers,
    FactKind.TOTAL: _total,
    FactKind.REVERSED: _reversed,
    FactKind.SUBSCALES: _subscales,
    FactKind.TABLE: _table,
    FactKind.BANDS: _bands,
    FactKind.CUT_OFFS: _cut_offs,
    FactKind.CRITERIA: _criteria,
    FactKind.RISK: _risk,
    FactKind.MISSING: _missing,
    FactKind.CHANGE: _change,
    FactKind.NORMS: _norms,
    FactKind.LICENCE: _licence,
}
