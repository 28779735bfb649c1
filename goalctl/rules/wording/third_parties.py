"""How somebody who is not the client comes into a goal: as who does it, is to do it, gives it or decides about it.

Persons stand as @ in all patterns but the first four, and in those of what is received.
"""

from __future__ import annotations

from goalctl.rules.wording import nouns
from goalctl.rules.wording.patterns import Phrases

_OWNER = r"(?:my|his|her|their|our|your|the client's|client's|the patient's|the couple's|\w+'s)"
_PERSON = rf"(?:{nouns.FAMILY}|{nouns.OTHERS})"
_BODY = rf"(?:(?:the |other |all |most |some |both |two |three )(?:[a-z]+ )?)?(?:{nouns.BODIES})"
_ANY = r"(?:the|an?|another|other|some|most|all|two|three|each|every|one)"
_KIN = (
    "(?:mother|father|mum|mom|dad|parents|sisters?|brothers?|sons?|daughters?|wife|husband|partner|children|boss"
    "|school|employer|friends|colleagues|teachers?|doctor|lawyer)"
)
_OWNED = rf"{_OWNER} (?:[a-z-]+ ){{0,2}}?|{_ANY} (?:[a-z-]+ )?"
_WITH = rf"(?:'s {_KIN})?(?: (?:and|or) (?:{_OWNER} )?{_KIN})?"
_STUDENTS = rf"{_OWNER} (?:students|pupils|patients|clients|employees|guests|players)"
_BARE = (
    "(?:husband|wife|boss|manager|teacher|sister|brother|son|daughter|boyfriend|girlfriend|landlord|mum|mom|dad"
    "|father-in-law|mother-in-law)"
)
SOMEBODY = Phrases(rf"\b(?:(?:{_OWNED}){_PERSON}{_WITH}|{_STUDENTS}|{_BODY}|{_BARE})\b(?!-)")
"""Whoever is not the client; a text is looked at once for them, and they stand as @ in the patterns below."""

AT_FIRST = Phrases(
    "(?:that )?(?:(?:aunt|uncle|auntie|grandma|grandpa|cousin|pastor|father|coach) [a-z]+(?= [a-z]+s )|(?:(?:adult"
    rf"|teenage|older|younger|eldest|elder) )?{_PERSON})\b(?![-'])",
    start=True,
)
NAMED = Phrases(
    f"(?:that )?(?:{_OWNER}|{_ANY}|people|others|(?:every|some|any|no)(?:one|body)|no one) ",
    start=True,
)
BOTH = Phrases(r"@ and (?:i|he|she|we|they|the client)\b", start=True)
THE_CLIENTS = Phrases(
    "(?:(?:the |both |all )?(?:couple|family|families|parents|partners|carers|caregivers|siblings|members|twins)"
    r"|(?:the )?(?:mother|father|parent|carer|caregiver|(?:mum|mom|mam|dad)(?! (?:stops|quits|gives up|no longer"
    r"|never)))(?! pays (?:the |child )*(?:support|maintenance))"
    r"(?!.*\b(?:client|patient|resident|pupil|student|me|my|i|us|our)\b)"
    r"|(?:the|each|every) partner|(?:the )?(?:child|toddler|teenager)|children)\b(?![-'])(?! of\b)",
    start=True,
)
"""Who may be the clients: couples and families, and parents unless the sentence says that somebody else is."""

_TOLD = "(?:told|called|asked|visited|phoned|written|invited|met|seen|rung|texted)"
_NO_SUBJECT = rf"(?! ?(?:'|,|and (?:i|he|she|we)\b|of\b|for\b|with\b|about\b|(?:is|are|will be) {_TOLD}\b))"
_DOES = (
    r"(?P<does>(?:\w+ly |no longer |never |always |finally |will |would |could |should |must |can |does |has to "
    "|have to |not |to |be )*[a-z']+)(?: (?P<then>[a-z@']+))?"
)
_PLACED = r"(?: (?:at|in|from|on) (?:the |my |his |her |their )?[\w@]+(?= [a-z]+s?\b))?"
_SOME_OF = r"(?:at least )?(?:(?:\w+|\d+) of )?"
WHO = Phrases(rf"(?:that )?{_SOME_OF}@ (?:will |shall |to )?", start=True)
"""Who is to do it, up to what they do."""

