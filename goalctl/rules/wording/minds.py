"""What goes on in the mind of somebody else: that she trusts him, sees him in a better light, no longer looks down."""

from __future__ import annotations

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.criterion import has_frequency
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.others import done_by_others, is_about_the_mind_of_others, up_to_others
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.states import by_being
from goalctl.rules.wording.unseen_verbs import ACCEPTED

_WHOM = r"(?:me|him|her|us|them|it|@|(?:my|his|her|their|our)(?: \w+)?)"
REGARD = Phrases(
    rf"\b(?:sees?|seeing|views?|viewing|regards?|regarding|thinks? of|considers?) {_WHOM} (?:more |less )?"
    r"(?:as|in an?|differently|fondly|positively)\b",
    r"\b(?:seen|viewed|regarded|thought of|perceived|looked (?:up)?on) (?:more |less )?(?:as|in an?)\b",
    r"\blook(?:s|ed|ing)? (?:down|up) (?:on|upon|to) (?!the )",
    rf"\b(?:sees?|seeing|takes?|taking|knows?|accepts?|likes?|loves?) {_WHOM} (?:as|for) "
    r"(?:who|what|i|he|she|they|a person)\b",
    r"\b(?:taken|seen|known|accepted) (?:as|for) (?:an?|one|who|what|i|he|she|they)\b",
    r"\b(?:faith|trust|confidence|belief|pride) in (?:me|him|her|us|them|my|his|our)\b",
    r"\b(?:accept|appreciat|blam|distrust|fear|forgiv|hat|lik|lov|mistrust|respect|trust|understand|want)(?:e|es"
    r"|s|ing)? "
    r"(?:me|him|us|them|her)(?=$| (?:again|and|any|as|at|back|for|in|more|now|when)\b)",
    rf"\b(?:takes?|taking|taken) (?:(?:{_WHOM}|my|his|her|their) (?:\w+ )?)?(?:more )?seriously\b",
    rf"\bwarm(?:s|ed|ing)? (?:up )?to(?:wards?)? {_WHOM}\b",
    r"\b(?:hold|holds|held|holding) (?:\w+ )?in (?:\w+ )?(?:regard|esteem|contempt|respect|affection)\b",
    r"\b(?:judge|judges|judging|resent|resents|resenting) (?:me|him|her|us|them|others|people|each other)\b",
    r"\b(?:accepted|appreciated|liked|loved|respected|trusted|understood|valued) by\b",
    r"\b(?:judged|resented)\b(?! (?:the|a|at)\b)",
    r"\b(?:underestimat|overestimat|misjudg|despis|stereotyp|stigmatis|stigmatiz|idolis|idoliz)(?:e|es|ed|ing)\b",
    r"\b(?:worr(?:y|ies|ied|ying)) (?:so much |less )?about\b",
    rf"\b(?:disappointed|ashamed|proud|fond|tired|sick|embarrassed|afraid|scared|jealous) (?:in|of|by|with) {_WHOM}\b",
    rf"\b(?:believ(?:es?|ing)|faith|trust|confidence) in {_WHOM}\b",
    r"\bgets? (?:me|him|us|them)$",
    rf"\b(?:want|wants|like|likes|miss|misses|need|needs|love|loves) {_WHOM} (?:back|more|again|for who)\b",
    rf"\bcar(?:e|es|ing) (?:more )?about {_WHOM}\b",
    r"\bside(?:s|d)? with (?:me|him|her|us|them)\b",
)
"""How somebody is regarded: nobody sees it, whoever regards whom."""

_GIVEN = words(
    """
    acceptance admiration affection appreciation approval compassion consideration empathy esteem forgiveness kindness
    love loyalty patience recognition regard respect sympathy trust understanding warmth
    """
)
_SEEN = ACCEPTED | {"forgiven"}
"""What shows that it is done: they accept his invitations, and who is forgiven has been told so."""

_WITH_THINGS = {
    "accept": words("being me that how them us who whoever"),
    "hear": words("her him me my out us"),
    "mind": words("being if less that"),
    "treat": words("as badly better courtesy differently dignity equal equally fairly kindly like respect well worse"),
}
"""What is as often done with things and bodies, and what tells that it is how somebody is regarded."""

_BECOMING = words("be become feel grow remain seem stay")
_ENDING = words("cease stop quit")


def mind_of_others(said: GoalSentence) -> str:
    """The word for what nobody sees in those who are to do it; nothing where it can be seen, or is the client's own."""
    by_others = up_to_others(said)
    if not by_others or _SEEN.intersection(said.tokens):
        return ""
    return by_others if _is_unseen(said, by_others) else ""


def _is_unseen(said: GoalSentence, verb: str) -> bool:
    """Whether nobody sees it when they do so."""
    tokens = said.tokens[: said.tokens.index("from")] if "from" in said.tokens else said.tokens
    if verb in {"give", "trust"} and _GIVEN.intersection(tokens):
        return not has_frequency(said.text)
    theirs = done_by_others(said)
    if _is_acted_on(theirs):
        return False
    if verb in _WITH_THINGS:
        return bool(_WITH_THINGS[verb].intersection(said.tokens))
    is_trait = verb in {"be", "is", "are"} and bool(nouns.TRAITS.intersection(said.tokens))
    return is_trait or is_about_the_mind_of_others(verb) or _are_in_the_mind(theirs)


def _is_acted_on(theirs: GoalSentence | None) -> bool:
    """`Learns his name and uses it`."""
    return theirs is not None and any(clause.head in verbs.OBSERVABLE for clause in theirs.clauses[1:])


def _are_in_the_mind(theirs: GoalSentence | None) -> bool:
    return theirs is not None and all(map(_is_in_the_mind, theirs.clauses))


def _is_in_the_mind(clause: GoalClause) -> bool:
    """Whether it says what somebody is like, feels, gives of feelings, or ceases to feel."""
    return clause.head in verbs.KNOWING or any(tells(clause) for tells in (_is_like, _gives, _ceases_to_feel))


def _is_like(clause: GoalClause) -> bool:
    return clause.head in _BECOMING and by_being(clause) is not None


def _gives(clause: GoalClause) -> bool:
    is_giving = clause.head in verbs.LIGHT | verbs.CHANGE and not _GIVEN.isdisjoint(clause.about)
    return is_giving and not has_frequency(clause.text)


def _ceases_to_feel(clause: GoalClause) -> bool:
    is_ended = clause.head in _ENDING or (not clause.head and not _ENDING.isdisjoint(clause.words))
    return is_ended and any(bases(word) & (verbs.INNER | {"worry"}) for word in clause.words)
