"""What a free text of a risk record says: not asked, clearly denied, or anything else, which counts as present.

A denial is one only when every part of the text is: "no", "denies any plan", "none reported this week". Whatever else
stands there ("no, but …", "none since the rope was taken away") counts as present. "Not asked" is no answer at all.
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from goalctl.analysis.risk.notes import speaks_of_risk
from goalctl.analysis.risk.shorthand import in_plain_order
from goalctl.analysis.risk.typed import as_typed_plainly
from goalctl.model.expression import Expression
from goalctl.model.scoring import Height


class Said(Enum):
    """What a field of a record says."""

    NOTHING = "nothing"
    NOT_ASKED = "not asked"
    DENIED = "denied"
    PRESENT = "present"

    @property
    def was_asked(self) -> bool:
        """Whether there was an answer, of either kind."""
        return self in {Said.DENIED, Said.PRESENT}


_NOT_ASKED = Expression(
    r"(?:was |were )?not[ -](?:yet )?(?:asked|assessed|discussed|explored|covered|done)\b"
    r"|(?:was|were)n't (?:asked|assessed|discussed|explored|covered)\b"
    r"|(?:i )?(?:did not|didn't|forgot to|could not|couldn't|was unable to|unable to|was not able to|not able to) "
    r"(?:get to )?(?:ask|assess|discuss|explore|cover|be (?:asked|assessed))\b(?! (?:for|to)\b)"
    r"|(?:to be|will be|to|will) (?:ask|assess)(?:ed)? (?:next|later|tomorrow|on)\b|(?:ask|assess) next\b"
    r"|skipped$|no time(?: to ask)?$"
)
_NO_ANSWER = frozenset(
    {"unknown", "n/a", "n.a.", "na", "not applicable", "?", "??", "not known", "deferred", "-", "--", "tbd", "tbc"}
)
_TURN = Expression(
    r"\b(?:but|however|though|although|yes|except|until|still|concerns? (?:kill|hurt|harm)ing"
    r"|(?:plans?|intent|means) (?:si|hi|active|passive|suicidal))\b|\?"
)
_SENTENCES = Expression(r"\.")
_PARTS = Expression(r"[.,;:/()\u2013\u2014]+|\s-\s")
DENIALS = frozenset(
    {"no", "none", "nil", "denies", "denied", "never", "negative", "absent", "false", "n", "0", "not", "without", "neg"}
    | {"nothing", "neither", "nope", "0/10", "zero", "\u00f8", "\u2205"}
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_INNERDENIALS = frozenset({"no", "none", "not", "nor", "or", "and", "any"})
_MATTERS = _words(
    """access attempt attempts behaviour behavior history ideation injury intent intention intentions means plan plans
    preparation preparations rehearsal rehearsals selfharm self-harm thoughts urges violence weapons"""
)
_FILLERS = _words(
    """all asked at clearly current currently date explicitly expressed identified known moment noted now observed of on
    past present presently previous prior reported session specific stated the this time to today voiced week
    whatsoever within"""
)
_HARMLESS = _words(
    """a about active aggression anybody anyone attack be been dead death die dying else ever firearm firearms for gun
    guns harm harming herself him himself home homicidal house hurt hurting in intend it kill killing others others' own
    her his passive planning preparatory risk self self-injury si suicidal suicide their them themselves thinking
    thought to violent was weapon were wish wishes hi sh wanting above by client complaint complaints concern concerns
    detected disclosed dsh elicited endorsed evidence indication indications nssi patient pt questions sib sign signs
    tash suicidality ongoing feeling risks
    ideations sucidal suicdal attempted tsh dv ipv"""
)


_ABOUT = Expression(
    r"^ *(?:whether|if)\b.*|^ *(?:about|on|re)\b.*?(?=\b(?:because|as|since|when|while|he|she|they)\b|$)"
)
_MEANS = Expression(r"\b(?:tablets?|pills?|insulin|ropes?|guns?|kni(?:fe|ves)|blades?|razors?|weapons?)\b")
_TOLD = _MATTERS | {"active", "passive", "suicidal", "wish", "wishes"}


def meaning_of(text: str | None) -> Said:
    """What the text says; anything that is not clearly a denial is present."""
    plain = in_plain_order(as_typed_plainly(text or "").casefold().strip("\"'! "))
    if not plain:
        return Said.NOTHING
    if plain in _NO_ANSWER or (_NOT_ASKED.match(plain) and not _TURN.search(plain) and not _tells_more(plain)):
        return Said.NOT_ASKED
    return Said.DENIED if _is_denial(plain) else Said.PRESENT


def _tells_more(text: str) -> bool:
    """Whether more stands there than what was not asked, and why: "not asked because he has a rope"."""
    first, *others = _PARTS.split(_NOT_ASKED.sub("", text, count=1))
    rest = " ".join(part.strip() for part in others)
    told = f"{_ABOUT.sub('', first)}; {rest}"
    return bool(_TOLD.intersection(rest.split())) or bool(speaks_of_risk(told)) or bool(_MEANS.search(told))


def _is_denial(text: str) -> bool:
    """Whether it is made of denials, and of words that carry none of the matter."""
    if text in DENIALS:
        return True
    sentences = [[part.split() for part in _PARTS.split(one) if part.strip()] for one in _SENTENCES.split(text)]
    told = [parts for parts in sentences if parts]
    if not told or not _denies(told[0][0]) or _TURN.search(text):
        return False
    return all(_denies_all(parts) for parts in told)


def _denies_all(parts: list[list[str]]) -> bool:
    """Whether a sentence denies in each part, or only says when or by whom it was."""
    first, *others = parts
    is_list = _denies(first) and len(first) > 1  # as in: denies ideation, plan, intent
    if not (_denies(first) or _says_only_when(first)):
        return False
    return all(_denies(part) or _says_only_when(part) or (is_list and _goes_on(part, first[0])) for part in others)


def _says_only_when(part: list[str]) -> bool:
    return _FILLERS.issuperset(part) and part != ["present"]


def _denies(part: list[str]) -> bool:
    """Whether it begins with a denial that nothing in it takes back; "never not" and "denies no" are no denials."""
    first, rest = part[0], part[1:]
    again = [word for word in rest if word in {"not", "none", "no"}]
    if first not in DENIALS or (again and first in {"never", "denies", "denied", "not", "without", "nothing"}):
        return False
    return all(word in _INNERDENIALS or word in _MATTERS or word in _FILLERS or word in _HARMLESS for word in rest)


def _goes_on(part: list[str], denial: str) -> bool:
    """Whether it is one more thing of a list that began with that denial; `no plan, thoughts and urges` may be two."""
    words = [word for word in part if word not in _INNERDENIALS]
    if part[0] == "or" or ("or" in part and part[-1] in {"expressed", "reported", "voiced", "identified"}):
        words = [word for word in words if word not in _FILLERS]
    joining = {"or", "and"} if denial in {"denies", "denied"} else {"or"}
    is_short = len(words) == 1 or (len(words) > 1 and not joining.isdisjoint(part))
    return is_short and _MATTERS.issuperset(words)


_PASSIVE = Expression(r"\bpassive\b|\bwish(?:es|ed)? to be dead\b|\bnot to wake up\b")
_ACTIVE = Expression(r"\bactive\b")
_DENIED_ACTIVE = Expression(
    r"\b(?:no|not|never|denies|denied|without|nothing) (?:any )?active\b(?: (?:ideation|thoughts?))?"
)


def ideation_height(text: str | None) -> Height | None:
    """How high the thoughts are that the text tells of; None when there are none, or nobody asked.

    Thoughts of an unknown kind rank as active.
    """
    if meaning_of(text) is not Said.PRESENT:
        return None
    plain = _DENIED_ACTIVE.sub(" ", (text or "").casefold())
    return Height.PASSIVE if _PASSIVE.search(plain) and not _ACTIVE.search(plain) else Height.ACTIVE


_AS_A_PLAN = "imminent|acute|emergency|extreme|critical"
_AS_ACTIVE = "high|higher|highest|severe|serious|elevated|significant|substantial|considerable|grave|urgent|crisis"
_IMMINENT = Expression(rf"\b(?:{_AS_A_PLAN})\b")
_HIGH = Expression(rf"\b(?:{_AS_ACTIVE})\b")
_NOT_SO = Expression(
    rf"\b(?:not|no|nor|non|never)[ -](?:(?:very|currently|at|an?|in) )?(?:{_AS_A_PLAN}|{_AS_ACTIVE})\b"
    r"|\blow (?:acute|imminent)\b|\bacute (?:risk )?(?:is )?low\b"
)


def level_height(text: str | None) -> Height | None:
    """What a level opens by itself: imminent as an intent; high as active, for it has no height from a source."""
    plain = _NOT_SO.sub(" ", as_typed_plainly(text or "").casefold())
    if meaning_of(text) is not Said.PRESENT:
        return None
    return Height.PLAN if _IMMINENT.search(plain) else Height.ACTIVE if _HIGH.search(plain) else None


_SECURED = Expression(
    r"\b(?:locked|removed|secured|surrendered|disposed|returned|taken away|handed (?:in|over)|given (?:to|away)"
    r"|out of (?:the )?(?:house|home|reach))\b"
)
_NOT_DONE = Expression(
    r"\b(?:no|not|never|yet|will|to be|refuse[sd]?|but|still|\w+n't|has access"
    r"|(?:he|she|they|client|patient|pt) (?:has|have|knows?|keeps?|holds?) (?:the|a|his|her|their) "
    r"(?:key|code|combination))\b"
)


def is_secured(text: str | None) -> bool:
    """Whether means are out of reach, by the text, and nothing in it takes that back."""
    plain = as_typed_plainly(text or "").casefold()
    return bool(_SECURED.search(plain)) and not _NOT_DONE.search(plain)


_YEAR = Expression(r"\b(19\d\d|20\d\d)\b")
_AGO = Expression(
    r"\b(?:\d+|two|three|four|five|ten|twenty|some|several|many) (?:years|yrs) ago\b"
    r"|\bas an? (?:young )?(?:teenager|child|teen|kid|girl|boy|adolescent)\b|\bas teens?\b|\b(?:years|decades) ago\b"
    r"|\bin (?:his |her |their )?(?:childhood|teens|twenties|youth)\b|\b(?:grew|growing) up\b"
    r"|\bchildhood (?:\w+ )?(?:abuse|trauma|neglect)\b"
    r"|\bwhen (?:i|he|she|they|pt|the client|client|patient) (?:was|were) (?:an? |very |still )*(?:child|kid|little"
    r"|small|young|\d)\b"
)
_LATELY = Expression(
    r"\b(?:weeks?|months?|days?|today|yesterday|again|recent\w*|now|still|current\w*|last|since|new|on(?:going|ly)|"
    r"tonight|morning|mon|tue|wed|thu|fri|sat|sun)(?:day)?\b"
)


def is_lately(text: str) -> bool:
    """Whether a word about this time stands in it: yesterday, again, since."""
    return bool(_LATELY.search(text))


_NONE = r"\b(?:none|no|nil|nothing|denie[sd])\b(?P<what>[^.;,]{0,60}?)"
_NONE_SINCE = Expression(rf"{_NONE}\bsince\b(?=[.!]?$| (?:19|20)\d\d\b| then\b)")
_LAST_THEN = Expression(r"\blast\b(?=[^.;,]{0,24}\b(?:19|20)\d\d\b)")
_NONE_NOW = Expression(r"\b(?:no|none|nil|denie[sd])(?: any| of)? (?:current|recent|ongoing|new)\w*\b[^.;,]{0,40}")
_SO_MANY = r"\d+|an?|two|three|four|five|ten|several|many"
_NONE_FOR_LONG = Expression(
    rf"{_NONE} (?:in|within|for|over) (?:the )?(?:(?:past|last) )?"
    rf"(?:(?:[3-9]|\d\d|three|four|six|nine|twelve) months|(?:(?:{_SO_MANY}) )?years?)[.!]?"
)
_ACTS = _words("acts burning cutting episode episodes further incident incidents more overdose overdoses overdosing")


def is_long_past(text: str | None, *, on: date) -> bool:
    """Whether the text clearly tells of another time: years that lie two or more back, and no word about lately.

    That there was none since, or none in three months and longer, is no word about lately; no break since is one.
    """
    plain = _NONE_SINCE.sub(
        lambda found: " " if _is_of_acts(found) else found[0], as_typed_plainly(text or "").casefold()
    )
    if (none := _NONE_FOR_LONG.fullmatch(plain)) and _is_of_acts(none):
        return True
    plain = _NONE_NOW.sub(" ", _LAST_THEN.sub(" ", plain))
    years = [int(year) for year in _YEAR.findall(plain)]
    told = bool(_AGO.search(plain)) or bool(years)
    return told and all(year <= on.year - 2 for year in years) and not _LATELY.search(plain)


def _is_of_acts(none: re.Match[str]) -> bool:
    """Whether what there was none of is what was asked about: no `longer able to stop`, and no `day without`."""
    return all(word in _ACTS | _MATTERS | _FILLERS | _HARMLESS for word in re.findall(r"[\w-]+", none["what"]))
