"""What somebody who closed risk without asking can't have seen: it stands behind the closing, and opens it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from goalctl.analysis.merge.identity import Identity, closes_risk
from goalctl.model.finding import Value

_Named = Mapping[Identity, tuple[object, Value]]
_TELLS_OF_RISK = ("forms", "risk", "amended")


def closings_first(order: Sequence[Identity], before: _Named, mine: _Named, theirs: _Named) -> list[Identity]:
    """The entries with each closing of one side before all that the other side wrote, also into an entry of both."""
    ordered = list(order)
    for closer, other in ((mine, theirs), (theirs, mine)):
        unseen = {one for one in other if _is_unseen(one, before, closer, other)}
        for closing in [one for one in order if one in closer and one not in before and one not in other]:
            first = next((place for place, one in enumerate(ordered) if one in unseen), len(ordered))
            if closes_risk(closer[closing][1]) and first < (place := ordered.index(closing)):
                ordered.insert(first, ordered.pop(place))
    return ordered


def _is_unseen(one: Identity, before: _Named, closer: _Named, other: _Named) -> bool:
    """Whether the other side wrote something that may tell of risk, and the closer does not have it."""
    told = _tells(other[one][1])
    known = [_tells(side[one][1]) for side in (before, closer) if one in side]
    return any(told) and told not in known and not closes_risk(other[one][1])


def _tells(entry: Value) -> list[Value]:
    return [entry.get(key) for key in _TELLS_OF_RISK] if isinstance(entry, dict) else []
