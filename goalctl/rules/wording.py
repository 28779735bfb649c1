"""How a goal is worded: its head verbs, numbers and comparatives, found with word lists and no grammar.

Lists beat parsing here: a hint that is wrong once in five is worse than none, so everything errs on the quiet side. The
labelled statements in the tests say how often each list is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from goalctl.rules import verbs

UNWATCHABLE_PHRASE = re.compile(
    r"\b(?:be(?:come)?|is|stay|get) (?:more )?(?:aware|acquainted|familiar)\b"
    r"|\b(?:gain|build|develop|increase) (?:\w+ ){0,2}(?:knowledge|insight|awareness|understanding)\b|\bget to know\b"
)
INNER_PHRASE = re.compile(r"\b(?:awareness|understanding|sense|feelings?) of\b|\bfeels? (?:better|good|happier)\b")
SOFT_PHRASE = re.compile(r"^(?:to )?(?:work(?:s|ing)? (?:on|through|toward)|deals? with|looks? into|talks? through)\b")
COMPARATIVE = re.compile(
    r"\b(?:better|more|less|fewer|greater|higher|stronger|healthier|happier|calmer|improv(?:e|es|ed|ing)|improvement"
    r"|reduc(?:e|es|ed|ing)|reduction|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|lessen(?:s|ing)?"
    r"|enhanc(?:e|es|ing)|strengthen(?:s|ing)?"
    r"|diminish(?:es)?|minimi[sz]es?|maximi[sz]es?|boosts?|lowers?(?= (?:my|his|her|their|the|anxiety|stress)\b))\b"
)
_NO_COMPARISON = re.compile(r"\b(?:more or less|no more|once more|better half|for better)\b")
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety"
    r"|hundred|half|once|twice|daily|weekly|monthly|nightly|every|single|one(?! another|self))\b"
    r"|\b(?:each|per) (?:\w+ )?(?:day|night|week|month|morning|evening|session|shift|meal|time|hour)s?\b"
    r"|\ba (?:day|night|week|month)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
)
TIMES = re.compile(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) times\b")
PERIOD = re.compile(
    r"\b(?:a|an|per|each|every|this|next|the) (?:\w+ )?(?:day|night|week|month|year|hour|session|shift|meal|morning"
    r"|evening|afternoon|weekend|weekday|visit)s?\b|\b(?:daily|nightly|weekly|monthly|yearly|out of|of ten|in a row|by"
    r"|until|within|before|in (?:\w+ )?(?:days|weeks|months))\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
)
_PERSON = (
    r"(?:husband|wife|spouse|partner|girlfriend|boyfriend|mother|father|mum|mom|dad|parents?|sister|brother|son|daughter"
    r"|kids?|child|children|family|boss|manager|employer|teacher|colleagues?|coworkers?|co-workers?|friends?|roommate"
    r"|flatmate|ex|in-laws|mother-in-law|father-in-law)"
)
OTHERS = re.compile(
    rf"^(?:(?:my|his|her|their|the client's|client's|the) {_PERSON}|everyone|everybody|people|others|other people)"
    r" (?:will|to|should|must|can|stops?|starts?|listens?|treats?|accepts?|understands?|respects?|apologi[sz]es?|helps?"
    r"|spends?|shows?|agrees?|moves?|comes?|calls?|gets?|is|are|no longer|finally|always|never)\b"
    rf"|^(?:to )?(?:gets?|makes?|has|have|persuades?|convinces?|forces?) (?:my|his|her|their|the) {_PERSON}"
    r" (?:to|stop|start|listen|see|understand|respect|apologi[sz]e|change|agree|come)\b"
)

_TOKEN = re.compile(r"[a-z]+(?:['\u2019-][a-z]+)*|\d+|[,;:.\u2013(]")
_THIRD_PERSON = re.compile(r"[a-z]+[^s\W]s")
_SUBJECT = re.compile(
    r"^(?:(?:the|this|our|both) )?(?:client|patient|couple|family|parents?|partners?|student|adolescent|teen)s?\b"
)
_JOINERS = frozenset(
    [",", ";", ":", ".", "(", "\u2013", "and", "or", "then", "to", "will", "can", "by", "who", "until"]
)


@cache
def bases(token: str) -> frozenset[str]:
    """What the token may be a form of: itself, without its ending, with the letter that the ending took."""
    found = {token}
    if token.endswith("s"):
        found |= {token[:-1], token.removesuffix("es"), token.removesuffix("ies") + "y"}
    if token.endswith("ing"):
        stem = token.removesuffix("ing")
        found |= {stem, stem + "e", stem[:-1]}
    return frozenset(found)


def head_verbs(text: str) -> Iterator[str]:
    """The words that stand where a verb belongs: at the start, after the subject, and after and, or, to and commas."""
    tokens = _TOKEN.findall(_SUBJECT.sub("", text.lower().strip()).strip())
    expected = True
    for position, token in enumerate(tokens):
        if token in _JOINERS:
            expected = True
        elif expected and not _is_skipped(token):
            yield token
            expected = False
        elif position and tokens[position - 1] in verbs.AFTER_A_PERIOD:
            yield token


def _is_skipped(token: str) -> bool:
    return token in verbs.SKIPPED or (token.endswith("ly") and token not in {"reply", "apply", "rely"})


def first_verb(text: str) -> str:
    """The first of them, or nothing."""
    return next(head_verbs(text), "")


def named_verb(text: str, wanted: frozenset[str]) -> str:
    """The first head verb of that list as it is written; one that may be a noun only counts in the first place."""
    for place, verb in enumerate(head_verbs(text)):
        fitting = bases(verb) & wanted
        if fitting and (place == 0 or not fitting & verbs.ALSO_NOUNS):
            return verb
    return ""


def unwatchable(text: str) -> str:
    """The words for knowing or understanding, if any."""
    return _first_match(text, verbs.UNWATCHABLE, UNWATCHABLE_PHRASE)


def inner(text: str) -> str:
    """The words for feeling or believing, if any."""
    return _first_match(text, verbs.INNER, INNER_PHRASE)


def soft(text: str) -> str:
    """The words that name the way and not where it leads, if any."""
    return _first_match(text, verbs.SOFT, SOFT_PHRASE)


def _first_match(text: str, wanted: frozenset[str], phrase: re.Pattern[str]) -> str:
    match = phrase.search(text.lower())
    return named_verb(text, wanted) or (match[0] if match else "")


def is_observable(text: str) -> bool:
    """Whether some verb in it tells what can be seen or heard.

    `Knits with the neighbour`: whatever ends in an s where a verb belongs counts, unless it is known for a state.
    """
    heads = [verb for verb in head_verbs(text) if not _is_vague_work(text, verb)]
    if any(bases(verb) & verbs.OBSERVABLE for verb in heads):
        return True
    if heads and _THIRD_PERSON.fullmatch(heads[0]) and not bases(heads[0]) & verbs.STATES:
        return True
    words = _TOKEN.findall(text.lower())
    if any(bases(word) & (verbs.OBSERVABLE - verbs.NOUNISH) for word in words):
        return True
    return re.search(r"\bbe (?:in|at|on|home|back|up|out)\b", text.lower()) is not None


def _is_vague_work(text: str, verb: str) -> bool:
    """`Work on my temper` is no work that can be watched."""
    return "work" in bases(verb) and re.search(rf"\b{verb} (?:on|through|toward)\b", text.lower()) is not None


def has_number(text: str) -> bool:
    """Whether a number, a frequency or a share stands in it, in figures or words."""
    return NUMBER.search(text.lower()) is not None


def comparative(text: str) -> str:
    """The first word that compares without saying with what."""
    match = COMPARATIVE.search(_NO_COMPARISON.sub("", text.lower()))
    return match[0] if match else ""


def is_up_to_others(text: str) -> bool:
    """Whether it says what somebody else will do, or be made to do."""
    return OTHERS.search(text.lower()) is not None


def is_avoiding(text: str) -> bool:
    """Whether it says what will not be done: a dead man could keep it."""
    first = first_verb(text)
    if first in verbs.NEGATIONS or bases(first) & verbs.AVOIDING:
        return True
    return re.match(r"^(?:to )?(?:no longer|give up|cut out|be free of|be without)\b", text.lower()) is not None
