"""Typing slips: a word that is on no list and one slip away from one is taken for it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from goalctl.model.nearest import one_slip_away
from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.inflection import forms_of
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import NAMED, is_person
from goalctl.rules.wording.topics import TOPICS

_SHORTEST = 4
_LONG = 9
_CLEAR = 6
_SMALL = words(
    """
    about addition after again alongside also always another assessment because been before beside besides better
    between both bother bothers boyfriend brother brothers client clients cloths cold colleague colleagues committee
    could daily daughter daughters down during each either even ever every everybody everyone family father february
    fewer friends from girlfriend government grandfather grandmother have here husband instead insurance into january
    just knits landlord less liability like lives longer lunch manager many monday month months more morning most mother
    much must neighbour neighbours never nobody nothing often only other others over parent partner patient people
    psychiatrist quite receive received receives regularly retraining should sister sisters solicitor some somebody
    someone sooner supervisor teacher teachers than that their them then there these they third this those three times
    together tree tuesday university until upon usually very walks wall walls wednesday week weekly weeks were what when
    where which while whose will with without would year years
    """
)


@cache
def _vocabulary() -> frozenset[str]:
    known = verbs.KNOWN | frozenset(verbs.IRREGULAR)
    topics = frozenset(word for found in TOPICS.values() for word in found)
    things = nouns.ABSTRACT | nouns.FEELINGS | nouns.TRAITS | topics
    return frozenset(form for verb in known for form in forms_of(verb)) | things | _SMALL


def is_known(word: str) -> bool:
    """Whether the word, or what it is the plural of, stands on one of the lists."""
    return _is_listed(word) or word.endswith(("ity", "ness"))


def _is_listed(word: str) -> bool:
    return word in _vocabulary() or word.removesuffix("s") in _vocabulary()


@cache
def meant(word: str) -> str:
    """The word as it was meant; itself where it is known, short, or like nothing that is known.

    Two letters changed places, one doubled or not doubled; any other slip only in long words and in small ones such as
    `evry`: too many words are one letter away from a word of their own.
    """
    if len(word) < _SHORTEST or _is_listed(word) or is_person(word):
        return word
    found = one_slip_away(word, _by_initial().get(word[0], ()))
    if found and (len(word) >= _LONG or _is_small_slip(word, found)):
        return found
    who = one_slip_away(word, _persons_by_initial().get(word[0], ()))
    return who if who and (_is_letter_left_out(word, who) or _is_small_slip(word, who)) else word


@cache
def _targets() -> frozenset[str]:
    """What a slip is mended to: words that matter here and are seldom like others; any other verb is one anyway."""
    said = verbs.KNOWN - verbs.OBSERVABLE | verbs.ENDING | verbs.CHANGE
    forms = frozenset(form for verb in said | frozenset({"stop"}) for form in forms_of(verb))
    return forms | nouns.ABSTRACT | nouns.FEELINGS | nouns.TRAITS | _SMALL


@cache
def _by_initial() -> dict[str, tuple[str, ...]]:
    return _in_order(_targets())


@cache
def _persons_by_initial() -> dict[str, tuple[str, ...]]:
    """Who is named in so many letters that no other word is as near: `surgoen`; but `soon` is near `son`."""
    return _in_order(word for word in NAMED if len(word) > _SHORTEST)


def _in_order(listed: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(listed):
        found.setdefault(word[0], []).append(word)
    return {initial: tuple(known) for initial, known in found.items()}


def _is_letter_left_out(word: str, known: str) -> bool:
    """`Vistor`: inside a long word."""
    return len(word) < len(known) > _CLEAR and word[-1] == known[-1]


def _is_small_slip(word: str, known: str) -> bool:
    if len(word) == len(known):
        return sorted(word) == sorted(known)
    short, long = sorted((word, known), key=len)
    is_doubled = any(long == short[:n] + short[n - 1] + short[n:] for n in range(1, len(short) + 1))
    return is_doubled or (known in _SMALL and len(word) < len(known))
