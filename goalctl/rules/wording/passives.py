"""What is done with the client, or decided about something of theirs: is invited, be loved, the ban is lifted."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.deeds import TO_BE, base_of
from goalctl.rules.wording.given import OFFICIAL
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import is_owner, person_end

_BEFORE_BE = words(
    """
    a able again also always avoid avoiding avoids be continue continues do does escape escapes eventually finally has
    have hope hopes like likes longer never no not once or prevent prevents shall still stop stops to want wants will
    wish wishes without would
    """
)
_BETWEEN = words("all always better both even ever fully less longer more never no not so too")
_FEELING = words("feel feeling feels felt")
_LEADING = _BEFORE_BE | TO_BE | _FEELING | _BETWEEN
_NAYS = words("avoid avoids never no not")
_OWN_STATES = words(
    """
    able absorbed accustomed acquainted adjusted aligned amused armed arrived assessed attached attuned aware balanced
    baptised baptized based bathed begun bonded bored bound built calmed capped centered centred changed cleaned cleared
    closed clothed collected committed completed composed concerned confused connected convinced covered decided
    decreased dedicated depressed determined devoted disciplined divorced done dressed driven drunk eaten educated
    employed empowered engaged enrolled equipped established examined excited exposed fed filled finished fixed focused
    focussed found frightened fulfilled gone got grounded guided healed held high hurt ill immunised immunized improved
    increased informed integrated interested interviewed invested involved kept left limited located logged lost lowered
    made maintained married met motivated moved occupied opened organised organized oriented overwhelmed paced packed
    paid prepared prompted put rated reached reconciled recovered reduced registered regulated rehabilitated rehearsed
    related relaxed reminded rested retired satisfied scared scheduled screened seated seen separated set settled shaved
    shocked showered shut signed spent spread stabilised stabilized started stopped stressed stuck surprised tempted
    tested tied tired trained triggered tucked turned undressed united unpacked used vaccinated washed weaned weighed
    woken worn worried written
    """
)
"""Participles that say how somebody is, not what others did."""

STIRRED = words(
    """
    affected agitated alarmed amused angered annoyed bored bothered bugged calmed comforted confused consumed depressed
    disappointed distracted distressed disturbed embarrassed enraged excited fazed flustered frightened frustrated
    haunted infuriated inspired irritated moved overwhelmed panicked rattled saddened scared shaken shocked soothed
    spooked stressed surprised swayed tempted thrown triggered troubled unnerved unsettled upset weighed worried wound
    """
)
"""Participles for what somebody or something stirs up in who feels it."""

_SHOWING = words("demonstrated documented evidenced indicated judged measured noted rated recorded reported seen shown")
_LIKED = words(
    """
    accepted admired adored appreciated believed cherished esteemed forgiven heard included liked loved missed needed
    noticed prized respected supported treasured trusted understood valued wanted welcomed
    """
)
_PARTICLES: tuple[tuple[str, str, str], ...] = (
    ("accepted", "as at by for into on onto to", "admit"),
    ("cleared", "of", "release"),
    ("found", "guilty innocent not", "release"),
    ("held", "in", "respect"),
    ("hurt", "by", "treat"),
    ("kept", "on", "treat"),
    ("known", "as", "respect"),
    ("left", "alone behind off out", "leave"),
    ("let", "go", "leave"),
    ("listened", "to", "respect"),
    ("looked", "down up upon", "respect"),
    ("made", "a an redundant", "send"),
    ("moved", "into to", "send"),
    ("put", "forward on", "send"),
    ("regarded", "as", "respect"),
    ("seen", "as", "respect"),
    ("seen", "by", "meet"),
    ("sent", "back to", "send"),
    ("signed", "off", "release"),
    ("taken", "back into off on", "send"),
    ("taken", "for seriously", "respect"),
    ("thought", "of", "respect"),
    ("treated", "as", "respect"),
    ("viewed", "as", "respect"),
    ("written", "up", "treat"),
)
"""A participle, what may follow it, and what both say was done with somebody."""

_DONE = {(done, word): means for done, then, means in _PARTICLES for word in then.split()}
_FOUND = {("cleared", "of"), ("found", "guilty"), ("found", "innocent"), ("found", "not")}
_REGARDED = words("held known regarded seen treated viewed")
_FOR_RELAPSES = words("admitted arrested hospitalised hospitalized readmitted rehospitalised rehospitalized")
_CHOSEN = words(
    """
    accepted acquitted admitted allocated allowed appointed approved awarded cast certified chosen diagnosed discharged
    elected exonerated granted hired invited matched nominated offered picked promoted readmitted recognised recognized
    recommended rehired rehoused reinstated released selected shortlisted transferred voted
    """
)
"""Participles that begin a goal of which others decide, without their `be`."""

_DECIDED = words(
    """
    acquitted agreed allocated annulled approved authorised authorized awarded backdated commuted dismissed dropped
    expunged extended granted lifted overturned published quashed ratified refunded reinstated rescinded restored
    reversed revoked sanctioned sealed shortened suspended terminated upheld waived
    """
)
"""What only others do with anything."""

_GRANTED = words(
    """
    annulled approved awarded expunged granted overturned quashed reinstated restored revoked sealed upheld waived
    """
)
_OF_THE_BODY = words(
    """
    appetite balance concentration confidence energy function functioning health hope memory mobility mood movement
    rhythm rhythms routine self-esteem sleep speech strength trust vision voice weight
    """
)
_ONLY_VERBS = verbs.KNOWN - verbs.NOUNISH
_OFF = (("given", "back"), ("handed", "back"), ("signed", "off"), ("written", "off"))
_SETTLED = words(
    """
    accepted agreed brought cancelled closed confirmed cut delivered discharged ended fixed given handed heard imposed
    increased issued lowered offered ordered passed processed recognised recognized reduced refused rejected removed
    served settled stopped transferred wiped withdrawn
    """
)
"""What others do with what is official; the client may well be who pays, files or signs it."""

_PAID_OUT = words("allowance benefit benefits compensation credit grant pension refund wages")
_GIFTS = words("apology card invitation invitations offer offers praise proposal support thanks")
_DECISIONS: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (_DECIDED, frozenset(), ""),
    (_LIKED, words("has have having"), "love"),
    (_SETTLED, OFFICIAL, ""),
    (words("paid"), _PAID_OUT, ""),
    (words("cleared"), words("name"), "release"),
    (words("received"), _GIFTS, "give"),
)
"""Participles, one of the words that must stand before them (none for any), and what others do; itself if nothing."""

_HAVING = words("get gets getting has have having see sees want wants")
_BOUNDS = words(", . ; after because before by if that until when who")
_FURTHEST = 9


def undergone(tokens: Sequence[str]) -> str:
    """What is done to the client, who is the unsaid subject of a passive; nothing for `is dressed` and the like."""
    return _chosen(tokens) or _done_to_them(tokens)


def _chosen(tokens: Sequence[str]) -> str:
    """`Accepted onto the course`."""
    if tokens[:2] in _FOUND:
        return "release"
    if _CHOSEN.isdisjoint(tokens[:1]) or tokens[1:2] in {("a",), ("the",)}:
        return ""
    return "admit" if tokens[0] == "accepted" else base_of(tokens[0])


def _done_to_them(tokens: Sequence[str]) -> str:
    """`Not be excluded again`, `to be loved`, `feel loved by them`."""
    n = next((n for n, word in enumerate(tokens) if not _leads_to_passive(word)), len(tokens))
    if n == len(tokens) or not is_participle(tokens[n]):
        return ""
    before = frozenset(tokens[:n])
    if before & TO_BE:
        return "" if tokens[n] in _FOR_RELAPSES and _NAYS & before else _done_with_them(tokens, n)
    return "love" if before & _FEELING and tokens[n] in _LIKED and _is_by_somebody(tokens[n:]) else ""


def _leads_to_passive(word: str) -> bool:
    return word in _LEADING or word.endswith("ly")


def _is_by_somebody(tokens: Sequence[str]) -> bool:
    return any(word == "by" and person_end(tokens, n + 1) > n + 1 for n, word in enumerate(tokens))


def _done_with_them(tokens: Sequence[str], place: int) -> str:
    """What the participle there says that others did with somebody; nothing where it only says how somebody is."""
    done, then = (*tokens[place : place + 2], "")[:2]
    if (done, then) in _DONE:
        return _DONE[done, then]
    if done in _LIKED:
        return "love"
    if done in _REGARDED and "as" in tokens[place:]:
        return "respect"
    return "" if done in _OWN_STATES | STIRRED | nouns.TRAITS | _SHOWING else base_of(done)


def decided(tokens: Sequence[str]) -> str:
    """What is decided about a thing: the ban is lifted, charges dropped, have the debt written off, bail granted."""
    place = next((n for n in range(1, min(len(tokens), _FURTHEST)) if _is_done(tokens[n])), 0)
    before = tokens[:place]
    if not (before and _BOUNDS.isdisjoint(before) and _is_about_a_thing(before, tokens[place])):
        return ""
    if tokens[place : place + 2] in _OFF:
        return base_of(tokens[place])
    done, thing = tokens[place], frozenset(before)
    fitting = (means or base_of(done) for which, of, means in _DECISIONS if done in which and (not of or of & thing))
    return next(fitting, "")


def _is_done(word: str) -> bool:
    return is_participle(word) and word not in TO_BE | {"had", "left", "need", "set"}


def _is_about_a_thing(before: Sequence[str], done: str) -> bool:
    """Whether a passive, or a thing without a verb, or somebody who has it done, stands before the participle."""
    if done == "restored" and not _OF_THE_BODY.isdisjoint(before):
        return False
    if done in _GRANTED and bases(before[0]).isdisjoint(_ONLY_VERBS):
        return True
    thing = [word for word in before if word not in TO_BE and not is_owner(word)]
    is_had = before[0] in _HAVING
    return bool(thing) and (is_had or not TO_BE.isdisjoint(before) or not OFFICIAL.isdisjoint(before[:3]))
