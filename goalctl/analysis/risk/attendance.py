"""Whom the entries of a plan mean, and who of them was away from a contact that was held.

Only who was there can be reached, or asked, in it: a contact with one partner, or with a parent alone, is none with the
other, or with the child. Where an entry does not say who was there, or names somebody whom nobody knows, it is taken to
be with everybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from goalctl.model.client_words import is_the_clients_word
from goalctl.model.finding import Value, records_under
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.people import former_guardians, former_people
from goalctl.model.plan import Plan
from goalctl.model.session import Session

THE_CLIENT = frozenset({"client", "patient", "self", "teen"})
_ABOUT_THE_CLIENT = frozenset({CLIENT_RATER, "clinician"})
OTHERS = frozenset(
    {"clinician", "interpreter", "mother", "father", "mum", "mom", "dad", "parent", "parents", "carer", "guardian"}
    | {"wife", "husband", "partner", "spouse", "girlfriend", "boyfriend", "friend", "neighbour", "neighbor"}
    | {"sister", "brother", "grandmother", "grandfather", "grandparent", "aunt", "uncle", "stepmother", "stepfather"}
    | {"gp", "doctor", "psychiatrist", "nurse", "social worker", "case manager", "teacher"}
)


class Company(NamedTuple):
    """Who belongs to a plan, by the names that its entries use, in small letters; `ids` are those of the client.

    Who has `left` is known as well: an hour that was one's alone was none with those who stay.
    """

    ids: frozenset[str]
    members: frozenset[str] = frozenset()
    guardians: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()

    def person(self, name: str | None) -> str | None:
        """Whom a name in the file means; None for the client, who may be named too, and is a minor's `teen`."""
        plain = (name or "").strip().casefold()
        is_client = plain in {"", *self.ids, *_ABOUT_THE_CLIENT} or is_the_clients_word(
            plain, minor=bool(self.guardians)
        )
        return None if is_client and plain not in self.members else plain

    def was_away(self, who: str | None, entry: Session) -> bool:
        """Whether the entry names who was there, all of them known, and not this one; None is the client."""
        there = {word.strip().casefold() for word in entry.present}
        others = self.members | self.guardians | self.left | OTHERS
        if who is None or (who in THE_CLIENT and who not in self.members):
            return bool(there) and not self.members and there <= others - THE_CLIENT - self.ids
        everybody = others | (frozenset() if self.members else THE_CLIENT | self.ids)
        return bool(there) and who not in there and there <= everybody

    def with_episodes(self, others: Iterable[Plan]) -> Company:
        """The same for entries of the client's other episodes: their ids and a minor's `teen` are the client there."""
        also = [company_of(plan.client, (), plan.guardians) for plan in others]
        return self._replace(
            ids=self.ids.union(*(one.ids for one in also)),
            guardians=self.guardians.union(*(one.guardians for one in also)),
        )


def plans_company(plan: Plan) -> Company:
    """All who are named in that plan, but former members where there are none now: one of them may be the client."""
    left = former_people(plan) if plan.members else former_guardians(plan)
    return company_of(plan.client, plan.members, plan.guardians)._replace(left=_names(tuple(left)))


def company_of(client: str, members: object, guardians: object) -> Company:
    """The same by these names, which may be the plain values of a plan that can't be read."""
    return Company(_names([client]), _names(members), _names(guardians))


def company_in_data(client: str, data: Mapping[str, Value]) -> Company:
    """The same of a plan that can't be read, by its plain values."""
    company = company_of(client, data.get("members"), data.get("guardians"))
    told = ("members", "guardians") if company.members else ("guardians",)
    left = (_names(one.get("from")) for one in records_under(data, "changes") if one.get("what") in told)
    return company._replace(left=frozenset().union(*left))


def _names(given: object) -> frozenset[str]:
    names = given if isinstance(given, list | tuple) else ()
    return frozenset(name.strip().casefold() for name in names if isinstance(name, str))
