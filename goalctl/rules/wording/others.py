"""A goal that is reached only when somebody who is not the client decides or acts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.clauses import GoalSentence
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import Phrases, words

_OWNER = r"(?:my|his|her|their|our|your|the client's|client's|the patient's|the couple's|\w+'s)"
_PERSON = rf"(?:{nouns.FAMILY}|{nouns.OTHERS})"
_BODY = rf"(?:the |other |all |most |some |both )?(?:{nouns.BODIES})"
_ANY = r"(?:the|an?|another|other|some|most|all|two|three)"
_BARE = (
    r"(?:husband|wife|boss|manager|teacher|sister|brother|son|daughter|boyfriend|girlfriend|landlord|mum|mom|dad"
    r"|father-in-law|mother-in-law)"
)
_OWNED = rf"{_OWNER} (?:[a-z-]+ ){{0,2}}?{_PERSON}(?: (?:and|or) (?:{_OWNER} )?{_PERSON})?"
_SOMEBODY = Phrases(rf"\b(?:{_OWNED}|{_ANY} (?:[a-z-]+ )?{_PERSON}|{_BODY}|{_BARE})\b(?!-)")
"""Whoever is not the client; a text is looked at once for them, and they stand as @ in the patterns below."""

_BOTH = Phrases(r"@ and (?:i|he|she|we|they|the client)\b", start=True)
_THE_CLIENTS = Phrases(
    r"(?:(?:the )?(?:couple|family|parents?|partners?|mother|father)|child|children)\b",
    start=True,
)
_TOLD = "(?:told|called|asked|visited|phoned|written|invited|met|seen|rung|texted)"
_NO_SUBJECT = rf"(?! ?(?:'|,|and (?:i|he|she|we)\b|of\b|for\b|with\b|about\b|(?:is|are|will be) {_TOLD}\b))"
_DOES = (
    r"(?P<does>(?:\w+ly |no longer |never |always |finally |will |should |must |can |does |has to |have to |not |be )*"
    r"[a-z']+)"
)
_PLACED = r"(?: (?:at|in|from|on) (?:the |my |his |her |their )?[\w@]+(?= [a-z]+s?\b))?"
_SUBJECT = Phrases(rf"(?:that )?@{_NO_SUBJECT}{_PLACED} {_DOES}", start=True)
_WISHED = Phrases(
    "(?:for |to see |(?:i |he |she |we )?(?:would like |'d like |wants? |wish(?:es)? |hopes? |needs? "
    "|likes? )(?:for |that )?)"
    rf"(?:@|him|her|them){_NO_SUBJECT} (?:to )?{_DOES}",
    start=True,
)
_CAUSED = Phrases(
    r"(?:to )?(?:gets?|makes?|persuades?|convinces?|forces?|getting|making|causes?|expects?|helps?) "
    r"(?:@|him|her|them) (?P<does>(?:to |not |stop |be )*[a-z]+)",
    r"(?:to )?(?:have|has|having) @ (?P<do>(?:not |stop |be )*(?!to |by )[a-z]+)",
    start=True,
)
_HE = Phrases(r"that (?:he|she|they) (?:\w+ly )?(?P<does>[a-z]+s)\b", start=True)
_RECEIVED = Phrases(
    r"(?:to )?(?:receives?|gets?|is given|be given|wins?|has|have|hears?|is granted) (?:\w+ ){0,3}(?:apolog(?:y|ies)"
    "|promotion|pay rise|raise|custody|forgiveness|praise|approval"
    "|permission|invitations?|thanks|recognition|compliments?|respect|an offer|offers|boyfriend|girlfriend|visits?"
    r"|calls? from|letters? from|replies)\b",
    r"(?:to )?(?:have|get|find)s? (?:a |an )(?:new )?(?:boyfriend|girlfriend|partner|husband|wife)\b",
    r"(?:to )?wins? (?:back|over|custody|the|her|his)\b",
    r"(?:to )?(?:obtains?|secures?|gets?) (?:a |an |the )?(?:\w+ )?(?:promotion|offer|custody|rise|raise|permission"
    r"|visa|asylum|pardon|apology)\b",
    start=True,
)
_HEARD = Phrases(r"(?:to )?(?:receives?|gets?|hears?) (?:[\w@-]+ ){0,5}from @", start=True)
_FROM = Phrases(r"(?:(?:more|less|an?|the|regular|some) )*(?:[a-z]+ ){1,2}from @", start=True)
_BY = Phrases(
    r"\b(?:is|are|be|been|gets?|being) (?:\w+ly )?(?P<did>[a-z]+) (?:[a-z]+ ){1,4}by @",
    r"\b(?P<does>[a-z]+) (?:(?:up|back|out|down|off|again|more|\w+ly) )?by @",
)
_OWN_STATES = words(
    """
    able absorbed accustomed acquainted aligned amused armed arrived attached aware based begun bored built calmed
    centered centred changed cleaned cleared closed collected committed completed composed concerned confused
    connected convinced covered decided dedicated depressed determined devoted disciplined done dressed drunk eaten
    educated employed empowered engaged enrolled equipped established excited exposed fed filled finished fixed
    focused focussed found frightened fulfilled gone grounded guided healed held high ill informed integrated
    interested involved kept located lost made married motivated moved occupied opened organised organized
    overwhelmed packed paid prepared rated recovered registered rehearsed related relaxed reminded rested retired
    satisfied scared seated seen separated set settled shaved shocked showered spent started stopped stressed stuck
    surprised taken tempted tired trained turned undressed united used washed weighed worried written
    """
)
"""Participles that say how somebody is, not what others did."""

_DECIDED = words("grant approve lift award waive dismiss overturn reinstate refund acquit reverse ratify")
_SHOWING = words(
    """
    demonstrated documented evidenced indicated judged measured noted rated recorded reported seen shown
    """
)
_TO_BE = words("is are be been being gets get getting becomes become")
_BEFORE_BE = words("to have will has")
_LIKED = words("loved liked accepted respected appreciated understood valued trusted supported")
_INNER_OF_OTHERS = (
    verbs.INNER - words("forgive")
    | verbs.KNOWING
    | words("see hear support treat accept appreciate respect recognise recognize care side")
)
_NO_VERBS = words(
    """
    about and at conflict conflicts contact dinner dinners for group home house in is's life meal meals meeting
    meetings night nights of on or problems relationship relationships routine rules session sessions support
    therapy time to with
    """
)


@lru_cache(maxsize=512)
def up_to_others(statement: GoalSentence) -> str:
    """What somebody else would have to do, as a verb in its base form; nothing where it is the client's own."""
    text = statement.text
    marked = _SOMEBODY.replaced(text, "@")
    by_verb = _as_subject(text, marked) or _caused(text, marked) or _as_passive(statement, marked)
    return by_verb or ("give" if not statement.clauses[0].head and _FROM.stand_in(marked) else "")


