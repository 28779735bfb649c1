"""Whether a goal says what the client does that someone can see or hear; no number changes anything about that."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.absence import is_absent
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.criterion import has_amount, has_frequency
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.others import is_about_the_mind_of_others, up_to_others
from goalctl.rules.wording.patterns import Phrases, words


class Unseen(Enum):
    """Why nobody can see whether it happened."""

    KNOWING = "knowing"
    INNER = "inner"
    WAY = "way"
    STATE = "state"


RATED = Phrases(
    r"\b(?:self-)?(?:rates?|rated|rating|ratings|scores?|scored|scoring|suds?|scales?|ruler|points? (?:on|of))\b",
    r"\b\d+(?:\.\d+)? (?:out )?of (?:10|100|ten|a hundred)\b",
    r"\b\d+ ?/ ?10\b",
    r"\b(?:out of|on a) ten\b",
    r"\bquestionnaire\b",
    r"\b(?:phq|gad|pcl|bdi|core|who|audit|k|isi|wsas|ors|bai|oq|dass|epds)-?\d+\b",
    r"\b(?:no|not) (?:higher|lower|more) than \d",
    r"\b\d or (?:below|above|lower|higher|less|more)\b",
)
"""The sentence itself says that it is rated."""

SHOWN = Phrases(
    r"\b(?:as )?(?:shown|seen|evidenced|demonstrated|measured|documented|indicated|noted|recorded|reported) (?:by|in"
    r"|on)\b",
    r"\bby (?:\w+ly )?(?!being|having|becoming|feeling|understanding|learning|knowing|thinking"
    r"|believing)[a-z]{2,}ing\b",
)
"""The sentence goes on to say how it will show."""

_KNOWING = Phrases(
    "(?:be(?:come)?|is|are|stay|get|gets|becomes?) (?:more |fully |better )?(?:aware|acquainted|familiar|conscious"
    r"|informed)\b",
    r"get(?:s)? to know\b",
    r"(?:gain|build|develop|increase|deepen|achieve|reach|have|get)(?:s|ing)? (?:\w+ ){0,3}"
    r"(?:knowledge|insights?|awareness|understanding)\b",
    r"recogni[sz]es? (?:that|how|why)\b",
    r"see(?:s)? (?:that|why)\b",
    r"(?:study|studies|covers?) (?:how|why|what)\b",
    r"make(?:s)? sense of\b",
    r"find(?:s)? out (?:who|why)\b",
    start=True,
)
_INNER = Phrases(
    r"(?:(?:have|get|gain|regain|a|an|the|more|greater|develop|improve|increase) )*(?:sense|feelings?) of\b",
    r"looks? forward\b",
    start=True,
)
_WAY = Phrases(
    r"(?:work(?:s|ing)?) (?:(?:hard|more|harder) )?(?:on|through|toward|towards)\b",
    r"(?:deal(?:s|ing)?|dealing) (?:\w+ )?with\b",
    r"looks? (?:into|at (?:my|his|her|their))\b",
    r"talk(?:s|ing)? through\b",
    start=True,
)
_STATE = Phrases(
    r"mov(?:e|es|ing) (?:on|forward|past|beyond)\b",
    r"let(?:s|ting)? go\b(?! of (?:the|his hand|her hand))",
    r"(?:have|has|get|gets) (?:a|an) (?:\w+ )?(?:picture|idea|view)\b",
    r"com(?:e|es|ing) to terms\b",
    r"mak(?:e|es|ing) (?:\w+ )?peace\b",
    r"be (?:there|open|present)\b",
    r"(?:be|being|find|finds|like|become) (?:more )?(?:my|him|her|your|them|one)self(?:ves)?\b",
    r"get(?:s|ting)? (?:back )?to (?:\w+ )?(?:normal|usual|self|feet)\b",
    r"back to (?:normal|my old self)\b",
    r"(?:do|does|doing) (?:well|better|my best|his best|her best|their best|more with)\b",
    r"tr(?:y|ies) (?:hard|harder)\b",
    r"get(?:s|ting)? (?:along|on) (?:\w+ )?with\b",
    r"get(?:s|ting)? better\b",
    r"open(?:s|ing)? up\b(?! (?:the|a|his|her) )",
    r"liv(?:e|es|ing) (?:\w+ ){0,3}life\b",
    r"liv(?:e|es|ing) (?:in the moment|well|better|fully)\b",
    r"put(?:s|ting)? (?:\w+ ){1,4}(?:behind|first|right)\b",
    r"stand(?:s)? up for\b",
    r"(?:(?:have|a|more) )*(?:better|good|happier|brighter|easier) (?:days?|times|moments)\b",
    r"tak(?:e|es|ing) (?:it|things|life|each day|every day) (?:easy|easier|slowly|as|one)\b",
    r"grow(?:s|ing)? (?:as|up|into|stronger)\b",
    r"(?:settle|settles|calm|calms) down\b",
    r"liv(?:e|es|ing) (?:with|in|without) (?!a\b|the\b|his|her|my|an\b|two|three|parents)",
    "(?:allows?|lets?|permits?|gives?) (?:my|him|her|them)sel(?:f|ves) (?:permission )?(?:to )?",
    r"fits? in\b",
    r"turns? (?:my|his|her) life\b",
    r"starts? (?:over|afresh|anew)\b",
    r"com(?:e|es) out of (?:my|his|her) shell\b",
    r"ris(?:e|es) above\b",
    r"lets? (?:people|others|someone) in\b",
    r"fac(?:e|es|ing) (?:up to )?(?:my|his|her|their) (?:fears?|past|feelings|problems|demons)\b",
    r"takes? (?:charge|stock|a stand|heart|pride)\b",
    r"chang(?:e|es|ing) (?:my|his|her|their|for|the way)\b",
    r"stays? on (?:track|top)\b",
    r"keeps? (?:calm|cool|going|it together|things in)\b",
    r"us(?:e|es) (?:good |better )?(?:judg(?:e)?ment|common sense)\b",
    r"makes? (?:good|better|healthy|healthier|wise|positive) (?:choices|decisions)\b",
    "(?:be|is|are|being|feel|get|gets) (?:more |fully |better )?(?:at|in|on|with) (?:a |an |the |his |her |my |full "
    "|good |better |more |inner )*"
    r"(?:ease|peace|touch|charge|control|balance|harmony|spirits|place|mood|shape|track|top|command|tune|love|line)\b",
    r"stands? on (?:my|his|her|their) own\b",
    r"(?:listens?|tunes? in) to (?:my|his|her) (?:body|heart|needs|feelings|inner)\b",
    r"sees? (?:my|him|her|them)sel(?:f|ves)\b",
    r"sees? (?:a|the|life|things|people)\b(?= (?:future|bright|different|good|positive|point|as))",
    r"gets? unstuck\b",
    r"reach(?:es)? (?:my|his|her) (?:full )?potential\b",
    r"remembers? (?:that|why|how)\b",
    r"figures? out (?:who|why|what|how)\b",
    r"get(?:s)? (?:a grip|control|over|through|(?:my|his|her|their) (?:head|life|act|mind))\b",
    r"be (?:a|an) (?:\w+ ){1,2}(?:mother|father|parent|partner|wife|husband|friend|person|listener|man|woman|son"
    r"|daughter)\b",
    r"(?:acts?|behaves?|behav(?:e|ing)|functions?|reacts?|responds?|communicates?|interacts?|relates?) (?:more )?"
    r"(?:\w+ly|well|better|maturely|to others)\b",
    r"set(?:s|ting)? (?:\w+ )?boundaries\b",
    start=True,
)
_SHOWN_IN_PRACTICE = words(
    "skills strengths values relaxation mindfulness communication boundaries assertiveness thinking"
)
_CHANGES = words(
    "improvement improvements increase growth reduction decrease development enhancement gain rise restoration"
)
_GIVING = words("give make put show take hold practice practise draw keep")
_SHOWING = words("demonstrate display exhibit find give hold keep show take use")
_SAYING_LITTLE = verbs.CHANGE | verbs.LIGHT | {""}
_PHRASES = ((Unseen.KNOWING, _KNOWING), (Unseen.WAY, _WAY), (Unseen.STATE, _STATE), (Unseen.INNER, _INNER))
_DEGREES = words("more less very a an much as so most the")
_PARTICLES = words("back up down again away together")
_DENYING = words("no not never longer more to don't will")
_PLACES = words(
    """
    above abstinent alone asleep at awake back below between clean dressed early employed enrolled for home in
    indoors inside late near off on out outdoors outside present punctual quiet ready registered seated silent sober
    there under up with within
    """
)
_OBJECT_ENDS = words(
    """
    ( , . : ; about after again against among and around as at before between by daily during each eight every
    fifteen five for four from if in into nine of on once one or over seven six so ten than that thirty three
    through to toward towards twelve twenty twice two under until weekly when which while who with without
    """
)


@lru_cache(maxsize=512)
def unseen(statement: GoalSentence) -> tuple[Unseen, str] | None:
    """Why nobody can see it, and the words that say so; None as soon as one clause says what can be seen or heard."""
    if RATED.stand_in(statement.text) or SHOWN.stand_in(statement.text):
        return None
    if by_others := up_to_others(statement):
        is_trait = by_others in {"be", "is", "are"} and bool(nouns.TRAITS & set(statement.tokens))
        return (Unseen.STATE, by_others) if is_trait or is_about_the_mind_of_others(by_others) else None
    found = [_unseen_in(clause) for clause in statement.clauses]
    return found[0] if all(found) else None


def names_nothing_visible(clause: GoalClause) -> bool:
    """Whether the clause by itself says nothing that can be seen or heard."""
    return _unseen_in(clause) is not None


def is_about_a_state(clause: GoalClause) -> bool:
    """Whether it says how somebody is or feels."""
    return clause.head in verbs.BEING | {"get"}


def _unseen_in(clause: GoalClause) -> tuple[Unseen, str] | None:
    text = f"{clause.head} {' '.join(clause.about)}".strip()
    if is_absent(clause):
        return _unseen_absence(clause)
    for kind, phrases in _PHRASES:
        if phrases.stand_in(text):
            return kind, phrases.find(text).strip()
    return _by_verb(clause)


def _unseen_absence(clause: GoalClause) -> tuple[Unseen, str] | None:
    """`Not think about it` and `stop worrying` are as hard to see as thinking and worrying are."""
    denied = next((word for word in clause.words if word not in _DENYING and not bases(word) & verbs.ENDING), "")
    return (Unseen.INNER, denied) if bases(denied) & (verbs.INNER | verbs.KNOWING) else None


def _by_verb(clause: GoalClause) -> tuple[Unseen, str] | None:
    if clause.head in verbs.BEING - {"feel"} and not clause.is_passive:
        return _by_being(clause)
    for kind, heads, is_excused in _VERBS:
        if clause.head in heads:
            return None if is_excused(clause) else (kind, clause.head)
    return _by_thing(clause)


def _is_recited(clause: GoalClause) -> bool:
    """`Knows the number by heart` can be heard."""
    return clause.about[-2:] in {("by", "heart"), ("from", "memory")}


def _is_said(clause: GoalClause) -> bool:
    """`Thinks aloud` can be heard; `is forgiven` is what others say."""
    is_forgiven = clause.is_passive and clause.head == "forgive"
    return is_forgiven or clause.about[:1] in {("aloud",), ("out",)}


def _is_counted_way(clause: GoalClause) -> bool:
    """`Explores three new walks a month` names a way that can be ticked off."""
    is_counted = has_frequency(clause.text) if clause.head == "discuss" else has_amount(clause.text)
    return is_counted and not _is_abstract(_thing(clause))


def _is_of_visible_things(clause: GoalClause) -> bool:
    """`Manages the bills` can be seen, `manages stress` can't."""
    return any(_thing(clause) in nouns.TOPICS[topic] for topic in ("money", "home", "medicine", "food"))


_VERBS: tuple[tuple[Unseen, frozenset[str], Callable[[GoalClause], bool]], ...] = (
    (Unseen.KNOWING, verbs.KNOWING, _is_recited),
    (Unseen.INNER, verbs.INNER, _is_said),
    (Unseen.WAY, verbs.SOFT, _is_counted_way),
    (Unseen.STATE, verbs.COPING, _is_of_visible_things),
)
"""What verbs leave unseen, and what excuses them; the first that holds the verb decides."""


def _by_thing(clause: GoalClause) -> tuple[Unseen, str] | None:
    """For verbs that say little: what is built, found, kept, shown or changed decides."""
    thing = _thing(clause)
    is_judged = clause.head in _SAYING_LITTLE and _is_abstract(thing)
    is_given = thing in nouns.FEELINGS and clause.head in _GIVING
    return (Unseen.STATE, thing) if is_judged and not is_given and not _is_in_practice(clause, thing) else None


def _is_in_practice(clause: GoalClause, thing: str) -> bool:
    """`Practises assertiveness` can be seen, and so can `shows assertiveness twice a week`."""
    is_counted = clause.head in _SHOWING and has_amount(clause.text)
    return thing in _SHOWN_IN_PRACTICE and (clause.head.startswith("practi") or is_counted)


def _by_being(clause: GoalClause) -> tuple[Unseen, str] | None:
    """`Be in bed` can be seen, `be calm` can't; `stay in the shop` can, `stay positive` can't."""
    for word in clause.about:
        if word in _DEGREES or word.endswith("ly"):
            continue
        if word in nouns.TRAITS:
            return Unseen.INNER, f"{clause.head} {word}"
        is_placed = word in _PLACES or word.isdigit() or clause.head not in {"be", "become", "feel"}
        return None if is_placed else (Unseen.STATE, f"{clause.head} {word}")
    return None


def _thing(clause: GoalClause) -> str:
    """What the clause is about: the last word of its first noun phrase."""
    found = ""
    for word in clause.about[2:] if _names_a_change(clause) else clause.about:
        if word in _OBJECT_ENDS or word.isdigit():
            if found:
                break
        elif not word.endswith("ly") and word not in _PARTICLES:
            found = word
    return found


def _names_a_change(clause: GoalClause) -> bool:
    """Whether it begins as `reduction of` or `improvement in` does, with no verb."""
    is_change = bool(_CHANGES.intersection(clause.about[:1])) and clause.about[1:2] in {("in",), ("of",)}
    return is_change and not clause.head


def _is_abstract(thing: str) -> bool:
    return (
        thing in nouns.ABSTRACT
        or thing in nouns.FEELINGS
        or thing.endswith("ness")
        or (thing.startswith("self-") and thing != "self-harm")
    )
