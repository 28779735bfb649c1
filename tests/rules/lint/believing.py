"""What the rules of wording tell by themselves, when the weights believe whatever they find and add nothing.

Who acts has no rule: there the weights speak as ever.
"""

from contextlib import contextmanager
from unittest.mock import patch

from goalctl.rules import worded
from goalctl.rules.learned.kinds import KIND_OF, KINDS
from goalctl.rules.learned.weights import Weighed, weighed


def _as_found(said, codes, measured_by):
    found = {KIND_OF[code] for code in codes}
    others = {"depends-on-others": weighed(said, codes, measured_by)["depends-on-others"]}
    return {kind: Weighed(1.0 if kind in found else -1.0, "") for kind in KINDS} | others


@contextmanager
def rules_alone():
    with patch.object(worded, "weighed", _as_found):
        yield