def is_about_the_mind_of_others(verb: str) -> bool:
    """Whether that verb says what goes on in somebody else."""
    return verb in _INNER_OF_OTHERS


def _as_subject(text: str, marked: str) -> str:
    if _HE.stand_in(text):
        return _verb_of(_HE.groups(text).get("does", ""))
    if _THE_CLIENTS.stand_in(text) or _BOTH.stand_in(marked):
        return ""
    found = _WISHED.groups(marked) or _SUBJECT.groups(marked)
    return _acting(found.get("does", ""))


def _acting(does: str) -> str:
    """The verb of what they do; nothing where a noun follows the person instead."""
    *before, last = does.split() or [""]
    if not last or (last in _NO_VERBS and not before):
        return ""
    is_verb = bool(before) or last.endswith("s") or bool(bases(last) & verbs.KNOWN) or last in _TO_BE
    return _verb_of(last) if is_verb else ""


def _caused(text: str, marked: str) -> str:
    """What somebody is brought to do, or what the client gets from somebody: help, custody, an apology."""
    found = _CAUSED.groups(marked)
    is_received = _RECEIVED.stand_in(text) or _HEARD.stand_in(marked)
    return _acting(found.get("does") or found.get("do", "")) or ("give" if is_received else "")


def _as_passive(statement: GoalSentence, marked: str) -> str:
    """`Is invited`, `be loved`: with the client as who gets it; `granted by the council`: with who does it."""
    by = _BY.groups(marked)
    found = by.get("does") or by.get("did", "")
    if is_participle(found) and found not in _SHOWING:
        return _verb_of(found)
    decided = next((clause.head for clause in statement.clauses if clause.is_passive and clause.head in _DECIDED), "")
    return _undergone(statement.tokens) or decided


def _undergone(tokens: Sequence[str]) -> str:
    """What is done to the client, who is the unsaid subject of a passive; nothing for `is dressed` and the like."""
    after = 0
    while after < len(tokens) and (tokens[after] in _TO_BE | _BEFORE_BE or tokens[after].endswith("ly")):
        after += 1
    if not _TO_BE & set(tokens[:after]) or after == len(tokens) or not is_participle(tokens[after]):
        return ""
    if tokens[after : after + 2] == ["taken", "seriously"]:
        return "respect"
    if tokens[after] in _LIKED:
        return "love"
    return "" if tokens[after] in _OWN_STATES | nouns.TRAITS | _SHOWING else _verb_of(tokens[after])


def _verb_of(token: str) -> str:
    found = bases(token)
    known = sorted(found & (_INNER_OF_OTHERS | verbs.KNOWN))
    return verbs.IRREGULAR.get(token) or (known[0] if known else token)
