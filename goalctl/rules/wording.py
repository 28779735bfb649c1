"""How a goal is worded: its head verbs, numbers and comparatives, found with word lists and no grammar.

Lists beat parsing here: a hint that is wrong once in five is worse than none, so everything errs on the quiet side. The
labelled statements in the tests say how often each list is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

UNWATCHABLE = frozenset(
    """appreciate comprehend cover familiarise familiarize know learn realise realize study understand""".split()
)
INNER = frozenset("believe enjoy experience feel master respect think".split())
SOFT = frozenset("address consider discuss encourage explore focus process reflect seek".split())
AVOIDING = frozenset("abstain avoid cease quit refrain stop".split())
NEGATIONS = frozenset("don't dont never not no".split())
_ALSO_NOUNS = frozenset("cover experience focus master process respect study".split())

STATES = UNWATCHABLE | INNER | SOFT | frozenset(
    """accept achieve be become cope deal develop embrace feel gain handle has have heal hope improve increase love maintain
    manage need overcome recover reduce regain remain seem succeed tolerate trust want wish""".split()
)

UNWATCHABLE_PHRASE = re.compile(
    r"\b(?:be(?:come)?|is|stay) (?:more )?(?:aware|acquainted|familiar)\b|\b(?:gain|build|develop|increase) (?:\w+ ){0,2}"
    r"(?:knowledge|insight|awareness|understanding)\b|\bget to know\b"
)
INNER_PHRASE = re.compile(r"\b(?:awareness|understanding|sense|feelings?) of\b|\bfeels? (?:better|good|happier)\b")
SOFT_PHRASE = re.compile(r"^(?:to )?(?:work(?:s|ing)? (?:on|through|toward)|deals? with|looks? into|talks? through)\b")
COMPARATIVE = re.compile(
    r"\b(?:better|more|less|fewer|greater|higher|stronger|healthier|happier|calmer|improv(?:e|es|ed|ing)|improvement"
    r"|reduc(?:e|es|ed|ing)|reduction|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|lessen(?:s|ing)?|enhanc(?:e|es|ing)|strengthen(?:s|ing)?"
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
    r"\b(?:a|an|per|each|every|this|next|the) (?:\w+ )?(?:day|night|week|month|year|hour|session|shift|meal|morning|evening"
    r"|afternoon|weekend|weekday|visit)s?\b|\b(?:daily|nightly|weekly|monthly|yearly|out of|of ten|in a row|by|until|within"
    r"|before|in (?:\w+ )?(?:days|weeks|months))\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
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

OBSERVABLE = frozenset(
    """accompany act add agree announce answer apologise apologize apply approach arrange arrive ask attend bathe begin
    belong blog book borrow breathe bring brush build buy call carry catch charge chat check choose circle clean clear
    climb close collect colour come comment compare complete compose contact cook copy count cross cut cycle dance decide
    decline delete deliver demonstrate describe dial discharge do donate draw dress drink drive earn eat email empty end
    enrol enter exchange exercise explain file fill find finish floss fold follow furnish garden gather get give go grant
    greet guess hand hang help hold hug identify initiate install interview introduce invite join jog journal keep kiss
    lay lead leave let lift light limit list listen live lock log look mail make map mark meet mend mop move name note
    obtain offer open order organise organize pack paint park participate pass pause pay perform phone pick picture place
    plan plant play point postpone practice practise praise prepare present press print provide pull push put raise rate
    reach read recite recognise record refuse register rehearse release remove repair repeat replace reply report request
    respond rest resume return review revive rewrite ride ring rise role-play run save say schedule score scrub see sell
    send serve set settle shake share shop shout show shower sing sit sketch sleep smile solve sort speak spend spin spot
    spread stamp stand start state stay steer step store stretch submit suggest swallow sweep swim switch take talk teach
    tell test text thank throw tick tidy tie tour touch track train travel treat try turn type unpack update use verbalise
    verbalize visit volunteer wait wake walk wash watch water wear weigh work write yoga wake demonstrate exhale inhale
    hand-write name label replace attend declare confront confirm ignore interrupt""".split()
)
"""Verbs of things that someone can see or hear being done; wide, because a gap in it is a false alarm."""

_NOUNISH = frozenset(
    """act answer approach book call change charge chat check circle close colour comment contact copy count cover cross cut
    dance do drink drive end exercise file garden guess hand help hold hug interview journal kiss lead lift light limit
    list live lock log look mail map mark meet mend move name note offer order paint park pass pause pay phone picture
    place plan plant play point practice practise praise present press print pull push put record release repair reply
    report request rest return review ride ring rise run score see set shake share shop shout show shower sleep smile sort
    spin spot spread stamp stand start state stay step store stretch switch talk test text thank tick tie tour touch track
    train travel treat turn type update use visit volunteer wait wake walk wash watch water wear work yoga get go let try
    make take keep live light find lay""".split()
)
"""Observable verbs that are as often nouns, or say little in mid-sentence: these count only where a verb belongs."""

_TOKEN = re.compile(r"[a-z]+(?:['\u2019-][a-z]+)*|\d+|[,;:.\u2013(]")
_THIRD_PERSON = re.compile(r"[a-z]+[^s\W]s")
_SUBJECT = re.compile(
    r"^(?:(?:the|this|our|both) )?(?:client|patient|couple|family|parents?|partners?|student|adolescent|teen)s?\b"
)
_JOINERS = frozenset([",", ";", ":", ".", "(", "\u2013", "and", "or", "then", "to", "will", "can", "by", "who", "until"])
_SKIPPED = frozenset(
    """i we he she they it to be able will can want wants would like should must is are again also always only just first both
    begin begins continue continues manage manages""".split()
)
_AFTER_A_PERIOD = frozenset("day days week weeks month months morning evening night session daily weekly nightly".split())


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
        elif position and tokens[position - 1] in _AFTER_A_PERIOD:
            yield token


def _is_skipped(token: str) -> bool:
    return token in _SKIPPED or (token.endswith("ly") and token not in {"reply", "apply", "rely"})


def first_verb(text: str) -> str:
    """The first of them, or nothing."""
    return next(head_verbs(text), "")


def named_verb(text: str, verbs: frozenset[str]) -> str:
    """The first head verb of that list as it is written; one that may be a noun only counts in the first place."""
    for place, verb in enumerate(head_verbs(text)):
        fitting = bases(verb) & verbs
        if fitting and (place == 0 or not fitting & _ALSO_NOUNS):
            return verb
    return ""


def unwatchable(text: str) -> str:
    """The words for knowing or understanding, if any."""
    return _named(text, UNWATCHABLE, UNWATCHABLE_PHRASE)


def inner(text: str) -> str:
    """The words for feeling or believing, if any."""
    return _named(text, INNER, INNER_PHRASE)


def soft(text: str) -> str:
    """The words that name the way and not where it leads, if any."""
    return _named(text, SOFT, SOFT_PHRASE)


def _named(text: str, verbs: frozenset[str], phrase: re.Pattern[str]) -> str:
    match = phrase.search(text.lower())
    return named_verb(text, verbs) or (match[0] if match else "")


def is_observable(text: str) -> bool:
    """Whether some verb in it tells what can be seen or heard.

    `Knits with the neighbour`: whatever ends in an s where a verb belongs counts, unless it is known for a state.
    """
    heads = [verb for verb in head_verbs(text) if not _is_vague_work(text, verb)]
    if any(bases(verb) & OBSERVABLE for verb in heads):
        return True
    if heads and _THIRD_PERSON.fullmatch(heads[0]) and not bases(heads[0]) & STATES:
        return True
    words = _TOKEN.findall(text.lower())
    if any(bases(word) & (OBSERVABLE - _NOUNISH) for word in words):
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
    if first in NEGATIONS or bases(first) & AVOIDING:
        return True
    return re.match(r"^(?:to )?(?:no longer|give up|cut out|be free of|be without)\b", text.lower()) is not None
