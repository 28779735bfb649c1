"""Whose doing a goal is, where its sentence begins with somebody who is not the client, or with what is theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from goalctl.rules.wording import given, nouns, verbs
from goalctl.rules.wording.deeds import Deed, deed_at, is_deed
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import (
    CLIENTS,
    NO_BODIES,
    is_body,
    is_many,
    is_named,
    is_owner,
    is_person,
    owner_end,
    person_end,
)
from goalctl.rules.wording.verb_places import is_gerund, is_third_person

_I = words("he i she they we")
_ME = _I | words("herself himself me myself")
_WISHING = words(
    """
    ensure ensures hope hopes hoping like likes long longs love loves need needs see sees want wants wish wishes
    wishing
    """
)
_BEFORE_WISH = _I | CLIENTS | words("he'd i'd she'd the they'd to we'd will would")
_BEHIND_WISH = words("for that")
_SURE = (("make", "sure"), ("makes", "sure"), ("see", "to", "it"), ("sees", "to", "it"))
_THEM = words("her him them")
_OFFICIAL = verbs.DECIDING - words("drop return") | words(
    "admit ban clear discharge exempt fund match offer quash readmit recommend reimburse release revoke shortlist take"
)
_OBJECTS_OF_OFFICES = words("her his my the their")
_HER_ALONE = {
    (word,) for word in words("again as at back by each every for home in into off on once out to twice up with")
} | {()}
_NO_OFFICES = CLIENTS | words(
    "a after an and as at by couple dad each every father for from he her his i if in it miss mom mother mr mrs ms mum "
    "my of on or our she so that their they to we when where who with you"
)
_MISTERS = words("miss mr mrs ms")
_TITLES = words("coach dr nurse officer pastor professor sergeant")
_PLACES = words("above across around at below down from in inside near next of on opposite outside round upstairs with")
_ABOUT = words("about for to toward towards")
_ARTICLES = words("a an the")
_TIMES = words("each every")
_ALONE = words("everybody everyone no-one nobody people they")
_LONGEST_PLACE = 4
_FURTHEST_VERB = 7
_JOINED = words("and or")
_FIRST = words("i me mine my our us")
_GROUPS = words(
    """
    child children couple families family members pair parents partner partners sibling siblings spouse spouses toddler
    twins
    """
)
_GROUPS_LEAD = words("all both each either every group member members neither of our the this")
_PARENTS = words(
    """
    caregiver caregivers carer carers dad daddy father mam mom mommy mother mum mummy parent parents stepdad stepfather
    stepmom stepmother stepmum
    """
)
_PARENTS_LEAD = words("adoptive and birth foster the")
_BY_NAME = words("dad daddy mam mom mommy mum mummy stepdad stepfather stepmom stepmother stepmum")
_FROM_AFAR = words("babysit phone ring visit")
_OF_ONE = {("partner",), ("sibling",), ("spouse",), ("the", "children")}
_COUPLES = {("husband", "and", "wife"), ("wife", "and", "husband")}
_BACK = words("allowed back placed reinstated released returned reunited")
_MUTUAL = words("agree divorce marry reconcile separate")
_AGAIN = words("again terms together")
_TALKING = words("be get live speak talk")
_CHILDREN = words("baby boys child children daughter daughters girls kids son sons toddler twins")
_WHERE = words("asleep at in on ready up")
_TELLING = words("how that what why")
_PLACED = words("adopted allowed fostered placed removed returned taken")


def done_by_another(tokens: Sequence[str], acronyms: frozenset[str]) -> tuple[int, Deed] | None:
    """What somebody else does, as the subject of the sentence or as who is wished to do it; and where that begins."""
    return _by_pronoun(tokens) or _by_office(tokens) or _by_person(tokens, acronyms)


def _by_person(tokens: Sequence[str], acronyms: frozenset[str]) -> tuple[int, Deed] | None:
    """`At school the teacher helps`, `my husband to stop`."""
    wish = _behind_wish(tokens)
    place = _behind_place(tokens, wish)
    end = _subject_end(tokens, place, acronyms, is_wished=wish > 0)
    if end in {place, len(tokens)} or _is_with_the_client(tokens, end):
        return None
    begin = next((begin for begin in _places_of_verb(tokens, end) if _acts(tokens, place, end, begin)), len(tokens))
    deed = deed_at(tokens, begin)
    is_of_others = wish > 1 or (begin > end and tokens[end] not in _JOINED)
    if deed is None or (not is_of_others and _are_the_clients(tokens, tokens[place:end], deed)):
        return None
    return begin, deed


def _acts(tokens: Sequence[str], place: int, end: int, begin: int) -> bool:
    """Whether a verb that fits whoever stands at that place begins there."""
    said, deed = tokens[place:end], deed_at(tokens, begin)
    if deed is None:
        return False
    if begin == end and (deed.verb in _BACK or (is_gerund(deed.verb) and is_owner(said[0]))):  # his kids visiting
        return True
    is_sure = _is_sure(said) and (tokens[end] in _JOINED or _ARTICLES.isdisjoint(tokens[end:begin]))  # at the food bank
    is_plain = _takes_no_s(said) or tokens[end] in _JOINED or "and" in said
    return is_deed(deed, may_end_in_s=_takes_s(said), may_be_plain=is_plain, is_sure=is_sure)


def _by_pronoun(tokens: Sequence[str]) -> tuple[int, Deed] | None:
    """`They take me as I am`, `that he sees what he has done to me`: he is not the client where there is a me."""
    is_wished = tokens[:1] == ("that",)
    place = 1 if is_wished else _behind_place(tokens, 0)
    deed = deed_at(tokens, place + 1)
    if deed is None or tokens[place] not in {"he", "she", "they"}:
        return None
    is_told = bool(_FIRST.intersection(deed.then)) or (is_wished and (deed.is_led or deed.verb.endswith("s")))
    is_told |= tokens[place] == "they" and bool(_THEM.intersection(deed.then[:1]))
    return (place + 1, deed) if is_told else None


def _by_office(tokens: Sequence[str]) -> tuple[int, Deed] | None:
    """`Ontario Works reinstates her allowance`, `Darren rings him`: whoever that is, it is no client."""
    for n in range(1, min(_LONGEST_PLACE, len(tokens) - 1)):
        if tokens[n - 1] in _NO_OFFICES or not tokens[n - 1].isalpha() or not bases(tokens[0]).isdisjoint(verbs.KNOWN):
            return None
        deed = deed_at(tokens, n)
        if deed and deed.then == tokens[n + 1 :] and is_third_person(tokens, n) and _reaches_the_client(deed):
            return n, deed
    return None


def _reaches_the_client(deed: Deed) -> bool:
    """Whether an office does it with the client, or decides it about what is theirs and official."""
    whom, then = deed.then[0], deed.then[1:]
    if whom == "her" and (deed.base == "let" or then[:1] in _HER_ALONE):
        return True
    is_decided = deed.base in _OFFICIAL and whom in _OBJECTS_OF_OFFICES and not given.OFFICIAL.isdisjoint(then[:3])
    return is_decided or whom in {"him", "me", "us"}


def _behind_wish(tokens: Sequence[str]) -> int:
    """Behind `I would like`, `for`, `to see`, `make sure that`; the beginning where nothing is wished."""
    n = 0
    while n < len(tokens) and tokens[n] in _BEFORE_WISH:
        n += 1
    sure = next((len(each) for each in _SURE if tokens[n : n + len(each)] == each), 0)
    if not sure and _WISHING.isdisjoint(tokens[n : n + 1]):
        return int(not _BEHIND_WISH.isdisjoint(tokens[:1]))
    n += sure or 1
    return n + (not _BEHIND_WISH.isdisjoint(tokens[n : n + 1]))


def _behind_place(tokens: Sequence[str], place: int) -> int:
    """Behind `at school` and `every evening`, where somebody follows who needs no more to be a subject."""
    is_led = not (_PLACES | _TIMES).isdisjoint(tokens[place : place + 1]) and person_end(tokens, place) == place
    if is_led and tokens[place + 1 : place + 2] != ("of",):
        for n in range(place + 1, min(len(tokens), place + _LONGEST_PLACE)):
            if tokens[n] in _ALONE or is_owner(tokens[n]):
                return n
    return place


def _subject_end(tokens: Sequence[str], place: int, acronyms: frozenset[str], *, is_wished: bool) -> int:
    """Behind whoever stands there, or behind what is theirs; a mister is the client, but not Mrs Hughes from school."""
    if not _MISTERS.isdisjoint(tokens[place : place + 1]) and not any(map(is_owner, tokens[place + 1 : place + 2])):
        return place if _PLACES.isdisjoint(tokens[place + 2 : place + 3]) else place + 2
    owned = owner_end(tokens, place)
    if owned > place and not given.OWN_THINGS.isdisjoint(tokens[owned : owned + 1]):
        return owned + 1
    end = person_end(tokens, place)
    if end == place:
        return _unnamed_end(tokens, place, acronyms, is_wished=is_wished)
    return person_end(tokens, end + 1) if tokens[end : end + 1] == ("of",) else end  # a member of the family


def _unnamed_end(tokens: Sequence[str], place: int, acronyms: frozenset[str], *, is_wished: bool) -> int:
    """Behind the client with somebody, behind her of whom it is wished, behind a body in short: the DWP."""
    first = tokens[place : place + 1]
    if not _ME.isdisjoint(first) and tokens[place + 1 : place + 2] == ("and",):
        other = person_end(tokens, place + 2)
        return other if other > place + 2 else place
    if is_wished and not _THEM.isdisjoint(first):
        return place + 1
    short = place + (first == ("the",))
    return short + 1 if not (acronyms - NO_BODIES).isdisjoint(tokens[short : short + 1]) else place


def _is_with_the_client(tokens: Sequence[str], end: int) -> bool:
    """`My wife and I` walk together, and that is the client's own; whether they agree is not. So do a couple."""
    if tokens[end - 1 : end + 2] in _COUPLES:
        return True
    if not _ME.isdisjoint(tokens[:1]) and tokens[1:2] == ("and",):
        return not _is_mutual(deed_at(tokens, end))
    is_joined = tokens[end : end + 1] == ("and",) and not _ME.isdisjoint(tokens[end + 1 : end + 2])
    return is_joined and not _is_mutual(deed_at(tokens, end + 2))


