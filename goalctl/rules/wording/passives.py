"""What is done with the client, or decided about something of theirs: is invited, be loved, the ban is lifted."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.deeds import TO_BE, base_of
from goalctl.rules.wording.given import ADMITTING, OFFICIAL
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import is_body, is_owner, person_end

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
    able absorbed accustomed acquainted aligned armed arrived assessed baptised baptized based bathed begun bound built
    capped changed cleaned cleared closed clothed completed convinced covered decided decreased divorced done dressed
    drunk eaten educated employed enrolled equipped established examined exposed fed filled finished fixed focussed
    found gone got guided held high hurt ill immunised immunized improved increased informed interviewed kept left
    limited located logged lost lowered made maintained married met occupied opened paced packed paid prepared prompted
    put reached reconciled recovered reduced registered rehabilitated rehearsed related reminded retired scheduled
    screened seated separated set shaved showered shut signed spent spread stabilised stabilized started stopped stuck
    tested tied trained tucked turned undressed united unpacked used vaccinated washed weaned woken worn written
    """
)
"""Participles that say how somebody is, not what others did."""

STIRRED = words(
    """
    affected agitated alarmed amused angered annoyed bored bothered bugged calmed comforted confused consumed controlled
    defined depressed dictated disappointed distracted distressed disturbed dominated driven embarrassed enraged excited
    fazed flustered frightened frustrated governed haunted infuriated inspired irritated moved overwhelmed panicked
    paralysed paralyzed plagued rattled ruled saddened scared shaken shocked soothed spooked stressed surprised swayed
    tempted thrown triggered troubled unnerved unsettled upset weighed worried wound
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
_PARTICLES = {
    "admit": "accepted-as accepted-at accepted-by accepted-for accepted-into accepted-on accepted-onto accepted-to",
    "leave": "left-alone left-behind left-off left-out let-back let-go let-in let-off let-out",
    "meet": "seen-by",
    "pay": "paid-by paid-on",
    "release": "cleared-of found-guilty found-innocent found-not found-to signed-off",
    "respect": """
        held-in known-as listened-to looked-down looked-up looked-upon regarded-as seen-as taken-for
        taken-seriously thought-of treated-as viewed-as
    """,
    "send": """
        made-a made-an made-redundant moved-down moved-into moved-to moved-up put-forward put-on sent-back
        sent-to taken-back taken-into taken-off taken-on
    """,
    "treat": "hurt-by kept-on written-up",
}
"""What was done with somebody, by a participle and what follows it."""

_DONE = {tuple(pair.split("-")): means for means, pairs in _PARTICLES.items() for pair in pairs.split()}
_LEFT_TO_THEM = words("found kept left let listened looked put seen signed taken thought treated viewed written")
_DONE_WITHOUT_BE = {pair: means for pair, means in _DONE.items() if pair[0] in _LEFT_TO_THEM and pair[1] != "go"}
_DONE_WITHOUT_BE |= {("cleared", "of"): "release", ("cleared", "by"): "release"}
"""What, with what follows, needs no `be`: taken off the register; let go of is what the client does."""

_REGARDED = words("held known regarded seen treated viewed")
_FOR_RELAPSES = words("admitted arrested hospitalised hospitalized readmitted rehospitalised rehospitalized")
_CHOSEN = words(
    """
    accepted acquitted admitted allocated allowed appointed approved awarded cast certified chosen diagnosed discharged
    elected exonerated fast-tracked given granted headhunted hired invited matched named nominated offered picked
    promoted readmitted recategorised recategorized recognised recognized recommended referred rehired rehoused
    reinstated released rostered selected shortlisted transferred voted
    """
)
"""Participles that begin a goal of which others decide, without their `be`."""

_DECIDED = words(
    """
    acquitted agreed allocated allotted annulled approved arrested authorised authorized awarded backdated banned
    believed commuted convicted deported dismissed dropped evicted expelled expunged extended fined granted jailed
    lifted offered overturned prosecuted published quashed ratified refunded reinstated rescinded restored reversed
    revoked sacked sanctioned sealed sentenced shortened suspended terminated upheld waived
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
ONLY_VERBS = verbs.KNOWN - verbs.NOUNISH
_OFF = {
    tuple(pair.split("-"))
    for pair in words("brought-forward taken-away given-back handed-back signed-off taken-off written-off")
}
_SETTLED = words(
    """
    accepted adjourned agreed amended brought cancelled changed closed confirmed corrected cut decided delivered
    discharged ended fixed forgiven frozen funded given halved heard imposed increased issued listed lowered moved
    offered ordered passed processed recognised recognized reduced refused rejected relaxed removed renewed served
    settled sorted stopped thrown transferred upgraded varied wiped withdrawn won
    """
)
"""What others do with what is official; the client may well be who pays, files or signs it."""

_RULED = words("finalised finalized set stayed vacated")
_RULINGS = words(
    "adoption citizenship conviction custody deportation divorce guardianship judgment no-contact placement "
    "protective removal restraining ruling sentence separation settlement termination tpr verdict"
)
_WORKED = words(
    """
    adapted built connected dealt delivered fitted fixed installed mended put reconnected repaired replaced supplied
    """
)
_FIXTURES = words(
    """
    aid aids alarm bathroom boiler broadband cooker damp door doors electricity gas handrail handrails heating hoist
    internet leak lift lock locks mould oven package plumbing rail rails ramp roof shower stairlift toilet wheelchair
    window windows
    """
)
"""What landlords, councils and their trades put in and mend."""

_PAID_OUT = words(
    """
    allowance benefit benefits bonus compensation credit grant overtime pension refund wages
    """
)
_FORMS = words("calendar document documents draft form forms packet paperwork papers plan schedule")
_GIFTS = words("apology card invitation invitations offer offers praise proposal support thanks")
_DECISIONS: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (_DECIDED, frozenset(), ""),
    (_LIKED, words("has have having"), "love"),
    (_SETTLED, OFFICIAL, ""),
    (_RULED, _RULINGS, ""),
    (words("paid"), _PAID_OUT, ""),
    (_WORKED, _FIXTURES, ""),
    (words("found"), words("buyer carer donor home kidney liver match organ placement sponsor tenant"), ""),
    (words("made"), words("award contract decision divorce finding offer order orders post role ruling"), ""),
    (words("acknowledged admitted believed corrected investigated recorded"), words("get gets has have having"), ""),
    (words("cleared removed struck taken"), words("name points"), "release"),
    (words("returned"), words("bond deposit licence license passport"), ""),
    (words("received"), _GIFTS, "give"),
)
"""Participles, one of the words that must stand before them (none for any), and what others do; itself if nothing."""

