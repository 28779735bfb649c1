"""What a goal says for itself, without why it is wanted and what stands around it: no number there measures it."""

from __future__ import annotations

from functools import lru_cache

from goalctl.rules.wording.clauses import GoalSentence, statement
from goalctl.rules.wording.patterns import Phrases

_HE = "(?:he|she|they|i|we|it|this|that|there|he's|she's|they've|i'm|it's|his|her|my|their|the)"
_WHY = Phrases(
    rf"\bso (?:that|as to|{_HE} (?!much|many|far))\b[^,;]*",
    r"\bso (?:he|she|they|i|we|it) [^,;]*",
    r"\b(?:because|lest|although|though|whereas|now that|seeing (?:as|that)|in order (?:to|that)"
    r"|with a view to|in the hope (?:of|that)|in case|despite|notwithstanding"
    r"|even (?:if|though|when)|given (?:that|how|what|why)) [^,;]*",
    r", given [^,;]*",
    rf", (?:as|since|when|where) {_HE} [^,;]*",
    r", but (?:he|she|they|i|we) [^,;]*",
    rf"\bsince {_HE} [^,;]*",
    r", (?:who|whom|whose|which|of whom|of which) [^,;]*",
    r", (?:[a-z']+ ){1,4}?(?:being|having) [^,;]*",
    r", (?:his|her|my|their|our|the|a|an|what with) (?:[a-z']+ ){1,5}?(?!morning|evening|meeting|building|spring"
    r"|feeling)[a-z]{2,}ing [^,;]*",
    r",? \bas (?:discussed|agreed|outlined|described|planned|set out|asked about|noted|recommended|per) [^,;]*",
    r", (?:[a-z']+ ){1,4}?(?:aside|allowing|included|pending|permitting)\b",
    r"\b(?:stemming|arising|resulting|dating|deriving|following) from [^,;]*",
)
_SHORTEST = 2  # words: what is less says nothing by itself


@lru_cache(maxsize=512)
def for_itself(said: GoalSentence) -> GoalSentence:
    """The sentence without its reasons; itself where it has none, or nothing else."""
    bare = " ".join(_WHY.without(said.text).split()).replace(" ,", ",").strip(" ,;")
    if bare == said.text or len(bare.split()) < _SHORTEST:
        return said
    return statement(bare)