SUBJECT = Phrases(rf"(?:that )?{_SOME_OF}@{_NO_SUBJECT}{_PLACED} {_DOES}", start=True)
WISHED = Phrases(
    "(?:for |to see |(?:(?:i|he|she|we|they) ?)?(?:would like |'d like |wants? |wish(?:es)? |hopes? |needs? "
    "|likes? )(?:for |that )?|(?:to )?(?:ensures?|make sure|makes sure|see to it|sees to it) (?:that )?)(?:@|him"
    f"|her|them){_NO_SUBJECT} (?:to )?{_DOES}",
    start=True,
)
CAUSED = Phrases(
    "(?:to )?(?:gets?|makes?|persuades?|convinces?|forces?|getting|making|causes?|expects?|pressures?|talks?) (?:@"
    "|him|her|them) (?P<does>(?:to |into |not |stop |be )*[a-z]+)(?: (?P<then>[a-z@']+))?",
    "(?:to )?(?:have|has|having) @ (?P<do>(?:not |stop |be )*(?!to |by )[a-z]+)(?: (?P<take>[a-z@']+))?",
    "(?:to )?(?:sees?|hears?) @ (?P<do_this>(?!to |by )[a-z]+)(?: (?P<take_that>[a-z@']+))?",
    r"(?:to )?(?P<stop>stops?|keeps?|prevents?) @ (?:from )?[a-z]+ing\b",
    start=True,
)
HE = Phrases(r"that (?:he|she|they) (?:\w+ly )?(?P<does>[a-z]+s)\b", start=True)
_GIVEN = (
    "(?:apolog(?:y|ies)|promotion|pay ?rise|raise|custody|forgiveness|praise|approval|permission|invitations?|thanks"
    "|recognition|compliments?|respect(?! for)|an offer|offers|boyfriend|girlfriend|visits?|calls? from"
    "|letters? from|replies|likes|followers|matches|reactions|views|subscribers|affection|attention|acceptance"
    "|sympathy|parole|bail|probation|early release|second date|clemency|amnesty|second chance|good reference"
    "|positive reference|inheritance|diagnosis|answer|yes|go-ahead|all-clear|place (?=on|at|in)|interview|full marks)"
)
RECEIVED = Phrases(
    "(?:to )?(?:receives?|gets?|is given|be given|wins?|has|have|hears?|is granted|earns?"
    rf"|gains?) (?:(?!and )\w+ ){{0,4}}{_GIVEN}\b(?! (?:sheet|card|form|letter|list))",
    r"(?:to )?(?:have|get|find)s? (?:a |an )(?:new )?(?:boyfriend|girlfriend|partner|husband|wife)\b",
    r"(?:to )?wins? (?:back|over|custody|the|her|his)\b(?! (?:match|race|game|cup|chess|tournament|set))",
    "(?:to )?(?:obtains?|secures?|gets?|regains?|is awarded) (?:a |an |the |full |sole "
    r"|joint )*(?:\w+ )?(?:promotion|offer|custody|rise|raise|permission|visa|asylum|pardon|apology|visitation"
    r"|parole|citizenship|acquittal|compensation)\b",
    r"(?:to )?(?:gets?|gains?) (?:into|admitted|accepted|chosen|picked) (?:\w+ ){0,3}(?:rehab|college|university"
    r"|course|programme|program|team|school|unit|ward)\b",
    start=True,
)
JOB = Phrases(
    "(?:to )?(?:gets?|finds?|obtains?|lands?|secures?|gains?) (?:a |an |the |paid |new |full-time |part-time |better "
    "|good |stable |steady |permanent |gainful |competitive |summer |suitable )*(?:job|work|employment|apprenticeship"
    r"|internship|traineeship|position|placement)\b",
    start=True,
)
"""What an employer decides, where it is all that is to be reached."""

_REGARD = "(?:trust|respect|love|affection|acceptance|sympathy|admiration|forgiveness)"
REGARDED = Phrases(
    rf"(?:to )?(?:earn|win|gain|regain|get|receive)s? (?:back )?(?:[\w]+ )*?(?:@'s? (?:\w+ )?{_REGARD}"
    f"|{_REGARD} (?:of|from) @)",
    start=True,
)
HEARD = Phrases(
    r"(?:to )?(?:receives?|hears?) (?!(?:\w+ ){0,3}(?:form|book|leaflet|prescription|counselling|counseling|therapy"
    r"|treatment|training|lessons)\b)(?:[\w@-]+ ){0,5}from "
    rf"{_SOME_OF}@",
    r"(?:to )?gets? (?:[\w@-]+ ){0,3}(?:yes|no|help|support|advice|answers?|reply|word|love|credit|feedback|money"
    rf"|reference|loan|job) (?:[\w@-]+ )?from {_SOME_OF}@",
    r"(?:to )?gets? (?:\w+ ){1,3}back from @",
    r"(?:to )?(?:have|has|having|makes?|making|gets?|getting) @ (?:back|home|returned|proud|happy|pleased|jealous)\b",
    r"(?:i |he |she )?(?:wants?|needs?) @ (?:back|home|out)\b",
    r"(?:to )?(?:gets?|has|have|receives?|obtains?) @'s? (?:\w+ )?(?:blessing|permission|consent|attention|support"
    r"|approval)\b",
    start=True,
)
FROM = Phrases(
    r"(?:(?:no|fewer|more|less|an?|the|regular|some) )*(?:(?!\w*(?:dependence|separation|distance|detachment"
    r"|differentiation|autonomy|freedom|withdrawal|absence|protection|recovery)\b)[a-z]+ ){1,4}from @",
    start=True,
)
_WATCHED = (
    "(?:agreed|assessed|checked|confirmed|counted|described|documented|graded|judged|logged|marked|measured"
    "|monitored|noted|observed|rated|recorded|reported|scored|seen|shown|signed|tallied|timed|tracked|verified"
    "|witnessed)"
)
_ORDERED = "(?:given|led|offered|organi[sz]ed|prescribed|provided|recommended|run|set|suggested|supervised|taught)"
_OFF = r"(?:(?:up|back|out|down|off|again|more|\w+ly) )?"
BY = Phrases(
    rf"\b(?:is|are|be|been|gets?|being) (?:\w+ly )?(?P<did>(?!{_WATCHED} )[a-z]+) (?:[a-z]+ ){{1,4}}by @",
    rf"\b(?:is|are|be|been|gets?|being) (?:\w+ly )?(?P<done>(?!{_WATCHED} )[a-z]+) {_OFF}by @",
    rf"\b(?P<does>(?!{_WATCHED} |{_ORDERED} )[a-z]+) {_OFF}by @",
)
"""What others do with somebody or something; what they only watch, count or have ordered depends on the client."""

LEADING = Phrases(
    r"(?:on )?(?:each|every) \w+ (?=(?:my|his|her|their) )",
    "(?:the |this )?(?:client|patient|pt|resident|student|pupil|consumer|participant|adolescent|youth)(?:'ll| will"
    "| shall) ",
    start=True,
)
"""A time or the client, before what is done."""

WHEN = Phrases(
    r"\b(?:when(?:ever)?|if|after|once|before|until|unless|because|since|as|while|than|what|that|which) (?:[^,;.]*)"
)
