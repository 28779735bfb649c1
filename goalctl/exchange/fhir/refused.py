"""What a reader of R4B would refuse: codes are typed by people, and not all that they type can be one there."""

from __future__ import annotations

from goalctl.exchange.fhir.shapes import Json


def refused_by_r4b(bundle: Json) -> str | None:
    """The first thing that has not the shape of R4B, with its place; None as well where `fhir.resources` is absent."""
    try:
        from fhir.resources.R4B.bundle import Bundle
    except ModuleNotFoundError:
        return None
    try:
        Bundle.model_validate(bundle)
    except ValueError as error:
        _, place, *reason = str(error).splitlines()
        return f"{place}: {' '.join(reason).partition(' [type=')[0].strip()}"
    return None
