"""Clinics' shorthand put into the order that a denial is read in: `SI/HI denied` is `no si or hi`.

What is only half of it, or says more, stays as it is, so that it counts as present.
"""

from __future__ import annotations

import re
from itertools import chain

from goalctl.model.expression import Expression

_THOUGHTS = "si|hi|sh|dsh|sib|nssi|tash|tsh"
_SHORT = {
    "h/o": "history of",
    "hx": "history",
    "c/o": "complaint of",
    "w/o": "without",
}
_SHORT_WORD = Expression(rf"\b(?:{'|'.join(_SHORT)})(?= |$)")
_IN_OTHER_WORDS = (
    (Expression(r"\b(active|passive|suicid\w+)/(active|passive|homicidal|self[- ]harm)\b"), r"\1 or \2"),
    (Expression(r"\b(?:to end|ending|to take|taking) (?:(?:his|her|their|my|own) ){0,2}life\b"), "suicide"),
    (Expression(r"\bthoughts or feelings\b"), "thoughts"),
    (Expression(r"\b(?:risk|safety) (?:concerns?|issues?)\b"), "concerns"),
    (Expression(r"\bideations? ?[,/] ?(?=homicidal ideations?(?: *[,.;]|$| or | and ))"), "ideation or "),
    (Expression(r"(?:\bis|\bam|\bwas|'s) ?n(?:o|')t (?=suicidal\b|homicidal\b)"), " not "),
    (Expression(r"\b(?:has|had|have) (?=no\b)"), ""),
    (
        Expression(r"\b(?:in the last week|since (?:the |our )?last (?:session|visit|appointment|contact|review))\b"),
        "this week",
    ),
    (Expression(r"/ ?(?=-(?:si|hi|sh)\b)"), ", "),
    (
        Expression(
            r"\b(?:(?:do|does|did|has|have)(?: not|n't) (?:report|endorse|voice|express|have)(?:ed)?"
            r"|(?:(?:adamantly|strongly|consistently|repeatedly|again|also|continue[sd]? to) ){1,3}den(?:y|ie[sd]))"
        ),
        "denies",
    ),
)
_DOTTED = Expression(r"\b([sh])[./] ?(i|h)\b\.?")
_ENDS = (
    r"(?= *(?:[;,.:)=(/&-]|$|(?:or|and|nor|denie[ds]|nil|none|neg|negative|absent|no|not|at|in|today|currently|since"
    r"|this|reported|observed|noted|endorsed|elicited|voiced|expressed|identified)\b))"
)
_LIST = Expression(rf"\b(?:{_THOUGHTS})(?: ?(?:[/,&]| or | and | nor ) ?(?:{_THOUGHTS}|avh|ah|vh)\b)+{_ENDS}")
_WHAT = (
    rf"(?:(?:current|active|passive|suicidal|homicidal|suicide|any|all|or) ?)*(?:{_THOUGHTS}|dv|wish to be dead|all"
    rf"|suicide|suicidality|self-harm"
    r"|ideation|thoughts?|plans?|intent|means|behaviou?rs?|attempts?)?"
)
_DENIED = (
    r"(?: ?[:=?] ?| - | )(?:denie[ds]|nil|none|n|0|neg(?:ative)?|absent|no|\(?-\)?"
    r"|not (?:present|reported|endorsed|elicited))"
    r"|-|: ?-|\(-\)"
)
_BEHIND = Expression(
    rf"(?P<what>{_WHAT}(?: or (?:{_THOUGHTS}|plans?|intent|self-harm))*)(?: (?:is|was|are"
    rf"|were)(?= ))?(?:{_DENIED})(?: (?:by|per) (?:the )?(?:client|patient|pt))?"
    r"(?: (?:reported|noted|voiced|expressed|currently|today|now|at this time|at present|this (?:week|session)))*"
)
_BEFORE = Expression(rf"(?:\(-\) ?|-)(?P<what>(?:{_THOUGHTS})(?: or (?:{_THOUGHTS}))*)")
_ASKED = (
    rf"(?:asked about|screened for|assessed for) (?:suicide|suicidal thoughts|self-harm"
    rf"|{_THOUGHTS})(?: or (?:{_THOUGHTS}))*"
)
_TOPIC = rf"(?:suicide|suicidality|self-harm|suicide or self-harm|{_ASKED})"
_NO_MORE = r"(?:no|nil|none|denie[sd]|neg|negative)(?: (?:thoughts|ideation|reported|by client))?(?:[.;]|$)"
_SPEAKER = Expression(
    r"^(?:(?:the )?(?:client|patient|pt\.?|ct|clt?|he|she|they|i) )?"
    rf"(?:risk(?:: ?| - )(?=(?:no|nil|none|denie[sd])\b)|{_TOPIC}(?:[:,] ?| - )(?={_NO_MORE}))?"
    r"(?:(?=denie[sd]\b)| *(?=not (?:suicidal|homicidal)\b)|(?:reports?|reported|states?|stated|endorses?|endorsed"
    r"|voices?|voiced) (?=(?:no|none|nil)\b))?"
)
_PART = Expression(r"[^;,.]+")


def in_plain_order(text: str) -> str:
    """The text, in small letters, with what is denied behind the denial, and without who says so."""
    spelt = _SHORT_WORD.sub(lambda found: _SHORT[found[0]], text)
    for pattern, other in _IN_OTHER_WORDS:
        spelt = pattern.sub(other, spelt)
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
