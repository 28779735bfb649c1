"""Who a client is, from a file outside the workspace: on the clinician's own terminal, and on a report for whoever may
know; never in a plan.
"""

from typing import Annotated

from goalctl.model.types import ClientId, Day, Record, Text, UniqueKeys, Whole


class Identity(Record):
    """Who somebody is: what a payer or an auditor knows a client by, and what is needed to reach the client.

    `name` is the name by law; `preferred_name` what the client is called.
    """

    name: Text | None = None
    preferred_name: Text | None = None
    birth_date: Day | None = None
    telephone: Text | None = None
    emergency_contact: Text | None = None
    address: Text | None = None
    member_id: Text | None = None

    @property
    def called(self) -> str:
        """The name to call the client by; empty when none is known."""
        return self.preferred_name or self.name or ""


class Identities(Record):
    """The identities by client; a report never takes one that does not stand under its own client's id.

    `group` is whose members may read and write the names too, as for cover.
    """

    format: Whole = 1
    group: Text | None = None
    clients: Annotated[dict[ClientId, Identity], UniqueKeys]
