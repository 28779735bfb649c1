"""What `goalctl explain` says of the key that an answer is put under, for `?` at a prompt."""

from __future__ import annotations

from collections.abc import Sequence


def words_of_key(place: Sequence[str]) -> str:
    """Sentence, unit and example; empty where the place is none of a plan's, or could be several."""
    from goalctl.model.keys.find import keys_in

    texts = {found.key.text for found in keys_in("plan", ".".join(place))}
    return texts.pop() if len(texts) == 1 else ""
