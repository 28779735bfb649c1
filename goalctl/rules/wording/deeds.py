"""What somebody else does, in a sentence whose subject is not the client: over words, the person already found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.verb_places import PERIODS

_GETTING = words("get gets getting")
_BEING = words("am are be been being is was were")
TO_BE = _GETTING | _BEING
_MODALS = words("can could did do does may might must shall should will would")
_PERFECT = words("had has have having")
_BETWEEN = words(
    """
    actively again all also always both each even ever finally just less longer more never no not now often once only
    really regularly soon still then to twice
    """
)
_NAYS = words("never no not")
_AUXILIARIES = _MODALS | _PERFECT | TO_BE
_LEADING = _BETWEEN | _MODALS | _PERFECT | _BEING
_TOLD = words(
    """
    asked bathed called collected contacted dressed driven fed hugged informed invited met phoned picked praised read
    rung seen taken texted thanked told visited walked warned washed written
    """
)
"""What the client does with them: her sister is told."""

_PRONOUNS = words("her herself him himself it me one them themselves us you")
_OWNED = words("her his my our the their")
_OBJECTS = (_PRONOUNS | _OWNED) | words(
    """
    about after again all alongside another any around as away back better both down eight everything everywhere first
    five four home how if into less like longer more nine nothing off only onto out over seven six ten that three too
    twelve twenty two under up what when where whether without your
    """
)
"""How what is no time or place begins: an object, a particle, a number."""

_AT_THEM = {(where, whom) for where in words("after at in on over past up") for whom in words("him me them us")}
_NO_VERBS = words(
    """
    about against alongside and around as at behind beside blues but by classes clothes conflict conflicts contact days
    dinner dinners exercises for group groups his home hours house in inside is's its life meal meals meetings near
    night nights of off on or out outside over own plus problems relationship relationships round routine session
    sessions showers steps than that then therapy this time times to up us weeks with within without years yes
    """
)
_TOWARDS_OTHERS = words(
    """
    applaud badmouth belittle berate bully criticise criticize deadname deport detain diagnose envy exclude ghost gossip
    harass hassle heckle humiliate insult laugh misgender mock nag notice patronise patronize pester pity prescribe
    punish readmit restrain ridicule scold smother snigger stare taunt tease undermine welcome withhold
    """
)
KNOWN = verbs.KNOWN | verbs.HANDIWORK | _TOWARDS_OTHERS
"""Verbs, also those of what people do to each other."""

_ATTITUDES = words(
    """
    acceptance admiration affection compassion confidence empathy faith forgiveness hope kindness love patience respect
    sympathy trust understanding warmth
    """
)
_IDIOMS: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (words("look"), words("down up"), "respect"),
    (words("warm"), words("to"), "love"),
    (words("think"), words("of"), "think"),
    (words("accept regard see view"), words("as for-what for-who who"), "respect"),
    (words("take"), words("as-he as-i as-she as-they for-granted for-who interest"), "respect"),
    (words("see"), words("and-not beyond past"), "respect"),
    (words("say"), words("sorry"), "apologise"),
    (words("make show"), words("it-to up-at up-for up-on up-to"), "come"),
    (words("feel find gain get have lose show"), _ATTITUDES, "trust"),
)
"""Verbs, and words soon behind them, or two joined: what both say."""

_SOON = 4
_TELLING = words("how that what why")


@dataclass(frozen=True)
class Deed:
    """What they do: the verb as it stands, what is behind it, and how it is said; led by will, has, is or to."""

    verb: str
    then: tuple[str, ...]
    is_denied: bool
    is_led: bool
    is_passive: bool

    @property
    def base(self) -> str:
        """The verb in its base form."""
        return base_of(self.verb)

    @property
    def meaning(self) -> str:
        """The base form, or a verb that says the same of a mind: looks up to him, sees her as a burden."""
        if self.verb in _BEING or (self.is_led and self.verb in nouns.TRAITS and not self.is_passive):
            return "be"
        soon = self.then[:_SOON] if ("as", "well") not in pairwise(self.then) else ()
        soon += tuple(map("-".join, pairwise(soon)))
        idiom = next((means for heads, then, means in _IDIOMS if self.base in heads and then.intersection(soon)), "")
        return idiom or self._by_itself()

    def _by_itself(self) -> str:
        if self.base == "see" and not _TELLING.intersection(self.then[:1]):
            return "meet"
        is_alone = len(self.then) == 1 and self.then[0] in _PRONOUNS
        is_told = not _TELLING.isdisjoint(self.then[:1])
        return "understand" if self.base == "get" and (is_alone or is_told) else self.base


def deed_at(tokens: Sequence[str], place: int) -> Deed | None:
    """What is done, if a verb or what leads to one begins there; nothing is said about whether it is really a verb."""
    n = _place_of_verb(tokens, place)
    if n == len(tokens):
        return None
    before = frozenset(tokens[place:n])
    is_passive = bool(TO_BE & before) and is_participle(tokens[n]) and tokens[n] not in TO_BE
    is_led = "to" in before or bool(before & _AUXILIARIES)
    return Deed(tokens[n], tuple(tokens[n + 1 :]), bool(_NAYS & before), is_led, is_passive)


def _place_of_verb(tokens: Sequence[str], place: int) -> int:
    """Where the verb stands behind what leads to it, or the last of that where no verb follows; else the end."""
    n = next((n for n in range(place, len(tokens)) if not _leads(tokens, n)), len(tokens))
    is_there = n < len(tokens) and tokens[n][:1].isalpha() and tokens[n] not in _NO_VERBS
    if is_there or n == place:
        return n if is_there else len(tokens)
    return next((m for m in range(n - 1, place - 1, -1) if tokens[m] in _AUXILIARIES), len(tokens))


def _leads(tokens: Sequence[str], place: int) -> bool:
    """Whether the word only leads to a verb: will, has, never, finally; gets only before a participle."""
    word = tokens[place]
    if word in _GETTING:
        return any(map(is_participle, tokens[place + 1 : place + 3]))
    is_adverb = word.endswith("ly") and place + 1 < len(tokens) and word not in {"family", "rely", "reply"}
    return is_adverb or word in _LEADING


def is_deed(deed: Deed, *, may_end_in_s: bool, may_be_plain: bool, is_sure: bool) -> bool:
    """Whether it is a verb: led by will or never, or in the form that fits, and no noun as in `hospital visits`.

    `is_sure` tells that the person is named in such a way that no noun goes on: my husband, dad, nobody.
    """
    if deed.is_passive and deed.verb in _TOLD and not deed.is_denied:
        return False
    if deed.is_led or deed.is_denied or deed.verb in _BEING:
        return True
    is_third = may_end_in_s and _is_third(deed, is_sure=is_sure)
    return is_third or (may_be_plain and _is_plain(deed, is_sure=is_sure))


def _is_third(deed: Deed, *, is_sure: bool) -> bool:
    """Whether it is a verb with its -s: a known one, or any that has an object or follows who can only act."""
    if not deed.verb.endswith("s") or deed.verb.endswith("ss") or deed.verb in _NO_VERBS:
        return False
    known = bases(deed.verb) & KNOWN
    if known & verbs.NOUNISH and _is_had_done(deed.then[:1]):  # support worker visits kept to two a week
        return False
    return is_sure or (bool(known) and known.isdisjoint(verbs.NOUNISH)) or _has_object(deed)


def _is_had_done(then: Sequence[str]) -> bool:
    return any(is_participle(word) and word not in KNOWN for word in then)


def _is_plain(deed: Deed, *, is_sure: bool) -> bool:
    """Whether it is a verb without an ending."""
    is_known = deed.verb in KNOWN
    if deed.verb in _NO_VERBS or (deed.verb.endswith(("ed", "ing", "s")) and not is_known):
        return False
    is_verb = is_known and (deed.verb not in verbs.NOUNISH or is_sure or _has_object(deed))
    return is_verb or bool(_PRONOUNS.intersection(deed.then[:1]))


def _has_object(deed: Deed) -> bool:
    """Whether what follows begins an object, and no time or place as behind a noun."""
    then = deed.then[0] if deed.then else ""
    if bases(deed.verb).isdisjoint(KNOWN):
        return then in _PRONOUNS | _OWNED
    is_one = then in {"a", "an"} and deed.then[1:2] != () and deed.then[1] not in PERIODS
    return is_one or deed.then[:2] in _AT_THEM or then in _OBJECTS or then.isdigit() or then.endswith("'s")


def base_of(token: str) -> str:
    """The verb in its base form, the known one where several fit; for a form of no known verb the word itself."""
    fitting = bases(token)
    known = sorted(fitting & KNOWN)
    return verbs.IRREGULAR.get(token) or (known[0] if known else token)