_HAVING = words("get gets getting has have having see sees want wants")
_BOUNDS = words(", . ; after because before by how if that until what when where whether which who why")
_FURTHEST = 12


def undergone(tokens: Sequence[str]) -> str:
    """What is done to the client, who is the unsaid subject of a passive; nothing for `is dressed` and the like."""
    return _chosen(tokens) or _done_to_them(tokens)


def _chosen(tokens: Sequence[str]) -> str:
    """`Accepted onto the course`."""
    tokens = tokens["".join(tokens[:1]).endswith("ly") :]
    if tokens[:2] == ("moved", "to") and not ADMITTING.isdisjoint(tokens[2:6]):
        return "release"
    if tokens[:2] in _DONE_WITHOUT_BE:
        return _DONE_WITHOUT_BE[tokens[0], tokens[1]]
    is_active = tokens[1:2] in {("a",), ("the",)} and tokens[0] not in {"awarded", "given", "granted", "offered"}
    if _CHOSEN.isdisjoint(tokens[:1]) or is_active:
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
        return "grant" if done == "believed" and any(map(is_body, tokens[place:])) else "love"
    if done in _REGARDED and "as" in tokens[place:]:
        return "respect"
    return "" if done in _OWN_STATES | STIRRED | nouns.TRAITS | _SHOWING else base_of(done)


def decided(tokens: Sequence[str]) -> str:
    """What is decided about a thing: the ban is lifted, charges dropped, have the debt written off, bail granted."""
    tokens = [word.replace("re-", "re", 1) for word in tokens]
    place = next((n for n in range(1, min(len(tokens), _FURTHEST)) if _is_done(*tokens[n : n + 2])), 0)
    before = tokens[:place]
    if not (before and _BOUNDS.isdisjoint(before) and _is_about_a_thing(before, tokens[place])):
        return ""
    is_off = tuple(tokens[place : place + 2]) in _OFF
    return base_of(tokens[place]) if is_off else _decision(tokens[place], before)


def _decision(done: str, before: Sequence[str]) -> str:
    """What others do with what stands before that participle; who has a boiler mended sees to it."""
    fitting = (
        means or base_of(done)
        for which, of, means in _DECISIONS
        if done in which and (not of or of.intersection(before)) and not (of is _FIXTURES and before[0] in _HAVING)
    )
    return next(fitting, "")


def _is_done(word: str, then: str = "") -> bool:
    return is_participle(word) and word not in TO_BE | {"had", "left", "need"} and (word != "set" or then == "aside")


def _is_about_a_thing(before: Sequence[str], done: str) -> bool:
    """Whether a passive, or a thing without a verb, or somebody who has it done, stands before the participle."""
    is_thing = bases(before[0]).isdisjoint(ONLY_VERBS)
    if (done == "offered" and not is_thing) or (done == "restored" and not _OF_THE_BODY.isdisjoint(before)):
        return False
    if done in _GRANTED and is_thing:
        return True
    thing = next((word for word in reversed(before) if word not in TO_BE and not is_owner(word)), "")
    return thing not in {"", *_FORMS} and _is_theirs_to_do(before, done)


def _is_theirs_to_do(before: Sequence[str], done: str) -> bool:
    """Whether that is had done, is done, or is of what only others see to."""
    if before[0] in _HAVING or not TO_BE.isdisjoint(before) or not OFFICIAL.isdisjoint(before[:4]):
        return True
    return any(done in which and not (of - _HAVING).isdisjoint(before) for which, of, _ in _DECISIONS)