def _is_mutual(deed: Deed | None) -> bool:
    """Whether it takes both: to agree, to talk again, to be on speaking terms."""
    if deed is None:
        return False
    is_again = not _AGAIN.isdisjoint(deed.then)
    return deed.base in _MUTUAL or (is_again and not _TALKING.isdisjoint((deed.base, deed.meaning)))


def _places_of_verb(tokens: Sequence[str], end: int) -> Iterator[int]:
    """Where their verb may begin: behind them, behind others with them, behind where they are."""
    yield end
    if tokens[end] in _JOINED:
        yield from (place for place in (person_end(tokens, end + 1), end + 2) if end + 1 < place < len(tokens))
    elif tokens[end] in _I and any(map(is_participle, tokens[end + 1 : end + 2])):  # the men he emailed turn up
        yield from range(end + 2, min(len(tokens), end + _FURTHEST_VERB))
    elif tokens[end] in _PLACES | _ABOUT:
        yield from range(end + 1, min(len(tokens), end + 1 + _FURTHEST_VERB))


def _takes_s(said: Sequence[str]) -> bool:
    if not is_person(said[-1]):  # an acronym
        return True
    return not is_many(said[-1]) or "of" in said or is_body(said[-1]) or is_named(said)


def _takes_no_s(said: Sequence[str]) -> bool:
    """Whether the verb may stand without its -s: of several, and of bodies, the council cease."""
    is_collective = said[-1] in {"couple", "family"} or is_body(said[-1]) or not is_person(said[-1])
    return is_many(said[-1]) or "of" in said or is_collective


