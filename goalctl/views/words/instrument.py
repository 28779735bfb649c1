"""An instrument in words: how its sheet is entered, who may use it, how far its facts are checked."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.instruments.facts import FactStanding, facts_of, standing_of
from goalctl.model.form import Form, FormKind
from goalctl.model.instrument import Licence, Variant, Wording
from goalctl.model.scalars import number_text
from goalctl.views.words.sheet import facts_end

_WORDING = {
    Wording.FREE: "its wording may be copied",
    Wording.ASK: "ask its holder before you copy its wording",
    Wording.BARRED: "its wording may stand in no program",
}


def entering_lines(form: Form) -> Iterator[str]:
    """How the numbers are taken from the sheet, and which scoring a total is where several are in use."""
    if form.enter:
        yield f"how to enter the sheet: {form.enter}"
    if form.variant:
        yield f"scoring here: {form.variant}"
    yield from (variant_words(variant) for variant in form.other_variants)


def variant_words(variant: Variant) -> str:
    """Another scoring of the same sheet, and what one of its totals is here."""
    low, high = variant.totals
    times = f" times {number_text(variant.times)}" if variant.times != 1 else ""
    plus = f" {'plus' if variant.plus > 0 else 'minus'} {number_text(abs(variant.plus))}" if variant.plus else ""
    top = "any" if high is None else number_text(high)
    return f"also in use: {variant.name}, {number_text(low)} to {top}; here it is that{times}{plus}{facts_end(variant)}"


def licence_words(licence: Licence) -> str:
    """The terms, what they allow with the wording, where and when they were read, and when to look again."""
    read = f" on {licence.read}" if licence.read else ""
    told = [licence.terms, _WORDING[licence.wording] if licence.read else None]
    told += [f"read{read} in {licence.source}" if licence.source and licence.read else licence.source]
    told += [f"look again by {licence.again}" if licence.again else None]
    return "; ".join(part for part in told if part)


def standings(form: Form) -> dict[FactStanding, list[str]]:
    """The kinds of fact that the form states, by how far each is checked; without those that nothing stands under."""
    found: dict[FactStanding, list[str]] = {standing: [] for standing in FactStanding}
    for kind in facts_of(form):
        found[standing_of(form, kind)].append(kind.value.replace("_", " "))
    return {standing: kinds for standing, kinds in found.items() if kinds}


def checked_words(form: Form) -> str | None:
    """How far an instrument's facts are checked: `two sources`, else how many kinds of fact are not as far."""
    if form.kind is not FormKind.ASSESSMENT:
        return None
    found = standings(form)
    weaker = [standing for standing in (FactStanding.NOT, FactStanding.ONCE) if standing in found]
    if found.keys() <= {FactStanding.TWICE} or len(found) == 1:
        return next(iter(found)).value
    return ", ".join(f"{standing.value}: {len(found[standing])}" for standing in weaker)
