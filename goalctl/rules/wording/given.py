"""What a client has only if others give, grant or decide it: promotions, custody, bail, a reply."""

from __future__ import annotations

from goalctl.rules.wording.patterns import words

GIVEN_ALONE = words(
    """
    acquittal admission all-clear amnesties amnesty annulment apologies apology approval asylum backing bail bursaries
    bursary citizenship clearance clemency compensation consent custody diagnosis discharge exemption exoneration
    extension forgiveness funding go-ahead guardianship invitation invitations invite nomination offer pardon parole
    pay-rise permission praise promotion promotions readmission recognition reference refund rehousing reinstatement
    release reprieve residency scholarship scholarships selection subscribers sympathy transfer transplant visa visas
    visitation
    """
)
"""What is no less given as the goal's only words: a promotion by June."""

GIFTS = GIVEN_ALONE - words("discharge rehousing release transfer") | words(
    """
        acceptance affection applause attention compliment compliments consent followers interview interviews invites
        likes matches offers probation raise reactions reassurance replies reply respite retweets rise thanks validation
        views yes
    """
)
"""What is got, received, won or earned."""

AWARDS = words(
    """
    allowance award awards benefit benefits cdl certification clearance coverage distinction dla esa funding grant
    grants indemnity licence license loan merit payout pension permit pip privileges rights settlement ssdi ssi stipend
    subsidy
    """
)
