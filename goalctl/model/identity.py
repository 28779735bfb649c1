"""Who a client is, from a file outside the workspace: on a report for whoever may know, and never stored."""

from typing import Annotated

from goalctl.model.types import ClientId, Day, Record, Text, UniqueKeys, Whole


class Identity(Record):
    """What a payer or an auditor knows a client by."""

    name: Text | None = None
    birth_date: Day | None = None
    member_id: Text | None = None


class Identities(Record):
    """The identities by client; a report never takes one that does not stand under its own client's id."""

    format: Whole = 1
    clients: Annotated[dict[ClientId, Identity], UniqueKeys]
