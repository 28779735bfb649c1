"""What somebody's words of a day say of risk beside the records of that day: more than those asked, or found.

Where there is a record, words that say something is so ("he wants to die") are told if it did not ask about that, or
found nothing; words that deny it, or tell of another time, are not. A weapon may be meant for anybody: it is told where
it is at hand and no record of the day found anything or tells of means.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.risk.harm_words import A_WEAPON
from goalctl.analysis.risk.notes import RiskPlace, places_of_risk, sentences_of
from goalctl.analysis.risk.recorded import HARM, Recorded, concerns_recorded
from goalctl.analysis.risk.said import Said, is_lately, is_long_past, is_secured, meaning_of
from goalctl.model.expression import Expression
from goalctl.model.session import Concern, Risk

_OWN = frozenset({Concern.SUICIDE, Concern.SELF_HARM})
_MATTER = (
    r"(?:(?:any|current|active|passive|suicid\w+|homicid\w+|si|hi|avh|ah|vh|self[- ]?harm\w*|thoughts?|ideation"
    r"|plans?|intent|means|urges?|behaviou?rs?|attempts?|or|and|of)\b[ ,/]*)*"
)
_REPORTS = r"(?:report|endors|voic|express)\w*"
_CAUSE = r"(?!\b(?:in order|and|because|after|when|so)\b)"
_NO_MATTER = (
    r"(?! (?:stop|help|shake|resist|trust|mind|care|only|just|cop|sleep|eat|(?:going to )?tell|told|know|rememb|say"
    r"|admit|brave|strong|for\b)\w*)"
)
_DENIED_BEFORE = Expression(
    r"\b(?:free|clean|abstinent) (?:of|from) $|\bresist\w*(?: (?:the|an|any|all|her|his))* $|\binstead of $"
    r"|\b(?:stopp?ed|ceased|quit|rarely|zero) $|\b(?:kein\w*|nicht|niega\w*|sin|pas d[e']?|aucune?|ohne) ?(?:\w+ )?$"
    r"|\bvoices? (?:do not|don't|did not|didn't|never) |\b(?:(?<!were )(?<!was )den(?:y|ie[sd]|ying)|denial|neither"
    rf"|nor)\b|(?:\bnot|n't) {_REPORTS}\b|(?:\b(?:not|never|cannot)|n't)\b{_NO_MATTER}(?:{_CAUSE}[^,:]){{0,150}}$"
    r"|\b(?:no(?! (?:energy|one|courage)\b)|none(?! of\b)|without(?! (?:her|his|their|my|the)\b)|nil"
    rf"|neg(?:ative)?(?= ?$| for\b))\b(?:(?:{_CAUSE}[^,]){{0,150}}$| {_MATTER}$)|(?:^|[ /,])(?:-|\(-\)(?: for)? ?"
    rf"|[\u00d8\u00f8\u2205\u00ac] ?)$"
)
_WHAT = r"^ ?(?:/ ?(?:hi|self[- ]?harm)\b)? ?(?:thoughts?|ideation|intent|urges?|plans?|behaviou?rs?)? ?"
_UNSURE = Expression(
    r"(?:\bnot|n't) (?:sure|certain)\b|\bno longer den|(?:\bnot|\bcannot|n't) (?:promise|guarantee|rule out|den)"
)
_NO_LESS = Expression(
    r"\bno (?:change|reduction|decrease|improvement|difference|insight|relief|respite|control)"
    r" (?:in|of|to|into|from|over) (?:\w+ ){0,2}$"
    r"|\b(?:never without|(?:not|no|hardly) (?:a )?(?:single )?(?:day|night|hour)\b[^,;]*) ?$"
    r"|\bwithout (?:\w+ )?(?:medication|meds|treatment)\b[^,;]*$"
    r"|\b(?:never|not|hardly|\w+n't) (?:\w+ ){1,4}without $"
    r"|(?:\b(?:not|never|cannot|unable)|n't)(?: (?:yet|been|able|to|really|always))* (?:stop\w*|resist\w*|ceas\w*|quit)"
    r"(?: (?:\w+sel(?:f|ves)|from|the|an?|any|all|her|his))* $"
    r"|\b(?:(?:refuse[sd]?|decline[sd]?|unable|unwilling) to (?:deny|rule out|contract)|not contract)\b[^,;]*$"
)
_LISTED = (
    r"^(?:(?: ?/ ?| |, (?=(?:hi|avh|ah|vh|sib|dsh|sh)\b))(?:thoughts?|ideation|intent|urges?|plans?|behaviou?rs?"
    r"|[shav]+[hi]|sib|suicid\w+|homicid\w+|self[- ]?harm\w*|or|and)\b)* ?"
)
_DENIED_BEHIND = Expression(
    rf"{_LISTED}(?:(?:[:=?] ?(?:a(?:nswer)?: ?)?|- )?(?:(?:was |were |is |are )?(?:denie[ds]|nil|none|no(?! (?:plan"
    r"|intent|means|change|better))|absent|neg\w*|not (?:present|reported|endorsed|elicited|observed|noted|evident"
    r"|any ?more))\b|\(-\)|-free\b|[:=]? ?-(?:/-)?(?= ?(?:$|[/,])))|[:=?] ?[n0]\b(?!/))"
    r"|^[^\"().;]*[\"')]+ ?[:=] ?(?:0(?![/.\d])|not at all|(?:no|never)(?=[.,;)]|$))"
)
_DENIED_ITSELF = Expression(r"(?:no|denie[sd]) (?:si|sh|h\.?i)")
_TURN = Expression(
    r"\((?=(?:but|mum|mom|mother|father|dad|wife|husband|partner|he|she|they|pt|client|says|said|reports?|staff"
    r"|police|found)\b)"
    r"|\b(?:but|however|although|though|yet|except)\b|(?:[,/|]|\band) (?:(?:he|she|they|pt|client|mum|mom|now|also"
    r"|then|later|today|tonight|yesterday|this \w+|last night) )*(?=(?:wants?|wish(?:es)?|says|attempted|overdosed"
    r"|swallowed|found|jumped|report(?:s|ed)|endorse[sd] \w+|admit\w*|disclos\w+|cuts?|took|tried|had"
    r"|feels|thinks|has)\b)",
    re.IGNORECASE,
)
_TOPIC = Expression(
    r"(?:para)?suicid(?:e|al|ality)|s[./]?i|s\.?i\.? with(?:out)?|si/hi|nssi|dsh|sib|tash|sh urges?|sh thoughts"
    r"|self[- ]?(?:harm|injur|mutilat|poison)\w*|homicid(?:e|al)|ipv|dv|violence|safeguarding|child (?:protection"
    r"|abuse|neglect)|elder abuse|mandated report\w*|sh|cutting|(?:domestic|sexual|physical) (?:abuse|assault)"
)
_MORE = (
    "remain|continu|toward|disclosed|increas|wors|escalat|persist|intermittent|constant|chronic|fluctuat|recurr|return"
)
_TOLD_BEHIND = Expression(
    rf"{_WHAT}[:=,(]? ?[\"']?(?:\+|crisis\b(?! (?:line|plan|team|number))|sometimes|often|occasional|always"
    r"|now and then|(?!current|recent|present)\w+ly\b|active|passive|present|positive|yes|y\b|most|every|again|back"
    rf"|on \w|{_MORE}|(?:she |he |they )?(?:said yes|endorse[sd]|has them|(?:are|is|have|has|were|got) (?:back|more"
    r"|worse|stronger))|risk(?: assessed)?(?: is| as|:)? (?:high|elevated|acute|imminent|severe|serious|significant)"
    r"|(?:with|without|w/o?) (?:an? |any |no )?(?:plan|intent|means)|attempt\w* (?:of )?(?:yesterday|today|tonight"
    r"|last|this|on)\b)"
)
_TELLS = Expression(
    r"\b(?:high|acute|elevated|imminent|severe|increased) risk (?:of|for) $|\b(?:disclos|report|admit|endors|express"
    r"|has|having|had|feel|felt|want|think|thought|say|said|told)\w*|\+\)? ?$|\b(?:high|acute|elevated|imminent"
    r"|severe|positive for) $"
)
_KIN = (
    r"(?:grand)?(?:father|mother|brother|sister|mum|mom|dad|uncle|aunt|cousin|friend|son|daughter|husband|wife"
    r"|partner|boyfriend|girlfriend|colleague|famil(?:y|ies)|parent)"
)
_OF_SOMEBODY = Expression(rf"\b(?:died (?:by|from|of|through)|lost (?:\w+ ){{1,3}}to|{_KIN}'?s'?) $|\bbereaved by $")
_WATCHED_FOR = Expression(
    r"\b(?:(?:monitor|continue[sd]? to assess|refrain\w* from|abstain\w* from)\w* (?:for )?|(?<!sure )if (?:(?:he|she"
    r"|they|is|are|feels?|feeling|becomes?|urges to|any) )*)$|\b(?:call|ring|text|contact|tell|go to|use|reach out"
    r"|come back)\b[^.;]*\b(?:if|when|should) (?:\w+ ){0,3}$"
)
_TOPIC_BEFORE = Expression(
    rf"\b{_KIN} (?:attempted |committed |completed )$|\b(?:(?:discuss|talked|ask(?:ed|ing)(?! for help)|assess|screen"
    r"|review|explor|address|cover|psychoeducat|inquir|enquir|educat|train|histor|work(?:ed|ing) on|protect"
    r"|reduc)\w*|(?:past|previous)(?! (?:\d|few|two|days?|nights?|weeks?|month))|fhx|pmh|hx|h/o|prior|lifetime"
    r"|whether|old|healed|resolved|book|film|low risk|risk of|days free|safety plan|warning signs?|leaflet|handout"
    r"|booklet|article|watched|podcast|documentary|novel)\b"
)
_TOPIC_BEHIND = Expression(
    rf"{_LISTED}(?:scars?\b(?!.*\bnew\b)|(?:(?:was |were |is |are |has |have )?(?:discuss|review|assess|explor|screen"
    r"|address|prevent|aware|train|free\b|hot ?line|help ?line|risk|safety|surviv|squad|group|support|resolv|stopped"
    r"|ceased|gone\b|remit|subsid|in (?:the )?(?:past(?! (?:\d|few|two|days?|nights?|weeks?|month))|19|20|film|book"
    r"|news|family)|(?:of|by) (?:his|her|their|the|a)\b)))"
)
_NAMED_THING = Expression(
    r"^ (?:(?:&|and) crisis )?(?:prevention|lifeline|(?:hot|help)[- ]?lines?|loss|squad|awareness|survivors?|training"
    r"|bereavement)\b"
)
_HEALED = Expression(r"\b(?:old|healed|faded|historic(?:al)?)\b")
_IS_SO = Expression(r"\b(?:is|was|remain\w*|still|bec[oa]mes?|(?:acute|active|chronic|passive)ly) $|\bassessed: $")
_IS_ASKED = Expression(r"\b(?:whether|if)\b")


_NEAR = 400  # how far off, in characters, a word may stand and still say something of it
_SINCE = Expression(r",|\b(?:then|now|later|again|by)\b")
_KIN_DID = Expression(
    rf"\b{_KIN}(?: \([^)]*\))?(?: (?:has|had|have|once|also|later|tried to|threatened|threatened to|wanted to|who"
    r"|been))* $"
)
_AT_HAND = Expression(
    r"\b(?:b(?:ought|uy\w*)|got|load\w*|carr(?:y|ies|ied|ying)|br(?:ings?|ought)|takes?|took|under|nightstand|bedside"
    r"|pillow|unsecured|unlocked|sharpen\w*|school|sleeps|slept|access|owns?|pay|use|threat\w*|holds?|held|pull\w*"
    r"|hid\w*|found|trust)\b"
)


class Beside(StrEnum):
    """How words about risk stand to the records of their day."""

    NO_RECORD = "there is no risk record of that day"
    NOT_ASKED = "no risk record of that day asks about it"
    NOT_FOUND = "the risk record of that day found nothing"


class Untold(NamedTuple):
    """The words for what is spoken of, and how the records leave it."""

    words: tuple[str, ...]
    beside: Beside


def untold(text: str, records: Sequence[Risk], *, on: date) -> Untold | None:
    """What the text speaks of and the records of the day do not answer; None for nothing."""
    asked = _asked(records, on)
    if not asked:
        return _untold((one.word for one in places_of_risk(text)), Beside.NO_RECORD)
    found = {one.concern for one in asked if one.found or one.past}
    is_so = list(_told_as_so(text, on))
    if found or _tells_of_means(records):
        is_so = [(concern, word) for concern, word in is_so if word != A_WEAPON]
    not_asked = _untold(_beyond(is_so, {one.concern for one in asked}), Beside.NOT_ASKED)
    return not_asked or _untold(_beyond(is_so, found), Beside.NOT_FOUND)


def _asked(records: Iterable[Risk], on: date) -> list[Recorded]:
    return [one for risk in records for one in concerns_recorded(risk, on=on) if one.reach]


def _tells_of_means(records: Iterable[Risk]) -> bool:
    return any(meaning_of(risk.means) is Said.PRESENT for risk in records)


def _untold(words: Iterable[str], beside: Beside) -> Untold | None:
    told = tuple(dict.fromkeys(words))
    return Untold(told, beside) if told else None


def _beyond(spoken: Iterable[tuple[Concern, str]], known: Collection[Concern]) -> list[str]:
    """The words about what is none of these concerns, nor beside one of them."""
    return [word for concern, word in spoken if _side_of(concern).isdisjoint(known)]


def _side_of(concern: Concern) -> frozenset[Concern]:
    return next((side for side in (_OWN, HARM) if concern in side), frozenset({concern}))


def _told_as_so(text: str, on: date) -> Iterator[tuple[Concern, str]]:
    """What a part of a sentence says is so now; one that only names the topic says nothing."""
    for part in (" ".join(part.split()) for sentence in sentences_of(text) for part in _TURN.split(sentence)):
        if not is_long_past(part, on=on):
            yield from ((one.concern, one.word) for one in places_of_risk(part) if _is_so(part.casefold(), one))


def _is_so(part: str, one: RiskPlace) -> bool:
    named, behind = part[one.start : one.end], part[one.end : one.end + _NEAR]
    before = _of_this_time(part[max(0, one.start - _NEAR) : one.start], named)
    if _is_denied(before, named, behind) or (named.startswith("scar") and _HEALED.search(before)):
        return False
    if one.concern in _OWN and _KIN_DID.search(before) and not is_lately(part):
        return False
    if one.word == A_WEAPON:
        return bool(_AT_HAND.search(part)) and not is_secured(part)
    return not _TOPIC.fullmatch(named) or _says_so(before, named, behind)


def _of_this_time(before: str, named: str) -> str:
    """What stands before it since it was named the last time: `no SI last week, SI last night` denies the first."""
    _, again, since = before.rpartition(named)
    return _SINCE.split(since)[-1] if again and _SINCE.search(since) else before


def _is_denied(before: str, named: str, behind: str) -> bool:
    """Whether a denial reaches it; of a list, not to what is told beyond a comma: `denies intent, SI daily`."""
    if _UNSURE.search(before + named) or _NO_LESS.search(before):
        return False
    if _DENIED_ITSELF.fullmatch(named) or _DENIED_BEHIND.search(behind):
        return True
    return bool(_DENIED_BEFORE.search(before)) and not ("," in before and _TOLD_BEHIND.search(behind))


def _says_so(before: str, named: str, behind: str) -> bool:
    """Whether what stands around the name of a topic says that it is so, or leaves it open."""
    if _NAMED_THING.search(behind) or _OF_SOMEBODY.search(before) or _WATCHED_FOR.search(before):
        return False
    if _is_the_client(before, named) or _TELLS.search(before) or _NO_LESS.search(before) or _TOLD_BEHIND.search(behind):
        return True
    return not (_TOPIC_BEFORE.search(before) or _TOPIC_BEHIND.search(behind))


def _is_the_client(before: str, named: str) -> bool:
    is_so = named in {"suicidal", "homicidal"} and bool(_IS_SO.search(before))
    return is_so and not _IS_ASKED.search(before)