def _is_sure(said: Sequence[str]) -> bool:
    """Whether no noun goes on behind it: `hospital visits` and `family meals`, but `my husband helps`."""
    return len(said) > 1 or (is_person(said[-1]) and not is_body(said[-1]) and said[-1] != "family")


def _are_the_clients(tokens: Sequence[str], said: Sequence[str], deed: Deed) -> bool:
    """Couples, families, parents and who else comes to the hour, unless it is plain that they are others."""
    if any(map(is_owner, said[:-1])):
        return said[-1] in _CHILDREN and deed.meaning == "be" and not _WHERE.isdisjoint(deed.then[:1])
    if said[0] in _TITLES and len(said) > 1 and not is_person(said[-1]):  # Nurse Kelly
        return (_THEM | _FIRST).isdisjoint(deed.then[:3])
    if _are_tended_or_together(said, deed):
        return True
    who = frozenset(said) - _GROUPS_LEAD
    return next((are_they(tokens, said, deed) for persons, are_they in _COMING if who <= persons), False)


def _are_tended_or_together(said: Sequence[str], deed: Deed) -> bool:
    """`The baby is put down awake`, `the sisters eat lunch together`."""
    is_tended = deed.is_passive and said[-1] in _CHILDREN and deed.verb not in _PLACED
    return is_tended or ("together" in deed.then and "back" not in deed.then)


def _always(_: Sequence[str], __: Sequence[str], ___: Deed) -> bool:
    return True


def _as_a_group(tokens: Sequence[str], said: Sequence[str], deed: Deed) -> bool:
    """The couple and the family; not where the goal says I, or how a family feels about her."""
    is_placed = deed.verb in _PLACED and is_participle(deed.verb)
    is_of_others = is_placed or said in _OF_ONE or (said[-1] == "family" and _is_about_another(deed))
    is_of_others |= said[-1] == "parents" and deed.base in _FROM_AFAR
    return _FIRST.isdisjoint(tokens) and not is_of_others


def _as_parents(tokens: Sequence[str], said: Sequence[str], deed: Deed) -> bool:
    """A mother who is to do what parents come to learn; no longer where the goal says I, or the client."""
    is_parenting = verbs.NOT_PARENTING.isdisjoint((deed.base, deed.meaning)) and not (
        deed.is_denied and said[-1] in _BY_NAME
    )
    return is_parenting and (_FIRST | CLIENTS).isdisjoint(tokens)


_COMING: tuple[tuple[frozenset[str], Callable[[Sequence[str], Sequence[str], Deed], bool]], ...] = (
    (CLIENTS, _always),
    (_GROUPS, _as_a_group),
    (_PARENTS | _PARENTS_LEAD, _as_parents),
)
"""Who may be meant by their bare names, and what tells whether they are the clients."""


def _is_about_another(deed: Deed) -> bool:
    """Whether it says how they feel about him or her, or what they are to see."""
    is_felt = deed.base in (verbs.INNER | verbs.KNOWING) - {"learn"}
    is_felt |= not (nouns.TRAITS | {"accepting"}).isdisjoint((deed.verb, *deed.then[:2]))
    is_told = (is_felt or deed.base in {"accept", "see"}) and not _TELLING.isdisjoint(deed.then[:1])
    return is_told or (is_felt and not (_THEM | {"his"}).isdisjoint(deed.then))
