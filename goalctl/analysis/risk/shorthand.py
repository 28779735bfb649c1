"""Clinics' shorthand put into the order that a denial is read in: `SI/HI denied` is `no si or hi`.

What is only half of it, or says more, stays as it is, so that it counts as present.
"""

from __future__ import annotations

import re
from itertools import chain

_THOUGHTS = "si|hi|sh|dsh|sib|nssi|tash"
_SHORT = {
    "h/o": "history of",
    "hx": "history",
    "c/o": "complaint of",
    "w/o": "without",
    "suicidal/homicidal": "suicidal or homicidal",
}
_SHORT_WORD = re.compile(r"\b(?:h/o|hx|c/o|w/o|suicidal/homicidal)(?= |$)")
_DOTTED = re.compile(r"\b([sh])[./] ?(i|h)\b\.?")
_ENDS = r"(?= *(?:[;,.:)=(/&-]|$|(?:or|and|nor|denie[ds]|nil|none|neg|negative|absent|no|not|at|in|today|currently)\b))"
_LIST = re.compile(rf"\b(?:{_THOUGHTS})(?: ?(?:[/,&]| or | and | nor ) ?(?:{_THOUGHTS}|avh|ah|vh)\b)+{_ENDS}")
_WHAT = (
    rf"(?:(?:current|active|passive|suicidal|homicidal|any|all) ?)*(?:{_THOUGHTS}|all|suicide|suicidality|self-harm"
    r"|ideation|thoughts?|plans?|intent|means|behaviou?rs?|attempts?)?"
)
_DENIED = (
    r"(?: ?[:=] ?| - | )(?:denie[ds]|nil|none|neg(?:ative)?|absent|no|\(?-\)?"
    r"|not (?:present|reported|endorsed|elicited))"
    r"|-|: ?-|\(-\)"
)
_BEHIND = re.compile(
    rf"(?P<what>{_WHAT}(?: or (?:{_THOUGHTS}))*)(?:{_DENIED})(?: (?:by|per) (?:the )?(?:client|patient|pt))?"
)
_BEFORE = re.compile(rf"(?:\(-\) ?|-)(?P<what>(?:{_THOUGHTS})(?: or (?:{_THOUGHTS}))*)")
_SPEAKER = re.compile(
    r"^(?:(?:the )?(?:client|patient|pt\.?|ct|cl|he|she|they) )?"
    r"(?:(?=denie[sd]\b)|(?:reports?|reported|states?|stated|endorses?|endorsed|voices?|voiced) (?=(?:no|none|nil)\b))"
)
_PART = re.compile(r"[^;,.]+")


def in_plain_order(text: str) -> str:
    """The text, in small letters, with what is denied behind the denial, and without who says so."""
    spelt = _SHORT_WORD.sub(lambda found: _SHORT[found[0]], text)
    joined = _LIST.sub(_in_one, _DOTTED.sub(r"\1\2", spelt))
    return _SPEAKER.sub("", _PART.sub(_turned, joined))


def _in_one(found: re.Match[str]) -> str:
    """`si/hi/avh` as `si or hi`: what is heard or seen is beside the question."""
    named = re.findall(_THOUGHTS, found[0])
    return " or ".join(dict.fromkeys(named))


def _turned(found: re.Match[str]) -> str:
    part = found[0].strip()
    match = next(filter(None, chain((_BEHIND.fullmatch(part), _BEFORE.fullmatch(part)))), None)
    return f" no {match['what'].strip()}" if match and match["what"].strip() else found[0]
