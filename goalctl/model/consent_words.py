"""What a consent is to, as people write it: to treatment, or a release and to whom; and whose release is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from goalctl.model.care import Consent
from goalctl.model.expression import Expression
from goalctl.model.people import former_members
from goalctl.model.plan import Plan

NOT_SAID = "(not said)"  # to whom a document went, where nobody said it
_RELEASE = Expression(r"\breleases?\b", re.IGNORECASE)
_UNDONE = (  # but not what may come: until revoked, can be withdrawn
    r"\b(?<!until )(?<!unless )(?<!if )(?<!be )(?<!can )(?<!may )(?<!to )(?<!when )(?<!not )(?<!never )"
    r"(?:(?:refus|declin|den(?:y|ie)|revok|withdr|withh[eo]ld|rescind)\w*|cancell?ed|expired|lapsed)\b"
)
_REFUSED = Expression(  # said of it in one clause: do not release, a release to Dr Osei (revoked)
    rf"^(?:\w+ )?(?:{_UNDONE})|(?:{_UNDONE}|\b(?:no|not|never)\b|n['\u2019]t\b)[^.,;:]*\breleases?\b"
    rf"|\breleases?\b.*?(?:{_UNDONE}|\b(?:unsigned|undecided|pending|said no)\b"
    r"|\bnot (?:yet )?(?:given|signed|agreed|granted|obtained|decided|wanted)\b|\bnot yet\b)"
    r"(?: (?:it|this|that))?(?= *(?:$|[.,;:)(?/\u2013-]|\d|(?:by|on|until|since|in|after)\b))",
    re.IGNORECASE,
)
_TREATMENT = Expression(r"\b(?:treat|therap|psychotherap|counsel)\w*|\binformed consent\b", re.IGNORECASE)
_NOT_TREATED = Expression(  # said before it, or right behind it but for whose or which treatment it is
    r"^(?:(?:the|she|he|they|client|parents?|mother|father|do|does|did|is|was) )*"
    rf"(?:no|not|never|\w+n['\u2019]t)\b[^.,;:]*(?:{_TREATMENT.pattern})"
    rf"|(?:{_TREATMENT.pattern})(?: (?:of|for|with|by)(?: \w+){{1,3}}?)?(?: ?\([^)]*\))?[ ,:;(\u2013-]*"
    r"(?:(?:was|is|were|has been) )?"
    r"\b(?:refused|declined|denied|revoked|withdrawn|withheld|pending"
    r"|not (?:yet )?(?:given|signed|agreed|obtained)|not yet)"
    r"(?= *(?:$|[.,;:)(]|by\b|on\b|until\b|since\b))",
    re.IGNORECASE,
)
_ABOUT_IT = Expression(  # what is done with what treatment holds, and by or with whom: no treatment
    r"\b(?:record(?:ing|ed|s)?|photo|film|exchang|contact|disclos|shar|research|observ|e-?mail|messag)\w*\b"
    rf"(?:(?!\band\b|[,;+&/]).)*(?:{_TREATMENT.pattern})",
    re.IGNORECASE,
)
_ASSENT = Expression(r"\bassent\b", re.IGNORECASE)
_RECIPIENT = Expression(  # release to the school, release of information: the school
    r"\breleases?\b(?:.*?(?<!related )(?<!relating )(?<!limited )\bto "
    r"|(?: of \w+)?:(?! ?(?:on|in|see|signed|given|held|written|oral|verbal|paper|yes|form|full|all)\b| ?\d) ?)(.+)",
    re.IGNORECASE,
)
_LIMITED = Expression(
    rf"\b(?:only|solely|limited|restricted|except|excluding|without|not)\b|\bpurposes?\b|{_UNDONE}", re.IGNORECASE
)
_ARTICLES = frozenset({"the", "a", "an", "my", "his", "her", "their", "our"})


def is_of_release(what: str) -> bool:
    """Whether it is about a release, given or refused."""
    return bool(_RELEASE.search(what))


def is_release(consent: Consent) -> bool:
    """Whether it lets something leave; a refusal of one does not."""
    return is_of_release(consent.what) and not _REFUSED.search(consent.what)


def is_to_treatment(consent: Consent) -> bool:
    """Whether it is to being treated: to treatment, therapy or counselling, or `informed consent`.

    No release is, no minor's assent, no refusal, and nothing that only tells of a therapist or of a recording.
    """
    others = (_REFUSED, _NOT_TREATED, _ASSENT, _ABOUT_IT)
    is_other = any(one.search(consent.what) for one in others) or is_release(consent)
    return bool(_TREATMENT.search(consent.what)) and not is_other


def lets_out(consent: Consent, day: date, *, to: str | None = None) -> bool:
    """Whether it is a release that holds on that day and, where it names somebody, names this one if any is meant."""
    if not (is_release(consent) and consent.holds_on(day)):
        return False
    named = _named(consent)
    return named is None or to is None or is_recipient(named, to)


def _named(consent: Consent) -> str | None:
    """To whom it is; None where it names nobody."""
    found = _RECIPIENT.search(consent.what)
    return found[1] if found else None


def letting_out(consents: Sequence[Consent], day: date, *, to: str | None = None) -> list[Consent]:
    """The releases by which something may go to them that day: none that the same person refused since."""
    return [
        one
        for one in consents
        if lets_out(one, day, to=to)
        and not any(
            is_refused(other, one.on, day, to=to or _named(one)) for other in consents if _is_by_the_same(one, other)
        )
    ]


def _is_by_the_same(one: Consent, other: Consent) -> bool:
    return (one.who or "").casefold() == (other.who or "").casefold()


def is_refused(consent: Consent, since: date, day: date, *, to: str | None) -> bool:
    """Whether its words refuse a release to them by a day, and not before another one; to anybody only after that."""
    if not is_of_release(consent.what) or is_release(consent) or not since <= consent.on <= day:
        return False
    named = _named(consent)
    return consent.on > since if named is None else to is not None and is_recipient(named, to)


def is_taken_back(consent: Consent, since: date, day: date, *, to: str) -> bool:
    """Whether by a day, and not before another one, a release to them was refused, ran out or was withdrawn."""
    if not is_release(consent):
        return is_refused(consent, since, day, to=to)
    named = _named(consent)
    if not (named and is_recipient(named, to)) or consent.on > day or consent.holds_on(day):
        return False
    return min(end for end in (consent.until, consent.withdrawn) if end is not None) >= since


def without_release(plan: Plan, day: date, *, to: str | None = None) -> tuple[str, ...]:
    """The members, those who left included, without a release of theirs that holds on that day: a consent to one.

    With `to`, one that names nobody or that one.
    """
    given = {consent.who.casefold() for consent in letting_out(plan.consents, day, to=to) if consent.who}
    everybody = {name.casefold(): name for name in (*former_members(plan), *plan.members)}
    return tuple(name for key, name in everybody.items() if key not in given)


def is_limited(consent: Consent) -> bool:
    """Whether it says to what it is limited, which only a reader can judge: `to the payer for billing only`."""
    return bool(_LIMITED.search(consent.what))


def is_recipient(named: str, whom: str) -> bool:
    """Whether one stands in the other, or more than half of the shorter one's words: Dr Osei, to Dr. Osei (GP)."""
    one, other = _words(named), _words(whom)
    shared, least = len(set(one) & set(other)), min(len(one), len(other))
    return shared * 2 > least or (least > 0 and (_run(one) in _run(other) or _run(other) in _run(one)))


def is_named_in(name: str, text: str) -> bool:
    """Whether all its words stand there together, each of them whole: State Plan is no State Planning Office."""
    return _run(_words(name)) + " " in _run(_words(text)) + " "


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in _ARTICLES]


def _run(words: list[str]) -> str:
    return "".join(f" {word}" for word in words)
