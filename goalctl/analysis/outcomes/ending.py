"""Whether a treatment ended as it was meant to.

A plan has no field for that. So the reason is read for what it says about the ending itself, clause by clause; where it
says nothing of that the last appointment is asked. Both are signs, not a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalctl.model.plan import Plan
from goalctl.model.session import Kind

_CLAUSE = r"[,;:.!?()\n]+|\s[-\u2013\u2014]+\s|\b(?:but|then|although|though|however|whereas)\b"
_OWN = r"(?:(?:the|her|his|their) )?"
_WHO = rf"{_OWN}(?:clients?|patients?|famil\w+|parents?|mother|father|couple|s?he|they|him|her|them)"
_TREATMENT = r"(?:treatment|therapy|course|program(?:me)?|protocol|counsell?ing)"
_SERVICE = (
    rf"(?:{_TREATMENT}|care|groups?|services?|sessions?|appointments?|clinic|contact|reviews?|interview|intake|us|here)"
)
_WHICH = (
    r"(?:(?:the|an?|any|all|every|her|his|their|our|my|further|more|last|final|next|first|closing|remaining|agreed"
    r"|planned|scheduled|booked|follow-up|second|third|two|three|four|five|six|several|\d+) )*"
)
_WHEN = (
    r"(?:since|after|again|any|without|from|when|by|because|before|despite|at|following|once|until|during|last|this|and"
    r"|early|altogether|suddenly|in (?:20\d\d|spring|summer|autumn|fall|winter|early|late|mid|january|february|march"
    r"|april|may|june|july|august|september|october|november|december))"
)
_THEN = rf"(?=$| {_WHEN}\b)"
_US = rf"(?=$| (?:(?:to|of|from|with|at|for|in) )?{_WHICH}{_SERVICE}\b| {_WHEN}\b)"
"""What follows where it is about coming here: nothing, when, or us; no school, work or bottle."""

_MAIL = r"(?:the )?(?:\w+ )?(?:letters?|outreach|phone|calls?|messages?|e-?mails?|texts?|invitations?|us)\b"
_NOT = r"(?:(?:did|do|does|has|have|had|would|will|could|was|were|is) ?n[o']t|never|no longer)"
_ENDED = (
    r"(?:end|ended|ends|ending|finish\w*|clos\w+|discharg\w*|stop\w*|complet\w+|conclu\w+|terminat\w+|over"
    r"|no longer needs?|no need)"
)
_AGREED = (
    r"(?:(?<!un-)planned|as per plan|agreed(?! (?:\w+ )?(?:polic|rule))|mutual\w*|jointly|together(?! with)|on schedule"
    r"|as scheduled|(?:in|by|with|with the) (?:agreement|consent))"
)
_BY_AGREEMENT = r"\bby (?:mutual )?(?:agreement|consent)\b|^(?:as )?(?:planned|agreed)$"
_CAME_TO_NOTHING = r"\b(?:(?:not|im) ?possible|did not (?:happen|take place)|was (?:missed|cancelled))\b"
_COMPLETED = (
    rf"\b(?:complet\w+|finished)\b.*\b{_TREATMENT}\b|\b{_TREATMENT}\b.*\b(?:complete|completed|finished)\b|\bgraduat\w+"
    r"|\b(?:completed|attended|finished) all\b|\ball (?:\w+ )?sessions (?:attended|completed|held|used)"
)
_GOALS, _MET = r"\b(?:goals?|aims?|targets?|objectives?)\b", r"\b(?:reached|met|achieved|attained)\b"
_REACHED = f"{_GOALS}.*{_MET}|{_MET}.*{_GOALS}"

_STAYED_AWAY = (
    rf"\b{_NOT} (?:return\w*|(?:com(?:e|es|ing)|came)(?: back)?|been back|attend\w*|(?:turn|show)\w* up|show\w*){_US}",
    rf"\b{_NOT} return\w* {_MAIL}",
    rf"\b{_NOT} (?:engag\w+|continu\w+|re-?book\w*|go on|(?:respond|repl)\w+ to {_MAIL}|answer\w* {_MAIL}){_US}",
    rf"\b(?:stopped|ceased|quit|gave up) (?:coming|attending|engaging|(?:show|turn)ing up|visiting)\b{_US}",
    rf"\b(?:stopped|ceased|no longer) (?:answering|responding|replying)(?: to {_MAIL}|{_THEN})",
    rf"\bno (?:reply|answer|response) (?:to|from) (?:{_MAIL}|{_WHO})|\bno word since\b",
    rf"\bno (?:further |more )?contact{_THEN}|\black of contact\b",
    rf"\blost (?:all )?(?:contact|touch){_THEN}",
    rf"\blost (?:all )?(?:contact|touch) with (?:the )?(?:client|patient|family|him|her|them|us|service|clinic){_THEN}",
    r"\blost to follow[ -]?up\b|\bf[ea]ll(?:en)? out of (?:touch|contact)\b",
    r"\b(?:could|can) ?n[o']t be (?:reached|contacted|traced)\b|\bun(?:reach|trace|contact)able\b",
    rf"\b{_WHO} (?:was |were )?(?:not|never) reached\b|\b(?:not|never) reached (?:by|again)\b",
    r"\bdna(?:'?d|'?s|ed)?\b|\bfta\b|\bno[- ]?shows?\b(?! of)|\bnon[- ]?(?:attend|engage)\w+",
    r"\bfail\w* to (?:attend|return|come|engage|turn up|show|re-?book|keep)\b",
    r"\bmissed (?:the |her |his |their )?(?:last|final|closing)\b|\bmissed\b.*\b(?:row|running|consecutive)\b",
    r"\bcancelled (?:everything|all|every|the rest)\b|\bnot been seen\b",
    r"\b(?:not|never) (?:been )?(?:seen|heard from) again\b",
    rf"(?:^|{_WHO})\s?(?:has |have |just |simply )?(?:disappeared|vanished)\b|\babscond\w+|\bghosted\b",
)
_BROKE_OFF = (
    rf"\bdropp?(?:ed|s|ing)?[ -]?outs?\b{_US}|\bquit\b{_US}|\bdisengag\w+{_US}|\bwithdrew{_US}",
    rf"\bbr(?:oke|oken|eaking) (?:it )?off\b{_US}|\bwalked out\b|\bself[- ]?discharg\w+",
    r"\bwith(?:drew|drawn|drawal of) (?:her |his |their )?consent\b|\bagainst (?:\w+ )?advice\b",
    rf"\b{_NOT} (?:want|wish)\w* to (?:continue|go on|attend|come|return|engage|carry on)\b{_US}",
    rf"\b(?:chose|decided|opted|(?:want|wish|prefer)\w*) (?:not )?to (?:stop|leave|end|quit|(?:dis)?continue){_US}",
    rf"\b(?:declin|refus)\w+ (?:(?:to )?(?:continue|attend|come|return)\b|{_WHICH}{_SERVICE}\b)",
    rf"\b(?:ended|stopped|discontinued|terminated|closed|broken off) (?:early )?by {_WHO}\b(?! (?:and|with)\b)",
    rf"\b{_WHO} (?:\w+ly )?(?:ended|stopped|left|discontinued|terminated|cancelled|abandoned)\b{_US}",
    rf"\bleft (?:early|{_TREATMENT}|without|before (?:the )?(?:{_ENDED}|last|final))\b",
    rf"\b{_TREATMENT}\b.*\b(?:not|never) (?:completed|finished)\b|\b{_NOT} (?:complete|finish) {_WHICH}{_SERVICE}\b",
    r"\bwithout (?:\w+ )?(?:agreement|notice|telling|saying|explanation|warning|goodbye)\b",
)
_NOT_AS_PLANNED = (
    rf"\b(?:unplanned|un-planned|premature) (?:{_ENDED}|exit)\b|\b(?:{_ENDED}|was|is) (?:unplanned|premature\w*)\b",
    r"^unplanned$|\b(?:no|not) (?:a )?(?:planned|agreed)\b|\b(?:terminated|stopped|ended) prematurely\b",
    r"\bterminated early\b|\b(?:before|earlier than|sooner than) (?:the )?(?:planned|agreed|scheduled|intended)\b",
)

_DENIED = (
    r"(?:\b(?:no|not|never|without|before|missed|against|instead of|rather than|(?:earlier|sooner) than)\b|n't\b)"
    r"(?: [\w-]+){0,2} ?$"
)
_LESS = r"\b(?:no|not|never|none|part(?:ly|ially)|in part|only|half|without|before|some|few|incomplete)\b|n't\b"


def ended_unplanned(plan: Plan) -> bool | None:
    """What the reason says of the ending, else whether the last appointment up to it was missed; None while it goes on.

    An appointment that was cancelled, by whichever side, is none that was missed.
    """
    ended = plan.discharge
    if ended is None:
        return None
    told = _says_unplanned(ended.reason or "")
    if told is not None:
        return told
    kinds = [entry.kind for entry in plan.log if entry.date <= ended.on]
    appointments = [kind for kind in kinds if kind.client_came or kind is Kind.NO_SHOW]
    return bool(appointments) and appointments[-1] is Kind.NO_SHOW


def _says_unplanned(reason: str) -> bool | None:
    """False where it was agreed on or completed, True where the client stayed away; None where it tells neither.

    Goals that were reached tell of a planned ending only where nothing says that the client stayed away.
    """
    clauses = list(_clauses(reason))
    if any(_is_planned(clause) or _is_whole(_COMPLETED, clause) for clause in clauses):
        return False
    if any(_is_met(one, clause) for clause in clauses for one in (*_STAYED_AWAY, *_BROKE_OFF, *_NOT_AS_PLANNED)):
        return True
    return False if any(_is_whole(_REACHED, clause) for clause in clauses) else None


def _clauses(reason: str) -> Iterator[str]:
    """In small letters, with one space between words."""
    for clause in re.split(_CLAUSE, reason.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")):
        yield " ".join(clause.split())


def _is_planned(clause: str) -> bool:
    is_agreed = _is_met(rf"\b{_AGREED}\b", clause) and _is_met(rf"\b{_ENDED}\b", clause)
    return (is_agreed and not re.search(_CAME_TO_NOTHING, clause)) or _is_met(_BY_AGREEMENT, clause)


def _is_met(pattern: str, clause: str) -> bool:
    """Whether the clause says so, and does not say no to it."""
    return any(not re.search(_DENIED, clause[: found.start()]) for found in re.finditer(pattern, clause))


def _is_whole(pattern: str, clause: str) -> bool:
    """Whether the clause says so, without any word that takes something off."""
    return bool(re.search(pattern, clause)) and not re.search(_LESS, clause)
